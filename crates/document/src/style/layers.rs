//! One style over another: what the upper one says holds, key by key; what it does not say is the lower one's.

use serde::de::DeserializeOwned;
use toml::{Table, Value};

use super::StyleError;

/// The style that a style's text says it inherits from.
pub fn inherited(text: &str) -> Option<String> {
    let table: Table = text.parse().ok()?;
    table.get("inherits")?.as_str().map(str::to_owned)
}

/// Reads the last text over those before it.
pub fn read<T: DeserializeOwned>(texts: &[&str]) -> Result<T, StyleError> {
    let fault =
        |error: toml::de::Error| StyleError { message: error.message().to_owned(), span: error.span() };
    // Alone, a text keeps the place of every value.
    if let [text] = texts {
        return toml::from_str(text).map_err(fault);
    }
    let mut whole = Table::new();
    for text in texts {
        merge(&mut whole, text.parse().map_err(fault)?);
    }
    // What is wrong is said with its key, which stands for the place that merging has lost.
    Value::Table(whole).try_into().map_err(|error: toml::de::Error| StyleError {
        message: error.to_string().trim().replace('\n', " "),
        span: None,
    })
}

fn merge(lower: &mut Table, upper: Table) {
    for (key, value) in upper {
        match (lower.get_mut(&key), value) {
            (Some(Value::Table(lower)), Value::Table(upper)) => merge(lower, upper),
            (_, value) => {
                lower.insert(key, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_upper_one_says_holds() {
        let found: Table =
            read(&["a = 1\n[b]\nc = 2\nd = 3\n[[e]]\nf = 1", "inherits = \"x\"\n[b]\nd = 4\n[[e]]\nf = 2"])
                .unwrap();
        assert_eq!(found["b"]["c"].as_integer(), Some(2));
        assert_eq!(found["b"]["d"].as_integer(), Some(4));
        assert_eq!(found["e"].as_array().unwrap().len(), 1);
        assert_eq!(inherited("inherits = \"gbt9704\""), Some("gbt9704".to_owned()));
        assert_eq!(inherited("name = \"x\""), None);
    }
}
