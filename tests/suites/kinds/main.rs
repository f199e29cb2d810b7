//! Every kind of input that once went wrong, in the formats and words in which it comes: what is tried for one workbook is
//! tried for all.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

mod files;
mod heads;
mod rows;
mod towns;

use std::fs;

use huibian_tests::bare::Bare;
use huibian_tests::books::{Book, FORMATS};
use huibian_tests::office::{csv, office};

/// A sheet: its name and its rows, cells parted by `|`.
type Sheet<'s> = (&'s str, &'s [&'s str]);

/// A workspace with all units in one workbook.
fn of_book(format: &str, book: &Book) -> Bare {
    let bare = office(&format!("workbook = \"units.{format}\""));
    bare.write(format!("units.{format}"), book.bytes(format));
    bare
}

/// The same sheets as workbooks of each format.
fn in_each_workbook(sheets: &[Sheet<'_>], test: impl Fn(&Bare, &str)) {
    for format in FORMATS {
        test(&of_book(format, &Book::of_rows(sheets)), format);
    }
}

/// The main sheet and its ledger as workbooks of each format and as CSV files.
fn in_each_format(main: &[&str], ledger: &[&str], test: impl Fn(&Bare, &str)) {
    let mut sheets = vec![("填报表", main)];
    sheets.extend((!ledger.is_empty()).then_some(("走访台账", ledger)));
    in_each_workbook(&sheets, &test);
    let bare = office("table = \"units.csv\"");
    bare.write("units.csv", csv(main, ","));
    if !ledger.is_empty() {
        bare.write("units.走访台账.csv", csv(ledger, ","));
    }
    test(&bare, "csv");
}

/// A unit's text file.
fn made(bare: &Bare, unit: &str) -> String {
    let output = bare.run(&["--lang", "zh", "--format", "txt", "batch", "--force"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    fs::read_to_string(bare.path(format!("out/{unit}.txt"))).unwrap_or_else(|error| panic!("{error}: {said}"))
}
