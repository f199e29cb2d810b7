//! Many words looked for at once: a text is gone over once for all of them, however few it has.

use aho_corasick::{AhoCorasick, AhoCorasickKind};

/// Words that are looked for together.
#[derive(Debug)]
pub struct Words(Option<AhoCorasick>);

impl Words {
    /// These words.
    pub fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        // Bytes that are rare in other languages are none in ours: to look for them first costs more.
        Self(AhoCorasick::builder().prefilter(false).build(words).ok())
    }

    /// Words that few texts are gone over for: made ready in a tenth of the time, and found in a few times as long.
    pub fn seldom<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let kind = Some(AhoCorasickKind::ContiguousNFA);
        Self(AhoCorasick::builder().prefilter(false).kind(kind).build(words).ok())
    }

    /// Every place where one of them stands, also inside another: which of them, and where it begins.
    pub fn all<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (usize, usize)> + 't {
        let found = self.0.iter().flat_map(move |words| words.find_overlapping_iter(text));
        found.map(|found| (found.pattern().as_usize(), found.start()))
    }

    /// Whether one of them stands in a text.
    pub fn any(&self, text: &str) -> bool {
        self.0.as_ref().is_some_and(|words| words.is_match(text))
    }
}
