//! The answer, built up name by name.

use std::fmt::Write as _;

use huibian_contract::{CountValue, Fact, Message, Name, Reported, Request, Response, Severity, Words};

use crate::{Fields, Refusal, Result, Row};

/// What a plugin contributes for one unit.
#[derive(Clone, Debug, Default)]
pub struct Contribution(Response);

impl Contribution {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// A count with the records it came from: `sessions#1-12`, or a field's name.
    pub fn count(&mut self, name: &str, value: i64, from: Vec<String>) {
        let value = CountValue::Traced { value: Reported::Integer(value), from };
        self.0.counts.insert(name.to_owned(), value);
    }

    /// A count taken from a plain number, where there is no ledger of it.
    ///
    /// # Errors
    /// When the unit did not give it.
    pub fn number(&mut self, request: &Request, name: &str, field: &str) -> Result<()> {
        let number = request.integer(field).ok_or_else(|| {
            Refusal::in_both(
                format!("缺少数据：请填写{{{field}}}"),
                format!("data are missing: fill in {{{field}}}"),
            )
        })?;
        self.count(name, number, vec![field.to_owned()]);
        Ok(())
    }

    /// A count taken from a ledger's rows in the period, or from a plain number where there is no ledger. Where both
    /// are given and disagree the ledger counts, and the clerk is told.
    ///
    /// # Errors
    /// When the unit gave neither.
    pub fn tally(&mut self, request: &Request, name: &str, ledger: &str, total: &str) -> Result<()> {
        self.tally_where(request, name, ledger, total, |_| true)
    }

    /// As [`tally`](Self::tally), of those rows that `counts` accepts.
    ///
    /// # Errors
    /// When the unit gave neither.
    pub fn tally_where(
        &mut self,
        request: &Request,
        name: &str,
        ledger: &str,
        total: &str,
        counts: impl Fn(&Row<'_>) -> bool,
    ) -> Result<()> {
        let number = request.integer(total);
        let Some(rows) = request.ledger(ledger) else {
            let number = number.ok_or_else(|| {
                Refusal::in_both(
                    format!("缺少数据：请填写{{{ledger}}}或{{{total}}}"),
                    format!("data are missing: fill in {{{ledger}}} or {{{total}}}"),
                )
            })?;
            self.count(name, number, vec![total.to_owned()]);
            return Ok(());
        };
        let rows: Vec<usize> = rows.iter().filter(|row| counts(row)).map(|row| row.number).collect();
        let counted = i64::try_from(rows.len())?;
        if let Some(number) = number.filter(|number| *number != counted) {
            let rows = if counted == 1 { "row" } else { "rows" };
            let text = Words {
                zh: Some(format!("{{{total}}}填报为{number}，{{{ledger}}}为{counted}条，已按台账计数。")),
                en: Some(format!(
                    "{{{total}}} is given as {number}, and {{{ledger}}} has {counted} {rows}; the ledger counts."
                )),
            };
            let fields = [total, ledger].into_iter().filter_map(|field| Name::new(field).ok()).collect();
            self.0.findings.push(Message { severity: Severity::Warning, text, fields });
        }
        let from = if rows.is_empty() { ledger.to_owned() } else { numbered(ledger, &rows) };
        self.count(name, counted, vec![from]);
        Ok(())
    }

    /// A text for wording; nothing where there is none.
    pub fn text(&mut self, name: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.0.facts.insert(name.to_owned(), Fact::Text(text.to_owned()));
        }
    }

    /// A list of texts for wording; nothing where it is empty.
    pub fn texts<'t>(&mut self, name: &str, texts: impl IntoIterator<Item = &'t str>) {
        let texts: Vec<String> = texts.into_iter().map(str::to_owned).collect();
        if !texts.is_empty() {
            self.0.facts.insert(name.to_owned(), Fact::Texts(texts));
        }
    }

    /// The message as it goes over the wire.
    pub fn into_response(self) -> Response {
        self.0
    }
}

/// `ledger#1-3,5` for 1, 2, 3, 5.
fn numbered(ledger: &str, rows: &[usize]) -> String {
    let mut text = String::with_capacity(ledger.len() + 16);
    text.push_str(ledger);
    for (index, run) in rows.chunk_by(|a, b| a + 1 == *b).enumerate() {
        text.push(if index == 0 { '#' } else { ',' });
        // Writing to a string does not fail.
        let _ = match run {
            [first, .., last] => write!(text, "{first}-{last}"),
            _ => run.iter().try_for_each(|row| write!(text, "{row}")),
        };
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use serde_json::json;

    fn tally(data: serde_json::Value) -> (Option<CountValue>, usize) {
        let mut contribution = Contribution::new();
        let request = testing::request("2023Q2", data);
        let _ = contribution.tally(&request, "sessions", "sessions", "sessions_total");
        let mut response = contribution.into_response();
        (response.counts.swap_remove("sessions"), response.findings.len())
    }

    fn traced(value: i64, from: &str) -> CountValue {
        CountValue::Traced { value: Reported::Integer(value), from: vec![from.to_owned()] }
    }

    #[test]
    fn the_first_date_column_counts_whatever_it_is_called() {
        let rows =
            json!([{"held": "2023-04-01", "date": "2023-01-01"}, {"held": "2023-07-01"}, {"topic": "甲"}]);
        let mut request = testing::request("2023Q2", json!({"sessions": rows}));
        request.dated.insert("sessions".to_owned(), "held".to_owned());
        let mut contribution = Contribution::new();
        let _ = contribution.tally(&request, "sessions", "sessions", "sessions_total");
        let count = contribution.into_response().counts.swap_remove("sessions");
        assert_eq!(count, Some(traced(1, "sessions#1")));
    }

    #[test]
    fn a_ledger_counts_before_a_number() {
        let rows = json!([{"date": "2023-04-01"}, {"date": "2023-07-01"}, {"date": "2023-06-30"}]);
        assert_eq!(
            tally(json!({"sessions": rows})),
            (Some(traced(2, "sessions#1,3")), 0),
            "rows of the period only"
        );
        assert_eq!(tally(json!({"sessions": rows, "sessions_total": 2})).1, 0);
        assert_eq!(
            tally(json!({"sessions": rows, "sessions_total": 3})),
            (Some(traced(2, "sessions#1,3")), 1)
        );
        assert_eq!(tally(json!({"sessions_total": 3})), (Some(traced(3, "sessions_total")), 0));
        assert_eq!(tally(json!({"sessions": []})), (Some(traced(0, "sessions")), 0), "an empty ledger is 0");
        assert_eq!(tally(json!({})), (None, 0), "missing is never 0");
    }
}
