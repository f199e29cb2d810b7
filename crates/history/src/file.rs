//! One filed period: JSON Lines, the first line names what it is, each further one a unit, in order of their ids. Made
//! to be kept under version control: one unit's change is one line's, beside the first. Lines are sealed, so that one which was edited
//! is told, and the first says how many follow and what their seals come to; those of before have no seal, and are taken as they are.

use std::collections::{BTreeMap, HashSet};
use std::io::{BufRead, BufReader};
use std::path::Path;

use huibian_config::file::open;
use huibian_contract::{CountKey, IndexMap, Period, UnitId};
use huibian_diagnostic::{Accepted, Code, Diagnostic, Faults, Location, Result, Source};
use huibian_figure::Filed;
use huibian_store::Staged;
use huibian_store::seal::{Seals, is_edited, seal};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::error::Category;

/// The first line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Head {
    /// The report's id.
    pub report: String,
    /// The period.
    pub period: Period,
    /// 1, and one more with every amendment.
    pub version: u32,
    /// The plugins that counted; none for what was imported.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plugins: Vec<PluginVersion>,
    /// Units of the period that could not be filed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub without: Vec<UnitId>,
    /// The names of units of the period that gave no data.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<String>,
    /// Whether units were listed, so that nobody else was missing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub listed: bool,
    /// Units of the version before that this one no longer has.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<UnitId>,
    /// The date that its documents bear, `2023-07-05`; none where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

impl Head {
    /// Of a period's first version, of which no more is known.
    pub fn new(report: &str, period: Period) -> Self {
        Self {
            report: report.to_owned(),
            period,
            version: 1,
            plugins: Vec::new(),
            without: Vec::new(),
            absent: Vec::new(),
            listed: false,
            removed: Vec::new(),
            date: None,
        }
    }

    /// Whether a unit of these ids and names was missing.
    pub fn lacks(&self, names: &[&str]) -> bool {
        let failed = self.without.iter().map(UnitId::as_str);
        failed.chain(self.absent.iter().map(String::as_str)).any(|missing| names.contains(&missing))
    }
}

/// A plugin as it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PluginVersion {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
}

/// A unit's line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiledUnit {
    /// Its id.
    pub unit: UnitId,
    /// What it was called.
    pub name: String,
    /// The units it stood below, from the next one up; nothing where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub above: Option<Vec<UnitId>>,
    /// Its counts.
    pub counts: IndexMap<CountKey, Filed>,
    /// A print of each of its free texts, by `plugin/field`: a later period's is the same where the text is.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub texts: BTreeMap<String, String>,
    /// What was found of it and let through.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<FiledAcceptance>,
    /// In an amendment, what the counts that differ were before; nothing for one that was not there.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub before: IndexMap<CountKey, Option<String>>,
}

impl FiledUnit {
    /// Of a unit of which nothing is filed yet.
    pub fn new(unit: UnitId, name: String) -> Self {
        let (counts, before) = (IndexMap::default(), IndexMap::default());
        Self { unit, name, above: None, counts, texts: BTreeMap::new(), accepted: Vec::new(), before }
    }
}

/// A finding that was let through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiledAcceptance {
    /// What it was called: `K011-543d398bb090dc64`.
    pub finding: String,
    /// What it said.
    pub said: String,
    /// Who let it through, when and why.
    #[serde(flatten)]
    pub accepted: Accepted,
}

/// A period, whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiledPeriod {
    /// What it is.
    pub head: Head,
    /// Its units.
    pub units: BTreeMap<UnitId, FiledUnit>,
}

impl FiledPeriod {
    /// Reads a period.
    ///
    /// # Errors
    /// W001, H001.
    pub fn read(path: &Path) -> Result<Self> {
        let mut units = BTreeMap::new();
        let head = lines(path, |line: FiledUnit| {
            units.insert(line.unit.clone(), line);
        })?;
        Ok(Self { head, units })
    }

    /// Writes a period, which is not yet in its place.
    ///
    /// # Errors
    /// O004.
    pub fn stage(&self, path: &Path) -> Result<Staged> {
        let mut staged = Staged::new(path)?;
        let lines = self.units.values().map(sealed).collect::<Result<Vec<Vec<u8>>>>()?;
        let mut seals = Seals::default();
        lines.iter().for_each(|line| seals.take(line));
        let whole = Whole { units: lines.len(), seals: seals.digits() };
        staged.write(&sealed(&FirstLine { head: &self.head, whole })?)?;
        lines.iter().try_for_each(|line| staged.write(line))?;
        staged.settle()?;
        Ok(staged)
    }
}

/// The first line as it is written.
#[derive(Serialize)]
struct FirstLine<'h> {
    #[serde(flatten)]
    head: &'h Head,
    whole: Whole,
}

/// What the first line says of those that follow.
#[derive(Serialize, Deserialize)]
struct Whole {
    /// How many units there are.
    units: usize,
    /// Their lines' seals, as one.
    seals: String,
}

