//! What plugins say, placed by a Word template: amid words, alone in a paragraph, in cells, notes, headers and links.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::fs;

use huibian_tests::Workspace;
use huibian_tests::word::{docx, packed, parts, shown, unpacked, unsound};

const MADE: &str = "out/ideology/2023Q2/云溪镇.docx";
const PNG: &[u8] = &[
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0,
    0, 1, 8, 0, 0, 0, 0, 0x3A, 0x7E, 0x9B, 0x55, 0, 0, 0, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63,
    0x68, 0, 0, 0, 0x82, 0, 0x81, 0xDA, 0x45, 0x08, 0x3B, 0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42,
    0x60, 0x82,
];
const PROBLEMS: &str =
    "一是新媒体运用不够，短视频内容更新慢；二是监测能力不足，主要靠人工查看；三是网评员均为兼职，精力有限。";

/// A workspace with a template that says these lines, in these formats.
fn with(lines: &str, formats: &str) -> Workspace {
    let workspace = Workspace::new();
    fs::write(workspace.path("templates/ours.docx"), docx(lines)).unwrap();
    workspace.replace("workspace.toml", "templates/ideology.hbs", "templates/ours.docx");
    workspace.replace("workspace.toml", "formats = [\"docx\", \"md\"]", &format!("formats = [{formats}]"));
    workspace
}

/// Whether a unit's document was made, and what was said.
fn assembled(workspace: &Workspace) -> (bool, String) {
    let output = workspace.huibian(&["--lang", "en", "assemble", "yunxi"]).output().unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn a_slot_amid_words_leaves_a_sound_document_wherever_it_stands() {
    let link = r#"<w:p><w:hyperlink w:anchor="甲"><w:r><w:t>见：{{slot "problems"}}</w:t></w:r></w:hyperlink></w:p>"#;
    let picture = "<w:p><w:r><w:drawing/></w:r><w:r><w:t>{{slot \"problems\"}}</w:t></w:r></w:p>";
    for (lines, expected) in [
        ("问题：{{slot \"problems\"}}", format!("问题：{PROBLEMS}\n")),
        ("{{slot \"problems\"}}特此报告。", format!("{PROBLEMS}特此报告。\n")),
        ("| 问题 | 一、{{slot \"problems\"}} |", format!("| 问题 | 一、{PROBLEMS} |\n")),
        ("页眉：问题：{{slot \"problems\"}}\n甲", format!("甲\n页眉：问题：{PROBLEMS}\n")),
        ("甲※1\n脚注：问题：{{slot \"problems\"}}", format!("甲※1\n脚注：1 问题：{PROBLEMS}\n")),
        (link, format!("见：{PROBLEMS}\n")),
        (picture, format!("{PROBLEMS}\n")),
    ] {
        let workspace = with(lines, "\"docx\"");
        let (is_made, said) = assembled(&workspace);
        assert!(is_made, "{lines}\n{said}");
        let made = fs::read(workspace.path(MADE)).unwrap();
        assert_eq!(unsound(&made), Vec::<String>::new(), "{lines}");
        assert_eq!(shown(&made), expected, "{lines}");
    }
}

#[test]
fn a_slot_alone_in_a_cell_is_in_all_formats() {
    let nested = "<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/><w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc><w:tcPr/><w:p><w:r><w:t>{{slot \"results\"}}</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>";
    for lines in ["| 结果 | {{slot \"results\"}} |", nested] {
        let workspace = with(lines, "\"docx\", \"md\", \"html\", \"txt\"");
        let (is_made, said) = assembled(&workspace);
        assert!(is_made, "{said}");
        for extension in ["md", "html", "txt"] {
            let text = workspace.read(&format!("out/ideology/2023Q2/云溪镇.{extension}"));
            for wanted in ["抓实理论学习", "压实学习责任", "应对网络舆情", "当日答复"] {
                assert!(text.contains(wanted), "{extension}: {wanted}\n{text}");
            }
        }
        let markdown = workspace.read("out/ideology/2023Q2/云溪镇.md");
        let (heading, words) = ("抓实理论学习", "一是压实学习责任");
        assert!(markdown.contains(&format!("{heading}<br>{words}")), "{markdown}");
    }
}

#[test]
fn pictures_of_a_section_are_in_the_document() {
    let workspace = with("甲\n{{slot \"results\"}}\n乙", "\"docx\"");
    let own = "# 宣传\n\n{{image \"pictures/site.png\" alt=\"现场<一>\" caption=\"现场\"}}\n";
    workspace.write("wording/propaganda/results.hbs", own);
    fs::create_dir_all(workspace.path("templates/pictures")).unwrap();
    fs::write(workspace.path("templates/pictures/site.png"), PNG).unwrap();
    let (is_made, said) = assembled(&workspace);
    assert!(is_made, "{said}");
    let bytes = fs::read(workspace.path(MADE)).unwrap();
    assert!(shown(&bytes).contains("〔图〕\n现场\n"), "{}", shown(&bytes));
    let made = unpacked(&bytes);
    assert_eq!(made["word/media/huibian1.png"], PNG);
    let text = |name: &str| String::from_utf8(made[name].clone()).unwrap();
    assert!(text("word/_rels/document.xml.rels").contains("Target=\"media/huibian1.png\""));
    assert!(text("[Content_Types].xml").contains("/word/media/huibian1.png"));
    assert!(text("word/document.xml").contains("descr=\"现场&lt;一&gt;\""));
}

/// However the words above it are numbered; a note that is written in between is no heading.
#[test]
fn sections_under_another_heading_of_the_file_begin_at_one_again() {
    let lines = "# 一、成效\n{{slot \"results\"}}\n甲※1\n脚注：{{unit.name}}\n# 二、打算\n{{slot \"plan\"}}";
    let workspace = with(lines, "\"docx\"");
    for plugin in ["theory-study", "propaganda", "position-management", "online-opinion"] {
        for slot in ["results", "plan"] {
            workspace
                .write(&format!("wording/{plugin}/{slot}.hbs"), &format!("# {plugin}的{slot}\n\n甲。\n"));
        }
    }
    let (is_made, said) = assembled(&workspace);
    assert!(is_made, "{said}");
    let made = shown(&fs::read(workspace.path(MADE)).unwrap());
    for slot in ["results", "plan"] {
        assert!(made.contains(&format!("（一）theory-study的{slot}")), "{made}");
        assert!(made.contains(&format!("（四）online-opinion的{slot}")), "{made}");
    }
}

/// Word has nine levels of headings, and a house style fewer that are numbered.
#[test]
fn a_tag_may_stand_under_a_heading_of_any_level() {
    for level in [1, 6, 7, 9] {
        let mut parts = parts("# 一\n{{unit.name}}");
        let styles = String::from_utf8(parts["word/styles.xml"].clone()).unwrap();
        let styles = styles.replace("heading 1\"", &format!("heading {level}\""));
        parts.insert("word/styles.xml".to_owned(), styles.into_bytes());
        let workspace = with("{{unit.name}}", "\"docx\"");
        fs::write(workspace.path("templates/ours.docx"), packed(&parts)).unwrap();
        let (is_made, said) = assembled(&workspace);
        assert!(is_made, "{level}: {said}");
    }
}
