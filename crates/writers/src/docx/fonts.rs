//! word/fontTable.xml: what a program may take for a face that is not installed.

use huibian_document::HouseStyle;
use huibian_docx::xml::{HEAD, W, escaped};
use std::fmt::Write;

pub fn xml(style: &HouseStyle) -> String {
    let mut xml = format!("{HEAD}<w:fonts {W}>");
    for (face, substitutes) in &style.substitutes {
        let _ = write!(
            xml,
            r#"<w:font w:name="{}"><w:altName w:val="{}"/></w:font>"#,
            escaped(face),
            escaped(&substitutes.join(","))
        );
    }
    xml + "</w:fonts>"
}
