//! Word files as offices have them, as templates and as references: what they hold beside words, how they were saved, and what
//! people make of the copy with remarks.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use std::fs;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use huibian_tests::word::{Parts, packed, parts, unpacked};
use huibian_tests::{Workspace, root};

const MADE: &str = "out/ideology/2023Q2/云溪镇.docx";
const RELATIONSHIP: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A workspace whose report is made from these parts.
fn with(template: &Parts) -> Workspace {
    let workspace = Workspace::new();
    put(&workspace, template);
    workspace.replace("workspace.toml", "templates/ideology.hbs", "templates/ours.docx");
    workspace.replace("workspace.toml", "formats = [\"docx\", \"md\"]", "formats = [\"docx\"]");
    workspace
}

fn put(workspace: &Workspace, template: &Parts) {
    fs::write(workspace.path("templates/ours.docx"), packed(template)).unwrap();
}

/// What is said, and whether all is well.
fn said(workspace: &Workspace, arguments: &[&str]) -> (bool, String) {
    let output = workspace.huibian(&[&["--lang", "en"], arguments].concat()).output().unwrap();
    let said = [output.stdout, output.stderr].concat();
    (output.status.success(), String::from_utf8(said).unwrap())
}

/// What is said where no document can be made.
fn refused(template: &Parts) -> String {
    let (is_well, said) = said(&with(template), &["assemble", "yunxi"]);
    assert!(!is_well, "{said}");
    said
}

/// The parts of the document.
fn made(template: &Parts) -> Parts {
    let workspace = with(template);
    let (is_well, said) = said(&workspace, &["assemble", "yunxi"]);
    assert!(is_well, "{said}");
    unpacked(&fs::read(workspace.path(MADE)).unwrap())
}

fn text<'p>(parts: &'p Parts, name: &str) -> &'p str {
    std::str::from_utf8(&parts[name]).unwrap()
}

