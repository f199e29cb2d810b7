//! Cells as people see them, in every format of workbooks: what a number's format says, breaks, failed formulas, days of any
//! year, figures below nothing and beyond what a spreadsheet keeps.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;

use huibian_tests::bare::{Bare, Batch};
use huibian_tests::books::{Book, Cell, FORMATS, formatted, number, ole, text, zipped};

/// A plugin without code that asks for a figure of each measure.
const WORK: &str = r#"
id = "work"
version = "1"
title = "工作"
contract = 1
slots = ["results"]
fields.n = { label = "次数", type = "integer", measure = "次" }
fields.yuan = { label = "金额", type = "decimal", measure = "元" }
fields.wan = { label = "投入", type = "decimal", measure = "万元" }
fields.rate = { label = "办结率", type = "decimal", measure = "%" }
fields.plain = { label = "指数", type = "decimal" }
fields.t = { label = "说明", type = "text" }
fields.d = { label = "日期", type = "date" }
fields.b = { label = "达标", type = "boolean" }
fields.log = { label = "台账", type = "ledger", columns.m = { label = "款项", type = "decimal" }, columns.ok = { label = "办结", type = "boolean" }, columns.k = { label = "数目", type = "integer" } }
counts.n = { label = "次数", measure = "次", number = "n" }
counts.yuan = { label = "金额", measure = "元", kind = "decimal", scale = 2, number = "yuan" }
counts.wan = { label = "投入", measure = "万元", kind = "decimal", scale = 2, number = "wan" }
counts.rate = { label = "办结率", measure = "%", kind = "decimal", scale = 1, number = "rate" }
counts.plain = { label = "指数", kind = "decimal", scale = 2, number = "plain" }
counts.sum = { label = "款项", kind = "decimal", scale = 2, ledger = "log", sum = "m" }
counts.done = { label = "办结", ledger = "log", where = "ok" }
counts.open = { label = "未办结", ledger = "log", where = "!ok" }
counts.many = { label = "数目", ledger = "log", sum = "k" }
facts.t = { label = "说明", type = "text", field = "t" }
facts.d = { label = "日期", type = "date", field = "d" }
facts.b = { label = "达标", type = "boolean", field = "b" }
"#;

fn workspace(section: &str) -> Bare {
    let bare = Bare::new(&[]);
    bare.write("plugins/work/plugin.toml", WORK);
    bare.write("plugins/work/sections/results.hbs", section);
    bare.replace("workspace.toml", "plugins = []", "plugins = [\"work\"]");
    bare
}

/// A unit's own workbook with one value.
fn book(label: &str, cell: Cell) -> Book {
    Book::of("填报表", vec![vec![text("单位"), text(label)], vec![text("云溪镇"), cell]])
}

/// Puts a unit's workbook into the folder; its id is the file's name.
fn put(bare: &Bare, id: &str, extension: &str, bytes: &[u8]) {
    bare.write(format!("data/{id}.{extension}"), bytes);
}

/// What a run made of each unit's one figure, by the file's name: digits, or the code of the fault.
fn figures(bare: &Bare, batch: &Batch) -> BTreeMap<String, String> {
    let manifest = fs::read_to_string(bare.path("out/manifest.jsonl")).unwrap();
    let line = |line: &str| {
        let unit: serde_json::Value = serde_json::from_str(line).unwrap();
        let id = unit["unit"].as_str()?.to_owned();
        let digits = unit["counts"].as_object().and_then(|counts| counts.values().next().cloned());
        let digits = digits.and_then(|count| Some(count["value"].as_str()?.to_owned()));
        let code = unit["diagnostics"][0]["code"].as_str().map(str::to_owned);
        Some((id, code.or(digits).unwrap_or_default()))
    };
    assert!(batch.exit.is_some(), "{}", batch.said);
    manifest.lines().skip(1).filter_map(line).collect()
}

