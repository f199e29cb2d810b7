//! Adds up the units below one as they are heard of, one after the other.

use std::collections::HashSet;
use std::sync::Arc;

use huibian_contract::{Fact, IndexMap, Name, PluginId, PluginManifest, UnitId};
use huibian_figure::{Counts, Figures, Merge, Origin};
use huibian_history::{Apart, Baseline, Baselines, Compared, Names};
use huibian_manifest::Coverage;
use huibian_report::chart::Member;

use crate::earlier::{Earlier, Values, values};
use crate::facts::FactsMerge;
use crate::overview::{
    Change, Over, Overview, OverviewCell, OverviewColumn, OverviewRow, Remark, RowKind, Sources, Standing,
    columns,
};
use crate::sums::{covered, partial};

/// What units are added up by.
#[derive(Clone)]
pub struct SurveySpec<'w> {
    /// What each plugin declares, in the order of the report.
    pub manifests: Vec<&'w PluginManifest>,
    /// All counts.
    pub counts: &'w Arc<Counts>,
    /// What earlier periods came to.
    pub history: &'w Baselines,
    /// Units that report and stand below others than those that are walked.
    pub elsewhere: HashSet<UnitId>,
    /// Whether sums are compared over all units of each time, and not over those of both.
    pub compares_all: bool,
}

/// A unit as the tree is walked: each before those below it.
#[derive(Clone, Debug)]
pub struct Walked {
    /// Its id.
    pub id: UnitId,
    /// Its name.
    pub name: String,
    /// How far below the first it stands.
    pub depth: usize,
    /// Whether others are below it.
    pub is_parent: bool,
}

