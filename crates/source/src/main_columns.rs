//! What each column of a main sheet is of: by what the office maps, by its label, by its groups.

use std::cell::LazyCell;
use std::collections::HashSet;
use std::path::Path;

use huibian_diagnostic::{Code, Diagnostic, Location, Result};

use crate::finder::{Finder, Surveyed};
use crate::ledger_rows::passed_over;
use crate::tables::{Scaled, ScaledAt};
use huibian_sheet::columns::Column;
use huibian_sheet::heads::{is_of_other, plain, unit_rank};
use huibian_sheet::layout::{HeaderRows, Heading, Layout};
use huibian_sheet::ledger_columns::LedgerColumn;
use huibian_sheet::line_kind::{LineKind, of_label};
use huibian_sheet::own_measure::Measured;
use huibian_sheet::period_said::of_cell;
use huibian_sheet::sheet_choice::NamedPeriod;

impl Finder {
    pub(crate) fn is_field(&self, text: &str) -> bool {
        let is_code = |found| !matches!(found, Ok(Column::Name | Column::Remarks) | Err(_));
        let found = self.fields.column_in(text, None, self.period).map_err(|fault| fault.code());
        is_code(found.clone())
            || matches!(found, Err(code) if code != Code::UnknownColumn)
            || self.options.mapping.columns.iter().any(|mapped| plain(&mapped.head).ends_with(&plain(text)))
    }

    pub(crate) fn is_mapped_unit(&self, text: &str) -> bool {
        let is_unit = |key: &str| matches!(key, "unit.name" | "unit.id" | "unit");
        self.options
            .mapping
            .columns
            .iter()
            .any(|mapped| is_unit(&mapped.key) && plain(&mapped.head) == plain(text))
    }

