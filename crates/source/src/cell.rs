//! A cell read as its field wants it. What could be meant in two ways is refused.

use std::borrow::Cow;

use huibian_contract::{ColumnType, FieldType};
use huibian_diagnostic::{Argument, Code, Diagnostic, FieldKey};
use huibian_workbook::serial;
use rust_decimal::Decimal;

use huibian_sheet::Cell;
use huibian_sheet::date;
use huibian_sheet::line_kind::is_ditto;
use huibian_sheet::number::{self, NoNumber, half_width};
use huibian_sheet::odd_cells::short;

use crate::{Datum, Node, RawLocation};

/// What a cell should hold.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'w> {
    /// The field's full name.
    pub field: &'w str,
    /// Its label.
    pub label: &'w str,
    /// Its measure word.
    pub measure: &'w str,
    /// Its type.
    pub kind: FieldType,
}

/// The type of a ledger's column as a field has it.
pub fn field_type(kind: ColumnType) -> FieldType {
    match kind {
        ColumnType::Text => FieldType::Text,
        ColumnType::Integer => FieldType::Integer,
        ColumnType::Decimal => FieldType::Decimal,
        ColumnType::Boolean => FieldType::Boolean,
        ColumnType::Date => FieldType::Date,
    }
}

impl Wanted<'_> {
    /// The value of a cell whose number is of another measure, and multiplied by a factor. Other types are read as they are.
    ///
    /// # Errors
    /// As [`read`](Self::read), and D010 where the product is no whole number and should be one.
    pub fn scaled(
        &self,
        (measure, factor): (&str, Decimal),
        cell: &Cell,
        is_1904: bool,
        location: RawLocation,
    ) -> Result<Datum<'static>, Diagnostic> {
        if !matches!(self.kind, FieldType::Integer | FieldType::Decimal) {
            return self.read(cell, is_1904, location);
        }
        let own = Wanted { measure, kind: FieldType::Decimal, ..*self };
        let Datum::Decimal(digits) = own.read(cell, is_1904, location)? else {
            return Err(self.no_type(cell, "decimal"));
        };
        let number = digits.parse::<Decimal>().ok().and_then(|number| number.checked_mul(factor));
        let number = number.ok_or_else(|| self.no_number(cell, NoNumber::Large))?.normalize();
        if self.kind == FieldType::Decimal {
            return Ok(Datum::Decimal(Cow::Owned(number.to_string())));
        }
        let digits = number::whole(number).map_err(|reason| self.no_number(cell, reason))?;
        Ok(Datum::Integer(Cow::Owned(digits), 10))
    }

    /// The cell's value.
    ///
    /// # Errors
    /// D010 to D014, without a place.
    pub fn read(
        &self,
        cell: &Cell,
        is_1904: bool,
        location: RawLocation,
    ) -> Result<Datum<'static>, Diagnostic> {
        match cell {
            Cell::Error(error) => Err(self.fault(Code::CellError).with("found", error)),
            Cell::Pending => Err(self.fault(Code::FormulaEmpty)),
            Cell::Text(text) if is_ditto(text) => Err(self.fault(Code::Ditto).with("found", text.trim())),
            _ => match self.kind {
                FieldType::Text => self.text(cell).map(Cow::Owned).map(Datum::Text),
                FieldType::Texts => {
                    let item =
                        |text: &str| Node { datum: Datum::Text(Cow::Owned(text.to_owned())), location };
                    Ok(Datum::List(split(&self.text(cell)?).into_iter().map(item).collect()))
                }
                FieldType::Integer => {
                    let digits = self.number(cell).and_then(|number| {
                        number::whole(number).map_err(|reason| self.no_number(cell, reason))
                    })?;
                    Ok(Datum::Integer(Cow::Owned(digits), 10))
                }
                FieldType::Decimal => self.number(cell).map(|n| Datum::Decimal(Cow::Owned(n.to_string()))),
                FieldType::Boolean => self.boolean(cell).map(Datum::Boolean),
                FieldType::Date => self.day(cell, is_1904).map(|day| Datum::Date(day.to_string())),
                FieldType::Ledger => Err(self.no_type(cell, "ledger")),
            },
        }
    }

    fn fault(&self, code: Code) -> Diagnostic {
        Diagnostic::new(code).with("label", self.label).with("field", key(self.field))
    }

    fn no_number(&self, cell: &Cell, reason: NoNumber) -> Diagnostic {
        let found = exact(cell);
        let reason = if found.trim().is_empty() { "unseen" } else { reason.reason() };
        let fault = self.fault(Code::NumberText).with("found", short(&found));
        fault.with("reason", reason).with("measure", self.measure)
    }

    fn no_type(&self, cell: &Cell, expected: &str) -> Diagnostic {
        self.fault(Code::CellType).with("expected", expected).with("found", short(&cell.display()))
    }

    fn text(&self, cell: &Cell) -> Result<String, Diagnostic> {
        match cell {
            Cell::Text(text) => Ok(text.replace("\r\n", "\n").trim().to_owned()),
            Cell::Number(number) | Cell::Formatted(number, _) => {
                // A number that lost digits, such as that of an identity card, is no text.
                let kept = number::of_float(*number).map_err(|reason| self.no_number(cell, reason));
                kept.map(|_| if is_scientific(&cell.display()) { exact(cell) } else { cell.display() })
            }
            // A day as a person sees it; where programs show it in several ways it is asked for as text.
            Cell::Day(serial, appearance) => {
                appearance.day(*serial).ok_or_else(|| self.no_type(cell, "text"))
            }
            _ => Err(self.no_type(cell, "text")),
        }
    }

    fn number(&self, cell: &Cell) -> Result<Decimal, Diagnostic> {
        let number = match cell {
            Cell::Number(number) => number::of_float(*number),
            Cell::Formatted(number, appearance) => number::of_float(*number)
                .and_then(|_| number::parse(&appearance.display(*number).figure, self.measure)),
            Cell::Text(text) => number::parse(text, self.measure),
            _ => Err(NoNumber::Other),
        };
        number.map_err(|reason| self.no_number(cell, reason))
    }

    fn boolean(&self, cell: &Cell) -> Result<bool, Diagnostic> {
        let word = match cell {
            Cell::Boolean(yes) => return Ok(*yes),
            Cell::Text(_) | Cell::Number(_) | Cell::Formatted(..) => {
                half_width(&cell.display()).trim().to_lowercase()
            }
            _ => String::new(),
        };
        match word.as_str() {
            "是" | "√" | "✓" | "✔" | "☑" | "对" | "true" | "yes" | "y" | "1" => Ok(true),
            "否" | "×" | "✗" | "✘" | "x" | "错" | "false" | "no" | "n" | "0" => Ok(false),
            _ => Err(self.no_type(cell, "boolean")),
        }
    }

    fn day(&self, cell: &Cell, is_1904: bool) -> Result<jiff::civil::Date, Diagnostic> {
        let day = match cell {
            Cell::Day(serial, _) => serial::day(*serial).ok_or(date::NoDate::Other),
            Cell::Number(serial) | Cell::Formatted(serial, _) => {
                date::parse(&cell.display()).or(date::of_serial(*serial, is_1904).ok_or(date::NoDate::Other))
            }
            Cell::Text(text) | Cell::Iso(text) => date::parse(text),
            _ => Err(date::NoDate::Other),
        };
        day.map_err(|reason| {
            self.fault(Code::CellDate).with("found", short(&cell.display())).with("reason", reason.reason())
        })
    }
}

