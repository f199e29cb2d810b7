//! The vocabularies of Word documents: the prefix that Word writes each with, and its address in both forms of the standard
//! (ISO/IEC 29500-1 strict, 29500-4 transitional).

/// A vocabulary.
#[derive(Debug, PartialEq, Eq)]
pub struct Vocabulary {
    /// The prefix that Word writes.
    pub prefix: &'static str,
    /// Its address in transitional documents.
    pub transitional: &'static str,
    /// Its address in strict documents; none where those have the same, or have it not.
    strict: Option<&'static str>,
}

const fn both(prefix: &'static str, transitional: &'static str, strict: &'static str) -> Vocabulary {
    Vocabulary { prefix, transitional, strict: Some(strict) }
}

const fn one(prefix: &'static str, transitional: &'static str) -> Vocabulary {
    Vocabulary { prefix, transitional, strict: None }
}

/// All whose prefix is of importance to a reader.
pub const ALL: [Vocabulary; 10] = [
    both(
        "w",
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    ),
    both(
        "r",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "http://purl.oclc.org/ooxml/officeDocument/relationships",
    ),
    both(
        "wp",
        "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
    ),
    both(
        "a",
        "http://schemas.openxmlformats.org/drawingml/2006/main",
        "http://purl.oclc.org/ooxml/drawingml/main",
    ),
    both(
        "pic",
        "http://schemas.openxmlformats.org/drawingml/2006/picture",
        "http://purl.oclc.org/ooxml/drawingml/picture",
    ),
    both(
        "m",
        "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "http://purl.oclc.org/ooxml/officeDocument/math",
    ),
    one("mc", "http://schemas.openxmlformats.org/markup-compatibility/2006"),
    one("v", "urn:schemas-microsoft-com:vml"),
    one("o", "urn:schemas-microsoft-com:office:office"),
    one("w10", "urn:schemas-microsoft-com:office:word"),
];

impl Vocabulary {
    /// The one at an address.
    pub fn at(address: &str) -> Option<&'static Self> {
        ALL.iter().find(|one| one.transitional == address || one.strict == Some(address))
    }

    /// The one that Word writes with a prefix.
    pub fn written(prefix: &str) -> Option<&'static Self> {
        ALL.iter().find(|one| one.prefix == prefix)
    }
}

/// Whether an address is one of strict documents.
pub fn is_strict(address: &str) -> bool {
    ALL.iter().any(|one| one.strict == Some(address))
}
