//! The office changes its form: what stayed keeps its name, data and history, and what people changed by hand stays.

use std::fs;
use std::path::Path;

use huibian_tests::books::Book;
use huibian_tests::word::docx;
use tempfile::TempDir;

use super::{lines, run};

const TOWNS: [(&str, [usize; 5]); 4] = [
    ("云溪镇", [41, 17, 9, 30, 4]),
    ("青禾镇", [52, 21, 16, 12, 6]),
    ("东河镇", [63, 25, 24, 47, 3]),
    ("柳林镇", [38, 11, 2, 5, 8]),
];

fn report(name: &str, [checked, found, done, fines, drills]: [usize; 5]) -> String {
    format!(
        "= {name}2023年第一季度安全生产工作情况报告\n现将{name}有关情况报告如下。\n本季度共检查企业{checked}家次，发现隐患{found}处，\
         其中完成整改{done}处，罚款{fines}万元。\n组织应急演练{drills}场。\n{name}人民政府\n2023年4月5日"
    )
}

/// The form as it is from the next quarter on: hazards are called otherwise, drills are no longer told, training is new.
fn changed(name: &str, [checked, found, done, fines, trained]: [usize; 5]) -> String {
    format!(
        "= {name}2023年第二季度安全生产工作情况报告\n现将{name}有关情况报告如下。\n本季度共检查企业{checked}家次，发现各类风险隐患{found}处，\
         其中完成整改{done}处，罚款{fines}万元。\n举办业务培训{trained}期。\n{name}人民政府\n2023年7月5日"
    )
}

fn book(heads: &str, add: usize) -> Vec<u8> {
    let mut rows = vec![heads.to_owned()];
    rows.extend(TOWNS.iter().map(|(name, figures)| {
        let figures: Vec<String> = figures.iter().map(|figure| (figure + add).to_string()).collect();
        format!("{name}|{}", figures.join("|"))
    }));
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    Book::of_rows(&[("汇总", &rows)]).bytes("xlsx")
}

fn write(
    folder: &Path,
    quarter: &str,
    heads: &str,
    add: usize,
    text: fn(&str, [usize; 5]) -> String,
) -> Vec<String> {
    let mut files = vec![format!("{quarter}.xlsx")];
    fs::write(folder.join(&files[0]), book(heads, add)).unwrap();
    for (name, figures) in &TOWNS[..3] {
        let file = format!("{name}-{quarter}.docx");
        fs::write(folder.join(&file), docx(&text(name, figures.map(|figure| figure + add)))).unwrap();
        files.push(file);
    }
    files
}

fn adopt(folder: &Path, option: &str, files: &[String]) -> String {
    let mut arguments = vec!["adopt", option, "office"];
    arguments.extend(files.iter().map(String::as_str));
    let (code, said) = run(folder, &arguments);
    assert_eq!(code, 0, "{said}");
    said
}

fn office() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let files = write(folder.path(), "2023Q1", "单位|检查|隐患|整改|罚款|演练", 0, report);
    adopt(folder.path(), "--to", &files);
    folder
}

/// The table `[fields.NAME]` or `[counts.NAME]` with this label.
fn name(plugin: &str, label: &str) -> String {
    let at = plugin.find(&format!("label = \"{label}\"")).unwrap_or_else(|| panic!("{label}: {plugin}"));
    let head = plugin[..at].rfind("[fields.").unwrap() + "[fields.".len();
    plugin[head..].split(']').next().unwrap().to_owned()
}

#[test]
fn what_stayed_keeps_its_name_and_what_people_changed_stays() {
    let folder = office();
    let office = folder.path().join("office");
    let read = |file: &str| fs::read_to_string(office.join(file)).unwrap();
    let before = read("plugins/report/plugin.toml");
    let names =
        ["检查企业", "发现隐患", "完成整改", "罚款", "组织应急演练"].map(|label| name(&before, label));
    // What somebody did since: another label, a check of one's own, another title, a check taken out.
    let own =
        "\n[checks.enough]\nrule = \"figure_1 > 3\"\nseverity = \"warning\"\nmessage = \"检查太少。\"\n";
    let taken_out = before.find("\n[checks.").map_or(before.clone(), |at| before[..at].to_owned());
    let mine = taken_out.replace("label = \"罚款\"", "label = \"罚没金额\"") + own;
    fs::write(office.join("plugins/report/plugin.toml"), mine).unwrap();
    let settings = read("workspace.toml").replace("\n[units]", "\n# 我的说明\n[units]");
    fs::write(office.join("workspace.toml"), settings).unwrap();
    let data = fs::read(office.join("data/2023Q1/units.xlsx")).unwrap();
    let template = fs::read(office.join("templates/report.docx")).unwrap();

    let files = write(folder.path(), "2023Q2", "单位|检查|隐患|整改|罚款|培训", 10, changed);
    let said = adopt(folder.path(), "--into", &files);
    assert!(
        said.contains("New: \"举办业务培训\"") && said.contains("No longer in the form: \"组织应急演练\""),
        "{said}"
    );
    assert!(said.contains("\"发现隐患\" is \"发现各类风险隐患\" now"), "{said}");
    assert!(said.contains("3 reports have the same words, 0 do not"), "{said}");
    let after = read("plugins/report/plugin.toml");
    for (old, label) in
        names.iter().zip(["检查企业", "发现各类风险隐患", "完成整改", "罚没金额", "组织应急演练"])
    {
        assert_eq!(*old, name(&after, label), "{after}");
    }
    assert!(!names.contains(&name(&after, "举办业务培训")));
    assert!(after.contains("[checks.enough]") && !after.contains("_within_"), "{after}");
    assert!(read("workspace.toml").contains("# 我的说明"));
    assert_eq!(fs::read(office.join("data/2023Q1/units.xlsx")).unwrap(), data);
    assert_eq!(fs::read(office.join("templates/report.before-1.docx")).unwrap(), template);
    let list = read("ADOPTED.md");
    assert!(list.contains("## What changed"), "{list}");

    // The fourth town's report of the new quarter, and what was filed of the one before.
    let (code, said) = run(&office, &["batch", "--period", "2023Q2", "--date", "2023-07-05"]);
    assert_eq!(code, 0, "{said}");
    let made = lines(&office.join("out/report/2023Q2/柳林镇.docx"));
    let wanted: Vec<String> = changed("柳林镇", TOWNS[3].1.map(|figure| figure + 10))
        .lines()
        .map(|line| line.trim_start_matches("= ").to_owned())
        .collect();
    assert_eq!(made, wanted);
    for period in ["2023Q1", "2023Q2"] {
        let archive = fs::read_dir(office.join("history/report")).unwrap();
        let periods: Vec<String> =
            archive.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        assert!(periods.iter().any(|file| file.starts_with(period)), "{periods:?}");
    }
}

#[test]
fn a_workspace_that_adopt_did_not_make_is_refused() {
    let folder = office();
    fs::remove_file(folder.path().join("office/adopted.toml")).unwrap();
    let (code, said) = run(folder.path(), &["adopt", "--into", "office", "云溪镇-2023Q1.docx"]);
    assert!(code == 2 && said.contains("adopted.toml"), "{said}");
}
