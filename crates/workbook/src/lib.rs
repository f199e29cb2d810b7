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
mod styles;
mod xls;
mod xls_text;
mod xlsb;
mod xlsx;
mod xml;

use std::panic::{AssertUnwindSafe, catch_unwind};

pub use book::{Book, Cell, Look, Range, Row, Sheet};
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
    guarded.unwrap_or_else(|_| Err(Unreadable::Broken("?".to_owned())))
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
    if package.has("content.xml") {
        return ods::read(&mut package);
    }
    let main = opc::main_part(&mut package)?;
    if main.to_ascii_lowercase().ends_with(".bin") {
        xlsb::read(&mut package, &main)
    } else {
        xlsx::read(&mut package, &main)
    }
}
