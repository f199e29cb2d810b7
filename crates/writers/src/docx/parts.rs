//! The small parts: content types, relationships, settings, footers and properties.

use huibian_document::{Document, HouseStyle, plain_text};
use std::fmt::Write;

use super::{fonts, styles, xml::escaped};

pub const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;
pub const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main""#;
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";

/// The parts that do not depend on the document, in package order.
pub fn fixed(style: &HouseStyle) -> Vec<(&'static str, String)> {
    vec![
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_relationships()),
        ("docProps/app.xml", application()),
        ("word/_rels/document.xml.rels", document_relationships()),
        ("word/styles.xml", styles::xml(style)),
        ("word/settings.xml", settings(style)),
        ("word/fontTable.xml", fonts::xml(style)),
        ("word/footer1.xml", footer(style, &style.page_number.odd)),
        ("word/footer2.xml", footer(style, &style.page_number.even)),
    ]
}

fn content_types() -> String {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml";
    let mut xml = format!(
        concat!(
            r#"{}<Types xmlns="{}/content-types">"#,
            r#"<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"#,
            r#"<Default Extension="xml" ContentType="application/xml"/>"#,
        ),
        HEAD, PACKAGE
    );
    for (part, kind) in [
        ("word/document.xml", format!("{word}.document.main+xml")),
        ("word/styles.xml", format!("{word}.styles+xml")),
        ("word/settings.xml", format!("{word}.settings+xml")),
        ("word/fontTable.xml", format!("{word}.fontTable+xml")),
        ("word/footer1.xml", format!("{word}.footer+xml")),
        ("word/footer2.xml", format!("{word}.footer+xml")),
        ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml".to_owned()),
        (
            "docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned(),
        ),
    ] {
        let _ = write!(xml, r#"<Override PartName="/{part}" ContentType="{kind}"/>"#);
    }
    xml + "</Types>"
}

fn relationships(targets: &[(String, &str)]) -> String {
    let mut xml = format!(r#"{HEAD}<Relationships xmlns="{PACKAGE}/relationships">"#);
    for (index, (kind, target)) in targets.iter().enumerate() {
        let _ = write!(xml, r#"<Relationship Id="rId{}" Type="{kind}" Target="{target}"/>"#, index + 1);
    }
    xml + "</Relationships>"
}

fn package_relationships() -> String {
    relationships(&[
        (format!("{OFFICE}/officeDocument"), "word/document.xml"),
        (format!("{PACKAGE}/relationships/metadata/core-properties"), "docProps/core.xml"),
        (format!("{OFFICE}/extended-properties"), "docProps/app.xml"),
    ])
}

/// The footers' relationships, which the section names.
pub const ODD_FOOTER: &str = "rId3";
pub const EVEN_FOOTER: &str = "rId4";

fn document_relationships() -> String {
    relationships(&[
        (format!("{OFFICE}/styles"), "styles.xml"),
        (format!("{OFFICE}/settings"), "settings.xml"),
        (format!("{OFFICE}/footer"), "footer1.xml"),
        (format!("{OFFICE}/footer"), "footer2.xml"),
        (format!("{OFFICE}/fontTable"), "fontTable.xml"),
    ])
}

fn application() -> String {
    format!(
        r#"{HEAD}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>huibian</Application></Properties>"#
    )
}

fn settings(style: &HouseStyle) -> String {
    let spacing = if style.text.compress_punctuation { "compressPunctuation" } else { "doNotCompress" };
    format!(
        concat!(
            r#"{}<w:settings {}><w:evenAndOddHeaders/><w:characterSpacingControl w:val="{}"/>"#,
            r#"<w:compat><w:compatSetting w:name="compatibilityMode" "#,
            r#"w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>"#,
        ),
        HEAD, W, spacing
    )
}

fn footer(style: &HouseStyle, side: &str) -> String {
    let dash = |text: &str| {
        format!(
            r#"<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t xml:space="preserve">{}</w:t></w:r>"#,
            escaped(text)
        )
    };
    format!(
        concat!(
            r#"{}<w:ftr {}><w:p><w:pPr><w:pStyle w:val="{}"/><w:jc w:val="{}"/></w:pPr>{}"#,
            r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText>"#,
            r#"</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>"#,
            r#"<w:r><w:fldChar w:fldCharType="end"/></w:r>{}</w:p></w:ftr>"#,
        ),
        HEAD,
        W,
        styles::PAGE_NUMBER,
        escaped(side),
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
