//! Rows whose figures are what other rows add up to, whatever they are called. Knows no cells.

use rust_decimal::Decimal;

/// The figures of a row.
pub type Figures = Vec<Option<Decimal>>;

/// The rows whose figures are what two or more rows right above or right below them come to, and the heads of groups of all rows.
pub fn sums(figures: &[Figures]) -> Vec<usize> {
    let upwards: Vec<Figures> = figures.iter().rev().cloned().collect();
    let last = figures.len().saturating_sub(1);
    let mut groups = headed(figures);
    groups.extend(headed(&upwards).into_iter().map(|at| last - at));
    let is_sum = |at: &usize| {
        let above = figures[..*at].iter().rev();
        groups.contains(at) || is_sum(&figures[*at], above) || is_sum(&figures[*at], figures[at + 1..].iter())
    };
    (0..figures.len()).filter(is_sum).collect()
}

/// The rows that head groups, where all rows are in one: each comes to what follows it up to the next, and at least two are of
/// several. Together that is no chance, though each alone might be.
fn headed(figures: &[Figures]) -> Vec<usize> {
    let (mut heads, mut evidence, mut several, mut at) = (Vec::new(), 0, 0, 0);
    while at < figures.len() {
        let Some(members) = members(&figures[at], &figures[at + 1..]) else { return Vec::new() };
        heads.push(at);
        evidence += digits(&figures[at]);
        several += usize::from(members > 1);
        at += members + 1;
    }
    if several > 1 && evidence >= DIGITS_OF_SOME { heads } else { Vec::new() }
}

/// How many of the rows that follow come to a row's figures.
fn members(stated: &[Option<Decimal>], rows: &[Figures]) -> Option<usize> {
    let mut sums = vec![Decimal::ZERO; stated.len()];
    for (row, count) in rows.iter().zip(1..) {
        for (sum, number) in sums.iter_mut().zip(row) {
            *sum = sum.checked_add(number.unwrap_or_default())?;
        }
        let compared = || stated.iter().zip(&sums).filter_map(|(stated, sum)| Some((stated.as_ref()?, sum)));
        if digits(stated) > 0 && compared().all(|(stated, sum)| stated == sum) {
            return Some(count);
        }
    }
    None
}

/// So many digits agree by no chance.
const DIGITS_OF_SOME: usize = 5;

/// How many digits the figures of a row have that are not 0.
fn digits(figures: &[Option<Decimal>]) -> usize {
    let digits = |number: &Decimal| number.normalize().mantissa().unsigned_abs().to_string().len();
    figures.iter().flatten().filter(|number| !number.is_zero()).map(digits).sum()
}

/// Whether figures are what the first two or more rows come to: all of them, or so many that it is no chance. Rows are gone over no
/// further than they can make up the sum.
fn is_sum<'r>(stated: &[Option<Decimal>], rows: impl ExactSizeIterator<Item = &'r Figures>) -> bool {
    const DIGITS_OF_ALL: usize = 3;
    let evidence = digits(stated);
    if evidence < DIGITS_OF_ALL || stated.iter().flatten().any(Decimal::is_sign_negative) {
        return false;
    }
    let count = rows.len();
    let mut sums = vec![Decimal::ZERO; stated.len()];
    for (nth, row) in (1..).zip(rows) {
        for (sum, number) in sums.iter_mut().zip(row) {
            let Some(more) = sum.checked_add(number.unwrap_or_default()) else { return false };
            *sum = more;
        }
        let compared = || stated.iter().zip(&sums).filter_map(|(stated, sum)| Some((stated.as_ref()?, sum)));
        if nth > 1
            && compared().all(|(stated, sum)| stated == sum)
            && (evidence >= DIGITS_OF_SOME || nth == count)
        {
            return true;
        }
        if compared().any(|(stated, sum)| sum > stated) {
            return false;
        }
    }
    false
}
