//! Whether a text begins or ends with a word of Chinese.

/// Whether a text begins with a Chinese word. The last byte of its first character says most, and is asked for first.
#[inline]
pub fn begins(text: &str, word: &str) -> bool {
    text.as_bytes().get(2) == word.as_bytes().get(2) && text.starts_with(word)
}

/// Whether a text ends in a word.
#[inline]
pub fn ends(text: &str, word: &str) -> bool {
    text.as_bytes().last() == word.as_bytes().last() && text.ends_with(word)
}
