//! The bare floor: what any program must do to write the same documents. The parts that never change are deflated
//! once; for each name, document.xml and core.xml get it substituted, are deflated at the same level and zipped, and
//! the file is written. Nothing is read, checked or assembled.

use std::fs;
use std::io::Read;
use std::path::Path;

use anyhow::{Context, Result};
use huibian_writers::package::{Entry, Package, Scratch};

const VARYING: [&str; 2] = ["docProps/core.xml", "word/document.xml"];

/// Writes a document for each name in `names` (a line each), like `document`, which bears the first of them.
pub fn write(folder: &Path, document: &Path, names: &Path) -> Result<()> {
    let names = fs::read_to_string(names)?;
    let first = names.lines().next().context("no names")?;
    let mut scratch = Scratch::default();
    let (mut fixed, mut varying): (Vec<Entry>, Vec<(String, Vec<String>)>) = (Vec::new(), Vec::new());
    let mut archive = zip::ZipArchive::new(fs::File::open(document)?)?;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index)?;
        let name = part.name()?.into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text)?;
        if VARYING.contains(&name.as_str()) {
            varying.push((name, text.split(first).map(str::to_owned).collect()));
        } else {
            fixed.push(scratch.entry(&name, text.as_bytes()));
        }
    }
    fs::create_dir_all(folder)?;
    for name in names.lines() {
        let mut package = Package::default();
        for entry in &fixed {
            package.add(entry);
        }
        for (part, pieces) in &varying {
            package.add(&scratch.entry(part, pieces.join(name).as_bytes()));
        }
        fs::write(folder.join(format!("{name}.docx")), package.finish())?;
    }
    Ok(())
}
