//! Workbooks of the four formats from one description, byte by byte: what spreadsheet programs write, and nothing that a
//! library would mend on the way.

#![allow(
    clippy::format_collect,
    clippy::case_sensitive_file_extension_comparisons,
    reason = "short and for tests"
)]

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;

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

    fn xlsx(&self) -> Vec<u8> {
        let (mut sheets, mut types, mut relations) = (String::new(), String::new(), String::new());
        let mut parts = Vec::new();
        let mut string = 0;
        if self.has_chart {
            sheets.push_str("<sheet name=\"图\" sheetId=\"99\" r:id=\"rIdC\"/>");
            let _ = write!(
                relations,
                "<Relationship Id=\"rIdC\" Type=\"{OFFICE}/chartsheet\" Target=\"chartsheets/sheet1.xml\"/>"
            );
            parts.push((
                "xl/chartsheets/sheet1.xml".to_owned(),
                format!("{XML}<chartsheet xmlns=\"{SHEET}\"><sheetViews/></chartsheet>").into_bytes(),
            ));
        }
        for (at, (name, rows)) in (1..).zip(&self.sheets) {
            let state = if self.hidden.contains(&(at - 1)) { " state=\"hidden\"" } else { "" };
            let _ = write!(
                sheets,
                "<sheet name=\"{}\" sheetId=\"{at}\"{state} r:id=\"rId{at}\"/>",
                escaped(name)
            );
            let _ = write!(
                types,
                "<Override PartName=\"/xl/worksheets/sheet{at}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/>"
            );
            let _ = write!(
                relations,
                "<Relationship Id=\"rId{at}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>"
            );
            let mut data = String::new();
            for (row, cells) in rows.iter().enumerate() {
                let _ = write!(data, "<row r=\"{}\">", row + 1);
                for (column, cell) in cells.iter().enumerate() {
                    let place = format!("r=\"{}{}\" s=\"{}\"", letters(column), row + 1, self.style(cell));
                    let _ = match cell {
                        Cell::Empty => Ok(()),
                        Cell::Text(_) | Cell::Indented(..) | Cell::Runs(_) => {
                            string += 1;
                            write!(data, "<c {place} t=\"s\"><v>{}</v></c>", string - 1)
                        }
                        Cell::Number(value, ..) => write!(data, "<c {place}><v>{value}</v></c>"),
                        Cell::Boolean(yes) => {
                            write!(data, "<c {place} t=\"b\"><v>{}</v></c>", u8::from(*yes))
                        }
                        Cell::Error(error) => write!(data, "<c {place} t=\"e\"><f>1/0</f><v>{error}</v></c>"),
                    };
                }
                data.push_str("</row>");
            }
            parts.push((
                format!("xl/worksheets/sheet{at}.xml"),
                format!(
                    "{XML}<worksheet xmlns=\"{SHEET}\"><sheetData>{data}</sheetData>{}</worksheet>",
                    self.merge_cells(at)
                )
                .into_bytes(),
            ));
        }
        let _ = write!(
            relations,
            "<Relationship Id=\"rIdS\" Type=\"{OFFICE}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rIdT\" Type=\"{OFFICE}/sharedStrings\" Target=\"sharedStrings.xml\"/>"
        );
        let formats: String = (164..)
            .zip(self.looks())
            .map(|(id, (code, _))| format!("<numFmt numFmtId=\"{id}\" formatCode=\"{}\"/>", escaped(code)))
            .collect();
        let styles: String = (164..).zip(self.looks()).map(|(id, (_, indent))| format!("<xf numFmtId=\"{id}\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\"><alignment indent=\"{indent}\"/></xf>")).collect();
        let strings: String =
            self.strings().iter().map(|runs| format!("<si>{}</si>", runs_of_xlsx(runs))).collect();
        let date = if self.is_1904 { "<workbookPr date1904=\"1\"/>" } else { "" };
        parts.extend([
            ("[Content_Types].xml".to_owned(), format!("{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/><Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>{types}<Override PartName=\"/xl/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml\"/></Types>").into_bytes()),
            ("_rels/.rels".to_owned(), root_relations("xl/workbook.xml")),
            ("xl/workbook.xml".to_owned(), format!("{XML}<workbook xmlns=\"{SHEET}\" xmlns:r=\"{OFFICE}\">{date}<sheets>{sheets}</sheets></workbook>").into_bytes()),
            ("xl/_rels/workbook.xml.rels".to_owned(), relations_part(&relations)),
            ("xl/styles.xml".to_owned(), format!("{XML}<styleSheet xmlns=\"{SHEET}\"><numFmts>{formats}</numFmts><fonts><font><sz val=\"11\"/><name val=\"Arial\"/></font></fonts><fills><fill><patternFill patternType=\"none\"/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs><cellXfs><xf numFmtId=\"0\" fontId=\"0\" fillId=\"0\" borderId=\"0\" xfId=\"0\"/>{styles}</cellXfs></styleSheet>").into_bytes()),
            ("xl/sharedStrings.xml".to_owned(), format!("{XML}<sst xmlns=\"{SHEET}\">{strings}</sst>").into_bytes()),
        ]);
        self.packed(parts)
    }

    /// The element of merged cells of a sheet of an .xlsx, by its number from 1.
    fn merge_cells(&self, sheet: usize) -> String {
        if sheet > 1 || self.merged.is_empty() {
            return String::new();
        }
        let name = |row: u16, column: u16| format!("{}{}", letters(usize::from(column)), row + 1);
        let range = |[top, left, bottom, right]: &[u16; 4]| {
            format!("<mergeCell ref=\"{}:{}\"/>", name(*top, *left), name(*bottom, *right))
        };
        format!("<mergeCells>{}</mergeCells>", self.merged.iter().map(range).collect::<String>())
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

    fn xlsb(&self) -> Vec<u8> {
        let (mut book, mut relations, mut types) = (Records12::default(), String::new(), String::new());
        book.put(131, &[]);
        book.put(153, &[&u32::from(self.is_1904).to_le_bytes()[..], &[0; 4], &wide("")].concat());
        book.put(143, &[]);
        let mut parts = Vec::new();
        let mut string = 0_u32;
        if self.has_chart {
            book.put(156, &[&[0; 4][..], &99_u32.to_le_bytes(), &wide("rIdC"), &wide("图")].concat());
            let _ = write!(
                relations,
                "<Relationship Id=\"rIdC\" Type=\"{OFFICE}/chartsheet\" Target=\"chartsheets/sheet1.bin\"/>"
            );
            let mut chart = Records12::default();
            chart.put(129, &[]);
            chart.put(130, &[]);
            parts.push(("xl/chartsheets/sheet1.bin".to_owned(), chart.0));
        }
        for (at, (name, rows)) in (1_u32..).zip(&self.sheets) {
            let state = u32::from(self.hidden.iter().any(|hidden| u32::try_from(*hidden) == Ok(at - 1)));
            let own = [&at.to_le_bytes()[..], &wide(&format!("rId{at}")), &wide(name)].concat();
            book.put(156, &[&state.to_le_bytes()[..], &own].concat());
            let _ = write!(
                relations,
                "<Relationship Id=\"rId{at}\" Type=\"{OFFICE}/worksheet\" Target=\"worksheets/sheet{at}.bin\"/>"
            );
            let _ = write!(
                types,
                "<Override PartName=\"/xl/worksheets/sheet{at}.bin\" ContentType=\"application/vnd.ms-excel.worksheet\"/>"
            );
            let mut sheet = Records12::default();
            sheet.put(129, &[]);
            sheet.put(145, &[]);
            for (row, cells) in (0_u32..).zip(rows) {
                sheet.put(0, &[&row.to_le_bytes()[..], &[0; 4], &[0x2C, 1], &[0; 7]].concat());
                for (column, cell) in (0_u32..).zip(cells) {
                    let style = u32::try_from(self.style(cell)).unwrap();
                    let head = [column.to_le_bytes(), style.to_le_bytes()].concat();
                    match cell {
                        Cell::Empty => {}
                        Cell::Text(_) | Cell::Indented(..) | Cell::Runs(_) => {
                            sheet.put(7, &[&head[..], &string.to_le_bytes()].concat());
                            string += 1;
                        }
                        Cell::Number(value, ..) => sheet.put(5, &[&head[..], &value.to_le_bytes()].concat()),
                        Cell::Boolean(yes) => sheet.put(4, &[&head[..], &[u8::from(*yes)]].concat()),
                        Cell::Error(error) => {
                            sheet.put(11, &[&head[..], &[code_of(error)], &[0, 0], &[0; 8]].concat());
                        }
                    }
                }
            }
            sheet.put(146, &[]);
            for [top, left, bottom, right] in self.merged.iter().filter(|_| at == 1) {
                let ends = [top, bottom, left, right].map(|end| u32::from(*end).to_le_bytes());
                sheet.put(176, &ends.concat());
            }
            sheet.put(130, &[]);
            parts.push((format!("xl/worksheets/sheet{at}.bin"), sheet.0));
        }
        book.put(144, &[]);
        book.put(132, &[]);
        let mut strings = Records12::default();
        let count = u32::try_from(self.strings().len()).unwrap().to_le_bytes();
        strings.put(159, &[count, count].concat());
        self.strings().iter().for_each(|runs| strings.put(19, &rich_12(runs)));
        strings.put(160, &[]);
        let mut styles = Records12::default();
        styles.put(278, &[]);
        styles.put(615, &u32::try_from(self.looks().len()).unwrap().to_le_bytes());
        for (id, (code, _)) in (164_u16..).zip(self.looks()) {
            styles.put(44, &[&id.to_le_bytes()[..], &wide(code)].concat());
        }
        styles.put(616, &[]);
        for flags in [0_u16, STRUCK] {
            styles.put(
                43,
                &[&220_u16.to_le_bytes()[..], &flags.to_le_bytes(), &[0; 17], &wide("Arial")].concat(),
            );
        }
        styles.put(617, &u32::try_from(self.looks().len() + 1).unwrap().to_le_bytes());
        for (id, indent) in self.formats() {
            styles.put(47, &[&[0; 2][..], &id.to_le_bytes(), &[0; 7], &[indent], &[0; 4]].concat());
        }
        styles.put(618, &[]);
        styles.put(279, &[]);
        let _ = write!(
            relations,
            "<Relationship Id=\"rIdS\" Type=\"{OFFICE}/styles\" Target=\"styles.bin\"/><Relationship Id=\"rIdT\" Type=\"{OFFICE}/sharedStrings\" Target=\"sharedStrings.bin\"/>"
        );
        parts.extend([
            ("[Content_Types].xml".to_owned(), format!("{XML}<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"bin\" ContentType=\"application/vnd.ms-excel.sheet.binary.macroEnabled.main\"/>{types}<Override PartName=\"/xl/styles.bin\" ContentType=\"application/vnd.ms-excel.styles\"/><Override PartName=\"/xl/sharedStrings.bin\" ContentType=\"application/vnd.ms-excel.sharedStrings\"/></Types>").into_bytes()),
            ("_rels/.rels".to_owned(), root_relations("xl/workbook.bin")),
            ("xl/_rels/workbook.bin.rels".to_owned(), relations_part(&relations)),
            ("xl/workbook.bin".to_owned(), book.0),
            ("xl/styles.bin".to_owned(), styles.0),
            ("xl/sharedStrings.bin".to_owned(), strings.0),
        ]);
        self.packed(parts)
    }

    /// The stream of records of an .xls.
    pub fn records(&self) -> Vec<u8> {
        let mut head = Records8::default();
        head.put(0x809, &[0, 6, 5, 0, 0xAA, 0x1F, 0xCD, 7, 0x41, 0, 0, 0, 6, 0, 0, 0]);
        head.put(0x42, &1200_u16.to_le_bytes());
        head.put(0x22, &u16::from(self.is_1904).to_le_bytes());
        for flags in [0, 0, 0, 0, STRUCK] {
            let font = [&[0xC8, 0][..], &flags.to_le_bytes(), b"\xFF\x7F\x90\x01\0\0\0\0\0\0\x05\0Arial"];
            head.put(0x31, &font.concat());
        }
        for (id, (code, _)) in (164_u16..).zip(self.looks()) {
            head.put(0x41E, &[&id.to_le_bytes()[..], &wide_16(code)].concat());
        }
        for (id, indent) in std::iter::repeat_n((0, 0), 15).chain(self.formats()) {
            head.put(0xE0, &[&[0; 2][..], &id.to_le_bytes(), &[1, 0], &[0; 2], &[indent], &[0; 11]].concat());
        }
        let sheets: Vec<Vec<u8>> = {
            let mut string = 0_u32;
            let merged = |at: usize| if at == 0 { self.merged.as_slice() } else { &[] };
            let sheets = self.sheets.iter().enumerate();
            sheets.map(|(at, (_, rows))| self.sheet_records(rows, merged(at), &mut string)).collect()
        };
        let chart: usize = if self.has_chart { 4 + 8 + 2 } else { 0 };
        let named: usize = chart
            + self.sheets.iter().map(|(name, _)| 4 + 8 + name.encode_utf16().count() * 2).sum::<usize>();
        let strings = self.string_records();
        let mut start = head.0.len() + named + strings.len() + 4;
        let mut charts = Records8::default();
        if self.has_chart {
            let place = u32::try_from(start).unwrap();
            head.put(0x85, &[&place.to_le_bytes()[..], &[0, 2, 1, 1], &utf16("图")].concat());
            charts.put(0x809, &[0, 6, 0x20, 0, 0xAA, 0x1F, 0xCD, 7, 0x41, 0, 0, 0, 6, 0, 0, 0]);
            charts.put(0x0A, &[]);
            start += charts.0.len();
        }
        for (at, ((name, _), sheet)) in self.sheets.iter().zip(&sheets).enumerate() {
            let state = u8::from(self.hidden.contains(&at));
            let place = u32::try_from(start).unwrap();
            let name: Vec<u8> =
                [&[u8::try_from(name.encode_utf16().count()).unwrap(), 1][..], &utf16(name)].concat();
            head.put(0x85, &[&place.to_le_bytes()[..], &[state, 0], &name].concat());
            start += sheet.len();
        }
        head.0.extend(strings);
        head.put(0x0A, &[]);
        head.0.extend(charts.0);
        head.0.extend(sheets.concat());
        head.0
    }

    /// Shared strings, in as many records as they need.
    fn string_records(&self) -> Vec<u8> {
        let strings = self.strings();
        let count = u32::try_from(strings.len()).unwrap().to_le_bytes();
        let mut records = Records8::default();
        let (mut kind, mut data) = (0xFC, [count, count].concat());
        for text in strings {
            let text = rich_16(&text);
            if data.len() + text.len() > 8000 {
                records.put(kind, &data);
                (kind, data) = (0x3C, Vec::new());
            }
            data.extend(text);
        }
        records.put(kind, &data);
        records.0
    }

    fn sheet_records(&self, rows: &[Vec<Cell>], merged: &[[u16; 4]], string: &mut u32) -> Vec<u8> {
        let mut sheet = Records8::default();
        sheet.put(0x809, &[0, 6, 0x10, 0, 0xAA, 0x1F, 0xCD, 7, 0x41, 0, 0, 0, 6, 0, 0, 0]);
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let ends = [u16::try_from(rows.len()).unwrap(), 0, 0, u16::try_from(columns).unwrap(), 0];
        sheet.put(
            0x200,
            &[&[0; 4][..], &ends.iter().flat_map(|end| end.to_le_bytes()).collect::<Vec<_>>()].concat(),
        );
        for (row, cells) in (0_u16..).zip(rows) {
            for (column, cell) in (0_u16..).zip(cells) {
                let style = u16::try_from(15 + self.style(cell)).unwrap();
                let head = [row.to_le_bytes(), column.to_le_bytes(), style.to_le_bytes()].concat();
                match cell {
                    Cell::Empty => {}
                    Cell::Text(_) | Cell::Indented(..) | Cell::Runs(_) => {
                        sheet.put(0xFD, &[&head[..], &string.to_le_bytes()].concat());
                        *string += 1;
                    }
                    Cell::Number(value, ..) => sheet.put(0x203, &[&head[..], &value.to_le_bytes()].concat()),
                    Cell::Boolean(yes) => sheet.put(0x205, &[&head[..], &[u8::from(*yes), 0]].concat()),
                    Cell::Error(error) => sheet.put(0x205, &[&head[..], &[code_of(error), 1]].concat()),
                }
            }
        }
        if !merged.is_empty() {
            let ranges = merged.iter().flat_map(|[top, left, bottom, right]| [top, bottom, left, right]);
            let words = std::iter::once(u16::try_from(merged.len()).unwrap()).chain(ranges.copied());
            sheet.put(0xE5, &words.flat_map(u16::to_le_bytes).collect::<Vec<_>>());
        }
        sheet.put(0x0A, &[]);
        sheet.0
    }

    fn xls(&self) -> Vec<u8> {
        ole("Workbook", &self.records())
    }

    fn ods(&self) -> Vec<u8> {
        let mut tables = String::new();
        for (at, (name, rows)) in self.sheets.iter().enumerate() {
            let style = if self.hidden.contains(&at) { " table:style-name=\"hidden\"" } else { "" };
            let _ = write!(tables, "<table:table table:name=\"{}\"{style}>", escaped(name));
            let merged = if at == 0 { self.merged.as_slice() } else { &[] };
            for (row, cells) in (0_u16..).zip(rows) {
                tables.push_str("<table:table-row>");
                for (column, cell) in (0_u16..).zip(cells) {
                    tables.push_str(&ods_spanned(&ods_cell(cell), merged, (row, column)));
                }
                tables.push_str("</table:table-row>");
            }
            tables.push_str("</table:table>");
        }
        let parts = vec![
            ("mimetype".to_owned(), b"application/vnd.oasis.opendocument.spreadsheet".to_vec()),
            ("META-INF/manifest.xml".to_owned(), format!("{XML}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.2\"><manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>").into_bytes()),
            ("content.xml".to_owned(), format!("{XML}<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\" xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" office:version=\"1.2\"><office:automatic-styles><style:style style:name=\"hidden\" style:family=\"table\"><style:table-properties table:display=\"false\"/></style:style><style:style style:name=\"indent1\" style:family=\"table-cell\"><style:paragraph-properties fo:text-align=\"start\" fo:margin-left=\"0.353cm\"/></style:style><style:style style:name=\"indent2\" style:family=\"table-cell\"><style:paragraph-properties fo:text-align=\"start\" fo:margin-left=\"0.706cm\"/></style:style><style:style style:name=\"struck\" style:family=\"text\"><style:text-properties style:text-line-through-style=\"solid\"/></style:style></office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>").into_bytes()),
        ];
        self.packed(parts)
    }
}

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SHEET: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/// The code of a cell's format, and the steps of its indent.
fn look(cell: &Cell) -> Option<(&str, u8)> {
    match cell {
        Cell::Number(_, code, _) => Some((code, 0)),
        Cell::Indented(_, indent) => Some(("General", *indent)),
        _ => None,
    }
}

