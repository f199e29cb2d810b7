//! What each stage of one unit's report costs, over the example's longest unit.

#![allow(clippy::unwrap_used, missing_docs)]

use std::path::{Path, PathBuf};

use divan::Bencher;
use huibian_engine::assemble::Assembler;
use huibian_engine::workspace::{Overrides, Workspace};
use huibian_writers::{DocxScratch, DocxWriter, markdown, text};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The stages as functions.
mod stage {
    pub use huibian_engine::collect::collect;
    pub use huibian_engine::contribute::contribute;
    pub use huibian_engine::report::word;
    pub use huibian_engine::typeset::typeset;
}

fn main() {
    divan::main();
}

fn checkout() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").canonicalize().unwrap()
}

fn assembler() -> Assembler {
    let checkout = checkout();
    Assembler::new(Workspace::load(&checkout, &checkout, &Overrides::default()).unwrap()).unwrap()
}

fn unit() -> PathBuf {
    checkout().join("data/2023Q2/yunxi.toml")
}

#[divan::bench]
fn read(bencher: Bencher<'_, '_>) {
    let (assembler, unit) = (assembler(), unit());
    bencher.bench(|| assembler.workspace.read_unit(&unit));
}

#[divan::bench]
fn contribute(bencher: Bencher<'_, '_>) {
    let (assembler, file) = (assembler(), unit());
    let read = || assembler.workspace.read_unit(&file).1.unwrap();
    bencher.with_inputs(read).bench_values(|mut unit| {
        stage::contribute(&assembler.sections, &assembler.workspace, &mut unit, &mut Vec::new())
    });
}

#[divan::bench]
fn collect(bencher: Bencher<'_, '_>) {
    let assembler = assembler();
    let mut unit = assembler.workspace.read_unit(&unit()).1.unwrap();
    let parts = stage::contribute(&assembler.sections, &assembler.workspace, &mut unit, &mut Vec::new());
    bencher.bench(|| stage::collect(&parts));
}

#[divan::bench]
fn word(bencher: Bencher<'_, '_>) {
    let (assembler, file) = (assembler(), unit());
    let collected = || {
        let mut unit = assembler.workspace.read_unit(&file).1.unwrap();
        let parts = stage::contribute(&assembler.sections, &assembler.workspace, &mut unit, &mut Vec::new());
        let figures = stage::collect(&parts).0;
        (unit, parts, figures)
    };
    bencher.with_inputs(collected).bench_values(|(unit, parts, figures)| {
        stage::word(&assembler.workspace, &unit, parts, &figures).map(|report| report.body).unwrap()
    });
}

#[divan::bench]
fn typeset(bencher: Bencher<'_, '_>) {
    let assembler = assembler();
    let mut unit = assembler.workspace.read_unit(&unit()).1.unwrap();
    let parts = stage::contribute(&assembler.sections, &assembler.workspace, &mut unit, &mut Vec::new());
    let figures = stage::collect(&parts).0;
    let report = stage::word(&assembler.workspace, &unit, parts, &figures).unwrap();
    bencher.bench(|| stage::typeset(&report, &assembler.workspace.style).unwrap());
}

#[divan::bench]
fn all_to_the_document(bencher: Bencher<'_, '_>) {
    let (assembler, unit) = (assembler(), unit());
    bencher.bench(|| assembler.document(&unit));
}

#[divan::bench]
fn write_docx(bencher: Bencher<'_, '_>) {
    let assembler = assembler();
    let document = assembler.document(&unit()).0.unwrap();
    let writer = DocxWriter::new(&assembler.workspace.style);
    let mut scratch = DocxScratch::default();
    bencher.bench_local(|| writer.write(&document, &mut scratch));
}

#[divan::bench]
fn write_markdown(bencher: Bencher<'_, '_>) {
    let assembler = assembler();
    let document = assembler.document(&unit()).0.unwrap();
    bencher.bench(|| markdown(&document, &assembler.workspace.style));
}

#[divan::bench]
fn write_text(bencher: Bencher<'_, '_>) {
    let assembler = assembler();
    let document = assembler.document(&unit()).0.unwrap();
    bencher.bench(|| text(&document, &assembler.workspace.style));
}
