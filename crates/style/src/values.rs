//! Each value of a style with its unit, its clause and the file that says it.

use std::path::PathBuf;

use huibian_document::style::{KEYS, Key, Kind, PARAGRAPHS};
use toml::Value;

use crate::file::StyleFile;

/// A value.
pub struct StyleValue {
    /// Its key, part by part.
    pub path: Vec<String>,
    /// What the key is.
    pub key: &'static Key,
    /// The value as TOML writes it.
    pub written: String,
    /// The file that says it.
    pub file: PathBuf,
    /// Whether that is the style's own file.
    pub is_own: bool,
}

impl StyleValue {
    /// The word for the value's unit where it is a bare number: `lines`, `characters` or `hundredths`.
    pub fn unit(&self) -> Option<&'static str> {
        match self.key.kind {
            Kind::Lines | Kind::Characters => Some(self.key.kind.word()),
            Kind::Hundredths => Some("hundredths"),
            Kind::Count if self.key.path.ends_with("_hundredths") => Some("hundredths"),
            Kind::Count if self.key.path.ends_with("lines_a_page") => Some("lines"),
            Kind::Count if self.key.path.ends_with("characters_a_line") => Some("characters"),
            _ => None,
        }
    }

    /// The clause of GB/T 9704-2012.
    pub fn clause(&self) -> &'static str {
        self.key.clause(&self.path)
    }
}

impl StyleFile {
    /// Every value that holds, in the order of the keys.
    pub fn values(&self) -> Vec<StyleValue> {
        let mut values = Vec::new();
        let mut done: Vec<&str> = Vec::new();
        for key in KEYS {
            let parts: Vec<&str> = key.path.split('.').collect();
            match parts.as_slice() {
                // All keys of one kind stand together.
                [section, "*", _] => {
                    if !done.contains(section) {
                        done.push(section);
                        self.kinds(section, &mut values);
                    }
                }
                _ => self.push(key, parts.iter().map(|part| (*part).to_owned()).collect(), &mut values),
            }
        }
        values
    }

    fn kinds(&self, section: &str, values: &mut Vec<StyleValue>) {
        let kinds: Vec<String> = if section == "paragraphs" {
            PARAGRAPHS.iter().map(|(kind, _)| (*kind).to_owned()).collect()
        } else {
            (1..=self.style.headings.len()).map(|level| level.to_string()).collect()
        };
        for kind in kinds {
            for key in KEYS.iter().filter(|key| key.path.starts_with(&format!("{section}.*."))) {
                let name = key.path.rsplit('.').next().unwrap_or_default();
                self.push(key, [section, &kind, name].map(str::to_owned).to_vec(), values);
            }
        }
    }

    fn push(&self, key: &'static Key, path: Vec<String>, values: &mut Vec<StyleValue>) {
        match (self.value(&path), key.kind) {
            (Some(Value::Table(entries)), Kind::Substitutes | Kind::Families) => {
                for (name, value) in entries {
                    let path = path.iter().chain([name]).cloned().collect();
                    self.push_value(key, path, value, values);
                }
            }
            (Some(value), _) => self.push_value(key, path, value, values),
            (None, _) => {}
        }
    }

    fn push_value(&self, key: &'static Key, path: Vec<String>, value: &Value, values: &mut Vec<StyleValue>) {
        let Some(layer) = self.layer_of(&path) else { return };
        let source = self.layer(layer);
        let is_own = *source.path == *self.path();
        values.push(StyleValue {
            path,
            key,
            written: written(value),
            file: source.path.to_path_buf(),
            is_own,
        });
    }
}

/// A value on one line, as TOML writes it.
fn written(value: &Value) -> String {
    match value {
        Value::Array(items) => format!("[{}]", items.iter().map(written).collect::<Vec<_>>().join(", ")),
        Value::Table(entries) => {
            let entry = |(name, value): (&String, &Value)| format!("{} = {}", quoted(name), written(value));
            format!("{{ {} }}", entries.iter().map(entry).collect::<Vec<_>>().join(", "))
        }
        value => value.to_string(),
    }
}

/// A key, in quotes where TOML wants them.
pub fn quoted(key: &str) -> String {
    let is_bare = key.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    if is_bare { key.to_owned() } else { Value::from(key).to_string() }
}
