//! Reports made anew beside those that they were understood from, page by page, as LibreOffice sets both.
//!
//! A tenth of the kinds every time, all of them by `cargo xtask long`.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use huibian_tests::corpus::random::Random;
use huibian_tests::readers::{ask, readers};
use huibian_tests::word::{packed, unpacked};
use serde::Deserialize;
use serde_json::Value;

use crate::{adopt, books, kinds, lines, run, samples};

const SEED: u64 = 20_230_715;
/// Millimetres by which a line may stand elsewhere. Words are in other runs in a report made anew, LibreOffice rounds the
/// width of each run, and 0.05 mm is what that comes to in a line at most; a space is 2 mm, and a step of type sizes 0.1 mm a character.
const MOST_MOVED: f64 = 0.1;
/// By how much of 255 a square of 5 mm may be darker: a character that stands 0.1 mm elsewhere at a square's edge takes 4 along.
const MOST_DARKER: i32 = 6;
/// Kinds of which each report has other words in bold, where somebody liked it so: those made anew are as the first one, in lines
/// of the same words.
const BOLD_BY_WHIM: [&str; 1] = ["38-complaints-en"];

/// A page, as `tests/readers/beside.py` tells of it.
#[derive(Deserialize)]
struct Page {
    lines: Vec<Line>,
    number: Option<Number>,
    fonts: BTreeMap<String, usize>,
    rules: Vec<Rule>,
    squares: Vec<u8>,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    baseline: f64,
    left: f64,
    right: f64,
}

#[derive(Deserialize, PartialEq)]
struct Number {
    text: String,
}

#[derive(Deserialize)]
struct Rule {
    top: f64,
    bottom: f64,
    left: f64,
    right: f64,
}

/// A report and the one made anew.
struct Pair {
    kind: String,
    given: PathBuf,
    made: PathBuf,
    /// Whether a paragraph of it stands elsewhere than in the others: there the one made anew has it where they have it.
    is_moved: bool,
}

/// Adopts a kind and makes its reports anew.
fn pairs(kind: &Path, folder: &Path) -> Vec<Pair> {
    let (code, said) = adopt(kind, folder);
    assert_eq!(code, 0, "{said}");
    let files: Vec<String> =
        samples(kind).into_iter().chain(books(kind)).map(|file| file.display().to_string()).collect();
    let mut arguments = vec!["adopt", "--json"];
    arguments.extend(files.iter().map(String::as_str));
    let (_, plan) = run(folder, &arguments);
    let plan: Value = serde_json::from_str(&plan).unwrap();
    let truth: Value = serde_json::from_str(&fs::read_to_string(kind.join("kind.json")).unwrap()).unwrap();
    let mut made: BTreeMap<String, PathBuf> = BTreeMap::new();
    let mut pairs = Vec::new();
    for sample in plan["samples"].as_array().unwrap() {
        let (Some(unit), Some(period)) = (sample["unit"].as_str(), sample["period"].as_str()) else {
            continue;
        };
        let output = made.entry(period.to_owned()).or_insert_with(|| {
            let output = folder.join("anew").join(period);
            let pattern = output.join("{unit.name}").display().to_string();
            let mut arguments = vec!["batch", "--quiet", "--force", "--period", period, "--output", &pattern];
            if let Some(day) = sample["date"].as_str() {
                arguments.extend(["--date", day]);
            }
            run(&folder.join("office"), &arguments);
            output
        });
        let given = PathBuf::from(sample["file"].as_str().unwrap());
        // A workbook may call a unit otherwise than its reports do.
        let called = truth["workbooks"][0]["names"][unit].as_str().unwrap_or(unit);
        let made = output.join(format!("{called}.docx"));
        pairs.push(Pair {
            kind: kind.file_name().unwrap().to_str().unwrap().to_owned(),
            is_moved: lines(&given) != lines(&made),
            given,
            made,
        });
    }
    pairs
}

/// A report with its changes accepted, as it is read: LibreOffice prints what was taken out, struck through.
fn accepted(bytes: &[u8]) -> Vec<u8> {
    let mut parts = unpacked(bytes);
    let document = parts.get_mut("word/document.xml").unwrap();
    let mut text = String::from_utf8(document.clone()).unwrap();
    while let Some(start) = text.find("<w:del ") {
        let end = start + text[start..].find("</w:del>").unwrap() + "</w:del>".len();
        text.replace_range(start..end, "");
    }
    while let Some(start) = text.find("<w:ins ") {
        let end = start + text[start..].find('>').unwrap() + 1;
        text.replace_range(start..end, "");
    }
    *document = text.replace("</w:ins>", "").into_bytes();
    packed(&parts)
}

/// What differs between the pages of a report and of the one made anew; nothing where they are alike.
fn difference(pair: &Pair, given: &[Page], made: &[Page]) -> Option<String> {
    if given.len() != made.len() {
        return Some(format!("{} pages and not {}", made.len(), given.len()));
    }
    given.iter().zip(made).enumerate().find_map(|(number, (given, made))| {
        let found = if pair.is_moved { other_words(given, made) } else { other_page(pair, given, made) };
        found.map(|found| format!("page {}: {found}", number + 1))
    })
}

