//! Workbooks of the open format, whose cells tell themselves how they are shown.

use std::collections::{HashMap, HashSet};

use quick_xml::events::BytesStart;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::book::{Appearance, Book, Cell, Range, Sheet};
use crate::format::Displayed;
use crate::limits::{Budget, Limit, Unreadable};
use crate::package::Package;
use crate::serial;
use crate::struck::Runs;
use crate::styles::indented;
use crate::xml::{Next, Xml, attribute, number};

/// Rows that are there, or repeated, at most.
const ROWS: u32 = 1 << 24;

/// Reads a workbook.
pub(crate) fn read(package: &mut Package<'_>) -> Result<Book, Unreadable> {
    if is_locked(package)? {
        return Err(Unreadable::Password);
    }
    let mut xml = Xml::open(package, "content.xml")?;
    let (mut book, mut budget) = (Book::default(), Budget::default());
    let (mut hidden_styles, mut looks) = (HashSet::new(), Looks::default());
    let mut style = String::new();
    loop {
        match xml.next()? {
            Next::Open(start) => match start.local_name().as_ref() {
                "style" => style = attribute(&start, "name").unwrap_or_default(),
                "table-properties" if attribute(&start, "display").as_deref() == Some("false") => {
                    hidden_styles.insert(style.clone());
                }
                "text-properties" => {
                    if let Some(is_struck) = is_struck(&start) {
                        looks.lines.insert(style.clone(), is_struck);
                    }
                }
                "paragraph-properties" => {
                    if let Some(indent) = attribute(&start, "margin-left").and_then(|margin| indent(&margin))
                    {
                        looks.indents.insert(style.clone(), indent);
                    }
                }
                "tracked-changes" => skip(&mut xml)?,
                "table" => {
                    let is_hidden =
                        attribute(&start, "style-name").is_some_and(|name| hidden_styles.contains(&name));
                    let name = attribute(&start, "name").unwrap_or_default();
                    let (sheet, styles) = (Sheet::new(name, !is_hidden), CellStyles::of(&looks));
                    let reader = Table { sheet, budget: &mut budget, row: 0, column: 0, styles };
                    book.add(reader.read(&mut xml)?)?;
                }
                _ => {}
            },
            Next::End => return Ok(book),
            Next::Close(_) | Next::Text(_) => {}
        }
    }
}

/// Whether the parts are encrypted.
fn is_locked(package: &mut Package<'_>) -> Result<bool, Unreadable> {
    let mut is_locked = false;
    if package.has("META-INF/manifest.xml") {
        Xml::open(package, "META-INF/manifest.xml")?.each(|name, _| {
            is_locked |= name == "encryption-data";
            Ok(())
        })?;
    }
    Ok(is_locked)
}

/// Goes past the end of the element that has opened.
fn skip(xml: &mut Xml<'_, '_>) -> Result<(), Unreadable> {
    let mut depth = 1_usize;
    while depth > 0 {
        match xml.next()? {
            Next::Open(_) => depth += 1,
            Next::Close(_) => depth -= 1,
            Next::End => return Err(Unreadable::broken("XML")),
            Next::Text(_) => {}
        }
    }
    Ok(())
}

/// A table as it is read.
struct Table<'t> {
    sheet: Sheet,
    budget: &'t mut Budget,
    row: u32,
    column: u32,
    styles: CellStyles<'t>,
}

/// What styles say that matters, by their names.
#[derive(Default)]
struct Looks {
    /// Whether a style's text has a line through it.
    lines: HashMap<String, bool>,
    /// How many steps it is indented.
    indents: HashMap<String, u8>,
}

impl Looks {
    fn is_struck(&self, style: &str) -> bool {
        self.lines.get(style).copied().unwrap_or(false)
    }

    fn indent(&self, style: &str) -> u8 {
        self.indents.get(style).copied().unwrap_or(0)
    }
}

/// The styles of cells: their own, or in some columns those of cells that have none.
struct CellStyles<'t> {
    looks: &'t Looks,
    columns: Vec<(u32, u32, String)>,
}

