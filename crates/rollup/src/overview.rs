//! Units × counts in tree order: what a parent's workbook and page show. It keeps the figures of every unit, and
//! nothing else of them.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use huibian_contract::{CountSpec, PluginManifest, UnitId};
use huibian_figure::{CountFigure, CountIndex, Counts, Digits, Figures, Origin, Record};
use huibian_manifest::Coverage;
use huibian_report::table::Listed;
use rust_decimal::Decimal;

/// How a unit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// There is no data of it.
    Missing,
    /// Its report could not be made.
    Failed,
    /// Its report is made, a check failed, and its figures are left out for that.
    Excluded,
    /// Its report is made, and a check failed.
    Unclean,
    /// Its report is made.
    Done,
}

impl Standing {
    /// Whether its figures are in the sums.
    pub fn reported(self) -> bool {
        self >= Self::Unclean
    }

    /// In a word or two.
    pub fn words(self) -> &'static str {
        match self {
            Self::Missing => "未报送",
            Self::Failed => "失败",
            Self::Excluded => "校验未通过，未计入",
            Self::Unclean => "校验未通过",
            Self::Done => "完成",
        }
    }
}

/// One count, a column.
#[derive(Clone, Copy, Debug)]
pub struct OverviewColumn<'w> {
    /// Whose it is.
    pub manifest: &'w PluginManifest,
    /// Its place.
    pub index: CountIndex,
    /// What it is.
    pub spec: &'w CountSpec,
    /// The column of the number above the line and of that below it, for a ratio.
    pub parts: Option<(usize, usize)>,
}

impl OverviewColumn<'_> {
    /// What is printed after the digits.
    pub fn measure(&self) -> &str {
        self.spec.measure()
    }

    /// `发现隐患（处）`. A sign such as % stands with each number, and not here.
    pub fn heading(&self) -> String {
        self.heading_in("")
    }

    /// The heading with something between the label and the measure word.
    pub fn heading_in(&self, between: &str) -> String {
        match self.measure() {
            "" | "%" | "‰" => self.spec.label.clone(),
            measure => format!("{}{between}（{measure}）", self.spec.label),
        }
    }
}

/// A number and where it comes from.
#[derive(Clone, Debug)]
pub struct OverviewCell {
    /// The number, at the count's scale.
    pub value: Decimal,
    /// The records it came from.
    pub source: Arc<str>,
}

impl OverviewCell {
    /// What a parent's workbook and page show of a figure.
    pub(crate) fn of(figure: CountFigure<'_>, sources: &mut Sources) -> Self {
        Self { value: figure.value, source: sources.share(&figure.source()) }
    }

    /// The number as it is printed.
    pub fn digits(&self, spec: &CountSpec) -> Digits {
        Digits::of(spec, self.value)
    }
}

/// What a row is about.
#[derive(Clone, Debug)]
pub enum RowKind {
    /// A unit that reports.
    Unit {
        /// How it stands.
        standing: Standing,
        /// Its document, relative to the page, where there is one.
        document: Option<String>,
    },
    /// A unit above others.
    Parent {
        /// The row after the last of those below it.
        end: usize,
        /// How many units stand behind its figures.
        coverage: Coverage,
    },
}

/// One unit, a row.
#[derive(Clone, Debug)]
pub struct OverviewRow {
    /// Its id.
    pub id: UnitId,
    /// Its name.
    pub name: String,
    /// How far below the first row it stands.
    pub depth: usize,
    /// The row of the unit above it.
    pub above: Option<usize>,
    /// What it is.
    pub kind: RowKind,
    /// What was found of it, what weighs most first.
    pub remarks: Vec<Remark>,
    /// Its figures, one a column.
    pub cells: Vec<Option<OverviewCell>>,
    /// What compares with the period before; empty where nothing is known.
    pub previous: Vec<Option<Change>>,
}

