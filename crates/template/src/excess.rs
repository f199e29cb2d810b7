//! How much one text may come to. Loops in loops multiply: sixteen of them over three rows go round forty million times, so that
//! what is worded is counted while it is, and no template can keep a program busy or fill its memory.

use std::error::Error;
use std::fmt;
use std::io::{self, Write};

use handlebars::RenderErrorReason;
use huibian_diagnostic::{Code, Diagnostic};

/// The rounds of all loops of one text: ten for each row of a ledger of a hundred thousand.
pub const MOST_ROUNDS: usize = 1_000_000;
/// The bytes of one text, and those of the values that are printed in it. Four hundred pages have two million.
pub const MOST_BYTES: usize = 128 << 20;

/// That a text comes to more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Excess {
    /// More rounds.
    Rounds,
    /// More bytes.
    Bytes,
}

impl Excess {
    /// What Handlebars was stopped by, if that was it.
    pub fn of(reason: &RenderErrorReason) -> Option<Self> {
        match reason {
            RenderErrorReason::NestedError(error) => error.downcast_ref().copied(),
            RenderErrorReason::IOError(error) => error.get_ref()?.downcast_ref().copied(),
            _ => None,
        }
    }

    /// T030, without its place.
    pub fn refused(self) -> Diagnostic {
        let (kind, most) = match self {
            Self::Rounds => ("rounds", MOST_ROUNDS),
            Self::Bytes => ("text", MOST_BYTES >> 20),
        };
        Diagnostic::new(Code::EndlessText).with("reason", kind).with("most", most)
    }
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Rounds => "too many rounds",
            Self::Bytes => "too much text",
        })
    }
}

impl Error for Excess {}

/// How much there is so far.
#[derive(Debug, Default)]
pub struct Amount {
    rounds: usize,
    bytes: usize,
}

impl Amount {
    /// Takes in the rounds of a loop before they begin.
    pub fn add_rounds(&mut self, rounds: usize) -> Result<(), Excess> {
        self.rounds = self.rounds.saturating_add(rounds);
        if self.rounds > MOST_ROUNDS { Err(Excess::Rounds) } else { self.check_bytes() }
    }

    /// Takes in what is printed.
    pub fn add_bytes(&mut self, bytes: usize) -> Result<(), Excess> {
        self.bytes = self.bytes.saturating_add(bytes);
        self.check_bytes()
    }

    /// Whether all that was taken in is no more than a text may have.
    pub fn check_bytes(&self) -> Result<(), Excess> {
        if self.bytes > MOST_BYTES { Err(Excess::Bytes) } else { Ok(()) }
    }
}

/// A text that grows no further than it may.
#[derive(Default)]
pub struct BoundedText(Vec<u8>);

impl BoundedText {
    /// The text; what was written is whole words.
    pub fn into_text(self) -> String {
        String::from_utf8(self.0).unwrap_or_default()
    }
}

impl Write for BoundedText {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > MOST_BYTES {
            return Err(io::Error::other(Excess::Bytes));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
