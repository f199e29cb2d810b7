//! Goes over the units below one and adds them up. Units stream through; their figures alone are kept.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};

use huibian_contract::{CountKey, PluginManifest};
use huibian_diagnostic::{Catalog, Code, Diagnostic, Lang};
use huibian_figure::{Figure, FigureTable, Merge};
use huibian_manifest::Coverage;
use huibian_report::chart::Member;
use huibian_source::UnitHead;
use huibian_source::parallel;
use huibian_store::link;
use rust_decimal::Decimal;

use super::facts::FactsMerge;
use super::overview::{Cell, Column, Kind, Overview, Row, Sources, Standing, columns};
use super::tree::Tree;
use crate::assemble::Assembler;
use crate::draft::{Below, Draft};
use crate::history::Past;
use crate::outcome::{Outcome, Status};
use crate::roster::Roster;
use crate::unit::Entry;
use crate::workspace::Workspace;

/// How many units go through the stages together.
const TOGETHER: usize = 16;

/// What the units below one came to.
pub struct Survey<'w> {
    /// Units × counts.
    pub overview: Overview<'w>,
    /// The merged counts, a plugin each, in the order of the report.
    pub totals: Totals<'w>,
    /// What the merged figures are compared with.
    pub past: Past,
    /// The merged facts, likewise.
    pub facts: Vec<FactsMerge<'w>>,
    /// Whether every unit that has data was made without a fault.
    pub is_clean: bool,
    /// What stands below it, for charts.
    pub below: Below,
}

/// The counts of all plugins over the units taken in so far.
pub struct Totals<'w> {
    /// Each plugin's, in the order of the report.
    pub merges: Vec<Merge<'w>>,
    manifests: Vec<&'w PluginManifest>,
}

impl<'w> Totals<'w> {
    fn new(manifests: &[&'w PluginManifest]) -> Self {
        let merges = manifests.iter().map(|manifest| Merge::new(manifest)).collect();
        Self { merges, manifests: manifests.to_vec() }
    }

    fn take<'f>(&mut self, figure: impl Fn(&CountKey) -> Option<&'f Figure>) {
        for (merge, manifest) in self.merges.iter_mut().zip(&self.manifests) {
            merge.take(|name| {
                let key = CountKey { plugin: manifest.id.clone(), name: name.clone() };
                figure(&key).map(|figure| figure.value)
            });
        }
    }

    /// The figures of another time that compare with those of `now`.
    fn comparable(&self, now: &Self, units: usize) -> FigureTable {
        let all = self.merges.iter().zip(&now.merges).zip(&self.manifests);
        let figures = all.flat_map(|((then, now), manifest)| {
            let key = |name| CountKey { plugin: manifest.id.clone(), name };
            then.comparable(now, units).into_iter().map(move |(name, figure)| (key(name), figure))
        });
        figures.collect()
    }

    fn cells(&self, units: usize, sources: &mut Sources) -> Vec<Option<Cell>> {
        let mut cells = Vec::new();
        for (merge, manifest) in self.merges.iter().zip(&self.manifests) {
            let figures = merge.figures(units);
            cells.extend(manifest.counts.keys().map(|name| {
                let figure = figures.get(name)?;
                Some(Cell { value: figure.value, source: sources.share(&figure.from.join(", ")) })
            }));
        }
        cells
    }

    /// How many units gave each count, a ratio both its parts.
    fn covered(&self) -> Vec<usize> {
        let all = self.merges.iter().zip(&self.manifests);
        all.flat_map(|(merge, manifest)| {
            manifest.counts.iter().map(|(name, spec)| match &spec.ratio {
                Some(ratio) => merge.coverage(&ratio.num).min(merge.coverage(&ratio.den)),
                None => merge.coverage(name),
            })
        })
        .collect()
    }

