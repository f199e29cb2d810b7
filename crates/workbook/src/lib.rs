//! Cells of a workbook as a person sees them: .xlsx, .xlsb, .xls and .ods, told apart by what they hold and read under
//! limits. Must not know files, what a cell is for, and how a fault is told.
//!
//! [`read`] gives a [`Book`]. [`package`] opens zip containers and `opc` follows their relations, [`ole`] opens the older
//! container and [`locked`] what is encrypted in it under the password that everyone has. `xlsx`, `xlsb`, `xls` and `ods`
//! read cells; [`format`](mod@format) says how a number is shown. Memory follows what is filled, and [`limits`] end what would not end.

pub mod book;
pub mod format;
pub mod limits;
pub mod serial;

mod binary;
mod locked;
mod ods;
mod ole;
mod opc;
mod package;
mod struck;
mod styles;
mod xls;
mod xls_text;
mod xlsb;
mod xlsx;
mod xml;

use std::panic::{AssertUnwindSafe, catch_unwind};

pub use book::{Appearance, Book, Cell, Range, Row, Sheet};
pub use limits::{Limit, Unreadable};

use crate::ole::Ole;
use crate::package::Package;

/// Whether bytes begin as a container of workbooks does.
pub fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK") || bytes.starts_with(ole::MAGIC)
}

/// Reads every sheet of a workbook out of its bytes.
///
/// # Errors
/// What keeps it from being read.
pub fn read(bytes: &[u8]) -> Result<Book, Unreadable> {
    let guarded = catch_unwind(AssertUnwindSafe(|| container(bytes)));
    let book = guarded.unwrap_or_else(|_| Err(Unreadable::Broken("?".to_owned())))?;
    // A text document is such a package as well.
    if book.sheets.is_empty() { Err(Unreadable::Format("no sheets".to_owned())) } else { Ok(book) }
}

fn container(bytes: &[u8]) -> Result<Book, Unreadable> {
    if bytes.starts_with(b"PK") {
        return zipped(bytes);
    }
    if !bytes.starts_with(ole::MAGIC) {
        return Err(Unreadable::Format("zip / OLE".to_owned()));
    }
    let ole = Ole::open(bytes)?;
    if let (Some(info), Some(package)) = (ole.stream("EncryptionInfo")?, ole.stream("EncryptedPackage")?) {
        return zipped(&locked::package(&info, &package)?);
    }
    match (ole.stream("Workbook")?, ole.stream("Book")?) {
        (Some(stream), _) | (None, Some(stream)) => xls::read(stream),
        _ => Err(Unreadable::Format("OLE".to_owned())),
    }
}

fn zipped(bytes: &[u8]) -> Result<Book, Unreadable> {
    let mut package = Package::open(bytes)?;
    // Newer programs lock a package as a whole.
    if package.has("content.xml") || package.has("encrypted-package") {
        return ods::read(&mut package);
    }
    let main = opc::main_part(&mut package)?;
    if main.to_ascii_lowercase().ends_with(".bin") {
        xlsb::read(&mut package, &main)
    } else {
        xlsx::read(&mut package, &main)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A small workbook as a spreadsheet program saves it.
    fn workbook() -> Vec<u8> {
        let mut book = rust_xlsxwriter::Workbook::new();
        let sheet = book.add_worksheet();
        let percent = rust_xlsxwriter::Format::new().set_num_format("0.0%");
        sheet.write_string(0, 0, "办结率").unwrap();
        sheet.write_number_with_format(1, 0, 0.984, &percent).unwrap();
        sheet.write_formula(2, 0, rust_xlsxwriter::Formula::new("=1/0").set_result("#DIV/0!")).unwrap();
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn a_number_is_read_with_its_format() {
        let book = read(&workbook()).unwrap();
        let shown: Vec<String> = book.sheets[0].rows.iter().filter_map(|row| row.text(0)).collect();
        assert_eq!(shown[..2], ["办结率", "98.4%"]);
    }

    proptest! {
        #[test]
        fn no_bytes_panic(at in any::<prop::sample::Index>(), bits in 1..=u8::MAX, end in any::<prop::sample::Index>()) {
            let mut bytes = workbook();
            let place = at.index(bytes.len());
            bytes[place] ^= bits;
            let _ = container(&bytes);
            bytes.truncate(end.index(bytes.len()));
            let _ = container(&bytes);
        }

        #[test]
        fn no_rubbish_panics(bytes in prop::collection::vec(any::<u8>(), 0..2000), start in 0..3_usize) {
            let starts: [&[u8]; 3] = [b"PK\x03\x04", &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], b""];
            let _ = container(&[starts[start], bytes.as_slice()].concat());
            let _ = xls::read(bytes);
        }
    }
}
