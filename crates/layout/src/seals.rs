//! Where those who sign together under seals stand (GB/T 9704-2012, 7.3.5.1): in rows and in their order, each under a seal of its
//! own, so far apart that seals neither overlap nor touch.

use huibian_document::{HouseStyle, Length};

/// A seal's diameter: that of bodies below a province's (国发〔1999〕25号).
const SEAL: Length = Length::from_emu(42 * MILLIMETRE);
/// Between two seals at least.
const APART: Length = Length::from_emu(2 * MILLIMETRE);
const MILLIMETRE: i64 = 36_000;
/// Seals in a row.
const MOST: usize = 3;
/// From middle to middle in a row that has room to spare, in hundredths of a character.
const WIDE: i64 = 1_200;

/// Names in rows. All widths are in hundredths of a character.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedRows {
    /// How far the middle of each name is from the right edge, row by row.
    pub rows: Vec<Vec<i64>>,
    /// Empty lines between two rows.
    pub blank: u32,
    /// How far 成文日期 ends from the right edge: below the last name, under one seal with it.
    pub date: i64,
}

impl SealedRows {
    /// The rows of names and of a date of these widths.
    pub fn of(names: &[i64], date: i64, style: &HouseStyle) -> Self {
        let size = style.paragraphs.signatory.size.emu().max(1);
        let hundredths = |length: Length| length.emu() * 100 / size;
        let line = hundredths(style.text_width());
        let longest = names.iter().copied().max().unwrap_or_default().min(line);
        let date_middle = style.signature.seal_inset * 100 + date / 2;
        let rightmost = date_middle.max(longest / 2);
        let (half, least) = (hundredths(SEAL).max(longest) / 2, hundredths(SEAL + APART).max(longest + 100));
        let room = line - rightmost - half;
        let count = i64::try_from(names.len()).unwrap_or(i64::MAX).max(1);
        let most = i64::try_from(MOST).unwrap_or(1).min(1 + (room / least).max(0));
        let rows = (count + most - 1) / most;
        let columns = (count + rows - 1) / rows;
        let pitch = if columns > 1 { (room / (columns - 1)).min(WIDE).max(least) } else { 0 };
        let middles = |names: &[i64]| {
            let mut middles: Vec<i64> =
                (0..).map(|at: i64| rightmost + at * pitch).take(names.len()).collect();
            middles.reverse();
            middles
        };
        let text_line = style.text.line.emu().max(1);
        let lines = ((SEAL + APART).emu() + text_line - 1) / text_line;
        Self {
            rows: names.chunks(usize::try_from(columns).unwrap_or(1)).map(middles).collect(),
            blank: u32::try_from(lines - 1).unwrap_or(0),
            date: rightmost - date / 2,
        }
    }

    /// Each row as cells of one width, in whose middle its names stand: how many, how far the last ends from the right edge, and
    /// that width.
    pub fn spans(&self) -> impl Iterator<Item = (usize, i64, i64)> {
        self.rows.iter().map(|row| {
            let [first, last] = [row.first(), row.last()].map(|middle| middle.copied().unwrap_or_default());
            let columns = i64::try_from(row.len()).unwrap_or(1);
            let pitch = if columns > 1 { (first - last) / (columns - 1) } else { 2 * last };
            (row.len(), (last - pitch / 2).max(0), pitch)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seals_neither_overlap_nor_leave_the_text() {
        let style = HouseStyle::parse(include_str!("../../../templates/styles/gbt9704.toml")).unwrap();
        let size = style.paragraphs.signatory.size.emu();
        let of = |length: Length| length.emu() * 100 / size;
        let (seal, line) = (of(SEAL), of(style.text_width()));
        for (count, width, expected) in [
            (2, 600, vec![2]),
            (3, 700, vec![3]),
            (4, 700, vec![2, 2]),
            (5, 700, vec![3, 2]),
            (3, 1000, vec![2, 1]),
            (2, 1400, vec![1, 1]),
            (2, 4000, vec![1, 1]),
        ] {
            let found = SealedRows::of(&vec![width; count], 725, &style);
            let lengths: Vec<usize> = found.rows.iter().map(Vec::len).collect();
            assert_eq!(lengths, expected, "{count} of {width}");
            for row in &found.rows {
                assert!(row.windows(2).all(|pair| pair[0] - pair[1] > seal.max(width)), "{row:?}");
                assert!(
                    row.iter().all(|middle| middle + seal / 2 <= line && middle - seal / 2 >= 0),
                    "{row:?}"
                );
            }
            assert!(style.text.line.times((found.blank + 1).into(), 1) > SEAL);
            let last = found.rows.last().and_then(|row| row.last()).copied();
            assert!(last.is_some_and(|last| (last - found.date - 725 / 2).abs() <= 1 && found.date >= 400));
        }
    }
}
