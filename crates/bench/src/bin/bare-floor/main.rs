//! The bare floor, frozen: what any program must do to put the report of 3,000 characters on disk, as it was when the
//! project's parts were taken apart. It uses nothing of the project, so that no change of the project changes it; the
//! benches have a floor of their own, which writes packages as the program does.
//!
//!     bare-floor FOLDER COUNT [placed] [settled]
//!
//! writes so many documents like `sample.docx`, each under a name of its own; with `placed` each is written beside its
//! place and put there whole, with `settled` it ends when all are on the disk: the program does both. README.md says how it
//! is counted.

mod package;

use std::fs;
use std::io::{Cursor, Read};
use std::path::Path;

use anyhow::{Context, Result, bail};
use package::{Entry, Package, Scratch};

const USAGE: &str = "bare-floor FOLDER COUNT [placed] [settled]";
const SAMPLE: &[u8] = include_bytes!("sample.docx");
/// The name that the sample bears.
const NAME: &str = "东东东东镇";
const VARYING: [&str; 2] = ["docProps/core.xml", "word/document.xml"];

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, count, options @ ..] = arguments.as_slice() else { bail!(USAGE) };
    if options.iter().any(|option| !matches!(option.as_str(), "placed" | "settled")) {
        bail!(USAGE);
    }
    let has = |name: &str| options.iter().any(|option| option == name);
    let count = count.parse().context(USAGE)?;
    write(Path::new(folder), &(0..count).map(name).collect::<Vec<_>>(), has("placed"))?;
    if has("settled") { settle(Path::new(folder)) } else { Ok(()) }
}

/// Waits until all is on the disk, where the system can say so.
fn settle(folder: &Path) -> Result<()> {
    #[cfg(target_os = "linux")]
    rustix::fs::syncfs(fs::File::open(folder)?)?;
    #[cfg(not(target_os = "linux"))]
    let _ = folder;
    Ok(())
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
