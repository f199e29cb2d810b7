//! The hash of all that units' reports are made from but their own data: the program, `workspace.toml`, templates,
//! wording, house styles, plugins and what earlier periods came to. It takes in rather too much than too little. Files are
//! hashed before they are read to be used (`huibian_report::print`): one that is changed in between makes all anew, once.

use std::fs;

use blake3::Hash;
use huibian_config::Parts;
use huibian_diagnostic::Code;
use huibian_source::UnitRef;
use huibian_unit::Roster;

use crate::installation;
use crate::program::Program;

/// Hashes what the reports of a program's workspace are made from.
pub fn shared(program: &Program, roster: &Roster) -> Hash {
    let workspace = &program.workspace;
    let mut inputs = Parts::default();
    inputs.text(env!("CARGO_PKG_VERSION"));
    add_program(&mut inputs);
    workspace.program.iter().for_each(|program| inputs.text(program));
    inputs.text(&workspace.report);
    inputs.text(&workspace.period.to_string());
    inputs.text(&workspace.design.date.to_string());
    inputs.bytes(workspace.print.as_bytes());
    // A template or a style may lie elsewhere.
    workspace.design.templates.texts().for_each(|text| inputs.text(text));
    workspace.design.word.iter().for_each(|word| inputs.bytes(&word.bytes));
    inputs.text(&serde_json::to_string(&workspace.design.style).unwrap_or_default());
    // Of later periods, and this one, nothing is told.
    inputs.bytes(workspace.history.print.as_bytes());
    for section in &program.sections {
        inputs.text(section.plugin.folder.manifest.id.as_str());
        inputs.text(section.plugin.code.as_deref().unwrap_or_default());
    }
    // A unit's text is searched for the others' names.
    for head in roster.units.iter().map(UnitRef::head) {
        inputs.text(&head.name);
        inputs.text(head.parent.as_deref().unwrap_or_default());
    }
    // Faces that this machine lacks: what stands in for them is in every PDF. Whose date it is (W016) no report says.
    for warning in program.warnings.iter().filter(|warning| warning.code() != Code::OtherDate) {
        warning.arguments().iter().for_each(|(_, value)| inputs.text(&value.to_string()));
    }
    inputs.finish()
}

/// A program that is being worked on changes under one version.
fn add_program(inputs: &mut Parts) {
    if installation::built().is_some() {
        let file = std::env::current_exe().and_then(fs::metadata).ok();
        let modified = file.as_ref().and_then(|file| file.modified().ok());
        inputs.text(&format!("{modified:?} {:?}", file.map(|file| file.len())));
    }
}
