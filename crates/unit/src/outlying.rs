//! Rows of a ledger with a number of another size than those of all other rows: a digit too many, or too few.

use std::collections::BTreeMap;

use huibian_contract::manifest::Column;
use huibian_contract::{ColumnType, FieldSpec, Name};
use rust_decimal::Decimal;
use serde_json::Value;

use crate::parted::number;

/// How many other rows there must be.
const OTHERS: usize = 5;
/// How many others of its kind, where another column says what a row is of.
const OTHERS_OF_A_KIND: usize = 3;
/// How many times the largest of the other rows may be the least of them, and how many times beyond that a row is of another size.
const ALIKE: i64 = 3;
const BEYOND: i64 = 5;
/// How many times the largest other one a number with two digits too many is at least.
const FAR: i64 = 20;
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
    let alone = (0..columns.len()).find_map(|at| whole(at, odd(&given[at], OTHERS, Decimal::TEN)?));
    let texts = || spec.columns.iter().filter(|(_, column)| column.kind == ColumnType::Text);
    let of_a_kind = || {
        let kinds: Vec<_> = texts().flat_map(|(name, _)| kinds(name, rows, OTHERS_OF_A_KIND + 1)).collect();
        (0..columns.len()).find_map(|at| whole(at, kinds.iter().find_map(|kind| odd_of(kind, &given[at]))?))
    };
    let priced = || {
        let kinds: Vec<_> = texts().map(|(name, _)| kinds(name, rows, 2)).collect();
        let odd = pairs(columns.len()).filter_map(|(at, per)| {
            let (row, usual) = kinds.iter().find_map(|kinds| odd_price(kinds, &given[at], &given[per]))?;
            Some((distance(given[at][row]?, &given[at]), at, per, row, usual))
        });
        // A price is odd by its amount or by its number, whichever is further from the others.
        let (_, at, per, row, usual) = odd.max_by_key(|(distance, ..)| *distance)?;
        Some(Outlying { per: Some(columns[per].1), ..whole(at, (row, usual, usual))? })
    };
    alone.or_else(of_a_kind).or_else(priced).or_else(|| {
        pairs(columns.len()).find_map(|(at, per)| {
            let each = given[at].iter().zip(&given[per]);
            let each: Vec<Option<Decimal>> =
                each.map(|(number, per)| (*number)?.checked_div((*per)?)).collect();
            let (row, least, most) = odd(&each, OTHERS, Decimal::ONE)?;
            let (own, of) = (given[at][row]?, given[per][row]?);
            // Of two numbers that do not go together it is the one that is further from the others'.
            (distance(own, &given[at]) >= distance(of, &given[per])).then_some(())?;
            let of_row = |each: Decimal| each.checked_mul(of).map(|it| it.round_dp(own.scale()));
            let found = whole(at, (row, of_row(least)?, of_row(most)?))?;
            Some(Outlying { per: Some(columns[per].1), ..found })
        })
    })
}

/// Each column beside each other one.
fn pairs(columns: usize) -> impl Iterator<Item = (usize, usize)> {
    (0..columns).flat_map(move |at| (0..columns).map(move |per| (at, per))).filter(|(at, per)| at != per)
}

/// The rows of each kind that a column of text tells apart.
fn kinds(column: &Name, rows: &[Value], least: usize) -> Vec<Vec<usize>> {
    let mut kinds: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        if let Some(kind) = row.get(column.as_str()).and_then(Value::as_str) {
            kinds.entry(kind).or_default().push(at);
        }
    }
    kinds.into_values().filter(|own| own.len() >= least && own.len() < rows.len()).collect()
}

/// The row of the only kind that has not one price, and what its amount would be by the other rows' of that kind.
fn odd_price(
    kinds: &[Vec<usize>],
    amounts: &[Option<Decimal>],
    numbers: &[Option<Decimal>],
) -> Option<(usize, Decimal)> {
    let price = |row: &usize| amounts[*row]?.checked_div(numbers[*row]?);
    let is_one = |kind: &&Vec<usize>| {
        let first = price(&kind[0]);
        first.is_some() && kind.iter().all(|row| price(row) == first)
    };
    let (priced, odd): (Vec<_>, Vec<_>) = kinds.iter().partition(is_one);
    let [odd] = odd[..] else { return None };
    let known: usize = priced.iter().map(|kind| kind.len()).sum();
    let row = odd.iter().filter(|row| {
        let mut others = odd.iter().filter(|other| other != row).map(price);
        let first = others.next().flatten();
        first.is_some() && price(row).is_some() && price(row) != first && others.all(|other| other == first)
    });
    // Of two rows it is the one whose amount is further from all others'.
    let row = *row.max_by_key(|row| amounts[**row].map(|amount| distance(amount, amounts)))?;
    let other = price(odd.iter().find(|other| **other != row)?)?;
    let (own, of) = (price(&row)?.max(other), price(&row)?.min(other));
    // Of one kind there may be a better sort.
    let is_told = priced.len() > 1 && known >= OTHERS && own >= of.checked_mul(ALIKE.into())?;
    is_told.then_some((row, other.checked_mul(numbers[row]?)?))
}

