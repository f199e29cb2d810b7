//! How much of a text is struck out, by the runs that it is made of.

/// What the runs of a text say; those that say nothing are as their cell is.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Runs {
    has_struck: bool,
    has_plain: bool,
    has_unsaid: bool,
}

/// How much of a cell is struck out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Struck {
    /// Nothing.
    None,
    /// A part of its text.
    Part,
    /// All of it.
    Whole,
}

/// A text that cells share, and what its runs say.
#[derive(Debug)]
pub(crate) struct SharedText {
    /// The text.
    pub text: Box<str>,
    /// What its runs say.
    pub runs: Runs,
}

impl Runs {
    /// Notes a run; `is_struck` is what it says of itself.
    pub fn note(&mut self, text: &str, is_struck: Option<bool>) {
        if text.trim().is_empty() {
            return;
        }
        match is_struck {
            Some(true) => self.has_struck = true,
            Some(false) => self.has_plain = true,
            None => self.has_unsaid = true,
        }
    }

    /// Of a text whose runs begin at these characters, each struck or not; what stands before the first says nothing.
    pub fn of(text: &str, starts: &[(usize, bool)]) -> Self {
        let mut runs = Self::default();
        let mut units = Vec::with_capacity(text.len());
        for (at, character) in text.char_indices() {
            units.extend(std::iter::repeat_n(at, character.len_utf16()));
        }
        // Runs count characters of two bytes.
        let byte = |unit: usize| units.get(unit).copied().unwrap_or(text.len());
        let first = starts.first().map_or(text.len(), |(start, _)| byte(*start));
        runs.note(&text[..first], None);
        for (at, (start, is_struck)) in starts.iter().enumerate() {
            let end = starts.get(at + 1).map_or(text.len(), |(end, _)| byte(*end));
            runs.note(text.get(byte(*start)..end).unwrap_or_default(), Some(*is_struck));
        }
        runs
    }

    /// How much of a cell is struck out whose style strikes it out or does not.
    pub fn within(self, is_cell_struck: bool) -> Struck {
        let has_struck = self.has_struck || (self.has_unsaid && is_cell_struck);
        let has_plain = self.has_plain || (self.has_unsaid && !is_cell_struck);
        match (has_struck, has_plain) {
            (false, true) => Struck::None,
            (true, true) => Struck::Part,
            (true, false) => Struck::Whole,
            (false, false) => Struck::of(is_cell_struck),
        }
    }
}

impl Struck {
    /// Of a cell without runs.
    pub fn of(is_cell_struck: bool) -> Self {
        if is_cell_struck { Self::Whole } else { Self::None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_are_counted_in_characters_of_two_bytes() {
        for (text, starts, is_cell_struck, expected) in [
            ("1315", &[(0, true), (2, false)][..], false, Struck::Part),
            ("1315", &[(2, false)], true, Struck::Part),
            ("1315", &[(2, false)], false, Struck::None),
            ("𠮷1", &[(2, true)], false, Struck::Part),
            ("𠮷 ", &[(2, true)], false, Struck::None),
            ("15", &[(0, true)], false, Struck::Whole),
            ("15", &[(0, false)], true, Struck::None),
            ("15", &[(9, true), (3, false)], false, Struck::None),
            ("15", &[], true, Struck::Whole),
        ] {
            assert_eq!(Runs::of(text, starts).within(is_cell_struck), expected, "{text} {starts:?}");
        }
    }
}
