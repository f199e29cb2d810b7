//! By which figure words come in that only some reports have: 罚款 above 6 and the sentence stands there.

use crate::figures::Figures;
use crate::plan::{FieldKind, Plan};
use crate::says::Had;
use huibian_sample::form::{Body, Piece};

/// When words come in.
#[derive(Clone, Debug, PartialEq)]
pub enum When {
    /// A figure is above a number.
    Above(usize, f64),
    /// A figure is below a number.
    Below(usize, f64),
    /// Somebody says so.
    Told,
}

/// A block, or an optional piece of it.
pub type Spot = (usize, Option<usize>);

/// Words that only some reports have.
#[derive(Clone, Debug, PartialEq)]
pub struct Condition {
    /// Where they stand.
    pub spot: Spot,
    /// When they come in.
    pub when: When,
    /// What that is asked by: a count that is 0 where they come in, or a field that says so.
    pub name: String,
    /// What people call it.
    pub label: String,
    /// The words.
    pub words: String,
    /// Which reports have them.
    pub present: Vec<bool>,
}

/// What of a form comes in under a condition.
pub fn conditions(plan: &Plan, figures: &Figures<'_>) -> Vec<Condition> {
    let mut found: Vec<Condition> = Vec::new();
    let mut take = |spot: Spot, present: &[bool], pieces: &[Piece]| {
        let words =
            huibian_sample::form::text(pieces, present.iter().position(|one| *one).unwrap_or_default());
        let when = when(plan, figures, present, pieces);
        let number = found.len() + 1;
        let short: String = words.chars().take(12).collect();
        let (name, label) = match when {
            When::Told => (format!("told_{number}"), format!("写入“{short}”")),
            _ => (format!("left_out_{number}"), format!("略去“{short}”")),
        };
        found.push(Condition { spot, when, name, label, words, present: present.to_vec() });
    };
    for (number, block) in plan.form.blocks.iter().enumerate() {
        let Body::Line(pieces) = &block.body else { continue };
        let present: Vec<bool> = block.places.iter().map(Option::is_some).collect();
        if present.contains(&false) {
            take((number, None), &present, pieces);
        }
        let optional = pieces.iter().filter_map(|piece| match piece {
            Piece::Optional(inner, present) => Some((inner, present)),
            _ => None,
        });
        for (at, (inner, present)) in optional.enumerate() {
            take((number, Some(at)), present, inner);
        }
    }
    found
}

/// Reports from which on a figure may decide that has nothing to do with the words.
const MANY: usize = 10;

/// When words stand in the reports of which `present` says so.
fn when(plan: &Plan, figures: &Figures<'_>, present: &[bool], pieces: &[Piece]) -> When {
    let own = holes(pieces);
    let words = huibian_sample::form::text(pieces, present.iter().position(|one| *one).unwrap_or_default());
    let mut found: Vec<(usize, When)> = Vec::new();
    for (number, field) in plan.fields.iter().enumerate() {
        let is_count = matches!(figures.had[number], Had::Count(..)) && plan.is_required(number);
        if !matches!(field.kind, FieldKind::Figure | FieldKind::Rate) || !is_count {
            continue;
        }
        let values: Option<Vec<f64>> =
            (0..present.len()).map(|report| figures.value(report, number)).collect();
        let Some(values) = values else { continue };
        let of = |is: bool| {
            values.iter().zip(present).filter(move |(_, present)| **present == is).map(|(value, _)| *value)
        };
        let (low, high) = (of(true).fold(f64::MAX, f64::min), of(true).fold(f64::MIN, f64::max));
        let (least, most) = (of(false).fold(f64::MAX, f64::min), of(false).fold(f64::MIN, f64::max));
        let when = if low > most {
            When::Above(number, round(most, low))
        } else if high < least {
            When::Below(number, -round(-least, -high))
        } else {
            continue;
        };
        let common = label_share(&field.label, &words);
        let weight = usize::from(own.contains(&number)) * 100 + if common > 1 { common } else { 0 };
        found.push((weight, when));
    }
    found.sort_by_key(|(weight, _)| std::cmp::Reverse(*weight));
    let only = found.len() == 1 && present.len() >= MANY;
    match found.into_iter().next() {
        Some((weight, when)) if weight > 1 || only => when,
        _ => When::Told,
    }
}

/// Characters of a label that stand together in the words.
fn label_share(label: &str, words: &str) -> usize {
    let label: Vec<char> = label.chars().collect();
    let mut best = 0;
    for start in 0..label.len() {
        for end in start + 1..=label.len() {
            let part: String = label[start..end].iter().collect();
            if words.contains(&part) {
                best = best.max(end - start);
            }
        }
    }
    best
}

fn holes(pieces: &[Piece]) -> Vec<usize> {
    pieces
        .iter()
        .flat_map(|piece| match piece {
            Piece::Hole(hole) => vec![hole.field],
            Piece::Optional(inner, _) => holes(inner),
            Piece::Words(_) => Vec::new(),
        })
        .collect()
}

/// The roundest number from `from` on that is below `to`.
fn round(from: f64, to: f64) -> f64 {
    for power in (0..7).rev() {
        let unit = 10_f64.powi(power);
        let up = (from / unit).ceil() * unit;
        if up < to {
            return up;
        }
        let half = unit / 2.0;
        let up = (from / half).ceil() * half;
        if up < to && power > 0 {
            return up;
        }
    }
    from
}

#[cfg(test)]
mod tests {
    use super::round;

    #[test]
    fn a_round_number_lies_between() {
        for (from, to, expected) in
            [(38.0, 42.0, 40.0), (5.2, 9.06, 6.0), (9.0, 12.0, 10.0), (3.0, 4.0, 3.0), (0.2, 0.4, 0.2)]
        {
            assert!((round(from, to) - expected).abs() < 1e-9, "{from} {to}: {}", round(from, to));
        }
    }
}
