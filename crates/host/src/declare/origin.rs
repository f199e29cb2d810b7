//! The records a count came from, and what to fill in where there are none.

use huibian_contract::{Name, PluginManifest};

/// A ledger's rows by number: `sessions#1-3,5`, or the ledger alone where no row counted.
pub fn of_rows(ledger: &Name, rows: &[usize]) -> String {
    if rows.is_empty() {
        return ledger.to_string();
    }
    let runs = rows.chunk_by(|a, b| a + 1 == *b).map(|run| match run {
        [first, .., last] => format!("{first}-{last}"),
        _ => run.iter().map(ToString::to_string).collect(),
    });
    format!("{ledger}#{}", runs.collect::<Vec<_>>().join(","))
}

/// Fields by label and name: `检查台账 (inspections) / 检查家次 (inspections_total)`.
pub fn to_fill_in<'n>(manifest: &PluginManifest, fields: impl IntoIterator<Item = &'n Name>) -> String {
    let fields = fields.into_iter().map(|name| match manifest.fields.get(name) {
        Some(field) => format!("{} ({name})", field.label),
        None => name.to_string(),
    });
    fields.collect::<Vec<_>>().join(" / ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_told_by_their_runs() {
        let ledger = Name::new("sessions").unwrap();
        for (rows, words) in [
            (&[1, 2, 3, 5][..], "sessions#1-3,5"),
            (&[2], "sessions#2"),
            (&[], "sessions"),
            (&[1, 2], "sessions#1-2"),
        ] {
            assert_eq!(of_rows(&ledger, rows), words);
        }
    }
}
