//! The house style: every length, face and rule that a writer needs, as data.

mod comparison;
mod examine;
mod family;
mod keys;
mod kind;
mod label;
mod language;
mod layers;
mod official;
mod pattern;
mod run_in;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use serde::{Deserialize, Serialize};

use crate::length::Length;
use crate::table::Table;

pub use comparison::{Comparison, InvalidPhrase, Part, Phrase, Piece};
pub use examine::{Examined, Flaw, Wrong, examine, value_at};
pub use family::Family;
pub use keys::{KEYS, Key, PARAGRAPHS};
pub use kind::Kind;
pub use label::{Enumeration, InvalidLabel, LabelPattern};
pub use layers::inherited;
pub use official::{AttachmentRules, HeadRules, ImprintRules, NoteRules, TableRules};
pub use pattern::Pattern;
pub use words::Words;

/// How documents of one organisation look. Read from `templates/styles/*.toml`; each value there names its clause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HouseStyle {
    /// What the style is called.
    pub name: String,
    /// The style whose values hold where this one gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub inherits: Option<String>,
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
    /// What stands above the title.
    pub head: HeadRules,
    /// The list of attachments below the body.
    pub attachments: AttachmentRules,
    /// The bottom of the last page.
    pub imprint: ImprintRules,
    /// Tables.
    pub tables: TableRules,
    /// Footnotes.
    pub notes: NoteRules,
    /// The words around dates, numbers and names.
    pub words: Words,
    /// Whether a run-in heading is a paragraph of its own that Word shows in the line of the next one, so that outlines and
    /// tables of contents have it. LibreOffice before 24.2 shows it on a line of its own.
    #[serde(default)]
    pub run_in_outline: bool,
    /// What closes a run-in heading that has no end mark of its own, and the blank after it; [`Self::run_in_end_of`]
    /// applies it.
    pub run_in_end: String,
    /// Items in one sentence.
    pub enumeration: Enumeration,
    /// How a figure is compared with earlier ones.
    pub comparison: Comparison,
    /// Labels of list items on lines of their own.
    pub lists: Lists,
    /// The page number's text around the number: `— ` and ` —`.
    pub page_number: PageNumber,
    /// Names of the character styles.
    pub characters: Characters,
    /// Faces that may stand in for one that a machine lacks, the best first.
    #[serde(default)]
    pub substitutes: BTreeMap<String, Vec<String>>,
    /// The family of a face, where it is no serif: a page on a phone takes any face of it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub families: BTreeMap<String, Family>,
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
    /// How many lines a full page is to hold; 0 where nothing is promised. Nothing is set by it: `style check` holds the
    /// lengths against it.
    #[serde(default)]
    pub lines_a_page: u32,
    /// How many characters a full line is to hold; 0 where nothing is promised.
    #[serde(default)]
    pub characters_a_line: u32,
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
    /// Whether it is bold.
    #[serde(default)]
    pub bold: bool,
    /// The colour of its words, six hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    /// Space above it.
    #[serde(default)]
    pub space_before: Length,
    /// Space below it.
    #[serde(default)]
    pub space_after: Length,
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
    /// 份号.
    pub serial: ParagraphStyle,
    /// 密级和保密期限.
    pub secrecy: ParagraphStyle,
    /// 紧急程度.
    pub urgency: ParagraphStyle,
    /// 发文机关标志. A name that is wider than the text is set smaller.
    pub mark: ParagraphStyle,
    /// 发文字号.
    pub number: ParagraphStyle,
    /// The names of 签发人, within the line of 发文字号.
    pub signer: ParagraphStyle,
    /// 附件说明.
    pub attachments: ParagraphStyle,
    /// 附注.
    pub note: ParagraphStyle,
    /// The label of an attachment on its page.
    pub attachment_label: ParagraphStyle,
    /// The title of an attachment on its page.
    pub attachment_title: ParagraphStyle,
    /// 版记.
    pub imprint: ParagraphStyle,
    /// What stands above a table.
    pub table_caption: ParagraphStyle,
    /// Cells of a table's head.
    pub table_head: ParagraphStyle,
    /// Cells of a table.
    pub table_cell: ParagraphStyle,
    /// A picture.
    pub image: ParagraphStyle,
    /// What stands below a picture.
    pub image_caption: ParagraphStyle,
    /// What stands above a table of contents.
    pub contents_title: ParagraphStyle,
    /// A line of a table of contents.
    pub contents: ParagraphStyle,
    /// A footnote.
    pub footnote: ParagraphStyle,
}

