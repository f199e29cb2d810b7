//! Two sequences laid beside each other so that what is alike stands together in as few stretches as can be.

/// What opening a gap costs: a stretch that is missing is one stretch rather than several.
const OPEN: i32 = 3;
/// Cells of the table beyond which only what agrees at both ends is laid together.
const MOST: usize = 2 << 20;

/// Pairs of places that stand together, in order. `alike` says how much two places have in common; none where they have nothing.
pub fn align(left: usize, right: usize, alike: impl Fn(usize, usize) -> Option<i32>) -> Vec<(usize, usize)> {
    if (left + 1).saturating_mul(right + 1) <= MOST {
        return middle(left, right, &alike);
    }
    let start = (0..left.min(right)).take_while(|at| alike(*at, *at).is_some()).count();
    let room = left.min(right) - start;
    let end = (0..room).take_while(|at| alike(left - 1 - at, right - 1 - at).is_some()).count();
    let (rows, columns) = (left - start - end, right - start - end);
    let mut pairs: Vec<(usize, usize)> = (0..start).map(|at| (at, at)).collect();
    if (rows + 1).saturating_mul(columns + 1) <= MOST {
        let inner = middle(rows, columns, &|row, column| alike(start + row, start + column));
        pairs.extend(inner.into_iter().map(|(row, column)| (start + row, start + column)));
    }
    pairs.extend((0..end).rev().map(|at| (left - 1 - at, right - 1 - at)));
    pairs
}

/// Where the best way to a cell comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum From {
    Pair,
    Left,
    Right,
}

const WAYS: [From; 3] = [From::Pair, From::Left, From::Right];

fn middle(rows: usize, columns: usize, alike: &impl Fn(usize, usize) -> Option<i32>) -> Vec<(usize, usize)> {
    const NEVER: i32 = i32::MIN / 2;
    let width = columns + 1;
    // For each cell and each way into it: the best sum, and the way before.
    let mut best = vec![[NEVER; 3]; (rows + 1) * width];
    let mut from = vec![[From::Pair; 3]; (rows + 1) * width];
    best[0] = [0, -1, -1];
    let step = |cell: &[i32; 3], way: usize| {
        let cost = |of: usize| cell[of] - if of == way || way == 0 { 0 } else { OPEN };
        // Of ways that are alike the one that goes on as it went.
        let mut chosen = if way == 0 { 0 } else { way };
        for of in 0..3 {
            if cost(of) > cost(chosen) {
                chosen = of;
            }
        }
        (cost(chosen), WAYS[chosen])
    };
    for row in 0..=rows {
        for column in 0..=columns {
            let at = row * width + column;
            if row > 0
                && column > 0
                && let Some(gain) = alike(row - 1, column - 1)
            {
                let (sum, way) = step(&best[at - width - 1], 0);
                best[at][0] = sum + gain;
                from[at][0] = way;
            }
            if row > 0 {
                let (sum, way) = step(&best[at - width], 1);
                best[at][1] = best[at][1].max(sum);
                from[at][1] = way;
            }
            if column > 0 {
                let (sum, way) = step(&best[at - 1], 2);
                best[at][2] = best[at][2].max(sum);
                from[at][2] = way;
            }
        }
    }
    let (mut row, mut column, mut pairs) = (rows, columns, Vec::new());
    let last = best[rows * width + columns];
    let mut way = (0..3).max_by_key(|way| last[*way]).map_or(From::Pair, |way| WAYS[way]);
    while row > 0 || column > 0 {
        let before = from[row * width + column];
        match way {
            From::Pair if row > 0 && column > 0 => {
                way = before[0];
                (row, column) = (row - 1, column - 1);
                pairs.push((row, column));
            }
            From::Left if row > 0 => {
                way = before[1];
                row -= 1;
            }
            From::Right if column > 0 => {
                way = before[2];
                column -= 1;
            }
            _ if row > 0 => (way, row) = (From::Left, row - 1),
            _ => (way, column) = (From::Right, column - 1),
        }
    }
    pairs.reverse();
    pairs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn pairs(left: &str, right: &str) -> Vec<(usize, usize)> {
        let (left, right): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
        align(left.len(), right.len(), |a, b| (left[a] == right[b]).then_some(2))
    }

    #[test]
    fn what_is_missing_is_missing_in_one_stretch() {
        let found = pairs("养护5处。其中多处。执行", "养护5处。执行");
        assert_eq!(found.len(), 7);
        let gaps = found.windows(2).filter(|two| two[1].0 != two[0].0 + 1).count();
        assert_eq!(gaps, 1);
    }

    proptest! {
        #[test]
        fn pairs_are_alike_and_in_order(left in "[ab云溪]{0,12}", right in "[ab云溪]{0,12}") {
            let found = pairs(&left, &right);
            let (l, r): (Vec<char>, Vec<char>) = (left.chars().collect(), right.chars().collect());
            prop_assert!(found.iter().all(|(a, b)| l[*a] == r[*b]));
            prop_assert!(found.windows(2).all(|two| two[0].0 < two[1].0 && two[0].1 < two[1].1));
            if left == right {
                prop_assert_eq!(found.len(), l.len());
            }
        }
    }
}
