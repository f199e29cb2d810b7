//! A list of findings that comes back filled in, as a workbook or as CSV: whoever filled it in may have sorted it, left rows out or
//! put columns and lines of their own into it. A row lets its finding through where it says why, who and when.

use std::collections::HashMap;
use std::path::Path;

use huibian_contract::FieldType;
use huibian_diagnostic::{Accepted, Code, Diagnostic, Faults, Lang, Location};
use huibian_sheet::{Row, Sheet};
use huibian_source::cell::Wanted;
use huibian_source::csv::{self, Dialect};
use huibian_source::{Datum, RawLocation, workbook};
use jiff::civil::Date;

use crate::columns::Column;

/// How far down the row of heads may stand.
const HEAD_ROWS: usize = 30;

/// What holds for rows that do not say it themselves.
#[derive(Clone, Debug, Default)]
pub struct Unsaid {
    /// Who.
    pub by: Option<String>,
    /// When.
    pub on: Option<Date>,
}

/// A row that lets a finding through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledRow {
    /// What the finding is called, in the list.
    pub finding: String,
    /// The unit that the row names.
    pub unit: String,
    /// What it says that the finding is about.
    pub subject: String,
    /// What it says that was found.
    pub said: String,
    /// What the finding is known by wherever its data stand; empty where the row does not say.
    pub print: String,
    /// Who, when and why.
    pub accepted: Accepted,
    /// Where it stands.
    pub place: Location,
}