/// How a title that is longer than a line is broken: into lines of like width, at one of these places where that can be.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TitleBreaks {
    /// Words after which a line may well end. The name of the organisation is always one.
    pub after: Vec<String>,
    /// Words before which a line may well end.
    #[serde(default)]
    pub before: Vec<String>,
    /// Characters that must not open a line.
    pub never_before: String,
    /// Characters that must not end a line: those that join what follows to what is before.
    #[serde(default)]
    pub never_after: String,
    /// Words that are not broken, beside those of the dictionary.
    #[serde(default)]
    pub words: Vec<String>,
}

/// Where 署名 and 成文日期 stand, in characters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignatureRules {
    /// From the right edge to the signatory, or to the date where that is the longer one.
    pub inset: i64,
    /// From the signatory's first character to the date's.
    pub date_indent: i64,
    /// From the right edge to the date, where a seal goes over it.
    pub seal_inset: i64,
    /// Empty lines above the signatory that a seal needs, beside those of its paragraph style.
    pub seal_blank: u32,
}

/// One heading level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HeadingStyle {
    /// What Word lists it as.
    pub name: String,
    /// The face of Chinese text.
    pub face: String,
    /// What Word lists the face as in which it opens a paragraph; its name and 字 where it is not set.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub run_in: Option<String>,
    /// How it is numbered.
    pub label: LabelPattern,
    /// The size of type, where not that of the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub size: Option<Length>,
    /// From line to line, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line: Option<Length>,
    /// The face of Latin letters and digits, where it differs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub latin: Option<String>,
    /// `both`, `center`, `left` or `right`, where not as the body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub align: Option<String>,
    /// Whether it is bold.
    #[serde(default)]
    pub bold: bool,
    /// The colour of its words, six hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    /// Space above it.
    #[serde(default)]
    pub space_before: Length,
    /// Space below it.
    #[serde(default)]
    pub space_after: Length,
}

impl HeadingStyle {
    /// The paragraph of a heading that stands alone: where it says nothing it looks as the body does.
    pub fn paragraph(&self, body: &ParagraphStyle) -> ParagraphStyle {
        ParagraphStyle {
            name: self.name.clone(),
            face: self.face.clone(),
            size: self.size.unwrap_or(body.size),
            align: self.align.clone().unwrap_or_else(|| body.align.clone()),
            line: self.line.or(body.line),
            latin: self.latin.clone().or_else(|| body.latin.clone()),
            blank_before: 0,
            blank_after: 0,
            keep_next: true,
            bold: self.bold,
            color: self.color.clone(),
            space_before: self.space_before,
            space_after: self.space_after,
        }
    }
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
    /// The paragraph styles with their keys in the style's file.
    pub fn paragraph_styles(&self) -> [(&'static str, &ParagraphStyle); 25] {
        let all = &self.paragraphs;
        [
            ("title", &all.title),
            ("body", &all.body),
            ("recipients", &all.recipients),
            ("signatory", &all.signatory),
            ("date", &all.date),
            ("page_number", &all.page_number),
            ("serial", &all.serial),
            ("secrecy", &all.secrecy),
            ("urgency", &all.urgency),
            ("mark", &all.mark),
            ("number", &all.number),
            ("signer", &all.signer),
            ("attachments", &all.attachments),
            ("note", &all.note),
            ("attachment_label", &all.attachment_label),
            ("attachment_title", &all.attachment_title),
            ("imprint", &all.imprint),
            ("table_caption", &all.table_caption),
            ("table_head", &all.table_head),
            ("table_cell", &all.table_cell),
            ("image", &all.image),
            ("image_caption", &all.image_caption),
            ("contents_title", &all.contents_title),
            ("contents", &all.contents),
            ("footnote", &all.footnote),
        ]
    }

    /// Every face that the style names, each once.
    pub fn faces(&self) -> BTreeSet<&str> {
        let paragraphs = self.paragraph_styles().into_iter().map(|(_, style)| (&style.face, &style.latin));
        let headings = self.headings.iter().map(|style| (&style.face, &style.latin));
        let named = paragraphs.chain(headings).flat_map(|(face, latin)| [Some(face), latin.as_ref()]);
        named.flatten().chain([&self.text.latin]).map(String::as_str).collect()
    }

    /// The width of the text area.
    pub fn text_width(&self) -> Length {
        self.page.width - self.page.left - self.page.right
    }

    /// The height of the text area.
    pub fn text_height(&self) -> Length {
        self.page.height - self.page.top - self.page.bottom
    }

    /// Whether a table is on a page of its own that is turned: a sheet that lies on its side has the room as it is.
    pub fn turns(&self, table: &Table) -> bool {
        table.landscape && self.page.width < self.page.height
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