/// A line with its seal and its end.
fn sealed(line: &impl Serialize) -> Result<Vec<u8>> {
    let line = serde_json::to_vec(line);
    let mut line = line.map_err(|error| Diagnostic::new(Code::Internal).with_detail("reason", error))?;
    seal(&mut line, 0);
    line.push(b'\n');
    Ok(line)
}

/// The first line of a filed period; `None` where it cannot be read, which is told of where its figures are asked for.
pub fn head(path: &Path) -> Option<Head> {
    let mut line = String::new();
    BufReader::new(open(path).ok()?).read_line(&mut line).ok()?;
    serde_json::from_str(&line).ok()
}

/// What is read of a unit's line.
pub trait UnitLine: DeserializeOwned {
    /// The unit's id.
    fn unit(&self) -> &str;
}

impl UnitLine for FiledUnit {
    fn unit(&self) -> &str {
        self.unit.as_str()
    }
}

/// Who a unit's line is about.
#[derive(Deserialize)]
pub(crate) struct Named {
    pub(crate) unit: UnitId,
    #[serde(default)]
    pub(crate) name: String,
}

impl UnitLine for Named {
    fn unit(&self) -> &str {
        self.unit.as_str()
    }
}

/// What is wrong with a filed period: the lines that were edited since (H006), which count all the same, that they are not those
/// that were filed (H007), and why it cannot be read (W001, H001).
pub fn examine(path: &Path) -> Faults {
    #[derive(Deserialize)]
    struct First {
        whole: Option<Whole>,
    }
    let (mut found, mut filed, mut there, mut seals) = (Faults::new(), None, 0_usize, Seals::default());
    let read = read_lines(path, |_: FiledUnit| there += 1, &mut |text, number| {
        if is_edited(text.as_bytes()) {
            let edited = Diagnostic::new(Code::HistoryEdited).with("line", number).with_data(&text);
            found.push(edited.at(at(path, text, number, 1)));
        }
        if number == 1 {
            filed = serde_json::from_str(text).ok().and_then(|First { whole }| whole);
        } else {
            seals.take(text.as_bytes());
        }
    });
    match (read, filed) {
        (Err(fault), _) => found.push(fault),
        (Ok(_), Some(Whole { units, seals: whole })) if (units, &whole) != (there, &seals.digits()) => {
            let other = Diagnostic::new(Code::HistoryNotWhole).with("filed", units).with("found", there);
            found.push(other.with_data(&seals.digits()).at(Location::file(path)));
        }
        (Ok(_), _) => {}
    }
    found
}

/// Reads a filed period line by line; returns its first.
///
/// # Errors
/// W001 when it cannot be read, H001 at the line that is none of a filed period's, or a unit's second.
pub fn lines<L: UnitLine>(path: &Path, take: impl FnMut(L)) -> Result<Head> {
    read_lines(path, take, &mut |_, _| {})
}

/// The same, with each line's text and number.
fn read_lines<L: UnitLine>(
    path: &Path,
    mut take: impl FnMut(L),
    look: &mut dyn FnMut(&str, usize),
) -> Result<Head> {
    let unreadable = |error: std::io::Error| {
        Diagnostic::new(Code::FileUnreadable)
            .with("path", path.display())
            .with("reason", error)
            .at(Location::file(path))
    };
    let mut file = BufReader::new(open(path).map_err(unreadable)?);
    let (mut head, mut text, mut units) = (None, String::new(), HashSet::new());
    for number in 1.. {
        text.clear();
        if file.read_line(&mut text).map_err(unreadable)? == 0 {
            break;
        }
        look(&text, number);
        let broken = |error: serde_json::Error| broken(path, &text, number, &error);
        if head.is_none() {
            head = Some(serde_json::from_str(&text).map_err(broken)?);
        } else {
            let line: L = serde_json::from_str(&text).map_err(broken)?;
            if !units.insert(line.unit().to_owned()) {
                let twice = Diagnostic::new(Code::BadHistory).with("kind", "twice").with("id", line.unit());
                return Err(twice.at(at(path, &text, number, 1)));
            }
            take(line);
        }
    }
    head.ok_or_else(|| Diagnostic::new(Code::BadHistory).with("kind", "empty").at(Location::file(path)))
}

/// A line that cannot be read, shown where it stands.
fn broken(path: &Path, text: &str, number: usize, error: &serde_json::Error) -> Diagnostic {
    let kind = match error.classify() {
        Category::Eof => "cut",
        Category::Syntax | Category::Io => "syntax",
        Category::Data => "other",
    };
    let fault = Diagnostic::new(Code::BadHistory).with("kind", kind).with_detail("reason", error);
    fault.at(at(path, text, number, error.column().max(1)))
}

/// A place in a line.
fn at(path: &Path, text: &str, number: usize, column: usize) -> Location {
    Location::line(&Source::new(path, "\n".repeat(number - 1) + text), number, column)
}
