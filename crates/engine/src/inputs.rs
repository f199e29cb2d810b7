//! The hash of all that units' reports are made from but their own data: the program, `workspace.toml`, templates,
//! wording, house styles, plugins and what earlier periods came to. It takes in rather too much than too little.

use huibian_source::UnitRef;
use huibian_unit::Roster;
use std::fs;
use std::path::Path;

use blake3::{Hash, Hasher};

use crate::history::Archive;
use crate::installation;
use crate::program::Program;

/// Hashes what the reports of a program's workspace are made from.
pub fn shared(program: &Program, roster: &Roster) -> Hash {
    let workspace = &program.workspace;
    let mut inputs = Inputs(Hasher::new());
    inputs.text(env!("CARGO_PKG_VERSION"));
    inputs.program();
    workspace.program.iter().for_each(|program| inputs.text(program));
    inputs.text(&workspace.report);
    inputs.text(&workspace.period.to_string());
    inputs.text(&workspace.design.date.to_string());
    for root in [&workspace.folder, &workspace.installation] {
        inputs.files(root, "templates");
    }
    // A template or a style may lie elsewhere.
    workspace.design.templates.texts().for_each(|text| inputs.text(text));
    workspace.design.word.iter().for_each(|word| inputs.bytes(&word.bytes));
    inputs.text(&serde_json::to_string(&workspace.design.style).unwrap_or_default());
    inputs.files(&workspace.folder, "wording");
    // Of later periods, and this one, nothing is told.
    for path in Archive::of(&workspace.folder, &workspace.report).before(workspace.period) {
        inputs.text(&path.file_name().unwrap_or_default().to_string_lossy());
        inputs.content(&path);
    }
    inputs.file(&workspace.folder, "workspace.toml");
    if let Some((path, _)) = &workspace.reference {
        inputs.content(path);
    }
    for section in &program.sections {
        let plugin = &section.plugin;
        inputs.text(plugin.folder.manifest.id.as_str());
        inputs.file(&plugin.folder.path, "plugin.toml");
        inputs.files(&plugin.folder.path, "sections");
        inputs.files(&plugin.folder.path, "tables");
        inputs.text(plugin.code.as_deref().unwrap_or_default());
    }
    // A unit's text is searched for the others' names.
    for head in roster.units.iter().map(UnitRef::head) {
        inputs.text(&head.name);
        inputs.text(head.parent.as_deref().unwrap_or_default());
    }
    // Faces that this machine lacks: what stands in for them is in every PDF.
    for warning in &program.warnings {
        warning.arguments().iter().for_each(|(_, value)| inputs.text(&value.to_string()));
    }
    inputs.0.finalize()
}

struct Inputs(Hasher);

impl Inputs {
    fn bytes(&mut self, bytes: &[u8]) {
        self.0.update(&(bytes.len() as u64).to_le_bytes()).update(bytes);
    }

    fn text(&mut self, text: &str) {
        self.bytes(text.as_bytes());
    }

    /// A program that is being worked on changes under one version.
    fn program(&mut self) {
        if installation::built().is_none() {
            return;
        }
        let file = std::env::current_exe().and_then(fs::metadata);
        let modified = file.as_ref().ok().and_then(|file| file.modified().ok());
        self.text(&format!("{modified:?} {:?}", file.map(|file| file.len()).ok()));
    }

    fn file(&mut self, root: &Path, name: &str) {
        self.text(name);
        self.content(&root.join(name));
    }

    fn content(&mut self, path: &Path) {
        match fs::read(path) {
            Ok(bytes) => self.bytes(&bytes),
            Err(_) => self.text("none"),
        }
    }

    /// All files of a folder below `root`, in order of their names.
    fn files(&mut self, root: &Path, folder: &str) {
        let entries = fs::read_dir(root.join(folder)).into_iter().flatten().flatten();
        let mut names: Vec<String> =
            entries.map(|entry| format!("{folder}/{}", entry.file_name().to_string_lossy())).collect();
        names.sort();
        for name in names {
            let path = root.join(&name);
            if path.is_dir() {
                self.files(root, &name);
            } else if path.is_file() {
                self.file(root, &name);
            }
        }
    }
}