/// Gives each case to a unit of its own in each format, and holds what came of it against what is right.
fn hold(cases: &[(&str, Cell, &str)]) {
    let bare = workspace("# 工作\n\n如上。\n");
    for format in FORMATS {
        for (at, (label, cell, _)) in cases.iter().enumerate() {
            let mut book = book(label, cell.clone());
            book.sheets[0].1[0].push(text("单位代号"));
            book.sheets[0].1[1].push(text(&format!("{format}-{at}")));
            put(&bare, &format!("{format}-{at}"), format, &book.bytes(format));
        }
    }
    let batch = bare.batch(&[]);
    let found = figures(&bare, &batch);
    for format in FORMATS {
        for (at, (label, cell, expected)) in cases.iter().enumerate() {
            let found = found.get(&format!("{format}-{at}"));
            assert_eq!(
                found.map(String::as_str),
                Some(*expected),
                "{format} {label} {cell:?}\n{}",
                batch.said
            );
        }
    }
}

#[test]
fn percentages_are_what_is_seen() {
    hold(&[
        ("办结率", formatted(1.0, "0%", "100%"), "100.0"),
        ("办结率", formatted(0.984, "0.0%", "98.4%"), "98.4"),
        ("办结率", formatted(0.984, "0%", "98%"), "98.4"),
        ("办结率", text("98.4%"), "98.4"),
        ("办结率", number(98.4), "98.4"),
        ("次数", formatted(0.984, "0.0%", "98.4%"), "D010"),
        ("投入", formatted(0.5, "0.00%", "50.00%"), "D010"),
        ("指数", formatted(0.5, "0%", "50%"), "D010"),
        ("次数", text("98.4%"), "D010"),
    ]);
}

#[test]
fn powers_and_words_around_a_number_count() {
    let powers = "[>=100000000]0!.00,,\"亿\";[>=10000]0!.0,\"万\";0";
    hold(&[
        ("金额", formatted(3.0, "0\"万\"", "3万"), "30000.00"),
        ("金额", formatted(123_456.0, "0!.0,\"万\"", "12.3万"), "123456.00"),
        ("金额", formatted(123_456.0, "0\\.0000\"万元\"", "12.3456万元"), "123456.00"),
        ("金额", formatted(250_000_000.0, powers, "2.50亿"), "250000000.00"),
        ("金额", formatted(980.0, powers, "980"), "980.00"),
        ("金额", formatted(5.0, "0\"千\"", "5千"), "5000.00"),
        ("投入", formatted(1.25, "0.00\"万元\"", "1.25万元"), "1.25"),
        ("投入", formatted(3.0, "0\"万\"", "3万"), "D010"),
        ("投入", formatted(3.0, "0\"元\"", "3元"), "D010"),
        ("次数", formatted(3.0, "0\"次\"", "3次"), "3"),
        ("次数", formatted(3.0, "General\"次\"", "3次"), "3"),
        ("次数", formatted(3.0, "0\"人\"", "3人"), "D010"),
        ("次数", formatted(3.0, "\"约\"0", "约3"), "D010"),
        ("指数", formatted(12_345.0, "0.00,", "12.35"), "12.35"),
    ]);
}

#[test]
fn commas_signs_and_fractions_leave_a_number_as_it_is() {
    let accounts = "_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * \"-\"??_ ;_ @_ ";
    hold(&[
        ("金额", formatted(1234.5, "#,##0.00", "1,234.50"), "1234.50"),
        ("金额", formatted(12.5, "[$¥-804]#,##0.00", "¥12.50"), "12.50"),
        ("金额", formatted(1234.5, accounts, "1,234.50"), "1234.50"),
        ("金额", formatted(0.0, accounts, "-"), "0.00"),
        ("金额", formatted(-1234.5, "#,##0.00_);[Red](#,##0.00)", "(1,234.50)"), "-1234.50"),
        ("投入", formatted(-3.005, "0.000", "-3.005"), "-3.01"),
        ("指数", formatted(0.5, "# ?/?", "1/2"), "0.50"),
        ("次数", formatted(7.0, "000", "007"), "7"),
        ("次数", formatted(0.0, "0;-0;\"无\"", "无"), "0"),
        ("次数", formatted(12.6, "0", "13"), "D010"),
        ("次数", formatted(-3.0, "0", "-3"), "U005"),
    ]);
}

