//! Texts as a writer makes them take no more room than deflated one by one, or hardly more.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

mod texts;

use std::io::Write;
use std::process::{Command, Stdio};

use huibian_deflate::Form;
use libdeflater::{CompressionLvl, Compressor, Decompressor};

use texts::{REPORT, SHORT, figures};

/// A row of eight figures.
const ROW: &str = "<w:tr>########</w:tr>";
/// A cell of it.
const CELL: &str = r#"<w:tc><w:tcPr><w:tcW w:w="1200" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="HbCell"/></w:pPr><w:r><w:t xml:space="preserve">#</w:t></w:r></w:p></w:tc>"#;

/// A text filled in, and how many bytes libdeflate makes of it at the level that writers use.
fn beside(text: &str) -> (Vec<u8>, usize) {
    let (pieces, holes) = figures(text);
    assert!(holes.len() > 5);
    let mut filled = Vec::new();
    Form::new(&pieces).fill(&holes, &mut filled).unwrap();
    let mut compressor = Compressor::new(CompressionLvl::default());
    let mut deflated = vec![0; compressor.deflate_compress_bound(text.len())];
    let length = compressor.deflate_compress(text.as_bytes(), &mut deflated).unwrap();
    let mut inflated = vec![0; text.len()];
    assert_eq!(Decompressor::new().deflate_decompress(&filled, &mut inflated).unwrap(), text.len());
    assert!(inflated == text.as_bytes());
    println!("{} bytes, {} holes: {} filled, {length} deflated", text.len(), holes.len(), filled.len());
    (filled, length)
}

/// Whether a size is at most so many hundredths of another.
fn within(size: usize, other: usize, hundredths: usize) -> bool {
    size * 100 <= other * hundredths
}

#[test]
fn a_report_takes_no_more_room() {
    let (filled, deflated) = beside(REPORT);
    assert!(within(filled.len(), deflated, 100));
}

#[test]
fn a_quick_form_takes_hardly_more_room() {
    for text in [REPORT, SHORT] {
        let (pieces, holes) = figures(text);
        let mut filled = Vec::new();
        Form::quick(&pieces).fill(&holes, &mut filled).unwrap();
        let (_, deflated) = beside(text);
        println!("quick: {}", filled.len());
        assert!(within(filled.len(), deflated, 106));
    }
}

#[test]
fn a_short_document_takes_hardly_more_room() {
    let (filled, deflated) = beside(SHORT);
    assert!(within(filled.len(), deflated, 103));
}

#[test]
fn tables_of_figures_take_hardly_more_room() {
    let cells = ROW.replace('#', CELL);
    let figures: Vec<String> = (0..320u32).map(|cell| (cell * cell * 37 % 1009).to_string()).collect();
    let mut figures = figures.iter();
    let rows: String = cells
        .repeat(40)
        .split('#')
        .map(|piece| figures.next().map_or(piece.to_owned(), |figure| format!("{piece}{figure}")))
        .collect();
    let (filled, deflated) = beside(&REPORT.replace("</w:body>", &format!("{rows}</w:body>")));
    assert!(within(filled.len(), deflated, 101));
}

/// What reads the streams elsewhere is zlib; where there is no Python, this says nothing.
#[test]
fn zlib_takes_them() {
    const INFLATE: &str = "import sys, zlib; i = zlib.decompressobj(-15); sys.stdout.buffer.write(i.decompress(sys.stdin.buffer.read())); assert i.eof and not i.unused_data";
    let (filled, _) = beside(REPORT);
    let Ok(mut python) =
        Command::new("python3").args(["-c", INFLATE]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()
    else {
        return;
    };
    python.stdin.take().unwrap().write_all(&filled).unwrap();
    let output = python.wait_with_output().unwrap();
    assert!(output.status.success());
    assert!(output.stdout == REPORT.as_bytes());
}