fn ods_cell(cell: &Cell) -> String {
    let paragraphs = |text: &str| -> String {
        text.split('\n').map(|line| format!("<text:p>{}</text:p>", escaped(line))).collect()
    };
    match cell {
        Cell::Empty => "<table:table-cell/>".to_owned(),
        Cell::Text(text) => {
            format!("<table:table-cell office:value-type=\"string\">{}</table:table-cell>", paragraphs(text))
        }
        Cell::Indented(text, indent) => {
            format!(
                "<table:table-cell table:style-name=\"indent{indent}\" office:value-type=\"string\">{}</table:table-cell>",
                paragraphs(text)
            )
        }
        Cell::Runs(runs) => {
            let run = |(text, is_struck): &(String, bool)| {
                let style = if *is_struck { " text:style-name=\"struck\"" } else { "" };
                format!("<text:span{style}>{}</text:span>", escaped(text))
            };
            let runs: String = runs.iter().map(run).collect();
            format!(
                "<table:table-cell office:value-type=\"string\"><text:p>{runs}</text:p></table:table-cell>"
            )
        }
        Cell::Number(value, code, shown) if code.contains('y') || code.contains("d\"") => {
            let days = value.to_string().parse::<i64>().unwrap_or_default();
            let day = jiff::civil::date(1899, 12, 30).saturating_add(jiff::Span::new().days(days));
            let day = shown.parse().unwrap_or(day);
            format!(
                "<table:table-cell office:value-type=\"date\" office:date-value=\"{day}\"><text:p>{shown}</text:p></table:table-cell>"
            )
        }
        Cell::Number(value, _, shown) => {
            let kind = if shown.ends_with('%') { "percentage" } else { "float" };
            format!(
                "<table:table-cell office:value-type=\"{kind}\" office:value=\"{value}\">{}</table:table-cell>",
                paragraphs(shown)
            )
        }
        Cell::Boolean(yes) => {
            format!(
                "<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"{yes}\"><text:p>{}</text:p></table:table-cell>",
                yes.to_string().to_uppercase()
            )
        }
        Cell::Error(error) => {
            format!(
                "<table:table-cell table:formula=\"of:=1/0\" office:value-type=\"string\" office:string-value=\"\" calcext:value-type=\"error\"><text:p>{error}</text:p></table:table-cell>"
            )
        }
    }
}

