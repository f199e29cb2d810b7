//! Documents that are broken or made to do harm, and files that do not belong together: each ends within bounds of time and
//! memory, with a workspace or with a diagnostic, and what does not belong together is told.
//!
//! A tenth of them every time, all of them by `cargo xtask long`.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use huibian_tests::books::{Book, ole};
use huibian_tests::corpus::random::Random;
use huibian_tests::taken::{memory, processor_seconds};
use huibian_tests::word::{Parts, docx, packed, parts};
use huibian_tests::{CONFIG_DIR, program};

const SEED: u64 = 20_231_129;
/// Seconds of the processor and mebibytes that one adoption may take, in a build with debug assertions. Others may have the processor
/// as well: so many times as long is waited.
const SECONDS: f64 = 60.0;
const WAITED: f64 = 6.0;
const MEBIBYTES: u64 = 700;

/// A report as an office has it.
fn report(random: &mut Random, unit: &str, quarter: usize) -> String {
    let (checked, found) = (random.within(20, 90), random.within(3, 19));
    format!(
        "= {unit}2023年第{}季度安全生产工作情况报告\n现将{unit}有关情况报告如下。\n# 一、检查情况\n\
         本季度共检查企业{checked}家次，发现隐患{found}处，其中完成整改{}处，罚款{}万元。\n\
         # 二、下一步打算\n继续做好隐患排查。\n| 村 | 检查数（家次） | 隐患数（处） |\n| 东河村 | {} | {} |\n{unit}人民政府\n\
         2023年{}月5日",
        ["一", "二", "三"][quarter],
        random.below(found),
        random.within(1, 30),
        random.within(1, 40),
        random.within(1, 9),
        quarter * 3 + 4,
    )
}

/// A workbook with these units.
fn book(random: &mut Random, units: &[&str]) -> Book {
    let mut rows = vec!["单位|检查企业|发现隐患|完成整改|罚款".to_owned()];
    rows.extend(units.iter().map(|unit| {
        format!("{unit}|{}|{}|{}|{}", random.below(90), random.below(20), random.below(9), random.below(30))
    }));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    Book::of_rows(&[("2023年第一季度", &rows)])
}

/// What a case is made of: files by their names.
type Files = Vec<(String, Vec<u8>)>;
type Maker = fn(&mut Random) -> Files;

const QUARTER: &str = "云溪镇-2023Q1.docx";

fn changed(random: &mut Random, change: impl FnOnce(&mut Random, &mut Parts)) -> Files {
    let mut all = parts(&report(random, "云溪镇", 0));
    change(random, &mut all);
    vec![(QUARTER.to_owned(), packed(&all))]
}

fn document(all: &mut Parts, change: impl FnOnce(String) -> String) {
    let text = String::from_utf8(all["word/document.xml"].clone()).unwrap();
    all.insert("word/document.xml".to_owned(), change(text).into_bytes());
}

/// A place in a text where a character begins.
fn place(random: &mut Random, text: &str) -> usize {
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    places[random.below(places.len())]
}

fn with(random: &mut Random, lines: &str) -> Files {
    let own = report(random, "云溪镇", 0);
    let (head, rest) = own.split_once("# 二").unwrap();
    vec![(QUARTER.to_owned(), docx(&format!("{head}{lines}\n# 二{rest}")))]
}

