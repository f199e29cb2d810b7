//! Documents that were sent back once (`tests/fixtures/sent-back.toml`): all that each says stands on its pages, in Word files as
//! LibreOffice lays them out and in web pages as a browser prints them.
//!
//! `cargo xtask readers` installs both. Without them these tests pass with a word on stderr, but fail where `CI` is set.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use huibian_tests::bare::Bare;
use huibian_tests::corpus::Page;
use huibian_tests::readers::{ask, printed, readers};
use huibian_tests::root;
use serde::Deserialize;

#[derive(Deserialize)]
struct Cases {
    case: Vec<Case>,
}

/// A document, or one for each of some units.
#[derive(Deserialize)]
struct Case {
    name: String,
    #[serde(default)]
    units: Vec<String>,
    whole: Vec<String>,
    #[serde(default)]
    measured: Vec<String>,
    document: String,
    report: String,
    #[serde(default)]
    attachments: BTreeMap<String, String>,
}

/// What was made of a case for one unit: its files, each of a name of its own, and what its text file says.
struct Made {
    case: &'static Case,
    docx: PathBuf,
    html: PathBuf,
    said: String,
}

static CASES: LazyLock<Vec<Case>> = LazyLock::new(|| {
    let text = fs::read_to_string(root().join("tests/fixtures/sent-back.toml")).unwrap();
    toml::from_str::<Cases>(&text).unwrap().case
});

/// Every case's workspace, which holds what was made.
static WORKSPACES: LazyLock<Vec<Bare>> = LazyLock::new(|| CASES.iter().map(workspace).collect());

fn workspace(case: &Case) -> Bare {
    let bare = Bare::new(&[]);
    bare.replace("workspace.toml", "[\"md\"]", "[\"docx\", \"html\", \"txt\"]");
    bare.replace("workspace.toml", "[output]", &format!("[document]\n{}\n[output]", case.document));
    bare.write("templates/bare.hbs", &case.report);
    for (name, text) in &case.attachments {
        bare.write(format!("templates/{name}.hbs"), text);
    }
    let alone = ["云溪镇".to_owned()];
    let units = if case.units.is_empty() { &alone } else { case.units.as_slice() };
    for (number, name) in units.iter().enumerate() {
        bare.write(format!("data/u{number:02}.toml"), format!("[unit]\nname = \"{name}\"\n"));
    }
    let batch = bare.batch(&[]);
    assert!(
        batch.units.len() == units.len() && batch.units.values().all(|unit| unit.codes().is_empty()),
        "{}",
        case.name
    );
    bare
}

