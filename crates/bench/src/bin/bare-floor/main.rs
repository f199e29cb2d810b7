//! The bare floor, frozen: what any program must do to put the report of 3,000 characters on disk, as it was when the
//! project's parts were taken apart. It uses nothing of the project, so that no change of the project changes it; the
//! benches have a floor of their own, which writes packages as the program does.
//!
//!     bare-floor FOLDER COUNT [placed]
//!
//! writes so many documents like `sample.docx`, each under a name of its own; with `placed` each is written beside its
//! place and put there whole, as the program does. README.md says how it is counted.

mod package;

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use anyhow::{Context, Result, bail};
use package::{Entry, Package, Scratch};

const USAGE: &str = "bare-floor FOLDER COUNT [placed]";
const SAMPLE: &[u8] = include_bytes!("sample.docx");
/// The name that the sample bears.
const NAME: &str = "东东东东镇";
const VARYING: [&str; 2] = ["docProps/core.xml", "word/document.xml"];

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (folder, count, placed) = match arguments.as_slice() {
        [folder, count] => (folder, count, false),
        [folder, count, option] if option == "placed" => (folder, count, true),
        _ => bail!(USAGE),
    };
    let count = count.parse().context(USAGE)?;
    write(Path::new(folder), &(0..count).map(name).collect::<Vec<_>>(), placed)
}

fn write(folder: &Path, names: &[String], placed: bool) -> Result<()> {
    let mut scratch = Scratch::default();
    let (mut fixed, mut varying): (Vec<Entry>, Vec<(String, Vec<String>)>) = (Vec::new(), Vec::new());
    let mut archive = zip::ZipArchive::new(Cursor::new(SAMPLE))?;
    for index in 0..archive.len() {
        let mut part = archive.by_index(index)?;
        let name = part.name()?.into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text)?;
        if VARYING.contains(&name.as_str()) {
            varying.push((name, text.split(NAME).map(str::to_owned).collect()));
        } else {
            fixed.push(scratch.entry(&name, text.as_bytes()));
        }
    }
    fs::create_dir_all(folder)?;
    for name in names {
        let mut package = Package::default();
        for entry in &fixed {
            package.add(entry);
        }
        for (part, pieces) in &varying {
            package.add(&scratch.entry(part, pieces.join(name).as_bytes()));
        }
        let file = folder.join(format!("{name}.docx"));
        if placed {
            let beside = folder.join(".beside");
            fs::write(&beside, package.finish())?;
            fs::rename(beside, file)?;
        } else {
            fs::write(file, package.finish())?;
        }
    }
    Ok(())
}

/// An invented name, one of 20 × 20 × 20 × 20.
fn name(index: usize) -> String {
    let syllables: Vec<char> = "东西南北青白云石清水龙泉长安新平河山林湖".chars().collect();
    let mut rest = index;
    let mut name = String::new();
    for _ in 0..4 {
        name.push(syllables[rest % syllables.len()]);
        rest /= syllables.len();
    }
    name + "镇"
}
