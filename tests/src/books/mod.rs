//! Workbooks of the four formats from one description, byte by byte: what spreadsheet programs write, and nothing that a
//! library would mend on the way.

#![allow(
    clippy::format_collect,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "short and for tests"
)]

mod containers;
mod ods;
mod xls;
mod xlsb;
mod xlsx;

pub use containers::{ole, zipped};

/// What a cell holds.
#[derive(Clone, Debug)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text.
    Text(String),
    /// A number, the code of its format, and how it is shown.
    Number(f64, String, String),
    /// Text that its style indents by so many steps.
    Indented(String, u8),
    /// Text of runs, each struck out or not.
    Runs(Vec<(String, bool)>),
    /// Yes or no.
    Boolean(bool),
    /// What a formula failed with: `#N/A` or `#DIV/0!`.
    Error(&'static str),
}

/// Text.
pub fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// Text of which what stands between two `~` is struck out.
pub fn struck(text: &str) -> Cell {
    let runs = text.split('~').enumerate().filter(|(_, run)| !run.is_empty());
    Cell::Runs(runs.map(|(at, run)| (run.to_owned(), at % 2 == 1)).collect())
}

/// Text that is indented by as many steps as it begins with `>`.
fn indented(text: &str) -> Cell {
    let bare = text.trim_start_matches('>');
    Cell::Indented(bare.to_owned(), u8::try_from(text.len() - bare.len()).unwrap())
}

/// A number that is shown as it is.
pub fn number(value: f64) -> Cell {
    Cell::Number(value, "General".to_owned(), value.to_string())
}

/// A number in a format.
pub fn formatted(value: f64, code: &str, shown: &str) -> Cell {
    Cell::Number(value, code.to_owned(), shown.to_owned())
}

/// A workbook.
#[derive(Clone, Debug, Default)]
pub struct Book {
    /// Its sheets: names, and rows of cells.
    pub sheets: Vec<(String, Vec<Vec<Cell>>)>,
    /// Whether its days count from 1904.
    pub is_1904: bool,
    /// Whether it has a sheet that is a chart, before the others.
    pub has_chart: bool,
    /// Whether white space stands between elements of XML.
    pub is_spaced: bool,
    /// Cells of the first sheet that are merged: first row, first column, last row, last column, all from 0. What lies under
    /// them is empty.
    pub merged: Vec<[u16; 4]>,
    /// The sheets that are hidden, by their numbers.
    pub hidden: Vec<usize>,
    /// Cells of the first sheet with a comment: rows and columns from 0, filled ones.
    pub commented: Vec<(u16, u16)>,
}

/// The formats, by their extensions.
pub const FORMATS: [&str; 4] = ["xlsx", "xlsb", "xls", "ods"];

impl Book {
    /// A workbook of rows of cells parted by `|`, in which numbers are numbers, and texts are indented by as many steps as they begin
    /// with `>`. A sheet whose name begins with `~` is hidden.
    pub fn of_rows(sheets: &[(&str, &[&str])]) -> Self {
        let cell = |shown: &str| match (shown, shown.parse::<f64>()) {
            ("", _) => Cell::Empty,
            (_, Ok(value)) => number(value),
            _ if shown.starts_with('>') => indented(shown),
            _ => text(shown),
        };
        let sheet = |(name, rows): &(&str, &[&str])| {
            let rows = rows.iter().map(|row| row.split('|').map(cell).collect()).collect();
            (name.trim_start_matches('~').to_owned(), rows)
        };
        let hidden = (0..).zip(sheets).filter(|(_, (name, _))| name.starts_with('~')).map(|(at, _)| at);
        Self { sheets: sheets.iter().map(sheet).collect(), hidden: hidden.collect(), ..Self::default() }
    }

    /// With cells of the first sheet merged.
    #[must_use]
    pub fn merged(mut self, ranges: &[[u16; 4]]) -> Self {
        self.merged = ranges.to_vec();
        self
    }

    /// A workbook of one sheet.
    pub fn of(name: &str, rows: Vec<Vec<Cell>>) -> Self {
        Self { sheets: vec![(name.to_owned(), rows)], ..Self::default() }
    }

