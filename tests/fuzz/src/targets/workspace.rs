//! The files of a workspace, as a check of it finds them: `workspace.toml`, a plugin's declaration and wording, a report's template, a
//! house style, a unit's data.

use crate::office::Office;

fn check(file: &str, bytes: &[u8]) {
    let office = Office::new(None);
    office.put(file, bytes);
    office.check();
}

/// `workspace.toml`.
pub fn workspace(bytes: &[u8]) {
    check("workspace.toml", bytes);
}

/// `plugin.toml`.
pub fn plugin(bytes: &[u8]) {
    check("plugins/works/plugin.toml", bytes);
}

/// A report's template.
pub fn template(bytes: &[u8]) {
    check("templates/report.hbs", bytes);
}

/// A plugin's wording, Markdown for the most part.
pub fn wording(bytes: &[u8]) {
    check("plugins/works/sections/results.hbs", bytes);
}

/// A house style.
pub fn style(bytes: &[u8]) {
    check("templates/styles/gbt9704.toml", bytes);
}

/// A unit's data.
pub fn unit(bytes: &[u8]) {
    check("data/u1.toml", bytes);
}
