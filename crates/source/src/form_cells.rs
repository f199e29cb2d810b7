//! A form of one unit's, whose values stand where `[units.cells]` says: by address, beside or below a label, or where a row's
//! head and a column's head meet. Knows no fields but their keys.

use huibian_contract::text::name as seen;
use huibian_diagnostic::{Code, Diagnostic, Faults};

use crate::head::{UnitHead, id_of, unit_said};
use huibian_sheet::columns::{Column, FieldIndex};
use huibian_sheet::heads::{is_surely_unit, plain};
use huibian_sheet::line_kind::{LineKind, of_label};
use huibian_sheet::mapping::{CellAt, MappedCell, Mapping, is_other};
use huibian_sheet::measure::{self, Stated};
use huibian_sheet::measure_lines::{above, noted};
use huibian_sheet::own_measure::Measured;
use huibian_sheet::period_said::is_period;
use huibian_sheet::{Cell, MergedRows, Row, Sheet};

/// A form as `[units.cells]` reads it.
pub struct FormCells {
    /// Whose it is.
    pub head: UnitHead,
    /// Its values' cells.
    pub cells: Vec<PlacedCell>,
    /// Sheets that a value stands in.
    pub sheets: Vec<usize>,
    /// Fields that were not found, by their numbers.
    pub unplaced: Vec<usize>,
    /// What is wrong.
    pub faults: Faults,
}

/// A value's cell.
#[derive(Clone, Debug)]
pub struct PlacedCell {
    /// What it is of.
    pub what: Column,
    /// The sheet, row and column, all from 0.
    pub at: (usize, u32, u32),
}

/// Where something stands: its row and column, from 0.
type At = (u32, u32);

/// What a form was searched for in vain: what, as diagnostics name it, and its name.
type Unplaced = (&'static str, String);

/// Finds the cells of a form.
pub struct FormReader<'f> {
    /// The sheets.
    pub sheets: &'f [Sheet],
    /// Their merged ranges.
    pub merged: &'f [MergedRows],
    /// The fields.
    pub fields: &'f FieldIndex,
    /// What the office calls them, and where they are.
    pub mapping: &'f Mapping,
    /// The sheets that a value may be in of which no sheet is said.
    pub within: &'f [usize],
}

