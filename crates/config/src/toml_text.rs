//! TOML with places: a configuration file read into its type, every fault with line and column.

use std::ops::Range;
use std::sync::Arc;

use huibian_contract::text::is_allowed;
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Result, Source};
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Deserializer};

use crate::serde_error::serde_fault;
use crate::syntax::syntax_fault;

/// Faults of a file beyond which no more are looked for: each costs another reading of it.
const MOST: usize = 100;

/// Reads a whole file into its type.
///
/// # Errors
/// The first of what [`parse_all`] finds.
pub fn parse<T: DeserializeOwned>(source: &Arc<Source>) -> Result<T> {
    let first = |faults: Faults| faults.into_iter().next();
    parse_all(source).map_err(|faults| first(faults).unwrap_or_else(|| Diagnostic::new(Code::TomlSyntax)))
}

/// Reads a whole file into its type.
///
/// # Errors
/// All that is wrong with it, from the top: W002 for text that is no TOML, W003 for a key that means nothing, W004 for a
/// value that does not fit. Of the keys that a table lacks it is the first, and of a file with faults throughout those that were
/// found first, and W018.
pub fn parse_all<T: DeserializeOwned>(source: &Arc<Source>) -> Result<T, Faults> {
    let mut file = DeTable::parse(&source.text)
        .map_err(|error| vec![syntax_fault(source, error.message(), error.span())])?;
    let mut faults: Vec<(usize, Diagnostic)> = Vec::new();
    let around = file.span();
    let mut removed: Vec<Removed> = Vec::new();
    refused(file.get_ref(), &mut |span| {
        let fault = Diagnostic::new(Code::BadValue).with("what", "character");
        faults.push((span.start, fault.at(Location::span(source, span))));
    });
    // A value that does not fit is left out and the rest is read again, so that one fault does not hide the others.
    loop {
        let error = match T::deserialize(Deserializer::from(file.clone())) {
            Ok(read) if faults.is_empty() => return Ok(read),
            Ok(_) => break,
            Err(error) => error,
        };
        let span = error.span().unwrap_or_default();
        let follows =
            |(around, key): &Removed| *around == span && error.message() == format!("missing field `{key}`");
        let mut meant = None;
        let is_told = || faults.iter().any(|(at, _)| *at == span.start);
        if !removed.iter().any(follows) && !is_told() {
            let fault = serde_fault(error.message());
            meant = fault.suggestion().filter(|_| fault.code() == Code::UnknownKey).map(str::to_owned);
            faults.push((span.start, fault.at(Location::span(source, span.clone()))));
        }
        if faults.len() >= MOST {
            let more = Diagnostic::new(Code::MoreFaults).with("told", MOST).with("more", "some");
            faults.push((source.text.len(), more.at(Location::file(&source.path))));
            break;
        }
        let Some((around, key)) = remove(file.get_mut(), around.clone(), &span) else { break };
        // A key that is misspelt is not told again as one that is missing.
        removed.push((around, meant.unwrap_or(key)));
    }
    faults.sort_by_key(|(at, _)| *at);
    Err(faults.into_iter().map(|(_, fault)| fault).collect())
}

/// Finds texts with a character that no text may hold, or one that turns the direction in which others are read.
fn refused(table: &DeTable<'_>, found: &mut dyn FnMut(Range<usize>)) {
    table.iter().for_each(|(_, value)| refused_within(value, found));
}

fn refused_within(value: &Spanned<DeValue<'_>>, found: &mut dyn FnMut(Range<usize>)) {
    let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    match value.get_ref() {
        DeValue::String(text) if text.chars().any(|c| !is_allowed(c) || turns(c)) => found(value.span()),
        DeValue::Table(table) => refused(table, found),
        DeValue::Array(items) => items.iter().for_each(|item| refused_within(item, found)),
        _ => {}
    }
}

/// A key that is not there any more, with the span of the table that it stood in.
type Removed = (Range<usize>, String);

/// Removes the innermost key, value or item that has a span.
fn remove(table: &mut DeTable<'_>, around: Range<usize>, span: &Range<usize>) -> Option<Removed> {
    if let Some(removed) = table.iter_mut().find_map(|(_, value)| remove_within(value, span)) {
        return Some(removed);
    }
    let (key, _) = table.iter().find(|(key, value)| key.span() == *span || value.span() == *span)?;
    let key = key.get_ref().clone();
    table.remove(key.as_ref());
    Some((around, key.into_owned()))
}

fn remove_within(value: &mut Spanned<DeValue<'_>>, span: &Range<usize>) -> Option<Removed> {
    let around = value.span();
    match value.get_mut() {
        DeValue::Table(table) => remove(table, around, span),
        DeValue::Array(items) => {
            if let Some(removed) = items.iter_mut().find_map(|item| remove_within(item, span)) {
                return Some(removed);
            }
            let before = items.len();
            *items = items.iter().filter(|item| item.span() != *span).cloned().collect();
            (items.len() < before).then(|| (around, String::new()))
        }
        _ => None,
    }
}

/// Where the value under a path of keys stands; the nearest table above it where it is missing.
pub fn place_of(source: &Arc<Source>, keys: &[&str]) -> Location {
    let mut span = 0..0;
    if let Ok(file) = DeTable::parse(&source.text) {
        let mut table = file.get_ref();
        for key in keys {
            let Some(value) = table.get(*key) else { break };
            span = value.span();
            let DeValue::Table(inner) = value.get_ref() else { break };
            table = inner;
        }
    }
    Location::span(source, span)
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Whole {
        name: String,
        parts: Vec<Part>,
        last: Option<u32>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[allow(dead_code)]
    struct Part {
        share: Spanned<u32>,
        label: String,
    }

    fn messages(text: &str) -> Vec<String> {
        let faults = parse_all::<Whole>(&Source::new("a.toml", text)).unwrap_err();
        faults.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn one_fault_does_not_hide_another() {
        let text = "name = 1\nlast = \"x\"\nnane = 2\n[[parts]]\nshare = -1\nlabel = \"a\"\n\
                    [[parts]]\nlabel = true\nshare = 2\n[[parts]]\nshare = 1\n";
        let found = messages(text);
        let expected = ["1:8: W004", "2:8: W004", "3:1: W003", "5:9: W004", "8:9: W004", "10:1: W004"];
        assert_eq!(found.len(), expected.len(), "{found:#?}");
        for (message, place) in found.iter().zip(expected) {
            assert!(message.starts_with(&format!("a.toml:{place}")), "{message}, not {place}");
        }
    }

    #[test]
    fn a_file_without_faults_is_read() {
        let text = "name = \"a\"\nparts = [{ share = 1, label = \"b\" }]\n";
        let whole: Whole = parse_all(&Source::new("a.toml", text)).unwrap();
        assert_eq!((whole.name.as_str(), *whole.parts[0].share.get_ref()), ("a", 1));
        assert_eq!(messages("parts = []\n").len(), 1);
        assert_eq!(messages("nane = \"a\"\nparts = []\n").len(), 1, "what is misspelt is not missing");
        assert_eq!(messages("parts = [\n").len(), 1);
        assert_eq!(
            messages("name = \"a\\u001b\"\nparts = []\n"),
            ["a.toml:1:8: W004: the text has a character that no document may hold"]
        );
        let unknown = (0..5000).fold(String::new(), |text, at| text + &format!("unknown{at} = 1\n"));
        let told = messages(&(unknown + "name = \"a\"\nparts = []\n"));
        assert_eq!(told.len(), MOST + 1);
        assert_eq!(
            told[MOST],
            "a.toml: W018: of what is wrong here the first 100 are told; there may be more"
        );
    }
}
