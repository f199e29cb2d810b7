//! What fills a message's places: values with a type, printed in the language of the message. No message is ever read
//! back: whoever needs a value takes the argument.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use huibian_contract::{CountKey, Name, Period, PluginId, UnitId, Words};
use serde::ser::SerializeMap;
use serde::{Deserialize, Serialize, Serializer};

use crate::{Catalog, Diagnostic, FieldKey, Lang, Location};

/// A value in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Argument {
    /// Words from outside the program, or one of the words that the catalogs choose a text by.
    Text(String),
    /// A file or a folder.
    Path(PathBuf),
    /// A whole number.
    Number(i64),
    /// A number in digits, so that none of them is lost.
    Decimal(String),
    /// A plugin.
    Plugin(PluginId),
    /// A field of a plugin, or a cell of one of its ledgers.
    Field(FieldKey),
    /// A count of a plugin.
    Count(CountKey),
    /// A reporting period, by its name.
    Period(Period),
    /// The period before this one, as a report calls it: `上季度`.
    PeriodBefore(Period),
    /// A place, where it is not the one that the message is about.
    Place(Location),
    /// Several values of one kind.
    List(Vec<Argument>),
    /// The author's own words, in the languages that they were written in.
    Words(Words),
    /// What the system said.
    System(SystemError),
    /// What a library or a tool said, in its own language: set apart from the sentence.
    Detail(String),
    /// What went wrong before.
    Fault(Diagnostic),
}

/// An error of the system: what kind it is of, and how the system words it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct SystemError {
    /// The word that the catalogs choose a text by; `other` where they have none.
    pub kind: Cow<'static, str>,
    /// The system's own words, where the catalogs have none.
    pub said: String,
}

/// What lies where a file should: no program waits for it, or reads from it. It travels inside an [`io::Error`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoFile {
    /// A pipe, on which one may wait for ever.
    Pipe,
    /// A device.
    Device,
    /// A socket.
    Socket,
    /// A link that leads back to itself.
    Circle,
    /// A link that leads out of the folders that the file may lie in.
    Outside,
}

impl NoFile {
    /// The word that the catalogs choose a text by.
    fn kind(self) -> &'static str {
        match self {
            Self::Pipe => "a-pipe",
            Self::Device => "a-device",
            Self::Socket => "a-socket",
            Self::Circle => "a-circle",
            Self::Outside => "a-way-out",
        }
    }
}

impl fmt::Display for NoFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.kind())
    }
}

impl Error for NoFile {}

impl From<NoFile> for io::Error {
    fn from(found: NoFile) -> Self {
        Self::new(io::ErrorKind::InvalidInput, found)
    }
}

impl From<&io::Error> for SystemError {
    fn from(error: &io::Error) -> Self {
        use io::ErrorKind as Kind;
        if let Some(found) = error.get_ref().and_then(|inner| inner.downcast_ref::<NoFile>()) {
            return Self { kind: found.kind().into(), said: error.to_string() };
        }
        let kind = match error.kind() {
            Kind::NotFound => "not-found",
            Kind::PermissionDenied => "denied",
            Kind::AlreadyExists => "exists",
            Kind::NotADirectory => "no-folder",
            Kind::IsADirectory => "folder",
            Kind::DirectoryNotEmpty => "not-empty",
            Kind::ReadOnlyFilesystem => "read-only",
            Kind::StorageFull | Kind::QuotaExceeded | Kind::WriteZero => "full",
            Kind::FileTooLarge => "large",
            Kind::ResourceBusy | Kind::ExecutableFileBusy | Kind::WouldBlock => "busy",
            Kind::InvalidFilename => "name",
            Kind::InvalidData => "data",
            Kind::UnexpectedEof => "cut",
            Kind::BrokenPipe => "pipe",
            Kind::TimedOut => "time",
            Kind::OutOfMemory => "memory",
            Kind::CrossesDevices => "device",
            _ => "other",
        };
        // Systems word one thing in several ways, and a fault is one however it was found.
        let said = if kind == "other" { error.to_string() } else { error.kind().to_string() };
        Self { kind: kind.into(), said }
    }
}

impl Argument {
    /// The words of a library or a tool.
    pub fn detail(said: impl fmt::Display) -> Self {
        Self::Detail(said.to_string())
    }

    /// Several values of one kind.
    pub fn list<T: Into<Self>>(items: impl IntoIterator<Item = T>) -> Self {
        Self::List(items.into_iter().map(Into::into).collect())
    }