    /// What a column of the main sheet is of, where its head's measure is the field's own.
    pub(crate) fn column(&self, heading: &Heading, best: u8) -> Result<Column, Diagnostic> {
        let mapping = &self.options.mapping;
        if let Some(mapped) = mapping.column(heading) {
            let found = self.fields.column(&mapped.key, None)?;
            if let Column::Field(at) = found {
                self.fields.measured(at, |of| mapping.measured(heading, of))?;
            }
            return Ok(found);
        }
        let found = self.called(heading, best)?;
        if let Column::Field(at) = found {
            let hold = |of: Measured<'_>| {
                heading.measure.of(of.own).map_or(Ok(()), |said| of.hold(&heading.name(), said))
            };
            self.fields.measured(at, hold)?;
        }
        Ok(found)
    }

    /// What a column of the main sheet is called. Of several that could be the units', those of a lower rank than `best` are not.
    fn called(&self, heading: &Heading, best: u8) -> Result<Column, Diagnostic> {
        let rank = unit_rank(&heading.label);
        if rank.is_some() && heading.is_measures {
            return Ok(Column::Remarks);
        }
        let is_field = |found: &Result<Column, Diagnostic>| match found {
            Ok(found) => matches!(found, Column::Field(_)),
            Err(fault) => fault.code() == Code::MeasureDiffers,
        };
        let mut joined = heading.joined().map(|name| self.fields.column_in(&name, None, self.period));
        if let Some(found) = joined.find(is_field) {
            return found;
        }
        if is_of_other(&heading.label) || heading.groups.iter().any(|group| is_of_other(group)) {
            return Ok(Column::Unread);
        }
        let mut grouped = heading.groups.iter().map(|group| self.fields.column(&heading.label, Some(group)));
        let own = || self.fields.column_in(&heading.label, None, self.period);
        let found = grouped.find(is_field).unwrap_or_else(own);
        match found {
            Ok(Column::Name) if rank.is_some_and(|rank| rank < best) => Ok(Column::Remarks),
            Err(fault) if fault.code() == Code::UnknownColumn => self.of_group(heading).ok_or(fault),
            found => found,
        }
    }

    /// What a column is of whose label says nothing of it: 本期 below a field's label is the field, 合计 is a sum.
    fn of_group(&self, heading: &Heading) -> Option<Column> {
        const NOW: [&str; 10] =
            ["本期", "本季", "本季度", "本月", "本年", "数量", "数值", "实际", "本期数", "本季度数"];
        if NOW.contains(&&*plain(&heading.label)) {
            let group = self.fields.column(heading.groups.first()?, None).ok();
            return group.filter(|found| matches!(found, Column::Field(_)));
        }
        let sign = of_label(&heading.label)?;
        matches!(sign.kind, LineKind::Total | LineKind::Part).then_some(Column::Unread)
    }

    /// What the columns of the main sheet are of.
    pub(crate) fn layout(&mut self, main: usize, header: HeaderRows, headings: &[Heading]) -> Layout<Column> {
        let (sheet, mapping, mut remarks) = (&self.sheets[main], &self.options.mapping, Vec::new());
        let best = best_rank(headings);
        let is_read = |column: &Column| !matches!(column, Column::Remarks | Column::Unread);
        // Of several periods beside each other the period's own is read.
        let says = |heading: &Heading, wanted: NamedPeriod| {
            let is = |group: &String| self.period.is_some_and(|period| of_cell(group, period) == wanted);
            heading.groups.iter().any(is)
        };
        let has_own = headings.iter().any(|heading| says(heading, NamedPeriod::This));
        let is_past = |heading: &Heading| has_own && says(heading, NamedPeriod::Other);
        let finest = self.finest(main, header, headings, best);
        let own = LazyCell::new(|| {
            let found = headings.iter().filter_map(|heading| self.called(heading, best).ok());
            found.filter(|found| matches!(found, Column::Field(_))).collect::<HashSet<Column>>()
        });
        let mut layout =
            header.layout(sheet, headings, is_read, |heading| match self.column(heading, best) {
                Ok(Column::Name) if finest.is_some_and(|finest| finest != heading.column) => {
                    Ok(Column::Unread)
                }
                Ok(Column::Field(_)) if is_past(heading) && mapping.column(heading).is_none() => {
                    Ok(Column::Unread)
                }
                Err(fault)
                    if fault.code() == Code::UnknownColumn
                        && self.aside(heading).is_some_and(|field| own.contains(&field)) =>
                {
                    Ok(Column::Unread)
                }
                found => found,
            });
        let data = &sheet.rows[layout.first.min(sheet.rows.len())..];
        let is_filled = |column: u32| data.iter().any(|row| row.cell(column).is_some());
        for (column, what) in &mut layout.columns {
            if *what == Column::Unread {
                *what = Column::Remarks;
                let heading = headings.iter().find(|heading| heading.column == *column);
                let heading = heading.filter(|heading| is_filled(heading.column));
                let is_other = |heading: &Heading| is_past(heading) || self.timed(heading).is_some();
                let remark = |heading: &Heading| passed_over(sheet, heading, layout.first, is_other(heading));
                remarks.extend(heading.map(remark));
            }
        }
        self.remarks.extend(remarks);
        layout
    }

    /// Of several columns of units that are called otherwise, such as 区县 and 乡镇, the one that parts the others' units.
    fn finest(&self, main: usize, header: HeaderRows, headings: &[Heading], best: u8) -> Option<u32> {
        let rows = &self.sheets[main].rows;
        let data = &rows[header.first().min(rows.len())..];
        let names: Vec<&Heading> = headings
            .iter()
            .filter(|heading| matches!(self.column(heading, best), Ok(Column::Name)))
            .collect();
        let labels: HashSet<String> = names.iter().map(|heading| plain(&heading.label)).collect();
        if labels.len() < 2 || labels.len() < names.len() {
            return None;
        }
        let distinct = |heading: &Heading| {
            let texts = data.iter().filter_map(|row| row.text(heading.column));
            texts.filter(|text| of_label(text).is_none()).collect::<HashSet<String>>().len()
        };
        let counts: Vec<(usize, u32)> =
            names.iter().map(|heading| (distinct(heading), heading.column)).collect();
        let most = counts.iter().max()?;
        let is_alone = counts.iter().filter(|(count, _)| *count == most.0).count() == 1;
        is_alone.then_some(most.1)
    }

    /// The field that a head ranks or compares, or names beside another time.
    fn aside(&self, heading: &Heading) -> Option<Column> {
        self.timed(heading).or_else(|| self.fields.compared(&heading.label))
    }

    /// The field that a head names beside another time: 上季度走访次数, 走访次数 above 一季度.
    fn timed(&self, heading: &Heading) -> Option<Column> {
        let mut names = [heading.label.clone()].into_iter().chain(heading.joined());
        names.find_map(|name| {
            let (field, said) = self.fields.timed(&name, None, self.period)?;
            field.ok().filter(|_| said == NamedPeriod::Other)
        })
    }

    /// Heads that `[units.columns]` names and no sheet has.
    pub(crate) fn unheaded(&self, surveyed: &[Surveyed]) -> Vec<String> {
        let headings: Vec<&Heading> = surveyed.iter().flat_map(|one| &one.headings).collect();
        self.options.mapping.unheaded(&headings)
    }

    /// What the numbers of mapped columns are multiplied by, and what they are measured in.
    pub(crate) fn factors(&self, headings: &[Heading]) -> Vec<Scaled> {
        let scaled = |heading: &Heading| {
            let (factor, measure) = self.options.mapping.factor(heading)?;
            Some(Scaled { at: ScaledAt::Column(heading.column), factor, measure })
        };
        headings.iter().filter_map(scaled).collect()
    }
}

/// That `[units.columns]` names heads which the data at a place do not have.
pub(crate) fn heads_absent(heads: Vec<String>, path: &Path) -> Option<Diagnostic> {
    let remark = |heads: Vec<String>| Diagnostic::new(Code::MappedHeadAbsent).with("headers", heads);
    (!heads.is_empty()).then(|| remark(heads).at(Location::file(path)))
}

/// Whether a head is one of a ledger's, though its measure may be another.
pub(crate) fn is_known(found: &Result<LedgerColumn>) -> bool {
    found.as_ref().map_or_else(|fault| fault.code() != Code::UnknownColumn, |_| true)
}

/// How well the best head of a column of units says so.
pub(crate) fn best_rank(headings: &[Heading]) -> u8 {
    let ranks = headings.iter().filter(|heading| !heading.is_measures);
    ranks.filter_map(|heading| unit_rank(&heading.label)).max().unwrap_or(0)
}
