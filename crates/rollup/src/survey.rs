//! Adds up the units below one as they are heard of, one after the other.

use std::sync::Arc;

use huibian_contract::{Fact, IndexMap, Name, PluginId, PluginManifest, UnitId};
use huibian_figure::{Counts, Figures, Merge, Origin};
use huibian_history::Baseline;
use huibian_manifest::Coverage;
use huibian_report::chart::Member;
use rust_decimal::Decimal;

use crate::facts::FactsMerge;
use crate::overview::{
    Overview, OverviewCell, OverviewColumn, OverviewRow, RowKind, Sources, Standing, columns,
};
use crate::sums::{Times, covered, partial};

/// A unit as the tree is walked: each before those below it.
#[derive(Clone, Debug)]
pub struct Walked {
    /// Its name.
    pub name: String,
    /// How far below the first it stands.
    pub depth: usize,
    /// Whether others are below it.
    pub is_parent: bool,
}

/// Units below one, as far as they have been heard of. Units that report are missing until then.
pub struct Survey<'w> {
    manifests: Vec<&'w PluginManifest>,
    counts: &'w Arc<Counts>,
    columns: Vec<OverviewColumn<'w>>,
    rows: Vec<OverviewRow>,
    /// The totals of each row that is a parent's.
    totals: Vec<Option<Times>>,
    facts: Vec<FactsMerge<'w>>,
    sources: Sources,
    reported: Vec<UnitId>,
}

/// What the units below one came to.
pub struct Surveyed<'w> {
    /// Units × counts.
    pub overview: Overview<'w>,
    /// The merged counts.
    pub totals: Merge,
    /// What the merged figures are compared with.
    pub past: Baseline,
    /// The merged facts, a plugin each, in the order of the report.
    pub facts: Vec<FactsMerge<'w>>,
    /// The units right below it, with their figures.
    pub members: Vec<Member>,
    /// The units that it is the sum of.
    pub reported: Vec<UnitId>,
}

impl<'w> Survey<'w> {
    /// Nothing heard of yet. The first that is walked is the unit that all is added up for.
    pub fn new(manifests: Vec<&'w PluginManifest>, counts: &'w Arc<Counts>, walked: &[Walked]) -> Self {
        let columns = columns(&manifests, counts);
        let rows = rows(walked);
        let times =
            |row: &OverviewRow| matches!(row.kind, RowKind::Parent { .. }).then(|| Times::new(counts));
        let totals = rows.iter().map(times).collect();
        let facts = manifests.iter().copied().map(FactsMerge::new).collect();
        Self {
            manifests,
            counts,
            columns,
            rows,
            totals,
            facts,
            sources: Sources::default(),
            reported: Vec::new(),
        }
    }

    /// Notes how the unit of a row stands, why, and where its document is.
    pub fn stands(&mut self, row: usize, standing: Standing, reasons: Vec<String>, document: Option<String>) {
        self.rows[row].kind = RowKind::Unit { standing, reasons, document };
    }

    /// Adds up the figures of a unit that reports, with those that they are compared with, and its merged facts.
    pub fn add(
        &mut self,
        row: usize,
        unit: UnitId,
        figures: &Figures,
        past: &Baseline,
        facts: IndexMap<PluginId, IndexMap<Name, Fact>>,
    ) {
        self.reported.push(unit);
        let Self { rows, columns, sources, .. } = self;
        rows[row].cells = cells(columns, figures, sources);
        rows[row].previous = earlier(columns, &past.previous);
        let mut above = rows[row].above;
        while let Some(parent) = above {
            self.totals[parent].iter_mut().for_each(|totals| totals.take(figures, past));
            above = rows[parent].above;
        }
        for (id, given) in facts {
            if let Some(plugin) = self.manifests.iter().position(|manifest| manifest.id == id) {
                self.facts[plugin].take(given);
            }
        }
    }

