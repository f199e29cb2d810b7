//! The house style: every length, face and rule that a writer needs, as data.

mod label;
mod length;

use std::collections::BTreeMap;
use std::ops::Range;

use serde::{Deserialize, Serialize};

pub use label::{Enumeration, InvalidLabel, LabelPattern};
pub use length::{InvalidLength, Length};

/// How documents of one organisation look. Read from `templates/styles/*.toml`; each value there names its clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HouseStyle {
    /// What the style is called.
    pub name: String,
    /// BCP 47 tag of the language: `zh-CN`.
    pub language: String,
    /// The sheet and its margins.
    pub page: Page,
    /// What all text shares.
    pub text: Text,
    /// The paragraph styles.
    pub paragraphs: Paragraphs,
    /// Heading levels from 1, the deepest last.
    pub headings: Vec<HeadingStyle>,
    /// How a title that is longer than a line is broken.
    pub title_breaks: TitleBreaks,
    /// Where the signature stands.
    pub signature: SignatureRules,
    /// What closes a run-in heading that has no end mark of its own.
    pub run_in_end: String,
    /// Items in one sentence.
    pub enumeration: Enumeration,
    /// Labels of list items on lines of their own.
    pub lists: Lists,
    /// The page number's text around the number: `— ` and ` —`.
    pub page_number: PageNumber,
    /// Names of the character styles.
    pub characters: Characters,
    /// Faces that may stand in for one that a machine lacks, the best first.
    #[serde(default)]
    pub substitutes: BTreeMap<String, Vec<String>>,
}

/// The sheet and its margins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Page {
    /// Of the sheet.
    pub width: Length,
    /// Of the sheet.
    pub height: Length,
    /// Above the text.
    pub top: Length,
    /// Below the text.
    pub bottom: Length,
    /// The binding edge.
    pub left: Length,
    /// The cut edge.
    pub right: Length,
    /// From the sheet's bottom to the page number's.
    pub footer: Length,
    /// From the sheet's top to where a running head would stand.
    pub header: Length,
}

/// What all text shares.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Text {
    /// From line to line.
    pub line: Length,
    /// Added to each character.
    pub tracking: Length,
    /// The face of Latin letters and digits.
    pub latin: String,
    /// Space before a paragraph's first line.
    pub indent: Length,
    /// The same in hundredths of a character.
    pub indent_hundredths: u32,
    /// The space that programs set between hanzi and Latin letters or digits, in hundredths of a character; 0 for none.
    pub latin_space_hundredths: i64,
    /// Whether a mark at a line's end may hang over the edge of the text.
    pub hanging_punctuation: bool,
    /// Whether marks that meet may be set closer.
    pub compress_punctuation: bool,
}

/// The face, size and place of one kind of paragraph.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ParagraphStyle {
    /// What Word lists it as.
    pub name: String,
    /// The face of Chinese text.
    pub face: String,
    /// The size of type.
    pub size: Length,
    /// `both`, `center`, `left` or `right`.
    pub align: String,
    /// From line to line, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<Length>,
    /// The face of Latin letters and digits, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latin: Option<String>,
    /// Empty lines before it.
    #[serde(default)]
    pub blank_before: u32,
    /// Empty lines after it.
    #[serde(default)]
    pub blank_after: u32,
    /// Whether it stays on one page with what follows.
    #[serde(default)]
    pub keep_next: bool,
}

/// The paragraph styles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paragraphs {
    /// 标题.
    pub title: ParagraphStyle,
    /// 正文.
    pub body: ParagraphStyle,
    /// 主送机关.
    pub recipients: ParagraphStyle,
    /// 发文机关署名.
    pub signatory: ParagraphStyle,
    /// 成文日期.
    pub date: ParagraphStyle,
    /// 页码.
    pub page_number: ParagraphStyle,
}

/// How a title that is longer than a line is broken: into lines of like width, at one of these places where that can be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TitleBreaks {
    /// Words after which a line may well end. The name of the organisation is always one.
    pub after: Vec<String>,
    /// Characters that carry such a word on, and must not open a line.
    pub never_before: String,
}

/// Where 署名 and 成文日期 stand, in characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignatureRules {
    /// From the right edge to the signatory, or to the date where that is the longer one.
    pub inset: i64,
    /// From the signatory's first character to the date's.
    pub date_indent: i64,
}

/// One heading level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadingStyle {
    /// What Word lists it as.
    pub name: String,
    /// The face of Chinese text.
    pub face: String,
    /// How it is numbered.
    pub label: LabelPattern,
}

/// Labels of list items on lines of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lists {
    /// Of a numbered item.
    pub ordered: LabelPattern,
    /// Of a bulleted one.
    pub bullet: LabelPattern,
}

/// The page number's text around the number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PageNumber {
    /// Before it.
    pub before: String,
    /// After it.
    pub after: String,
    /// From the edge it stands at.
    pub inset: Length,
    /// The same in hundredths of a character.
    pub inset_hundredths: u32,
    /// The side it stands at on odd pages: `left`, `center` or `right`.
    pub odd: String,
    /// The side it stands at on even pages.
    pub even: String,
}

/// Names of the character styles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Characters {
    /// Of computed figures.
    pub figure: String,
    /// Of words that carry weight.
    pub strong: String,
}

/// A house style that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct StyleError {
    /// What is wrong.
    pub message: String,
    /// Where in the text, in bytes.
    pub span: Option<Range<usize>>,
}

impl HouseStyle {
    /// Reads a style from its TOML text.
    ///
    /// # Errors
    /// [`StyleError`] for text that is no TOML, a key that is unknown or missing, or a value that does not fit.
    pub fn parse(text: &str) -> Result<Self, StyleError> {
        toml::from_str(text)
            .map_err(|error| StyleError { message: error.message().to_owned(), span: error.span() })
    }

    /// The label of heading `number` of a level: `一、`. Empty beyond the deepest level.
    pub fn heading_label(&self, level: u8, number: u32) -> String {
        let heading = usize::from(level).checked_sub(1).and_then(|index| self.headings.get(index));
        heading.map(|heading| heading.label.label(number)).unwrap_or_default()
    }

    /// The label of a list's item, or its bullet.
    pub fn list_label(&self, ordered: Option<u32>) -> String {
        match ordered {
            Some(number) => self.lists.ordered.label(number),
            None => self.lists.bullet.label(0),
        }
    }
}
