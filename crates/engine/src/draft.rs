//! A unit on its way from its data file to its document: what each stage leaves for the next.

use std::panic::{AssertUnwindSafe, catch_unwind};

use huibian_check::{alike, data, earlier};
use huibian_contract::{Fact, IndexMap, Name, PluginId, Request, Response, UnitId};
use huibian_diagnostic::{Argument, Code, Diagnostic, Faults, Location, Result};
use huibian_document::{Assembled, Block, Inline, Paragraph};
use huibian_figure::Figures;
use huibian_report::chart::{ChartFigures, Member};
use huibian_report::office::numbering::{self, Numbered, numbered};
use huibian_report::table::Listed;
use huibian_report::{
    IllustrationInput, Illustrations, Owner, Report, ReportInput, SectionInput, Withheld, illustrate,
    typeset_alone, word,
};
use huibian_rollup::{Rounding, balance, facts, rounding_note};
use huibian_source::{UnitHead, UnitRef};
use huibian_text::{Signs, TextOwner};
use huibian_unit::{Locations, Unit};
use huibian_writers::fitting;

use crate::contribute::{self, Part, Section};
use crate::derive::derive;
use crate::history::Baseline;
use crate::outcome::{Outcome, Status};
use crate::workspace::Workspace;

/// What stands below a unit.
#[derive(Clone, Debug, Default)]
pub struct Children {
    /// The units right below it, for charts.
    pub members: Vec<Member>,
    /// The units that it is the sum of.
    pub units: Vec<UnitId>,
    /// What they come to; none where the report is not a roll-up.
    pub sums: Option<Figures>,
    /// Those units with their figures, for tables; none where the report is not a roll-up.
    pub listed: Option<Vec<Listed>>,
    /// What they gave that has no value above them.
    pub withheld: Withheld,
}

/// A unit's report in the making. A stage that fails says so in the outcome, and later ones leave the draft alone.
pub struct Draft<'s> {
    /// What is known of it so far.
    pub outcome: Outcome,
    /// Its data, where they could be read.
    unit: Option<Unit>,
    /// Its figures in earlier periods.
    pub past: Baseline,
    parts: Vec<Part<'s>>,
    report: Option<Report>,
    illustrations: Illustrations,
    /// What rounding did to its figures, and to those of the units below it.
    rounding: Rounding,
    below: Children,
    /// Its document, once it is typeset.
    pub assembled: Option<Assembled>,
}

impl<'s> Draft<'s> {
    /// Of a unit of which no more is known.
    fn new(head: UnitHead, past: Baseline) -> Self {
        Self {
            outcome: Outcome::new(head, Status::Done, Faults::new()),
            unit: None,
            past,
            parts: Vec::new(),
            report: None,
            illustrations: Illustrations::default(),
            rounding: Rounding::default(),
            below: Children::default(),
            assembled: None,
        }
    }

    /// Reads the unit.
    pub fn read(workspace: &Workspace, entry: &UnitRef) -> Self {
        let past = workspace.history.of(&entry.head().id);
        let mut draft = Self::new(entry.head().clone(), past);
        draft.step(|draft| {
            let (head, unit) = workspace.read_unit(entry);
            draft.outcome.head = head;
            match unit {
                Ok(mut unit) => {
                    draft.outcome.findings.append(&mut unit.findings);
                    draft.unit = Some(unit);
                }
                Err(faults) => faults.into_iter().for_each(|fault| draft.fail(fault)),
            }
        });
        draft
    }

    /// Does a stage's work. A fault of the program itself costs this unit, not the run.
    pub fn step(&mut self, work: impl FnOnce(&mut Self)) {
        let Err(panic) = catch_unwind(AssertUnwindSafe(|| work(self))) else { return };
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let reason = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("panic");
        (self.unit, self.report, self.assembled) = (None, None, None);
        self.fail(Diagnostic::new(Code::Internal).with_detail("reason", reason));
    }

