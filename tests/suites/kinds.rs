//! Every kind of input that once went wrong, in the formats and words in which it comes: what is tried for one workbook is
//! tried for all.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::fmt::Write as _;
use std::fs;

use huibian_tests::bare::Bare;
use huibian_tests::books::{Book, FORMATS};
use huibian_tests::office::{checked, codes, count, csv, office};

/// A sheet: its name and its rows, cells parted by `|`.
type Sheet<'s> = (&'s str, &'s [&'s str]);

/// A workspace with all units in one workbook.
fn of_book(format: &str, book: &Book) -> Bare {
    let bare = office(&format!("workbook = \"units.{format}\""));
    bare.write(format!("units.{format}"), book.bytes(format));
    bare
}

/// The same sheets as workbooks of each format.
fn in_each_workbook(sheets: &[Sheet<'_>], test: impl Fn(&Bare, &str)) {
    for format in FORMATS {
        test(&of_book(format, &Book::of_rows(sheets)), format);
    }
}

/// The main sheet and its ledger as workbooks of each format and as CSV files.
fn in_each_format(main: &[&str], ledger: &[&str], test: impl Fn(&Bare, &str)) {
    let mut sheets = vec![("填报表", main)];
    sheets.extend((!ledger.is_empty()).then_some(("走访台账", ledger)));
    in_each_workbook(&sheets, &test);
    let bare = office("table = \"units.csv\"");
    bare.write("units.csv", csv(main, ","));
    if !ledger.is_empty() {
        bare.write("units.走访台账.csv", csv(ledger, ","));
    }
    test(&bare, "csv");
}

/// A unit's text file.
fn made(bare: &Bare, unit: &str) -> String {
    let output = bare.run(&["--lang", "zh", "--format", "txt", "batch", "--force"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    fs::read_to_string(bare.path(format!("out/{unit}.txt"))).unwrap_or_else(|error| panic!("{error}: {said}"))
}

#[test]
fn percentages_of_csv_files_are_what_is_seen() {
    let declared = "fields.rate = { label = \"办结率\", type = \"decimal\", measure = \"%\" }\n\
                    counts.rate = { label = \"办结率\", measure = \"%\", kind = \"decimal\", number = \"rate\" }\n";
    for (head, cell, expected) in [
        ("办结率", "98.4%", Ok("98.4")),
        ("办结率（%）", "100％", Ok("100")),
        ("办结率", "98.4", Ok("98.4")),
        ("走访次数", "98.4%", Err("D010")),
        ("投入金额", "50%", Err("D010")),
        ("办结率（‰）", "984", Err("D049")),
    ] {
        for (name, bytes) in encoded(&format!("单位,{head}\n云溪镇,{cell}\n")) {
            let bare = office("data = \"data\"");
            let plugin = fs::read_to_string(bare.path("plugins/work/plugin.toml")).unwrap();
            bare.write(
                "plugins/work/plugin.toml",
                plugin.replace("[fields.led]", &format!("{declared}[fields.led]")),
            );
            bare.write("data/云溪镇.csv", bytes);
            let batch = bare.batch(&[]);
            match expected {
                Ok(digits) => {
                    assert_eq!(
                        count(&batch, "云溪镇", "work/rate").as_deref(),
                        Some(digits),
                        "{head} {name}"
                    );
                }
                Err(code) => {
                    assert_eq!(batch.units["云溪镇"].codes(), [code], "{head} {name} {}", batch.said);
                }
            }
        }
    }
}

/// A text as spreadsheets of several systems save it.
fn encoded(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let tabs = text.replace(',', "\t").replace('\n', "\r\n");
    vec![
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-8 with a mark", format!("\u{FEFF}{text}").into_bytes()),
        ("GB18030", encoding_rs::GB18030.encode(text).0.into_owned()),
        ("a Mac's", encoding_rs::GB18030.encode(&text.replace('\n', "\r")).0.into_owned()),
        ("Unicode text", wide(&format!("\u{FEFF}{tabs}"))),
        ("UTF-16 without a mark", wide(text)),
        ("UTF-16, big end first", text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
    ]
}

#[test]
fn a_csv_file_of_any_system_is_read_line_by_line() {
    let text = "单位,走访次数,情况说明\n云溪镇,12,\"好；\n稳\"\n清河镇,约3,\n";
    for (name, bytes) in encoded(text) {
        let bare = office("table = \"units.csv\"");
        bare.write("units.csv", bytes);
        let output = bare.run(&["--lang", "zh", "check"]);
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        assert!(said.contains("units.csv:4:2") && said.contains("约3"), "{name}: {said}");
        assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/n").as_deref(), Some("12"), "{name}");
    }
    let toml: Vec<u8> = "\u{FEFF}[unit]\nname = \"云溪镇\"\n[work]\nn = 12\n"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let bare = office("data = \"data\"");
    bare.write("data/yx.toml", toml);
    assert_eq!(codes(&bare), (1, Vec::new()));
    assert_eq!(count(&bare.batch(&[]), "yx", "work/n").as_deref(), Some("12"));
}

#[test]
fn a_break_in_a_ledgers_cell_is_a_break() {
    let section = "# 走访\n\n{{#if fields.led}}\n{{#each fields.led}}\n- {{#if topic}}{{topic}}{{/if}}\n{{/each}}\n{{/if}}\n";
    let rows = ["单位|日期|事项", "云溪镇|2023-04-05|走访1次\n12户\n3期"];
    in_each_workbook(
        &[("填报表", &["单位|走访次数", "云溪镇|1"]), ("走访台账", &rows)],
        |bare, format| {
            bare.write("plugins/work/sections/results.hbs", section);
            let made = made(bare, "云溪镇");
            assert!(
                made.contains("走访1次") && !made.contains("1次12户") && !made.contains("12户3期"),
                "{format}: {made}"
            );
        },
    );
    for end in ["\n", "\r\n", "\r"] {
        let bare = office("table = \"units.csv\"");
        bare.write("plugins/work/sections/results.hbs", section);
        bare.write("units.csv", "单位,走访次数\n云溪镇,1\n");
        let ledger = "单位,日期,事项\n云溪镇,2023-04-05,\"走访1次\n12户\n3期\"\n";
        bare.write("units.走访台账.csv", ledger.replace('\n', end));
        let made = made(&bare, "云溪镇");
        assert!(
            made.contains("走访1次") && !made.contains("1次12户") && !made.contains("12户3期"),
            "{end:?}: {made}"
        );
    }
}

#[test]
fn heads_over_two_rows_are_read_in_every_workbook() {
    for (heads, merged, rows) in [
        (
            ["单位|走访情况||情况说明", "|走访次数|投入金额|"],
            &[[0, 0, 1, 0], [0, 1, 0, 2], [0, 3, 1, 3]][..],
            ["云溪镇|12|3.5|好", "清河镇|2|1|好"],
        ),
        (
            ["序号|镇街名称|数据|||备注", "||走访次数（次）|投入金额（万元）|情况说明|"],
            &[[0, 0, 1, 0], [0, 1, 1, 1], [0, 2, 0, 4], [0, 5, 1, 5]],
            ["1|云溪镇|12|3.5|好|", "2|清河镇|2|1|好|x"],
        ),
        (
            ["部门|投入||走访||", "|金额|走访次数||情况说明|"],
            &[[0, 0, 1, 0], [0, 1, 0, 2]],
            ["云溪镇|3.5|12||好|", "清河镇|1|2||好|"],
        ),
    ] {
        for merged in [merged, &[]] {
            for format in FORMATS {
                let sheet = [heads[0], heads[1], rows[0], rows[1]];
                let bare = of_book(format, &Book::of_rows(&[("二季度", &sheet)]).merged(merged));
                assert_eq!(codes(&bare), (2, Vec::new()), "{heads:?} {merged:?} {format}");
                let batch = bare.batch(&[]);
                assert_eq!(count(&batch, "云溪镇", "work/n").as_deref(), Some("12"), "{heads:?} {format}");
                assert_eq!(count(&batch, "云溪镇", "work/amt").as_deref(), Some("3.5"), "{heads:?} {format}");
            }
        }
    }
}

#[test]
fn of_quarters_beside_each_other_the_periods_own_is_read() {
    for rows in [
        [
            "单位|一季度||二季度||累计|",
            "|走访次数|投入金额|走访次数|投入金额|走访次数|投入金额",
            "云溪镇|3|1|4|2|7|3",
        ],
        [
            "单位|2023年二季度||2022年二季度||去年同期|",
            "|走访次数|投入金额|走访次数|投入金额|走访次数|投入金额",
            "云溪镇|4|2|9|9|9|9",
        ],
    ] {
        let merged = [[0, 1, 0, 2], [0, 3, 0, 4], [0, 5, 0, 6], [0, 0, 1, 0]];
        for format in FORMATS {
            let bare = of_book(format, &Book::of_rows(&[("表", &rows)]).merged(&merged));
            assert_eq!(codes(&bare).1, ["D048"; 4], "{format} {rows:?}");
            let batch = bare.batch(&[]);
            assert_eq!(count(&batch, "云溪镇", "work/n").as_deref(), Some("4"), "{format}");
            assert_eq!(count(&batch, "云溪镇", "work/amt").as_deref(), Some("2"), "{format}");
        }
    }
}

#[test]
fn what_forms_put_about_heads_is_no_part_of_them() {
    for head in ["单 位 名 称：|1.走访次数|（2）投入金额：", "填报单位：|走访次数*：|③投入金额（选填）"]
    {
        in_each_format(
            &[head, "云溪镇|3|1.5"],
            &["单位：|日期：|1.事项", "云溪镇|2023-04-05|看望"],
            |bare, format| {
                assert_eq!(codes(bare), (1, Vec::new()), "{format} {head}");
                let batch = bare.batch(&[]);
                assert_eq!(count(&batch, "云溪镇", "work/n").as_deref(), Some("3"), "{format} {head}");
                assert_eq!(count(&batch, "云溪镇", "work/rows").as_deref(), Some("1"), "{format} {head}");
            },
        );
    }
}

#[test]
fn hidden_sheets_and_a_sheet_a_quarter_are_understood_in_every_workbook() {
    let [first, second]: [&[&str]; 2] = [&["镇街|走访次数", "云溪镇|1"], &["镇街|走访次数", "云溪镇|2"]];
    for (sheets, expected) in [
        (&[("~上季度", first), ("本季度", second)][..], Some("2")),
        (&[("~Sheet1", first), ("Sheet2", second)], Some("2")),
        (&[("第一季度", first), ("第二季度", second), ("说明", &["请按季填报"])], Some("2")),
        (&[("2季度", second), ("1季度", first), ("3季度", first), ("4季度", first)], Some("2")),
        (&[("2023Q1", first), ("2023Q2", second)], Some("2")),
        (&[("东片", first), ("西片", second)], None),
    ] {
        in_each_workbook(sheets, |bare, format| {
            let (_, found) = codes(bare);
            if expected.is_none() {
                assert_eq!(found, ["D044"], "{sheets:?} {format}");
                return;
            }
            assert!(found.iter().all(|code| code == "D025"), "{sheets:?} {format}: {found:?}");
            let found = count(&bare.batch(&[]), "云溪镇", "work/n");
            assert_eq!(found.as_deref(), expected, "{sheets:?} {format}");
        });
    }
}

#[test]
fn lines_of_codes_and_notes_are_told_in_any_words() {
    for code in ["甲|1|2|3", "A|(1)|(2)|(3)", "栏次|①|②|③", "—|1|2|3=1+2", "代码|01|02|03"] {
        let rows = ["单位|走访次数|投入金额|情况说明", code, "云溪镇|12|3.5|好", "清河镇|2|1|好"];
        in_each_format(&rows, &[], |bare, format| {
            let (units, items) = checked(bare);
            let found: Vec<_> =
                items.iter().map(|(code, arguments)| (code.as_str(), &arguments["kind"])).collect();
            assert_eq!((units, found), (2, vec![("D024", &"codes".into())]), "{code} {format}");
        });
    }
    for note in [
        "注：本表由党政办汇总。|||",
        "填报人：某某||联系电话：123|",
        "审核人：|||填报日期：2023年7月1日",
        "说明：一、走访次数含电话走访；二、投入金额含自筹。|||",
        "单位负责人（签字）：||填表人：|",
        "Note: figures are final|||",
        "制表：某某|||",
        "（以上数据截至6月30日。）|||",
    ] {
        let rows = ["单位|走访次数|投入金额|情况说明", "云溪镇|12|3.5|好", "清河镇|2|1|好", note];
        in_each_format(&rows, &[], |bare, format| {
            assert_eq!(codes(bare), (2, vec!["D024".to_owned()]), "{note} {format}");
        });
    }
}

#[test]
fn rows_without_a_day_and_sums_of_nothing_are_told_whatever_they_come_from() {
    let main = ["单位|情况说明", "云溪镇|好", "清河镇|好"];
    let ledger = [
        "单位|日期|事项|户数",
        "云溪镇|2023-04-05|看望|2",
        "云溪镇||座谈|5",
        "清河镇|2023-05-06|看望|",
        "清河镇|2023-05-07|座谈|",
        "清河镇|2023-01-07|其他|9",
    ];
    in_each_format(&main, &ledger, |bare, format| {
        bare.write(
            "plugins/work/sections/results.hbs",
            "# 走访\n\n{{#present \"rows\"}}{{count \"rows\"}}{{/present}}：{{#if fields.led}}{{#each fields.led}}{{#if topic}}{{topic}}；{{/if}}{{/each}}{{/if}}{{#present \"num\"}}{{count \"num\"}}{{else}}未报{{/present}}。\n",
        );
        let (_, found) = codes(bare);
        assert!(found.contains(&"K004".to_owned()) && found.len() == 2, "{format}: {found:?}");
        let batch = bare.batch(&[]);
        for (unit, rows, homes) in [("云溪镇", "1", Some("2")), ("清河镇", "2", None)] {
            assert_eq!(count(&batch, unit, "work/rows").as_deref(), Some(rows), "{unit} {format}");
            assert_eq!(count(&batch, unit, "work/num").as_deref(), homes, "{unit} {format}");
        }
        assert!(made(bare, "云溪镇").contains("1件：看望；2户。"), "{format}: {}", made(bare, "云溪镇"));
        assert!(
            made(bare, "清河镇").contains("2件：看望；座谈；未报。"),
            "{format}: {}",
            made(bare, "清河镇")
        );
    });
}

#[test]
fn what_says_that_there_is_none_is_no_record() {
    let main = ["单位|走访次数", "云溪镇|1", "清河镇|1", "河口镇|1"];
    for none in ["|无|", "|暂无。|/", "—|无|—", "|本季度无|"] {
        let ledger = ["单位|日期|事项|户数", "云溪镇|2023-04-05|看望|2", &*format!("清河镇|{none}")];
        in_each_format(&main, &ledger, |bare, format| {
            assert_eq!(codes(bare).1, ["D024"], "{none} {format}");
            let batch = bare.batch(&[]);
            let rows = |unit: &str| count(&batch, unit, "work/rows");
            assert_eq!(rows("云溪镇").as_deref(), Some("1"), "{none} {format}");
            assert_eq!(rows("清河镇").as_deref(), Some("0"), "{none} {format}: it says so");
            assert_eq!(rows("河口镇"), None, "{none} {format}: it says nothing");
        });
    }
}

#[test]
fn a_row_with_a_day_that_says_that_there_is_none_is_no_record() {
    let main = ["单位|走访次数", "云溪镇|1"];
    for (none, rows) in [
        ("2023-06-30|无|", "1"),
        ("2023.6.30|本季度无|0", "1"),
        ("2023年6月30日|未开展。|/", "1"),
        ("2023-06-30|无锡来访|", "2"),
        ("2023-06-30|无|3", "2"),
    ] {
        let ledger = ["单位|日期|事项|户数", "云溪镇|2023-04-05|看望|2", &*format!("云溪镇|{none}")];
        in_each_format(&main, &ledger, |bare, format| {
            let told: &[&str] = if rows == "1" { &["D024"] } else { &[] };
            assert_eq!(codes(bare).1, told, "{none} {format}");
            assert_eq!(
                count(&bare.batch(&[]), "云溪镇", "work/rows").as_deref(),
                Some(rows),
                "{none} {format}"
            );
        });
    }
    let bare = office("data = \"data\"");
    bare.write(
        "data/a.toml",
        "[unit]\nname = \"云溪镇\"\n[work]\nled = [\n{ date = 2023-04-05, topic = \"看望\", num = 2 },\n{ date = 2023-06-30, topic = \"本季度无\", num = 0 },\n]\n",
    );
    assert_eq!(codes(&bare), (1, vec!["D024".to_owned()]));
    assert_eq!(count(&bare.batch(&[]), "a", "work/rows").as_deref(), Some("1"));
}

#[test]
fn what_was_found_on_a_day_may_be_nothing() {
    let bare = office("workbook = \"units.xlsx\"");
    bare.replace("plugins/work/plugin.toml", "label = \"事项\"", "label = \"发现问题\"");
    let main: &[&str] = &["单位|走访次数", "云溪镇|1"];
    let ledger: &[&str] = &["单位|日期|发现问题", "云溪镇|2023-04-05|无", "云溪镇|2023-04-06|无"];
    bare.write("units.xlsx", Book::of_rows(&[("填报表", main), ("走访台账", ledger)]).bytes("xlsx"));
    assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/rows").as_deref(), Some("2"));
}

#[test]
fn what_is_said_to_be_as_above_is_asked_for() {
    for ditto in ["同上", "〃", "同 上", "''"] {
        let main = ["单位|走访次数|情况说明", "云溪镇|1|好", &*format!("清河镇|1|{ditto}")];
        let ledger = ["单位|日期|事项", "云溪镇|2023-04-05|看望", &*format!("{ditto}|2023-04-05|座谈")];
        in_each_format(&main, &ledger, |bare, format| {
            assert_eq!(codes(bare).1, ["D050", "D050"], "{ditto} {format}");
        });
    }
}

#[test]
fn a_second_table_below_the_first_is_one_thing_to_do() {
    for second in ["单位|投入金额|备用", "镇街|投入金额|备用"] {
        let rows = [
            "一、走访||",
            "单位|走访次数|情况说明",
            "云溪镇|12|好",
            "清河镇|2|好",
            "二、投入||",
            second,
            "云溪镇|3.5|",
            "清河镇|1|",
        ];
        in_each_format(&rows, &[], |bare, format| {
            let (_, mut found) = codes(bare);
            found.retain(|code| code != "D024");
            assert_eq!(found, ["D051"], "{second} {format}");
        });
    }
}

#[test]
fn files_of_units_that_left_a_table_are_named() {
    let before = ["单位|走访次数", "云溪镇|1", "河口镇|2", "清河镇|3"];
    let after = ["单位|走访次数", "云溪镇|1", "河口街道|2"];
    in_each_format(&before, &[], |bare, format| {
        bare.batch(&[]);
        let path = format!("units.{format}");
        match format {
            "csv" => bare.write(path, csv(&after, ",")),
            _ => bare.write(path, Book::of_rows(&[("填报表", &after)]).bytes(format)),
        }
        let said = |arguments: &[&str]| {
            let output = bare.run(&[&["--lang", "zh", "batch"], arguments].concat());
            String::from_utf8_lossy(&output.stdout).into_owned()
        };
        let told = said(&[]);
        assert!(told.contains("out/河口镇.md") && told.contains("out/清河镇.md"), "{format}: {told}");
        assert!(said(&["--prune"]).contains("已删除 2 个"), "{format}");
        assert!(!bare.path("out/河口镇.md").exists() && bare.path("out/云溪镇.md").exists(), "{format}");
    });
    let bare = office("data = \"data\"");
    for (file, unit) in [("a.xlsx", "云溪镇"), ("b.xls", "河口镇"), ("c.ods", "清河镇")] {
        let rows = ["单位|走访次数", &*format!("{unit}|1")];
        let format = file.split_once('.').unwrap().1;
        bare.write(format!("data/{file}"), Book::of_rows(&[("表", &rows)]).bytes(format));
    }
    bare.batch(&[]);
    fs::remove_file(bare.path("data/b.xls")).unwrap();
    let output = bare.run(&["--lang", "zh", "batch"]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("out/河口镇.md"), "a workbook a unit");
}

#[test]
fn what_units_number_themselves_in_cells_is_numbered_once() {
    let section = "# 走访\n\n{{#enumerate}}\n{{#if fields.t}}\n- {{fields.t}}\n{{/if}}\n{{/enumerate}}\n";
    let rows = [
        "单位|情况说明",
        "甲镇|1.人员少\n2.设备旧",
        "乙镇|一是人员少；二是设备旧。",
        "丙镇|①人员少；②设备旧",
        "丁镇|（1）人员少。（2）设备旧。",
        "戊镇|人员少。",
    ];
    let test = |bare: &Bare, format: &str| {
        bare.write("plugins/work/sections/results.hbs", section);
        for unit in ["甲镇", "乙镇", "丙镇", "丁镇"] {
            let made = made(bare, unit);
            assert!(made.contains("一是人员少；二是设备旧。"), "{unit} {format}: {made}");
        }
        let alone = made(bare, "戊镇");
        assert!(alone.contains("人员少。") && !alone.contains("一是"), "{format}: {alone}");
    };
    in_each_workbook(&[("填报表", &rows)], test);
    let bare = office("table = \"units.csv\"");
    let mut lines = String::new();
    for row in rows {
        let (unit, said) = row.split_once('|').unwrap();
        let _ = writeln!(lines, "{unit},\"{said}\"");
    }
    bare.write("units.csv", lines);
    test(&bare, "csv");
}

#[test]
fn a_ledger_may_have_a_workbook_of_its_own() {
    let main = ["单位|走访次数", "云溪镇|1", "清河镇|1"];
    let ledger = [
        "单位|日期|事项|户数",
        "云溪镇|2023-04-05|看望|2",
        "云溪镇|2023-04-06|座谈|3",
        "清河镇|2023-04-06|座谈|1",
    ];
    for format in FORMATS {
        let bare = of_book(format, &Book::of_rows(&[("填报表", &main)]));
        bare.write(format!("units.走访台账.{format}"), Book::of_rows(&[("Sheet1", &ledger)]).bytes(format));
        assert_eq!(codes(&bare), (2, Vec::new()), "{format}");
        assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/num").as_deref(), Some("5"), "{format}");
        let output = bare.run(&["--lang", "zh", "map", &format!("units.走访台账.{format}")]);
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(said.contains("work.led.topic") && said.contains("work.led.num"), "{format}: {said}");
        let changed: Vec<String> = ledger.iter().map(|row| row.replace("|3", "|4")).collect();
        let changed: Vec<&str> = changed.iter().map(String::as_str).collect();
        bare.write(format!("units.走访台账.{format}"), Book::of_rows(&[("Sheet1", &changed)]).bytes(format));
        assert_eq!(
            count(&bare.batch(&[]), "云溪镇", "work/num").as_deref(),
            Some("6"),
            "{format}: made anew"
        );
    }
    let bare = office("data = \"data\"");
    bare.write("data/云溪镇.csv", "单位,走访次数\n云溪镇,1\n");
    bare.write(
        "data/云溪镇.走访台账.ods",
        Book::of_rows(&[("表", &["日期|事项|户数", "2023-04-05|看望|2"])]).bytes("ods"),
    );
    assert_eq!(codes(&bare), (1, Vec::new()));
    assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/num").as_deref(), Some("2"));
}

#[test]
fn a_form_with_its_labels_above_its_values_is_mapped_and_read() {
    let rows =
        ["走访情况表||", "填报单位|走访次数|投入金额（元）", "云溪镇|12|35000", "情况说明||", "一切正常||"];
    for format in ["xlsx", "xls", "ods", "csv"] {
        let bare = office("data = \"data\"\n[units.cells]");
        let bytes = match format {
            "csv" => csv(&rows, ",").into_bytes(),
            _ => Book::of_rows(&[("表", &rows)]).bytes(format),
        };
        bare.write(format!("data/a.{format}"), bytes);
        bare.replace(
            "workspace.toml",
            "[units.cells]",
            "[units.cells]\n\"work.n\" = { above = \"走访次数\" }\n\"work.amt\" = { above = \"投入金额\", factor = 0.0001 }\n\"work.t\" = { above = \"情况说明\" }",
        );
        assert_eq!(codes(&bare), (1, Vec::new()), "{format}");
        let batch = bare.batch(&[]);
        assert_eq!(count(&batch, "云溪镇", "work/amt").as_deref(), Some("3.5"), "{format}");
    }
    let above = ["走访情况", "走访次数|投入金额", "12|3.5", "填报人：某某|"];
    let bare = office("data = \"data\"");
    bare.write("data/云溪镇.xlsx", Book::of_rows(&[("表", &above)]).bytes("xlsx"));
    let output = bare.run(&["--lang", "zh", "map", "data/云溪镇.xlsx", "--write"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let text = fs::read_to_string(bare.path("workspace.toml")).unwrap();
    assert!(text.contains("\"work.n\" = { above = \"走访次数\" }"), "{text}");
    assert_eq!(codes(&bare), (1, Vec::new()), "{text}");
    assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/amt").as_deref(), Some("3.5"));
}

#[test]
fn a_row_that_is_the_sum_of_the_others_is_passed_over_with_a_remark() {
    let main = ["单位|走访次数", "云溪镇|1"];
    let ledger = ["单位|日期|事项|户数", "云溪镇|2023-04-05|看望|2", "云溪镇|2023-04-06|座谈|3", "|||5"];
    in_each_format(&main, &ledger, |bare, format| {
        let (_, items) = checked(bare);
        let [(code, arguments)] = items.as_slice() else { panic!("{format}: {items:?}") };
        assert_eq!((code.as_str(), &arguments["rows"]), ("D024", &serde_json::json!(["4"])), "{format}");
        assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/num").as_deref(), Some("5"), "{format}");
    });
}

/// What thirty towns send in, put together by a person: a title, merged heads, a line of codes, towns with spaces in their
/// names, full-width figures, 万, sub-totals, a total, notes, and a sheet of another quarter.
#[test]
fn thirty_towns_as_people_keep_them_are_clean_after_two_rounds() {
    let names = |at: usize| format!("第{at}镇");
    let mut rows = vec![
        "某某县2023年二季度走访慰问情况汇总表|||||".to_owned(),
        "填报单位：某某县党政办||||单位：次、万元|".to_owned(),
        "序号|镇街|走访慰问||情况|备注".to_owned(),
        "||走访次数|投入|情况说明|".to_owned(),
        "甲|乙|1|2|3|".to_owned(),
    ];
    for at in 1..=30 {
        let name = if at % 7 == 0 { names(at).replace('第', "第 ") } else { names(at) };
        let visits = match at {
            3 => "１２".to_owned(),
            5 => "0.2万".to_owned(),
            8 => "1,200次".to_owned(),
            11 => "30余".to_owned(),
            _ => at.to_string(),
        };
        rows.push(format!("{at}|{name}|{visits}|1.5|正常|"));
        if at % 15 == 0 {
            rows.push(format!("|小计||{}||", 22.5));
        }
    }
    rows.extend([
        "|全县合计||45||".to_owned(),
        "填表人：某某|||审核人：某某||".to_owned(),
        "注：走访次数含电话走访。|||||".to_owned(),
    ]);
    let merged = [[0, 0, 0, 5], [2, 0, 3, 0], [2, 1, 3, 1], [2, 2, 2, 3], [2, 5, 3, 5]];
    let last = ["镇街|走访次数", "第1镇|9"];
    for format in FORMATS {
        let write = |bare: &Bare, rows: &[String]| {
            let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
            let book = Book::of_rows(&[("二季度", &rows), ("一季度", &last)]).merged(&merged);
            bare.write(format!("units.{format}"), book.bytes(format));
        };
        let bare = office(&format!("workbook = \"units.{format}\""));
        write(&bare, &rows);
        let faults = || -> Vec<String> {
            let (units, mut found) = codes(&bare);
            assert_eq!(units, 30, "{format}");
            found.retain(|code| code != "D024" && code != "D025");
            found
        };
        let at = rows.iter().position(|row| row.contains("30余")).unwrap();
        assert_eq!(
            faults(),
            ["D003", "D010"],
            "{format}: what is wrong, the head 投入 and 30余, and nothing that follows"
        );
        rows[3] = rows[3].replace("投入", "投入金额");
        write(&bare, &rows);
        assert_eq!(faults(), ["D010"], "{format}");
        rows[at] = rows[at].replace("30余", "31");
        write(&bare, &rows);
        assert_eq!(faults(), Vec::<String>::new(), "{format}");
        let batch = bare.batch(&[]);
        assert_eq!((batch.exit, batch.units.len()), (Some(0), 30), "{format}: {}", batch.said);
        for (at, visits) in [(3, "12"), (5, "2000"), (8, "1200"), (11, "31"), (14, "14")] {
            assert_eq!(count(&batch, &names(at), "work/n").as_deref(), Some(visits), "{format} {at}");
        }
        rows[3] = rows[3].replace("投入金额", "投入");
        rows[at] = rows[at].replace("|31|", "|30余|");
    }
}

#[test]
fn a_units_name_is_what_lists_put_their_numbers_about() {
    let main = ["单位|走访次数", "1.云溪镇|1", "（2）清河镇|2", "河口镇*|3", "４、石桥镇|4"];
    let ledger = ["单位|日期|事项|户数", "云溪镇|2023-04-05|看望|2", "2.清河镇|2023-04-05|看望|3"];
    in_each_format(&main, &ledger, |bare, format| {
        assert_eq!(codes(bare), (4, Vec::new()), "{format}");
        let batch = bare.batch(&[]);
        assert_eq!(batch.exit, Some(0), "{format}: its report lies under another name: {}", batch.said);
        for (unit, homes) in
            [("云溪镇", Some("2")), ("清河镇", Some("3")), ("河口镇", None), ("石桥镇", None)]
        {
            assert_eq!(count(&batch, unit, "work/num").as_deref(), homes, "{unit} {format}");
        }
    });
    let double = ["单位|走访次数", "1.云溪镇|1", "云溪镇|2"];
    in_each_format(&double, &[], |bare, format| {
        let (_, items) = checked(bare);
        let [(code, arguments)] = items.as_slice() else { panic!("{format}: {items:?}") };
        assert_eq!((code.as_str(), &arguments["reason"]), ("U001", &"double".into()), "{format}");
    });
}

#[test]
fn rows_of_groups_and_examples_are_told() {
    let rows = [
        "单位|走访次数|情况说明",
        "（示例）某某镇|10|略",
        "城区片||",
        "云溪镇|1|好",
        "山区片||",
        "清河镇|2|好",
        "XX镇|0|",
    ];
    in_each_format(&rows, &[], |bare, format| {
        bare.replace("plugins/work/plugin.toml", "contract = 1\n", "contract = 1\nabsent = \"omit\"\n");
        let (units, mut found) = codes(bare);
        found.sort();
        assert_eq!((units, found), (4, ["D024", "D052", "D052"].map(str::to_owned).to_vec()), "{format}");
        bare.replace("plugins/work/plugin.toml", "absent = \"omit\"", "absent = \"error\"");
        let (_, mut found) = codes(bare);
        found.retain(|code| code != "D024");
        assert_eq!(found.len(), 2, "{format}: each once, as the section that is missing: {found:?}");
    });
}

#[test]
fn columns_that_are_passed_over_are_told_with_the_reason() {
    let rows = ["片区|单位|走访次数|上季度|合计|投入金额", "城区|云溪镇|1|2|3|4", "山区|清河镇|1|2|3|4"];
    in_each_format(&rows, &[], |bare, format| {
        let (_, items) = checked(bare);
        let told: Vec<_> =
            items.iter().map(|(code, said)| (code.as_str(), said["reason"].as_str().unwrap())).collect();
        assert_eq!(told, [("D048", "aside"), ("D048", "other"), ("D048", "sum")], "{format}");
    });
}

#[test]
fn fractions_among_percentages_are_asked_about() {
    let declared = "fields.rate = { label = \"办结率\", type = \"decimal\", measure = \"%\" }\n\
                    counts.rate = { label = \"办结率\", measure = \"%\", kind = \"decimal\", number = \"rate\" }\n";
    let rows = ["单位|办结率", "云溪镇|0.984", "清河镇|98.4", "河口镇|100", "石桥镇|0", "东岭镇|0.5%"];
    in_each_format(&rows, &[], |bare, format| {
        bare.replace("plugins/work/plugin.toml", "[fields.led]", &format!("{declared}[fields.led]"));
        let (units, items) = checked(bare);
        let [(code, said)] = items.as_slice() else { panic!("{format}: {items:?}") };
        assert_eq!((units, code.as_str(), &said["rows"]), (5, "D053", &serde_json::json!(["2"])), "{format}");
    });
}

#[test]
fn a_form_of_labels_that_was_not_mapped_is_one_thing_to_do() {
    let rows = ["单位|云溪镇", "走访次数|12", "投入金额|3.5", "情况说明|好"];
    for format in FORMATS {
        let bare = office("data = \"data\"");
        bare.write(format!("data/云溪镇.{format}"), Book::of_rows(&[("填报", &rows)]).bytes(format));
        assert_eq!(codes(&bare).1, ["D002"], "{format}");
        let output = bare.run(&["--lang", "zh", "map", &format!("data/云溪镇.{format}"), "--write"]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(codes(&bare), (1, Vec::new()), "{format}");
        assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/amt").as_deref(), Some("3.5"), "{format}");
    }
}
