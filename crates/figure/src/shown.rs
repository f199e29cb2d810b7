//! Figures that documents print in another measure: parts and their totals, over units and over counts, are rounded so that they
//! add up, and stay so wherever they are printed.

use std::ops::Range;

use rust_decimal::Decimal;

use crate::balance::balanced_within;
use crate::counts::CountIndex;
use crate::families::Family;
use crate::figure::{in_shown, shown};
use crate::figures::Figures;

/// A figure that took a remainder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Its count.
    pub index: CountIndex,
    /// The unit below, by its place; none where it is the report's own.
    pub unit: Option<usize>,
}

/// Rounds what documents print of a report's figures, and of those of the units below it, that it is the sum of. Returns
/// which of them took a remainder.
pub fn balance(figures: &mut Figures, below: &mut [&mut Figures]) -> Vec<Moved> {
    let counts = figures.counts().clone();
    counts.families().iter().flat_map(|family| family.balance(figures, below)).collect()
}

/// The same of figures of another time or of other units, beside those that are `known`: what comes to the same is printed the
/// same, and what comes to no less is not printed as less.
pub fn balance_beside(figures: &mut Figures, known: &[&Figures]) -> Vec<Moved> {
    let counts = figures.counts().clone();
    let mut moved = Vec::new();
    for family in counts.families() {
        let same = known.iter().find(|known| family.is_same(figures, known));
        moved.extend(match same {
            Some(same) => family.print_as(figures, same),
            None => family.balance_one(figures, None, known),
        });
    }
    moved
}

impl Family {
    /// Whether all its counts come to the same.
    fn is_same(&self, figures: &Figures, other: &Figures) -> bool {
        self.counts().all(|index| figures.value(index) == other.value(index))
    }

    fn print_as(&self, figures: &mut Figures, other: &Figures) -> Vec<Moved> {
        self.counts()
            .filter_map(|index| print(figures, index, other.get(index)?.shown().value(), None))
            .collect()
    }

    fn balance(&self, figures: &mut Figures, below: &mut [&mut Figures]) -> Vec<Moved> {
        let cells: Vec<_> = below.iter().map(|unit| self.row(unit)).collect();
        let own = self.row(figures);
        let sum = |column: usize| -> Decimal { cells.iter().filter_map(|row| row[column]).sum() };
        let is_sum = !below.is_empty()
            && own.iter().enumerate().all(|(column, value)| value.unwrap_or_default() == sum(column));
        let found =
            if is_sum { balanced_within(&cells, &self.groups(), &[], self.scale(figures)) } else { None };
        let mut moved = Vec::new();
        let Some(found) = found else {
            moved.extend(self.balance_one(figures, None, &[]));
            for (number, unit) in below.iter_mut().enumerate() {
                moved.extend(self.balance_one(unit, Some(number), &[]));
            }
            return moved;
        };
        for (number, unit) in below.iter_mut().enumerate() {
            moved.extend(self.print(unit, &found.cells[number], Some(number)));
        }
        let columns: Vec<Option<Decimal>> = found.columns.iter().copied().map(Some).collect();
        moved.extend(self.print(figures, &columns, None));
        moved
    }

    /// Rounds one unit's figures alone.
    fn balance_one(&self, figures: &mut Figures, unit: Option<usize>, known: &[&Figures]) -> Vec<Moved> {
        let (row, groups, scale) = (self.row(figures), self.groups(), self.scale(figures));
        let least = self.least(figures, known);
        let found = balanced_within(std::slice::from_ref(&row), &groups, &[least], scale);
        let found = found.or_else(|| balanced_within(&[row], &groups, &[], scale));
        let cells = found.and_then(|found| found.cells.into_iter().next());
        cells.map(|cells| self.print(figures, &cells, unit)).unwrap_or_default()
    }

    /// The numbers of its columns.
    fn row(&self, figures: &Figures) -> Vec<Option<Decimal>> {
        let mut row: Vec<Option<Decimal>> =
            self.columns.iter().map(|index| figures.value((*index)?)).collect();
        for (total, columns) in &self.totals {
            let rest = columns.end - 1;
            let known: Decimal = row[columns.start..rest].iter().flatten().sum();
            row[rest] = figures.value(*total).map(|total| total - known);
        }
        let Some((total, _)) = self.totals.last() else { return row };
        let Some(shown) = &figures.counts().spec(*total).shown else { return row };
        row.into_iter().map(|value| Some(in_shown(shown, value?))).collect()
    }

