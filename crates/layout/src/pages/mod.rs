//! About where each page of a document ends: lines are counted as they come out in LibreOffice, page by page. Programs differ in a
//! line here and there, so that nothing may depend on more than this.

mod blocks;
mod ends;
mod notes;
mod parts;
mod pen;

pub use ends::{WithoutText, has_long_end, must_keep_end, page_without_text};
pub use notes::has_notes;
pub use pen::Pen;