    /// The text, where it is one.
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Decimal(text) | Self::Detail(text) => Some(text),
            Self::Plugin(id) => Some(id.as_str()),
            _ => None,
        }
    }

    /// The same without the number of a ledger's row.
    pub(crate) fn without_row(self) -> Self {
        match self {
            Self::Field(key) => Self::Field(FieldKey { row: None, ..key }),
            other => other,
        }
    }

    /// The same value with its paths as `shown` has them.
    #[must_use]
    pub(crate) fn with_paths(&self, shown: &dyn Fn(&Path) -> PathBuf) -> Self {
        match self {
            Self::Path(path) => Self::Path(shown(path)),
            Self::Place(place) => Self::Place(place.clone().without_text().with_path(shown)),
            Self::List(items) => Self::List(items.iter().map(|item| item.with_paths(shown)).collect()),
            Self::Fault(fault) => Self::Fault(fault.map_paths(shown)),
            other => other.clone(),
        }
    }
}

impl PartialEq<str> for Argument {
    /// Whether it is this text.
    fn eq(&self, text: &str) -> bool {
        self.as_str() == Some(text)
    }
}

impl PartialEq<&str> for Argument {
    fn eq(&self, text: &&str) -> bool {
        *self == **text
    }
}

impl fmt::Display for Argument {
    /// The value as English messages print it, for logs and tests.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Catalog::of(Lang::En).argument(self))
    }
}

/// A path with slashes, as it is printed on every system.
pub(crate) fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

macro_rules! from {
    ($($type:ty => $value:ident: $argument:expr;)*) => {
        $(impl From<$type> for Argument {
            fn from($value: $type) -> Self {
                $argument
            }
        })*
    };
}

from! {
    &str => text: Self::Text(text.to_owned());
    &&str => text: Self::Text((*text).to_owned());
    String => text: Self::Text(text);
    &String => text: Self::Text(text.clone());
    &Cow<'_, str> => text: Self::Text(text.to_string());
    Cow<'_, str> => text: Self::Text(text.into_owned());
    &std::sync::Arc<str> => text: Self::Text(text.to_string());
    &Box<str> => text: Self::Text(text.to_string());
    char => character: Self::Text(character.to_string());
    fmt::Arguments<'_> => text: Self::Text(text.to_string());
    &Path => path: Self::Path(path.to_owned());
    &PathBuf => path: Self::Path(path.clone());
    PathBuf => path: Self::Path(path);
    std::path::Display<'_> => path: Self::Path(path.to_string().into());
    i64 => number: Self::Number(number);
    i32 => number: Self::Number(number.into());
    u32 => number: Self::Number(number.into());
    u16 => number: Self::Number(number.into());
    u8 => number: Self::Number(number.into());
    u64 => number: i64::try_from(number).map_or_else(|_| Self::Decimal(number.to_string()), Self::Number);
    usize => number: (number as u64).into();
    &i32 => number: Self::Number((*number).into());
    std::num::NonZero<u32> => number: Self::Number(number.get().into());
    &PluginId => id: Self::Plugin(id.clone());
    PluginId => id: Self::Plugin(id);
    &Name => name: Self::Text(name.to_string());
    Name => name: Self::Text(name.to_string());
    &UnitId => id: Self::Text(id.to_string());
    UnitId => id: Self::Text(id.to_string());
    &CountKey => key: Self::Count(key.clone());
    CountKey => key: Self::Count(key);
    FieldKey => key: Self::Field(key);
    &Location => place: Self::Place(place.clone());
    Location => place: Self::Place(place);
    Period => period: Self::Period(period);
    Words => words: match words {
        Words { zh: Some(text), en: None } => Self::Text(text),
        both => Self::Words(both),
    };
    io::Error => error: Self::System((&error).into());
    &io::Error => error: Self::System(error.into());
    serde_json::Error => error: Self::detail(error);
    Diagnostic => fault: Self::Fault(fault);
}

impl From<&Vec<String>> for Argument {
    fn from(items: &Vec<String>) -> Self {
        Self::list(items)
    }
}

impl<T: Into<Self>> From<Vec<T>> for Argument {
    fn from(items: Vec<T>) -> Self {
        Self::list(items)
    }
}

// In JSON: a text, a whole number and a list as themselves, all else as an object of one key that names its type.

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub(crate) enum Shape {
    Number(i64),
    Text(String),
    List(Vec<Argument>),
    Typed(Typed),
}

