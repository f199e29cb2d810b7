//! CSV files as any system writes them.

use std::fs;

use huibian_tests::office::{codes, count, office};

use crate::{in_each_workbook, made};

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
