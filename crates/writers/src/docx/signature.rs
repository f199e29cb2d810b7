//! 署名 and 成文日期 (GB/T 9704-2012, 7.3.5).

use huibian_document::form::has_mark;
use huibian_document::{HouseStyle, Signature};

use super::blocks::KEPT;
use super::body::Body;
use super::form::Own;
use super::styles;
use huibian_layout::{self as layout, SealedRows, Widths};

/// 署名, one line for each who signs or rows of them under seals, and 成文日期, which stays with what follows where `is_kept` says so.
pub fn write(body: &mut Body<'_>, signature: &Signature, is_kept: bool) {
    let style = body.style;
    if signature.seal {
        body.blank(styles::SIGNATORY, style.signature.seal_blank);
    }
    let date = if signature.has_rows() { rows(body, signature) } else { lines(body, signature) };
    let kept = if is_kept { KEPT } else { "" };
    body.spaced((styles::DATE, &style.paragraphs.date), &[kept, &date].concat(), |body| {
        body.run(&style.words.signed(signature), None);
    });
}

/// One line for each who signs; the indent of 成文日期.
fn lines(body: &mut Body<'_>, signature: &Signature) -> String {
    let style = body.style;
    let is_open = body.is_form && signature.names().any(has_mark);
    let mut insets = (0..).zip(insets(signature, style));
    let mut next = || {
        let (line, inset) = insets.next().unwrap_or_default();
        indent(&if is_open { Own::Inset(line).mark() } else { values(inset, style) })
    };
    let mut rules = style.paragraphs.signatory.clone();
    for name in signature.names() {
        body.spaced((styles::SIGNATORY, &rules), &next(), |body| body.run(name, None));
        rules.blank_before = 0;
    }
    next()
}

/// Rows of those who sign, each below the middle of its seal; the indent of 成文日期.
fn rows(body: &mut Body<'_>, signature: &Signature) -> String {
    let style = body.style;
    let (names, date, line) = widths(signature, style);
    let found = SealedRows::of(&names, date, style);
    let mut rules = style.paragraphs.signatory.clone();
    let mut names = signature.names().zip(names);
    for row in &found.rows {
        let names: Vec<_> = names.by_ref().take(row.len()).collect();
        if let ([middle], [(name, width)]) = (row.as_slice(), names.as_slice()) {
            let inset = (middle - width / 2).max(0);
            body.spaced((styles::SIGNATORY, &rules), &indent(&values(inset, style)), |body| {
                body.run(name, None);
            });
        } else {
            let size = style.paragraphs.signatory.size;
            let stop = |middle: &i64| {
                let place = size.times(line - middle, 100).twips();
                format!(r#"<w:tab w:val="center" w:pos="{place}"/>"#)
            };
            let stops: String = row.iter().map(stop).collect();
            body.needs.styles = true;
            body.spaced((styles::SIGNATORY_ROW, &rules), &format!("<w:tabs>{stops}</w:tabs>"), |body| {
                for (name, _) in names {
                    body.tab();
                    body.run(name, None);
                }
            });
        }
        rules.blank_before = found.blank;
    }
    indent(&values(found.date, style))
}

fn indent(values: &str) -> String {
    format!(r#"<w:ind w:rightChars="{values}"/>"#)
}

/// How far from the right edge each line ends, that of 成文日期 last, in hundredths of a character.
pub fn insets(signature: &Signature, style: &HouseStyle) -> Vec<i64> {
    let (names, date, line) = widths(signature, style);
    layout::insets(&names, date, line, signature.seal, &style.signature)
}

/// The widths of the names, of 成文日期 and of a line, in hundredths of a character.
fn widths(signature: &Signature, style: &HouseStyle) -> (Vec<i64>, i64, i64) {
    let widths = Widths::new(style.paragraphs.signatory.size, &style.text);
    let width = |text: &str| widths.hundredths(widths.of(text));
    let line = widths.hundredths(style.text_width().emu());
    (signature.names().map(width).collect(), width(&style.words.signed(signature)), line)
}

/// What follows `w:rightChars="`.
pub fn values(inset: i64, style: &HouseStyle) -> String {
    let twips = style.paragraphs.signatory.size.times(inset, 100).twips();
    format!(r#"{inset}" w:right="{twips}"#)
}