    /// A parent's draft, from parts that are merged and not asked for.
    pub fn of_parent(
        head: UnitHead,
        unit: Unit,
        past: Baseline,
        parts: Vec<Part<'s>>,
        below: Children,
    ) -> Self {
        Self { unit: Some(unit), parts, below, ..Self::new(head, past) }
    }

    /// What of the unit's facts has a meaning above it, by plugin.
    fn merged_facts(&self) -> IndexMap<PluginId, IndexMap<Name, Fact>> {
        let parts = self.parts.iter().map(|part| {
            let manifest = &part.section.plugin.folder.manifest;
            (manifest.id.clone(), facts::merged(manifest, &part.contribution.facts))
        });
        parts.filter(|(_, facts)| !facts.is_empty()).collect()
    }

    /// What the unit gave that has no value above it and that templates ask for, by plugin.
    fn withheld(&self, workspace: &Workspace) -> IndexMap<PluginId, Vec<String>> {
        let design = &workspace.design;
        let parts = self.parts.iter().map(|Part { section, fields, contribution }| {
            let manifest = &section.plugin.folder.manifest;
            let mut names =
                facts::withheld(manifest, &contribution.facts, design.asks_for_fields.then_some(fields));
            names.retain(|name| name.split_once('.').is_some_and(|(_, name)| design.templates.mention(name)));
            (manifest.id.clone(), names)
        });
        parts.filter(|(_, names)| !names.is_empty()).collect()
    }

    /// What one plugin is asked for its part.
    pub fn request(&mut self, section: &Section, workspace: &Workspace) -> Option<Request> {
        contribute::request(section, workspace, self.unit.as_mut()?, &self.past)
    }

    /// Takes in what it answered. Where one plugin fails the others' parts, and their figures, stand.
    pub fn contribute(&mut self, section: &'s Section, request: Request, answer: Result<Response>) {
        let Some(unit) = &self.unit else { return };
        match contribute::part(section, request, answer) {
            Ok(part) => self.parts.push(part),
            Err(fault) => {
                let place = computed_from(&fault, &unit.places);
                let place = place.unwrap_or_else(|| self.outcome.head.place.clone());
                self.fail(fault.or_at(place));
            }
        }
    }

    /// Derives figures and findings.
    pub fn derive(&mut self, workspace: &Workspace) {
        let nowhere = Locations::default();
        let places = self.unit.as_ref().map_or(&nowhere, |unit| &unit.places);
        // A parent's are merged from what is carried over already.
        for part in self.parts.iter_mut().filter(|_| self.below.listed.is_none()) {
            let (unit, plugin) = (&self.outcome.head.id, &part.section.plugin.folder.manifest.id);
            workspace.history.carry_all_own(unit, plugin, &mut part.contribution.counts);
        }
        let (mut figures, mut findings) = derive(
            &mut self.parts,
            (&workspace.counts, self.below.sums.take()),
            workspace.period,
            places,
            &self.past,
        );
        workspace.across.add_up(&mut figures);
        findings.extend(workspace.across.findings(workspace.period, &figures, places));
        // A parent's are merged like its counts.
        if self.past.to_date.is_empty() && workspace.tells_to_date {
            workspace.history.add_up(&figures, &mut self.past);
        }
        let owner = self.unit.as_ref().map(|unit| TextOwner {
            identity: &unit.identity,
            recipients: &unit.recipients,
            period: workspace.period,
            names: workspace.unit_names(),
            places,
            figures: &figures,
            past: &self.past,
        });
        findings.extend(workspace.related.findings(&figures, &self.past, places));
        let mut signs = Signs::default();
        for part in &self.parts {
            let manifest = &part.section.plugin.folder.manifest;
            findings.extend(earlier::findings(manifest, &figures, &self.past, places));
            let (Some(unit), Some(owner)) = (&self.unit, owner) else { continue };
            let id = &unit.identity.id;
            let filed = |index| workspace.history.filed(id, index);
            findings.extend(earlier::outlying(manifest, &figures, places, filed));
            if !part.fields.is_empty() {
                findings.extend(earlier::gone(manifest, &figures, &self.past, places));
            }
            findings.extend(workspace.text_check.findings(owner, manifest, &part.fields, &mut signs));
            let prints = alike::prints(manifest, &part.fields, &unit.identity.name, places);
            findings.extend(alike::unchanged(&prints, manifest, workspace.period, |field| {
                workspace.history.text(id, field)
            }));
            self.outcome.prints.extend(prints);
        }
        let given = self.parts.iter().map(|part| (&part.section.plugin.folder.manifest, &part.fields));
        let given: Vec<_> = given.collect();
        findings.extend(owner.iter().flat_map(|owner| workspace.text_check.across(*owner, &given, signs)));
        self.outcome.number = self.numbered(workspace);
        self.outcome.facts = self.merged_facts();
        self.outcome.withheld = self.withheld(workspace);
        findings.splice(..0, std::mem::take(&mut self.outcome.findings));
        let given = |id: &PluginId| {
            let part = self.parts.iter().find(|part| part.section.plugin.folder.manifest.id == *id);
            part.map(|part| &part.fields)
        };
        self.outcome.findings = data::noted(findings, &figures, given);
        let Children { listed, members, .. } = &mut self.below;
        self.rounding = balance(&mut figures, &mut self.past, listed.as_deref_mut(), members);
        self.outcome.figures = figures;
        workspace.accepted.settle(&self.outcome.head.name, &mut self.outcome.findings);
    }

