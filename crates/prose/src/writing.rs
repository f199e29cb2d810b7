//! One text, as the looks read it.

use huibian_mention::Signs;
use huibian_numeral::Quantity;

/// A text with what was found in it when it was gone over.
#[derive(Clone, Copy)]
pub struct Writing<'t> {
    /// The text.
    pub text: &'t str,
    /// Its numbers.
    pub quantities: &'t [Quantity],
    /// The characters that it has.
    pub signs: Signs,
}
