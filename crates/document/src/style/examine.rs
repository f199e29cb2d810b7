//! All that is wrong with a style's texts at once: keys that mean nothing, values that do not fit, what is missing, and values
//! that do not go together.

use std::collections::BTreeMap;
use std::fmt;

use toml::{Table, Value};

use super::keys::{KEYS, Key, PARAGRAPHS};
use super::kind::Kind;
use super::{HouseStyle, StyleError, layers};
use crate::length::Length;

/// Something wrong with one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    /// Which of the texts it is in, from 0.
    pub layer: usize,
    /// The key, part by part; levels of headings are numbers from 1.
    pub path: Vec<String>,
    /// What is wrong.
    pub what: Wrong,
}

/// What is wrong with a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// It means nothing; what could stand there.
    Unknown(Vec<&'static str>),
    /// Its value, as it is written, is not of its kind.
    Unfit(Kind, String),
    /// It holds no keys, and should.
    NoTable,
    /// It is not there.
    Missing,
    /// The sheet and its margins leave no room for two lines, or for one character: what they leave.
    NoRoom(Length),
    /// A length that does not go with others: it, and the least and the most that would.
    Beyond {
        /// The length.
        given: Length,
        /// The least and the most.
        range: [Length; 2],
    },
    /// Its name is that of another key's style.
    Taken(String),
}

impl Flaw {
    /// The key with dots: `paragraphs.title.size`.
    pub fn key(&self) -> String {
        self.path.join(".")
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = self.key();
        match &self.what {
            Wrong::Unknown(known) => write!(f, "{key}: unknown; there are {}", known.join(", ")),
            Wrong::Unfit(kind, given) => write!(f, "{key}: {given} is no {}", kind.word()),
            Wrong::NoTable => write!(f, "{key}: a table of keys"),
            Wrong::Missing => write!(f, "{key}: missing"),
            Wrong::NoRoom(room) => write!(f, "{key}: the margins leave {room} for text"),
            Wrong::Beyond { given, range: [least, most] } => {
                write!(f, "{key}: {given} is not {least} to {most}")
            }
            Wrong::Taken(by) => write!(f, "{key}: the name is taken by {by}"),
        }
    }
}

/// A style as its texts say it, and what is wrong with them.
pub struct Examined {
    /// The style; none where it lacks something.
    pub style: Option<HouseStyle>,
    /// Every value that holds.
    pub whole: Table,
    /// Everything that is wrong, in the order of the keys. The style has been read without what does not fit.
    pub flaws: Vec<Flaw>,
}

/// Reads texts, each over those before it, the first of which says everything.
///
/// # Errors
/// The number of the text that is no TOML, and why.
pub fn examine(texts: &[&str]) -> Result<Examined, (usize, StyleError)> {
    let (mut flaws, mut whole, mut tables) = (Vec::new(), Table::new(), Vec::new());
    for (layer, text) in texts.iter().enumerate() {
        let table: Table = text.parse().map_err(|error: toml::de::Error| {
            (layer, StyleError { message: error.message().to_owned(), span: error.span() })
        })?;
        let mut walk = Walk { layer, path: Vec::new(), flaws: Vec::new() };
        let fitting = walk.table(&table);
        flaws.append(&mut walk.flaws);
        layers::merge(&mut whole, fitting);
        tables.push(table);
    }
    let last = texts.len().saturating_sub(1);
    let missing = missing(&whole);
    let told = |path: &[String]| flaws.iter().any(|flaw: &Flaw| path.starts_with(&flaw.path));
    let untold: Vec<_> = missing.iter().filter(|path| !told(path)).cloned().collect();
    flaws.extend(untold.into_iter().map(|path| Flaw { layer: last, path, what: Wrong::Missing }));
    if !missing.is_empty() {
        return Ok(Examined { style: None, whole, flaws });
    }
    let style: HouseStyle = Value::Table(whole.clone()).try_into().map_err(|error: toml::de::Error| {
        let message = error.to_string().trim().replace('\n', " ");
        (last, StyleError { message, span: None })
    })?;
    for ways in across(&style) {
        // The uppermost text that speaks of it.
        let said = (0..tables.len()).rev().find_map(|layer| {
            ways.iter().find(|(path, _)| has(&tables[layer], path)).map(|way| (layer, way.clone()))
        });
        let (layer, (path, what)) = said.unwrap_or_else(|| (last, ways[0].clone()));
        let is_same = |flaw: &Flaw| flaw.layer == layer && flaw.path == path;
        if !flaws.iter().any(is_same) {
            flaws.push(Flaw { layer, path, what });
        }
    }
    Ok(Examined { style: Some(style), whole, flaws })
}

