//! Who a unit is, known even where its data cannot be used.

use std::path::Path;

use huibian_contract::UnitId;
use huibian_diagnostic::Place;

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
    pub place: Place,
}

impl UnitHead {
    /// A unit as its file's name tells of it.
    pub fn of_file_name(file: &Path) -> Self {
        let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        Self { id: id_of(&name), name, parent: None, place: Place::file(file) }
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
