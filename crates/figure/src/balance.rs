//! Rounding a table so that it still adds up (舍位平衡): every number goes to one of the two that it lies between, the rounded
//! parts add up to the rounded totals in rows and columns, and as few as can be are other than they round by themselves.
//!
//! Such a rounding always exists for a table with one total a row and one a column, and it is a flow: whatever is rounded up in
//! a row is rounded up in a column. The cheapest flow is found by adding one unit after the other along the cheapest way.

use std::ops::Range;

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

/// A table that is rounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balanced {
    /// The numbers, row by row; what is missing stays missing.
    pub cells: Vec<Vec<Option<Decimal>>>,
    /// The sum of each row.
    pub rows: Vec<Decimal>,
    /// The sum of each column.
    pub columns: Vec<Decimal>,
    /// The sum of all.
    pub total: Decimal,
    /// The cells that took a remainder, by row and column: they are other than they round by themselves.
    pub moved: Vec<(usize, usize)>,
}

/// Rounds a table to so many digits after the point. The total of all rounds half up; nothing where a number is too large.
pub fn balanced(cells: &[Vec<Option<Decimal>>], scale: u32) -> Option<Balanced> {
    balanced_within(cells, &[], &[], scale)
}

/// The same where `groups` of columns have sums of their own, inner ones first, and cells are rounded to no less than a number,
/// each that has one; nothing where that cannot be.
pub(crate) fn balanced_within(
    cells: &[Vec<Option<Decimal>>],
    groups: &[Range<usize>],
    least: &[Vec<Option<Decimal>>],
    scale: u32,
) -> Option<Balanced> {
    let width = cells.iter().map(Vec::len).max().unwrap_or(0);
    let unit = Decimal::from(10_u64.checked_pow(scale)?);
    let scaled = |value: Decimal| value.checked_mul(unit);
    let row_sums: Vec<Decimal> =
        cells.iter().map(|row| scaled(sum(row.iter().flatten().copied())?)).collect::<Option<_>>()?;
    let column_sums: Vec<Decimal> = (0..width)
        .map(|column| scaled(sum(cells.iter().filter_map(|row| *row.get(column)?))?))
        .collect::<Option<_>>()?;
    let total = half_up(sum(row_sums.iter().copied())?);
    let least = |row: usize, column: usize| least.get(row).and_then(|row| *row.get(column)?);
    let floor = |row: usize, column: usize, cell: Option<Decimal>| {
        let value = scaled(cell.unwrap_or_default())?;
        let is_held = least(row, column).and_then(scaled).is_some_and(|least| least > value.floor());
        Some(if is_held { value.ceil() } else { value.floor() })
    };
    let floors: Vec<Vec<Decimal>> = (cells.iter().enumerate())
        .map(|(row, cells)| {
            cells.iter().enumerate().map(|(column, cell)| floor(row, column, *cell)).collect()
        })
        .collect::<Option<_>>()?;
    let floor_of_column =
        |column: usize| -> Decimal { floors.iter().filter_map(|row| row.get(column)).sum() };

    // Row by row to the groups of each, from there to its cells, and on to the columns and their groups.
    let (source, sink) = (0, 1);
    let row_node = |row: usize| 2 + row;
    let column_node = |column: usize| 2 + cells.len() + column;
    let group_node = |row: usize, group: usize| 2 + cells.len() + width + row * groups.len() + group;
    let around = |columns: &Range<usize>, from: usize| {
        let is_around = |group: &&Range<usize>| group.start <= columns.start && columns.end <= group.end;
        groups.iter().skip(from).position(|group| is_around(&group)).map(|found| from + found)
    };
    let of_row =
        |row: usize, group: Option<usize>| group.map_or(row_node(row), |group| group_node(row, group));
    let of_all = |group: Option<usize>| group.map_or(sink, |group| group_node(cells.len(), group));
    let mut flow = Flow::new(group_node(cells.len() + 1, 0));
    let mut join_sum = |from: usize, to: usize, sum: Decimal, floors: Decimal| {
        let (must, ceiling) = ((sum.floor() - floors).to_i64()?, (sum.ceil() - floors).to_i64()?);
        flow.join(from, to, must.max(0), MUST);
        flow.join(from, to, ceiling - must.max(0), cost(sum) * TOTALS);
        (ceiling >= 0).then_some(())
    };
    for (row, sum) in row_sums.iter().enumerate() {
        join_sum(source, row_node(row), *sum, floors[row].iter().sum())?;
    }
    for (column, sum) in column_sums.iter().enumerate() {
        let group = around(&(column..column + 1), 0);
        join_sum(column_node(column), of_all(group), *sum, floor_of_column(column))?;
    }
    for (group, columns) in groups.iter().enumerate() {
        let outer = around(columns, group + 1);
        for (row, values) in cells.iter().enumerate() {
            let own = values.get(columns.clone()).unwrap_or_default();
            let sum = scaled(sum(own.iter().flatten().copied())?)?;
            let floors = floors[row].get(columns.clone()).unwrap_or_default().iter().sum();
            join_sum(of_row(row, outer), group_node(row, group), sum, floors)?;
        }
        let sum = sum(column_sums[columns.clone()].iter().copied())?;
        let floors = columns.clone().map(floor_of_column).sum();
        join_sum(group_node(cells.len(), group), of_all(outer), sum, floors)?;
    }
    let mut joints = Vec::new();
    for (row, values) in cells.iter().enumerate() {
        for (column, value) in
            values.iter().enumerate().filter_map(|(column, value)| Some((column, (*value)?)))
        {
            let value = scaled(value)?;
            if floors[row][column] < value {
                let from = of_row(row, around(&(column..column + 1), 0));
                joints.push((row, column, flow.join(from, column_node(column), 1, cost(value))));
            }
        }
    }
    let all_floors: Decimal = floors.iter().flatten().sum();
    let raised = (total - all_floors).to_i64().filter(|raised| *raised >= 0)?;
    flow.send(source, sink, raised)?;

    let mut ups = floors;
    for (row, column, joint) in joints {
        if flow.is_used(joint) {
            ups[row][column] += Decimal::ONE;
        }
    }
    told(cells, &ups, scale)
}

