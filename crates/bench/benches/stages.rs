//! What each stage of one unit's report costs, over the example's longest unit.

#![allow(clippy::unwrap_used, missing_docs)]

use std::path::{Path, PathBuf};

use huibian_document::Document;
use huibian_engine::draft::Draft;
use huibian_engine::program::Program;
use huibian_engine::run::{contribute, draft};
use huibian_engine::workspace::{Overrides, Workspace};
use huibian_host::{Isolation, Turns};
use huibian_source::UnitRef;
use huibian_writers::{DocxWriter, Scratch, markdown, text};

use divan::Bencher;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    divan::main();
}

fn checkout() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn program() -> Program {
    let checkout = checkout();
    let overrides = Overrides { isolation: Some(Isolation::None), ..Overrides::default() };
    Program::new(Workspace::load(&checkout, &checkout, &overrides).unwrap()).unwrap()
}

fn unit(program: &Program) -> UnitRef {
    program.workspace.unit("yunxi").unwrap()
}

fn document(program: &Program) -> Document {
    draft(program, &unit(program)).assembled.unwrap().document().into_owned()
}

/// A draft that has gone through so many stages, and the next stage over it.
fn stage(bencher: Bencher<'_, '_>, before: usize) {
    let program = program();
    let unit = unit(&program);
    let drafted = || {
        let mut draft = Draft::read(&program.workspace, &unit);
        (1..=before).for_each(|stage| advance(&mut draft, stage, &program));
        draft
    };
    bencher.with_inputs(drafted).bench_values(|mut draft| {
        advance(&mut draft, before + 1, &program);
        draft
    });
}

fn advance<'s>(draft: &mut Draft<'s>, stage: usize, program: &'s Program) {
    let workspace = &program.workspace;
    match stage {
        1 => program.sections.iter().for_each(|section| {
            contribute(section, workspace, std::slice::from_mut(draft), Turns::default().at(0));
        }),
        2 => draft.derive(workspace),
        3 => draft.word(workspace),
        _ => draft.typeset(workspace),
    }
}

#[divan::bench]
fn a_read(bencher: Bencher<'_, '_>) {
    let program = program();
    let unit = unit(&program);
    bencher.bench(|| Draft::read(&program.workspace, &unit));
}

#[divan::bench]
fn b_contribute(bencher: Bencher<'_, '_>) {
    stage(bencher, 0);
}

#[divan::bench]
fn c_derive(bencher: Bencher<'_, '_>) {
    stage(bencher, 1);
}

#[divan::bench]
fn d_word(bencher: Bencher<'_, '_>) {
    stage(bencher, 2);
}

#[divan::bench]
fn e_typeset(bencher: Bencher<'_, '_>) {
    stage(bencher, 3);
}

#[divan::bench]
fn f_all_to_the_document(bencher: Bencher<'_, '_>) {
    let program = program();
    let unit = unit(&program);
    bencher.bench(|| draft(&program, &unit));
}

#[divan::bench]
fn g_write_docx(bencher: Bencher<'_, '_>) {
    let program = program();
    let document = document(&program);
    let writer = DocxWriter::new(&program.workspace.design.style);
    let mut scratch = Scratch::default();
    bencher.bench_local(|| writer.package(&document, &mut scratch));
}

#[divan::bench]
fn g_write_markdown(bencher: Bencher<'_, '_>) {
    let program = program();
    let document = document(&program);
    bencher.bench(|| markdown(&document, &program.workspace.design.style));
}

#[divan::bench]
fn g_write_text(bencher: Bencher<'_, '_>) {
    let program = program();
    let document = document(&program);
    bencher.bench(|| text(&document, &program.workspace.design.style));
}
