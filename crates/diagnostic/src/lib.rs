//! What went wrong and where: one [`Diagnostic`] type for every stage, with a stable [`Code`], a [`Place`] and the
//! arguments of a message that exists in Chinese and in English ([`Catalog`]).
//!
//! A *diagnostic* is about the run: a bad key, a missing file. What a check thinks of a report's content is a
//! *finding*, and lives in the engine. This crate does not print: the command line does.

mod catalog;
mod code;
mod place;
mod suggest;

use std::fmt;

pub use catalog::{Catalog, Lang};
pub use code::Code;
pub use place::{Place, Source, cell_name};
pub use suggest::closest;

/// The result of anything that can go wrong in one way.
pub type Result<T, E = Diagnostic> = std::result::Result<T, E>;

/// One thing that went wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic(Box<Inner>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Inner {
    code: Code,
    arguments: Vec<(&'static str, String)>,
    place: Option<Place>,
    suggestion: Option<String>,
}

impl Diagnostic {
    /// A diagnostic without arguments or place yet.
    pub fn new(code: Code) -> Self {
        Self(Box::new(Inner { code, arguments: Vec::new(), place: None, suggestion: None }))
    }

    /// Fills `{ $name }` of the message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.0.arguments.push((name, value.to_string()));
        self
    }

    /// Says where it happened.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.0.place = Some(place);
        self
    }

    /// Says where it happened, unless a more exact place is already known.
    #[must_use]
    pub fn or_at(mut self, place: Place) -> Self {
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

    /// The arguments of the message.
    pub fn arguments(&self) -> &[(&'static str, String)] {
        &self.0.arguments
    }

    /// Where it happened.
    pub fn place(&self) -> Option<&Place> {
        self.0.place.as_ref()
    }

    /// What was probably meant.
    pub fn suggestion(&self) -> Option<&str> {
        self.0.suggestion.as_deref()
    }
}

impl fmt::Display for Diagnostic {
    /// The message in English, with its place; for logs and tests. The command line prints from a [`Catalog`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = self.place() {
            write!(f, "{place}: ")?;
        }
        write!(f, "{}: {}", self.code(), Catalog::of(Lang::En).message(self))
    }
}

impl std::error::Error for Diagnostic {}
