//! Lines and columns of a text, found from milestones in it: a text with many faults is gone through once, and not once a fault.

use std::ops::Range;

/// How many bytes lie between milestones, more or less.
const STEP: usize = 1024;

/// Places in a text of which line and column are known.
#[derive(Debug)]
pub struct Milestones(Vec<Milestone>);

#[derive(Clone, Copy, Debug)]
struct Milestone {
    at: usize,
    line: usize,
    column: usize,
}

impl Milestone {
    const START: Self = Self { at: 0, line: 1, column: 1 };

    /// The place that lies a text further.
    fn after(self, text: &str) -> Self {
        let line = text.rfind('\n').map_or(0, |end| end + 1);
        let ended = ends_of_lines(text);
        let here = text[line..].chars().count();
        Self {
            at: self.at + text.len(),
            line: self.line + ended,
            column: if ended == 0 { self.column + here } else { here + 1 },
        }
    }
}

impl Milestones {
    pub fn of(text: &str) -> Self {
        let mut all = vec![Milestone::START];
        let mut last = all[0];
        while text.len() - last.at > STEP {
            let mut next = last.at + STEP;
            while !text.is_char_boundary(next) {
                next += 1;
            }
            last = last.after(&text[last.at..next]);
            all.push(last);
        }
        Self(all)
    }

    /// Line and column, both from 1, of a place so near a text's beginning that no milestone stands before it.
    pub fn near_start(at: usize, text: &str) -> Option<(usize, usize)> {
        let found = (at <= STEP).then(|| Milestone::START.after(&text[..at]))?;
        Some((found.line, found.column))
    }

    /// Line and column, both from 1, of a place in the text.
    pub fn line_and_column(&self, at: usize, text: &str) -> (usize, usize) {
        let before = self.0.partition_point(|milestone| milestone.at <= at);
        let milestone = self.0[before - 1];
        let found = milestone.after(&text[milestone.at..at]);
        (found.line, found.column)
    }

    /// Where a character of a line stands, both from 1; at the line's end, where it has fewer.
    pub fn place(&self, line: usize, column: usize, text: &str) -> Range<usize> {
        let line = line.max(1);
        let start = self.start_of(line, text);
        let end = start + text[start..self.start_of(line + 1, text)].trim_end_matches(['\n', '\r']).len();
        // The last one before it.
        let before = self.0.partition_point(|milestone| (milestone.line, milestone.column) <= (line, column));
        let near = before.checked_sub(1).map(|before| self.0[before]).filter(|near| near.line == line);
        let (from, further) = near.map_or((start, column.max(1) - 1), |near| (near.at, column - near.column));
        let at = text.get(from..end).and_then(|rest| rest.char_indices().nth(further));
        at.map_or(end, |(offset, _)| from + offset)..end
    }

    /// Where a line, from 1, starts; at the end, where the text has fewer.
    pub fn start_of(&self, line: usize, text: &str) -> usize {
        if line <= 1 {
            return 0;
        }
        // The last place that lies before the line.
        let before = self.0.partition_point(|milestone| milestone.line < line).max(1);
        let Milestone { at, line: known, .. } = self.0[before - 1];
        let ends = text[at..].match_indices('\n').nth(line - known - 1);
        ends.map_or(text.len(), |(end, _)| at + end + 1)
    }
}

/// How many lines end in a text.
fn ends_of_lines(text: &str) -> usize {
    memchr::memchr_iter(b'\n', text.as_bytes()).count()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_place_is_where_one_counts_it(text in "([a云溪𠀀]{0,40}\n{0,3}){0,200}", at in 0..8000_usize, line in 0..300_usize, column in 0..60_usize) {
            let milestones = Milestones::of(&text);
            let mut at = at.min(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            let before = &text[..at];
            let start = before.rfind('\n').map_or(0, |end| end + 1);
            let counted = (before.matches('\n').count() + 1, before[start..].chars().count() + 1);
            prop_assert_eq!(milestones.line_and_column(at, &text), counted);
            prop_assert!(Milestones::near_start(at, &text).is_none_or(|found| found == counted));
            let start: usize = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
            prop_assert_eq!(milestones.start_of(line, &text), start);
            let rest = text[start..].lines().next().unwrap_or_default();
            let offset = rest.char_indices().nth(column).map_or(rest.len(), |(offset, _)| offset);
            prop_assert_eq!(milestones.place(line, column + 1, &text), start + offset..start + rest.len());
        }
    }
}