    /// What fewer units gave than reported: a whole section where its counts agree, else single counts.
    fn partial(&self, reported: usize) -> Vec<(String, usize)> {
        let mut partial = Vec::new();
        for (merge, manifest) in self.merges.iter().zip(&self.manifests) {
            let counts = manifest.counts.iter().map(|(name, spec)| (spec, merge.coverage(name)));
            let counts: Vec<_> = counts.filter(|(_, covered)| *covered > 0).collect();
            match counts.first() {
                Some(&(_, covered)) if counts.iter().all(|(_, other)| *other == covered) => {
                    partial.push((manifest.title.clone(), covered));
                }
                _ => partial.extend(counts.iter().map(|(spec, covered)| (spec.label.clone(), *covered))),
            }
        }
        partial.retain(|(_, covered)| *covered < reported);
        partial
    }
}

/// The totals of a parent, now and at the times that it is compared with.
struct Times<'w> {
    now: Totals<'w>,
    previous: Totals<'w>,
    last_year: Totals<'w>,
    to_date: Totals<'w>,
    /// The periods that some unit's figures of the year lack.
    lacking: BTreeMap<CountKey, BTreeSet<String>>,
}

impl<'w> Times<'w> {
    fn new(manifests: &[&'w PluginManifest]) -> Self {
        let totals = || Totals::new(manifests);
        let (now, previous, last_year, to_date) = (totals(), totals(), totals(), totals());
        Self { now, previous, last_year, to_date, lacking: BTreeMap::new() }
    }

    fn take(&mut self, figures: &FigureTable, past: &Past) {
        self.now.take(|key| figures.get(key));
        if past.goes_back {
            self.previous.take(|key| past.previous.get(key));
            self.last_year.take(|key| past.last_year.get(key));
            self.to_date.take(|key| past.to_date.get(key).map(|(figure, _)| figure));
            for (key, (_, lacking)) in past.to_date.iter().filter(|(_, (_, lacking))| !lacking.is_empty()) {
                let known = self.lacking.entry(key.clone()).or_default();
                known.extend(lacking.iter().map(ToString::to_string));
            }
        }
    }

    /// What the parent's figures are compared with.
    fn past(&self, mut past: Past, units: usize) -> Past {
        past.previous = self.previous.comparable(&self.now, units);
        past.last_year = self.last_year.comparable(&self.now, units);
        let to_date = self.to_date.comparable(&self.now, units).into_iter().map(|(key, figure)| {
            let lacking = self.lacking.get(&key).into_iter().flatten();
            let lacking = lacking.filter_map(|period| period.parse().ok()).collect();
            (key, (figure, lacking))
        });
        past.to_date = to_date.collect();
        past
    }
}

/// What of one unit is needed above it.
struct Surveyed {
    outcome: Outcome,
    past: Past,
}

impl Assembler {
    /// Makes every report below a unit, writes none, and adds them up.
    ///
    /// # Errors
    /// R001 when it was interrupted.
    pub(super) fn survey(
        &self,
        tree: &Tree,
        roster: &Roster,
        root: usize,
        jobs: usize,
        interrupt: &AtomicBool,
        on_unit: &mut dyn FnMut(&Outcome, usize),
    ) -> Result<Survey<'_>, Vec<Diagnostic>> {
        let workspace = &self.workspace;
        let manifests: Vec<_> = workspace.plugins.iter().map(|plugin| &plugin.manifest).collect();
        let (columns, keys) = columns(manifests.iter().copied());
        let walked = tree.walk(root);
        let mut rows = rows(tree, &walked);
        let entry = |member: usize| roster.units.get(member.checked_sub(workspace.parents.len())?);
        let units: Vec<(usize, &Entry)> = walked
            .iter()
            .enumerate()
            .filter(|(_, (member, _))| tree.children(*member).is_empty())
            .filter_map(|(row, (member, _))| Some((row, entry(*member)?)))
            .collect();
        let mut totals: Vec<Option<Times<'_>>> = rows
            .iter()
            .map(|row| matches!(row.kind, Kind::Parent { .. }).then(|| Times::new(&manifests)))
            .collect();
        let mut facts: Vec<FactsMerge<'_>> = manifests.iter().copied().map(FactsMerge::new).collect();
        let mut reported = Vec::new();
        let (mut sources, mut is_clean, mut interrupted) = (Sources::default(), true, false);
        let page = workspace.pattern.rollup().path(&tree.member(root).id, &tree.member(root).name, "html");
        let survey = |(): &mut (), chunk: &&[(usize, &Entry)]| {
            (!interrupt.load(Ordering::Relaxed)).then(|| self.survey_some(chunk))
        };
        let mut take = |surveyed: Option<Vec<(usize, Surveyed)>>| {
            interrupted |= surveyed.is_none();
            for (row, Surveyed { outcome, past }) in surveyed.into_iter().flatten() {
                on_unit(&outcome, units.len());
                is_clean &= outcome.is_clean();
                let standing = standing(&outcome);
                rows[row].kind = Kind::Unit {
                    standing,
                    reasons: reasons(workspace, &outcome),
                    document: document(workspace, &outcome.header, &page),
                };
                if !standing.reported() {
                    continue;
                }
                reported.push(outcome.header.id.clone());
                let cell = |key| {
                    let figure = outcome.figures.get(key)?;
                    Some(Cell { value: figure.value, source: sources.share(&figure.from.join(", ")) })
                };
                rows[row].cells = keys.iter().map(cell).collect();
                rows[row].previous = earlier(&keys, &past.previous);
                let mut above = rows[row].above;
                while let Some(parent) = above {
                    totals[parent]
                        .as_mut()
                        .into_iter()
                        .for_each(|totals| totals.take(&outcome.figures, &past));
                    above = rows[parent].above;
                }
                for (id, given) in outcome.facts {
                    if let Some(plugin) = manifests.iter().position(|manifest| manifest.id == id) {
                        facts[plugin].take(given);
                    }
                }
            }
        };
        let chunks: Vec<_> = units.chunks(TOGETHER).collect();
        parallel::in_order(jobs, &chunks, || (), survey, &mut take);
        if interrupted {
            return Err(vec![Diagnostic::new(Code::Interrupted)]);
        }
        for row in 0..rows.len() {
            let (Some(totals), Kind::Parent { end, .. }) = (&totals[row], &rows[row].kind) else { continue };
            let end = *end;
            let coverage = coverage(&rows[row + 1..end], &totals.now);
            rows[row].cells = totals.now.cells(coverage.units, &mut sources);
            rows[row].previous = earlier(&keys, &totals.previous.comparable(&totals.now, coverage.units));
            rows[row].kind = Kind::Parent { end, coverage };
        }
        let times = totals.swap_remove(0).unwrap_or_else(|| Times::new(&manifests));
        let past = times.past(workspace.history.of(std::slice::from_ref(&tree.member(root).id)), units.len());
        let totals = times.now;
        let title =
            format!("{}{}{}汇总", tree.member(root).name, workspace.period.name(), workspace.design.title);
        let covered = totals.covered();
        let members = members(workspace, &rows, &keys, &columns);
        let below = Below { members, units: reported, listed: None };
        let overview = Overview { title, columns, rows, covered, before: workspace.period.last() };
        Ok(Survey { overview, totals, past, facts, is_clean, below })
    }

