//! What a face looks like in the widest sense, for a machine that has neither it nor a substitute.

use serde::{Deserialize, Serialize};

/// A family of which any face will do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Family {
    /// Strokes of two widths: 宋, 仿宋, Times.
    #[default]
    Serif,
    /// Strokes of one width: 黑, Arial.
    SansSerif,
    /// As written by hand: 楷.
    Cursive,
}

impl Family {
    /// What CSS calls it.
    pub fn css(self) -> &'static str {
        match self {
            Self::Serif => "serif",
            Self::SansSerif => "sans-serif",
            Self::Cursive => "cursive",
        }
    }
}
