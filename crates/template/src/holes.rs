//! Data travels beside Markdown, not through it: where a template prints a value, a hole is left, and the value is put
//! in once the text around is parsed. So data is never taken for mark-up, and wording that many units share is the same
//! text for all of them.

use std::cell::RefCell;

use crate::excess::{Amount, Excess};
use crate::mark;

/// A render that is under way.
#[derive(Default)]
struct Render {
    /// The values, in the order they are printed.
    values: Vec<String>,
    amount: Amount,
}

thread_local! {
    /// The one of this thread.
    static RENDER: RefCell<Render> = RefCell::default();
}

/// Runs a render and returns what it wrote, with the values that go into its holes.
pub fn gather<T>(render: impl FnOnce() -> T) -> (T, Result<Vec<String>, Excess>) {
    RENDER.take();
    let written = render();
    let Render { values, amount } = RENDER.take();
    (written, amount.check_bytes().map(|()| values))
}

/// Keeps a value and returns its hole.
pub fn leave(value: &str) -> String {
    let index = RENDER.with_borrow_mut(|Render { values, amount }| {
        // A text of which there is too much is refused in the end.
        let fits = amount.add_bytes(value.len()).is_ok();
        values.push(if fits { value.to_owned() } else { String::new() });
        values.len() - 1
    });
    let mut hole = String::from(mark::DATA);
    hole.push_str(&index.to_string());
    hole.push(mark::END);
    hole
}

/// Counts the rounds of a loop.
pub fn add_rounds(rounds: usize) -> Result<(), Excess> {
    RENDER.with_borrow_mut(|render| render.amount.add_rounds(rounds))
}
