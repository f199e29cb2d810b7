//! Charts of counts: declared in `templates/charts/<id>.toml`, checked when a workspace is loaded, drawn for every unit out
//! of its figures.

mod declared;
mod drawn;
mod raw;

pub use declared::{Chart, Charts};
pub use drawn::{ChartFigures, Member, blocks};
#[cfg(feature = "schema")]
pub use raw::schema;