impl<'t> CellStyles<'t> {
    fn of(looks: &'t Looks) -> Self {
        Self { looks, columns: Vec::new() }
    }

    /// Whether a style says anything that matters.
    fn says(&self, style: &str) -> bool {
        self.looks.is_struck(style) || self.looks.indent(style) > 0
    }

    fn of_cell<'s>(&'s self, own: Option<&'s str>, column: u32) -> &'s str {
        let of_column = || self.columns.iter().find(|(first, last, _)| (*first..=*last).contains(&column));
        own.or_else(|| of_column().map(|(.., style)| style.as_str())).unwrap_or_default()
    }
}

/// How many steps a margin is that a spreadsheet sets for an indented text; nothing where there is none.
fn indent(margin: &str) -> Option<u8> {
    const STEP: f64 = 3.5;
    const MILLIMETRES: [(&str, f64); 4] = [("mm", 1.0), ("cm", 10.0), ("in", 25.4), ("pt", 25.4 / 72.0)];
    let length = MILLIMETRES.iter().find_map(|(unit, millimetres)| {
        let number: f64 = margin.trim().strip_suffix(unit)?.parse().ok()?;
        Some(number * millimetres)
    })?;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // between 1 and 255
    (length > 0.0).then(|| (length / STEP).round().clamp(1.0, 255.0) as u8)
}

/// Whether a style's text has a line through it; nothing where it does not say.
fn is_struck(start: &BytesStart<'_>) -> Option<bool> {
    let said = |name: &str| attribute(start, name).map(|said| said != "none");
    let (style, kind) = (said("text-line-through-style"), said("text-line-through-type"));
    style.max(kind)
}

fn repeated(start: &BytesStart<'_>, name: &str) -> u32 {
    number(start, name).unwrap_or(1).clamp(1, ROWS)
}

fn is_concealed(start: &BytesStart<'_>) -> bool {
    matches!(attribute(start, "visibility").as_deref(), Some("collapse" | "filter"))
}

