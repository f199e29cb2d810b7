//! Where 署名 and 成文日期 stand (GB/T 9704-2012, 7.3.5).

use huibian_document::style::SignatureRules;

/// From the right edge to the ends of signatory and date, from their widths, all in hundredths of a character.
pub fn insets(name: i64, date: i64, seal: bool, rules: &SignatureRules) -> (i64, i64) {
    if seal { sealed(name, date, rules) } else { unsealed(name, date, rules) }
}

/// The signatory stands `inset` in and the date begins `date_indent` right of it; where the date is the longer one it is
/// the date that stands `inset` in, and the signatory moves.
fn unsealed(name: i64, date: i64, rules: &SignatureRules) -> (i64, i64) {
    let (inset, indent) = (rules.inset * 100, rules.date_indent * 100);
    if date > name {
        ((inset + date + indent - name).max(0), inset)
    } else {
        (inset, (inset + name - indent - date).max(0))
    }
}

/// Where a seal goes over both: the date stands `seal_inset` in, the signatory centred above it, unless it
/// would leave the text.
fn sealed(name: i64, date: i64, rules: &SignatureRules) -> (i64, i64) {
    let inset = rules.seal_inset * 100;
    ((inset + (date - name) / 2).max(0), inset + ((name - date) / 2 - inset).max(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: SignatureRules = SignatureRules { inset: 2, date_indent: 2, seal_inset: 4, seal_blank: 2 };

    #[test]
    fn the_date_begins_two_characters_right_of_the_signatory() {
        for name in [300, 600, 700, 800, 1400] {
            let (name_inset, date_inset) = insets(name, 725, false, &RULES);
            assert_eq!((name_inset + name) - (date_inset + 725), 200, "{name}");
        }
    }

    #[test]
    fn under_a_seal_the_signatory_is_centred_over_the_date() {
        for name in [300, 700, 1200, 2600] {
            let (name_inset, date_inset) = insets(name, 725, true, &RULES);
            let apart = (name_inset * 2 + name) - (date_inset * 2 + 725);
            assert!(apart.abs() <= 1, "{name}: {name_inset} {date_inset}");
            assert!(name_inset >= 0 && date_inset >= 400, "{name}");
        }
    }

    #[test]
    fn the_longer_one_stands_two_characters_in() {
        assert_eq!(insets(300, 725, false, &RULES).1, 200);
        assert_eq!(insets(1400, 725, false, &RULES).0, 200);
    }
}