impl FormReader<'_> {
    /// Whose form it is, and where its values are. A unit that the form does not name is `head`.
    pub fn read(&self, head: UnitHead) -> FormCells {
        let whole = head.place.clone();
        let (cells, sheets, unplaced, faults) = (Vec::new(), Vec::new(), Vec::new(), Faults::new());
        let mut form = FormCells { head, cells, sheets, unplaced, faults };
        let mut missing: Vec<(Unplaced, Vec<String>)> = Vec::new();
        for mapped in &self.mapping.cells {
            let Ok(what) = self.fields.column(&mapped.key, None) else { continue };
            match self.find(mapped) {
                Ok((sheet, Some((row, column)))) => {
                    let fault = self.in_another_measure(mapped, &what, (sheet, row, column));
                    form.faults.extend(fault.map(|fault| fault.at(self.sheets[sheet].place(row, column))));
                    if !form.sheets.contains(&sheet) {
                        form.sheets.push(sheet);
                    }
                    form.cells.push(PlacedCell { what, at: (sheet, row, column) });
                }
                Ok((_, None)) => {}
                Err(reason) => {
                    if let Column::Field(field) = what {
                        form.unplaced.push(field);
                    }
                    match missing.iter_mut().find(|(known, _)| *known == reason) {
                        Some((_, keys)) => keys.push(mapped.key.clone()),
                        None => missing.push((reason, vec![mapped.key.clone()])),
                    }
                }
            }
        }
        // What several values are looked for by is missing once.
        form.faults.extend(missing.into_iter().map(|((kind, name), keys)| {
            let fault = Diagnostic::new(Code::CellUnplaced).with("key", keys);
            fault.with("what", kind).with("name", name).at(whole.clone())
        }));
        if form.cells.iter().all(|cell| cell.what != Column::Name)
            && let Some(at) = self.unit_cell()
        {
            form.cells.push(PlacedCell { what: Column::Name, at });
        }
        for PlacedCell { what, at: (sheet, row, column) } in &form.cells {
            let text = text_at(&self.sheets[*sheet], (*row, *column));
            let said = |text: String| seen(unit_said(&text).unwrap_or(&text)).into_owned();
            let text = text.map(said);
            let Some(text) = text.filter(|text| !text.is_empty()) else { continue };
            let place = || self.sheets[*sheet].place(*row, *column);
            match what {
                Column::Name => {
                    form.head.id = id_of(&text);
                    form.head.name = text;
                    form.head.place = place();
                }
                Column::Parent => form.head.parent = Some(text),
                _ => {}
            }
        }
        form
    }

    /// That the form says another measure than the field's own, where the factor is not how much that is.
    fn in_another_measure(
        &self,
        mapped: &MappedCell,
        what: &Column,
        at: (usize, u32, u32),
    ) -> Option<Diagnostic> {
        let Column::Field(field) = what else { return None };
        let hold = |of: Measured<'_>| match self.stated(mapped, at, of.own) {
            Some((head, said)) if is_other(&said, mapped.factor, of.own) => of.hold_of("cell", &head, &said),
            _ => Ok(()),
        };
        self.fields.measured(*field, hold).err()
    }

    /// What a form says that a value is measured in, and where: beside its label, in the cells between, in its column's head, or
    /// above all.
    fn stated(
        &self,
        mapped: &MappedCell,
        (at, row, column): (usize, u32, u32),
        own: &str,
    ) -> Option<(String, String)> {
        let sheet = &self.sheets[at];
        let index = sheet.rows.binary_search_by_key(&row, |row| row.number).ok()?;
        let of_text = |text: String| measure::parted(&text, |_| false).map(|(_, said)| (text, said));
        let left = sheet.rows[index].cells.iter().rev().skip_while(|(other, _)| *other >= column);
        let left = || left.clone().map(|(_, cell)| cell.display());
        let label = match &mapped.at {
            CellAt::Below(label) => self.label(at, label, "label").ok(),
            CellAt::Row { row, .. } => self.label(at, row, "row").ok(),
            CellAt::Address(..) => None,
        };
        let head = match &mapped.at {
            CellAt::Row { row: label, column: Some(head) } => {
                let row = self.label(at, label, "row").ok();
                row.and_then(|(row, _)| self.head_above(at, head, row).ok())
            }
            _ => None,
        };
        let text = |at: Option<At>| text_at(sheet, at?);
        let beside = || {
            let said = left().take_while(|text| self.fields.is_measure(text)).last()?;
            Some((left().find(|text| !self.fields.is_measure(text)).unwrap_or_default(), said))
        };
        let after = || {
            let mut right = sheet.rows[index].cells.iter().skip_while(|(other, _)| *other <= column);
            let (_, cell) = right.next().filter(|(other, _)| *other == column + 1)?;
            let said = cell.display();
            self.fields.is_measure(&said).then(|| (left().next().unwrap_or_default(), said))
        };
        let of_label = || match mapped.at {
            CellAt::Address(..) => left().next().and_then(of_text),
            _ => text(label).and_then(of_text),
        };
        let of_all = || {
            let notes = noted(sheet, index + 1).into_iter().flat_map(|note| note.measures);
            let said = Stated::Nothing.or_table(above(&sheet.rows[..index]).into_iter().chain(notes));
            let said = said.of(own)?.to_owned();
            Some((text(label).unwrap_or_else(|| mapped.key.clone()), said))
        };
        of_label().or_else(beside).or_else(after).or_else(|| text(head).and_then(of_text)).or_else(of_all)
    }

    /// The cell that names the unit: right of 填报单位 or the like, below it, or the same after a colon.
    fn unit_cell(&self) -> Option<(usize, u32, u32)> {
        self.within.iter().find_map(|at| {
            let sheet = &self.sheets[*at];
            let rows = sheet.rows.iter().enumerate().take(20);
            let (row, column) = rows.into_iter().find_map(|(index, _)| self.unit_in(sheet, index))?;
            Some((*at, row, column))
        })
    }

    fn unit_in(&self, sheet: &Sheet, index: usize) -> Option<At> {
        let row = &sheet.rows[index];
        let below = sheet.rows.get(index + 1).filter(|below| below.number == row.number + 1);
        let said = row.cells.iter().find_map(|(column, cell)| match cell {
            Cell::Text(text) if unit_said(text).is_some() => Some((*column, true)),
            Cell::Text(text) if is_surely_unit(plain(text).trim_end_matches(':')) => Some((*column, false)),
            _ => None,
        });
        let (column, is_whole) = said?;
        if is_whole {
            return Some((row.number, column));
        }
        // What measures stand below is no unit's head.
        if below.and_then(|below| below.text(column)).is_some_and(|text| self.fields.is_measure(&text)) {
            return None;
        }
        let is_name = |cell: &Cell| {
            let text = cell.display();
            let is_other = || self.fields.is_measure(&text) || self.is_any_label(&text) || is_period(&text);
            matches!(cell, Cell::Text(_)) && !is_other()
        };
        let mut texts = row.cells.iter().filter(|(_, cell)| matches!(cell, Cell::Text(_)));
        // Among heads of values that stand below them it is a head itself.
        let right = texts.find(|(other, _)| *other > column).filter(|_| !self.is_of_heads(row));
        let right = right.filter(|(right, _)| !self.is_next_label(sheet, (row.number, column), *right));
        if let Some((right, _)) = right.filter(|(_, cell)| is_name(cell)) {
            return Some((row.number, *right));
        }
        let below = below?;
        below.cell(column).filter(|cell| is_name(cell))?;
        // What stands below an empty one has a value of its own beside it.
        let has_own = below.cells.iter().any(|(other, _)| *other == column + 1);
        (!has_own || self.is_of_heads(row)).then_some((below.number, column))
    }

    /// Whether a text that is not right beside a label, and has something beside it, is the next label: the value is empty.
    fn is_next_label(&self, sheet: &Sheet, (row, column): At, right: u32) -> bool {
        let at = sheet.rows.binary_search_by_key(&row, |row| row.number);
        let merged = sheet.merged.iter().find(|range| range.covers(row, column));
        let last = merged.map_or(column, |range| range.last.1);
        let has_next = at.is_ok_and(|at| {
            let row = &sheet.rows[at];
            let is_number =
                row.text(right).is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit()));
            let next = row.cells.iter().find(|(other, _)| *other > right).map(|(_, cell)| cell.display());
            !is_number && next.is_some_and(|next| !self.is_any_label(&next) && !self.fields.is_measure(&next))
        });
        right > last + 1 && has_next
    }

    /// Whether a row has heads whose values stand below.
    fn is_of_heads(&self, row: &Row) -> bool {
        let is_head = |text: &str| {
            let mut cells = self.mapping.cells.iter();
            cells.any(|mapped| matches!(&mapped.at, CellAt::Below(head) if is_called(text, last_part(head)).is_some()))
        };
        row.cells.iter().any(|(_, cell)| matches!(cell, Cell::Text(text) if is_head(text)))
    }

    /// Where a value is: the sheet, and the cell where it holds anything or could.
    fn find(&self, mapped: &MappedCell) -> Result<(usize, Option<At>), Unplaced> {
        let sheets: Vec<usize> = match &mapped.sheet {
            Some(name) => {
                (0..self.sheets.len()).filter(|at| plain(name) == plain(&self.sheets[*at].name)).collect()
            }
            None => self.within.to_vec(),
        };
        let Some(first) = sheets.first() else {
            return Err(("sheet", mapped.sheet.clone().unwrap_or_default()));
        };
        if let CellAt::Address(row, column) = mapped.at {
            return Ok((*first, Some((row, column))));
        }
        let mut missing = None;
        for at in sheets {
            match self.find_in(at, &mapped.at) {
                Ok(found) => return Ok((at, found)),
                Err(reason) => {
                    if missing.as_ref().is_none_or(|(kind, _)| *kind != "twice") {
                        missing = Some(reason);
                    }
                }
            }
        }
        Err(missing.unwrap_or(("label", String::new())))
    }

    /// How many of the form's values a sheet has, of those of which no sheet is said.
    pub fn held(&self, sheet: usize) -> usize {
        let open = self.mapping.cells.iter().filter(|mapped| mapped.sheet.is_none());
        let is_held = |mapped: &&MappedCell| match mapped.at {
            CellAt::Address(row, column) => text_at(&self.sheets[sheet], (row, column)).is_some(),
            _ => self.find_in(sheet, &mapped.at).is_ok(),
        };
        open.filter(is_held).count()
    }

    fn find_in(&self, at: usize, wanted: &CellAt) -> Result<Option<At>, Unplaced> {
        let sheet = &self.sheets[at];
        match wanted {
            CellAt::Address(row, column) => Ok(Some((*row, *column))),
            CellAt::Below(label) => {
                let (row, column) = self.label(at, label, "label")?;
                let last = self.last_of(at, (row, column)).0;
                let below = sheet.rows.iter().find(|row| row.number > last && row.cell(column).is_some());
                let near = below.filter(|row| row.number <= last.saturating_add(1));
                let value = near.map(|row| (row.number, column));
                Ok(value.filter(|at| !text_at(sheet, *at).is_some_and(|text| self.is_any_label(&text))))
            }
            CellAt::Row { row, column: None } => {
                let (row, column) = self.label(at, row, "row")?;
                let last = self.last_of(at, (row, column)).1;
                Ok(self.right_of(sheet, (row, last)))
            }
            CellAt::Row { row, column: Some(head) } => {
                let (row, _) = self.label(at, row, "row")?;
                let (_, column) = self.head_above(at, head, row)?;
                Ok(Some((row, column)))
            }
        }
    }

    /// The value right of a label: the first cell that holds something and is no measure word.
    fn right_of(&self, sheet: &Sheet, (row, column): At) -> Option<At> {
        let at = sheet.rows.binary_search_by_key(&row, |row| row.number).ok()?;
        let is_measure = |cell: &Cell| self.fields.is_measure(&cell.display());
        let mut right = sheet.rows[at].cells.iter().filter(|(other, _)| *other > column);
        let mut beside = column;
        let (value, cell) = right.find(|(other, cell)| {
            let is_between = is_measure(cell);
            if is_between {
                beside = *other;
            }
            !is_between
        })?;
        let is_text = matches!(cell, Cell::Text(_));
        let is_label = is_text
            && (self.is_any_label(&cell.display()) || self.is_next_label(sheet, (row, beside), *value));
        (!is_label).then_some((row, *value))
    }

    /// Whether a text is the label of another value, of those that are mapped or of what any form has.
    fn is_any_label(&self, text: &str) -> bool {
        let is_note = || of_label(text).is_some_and(|sign| sign.kind == LineKind::Note);
        let bare = plain(text);
        self.is_label(text)
            || is_note()
            || bare.ends_with(':')
            || matches!(bare.as_str(), "备注" | "说明" | "年度" | "季度" | "月份" | "所属期" | "报告期")
    }

    /// Whether a text is the label of another value.
    fn is_label(&self, text: &str) -> bool {
        self.mapping.cells.iter().any(|mapped| match &mapped.at {
            CellAt::Row { row, .. } => is_called(text, last_part(row)) == Some(true),
            CellAt::Below(label) => is_called(text, last_part(label)) == Some(true),
            CellAt::Address(..) => false,
        })
    }

    /// The last row and column of the range that a cell is merged over.
    fn last_of(&self, sheet: usize, (row, column): At) -> At {
        let ranges = self.merged[sheet].get(&row).into_iter().flatten();
        ranges
            .into_iter()
            .find(|range| range.first == (row, column))
            .map_or((row, column), |range| range.last)
    }

    /// Where a label stands: `group·label` for one of several. In a row the last one counts, since groups stand before it.
    fn label(&self, sheet: usize, label: &str, kind: &'static str) -> Result<At, Unplaced> {
        let mut found = self.all(sheet, last_part(label));
        if found.len() > 1
            && let Some((groups, _)) = label.rsplit_once('·')
        {
            let group = self.all(sheet, last_part(groups));
            let Some(group) = group.first() else { return Err((kind, groups.to_owned())) };
            found.retain(|at| at.0 >= group.0 && at.1 >= group.1);
            found.truncate(1);
        }
        let mut rows: Vec<At> = Vec::new();
        for at in found {
            match rows.last_mut() {
                Some(last) if last.0 == at.0 => *last = at,
                _ => rows.push(at),
            }
        }
        match rows.as_slice() {
            [one] => Ok(*one),
            [] => Err((kind, label.to_owned())),
            _ => Err(("twice", label.to_owned())),
        }
    }

    /// The nearest head above a row.
    fn head_above(&self, sheet: usize, head: &str, row: u32) -> Result<At, Unplaced> {
        let above: Vec<At> = self.all(sheet, last_part(head)).into_iter().filter(|at| at.0 < row).collect();
        let nearest = above.iter().map(|at| at.0).max().ok_or(("column", head.to_owned()))?;
        let mut nearest: Vec<At> = above.into_iter().filter(|at| at.0 == nearest).collect();
        if nearest.len() > 1
            && let Some((groups, _)) = head.rsplit_once('·')
        {
            let group = self.all(sheet, last_part(groups)).into_iter().find(|at| at.0 <= nearest[0].0);
            let Some(group) = group else { return Err(("column", groups.to_owned())) };
            nearest.retain(|at| at.1 >= group.1);
            nearest.truncate(1);
        }
        match nearest.as_slice() {
            [one] => Ok(*one),
            [] => Err(("column", head.to_owned())),
            _ => Err(("twice", head.to_owned())),
        }
    }

    /// All cells that say a label: just so, else but for numbering and measure words.
    fn all(&self, sheet: usize, label: &str) -> Vec<At> {
        let (mut same, mut alike) = (Vec::new(), Vec::new());
        for row in &self.sheets[sheet].rows {
            for (column, cell) in &row.cells {
                let Cell::Text(text) = cell else { continue };
                match is_called(text, label) {
                    Some(true) => same.push((row.number, *column)),
                    Some(false) => alike.push((row.number, *column)),
                    None => {}
                }
            }
        }
        if same.is_empty() { alike } else { same }
    }
}

