//! Official documents end to end: what workspace, template and units set comes out in every format, and where GB/T 9704-2012
//! wants it on the page.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use huibian_tests::Workspace;
use huibian_tests::readers::{ask, readers};
use serde::Deserialize;

const DOCUMENT: &str = r#"
[document]
serial = 1
secrecy = "机密"
secrecy_term = "1年"
urgency = "特急"
mark = { names = ["{unit.name}委员会"], suffix = "文件" }
number = { code = "云委发", sequences = { yunxi = 5, hekou = 6, liulin = 7, qinghe = 8, shiqiao = 9 } }
attachments = [
    { title = "{period.name}学习情况", template = "templates/attachments/study.hbs" },
    { title = "有关单位名单" },
]
note = "此件公开发布"
copies_to = ["县委组织部", "县委宣传部"]
printer = "{unit.name}党政办公室"
printed = 2023-07-06
"#;

const STUDY: &str = "# 学习次数\n\n{{period.name}}，{{unit.name}}学习{{count \"theory-study/sessions\"}}[^1]。\n\n\
                     | 项目 | 次数 |\n| --- | --: |\n| 学习 | {{count \"theory-study/sessions\"}} |\n\n[^1]: 见学习台账。\n";

/// The example workspace with every element set.
fn official() -> Workspace {
    let workspace = Workspace::new();
    let settings = workspace.read("workspace.toml");
    let settings = settings.replace(r#"["docx", "md"]"#, r#"["docx", "md", "txt"]"#);
    workspace.write("workspace.toml", &(settings + DOCUMENT));
    workspace.write("templates/attachments/study.hbs", STUDY);
    for id in ["hanzi", "jiankun"] {
        let _ = fs::remove_file(workspace.path(&format!("data/2023Q2/{id}.toml")));
    }
    workspace
}

fn said(output: &std::process::Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn part(file: &Path, name: &str) -> String {
    let mut package = zip::ZipArchive::new(fs::File::open(file).unwrap()).unwrap();
    let mut text = String::new();
    package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

const YUNXI: &str = "out/ideology/2023Q2/云溪镇";

#[test]
fn every_format_has_every_element() {
    let workspace = official();
    let output = workspace.run(&["--lang", "en", "assemble", "yunxi"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = workspace.read(&format!("{YUNXI}.txt"));
    let lines: Vec<&str> = text.lines().map(|line| line.trim_start_matches('　')).collect();
    let wanted = [
        "000001",
        "机密★1年",
        "特急",
        "云溪镇委员会文件",
        "云委发〔2023〕5号",
        "附件：1.2023年第二季度学习情况",
        "2.有关单位名单",
        "2023年7月5日",
        "（此件公开发布）",
        "附件1",
        "2023年第二季度学习情况",
        "一、学习次数",
        "抄送：县委组织部，县委宣传部。",
        "云溪镇党政办公室　2023年7月6日印发",
    ];
    let mut rest = lines.iter();
    for line in wanted {
        assert!(rest.any(|found| *found == line), "{line} is not in its place in\n{text}");
    }
    assert!(text.contains("2023年第二季度，云溪镇学习3次[1]。"), "{text}");
    assert!(text.contains("项目\t次数\n学习\t3次\n") && text.contains("[1] 见学习台账。\n"), "{text}");
    let xml = part(&workspace.path(&format!("{YUNXI}.docx")), "word/document.xml");
    let notes = part(&workspace.path(&format!("{YUNXI}.docx")), "word/footnotes.xml");
    assert!(xml.contains("<w:tblHeader/>") && notes.contains("见学习台账。"));
    let markdown = workspace.read(&format!("{YUNXI}.md"));
    assert!(markdown.contains("| 学习 | 3次 |") && markdown.contains("[^1]: 见学习台账。"), "{markdown}");
    for words in ["机密★1年", "云溪镇委员会文件", "（此件公开发布）", "抄送：县委组织部，县委宣传部。"]
    {
        assert!(xml.contains(words), "{words} is not in the docx");
        assert!(markdown.contains(words), "{words} is not in\n{markdown}");
    }
}

#[test]
fn a_key_of_the_template_goes_before_the_workspaces_and_a_units_before_both() {
    let workspace = official();
    workspace.replace(
        "templates/ideology.hbs",
        "[slots.results]",
        "[document]\nurgency = \"加急\"\n\n[slots.results]",
    );
    workspace.replace(
        "data/2023Q2/yunxi.toml",
        "[unit]\n",
        "[unit]\ndocument = { number = { sequence = 12 }, seal = true }\n",
    );
    let output = workspace.run(&["--lang", "en", "assemble", "yunxi"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let text = workspace.read(&format!("{YUNXI}.txt"));
    assert!(text.contains("\n加急\n") && text.contains("\n云委发〔2023〕12号\n"), "{text}");
}

#[test]
fn what_cannot_be_set_is_told_with_its_place() {
    for (file, from, to, code, place) in [
        ("workspace.toml", "secrecy = \"机密\"", "secrecy = \"密\"", "W004", "workspace.toml:"),
        ("workspace.toml", "serial = 1", "serials = 1", "W003", "workspace.toml:"),
        ("workspace.toml", "number = {", "number = { year = 23,", "W004", "workspace.toml:"),
        ("workspace.toml", "names = [\"{unit.name}委员会\"]", "names = []", "W004", "workspace.toml:"),
        ("workspace.toml", "secrecy = \"机密\"\n", "", "E007", "workspace.toml:"),
        (
            "workspace.toml",
            "printer = \"{unit.name}党政办公室\"\nprinted = 2023-07-06\n",
            "",
            "E007",
            "workspace.toml:",
        ),
        (
            "data/2023Q2/yunxi.toml",
            "[unit]\n",
            "[unit]\ndocument = { number = { year = 23 } }\n",
            "W004",
            "yunxi.toml:2:",
        ),
        ("workspace.toml", "{unit.name}党政", "{unit.title}党政", "W004", "workspace.toml:"),
        (
            "templates/ideology.hbs",
            "[slots.results]",
            "[document]\nurgency = 1\n[slots.results]",
            "W004",
            "ideology.hbs:",
        ),
        (
            "data/2023Q2/yunxi.toml",
            "[unit]\n",
            "[unit]\ndocument = { seals = true }\n",
            "W003",
            "yunxi.toml:2:",
        ),
        (
            "templates/attachments/study.hbs",
            "theory-study/sessions",
            "theory-study/session",
            "T002",
            "study.hbs:3:",
        ),
    ] {
        let workspace = official();
        workspace.replace(file, from, to);
        let (exit, said) = workspace.check("en");
        assert_ne!(exit, 0, "{to}");
        assert!(said.contains(code) && said.contains(place), "{to}: {said}");
    }
}

#[test]
fn a_number_or_a_name_that_a_unit_lacks_fails_the_unit() {
    for (from, to, code) in [
        ("yunxi = 5, ", "", "E002"),
        ("code = \"云委发\", ", "", "E002"),
        ("{unit.name}党政", "{unit.attributes.office}党政", "E001"),
    ] {
        let workspace = official();
        workspace.replace("workspace.toml", from, to);
        let output = workspace.run(&["--lang", "en", "assemble", "yunxi"]);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(said(&output).contains(code), "{}", said(&output));
    }
    let workspace = official();
    let own = "[unit]\ndocument = { attachments = [{ title = \"台账\", template = \"x.hbs\" }] }\n";
    workspace.replace("data/2023Q2/yunxi.toml", "[unit]\n", own);
    let output = workspace.run(&["--lang", "en", "assemble", "yunxi"]);
    assert!(said(&output).contains("yunxi.toml:"), "{}", said(&output));
    assert!(said(&output).contains("E003"), "{}", said(&output));
}

#[test]
fn check_tells_of_units_without_a_number_with_one_alike_and_of_numbers_for_no_unit() {
    let workspace = official();
    let list = "sequences = { yunxi = 5, hekou = 6, liulin = 7, qinghe = 8, shiqiao = 9 }";
    let wrong = "sequences = { yunxi = 5, hekou = 6, liulin = 6, qinghee = 8, \"石桥镇\" = 9, xian = 10 }";
    workspace.replace("workspace.toml", list, wrong);
    for (run, shown) in [(&["check"][..], "check"), (&["check", "--run"], "check --run")] {
        let output = workspace.run(&[&["--lang", "en"], run, &["--json"]].concat());
        assert_eq!(output.status.code(), Some(1), "{shown}: {}", said(&output));
        let told: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
        let items = told["items"].as_array().unwrap();
        let mut found: Vec<String> = items
            .iter()
            .filter(|item| item["code"].as_str().unwrap().starts_with('E'))
            .map(|item| {
                let [code, message, help] =
                    ["code", "message", "help"].map(|key| item[key].as_str().unwrap());
                let [path, line, column] = ["path", "line", "column"].map(|key| &item["place"][key]);
                format!("{code} {}:{line}:{column} {message} {help}", path.as_str().unwrap())
            })
            .collect();
        found.sort();
        let expected = [
            "E002 workspace.toml:37:38 the number of A&B*<试点>_[园区]管委会's document has no sequence",
            "E002 workspace.toml:37:38 the number of 珺堃镇's document has no sequence",
            "E002 workspace.toml:37:38 the number of 石桥镇's document has no sequence",
            "E002 workspace.toml:37:38 the number of 青禾镇's document has no sequence",
            "E004 workspace.toml:37:71 2 units have the document number 云委发〔2023〕6号: 河口镇, 柳林街道",
            "E005 workspace.toml:37:74 qinghee in number.sequences is no unit of this workspace did you mean qinghe?",
            "E005 workspace.toml:37:87 石桥镇 in number.sequences is no unit of this workspace did you mean shiqiao?",
        ];
        assert_eq!(found.len(), expected.len(), "{shown}: {found:#?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!(found.starts_with(expected), "{shown}: {found}\nnot {expected}");
        }
    }
    let (_, said) = workspace.check("zh");
    assert!(said.contains("2 个单位的发文字号都是 云委发〔2023〕6号"), "{said}");
}

#[test]
fn a_unit_above_others_and_a_number_of_a_units_own_are_looked_at_too() {
    let workspace = official();
    let own = "[unit]\ndocument = { number = { sequence = 9 } }\n";
    workspace.replace("data/2023Q2/yunxi.toml", "[unit]\n", own);
    let output = workspace.run(&["--lang", "en", "check", "--json"]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("云委发〔2023〕9号: 石桥镇, 云溪镇"), "{told}");
    assert!(told.contains("\"data/2023Q2/yunxi.toml\""), "{told}");
    let xian = "the number of 某某县's document has no sequence";
    assert!(told.contains(xian) && told.contains("\"severity\":\"warning\""), "{told}");
    // A list may stand in the template's head, whose numbers go first.
    let workspace = official();
    let head = "[document.number.sequences]\nhekou = 7\nhekuo = 3\n\n[slots.results]";
    workspace.replace("templates/ideology.hbs", "[slots.results]", head);
    let output = workspace.run(&["--lang", "en", "check", "--json"]);
    let told = String::from_utf8(output.stdout).unwrap();
    assert!(told.contains("云委发〔2023〕7号: 河口镇, 柳林街道"), "{told}");
    assert!(told.contains("\"templates/ideology.hbs\"") && told.contains("did you mean hekou?"), "{told}");
}

#[test]
fn an_attachments_template_that_is_not_there_is_told_where_it_is_named() {
    let workspace = official();
    workspace.replace("workspace.toml", "attachments/study.hbs", "attachments/stduy.hbs");
    let (exit, said) = workspace.check("en");
    assert_eq!(exit, 2, "{said}");
    for words in [
        "E006",
        "there is no attachment template templates/attachments/stduy.hbs",
        "workspace.toml:39:47",
        "did you mean templates/attachments/study.hbs",
        "There are: templates/attachments/study.hbs, templates/ideology.hbs.",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
    let (_, said) = workspace.check("zh");
    assert!(said.contains("没有附件模板") && said.contains("现有的模板"), "{said}");
    // In the head of the report's template, whose list goes before the workspace's.
    let workspace = official();
    let head = "[document]\nattachments = [{ title = \"台账\" }, { title = \"表\", template = \"x.hbs\" }]\n\n[slots.results]";
    workspace.replace("templates/ideology.hbs", "[slots.results]", head);
    let (_, said) = workspace.check("en");
    assert!(said.contains("E006") && said.contains("templates/ideology.hbs:3:"), "{said}");
}

/// Whether a text has a hanzi.
fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{3000}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}'))
}

#[test]
fn a_style_of_another_language_has_nothing_chinese_in_it() {
    let workspace = Workspace::new();
    workspace.replace("workspace.toml", "styles/gbt9704.toml", "styles/report.toml");
    let output = workspace.run(&["--lang", "en", "assemble", "yunxi"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let file = workspace.path(&format!("{YUNXI}.docx"));
    for name in ["word/styles.xml", "word/settings.xml", "word/footer1.xml"] {
        let xml = part(&file, name);
        assert!(!is_chinese(&xml), "{name}: {xml}");
    }
    let markdown = workspace.read(&format!("{YUNXI}.md"));
    assert!(markdown.contains("\n5 July 2023\n") && markdown.contains("## 1\\. "), "{markdown}");
}

#[derive(Deserialize)]
struct Page {
    lines: Vec<Line>,
    number: Option<PageNumber>,
    rules: Vec<Rule>,
}

#[derive(Deserialize, Debug)]
struct Rule {
    top: f64,
    bottom: f64,
    left: f64,
    right: f64,
    color: Option<[f64; 3]>,
}

#[derive(Deserialize)]
struct PageNumber {
    text: String,
}

#[derive(Deserialize, Debug)]
struct Line {
    text: String,
    baseline: f64,
    left: f64,
    right: f64,
}

/// The line that says so, spaces aside.
fn line<'p>(page: &'p Page, text: &str) -> &'p Line {
    let found = page.lines.iter().find(|line| line.text == text);
    found.unwrap_or_else(|| panic!("no {text} in {:#?}", page.lines))
}

fn near(found: f64, wanted: f64) -> bool {
    (found - wanted).abs() <= 0.5
}

#[test]
fn one_length_of_a_style_that_inherits_moves_the_page() {
    let Some(home) = readers() else { return };
    let workspace = Workspace::new();
    let hanzi = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜".repeat(48);
    let unit = format!(
        "[unit]\nname = \"满页镇\"\n[theory-study]\nresponsibility = \"{hanzi}\"\nsessions_total = 3\n\
         seminars_total = 1\n[propaganda]\nmeetings_total = 2\narticles_total = 9\n\
         [position-management]\nbranches_total = 1\nsites_total = 4\n"
    );
    workspace.write("data/2023Q2/full.toml", &unit);
    let lines = |style: &str| {
        workspace.write("templates/styles/own.toml", style);
        assert_eq!(workspace.run(&["assemble", "full"]).status.code(), Some(0));
        let file = workspace.path("out/ideology/2023Q2/满页镇.docx");
        let pages: BTreeMap<PathBuf, Vec<Page>> = ask(&home, "layout.py", std::slice::from_ref(&file));
        let Page { lines, number, .. } = &pages[&file][1];
        // The ink's profile has its last line below where the reader takes the page number to begin.
        let below = usize::from(!number.as_ref().unwrap().text.starts_with('—'));
        (lines.len() + below, lines[0].baseline, lines[0].left)
    };
    workspace.replace("workspace.toml", "styles/gbt9704.toml", "styles/own.toml");
    let (count, baseline, left) = lines("inherits = \"gbt9704\"\n");
    assert_eq!(count, 22);
    let strict = lines("inherits = \"gbt9704-strict\"\n");
    assert_eq!(strict.0, 22, "the ink's profile holds as many lines");
    assert!(strict.1 < baseline - 1.5, "and begins higher: {} and {baseline}", strict.1);
    let moved = lines("inherits = \"gbt9704\"\n[page]\nleft = \"89.4pt\"\n");
    assert!(near(moved.2 - left, 10.0 * 25.4 / 72.0), "{} and {left}", moved.2);
}

#[test]
fn elements_stand_where_the_standard_wants_them() {
    const TOP: f64 = 37.0;
    const LEFT: f64 = 28.0;
    const RIGHT: f64 = 184.0;
    const LINE: f64 = 28.95 * 25.4 / 72.0;
    const CELL: f64 = 15.7 * 25.4 / 72.0;
    let Some(home) = readers() else { return };
    let workspace = official();
    assert_eq!(workspace.run(&["assemble", "yunxi"]).status.code(), Some(0));
    let file: PathBuf = workspace.path(&format!("{YUNXI}.docx"));
    let files = std::slice::from_ref(&file);
    assert_eq!(ask::<Vec<String>>(&home, "packages.py", files)[&file], Vec::<String>::new());
    let pages: BTreeMap<PathBuf, Vec<Page>> = ask(&home, "layout.py", files);
    let pages = &pages[&file];
    let first = &pages[0];
    // The first, second and third line of the text area.
    let serial = line(first, "000001");
    for (number, text) in [(1.0, "机密★1年"), (2.0, "特急")] {
        assert!(near(line(first, text).baseline - serial.baseline, number * LINE), "{text}");
        assert!(near(line(first, text).left, LEFT), "{text}");
    }
    // 35 mm from the text area to 发文机关标志: of 42 points 88 hundredths stand above the baseline.
    let mark = line(first, "云溪镇委员会文件");
    assert!(near(mark.baseline - 42.0 * 0.88 * 25.4 / 72.0 - TOP, 35.0), "{mark:?}");
    assert!(near(mark.left + mark.right, LEFT + RIGHT), "{mark:?}");
    let number = line(first, "云委发〔2023〕5号");
    assert!(near(number.left + number.right, LEFT + RIGHT), "{number:?}");
    // The red rule 4 mm below the number's characters, of 16 points, as wide as the text.
    let red = first.rules.iter().find(|rule| rule.color == Some([1.0, 0.0, 0.0]));
    let red = red.unwrap_or_else(|| panic!("no red rule: {:?}", first.rules));
    assert!(near(red.top - number.baseline - 16.0 * 0.12 * 25.4 / 72.0, 4.0), "{red:?} {number:?}");
    assert!(near(red.left, LEFT) && near(red.right, RIGHT), "{red:?}");
    let title = first.lines.iter().find(|line| line.text.starts_with("云溪镇2023")).unwrap();
    // Two lines and the rule between.
    let below = title.baseline - number.baseline;
    assert!(below > 2.0 * LINE + 4.0 && below < 4.0 * LINE, "{below}");
    // 署名 two characters in, the date two characters right of it; 附注 below, two characters in.
    let signed = pages.iter().find(|page| page.lines.iter().any(|line| line.text == "2023年7月5日")).unwrap();
    let (name, date) = (line(signed, "云溪镇"), line(signed, "2023年7月5日"));
    assert!(near(date.left - name.left, 2.0 * CELL), "{name:?} {date:?}");
    assert!(near(RIGHT - date.right, 2.0 * CELL), "{date:?}");
    let note = line(signed, "（此件公开发布）");
    assert!(near(note.baseline - date.baseline, LINE), "{note:?}");
    // 附件 on a page of its own: the label on its first line, the title on its third.
    let attached = pages.iter().find(|page| page.lines.iter().any(|line| line.text == "附件1")).unwrap();
    assert!(near(attached.lines[0].baseline, serial.baseline) && attached.lines[0].text == "附件1");
    assert_eq!(attached.lines[1].text, "2023年第二季度学习情况");
    let down = attached.lines[1].baseline - attached.lines[0].baseline;
    assert!(down > 1.8 * LINE && down < 2.4 * LINE, "{down}");
    // 版记 on the last line of the last page, which is even.
    let last = pages.last().unwrap();
    let number = |page: &Page| Some(page.number.as_ref()?.text.trim_matches('—').parse::<u32>().unwrap());
    // Behind a blank page it has no number.
    let before = pages.iter().rev().skip(1).find_map(number).unwrap();
    assert_eq!(number(last).unwrap_or(before) % 2, 0, "the back of a sheet");
    let printed = line(last, "云溪镇党政办公室2023年7月6日印发");
    assert!(near(printed.baseline - serial.baseline, 21.0 * LINE), "{printed:?}");
    // The last rule stands on the edge of the text area.
    let closing = last.rules.last().unwrap();
    assert!(near(closing.bottom, TOP + 225.0), "{closing:?}");
    assert!(near(closing.left, LEFT) && near(closing.right, RIGHT), "{closing:?}");
    assert!(near(printed.left - LEFT, 14.0 * 25.4 / 72.0) && near(RIGHT - printed.right, 14.0 * 25.4 / 72.0));
}
