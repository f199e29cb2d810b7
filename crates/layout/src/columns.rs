//! How wide the columns of a table are, and in what size of type: as they are declared where that holds what must not break;
//! else as their contents ask; then in smaller type, down to the least that the house style allows.

use std::ops::Range;

use huibian_document::table::{Place, Table};
use huibian_document::{HouseStyle, Inline, Length, plain_text};

use crate::kept::{kept, long_words};

/// Words of more characters than these may break where they are in the way of everything else.
const SHORT_WORD: usize = 20;
/// Lines of so few characters break where they must, and not before long words do.
const SHORT_LINE: usize = 6;
/// How small type on an upright page is at least, in hundredths of its full size.
const UPRIGHT: i64 = 75;
/// How many characters of a word that breaks stand on a line at least.
const BROKEN_WORD: i64 = 6;

/// A table as it is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fit {
    /// Each column's width, in twentieths of a point.
    pub widths: Vec<i64>,
    /// The size of its cells' type.
    pub size: Length,
    /// Words that no line of their column has room for.
    pub broken: Vec<String>,
    /// Whether all that must not break has room. Where it has none, the table is no table that can be read.
    pub has_room: bool,
}

/// How wide the widest piece of some words is, and all of them on one line, in English metric units.
#[derive(Clone, Copy, Debug, Default)]
struct Need {
    /// What never breaks.
    firm: i64,
    /// The same, with words that break only where they must.
    whole: i64,
    /// The longest line.
    natural: i64,
}

/// Turns the page for a table that has no room upright.
pub fn turn(table: &mut Table, style: &HouseStyle) {
    if !table.landscape {
        table.landscape = !upright(table, style).has_room;
    }
}

/// The columns of a table, upright or turned as it says.
pub fn fit(table: &Table, style: &HouseStyle) -> Fit {
    if !style.turns(table) {
        return upright(table, style);
    }
    fit_into(table, style, style.text_height(), style.tables.least_size(style.paragraphs.table_cell.size))
}

/// The columns of a table on an upright page. Before type is as small as it may be the page turns.
fn upright(table: &Table, style: &HouseStyle) -> Fit {
    let full = style.paragraphs.table_cell.size;
    let can_turn = style.page.width < style.page.height;
    let least = style.tables.least_size(full);
    let least = if can_turn { least.max(full.times(UPRIGHT, 100)) } else { least };
    fit_into(table, style, style.text_width(), least)
}

fn fit_into(table: &Table, style: &HouseStyle, room: Length, least_size: Length) -> Fit {
    let room = room.twips();
    let full = style.paragraphs.table_cell.size;
    let needs = needs(table, style);
    let declared = table.widths(room);
    let is_declared = table.columns().iter().any(|column| column.share > 0);
    let mut size = full;
    loop {
        let needs: Vec<Need> = needs.iter().map(|need| need.scaled(size, style)).collect();
        let natural: Vec<i64> = needs.iter().map(|need| need.natural).collect();
        let set = |least: &[i64], has_room| {
            let widths =
                if has_room { shared(&declared, least, &natural, is_declared) } else { shrunk(least, room) };
            let broken = broken(table, &widths, size, style);
            Fit { widths, size, broken, has_room }
        };
        let whole: Vec<i64> = needs.iter().map(|need| need.whole).collect();
        if size == full && whole.iter().sum::<i64>() <= room {
            return set(&whole, true);
        }
        let firm: Vec<i64> = needs.iter().map(|need| need.firm).collect();
        if firm.iter().sum::<i64>() <= room {
            return set(&firm, true);
        }
        let smaller = Length::from_emu(size.emu() - HALF_POINT);
        if smaller < least_size {
            return set(&firm, false);
        }
        size = smaller;
    }
}

