//! What a unit gave, before any declaration is consulted: values, each with its location. Knows no file.

use std::borrow::Cow;
use std::sync::Arc;

use huibian_diagnostic::{Location, Source};

/// A value with its location.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node<'t> {
    /// The value.
    pub datum: Datum<'t>,
    /// Where it stands.
    pub location: RawLocation,
}

/// A value as it was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Datum<'t> {
    /// Text.
    Text(Cow<'t, str>),
    /// The digits of a whole number, with a sign where it has one, and their radix.
    Integer(Cow<'t, str>, u32),
    /// A number with a point, as it was written.
    Decimal(Cow<'t, str>),
    /// Yes or no.
    Boolean(bool),
    /// A day, as `2023-04-05`.
    Date(String),
    /// A time, with or without its day.
    Time(String),
    /// Values one after the other.
    List(Vec<Node<'t>>),
    /// Values by name, in order.
    Table(Vec<(Key<'t>, Node<'t>)>),
    /// Something that cannot be used, of which a fault was told already.
    Faulty,
}

/// The name of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key<'t> {
    /// The name.
    pub name: Cow<'t, str>,
    /// Where it stands.
    pub location: RawLocation,
}

/// Where something stands in what was read; cheap, and made a [`Location`] only where one is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RawLocation {
    /// Bytes of a text.
    Span(usize, usize),
    /// A cell: the sheet's number, row and column, all from 0.
    Cell(usize, u32, u32),
}

/// What was read locates its values.
pub trait Locate {
    /// Where that is, as users are told.
    fn locate(&self, location: RawLocation) -> Location;
}

impl Locate for Arc<Source> {
    fn locate(&self, location: RawLocation) -> Location {
        match location {
            RawLocation::Span(start, end) => Location::span(self, start..end),
            RawLocation::Cell(..) => Location::file(self.path.clone()),
        }
    }
}

/// Values by name.
pub type Entries<'t> = [(Key<'t>, Node<'t>)];

/// The value of that name.
pub fn find<'n, 't>(entries: &'n Entries<'t>, name: &str) -> Option<&'n Node<'t>> {
    entries.iter().find(|(key, _)| key.name == name).map(|(_, node)| node)
}
