//! What crosses the boundary between huibian and its plugins, and the words both sides share.
//!
//! - [`id`]: names of plugins, units, fields and counts;
//! - [`pattern`]: texts with named places;
//! - [`words`]: what an author writes in one language or in both;
//! - [`period`]: the reporting period and its arithmetic;
//! - [`basis`]: which period a count's value is of, and what of it is printed;
//! - [`text`]: which characters any text may hold;
//! - [`manifest`]: what `plugin.toml` declares;
//! - [`example`]: what it declares of itself by example;
//! - [`message`]: the [`Request`] a plugin is given and the [`Response`] it gives back;
//! - [`abi`]: the names and status numbers of the C interface that carries them.
//!
//! Types only: nothing here reads a file, a clock or the environment. This crate must not know templates or documents.

pub mod abi;
mod amount;
pub mod basis;
pub mod example;
pub mod id;
pub mod manifest;
pub mod message;
pub mod pattern;
pub mod period;
#[cfg(feature = "schema")]
mod schema;
pub mod text;
pub mod words;

pub use amount::Amount;
pub use basis::{Aspect, Basis};
pub use example::{Example, ExpectedFindings};
pub use id::{CountKey, InvalidId, Name, PluginId, UnitId};
pub use manifest::{
    Absent, Aggregation, CarrierKind, CheckSpec, Column, ColumnType, CountKind, CountSpec, FactMerge,
    FactSpec, FactType, FieldSpec, FieldType, Limits, MissingRule, PluginManifest, RatioSpec, Severity,
    ShownSpec, Unchanged,
};
pub use message::{CountValue, Fact, Message, Reported, Request, Response, UnitIdentity};
pub use pattern::{BadPlace, Pattern};
pub use period::{InvalidPeriod, Period, day};
pub use words::Words;

/// A map in the order it was written. What is hashed are the short names of a report, which nobody outside chooses.
pub type IndexMap<K, V> = indexmap::IndexMap<K, V, foldhash::fast::RandomState>;

/// The version of the JSON contract that this build speaks. It grows by adding; a host accepts it and the one before.
pub const CONTRACT: u32 = 1;