/// Widths that are too narrow, each as much as the others.
fn shrunk(least: &[i64], room: i64) -> Vec<i64> {
    let all = least.iter().sum();
    let mut widths: Vec<i64> = least.iter().map(|least| proportion(room, *least, all)).collect();
    let rest = room - widths.iter().sum::<i64>();
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

const HALF_POINT: i64 = 6_350;

/// Widths that hold what they must: the declared ones where these do, else as near to them as may be; where none are declared
/// and some line would break, as the contents ask.
fn shared(declared: &[i64], least: &[i64], natural: &[i64], is_declared: bool) -> Vec<i64> {
    let room: i64 = declared.iter().sum();
    let holds = |wanted: &[i64]| declared.iter().zip(wanted).all(|(width, wanted)| width >= wanted);
    if holds(natural) || (is_declared && holds(least)) {
        return declared.to_vec();
    }
    let all_natural: i64 = natural.iter().sum();
    let mut widths: Vec<i64> = if !is_declared && all_natural <= room {
        natural.iter().map(|natural| proportion(room, *natural, all_natural)).collect()
    } else {
        // What each column wishes beyond what it must have shares in what is left.
        let wish = if is_declared { declared } else { natural };
        let beyond: Vec<i64> = wish.iter().zip(least).map(|(wish, least)| (wish - least).max(0)).collect();
        let (left, all) = (room - least.iter().sum::<i64>(), beyond.iter().sum());
        least.iter().zip(beyond).map(|(least, beyond)| least + proportion(left, beyond, all)).collect()
    };
    let rest = room - widths.iter().sum::<i64>();
    if let Some(widest) = widths.iter_mut().max() {
        *widest += rest;
    }
    widths
}

fn proportion(whole: i64, part: i64, all: i64) -> i64 {
    i64::try_from(i128::from(whole) * i128::from(part) / i128::from(all.max(1))).unwrap_or(0)
}

/// What each column needs at the full size of type, and beside the rules.
fn needs(table: &Table, style: &HouseStyle) -> Vec<Need> {
    let mut needs = vec![Need::default(); table.columns().len()];
    let mut spanning: Vec<(usize, usize, Need)> = Vec::new();
    for (row, places) in table.grid().into_iter().enumerate() {
        let rules =
            if row < table.head_rows() { &style.paragraphs.table_head } else { &style.paragraphs.table_cell };
        for place in places {
            let Place::Cell { cell, column } = place else { continue };
            let need = Need::of(&cell.content, rules.size);
            if cell.columns == 1 {
                needs[column] = needs[column].max(need);
            } else {
                spanning.push((column, cell.columns, need));
            }
        }
    }
    for (column, columns, own) in spanning {
        let columns = &mut needs[column..column + columns];
        let count = i64::try_from(columns.len()).unwrap_or(1);
        let sides = style.tables.padding.times(2, 1).emu() * (count - 1);
        let lacks =
            |own: i64, has: i64| (own - has - sides).max(0).div_euclid(count) + i64::from(own > has + sides);
        let (firm, whole, natural) = (
            lacks(own.firm, columns.iter().map(|need| need.firm).sum()),
            lacks(own.whole, columns.iter().map(|need| need.whole).sum()),
            lacks(own.natural, columns.iter().map(|need| need.natural).sum()),
        );
        for need in columns {
            need.firm += firm;
            need.whole = (need.whole + whole).max(need.firm);
            need.natural = (need.natural + natural).max(need.whole);
        }
    }
    needs
}

impl Need {
    fn of(content: &[Inline], size: Length) -> Self {
        let size = size.emu();
        let mut need = Self { firm: size, whole: size, natural: size };
        for line in content.split(|inline| *inline == Inline::LineBreak) {
            let text = plain_text(line);
            let width = |text: &str| hundredths(text) * size / 100;
            need.natural = need.natural.max(width(&text));
            for range in kept(&text) {
                need.firm = need.firm.max(width(&text[range]));
            }
            if text.chars().count() <= SHORT_LINE {
                need.whole = need.whole.max(width(&text));
            }
            need.whole = need.whole.max(need.firm);
            for range in long_words(&text) {
                let word = &text[range];
                let broken =
                    if word.chars().count() > SHORT_WORD { size * BROKEN_WORD / 2 } else { width(word) };
                need.firm = need.firm.max(broken);
                need.whole = need.whole.max(width(word));
            }
        }
        need
    }

    fn max(self, other: Self) -> Self {
        Self {
            firm: self.firm.max(other.firm),
            whole: self.whole.max(other.whole),
            natural: self.natural.max(other.natural),
        }
    }

    /// In type of `size`, with what is between rules and words, in twentieths of a point.
    fn scaled(self, size: Length, style: &HouseStyle) -> Self {
        let sides = padding(size, style).times(2, 1).twips() + 1;
        let scaled = |width: i64| {
            let width = Length::from_emu(width).times(size.emu(), style.paragraphs.table_cell.size.emu());
            width.twips() + sides
        };
        Self { firm: scaled(self.firm), whole: scaled(self.whole), natural: scaled(self.natural) }
    }
}

/// Between a rule and the words beside it, in type of `size`.
pub fn padding(size: Length, style: &HouseStyle) -> Length {
    style.tables.padding.times(size.emu(), style.paragraphs.table_cell.size.emu())
}

/// How wide a text comes out at most, in hundredths of a character, in any of the faces that Latin letters are set in.
fn hundredths(text: &str) -> i64 {
    const SPACE: i64 = 25;
    let (mut width, mut last) = (0, None);
    for c in text.chars() {
        width += match c {
            'W' | 'M' | '@' => 95,
            'm' | '%' => 84,
            'A'..='Z' | 'w' | '&' => 75,
            c if c.is_ascii() => 51,
            _ => 100,
        };
        let is_seam = |last: char| last.is_ascii_alphanumeric() != c.is_ascii_alphanumeric();
        width += if last.replace(c).is_some_and(is_seam) { SPACE } else { 0 };
    }
    width
}

/// The words that are wider than their column.
fn broken(table: &Table, widths: &[i64], size: Length, style: &HouseStyle) -> Vec<String> {
    let sides = padding(size, style).times(2, 1).twips();
    let mut broken = Vec::new();
    for place in table.grid().into_iter().flatten() {
        let Place::Cell { cell, column } = place else { continue };
        let room = widths.iter().skip(column).take(cell.columns).sum::<i64>() - sides;
        let text = plain_text(&cell.content);
        let is_wider = |word: &&str| size.times(hundredths(word), 100).twips() > room;
        broken.extend(
            long_words(&text).into_iter().map(|range| &text[range]).filter(is_wider).map(str::to_owned),
        );
    }
    broken
}

/// How high each row comes out, about.
pub fn row_heights(table: &Table, fit: &Fit, style: &HouseStyle) -> Vec<Length> {
    let rules = &style.paragraphs.table_cell;
    let line = rules.line.unwrap_or(style.text.line).times(fit.size.emu(), rules.size.emu());
    let (sides, above) =
        (padding(fit.size, style).times(2, 1).twips(), style.tables.padding_above.times(2, 1));
    let mut heights = vec![line + above; table.rows().len()];
    for (row, places) in table.grid().into_iter().enumerate() {
        for place in places {
            let Place::Cell { cell, column } = place else { continue };
            let room = (fit.widths.iter().skip(column).take(cell.columns).sum::<i64>() - sides).max(1);
            let lines = cell.content.split(|inline| *inline == Inline::LineBreak).map(|line| {
                let width = fit.size.times(hundredths(&plain_text(line)), 100).twips();
                (width + room - 1).div_euclid(room).max(1)
            });
            let height = line.times(lines.sum(), 1) + above;
            let so_far =
                heights[row..row + cell.rows].iter().fold(Length::default(), |sum, height| sum + *height);
            if height > so_far {
                heights[row + cell.rows - 1] = heights[row + cell.rows - 1] + (height - so_far);
            }
        }
    }
    heights
}

/// Which rows stay whole, each and with those that a cell holds together with it: those that are together no higher than half of
/// the text. Those of a higher one go on where the page ends, or they would be cut there.
pub fn whole_rows(table: &Table, fit: &Fit, style: &HouseStyle) -> Vec<bool> {
    let most = if style.turns(table) { style.text_width() } else { style.text_height() }.times(1, 2);
    let heights = row_heights(table, fit, style);
    let mut whole: Vec<bool> = heights.iter().map(|height| *height <= most).collect();
    for (row, places) in table.grid().into_iter().enumerate() {
        for place in places {
            let Place::Cell { cell, .. } = place else { continue };
            let rows = row..row + cell.rows;
            let height = heights[rows.clone()].iter().fold(Length::default(), |sum, height| sum + *height);
            if cell.rows > 1 && height > most {
                whole[rows].fill(false);
            }
        }
    }
    whole
}

/// The rows at a table's end that go to another page with what stands below it: the last one, and those that a cell holds together
/// with it. None where these do not stay whole.
pub fn last_rows(table: &Table, whole: &[bool]) -> Range<usize> {
    let count = table.rows().len();
    let mut first = count.saturating_sub(1).max(table.head_rows());
    for (row, cells) in table.rows().iter().enumerate().rev() {
        if row < first && cells.iter().any(|cell| row + cell.rows > first) {
            first = row;
        }
    }
    let rows = first..count;
    if whole[rows.clone()].iter().all(|is_whole| *is_whole) { rows } else { count..count }
}

#[cfg(test)]
mod tests {
    use huibian_document::table::{Cell, Column};

    use super::*;

    fn style() -> HouseStyle {
        HouseStyle::parse(include_str!("../../../templates/styles/gbt9704.toml")).unwrap()
    }

    fn table(shares: &[u32], rows: &[&[&str]]) -> Table {
        let columns = shares.iter().map(|share| Column { share: *share, ..Column::default() }).collect();
        let cell = |text: &&str| Cell::new(vec![Inline::Text((*text).to_owned())]);
        Table::new(columns, 0, rows.iter().map(|row| row.iter().map(cell).collect()).collect()).unwrap()
    }

    fn sum(fit: &Fit) -> i64 {
        fit.widths.iter().sum()
    }

    #[test]
    fn declared_widths_stay_where_nothing_breaks() {
        let style = style();
        let table =
            table(&[1, 2], &[&["云溪镇", "检查1234次，没有发现问题，情况良好，没有发现问题，情况良好。"]]);
        let fit = fit(&table, &style);
        assert_eq!(fit.widths, table.widths(style.text_width().twips()));
        assert_eq!(fit.size, style.paragraphs.table_cell.size);
    }

    #[test]
    fn a_column_is_as_wide_as_its_widest_number() {
        let style = style();
        let table = table(&[9, 1], &[&["说明", "1234567.89"]]);
        let fit = fit(&table, &style);
        assert_eq!(sum(&fit), style.text_width().twips());
        assert!(fit.widths[1] >= 12 * 20 * 5 + style.tables.padding.times(2, 1).twips(), "{:?}", fit.widths);
    }

    #[test]
    fn type_shrinks_and_then_there_is_no_room() {
        let style = style();
        let (number, small) = ("1234567.89", "12345.6");
        let many = |count: usize, text: &str| table(&vec![0; count], &[&vec![text; count]]);
        let shrunk = fit(&many(9, small), &style);
        assert!(shrunk.size < style.paragraphs.table_cell.size, "{shrunk:?}");
        let turned = |count: usize, text: &str| {
            let mut table = many(count, text);
            turn(&mut table, &style);
            (table.landscape, fit(&table, &style).has_room)
        };
        assert_eq!(turned(9, small), (false, true));
        assert_eq!(turned(10, number), (true, true));
        assert_eq!(turned(40, number), (true, false));
    }

    #[test]
    fn a_long_word_breaks_before_numbers_do() {
        let style = style();
        let url =
            "https://example.gov.cn/very_long_path_without_break_opportunity_at_all_1234567890123456789";
        let fit = fit(&table(&[0, 0, 0], &[&["网址", url, "1234567.89"]]), &style);
        assert_eq!(fit.broken, [url]);
        assert_eq!(fit.size, style.paragraphs.table_cell.size);
    }

    #[test]
    fn columns_of_a_pipe_table_follow_their_contents() {
        let style = style();
        let long =
            "消防通道被占用；灭火器过期3具，责令限期15日内更换并将更换凭证报镇安全生产委员会办公室备案";
        let fit = fit(&table(&[0, 0, 0], &[&["1", "检查", long]]), &style);
        assert!(fit.widths[2] > fit.widths[1] * 5 && fit.widths[1] > fit.widths[0], "{:?}", fit.widths);
        assert_eq!(sum(&fit), style.text_width().twips());
    }

    #[test]
    fn rows_that_are_higher_than_half_a_page_may_part() {
        let style = style();
        let long = "整改情况说明，".repeat(120);
        let table = table(&[1, 1], &[&["短", "短"], &["长", &long]]);
        let fit = fit(&table, &style);
        assert_eq!(whole_rows(&table, &fit, &style), [true, false]);
    }

    #[test]
    fn the_last_row_goes_along_with_those_that_a_cell_holds_together_with_it() {
        let held = |rows| Cell { rows, ..Cell::new(Vec::new()) };
        let of = |head, rows| Table::new(vec![Column::default(); 2], head, rows).unwrap();
        let plain = |count: usize| (0..count).map(|_| vec![held(1), held(1)]).collect::<Vec<_>>();
        assert_eq!(last_rows(&of(1, plain(4)), &[true; 4]), 3..4);
        assert_eq!(last_rows(&of(1, plain(1)), &[true; 1]), 1..1);
        assert_eq!(last_rows(&of(1, plain(4)), &[true, true, true, false]), 4..4);
        let spanned = vec![vec![held(1), held(1)], vec![held(2), held(1)], vec![held(2)], vec![held(1)]];
        assert_eq!(last_rows(&of(0, spanned), &[true; 4]), 1..4);
    }
}
