//! HTML beside the other formats: the same words in every one of them, and every figure of the manifest on the page.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::fs::File;
use std::io::Read;

use huibian_tests::Workspace;

/// What stands between tags, without the entities and with no space of any kind.
fn visible(markup: &str) -> String {
    let pieces = markup.split('<').map(|piece| piece.split_once('>').map_or("", |(_, text)| text));
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    let text = entities.iter().fold(pieces.collect::<String>(), |text, (from, to)| text.replace(from, to));
    letters(&text)
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn every_format_says_the_same() {
    let workspace = Workspace::new();
    let output = workspace.run(&["batch", "--quiet", "--format", "docx,html,txt"]);
    assert_eq!(output.status.code(), Some(0));
    let files = workspace.files();
    let pages: Vec<_> =
        files.iter().filter_map(|(name, page)| Some((name.strip_suffix(".html")?, page))).collect();
    assert_eq!(pages.len(), 7);
    for (unit, page) in pages {
        let page = std::str::from_utf8(page).unwrap();
        let (_, body) = page.split_once("<body>").unwrap();
        let path = |format: &str| format!("out/ideology/2023Q2/{unit}.{format}");
        let mut package = zip::ZipArchive::new(File::open(workspace.path(&path("docx"))).unwrap()).unwrap();
        let mut docx = String::new();
        package.by_name("word/document.xml").unwrap().read_to_string(&mut docx).unwrap();
        assert_eq!(visible(body), visible(&docx), "{unit}");
        assert_eq!(visible(body), letters(&workspace.read(&path("txt"))), "{unit}");
    }
}

#[test]
fn a_figure_on_the_page_names_its_count_and_its_records() {
    let workspace = Workspace::new();
    workspace.run(&["assemble", "--quiet", "--format", "html", "云溪镇"]);
    let page = workspace.read("out/ideology/2023Q2/云溪镇.html");
    let figure = concat!(
        r#"<data class="figure" value="3" data-key="theory-study/sessions" data-source="sessions#1-3" "#,
        r#"title="theory-study/sessions ← sessions#1-3">3次</data>"#
    );
    assert!(page.contains(figure), "{page}");
}

#[test]
fn a_length_of_the_style_changes_the_page_and_the_package() {
    let workspace = Workspace::new();
    let formats = |workspace: &Workspace| {
        workspace.run(&["assemble", "--quiet", "--format", "html,docx", "云溪镇"]);
        workspace.files().into_iter().map(|(_, bytes)| bytes).collect::<Vec<_>>()
    };
    let before = formats(&workspace);
    assert_eq!(before, formats(&workspace));
    workspace.replace("templates/styles/gbt9704.toml", "line = \"28.95pt\"", "line = \"27pt\"");
    let after = formats(&workspace);
    assert!(before.iter().zip(&after).all(|(before, after)| before != after));
    assert!(String::from_utf8_lossy(&after[1]).contains("--line:27pt;"));
}

#[test]
fn a_build_without_pdf_says_how_to_get_it() {
    let workspace = Workspace::new();
    let output = workspace.run(&["--lang", "en", "batch", "--format", "pdf"]);
    if output.status.code() == Some(0) {
        return; // the feature is in
    }
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{said}");
    for part in ["O005", "--features pdf", "pdf = \"libreoffice\""] {
        assert!(said.contains(part), "{part} is not in\n{said}");
    }
    assert!(!workspace.path("out").exists());
}

#[test]
fn libreoffice_makes_the_pdf_where_it_is_asked_to() {
    let found = std::process::Command::new("soffice").arg("--version").output();
    if !found.is_ok_and(|output| output.status.success()) {
        assert!(std::env::var_os("CI").is_none(), "LibreOffice is not installed: cargo xtask readers");
        return;
    }
    let workspace = Workspace::new();
    workspace.replace("workspace.toml", "[output]", "[output]\npdf = \"libreoffice\"");
    let output = workspace.run(&["assemble", "--quiet", "--format", "pdf", "云溪镇"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    let file = std::fs::read(workspace.path("out/ideology/2023Q2/云溪镇.pdf")).unwrap();
    assert!(file.starts_with(b"%PDF-"));
}
