//! 署名 and 成文日期 (GB/T 9704-2012, 7.3.5).

use huibian_document::Signature;

use super::body::Body;
use super::styles;
use crate::layout::insets;

/// 署名, one line for each who signs, and 成文日期.
pub fn write(body: &mut Body<'_>, signature: &Signature) {
    let style = body.style;
    let date = style.words.signed(signature);
    let cell = style.paragraphs.signatory.size;
    let widths = body.widths(cell);
    let width = |text: &str| widths.hundredths(widths.of(text));
    let longest = signature.names().map(width).max().unwrap_or_default();
    let (name_inset, date_inset) = insets(longest, width(&date), signature.seal, &style.signature);
    let indent = |hundredths: i64| {
        let twips = cell.times(hundredths, 100).twips();
        format!(r#"<w:ind w:rightChars="{hundredths}" w:right="{twips}"/>"#)
    };
    let paragraphs = &style.paragraphs;
    if signature.seal {
        body.blank(styles::SIGNATORY, style.signature.seal_blank);
    }
    let mut rules = paragraphs.signatory.clone();
    for name in signature.names() {
        // Names begin below one another.
        let inset = name_inset + longest - width(name);
        body.spaced((styles::SIGNATORY, &rules), &indent(inset), |body| body.run(name, None));
        rules.blank_before = 0;
    }
    body.spaced((styles::DATE, &paragraphs.date), &indent(date_inset), |body| body.run(&date, None));
}
