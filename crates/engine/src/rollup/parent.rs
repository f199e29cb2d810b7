//! The files of a unit above others: its report through the same sections and template, its workbook and its page.

use std::collections::BTreeMap;
use std::path::Path;

use huibian_contract::{IndexMap, UnitIdentity};
use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_document::{Block, Inline, Paragraph, Settings};
use huibian_host::Contribution;
use huibian_report::Withheld;
use huibian_rollup::overview::{Remark, listed};
use huibian_rollup::{Surveyed, note_of_before, page, workbook};
use huibian_source::UnitHead;
use huibian_store::{Artifact, Staged, link, place_all, stage};
use huibian_unit::{Locations, Roster, Unit};
use huibian_writers::Scratch;
use serde_json::Map;

use super::RolledUp;
use super::survey::remarks;
use crate::contribute::Part;
use crate::draft::{Children, Draft};
use crate::places::{beside_page, left_of};
use crate::program::Program;
use crate::run::compose;
use crate::workspace::Workspace;

/// A unit above others, with what its report says of it beyond figures.
pub(super) struct ParentUnit {
    head: UnitHead,
    unit: Unit,
}

/// Who a parent is: as `workspace.toml` declares it, or as its own file does.
pub(super) fn parent_unit(
    workspace: &Workspace,
    roster: &Roster,
    index: usize,
    head: &UnitHead,
) -> ParentUnit {
    let parents = &workspace.parents;
    let own = index.checked_sub(parents.len()).and_then(|index| roster.units.get(index));
    let own = own.and_then(|unit| workspace.read_unit(unit).1.ok());
    let attributes = own.as_ref().map(|unit| unit.identity.attributes.clone()).unwrap_or_default();
    let declared = parents.get(index).map(|parent| parent.recipients.clone());
    let recipients = declared.or_else(|| own.map(|unit| unit.recipients)).unwrap_or_default();
    let identity = UnitIdentity { id: head.id.clone(), name: head.name.clone(), attributes };
    let unit = Unit {
        identity,
        recipients,
        document: Settings::default(),
        data: BTreeMap::new(),
        findings: Vec::new(),
        places: Locations::default(),
    };
    ParentUnit { head: head.clone(), unit }
}

/// Writes the report, the workbook and the page. Where the report cannot be worded the other two are written all the
/// same: they say what there is.
pub(super) fn write_parent(
    program: &Program,
    surveyed: Surveyed<'_>,
    parent: ParentUnit,
    together: &[Diagnostic],
    scratch: &mut Scratch,
) -> RolledUp {
    let Surveyed { mut overview, totals, past, facts, members, reported } = surveyed;
    let coverage = overview.coverage().clone();
    let declared = &program.workspace.counts;
    let merged = program.sections.iter().zip(facts);
    let mut withheld = Withheld::default();
    let parts = merged.filter_map(|(section, facts)| {
        let own = declared.of(&section.plugin.folder.manifest.id);
        let counts: IndexMap<_, _> = own
            .filter_map(|(index, name, _)| Some((name.clone(), totals.merged(index, coverage.units)?)))
            .collect();
        let names = facts.withheld().clone();
        let facts = facts.facts();
        let given = !(counts.is_empty() && facts.is_empty() && names.is_empty());
        if !names.is_empty() {
            withheld.insert(section.plugin.folder.manifest.id.clone(), names);
        }
        let contribution = Contribution { counts, facts, ..Contribution::default() };
        given.then_some(Part { section, fields: Map::new(), contribution })
    });
    let parts = parts.collect();
    let listed = Some(if program.workspace.design.tables.ask_for_units() {
        listed(&overview, declared, &|figures| program.workspace.across.add_up(figures))
    } else {
        Vec::new()
    });
    let sums = Some(totals.figures(coverage.units));
    let below = Children { members, units: reported, sums, listed, withheld };
    let mut draft = Draft::of_parent(parent.head, parent.unit, past, parts, below);
    if coverage.reported == 0 {
        let UnitHead { name, place, .. } = &draft.outcome.head;
        let nothing = Diagnostic::new(Code::NothingToAddUp).with("unit", name).with("count", coverage.units);
        let nothing = nothing.at(place.clone());
        draft.fail(nothing);
    }
    compose(&program.workspace, std::slice::from_mut(&mut draft));
    let of_before = note_of_before(&draft.past, &program.workspace.design.tables);
    for words in of_before.into_iter().chain([coverage.words()]) {
        let paragraph = Block::Paragraph(Paragraph { run_in: None, content: vec![Inline::Text(words)] });
        draft.assembled = draft.assembled.map(|assembled| assembled.with(paragraph));
    }
    draft.fit(&program.workspace);
    let head = draft.outcome.head.clone();
    let pattern = program.workspace.pattern.rollup();
    let path = |extension| pattern.path(&head.id, &head.name, extension);
    let reports = program.files(&mut draft, &pattern, scratch);
    if reports.is_empty() {
        draft.outcome.outdated = left_of(&program.workspace, &head.id, &head.name, true);
    }
    // What was found of several units together is nobody's own.
    let mut whole = draft.outcome.clone();
    whole.findings.extend_from_slice(together);
    let page = path("html");
    overview.rows[0].remarks = remarks(&program.workspace, &whole, &page);
    let left = whole.outdated.iter().map(|path| Remark::outdated(path, link(&page, path)));
    overview.rows[0].remarks.splice(..0, left);
    let write = || -> Result<Vec<Artifact>> {
        pattern.ensure_inside(&path("xlsx"))?;
        let mut files: Vec<Staged> = reports
            .into_iter()
            .map(|(path, bytes)| stage(&beside_page(path), &bytes))
            .collect::<Result<_>>()?;
        let (mut page, book) = (Staged::new(&path("html"))?, path("xlsx"));
        let beside = book.parent().unwrap_or_else(|| Path::new("."));
        files.push(stage(&book, &workbook::workbook(&overview, beside)?)?);
        page::write(&overview, program.workspace.design.date, &mut |bytes| page.write(bytes))?;
        files.push(page);
        place_all(files)
    };
    match write() {
        Ok(artifacts) => draft.outcome.artifacts = artifacts,
        Err(fault) => {
            draft.outcome.outdated = left_of(&program.workspace, &head.id, &head.name, false);
            draft.fail(fault);
        }
    }
    RolledUp { outcome: draft.outcome, coverage }
}
