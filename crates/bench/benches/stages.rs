//! What each stage of one unit's report costs, over the example's longest unit.

#![allow(clippy::unwrap_used, missing_docs)]

use std::path::{Path, PathBuf};

use divan::Bencher;
use huibian_engine::assemble::Assembler;
use huibian_engine::workspace::{Overrides, Workspace};
use huibian_writers::{DocxScratch, DocxWriter, markdown, text};

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
fn read_contribute_word_typeset(bencher: Bencher<'_, '_>) {
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