#[test]
fn texts_days_and_answers_are_what_is_seen() {
    let bare = workspace(
        "# 工作\n\n{{#if facts.t}}说明{{facts.t}}。{{/if}}{{#if facts.d}}日期{{date facts.d}}。{{/if}}{{#present \"n\"}}{{count \"n\"}}{{/present}}\n\n结束。\n",
    );
    let cases = [
        ("说明", formatted(123.0, "00000", "00123"), "说明00123。"),
        ("说明", formatted(0.5, "0%", "50%"), "说明50%。"),
        ("说明", formatted(3.0, "\"第\"0\"期\"", "第3期"), "说明第3期。"),
        ("说明", formatted(45_231.0, "yyyy\"年\"m\"月\"d\"日\"", "2023年11月1日"), "说明2023年11月1日。"),
        ("说明", formatted(45_021.0, "m\"月\"d\"日\"", "4月5日"), "说明4月5日。"),
        ("说明", formatted(45_021.0, "yyyy/m/d", "2023/4/5"), "说明2023/4/5。"),
        ("日期", formatted(45_021.0, "yyyy\"年\"m\"月\"d\"日\"", "2023-04-05"), "日期2023年4月5日。"),
        ("日期", formatted(18_172.0, "yyyy-mm-dd", "1949-10-01"), "日期1949年10月1日。"),
        ("日期", formatted(7_855.0, "yyyy/m/d", "1921-07-03"), "日期1921年7月3日。"),
    ];
    for format in FORMATS {
        for (at, (label, cell, _)) in cases.iter().enumerate() {
            let mut book = book(label, cell.clone());
            book.sheets[0].1[1][0] = text(&format!("镇{format}{at}"));
            put(&bare, &format!("{format}{at}"), format, &book.bytes(format));
        }
        let mut late = book("日期", formatted(43_559.0, "yyyy-mm-dd", "2023-04-05"));
        late.is_1904 = true;
        late.sheets[0].1[1][0] = text(&format!("镇{format}late"));
        put(&bare, &format!("{format}late"), format, &late.bytes(format));
    }
    let batch = bare.batch(&[]);
    for format in FORMATS {
        let made = |at: &str| {
            fs::read_to_string(bare.path(format!("out/镇{format}{at}.md")))
                .unwrap_or_else(|error| panic!("{format}{at}: {error}\n{}", batch.said))
        };
        for (at, (_, cell, expected)) in cases.iter().enumerate() {
            let made = made(&at.to_string());
            assert!(made.replace('\\', "").contains(expected), "{format} {cell:?}: {made}");
        }
        assert!(made("late").contains("日期2023年4月5日。"), "{format}: 1904");
    }
}

#[test]
fn a_number_that_a_format_hides_is_refused() {
    hold(&[("次数", formatted(12.0, ";;;", ""), "D010"), ("投入", formatted(-1.5, "0;;0", ""), "D010")]);
}

#[test]
fn an_empty_answer_is_none() {
    let bare = workspace(
        "# 工作\n\n办结{{#present \"done\"}}{{count \"done\"}}{{/present}}，未办结{{#present \"open\"}}{{count \"open\"}}{{/present}}。\n",
    );
    for format in FORMATS {
        let rows = vec![
            vec![text("款项"), text("办结")],
            vec![number(1.0), Cell::Boolean(true)],
            vec![number(2.0), Cell::Boolean(false)],
            vec![number(5.0), Cell::Empty],
            vec![number(4.0), formatted(1.0, "[=1]\"是\";[=0]\"否\"", "是")],
        ];
        let book = book("单位代号", text(format)).with("台账", rows);
        put(&bare, format, format, &book.bytes(format));
    }
    let batch = bare.batch(&[]);
    for format in FORMATS {
        let unit = &batch.units[format];
        assert_eq!(
            (unit.count("work/done"), unit.count("work/open")),
            (Some("2"), Some("1")),
            "{format}\n{}",
            batch.said
        );
        assert_eq!(unit.count("work/sum"), Some("12.00"), "{format}");
    }
}