impl Table<'_> {
    fn read(mut self, xml: &mut Xml<'_, '_>) -> Result<Sheet, Unreadable> {
        let (mut depth, mut columns) = (1_usize, 0_u32);
        let (mut is_hidden, mut times) = (false, 1);
        while depth > 0 {
            match xml.next()? {
                Next::Open(start) => match start.local_name().as_ref() {
                    "table-column" => {
                        depth += 1;
                        let count = repeated(&start, "number-columns-repeated");
                        if is_concealed(&start) {
                            self.budget.cells(1)?;
                            self.sheet.hidden_columns.push((columns, columns.saturating_add(count - 1)));
                        }
                        let style = attribute(&start, "default-cell-style-name").unwrap_or_default();
                        if self.styles.says(&style) {
                            self.budget.cells(1)?;
                            self.styles.columns.push((columns, columns.saturating_add(count - 1), style));
                        }
                        columns = columns.saturating_add(count);
                    }
                    "table-row" => {
                        depth += 1;
                        self.column = 0;
                        (is_hidden, times) = (is_concealed(&start), repeated(&start, "number-rows-repeated"));
                    }
                    "table-cell" | "covered-table-cell" => {
                        let head = Head::of(&start);
                        self.cell(xml, &head)?;
                    }
                    "table-header-rows"
                    | "table-rows"
                    | "table-row-group"
                    | "table-header-columns"
                    | "table-columns"
                    | "table-column-group" => depth += 1,
                    _ => skip(xml)?,
                },
                Next::Close(end) => {
                    depth -= 1;
                    if end.local_name().as_ref() == "table-row" {
                        self.end_of_row(is_hidden, times)?;
                    }
                }
                Next::Text(_) => {}
                Next::End => return Err(Unreadable::broken(&self.sheet.name)),
            }
        }
        Ok(self.sheet)
    }

    /// A row that says it stands several times, when it holds something.
    fn end_of_row(&mut self, is_hidden: bool, times: u32) -> Result<(), Unreadable> {
        let first = self.row;
        self.row = first.saturating_add(times);
        let Some(row) = self.sheet.rows.last().filter(|row| row.number == first).cloned() else {
            return Ok(());
        };
        let is_struck = self.sheet.struck_rows.last() == Some(&first);
        let parts = self.sheet.struck_parts.iter().rev().take_while(|(row, _)| *row == first);
        let parts: Vec<u32> = parts.map(|(_, column)| *column).collect();
        for number in first..self.row {
            if is_hidden {
                self.sheet.hidden_rows.push(number);
            }
            if number > first {
                if is_struck {
                    self.sheet.struck_rows.push(number);
                }
                self.budget.cells(parts.len())?;
                self.sheet.struck_parts.extend(parts.iter().map(|column| (number, *column)));
                self.budget.cells(row.cells.len())?;
                self.budget.text(row.cells.iter().map(|(_, cell)| cell.bytes()).sum())?;
                self.sheet.rows.push(crate::Row { number, cells: row.cells.clone() });
            }
        }
        Ok(())
    }

    fn cell(&mut self, xml: &mut Xml<'_, '_>, head: &Head) -> Result<(), Unreadable> {
        let Text { said, runs, has_note } = text(xml, self.styles.looks)?;
        let at = (self.row, self.column);
        if has_note {
            self.sheet.comment(at, self.budget)?;
        }
        self.column = self.column.saturating_add(head.times);
        if head.spanned != (1, 1) {
            self.budget.cells(1)?;
            let last = (at.0.saturating_add(head.spanned.0 - 1), at.1.saturating_add(head.spanned.1 - 1));
            self.sheet.merged.push(Range { first: at, last });
        }
        let Some(cell) = head.read(said).map_err(|()| {
            Unreadable::broken(format!("{}!{}", self.sheet.name, crate::book::cell_name(at)))
        })?
        else {
            return Ok(());
        };
        let style = self.styles.of_cell(head.style.as_deref(), at.1);
        let struck = runs.within(self.styles.looks.is_struck(style));
        let cell = match cell {
            Cell::Text(text) => Cell::Text(indented(text.into(), self.styles.looks.indent(style)).into()),
            cell => cell,
        };
        for column in at.1..self.column {
            self.sheet.put((at.0, column), cell.clone(), self.budget)?;
            self.sheet.strike((at.0, column), struck, self.budget)?;
        }
        Ok(())
    }
}

/// What a cell says of itself before its text.
struct Head {
    kind: String,
    value: Option<String>,
    style: Option<String>,
    is_error: bool,
    has_formula: bool,
    times: u32,
    spanned: (u32, u32),
}

impl Head {
    fn of(start: &BytesStart<'_>) -> Self {
        // `calcext:value-type` says more than `office:value-type`, after which it stands.
        let kinds: Vec<String> = start
            .attributes()
            .flatten()
            .filter(|attribute| attribute.key.local_name().as_ref() == "value-type")
            .filter_map(|attribute| {
                let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).ok()?;
                Some(value.into_owned())
            })
            .collect();
        let value = ["value", "date-value", "time-value", "boolean-value", "string-value"];
        Self {
            is_error: kinds.iter().any(|kind| kind == "error"),
            kind: kinds.into_iter().next().unwrap_or_default(),
            value: value.into_iter().find_map(|name| attribute(start, name)),
            style: attribute(start, "style-name"),
            has_formula: attribute(start, "formula").is_some(),
            times: repeated(start, "number-columns-repeated"),
            spanned: (repeated(start, "number-rows-spanned"), repeated(start, "number-columns-spanned")),
        }
    }

    /// What the cell holds, `seen` being its text.
    fn read(&self, seen: Option<String>) -> Result<Option<Cell>, ()> {
        let shown = seen.as_deref().unwrap_or_default().trim();
        let failed = self.is_error || (self.has_formula && is_error(shown));
        if failed {
            return Ok(Some(Cell::Error(if shown.is_empty() { "#N/A" } else { shown }.into())));
        }
        let value = self.value.as_deref().map(str::trim);
        Ok(match (self.kind.as_str(), value) {
            ("float" | "percentage" | "currency", Some(value)) => {
                let value: f64 = value.parse().map_err(|_| ())?;
                Some(match seen.as_deref() {
                    // A format shows nothing of the number.
                    Some("") => {
                        let figure = if value == 0.0 { "0" } else { "" };
                        let displayed = Displayed { text: "".into(), figure: figure.into() };
                        Cell::Formatted(value, Appearance::seen(displayed))
                    }
                    seen => figure(value, self.kind == "percentage", seen.unwrap_or_default()),
                })
            }
            ("date", Some(value)) => Some(day(value, seen.as_deref().unwrap_or_default())),
            ("time", Some(value)) => Some(Cell::Iso(value.into())),
            ("boolean", Some(value)) => match value {
                "true" => Some(Cell::Boolean(true)),
                "false" => Some(Cell::Boolean(false)),
                _ => return Err(()),
            },
            ("float" | "percentage" | "currency" | "date" | "time" | "boolean", None) => {
                return if self.has_formula { Ok(Some(Cell::Pending)) } else { Err(()) };
            }
            ("" | "void", _) if shown.is_empty() => self.has_formula.then_some(Cell::Pending),
            _ => {
                let text = seen.or_else(|| self.value.clone()).unwrap_or_default();
                (!text.trim().is_empty()).then(|| Cell::Text(text.into()))
            }
        })
    }
}

