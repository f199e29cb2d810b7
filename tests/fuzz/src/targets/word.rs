//! Word files: an office's own as a template, and as a reference for styles and pages.

use std::path::Path;

use huibian_docx::{Reference, of_document, package};
use huibian_wordform::WordTemplate;

use crate::packed::packed;
use crate::told::tell_all;

const STYLES: &str = r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>"#;
const BODY: &str = "a";

/// Reads the file as all that it may be.
pub fn run(bytes: &[u8]) {
    let file = packed(bytes);
    match WordTemplate::read(Path::new("report.docx"), &file) {
        Ok(template) => {
            let _ = (template.content(&[]), template.beside(), template.asks());
        }
        Err(refused) => tell_all(refused.faults.iter()),
    }
    if let Ok(reference) = package(&file).and_then(Reference::read) {
        let _ = (reference.lacking(STYLES), reference.frame(STYLES, BODY), reference.drawings().count());
    }
    let _ = of_document(&file);
}