#[test]
fn a_failed_formula_is_named_with_its_cell() {
    for (format, error) in FORMATS.into_iter().zip(["#DIV/0!", "#N/A", "#REF!", "#VALUE!"]) {
        let bare = workspace("# 工作\n\n如上。\n");
        put(&bare, "a", format, &book("次数", Cell::Error(error)).bytes(format));
        let rows = vec![vec![text("款项")], vec![number(5.0)], vec![Cell::Error(error)]];
        let mut with_rows = book("次数", number(3.0)).with("台账", rows);
        with_rows.sheets[0].1[1][0] = text("青禾镇");
        put(&bare, "b", format, &with_rows.bytes(format));
        let batch = bare.batch(&["--lang", "en"]);
        let codes: Vec<_> = batch.units.values().map(|unit| unit.codes().join(" ")).collect();
        assert_eq!(codes, ["D011"; 1].repeat(batch.units.len()), "{format}: {}", batch.said);
        assert!(batch.said.contains(error), "{format}: {}", batch.said);
        let places = [format!("data/a.{format} 填报表!B2"), format!("data/b.{format} 台账!A3")];
        places
            .iter()
            .for_each(|place| assert!(batch.said.contains(place.as_str()), "{place}: {}", batch.said));
    }
}

#[test]
fn sheets_of_charts_and_white_space_are_passed_over() {
    let bare = workspace("# 工作\n\n{{#present \"n\"}}{{count \"n\"}}{{/present}}。\n");
    for format in FORMATS {
        for (id, has_chart, is_spaced) in [("c", true, false), ("s", false, true)] {
            let mut book = book("次数", number(3.0));
            book.sheets[0].1[1][0] = text(&format!("{id}{format}"));
            (book.has_chart, book.is_spaced) = (has_chart, is_spaced);
            put(&bare, &format!("{id}{format}"), format, &book.bytes(format));
        }
    }
    let batch = bare.batch(&[]);
    assert_eq!(batch.exit, Some(0), "{}", batch.said);
    for (id, unit) in &batch.units {
        assert_eq!(unit.count("work/n"), Some("3"), "{id}: {}", batch.said);
    }
    assert_eq!(batch.units.len(), 8);
}

#[test]
fn a_table_is_read_by_what_it_holds_whatever_its_name() {
    let bare = workspace("# 工作\n\n{{#present \"n\"}}{{count \"n\"}}{{/present}}。\n");
    let csv = |unit: &str| format!("\u{FEFF}单位,次数\n{unit},3\n").into_bytes();
    let made = |unit: &str, format: &str| {
        let mut book = book("次数", number(3.0));
        book.sheets[0].1[1][0] = text(unit);
        book.bytes(format)
    };
    put(&bare, "a", "xls", &csv("甲镇"));
    put(&bare, "b", "xlsx", &csv("乙镇").replace_tabs());
    put(&bare, "c", "csv", &made("丙镇", "xlsx"));
    put(&bare, "d", "xlsx", &made("丁镇", "xls"));
    put(&bare, "e", "xls", &made("戊镇", "ods"));
    put(&bare, "f", "ods", &made("己镇", "xlsb"));
    let batch = bare.batch(&[]);
    assert_eq!(batch.exit, Some(0), "{}", batch.said);
    assert_eq!(batch.units.len(), 6, "{}", batch.said);
    put(
        &bare,
        "g",
        "xls",
        b"<html><body><table><tr><td>\xE5\x8D\x95\xE4\xBD\x8D</td></tr></table></body></html>",
    );
    put(&bare, "h", "xls", b"\x09\x08\x06\0\0\0\x10\0\0\0");
    let batch = bare.batch(&["--lang", "zh"]);
    assert_eq!(
        (batch.units["g"].codes(), batch.units["h"].codes()),
        (vec!["D001"], vec!["D001"]),
        "{}",
        batch.said
    );
}

trait Tabs {
    fn replace_tabs(self) -> Self;
}

impl Tabs for Vec<u8> {
    fn replace_tabs(self) -> Self {
        self.into_iter().map(|byte| if byte == b',' { b'\t' } else { byte }).collect()
    }
}

#[test]
fn older_workbooks_keep_their_characters() {
    let bare = workspace("# 工作\n\n{{#present \"n\"}}{{count \"n\"}}{{/present}}。\n");
    // Two bytes a character, whatever code page the workbook names.
    for (id, page) in [("chinese", 936_u16), ("western", 1252), ("none", 1200)] {
        let mut book = book("次数", number(3.0));
        book.sheets[0].1[1][0] = text(&format!("云溪镇{id}"));
        let mut records = book.records();
        let at = records.windows(4).position(|record| record == [0x42, 0, 2, 0]).unwrap();
        records[at + 4..at + 6].copy_from_slice(&page.to_le_bytes());
        put(&bare, id, "xls", &ole("Workbook", &records));
    }
    put(&bare, "gbk", "xls", &ole("Book", &of_95()));
    let batch = bare.batch(&[]);
    for id in ["云溪镇chinese", "云溪镇western", "云溪镇none", "云溪镇"] {
        assert_eq!(batch.units[id].count("work/n"), Some("3"), "{id} {}", batch.said);
    }
}

