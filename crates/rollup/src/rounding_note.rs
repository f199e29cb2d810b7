//! What a report says of figures that took a remainder, so that parts and totals add up as they are printed.

use std::collections::HashSet;

use huibian_contract::{Aspect, Basis, IndexMap};
use huibian_document::form::Assembled;
use huibian_document::{Block, Document};
use huibian_figure::{CountIndex, Counts};
use huibian_report::Design;
use huibian_report::chart::Chart;

/// Figures that are told before the rest is only counted.
const TOLD: usize = 10;

/// A figure that took a remainder.
#[derive(Clone, Debug)]
pub struct Balanced {
    /// Its count.
    pub index: CountIndex,
    /// Of which period.
    pub basis: Basis,
    /// What that is called, where it is not the report's own: `上季度`.
    pub time: &'static str,
    /// Of which unit below, where it is not the report's own.
    pub unit: Option<String>,
}

/// What rounding did to a report's figures.
#[derive(Clone, Debug, Default)]
pub struct Rounding {
    /// The figures that took a remainder.
    pub moved: Vec<Balanced>,
    /// The counts whose year to date is not what its periods come to as they are printed.
    pub off_year: Vec<CountIndex>,
}

/// What a report prints.
struct Print<'d> {
    design: &'d Design,
    /// The counts of each time, and whether they stand in a table. How a count changed is told of what is printed of it.
    figures: HashSet<(Basis, CountIndex, bool)>,
    has_pictures: bool,
}

impl<'d> Print<'d> {
    fn of(document: &Document, counts: &Counts, design: &'d Design) -> Self {
        let figures = document.figures().into_iter().filter_map(|(figure, is_table)| {
            let basis = if figure.aspect == Aspect::Value { figure.basis } else { Basis::Now };
            Some((basis, counts.index(&figure.key)?, is_table))
        });
        let has_pictures = document.blocks.iter().any(|block| matches!(block, Block::Image(_)));
        Self { design, figures: figures.collect(), has_pictures }
    }

    /// Whether it prints a figure of its own, or of units below it.
    fn has(&self, basis: Basis, index: CountIndex, is_unit: bool) -> bool {
        let in_chart =
            |chart: &Chart| basis == Basis::Now || chart.earlier > 0 || chart.compare.contains(&basis);
        let in_table =
            |(printed, of_units, is_own)| printed == index && if is_unit { of_units } else { is_own };
        self.has_pictures && self.design.charts.of(index, is_unit).any(in_chart)
            || self.figures.contains(&(basis, index, true)) && self.design.tables.printed(basis).any(in_table)
            || !is_unit && self.figures.contains(&(basis, index, false))
    }
}

/// A paragraph for the end of the report; nothing where no figure that it prints was touched. Figures of units below bear their names.
pub fn rounding_note(
    rounding: &Rounding,
    report: &Assembled,
    counts: &Counts,
    design: &Design,
) -> Option<String> {
    let Rounding { moved, off_year } = rounding;
    if moved.is_empty() && off_year.is_empty() {
        return None;
    }
    let print = Print::of(&report.document(), counts, design);
    let moved: Vec<&Balanced> =
        moved.iter().filter(|it| print.has(it.basis, it.index, it.unit.is_some())).collect();
    let mut by_measure: IndexMap<(String, u32), Vec<String>> = IndexMap::default();
    let is_sum = moved.iter().any(|moved| moved.unit.is_some());
    for Balanced { index, time, unit, .. } in moved {
        let spec = counts.spec(*index);
        let shown = spec.shown.as_ref()?;
        let name = match unit {
            Some(unit) => format!("{unit}{time}的"),
            None if is_sum => format!("{time}合计的"),
            None if time.is_empty() => String::new(),
            None => format!("{time}的"),
        };
        let told = by_measure.entry((shown.measure.clone(), shown.scale)).or_default();
        told.push(format!("{name}“{}”", spec.label));
    }
    let sentences = by_measure.into_iter().map(|((measure, scale), names)| {
        let more = if names.len() > TOLD { format!("等{}处", names.len()) } else { String::new() };
        let names = names[..names.len().min(TOLD)].join("、");
        let digits = if scale == 0 { "取整".to_owned() } else { format!("保留{scale}位小数") };
        format!("以{measure}为单位{digits}，为使各项之和与合计相符，{names}{more}的末位按舍位平衡作了调整。")
    });
    let is_off_year = |index: &CountIndex| {
        [Basis::Previous, Basis::ToDate].iter().all(|basis| print.has(*basis, *index, false))
    };
    let year = off_year
        .iter()
        .any(is_off_year)
        .then_some("累计数由未取整的数计算，与各期相加可能差末位。".to_owned());
    let note: String = sentences.chain(year).collect();
    (!note.is_empty()).then(|| format!("注：{note}"))
}
