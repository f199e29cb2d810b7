//! Loops. However often those in each other would go round, a report ends: it is made, or refused with the place of the loop. What
//! a loop of a Word file repeats has ids of its own.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::collections::BTreeSet;
use std::fs;
use std::time::{Duration, Instant};

use huibian_tests::Workspace;
use huibian_tests::word::{docx, packed, parts, unpacked};

/// Far more than it takes, and far less than all rounds would.
const SOON: Duration = Duration::from_mins(1);

/// Loops over one list in each other, so many that they go round `rows` to the power of `depth` times. `separator` stands
/// between tags.
fn nested(list: &str, depth: usize, words: &str, separator: &str) -> String {
    let open = |level: usize| format!("{{{{#each {}{list}}}}}{separator}", "../".repeat(level));
    let opened = (0..depth).map(open).collect::<Vec<_>>().concat();
    let closed = format!("{separator}{{{{/each}}}}").repeat(depth);
    format!("{{{{#if {list}}}}}{separator}{opened}{words}{closed}{separator}{{{{/if}}}}")
}

/// Makes a Word file the report's template.
fn lay(workspace: &Workspace, file: Vec<u8>) {
    fs::write(workspace.path("templates/ours.docx"), file).unwrap();
    workspace.replace("workspace.toml", "templates/ideology.hbs", "templates/ours.docx");
    workspace.replace("workspace.toml", "formats = [\"docx\", \"md\"]", "formats = [\"docx\"]");
}

