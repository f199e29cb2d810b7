//! Where something happened: a file, a span of a text, or a cell of a table.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use crate::argument::slashed;
use crate::milestones::Milestones;

/// A text file as it was read, so that a diagnostic can show the line.
#[derive(Debug)]
pub struct Source {
    /// Where it was read from, as a person would name it.
    pub path: Arc<Path>,
    /// What it says.
    pub text: String,
    /// Where lines are, found when a place in the text is first told.
    milestones: OnceLock<Milestones>,
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        self.path == other.path && self.text == other.text
    }
}

impl Eq for Source {}

impl Source {
    /// Keeps a text with its path.
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>) -> Arc<Self> {
        Self::at(&path.into().into(), text)
    }

    fn milestones(&self) -> &Milestones {
        self.milestones.get_or_init(|| Milestones::of(&self.text))
    }

    fn line_and_column(&self, at: usize) -> (usize, usize) {
        let found = Milestones::near_start(at, &self.text);
        found.unwrap_or_else(|| self.milestones().line_and_column(at, &self.text))
    }

    /// The same; places in the text share the path.
    pub fn at(path: &Arc<Path>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { path: path.clone(), text: text.into(), milestones: OnceLock::new() })
    }
}

/// A file, a position in one, or a cell of a sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Read", into = "Kept")]
pub struct Location(Kind);

/// A place as it is read: in records of before it is one text.
#[derive(Deserialize)]
#[serde(untagged)]
enum Read {
    Kept(Kept),
    Text(String),
}

impl From<Read> for Location {
    fn from(read: Read) -> Self {
        match read {
            Read::Kept(kept) => kept.into(),
            Read::Text(text) => Self::file(text),
        }
    }
}

/// A place as a record keeps it: the path with slashes, and where in the file.
#[derive(Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct Kept {
    path: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sheet: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cell: Option<String>,
}

impl From<Location> for Kept {
    fn from(place: Location) -> Self {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let (line, column) = place.line_and_column().unzip();
        let (sheet, cell) = place.sheet_and_cell().map(|(sheet, cell)| (sheet.to_owned(), cell)).unzip();
        Self { path: slashed(place.path()), line: line.map(number), column: column.map(number), sheet, cell }
    }
}

