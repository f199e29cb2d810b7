//! Names that are checked once, where they enter, and trusted from there on.

use std::fmt::{self, Write as _};
use std::str::FromStr;
use std::sync::Arc;

use serde::{Deserialize, Serialize, Serializer};

/// A name that does not follow its rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{kind} `{given}` is not {rule}")]
pub struct InvalidId {
    /// What the name was meant to be: `plugin id`, `name`, `unit id`, `count key`.
    pub kind: &'static str,
    /// The name as it was given.
    pub given: String,
    /// What it should have been.
    pub rule: &'static str,
}

macro_rules! id {
    ($(#[$doc:meta])* $type:ident, $kind:literal, $rule:literal, $pattern:literal, $accepts:expr) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(extend("pattern" = $pattern)))]
        #[serde(try_from = "String")]
        pub struct $type(Arc<str>);

        impl $type {
            #[doc = concat!("Checks that the text is ", $rule, ".\n\n# Errors\n[`InvalidId`] when it is not.")]
            pub fn new(text: &str) -> Result<Self, InvalidId> {
                let accepts: fn(&str) -> bool = $accepts;
                if accepts(text) {
                    Ok(Self(text.into()))
                } else {
                    Err(InvalidId { kind: $kind, given: text.to_owned(), rule: $rule })
                }
            }

            /// The name as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl FromStr for $type {
            type Err = InvalidId;
            fn from_str(text: &str) -> Result<Self, InvalidId> {
                Self::new(text)
            }
        }

        impl TryFrom<String> for $type {
            type Error = InvalidId;
            fn try_from(text: String) -> Result<Self, InvalidId> {
                Self::new(&text)
            }
        }

        impl From<$type> for String {
            fn from(id: $type) -> String {
                id.0.as_ref().to_owned()
            }
        }

        impl std::borrow::Borrow<str> for $type {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

/// The longest id, in bytes; leaves room for an extension in every file system.
const LONGEST: usize = 120;

fn starts_with_letter(text: &str, more: char) -> bool {
    text.len() <= LONGEST
        && text.starts_with(|c: char| c.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == more)
}

id!(
    /// A plugin's id, which is also the name of its folder: `theory-study`.
    PluginId,
    "plugin id",
    "lower-case letters, digits and `-`, a letter first",
    "^[a-z][a-z0-9-]*$",
    |text| starts_with_letter(text, '-')
);
id!(
    /// The name of a field, fact, count or slot: `sessions_total`.
    Name,
    "name",
    "lower-case letters, digits and `_`, a letter first",
    "^[a-z][a-z0-9_]*$",
    |text| starts_with_letter(text, '_')
);
id!(
    /// A unit's id: what the command line and file names call it. Any script.
    UnitId,
    "unit id",
    "letters, digits, `-`, `_` and `.`, a letter or digit first",
    // Readers of schemas know no classes of Unicode alike: of ASCII what may stand here, of all else anything.
    r"^[^\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u007f][^\u0000-\u002c\u002f\u003a-\u0040\u005b-\u005e\u0060\u007b-\u007f]*$",
    |text| {
        text.len() <= LONGEST
            && text.starts_with(char::is_alphanumeric)
            && text.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c))
    }
);

/// A count's full name across plugins: `theory-study/sessions`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
#[cfg_attr(
    feature = "schema",
    derive(schemars::JsonSchema),
    schemars(extend("pattern" = "^[a-z][a-z0-9-]*/[a-z][a-z0-9_]*$"))
)]
pub struct CountKey {
    /// Whose count it is.
    pub plugin: PluginId,
    /// What that plugin calls it.
    pub name: Name,
}

impl CountKey {
    /// The full name as text: `theory-study/sessions`.
    pub fn full(&self) -> String {
        [self.plugin.as_str(), "/", self.name.as_str()].concat()
    }
}

impl Serialize for CountKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl FromStr for CountKey {
    type Err = InvalidId;
    fn from_str(text: &str) -> Result<Self, InvalidId> {
        let invalid =
            || InvalidId { kind: "count key", given: text.to_owned(), rule: "of the form plugin/count" };
        let (plugin, name) = text.split_once('/').ok_or_else(invalid)?;
        Ok(Self { plugin: PluginId::new(plugin)?, name: Name::new(name)? })
    }
}

impl TryFrom<String> for CountKey {
    type Error = InvalidId;
    fn try_from(text: String) -> Result<Self, InvalidId> {
        text.parse()
    }
}

impl From<CountKey> for String {
    fn from(key: CountKey) -> String {
        key.full()
    }
}

impl fmt::Display for CountKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.plugin.as_str())?;
        f.write_char('/')?;
        f.write_str(self.name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_follow_their_rules() {
        assert!(PluginId::new("theory-study").is_ok());
        assert!(PluginId::new("Theory").is_err());
        assert!(PluginId::new("../up").is_err());
        assert!(Name::new("sessions_total").is_ok());
        assert!(Name::new("sessions-total").is_err());
        assert!(UnitId::new("云溪镇").is_ok());
        assert!(UnitId::new("..").is_err());
        assert!(UnitId::new("a/b").is_err());
        assert!(UnitId::new("").is_err());
    }

    #[test]
    fn a_count_key_reads_back() {
        let key: CountKey = "theory-study/sessions".parse().unwrap();
        assert_eq!(key.to_string(), "theory-study/sessions");
        assert!("sessions".parse::<CountKey>().is_err());
    }
}
