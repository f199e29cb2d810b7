//! Pieces put together again.

use handlebars::Template;
use handlebars::template::{HelperTemplate, TemplateElement};

use super::cut::{Guard, Piece};

/// Where a piece begins.
pub struct Offset {
    lines: usize,
    columns: usize,
    /// How many characters stand before it, in its first line, that are not the text's own.
    opened: usize,
}

impl Offset {
    pub fn of((lines, columns): (usize, usize), piece: &Piece) -> Self {
        match piece.guard {
            Guard::Line => Self { lines: lines.saturating_sub(1), columns, opened: 0 },
            Guard::None | Guard::Word => Self { lines, columns, opened: piece.opened.chars().count() },
        }
    }

    pub fn moved(&self, line: usize, column: usize) -> (usize, usize) {
        let column =
            if line == 1 { (column + self.columns).saturating_sub(self.opened).max(1) } else { column };
        (line + self.lines, column)
    }
}

/// Gives elements the places they have in the whole.
pub fn move_by(template: &mut Template, from: &Offset) {
    for place in &mut template.mapping {
        (place.0, place.1) = from.moved(place.0, place.1);
    }
    for element in &mut template.elements {
        match element {
            TemplateElement::HelperBlock(block) => {
                block.template.iter_mut().chain(&mut block.inverse).for_each(|inner| move_by(inner, from));
            }
            TemplateElement::PartialBlock(block) | TemplateElement::DecoratorBlock(block) => {
                block.template.iter_mut().for_each(|inner| move_by(inner, from));
            }
            _ => {}
        }
    }
}

/// Appends a piece; words on both sides of the cut are one element again, and so are the blocks that were cut in, so many of them
/// inside each other.
pub fn append(whole: &mut Template, parsed: Template, piece: &Piece, depth: usize) {
    use TemplateElement::{DecoratorBlock, HelperBlock, PartialBlock, RawString};
    let mut added = parsed.elements.into_iter().zip(parsed.mapping);
    match (whole.elements.last_mut(), added.next()) {
        (Some(HelperBlock(open)), Some((HelperBlock(again), _))) if depth > 0 => {
            go_on(open, *again, piece, depth - 1);
        }
        (
            Some(PartialBlock(open) | DecoratorBlock(open)),
            Some((PartialBlock(again) | DecoratorBlock(again), _)),
        ) if depth > 0 => {
            let rest = again.template.unwrap_or_default();
            append(open.template.get_or_insert_default(), rest, piece, depth - 1);
        }
        (Some(RawString(before)), Some((RawString(words), _))) => {
            // The word that stood before the closing tags.
            before.pop();
            before.push_str(words.strip_prefix(piece.guard.text()).unwrap_or(&words));
            if piece.is_between_tags {
                whole.elements.pop();
                whole.mapping.pop();
            }
        }
        (_, Some((element, mapping))) => {
            whole.elements.push(element);
            whole.mapping.push(mapping);
        }
        (_, None) => {}
    }
    for (element, mapping) in added {
        whole.elements.push(element);
        whole.mapping.push(mapping);
    }
}

/// A block goes on where it was cut in, in the last of its branches.
fn go_on(open: &mut HelperTemplate, again: HelperTemplate, piece: &Piece, depth: usize) {
    match (&mut open.inverse, again.inverse) {
        (Some(begun), Some(mut rest)) => match (begun.elements.as_mut_slice(), rest.elements.pop()) {
            // What `{{else if}}` makes of a branch; it alone has no place.
            ([TemplateElement::HelperBlock(open)], Some(TemplateElement::HelperBlock(again)))
                if begun.mapping.is_empty() =>
            {
                go_on(open, *again, piece, depth);
            }
            (_, last) => {
                rest.elements.extend(last);
                append(begun, rest, piece, depth);
            }
        },
        (_, inverse) => {
            open.chain |= again.chain;
            open.inverse = inverse;
            append(open.template.get_or_insert_default(), again.template.unwrap_or_default(), piece, depth);
        }
    }
}
