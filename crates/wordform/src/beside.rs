//! What stands in a file beside the paragraphs and tables of its text, which formats that are not Word's do not have.

use crate::template::WordTemplate;

impl WordTemplate {
    /// The kinds of what other formats lack: `header`, `note`, `box`, `picture`, `number`.
    pub fn beside(&self) -> Vec<&'static str> {
        let text = |name: &str| self.constant.get(name).map(|bytes| String::from_utf8_lossy(bytes));
        let own = |wanted: &str| {
            self.pieces
                .iter()
                .any(|piece| self.parts[piece.part].name.contains("document") && piece.xml.contains(wanted))
        };
        let says = |part: &str| {
            let constant = self.constant.keys().filter(|name| name.contains(part));
            let constant = constant.filter_map(|name| text(name)).any(|xml| xml.contains("</w:t>"));
            constant || self.parts.iter().any(|open| open.name.contains(part))
        };
        let found = [
            ("header", says("word/header") || says("word/footer")),
            ("note", own("footnoteReference") || own("endnoteReference")),
            ("box", own("txbxContent")),
            ("picture", own("pic:pic") || own("imagedata")),
            ("number", own("numPr") || self.styles.headings.values().any(|(_, is_numbered)| *is_numbered)),
        ];
        found.into_iter().filter(|(_, is_there)| *is_there).map(|(kind, _)| kind).collect()
    }
}