/// What documents are, by name.
const DOCUMENTS: [(&str, Maker); 20] = [
    ("cut", |random| {
        let mut bytes = docx(&report(random, "云溪镇", 0));
        bytes.truncate(random.below(bytes.len()));
        vec![(QUARTER.to_owned(), bytes)]
    }),
    ("flipped", |random| {
        let mut bytes = docx(&report(random, "云溪镇", 0));
        for _ in 0..8 {
            let at = random.below(bytes.len());
            bytes[at] ^= 1 << random.below(8);
        }
        vec![(QUARTER.to_owned(), bytes)]
    }),
    ("without a part", |random| {
        changed(random, |random, all| {
            let names: Vec<String> = all.keys().cloned().collect();
            all.remove(&names[random.below(names.len())]);
        })
    }),
    ("torn", |random| {
        changed(random, |random, all| {
            document(all, |mut text| {
                let (one, other) = (place(random, &text), place(random, &text));
                text.replace_range(one.min(other)..one.max(other), "");
                text
            });
        })
    }),
    ("open", |random| {
        changed(random, |random, all| {
            document(all, |text| text.replacen("</w:p>", "", 1 + random.below(4)));
        })
    }),
    ("deep", |random| {
        changed(random, |random, all| {
            let deep = random.within(500, 3_000);
            let cell = "<w:tbl><w:tr><w:tc>".repeat(deep)
                + "<w:p><w:r><w:t>深</w:t></w:r></w:p>"
                + &"</w:tc></w:tr></w:tbl>".repeat(deep);
            document(all, |text| text.replacen("<w:tbl>", &format!("{cell}<w:tbl>"), 1));
        })
    }),
    ("swelling", |random| {
        changed(random, |random, all| {
            let size = random.within(20, 60) << 20;
            document(all, |text| text.replacen("<w:p>", &format!("{}<w:p>", " ".repeat(size)), 1));
        })
    }),
    ("entities", |random| {
        changed(random, |_, all| {
            let mut entities = String::from("<!DOCTYPE w [<!ENTITY a0 \"很\">");
            for number in 1..12 {
                let _ =
                    write!(entities, "<!ENTITY a{number} \"{}\">", format!("&a{};", number - 1).repeat(10));
            }
            document(all, |text| {
                text.replacen("<w:document", &format!("{entities}]><w:document"), 1).replace("情况", "&a11;")
            });
        })
    }),
    ("one long paragraph", |random| {
        let words = "检查3家企业，发现隐患2处；".repeat(random.within(1_000, 40_000));
        with(random, &words)
    }),
    ("many paragraphs", |random| {
        let mut lines = String::new();
        (0..random.within(800, 9_000)).for_each(|number| {
            let _ = writeln!(lines, "第{number}件事办了{}次。", number % 7);
        });
        with(random, &lines)
    }),
    ("a large table", |random| {
        let row = format!("| 村 {}\n", "| 12 ".repeat(random.within(4, 30)));
        let rows = row.repeat(random.within(50, 600));
        with(random, &rows)
    }),
    ("tags of its own", |random| {
        let tags = [
            "{{#each x}}",
            "{{/if}}",
            "{{{{raw}}",
            "{{lookup . \"a\"}}",
            "}}{{",
            "{{count \"a/b\"}}",
            "\\{{x}}",
            "{{!--",
            "{{> x}}",
        ];
        let tag = random.pick(&tags);
        with(random, &format!("另发现{tag}等3处问题，已办{tag}2件。"))
    }),
    ("strange characters", |random| {
        let strange = [
            "\u{FDD0}\u{FDD1}",
            "\u{FFFE}",
            "\u{202E}翻转\u{202C}",
            "\u{200B}\u{200D}",
            "𠮷𡃁",
            "\u{FEFF}",
            "e\u{301}",
            "٣٤٥",
            "１２３",
            "①②③",
            "\u{7f}\u{85}",
        ];
        let one = random.pick(&strange);
        with(random, &format!("发现{one}隐患{one}7{one}处，{one}其中{one}整改{one}5处{one}。{one}"))
    }),
    ("numbers beyond all", |random| {
        let numbers = [
            "9".repeat(400),
            format!("0.{}1", "0".repeat(300)),
            "1e999".to_owned(),
            "-0".to_owned(),
            "1,2,3,4".to_owned(),
            "00012".to_owned(),
            "3.14.15".to_owned(),
            "99999999999999999999".to_owned(),
            "0/0".to_owned(),
        ];
        let one = numbers[random.below(numbers.len())].clone();
        with(
            random,
            &format!(
                "发现隐患{one}处，其中整改{one}处，整改率{one}%，比上季度增加{one}处。{one}年{one}月{one}日。"
            ),
        )
    }),
    ("marks alone", |random| {
        let marks = ["*", "×××", "____", "（ ）", "待填", "XX", "【】"];
        let mut lines = String::from("= ×××2023年第×季度情况\n");
        (0..random.within(3, 900)).for_each(|_| {
            let _ = writeln!(
                lines,
                "共{}件{}。",
                random.pick(&marks),
                random.pick(&marks).repeat(random.within(1, 30))
            );
        });
        vec![("格式.docx".to_owned(), docx(&lines))]
    }),
    ("names that do harm", |random| {
        let names = [
            "../../云溪镇",
            "CON",
            "a\"]\\nx = 1\\n[镇",
            "{{unit.name}}镇",
            "云溪镇'; --",
            "<w:p>镇",
            "镇\u{202E}镇",
            "=1+1镇",
            "..",
            "云\t溪镇",
        ];
        let unit = random.pick(&names);
        let file = format!("{}-2023Q1.docx", unit.replace(['/', '\0'], "_"));
        vec![(file, docx(&report(random, unit, 0)))]
    }),
    ("labels that do harm", |random| {
        let labels =
            ["\"\"\"", "\\u0000", "a = 1\n[b]", "'''", "}}{{/if}}", "]]>", "&amp;", "#", "| a |", "$(rm)"];
        let one = random.pick(&labels);
        with(random, &format!("一是{one}整治{one}问题8起，{one}办结6起。二是{one}5件。").replace('\n', " "))
    }),
    ("empty", |random| {
        let empty = ["", "（空）", "   ", "。", "\u{3000}"];
        let lines = random.pick(&empty);
        vec![(QUARTER.to_owned(), docx(lines))]
    }),
    ("something else", |random| {
        let other: [(&str, Vec<u8>); 6] = [
            (QUARTER, book(random, &["云溪镇"]).bytes("xlsx")),
            (QUARTER, Vec::new()),
            (QUARTER, ole("WordDocument", b"old")),
            ("云溪镇-2023Q1.doc", ole("EncryptedPackage", b"secret")),
            ("云溪镇-2023Q1.wps", b"{\\rtf1 hello}".to_vec()),
            ("云溪镇-2023Q1.txt", "云溪镇2023年第一季度报告".as_bytes().to_vec()),
        ];
        let (name, bytes) = other[random.below(other.len())].clone();
        vec![(name.to_owned(), bytes)]
    }),
    ("fields and changes", |random| {
        let xml = [
            "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>MERGEFIELD 数 7</w:instrText></w:r><w:r><w:t>检查9家</w:t></w:r></w:p>",
            "<w:p><w:ins w:id=\"1\"><w:r><w:t>新增3处</w:t></w:r></w:ins><w:del w:id=\"2\"><w:r><w:delText>原有8处</w:delText></w:r></w:del></w:p>",
            "<w:sdt><w:sdtPr><w:tag w:val=\"report/figure_1\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>走访7户</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            "<w:p><w:r><w:pict><v:shape xmlns:v=\"v\"><v:textbox><w:txbxContent><w:p><w:r><w:t>框内6件</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
            "<w:p><w:moveFrom w:id=\"1\"><w:r><w:t>移走5件</w:t></w:r></w:moveFrom><w:hyperlink><w:r><w:t>链接4件</w:t></w:r></w:hyperlink></w:p>",
        ];
        let one = random.pick(&xml);
        with(random, one)
    }),
];

