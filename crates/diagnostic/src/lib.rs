//! What went wrong and where: one [`Diagnostic`] type for every stage, with a stable [`Code`], a weight, a [`Location`] and
//! the typed [`Argument`]s of a message that exists in Chinese and in English ([`Catalog`]); several of them are
//! [`Faults`]. The command line prints them, and a record keeps a diagnostic by its serde, from which it is printed
//! again in either language.
//!
//! This crate must not know how anything is printed, nor what any file means.

mod accepted;
mod argument;
mod catalog;
mod code;
mod entry;
mod faults;
mod field;
pub mod listing;
mod location;
mod milestones;
#[cfg(feature = "schema")]
mod schema;
mod suggest;

use std::borrow::Cow;
use std::fmt;
use std::path::{Path, PathBuf};

use huibian_contract::{IndexMap, Name, PluginId};
use serde::{Deserialize, Serialize};

pub use accepted::Accepted;
pub use argument::{Argument, NoFile, SystemError};
pub use catalog::{Catalog, Lang};
pub use code::Code;
pub use entry::Entry;
pub use faults::Faults;
pub use field::FieldKey;
pub use huibian_contract::Severity;
pub use listing::Listing;
pub use location::{Location, Source, cell_name};
pub use suggest::closest;

/// The result of anything that can go wrong in one way.
pub type Result<T, E = Diagnostic> = std::result::Result<T, E>;