/// The records of a workbook as Excel 95 wrote it: bytes in the code page.
fn of_95() -> Vec<u8> {
    let mut stream = Vec::new();
    let mut put = |kind: u16, data: &[u8]| {
        stream.extend(kind.to_le_bytes());
        stream.extend(u16::try_from(data.len()).unwrap().to_le_bytes());
        stream.extend(data);
    };
    // 填报表, 单位, 次数, 云溪镇
    let words: [&[u8]; 4] =
        [b"\xCC\xEE\xB1\xA8\xB1\xED", b"\xB5\xA5\xCE\xBB", b"\xB4\xCE\xCA\xFD", b"\xD4\xC6\xCF\xAA\xD5\xF2"];
    put(0x809, &[0, 5, 5, 0, 0, 0, 0xCC, 7]);
    put(0x42, &936_u16.to_le_bytes());
    let start = 12 + 6 + 4 + 7 + 6 + 4_u32;
    put(0x85, &[&start.to_le_bytes()[..], &[0, 0, 6], words[0]].concat());
    put(0x0A, &[]);
    put(0x809, &[0, 5, 0x10, 0, 0, 0, 0xCC, 7]);
    for (row, column, word) in [(0, 0, words[1]), (0, 1, words[2]), (1, 0, words[3])] {
        let length = u8::try_from(word.len()).unwrap();
        put(0x204, &[&[row, 0, column, 0, 15, 0, length, 0][..], word].concat());
    }
    put(0x203, &[&[1, 0, 1, 0, 15, 0][..], &3_f64.to_le_bytes()].concat());
    put(0x0A, &[]);
    stream
}

#[test]
fn figures_below_nothing_are_figures_where_they_may_be() {
    let bare = workspace(
        "# 工作\n\n{{#present \"wan\"}}投入{{count \"wan\"}}{{/present}}，{{#present \"sum\"}}款项{{count \"sum\"}}{{/present}}。\n",
    );
    bare.write("data/a.csv", "单位,投入\n甲镇,-3.005\n");
    bare.write("data/a.台账.csv", "款项\n-1.5\n1\n");
    bare.write("data/b.toml", "[unit]\nname = \"乙镇\"\n[work]\nwan = -0.001\nlog = [{ m = -2.25 }]\n");
    let check = bare.run(&["check"]);
    let batch = bare.batch(&[]);
    assert_eq!((check.status.code(), batch.exit), (Some(0), Some(0)), "{}", batch.said);
    let counts = |id: &str| (batch.units[id].count("work/wan"), batch.units[id].count("work/sum"));
    assert_eq!(counts("甲镇"), (Some("-3.01"), Some("-0.50")));
    assert_eq!(counts("b"), (Some("0.00"), Some("-2.25")), "what rounds to nothing has no sign");
    let made = fs::read_to_string(bare.path("out/甲镇.md")).unwrap();
    assert!(made.replace('\\', "").contains("投入-3.01万元，款项-0.50。"), "{made}");
    bare.write("data/c.csv", "单位,次数\n丙镇,-3\n");
    let check = bare.run(&["check"]);
    let batch = bare.batch(&[]);
    assert_eq!((check.status.code(), batch.units["丙镇"].codes()), (Some(1), vec!["U005"]), "{}", batch.said);
}

