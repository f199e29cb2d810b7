//! Numbers in free text as people write them, and their measure words: `1,945`, `７５`, 四十三, 1.2万, 40余, 百分之九十八.
//! This crate must not know what is counted, or what a number is held against.

mod measure;
mod quantity;
mod word;

pub use measure::measure;
pub use quantity::{Extent, Quantity, Sign, agrees, quantities, trimmed};
pub use word::begins;
