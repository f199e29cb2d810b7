//! word/fontTable.xml: what a program may take for a face that is not installed.

use huibian_document::HouseStyle;
use std::fmt::Write;

use super::parts;
use crate::xml::escaped;

pub fn xml(style: &HouseStyle) -> String {
    let mut xml = format!("{}<w:fonts {}>", parts::HEAD, parts::W);
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