/// Reads a list's bytes.
///
/// # Errors
/// D001 and D015 where it is no table, A001 where no row heads the findings, A002, A003 and D014 for rows that do not say all.
pub fn read(path: &Path, bytes: &[u8], unsaid: &Unsaid) -> Result<Vec<FilledRow>, Faults> {
    let sheets = sheets(path, bytes)?;
    let headed = sheets.iter().find_map(|sheet| Some((sheet, Head::find(sheet)?)));
    let Some((sheet, head)) = headed else {
        let column = Column::Finding.head(Lang::Zh);
        return Err(Diagnostic::new(Code::NoFindings).with("column", column).at(Location::file(path)).into());
    };
    let (mut rows, mut faults) = (Vec::new(), Faults::new());
    let mut known: HashMap<(String, String), Accepted> = HashMap::new();
    for row in &sheet.rows[head.row + 1..] {
        match head.read(sheet, row, unsaid) {
            Ok(None) => {}
            Ok(Some(filled)) => {
                let key = (filled.unit.clone(), filled.finding.clone());
                match known.insert(key, filled.accepted.clone()) {
                    None => rows.push(filled),
                    Some(same) if same == filled.accepted => {}
                    Some(_) => {
                        let twice = Diagnostic::new(Code::AcceptedTwice).with("finding", &filled.finding);
                        faults.push(twice.at(filled.place));
                    }
                }
            }
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok(rows) } else { Err(faults) }
}

fn sheets(path: &Path, bytes: &[u8]) -> Result<Vec<Sheet>, Diagnostic> {
    if workbook::is_workbook(path, bytes) {
        return Ok(workbook::read(path, bytes)?.into_iter().filter(|sheet| sheet.is_visible).collect());
    }
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let is_head = |head: &str| Column::named(head).is_some();
    Ok(vec![csv::read(path, bytes, &name, Dialect::default(), &is_head)?.0])
}

/// Which column of a sheet is which.
struct Head {
    /// Where its row is among those that hold something.
    row: usize,
    columns: Vec<(Column, u32)>,
}

impl Head {
    /// The first row of a sheet that heads the findings.
    fn find(sheet: &Sheet) -> Option<Self> {
        let heads = sheet.rows.iter().take(HEAD_ROWS).enumerate().map(|(row, cells)| {
            let mut columns: Vec<(Column, u32)> = Vec::new();
            for (at, cell) in &cells.cells {
                // The first of two columns that are headed alike is the list's own.
                let column = Column::named(&cell.display());
                let is_new = |column: &Column| columns.iter().all(|(known, _)| known != column);
                if let Some(column) = column.filter(is_new) {
                    columns.push((column, *at));
                }
            }
            Self { row, columns }
        });
        heads.into_iter().find(|head| head.at(Column::Finding).is_some())
    }

    fn at(&self, column: Column) -> Option<u32> {
        self.columns.iter().find(|(known, _)| *known == column).map(|(_, at)| *at)
    }

    /// What a row lets through; nothing where it says neither why nor who nor when.
    fn read(&self, sheet: &Sheet, row: &Row, unsaid: &Unsaid) -> Result<Option<FilledRow>, Diagnostic> {
        let shown = |column| self.at(column).and_then(|at| row.text(at)).map(|text| unguarded(&text));
        let finding = shown(Column::Finding).unwrap_or_default();
        let [reason, by] =
            [Column::Reason, Column::By].map(|column| self.value(sheet, row, column, FieldType::Text));
        let on = self.value(sheet, row, Column::On, FieldType::Date);
        let (reason, by, on) = (reason?, by?, on?);
        if reason.is_none() && by.is_none() && on.is_none() {
            return Ok(None);
        }
        let lacks = |missing: &str, column| {
            let at = self.at(column).or(self.at(Column::Finding)).unwrap_or_default();
            let fault = Diagnostic::new(Code::AcceptanceIncomplete).with("finding", &finding);
            fault.with("missing", missing).at(sheet.place(row.number, at))
        };
        if finding.is_empty() {
            return Err(lacks("finding", Column::Finding));
        }
        let accepted = Accepted {
            reason: reason.ok_or_else(|| lacks("reason", Column::Reason))?,
            by: by.or_else(|| unsaid.by.clone()).ok_or_else(|| lacks("by", Column::By))?,
            on: on.or_else(|| unsaid.on.map(|day| day.to_string())).ok_or_else(|| lacks("on", Column::On))?,
        };
        Ok(Some(FilledRow {
            finding: finding.clone(),
            unit: shown(Column::Unit).unwrap_or_default(),
            subject: shown(Column::Subject).unwrap_or_default(),
            said: shown(Column::Problem).unwrap_or_default(),
            print: shown(Column::Print).unwrap_or_default().trim_start_matches('#').to_owned(),
            accepted,
            place: sheet.place(row.number, self.at(Column::Finding).unwrap_or_default()),
        }))
    }

    /// A cell as its column wants it; none where it is empty.
    fn value(
        &self,
        sheet: &Sheet,
        row: &Row,
        column: Column,
        kind: FieldType,
    ) -> Result<Option<String>, Diagnostic> {
        let Some((at, cell)) = self.at(column).and_then(|at| Some((at, row.cell(at)?))) else {
            return Ok(None);
        };
        let label = column.head(Lang::Zh);
        let wanted = Wanted { field: column.text(), label: &label, measure: "", kind };
        let place = sheet.place(row.number, at);
        let read = wanted.read(cell, sheet.is_1904, RawLocation::Cell(0, row.number, at));
        let text = match read.map_err(|fault| fault.at(place))? {
            Datum::Text(text) => unguarded(&text),
            Datum::Date(day) => day,
            _ => String::new(),
        };
        Ok(Some(text).filter(|text| !text.is_empty()))
    }
}

/// A text without the mark that keeps a spreadsheet from computing what begins like a formula.
fn unguarded(text: &str) -> String {
    let text = text.trim();
    match text.strip_prefix('\'') {
        Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest.to_owned(),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str, unsaid: &Unsaid) -> Result<Vec<FilledRow>, Vec<String>> {
        let read = read(Path::new("list.csv"), text.as_bytes(), unsaid);
        read.map_err(|faults| {
            faults
                .iter()
                .map(|fault| {
                    format!(
                        "{} {}",
                        fault.code(),
                        fault.location().map(ToString::to_string).unwrap_or_default()
                    )
                })
                .collect()
        })
    }

    const HEAD: &str = "单位,填报项,问题,编号,理由,认可人,认可日期\n";

    #[test]
    fn a_row_lets_through_where_it_says_why_who_and_when() {
        let rows = [
            "二季度问题清单\n\n",
            HEAD,
            "云溪镇,隐患,不符,K001-a,已核实,张三,2023/7/6\n",
            "青禾镇,隐患,不符,K001-b,,,\n",
            "青禾镇,隐患,不符,K001-c,'=属实,李四,2023年7月7日\n",
        ];
        let read = read_text(&rows.concat(), &Unsaid::default()).unwrap();
        let told: Vec<_> = read
            .iter()
            .map(|row| {
                format!(
                    "{} {} {} {} {}",
                    row.finding, row.unit, row.accepted.reason, row.accepted.by, row.accepted.on
                )
            })
            .collect();
        assert_eq!(told, ["K001-a 云溪镇 已核实 张三 2023-07-06", "K001-c 青禾镇 =属实 李四 2023-07-07"]);
        let english = "unit,finding,reason,accepted by,accepted on\na,K001-a,right,Zhang,2023-07-06\n";
        assert_eq!(read_text(english, &Unsaid::default()).unwrap().len(), 1);
    }

    #[test]
    fn who_and_when_may_be_said_once_and_why_may_not() {
        let unsaid = Unsaid { by: Some("张三".into()), on: Some("2023-07-06".parse().unwrap()) };
        let text = format!("{HEAD}云溪镇,,,K001-a,已核实,,\n");
        let accepted = &read_text(&text, &unsaid).unwrap()[0].accepted;
        assert_eq!((accepted.by.as_str(), accepted.on.as_str()), ("张三", "2023-07-06"));
        let text = format!("{HEAD}云溪镇,,,K001-a,,张三,\n");
        assert_eq!(read_text(&text, &unsaid).unwrap_err(), ["A002 list.csv:2:5"]);
    }

    #[test]
    fn what_is_not_whole_is_told_with_its_cell() {
        let unsaid = Unsaid::default();
        for (rows, expected) in [
            ("云溪镇,,,K001-a,已核实,,2023-07-06\n", "A002 list.csv:2:6"),
            ("云溪镇,,,K001-a,已核实,张三,\n", "A002 list.csv:2:7"),
            ("云溪镇,,,K001-a,已核实,张三,7月6日\n", "D014 list.csv:2:7"),
            ("云溪镇,,,,已核实,张三,2023-07-06\n", "A002 list.csv:2:4"),
            ("a,,,K001-a,一,张三,2023-07-06\na,,,K001-a,二,张三,2023-07-06\n", "A003 list.csv:3:4"),
        ] {
            assert_eq!(read_text(&format!("{HEAD}{rows}"), &unsaid).unwrap_err(), [expected], "{rows}");
        }
        assert_eq!(read_text("单位,问题,理由\n甲,乙,丙\n", &unsaid).unwrap_err(), ["A001 list.csv"]);
    }
}