/// A cell as the ranges that are merged have it.
fn ods_spanned(cell: &str, merged: &[[u16; 4]], (row, column): (u16, u16)) -> String {
    let covers = |[top, left, bottom, right]: &&[u16; 4]| {
        (*top..=*bottom).contains(&row) && (*left..=*right).contains(&column)
    };
    match merged.iter().find(covers) {
        Some([top, left, bottom, right]) if (*top, *left) == (row, column) => {
            let spans = format!(
                "<table:table-cell table:number-rows-spanned=\"{}\" table:number-columns-spanned=\"{}\"",
                bottom - top + 1,
                right - left + 1
            );
            cell.replacen("<table:table-cell", &spans, 1)
        }
        Some(_) => "<table:covered-table-cell/>".to_owned(),
        None => cell.to_owned(),
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

/// A text of .xlsb.
fn wide(text: &str) -> Vec<u8> {
    let count = u32::try_from(text.encode_utf16().count()).unwrap();
    [&count.to_le_bytes()[..], &utf16(text)].concat()
}

/// A text of .xls.
fn wide_16(text: &str) -> Vec<u8> {
    let count = u16::try_from(text.encode_utf16().count()).unwrap();
    [&count.to_le_bytes()[..], &[1], &utf16(text)].concat()
}

/// The flag of a font that strikes out.
const STRUCK: u16 = 8;

/// The runs of a shared text of .xlsx.
fn runs_of_xlsx(runs: &[(&str, bool)]) -> String {
    let text = |text: &str| format!("<t xml:space=\"preserve\">{}</t>", escaped(text));
    if let [(only, false)] = runs {
        return text(only);
    }
    let run = |(said, is_struck): &(&str, bool)| {
        let look = if *is_struck { "<rPr><strike/><sz val=\"11\"/></rPr>" } else { "" };
        format!("<r>{look}{}</r>", text(said))
    };
    runs.iter().map(run).collect()
}

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

/// A text of .xlsb with its runs.
fn rich_12(runs: &[(&str, bool)]) -> Vec<u8> {
    let text = wide(&joined(runs));
    if let [(_, false)] = runs {
        return [&[0][..], &text].concat();
    }
    let starts = starts(runs);
    let count = u32::try_from(starts.len()).unwrap().to_le_bytes();
    let runs = starts.iter().flat_map(|(start, is_struck)| [*start, u16::from(*is_struck)]);
    [&[1][..], &text, &count, &runs.flat_map(u16::to_le_bytes).collect::<Vec<_>>()].concat()
}

/// A text of .xls with its runs.
fn rich_16(runs: &[(&str, bool)]) -> Vec<u8> {
    let text = joined(runs);
    if let [(_, false)] = runs {
        return wide_16(&text);
    }
    let starts = starts(runs);
    let count = u16::try_from(text.encode_utf16().count()).unwrap().to_le_bytes();
    let number = u16::try_from(starts.len()).unwrap().to_le_bytes();
    // The fifth font has number 5.
    let runs = starts.iter().flat_map(|(start, is_struck)| [*start, if *is_struck { 5 } else { 0 }]);
    let runs: Vec<u8> = runs.flat_map(u16::to_le_bytes).collect();
    [&count[..], &[9], &number, &utf16(&text), &runs].concat()
}

/// Records of .xlsb.
#[derive(Default)]
struct Records12(Vec<u8>);

impl Records12 {
    fn put(&mut self, kind: u16, data: &[u8]) {
        let low = u8::try_from(kind & 0x7F).unwrap();
        if kind < 0x80 {
            self.0.push(low);
        } else {
            self.0.extend([low | 0x80, u8::try_from(kind >> 7).unwrap()]);
        }
        let mut size = data.len();
        while size >= 0x80 {
            self.0.push(u8::try_from(size & 0x7F).unwrap() | 0x80);
            size >>= 7;
        }
        self.0.push(u8::try_from(size).unwrap());
        self.0.extend(data);
    }
}

/// Records of .xls.
#[derive(Default)]
struct Records8(Vec<u8>);

impl Records8 {
    fn put(&mut self, kind: u16, data: &[u8]) {
        self.0.extend(kind.to_le_bytes());
        self.0.extend(u16::try_from(data.len()).unwrap().to_le_bytes());
        self.0.extend(data);
    }
}

fn root_relations(main: &str) -> Vec<u8> {
    relations_part(&format!("<Relationship Id=\"rId1\" Type=\"{OFFICE}/officeDocument\" Target=\"{main}\"/>"))
}

fn relations_part(relations: &str) -> Vec<u8> {
    format!("{XML}<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{relations}</Relationships>").into_bytes()
}

/// A package of parts.
pub fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The older container with one stream.
pub fn ole(name: &str, stream: &[u8]) -> Vec<u8> {
    const SECTOR: usize = 512;
    let mut stream = stream.to_vec();
    // Shorter ones would lie in small sectors.
    stream.resize(stream.len().max(4096).next_multiple_of(SECTOR), 0);
    let count = stream.len() / SECTOR;
    let tables = (count + 1).div_ceil(127);
    assert!(tables <= 109, "too long for a test");
    let number = |at: usize| u32::try_from(at).unwrap();
    let mut next: Vec<u32> = vec![0xFFFF_FFFD; tables];
    next.push(0xFFFF_FFFE);
    next.extend((1..count).map(|at| number(tables + 1 + at)));
    next.push(0xFFFF_FFFE);
    next.resize(tables * 128, 0xFFFF_FFFF);
    let mut header = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 16]].concat();
    for word in [0x3E_u16, 3, 0xFFFE, 9, 6, 0, 0, 0] {
        header.extend(word.to_le_bytes());
    }
    for word in [0, number(tables), number(tables), 0, 4096, 0xFFFF_FFFE, 0, 0xFFFF_FFFE, 0] {
        header.extend(word.to_le_bytes());
    }
    (0..109).for_each(|at| header.extend(if at < tables { number(at) } else { 0xFFFF_FFFF }.to_le_bytes()));
    let entry = |name: &str, kind: u8, child: u32, first: u32, size: usize| {
        let mut entry = utf16(name);
        let length = u16::try_from(entry.len() + 2).unwrap();
        entry.resize(64, 0);
        entry.extend(length.to_le_bytes());
        entry.extend([kind, 1]);
        [0xFFFF_FFFF, 0xFFFF_FFFF, child].iter().for_each(|word| entry.extend(word.to_le_bytes()));
        entry.resize(116, 0);
        entry.extend(first.to_le_bytes());
        entry.extend(u64::try_from(size).unwrap().to_le_bytes());
        entry
    };
    let mut directory = entry("Root Entry", 5, 1, 0xFFFF_FFFE, 0);
    directory.extend(entry(name, 2, 0xFFFF_FFFF, number(tables + 1), stream.len()));
    directory.resize(SECTOR, 0);
    let table: Vec<u8> = next.iter().flat_map(|word| word.to_le_bytes()).collect();
    [header, table, directory, stream].concat()
}