/// What a table is rounded to, of its cells in units of the last digit.
fn told(cells: &[Vec<Option<Decimal>>], ups: &[Vec<Decimal>], scale: u32) -> Option<Balanced> {
    let unit = Decimal::from(10_u64.checked_pow(scale)?);
    let scaled = |value: Decimal| value.checked_mul(unit);
    let width = ups.iter().map(Vec::len).max().unwrap_or(0);
    let mut moved = Vec::new();
    for (row, values) in cells.iter().enumerate() {
        for (column, value) in
            values.iter().enumerate().filter_map(|(column, value)| Some((column, (*value)?)))
        {
            if ups[row][column] != half_up(scaled(value)?) {
                moved.push((row, column));
            }
        }
    }
    let back = |value: Decimal| {
        let mut value = value / unit;
        value.rescale(scale);
        value
    };
    let rows = ups.iter().map(|row| back(row.iter().sum())).collect();
    let columns = (0..width).map(|column| back(ups.iter().filter_map(|row| row.get(column)).sum())).collect();
    let rounded = cells
        .iter()
        .zip(ups)
        .map(|(row, ups)| row.iter().zip(ups).map(|(cell, up)| cell.map(|_| back(*up))).collect());
    Some(Balanced { cells: rounded.collect(), rows, columns, total: back(ups.iter().flatten().sum()), moved })
}

fn sum(mut values: impl Iterator<Item = Decimal>) -> Option<Decimal> {
    values.try_fold(Decimal::ZERO, Decimal::checked_add)
}

fn half_up(value: Decimal) -> Decimal {
    value.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
}

