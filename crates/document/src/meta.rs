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
    /// What an office's own Word file is filled with, where that is the document's template; `blocks` say the same for other
    /// formats.
    pub laid: Vec<Laid>,
}

/// What comes next in an office's own Word file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Laid {
    /// A constant piece of the file, by its number.
    Piece(usize),
    /// Words, in the run that is open.
    Words(Vec<Inline>),
    /// The paragraph ends, and one like it begins.
    Break,
    /// Whole blocks.
    Blocks(Vec<Block>),
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

    /// Whether they stand in rows, each under a seal of its own.
    pub fn has_rows(&self) -> bool {
        self.seal && !self.joint.is_empty()
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::block::{Heading, ListItem, Paragraph};
    use crate::official::{Attachment, DocumentNumber, Imprint, IssuerMark};
    use crate::table::{Cell, Column, Table};

    /// A document with a text in every place where one may stand.
    pub fn document() -> Document {
        let words = |text: &str| vec![Inline::Text(text.to_owned()), Inline::Note(Vec::new())];
        let heading = || Heading { level: 1, label: "一、".to_owned(), content: words("情况") };
        let table = Table::new(vec![Column::default()], 0, vec![vec![Cell::new(words("格"))]]).unwrap();
        let official = Official {
            mark: Some(IssuerMark { names: vec!["云溪镇".to_owned()], suffix: "文件".to_owned() }),
            number: Some(DocumentNumber { code: "云政".to_owned(), year: 2023, sequence: "5".to_owned() }),
            signers: vec!["某某".to_owned()],
            attachments: vec![Attachment {
                title: "名单".to_owned(),
                blocks: vec![Block::Heading(heading())],
            }],
            note: Some("此件公开发布".to_owned()),
            imprint: Some(Imprint {
                recipients: Vec::new(),
                copies_to: vec!["县委办公室".to_owned()],
                printer: "党政办公室".to_owned(),
                printed: date(2023, 7, 6),
            }),
            ..Official::default()
        };
        let joint = vec!["青禾镇".to_owned()];
        let signature =
            Signature { name: "云溪镇".to_owned(), joint, date: date(2023, 7, 5), seal: false };
        let meta = Meta {
            title: words("报告"),
            recipients: vec!["县委".to_owned()],
            signature: Some(signature),
            official,
            language: "zh-CN".to_owned(),
            subject: "报告 2023Q2".to_owned(),
            creator: "云溪镇".to_owned(),
            generator: "huibian".to_owned(),
        };
        let item = ListItem { label: "1.".to_owned(), content: words("项") };
        let paragraph = Paragraph { run_in: Some(heading()), content: vec![Inline::Strong(words("做好"))] };
        let blocks = vec![Block::Paragraph(paragraph), Block::List(vec![item]), Block::Table(table)];
        let laid = vec![Laid::Piece(0), Laid::Words(words("云溪镇")), Laid::Blocks(blocks.clone())];
        Document { meta, blocks, laid }
    }
}