impl From<Kept> for Location {
    fn from(kept: Kept) -> Self {
        let path = || Arc::from(Path::new(&kept.path));
        let cell = kept.cell.as_deref().and_then(row_and_column);
        match (kept.line, kept.column, kept.sheet, cell) {
            (Some(line), Some(column), ..) => Self::position(&path(), line, column),
            (.., Some(sheet), Some((row, column))) => Self::cell(&path(), &sheet.into(), row, column),
            _ => Self::file(kept.path),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    File(Arc<Path>),
    Span(Arc<Source>, Range<usize>),
    /// Line and column from 1, without the text.
    Position(Arc<Path>, u32, u32),
    /// A sheet's cell: row and column from 0.
    Cell(Arc<Path>, Arc<str>, u32, u32),
}

impl Location {
    /// A file as a whole, or one that could not be read.
    pub fn file(path: impl AsRef<Path>) -> Self {
        Self(Kind::File(path.as_ref().into()))
    }

    /// A line and column of a file, both from 1, where the text is not kept.
    pub fn position(path: &Arc<Path>, line: u32, column: u32) -> Self {
        Self(Kind::Position(path.clone(), line, column))
    }

    /// A cell of a workbook's sheet, row and column from 0.
    pub fn cell(path: &Arc<Path>, sheet: &Arc<str>, row: u32, column: u32) -> Self {
        Self(Kind::Cell(path.clone(), sheet.clone(), row, column))
    }

    /// The file that it is in, as a whole.
    #[must_use]
    pub fn whole_file(&self) -> Self {
        let path = match &self.0 {
            Kind::Span(source, _) => &source.path,
            Kind::File(path) | Kind::Position(path, ..) | Kind::Cell(path, ..) => path,
        };
        Self(Kind::File(path.clone()))
    }

    /// The same place without the text around it, for what is kept by the thousand.
    #[must_use]
    pub fn without_text(self) -> Self {
        match (&self.0, self.line_and_column()) {
            (Kind::Span(source, _), Some((line, column))) => {
                let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
                Self(Kind::Position(source.path.clone(), number(line), number(column)))
            }
            _ => self,
        }
    }

    /// A span of bytes in a text. It is cut to what the text has, at character boundaries.
    pub fn span(source: &Arc<Source>, span: Range<usize>) -> Self {
        let text = &source.text;
        let boundary = |mut at: usize| {
            at = at.min(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            at
        };
        let start = boundary(span.start);
        Self(Kind::Span(source.clone(), start..boundary(span.end).max(start)))
    }

    /// A line and column of a text, both from 1 and in characters, up to the end of the word there.
    pub fn line(source: &Arc<Source>, line: usize, column: usize) -> Self {
        Self::span(source, source.milestones().place(line, column, &source.text))
    }

    /// A part of a quoted text that stands here: `range` are bytes of `quoted`, the text as it was read. Where escapes
    /// keep it from being found, the whole place.
    #[must_use]
    pub fn inside(&self, quoted: &str, range: Range<usize>) -> Self {
        match &self.0 {
            Kind::Span(source, span) => match source.text[span.clone()].find(quoted) {
                Some(at) => {
                    let start = span.start + at;
                    Self::span(source, start + range.start..start + range.end)
                }
                None => self.clone(),
            },
            _ => self.clone(),
        }
    }

    /// Where the text around here says something in quotes: from here on, or else at its first place. Nothing where the
    /// text is not known or says it otherwise.
    pub fn quoting(&self, said: &str) -> Option<Self> {
        let Kind::Span(source, span) = &self.0 else { return None };
        let quoted = ['"', '\''].map(|mark| format!("{mark}{said}{mark}"));
        let found = |from: usize| {
            quoted.iter().find_map(|quoted| Some((from + source.text[from..].find(quoted)?, quoted.len())))
        };
        let (at, length) = found(span.start).or_else(|| found(0))?;
        Some(Self::span(source, at..at + length))
    }

    /// The file's path.
    pub fn path(&self) -> &Path {
        match &self.0 {
            Kind::Span(source, _) => &source.path,
            Kind::File(path) | Kind::Position(path, ..) | Kind::Cell(path, ..) => path,
        }
    }

    /// The text and the span of bytes in it, where the text is known.
    pub fn text_and_span(&self) -> Option<(&str, Range<usize>)> {
        match &self.0 {
            Kind::Span(source, span) => Some((&source.text, span.clone())),
            _ => None,
        }
    }

    /// Line and column of the first character, both from 1, the column in characters.
    pub fn line_and_column(&self) -> Option<(usize, usize)> {
        if let Kind::Position(_, line, column) = self.0 {
            return Some((line as usize, column as usize));
        }
        let Kind::Span(source, span) = &self.0 else { return None };
        Some(source.line_and_column(span.start))
    }

    /// The sheet and the cell's name, where it is one.
    pub fn sheet_and_cell(&self) -> Option<(&str, String)> {
        match &self.0 {
            Kind::Cell(_, sheet, row, column) => Some((sheet, cell_name(*row, *column))),
            _ => None,
        }
    }

    /// The same place in a file that goes by another path; a text keeps its own.
    #[must_use]
    pub(crate) fn with_path(self, path: impl Fn(&Path) -> PathBuf) -> Self {
        Self(match self.0 {
            Kind::File(old) => Kind::File(path(&old).into()),
            Kind::Position(old, line, column) => Kind::Position(path(&old).into(), line, column),
            Kind::Cell(old, sheet, row, column) => Kind::Cell(path(&old).into(), sheet, row, column),
            Kind::Span(..) => self.0,
        })
    }

    /// Where in the file: `:line:column`, ` sheet!F17`, or nothing.
    pub fn within(&self) -> String {
        match (&self.0, self.line_and_column()) {
            (Kind::Cell(_, sheet, row, column), _) => format!(" {sheet}!{}", cell_name(*row, *column)),
            (_, Some((line, column))) => format!(":{line}:{column}"),
            _ => String::new(),
        }
    }
}

/// A cell's name as spreadsheets write it, row and column from 0: `F17`.
pub fn cell_name(row: u32, column: u32) -> String {
    let (mut letters, mut rest) = (Vec::new(), column);
    loop {
        letters.insert(0, char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    format!("{}{}", letters.iter().collect::<String>(), u64::from(row) + 1)
}

/// The row and the column, both from 0, of a cell's name.
fn row_and_column(name: &str) -> Option<(u32, u32)> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let mut column: u32 = 0;
    for letter in letters.bytes() {
        let letter = letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1)?;
        column = column.checked_mul(26)?.checked_add(letter)?;
    }
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

impl fmt::Display for Location {
    /// `path:line:column`, `path sheet!F17`, or the path alone. Slashes on every system.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", slashed(self.path()), self.within())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_quoted_text_has_its_own_column() {
        let source = Source::new("a.toml", "rule = \"a <= b\"\nrule = \"a \\u003C b\"\n");
        let value = |line: usize| Location::line(&source, line, 8);
        assert_eq!(value(1).inside("a <= b", 5..6).to_string(), "a.toml:1:14");
        assert_eq!(value(2).inside("a < b", 4..5).to_string(), "a.toml:2:8", "escapes: the whole text");
    }

    #[test]
    fn a_cell_is_named_as_a_spreadsheet_names_it() {
        let (path, sheet) = (Arc::from(Path::new("units.xlsx")), Arc::from("一季度"));
        assert_eq!(Location::cell(&path, &sheet, 16, 5).to_string(), "units.xlsx 一季度!F17");
        for (column, name) in
            [(0, "A1"), (25, "Z1"), (26, "AA1"), (701, "ZZ1"), (702, "AAA1"), (16383, "XFD1")]
        {
            assert_eq!(cell_name(0, column), name);
            assert_eq!(row_and_column(name), Some((0, column)));
        }
    }

    #[test]
    fn a_place_reads_back_from_a_record() {
        let (path, sheet) = (Arc::from(Path::new("a/b.xlsx")), Arc::from("一季度"));
        for (place, json) in [
            (Location::cell(&path, &sheet, 16, 5), r#"{"path":"a/b.xlsx","sheet":"一季度","cell":"F17"}"#),
            (Location::position(&path, 3, 5), r#"{"path":"a/b.xlsx","line":3,"column":5}"#),
            (Location::file("a/b.xlsx"), r#"{"path":"a/b.xlsx"}"#),
        ] {
            assert_eq!(serde_json::to_string(&place).unwrap(), json);
            assert_eq!(serde_json::from_str::<Location>(json).unwrap(), place);
        }
    }

    #[test]
    fn a_place_without_its_text_reads_the_same() {
        let source = Source::new("a.toml", "一二\n三四五 = 1\n");
        let place = Location::line(&source, 2, 3);
        let kept = place.clone().without_text();
        assert_eq!((kept.to_string(), kept.text_and_span()), (place.to_string(), None));
    }

    #[test]
    fn columns_count_characters() {
        let source = Source::new("a.toml", "一二\n三四五 = 1\n");
        let at = source.text.find('五').unwrap();
        assert_eq!(Location::span(&source, at..at + 3).to_string(), "a.toml:2:3");
        assert_eq!(Location::line(&source, 2, 3).line_and_column(), Some((2, 3)));
        assert_eq!(Location::span(&source, 1..2).line_and_column(), Some((1, 1)), "inside a character");
        assert_eq!(Location::line(&source, 99, 1).line_and_column(), Some((3, 1)));
    }

    #[test]
    fn lines_are_counted_however_many_there_are() {
        let source = Source::new("x.toml", "\n".repeat(1000) + "云溪");
        let place = Location::span(&source, 1003..1006);
        assert_eq!(place.line_and_column(), Some((1001, 2)));
    }
}