/// Goes down a table, keeping what fits.
struct Walk {
    layer: usize,
    path: Vec<String>,
    flaws: Vec<Flaw>,
}

impl Walk {
    fn table(&mut self, table: &Table) -> Table {
        let mut fitting = Table::new();
        for (key, value) in table {
            self.path.push(key.clone());
            if let Some(value) = self.value(value) {
                fitting.insert(key.clone(), value);
            }
            self.path.pop();
        }
        fitting
    }

    fn value(&mut self, value: &Value) -> Option<Value> {
        if let Some(key) = Key::at(&self.path) {
            if key.kind.fits(value) {
                return Some(value.clone());
            }
            return self.wrong(Wrong::Unfit(key.kind, value.to_string()));
        }
        let known = known(&self.path[..self.path.len() - 1]);
        if !self.path.last().is_some_and(|part| known.contains(&part.as_str())) {
            return self.wrong(Wrong::Unknown(known));
        }
        match value {
            Value::Table(table) if self.path != ["headings"] => Some(Value::Table(self.table(table))),
            Value::Array(levels) if self.path == ["headings"] => {
                let mut fitting = Vec::with_capacity(levels.len());
                for (level, value) in (1..).zip(levels) {
                    self.path.push(level.to_string());
                    match value.as_table() {
                        Some(table) => fitting.push(Value::Table(self.table(table))),
                        None => fitting.extend(self.wrong(Wrong::NoTable)),
                    }
                    self.path.pop();
                }
                Some(Value::Array(fitting))
            }
            _ => self.wrong(Wrong::NoTable),
        }
    }

    fn wrong(&mut self, what: Wrong) -> Option<Value> {
        self.flaws.push(Flaw { layer: self.layer, path: self.path.clone(), what });
        None
    }
}

/// What may stand below a path.
fn known(path: &[String]) -> Vec<&'static str> {
    if path == ["paragraphs"] {
        return PARAGRAPHS.iter().map(|(kind, _)| *kind).collect();
    }
    let mut known: Vec<&'static str> = Vec::new();
    for key in KEYS {
        let mut parts = key.path.split('.');
        let same = path.iter().all(|part| parts.next().is_some_and(|known| known == "*" || known == part));
        if let (true, Some(next)) = (same, parts.next())
            && !known.contains(&next)
        {
            known.push(next);
        }
    }
    known
}

/// The keys that a whole style lacks.
fn missing(whole: &Table) -> Vec<Vec<String>> {
    let mut missing = Vec::new();
    for key in KEYS.iter().filter(|key| key.required) {
        let parts: Vec<&str> = key.path.split('.').collect();
        let mut want = |path: Vec<String>| {
            if !has(whole, &path) {
                missing.push(path);
            }
        };
        let path = |kind: &str| [parts[0], kind, parts[2]].map(str::to_owned).to_vec();
        match parts[0] {
            "paragraphs" => PARAGRAPHS.iter().for_each(|(kind, _)| want(path(kind))),
            "headings" => {
                let levels = whole.get("headings").and_then(Value::as_array).map_or(0, Vec::len);
                (1..=levels.max(1)).for_each(|level| want(path(&level.to_string())));
            }
            _ => want(parts.iter().map(|part| (*part).to_owned()).collect()),
        }
    }
    missing
}

fn has(table: &Table, path: &[String]) -> bool {
    value_at(table, path).is_some()
}

/// The value at a path.
pub fn value_at<'t>(table: &'t Table, path: &[String]) -> Option<&'t Value> {
    let (first, rest) = path.split_first()?;
    let mut value = table.get(first)?;
    for part in rest {
        value = match value {
            Value::Table(table) => table.get(part)?,
            Value::Array(levels) => levels.get(part.parse::<usize>().ok()?.checked_sub(1)?)?,
            _ => return None,
        };
    }
    Some(value)
}

/// The ways to see one thing that is wrong: a key each, and what is wrong with it.
type Ways = Vec<(Vec<String>, Wrong)>;