    /// Words the report.
    pub fn word(&mut self, workspace: &Workspace) {
        let (Status::Done, Some(unit)) = (self.outcome.status, &self.unit) else { return };
        // Data that no plugin was asked about: its code did not run, and there is nothing to word.
        if !unit.data.is_empty() {
            return;
        }
        let Children { listed, withheld, .. } = &mut self.below;
        let (listed, withheld) = (listed.take(), std::mem::take(withheld));
        let parts = std::mem::take(&mut self.parts);
        let sections = parts.into_iter().map(|part| SectionInput {
            manifest: &part.section.plugin.folder.manifest,
            facts: part.contribution.facts,
            fields: part.fields,
        });
        let input = ReportInput {
            unit: &unit.identity,
            document: &unit.document,
            recipients: &unit.recipients,
            sections: sections.collect(),
            figures: &self.outcome.figures,
            past: &self.past,
            below: listed.as_deref(),
            withheld: &withheld,
        };
        match word(&workspace.design, input) {
            Ok(report) => match workspace.forms.filled(&workspace.design, report, self.owner(unit)) {
                Ok(filled) => self.assembled = Some(Assembled::Filled(filled)),
                Err(report) => self.report = Some(*report),
            },
            Err(fault) if fault.code() == Code::AttachmentTemplate => {
                let place = self.outcome.head.place.clone();
                self.fail(fault.or_at(place));
            }
            Err(fault) => self.fail(fault),
        }
    }

    /// Reads the pictures that the report places, and draws its charts.
    pub fn illustrate(&mut self, workspace: &Workspace) {
        let (Some(unit), Some(report)) = (&self.unit, &self.report) else { return };
        let head = &self.outcome.head;
        let Children { members, units, .. } = &self.below;
        let own = std::slice::from_ref(&head.id);
        let trend = workspace.history.trend(if units.is_empty() { own } else { units });
        let (now, past) = (&self.outcome.figures, &self.past);
        let figures = ChartFigures { now, past, trend: &trend, members };
        let whose = IllustrationInput { head, places: &unit.places, figures };
        match illustrate(&workspace.design, report, &whose) {
            Ok((illustrations, shown)) => {
                self.illustrations = illustrations;
                self.outcome.shown = shown;
            }
            Err(faults) => {
                self.report = None;
                faults.into_iter().for_each(|fault| self.fail(fault));
            }
        }
    }

