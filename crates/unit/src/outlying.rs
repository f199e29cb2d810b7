//! Rows of a ledger with a number of another size than those of all other rows: a digit too many, or too few.

use huibian_contract::manifest::Column;
use huibian_contract::{ColumnType, FieldSpec, Name};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::parted::number;

/// How many other rows there must be.
const OTHERS: usize = 5;
/// How many times the largest of the other rows may be the least of them, and how many times beyond that a row is of another size.
const ALIKE: i64 = 3;
const BEYOND: i64 = 5;
/// Below this a digit too few is told by no column alone.
const SMALL: i64 = 20;

/// A number of another size.
pub struct Outlying<'s> {
    /// Which of the rows, from 0.
    pub row: usize,
    /// Its column.
    pub name: &'s Name,
    /// See `name`.
    pub column: &'s Column,
    /// What it says.
    pub given: Decimal,
    /// What the other rows come to, as much of the other column being given.
    pub least: Decimal,
    /// See `least`.
    pub most: Decimal,
    /// The other column that it goes with, row for row.
    pub per: Option<&'s Column>,
}

/// The first row of a ledger that is of another size, by a column alone or by how much of it there is of another one.
pub fn outlying<'s>(spec: &'s FieldSpec, rows: &[Value]) -> Option<Outlying<'s>> {
    if rows.len() <= OTHERS {
        return None;
    }
    let is_number = |column: &Column| matches!(column.kind, ColumnType::Integer | ColumnType::Decimal);
    let numbers = |name: &Name| -> Vec<Option<Decimal>> {
        let numbers = rows.iter().map(|row| number(row.as_object()?, name));
        numbers.map(|number| number.filter(|number| *number > Decimal::ZERO)).collect()
    };
    let columns: Vec<_> = spec.columns.iter().filter(|(_, column)| is_number(column)).collect();
    let given: Vec<Vec<Option<Decimal>>> = columns.iter().map(|(name, _)| numbers(name)).collect();
    let whole = |at: usize, (row, least, most): (usize, Decimal, Decimal)| {
        let ((name, column), given) = (columns[at], given[at][row]?);
        Some(Outlying { row, name, column, given, least, most, per: None })
    };
    let alone = (0..columns.len()).find_map(|at| whole(at, odd(&given[at], Decimal::TEN)?));
    alone.or_else(|| {
        let pairs = (0..columns.len()).flat_map(|at| (0..columns.len()).map(move |per| (at, per)));
        pairs.filter(|(at, per)| at != per).find_map(|(at, per)| {
            let each = given[at].iter().zip(&given[per]);
            let each: Vec<Option<Decimal>> =
                each.map(|(number, per)| (*number)?.checked_div((*per)?)).collect();
            let (row, least, most) = odd(&each, Decimal::ONE)?;
            let (own, of) = (given[at][row]?, given[per][row]?);
            // Of two numbers that do not go together it is the one that is further from the others'.
            (distance(own, &given[at]) >= distance(of, &given[per])).then_some(())?;
            let of_row = |each: Decimal| each.checked_mul(of).map(|it| it.round_dp(own.scale()));
            let found = whole(at, (row, of_row(least)?, of_row(most)?))?;
            Some(Outlying { per: Some(columns[per].1), ..found })
        })
    })
}

/// The only number that is far beyond all others, or below, with the least and the most of these, which are alike. By a digit it
/// is one of them; `digit` is 1 where that is not asked.
fn odd(numbers: &[Option<Decimal>], digit: Decimal) -> Option<(usize, Decimal, Decimal)> {
    let mut sorted: Vec<(Decimal, usize)> =
        numbers.iter().enumerate().filter_map(|(row, number)| Some(((*number)?, row))).collect();
    if sorted.len() <= OTHERS {
        return None;
    }
    sorted.sort();
    let is_alike = |others: &[(Decimal, usize)]| {
        let (least, most) = (others[0].0, others[others.len() - 1].0);
        (most <= least.checked_mul(ALIKE.into())?).then_some((least, most))
    };
    let (end, lowest) = (sorted.len() - 1, sorted[0]);
    let within = |number: Option<Decimal>, (least, most): (Decimal, Decimal)| {
        digit == Decimal::ONE || number.is_some_and(|number| number >= least && number <= most)
    };
    let above = is_alike(&sorted[..end]).filter(|(least, most)| {
        let (number, _) = sorted[end];
        number >= *most * Decimal::from(BEYOND) && within(number.checked_div(digit), (*least, *most))
    });
    if let Some((least, most)) = above {
        return Some((sorted[end].1, least, most));
    }
    let (least, most) = is_alike(&sorted[1..])?;
    // Small numbers vary by so much.
    let is_small = digit > Decimal::ONE && least < Decimal::from(SMALL);
    let is_below = !is_small
        && lowest.0 * Decimal::from(BEYOND) <= least
        && within(lowest.0.checked_mul(digit), (least, most));
    is_below.then_some((lowest.1, least, most))
}

/// By how often a number is more, or less, than the middle one of a column.
fn distance(number: Decimal, column: &[Option<Decimal>]) -> Decimal {
    let mut sorted: Vec<Decimal> = column.iter().flatten().copied().collect();
    sorted.sort();
    let Some(middle) = sorted.get(sorted.len() / 2).copied() else { return Decimal::ZERO };
    let (large, small) = (number.max(middle), number.min(middle));
    large.checked_div(small).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use huibian_contract::PluginManifest;

    use super::*;

    fn odd_row(rows: &[(i64, i64)]) -> Option<(usize, String, bool)> {
        let manifest: PluginManifest = toml::from_str(
            r#"
            id = "x"
            version = "1"
            title = "x"
            contract = 1
            slots = []
            fields.items = { label = "台账", type = "ledger", columns.area = { label = "面积", type = "integer" }, columns.trees = { label = "株数", type = "integer" } }
            "#,
        )
        .unwrap();
        let rows: Vec<Value> =
            rows.iter().map(|(area, trees)| serde_json::json!({ "area": area, "trees": trees })).collect();
        let spec = manifest.fields.values().next().unwrap();
        outlying(spec, &rows).map(|it| (it.row, it.column.label.clone(), it.per.is_some()))
    }

    #[test]
    fn a_row_of_another_size_is_found() {
        let alike = [(12, 900), (28, 2200), (9, 790), (6, 590), (7, 520), (8, 620)];
        assert_eq!(odd_row(&alike), None);
        // A digit too many by what the other column says.
        let mut rows = alike;
        rows[1].1 = 22000;
        assert_eq!(odd_row(&rows), Some((1, "株数".to_owned(), true)));
        // By the column alone, either way.
        let rows = [(31, 0), (42, 0), (38, 0), (45, 0), (33, 0), (380, 0)];
        assert_eq!(odd_row(&rows), Some((5, "面积".to_owned(), false)));
        let rows = [(31, 0), (42, 0), (38, 0), (4, 0), (33, 0), (35, 0)];
        assert_eq!(odd_row(&rows), Some((3, "面积".to_owned(), false)));
        // Numbers that vary by themselves, and too few rows.
        assert_eq!(odd_row(&[(1, 0), (42, 0), (380, 0), (4, 0), (33, 0), (3500, 0)]), None);
        assert_eq!(odd_row(&[(31, 0), (42, 0), (38, 0), (45, 0), (380, 0)]), None);
    }
}
