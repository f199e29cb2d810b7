//! What stands in a file beside the paragraphs and tables of its text, which formats that are not Word's do not have; and what
//! people left in it, which every document has.

use std::collections::{BTreeMap, BTreeSet};

use crate::marking::is_followed;
use crate::part::Part;
use crate::template::WordTemplate;

/// Elements of changes that are tracked.
const CHANGES: [&str; 12] = [
    "ins",
    "del",
    "moveFrom",
    "moveTo",
    "cellIns",
    "cellDel",
    "cellMerge",
    "rPrChange",
    "pPrChange",
    "tblPrChange",
    "tcPrChange",
    "sectPrChange",
];

/// Formats that have lines of text and no more.
const LINES: &[&str] = &["md", "txt"];

impl WordTemplate {
    /// The kinds of what other formats lack: `header`, `note`, `box`, `picture`, `symbol`, `formula`, `object`, `number`, `nested`,
    /// `link`, `merged`, `struck`; and which they are, where not all.
    pub fn beside(&self) -> Vec<(&'static str, Option<&'static [&'static str]>)> {
        // The document is the first part.
        let document = || self.pieces.iter().filter(|piece| piece.part == 0);
        let own = |wanted: &str| document().any(|piece| piece.xml.contains(wanted));
        let element = |name: &str| own(&format!(":{name} ")) || own(&format!("<{name} "));
        let in_list = |xml: &str| {
            let styles = xml.split("pStyle ").skip(1).filter_map(|rest| rest.split(['"', '\'']).nth(1));
            styles.into_iter().any(|style| self.styles.lists.contains(style))
        };
        let says = |part: &String| {
            let constant = self.constant.get(part).map(|bytes| String::from_utf8_lossy(bytes));
            constant.is_none_or(|xml| xml.contains(":t>") || xml.contains("</t>"))
        };
        let found = [
            ("header", self.headers.iter().any(says)),
            ("note", own("footnoteReference") || own("endnoteReference")),
            ("box", own("txbxContent")),
            ("picture", own("pic:pic") || own("imagedata")),
            ("symbol", element("sym")),
            ("formula", own(":oMath>")),
            ("object", own("OLEObject")),
            (
                "number",
                own("numPr")
                    || document().any(|piece| in_list(&piece.xml))
                    || self.styles.headings.values().any(|(_, is_numbered)| *is_numbered),
            ),
        ];
        let found = found.into_iter().filter(|(_, is_there)| *is_there).map(|(kind, _)| kind);
        let lacking = |kind| match kind {
            "merged" => Some(LINES),
            "struck" => Some(&LINES[1..]),
            _ => None,
        };
        found.chain(self.shapes.iter().copied()).map(|kind| (kind, lacking(kind))).collect()
    }

    /// The kinds of what people left in the file and is in every document: `comments`, `changes`; `words`, where no tag asks for
    /// what is a unit's own.
    pub fn left(&self) -> impl Iterator<Item = &'static str> {
        let has_tags = self.marked.contains("{{");
        let found = [("comments", self.has_comments), ("changes", self.has_changes), ("words", !has_tags)];
        found.into_iter().filter(|(_, is_there)| *is_there).map(|(kind, _)| kind)
    }
}

/// Whether changes of a part are tracked.
pub fn has_changes(part: &Part<'_>) -> bool {
    part.elements.iter().any(|element| CHANGES.contains(&element.name))
}

/// What of a document, whose links lead to these addresses, other formats have not, or not all of them: `merged` cells, `nested`
/// tables, `struck` words, a `link` that only Word follows.
pub fn shapes(document: &Part<'_>, links: &BTreeMap<String, String>) -> Vec<&'static str> {
    let is_nested = |at: usize| document.ancestors(at).any(|around| document.elements[around].name == "tc");
    let mut found = BTreeSet::new();
    for (index, element) in document.elements.iter().enumerate() {
        found.extend(match element.name {
            "vMerge" | "gridSpan" => Some("merged"),
            "tbl" if is_nested(index) => Some("nested"),
            "strike" | "dstrike" => Some("struck"),
            _ => None,
        });
    }
    if links.values().any(|address| !is_followed(address)) {
        found.insert("link");
    }
    found.into_iter().collect()
}
