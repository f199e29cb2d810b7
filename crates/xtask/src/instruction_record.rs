//! What a document may cost: figures that were counted at one commit and are changed on purpose alone. Counts of one program are
//! the same on every machine but for what it does by the processor's kind; another compiler's are not, and are not held.

use std::process::Command;

use toml::{Table, Value};

const PATH: &str = "crates/xtask/instructions.toml";
/// A document may cost so many hundredths more than recorded.
const ALLOWED: u64 = 3;

/// The figures of `instructions.toml`.
pub struct Record {
    commit: String,
    figures: Table,
    /// Whether they were counted with the compiler that is here.
    is_comparable: bool,
}

impl Record {
    /// Reads them.
    ///
    /// # Errors
    /// Where the file is not there or does not say what it has to.
    pub fn read() -> Result<Self, String> {
        let text = std::fs::read_to_string(PATH).map_err(|error| format!("{PATH}: {error}"))?;
        let file: Table = toml::from_str(&text).map_err(|error| format!("{PATH}: {error}"))?;
        let said = |key: &str| {
            let value = file.get(key).and_then(Value::as_str);
            value.map(str::to_owned).ok_or_else(|| format!("{PATH}: {key} is missing"))
        };
        let figures = file.get("instructions").and_then(Value::as_table).cloned();
        let figures = figures.ok_or_else(|| format!("{PATH}: [instructions] is missing"))?;
        let (commit, compiler) = (said("commit")?, said("compiler")?);
        let here =
            Command::new("rustc").arg("--version").output().map_err(|error| format!("rustc: {error}"))?;
        let here = String::from_utf8_lossy(&here.stdout);
        let is_comparable = here.split_whitespace().nth(1) == Some(compiler.as_str());
        if !is_comparable {
            println!("instructions: {PATH} is of rustc {compiler}, here is {}: it is not held", here.trim());
        }
        Ok(Self { commit, figures, is_comparable })
    }

    /// Whether what is counted here can be held against it: with another compiler it cannot.
    pub fn is_comparable(&self) -> bool {
        self.is_comparable
    }

    /// What is to be said where a document costs more than it may; what it costs beside the record is told.
    pub fn exceeded(&self, name: &str, now: u64) -> Option<String> {
        let recorded =
            self.figures.get(name).and_then(Value::as_integer).and_then(|it| u64::try_from(it).ok());
        let Some(recorded) = recorded else { return Some(format!("{PATH} has no figure for {name}")) };
        println!("{name}: {recorded} recorded of {} ({:+.1} %)", self.commit, change(recorded, now));
        if !self.is_comparable {
            return None;
        }
        if now * 100 < recorded * (100 - ALLOWED) {
            println!("{name}: cheaper by more than {ALLOWED} %: {now} may be written into {PATH}");
        }
        (now * 100 > recorded * (100 + ALLOWED)).then(|| {
            format!(
                "{name}: over {ALLOWED} % more than the {recorded} of {PATH}. Where that is meant, write {now} there and say \
                 in the commit what it is for"
            )
        })
    }
}

/// By how many hundredths a figure is more than another.
#[allow(clippy::cast_precision_loss)]
pub fn change(before: u64, now: u64) -> f64 {
    (now as f64 / before as f64 - 1.0) * 100.0
}
