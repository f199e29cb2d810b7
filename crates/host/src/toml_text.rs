//! TOML with places: a configuration file read into its type, every fault with line and column.

use std::sync::Arc;

use huibian_diagnostic::{Code, Diagnostic, Place, Result, Source, closest};
use serde::de::DeserializeOwned;
use toml::de::{DeTable, DeValue};

/// Reads a whole file into its type.
///
/// # Errors
/// W002 for text that is no TOML, W003 for a key that means nothing, W004 for a value that does not fit.
pub fn parse<T: DeserializeOwned>(source: &Arc<Source>) -> Result<T> {
    toml::from_str(&source.text).map_err(|error| {
        let place = Place::span(source, error.span().unwrap_or_default());
        let message = error.message();
        if DeTable::parse(&source.text).is_err() {
            return Diagnostic::new(Code::TomlSyntax).with("reason", message).at(place);
        }
        let unknown = message.strip_prefix("unknown field `").and_then(|rest| rest.split_once('`'));
        match unknown {
            Some((key, rest)) => {
                let known = rest.split('`').skip(1).step_by(2);
                let unknown = Diagnostic::new(Code::UnknownKey).with("key", key).at(place);
                if closest(key, known.clone()).is_some() { unknown.suggest(key, known) } else { unknown }
            }
            None => Diagnostic::new(Code::BadValue).with("reason", message).at(place),
        }
    })
}

/// Where the value under a path of keys stands; the nearest table above it where it is missing.
pub fn place_of(source: &Arc<Source>, keys: &[&str]) -> Place {
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
    Place::span(source, span)
}
