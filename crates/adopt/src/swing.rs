//! How a figure has changed, where tables have it as a number with its sign: −12 for 减少12件.

use std::fmt::Write;

use crate::declare::quoted;
use crate::plan::{FieldKind, Plan};
use huibian_sample::change;
use huibian_sample::token::value;

/// The words that a change is told in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Swing {
    /// Digits behind the point.
    pub digits: usize,
    /// What stands before a figure that is more, and before one that is less.
    pub before: [String; 2],
    /// What stands behind them.
    pub behind: [String; 2],
    /// What is said where nothing has changed.
    pub same: String,
}

/// The counts that a change is told by: its size, and what is 0 where it is more, less, or neither.
pub const PARTS: [&str; 4] = ["size", "more", "less", "same"];

impl Swing {
    /// How a field is told, where all reports tell it alike and tables have it as a number.
    pub fn of(plan: &Plan, number: usize) -> Option<Self> {
        let field = &plan.fields[number];
        let mut columns = plan.columns(number).peekable();
        columns.peek()?;
        if field.kind != FieldKind::Comparison || !columns.all(|column| column.holds_numbers) {
            return None;
        }
        let mut swing =
            Self { digits: 0, before: Default::default(), behind: Default::default(), same: String::new() };
        let mut is_known = [false; 2];
        let mut shown: Option<usize> = None;
        for text in field.texts.iter().flatten().filter(|text| !text.is_empty()) {
            let change = change::read(text)?;
            if change.sign == 0 {
                text.clone_into(&mut swing.same);
                continue;
            }
            let at = usize::from(change.sign < 0);
            let words = (change.before.to_owned(), change.behind.to_owned());
            if is_known[at] && words != (swing.before[at].clone(), swing.behind[at].clone()) {
                return None;
            }
            (is_known[at], swing.before[at], swing.behind[at]) = (true, words.0, words.1);
            let digits = change.number.split_once('.').map_or(0, |(_, digits)| digits.len());
            if change.number.contains(',') || shown.is_some_and(|shown| shown != digits) {
                return None;
            }
            shown = Some(digits);
        }
        swing.digits = shown?;
        if swing.same.is_empty() {
            "持平".clone_into(&mut swing.same);
        }
        is_known.iter().all(|known| *known).then_some(swing)
    }

    /// A change as a number, out of the words of a report or the cell of a table.
    pub fn number(&self, text: &str) -> Option<String> {
        let number =
            change::read(text).map_or_else(|| value(&text.replace('−', "-")), |change| change.value())?;
        Some(format!("{number:.*}", self.digits))
    }

    /// What its counts come to.
    pub fn counts(&self, name: &str, text: &str) -> Vec<(String, String)> {
        let Some(number) = self.number(text) else { return Vec::new() };
        let signed = value(&number).unwrap_or(0.0);
        let is = |holds: bool| usize::from(!holds).to_string();
        let parts = [
            number.trim_start_matches('-').to_owned(),
            is(signed > 0.0),
            is(signed < 0.0),
            is(signed == 0.0),
        ];
        let named = PARTS.iter().zip(parts).map(|(part, number)| (format!("{name}_{part}"), number));
        [(name.to_owned(), number)].into_iter().chain(named).collect()
    }

    /// Its counts in plugin.toml.
    pub fn push(&self, toml: &mut String, name: &str, label: &str, is_required: bool) {
        let kind = format!("kind = \"decimal\"\nscale = {}\n", self.digits);
        let required = if is_required { "required = true\n" } else { "" };
        let alone = crate::declare::ALONE;
        let _ = write!(
            toml,
            "\n[counts.{name}]\nlabel = {}\n{kind}min = -1000000000000\nnumber = {}\n{required}{alone}",
            quoted(label),
            quoted(name)
        );
        let rules = [
            format!("{name} < 0 ? 0 - {name} : {name}"),
            format!("{name} > 0 ? 0 : 1"),
            format!("{name} < 0 ? 0 : 1"),
            format!("{name} == 0 ? 0 : 1"),
        ];
        for (part, rule) in PARTS.iter().zip(rules) {
            let words = match *part {
                "size" => String::new(),
                "more" => self.before[0].clone(),
                "less" => self.before[1].clone(),
                _ => self.same.clone(),
            };
            let kind = if *part == "size" { kind.as_str() } else { "" };
            let _ = write!(
                toml,
                "\n[counts.{name}_{part}]\nlabel = {}\n{kind}expr = {}\n{required}{alone}",
                quoted(&format!("{label}·{}", if words.is_empty() { part } else { words.trim() })),
                quoted(&rule)
            );
        }
    }
}