#[test]
fn numbers_beyond_what_a_spreadsheet_keeps_are_exact_or_refused() {
    let large = "9007199254740993";
    let bare = workspace("# 工作\n\n如上。\n");
    bare.write("data/a.csv", format!("单位,单位代号,次数,金额\n甲镇,a,{large},12345678901234567.89\n"));
    bare.write("data/a.台账.csv", format!("数目,款项\n{large},{large}.25\n1,0.5\n"));
    bare.write(
        "data/b.toml",
        format!(
            "[unit]\nname = \"乙镇\"\n[work]\nn = {large}\nyuan = {large}.01\nlog = [{{ k = {large} }}]\n"
        ),
    );
    let mut typed = book("次数", text(large));
    typed.sheets[0].1[1][0] = text("c");
    put(&bare, "c", "xlsx", &typed.bytes("xlsx"));
    for format in FORMATS {
        let mut book = book("次数", number(9_007_199_254_740_993.0));
        book.sheets[0].1[1][0] = text(format);
        put(&bare, format, format, &book.bytes(format));
        let mut book = self::book("说明", number(110_101_199_003_071_234.0));
        book.sheets[0].1[1][0] = text(&format!("{format}t"));
        put(&bare, &format!("{format}t"), format, &book.bytes(format));
    }
    let batch = bare.batch(&[]);
    let count = |id: &str, name: &str| batch.units[id].count(name).map(str::to_owned);
    assert_eq!(count("a", "work/n").as_deref(), Some(large), "{}", batch.said);
    assert_eq!(count("a", "work/yuan").as_deref(), Some("12345678901234567.89"));
    assert_eq!(count("a", "work/many").as_deref(), Some("9007199254740994"));
    assert_eq!(count("a", "work/sum").as_deref(), Some("9007199254740993.75"));
    assert_eq!(count("b", "work/n").as_deref(), Some(large));
    assert_eq!(count("b", "work/yuan").as_deref(), Some("9007199254740993.01"));
    assert_eq!(count("c", "work/n").as_deref(), Some(large));
    let refused = batch.units.values().filter(|unit| unit.codes() == ["D010"]).count();
    assert_eq!(refused, 8, "{}", batch.said);
}

#[test]
fn a_break_in_a_value_is_a_break_wherever_it_stands() {
    let section = "# 工作\n\n{{#if facts.t}}\n开头{{facts.t}}。\n\n{{#enumerate}}\n- {{facts.t}}\n- 其余\n{{/enumerate}}\n\n- 项{{facts.t}}\n\n| 甲 | 乙 |\n| --- | --- |\n| 格 | {{facts.t}} |\n\n**重{{facts.t}}**止。\n\n注[^a]。\n\n[^a]: 见{{facts.t}}\n{{/if}}\n";
    let bare = workspace(section);
    bare.replace("workspace.toml", "formats = [\"md\"]", "formats = [\"md\", \"txt\", \"html\", \"docx\"]");
    for format in FORMATS {
        let mut book = book("说明", text("每月1次\n12月底前3期\n5个村"));
        book.sheets[0].1[1][0] = text(format);
        put(&bare, format, format, &book.bytes(format));
    }
    bare.write("data/csv.csv", "单位,说明\r\ncsv,\"每月1次\r\n12月底前3期\r\n5个村\"\r\n");
    bare.write(
        "data/toml.toml",
        "[unit]\nname = \"toml\"\n[work]\nt = \"\"\"每月1次\n12月底前3期\n\n5个村\"\"\"\n",
    );
    let batch = bare.batch(&[]);
    assert_eq!(batch.exit, Some(0), "{}", batch.said);
    for id in FORMATS.into_iter().chain(["csv", "toml"]) {
        for format in ["md", "txt", "html", "docx"] {
            let bytes = fs::read(bare.path(format!("out/{id}.{format}"))).unwrap();
            let made = if format == "docx" { words(&bytes) } else { String::from_utf8(bytes).unwrap() };
            let made = made.replace("<span class=\"whole\">", "").replace("</span>", "");
            assert!(!made.contains("1次12月") && !made.contains("3期5个"), "{id}.{format}: {made}");
            let places = made.matches("每月1次").count();
            assert!(places >= 6, "{id}.{format} {places}: {made}");
        }
    }
}

/// The words of a .docx, breaks and paragraphs as lines.
fn words(bytes: &[u8]) -> String {
    let mut package = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    for part in ["word/document.xml", "word/footnotes.xml"] {
        package.by_name(part).unwrap().read_to_string(&mut text).unwrap();
    }
    let text = text.replace("<w:br/>", "\n").replace("</w:p>", "\n");
    let mut plain = String::new();
    for piece in text.split('<') {
        plain.push_str(piece.split_once('>').map_or(piece, |(_, words)| words));
    }
    plain
}

