//! Loops in loops multiply. However often they would go round, a report ends: it is made, or refused with the place of the loop.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::fs;
use std::time::{Duration, Instant};

use huibian_tests::Workspace;
use huibian_tests::word::docx;

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
        fs::write(workspace.path("templates/ours.docx"), docx(&format!("甲{{{{unit.name}}}}\n乙\n{loops}")))
            .unwrap();
        workspace.replace("workspace.toml", "templates/ideology.hbs", "templates/ours.docx");
        workspace.replace("workspace.toml", "formats = [\"docx\", \"md\"]", "formats = [\"docx\"]");
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
    fs::write(workspace.path("templates/ours.docx"), docx(&loops)).unwrap();
    workspace.replace("workspace.toml", "templates/ideology.hbs", "templates/ours.docx");
    workspace.replace("workspace.toml", "formats = [\"docx\", \"md\"]", "formats = [\"docx\"]");
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
