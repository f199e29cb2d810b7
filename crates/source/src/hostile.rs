//! Tests that no table, and no file that calls itself one, panics the reader.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use huibian_contract::PluginManifest;
use proptest::prelude::*;

use crate::finder::{self, Found};
use crate::listing::{UnitFile, ledgers_beside};
use crate::table_reader::{Holds, TableReader};
use crate::{Datum, Disk, Locate, Node, SourceSpec, TableOptions};
use huibian_sheet::columns::FieldIndex;
use huibian_sheet::csv::Dialect;
use huibian_sheet::{Cell, Range, Row, Sheet};

fn plugin() -> PluginManifest {
    toml::from_str(
        r#"
        id = "study"
        version = "1"
        title = "学习"
        contract = 1
        slots = []
        fields.total = { label = "次数", type = "integer", measure = "次", required = true }
        fields.rate = { label = "金额", type = "decimal" }
        fields.open = { label = "是否公开", type = "boolean" }
        fields.day = { label = "日期", type = "date" }
        fields.titles = { label = "篇目", type = "texts" }
        fields.plan = { label = "打算", type = "text" }
        fields.log = { label = "台账", type = "ledger", columns.date = { label = "日期", type = "date", required = true } }
        "#,
    )
    .unwrap()
}

/// What reads a table.
fn reader() -> TableReader {
    let path = Path::new("").to_owned();
    let at = SourceSpec {
        path,
        previous: None,
        period: None,
        tables: TableOptions::default(),
        files: Arc::new(Disk),
    };
    TableReader::new(&at, &Arc::new(FieldIndex::new(&[&plugin()])))
}

/// Reads what a unit gave, and finds the place of each value.
fn place_all(found: &Found, unit: usize) {
    let (values, _) = found.tables.values(unit);
    let mut open: Vec<&Node<'_>> = values.iter().map(|(_, node)| node).collect();
    while let Some(node) = open.pop() {
        let _ = found.tables.locate(node.location);
        match &node.datum {
            Datum::List(items) => open.extend(items),
            Datum::Table(entries) => open.extend(entries.iter().map(|(_, node)| node)),
            _ => {}
        }
    }
}

/// Reads a file to the last of its units.
fn read_all(path: &Path) -> usize {
    let file = UnitFile { path: path.to_owned(), ledgers: ledgers_beside(path) };
    let Ok(found) = reader().read(&file, Holds::OneUnit, &mut blake3::Hasher::new()) else { return 0 };
    for at in 0..found.heads.len() {
        place_all(&found, at);
        found.tables.hash(at, &mut blake3::Hasher::new());
    }
    found.heads.len()
}

fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("单位".to_owned()),
        Just("unit".to_owned()),
        Just("unit.id".to_owned()),
        Just("次数".to_owned()),
        Just("次数（次）".to_owned()),
        Just("study.total".to_owned()),
        Just("study.log.date".to_owned()),
        Just("日期".to_owned()),
        Just("合计".to_owned()),
        Just("云溪镇".to_owned()),
        Just(String::new()),
        Just("2023.4.5".to_owned()),
        Just("3万5千".to_owned()),
        Just("１２次".to_owned()),
        "[ -~一-龥，。《》\"\n]{0,6}",
    ]
}

fn cell() -> impl Strategy<Value = Cell> {
    prop_oneof![
        6 => word().prop_map(|text| Cell::Text(text.into())),
        1 => any::<f64>().prop_map(Cell::Number),
        1 => (any::<f64>(), "[0#,.%;@万\"!]{0,8}").prop_map(|(number, code)| {
            Cell::Formatted(number, huibian_workbook::Appearance::by(huibian_workbook::format::Format::parse(&code)))
        }),
        1 => (any::<f64>(), "[ymdhsaegb年月日/:.\"0@;]{0,8}").prop_map(|(serial, code)| {
            Cell::Day(serial, huibian_workbook::Appearance::by(huibian_workbook::format::Format::parse(&code)))
        }),
        1 => any::<bool>().prop_map(Cell::Boolean),
        1 => word().prop_map(|text| Cell::Iso(text.into())),
        1 => Just(Cell::Error("#REF!".into())),
        1 => Just(Cell::Pending),
    ]
}

