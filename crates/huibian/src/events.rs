//! What a program hears while work goes on.

use huibian_diagnostic::Diagnostic;
use huibian_engine::outcome::Outcome;

/// How far the work is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Units that are done, this one among them.
    pub done: usize,
    /// Units that there are.
    pub units: usize,
}

/// What a program hears while work goes on, on the thread that asked for the work. Every method has a default that does
/// nothing; `()` hears nothing at all.
pub trait Events {
    /// Something is odd without being wrong, as known before any unit is begun.
    fn remark(&mut self, _: &Diagnostic) {}

    /// A unit is done, or has failed. Units come in their own order, whatever the number of threads.
    fn unit(&mut self, _: &Outcome, _: Progress) {}

    /// Whether the work goes on; asked before the first unit and after each. Where it does not, what is begun is finished,
    /// and the other units are told as not done.
    fn goes_on(&mut self) -> bool {
        true
    }
}

impl Events for () {}
