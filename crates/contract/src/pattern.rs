//! Texts with named places, `{unit.name}的{period.name}`: read in one way and filled in one way, wherever there are any.

use std::ops::Range;

/// A text whose places are filled when it is printed. `P` is what a place's name was read as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern<P = String>(Vec<Piece<P>>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece<P> {
    Text(String),
    Place(P),
}

/// What keeps a text from being a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BadPlace {
    /// A brace without its other one: its bytes to the end of the text.
    Brace(Range<usize>),
    /// A name that no place has there: the bytes of the name.
    Unknown(Range<usize>),
}

impl BadPlace {
    /// Where in the text it stands, in bytes.
    pub fn range(&self) -> Range<usize> {
        match self {
            Self::Brace(range) | Self::Unknown(range) => range.clone(),
        }
    }
}

impl<P> Default for Pattern<P> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<P> Pattern<P> {
    /// A text without places, whatever stands in it.
    pub fn fixed(text: impl Into<String>) -> Self {
        Self(vec![Piece::Text(text.into())])
    }

    /// Reads a text; `place` knows the names that may stand in braces.
    ///
    /// # Errors
    /// The first name that `place` does not know, or a brace without its other one.
    pub fn parse(text: &str, place: impl Fn(&str) -> Option<P>) -> Result<Self, BadPlace> {
        let (mut pieces, mut at) = (Vec::new(), 0);
        while let Some(brace) = text[at..].find(['{', '}']).map(|offset| at + offset) {
            let name = text[brace..].strip_prefix('{').and_then(|rest| rest.split_once('}'));
            let Some((name, _)) = name else { return Err(BadPlace::Brace(brace..text.len())) };
            let range = brace + 1..brace + 1 + name.len();
            if at < brace {
                pieces.push(Piece::Text(text[at..brace].to_owned()));
            }
            at = range.end + 1;
            pieces.push(Piece::Place(place(name).ok_or(BadPlace::Unknown(range))?));
        }
        if at < text.len() {
            pieces.push(Piece::Text(text[at..].to_owned()));
        }
        Ok(Self(pieces))
    }

    /// The text with its places filled.
    ///
    /// # Errors
    /// The first place for which `value` has nothing.
    pub fn fill<'p, V: AsRef<str>>(
        &'p self,
        mut value: impl FnMut(&'p P) -> Option<V>,
    ) -> Result<String, &'p P> {
        let mut filled = String::new();
        for piece in &self.0 {
            match piece {
                Piece::Text(text) => filled.push_str(text),
                Piece::Place(place) => filled.push_str(value(place).ok_or(place)?.as_ref()),
            }
        }
        Ok(filled)
    }

    /// Its places, in order.
    pub fn places(&self) -> impl Iterator<Item = &P> {
        self.0.iter().filter_map(|piece| match piece {
            Piece::Place(place) => Some(place),
            Piece::Text(_) => None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Pattern, BadPlace> {
        Pattern::parse(text, |name| ["code", "year"].contains(&name).then(|| name.to_owned()))
    }

    #[test]
    fn places_are_filled() {
        let pattern = read("{code}〔{year}〕号").unwrap();
        assert_eq!(pattern.places().collect::<Vec<_>>(), ["code", "year"]);
        let value = |place: &String| Some(if place == "code" { "云政" } else { "2023" });
        assert_eq!(pattern.fill(value).unwrap(), "云政〔2023〕号");
        assert_eq!(pattern.fill(|place| (place == "code").then_some("云政")), Err(&"year".to_owned()));
        assert_eq!(Pattern::<String>::fixed("{x").fill(|_| None::<&str>).unwrap(), "{x");
    }

    #[test]
    fn what_is_no_place_is_found_where_it_stands() {
        assert_eq!(read("{code}{mont}"), Err(BadPlace::Unknown(7..11)));
        assert_eq!(read("年}月"), Err(BadPlace::Brace(3..7)));
        assert_eq!(read("a{year"), Err(BadPlace::Brace(1..6)));
    }
}