    /// With a further sheet.
    #[must_use]
    pub fn with(mut self, name: &str, rows: Vec<Vec<Cell>>) -> Self {
        self.sheets.push((name.to_owned(), rows));
        self
    }

    /// Its bytes in a format.
    pub fn bytes(&self, format: &str) -> Vec<u8> {
        match format {
            "xlsx" => self.xlsx(),
            "xlsb" => self.xlsb(),
            "xls" => self.xls(),
            "ods" => self.ods(),
            other => panic!("no format {other}"),
        }
    }

    /// The codes of its formats with the steps of an indent; the number of a style is its place, from 1.
    fn looks(&self) -> Vec<(&str, u8)> {
        let mut looks: Vec<(&str, u8)> = Vec::new();
        for cell in self.sheets.iter().flat_map(|(_, rows)| rows.iter().flatten()) {
            looks.extend(look(cell).filter(|look| !looks.contains(look)));
        }
        looks
    }

    /// Of each style from 0 the number of its format and its indent.
    fn formats(&self) -> Vec<(u16, u8)> {
        let own = (164_u16..).zip(self.looks()).map(|(id, (_, indent))| (id, indent));
        std::iter::once((0, 0)).chain(own).collect()
    }

    fn style(&self, cell: &Cell) -> usize {
        let at = look(cell).and_then(|look| self.looks().iter().position(|known| *known == look));
        at.map_or(0, |at| at + 1)
    }

    /// The texts that cells share, as runs of which each is struck out or not.
    fn strings(&self) -> Vec<Vec<(&str, bool)>> {
        let cells = self.sheets.iter().flat_map(|(_, rows)| rows.iter().flatten());
        let runs = cells.filter_map(|cell| match cell {
            Cell::Text(text) | Cell::Indented(text, _) => Some(vec![(text.as_str(), false)]),
            Cell::Runs(runs) => {
                Some(runs.iter().map(|(run, is_struck)| (run.as_str(), *is_struck)).collect())
            }
            _ => None,
        });
        runs.collect()
    }

    /// A package, with white space where that is wanted.
    fn packed(&self, mut parts: Vec<(String, Vec<u8>)>) -> Vec<u8> {
        for (name, bytes) in parts.iter_mut().filter(|_| self.is_spaced) {
            if !name.ends_with(".bin") && name != "mimetype" {
                *bytes =
                    String::from_utf8(std::mem::take(bytes)).unwrap().replace("><", ">\n  <").into_bytes();
            }
        }
        zipped(&parts)
    }
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The code of a cell's format, and the steps of its indent.
fn look(cell: &Cell) -> Option<(&str, u8)> {
    match cell {
        Cell::Number(_, code, _) => Some((code, 0)),
        Cell::Indented(_, indent) => Some(("General", *indent)),
        _ => None,
    }
}

fn code_of(error: &str) -> u8 {
    match error {
        "#DIV/0!" => 0x07,
        "#VALUE!" => 0x0F,
        "#REF!" => 0x17,
        "#NAME?" => 0x1D,
        _ => 0x2A,
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;").replace('\n', "&#10;")
}

fn letters(column: usize) -> String {
    let letter = |at: usize| char::from(b'A' + u8::try_from(at).unwrap());
    if column < 26 {
        letter(column).into()
    } else {
        [letter(column / 26 - 1), letter(column % 26)].iter().collect()
    }
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// The flag of a font that strikes out.
const STRUCK: u16 = 8;

/// Where each run of a text begins, and whether it is struck out.
fn starts(runs: &[(&str, bool)]) -> Vec<(u16, bool)> {
    let mut at = 0;
    let start = |(text, is_struck): &(&str, bool)| {
        let start = at;
        at += u16::try_from(text.encode_utf16().count()).unwrap();
        (start, *is_struck)
    };
    runs.iter().map(start).collect()
}

fn joined(runs: &[(&str, bool)]) -> String {
    runs.iter().map(|(text, _)| *text).collect()
}

fn root_relations(main: &str) -> Vec<u8> {
    relations_part(&format!("<Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"{main}\"/>"))
}

fn relations_part(relations: &str) -> Vec<u8> {
    format!("{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>").into_bytes()
}