fn is_error(shown: &str) -> bool {
    let named = ["#N/A", "#NAME?", "#REF!", "#DIV/0!", "#VALUE!", "#NUM!", "#NULL!"];
    named.contains(&shown) || shown.strip_prefix("Err:").is_some_and(|code| code.parse::<u16>().is_ok())
}

/// A day with how it was seen; one that serial numbers do not reach as it is written.
fn day(value: &str, seen: &str) -> Cell {
    let date = value.get(..10).and_then(|day| day.parse::<jiff::civil::Date>().ok());
    let serial = date.and_then(serial::of_day);
    serial.map_or_else(
        || Cell::Iso(value.into()),
        |serial| Cell::Day(serial, Appearance::seen(Displayed { text: seen.into(), figure: value.into() })),
    )
}

/// A number as it was seen: what the text around the digits is, and by which power of ten the digits are another number's.
fn figure(value: f64, is_percentage: bool, seen: &str) -> Cell {
    let Some(exact) = serial::decimal(value) else { return Cell::Number(value) };
    let text = seen.trim();
    let shown = |figure: String| {
        Cell::Formatted(value, Appearance::seen(Displayed { text: text.into(), figure: figure.into() }))
    };
    if text.is_empty() {
        let percent = Decimal::ONE_HUNDRED.checked_mul(exact).filter(|_| is_percentage);
        let percent = percent.map(|number| format!("{}%", number.normalize()));
        return percent.map_or(Cell::Number(value), |text| {
            Cell::Formatted(
                value,
                Appearance::seen(Displayed { text: text.as_str().into(), figure: text.into() }),
            )
        });
    }
    let is_figure = |c: char| c.is_ascii_digit() || c == '.' || c == ',';
    let (Some(from), Some(to)) =
        (text.find(|c: char| c.is_ascii_digit()), text.rfind(|c: char| c.is_ascii_digit()))
    else {
        // A word or a dash for nothing.
        return shown(if exact.is_zero() { "0".to_owned() } else { text.to_owned() });
    };
    let (before, digits, after) = (&text[..from], &text[from..=to], &text[to + 1..]);
    let digits: String = digits.chars().filter(|c| *c != ',').collect();
    let Some(number) = digits.parse::<Decimal>().ok().filter(|_| text[from..=to].chars().all(is_figure))
    else {
        let is_other_way = text.contains(['E', '/']) && !text.contains(['年', '月', '日']);
        return shown(if is_other_way { exact.to_string() } else { text.to_owned() });
    };
    let Some(scaled) = scaled(exact.abs(), number, is_percentage) else { return shown(text.to_owned()) };
    let is_bracketed = before.contains('(') && after.contains(')');
    let bare = |text: &str| {
        let text = text.replace(['-', '−'], "");
        if is_bracketed { text.replace(['(', ')'], "").trim().to_owned() } else { text.trim().to_owned() }
    };
    let sign = if exact.is_sign_negative() { "-" } else { "" };
    if !exact.is_sign_negative() && before.contains(['-', '−']) && !exact.is_zero() {
        return shown(text.to_owned());
    }
    shown(format!("{sign}{}{}{}", bare(before), scaled.normalize(), bare(after)))
}

