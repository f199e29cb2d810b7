//! The document and the parts of an official document that are values rather than paragraphs.

use jiff::civil::Date;

use crate::block::Block;
use crate::inline::Inline;
use crate::official::Official;

/// A report, complete: what a writer turns into one file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The parts that have a fixed place on the page.
    pub meta: Meta,
    /// The body.
    pub blocks: Vec<Block>,
}

/// The typed parts of an official document (GB/T 9704-2012, clause 7).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
    /// 标题, clause 7.3.1: the document's one title.
    pub title: Vec<Inline>,
    /// 主送机关, clause 7.3.2: whom it is addressed to; empty for none.
    pub recipients: Vec<String>,
    /// 发文机关署名 and 成文日期, clause 7.3.5.
    pub signature: Option<Signature>,
    /// What stands around them in an official document.
    pub official: Official,
    /// BCP 47 tag of the language the document is written in: `zh-CN`.
    pub language: String,
    /// Document property: what the report is about, its period say.
    pub subject: String,
    /// Document property: the organisation that wrote it.
    pub creator: String,
    /// Document property: the program and plugins that assembled it, with their versions.
    pub generator: String,
}

/// Who signs, and when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// 发文机关署名.
    pub name: String,
    /// Those who issue the document with it, in order; empty for one issuer.
    pub joint: Vec<String>,
    /// 成文日期, which is data: never the clock's.
    pub date: Date,
    /// Whether room is left for a seal over the date, clause 7.3.5.1.
    pub seal: bool,
}

impl Signature {
    /// All who sign, the leading one first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.name.as_str()).chain(self.joint.iter().map(String::as_str))
    }
}