/// Units below one, as far as they have been heard of. Units that report are missing until then.
pub struct Survey<'w> {
    spec: SurveySpec<'w>,
    columns: Vec<OverviewColumn<'w>>,
    rows: Vec<OverviewRow>,
    /// The totals of each row that is a parent's.
    totals: Vec<Option<Merge>>,
    /// The numbers of each row that reports: now, in the period before and a year earlier.
    values: Vec<Option<[Values; 3]>>,
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
    pub fn new(spec: SurveySpec<'w>, walked: &[Walked]) -> Self {
        let columns = columns(&spec.manifests, spec.counts);
        let rows = rows(walked);
        let total =
            |row: &OverviewRow| matches!(row.kind, RowKind::Parent { .. }).then(|| Merge::new(spec.counts));
        let totals = rows.iter().map(total).collect();
        let facts = spec.manifests.iter().copied().map(FactsMerge::new).collect();
        Self {
            values: vec![None; rows.len()],
            spec,
            columns,
            rows,
            totals,
            facts,
            sources: Sources::default(),
            reported: Vec::new(),
        }
    }

    /// Notes how the unit of a row stands, why, and where its document is.
    pub fn stands(&mut self, row: usize, standing: Standing, remarks: Vec<Remark>, document: Option<String>) {
        self.rows[row].kind = RowKind::Unit { standing, document };
        self.rows[row].remarks = remarks;
        self.rows[row].remarks.sort_by_key(|remark| remark.weight);
    }

    /// Adds up the figures of a unit that reports, with those that they are compared with, and its merged facts.
    pub fn add(
        &mut self,
        row: usize,
        unit: UnitId,
        figures: &Figures,
        past: &Baseline,
        facts: IndexMap<PluginId, IndexMap<Name, Fact>>,
        withheld: IndexMap<PluginId, Vec<String>>,
    ) {
        self.reported.push(unit);
        let Self { rows, columns, sources, .. } = self;
        rows[row].cells = cells(columns, figures, sources);
        rows[row].previous = earlier(columns, &past.previous);
        self.values[row] = Some([figures, &past.previous, &past.last_year].map(values));
        let mut above = rows[row].above;
        while let Some(parent) = above {
            self.totals[parent].iter_mut().for_each(|totals| totals.take(figures));
            above = rows[parent].above;
        }
        for (id, given) in facts {
            if let Some(plugin) = self.spec.manifests.iter().position(|manifest| manifest.id == id) {
                self.facts[plugin].take(given);
            }
        }
        for (id, names) in withheld {
            if let Some(plugin) = self.spec.manifests.iter().position(|manifest| manifest.id == id) {
                self.facts[plugin].withhold(names);
            }
        }
    }

    /// What all came to. `add_up` derives totals over plugins.
    pub fn finish(mut self, title: String, add_up: &dyn Fn(&mut Figures)) -> Surveyed<'w> {
        let mut all_units = vec![0; self.rows.len()];
        for (row, units) in all_units.iter_mut().enumerate() {
            let (Some(total), RowKind::Parent { end, .. }) = (&self.totals[row], &self.rows[row].kind) else {
                continue;
            };
            let end = *end;
            let coverage = coverage(&self.rows[row + 1..end], total, &self.spec.manifests);
            let figures = total.figures(coverage.units);
            *units = coverage.units;
            self.rows[row].cells = cells(&self.columns, &figures, &mut self.sources);
            self.rows[row].kind = RowKind::Parent { end, coverage };
        }
        let mut pasts = Earlier {
            history: self.spec.history,
            counts: self.spec.counts,
            rows: &self.rows,
            values: &self.values,
            totals: &self.totals,
            units: &all_units,
            elsewhere: &self.spec.elsewhere,
            takes_all: self.spec.compares_all,
        }
        .of_all();
        for (row, past) in self.rows.iter_mut().zip(&pasts) {
            if let Some(past) = past {
                row.previous = changes(&self.columns, past);
            }
        }
        let period = self.spec.history.period();
        let past = pasts.swap_remove(0).unwrap_or_else(|| Baseline::none(period));
        let totals = self.totals.swap_remove(0).unwrap_or_else(|| Merge::new(self.spec.counts));
        let members = self.members(add_up);
        let Self { columns, rows, facts, reported, .. } = self;
        let covered = covered(&totals, &columns);
        let overview = Overview { title, columns, rows, covered, now: period.this(), before: period.last() };
        Surveyed { overview, totals, past, facts, members, reported }
    }

    /// The units right below the first row's.
    fn members(&self, add_up: &dyn Fn(&mut Figures)) -> Vec<Member> {
        let right_below = self.rows.iter().filter(|row| row.above == Some(0));
        let member = |row: &OverviewRow| {
            let mut figures = Figures::of(self.spec.counts);
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
    for (index, Walked { id, name, depth, is_parent }) in walked.iter().enumerate() {
        open.truncate(*depth);
        let kind = if *is_parent {
            let below = walked[index + 1..].iter().take_while(|other| other.depth > *depth).count();
            RowKind::Parent { end: index + 1 + below, coverage: Coverage::default() }
        } else {
            RowKind::Unit { standing: Standing::Missing, document: None }
        };
        let (id, name, above) = (id.clone(), name.clone(), open.last().copied());
        let (remarks, cells, previous) = (Vec::new(), Vec::new(), Vec::new());
        rows.push(OverviewRow { id, name, depth: *depth, above, kind, remarks, cells, previous });
        open.push(index);
    }
    rows
}

/// A unit's figures of the period before, a column each; none where nothing is known.
fn earlier(columns: &[OverviewColumn<'_>], previous: &Figures) -> Vec<Option<Change>> {
    if previous.is_empty() {
        return Vec::new();
    }
    let change = |before| Change { before, now: None, over: None };
    columns.iter().map(|column| previous.value(column.index).map(change)).collect()
}

/// What compares of a parent's figures with the period before, a column each; none where nothing is known.
fn changes(columns: &[OverviewColumn<'_>], past: &Baseline) -> Vec<Option<Change>> {
    let Some(above) = past.above.as_ref().filter(|above| !above.previous.before.is_empty()) else {
        return Vec::new();
    };
    let Compared { now, before, apart, .. } = &above.previous;
    let change = |column: &OverviewColumn<'_>| {
        let over = apart.get(&column.index).map(|Apart { now, before, .. }| {
            let told = |names: &Names| names.told("、");
            if above.takes_all {
                Over::All { now: told(before), then: told(now) }
            } else {
                Over::Both(told(&now.and(before)))
            }
        });
        let is_own = above.takes_all || over.is_none();
        let now = now.value(column.index).filter(|_| !is_own);
        Some(Change { before: before.value(column.index)?, now, over })
    };
    columns.iter().map(change).collect()
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
    let (mut units, mut left_out, mut unclean) = (0, Vec::new(), Vec::new());
    for row in below {
        if let RowKind::Unit { standing, .. } = row.kind {
            units += 1;
            if matches!(standing, Standing::Unclean | Standing::Excluded) {
                unclean.push(row.name.clone());
            }
            if !standing.reported() {
                left_out.push(row.name.clone());
            }
        }
    }
    let reported = units - left_out.len();
    Coverage { units, reported, left_out, unclean, partial: partial(totals, manifests, reported) }
}
