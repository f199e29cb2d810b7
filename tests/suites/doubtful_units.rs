//! Rows that are read as units and may be none, and sheets and rows that are of all units or of nothing: what cannot be known is asked
//! about, never counted in silence. Each in every format.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use huibian_tests::bare::Bare;
use huibian_tests::books::{Book, FORMATS};
use huibian_tests::office::{checked, codes, count, csv, office};

const HEAD: &str = "单位|走访次数|投入金额|情况说明";
const FIRST: &str = "云溪镇|3|1.5|正常";
const SECOND: &str = "清河镇|2|4|正常";

/// A workspace of each format with these rows, and as CSV unless indents are the style's.
fn in_each_format(rows: &[&str], test: impl Fn(&Bare, &str)) {
    for format in FORMATS {
        let bare = office(&format!("workbook = \"units.{format}\""));
        bare.write(format!("units.{format}"), Book::of_rows(&[("二季度", rows)]).bytes(format));
        test(&bare, format);
    }
    if rows.iter().all(|row| !row.contains('>')) {
        let bare = office("table = \"units.csv\"");
        bare.write("units.csv", csv(rows, ","));
        test(&bare, "csv");
    }
}

/// The reasons for which units are doubted, and the rows of each.
fn doubted(bare: &Bare) -> Vec<(String, Vec<String>)> {
    let items = checked(bare).1.into_iter().filter(|(code, _)| code == "D060");
    let rows = |of: &serde_json::Value| {
        of.as_array().unwrap().iter().map(|row| row.as_str().unwrap().to_owned()).collect()
    };
    items.map(|(_, of)| (of["reason"].as_str().unwrap().to_owned(), rows(&of["rows"]))).collect()
}

fn of(reason: &str, rows: &[&str]) -> Vec<(String, Vec<String>)> {
    vec![(reason.to_owned(), rows.iter().map(|row| (*row).to_owned()).collect())]
}

#[test]
fn names_that_are_hardly_units_are_asked_about() {
    for name in [
        "其他",
        "测试",
        "得分",
        "其它单位",
        "test",
        "？",
        "——",
        "某某人",
        "一、乡镇",
        "河口镇、石桥镇",
        "2023年二季度",
    ] {
        let row = format!("{name}|7|8|");
        in_each_format(&[HEAD, FIRST, SECOND, &row], |bare, format| {
            assert_eq!(doubted(bare), of("name", &["4"]), "{format} {name}");
            bare.replace(
                "workspace.toml",
                "[units]",
                &format!("[units]\nknown = [\"云溪镇\", \"清河镇\", \"{name}\"]"),
            );
            assert_eq!(codes(bare).1, [""; 0], "{format} {name}: who is known is a unit");
        });
    }
    in_each_format(&[HEAD, FIRST, "县公安局|2|4|好", "第一中学|1|1|好"], |bare, format| {
        assert_eq!(codes(bare).1, [""; 0], "{format}");
    });
}

#[test]
fn a_total_in_any_words_is_known_by_its_figures() {
    for name in ["某某县", "县级", "全域", "Σ", "全部单位"] {
        let row = format!("{name}|5|5.5|");
        in_each_format(&[HEAD, FIRST, SECOND, &row], |bare, format| {
            assert_eq!(doubted(bare), of("sum", &["4"]), "{format} {name}");
        });
        in_each_format(&[HEAD, &row, FIRST, SECOND], |bare, format| {
            assert_eq!(doubted(bare), of("sum", &["2"]), "{format} {name} above");
        });
    }
    let groups = [
        HEAD,
        "东部片区|27|35.25|",
        "云溪镇|12|20.25|",
        "清河镇|15|15|",
        "西部片区|33|41.5|",
        "河口镇|21|31.25|",
        "石桥镇|12|10.25|",
    ];
    in_each_format(&groups, |bare, format| {
        assert_eq!(doubted(bare), of("sum", &["2", "5"]), "{format}");
    });
    // Groups of few digits, which together are no chance; in either order.
    let few = ["东片|7|3.5|", "云溪镇|3|1.5|", "清河镇|4|2|", "西片|5|6|", "河口镇|2|1|", "石桥镇|3|5|"];
    let downwards: Vec<&str> = [HEAD].into_iter().chain(few).collect();
    in_each_format(&downwards, |bare, format| {
        assert_eq!(doubted(bare), of("sum", &["2", "5"]), "{format}");
    });
    let upwards: Vec<&str> = [HEAD].into_iter().chain(few.into_iter().rev()).collect();
    in_each_format(&upwards, |bare, format| {
        assert_eq!(doubted(bare), of("sum", &["4", "7"]), "{format}");
    });
    for last in ["河口镇|5|5.6|", "河口镇|5||", "河口镇|0|0|"] {
        in_each_format(&[HEAD, FIRST, SECOND, last], |bare, format| {
            assert_eq!(doubted(bare), [], "{format} {last}");
        });
    }
}

