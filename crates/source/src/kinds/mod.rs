//! The sources that the program comes with, a file each. They know nothing of each other.

pub mod csv;
pub mod folder;
pub mod workbook;
