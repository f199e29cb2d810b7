//! What other programs see of a document's structure: pandoc and mammoth its headings, lists, tables and footnotes, LibreOffice its
//! table of contents, which it renews. A tenth every time, all by `cargo xtask long`.

use std::path::PathBuf;

use huibian_document::{Block, Inline, Paragraph, plain_text};
use huibian_tests::corpus::{Style, bare};
use huibian_tests::readers::{ask, ask_node, has, has_uno, readers};
use serde::Deserialize;

use super::{CASES, Case};

#[derive(Debug, Deserialize, PartialEq)]
struct Outline {
    headings: Vec<(u8, String)>,
    items: usize,
    tables: usize,
    notes: usize,
}

#[derive(Deserialize)]
struct Contents {
    stands: Vec<String>,
    renewed: Vec<String>,
}

impl Outline {
    /// What a document is to be seen as. An imprint is a table, and so are several issuers with what follows their names.
    fn of(case: &Case) -> Self {
        let mut outline = Self { headings: Vec::new(), items: 0, tables: 0, notes: 0 };
        let document = &case.document;
        notes(&document.meta.title, &mut outline.notes);
        document.blocks.iter().for_each(|block| outline.add(block, case));
        for attachment in &document.meta.official.attachments {
            attachment.blocks.iter().for_each(|block| outline.add(block, case));
        }
        let mark = document.meta.official.mark.as_ref();
        let is_joint = mark.is_some_and(|mark| mark.names.len() > 1 && !mark.suffix.is_empty());
        outline.tables += usize::from(document.meta.official.imprint.is_some()) + usize::from(is_joint);
        outline
    }

    fn add(&mut self, block: &Block, case: &Case) {
        match block {
            Block::Heading(heading) => {
                notes(&heading.content, &mut self.notes);
                self.headings
                    .push((heading.level, bare(&(heading.label.clone() + &plain_text(&heading.content)))));
            }
            Block::Paragraph(Paragraph { run_in, content }) => {
                if let Some(heading) = run_in {
                    notes(&heading.content, &mut self.notes);
                    if case.style == Style::Outlined {
                        let end = case
                            .rules()
                            .run_in_end_of(&Paragraph { run_in: run_in.clone(), content: content.clone() })
                            .to_owned();
                        let words = heading.label.clone() + &plain_text(&heading.content) + &end;
                        self.headings.push((heading.level, bare(&words)));
                    }
                }
                notes(content, &mut self.notes);
            }
            Block::List(items) => {
                self.items += items.len();
                items.iter().for_each(|item| notes(&item.content, &mut self.notes));
            }
            Block::Table(table) => {
                self.tables += 1;
                notes(&table.caption, &mut self.notes);
                table.rows().iter().flatten().for_each(|cell| notes(&cell.content, &mut self.notes));
            }
            Block::Image(image) => notes(&image.caption, &mut self.notes),
            Block::Contents { .. } | Block::PageBreak => {}
        }
    }
}

fn notes(inlines: &[Inline], count: &mut usize) {
    for inline in inlines {
        match inline {
            Inline::Note(words) => {
                *count += 1;
                notes(words, count);
            }
            Inline::Strong(words) => notes(words, count),
            _ => {}
        }
    }
}

fn faults<'c>(cases: impl Iterator<Item = &'c Case>) -> Option<(usize, String)> {
    let home = readers()?;
    let cases: Vec<&Case> = cases.collect();
    let files: Vec<PathBuf> = cases.iter().map(|case| case.docx.clone()).collect();
    let (mut wrong, mut programs) = (Vec::new(), Vec::new());
    let mut seen = Vec::new();
    if has("pandoc") {
        seen.push(("pandoc", ask::<Outline>(&home, "outline.py", &files)));
    }
    seen.extend(ask_node::<Outline>(&home, "outline.js", &[], &files).map(|found| ("mammoth", found)));
    for (program, found) in seen {
        programs.push(program);
        for case in &cases {
            let (wanted, found) = (Outline::of(case), &found[&case.docx]);
            if wanted != *found {
                let name = case.docx.file_stem().unwrap().display();
                wrong.push(format!("{name} in {program}:\n{found:?}\nand not\n{wanted:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
    Some((cases.len(), programs.join(" and ")))
}

#[test]
fn a_tenth_is_seen_as_it_is() {
    faults(CASES.iter().step_by(10));
}

#[test]
#[ignore = "takes minutes: cargo xtask long"]
fn all_are_seen_as_they_are() {
    if let Some((count, programs)) = faults(CASES.iter()) {
        println!(
            "long: documents in {programs} | 0 to 199 | {count} documents: every heading with its level, every list, table and footnote"
        );
    }
}

/// The run-in headings of the deepest level of a table of contents, where there are headings of the next: LibreOffice 7.4 takes their
/// entries for a level deeper.
fn lost(case: &Case) -> Vec<String> {
    let Some(Block::Contents { levels }) = case.document.blocks.first() else { return Vec::new() };
    if !case.document.listed().iter().any(|listed| listed.level() == levels + 1) {
        return Vec::new();
    }
    let run_in = |block: &Block| match block {
        Block::Paragraph(Paragraph { run_in: Some(heading), .. }) if heading.level == *levels => {
            Some(bare(&(heading.label.clone() + &plain_text(&heading.content))))
        }
        _ => None,
    };
    let attached = case.document.meta.official.attachments.iter().flat_map(|attachment| &attachment.blocks);
    case.document.blocks.iter().chain(attached).filter_map(run_in).collect()
}

/// Holds renewed tables of contents against those that stood there; how many there were, and lines in them.
fn renewed<'c>(cases: impl Iterator<Item = &'c Case>) -> Option<(usize, usize)> {
    let home = readers()?;
    if !has_uno() {
        return None;
    }
    let has_contents = |case: &&Case| matches!(case.document.blocks.first(), Some(Block::Contents { .. }));
    let cases: Vec<&Case> = cases.filter(has_contents).collect();
    let files: Vec<PathBuf> = cases.iter().map(|case| case.docx.clone()).collect();
    let (mut wrong, mut lines) = (Vec::new(), 0);
    let found = ask::<Contents>(&home, "contents.py", &files);
    for case in cases {
        let Contents { stands, renewed } = &found[&case.docx];
        lines += stands.len();
        let lost = lost(case);
        // A heading that is a paragraph of its own has its end mark.
        let is_kept = |line: &String| renewed.iter().any(|renewed| renewed.starts_with(line));
        let missing: Vec<&String> =
            stands.iter().filter(|line| !is_kept(line) && !lost.contains(line)).collect();
        if !missing.is_empty() {
            wrong.push(format!("{}: {missing:?}", case.docx.file_stem().unwrap().display()));
        }
    }
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
    Some((files.len(), lines))
}

#[test]
fn contents_that_libreoffice_renews_keep_every_entry() {
    renewed(CASES.iter().take(40));
}

#[test]
#[ignore = "takes minutes: cargo xtask long"]
fn all_contents_that_libreoffice_renews_keep_every_entry() {
    if let Some((count, lines)) = renewed(CASES.iter()) {
        println!(
            "long: contents renewed by LibreOffice | 0 to 199 | {count} documents that have one, {lines} lines: none is lost"
        );
    }
}
