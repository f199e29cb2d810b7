//! What a report is once it is assembled: a typed [`Document`], and the [`HouseStyle`] that lays it out.
//!
//! Types only, no file and no clock. This crate must not know plugins, templates or file formats: templates are typeset
//! *into* a document, writers turn one *into* bytes.

pub mod block;
mod figures;
pub mod form;
mod image;
mod inline;
pub mod items;
mod length;
pub mod meta;
mod numbering;
pub mod official;
pub mod parts;
pub mod settings;
pub mod style;
pub mod table;
mod texts;

pub use block::{Block, Heading, ListItem, Paragraph};
pub use form::{Assembled, Filled, Form};
pub use image::{Image, ImageFormat, InvalidImage};
pub use inline::{Figure, Inline, Marking, plain_text};
pub use length::{InvalidLength, Length};
pub use meta::{Document, Laid, Meta, Signature};
pub use numbering::hanzi;
pub use official::Official;
pub use parts::{DocumentPart, Listed};
pub use settings::Settings;
pub use style::{Comparison, HouseStyle, Part, Phrase, Piece, StyleError};
pub use table::Table;
