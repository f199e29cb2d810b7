//! Web pages where they are read: on a phone and on paper. And what each figure on them knows of itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use huibian_document::{Block, Document, Figure, Inline};
use huibian_tests::Workspace;
use huibian_tests::corpus::{Page, Style};
use huibian_tests::readers::{ask, ask_node, browser, printed, readers};
use serde::Deserialize;

use super::{CASES, Case};

/// Every page in a frame as wide as a phone, on which words keep off the edges. What is wider than the screen may be so in a
/// box of its own, as tables are.
const TRIAL: &str = r#"<!DOCTYPE html><meta charset="utf-8"><title></title>
<style>iframe{width:360px;height:640px;border:0}</style>
<script>
addEventListener("load", function () {
  var seen = [];
  document.querySelectorAll("iframe").forEach(function (frame) {
    var page = frame.contentDocument, wide = [];
    page.querySelectorAll("article *").forEach(function (element) {
      var box = element.getBoundingClientRect(), line = box.width === 0, table = element.closest(".table");
      if (!line && (box.right > 354 || box.left < 6) && (!table || table === element)) {
        wide.push(element.tagName + "." + element.className + " " + box.left + "-" + box.right + " " + element.textContent.slice(0, 40));
      }
    });
    seen.push({ width: page.documentElement.scrollWidth, height: page.documentElement.scrollHeight, wide: wide });
  });
  document.title = JSON.stringify(seen);
});
</script>
"#;

#[derive(Deserialize)]
struct Seen {
    width: u32,
    height: u32,
    wide: Vec<String>,
}

