//! What filling costs beside deflating the same text with its CRC-32, and what making the form costs.
//!
//!     cargo run --release -p huibian-deflate --example beside
//!     valgrind --tool=callgrind target/release/examples/beside fill 1000      or: deflate 1000, form 100, quick 100

#![allow(clippy::unwrap_used, missing_docs)]

#[path = "../tests/texts/mod.rs"]
mod texts;

use std::hint::black_box;
use std::time::{Duration, Instant};

use huibian_deflate::Form;
use libdeflater::{CompressionLvl, Compressor};

use texts::{REPORT, SHORT, figures};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [what, times] = arguments.as_slice() {
        repeat(REPORT, what, times.parse().unwrap());
        return;
    }
    for (name, text) in [("report", REPORT), ("short", SHORT)] {
        for what in ["fill", "deflate", "form", "quick"] {
            println!("{name}, {} bytes: {what} {:?}", text.len(), repeat(text, what, 2_000));
        }
    }
}

/// How long one takes, of so many.
fn repeat(text: &str, what: &str, times: u32) -> Duration {
    let (pieces, holes) = figures(text);
    let form = Form::new(&pieces);
    let mut compressor = Compressor::new(CompressionLvl::default());
    let mut out = vec![0; compressor.deflate_compress_bound(text.len())];
    let begin = Instant::now();
    for _ in 0..times {
        match what {
            "fill" => {
                out.clear();
                black_box(form.fill(black_box(&holes), &mut out));
            }
            "deflate" => {
                black_box(compressor.deflate_compress(black_box(text.as_bytes()), &mut out).unwrap());
                black_box(crc32fast::hash(text.as_bytes()));
            }
            "quick" => {
                black_box(Form::quick(black_box(&pieces)));
            }
            _ => {
                black_box(Form::new(black_box(&pieces)));
            }
        }
    }
    begin.elapsed() / times
}
