//! Who a unit is, known even where its data cannot be used.

use std::path::Path;

use huibian_contract::UnitId;
use huibian_contract::text::{is_allowed, name as seen};
use huibian_diagnostic::Location;

use crate::values::{Datum, Entries, Locate, Node, find};
use huibian_sheet::Sheet;
use huibian_sheet::heads::{is_surely_unit, plain};
use huibian_sheet::line_kind::{LineKind, of_label};

/// How many characters a unit's name has at most; those of the longest offices have some forty.
pub const MOST_OF_NAME: usize = 200;

/// Who a unit is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnitHead {
    /// The unit's id: the file's stem unless the file says otherwise.
    pub id: UnitId,
    /// The unit's name; the id where the file cannot be read so far.
    pub name: String,
    /// The unit above it, by id or name, where its file says so.
    pub parent: Option<String>,
    /// Where the unit is declared.
    pub place: Location,
}

impl UnitHead {
    /// A unit as its file's name tells of it.
    pub fn of_file_name(file: &Path) -> Self {
        let name = seen(&file.file_stem().unwrap_or_default().to_string_lossy()).into_owned();
        Self { id: id_of(&name), name, parent: None, place: Location::file(file) }
    }

    /// A unit as the sheet that is its own is called.
    pub(crate) fn of_sheet(sheet: &Sheet) -> Self {
        let name = seen(&sheet.name).into_owned();
        Self { id: id_of(&name), name, parent: None, place: sheet.place(0, 0) }
    }

    /// Takes from `[unit]` what can be used. What is wrong with the rest is for the unit's reader to tell.
    pub fn read(&mut self, entries: &Entries<'_>, places: &dyn Locate) {
        let Some((key, Node { datum: Datum::Table(unit), .. })) =
            entries.iter().find(|(key, _)| key.name == "unit")
        else {
            return;
        };
        self.place = places.locate(key.location);
        let text = |name: &str| match find(unit, name) {
            Some(Node { datum: Datum::Text(text), location }) if is_usable(text) => {
                Some((text.as_ref(), *location))
            }
            _ => None,
        };
        if let Some((id, location)) = text("id") {
            self.place = places.locate(location);
            if let Ok(id) = UnitId::new(&seen(id)) {
                self.id = id;
            }
        }
        if let Some((name, _)) = text("name") {
            self.name = seen(name).into_owned();
        }
        if let Some((parent, _)) = text("parent") {
            self.parent = Some(seen(parent).into_owned());
        }
    }
}

/// The id of a unit that gives none: its name, signs that an id may not have become `_`.
pub fn id_of(name: &str) -> UnitId {
    let mended = |c: char| if c.is_alphanumeric() || "-_.".contains(c) { c } else { '_' };
    let mended: String = std::iter::once('u').chain(name.chars().map(mended)).take(32).collect();
    match UnitId::new(name).or_else(|_| UnitId::new(&mended)) {
        Ok(id) => id,
        Err(_) => unreachable!("a mended name follows the rule of ids"),
    }
}

/// The unit that a text says after its label: `填报单位（盖章）：云溪镇`, whatever else stands behind it. A place for a seal, or the next
/// label, is none.
pub(crate) fn unit_said(text: &str) -> Option<&str> {
    let (label, name) = text.split_once(['：', ':'])?;
    let label = plain(label);
    let label = label.split_once('(').map_or(&*label, |(label, _)| label);
    let name = name.trim();
    let further = name.split_once(char::is_whitespace).filter(|(_, rest)| rest.contains(['：', ':']));
    let name = further.map_or(name, |(name, _)| name);
    let sealed =
        name.rsplit_once(['（', '(']).filter(|(_, seal)| seal.trim_end_matches(['）', ')']).ends_with('章'));
    let name = sealed.map_or(name, |(name, _)| name).trim().trim_matches('_');
    let is_label =
        name.contains(['：', ':']) || of_label(name).is_some_and(|sign| sign.kind == LineKind::Note);
    (is_surely_unit(label) && !name.is_empty() && !is_label).then_some(name)
}

/// Whether a text says anything, in characters that a document may hold, and no more than a name does.
fn is_usable(text: &str) -> bool {
    let is_name = text.len() <= MOST_OF_NAME || text.chars().count() <= MOST_OF_NAME;
    is_name && !seen(text).is_empty() && text.chars().all(is_allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_what_a_line_says_behind_its_label() {
        for text in [
            "填报单位（盖章）：云溪镇",
            "单位：云溪镇（盖章）",
            "填报单位：云溪镇    填报日期：2023年7月3日",
            "报送单位:__云溪镇__",
        ] {
            assert_eq!(unit_said(text), Some("云溪镇"), "{text}");
        }
        for text in [
            "填报单位：（盖章）",
            "填报单位：",
            "填报单位：  填报日期：2023年7月3日",
            "单位：_____",
            "投入：云溪镇",
            "填报单位：填报日期",
        ] {
            assert_eq!(unit_said(text), None, "{text}");
        }
    }
}