/// What each value alone lets pass and no document can be made of.
fn across(style: &HouseStyle) -> Vec<Ways> {
    let mut found = Vec::new();
    let (width, height) = (style.text_width(), style.text_height());
    let all = |keys: &[&str], what: &Wrong| keys.iter().map(|key| (path(key), what.clone())).collect();
    if width <= style.paragraphs.body.size {
        let keys = ["page.left", "page.right", "page.width", "paragraphs.body.size"];
        found.push(all(&keys, &Wrong::NoRoom(width)));
    }
    if height <= style.text.line.times(2, 1) {
        let keys = ["page.top", "page.bottom", "page.height", "text.line"];
        found.push(all(&keys, &Wrong::NoRoom(height)));
    }
    found.extend(tracking(style));
    found.extend(lines(style));
    let paragraphs = style.paragraph_styles();
    let paragraphs = paragraphs.iter().map(|(key, style)| (format!("paragraphs.{key}.name"), &style.name));
    let headings = (1..).zip(&style.headings);
    let headings = headings.map(|(level, heading)| (format!("headings.{level}.name"), &heading.name));
    let mut names: BTreeMap<&str, String> = BTreeMap::new();
    for (key, name) in paragraphs.chain(headings) {
        match names.get(name.as_str()) {
            Some(by) => found.push(vec![(path(&key), Wrong::Taken(by.clone()))]),
            None => _ = names.insert(name, key),
        }
    }
    found
}

fn path(key: &str) -> Vec<String> {
    key.split('.').map(str::to_owned).collect()
}

/// Tracking that puts characters over each other, or so far apart that nobody reads them together.
fn tracking(style: &HouseStyle) -> Option<Ways> {
    let (size, given) = (style.paragraphs.body.size, style.text.tracking);
    let range = [size.times(-1, 2), size.times(4, 1)];
    let is_readable = (range[0]..=range[1]).contains(&given);
    (!is_readable).then(|| vec![(path("text.tracking"), Wrong::Beyond { given, range })])
}

/// Lines of less than half the size of their type, which cut it; the largest type of a line that several share.
fn lines(style: &HouseStyle) -> Vec<Ways> {
    let body = &style.paragraphs.body;
    let paragraphs = style.paragraph_styles().into_iter().filter(|(key, _)| *key != "image");
    let paragraphs = paragraphs.map(|(key, own)| (format!("paragraphs.{key}"), true, own.clone()));
    let headings = (1..).zip(&style.headings);
    let headings =
        headings.map(|(level, own)| (format!("headings.{level}"), own.size.is_some(), own.paragraph(body)));
    let mut cut: Vec<(Length, Ways)> = Vec::new();
    for (key, has_size, own) in paragraphs.chain(headings) {
        let (size, line) = (own.size, own.line.unwrap_or(style.text.line));
        let least = size.times(1, 2);
        if line >= least {
            continue;
        }
        let too_low = Wrong::Beyond { given: line, range: [least, bounds(Kind::Line)[1]] };
        let too_large = Wrong::Beyond { given: size, range: [bounds(Kind::Type)[0], line.times(2, 1)] };
        let size_key = if has_size { format!("{key}.size") } else { "paragraphs.body.size".to_owned() };
        let ways = vec![
            (path(&format!("{key}.line")), too_low.clone()),
            (path(&size_key), too_large),
            (path("text.line"), too_low),
        ];
        cut.push((size, ways));
    }
    cut.sort_by_key(|(size, _)| std::cmp::Reverse(*size));
    cut.into_iter().map(|(_, ways)| ways).collect()
}

/// The least and the most of a kind of lengths.
fn bounds(kind: Kind) -> [Length; 2] {
    let (least, most) = kind.range().unwrap_or_default();
    [least, most].map(|bound| bound.parse().unwrap_or_default())
}

impl HouseStyle {
    /// Reads a style from its TOML text, which says everything itself.
    ///
    /// # Errors
    /// [`StyleError`] for text that is no TOML, a key that is unknown or missing, or a value that does not fit.
    pub fn parse(text: &str) -> Result<Self, StyleError> {
        Self::layered(&[text])
    }