/// Where paragraphs stand elsewhere the lines are the same ones, as many, in the same faces.
fn other_words(given: &Page, made: &Page) -> Option<String> {
    let lines = |page: &Page| {
        let mut lines: Vec<String> = page.lines.iter().map(|line| line.text.clone()).collect();
        lines.sort();
        lines
    };
    (lines(given) != lines(made) || given.fonts != made.fonts).then(|| "other lines".to_owned())
}

fn other_page(pair: &Pair, given: &Page, made: &Page) -> Option<String> {
    for at in 0..given.lines.len().max(made.lines.len()) {
        let text = |page: &Page| page.lines.get(at).map(|line| line.text.clone());
        if text(given) != text(made) {
            return Some(format!("{:?} and not {:?}", text(made), text(given)));
        }
    }
    if given.number != made.number {
        return Some("another page number".to_owned());
    }
    let moved = |given: f64, made: f64| (given - made).abs() > MOST_MOVED;
    let is_elsewhere = |(given, made): (&Line, &Line)| {
        moved(given.baseline, made.baseline) || moved(given.left, made.left) || moved(given.right, made.right)
    };
    if BOLD_BY_WHIM.contains(&pair.kind.as_str()) {
        return None;
    }
    if let Some(line) = given.lines.iter().zip(&made.lines).position(is_elsewhere) {
        return Some(format!("{:?} stands elsewhere", given.lines[line].text));
    }
    let other_rule = |(given, made): (&Rule, &Rule)| {
        moved(given.top, made.top)
            || moved(given.bottom, made.bottom)
            || moved(given.left, made.left)
            || moved(given.right, made.right)
    };
    if given.fonts != made.fonts {
        return Some(format!("faces {:?} and not {:?}", made.fonts, given.fonts));
    }
    if given.rules.len() != made.rules.len() || given.rules.iter().zip(&made.rules).any(other_rule) {
        return Some("other rules".to_owned());
    }
    let darker = |(given, made): (&u8, &u8)| (i32::from(*given) - i32::from(*made)).abs();
    let most = given.squares.iter().zip(&made.squares).map(darker).max().unwrap_or(0);
    (most > MOST_DARKER || given.squares.len() != made.squares.len())
        .then(|| format!("a square is {most} darker or lighter"))
}

/// Holds the reports of so many kinds against those made anew; how many reports and pages there were, none without LibreOffice.
fn held(kinds: &[PathBuf]) -> Option<(usize, usize)> {
    let home = readers()?;
    let folder = tempfile::tempdir().unwrap();
    let mut pairs_of_all = Vec::new();
    for kind in kinds {
        let own = folder.path().join(kind.file_name().unwrap());
        fs::create_dir(&own).unwrap();
        pairs_of_all.extend(pairs(kind, &own));
    }
    let mut files: Vec<PathBuf> = Vec::new();
    for (number, pair) in pairs_of_all.iter().enumerate() {
        for (name, bytes) in
            [("given", accepted(&fs::read(&pair.given).unwrap())), ("made", fs::read(&pair.made).unwrap())]
        {
            let file = folder.path().join(format!("{number:04}-{name}.docx"));
            fs::write(&file, bytes).unwrap();
            files.push(file);
        }
    }
    let drawn = ask::<Vec<Page>>(&home, "beside.py", &files);
    let (mut wrong, mut pages) = (Vec::new(), 0);
    for (pair, files) in pairs_of_all.iter().zip(files.chunks(2)) {
        let (given, made) = (&drawn[&files[0]], &drawn[&files[1]]);
        pages += given.len();
        if let Some(difference) = difference(pair, given, made) {
            wrong.push(format!("{}: {difference}", pair.given.display()));
        }
    }
    assert!(wrong.is_empty(), "{} of {} reports\n{}", wrong.len(), pairs_of_all.len(), wrong.join("\n"));
    Some((pairs_of_all.len(), pages))
}

#[test]
fn the_pages_of_reports_made_anew_are_those_of_the_reports() {
    let all: Vec<PathBuf> = kinds().into_iter().filter(|kind| has_reports(kind)).collect();
    let mut random = Random::new(SEED);
    let mut chosen: Vec<PathBuf> = Vec::new();
    while chosen.len() < all.len().div_ceil(10) {
        let one = &all[random.below(all.len())];
        if !chosen.contains(one) {
            chosen.push(one.clone());
        }
    }
    let Some((reports, pages)) = held(&chosen) else { return };
    println!("{reports} reports, {pages} pages");
}

#[test]
#[ignore = "long: cargo xtask long"]
fn the_pages_of_all_reports_made_anew_are_those_of_the_reports() {
    let all: Vec<PathBuf> = kinds().into_iter().filter(|kind| has_reports(kind)).collect();
    let Some((reports, pages)) = held(&all) else { return };
    println!(
        "long: pages of reports made anew by adopt | {SEED} | {} kinds, {reports} reports, {pages} pages: alike in lines, faces, rules and pictures, within {MOST_MOVED} mm",
        all.len()
    );
}

/// A form with marks has no report to hold against.
fn has_reports(kind: &Path) -> bool {
    let truth: Value = serde_json::from_str(&fs::read_to_string(kind.join("kind.json")).unwrap()).unwrap();
    truth["samples"][0]["unit"].is_string()
}