/// The label without its groups.
fn last_part(label: &str) -> &str {
    label.rsplit_once('·').map_or(label, |(_, last)| last)
}

/// Whether a text is a label: `Some(true)` for just so, `Some(false)` for one with numbering or a measure word.
fn is_called(text: &str, label: &str) -> Option<bool> {
    let bare = |text: &str| plain(text).trim_end_matches(':').to_owned();
    let (text, label) = (bare(text), bare(label));
    if text == label {
        return Some(true);
    }
    let loose = |text: &str| {
        let text =
            text.trim_start_matches(|c: char| c.is_ascii_digit() || "(一二三四五六七八九十".contains(c));
        let text = text.trim_start_matches(['、', '.', ')']);
        let bracketed = text.strip_suffix(')').and_then(|text| text.rsplit_once('('));
        bracketed.filter(|(_, said)| is_aside(said)).map_or(text, |(text, _)| text).to_owned()
    };
    let is_alike = !label.is_empty() && (loose(&text) == label || loose(&text) == loose(&label));
    (is_alike && !loose(&label).is_empty()).then_some(false)
}

/// Whether what stands in brackets behind a label leaves it what it is: a measure, a seal, how it is to be filled in. 本季度（预计） is
/// another than 本季度.
fn is_aside(said: &str) -> bool {
    const ASIDES: [&str; 12] = [
        "必填",
        "选填",
        "填写",
        "盖章",
        "公章",
        "签章",
        "加盖公章",
        "单位",
        "可附页",
        "如有",
        "自动计算",
        "自动生成",
    ];
    measure::is_measure(said)
        || measure::parted(&format!("某({said})"), |_| false).is_some()
        || said.chars().all(|c| c.is_ascii_digit() || "一二三四五六七八九十①②③④⑤⑥⑦⑧⑨".contains(c))
        || ASIDES.contains(&said)
}

fn text_at(sheet: &Sheet, (row, column): At) -> Option<String> {
    let at = sheet.rows.binary_search_by_key(&row, |row| row.number).ok()?;
    sheet.rows[at].text(column)
}