/// A figure beside that of the period before.
#[derive(Clone, Debug)]
pub struct Change {
    /// The earlier number.
    pub before: Decimal,
    /// The number now, where it is another than the row's own: over the units that gave both.
    pub now: Option<Decimal>,
    /// Over which units both are, where those are not the same ones, all that there are.
    pub over: Option<Over>,
}

/// Over which units sums of two times are compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Over {
    /// Those that gave both, without these.
    Both(String),
    /// All that filed: who is missing now, and who was then.
    All {
        /// Now.
        now: String,
        /// Then.
        then: String,
    },
}

/// What was found of a unit.
#[derive(Clone, Debug)]
pub struct Remark {
    /// How much it weighs.
    pub weight: Weight,
    /// What it says.
    pub said: String,
    /// Where the data stand that it is about, as a person is told.
    pub place: Option<String>,
    /// The file that they stand in, relative to the page.
    pub link: Option<String>,
}

impl Remark {
    /// That a file of an earlier run lies beside the page.
    pub fn outdated(path: &Path, link: String) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let said = format!("{name} 是以前运行留下的旧文件，本次没有更新");
        Self { weight: Weight::Fault, said, place: None, link: Some(link) }
    }
}

/// How much a remark weighs, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// There is no report for it.
    Fault,
    /// The report must not be sent as it is.
    Error,
    /// Worth a look.
    Warning,
    /// Worth knowing.
    Note,
    /// Someone let it through.
    Accepted,
}

impl Weight {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::Fault, Self::Error, Self::Warning, Self::Note, Self::Accepted];

    /// In a word or two.
    pub fn words(self) -> &'static str {
        match self {
            Self::Fault => "失败",
            Self::Error => "未通过",
            Self::Warning => "提醒",
            Self::Note => "提示",
            Self::Accepted => "已认可",
        }
    }
}

/// All units below one, the first row.
pub struct Overview<'w> {
    /// What it is called: `某某县2023年第二季度意识形态工作分析报告汇总`.
    pub title: String,
    /// The counts, in the order of the report.
    pub columns: Vec<OverviewColumn<'w>>,
    /// The units, each before those below it.
    pub rows: Vec<OverviewRow>,
    /// For each column, how many units stand behind the first row's figure.
    pub covered: Vec<usize>,
    /// What a report calls its period, and the one before: `本季度`, `上季度`.
    pub now: &'static str,
    /// The period before.
    pub before: &'static str,
}

