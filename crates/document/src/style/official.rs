//! Where the parts of an official document stand, and how tables, pictures and notes look.

use serde::{Deserialize, Serialize};

use crate::length::Length;

/// 版头: what stands above the title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadRules {
    /// From the top of the text area to the characters of 发文机关标志.
    pub mark_top: Length,
    /// From the edges of the text to 发文字号 and to the end of 签发人 where both stand in one line, in hundredths of a
    /// character.
    pub number_inset_hundredths: i64,
    /// How many names stand in one line of 签发人.
    pub signers_a_line: usize,
    /// From the characters of 发文字号 to the red rule.
    pub rule_gap: Length,
    /// How thick the rule is.
    pub rule: Length,
    /// Its colour, six hexadecimal digits.
    pub rule_color: String,
    /// Empty lines between the rule and the title.
    pub title_blank: u32,
    /// Empty lines between the lines above and the title where there is no rule.
    pub title_blank_without_rule: u32,
}

/// 附件说明.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttachmentRules {
    /// From the left edge, in hundredths of a character.
    pub indent_hundredths: i64,
    /// The room of the number before a title, in hundredths of a character.
    pub number_hundredths: i64,
}

/// 版记.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImprintRules {
    /// How thick the first and last rules are.
    pub rule: Length,
    /// How thick the rules between are.
    pub inner_rule: Length,
    /// From the edges to the words, in hundredths of a character.
    pub inset_hundredths: i64,
    /// Whether it goes to an even page, the back of a sheet.
    pub even_page: bool,
    /// Lines that stay free on an even page between what a document ends with and its imprint, so that another program's
    /// line breaks do not drive it to the next page.
    pub spare_lines: u32,
}

/// Tables.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableRules {
    /// What Word lists the table style as.
    pub name: String,
    /// The rules around a table.
    pub rule: Length,
    /// The rules between its cells; none are drawn for 0.
    pub inner_rule: Length,
    /// The colour of rules, six hexadecimal digits.
    pub rule_color: String,
    /// The shading of the head, six hexadecimal digits; empty for none.
    pub head_fill: String,
    /// Between a rule and the words beside it.
    pub padding: Length,
    /// Above and below the words.
    pub padding_above: Length,
    /// The least type that a table of many columns is set in, on a page that is turned; where it is not set, five eighths of the
    /// cells' own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub least_size: Option<Length>,
}

impl TableRules {
    /// The least type of cells that are set in `full` where they have room.
    pub fn least_size(&self, full: Length) -> Length {
        self.least_size.unwrap_or(full.times(5, 8)).min(full)
    }
}

/// Footnotes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteRules {
    /// What Word lists the style of a note's sign as.
    pub name: String,
    /// How a note's sign is written: `decimal` for 1, `decimalEnclosedCircle` for ①.
    pub numbers: String,
}