/// What of files does not belong together, with a word of how it is told.
const PAIRS: [(&str, Maker, &str); 10] = [
    (
        "reports of two kinds",
        |random| {
            let other = format!(
                "= 青山镇2023年第一季度财政收支说明\n收入合计{}万元，比上年增长3.2%。\n支出进度略低于序时进度，原因是项目开工较晚。\n青山镇财政所",
                random.within(100, 900)
            );
            vec![
                (QUARTER.to_owned(), docx(&report(random, "云溪镇", 0))),
                ("东河镇-2023Q1.docx".to_owned(), docx(&report(random, "东河镇", 0))),
                ("青山镇-2023Q1.docx".to_owned(), docx(&other)),
            ]
        },
        "B002",
    ),
    (
        "one report twice",
        |random| {
            let one = docx(&report(random, "云溪镇", 0));
            vec![(QUARTER.to_owned(), one.clone()), ("云溪镇-2023Q1（终稿）.docx".to_owned(), one)]
        },
        "second report",
    ),
    (
        "another office's table",
        |random| {
            let report = docx(&report(random, "云溪镇", 0));
            vec![
                (QUARTER.to_owned(), report),
                ("表.xlsx".to_owned(), book(random, &["甲局", "乙局"]).bytes("xlsx")),
            ]
        },
        "Please look",
    ),
    (
        "a table of other things",
        |random| {
            let report = docx(&report(random, "云溪镇", 0));
            let rows = ["书名|作者|册数", "史记|司马迁|3", "论语|孔子|5"];
            vec![
                (QUARTER.to_owned(), report),
                ("书目.xlsx".to_owned(), Book::of_rows(&[("书目", &rows)]).bytes("xlsx")),
            ]
        },
        "Please look",
    ),
    (
        "a broken table",
        |random| {
            let report = docx(&report(random, "云溪镇", 0));
            let mut bytes = book(random, &["云溪镇"]).bytes(random.pick(&["xlsx", "xlsb", "ods"]));
            bytes.truncate(random.within(10, bytes.len() / 2));
            vec![(QUARTER.to_owned(), report), ("表.xlsx".to_owned(), bytes)]
        },
        "error[D0",
    ),
    (
        "an empty table",
        |random| {
            let report = docx(&report(random, "云溪镇", 0));
            vec![
                (QUARTER.to_owned(), report),
                ("表.xlsx".to_owned(), Book::of_rows(&[("数据", &["|"])]).bytes("xlsx")),
            ]
        },
        "Please look",
    ),
    (
        "a table without a report",
        |random| vec![("表.xlsx".to_owned(), book(random, &["云溪镇"]).bytes("xlsx"))],
        "B001",
    ),
    (
        "a large table",
        |random| {
            let report = docx(&report(random, "云溪镇", 0));
            let names: Vec<String> =
                (0..random.within(500, 2_500)).map(|number| format!("第{number}村")).collect();
            let names: Vec<&str> = names.iter().map(String::as_str).collect();
            vec![(QUARTER.to_owned(), report), ("表.xlsx".to_owned(), book(random, &names).bytes("xlsx"))]
        },
        "",
    ),
    (
        "a report of nobody",
        |random| {
            let nameless = "= 工作情况报告\n本季度共检查企业12家次，发现隐患3处。\n继续做好工作。".to_owned();
            vec![(format!("报告{}.docx", random.below(9)), docx(&nameless))]
        },
        "B001",
    ),
    (
        "many reports",
        |random| {
            let units = random.within(20, 40);
            (0..units)
                .map(|number| {
                    let unit = format!("第{number}镇");
                    (format!("{unit}-2023Q1.docx"), docx(&report(random, &unit, 0)))
                })
                .collect()
        },
        "",
    ),
];

