//! word/footnotes.xml.

use huibian_docx::xml::{HEAD, W};
use std::fmt::Write;

use super::styles;

/// The part, with the two separators that programs look for and the notes, each its runs.
pub fn xml(notes: &[String]) -> String {
    let mut xml = format!(
        concat!(
            r#"{}<w:footnotes {} xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">"#,
            r#"<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"#,
            r#"<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>"#,
            r#"</w:footnote>"#,
        ),
        HEAD, W
    );
    for (id, runs) in (1..).zip(notes) {
        let _ = write!(
            xml,
            concat!(
                r#"<w:footnote w:id="{}"><w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:rPr><w:rStyle w:val="{}"/>"#,
                r#"</w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>{}</w:p></w:footnote>"#,
            ),
            id,
            styles::FOOTNOTE,
            styles::NOTE_SIGN,
            runs
        );
    }
    xml + "</w:footnotes>"
}