    /// Lays the document out.
    pub fn typeset(&mut self, workspace: &Workspace) {
        let (Some(unit), Some(report)) = (&self.unit, self.report.take()) else { return };
        match typeset_alone(&workspace.design, &report, self.owner(unit), &self.illustrations) {
            Ok(document) => self.assembled = Some(Assembled::Whole(Box::new(document))),
            Err(fault) => self.fail(numbering::place(&workspace.design, fault, &self.outcome.head.place)),
        }
    }

    /// Says behind the report which of its figures took a remainder, so that parts and totals add up.
    pub fn tell_balanced(&mut self, workspace: &Workspace) {
        let (Some(report), counts) = (&self.assembled, self.outcome.figures.counts()) else { return };
        if let Some(note) = rounding_note(&self.rounding, report, counts, &workspace.design) {
            let note = Block::Paragraph(Paragraph { run_in: None, content: vec![Inline::Text(note)] });
            self.assembled = self.assembled.take().map(|assembled| assembled.with(note));
        }
    }

    /// Says behind the report which of its findings were let through.
    pub fn tell_accepted(&mut self) {
        for note in self.outcome.findings.iter().filter_map(huibian_accept::note) {
            let note = Block::Paragraph(Paragraph { run_in: None, content: vec![Inline::Text(note)] });
            self.assembled = self.assembled.take().map(|assembled| assembled.with(note));
        }
    }

    /// Holds what the document says against its pages.
    pub fn fit(&mut self, workspace: &Workspace) {
        let Some(assembled) = &self.assembled else { return };
        // Tables and lines of an office's own Word file are set as that says, and not by the house style.
        if workspace.design.word.is_some() {
            return;
        }
        match fitting::check(assembled, &workspace.design.style, &workspace.formats) {
            Ok(findings) => self.outcome.findings.extend(findings),
            Err(fault) => {
                self.assembled = None;
                self.fail(fault);
            }
        }
    }

    fn owner<'d>(&'d self, unit: &'d Unit) -> Owner<'d> {
        let (figures, past) = (&self.outcome.figures, &self.past);
        Owner { unit: &unit.identity, recipients: &unit.recipients, figures, past }
    }

    /// The number of its document, where it has one.
    fn numbered(&self, workspace: &Workspace) -> Option<Numbered> {
        let unit = self.unit.as_ref()?;
        unit.document.number.as_ref().or(workspace.design.settings.number.as_ref())?;
        numbered(&workspace.design, &unit.identity, &unit.document, &self.outcome.head.place).ok()?
    }

    /// Notes that something is wrong with the unit's report.
    pub fn fail(&mut self, fault: Diagnostic) {
        self.outcome.status = Status::Failed;
        self.outcome.diagnostics.push(fault);
    }
}

/// Where the first field stands that a count is computed from.
fn computed_from(fault: &Diagnostic, places: &Locations) -> Option<Location> {
    let Argument::List(fields) = fault.argument("fields")? else { return None };
    let place = |field: &Argument| match field {
        Argument::Field(key) => places.of(&key.plugin, key.name.as_str()),
        _ => None,
    };
    fields.iter().find_map(place).cloned()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    #[test]
    fn a_panic_fails_its_unit_and_no_more_is_done_for_it() {
        let past = Baseline::none("2023Q2".parse().unwrap());
        let mut draft = Draft::new(UnitHead::of_file_name(Path::new("yunxi.toml")), past);
        draft.step(|_| {});
        assert_eq!(draft.outcome.status, Status::Done);
        draft.step(|draft| panic!("{} figures", draft.outcome.figures.len()));
        assert_eq!(draft.outcome.status, Status::Failed);
        let fault = &draft.outcome.diagnostics[0];
        assert_eq!((fault.code(), fault.arguments()[0].1.as_str()), (Code::Internal, Some("0 figures")));
    }
}