/// The number that was rounded to what is seen: the value itself or its hundredfold, a thousandth of it, and so on.
fn scaled(value: Decimal, seen: Decimal, is_percentage: bool) -> Option<Decimal> {
    let rounds = |number: &Decimal| {
        let to = |strategy| number.round_dp_with_strategy(seen.scale(), strategy) == seen;
        to(RoundingStrategy::MidpointAwayFromZero) || to(RoundingStrategy::MidpointNearestEven)
    };
    if is_percentage {
        return value.checked_mul(Decimal::ONE_HUNDRED).filter(rounds);
    }
    // What was rounded to nothing tells no power of ten.
    let powers = if seen.is_zero() { 1 } else { 13 };
    std::iter::successors(Some(value), |number| number.checked_div(Decimal::TEN)).take(powers).find(rounds)
}

/// What stands in a cell.
struct Text {
    /// Its paragraphs; nothing where it has none.
    said: Option<String>,
    runs: Runs,
    /// Whether it has a comment.
    has_note: bool,
}

/// A cell's own text to its end: a line each paragraph. Notes and drawings in it are none.
fn text(xml: &mut Xml<'_, '_>, looks: &Looks) -> Result<Text, Unreadable> {
    let mut has_note = false;
    let (mut text, mut paragraphs) = (String::new(), 0_usize);
    let (mut is_paragraph, mut runs) = (0_usize, Runs::default());
    // What each open element says of a line through its text.
    let mut said: Vec<Option<bool>> = vec![None];
    let of = |start: &BytesStart<'_>| looks.lines.get(&attribute(start, "style-name")?).copied();
    loop {
        match xml.next()? {
            Next::Open(start) => match start.local_name().as_ref() {
                "p" | "h" => {
                    said.push(of(&start));
                    is_paragraph += 1;
                    if paragraphs > 0 {
                        text.push('\n');
                    }
                    paragraphs += 1;
                }
                "line-break" => {
                    text.push('\n');
                    said.push(None);
                }
                "tab" => {
                    text.push('\t');
                    said.push(None);
                }
                "s" => {
                    said.push(None);
                    let count = number(&start, "c").unwrap_or(1).min(4096);
                    text.extend((0..count).map(|_| ' '));
                }
                "span" | "a" | "title" | "date" | "sheet-name" | "ruby" | "ruby-base" => {
                    said.push(of(&start));
                }
                "annotation" => {
                    has_note = true;
                    skip(xml)?;
                }
                _ => skip(xml)?,
            },
            Next::Close(end) => {
                said.pop();
                if matches!(end.local_name().as_ref(), "p" | "h") {
                    is_paragraph = is_paragraph.saturating_sub(1);
                }
                if said.is_empty() {
                    return Ok(Text { said: (paragraphs > 0).then_some(text), runs, has_note });
                }
            }
            Next::Text(part) if is_paragraph > 0 => {
                if text.len().saturating_add(part.len()) > crate::limits::XML_RUN {
                    return Err(Unreadable::Large(Limit::Text));
                }
                runs.note(&part, said.iter().rev().find_map(|said| *said));
                text.push_str(&collapsed(&part, text.is_empty() || text.ends_with(['\n', ' '])));
            }
            Next::Text(_) => {}
            Next::End => return Err(Unreadable::broken("XML")),
        }
    }
}

/// White space as the format has it: a run is one space, and none at the beginning.
fn collapsed(text: &str, mut is_after_space: bool) -> String {
    let mut plain = String::with_capacity(text.len());
    for character in text.chars() {
        let is_space = matches!(character, ' ' | '\t' | '\n' | '\r');
        if !is_space {
            plain.push(character);
        } else if !is_after_space {
            plain.push(' ');
        }
        is_after_space = is_space;
    }
    plain
}
