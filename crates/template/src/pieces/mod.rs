//! A template's text in pieces. Handlebars counts lines and columns from the beginning for each tag, so that a text twice as long
//! takes four times as long to parse; in pieces it takes twice as long.

mod cut;
mod join;
#[cfg(test)]
mod tests;

use handlebars::{Template, TemplateError};

use cut::pieces;
use join::{Offset, append, move_by};

/// What Handlebars says of a template, and the line and the column of it.
pub type Failed = (TemplateError, (usize, usize));

/// Parses a template of a name as Handlebars would parse it whole. An error comes with its line and column in the whole text.
pub fn parse(text: &str, name: &str) -> Result<Template, Box<Failed>> {
    let mut whole: Option<Template> = None;
    let mut at = (0, 0);
    for piece in pieces(text) {
        let words = &text[piece.span.clone()];
        let own = [&piece.opened, words, &piece.closed].concat();
        let from = Offset::of(at, &piece);
        let mut parsed = Template::compile_with_name(&own, name.to_owned()).map_err(|error| {
            let (line, column) = error.pos().unwrap_or((1, 1));
            Box::new((error, from.moved(line, column)))
        })?;
        move_by(&mut parsed, &from);
        at = after(at, words);
        match &mut whole {
            Some(whole) => append(whole, parsed, &piece, piece.depth),
            None => whole = Some(parsed),
        }
    }
    Ok(whole.unwrap_or_default())
}

/// How many lines and columns lie before what follows a text, itself at such a place.
fn after((lines, columns): (usize, usize), text: &str) -> (usize, usize) {
    let line = text.rfind('\n').map_or(0, |end| end + 1);
    let further = text.bytes().filter(|byte| *byte == b'\n').count();
    let here = text[line..].chars().count();
    (lines + further, if further == 0 { columns + here } else { here })
}
