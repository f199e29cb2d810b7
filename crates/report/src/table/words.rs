//! Fixed words of a table with named places: `{unit.name}`, `{row.number}`.

use std::ops::Range;

/// Names under which a unit keeps what its clerk added; a unit may lack them.
const ATTRIBUTES: &str = "unit.attributes.";

/// Words, and places that are filled when they are printed.
#[derive(Clone, Debug, Default)]
pub struct Words(Vec<Piece>);

#[derive(Clone, Debug)]
enum Piece {
    Text(String),
    Place(String),
}

impl Words {
    /// Words without places.
    pub fn fixed(text: &str) -> Self {
        Self(vec![Piece::Text(text.to_owned())])
    }

    /// Reads a text whose places are among `known`, or a unit's attributes where those are known.
    ///
    /// # Errors
    /// Where in the text a place stands that is not, or a brace without its other one.
    pub fn read(text: &str, known: &[&str], attributes: bool) -> Result<Self, Range<usize>> {
        let (mut pieces, mut at) = (Vec::new(), 0);
        while let Some(brace) = text[at..].find(['{', '}']).map(|offset| at + offset) {
            let end = text[brace..].find('}').map(|offset| brace + offset);
            let name = end.and_then(|end| text.get(brace + 1..end));
            let (Some(end), Some(name)) = (end, name) else { return Err(brace..text.len()) };
            let is_attribute = attributes && name.len() > ATTRIBUTES.len() && name.starts_with(ATTRIBUTES);
            if !known.contains(&name) && !is_attribute {
                return Err(brace + 1..end);
            }
            pieces.push(Piece::Text(text[at..brace].to_owned()));
            pieces.push(Piece::Place(name.to_owned()));
            at = end + 1;
        }
        pieces.push(Piece::Text(text[at..].to_owned()));
        Ok(Self(pieces))
    }

    /// The words with their places filled; nothing where one of them stands for nothing.
    pub fn filled(&self, value: impl Fn(&str) -> Option<String>) -> Option<String> {
        self.0
            .iter()
            .map(|piece| match piece {
                Piece::Text(text) => Some(text.clone()),
                Piece::Place(name) => value(name),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_filled_or_pointed_at() {
        let known = ["unit.name", "row.number"];
        let words = Words::read("{row.number}．{unit.name}", &known, false).unwrap();
        assert_eq!(words.filled(|name| Some(name.len().to_string())).unwrap(), "10．9");
        assert_eq!(words.filled(|name| (name == "unit.name").then(String::new)), None);
        assert_eq!(Words::fixed("{").filled(|_| None).unwrap(), "{");
        for (text, found) in [("甲{unit.nam}", 4..12), ("{unit.name", 0..10), ("a}", 1..2), ("{}", 1..1)] {
            assert_eq!(Words::read(text, &known, true).unwrap_err(), found, "{text}");
        }
        let attribute = "{unit.attributes.area}";
        assert!(
            Words::read(attribute, &known, true).is_ok() && Words::read(attribute, &known, false).is_err()
        );
    }
}
