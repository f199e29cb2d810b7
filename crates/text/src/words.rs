//! Many words looked for at once: a text is gone over once for all of them, however few it has.

use aho_corasick::AhoCorasick;

/// Whether a text begins with a Chinese word. The last byte of its first character says most, and is asked for first.
pub fn begins(text: &str, word: &str) -> bool {
    text.as_bytes().get(2) == word.as_bytes().get(2) && text.starts_with(word)
}

/// Whether a text ends in a word.
pub fn ends(text: &str, word: &str) -> bool {
    text.as_bytes().last() == word.as_bytes().last() && text.ends_with(word)
}

/// Words that are looked for together.
#[derive(Debug)]
pub struct Words(Option<AhoCorasick>);

impl Words {
    /// These words.
    pub fn of<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        // Bytes that are rare in other languages are none in ours: to look for them first costs more.
        Self(AhoCorasick::builder().prefilter(false).build(words).ok())
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
