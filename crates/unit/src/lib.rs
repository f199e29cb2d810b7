//! One unit's data held against its declaration, and all units as a roster and a tree. Must not know where data came from,
//! and templates.
//!
//! `[unit]` says who a unit is, and each plugin's table holds the fields that the plugin asks for. [`read`] walks them, so
//! that nothing behind it meets a wrong type. [`Roster`] is who the units are, [`Tree`] who is above whom.

pub mod below_zero;
pub mod blanks;
pub mod example;
pub(crate) mod identity;
pub mod ledger;
pub(crate) mod ledger_reader;
pub mod locations;
pub mod members;
pub mod names;
pub mod order;
mod outlying;
mod parted;

pub mod previous_names;
pub mod reader;
pub(crate) mod references;
pub mod roster;
pub(crate) mod scalar;
pub mod tree;
pub mod unit;

pub use example::{ExampleData, read_example};
pub use locations::Locations;
pub use members::{Listed, Parent, own_name, tree};
pub use names::{UnitNames, stem_and_kind};
pub use parted::number;
pub use previous_names::PreviousNames;
pub use roster::{Roster, RosterSpec};
pub use tree::{Member, Tree};
pub use unit::{Reading, Unit, read};