    /// What its counts are not printed as less than, since they are not.
    fn least(&self, figures: &Figures, known: &[&Figures]) -> Vec<Option<Decimal>> {
        let least = |index: CountIndex| {
            let value = figures.value(index)?;
            let others = known.iter().filter_map(|known| known.get(index));
            others.filter(|other| other.value <= value).map(|other| other.shown().value()).max()
        };
        self.columns.iter().map(|index| least((*index)?)).collect()
    }

    fn scale(&self, figures: &Figures) -> u32 {
        let shown = self.totals.last().and_then(|(total, _)| figures.counts().spec(*total).shown.as_ref());
        shown.map_or(0, |shown| shown.scale)
    }

    /// Says what documents print of its counts, of what its columns came to.
    fn print(&self, figures: &mut Figures, cells: &[Option<Decimal>], unit: Option<usize>) -> Vec<Moved> {
        let columns = self.columns.iter().zip(cells).filter_map(|(index, cell)| Some(((*index)?, (*cell)?)));
        let sum = |columns: &Range<usize>| cells[columns.clone()].iter().flatten().sum();
        let totals = self.totals.iter().map(|(total, columns)| (*total, sum(columns)));
        columns.chain(totals).filter_map(|(index, value)| print(figures, index, value, unit)).collect()
    }
}

/// Says what documents print of a figure; tells it where that is not what it rounds to by itself.
fn print(figures: &mut Figures, index: CountIndex, value: Decimal, unit: Option<usize>) -> Option<Moved> {
    let figure = figures.get(index)?;
    let by_itself = shown(figure.spec(), figure.value).value();
    figures.show(index, value);
    (value != by_itself).then_some(Moved { index, unit })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::counts::Counts;
    use crate::origin::Origin;

    #[test]
    fn what_is_printed_adds_up_over_parts_and_over_units() {
        let manifest: huibian_contract::PluginManifest = toml::from_str(
            r#"
            id = "work"
            version = "0.1.0"
            title = "工作"
            contract = 1
            slots = []
            [counts.money]
            label = "投入"
            kind = "decimal"
            measure = "元"
            scale = 2
            parts = ["people", "things"]
            shown = { measure = "万元", divide = 10000, scale = 2 }
            [counts.people]
            label = "人员"
            kind = "decimal"
            measure = "元"
            scale = 2
            shown = { measure = "万元", divide = 10000, scale = 2 }
            [counts.things]
            label = "设备"
            kind = "decimal"
            measure = "元"
            scale = 2
            shown = { measure = "万元", divide = 10000, scale = 2 }
            "#,
        )
        .unwrap();
        let counts = Arc::new(Counts::new([&manifest], []));
        let unit = |people: i64, things: i64| {
            let mut figures = Figures::of(&counts);
            for (name, cents) in [("people", people), ("things", things), ("money", people + things)] {
                figures.set(counts.find("work", name).unwrap(), Decimal::new(cents, 2), Origin::default());
            }
            figures
        };
        let shown = |figures: &Figures| {
            ["people", "things", "money"].map(|name| figures.named("work", name).unwrap().shown().to_string())
        };
        // 1.234 and 1.234 of 2.468: by themselves 1.23 and 1.23 of 2.47.
        let mut own = unit(1_234_000, 1_234_000);
        assert_eq!(shown(&own), ["1.23", "1.23", "2.47"]);
        let moved = balance(&mut own, &mut []);
        assert_eq!((shown(&own), moved.len()), (["1.24", "1.23", "2.47"].map(str::to_owned), 1));
        assert_eq!(own.named("work", "people").unwrap().digits().to_string(), "12340.00", "itself it stays");

        let mut units = [unit(1_234_000, 1_234_000), unit(1_234_000, 1_234_000), unit(1_234_000, 5_000)];
        let mut above = unit(3_702_000, 2_473_000);
        let mut below: Vec<&mut Figures> = units.iter_mut().collect();
        balance(&mut above, &mut below);
        let number = |text: &String| text.parse::<Decimal>().unwrap();
        let rows: Vec<[String; 3]> = units.iter().map(&shown).collect();
        for row in &rows {
            assert_eq!(number(&row[0]) + number(&row[1]), number(&row[2]), "{rows:?}");
        }
        for (column, total) in shown(&above).iter().enumerate() {
            let sum: Decimal = rows.iter().map(|row| number(&row[column])).sum();
            assert_eq!(sum, number(total), "{rows:?}");
        }
        assert_eq!(shown(&above)[2], "6.18", "the whole rounds by itself: 6.175");
    }
}
