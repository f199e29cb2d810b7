//! An office's own Word file as a report's template: the names that it may use, and the slots that it places.

use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use huibian_config::place_of;
use huibian_contract::{IndexMap, Name};
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Severity, Source};
use huibian_docx::MOST_BYTES;
use huibian_host::PluginFolder;
use huibian_picture::outward_drawing;
use huibian_soffice::{Unconverted, docx};
use huibian_template::{Entry, FrontMatter, NameKind, SlotKind, SlotSpec, TemplateSet};
use huibian_wordform::{Refused, SlotUse, WordTemplate, Words};
use toml::de::{DeTable, DeValue};

use crate::declarations::Declarations;
use crate::design::Design;
use crate::wording::{REPORT, report_scope, section_names};

/// Reads a file into `templates`. It sees what a report's template sees, and the facts and fields of each plugin under its id.
pub fn read(
    path: &Path,
    declared: Declarations<'_>,
    templates: &mut TemplateSet,
    faults: &mut Faults,
) -> Option<Arc<WordTemplate>> {
    let word = bytes(path).map_err(Refused::from).and_then(|bytes| {
        let docx = docx(path, bytes.clone()).map_err(|Unconverted(kind)| {
            let fault = Diagnostic::new(Code::WordTemplate).with("reason", "convert");
            fault.with("detail", kind).at(Location::file(path))
        })?;
        // What is made of a file by another program bears the hour; the file itself does not.
        let mut word = WordTemplate::read(path, &docx)?;
        word.bytes = bytes;
        let outward = word.constant().find_map(|(name, bytes)| outward_drawing(name, bytes));
        match outward {
            Some(detail) => {
                let fault = Diagnostic::new(Code::WordTemplate).with("reason", "external");
                Err(fault.with("detail", detail).at(Location::file(path)).into())
            }
            None => Ok(word),
        }
    });
    let mut scope = report_scope(declared);
    for PluginFolder { manifest, .. } in declared.plugins {
        for (group, names) in section_names(manifest) {
            scope.declare(&format!("{group}.{}", manifest.id), Entry::given(NameKind::Group(names)));
        }
    }
    scope.declare("document.date", Entry::given(NameKind::Date));
    scope.declare("document.recipients", Entry::optional(NameKind::List(Box::new(NameKind::Text))));
    scope.is_word_file = true;
    let mut own = Faults::new();
    let (word, found) = match word {
        Ok(word) => {
            refuse_unfilled_slots(&word.slots, declared.plugins, &mut own);
            own.extend(word.faults.clone());
            scope.slots = front(&word.slots).declared();
            let added = templates.add_pieces(REPORT, &word.source, &word.marked, &scope);
            (Some(Arc::new(word)), added.err().unwrap_or_default())
        }
        Err(Refused { faults: found, words }) => {
            own.extend(found);
            let named = words.as_ref().map_or(&[][..], |words| &words.slots);
            refuse_unfilled_slots(named, declared.plugins, &mut own);
            scope.slots = front(named).declared();
            let told = |words: Words| templates.faults_of_words(&words.source, &words.sound, &scope);
            (None, words.map(told).unwrap_or_default())
        }
    };
    // A control around a list asks whether it is there and goes through it: what is wrong with its name is one fault.
    let mut known = BTreeSet::new();
    let place = |fault: &Diagnostic| fault.location().and_then(Location::line_and_column);
    let line = |fault: &Diagnostic| place(fault).map(|(line, _)| line);
    own.extend(found.into_iter().filter(|it| known.insert((line(it), it.fingerprint_without_place()))));
    own.sort_by_key(place);
    faults.extend(own);
    word
}

fn bytes(path: &Path) -> huibian_diagnostic::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let read =
        huibian_config::file::open(path).and_then(|file| file.take(MOST_BYTES + 1).read_to_end(&mut bytes));
    read.map_err(|error| {
        Diagnostic::new(Code::FileUnreadable).with("path", path.display()).with("reason", error)
    })?;
    Ok(bytes)
}

/// What a file declares of itself: its slots.
pub fn front(slots: &[SlotUse]) -> FrontMatter {
    let mut front = FrontMatter::default();
    for slot in slots {
        let kind = if slot.is_block { SlotKind::Sections } else { SlotKind::Items };
        front.slots.insert(slot.name.clone(), SlotSpec { kind, required: false, run_in: false });
        front.places.insert(slot.name.clone(), slot.place.clone());
    }
    front
}

/// T012 for each slot that no plugin fills: under a misspelt name all that plugins say would be left out.
fn refuse_unfilled_slots(slots: &[SlotUse], plugins: &[PluginFolder], faults: &mut Faults) {
    let known = plugins.iter().flat_map(|plugin| &plugin.manifest.slots);
    let known: BTreeSet<&str> = known.map(Name::as_str).collect();
    for slot in slots.iter().filter(|slot| !known.contains(slot.name.as_str())) {
        faults.push(
            Diagnostic::new(Code::SlotUse)
                .with("slot", &slot.name)
                .with("reason", "unfilled")
                .suggest(&slot.name, known.iter().copied())
                .at(slot.place.clone()),
        );
    }
}

/// T027 for each kind of thing in a design's Word file that some of these formats lack, T029 for what people left in it.
pub fn beside(design: &Design, formats: &[&str]) -> Vec<Diagnostic> {
    let others: Vec<&str> = formats.iter().copied().filter(|name| !matches!(*name, "docx" | "pdf")).collect();
    let kinds = design.word.iter().flat_map(|word| word.beside());
    let remarks = kinds.filter_map(|(kind, lacking)| {
        let lacks = |name: &&&str| lacking.is_none_or(|lacking| lacking.contains(*name));
        let formats: Vec<&str> = others.iter().filter(lacks).copied().collect();
        let remark = Diagnostic::new(Code::WordTemplateBeside).with("kind", kind);
        (!formats.is_empty()).then(|| remark.with("formats", formats.join(", ")))
    });
    let left = design.word.iter().flat_map(|word| word.left());
    let left = left.map(|kind| Diagnostic::new(Code::WordTemplateLeft).with("kind", kind));
    remarks.chain(left).map(|found| found.weighing(Severity::Note)).collect()
}

/// T026 for each setting of an official document: the file has all that it could say.
pub fn refuse_settings(workspace: &Arc<Source>, faults: &mut Faults) {
    let Ok(file) = DeTable::parse(&workspace.text) else { return };
    let Some(DeValue::Table(settings)) = file.get_ref().get("document").map(toml::Spanned::get_ref) else {
        return;
    };
    let keys: IndexMap<String, ()> = settings.keys().map(|key| (key.get_ref().to_string(), ())).collect();
    for key in keys.keys() {
        let fault = Diagnostic::new(Code::WordTemplate)
            .with("reason", "setting")
            .with("detail", format!("document.{key}"));
        faults.push(fault.at(place_of(workspace, &["document", key])));
    }
}