    /// What all came to, of so many `units` that had something to say. `past` is what is known of the parent's own past, and
    /// `add_up` derives totals over plugins.
    pub fn finish(
        mut self,
        title: String,
        past: Baseline,
        units: usize,
        add_up: &dyn Fn(&mut Figures),
    ) -> Surveyed<'w> {
        for row in 0..self.rows.len() {
            let (Some(totals), RowKind::Parent { end, .. }) = (&self.totals[row], &self.rows[row].kind)
            else {
                continue;
            };
            let end = *end;
            let coverage = coverage(&self.rows[row + 1..end], &totals.now, &self.manifests);
            let figures = totals.now.figures(coverage.units);
            self.rows[row].cells = cells(&self.columns, &figures, &mut self.sources);
            let before = totals.previous.comparable(&totals.now, coverage.units);
            self.rows[row].previous = earlier(&self.columns, &before);
            self.rows[row].kind = RowKind::Parent { end, coverage };
        }
        let times = self.totals.swap_remove(0).unwrap_or_else(|| Times::new(self.counts));
        let before = past.period.last();
        let past = times.past(past, units);
        let members = self.members(add_up);
        let Self { columns, rows, facts, reported, .. } = self;
        let totals = times.now;
        let covered = covered(&totals, &columns);
        let overview = Overview { title, columns, rows, covered, before };
        Surveyed { overview, totals, past, facts, members, reported }
    }

    /// The units right below the first row's.
    fn members(&self, add_up: &dyn Fn(&mut Figures)) -> Vec<Member> {
        let right_below = self.rows.iter().filter(|row| row.above == Some(0));
        let member = |row: &OverviewRow| {
            let mut figures = Figures::of(self.counts);
            for (column, cell) in self.columns.iter().zip(&row.cells) {
                if let Some(cell) = cell {
                    figures.set(column.index, cell.value, Origin::default());
                }
            }
            add_up(&mut figures);
            Member { name: row.name.clone(), figures }
        };
        right_below.map(member).collect()
    }
}

/// A row for every unit, in the order they were walked; those that report are missing until they are heard of.
fn rows(walked: &[Walked]) -> Vec<OverviewRow> {
    let mut open: Vec<usize> = Vec::new();
    let mut rows: Vec<OverviewRow> = Vec::with_capacity(walked.len());
    for (index, Walked { name, depth, is_parent }) in walked.iter().enumerate() {
        open.truncate(*depth);
        let kind = if *is_parent {
            let below = walked[index + 1..].iter().take_while(|other| other.depth > *depth).count();
            RowKind::Parent { end: index + 1 + below, coverage: Coverage::default() }
        } else {
            RowKind::Unit { standing: Standing::Missing, reasons: Vec::new(), document: None }
        };
        let (name, above) = (name.clone(), open.last().copied());
        rows.push(OverviewRow { name, depth: *depth, above, kind, cells: Vec::new(), previous: Vec::new() });
        open.push(index);
    }
    rows
}

/// The figures of the period before, a column each; none where nothing is known.
fn earlier(columns: &[OverviewColumn<'_>], previous: &Figures) -> Vec<Option<Decimal>> {
    if previous.is_empty() {
        return Vec::new();
    }
    columns.iter().map(|column| previous.value(column.index)).collect()
}

/// A unit's figures, a column each.
fn cells(
    columns: &[OverviewColumn<'_>],
    figures: &Figures,
    sources: &mut Sources,
) -> Vec<Option<OverviewCell>> {
    columns.iter().map(|column| Some(OverviewCell::of(figures.get(column.index)?, sources))).collect()
}

fn coverage(below: &[OverviewRow], totals: &Merge, manifests: &[&PluginManifest]) -> Coverage {
    let (mut units, mut left_out) = (0, Vec::new());
    for row in below {
        if let RowKind::Unit { standing, .. } = row.kind {
            units += 1;
            if !standing.reported() {
                left_out.push(row.name.clone());
            }
        }
    }
    let reported = units - left_out.len();
    Coverage { units, reported, left_out, partial: partial(totals, manifests, reported) }
}