/// What so many cases came to.
#[derive(Debug, Default)]
struct Outcome {
    made: usize,
    differing: usize,
    refused: usize,
    seconds: f64,
    mebibytes: u64,
}

/// Adopts files: how it ended, what it said, how long it had the processor, and the most memory that it held.
fn adopt(folder: &Path, files: &[PathBuf]) -> (i32, String, f64, u64) {
    let begun = Instant::now();
    let said = fs::File::create(folder.join("said")).unwrap();
    let mut command = Command::new(program("huibian"));
    command.current_dir(folder).env(CONFIG_DIR, folder.join("config"));
    command.args(["--lang", "en", "adopt", "--to", "office"]).args(files);
    let mut child =
        command.stdin(Stdio::null()).stdout(said.try_clone().unwrap()).stderr(said).spawn().unwrap();
    let (mut most, mut taken) = (0, 0.0);
    let status = loop {
        most = most.max(memory(child.id()));
        taken = processor_seconds(child.id()).max(taken);
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if taken > SECONDS || begun.elapsed().as_secs_f64() > WAITED * SECONDS {
            child.kill().unwrap();
        }
        std::thread::sleep(Duration::from_millis(5));
    };
    let said = String::from_utf8_lossy(&fs::read(folder.join("said")).unwrap()).into_owned();
    (status.code().unwrap_or(-1), said, taken, most / 1024)
}