#[test]
fn rows_that_are_indented_below_others_are_asked_about() {
    for rows in [
        [HEAD, FIRST, ">集镇|2|1|", ">柳树湾|1|0.5|", SECOND],
        [HEAD, FIRST, "　　集镇|2|1|", "　　柳树湾|1|0.5|", SECOND],
        [HEAD, "东部片区|5|5.5|", ">云溪镇|3|1.5|", ">清河镇|2|4|", "西部片区|7|8|"],
    ] {
        in_each_format(&rows, |bare, format| {
            assert_eq!(doubted(bare), of("indent", &["3", "4"]), "{format} {rows:?}");
        });
    }
    in_each_format(&[HEAD, FIRST, ">其中：集镇|2|1|", ">>柳树湾|1|0.5|", SECOND], |bare, format| {
        assert_eq!(codes(bare), (2, vec!["D024".to_owned()]), "{format}: parts are passed over");
    });
    in_each_format(&[HEAD, ">云溪镇|3|1.5|正常", ">清河镇|2|4|正常"], |bare, format| {
        assert_eq!(codes(bare), (2, Vec::new()), "{format}: all of them stand alike");
    });
}

#[test]
fn a_day_without_a_word_is_no_record() {
    let main = &[HEAD, FIRST, SECOND][..];
    for (row, rows) in [
        ("云溪镇|2023-04-06||0", "1"),
        ("云溪镇|2023-04-06||", "1"),
        ("云溪镇|||0", "1"),
        ("云溪镇|2023-04-06||3", "2"),
        ("云溪镇|2023-04-06|看望|", "2"),
    ] {
        let ledger = &["单位|日期|事项|户数", "云溪镇|2023-04-05|看望|2", row][..];
        let test = |bare: &Bare, format: &str| {
            let told: &[&str] = if rows == "1" { &["D024"] } else { &[] };
            assert_eq!(codes(bare).1, told, "{format} {row}");
            assert_eq!(
                count(&bare.batch(&[]), "云溪镇", "work/rows").as_deref(),
                Some(rows),
                "{format} {row}"
            );
        };
        for format in FORMATS {
            let bare = office(&format!("workbook = \"units.{format}\""));
            let book = Book::of_rows(&[("二季度", main), ("走访台账", ledger)]);
            bare.write(format!("units.{format}"), book.bytes(format));
            test(&bare, format);
        }
        let bare = office("table = \"units.csv\"");
        bare.write("units.csv", csv(main, ","));
        bare.write("units.走访台账.csv", csv(ledger, ","));
        test(&bare, "csv");
    }
}

#[test]
fn a_form_of_totals_is_held_against_the_units_forms() {
    let cells = "[units.cells]\n\"work.n\" = { row = \"走访次数\", column = \"本季度\" }\n\
                 \"work.amt\" = { row = \"投入金额\", column = \"本季度\" }";
    let form = |unit: &str, visits: &str, amount: &str| -> Vec<String> {
        vec![
            format!("填报单位：{unit}"),
            "项目|本季度|上季度".to_owned(),
            format!("走访次数|{visits}|4"),
            format!("投入金额|{amount}|2"),
        ]
    };
    for (name, unit, visits, told) in [
        ("汇总", "全县", "5", &["D054", "D025"][..]),
        ("汇总", "全县", "9", &["D040", "D054", "D025"]),
        ("合计表", "某某县", "9", &["D040", "D054", "D025"]),
        ("Sheet3", "汇总", "9", &["D040", "D054", "D025"]),
    ] {
        let forms = [form("云溪镇", "3", "1.5"), form("清河镇", "2", "4"), form(unit, visits, "5.5")];
        let rows: Vec<Vec<&str>> =
            forms.iter().map(|form| form.iter().map(String::as_str).collect()).collect();
        let sheets = [("云溪镇", &rows[0][..]), ("清河镇", &rows[1]), (name, &rows[2])];
        for format in FORMATS {
            let bare = office(&format!("workbook = \"units.{format}\"\n{cells}"));
            bare.write(format!("units.{format}"), Book::of_rows(&sheets).bytes(format));
            let (units, found) = codes(&bare);
            assert_eq!(
                (units, found),
                (2, told.iter().map(|code| (*code).to_owned()).collect()),
                "{format} {name}"
            );
        }
    }
}

