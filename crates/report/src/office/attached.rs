//! The templates of attachments' texts, as the settings name them.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use huibian_config::KeyPlaces;
use huibian_config::bounds;
use huibian_diagnostic::{Code, Diagnostic, Faults};
use huibian_document::Settings;
use huibian_template::TemplateSet;

use super::template_name;
use crate::declarations::Declarations;
use crate::wording::attachment;

/// Where templates lie, in a workspace and in the installation.
const FOLDER: &str = "templates";

/// Reads the templates of the settings' attachments into `templates`, each once, from the first of the folders that has
/// it.
pub fn read_attachments(
    (settings, places): (&Settings, &KeyPlaces),
    roots: [&Path; 2],
    declared: Declarations<'_>,
    templates: &mut TemplateSet,
    faults: &mut Faults,
) {
    let mut read: Vec<&str> = Vec::new();
    for (index, setting) in settings.attachments.iter().flatten().enumerate() {
        let Some(path) = setting.template.as_deref().filter(|path| !read.contains(path)) else { continue };
        read.push(path);
        let place = places.value(&["attachments", &index.to_string(), "template"]);
        let files = roots.map(|root| root.join(path));
        let Some(file) = files.iter().find(|path| path.is_file()) else {
            faults.push(place.into_iter().fold(missing(path, roots), Diagnostic::at));
            continue;
        };
        if let Err(fault) = bounds::ensure_within(file, &roots) {
            faults.push(place.into_iter().fold(fault, Diagnostic::at));
            continue;
        }
        attachment(&template_name(path), file, declared, templates, faults);
    }
}

fn missing(path: &str, roots: [&Path; 2]) -> Diagnostic {
    let known = known(roots);
    let names: Vec<&str> = known.iter().map(String::as_str).collect();
    let list = if names.is_empty() { "–".to_owned() } else { names.join(", ") };
    let fault = Diagnostic::new(Code::NoAttachmentTemplate).with("path", path).with("known", list);
    fault.suggest(path, names)
}

/// The templates that there are, as settings name them.
fn known(roots: [&Path; 2]) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for root in roots {
        let mut folders = vec![root.join(FOLDER)];
        while let Some(folder) = folders.pop() {
            let paths = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
            let (inner, files): (Vec<PathBuf>, Vec<PathBuf>) = paths.partition(|path| path.is_dir());
            folders.extend(inner.into_iter().filter(|folder| !folder.is_symlink()));
            let templates = files.iter().filter(|path| path.extension().is_some_and(|end| end == "hbs"));
            names.extend(
                templates.filter_map(|path| Some(path.strip_prefix(root).ok()?.to_str()?.replace('\\', "/"))),
            );
        }
    }
    names
}
