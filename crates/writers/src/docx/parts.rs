//! The small parts: content types, relationships, settings, footers and properties.

use huibian_document::{Document, HouseStyle, plain_text};
use huibian_docx::{
    Frame,
    xml::{HEAD, W, escaped},
};
use std::fmt::Write;

use super::body::Needs;
use super::section::{EVEN_FOOTER_TURNED, NO_FOOTER, ODD_FOOTER_TURNED};
use super::{fonts, lists, media, notes, styles, stylesheet};

const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// The parts of a plain report that do not depend on it, in package order.
pub fn fixed(style: &HouseStyle, frame: Option<&Frame>) -> Vec<(&'static str, String)> {
    let nothing = Needs::default();
    vec![
        ("[Content_Types].xml", content_types(&nothing, frame)),
        ("_rels/.rels", package_relationships()),
        ("docProps/app.xml", application()),
        ("word/_rels/document.xml.rels", document_relationships(&nothing, frame)),
        ("word/styles.xml", frame.map_or_else(|| stylesheet::plain(style), |frame| frame.styles.clone())),
        ("word/settings.xml", settings(style, false, frame)),
        ("word/fontTable.xml", fonts::xml(style)),
        ("word/footer1.xml", footer(style, styles::PAGE_NUMBER)),
        ("word/footer2.xml", footer(style, styles::PAGE_NUMBER_EVEN)),
    ]
}

/// The parts that stand in their place, or beside them, where a document needs more.
pub fn more(style: &HouseStyle, needs: &Needs, frame: Option<&Frame>) -> Vec<(String, Vec<u8>)> {
    let mut parts = vec![
        ("[Content_Types].xml".to_owned(), content_types(needs, frame).into_bytes()),
        ("word/_rels/document.xml.rels".to_owned(), document_relationships(needs, frame).into_bytes()),
        ("word/settings.xml".to_owned(), settings(style, !needs.notes.is_empty(), frame).into_bytes()),
    ];
    if needs.landscape {
        for (name, id) in
            [("footer3", styles::PAGE_NUMBER_TURNED), ("footer4", styles::PAGE_NUMBER_TURNED_EVEN)]
        {
            parts.push((format!("word/{name}.xml"), turned_footer(style, id).into_bytes()));
        }
    }
    if needs.lists {
        parts.push(("word/numbering.xml".to_owned(), lists::numbering(style).into_bytes()));
    }
    if needs.unnumbered {
        let empty = format!(
            r#"{HEAD}<w:ftr {W}><w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr></w:p></w:ftr>"#,
            styles::PAGE_NUMBER
        );
        parts.push(("word/footer5.xml".to_owned(), empty.into_bytes()));
    }
    if !needs.notes.is_empty() {
        parts.push(("word/footnotes.xml".to_owned(), notes::xml(&needs.notes).into_bytes()));
    }
    for (bytes, _, name) in needs.media.files() {
        parts.push((format!("word/{name}"), bytes.to_vec()));
    }
    parts
}