/// One thing that went wrong, or that is worth knowing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Kept")]
pub struct Diagnostic(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
struct Inner {
    code: Code,
    severity: Severity,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty", serialize_with = "as_map")]
    arguments: Vec<(Cow<'static, str>, Argument)>,
    #[serde(skip_serializing_if = "Option::is_none")]
    suggestion: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    accepted: Option<Accepted>,
}

/// A diagnostic as a record keeps it.
#[derive(Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct Kept {
    code: Code,
    severity: Severity,
    place: Option<Location>,
    #[serde(default)]
    arguments: IndexMap<String, Argument>,
    suggestion: Option<String>,
    accepted: Option<Accepted>,
}

impl From<Kept> for Diagnostic {
    fn from(kept: Kept) -> Self {
        let Kept { code, severity, place, arguments, suggestion, accepted } = kept;
        let arguments = arguments.into_iter().map(|(name, value)| (name.into(), value)).collect();
        Self(Box::new(Inner { code, severity, place, arguments, suggestion, accepted }))
    }
}

/// Sixteen digits of the hash of a value's JSON.
fn short_hash(value: &impl Serialize) -> String {
    let mut hasher = blake3::Hasher::new();
    // Neither fails: there is no key that is no text, and a hasher takes everything.
    let _ = serde_json::to_writer(&mut hasher, value);
    hasher.finalize().to_hex()[..16].to_owned()
}

fn as_map<S: serde::Serializer>(
    arguments: &[(Cow<'static, str>, Argument)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(arguments.iter().map(|(name, value)| (name, value)))
}

impl Diagnostic {
    /// A diagnostic without arguments or place yet, which is an error.
    pub fn new(code: Code) -> Self {
        let (severity, arguments) = (Severity::Error, Vec::new());
        Self(Box::new(Inner { code, severity, place: None, arguments, suggestion: None, accepted: None }))
    }

    /// Fills `{ $name }` of the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Argument>) -> Self {
        self.0.arguments.push((name.into(), value.into()));
        self
    }

    /// Fills it with what a library or a tool said in its own language.
    #[must_use]
    pub fn with_detail(self, name: &'static str, said: impl fmt::Display) -> Self {
        self.with(name, Argument::detail(said))
    }

    /// Fills it with a number, in digits.
    #[must_use]
    pub fn with_digits(self, name: &'static str, number: impl fmt::Display) -> Self {
        self.with(name, Argument::Decimal(number.to_string()))
    }

    /// Notes what of the data it hangs on, as a hash that no message shows: where the data change it is another one, even if
    /// its words stay.
    #[must_use]
    pub fn with_data(self, data: &impl Serialize) -> Self {
        self.with("data", short_hash(data))
    }

    /// Says how much it weighs.
    #[must_use]
    pub fn weighing(mut self, severity: Severity) -> Self {
        self.0.severity = severity;
        self
    }

    /// Says where it happened.
    #[must_use]
    pub fn at(mut self, place: Location) -> Self {
        self.0.place = Some(place);
        self
    }

    /// Says where it happened, unless a more exact place is already known.
    #[must_use]
    pub fn or_at(mut self, place: Location) -> Self {
        self.0.place.get_or_insert(place);
        self
    }

    /// Offers the candidate that looks most like `given`, if any looks like it.
    #[must_use]
    pub fn suggest<'a>(mut self, given: &str, candidates: impl IntoIterator<Item = &'a str>) -> Self {
        self.0.suggestion = closest(given, candidates).map(str::to_owned);
        self
    }

    /// The stable code.
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// How much it weighs.
    pub fn severity(&self) -> Severity {
        self.0.severity
    }

    /// Whether it makes the run exit with 1: what someone let through does not.
    pub fn fails(&self) -> bool {
        self.severity() == Severity::Error && self.accepted().is_none()
    }

    /// Who let it through, where someone did.
    pub fn accepted(&self) -> Option<&Accepted> {
        self.0.accepted.as_ref()
    }

    /// Says who let it through, or that nobody does any more.
    pub fn set_accepted(&mut self, accepted: Option<Accepted>) {
        self.0.accepted = accepted;
    }

    /// Whether someone may let it through: it is no fault, which keeps a report from being made.
    pub fn may_be_accepted(&self) -> bool {
        self.code() != Code::AcceptedBefore
            && (self.code().is_finding() || self.severity() != Severity::Error)
    }

    /// The arguments of the message.
    pub fn arguments(&self) -> &[(Cow<'static, str>, Argument)] {
        &self.0.arguments
    }

    /// One of the arguments.
    pub fn argument(&self, name: &str) -> Option<&Argument> {
        self.arguments().iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// The plugin it concerns, where an argument names one or something of one.
    pub fn plugin(&self) -> Option<&PluginId> {
        self.arguments().iter().find_map(|(_, argument)| match argument {
            Argument::Plugin(id) => Some(id),
            Argument::Field(key) => Some(&key.plugin),
            Argument::Count(key) => Some(&key.plugin),
            _ => None,
        })
    }

    /// The field it is about, where arguments name one: by its key, or by its plugin and its name.
    pub fn field(&self) -> Option<FieldKey> {
        let key = self.arguments().iter().find_map(|(_, argument)| match argument {
            Argument::Field(key) => Some(key.clone()),
            _ => None,
        });
        key.or_else(|| {
            let name = Name::new(self.argument("field")?.as_str()?).ok()?;
            Some(FieldKey::new(self.plugin()?, &name))
        })
    }

    /// Where it happened.
    pub fn location(&self) -> Option<&Location> {
        self.0.place.as_ref()
    }

    /// What was probably meant.
    pub fn suggestion(&self) -> Option<&str> {
        self.0.suggestion.as_deref()
    }

    /// What it is known by from one run to the next: a hash in hex over code, place and arguments. The message, its
    /// language and the weight are not in it. Where runs on several machines are compared, it is taken of a diagnostic
    /// whose paths are [relative](Self::relative_to).
    pub fn fingerprint(&self) -> String {
        let Inner { code, place, arguments, .. } = &*self.0;
        short_hash(&(code, place, arguments))
    }

    /// The same without its place: what it is known by where its data have moved, such as by a row above them. Where a hash of
    /// what its rows say is in it, their numbers are not, nor what a row's others come to.
    pub fn fingerprint_without_place(&self) -> String {
        const NUMBERS: [&str; 4] = ["row", "rows", "first", "other"];
        const OTHERS: [&str; 2] = ["least", "most"];
        let Inner { code, arguments, .. } = &*self.0;
        if self.argument("data").is_none() {
            return short_hash(&(code, arguments));
        }
        let is_of_row = self.field().is_some_and(|field| field.row.is_some());
        let is_own = |name: &str| !(NUMBERS.contains(&name) || is_of_row && OTHERS.contains(&name));
        let own = arguments.iter().filter(|(name, _)| is_own(name));
        short_hash(&(code, own.map(|(name, value)| (name, value.clone().without_row())).collect::<Vec<_>>()))
    }

    /// The same with the paths in its arguments as `shown` has them.
    #[must_use]
    pub fn map_paths(&self, shown: impl Fn(&Path) -> PathBuf) -> Self {
        let mut fault = self.clone();
        for (_, argument) in &mut fault.0.arguments {
            *argument = argument.with_paths(&shown);
        }
        fault
    }

    /// The same for a record: without the text around its place, all paths below `folder` relative to it.
    #[must_use]
    pub fn relative_to(&self, folder: &Path) -> Self {
        let shown = |path: &Path| path.strip_prefix(folder).unwrap_or(path).to_owned();
        self.map_paths(shown).moved(shown)
    }

    /// The reverse of [`relative_to`](Self::relative_to).
    #[must_use]
    pub fn resolved_in(&self, folder: &Path) -> Self {
        let shown = |path: &Path| folder.join(path);
        self.map_paths(shown).moved(shown)
    }

    fn moved(mut self, path: impl Fn(&Path) -> PathBuf) -> Self {
        self.0.place = self.0.place.map(|place| place.without_text().with_path(path));
        self
    }
}

impl fmt::Display for Diagnostic {
    /// The message in English, with its place; for logs and tests. The command line prints from a [`Catalog`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = self.location() {
            write!(f, "{place}: ")?;
        }
        write!(f, "{}: {}", self.code(), Catalog::of(Lang::En).message(self))
    }
}

impl std::error::Error for Diagnostic {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_diagnostic_reads_back_from_a_record() {
        let source = Source::new("/office/units/a.toml", "a = 1\nb = 2\n");
        let fault = Diagnostic::new(Code::NameCollision)
            .with("path", Path::new("/office/out/a.docx"))
            .with("first", "a")
            .weighing(Severity::Warning)
            .suggest("b", ["b"])
            .at(Location::line(&source, 2, 1));
        let kept = fault.relative_to(Path::new("/office"));
        let json = serde_json::to_string(&kept).unwrap();
        assert_eq!(
            json,
            r#"{"code":"O001","severity":"warning","place":{"path":"units/a.toml","line":2,"column":1},"#
                .to_owned()
                + r#""arguments":{"path":{"path":"out/a.docx"},"first":"a"},"suggestion":"b"}"#
        );
        let read: Diagnostic = serde_json::from_str(&json).unwrap();
        assert_eq!(read, kept);
        let resolved = read.resolved_in(Path::new("/office"));
        assert_eq!(resolved.arguments(), fault.arguments());
        assert_eq!(resolved.location().unwrap().to_string(), fault.location().unwrap().to_string());
    }

    #[test]
    fn a_fingerprint_is_of_code_place_and_arguments() {
        let fault = |code| Diagnostic::new(code).with("id", "a").at(Location::file("a.toml"));
        let print = fault(Code::NoUnit).fingerprint();
        assert_eq!(print, "543d398bb090dc64", "stable from version to version");
        assert_eq!(print, fault(Code::NoUnit).weighing(Severity::Note).fingerprint());
        assert_ne!(print, fault(Code::NoReport).fingerprint());
        assert_ne!(print, fault(Code::NoUnit).with("known", "b").fingerprint());
        assert_ne!(print, fault(Code::NoUnit).at(Location::file("b.toml")).fingerprint());
    }
}
