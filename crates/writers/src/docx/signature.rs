//! 署名 and 成文日期 (GB/T 9704-2012, 7.3.5).

use huibian_document::form::has_mark;
use huibian_document::{HouseStyle, Signature};

use super::blocks::KEPT;
use super::body::Body;
use super::form::Own;
use super::styles;
use huibian_layout::{self as layout, Widths};

/// 署名, one line for each who signs, and 成文日期, which stays with what follows where `is_kept` says so.
pub fn write(body: &mut Body<'_>, signature: &Signature, is_kept: bool) {
    let style = body.style;
    let is_open = body.is_form && signature.names().any(has_mark);
    let mut insets = (0..).zip(insets(signature, style));
    let mut indent = || {
        let (line, inset) = insets.next().unwrap_or_default();
        let values = if is_open { Own::Inset(line).mark() } else { values(inset, style) };
        format!(r#"<w:ind w:rightChars="{values}"/>"#)
    };
    let paragraphs = &style.paragraphs;
    if signature.seal {
        body.blank(styles::SIGNATORY, style.signature.seal_blank);
    }
    let mut rules = paragraphs.signatory.clone();
    for name in signature.names() {
        body.spaced((styles::SIGNATORY, &rules), &indent(), |body| body.run(name, None));
        rules.blank_before = 0;
    }
    let date = style.words.signed(signature);
    let kept = if is_kept { KEPT } else { "" };
    body.spaced((styles::DATE, &paragraphs.date), &[kept, &indent()].concat(), |body| body.run(&date, None));
}

/// How far from the right edge each line ends, that of 成文日期 last, in hundredths of a character.
pub fn insets(signature: &Signature, style: &HouseStyle) -> Vec<i64> {
    let widths = Widths::new(style.paragraphs.signatory.size, &style.text);
    let width = |text: &str| widths.hundredths(widths.of(text));
    let names: Vec<i64> = signature.names().map(width).collect();
    let date = width(&style.words.signed(signature));
    let line = widths.hundredths(style.text_width().emu());
    layout::insets(&names, date, line, signature.seal, &style.signature)
}

/// What follows `w:rightChars="`.
pub fn values(inset: i64, style: &HouseStyle) -> String {
    let twips = style.paragraphs.signatory.size.times(inset, 100).twips();
    format!(r#"{inset}" w:right="{twips}"#)
}