fn chromium(browser: &str, folder: &Path, arguments: &[String]) -> Vec<u8> {
    let output = Command::new(browser)
        .args([
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-background-networking",
            "--hide-scrollbars",
        ])
        .arg(format!("--user-data-dir={}", folder.join("profile").display()))
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn escaped(html: &str) -> String {
    html.replace('&', "&amp;").replace('"', "&quot;")
}

#[test]
fn no_page_is_wider_than_a_phone() {
    let Some(browser) = browser() else { return };
    let folder = tempfile::tempdir().unwrap();
    let mut trial = TRIAL.to_owned();
    for case in CASES.iter() {
        let page = fs::read_to_string(&case.html).unwrap();
        trial.extend(["<iframe srcdoc=\"", &escaped(&page), "\"></iframe>\n"]);
    }
    let file = folder.path().join("trial.html");
    fs::write(&file, trial).unwrap();
    let arguments = ["--dump-dom".to_owned(), format!("file://{}", file.display())];
    let shown = String::from_utf8(chromium(browser, folder.path(), &arguments)).unwrap();
    let title = shown.split("<title>").nth(1).unwrap().split("</title>").next().unwrap();
    let title = title.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    let seen: Vec<Seen> = serde_json::from_str(&title).unwrap_or_else(|error| panic!("{error}: {title}"));
    assert_eq!(seen.len(), CASES.len());
    let mut faults = Vec::new();
    for (case, seen) in CASES.iter().zip(&seen) {
        let name = case.html.file_stem().unwrap().display();
        assert!(seen.height > 200, "{name} is empty");
        if seen.width != 360 || !seen.wide.is_empty() {
            faults.push(format!("{name}: {} wide, {:#?}", seen.width, seen.wide));
        }
    }
    assert!(faults.is_empty(), "{} of them\n{}", faults.len(), faults.join("\n"));
}

/// How many are printed: each takes the browser a second or two.
const PRINTED: usize = 12;

#[test]
fn a_page_is_printed_on_its_own_sheet() {
    let turned = |document: &Document| {
        blocks(document).any(|block| matches!(block, Block::Table(table) if table.landscape))
    };
    let (with, without): (Vec<_>, Vec<_>) = CASES.iter().partition(|case| turned(&case.document));
    let cases: Vec<_> =
        with.into_iter().take(PRINTED / 3).chain(without.into_iter().take(PRINTED - PRINTED / 3)).collect();
    let files: Vec<PathBuf> = cases.iter().map(|case| case.html.clone()).collect();
    let (Some(home), Some(printed)) = (readers(), printed(&files)) else { return };
    let sheets: Vec<PathBuf> = printed.values().cloned().collect();
    let pages = ask::<Vec<Page>>(&home, "pages.py", &sheets);
    for case in cases {
        let name = case.html.file_stem().unwrap().display();
        let rules = &case.rules().page_number;
        let mut sheets = [0, 0];
        for (number, page) in (1..).zip(&pages[&printed[&case.html]]) {
            let upright = (page.width - 210.0).abs() < 0.5 && (page.height - 297.0).abs() < 0.5;
            let across = (page.width - 297.0).abs() < 0.5 && (page.height - 210.0).abs() < 0.5;
            assert!(upright || across, "{name}: page {number} is {} × {}", page.width, page.height);
            sheets[usize::from(across)] += 1;
            assert!(page.beyond.is_empty(), "{name}: {} stands outside of page {number}", page.beyond);
            let said = format!("{}{number}{}", rules.before.trim(), rules.after.trim());
            let there = page.text.starts_with(&said) || page.text.ends_with(&said);
            assert!(there, "{name}: page {number} has no number: {}", page.text);
        }
        assert!(sheets[0] > 0);
        assert_eq!(sheets[1] > 0, turned(&case.document), "{name}: {sheets:?}");
    }
}

/// Each page takes half a second.
const EXAMINED: usize = 20;

/// What axe-core finds wrong with pages; none where it is not there.
fn examined(files: &[PathBuf]) -> Option<Vec<String>> {
    let (browser, home) = (browser()?, readers()?);
    let found = ask_node::<Vec<String>>(&home, "axe.js", &[browser], files)?;
    let wrong = found.into_iter().flat_map(|(file, faults)| {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        faults.into_iter().map(move |fault| format!("{name}: {fault}"))
    });
    Some(wrong.collect())
}

fn held(files: &[PathBuf]) -> bool {
    let Some(faults) = examined(files) else { return false };
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
    true
}

#[test]
fn axe_finds_nothing_wrong_with_pages_of_every_kind() {
    let step = CASES.len() / EXAMINED;
    let files: Vec<PathBuf> = CASES.iter().step_by(step).map(|case| case.html.clone()).collect();
    held(&files);
}

#[test]
#[ignore = "takes minutes: cargo xtask long"]
fn axe_finds_nothing_wrong_with_any_page() {
    let files: Vec<PathBuf> = CASES.iter().map(|case| case.html.clone()).collect();
    if held(&files) {
        println!(
            "long: web pages through axe-core | 0 to 199 | {} pages, each as wide as a desk and as a phone: no violation",
            files.len()
        );
    }
}

#[test]
fn axe_finds_nothing_wrong_with_reports_and_their_sums() {
    let workspace = Workspace::new();
    assert_eq!(workspace.run(&["batch", "--quiet", "--format", "html"]).status.code(), Some(0));
    let made =
        workspace.files().into_iter().map(|(name, _)| workspace.path(&format!("out/ideology/2023Q2/{name}")));
    let mut pages: Vec<PathBuf> =
        made.filter(|file| file.extension().is_some_and(|kind| kind == "html")).collect();
    assert_eq!(workspace.run(&["rollup", "--quiet"]).status.code(), Some(0));
    pages.push(workspace.path("out/ideology/2023Q2/rollup/某某县.html"));
    assert!(pages.len() > 7, "{pages:?}");
    held(&pages);
}

#[test]
fn the_mark_is_printed_72_mm_below_the_edge_of_the_paper() {
    let is_marked =
        |case: &&Case| case.style == Style::Official && case.document.meta.official.mark.is_some();
    let files: Vec<PathBuf> = CASES.iter().filter(is_marked).take(6).map(|case| case.html.clone()).collect();
    let (Some(home), Some(printed)) = (readers(), printed(&files)) else { return };
    let sheets: Vec<PathBuf> = printed.into_values().collect();
    for (file, top) in ask::<Option<f64>>(&home, "mark.py", &sheets) {
        let top = top.unwrap_or_else(|| panic!("{}: nothing is red", file.display()));
        assert!((top - 72.0).abs() <= 1.0, "{}: {top} mm", file.display());
    }
}

/// All blocks of a document, those of its attachments last.
fn blocks(document: &Document) -> impl Iterator<Item = &Block> {
    let attached = document.meta.official.attachments.iter().flat_map(|attachment| &attachment.blocks);
    document.blocks.iter().chain(attached)
}

#[test]
fn each_figure_names_its_count_and_its_source() {
    let mut seen = 0;
    for case in CASES.iter() {
        let mut wanted = Vec::new();
        blocks(&case.document).for_each(|block| figures_of(block, &mut wanted));
        let mut wanted: Vec<String> = wanted.into_iter().map(tag).collect();
        let page = fs::read_to_string(&case.html).unwrap();
        let tags = page.split("<data ").skip(1).map(|rest| rest.split("</data>").next().unwrap().to_owned());
        let mut found: Vec<String> = tags.collect();
        seen += found.len();
        wanted.sort();
        found.sort();
        assert_eq!(found, wanted, "{}", case.html.display());
    }
    assert!(seen > 1000, "{seen}");
}

/// A figure's element as it is to be.
fn tag(figure: &Figure) -> String {
    let key = figure.key.to_string();
    let (aspect, named) = match figure.role() {
        None => (String::new(), key.clone()),
        Some(role) => (format!(" data-aspect=\"{role}\""), format!("{key} {role}")),
    };
    let (source, title) = if figure.source.is_empty() {
        (String::new(), named)
    } else {
        (format!(" data-source=\"{}\"", figure.source), format!("{named} ← {}", figure.source))
    };
    let Figure { digits, measure, .. } = figure;
    format!(
        "class=\"figure\" value=\"{digits}\" data-key=\"{key}\"{aspect}{source} title=\"{title}\">{digits}{measure}"
    )
}

fn figures_of<'d>(block: &'d Block, found: &mut Vec<&'d Figure>) {
    match block {
        Block::Heading(heading) => figures(&heading.content, found),
        Block::Paragraph(paragraph) => {
            paragraph.run_in.iter().for_each(|heading| figures(&heading.content, found));
            figures(&paragraph.content, found);
        }
        Block::List(items) => items.iter().for_each(|item| figures(&item.content, found)),
        Block::Table(table) => table.rows().iter().flatten().for_each(|cell| figures(&cell.content, found)),
        Block::Image(image) => figures(&image.caption, found),
        Block::Contents { .. } | Block::PageBreak => {}
    }
}

fn figures<'d>(inlines: &'d [Inline], found: &mut Vec<&'d Figure>) {
    for inline in inlines {
        match inline {
            Inline::Figure(figure) => found.push(figure),
            Inline::Strong(content) | Inline::Marked(_, content) | Inline::Note(content) => {
                figures(content, found);
            }
            Inline::Text(_) | Inline::LineBreak => {}
        }
    }
}
