//! A pattern that is compiled when a text is first held against it: most texts have nothing that one begins with, and compiling
//! all of them takes longer than a report.

use std::sync::OnceLock;

use regex::{Captures, Regex};

/// What is looked for.
#[derive(Debug)]
pub struct Pattern {
    words: String,
    compiled: OnceLock<Option<Regex>>,
}

impl Pattern {
    /// A pattern of these words.
    pub fn of(words: impl Into<String>) -> Self {
        Self { words: words.into(), compiled: OnceLock::new() }
    }

    /// Every place of a text that is like it.
    pub fn all<'p, 't: 'p>(&'p self, text: &'t str) -> impl Iterator<Item = Captures<'t>> + 'p {
        let compiled = self.compiled.get_or_init(|| Regex::new(&self.words).ok());
        compiled.iter().flat_map(move |compiled| compiled.captures_iter(text))
    }
}