/// What rounding up costs beyond rounding down, in millionths: less than nothing where the number is nearer to the upper one.
fn cost(value: Decimal) -> i64 {
    let up = value - value.floor();
    let cost = (Decimal::ONE - up - up) * Decimal::from(1_000_000);
    cost.round().to_i64().unwrap_or(0)
}

/// What has to be is cheaper than all else together.
const MUST: i64 = -1_000_000_000_000_000;
/// A total that is other than it rounds by itself costs more than a part.
const TOTALS: i64 = 1000;

/// A flow whose joints cost something.
struct Flow {
    nodes: usize,
    joints: Vec<Joint>,
}

/// A joint, the one back right behind it.
struct Joint {
    from: usize,
    to: usize,
    room: i64,
    cost: i64,
}

impl Flow {
    fn new(nodes: usize) -> Self {
        Self { nodes, joints: Vec::new() }
    }

    fn join(&mut self, from: usize, to: usize, room: i64, cost: i64) -> usize {
        self.joints.push(Joint { from, to, room, cost });
        self.joints.push(Joint { from: to, to: from, room: 0, cost: -cost });
        self.joints.len() - 2
    }

    fn is_used(&self, joint: usize) -> bool {
        self.joints[joint + 1].room > 0
    }

    /// Sends so many units, each along the cheapest way that is left.
    fn send(&mut self, source: usize, sink: usize, mut units: i64) -> Option<()> {
        while units > 0 {
            let mut costs: Vec<Option<i64>> = vec![None; self.nodes];
            let mut by: Vec<Option<usize>> = vec![None; self.nodes];
            costs[source] = Some(0);
            // No way round costs less than nothing: the flow so far is the cheapest of its size.
            for _ in 0..self.nodes {
                let mut is_changed = false;
                for (number, joint) in self.joints.iter().enumerate().filter(|(_, joint)| joint.room > 0) {
                    let Some(cost) = costs[joint.from].map(|cost| cost + joint.cost) else { continue };
                    if costs[joint.to].is_none_or(|known| cost < known) {
                        (costs[joint.to], by[joint.to]) = (Some(cost), Some(number));
                        is_changed = true;
                    }
                }
                if !is_changed {
                    break;
                }
            }
            let (mut at, mut room, mut way) = (sink, units, Vec::new());
            while at != source {
                let joint = by[at]?;
                room = room.min(self.joints[joint].room);
                way.push(joint);
                at = self.joints[joint].from;
            }
            for joint in way {
                self.joints[joint].room -= room;
                self.joints[joint ^ 1].room += room;
            }
            units -= room;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn parts_add_up_to_the_rounded_total() {
        let column =
            |values: &[&str]| values.iter().map(|value| vec![Some(decimal(value))]).collect::<Vec<_>>();
        // 1.4 + 1.4 + 1.4 is 4.2: 4 and not 3, so one of them is 2.
        let found = balanced(&column(&["1.4", "1.4", "1.4"]), 0).unwrap();
        assert_eq!((found.total, found.moved.len()), (decimal("4"), 1));
        assert_eq!(found.cells.iter().flatten().flatten().sum::<Decimal>(), decimal("4"));
        // Where all is well nothing is moved.
        let found = balanced(&column(&["1.2", "2.3", "3.4"]), 0).unwrap();
        assert_eq!((found.total, found.moved.len()), (decimal("7"), 1));
        let found = balanced(&column(&["1.2", "2.1"]), 0).unwrap();
        assert!(found.moved.is_empty());
        assert_eq!(balanced(&[], 2).unwrap().total, decimal("0.00"));
        let gap = balanced(&[vec![Some(decimal("0.5")), None], vec![None, Some(decimal("0.5"))]], 0).unwrap();
        assert_eq!((gap.total, gap.cells[0][1]), (decimal("1"), None));
    }

    #[test]
    fn a_part_adds_up_of_its_own_parts_as_well() {
        let mut dice = Dice(7);
        for table in 0..200 {
            let height = 1 + dice.roll(6);
            let mut row = || -> Vec<Option<Decimal>> {
                (0..6).map(|_| Some(Decimal::new(i64::try_from(dice.roll(9_000_000)).unwrap(), 6))).collect()
            };
            let cells: Vec<_> = (0..height).map(|_| row()).collect();
            let groups = [0..2, 0..3, 3..5];
            let found = balanced_within(&cells, &groups, &[], 2).unwrap();
            let near = |exact: Decimal, printed: Decimal| (exact - printed).abs() < Decimal::new(1, 2);
            for columns in groups.iter().cloned().chain(std::iter::once(0..6)) {
                let sum = |row: &Vec<Option<Decimal>>| row[columns.clone()].iter().flatten().sum::<Decimal>();
                for (given, rounded) in cells.iter().zip(&found.cells) {
                    assert!(near(sum(given), sum(rounded)), "{table} {columns:?}");
                }
                let all = |rows: &[Vec<Option<Decimal>>]| rows.iter().map(sum).sum::<Decimal>();
                assert!(near(all(&cells), all(&found.cells)), "{table} {columns:?}");
            }
            assert_eq!(found.cells.iter().flatten().flatten().sum::<Decimal>(), found.total);
        }
    }

    /// Numbers that look random and are the same every time.
    struct Dice(u64);

    impl Dice {
        fn roll(&mut self, below: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (self.0 >> 33) % below
        }
    }

    #[test]
    fn rows_and_columns_of_two_hundred_tables_add_up_and_no_cell_moves_by_more_than_one_unit() {
        let mut dice = Dice(2024);
        for table in 0..200 {
            let (height, width) = (1 + dice.roll(20), 1 + dice.roll(8));
            let scale = u32::try_from(dice.roll(3)).unwrap();
            let mut cell = || match dice.roll(12) {
                0 => None,
                1 => Some(Decimal::ZERO),
                // Amounts in 元 as they are in 万元, some of them below nothing.
                2 => Some(Decimal::new(-i64::try_from(dice.roll(90_000_000)).unwrap(), 6)),
                _ => Some(Decimal::new(i64::try_from(dice.roll(900_000_000)).unwrap(), 6)),
            };
            let cells: Vec<Vec<Option<Decimal>>> =
                (0..height).map(|_| (0..width).map(|_| cell()).collect()).collect();
            let found = balanced(&cells, scale).unwrap();
            let unit = Decimal::new(1, scale);
            for (row, (given, rounded)) in cells.iter().zip(&found.cells).enumerate() {
                assert_eq!(rounded.iter().flatten().sum::<Decimal>(), found.rows[row], "{table}");
                for (given, rounded) in given.iter().zip(rounded) {
                    assert_eq!(given.is_some(), rounded.is_some());
                    if let (Some(given), Some(rounded)) = (given, rounded) {
                        assert!((given - rounded).abs() < unit, "{table}: {given} to {rounded}");
                    }
                }
                let sum: Decimal = given.iter().flatten().sum();
                assert!((sum - found.rows[row]).abs() < unit, "{table}: the sum of a row");
            }
            for (column, sum) in found.columns.iter().enumerate() {
                let rounded: Decimal = found.cells.iter().filter_map(|row| row[column]).sum();
                let given: Decimal = cells.iter().filter_map(|row| row[column]).sum();
                assert_eq!(rounded, *sum, "{table}");
                assert!((given - sum).abs() < unit, "{table}: the sum of a column");
            }
            let all: Decimal = cells.iter().flatten().flatten().sum();
            let half_up = all.round_dp_with_strategy(scale, RoundingStrategy::MidpointAwayFromZero);
            assert_eq!((found.total, found.rows.iter().sum::<Decimal>()), (half_up, half_up), "{table}");
            assert_eq!(found.columns.iter().sum::<Decimal>(), half_up, "{table}");
            assert_eq!(balanced(&cells, scale), Some(found), "{table}: the same again");
        }
    }
}