    /// Units' outcomes as a batch would have them, but for their files.
    fn survey_some(&self, units: &[(usize, &Entry)]) -> Vec<(usize, Surveyed)> {
        let mut drafts: Vec<Draft<'_>> =
            units.iter().map(|(_, unit)| Draft::read(&self.workspace, unit)).collect();
        self.contribute(&mut drafts);
        self.compose(&mut drafts);
        let surveyed =
            drafts.into_iter().map(|draft| Surveyed { past: draft.past().clone(), outcome: draft.outcome });
        units.iter().map(|(row, _)| *row).zip(surveyed).collect()
    }
}

/// A row for every unit, in the order they were walked; those that report are missing until they are heard of.
fn rows(tree: &Tree, walked: &[(usize, usize)]) -> Vec<Row> {
    let mut open: Vec<usize> = Vec::new();
    let mut rows: Vec<Row> = Vec::with_capacity(walked.len());
    for (index, &(member, depth)) in walked.iter().enumerate() {
        open.truncate(depth);
        let kind = if tree.children(member).is_empty() {
            Kind::Unit { standing: Standing::Missing, reasons: Vec::new(), document: None }
        } else {
            let below = walked[index + 1..].iter().take_while(|(_, other)| *other > depth).count();
            Kind::Parent { end: index + 1 + below, coverage: Coverage::default() }
        };
        let name = tree.member(member).name.clone();
        let (cells, previous) = (Vec::new(), Vec::new());
        rows.push(Row { name, depth, above: open.last().copied(), kind, cells, previous });
        open.push(index);
    }
    rows
}