impl Overview<'_> {
    /// The unit above all others.
    pub fn total(&self) -> &OverviewRow {
        &self.rows[0]
    }

    /// How many units stand behind the first row.
    pub fn coverage(&self) -> &Coverage {
        match &self.total().kind {
            RowKind::Parent { coverage, .. } => coverage,
            RowKind::Unit { .. } => unreachable!("a roll-up has units below it"),
        }
    }

    /// The rows right below one.
    pub fn children(&self, row: usize) -> impl Iterator<Item = usize> {
        let mut next = row + 1;
        let end = self.end(row);
        std::iter::from_fn(move || {
            let child = next;
            (child < end).then(|| {
                next = self.end(child);
                child
            })
        })
    }

    /// The row after the last of those below one.
    pub fn end(&self, row: usize) -> usize {
        match self.rows[row].kind {
            RowKind::Parent { end, .. } => end,
            RowKind::Unit { .. } => row + 1,
        }
    }

    /// Over which units a row is compared with the period before, where those are not the same ones, all that there are: once where
    /// that is alike for all counts.
    pub fn basis(&self, row: &OverviewRow) -> Option<String> {
        let over = |change: &Option<Change>| change.as_ref().and_then(|change| change.over.clone());
        let all: Vec<Option<Over>> = row.previous.iter().map(over).collect();
        let first = all.iter().flatten().next()?;
        let over_what = match first {
            Over::Both(_) => "两期都有数据的单位",
            Over::All { .. } => "按各期报送单位合计",
        };
        let mut compared = row.previous.iter().zip(&all).filter(|(change, _)| change.is_some());
        if compared.all(|(_, over)| over.as_ref() == Some(first)) {
            return Some(format!("{over_what}，{}", self.left_out(first)));
        }
        let told = self.columns.iter().zip(&all).filter_map(|(column, over)| {
            Some(format!("{}{}", column.spec.label, self.left_out(over.as_ref()?)))
        });
        Some(format!("{over_what}：{}", told.collect::<Vec<_>>().join("；")))
    }

    /// Whom a comparison leaves out, or lacks.
    fn left_out(&self, over: &Over) -> String {
        match over {
            Over::Both(without) => format!("不含{without}"),
            Over::All { now, then } => {
                let lacking = [(self.now, now), (self.before, then)].into_iter();
                let lacking = lacking.filter(|(_, names)| !names.is_empty());
                lacking.map(|(period, names)| format!("{period}不含{names}")).collect::<Vec<_>>().join("，")
            }
        }
    }

    /// The rows of units that report.
    pub fn units(&self) -> impl Iterator<Item = (&OverviewRow, Standing, Option<&str>)> {
        self.rows.iter().filter_map(|row| match &row.kind {
            RowKind::Unit { standing, document } => Some((row, *standing, document.as_deref())),
            RowKind::Parent { .. } => None,
        })
    }

    /// What was found of all units, what weighs most first.
    pub fn remarks(&self) -> impl Iterator<Item = (&OverviewRow, &Remark)> {
        let of = |weight| {
            let all = self.rows.iter().flat_map(|row| row.remarks.iter().map(move |remark| (row, remark)));
            all.filter(move |(_, remark)| remark.weight == weight)
        };
        Weight::ALL.into_iter().flat_map(of)
    }
}

/// The counts of all plugins as columns.
pub fn columns<'w>(manifests: &[&'w PluginManifest], counts: &'w Counts) -> Vec<OverviewColumn<'w>> {
    let own =
        manifests.iter().flat_map(|manifest| counts.of(&manifest.id).map(move |count| (*manifest, count)));
    let mut columns: Vec<OverviewColumn<'w>> = own
        .map(|(manifest, (index, _, spec))| OverviewColumn { manifest, index, spec, parts: None })
        .collect();
    let place = |index| columns.iter().position(|column| column.index == index);
    let parts = |column: &OverviewColumn<'w>| {
        let [above, below] = counts.parts(column.index)?;
        Some((place(above)?, place(below)?))
    };
    let parts: Vec<_> = columns.iter().map(parts).collect();
    columns.iter_mut().zip(parts).for_each(|(column, parts)| column.parts = parts);
    columns
}

/// The units that report, in order, with their figures as tables take them. `add_up` derives totals over plugins.
pub fn listed(overview: &Overview<'_>, counts: &Arc<Counts>, add_up: &dyn Fn(&mut Figures)) -> Vec<Listed> {
    let unit = |row: &OverviewRow| {
        let (mut figures, mut previous) = (Figures::of(counts), Figures::of(counts));
        for (column, cell) in overview.columns.iter().zip(&row.cells) {
            if let Some(OverviewCell { value, source }) = cell {
                let source = Some(source.to_string()).filter(|source| !source.is_empty());
                let origin = Origin::Records(source.map(Record::Text).into_iter().collect());
                figures.set(column.index, *value, origin);
            }
        }
        add_up(&mut figures);
        for (column, change) in overview.columns.iter().zip(&row.previous) {
            if let Some(change) = change {
                previous.set(column.index, change.before, Origin::default());
            }
        }
        Listed { name: row.name.clone(), figures, previous }
    };
    overview.units().map(|(row, ..)| unit(row)).collect()
}

/// Texts that many cells share.
#[derive(Default)]
pub struct Sources(HashSet<Arc<str>>);

impl Sources {
    /// The one copy of a text.
    pub fn share(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.0.get(text) {
            return known.clone();
        }
        let text: Arc<str> = text.into();
        self.0.insert(text.clone());
        text
    }
}
