//! A workbook as .xlsb: parts of records.

use std::fmt::Write as _;

use super::{
    Book, Cell, OFFICE, STRUCK, XML, code_of, joined, relations_part, root_relations, starts, utf16,
};

impl Book {
    pub(super) fn xlsb(&self) -> Vec<u8> {
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
            parts.extend(self.comments_12(at));
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

    /// The parts of a sheet's comments: the first one's.
    fn comments_12(&self, sheet: u32) -> Vec<(String, Vec<u8>)> {
        if sheet > 1 || self.commented.is_empty() {
            return Vec::new();
        }
        let mut comments = Records12::default();
        [628, 630].iter().for_each(|kind| comments.put(*kind, &[]));
        comments.put(632, &wide("某某"));
        [631, 633].iter().for_each(|kind| comments.put(*kind, &[]));
        for (row, column) in &self.commented {
            let cell = [*row, *row, *column, *column].map(|end| u32::from(end).to_le_bytes()).concat();
            comments.put(635, &[&[0; 4][..], &cell, &[0; 16]].concat());
            comments.put(637, &[&[0][..], &wide("应为 12")].concat());
            comments.put(636, &[]);
        }
        [634, 629].iter().for_each(|kind| comments.put(*kind, &[]));
        let relation =
            format!("<Relationship Id=\"rId1\" Type=\"{OFFICE}/comments\" Target=\"../comments1.bin\"/>");
        vec![
            ("xl/worksheets/_rels/sheet1.bin.rels".to_owned(), relations_part(&relation)),
            ("xl/comments1.bin".to_owned(), comments.0),
        ]
    }
}

/// A text of .xlsb.
fn wide(text: &str) -> Vec<u8> {
    let count = u32::try_from(text.encode_utf16().count()).unwrap();
    [&count.to_le_bytes()[..], &utf16(text)].concat()
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
