//! The body of a document: blocks of inlines. Every label (一、, 一是) is already in place as text.

use crate::image::Image;
use crate::inline::Inline;
use crate::table::Table;

/// One block of the body, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading that stands alone on its line.
    Heading(Heading),
    /// A body paragraph, which a run-in heading may open.
    Paragraph(Paragraph),
    /// A list whose items stand on lines of their own.
    List(Vec<ListItem>),
    /// A table.
    Table(Table),
    /// A picture in a line of its own.
    Image(Image),
    /// 目录: the headings that follow, down to a level, with their pages.
    Contents {
        /// The deepest level that is listed.
        levels: u8,
    },
    /// What follows begins on a new page.
    PageBreak,
}

/// A heading below the title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 4: 一、 / （一） / 1. / （1） in GB/T 9704-2012, clause 7.3.3.
    pub level: u8,
    /// The number as the house style writes it, `（一）` say; empty where the style numbers nothing.
    pub label: String,
    /// The words of the heading.
    pub content: Vec<Inline>,
}

/// A body paragraph.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Paragraph {
    /// A heading set in its own face at the start of the paragraph, instead of on a line of its own.
    pub run_in: Option<Heading>,
    /// The words of the paragraph.
    pub content: Vec<Inline>,
}

/// One item of a list, on a line of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListItem {
    /// The number or bullet as it is printed, `1.` or `•`.
    pub label: String,
    /// The words of the item.
    pub content: Vec<Inline>,
}