    /// Reads a style from the TOML texts of those that it inherits from, the first of which says everything, and its own.
    ///
    /// # Errors
    /// As [`HouseStyle::parse`], for the first fault; [`examine`] tells of all.
    pub fn layered(texts: &[&str]) -> Result<Self, StyleError> {
        let examined = examine(texts).map_err(|(_, error)| error)?;
        let message = examined.flaws.first().map(ToString::to_string).unwrap_or_default();
        let style = examined.style.filter(|_| examined.flaws.is_empty());
        style.ok_or(StyleError { message, span: None })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = include_str!("../../../../templates/styles/gbt9704.toml");

    fn told(own: &str) -> Vec<String> {
        let examined = examine(&[WHOLE, own]).unwrap_or_else(|(_, error)| panic!("{own}: {error}"));
        examined.flaws.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_whole_style_has_every_key_and_no_other() {
        let examined = examine(&[WHOLE]).unwrap_or_else(|(_, error)| panic!("{error}"));
        assert_eq!(examined.flaws, []);
        let written = Table::try_from(examined.style.unwrap()).unwrap();
        let mut walk = Walk { layer: 0, path: Vec::new(), flaws: Vec::new() };
        walk.table(&written);
        assert_eq!(walk.flaws, [], "every field of the type is a key");
    }

    #[test]
    fn every_key_that_must_be_there_is_missed_and_no_other() {
        let whole: Table = WHOLE.parse().unwrap();
        for key in KEYS {
            let path =
                key.path.replace("paragraphs.*", "paragraphs.title").replace("headings.*", "headings.1");
            let mut less = whole.clone();
            let parts: Vec<&str> = path.split('.').collect();
            let (last, above) = parts.split_last().unwrap();
            let mut table = &mut less;
            for part in above.iter().filter(|part| **part != "1") {
                table = match table.get_mut(*part).unwrap() {
                    Value::Array(levels) => levels[0].as_table_mut().unwrap(),
                    inner => inner.as_table_mut().unwrap(),
                };
            }
            if table.remove(*last).is_none() {
                assert!(!key.required, "{path} is not in the style");
                continue;
            }
            let flaws: Vec<String> = examine(&[&less.to_string()])
                .unwrap_or_else(|(_, e)| panic!("{e}"))
                .flaws
                .iter()
                .map(Flaw::key)
                .collect();
            assert_eq!(flaws, if key.required { vec![path.clone()] } else { Vec::new() }, "{path}");
        }
    }

    #[test]
    fn all_that_is_wrong_is_told_at_once() {
        let own = "nam = \"x\"\npage = { top = \"37\", botom = \"1mm\" }\n[paragraphs.titel]\nsize = \"1pt\"\n\
                   [paragraphs.body]\nalign = \"middle\"\n[words]\nnote = \"{text}\"\n[text]\nline = \"0pt\"\n\
                   [notes]\nname = \"\"\n[enumeration]\nlabel = 3\n[signature]\ninset = \"2\"";
        let told = told(own);
        assert_eq!(told.len(), 10, "{told:#?}");
        for key in [
            "nam:",
            "page.top:",
            "page.botom:",
            "paragraphs.titel:",
            "paragraphs.body.align:",
            "words.note:",
            "text.line:",
            "notes.name:",
            "enumeration.label:",
            "signature.inset:",
        ] {
            assert!(told.iter().any(|flaw| flaw.starts_with(key)), "{key} {told:#?}");
        }
    }

    #[test]
    fn what_does_not_go_together_is_told_where_it_is_said() {
        assert_eq!(told("[page]\nright = \"190mm\"").len(), 1);
        assert!(told("[page]\nright = \"190mm\"")[0].starts_with("page.right: the margins leave -"));
        assert!(told("[page]\ntop = \"250mm\"")[0].starts_with("page.top: the margins leave 34.0"));
        assert_eq!(
            told("[paragraphs.body]\nname = \"公文标题\""),
            ["paragraphs.body.name: the name is taken by paragraphs.title.name"]
        );
        assert_eq!(told("[text]\ntracking = \"-100pt\""), ["text.tracking: -100pt is not -8pt to 64pt"]);
        assert_eq!(told("[text]\nline = \"2pt\""), ["text.line: 2pt is not 8pt to 1584pt"]);
        assert_eq!(
            told("[paragraphs.title]\nsize = \"200pt\""),
            ["paragraphs.title.size: 200pt is not 1pt to 66pt"]
        );
        assert!(
            told("[paragraphs.body]\nsize = \"1000pt\"")[0].starts_with("paragraphs.body.size: the margins")
        );
        assert_eq!(told("headings = 3"), ["headings: a table of keys"]);
        assert_eq!(told("[[headings]]\nname = \"一级\"\nface = \"黑体\""), ["headings.1.label: missing"]);
    }
}