fn made() -> Vec<Made> {
    let of_case = |(at, (case, bare)): (usize, (&'static Case, &Bare))| {
        let of_unit = |unit: usize| {
            let named = |format: &str| {
                let path = bare.path(format!("out/{at:02}-{unit:02}.{format}"));
                fs::copy(bare.path(format!("out/u{unit:02}.{format}")), &path).unwrap();
                path
            };
            let said = fs::read_to_string(named("txt")).unwrap();
            Made { case, docx: named("docx"), html: named("html"), said }
        };
        (0..case.units.len().max(1)).map(of_unit).collect::<Vec<_>>()
    };
    CASES.iter().zip(WORKSPACES.iter()).enumerate().flat_map(of_case).collect()
}

/// What is wrong with a document's pages.
fn faults(made: &Made, pages: &[Page], is_browser: bool) -> Vec<String> {
    let on_pages: String = pages.iter().map(|page| page.text.as_str()).collect();
    let name = format!("{}, {}", made.case.name, made.docx.file_stem().unwrap().display());
    let mut faults = Vec::new();
    for line in made.said.lines() {
        // A note's sign is another one there.
        let signs = |c: char| c.is_whitespace() || matches!(c, '[' | ']');
        let line: Vec<char> = line.chars().filter(|c| !signs(*c)).collect();
        // Where a page ends in a line, another's number stands amid it.
        let is_lost = |piece: &[char]| !on_pages.contains(&piece.iter().collect::<String>());
        let lost =
            line.chunks(4).filter(|piece| is_lost(piece) && piece.iter().any(|c| !on_pages.contains(*c)));
        faults.extend(lost.map(|piece| format!("{name}: {} is lost", piece.iter().collect::<String>())));
    }
    let measured = if is_browser { made.case.measured.as_slice() } else { &[] };
    for words in made.case.whole.iter().chain(measured) {
        let everywhere = on_pages.matches(words.as_str()).count();
        let lines = pages.iter().flat_map(|page| &page.lines);
        let whole: usize = lines.map(|line| line.matches(words.as_str()).count()).sum();
        if whole != everywhere {
            faults.push(format!("{name}: {words} stands {} times on two lines", everywhere - whole));
        }
        if made.said.contains(words.as_str()) && everywhere == 0 {
            faults.push(format!("{name}: {words} stands nowhere"));
        }
    }
    faults.extend(
        pages
            .iter()
            .filter(|page| !page.beyond.is_empty())
            .map(|page| format!("{name}: {} stands outside of its page", page.beyond)),
    );
    faults
}

fn held(sheets: &[PathBuf], made: &[Made], is_browser: bool) {
    let read = ask::<Vec<Page>>(&readers().unwrap(), "pages.py", sheets);
    let faults: Vec<String> =
        sheets.iter().zip(made).flat_map(|(sheet, made)| faults(made, &read[sheet], is_browser)).collect();
    assert!(faults.is_empty(), "{}\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_word_file_that_was_sent_back_says_all_of_it() {
    if readers().is_none() {
        return;
    }
    let made = made();
    let files: Vec<PathBuf> = made.iter().map(|made| made.docx.clone()).collect();
    held(&files, &made, false);
}

#[test]
fn a_web_page_that_was_sent_back_says_all_of_it_in_print() {
    let made = made();
    let files: Vec<PathBuf> = made.iter().map(|made| made.html.clone()).collect();
    let Some(mut sheets) = printed(&files) else { return };
    let sheets: Vec<PathBuf> = files.iter().map(|file| sheets.remove(file).unwrap()).collect();
    held(&sheets, &made, true);
}

/// What a report's text file says, line by line, of a bare workspace with a section.
fn lines(report: &str, section: &str) -> Vec<String> {
    let bare = Bare::new(&[]);
    bare.replace("workspace.toml", "plugins = []", "plugins = [\"work\"]");
    bare.replace("workspace.toml", "[\"md\"]", "[\"txt\"]");
    let plugin =
        "id = \"work\"\nversion = \"0.1.0\"\ntitle = \"工作\"\ncontract = 1\nslots = [\"results\"]\n";
    bare.write("plugins/work/plugin.toml", plugin);
    bare.write("plugins/work/sections/results.hbs", section);
    bare.write(
        "templates/bare.hbs",
        format!("+++\n[slots.results]\nkind = \"sections\"\nrun_in = true\n+++\n# 报告\n\n{report}"),
    );
    bare.write("data/yunxi.toml", "[unit]\nname = \"云溪镇\"\n[work]\n");
    let batch = bare.batch(&[]);
    assert_eq!(batch.exit, Some(0), "{}", batch.said);
    let text = fs::read_to_string(bare.path("out/yunxi.txt")).unwrap();
    text.lines().map(|line| line.trim().to_owned()).filter(|line| !line.is_empty()).collect()
}

#[test]
fn a_run_in_heading_stands_by_itself_where_no_paragraph_follows() {
    let section = "# 甲项\n\n文字。\n\n# 乙项\n\n- 一条\n\n文字。\n\n# 丙项\n\n## 丙一\n\n文字。\n\n# 丁项\n\n---\n\n文字。\n\n# 末项\n";
    let said = lines("## 情况\n\n{{slot \"results\"}}\n\n## 打算\n\n后文。\n", section).join("|");
    for words in [
        "（一）甲项。文字。|（二）乙项。|",
        "一条|文字。|（三）丙项。|1.丙一。文字。|（四）丁项。|",
        "|文字。|（五）末项。|二、打算|后文。",
    ] {
        assert!(said.contains(words), "{words}: {said}");
    }
}

#[test]
fn dashes_below_an_enumeration_break_the_page() {
    for end in ["\n\n---\n\n", "\n---\n\n"] {
        let report = format!(
            "## 情况\n\n{{{{#enumerate}}}}\n- 甲\n- 乙\n{{{{/enumerate}}}}{end}后文。\n\n{{{{slot \"results\"}}}}\n"
        );
        let said = lines(&report, "").join("|");
        assert!(said.contains("一、情况|一是甲；二是乙。|后文。"), "{said}");
    }
}
