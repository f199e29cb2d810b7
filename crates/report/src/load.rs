//! Everything that a report is made after, read from its files and checked before any unit is.

use std::path::Path;
use std::sync::Arc;

use huibian_config::KeyPlaces;
use huibian_diagnostic::{Faults, Source};
use huibian_document::{HouseStyle, Settings};
use huibian_template::{FrontMatter, TemplateSet};
use huibian_wordform::WordTemplate;

use crate::chart::Charts;
use crate::declarations::Declarations;
use crate::office::read_attachments;
use crate::outline;
use crate::picture::Album;
use crate::table::Tables;
use crate::word_file;
use crate::wording::{ignored_files, partials, report_template, sections};

/// Where a report's templates and all that they place are looked for.
pub struct DesignFiles<'w> {
    /// The workspace's folder and the installation's.
    pub roots: [&'w Path; 2],
    /// The report's template, where it was found.
    pub template: Option<&'w Path>,
    /// `workspace.toml`.
    pub workspace: &'w Arc<Source>,
    /// What `workspace.toml` sets of official documents.
    pub settings: &'w Settings,
    /// The typography, where it could be read.
    pub style: Option<&'w HouseStyle>,
    /// What templates may speak of.
    pub declared: Declarations<'w>,
}

/// What was read of a report's design.
pub struct LoadedDesign {
    /// What the report template declares; nothing where it could not be read.
    pub front: Option<FrontMatter>,
    /// The office's own Word file, where that is the report's template.
    pub word: Option<Arc<WordTemplate>>,
    /// Every template.
    pub templates: TemplateSet,
    /// What workspace and template set of official documents.
    pub settings: Settings,
    /// Where that is set.
    pub declared: KeyPlaces,
    /// The tables that templates place.
    pub tables: Tables,
    /// The charts that templates place.
    pub charts: Charts,
    /// The pictures that templates name.
    pub album: Album,
}

/// Reads a report's design; `album` has no pictures yet. All that is wrong goes to `faults`: T, E, I, C codes.
pub fn load(files: &DesignFiles<'_>, mut album: Album, faults: &mut Faults) -> LoadedDesign {
    let DesignFiles { roots, template, workspace, style, declared: all, .. } = *files;
    let [folder, installation] = roots;
    let mut templates = TemplateSet::default();
    partials(folder, installation, &mut templates, faults);
    let word = template.filter(|path| huibian_soffice::is_word_file(path));
    let word = word.and_then(|path| word_file::read(path, all, &mut templates, faults));
    let front = match (template, &word) {
        (_, Some(word)) => Some(word_file::front(&word.slots)),
        (Some(path), None) if !huibian_soffice::is_word_file(path) => {
            report_template(path, all, &mut templates, faults).map_err(|fault| faults.push(fault)).ok()
        }
        _ => None,
    };
    let settings = front.as_ref().map(|front| front.document.clone()).unwrap_or_default();
    let settings = settings.over(files.settings);
    let head = front.as_ref().and_then(|front| front.head.as_ref());
    let declared = KeyPlaces::below("document", head.into_iter().chain([workspace]));
    read_attachments((&settings, &declared), roots, all, &mut templates, faults);
    if template.is_some_and(huibian_soffice::is_word_file) {
        word_file::refuse_settings(workspace, faults);
    }
    for plugin in all.plugins {
        let only = word.is_some();
        sections(plugin, all.plugins, folder, (front.as_ref(), only), &mut templates, faults);
    }
    if let Some(path) = template {
        outline::check(&templates, path, all.plugins, &settings, style, faults);
    }
    let mut tables = Tables::read(folder, installation, all, faults);
    tables.resolve(templates.uses(), faults);
    if faults.is_empty() {
        ignored_files(folder, all.plugins, faults);
    }
    album.load(templates.uses(), roots, faults);
    let charts = Charts::load(templates.uses(), roots, all, faults);
    LoadedDesign { front, word, templates, settings, declared, tables, charts, album }
}