#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Typed {
    Path(PathBuf),
    Decimal(String),
    Plugin(PluginId),
    Field(FieldKey),
    Count(CountKey),
    Period(Period),
    PeriodBefore(Period),
    Place(Location),
    Words(Words),
    System(SystemError),
    Detail(String),
    Fault(Diagnostic),
}

impl From<Shape> for Argument {
    fn from(shape: Shape) -> Self {
        match shape {
            Shape::Number(number) => Self::Number(number),
            Shape::Text(text) => Self::Text(text),
            Shape::List(items) => Self::List(items),
            Shape::Typed(typed) => match typed {
                Typed::Path(path) => Self::Path(path),
                Typed::Decimal(digits) => Self::Decimal(digits),
                Typed::Plugin(id) => Self::Plugin(id),
                Typed::Field(key) => Self::Field(key),
                Typed::Count(key) => Self::Count(key),
                Typed::Period(period) => Self::Period(period),
                Typed::PeriodBefore(period) => Self::PeriodBefore(period),
                Typed::Place(place) => Self::Place(place),
                Typed::Words(words) => Self::Words(words),
                Typed::System(error) => Self::System(error),
                Typed::Detail(said) => Self::Detail(said),
                Typed::Fault(fault) => Self::Fault(fault),
            },
        }
    }
}

impl<'de> Deserialize<'de> for Argument {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Shape::deserialize(deserializer).map(Into::into)
    }
}

impl Serialize for Argument {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        fn typed<S: Serializer>(
            serializer: S,
            kind: &str,
            value: &impl Serialize,
        ) -> Result<S::Ok, S::Error> {
            let mut map = serializer.serialize_map(Some(1))?;
            map.serialize_entry(kind, value)?;
            map.end()
        }
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Number(number) => serializer.serialize_i64(*number),
            Self::List(items) => serializer.collect_seq(items),
            Self::Path(path) => typed(serializer, "path", &slashed(path)),
            Self::Decimal(digits) => typed(serializer, "decimal", digits),
            Self::Plugin(id) => typed(serializer, "plugin", id),
            Self::Field(key) => typed(serializer, "field", key),
            Self::Count(key) => typed(serializer, "count", key),
            Self::Period(period) => typed(serializer, "period", period),
            Self::PeriodBefore(period) => typed(serializer, "period-before", period),
            Self::Place(place) => typed(serializer, "place", place),
            Self::Words(words) => typed(serializer, "words", words),
            Self::System(error) => typed(serializer, "system", error),
            Self::Detail(said) => typed(serializer, "detail", said),
            Self::Fault(fault) => typed(serializer, "fault", fault),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Code, Location};

    #[test]
    fn a_value_reads_back_from_json() {
        let id = PluginId::new("patrol").unwrap();
        let field = FieldKey::new(&id, &Name::new("sites").unwrap());
        let fault = Diagnostic::new(Code::NoUnit).with("id", "a").at(Location::file("a/b.toml"));
        for (argument, json) in [
            (Argument::from("场所"), r#""场所""#),
            (3_usize.into(), "3"),
            (u64::MAX.into(), r#"{"decimal":"18446744073709551615"}"#),
            (Path::new("a/b.toml").into(), r#"{"path":"a/b.toml"}"#),
            ((&id).into(), r#"{"plugin":"patrol"}"#),
            (field.clone().into(), r#"{"field":"patrol.sites"}"#),
            (field.cell(3, &Name::new("date").unwrap()).into(), r#"{"field":"patrol.sites#3.date"}"#),
            (vec!["a", "b"].into(), r#"["a","b"]"#),
            (Argument::detail("eof"), r#"{"detail":"eof"}"#),
            (Argument::Words("多".into()), r#"{"words":"多"}"#),
            (Argument::PeriodBefore("2023Q2".parse().unwrap()), r#"{"period-before":"2023Q2"}"#),
            (
                io::Error::new(io::ErrorKind::NotFound, "none").into(),
                r#"{"system":{"kind":"not-found","said":"entity not found"}}"#,
            ),
            (
                fault.into(),
                r#"{"fault":{"code":"W011","severity":"error","place":{"path":"a/b.toml"},"arguments":{"id":"a"}}}"#,
            ),
        ] {
            assert_eq!(serde_json::to_string(&argument).unwrap(), json);
            assert_eq!(serde_json::from_str::<Argument>(json).unwrap(), argument);
        }
    }
}