/// The body of the document that comes of these lines.
fn body(lines: &str) -> String {
    let made = made(&parts(lines));
    let (_, body) = text(&made, "word/document.xml").split_once("<w:body>").unwrap();
    body.split_once("<w:sectPr>").unwrap().0.replace(r#" xml:space="preserve""#, "")
}

/// These parts with another text in one of them.
fn replaced(mut parts: Parts, name: &str, from: &str, to: &str) -> Parts {
    let known = text(&parts, name).to_owned();
    assert!(known.contains(from), "{from}");
    parts.insert(name.to_owned(), known.replace(from, to).into_bytes());
    parts
}

/// These parts with a further one, to which the document has a relationship.
fn linked(parts: Parts, kind: &str, name: &str, bytes: &[u8]) -> Parts {
    let link =
        format!(r#"<Relationship Id="rId90" Type="{RELATIONSHIP}/{kind}" Target="{name}"/></Relationships>"#);
    let mut parts = replaced(parts, "word/_rels/document.xml.rels", "</Relationships>", &link);
    parts.insert(format!("word/{name}"), bytes.to_vec());
    parts
}

/// A text box in both of its kinds, in the run of a paragraph.
fn text_box(paragraphs: &str) -> String {
    let content = format!("<w:txbxContent>{paragraphs}</w:txbxContent>");
    format!(
        concat!(
            r#"<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">"#,
            r#"<mc:Choice Requires="wps"><w:drawing>{0}</w:drawing></mc:Choice>"#,
            r"<mc:Fallback><w:pict>{0}</w:pict></mc:Fallback></mc:AlternateContent>"
        ),
        content
    )
}

/// What the guide shows can be typed as it stands.
#[test]
fn the_row_of_the_guide_makes_rows() {
    for guide in ["docs/word-templates.md", "docs/word-templates.zh-CN.md"] {
        let guide = fs::read_to_string(root().join(guide)).unwrap();
        let row = guide.lines().find(|line| line.starts_with("    | {{")).unwrap();
        let made = body(&format!("| 日期 | 题目 | 渠道 |\n{}", row.trim()));
        assert!(made.contains("4月20日") && made.matches("<w:tr>").count() == 4, "{made}");
    }
}

/// Word opens no `.docx` that says it is a template, or may have macros.
#[test]
fn what_comes_of_any_kind_of_word_file_is_a_document() {
    for kind in [
        "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        "application/vnd.ms-word.document.macroEnabled.main+xml",
        "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ] {
        let document = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
        let template = replaced(parts("{{unit.name}}"), "[Content_Types].xml", document, kind);
        let made = made(&template);
        let types = text(&made, "[Content_Types].xml");
        assert!(types.contains(document) && !types.contains(kind), "{types}");
    }
}

#[test]
fn pages_that_end_or_begin_at_a_tag_still_do() {
    let page = r#"<w:r><w:br w:type="page"/></w:r>"#;
    let tag = |tag: &str| format!("<w:r><w:t>{}</w:t></w:r>", tag.replace('"', "&quot;"));
    let ends = body(&format!(
        "甲\n<w:p>{page}{}</w:p>\n乙\n<w:p>{}</w:p>\n<w:p>{page}{}</w:p>",
        tag("{{#if fields.propaganda.plan}}"),
        tag("{{/if}}"),
        tag("{{slot \"plan\"}}")
    ));
    let end = format!("<w:p>{page}</w:p>");
    let before =
        format!("<w:p><w:r><w:t>甲</w:t></w:r></w:p>{end}<w:p><w:r><w:t>乙</w:t></w:r></w:p>{end}<w:p>");
    assert!(ends.starts_with(&before), "{ends}");

    let begins = body(&format!(
        "<w:p><w:pPr><w:keepNext/><w:pageBreakBefore/><w:jc w:val=\"both\"/></w:pPr>{}</w:p>",
        tag("{{slot \"results\"}}")
    ));
    let first = r#"<w:p><w:pPr><w:pStyle w:val="1"/><w:pageBreakBefore/></w:pPr>"#;
    assert!(begins.starts_with(first), "{begins}");
    assert_eq!(begins.matches("<w:pageBreakBefore/>").count(), 1, "{begins}");
    assert!(begins.contains(r#"<w:pPr><w:keepNext/><w:jc w:val="both"/></w:pPr>"#), "{begins}");
}

#[test]
fn a_text_box_says_the_same_in_both_of_its_kinds() {
    let content = "<w:p><w:r><w:t>{{slot &quot;results&quot;}}</w:t></w:r></w:p>";
    let made = body(&format!("<w:p><w:r>{}</w:r></w:p>", text_box(content)));
    let (_, drawing) = made.split_once("<w:drawing>").unwrap();
    let (drawing, rest) = drawing.split_once("</w:drawing>").unwrap();
    let (_, shape) = rest.split_once("<w:pict>").unwrap();
    assert_eq!(shape.split_once("</w:pict>").unwrap().0, drawing);
    assert!(drawing.contains("一、") && !drawing.contains("五、"), "{drawing}");
}

/// The house style's page is none of an office's own file.
#[test]
fn a_wide_table_is_as_the_office_has_it() {
    let head = (0..36).map(|at| format!("第{at}列数字 | ")).collect::<Vec<_>>().concat();
    let row: String = (0..36).map(|_| "{{unit.name}} | ").collect();
    let made = body(&format!("| {head}\n| {row}"));
    assert_eq!(made.matches("云溪镇").count(), 36);
}

#[test]
fn braces_that_an_input_method_made_wide_are_braces() {
    let made = body("甲｛｛unit.name｝｝｛集合｝／＃\n｛｛＃if unit.name｝｝乙｛｛／if｝｝");
    let line = |words: &[&str]| {
        let runs =
            words.iter().map(|words| format!("<w:r><w:t>{words}</w:t></w:r>")).collect::<Vec<_>>().concat();
        format!("<w:p>{runs}</w:p>")
    };
    assert_eq!(made, line(&["甲云溪镇｛集合｝／＃"]) + &line(&["乙"]));
}

#[test]
fn braces_where_nothing_is_filled_are_told_with_their_paragraph() {
    let field = r#"<w:r><w:instrText> QUOTE "{{unit.name}}" </w:instrText></w:r>"#;
    let said = refused(&parts(&format!("甲\n<w:p><w:r><w:t>乙</w:t></w:r>{field}</w:p>\n丙{{unit.name}}")));
    for wanted in [
        "error[T026]: braces stand where nothing is filled (word/document.xml: {{unit.name}})\n --> templates/ours.docx:2:1\n  |\n2 | 乙",
        "error[T026]: {unit.name} has one brace on each side, and stands in the document as it is\n --> templates/ours.docx:3:2\n",
    ] {
        assert!(said.contains(wanted), "{said}");
    }
    // What was moved away is gone, as what was deleted is.
    let moved =
        r#"<w:p><w:moveFrom w:id="1" w:author="甲"><w:r><w:t>{{unit.nme}}</w:t></w:r></w:moveFrom></w:p>"#;
    assert!(body(&format!("{moved}\n{{{{unit.name}}}}")).contains("云溪镇"));
}

/// What is wrong with braces hides no name that nothing has, and the copy with remarks has both.
#[test]
fn braces_that_are_wrong_hide_nothing_else() {
    let workspace = with(&parts("甲{unit.name}\n乙{{unit.nme}}"));
    for arguments in [&["check"][..], &["tags", "templates/ours.docx", "--draft", "look.docx"]] {
        let (is_well, told) = said(&workspace, arguments);
        assert!(!is_well && told.matches("error[T026]").count() == 1, "{told}");
        assert!(told.matches("error[T002]").count() == 1, "{told}");
    }
    let copy = unpacked(&fs::read(workspace.path("look.docx")).unwrap());
    assert_eq!(text(&copy, "word/comments.xml").matches("<w:comment ").count(), 2);
}

/// A control asks for a column inside a loop in braces as well; a placeholder's grey goes, and its face and size stay. What
/// another program or a person calls a control is theirs.
#[test]
fn controls_go_with_braces_and_leave_those_of_others() {
    let control = |tag: &str, properties: &str| {
        format!(
            r#"<w:sdt><w:sdtPr><w:tag w:val="{tag}"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r>{properties}<w:t>点</w:t></w:r></w:sdtContent></w:sdt>"#
        )
    };
    let grey = r#"<w:rPr><w:rStyle w:val="a7"/><w:color w:val="808080"/><w:sz w:val="32"/></w:rPr>"#;
    let others: String =
        ["goog_rdk_0", "date of issue", "地址/电话"].iter().map(|tag| control(tag, "")).collect();
    let lines = format!(
        "{{{{#if fields.propaganda.meetings}}}}\n{{{{#each fields.propaganda.meetings}}}}\n<w:p>{}{others}</w:p>\n{{{{/each}}}}\n{{{{/if}}}}",
        control("topic", grey)
    );
    let line = |topic: &str| {
        format!(r#"<w:p><w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>{topic}</w:t></w:r>{others}</w:p>"#)
    };
    assert_eq!(body(&lines), line("一季度情况分析") + &line("半年情况分析"));
    let misspelt = r##"<w:sdt><w:sdtPr><w:tag w:val="#each fields.propaganda.meting"/></w:sdtPr><w:sdtContent><w:p/><w:p/></w:sdtContent></w:sdt>"##;
    let said = refused(&parts(&format!("{misspelt}\n{{{{unit.nme}}}}")));
    assert_eq!(said.matches("error[T002]").count(), 2, "{said}");
    // The ends of a control are no paragraphs.
    assert!(
        said.contains("templates/ours.docx:1:7\n") && said.contains("templates/ours.docx:3:3\n"),
        "{said}"
    );
}

/// Whether one ends in the paragraph that it begins in or not; nothing else is told of what may stand in one.
#[test]
fn raw_blocks_are_refused_where_they_begin() {
    let lines = "甲{{{{raw}}}}{{unit.nme}}\n{{#if unit.name}}乙\n{{{{/raw}}}}\n丙{{{{if unit.name}}}}{{#if}}\\{{{{/if}}}}{{{{/if}}}}";
    let said = refused(&parts(lines));
    assert_eq!(said.matches("error[").count(), 2, "{said}");
    for place in ["1:2", "4:2"] {
        let wanted =
            format!("error[T021]: templates cannot use a raw block\n --> templates/ours.docx:{place}\n");
        assert!(said.contains(&wanted), "{said}");
    }
}

#[test]
fn what_a_program_would_fetch_is_refused() {
    let chunk = linked(parts("{{unit.name}}"), "aFChunk", "a.html", b"<img src='http://example.org/a.png'>");
    assert!(refused(&chunk).contains("the template has another file inside"));
    let shape = r#"<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata src="http://example.org/a.png"/></v:shape></w:pict></w:r></w:p>"#;
    assert!(
        refused(&parts(shape))
            .contains("draws on a file elsewhere (word/document.xml: http://example.org/a.png)")
    );
    let drawing = br#"<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><image href="file:///a.png"/></svg>"#;
    let drawing = linked(parts("{{unit.name}}"), "image", "media/a.svg", drawing);
    assert!(refused(&drawing).contains("draws on a file elsewhere (word/media/a.svg: file:///a.png)"));
}

/// No document at all, one that lacks a part, and one in another encoding are three things; both ways of using a file tell
/// them apart.
#[test]
fn each_reason_is_the_true_one() {
    let sound = parts("{{unit.name}}");
    let none = replaced(sound.clone(), "_rels/.rels", "relationships/officeDocument", "relationships/other");
    let sheet = replaced(sound.clone(), "word/document.xml", "w:document", "w:workbook");
    let mut lacking = sound.clone();
    lacking.remove("word/document.xml");
    let mut utf16 = sound.clone();
    let wide: Vec<u8> = "\u{FEFF}<a/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
    utf16.insert("word/styles.xml".to_owned(), wide);
    let gbk = replaced(sound.clone(), "word/styles.xml", "UTF-8", "GBK");
    let attributes = (0..3_000).map(|at| format!(" w:a{at}=\"\"")).collect::<Vec<_>>().concat();
    let many = replaced(sound.clone(), "word/styles.xml", "<w:style ", &format!("<w:style{attributes} "));
    let long = format!("<w:styles w:a=\"{}\" ", "a".repeat(30 << 20));
    let long = replaced(sound.clone(), "word/styles.xml", "<w:styles ", &long);
    let body = replaced(sound.clone(), "word/document.xml", "w:body", "w:other");
    for (file, template, reference) in [
        (none, "is no Word document, but a package of something else (_rels/.rels)", None),
        (sheet, "is no Word document, but a package of something else (word/document.xml)", None),
        (
            lacking,
            "a part that is needed is not in the template (word/document.xml)",
            Some("a part that is needed is not in it (word/document.xml)"),
        ),
        (utf16, "is not in UTF-8 (word/styles.xml: UTF-16)", None),
        (gbk, "is not in UTF-8 (word/styles.xml: GBK)", None),
        (many, "more of them in each other, than a document has (word/styles.xml)", None),
        (long, "elements or attributes, longer ones, or more", None),
        (body, "document has no text: its part holds no w:body (word/document.xml)", None),
    ] {
        let said_of_template = refused(&file);
        assert!(said_of_template.contains(template), "{template}: {said_of_template}");
        let workspace = Workspace::new();
        put(&workspace, &file);
        workspace.replace("workspace.toml", "[output]", "[output]\nreference = \"templates/ours.docx\"");
        let (is_well, said) = said(&workspace, &["assemble", "yunxi"]);
        assert!(
            !is_well && said.contains("[S013]") && said.contains(reference.unwrap_or(template)),
            "{template}: {said}"
        );
    }
    let mut lacking = sound;
    lacking.remove("word/styles.xml");
    let workspace = Workspace::new();
    put(&workspace, &lacking);
    workspace.replace("workspace.toml", "[output]", "[output]\nreference = \"templates/ours.docx\"");
    let (_, said) = said(&workspace, &["assemble", "yunxi"]);
    assert!(said.contains("a part that is needed is not in it (word/styles.xml)"), "{said}");
}

/// Packages that programs read differently, or whose parts stand outside.
#[test]
fn tricks_of_packages_are_refused() {
    let sound = parts("{{unit.name}}");
    let link = |kind: &str, target: &str| {
        let link = format!(
            r#"<Relationship Id="rId9" Type="{RELATIONSHIP}/{kind}" Target="{target}"/></Relationships>"#
        );
        packed(&replaced(sound.clone(), "word/_rels/document.xml.rels", "</Relationships>", &link))
    };
    let with_part = |name: &str| packed(&linked(sound.clone(), "x", name, b"<a/>"));
    let renamed = |from: &str, to: &str| {
        let mut bytes = with_part(from.trim_start_matches("word/"));
        while let Some(at) = bytes.windows(from.len()).position(|window| window == from.as_bytes()) {
            bytes[at..at + from.len()].copy_from_slice(to.as_bytes());
        }
        bytes
    };
    let lowercase = r#"Target="http://example.com/a.png" TargetMode="external"/></Relationships>"#;
    let lowercase = format!(r#"<Relationship Id="rId9" Type="{RELATIONSHIP}/image" {lowercase}"#);
    let lowercase =
        packed(&replaced(sound.clone(), "word/_rels/document.xml.rels", "</Relationships>", &lowercase));
    let controls = |times: usize| {
        let lines = format!(
            "{}<w:p><w:r><w:t>{{{{unit.name}}}}</w:t></w:r></w:p>{}",
            "<w:sdt><w:sdtContent>".repeat(times),
            "</w:sdtContent></w:sdt>".repeat(times)
        );
        packed(&parts(&lines))
    };
    for (file, reason) in [
        (
            renamed("word/documenu.xml", "word/document.xml"),
            "has two parts of one name, of which programs take the one or the other (word/document.xml)",
        ),
        (
            with_part("Document.XML"),
            "has two parts of one name, of which programs take the one or the other (",
        ),
        (renamed("word/absolute.xml", "/etc/absolute.xml"), "leads out of it (/etc/absolute.xml)"),
        (
            link("styles", "../../../../etc/passwd"),
            "leads out of it (word/document.xml: ../../../../etc/passwd)",
        ),
        (
            link("header", "document.xml"),
            "is no Word document, but a package of something else (word/document.xml: header)",
        ),
        (lowercase, "draws on a file elsewhere (word/document.xml: http://example.com/a.png)"),
        (controls(1_000), "more of them in each other, than a document has (word/document.xml)"),
    ] {
        let workspace = with(&sound);
        fs::write(workspace.path("templates/ours.docx"), file).unwrap();
        let (is_well, said) = said(&workspace, &["assemble", "yunxi"]);
        assert!(!is_well && said.contains("[T026]") && said.contains(reason), "{reason}: {said}");
    }
}

/// Braces without end, and a chain of styles: what is looked for in them is found in one go.
#[test]
fn long_rows_of_braces_and_of_styles_take_no_long_time() {
    let begun = Instant::now();
    let braces = format!("{}{}", "{{".repeat(300_000), "}}".repeat(300_000));
    assert!(refused(&parts(&braces)).contains("[T021]"));
    let style = |at: usize| {
        format!(
            r#"<w:style w:type="paragraph" w:styleId="s{at}"><w:name w:val="s{at}"/><w:basedOn w:val="s{}"/></w:style>"#,
            at + 1
        )
    };
    let chain = (0..30_000).map(style).collect::<Vec<_>>().concat() + "</w:styles>";
    let workspace = Workspace::new();
    put(&workspace, &replaced(parts("{{unit.name}}"), "word/styles.xml", "</w:styles>", &chain));
    workspace.replace("workspace.toml", "[output]", "[output]\nreference = \"templates/ours.docx\"");
    let (is_well, said) = said(&workspace, &["assemble", "yunxi"]);
    assert!(is_well, "{said}");
    assert!(begun.elapsed() < Duration::from_mins(1), "{:?}", begun.elapsed());
}

/// What stands beside the text is named for the formats that lack it, whatever its part is called; what people left is named
/// whatever the format. What is hidden is in no other format.
#[test]
fn what_is_lost_and_what_is_left_is_told() {
    let lines = "<w:p><w:ins w:id=\"1\" w:author=\"甲\"><w:r><w:t>{{unit.name}}</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>显</w:t></w:r><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r></w:p>";
    let header = br#"<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>{{unit.name}}</w:t></w:r></w:p></w:hdr>"#;
    let workspace = with(&linked(parts(lines), "header", "top.xml", header));
    let (is_well, told) = said(&workspace, &["batch", "--format", "docx,md"]);
    assert!(is_well, "{told}");
    for wanted in [
        "the headers and footers of the Word template are not in md [T027]",
        "the characters of symbol fonts of the Word template are not in md [T027]",
        "the tracked changes of the Word template are in every document [T029]",
    ] {
        assert!(told.contains(wanted), "{told}");
    }
    assert!(workspace.read("out/ideology/2023Q2/云溪镇.md").ends_with("\n\n云溪镇显\n"));
}

/// What in a loop names a bookmark of the loop names that of its own round, before it or behind; what stands outside names the
/// first.
#[test]
fn references_follow_the_bookmark_of_their_round() {
    let instruction = |words: &str| format!("<w:r><w:instrText>{words}</w:instrText></w:r>");
    let field = |instruction: &str| {
        let mark = |kind: &str| format!(r#"<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>"#);
        format!("{}{instruction}{}<w:r><w:t>1</w:t></w:r>{}", mark("begin"), mark("separate"), mark("end"))
    };
    let mark = |name: &str| {
        format!(
            r#"<w:bookmarkStart w:id="5" w:name="{name}"/><w:r><w:t>甲</w:t></w:r><w:bookmarkEnd w:id="5"/>"#
        )
    };
    let simple = |name: &str| format!(r#"<w:fldSimple w:instr=" PAGEREF &quot;{name}&quot; \h "/>"#);
    let link =
        |name: &str| format!(r#"<w:hyperlink w:anchor="{name}"><w:r><w:t>乙</w:t></w:r></w:hyperlink>"#);
    let other = field(&instruction(" PAGE "));
    let round = |name: &str, topic: &str| {
        let parted = instruction(" REF ") + &instruction(&format!(r"{name} \h "));
        let topic = format!("<w:r><w:t>{topic}</w:t></w:r>");
        let parts = [link(name), mark(name), field(&instruction(&format!(" ref {name} "))), field(&parted)];
        format!("<w:p>{topic}{}{}{other}</w:p>", parts.concat(), simple(name))
    };
    let outside = format!("<w:p>{}</w:p>", field(&instruction(" REF 会议 ")));
    let lines = format!(
        "{outside}\n{{{{#if fields.propaganda.meetings}}}}\n{{{{#each fields.propaganda.meetings}}}}\n{}\n{{{{/each}}}}\n{{{{/if}}}}\n{outside}",
        round("会议", "{{topic}}")
    );
    let rounds = round("会议", "一季度情况分析") + &round("会议_2", "半年情况分析");
    let (_, second) = rounds.split_once("会议_2").unwrap();
    let found = body(&lines);
    let numbered = found.rsplit_once(r#"w:id=""#).unwrap().1.split_once('"').unwrap().0;
    let second = second.replace(r#"w:id="5""#, &format!(r#"w:id="{numbered}""#));
    let (first, _) = rounds.split_once("会议_2").unwrap();
    assert_eq!(found, format!("{outside}{first}会议_2{second}{outside}"));
}

/// Word opens a file whose styles are based on each other, or that names a theme it has not.
#[test]
fn what_word_opens_is_taken() {
    let style = |id: &str, base: &str| {
        format!(
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{id}"/><w:basedOn w:val="{base}"/></w:style>"#
        )
    };
    let styles = [style("甲", "乙"), style("乙", "甲"), style("丙", "丙"), "</w:styles>".to_owned()].concat();
    let mut file = replaced(parts("{{unit.name}}"), "word/styles.xml", "</w:styles>", &styles);
    let lacking: String = ["theme", "numbering", "settings"]
        .map(|kind| {
            format!(r#"<Relationship Id="{kind}" Type="{RELATIONSHIP}/{kind}" Target="{kind}.xml"/>"#)
        })
        .concat()
        + "</Relationships>";
    file = replaced(file, "word/_rels/document.xml.rels", "</Relationships>", &lacking);
    assert!(text_of(&made(&file)).contains("云溪镇"));

    let workspace = Workspace::new();
    put(&workspace, &file);
    workspace.replace("workspace.toml", "[output]", "[output]\nreference = \"templates/ours.docx\"");
    let (is_well, said) = said(&workspace, &["assemble", "yunxi"]);
    assert!(is_well, "{said}");
    let made = unpacked(&fs::read(workspace.path(MADE)).unwrap());
    let styles = text(&made, "word/styles.xml");
    assert!(styles.contains(r#"<w:basedOn w:val="乙"/>"#), "{styles}");
    for circle in ["甲", "丙"] {
        assert!(!styles.contains(&format!(r#"<w:basedOn w:val="{circle}"/>"#)), "{styles}");
    }
}

/// Fields that do not end are no fields that read files.
#[test]
fn fields_without_an_end_are_refused_for_that() {
    let begun = r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r>"#.repeat(5_000);
    let said = refused(&parts(&format!("<w:p>{begun}</w:p>")));
    assert!(
        said.contains("[T026]: the template has a field in a field that does not end (word/document.xml)\n"),
        "{said}"
    );
}

/// Numbers that come with a style, or with what that is based on, are lost in Markdown as others are.
#[test]
fn lists_by_style_are_told_where_they_are_lost() {
    let style = |id: &str, base: &str, properties: &str| {
        format!(
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{id}"/><w:basedOn w:val="{base}"/>{properties}</w:style>"#
        )
    };
    let number = |id: &str| format!(r#"<w:pPr><w:numPr><w:numId w:val="{id}"/></w:numPr></w:pPr>"#);
    let styles = [
        style("List", "a", &number("1")),
        style("Own", "List", ""),
        style("Plain", "List", &number("0")),
        "</w:styles>".to_owned(),
    ]
    .concat();
    for (used, is_told) in [("List", true), ("Own", true), ("Plain", false)] {
        let paragraph = format!(
            r#"<w:p><w:pPr><w:pStyle w:val="{used}"/></w:pPr><w:r><w:t>{{{{unit.name}}}}</w:t></w:r></w:p>"#
        );
        let workspace = with(&replaced(parts(&paragraph), "word/styles.xml", "</w:styles>", &styles));
        let (is_well, told) = said(&workspace, &["batch", "--format", "docx,md"]);
        let wanted = "the automatic numbers of the Word template are not in md [T027]";
        assert!(is_well && told.contains(wanted) == is_told, "{used}: {told}");
    }
}

/// A copy with remarks is mended by who gets it: it is a template like any other, and its remarks are in no document and are
/// not said twice.
#[test]
fn a_copy_that_was_mended_is_a_template() {
    let lines = format!(
        "<w:p/>\n甲{{{{image \"a.png\"}}}}\n<w:p><w:r>{}</w:r></w:p>",
        text_box("<w:p><w:r><w:t>{{&gt; a}}</w:t></w:r></w:p>")
    );
    let empty = br#"<?xml version="1.0"?><x:comments xmlns:x="http://schemas.openxmlformats.org/wordprocessingml/2006/main"/>"#;
    let workspace = with(&linked(parts(&lines), "comments", "remarks.xml", empty));
    let remarked = |from: &str| {
        let (is_well, _) = said(&workspace, &["tags", from, "--draft", "look.docx"]);
        assert!(!is_well);
        unpacked(&fs::read(workspace.path("look.docx")).unwrap())
    };
    let first = remarked("templates/ours.docx");
    let comments = text(&first, "word/remarks.xml");
    assert_eq!(comments.matches("<x:comment ").count(), 2, "{comments}");
    assert!(comments.contains("{{slot") && comments.ends_with("</x:comments>"), "{comments}");
    let document = text(&first, "word/document.xml");
    let (_, boxed) = document.split_once("<w:drawing>").unwrap();
    let (inside, _) = boxed.split_once("</w:pict>").unwrap();
    assert!(!inside.contains("comment"), "no comment can stand in a text box: {inside}");
    assert_eq!(document.matches("<w:commentReference ").count(), 2, "{document}");
    assert_eq!(remarked("look.docx"), first);

    let mended = replaced(first, "word/document.xml", "{{image \"a.png\"}}", "{{unit.name}}");
    let mended = replaced(mended, "word/document.xml", "{{&gt; a}}", "{{unit.name}}");
    let made = made(&mended);
    assert!(!text(&made, "word/document.xml").contains("comment"));
    assert!(!text(&made, "word/remarks.xml").contains("huibian"));
}

/// A remark on the file as a whole has a place to be seen, though its first paragraph is written as empty.
#[test]
fn a_remark_on_the_whole_file_is_seen() {
    let file = replaced(parts("<w:p/>\n甲"), "word/styles.xml", "<w:name", "<w:name w:a=\"{{unit.name}}\"");
    let workspace = with(&file);
    said(&workspace, &["tags", "templates/ours.docx", "--draft", "look.docx"]);
    let copy = unpacked(&fs::read(workspace.path("look.docx")).unwrap());
    let document = text(&copy, "word/document.xml");
    let start = document.split_once("<w:body>").unwrap().1;
    assert!(
        start.starts_with(r#"<w:p><w:commentRangeStart w:id="900000"/><w:commentRangeEnd w:id="900000"/>"#),
        "{start}"
    );
}

/// LibreOffice has headings in a list that numbers nothing: their numbers are the report's then, as where there is no list.
#[test]
fn headings_in_a_list_that_numbers_nothing_have_their_numbers() {
    let with_list = |format: &str, text: &str| {
        let file = replaced(
            parts("{{slot \"results\"}}"),
            "word/styles.xml",
            "<w:outlineLvl w:val=\"0\"/>",
            "<w:numPr><w:numId w:val=\"1\"/></w:numPr><w:outlineLvl w:val=\"0\"/>",
        );
        let list = format!(
            concat!(
                r#"<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#,
                r#"<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{}"/>"#,
                r#"<w:pStyle w:val="1"/><w:lvlText w:val="{}"/></w:lvl></w:abstractNum>"#,
                r#"<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>"#
            ),
            format, text
        );
        let made = made(&linked(file, "numbering", "numbering.xml", list.as_bytes()));
        text_of_first(text_of(&made))
    };
    assert_eq!(with_list("none", ""), "一、抓实理论学习");
    assert_eq!(with_list("chineseCounting", "%1、"), "抓实理论学习");
}

fn text_of(parts: &Parts) -> &str {
    text(parts, "word/document.xml")
}

/// The words of the first paragraph.
fn text_of_first(document: &str) -> String {
    let first = document.split_once("</w:p>").unwrap().0;
    let words = first.split("<w:t").skip(1).filter_map(|run| run.split_once('>')?.1.split_once("</w:t>"));
    words.map(|(words, _)| words).collect()
}

/// Files of other programs are read wherever a Word file is.
#[test]
fn files_of_other_programs_are_converted_wherever_they_are_read() {
    const RTF: &str = r"{\rtf1\ansi {\fonttbl\f0 Arial;}\f0 Hello \{\{unit.name\}\}\par}";
    let workspace = Workspace::new();
    workspace.write("templates/ours.rtf", RTF);
    workspace.replace("workspace.toml", "[output]", "[output]\nreference = \"templates/ours.rtf\"");
    let told = |arguments: &[&str], path: Option<&str>| {
        let mut command = workspace.huibian(&[&["--lang", "en"], arguments].concat());
        if let Some(path) = path {
            command.env("PATH", path);
        }
        let output = command.output().unwrap();
        (output.status.success(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
    };
    for (arguments, code) in [(&["tags", "templates/ours.rtf"][..], "T026"), (&["assemble", "yunxi"], "S013")]
    {
        let (is_well, said) = told(arguments, Some(""));
        let wanted = format!("error[{code}]");
        assert!(
            !is_well && said.contains(&wanted) && said.contains("is a .rtf file, and LibreOffice"),
            "{said}"
        );
    }
    let version =
        Command::new("soffice").arg("--version").stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !version.is_ok_and(|status| status.success()) {
        println!("LibreOffice is not here: what it makes of files is not tried");
        return;
    }
    assert_eq!(
        told(&["tags", "templates/ours.rtf"], None),
        (true, "value  unit.name  paragraph 1\n".to_owned())
    );
    let (is_well, said) = told(&["assemble", "yunxi"], None);
    assert!(is_well, "{said}");
}

/// What `plugin show` prints is what a template takes: each tag in a control, in the control to put around it where it says one.
#[test]
fn the_tags_that_are_printed_can_be_pasted() {
    let workspace = with(&parts("甲"));
    let mut lines = String::new();
    for plugin in ["theory-study", "propaganda", "position-management", "online-opinion"] {
        let (is_well, shown) = said(&workspace, &["plugin", "show", plugin]);
        assert!(is_well, "{shown}");
        let (_, table) = shown.split_once("Tags of content controls in a Word template\n").unwrap();
        for row in table.lines().skip(1).filter(|row| !row.contains("slot.")) {
            let cells: Vec<&str> = row.split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect();
            let control = |tag: &str, content: &str| {
                let tag = tag.replace('"', "&quot;");
                format!(
                    "<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"
                )
            };
            let own = control(cells[1], "<w:r><w:t>填</w:t></w:r>");
            let all = cells.get(2).map_or(own.clone(), |around| control(around, &own));
            lines.extend(["<w:p>", &all, "</w:p>\n"]);
        }
    }
    assert!(lines.lines().count() > 40, "{lines}");
    put(&workspace, &parts(&lines));
    let (is_well, told) = said(&workspace, &["batch"]);
    assert!(is_well, "{told}");
}

/// A document type makes Word refuse the file, in whichever part it stands.
#[test]
fn a_document_type_is_told_of_in_every_part() {
    let sound = linked(
        parts("页眉：甲\n{{unit.name}}※1\n脚注：乙"),
        "settings",
        "settings.xml",
        b"<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>",
    );
    let sound = linked(sound, "customXml", "../customXml/item1.xml", b"<a/>");
    let mut sound: Parts =
        sound.into_iter().map(|(name, bytes)| (name.replace("word/../", ""), bytes)).collect();
    sound.insert("docProps/core.xml".to_owned(), b"<a/>".to_vec());
    assert!(text_of(&made(&sound)).contains("云溪镇"));
    for name in sound.keys() {
        let known = text(&sound, name);
        let root = known.find("?>").map_or(0, |end| end + "?>".len());
        let declared = format!("{}<!DOCTYPE a [<!ENTITY b \"c\">]>{}", &known[..root], &known[root..]);
        let mut file = sound.clone();
        file.insert(name.clone(), declared.into_bytes());
        let said = refused(&file);
        let wanted = format!("declares a type of document (DOCTYPE), which Word does not open ({name})");
        assert!(said.contains(&wanted), "{name}: {said}");
    }
}

/// A part is a document's by what it is, wherever it lies and whatever its name ends in.
#[test]
fn what_leads_out_is_found_wherever_the_document_lies() {
    let field = "<w:p><w:fldSimple w:instr=\" INCLUDETEXT c:\\a.docx \"/></w:p>";
    for name in ["docs/document.xml", "word/document.bin", "document.xml"] {
        let mut file = parts(&format!("{{{{unit.name}}}}\n{field}"));
        file = replaced(file, "_rels/.rels", "word/document.xml", name);
        file = replaced(file, "[Content_Types].xml", "/word/document.xml", &format!("/{name}"));
        let document = file.remove("word/document.xml").unwrap();
        file.insert(name.to_owned(), document);
        let said = refused(&file);
        assert!(said.contains("field that reads other files or starts programs"), "{name}: {said}");
    }
}

/// Pictures, headers and notes that are named and are not there are told where they are named, with all else that is wrong.
#[test]
fn what_leads_to_nothing_is_told_with_its_paragraph() {
    let picture = |attribute: &str| {
        format!(
            r#"<w:p><w:r><w:t>图</w:t></w:r><w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" {attribute}/></w:drawing></w:r></w:p>"#
        )
    };
    let missing = [picture("r:embed=\"rId77\""), picture("r:embed=\"\""), picture("r:embed=\"rId90\"")];
    let lines = format!("甲{{{{unit.nme}}}}\n{}\n乙※1※7\n丙＊3\n脚注：注", missing.join("\n"));
    let mut file = linked(parts(&lines), "image", "media/a.png", b"png");
    file.remove("word/media/a.png");
    let file = replaced(
        file,
        "word/document.xml",
        "<w:sectPr>",
        "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId78\"/>",
    );
    let said = refused(&file);
    for (what, detail, place) in [
        ("names a picture", "r:embed=\"rId77\"", "templates/ours.docx:2:1\n"),
        ("names a picture", "r:embed=\"\"", "templates/ours.docx:3:1\n"),
        ("names a picture", "r:embed=\"rId90\"", "templates/ours.docx:4:1\n"),
        ("names a picture", "r:id=\"rId78\"", "templates/ours.docx\n"),
        ("refers to a note that it does not have", "footnoteReference=\"7\"", "templates/ours.docx:5:1\n"),
        ("refers to a note that it does not have", "endnoteReference=\"3\"", "templates/ours.docx:6:1\n"),
    ] {
        let found = said.split("error[").find(|fault| fault.contains(detail)).unwrap_or_default();
        assert!(
            found.contains(what) && found.contains(place) && found.contains("= help: Delete"),
            "{detail}: {said}"
        );
    }
    assert!(said.contains("nothing declares unit.nme"), "{said}");
    // A picture that is there is one.
    let file = linked(parts(&format!("{{{{unit.name}}}}\n{}", missing[2])), "image", "media/a.png", b"png");
    assert!(text_of(&made(&file)).contains("rId90"));
}

/// A row whose cells are repeated, or not said, has as many columns in the grid, as wide together as the file has them.
#[test]
fn a_grid_has_as_many_columns_as_its_rows() {
    let cell = |width: u32, words: &str| {
        format!(
            r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"#
        )
    };
    let table = |cells: &[String]| {
        format!(
            r#"<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="1000"/><w:gridCol w:w="3000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr>{}</w:tr></w:tbl>"#,
            cells.concat()
        )
    };
    let said = |made: &str, mark: &str| -> Vec<u32> {
        let found = made.split(mark).skip(1).filter_map(|rest| rest.split('"').next());
        found.map(|width| width.parse().unwrap()).collect()
    };
    let grid = |made: &str| said(made, "<w:gridCol w:w=\"");
    let repeated = "{{#if fields.propaganda.articles}}{{#each fields.propaganda.articles}}{{title}}";
    let made = body(&table(&[
        cell(1000, "题"),
        cell(3000, repeated),
        cell(2000, "{{month_day date}}{{/each}}{{/if}}"),
    ]));
    assert_eq!(grid(&made), [375, 1125, 750, 1125, 750, 1125, 750]);
    assert_eq!(said(&made, "<w:tcW w:w=\""), grid(&made));
    let inside = "{{#present &quot;propaganda/articles&quot;}}乙{{/present}}";
    let made = body(&table(&[cell(1000, "甲"), cell(3000, inside), cell(2000, "丙")]));
    assert_eq!(grid(&made), [1000, 3000, 2000], "a block in a cell changes no columns: {made}");
    let made = body(&table(&[
        cell(1000, "甲"),
        cell(3000, "{{#zero &quot;propaganda/articles&quot;}}乙"),
        cell(2000, "丙{{/zero}}"),
    ]));
    assert_eq!((grid(&made), said(&made, "<w:tcW w:w=\"")), (vec![6000], vec![6000]));
}

/// What a backslash stands before is the same in a Word file as in a template of Markdown.
#[test]
fn backslashes_before_braces_are_those_of_other_templates() {
    let lines = [r"写作\{{unit.name}}，得到{{unit.name}}", r"和\\{{unit.name}}", r"\{{{{甲}}}}完"];
    let workspace = Workspace::new();
    let known = workspace.read("templates/ideology.hbs");
    workspace.write("templates/ideology.hbs", &format!("{known}\n\n{}\n", lines.join("\n\n")));
    let (is_well, told) = said(&workspace, &["assemble", "yunxi", "--format", "txt"]);
    assert!(is_well, "{told}");
    let plain = workspace.read("out/ideology/2023Q2/云溪镇.txt");
    let made = body(&lines.join("\n"));
    let words: Vec<String> =
        made.split_inclusive("</w:p>").map(text_of_first).filter(|line| !line.is_empty()).collect();
    assert_eq!(words.len(), lines.len());
    for line in words {
        assert!(plain.lines().any(|known| known.trim() == line), "{line}\n{plain}");
    }
}

/// A template that is not there is most often one whose name was mistyped.
#[test]
fn a_mistyped_template_is_told_with_the_one_that_is_meant() {
    for (typed, meant) in [
        ("templates/ideolgy.hbs", Some("templates/ideology.hbs")),
        ("templats/ideology.hbs", Some("templates/ideology.hbs")),
        ("templates/ours.dcx", Some("templates/ours.docx")),
        ("templates/完全不同.docx", None),
    ] {
        let workspace = Workspace::new();
        put(&workspace, &parts("{{unit.name}}"));
        workspace.replace("workspace.toml", "templates/ideology.hbs", typed);
        let (is_well, told) = said(&workspace, &["check"]);
        assert!(!is_well && told.contains(&format!("error[W001]: cannot read {typed}")), "{told}");
        match meant {
            Some(meant) => assert!(told.contains(&format!("did you mean {meant}?")), "{told}"),
            None => assert!(!told.contains("did you mean"), "{told}"),
        }
    }
}