/// Adopts so many of the cases, all kinds in turn, and holds each to its promises.
fn run(rounds: usize) -> Outcome {
    let mut random = Random::new(SEED);
    let mut outcome = Outcome::default();
    let mut wrong = Vec::new();
    let kinds: Vec<(&str, Maker, &str)> =
        DOCUMENTS.iter().map(|(name, maker)| (*name, *maker, "")).chain(PAIRS).collect();
    for _ in 0..rounds {
        for (name, maker, told) in &kinds {
            let folder = tempfile::tempdir().unwrap();
            let mut files = Vec::new();
            for (file, bytes) in maker(&mut random) {
                fs::write(folder.path().join(&file), bytes).unwrap();
                files.push(PathBuf::from(file));
            }
            let (code, said, seconds, mebibytes) = adopt(folder.path(), &files);
            outcome.seconds = outcome.seconds.max(seconds);
            outcome.mebibytes = outcome.mebibytes.max(mebibytes);
            let is_there = folder.path().join("office/workspace.toml").exists();
            let is_right = match code {
                0 => is_there,
                1 => {
                    is_there && (said.contains("differs") || said.contains("do not") || said.contains("not."))
                }
                2 => !is_there && said.contains("error["),
                _ => false,
            };
            match code {
                0 => outcome.made += 1,
                1 => outcome.differing += 1,
                _ => outcome.refused += 1,
            }
            let is_bounded = seconds < SECONDS && mebibytes < MEBIBYTES;
            if !is_right || !is_bounded || said.contains("panicked") || !said.contains(told) {
                let said: String = said.chars().take(1_500).collect();
                wrong.push(format!("== {name}: {code}, {seconds:.1} s, {mebibytes} MiB\n{said}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong of {outcome:?}\n{}", wrong.len(), wrong.join("\n"));
    outcome
}

/// A tab in a unit's name, wherever it comes from: in the file's name and the text, in an answer, in a table.
#[test]
fn a_name_that_no_document_may_have_is_told_before_anything_is_written() {
    let mut random = Random::new(SEED);
    let sound = docx(&report(&mut random, "云溪镇", 0));
    let torn = docx(&report(&mut random, "云\t溪镇", 0));
    let answered = "[reports.\"云溪镇-2023Q1.docx\"]\nunit = \"云\\t溪镇\"\n";
    let table = book(&mut random, &["云\t溪镇", "东河镇"]).bytes("xlsx");
    let named = ["云\t溪镇-2023Q1.docx"].as_slice();
    for (report, arguments) in [(&torn, named), (&sound, &[QUARTER, "--answers", "a.toml"])] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join(arguments[0]), report).unwrap();
        fs::write(folder.path().join("a.toml"), answered).unwrap();
        let (code, said) = crate::run(folder.path(), &[&["adopt", "--to", "office"], arguments].concat());
        assert!(code == 2 && said.contains("[B001]") && said.contains("no tab"), "{code} {said}");
        assert!(!folder.path().join("office").exists(), "{said}");
    }
    // What a table calls a unit is read as it is printed.
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join(QUARTER), &sound).unwrap();
    fs::write(folder.path().join("表.xlsx"), table).unwrap();
    let (code, said) = crate::run(folder.path(), &["adopt", "--to", "office", QUARTER, "表.xlsx"]);
    assert!(code < 2 && !said.contains("error["), "{code} {said}");
}

#[test]
fn a_tenth_of_the_hostile_documents_ends_with_a_workspace_or_a_diagnostic() {
    let outcome = run(1);
    assert!(outcome.refused > 5 && outcome.made > 5, "{outcome:?}");
}

#[test]
#[ignore = "long: cargo xtask long"]
fn three_hundred_hostile_documents_end_with_a_workspace_or_a_diagnostic() {
    let begun = Instant::now();
    let Outcome { made, differing, refused, seconds, mebibytes } = run(10);
    let all = begun.elapsed().as_secs();
    println!(
        "long: hostile documents to adopt | {SEED} | 300: {made} made, {differing} with differences told, {refused} refused; one {seconds:.1} s and {mebibytes} MiB at most, all {all} s"
    );
}