/// `tests/fixtures/locked/make.py` makes them.
#[test]
fn the_password_that_everyone_has_is_none() {
    let bare = workspace("# 工作\n\n{{#present \"n\"}}{{count \"n\"}}{{/present}}。\n");
    let open = ["built-in-97.xls", "built-in-xp.xls", "built-in-2007.xlsx", "built-in-2010.xlsx"];
    let shut = ["own.xlsx", "own-97.xls", "own-xp.xls"];
    for name in open.into_iter().chain(shut) {
        let bytes = fs::read(huibian_tests::root().join("tests/fixtures/locked").join(name)).unwrap();
        bare.write(format!("data/{name}"), bytes);
    }
    let batch = bare.batch(&["--lang", "en"]);
    for name in open {
        let unit = name.split_once('.').unwrap().0;
        assert_eq!(batch.units[unit].count("work/n"), Some("3"), "{name}: {}", batch.said);
    }
    for name in shut {
        assert_eq!(batch.units[name.split_once('.').unwrap().0].codes(), ["D001"], "{name}");
    }
    assert_eq!(batch.said.matches("has a password").count(), shut.len(), "{}", batch.said);
    assert_eq!(batch.said.matches("Remove the password").count(), shut.len(), "{}", batch.said);
}

#[test]
fn a_locked_open_document_is_named() {
    let manifest = "<?xml version=\"1.0\"?><manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\"><manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\" manifest:size=\"4000\"><manifest:encryption-data manifest:checksum-type=\"SHA1/1K\" manifest:checksum=\"x\"><manifest:algorithm manifest:algorithm-name=\"http://www.w3.org/2001/04/xmlenc#aes256-cbc\" manifest:initialisation-vector=\"x\"/></manifest:encryption-data></manifest:file-entry></manifest:manifest>";
    // Newer programs shut the package as a whole.
    for part in ["content.xml", "encrypted-package"] {
        let parts = [
            ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".to_vec()),
            (part, (0..=255).collect()),
            ("META-INF/manifest.xml", manifest.replace("content.xml", part).into_bytes()),
        ];
        let bare = workspace("# 工作\n\n如上。\n");
        put(&bare, "own", "ods", &zipped(&parts.map(|(name, bytes)| (name.to_owned(), bytes))));
        let batch = bare.batch(&["--lang", "en"]);
        assert_eq!(batch.units["own"].codes(), ["D001"], "{part}");
        assert!(batch.said.contains("has a password"), "{part}: {}", batch.said);
    }
}

#[test]
fn a_failed_formula_is_no_unit() {
    for format in FORMATS {
        let bare = workspace("# 工作\n\n如上。\n");
        bare.replace("workspace.toml", "data = \"data\"", &format!("workbook = \"units.{format}\""));
        let main = vec![
            vec![text("单位"), text("次数")],
            vec![text("云溪镇"), number(3.0)],
            vec![Cell::Error("#N/A"), number(4.0)],
        ];
        let ledger = vec![
            vec![text("单位"), text("款项")],
            vec![text("云溪镇"), number(1.0)],
            vec![Cell::Error("#REF!"), number(2.0)],
        ];
        bare.write(format!("units.{format}"), Book::of("填报表", main).with("台账", ledger).bytes(format));
        let output = bare.run(&["--lang", "en", "check"]);
        let said =
            String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
        for place in ["填报表!A3", "台账!A3"] {
            assert!(said.contains(place), "{format} {place}: {said}");
        }
        assert_eq!(said.matches("came to #").count(), 2, "{format}: {said}");
    }
}

#[test]
fn digits_that_a_format_leaves_out_are_told_and_kept() {
    for format in FORMATS {
        let bare = workspace("# 情况\n\n{{#if facts.t}}{{facts.t}}{{/if}}。\n");
        put(&bare, "a", format, &book("次数", formatted(12.4, "0", "12")).bytes(format));
        let output = bare.run(&["--lang", "zh", "check"]);
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(said.contains("“12.4”"), "{format}: {said}");
        let long = formatted(12_345_678_901.0, "0.00E+00", "1.23E+10");
        put(&bare, "a", format, &book("说明", long).bytes(format));
        bare.batch(&[]);
        let text = fs::read_to_string(bare.path("out/云溪镇.md")).unwrap();
        assert!(text.contains("12345678901"), "{format}: {text}");
    }
}