/// What is wrong with a cell that says who a unit is, or which unit a row is of: a formula that failed, or was never
/// computed, names none.
pub fn failed(cell: &Cell, label: &str, field: &str) -> Option<Diagnostic> {
    let fault = match cell {
        Cell::Error(error) => Diagnostic::new(Code::CellError).with("found", error),
        Cell::Pending => Diagnostic::new(Code::FormulaEmpty),
        _ => return None,
    };
    Some(fault.with("label", label).with("field", key(field)))
}

/// What a column is for: a plugin's field, or something of the unit itself.
fn key(field: &str) -> Argument {
    field.parse::<FieldKey>().map_or_else(|_| field.into(), Into::into)
}

/// A list in one cell: a line each, or else parted by semicolons, or else by 、 outside titles and brackets.
pub fn split(text: &str) -> Vec<&str> {
    let parts: Vec<&str> = if text.contains('\n') {
        text.split('\n').collect()
    } else if text.contains(['；', ';']) {
        text.split(['；', ';']).collect()
    } else {
        let mut depth = 0_usize;
        text.split(|c| {
            match c {
                '《' | '“' | '（' | '(' | '「' => depth += 1,
                '》' | '”' | '）' | ')' | '」' => depth = depth.saturating_sub(1),
                _ => {}
            }
            c == '、' && depth == 0
        })
        .collect()
    };
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// A cell with all its digits, where its format shows fewer of them.
fn exact(cell: &Cell) -> String {
    let Cell::Formatted(number, appearance) = cell else { return cell.display() };
    let shown = appearance.display(*number);
    let is_alike = shown.text.trim().replace(',', "") == *shown.figure;
    if is_alike { cell.display() } else { shown.figure.into_string() }
}

/// Whether a number is shown with a power of ten: `1.23E+10`.
fn is_scientific(shown: &str) -> bool {
    shown.contains("E+") || shown.contains("E-")
}

#[cfg(test)]
mod tests {
    use huibian_workbook::Appearance;
    use huibian_workbook::format::Format;

    use super::*;

    fn read(kind: FieldType, cell: &Cell) -> Result<String, Diagnostic> {
        let wanted = Wanted { field: "p.f", label: "次数", measure: "次", kind };
        wanted.read(cell, false, RawLocation::Span(0, 0)).map(|datum| match datum {
            Datum::Text(text) | Datum::Integer(text, _) | Datum::Decimal(text) => text.into_owned(),
            Datum::Date(text) => text,
            Datum::Boolean(yes) => yes.to_string(),
            other => format!("{other:?}"),
        })
    }

    #[test]
    fn cells_by_the_type_of_their_field() {
        let text = |text: &str| Cell::Text(text.into());
        let day = |code: &str| Cell::Day(45021.0, Appearance::by(Format::parse(code)));
        for (kind, cell, expected) in [
            (FieldType::Integer, Cell::Number(12.0), "12"),
            (FieldType::Integer, text("１２ 次"), "12"),
            (FieldType::Decimal, Cell::Number(0.1 + 0.2), "0.3"),
            (FieldType::Text, text(" 云溪\r\n镇 "), "云溪\n镇"),
            (FieldType::Text, Cell::Number(2023.0), "2023"),
            (FieldType::Boolean, text("√"), "true"),
            (FieldType::Boolean, text("×"), "false"),
            (FieldType::Boolean, Cell::Boolean(true), "true"),
            (FieldType::Date, day("yyyy/m/d"), "2023-04-05"),
            (FieldType::Text, day("m\"月\"d\"日\""), "4月5日"),
            (FieldType::Date, Cell::Number(45021.0), "2023-04-05"),
            (FieldType::Date, Cell::Number(20_230_405.0), "2023-04-05"),
            (FieldType::Date, Cell::Iso("2023-04-05".into()), "2023-04-05"),
        ] {
            assert_eq!(read(kind, &cell).as_deref(), Ok(expected), "{cell:?}");
        }
        for (kind, cell, code) in [
            (FieldType::Integer, Cell::Number(12.5), Code::NumberText),
            (FieldType::Integer, day("yyyy/m/d"), Code::NumberText),
            (FieldType::Integer, Cell::Boolean(true), Code::NumberText),
            (FieldType::Integer, Cell::Error("#DIV/0!".into()), Code::CellError),
            (FieldType::Integer, Cell::Pending, Code::FormulaEmpty),
            (FieldType::Text, day("d-mmm-yy"), Code::CellType),
            (FieldType::Boolean, text("也许"), Code::CellType),
            (FieldType::Text, text("同上"), Code::Ditto),
            (FieldType::Integer, text("〃"), Code::Ditto),
            (FieldType::Date, Cell::Number(12.0), Code::CellDate),
            (FieldType::Date, text("4月5日"), Code::CellDate),
        ] {
            assert_eq!(read(kind, &cell).map_err(|fault| fault.code()), Err(code), "{cell:?}");
        }
    }

    #[test]
    fn lists_in_one_cell() {
        assert_eq!(split("读书、电影、《山、水》"), ["读书", "电影", "《山、水》"]);
        assert_eq!(split("甲、乙；丙；"), ["甲、乙", "丙"]);
        assert_eq!(split("甲；乙\n丙\n"), ["甲；乙", "丙"]);
        assert_eq!(split("）、》甲"), ["）", "》甲"]);
    }
}
