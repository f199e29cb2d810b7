//! Figures that documents print in another measure: parts and their totals, over units and over counts, are rounded so that they
//! add up, and stay so wherever they are printed.

use rust_decimal::Decimal;

use crate::balance::balanced;
use crate::counts::{CountIndex, Counts};
use crate::figure::in_shown;
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
    let mut moved = Vec::new();
    for family in families(&counts) {
        moved.extend(family.balance(figures, below));
    }
    moved
}

/// A count that is shown in another measure, and the counts that are its parts.
struct Family {
    total: CountIndex,
    parts: Vec<CountIndex>,
}

/// Totals with their parts, and counts that are neither.
fn families(counts: &Counts) -> Vec<Family> {
    let is_shown =
        |index: CountIndex| counts.spec(index).shown.is_some() && counts.spec(index).ratio.is_none();
    let parts = |index: CountIndex| -> Vec<CountIndex> {
        let (key, spec) = (counts.key(index), counts.spec(index));
        let alike = |part: &CountIndex| counts.spec(*part).shown == spec.shown;
        let parts = spec.parts.iter().filter_map(|part| counts.find(key.plugin.as_str(), part.as_str()));
        parts.filter(alike).collect()
    };
    let shown: Vec<CountIndex> =
        counts.own().map(|(index, ..)| index).filter(|index| is_shown(*index)).collect();
    let mut families: Vec<Family> =
        shown.iter().map(|total| Family { total: *total, parts: parts(*total) }).collect();
    let mut claimed: Vec<CountIndex> = Vec::new();
    for family in &mut families {
        // A count is balanced with one total alone.
        family.parts.retain(|part| !claimed.contains(part));
        claimed.extend(&family.parts);
    }
    families.retain(|family| !claimed.contains(&family.total));
    families
}

impl Family {
    fn balance(&self, figures: &mut Figures, below: &mut [&mut Figures]) -> Vec<Moved> {
        let Some(shown) = figures.counts().spec(self.total).shown.clone() else { return Vec::new() };
        // What a total has beyond its parts is a part as well.
        let row = |figures: &Figures| -> Vec<Option<Decimal>> {
            let parts = self.parts.iter().map(|part| figures.value(*part));
            let parts: Vec<Option<Decimal>> = parts.collect();
            let known: Decimal = parts.iter().flatten().sum();
            let rest = figures.value(self.total).map(|total| total - known);
            parts.into_iter().chain([rest]).map(|value| Some(in_shown(&shown, value?))).collect()
        };
        let adds_up = below.iter().map(|unit| row(unit)).collect::<Vec<_>>();
        let own = row(figures);
        let sum = |column: usize| -> Decimal { adds_up.iter().filter_map(|row| row[column]).sum() };
        let is_sum = !below.is_empty()
            && own.iter().enumerate().all(|(column, value)| value.unwrap_or_default() == sum(column));
        let cells = if is_sum { adds_up } else { vec![own] };
        let Some(found) = balanced(&cells, shown.scale) else { return Vec::new() };
        let rest = self.parts.len();
        let mut moved = Vec::new();
        let mut show =
            |figures: &mut Figures, values: &[Option<Decimal>], total: Decimal, unit: Option<usize>| {
                let parts = self.parts.iter().copied().zip(values.iter().copied());
                for (index, value) in parts.chain([(self.total, values[rest].map(|_| total))]) {
                    let by_itself = figures.get(index).map(|figure| figure.shown().value());
                    if let (Some(value), Some(by_itself)) = (value, by_itself) {
                        if value != by_itself {
                            moved.push(Moved { index, unit });
                        }
                        figures.show(index, value);
                    }
                }
            };
        if is_sum {
            for (number, unit) in below.iter_mut().enumerate() {
                show(unit, &found.cells[number], found.rows[number], Some(number));
            }
            let columns: Vec<Option<Decimal>> =
                found.columns.iter().zip(&cells[0]).map(|(column, _)| Some(*column)).collect();
            show(figures, &columns, found.total, None);
        } else if let Some(row) = found.cells.first() {
            show(figures, row, found.total, None);
        }
        moved
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
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
