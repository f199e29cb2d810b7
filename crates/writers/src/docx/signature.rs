//! Where 署名 and 成文日期 stand (GB/T 9704-2012, 7.3.5).

use huibian_document::Signature;
use huibian_document::style::SignatureRules;

use super::body::Body;
use super::styles;

/// 署名, one line for each who signs, and 成文日期.
pub fn write(body: &mut Body<'_>, signature: &Signature) {
    let style = body.style;
    let date = style.words.signed(signature);
    let cell = style.paragraphs.signatory.size;
    let widths = body.widths(cell);
    let width = |text: &str| widths.hundredths(widths.of(text));
    let longest = signature.names().map(width).max().unwrap_or_default();
    let (name_inset, date_inset) = if signature.seal {
        sealed(longest, width(&date), &style.signature)
    } else {
        insets(longest, width(&date), &style.signature)
    };
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

/// The same where a seal goes over both: the date stands `seal_inset` in, the signatory centred above it, unless it
/// would leave the text.
fn sealed(name: i64, date: i64, rules: &SignatureRules) -> (i64, i64) {
    let inset = rules.seal_inset * 100;
    ((inset + (date - name) / 2).max(0), inset + ((name - date) / 2 - inset).max(0))
}

/// From the right edge to the ends of signatory and date, from their widths, all in hundredths of a character. The
/// signatory stands `inset` in and the date begins `date_indent` right of it; where the date is the longer one it is the
/// date that stands `inset` in, and the signatory moves.
pub fn insets(name: i64, date: i64, rules: &SignatureRules) -> (i64, i64) {
    let (inset, indent) = (rules.inset * 100, rules.date_indent * 100);
    if date > name {
        ((inset + date + indent - name).max(0), inset)
    } else {
        (inset, (inset + name - indent - date).max(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: SignatureRules = SignatureRules { inset: 2, date_indent: 2, seal_inset: 4, seal_blank: 2 };

    #[test]
    fn the_date_begins_two_characters_right_of_the_signatory() {
        for name in [300, 600, 700, 800, 1400] {
            let (name_inset, date_inset) = insets(name, 725, &RULES);
            assert_eq!((name_inset + name) - (date_inset + 725), 200, "{name}");
        }
    }

    #[test]
    fn under_a_seal_the_signatory_is_centred_over_the_date() {
        for name in [300, 700, 1200, 2600] {
            let (name_inset, date_inset) = sealed(name, 725, &RULES);
            let apart = (name_inset * 2 + name) - (date_inset * 2 + 725);
            assert!(apart.abs() <= 1, "{name}: {name_inset} {date_inset}");
            assert!(name_inset >= 0 && date_inset >= 400, "{name}");
        }
    }

    #[test]
    fn the_longer_one_stands_two_characters_in() {
        assert_eq!(insets(300, 725, &RULES).1, 200);
        assert_eq!(insets(1400, 725, &RULES).0, 200);
    }
}