/// The units right below the first row's.
fn members(workspace: &Workspace, rows: &[Row], keys: &[CountKey], columns: &[Column<'_>]) -> Vec<Member> {
    let right_below = rows.iter().filter(|row| row.above == Some(0));
    let member = |row: &Row| {
        let cells = keys.iter().zip(columns).zip(&row.cells);
        let mut figures: FigureTable = cells
            .filter_map(|((key, column), cell)| {
                Some((key.clone(), Figure::new(column.spec, cell.as_ref()?.value, Vec::new())))
            })
            .collect();
        workspace.across.add_up(&mut figures);
        Member { name: row.name.clone(), figures }
    };
    right_below.map(member).collect()
}

/// The figures of the period before, a column each; none where nothing is known.
fn earlier(keys: &[CountKey], previous: &FigureTable) -> Vec<Option<Decimal>> {
    if previous.is_empty() {
        return Vec::new();
    }
    keys.iter().map(|key| previous.get(key).map(|figure| figure.value)).collect()
}

fn standing(outcome: &Outcome) -> Standing {
    match outcome.status {
        Status::Failed | Status::NotDone => Standing::Failed,
        Status::Done if outcome.is_clean() => Standing::Done,
        Status::Done => Standing::Unclean,
    }
}

/// Why a unit is not as it should be, with places as the workspace knows them.
fn reasons(workspace: &Workspace, outcome: &Outcome) -> Vec<String> {
    let catalog = Catalog::of(Lang::Zh);
    let faults = outcome.diagnostics.iter().map(|fault| {
        let fault = fault.relative_to(&workspace.folder);
        let place = fault.place().map(|place| format!("（{place}）")).unwrap_or_default();
        format!("{} {}{place}", fault.code(), catalog.message(&fault))
    });
    let errors = outcome.findings.iter().filter(|finding| finding.fails());
    faults.chain(errors.map(|finding| catalog.message(finding))).collect()
}

/// The link to a unit's document, where it has been written.
fn document(workspace: &Workspace, header: &UnitHead, page: &std::path::Path) -> Option<String> {
    let paths = workspace
        .formats
        .iter()
        .map(|format| workspace.pattern.path(&header.id, &header.name, format.extension()));
    paths.into_iter().find(|path| path.is_file()).map(|path| link(page, &path))
}

fn coverage(below: &[Row], totals: &Totals<'_>) -> Coverage {
    let (mut units, mut left_out) = (0, Vec::new());
    for row in below {
        if let Kind::Unit { standing, .. } = row.kind {
            units += 1;
            if !standing.reported() {
                left_out.push(row.name.clone());
            }
        }
    }
    let reported = units - left_out.len();
    Coverage { units, reported, left_out, partial: totals.partial(reported) }
}
