//! How large 发文机关标志 is, and where it stands (GB/T 9704-2012, 7.2.4).

use huibian_document::official::IssuerMark;
use huibian_document::style::ParagraphStyle;
use huibian_document::{HouseStyle, Length};

use crate::line::slack;

/// Lines above it that 份号, 密级 and 紧急程度 have for themselves, whether they are there or not.
pub const LINES_ABOVE_MARK: i64 = 3;

/// The least height of a paragraph without words: with one that anchors a table it has room on a page whose lines are all
/// full.
pub const SMALLEST_LINE: Length = Length::from_emu(2_540);

/// Its size: the style's, or what a line has room for.
pub fn mark_size(style: &HouseStyle, mark: &IssuerMark) -> Length {
    let count = |text: &str| i64::try_from(text.chars().count()).unwrap_or(i64::MAX);
    let longest = mark.names.iter().map(|name| count(name)).max().unwrap_or_default();
    // A character more leaves room between the names and what follows them.
    let gap = i64::from(mark.names.len() > 1 && !mark.suffix.is_empty());
    let parts = longest.saturating_add(count(&mark.suffix)).saturating_add(gap);
    Length::from_emu(style.text_width().emu() / parts.max(1)).min(style.paragraphs.mark.size)
}

/// The space above it in a size, below the lines that 份号, 密级 and 紧急程度 have.
pub fn mark_space(style: &HouseStyle, size: Length) -> Length {
    let mark = ParagraphStyle { size, ..style.paragraphs.mark.clone() };
    let space = style.head.mark_top - style.text.line.times(LINES_ABOVE_MARK, 1) - slack(&mark, style)[0];
    space.max(SMALLEST_LINE)
}

/// The line that ends with the red rule: as far below 发文字号 as it is to be.
pub fn rule_gap(style: &HouseStyle) -> Length {
    style.head.rule_gap - slack(&style.paragraphs.number, style)[1]
}