#[test]
fn files_of_totals_and_empty_forms_are_asked_about() {
    let cells = "[units.cells]\n\"work.n\" = { row = \"走访次数\", column = \"本季度\" }";
    let form = |unit: &str, visits: &str| {
        let head = format!("填报单位|{unit}||2023年二季度");
        [head, "项目|本季度|上季度|".to_owned(), format!("走访次数|{visits}|4|")]
    };
    for (file, unit) in
        [("汇总", "全县"), ("样表", ""), ("空白表", ""), ("模板", "样表"), ("a", "云溪镇、清河镇")]
    {
        for format in FORMATS {
            let bare = office(&format!("data = \"data\"\n{cells}"));
            for (file, unit) in [("云溪镇", "云溪镇"), ("清河镇", ""), (file, unit)] {
                let rows = form(unit, "3");
                let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
                bare.write(format!("data/{file}.{format}"), Book::of_rows(&[("表", &rows)]).bytes(format));
            }
            let found = of("file", &[&format!("{file}.{format}")]);
            assert_eq!(doubted(&bare), found, "{file}.{format}");
            assert!(bare.batch(&[]).units.contains_key("清河镇"), "{format}: a period is no unit");
            let told = codes(&bare).1.iter().filter(|code| *code == "D057").count();
            assert_eq!(told, 0, "{format}: the forms are of the period");
        }
    }
    for name in ["合计", "全县合计", "填表人：某某", "其他"] {
        let bare = office("data = \"data\"");
        for (file, name) in [("a", "云溪镇"), ("b", name)] {
            bare.write(format!("data/{file}.toml"), format!("[unit]\nname = \"{name}\"\n[work]\nn = 3\n"));
        }
        assert_eq!(doubted(&bare), of("file", &["b.toml"]), "{name}");
        bare.replace("workspace.toml", "[units]", &format!("[units]\nknown = [\"云溪镇\", \"{name}\"]"));
        assert_eq!(codes(&bare).1, [""; 0], "{name}: who is known is a unit");
    }
}

#[test]
fn two_units_of_one_name_are_asked_about() {
    let bare = office("data = \"data\"");
    bare.write("data/a.toml", "[unit]\nname = \"云溪镇\"\n[work]\nn = 3\n");
    bare.write("data/b.csv", csv(&[HEAD, FIRST], ","));
    assert_eq!(codes(&bare).1, ["O001", "O001"], "files of one name are told of, and nothing else");
    bare.replace("workspace.toml", "{unit.name}", "{unit.id}");
    assert_eq!(codes(&bare), (2, vec!["D061".to_owned()]));
    bare.replace("workspace.toml", "[units]", "[units]\nknown = [\"a\", \"云溪镇\"]");
    assert_eq!(codes(&bare).1, [""; 0], "who is known is two");
    for format in FORMATS {
        let bare = office("data = \"data\"");
        bare.replace("workspace.toml", "{unit.name}", "{unit.id}");
        bare.write("data/a.toml", "[unit]\nname = \"云溪镇\"\n[work]\nn = 3\n");
        bare.write(format!("data/云溪镇.{format}"), Book::of_rows(&[("表", &[HEAD, FIRST])]).bytes(format));
        assert_eq!(codes(&bare).1, ["D061"], "{format}");
    }
}

#[test]
fn heads_of_units_are_known_in_further_words() {
    for head in ["行政村", "所在乡镇", "属地", "单位名称（全称）"] {
        let head = HEAD.replacen("单位", head, 1);
        in_each_format(&[&head, FIRST, SECOND], |bare, format| {
            assert_eq!(codes(bare), (2, Vec::new()), "{format} {head}");
        });
    }
}

#[test]
fn two_tables_beside_each_other_are_one_fault() {
    let (head, row) = (format!("{HEAD}|{HEAD}"), format!("{FIRST}|{SECOND}"));
    in_each_format(&[&head, &row], |bare, format| assert_eq!(codes(bare).1, ["D004"], "{format}"));
}

#[test]
fn days_in_words_are_days() {
    let ledger = ["单位|日期|事项", "云溪镇|二〇二三年四月五日|看望", "云溪镇|二○二三年五月十日|座谈"];
    for format in FORMATS {
        let bare = office(&format!("workbook = \"units.{format}\""));
        let book = Book::of_rows(&[("二季度", &[HEAD, FIRST]), ("走访台账", &ledger)]);
        bare.write(format!("units.{format}"), book.bytes(format));
        assert_eq!(count(&bare.batch(&[]), "云溪镇", "work/rows").as_deref(), Some("2"), "{format}");
    }
}

#[test]
fn what_several_values_of_a_form_are_looked_for_by_is_missing_once() {
    let cells = "[units.cells]\n\"work.n\" = { row = \"走访次数\", column = \"本季度\" }\n\
                 \"work.amt\" = { row = \"投入金额\", column = \"本季度\" }";
    let rows = ["填报单位：云溪镇", "项目|本期|上期", "走访次数|3|4", "投入金额|1.5|2"];
    for format in FORMATS {
        let bare = office(&format!("data = \"data\"\n{cells}"));
        bare.write(format!("data/yx.{format}"), Book::of_rows(&[("表", &rows)]).bytes(format));
        assert_eq!(codes(&bare).1, ["D047"], "{format}");
    }
}
