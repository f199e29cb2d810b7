//! Data travels beside Markdown, not through it: where a template prints a value, a hole is left, and the value is put
//! in once the text around is parsed. So data is never taken for mark-up, and wording that many units share is the same
//! text for all of them.

use std::cell::RefCell;

use crate::mark;

thread_local! {
    /// The values of the render that is under way on this thread, in the order they are printed.
    static VALUES: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// Runs a render and returns what it wrote, with the values that go into its holes.
pub fn gather<T>(render: impl FnOnce() -> T) -> (T, Vec<String>) {
    VALUES.take();
    let written = render();
    (written, VALUES.take())
}

/// Keeps a value and returns its hole.
pub fn leave(value: &str) -> String {
    let index = VALUES.with_borrow_mut(|values| {
        values.push(value.to_owned());
        values.len() - 1
    });
    let mut hole = String::from(mark::DATA);
    hole.push_str(&index.to_string());
    hole.push(mark::END);
    hole
}