fn content_types(needs: &Needs, frame: Option<&Frame>) -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let mut xml = format!(
        concat!(
            r#"{}<Types xmlns="{}/content-types">"#,
            r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
            r#"<Default Extension="xml" ContentType="application/xml"/>"#,
        ),
        HEAD, PACKAGE
    );
    let formats: std::collections::BTreeSet<_> = needs.media.files().map(|(_, format, _)| format).collect();
    for format in formats {
        let (extension, kind) = (format.extension(), format.media_type());
        let _ = write!(xml, r#"<Default Extension="{extension}" ContentType="{kind}"/>"#);
    }
    let mut parts = vec![
        ("word/document.xml", format!("{word}.document.main+xml")),
        ("word/styles.xml", format!("{word}.styles+xml")),
        ("word/settings.xml", format!("{word}.settings+xml")),
        ("word/fontTable.xml", format!("{word}.fontTable+xml")),
        ("word/footer1.xml", format!("{word}.footer+xml")),
        ("word/footer2.xml", format!("{word}.footer+xml")),
    ];
    if needs.landscape {
        parts.push(("word/footer3.xml", format!("{word}.footer+xml")));
        parts.push(("word/footer4.xml", format!("{word}.footer+xml")));
    }
    if needs.lists {
        parts.push(("word/numbering.xml", format!("{word}.numbering+xml")));
    }
    if needs.unnumbered {
        parts.push(("word/footer5.xml", format!("{word}.footer+xml")));
    }
    if !needs.notes.is_empty() {
        parts.push(("word/footnotes.xml", format!("{word}.footnotes+xml")));
    }
    parts
        .push(("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml".to_owned()));
    parts.push((
        "docProps/app.xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned(),
    ));
    for (part, kind) in parts {
        let _ = write!(xml, r#"<Override PartName="/{part}" ContentType="{kind}"/>"#);
    }
    for part in frame.iter().flat_map(|frame| &frame.taken) {
        if let Some(kind) = &part.content_type {
            let _ = write!(xml, r#"<Override PartName="/{}" ContentType="{kind}"/>"#, part.name);
        }
    }
    xml + "</Types>"
}

/// Relationships by kind and target, numbered in their order, and those that have ids of their own.
fn relationships(targets: &[(String, &str)], named: &[(String, String, String)]) -> String {
    let mut xml = format!(r#"{HEAD}<Relationships xmlns="{PACKAGE}/relationships">"#);
    for (index, (kind, target)) in targets.iter().enumerate() {
        let _ = write!(xml, r#"<Relationship Id="rId{}" Type="{kind}" Target="{target}"/>"#, index + 1);
    }
    for (id, kind, target) in named {
        let _ = write!(xml, r#"<Relationship Id="{id}" Type="{kind}" Target="{target}"/>"#);
    }
    xml + "</Relationships>"
}

fn package_relationships() -> String {
    relationships(
        &[
            (format!("{OFFICE}/officeDocument"), "word/document.xml"),
            (format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
            (format!("{OFFICE}/extended-properties"), "docProps/app.xml"),
        ],
        &[],
    )
}

fn document_relationships(needs: &Needs, frame: Option<&Frame>) -> String {
    let taken = frame.iter().flat_map(|frame| &frame.taken);
    let mut named: Vec<_> = taken.filter_map(|part| part.relationship.clone()).collect();
    if needs.landscape {
        for (id, target) in [(ODD_FOOTER_TURNED, "footer3.xml"), (EVEN_FOOTER_TURNED, "footer4.xml")] {
            named.push((id.to_owned(), format!("{OFFICE}/footer"), target.to_owned()));
        }
    }
    if needs.lists {
        named.push(("rIdLists".to_owned(), format!("{OFFICE}/numbering"), "numbering.xml".to_owned()));
    }
    if needs.unnumbered {
        named.push((NO_FOOTER.to_owned(), format!("{OFFICE}/footer"), "footer5.xml".to_owned()));
    }
    if !needs.notes.is_empty() {
        named.push(("rIdNotes".to_owned(), format!("{OFFICE}/footnotes"), "footnotes.xml".to_owned()));
    }
    for (number, (_, _, name)) in (1..).zip(needs.media.files()) {
        named.push((media::relationship(number), format!("{OFFICE}/image"), name));
    }
    relationships(
        &[
            (format!("{OFFICE}/styles"), "styles.xml"),
            (format!("{OFFICE}/settings"), "settings.xml"),
            (format!("{OFFICE}/footer"), "footer1.xml"),
            (format!("{OFFICE}/footer"), "footer2.xml"),
            (format!("{OFFICE}/fontTable"), "fontTable.xml"),
        ],
        &named,
    )
}

fn application() -> String {
    format!(
        r#"{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>huibian</Application></Properties>"#
    )
}

fn settings(style: &HouseStyle, has_notes: bool, frame: Option<&Frame>) -> String {
    let spacing = if style.text.compress_punctuation { "compressPunctuation" } else { "doNotCompress" };
    let notes = if has_notes {
        format!(
            r#"<w:footnotePr><w:numFmt w:val="{}"/><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>"#,
            escaped(&style.notes.numbers)
        )
    } else {
        String::new()
    };
    format!(
        concat!(
            r#"{}<w:settings {}>{}{}<w:characterSpacingControl w:val="{}"/>{}{}"#,
            r#"<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" "#,
            r#"w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>"#,
        ),
        HEAD,
        W,
        if frame.is_some_and(|frame| frame.mirror) { "<w:mirrorMargins/>" } else { "" },
        if frame.is_none_or(Frame::is_even_and_odd) { "<w:evenAndOddHeaders/>" } else { "" },
        spacing,
        if style.language.starts_with("zh") { line_breaks() } else { String::new() },
        notes
    )
}

/// What no line of a document ends with, and what none begins with. Beside Word's own marks these are digits, and what stands
/// between the parts of dates and ordinals: a number keeps its measure word, a date stays whole, in what an editor adds as well,
/// and the text itself holds no joiners that a search would stumble over.
fn line_breaks() -> String {
    const MARKS_AFTER: &str = "$([{£¥·‘“〈《「『【〔〖〝﹙﹛﹝＄（．［｛￡￥";
    const NUMBERS: &str = "0123456789-第年月";
    const MARKS_BEFORE: &str =
        "!%),.:;>?]}¢¨°·ˇˉ―‖’”…‰′″›℃∶、。〃〉》」』】〕〗〞︶︺︾﹀﹄﹚﹜﹞！＂％＇），．：；？］｀｜｝～￠";
    format!(
        concat!(
            r#"<w:noLineBreaksAfter w:lang="zh-CN" w:val="{}{}"/>"#,
            r#"<w:noLineBreaksBefore w:lang="zh-CN" w:val="{}"/>"#
        ),
        MARKS_AFTER,
        NUMBERS,
        escaped(MARKS_BEFORE)
    )
}

fn footer(style: &HouseStyle, id: &str) -> String {
    format!("{HEAD}<w:ftr {W}>{}</w:ftr>", page_number(style, id))
}

/// The page number of a page that is turned, where it stands on the others: beside the text, and turned with the page.
fn turned_footer(style: &HouseStyle, id: &str) -> String {
    let page = &style.page;
    let height = style.paragraphs.page_number.size.times(2, 1);
    // On an upright page it is so far below the text; the left margin of a turned one is the bottom of an upright one.
    let x = page.footer;
    format!(
        concat!(
            r#"{}<w:ftr {}><w:tbl><w:tblPr><w:tblpPr w:vertAnchor="page" w:horzAnchor="page" w:tblpX="{}" w:tblpY="{}"/>"#,
            r#"<w:tblW w:w="{}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>"#,
            r#"<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{}"/></w:tblGrid>"#,
            r#"<w:tr><w:trPr><w:trHeight w:val="{}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>"#,
            r#"<w:textDirection w:val="tbRl"/></w:tcPr>{}</w:tc></w:tr></w:tbl><w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr>"#,
            r#"</w:p></w:ftr>"#,
        ),
        HEAD,
        W,
        x.twips(),
        page.left.twips(),
        height.twips(),
        height.twips(),
        style.text_width().twips(),
        height.twips(),
        page_number(style, id),
        styles::ANCHOR,
    )
}

/// A paragraph with the page number between its dashes.
fn page_number(style: &HouseStyle, id: &str) -> String {
    let dash = |text: &str| {
        format!(
            r#"<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>"#,
            escaped(text)
        )
    };
    format!(
        concat!(
            r#"<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr>{}"#,
            r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText>"#,
            r#"</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>"#,
            r#"<w:r><w:fldChar w:fldCharType="end"/></w:r>{}</w:p>"#,
        ),
        id,
        dash(&style.page_number.before),
        dash(&style.page_number.after),
    )
}

/// docProps/core.xml. Its dates are the document's own, never the clock's.
pub fn core_properties(document: &Document) -> String {
    let meta = &document.meta;
    let mut xml = format!(
        concat!(
            r#"{}<cp:coreProperties xmlns:cp="{}/metadata/core-properties" "#,
            r#"xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" "#,
            r#"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title>"#,
            r#"<dc:subject>{}</dc:subject><dc:creator>{}</dc:creator><dc:description>{}</dc:description>"#,
        ),
        HEAD,
        PACKAGE,
        escaped(&plain_text(&meta.title)),
        escaped(&meta.subject),
        escaped(&meta.creator),
        escaped(&meta.generator),
    );
    if let Some(signature) = &meta.signature {
        for name in ["created", "modified"] {
            let date = signature.date;
            let _ =
                write!(xml, r#"<dcterms:{name} xsi:type="dcterms:W3CDTF">{date}T00:00:00Z</dcterms:{name}>"#);
        }
    }
    xml + &format!("<dc:language>{}</dc:language></cp:coreProperties>", escaped(&meta.language))
}