fn sheet(name: &str) -> impl Strategy<Value = Sheet> + use<> {
    let name = name.to_owned();
    let at = || prop_oneof![5 => 0_u32..8, 1 => Just(u32::MAX), 1 => any::<u32>()];
    let cells = proptest::collection::vec((at(), at(), cell()), 0..40);
    let merged = proptest::collection::vec((at(), at(), at(), at()), 0..4);
    (cells, merged, any::<bool>()).prop_map(move |(cells, merged, is_1904)| {
        let mut rows: HashMap<u32, HashMap<u32, Cell>> = HashMap::new();
        for (row, column, cell) in cells {
            rows.entry(row).or_default().insert(column, cell);
        }
        let mut rows: Vec<Row> = rows
            .into_iter()
            .map(|(number, cells)| {
                let mut cells: Vec<_> = cells.into_iter().collect();
                cells.sort_by_key(|(column, _)| *column);
                Row { number, cells }
            })
            .collect();
        rows.sort_by_key(|row| row.number);
        Sheet {
            path: Arc::from(Path::new("u.xlsx")),
            name: Arc::from(name.as_str()),
            is_text: false,
            is_visible: true,
            is_1904,
            rows,
            merged: merged.into_iter().map(|(a, b, c, d)| Range { first: (a, b), last: (c, d) }).collect(),
            hidden_rows: vec![0, 3],
            hidden_columns: vec![(1, 2)],
            struck_rows: vec![1],
            struck_parts: vec![(2, 1)],
            unseen_zeros: vec![(1, 1)],
            commented: vec![(1, 1)],
        }
    })
}

proptest! {
    #[test]
    fn no_table_panics_the_reader(main in sheet("填报表"), ledger in sheet("台账"), other in sheet("x")) {
        let plugin = plugin();
        if let Ok(found) = finder::of_sheets(Path::new("u.xlsx"), vec![other, main, ledger], &[&plugin], None) {
            for at in 0..found.heads.len() {
                place_all(&found, at);
                found.tables.hash(at, &mut blake3::Hasher::new());
            }
        }
    }

    #[test]
    fn no_text_panics_the_reader(lines in proptest::collection::vec(proptest::collection::vec(word(), 0..5), 0..12), separator in "[,;\t]") {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("units.csv");
        let lines: Vec<String> = lines.iter().map(|line| line.join(&separator)).collect();
        fs::write(&path, lines.join("\n")).unwrap();
        read_all(&path);
    }

    #[test]
    fn no_bytes_panic_the_reader(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _ = crate::csv::read(Path::new("units.csv"), &bytes, "units", Dialect::default(), &|_| false);
        for start in [&b"PK\x03\x04"[..], &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], b""] {
            prop_assert!(crate::workbook::read(Path::new("units.xlsx"), &[start, &bytes].concat()).is_err());
        }
    }
}

/// A small workbook as a spreadsheet program saves it.
fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (column, head) in (0_u16..).zip(["单位", "次数", "日期"]) {
        sheet.write_string(0, column, head).unwrap();
    }
    sheet.write_string(1, 0, "云溪镇").unwrap();
    sheet.write_number(1, 1, 3).unwrap();
    sheet.merge_range(2, 0, 3, 0, "青禾镇", &rust_xlsxwriter::Format::new()).unwrap();
    book.save_to_buffer().unwrap()
}

#[test]
fn a_workbook_with_bytes_changed_or_cut_is_read_or_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("units.xlsx");
    let whole = workbook();
    fs::write(&path, &whole).unwrap();
    assert_eq!(read_all(&path), 2);
    for at in (0..whole.len()).step_by(13) {
        let mut changed = whole.clone();
        changed[at] ^= 0x5A;
        fs::write(&path, &changed).unwrap();
        read_all(&path);
        fs::write(&path, &whole[..at]).unwrap();
        assert_eq!(read_all(&path), 0, "cut at {at}");
    }
}