/// What is said of a unit's report in both languages, where it is not made for its endless loops.
fn refused(workspace: &Workspace) -> [String; 2] {
    ["zh", "en"].map(|lang| {
        let begun = Instant::now();
        let output = workspace.run(&["--lang", lang, "assemble", "yunxi"]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(begun.elapsed() < SOON, "{:?}", begun.elapsed());
        assert!(!output.status.success() && said.contains("[T030]"), "{said}");
        said.replace(&format!("{}/", workspace.path("").display()), "")
    })
}

#[test]
fn a_section_of_endless_loops_is_refused_where_the_innermost_stands() {
    let workspace = Workspace::new();
    let loops = nested("fields.sessions", 24, "{{topic}}", "");
    workspace.write("wording/theory-study/plan.hbs", &format!("- 学习\n- {loops}\n"));
    for said in refused(&workspace) {
        assert!(said.contains("wording/theory-study/plan.hbs:2:"), "{said}");
        assert!(said.contains("1000000"), "{said}");
    }
}

#[test]
fn loops_that_say_nothing_are_counted_too() {
    let workspace = Workspace::new();
    let loops = nested("fields.sessions", 24, "", "");
    workspace.write("wording/theory-study/plan.hbs", &format!("- 学习{loops}\n"));
    refused(&workspace);
}

#[test]
fn a_word_file_of_endless_loops_is_refused_where_the_innermost_stands() {
    for (separator, line) in [("", 3), ("\n", 27)] {
        let workspace = Workspace::new();
        let loops = nested("fields.theory-study.sessions", 24, "{{topic}}", separator);
        lay(&workspace, docx(&format!("甲{{{{unit.name}}}}\n乙\n{loops}")));
        for said in refused(&workspace) {
            assert!(said.contains(&format!("templates/ours.docx:{line}:")), "{said}");
        }
    }
}

/// Few rounds of much: what is constant in them is counted by its bytes.
#[test]
fn a_word_file_that_would_grow_without_end_is_refused() {
    let workspace = Workspace::new();
    let words = format!("{{{{topic}}}}\n{}", "某某镇召开会议。".repeat(4_000));
    let loops = nested("fields.theory-study.sessions", 9, &words, "\n");
    lay(&workspace, docx(&loops));
    for said in refused(&workspace) {
        assert!(said.contains("templates/ours.docx") && said.contains("256 MB"), "{said}");
    }
}

#[test]
fn a_section_that_would_grow_without_end_is_refused() {
    let workspace = Workspace::new();
    let loops = nested("fields.sessions", 9, &"某某镇召开会议。".repeat(1_000), "");
    workspace.write("wording/theory-study/plan.hbs", &format!("- 学习{loops}\n"));
    for said in refused(&workspace) {
        assert!(said.contains("wording/theory-study/plan.hbs:1:") && said.contains("128 MB"), "{said}");
    }
}

const W: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const W14: &str = "http://schemas.microsoft.com/office/word/2010/wordml";

/// A template whose loop has a note, a remark and other things that stand once in a file.
fn with_notes(note: &str) -> Vec<u8> {
    let row = concat!(
        r#"<w:p><w:commentRangeStart w:id="3"/><w:bookmarkStart w:id="5" w:name="a_name_that_is_as_long_as_word_lets_it_b"/>"#,
        r#"<w:permStart w:id="7" w:edGrp="everyone"/><w:r><w:t>{{topic}}</w:t></w:r><w:permEnd w:id="7"/>"#,
        r#"<w:bookmarkEnd w:id="5"/><w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r>"#,
        r#"<w:r><w:footnoteReference w:id="2"/></w:r></w:p>"#
    );
    let list = "fields.theory-study.sessions";
    let mut all = parts(&format!(
        "{{{{unit.name}}}}\n{{{{#if {list}}}}}\n{{{{#each {list}}}}}\n{row}\n{{{{/each}}}}\n{{{{/if}}}}"
    ));
    let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let notes = format!(
        r#"<w:footnotes xmlns:w="{W}" xmlns:w14="{W14}"><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote><w:footnote w:id="2"><w:p w14:paraId="0000000A"><w:r><w:t>{note}</w:t></w:r></w:p></w:footnote></w:footnotes>"#
    );
    let comments = format!(
        r#"<w:comments xmlns:w="{W}"><w:comment w:id="3" w:author="甲"><w:p/></w:comment></w:comments>"#
    );
    let mut links = String::from_utf8(all["word/_rels/document.xml.rels"].clone()).unwrap();
    for (name, xml) in [("footnotes", notes), ("comments", comments)] {
        all.insert(format!("word/{name}.xml"), xml.into_bytes());
        let own = format!(
            r#"<Relationship Id="{name}" Type="{kinds}/{name}" Target="{name}.xml"/></Relationships>"#
        );
        links = links.replace("</Relationships>", &own);
    }
    all.insert("word/_rels/document.xml.rels".to_owned(), links.into_bytes());
    packed(&all)
}

/// The values of an attribute in the tags that begin so.
fn values(xml: &str, tag: &str, attribute: &str) -> Vec<String> {
    let opening = format!("<{tag} ");
    let tags = xml.split(&opening).skip(1).map(|rest| rest.split('>').next().unwrap());
    let value = |tag: &str| Some(tag.split(&format!("{attribute}=\"")).nth(1)?.split('"').next()?.to_owned());
    tags.filter_map(value).collect()
}

#[test]
fn each_round_has_ids_and_notes_of_its_own() {
    for (note, said) in [("全体参加", "全体参加"), ("{{../unit.name}}全体", "镇全体")] {
        let workspace = Workspace::new();
        lay(&workspace, with_notes(note));
        assert!(workspace.run(&["batch"]).status.code() < Some(2));
        for unit in ["云溪镇", "河口镇"] {
            let path = workspace.path(&format!("out/ideology/2023Q2/{unit}.docx"));
            let made = unpacked(&fs::read(path).unwrap());
            let text = |name: &str| String::from_utf8(made[name].clone()).unwrap();
            let (document, notes) = (text("word/document.xml"), text("word/footnotes.xml"));
            let rounds = document.matches("<w:permStart").count();
            assert!(rounds > 1, "{document}");
            let references = values(&document, "w:footnoteReference", "w:id");
            assert_eq!(references, (1..=rounds).map(|id| id.to_string()).collect::<Vec<_>>());
            // The first is the separator.
            assert_eq!(values(&notes, "w:footnote", "w:id")[1..], references);
            assert_eq!(notes.matches(said).count(), rounds, "{notes}");
            let own: BTreeSet<String> = values(&notes, "w:p", "w14:paraId").into_iter().collect();
            assert_eq!(own.len(), rounds, "{notes}");
            for mark in ["w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"] {
                assert_eq!(values(&document, mark, "w:id"), ["3"], "{mark}");
            }
            for (start, end) in [("w:bookmarkStart", "w:bookmarkEnd"), ("w:permStart", "w:permEnd")] {
                let ids = values(&document, start, "w:id");
                assert_eq!(ids, values(&document, end, "w:id"));
                assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), rounds);
            }
            let names = values(&document, "w:bookmarkStart", "w:name");
            assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), rounds);
            assert!(names.iter().all(|name| name.len() <= 40), "{names:?}");
        }
    }
}

/// Three articles, 21 cells each: as many as a row has in Word, and one more.
#[test]
fn a_row_of_more_cells_than_word_has_is_refused() {
    let cell = |words: &str| format!("<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>");
    let row = |first: usize| {
        let repeated = [
            vec![cell("{{#if fields.propaganda.articles}}{{#each fields.propaganda.articles}}{{title}}")],
            vec![cell("篇"); 19],
            vec![cell("篇{{/each}}{{/if}}")],
        ];
        let cells = vec![cell("题"); first].concat() + &repeated.concat().concat();
        format!(
            "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"100\"/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl><w:p/>"
        )
    };
    let workspace = Workspace::new();
    lay(&workspace, docx(&row(0)));
    assert!(workspace.run(&["assemble", "yunxi"]).status.success());
    fs::write(workspace.path("templates/ours.docx"), docx(&row(1))).unwrap();
    for said in refused(&workspace) {
        assert!(said.contains("templates/ours.docx") && said.contains("63"), "{said}");
    }
}
