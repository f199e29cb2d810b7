//! A table of units in CSV, in whatever encoding and with whatever delimiter.

use crate::office::Office;

/// Checks a workspace whose units are in the table.
pub fn run(bytes: &[u8]) {
    let office = Office::new(Some("table = \"data/units.csv\""));
    office.put("data/units.csv", bytes);
    office.check();
}
