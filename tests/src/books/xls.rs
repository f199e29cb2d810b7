//! A workbook as .xls: records in one stream.

use super::{Book, Cell, STRUCK, code_of, joined, ole, starts, utf16};

impl Book {
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
            let sheets = self.sheets.iter().enumerate();
            sheets.map(|(at, (_, rows))| self.sheet_records(rows, at == 0, &mut string)).collect()
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

    fn sheet_records(&self, rows: &[Vec<Cell>], is_first: bool, string: &mut u32) -> Vec<u8> {
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
        for (row, column) in self.commented.iter().filter(|_| is_first) {
            let words = [*row, *column, 0, 1].map(u16::to_le_bytes).concat();
            sheet.put(0x1C, &[&words[..], &[2, 0, 0], b"me", &[0]].concat());
        }
        let merged = if is_first { self.merged.as_slice() } else { &[] };
        if !merged.is_empty() {
            let ranges = merged.iter().flat_map(|[top, left, bottom, right]| [top, bottom, left, right]);
            let words = std::iter::once(u16::try_from(merged.len()).unwrap()).chain(ranges.copied());
            sheet.put(0xE5, &words.flat_map(u16::to_le_bytes).collect::<Vec<_>>());
        }
        sheet.put(0x0A, &[]);
        sheet.0
    }

    pub(super) fn xls(&self) -> Vec<u8> {
        ole("Workbook", &self.records())
    }
}

/// A text of .xls.
fn wide_16(text: &str) -> Vec<u8> {
    let count = u16::try_from(text.encode_utf16().count()).unwrap();
    [&count.to_le_bytes()[..], &[1], &utf16(text)].concat()
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