/// The row of a kind that is of another size than its others, which are no small numbers.
fn odd_of(kind: &[usize], numbers: &[Option<Decimal>]) -> Option<(usize, Decimal, Decimal)> {
    let own: Vec<Option<Decimal>> = kind.iter().map(|row| numbers[*row]).collect();
    let (row, least, most) = odd(&own, OTHERS_OF_A_KIND, Decimal::TEN)?;
    // What a row of another kind comes to as well is nothing unusual.
    let mut others = numbers.iter().enumerate().filter(|(at, _)| !kind.contains(at));
    let is_known = others.any(|(_, other)| *other == numbers[kind[row]]);
    (least >= SMALL.into() && !is_known).then_some((kind[row], least, most))
}

/// The only number that is far beyond all others, or below, with the least and the most of these, which are alike. By a digit it
/// is one of them; `digit` is 1 where that is not asked.
fn odd(numbers: &[Option<Decimal>], others: usize, digit: Decimal) -> Option<(usize, Decimal, Decimal)> {
    let mut sorted: Vec<(Decimal, usize)> =
        numbers.iter().enumerate().filter_map(|(row, number)| Some(((*number)?, row))).collect();
    if sorted.len() <= others {
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
    // What is too large may have been the largest of them.
    let nearly = |(least, most): (Decimal, Decimal)| (least, most * Decimal::new(15, 1));
    let above = is_alike(&sorted[..end]).filter(|(least, most)| {
        let (number, _) = sorted[end];
        number >= *most * Decimal::from(BEYOND) && within(number.checked_div(digit), nearly((*least, *most)))
    });
    if let Some((least, most)) = above {
        return Some((sorted[end].1, least, most));
    }
    // By two digits it is beyond all that the others vary by.
    let (least, most) = (sorted[0].0, sorted[end - 1].0);
    let is_far = digit == Decimal::TEN
        && sorted[end].0 >= most * Decimal::from(FAR)
        && most <= least * Decimal::TEN
        && within(sorted[end].0.checked_div(Decimal::ONE_HUNDRED), nearly((least, most)));
    if is_far {
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

    fn odd_cost(rows: &[(&str, i64, i64)]) -> Option<(usize, String)> {
        let manifest: PluginManifest = toml::from_str(
            r#"
            id = "x"
            version = "1"
            title = "x"
            contract = 1
            slots = []
            [fields.items]
            label = "台账"
            type = "ledger"
            columns.kind = { label = "物资", type = "text" }
            columns.pieces = { label = "数量", type = "integer" }
            columns.cost = { label = "金额", type = "integer" }
            "#,
        )
        .unwrap();
        let row = |(kind, pieces, cost): &(&str, i64, i64)| serde_json::json!({ "kind": kind, "pieces": pieces, "cost": cost });
        let rows: Vec<Value> = rows.iter().map(row).collect();
        outlying(manifest.fields.values().next().unwrap(), &rows).map(|it| (it.row, it.given.to_string()))
    }

    #[test]
    fn an_amount_is_held_against_the_price_of_its_kind() {
        let mut rows = vec![
            ("坐垫", 8, 1680),
            ("轮椅", 8, 3728),
            ("盲杖", 2, 110),
            ("床", 8, 12_304),
            ("坐垫", 2, 420),
            ("轮椅", 2, 932),
            ("盲杖", 9, 495),
            ("床", 3, 4614),
        ];
        assert_eq!(odd_cost(&rows), None);
        rows[3].2 = 123_040;
        assert_eq!(odd_cost(&rows), Some((3, "123040".to_owned())));
        // Another sort of it, and kinds that have no price of their own.
        rows[3].2 = 14_304;
        assert_eq!(odd_cost(&rows), None);
        rows[3].2 = 123_040;
        rows[4].2 = 1420;
        assert_eq!(odd_cost(&rows), None);
    }

    #[test]
    fn a_row_is_held_against_its_own_kind() {
        let rows = |last| {
            let mut rows = vec![("米", 0, 40), ("米", 0, 44), ("米", 0, 52)];
            rows.extend([("灯", 0, 900), ("灯", 0, 2400), ("书", 0, 7), ("米", 0, last)]);
            rows
        };
        assert_eq!(odd_cost(&rows(48)), None);
        assert_eq!(odd_cost(&rows(480)), Some((6, "480".to_owned())));
        // What another kind has to the digit is usual.
        let mut known = rows(480);
        known.push(("书", 0, 480));
        assert_eq!(odd_cost(&known), None);
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
        // Two digits too many, where the others vary more.
        let rows = [(10, 0), (42, 0), (38, 0), (21, 0), (33, 0), (3500, 0)];
        assert_eq!(odd_row(&rows), Some((5, "面积".to_owned(), false)));
        // It was the largest before that.
        let rows = [(130, 0), (190, 0), (260, 0), (100, 0), (360, 0), (44_000, 0)];
        assert_eq!(odd_row(&rows), Some((5, "面积".to_owned(), false)));
        // Numbers that vary by themselves, and too few rows.
        assert_eq!(odd_row(&[(1, 0), (42, 0), (380, 0), (4, 0), (33, 0), (3500, 0)]), None);
        assert_eq!(odd_row(&[(31, 0), (42, 0), (38, 0), (45, 0), (380, 0)]), None);
    }
}
