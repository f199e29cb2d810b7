//! Where 署名 and 成文日期 stand (GB/T 9704-2012, 7.3.5).

use huibian_document::style::SignatureRules;

/// From the right edge to the ends of those who sign, whose names begin below one another, and to that of the date, from their widths
/// and the line's, all in hundredths of a character. Of a name that takes more than a line the standard says nothing: the date
/// stands where it would alone.
pub fn insets(names: &[i64], date: i64, line: i64, seal: bool, rules: &SignatureRules) -> Vec<i64> {
    let room = if seal { line } else { line - rules.inset * 100 };
    let longest = names.iter().copied().max().unwrap_or_default();
    let (name_inset, date_inset) = match seal {
        true if longest > room => (0, rules.seal_inset * 100),
        false if longest > room => (rules.inset * 100, rules.inset * 100),
        true => sealed(longest, date, rules),
        false => unsealed(longest, date, rules),
    };
    names.iter().map(|name| name_inset + (longest.min(room) - name).max(0)).chain([date_inset]).collect()
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
    const LINE: i64 = 2800;

    fn of_one(name: i64, seal: bool) -> (i64, i64) {
        let insets = insets(&[name], 725, LINE, seal, &RULES);
        (insets[0], insets[1])
    }

    #[test]
    fn the_date_begins_two_characters_right_of_the_signatory() {
        for name in [300, 600, 700, 800, 1400] {
            let (name_inset, date_inset) = of_one(name, false);
            assert_eq!((name_inset + name) - (date_inset + 725), 200, "{name}");
        }
    }

    #[test]
    fn under_a_seal_the_signatory_is_centred_over_the_date() {
        for name in [300, 700, 1200, 2600] {
            let (name_inset, date_inset) = of_one(name, true);
            let apart = (name_inset * 2 + name) - (date_inset * 2 + 725);
            assert!(apart.abs() <= 1, "{name}: {name_inset} {date_inset}");
            assert!(name_inset >= 0 && date_inset >= 400, "{name}");
        }
    }

    #[test]
    fn the_longer_one_stands_two_characters_in() {
        assert_eq!(of_one(300, false).1, 200);
        assert_eq!(of_one(1400, false).0, 200);
    }

    #[test]
    fn names_begin_below_one_another() {
        assert_eq!(insets(&[1400, 800], 725, LINE, false, &RULES), [200, 800, 675]);
    }

    #[test]
    fn below_a_name_of_two_lines_the_date_stands_as_it_would_alone() {
        assert_eq!(of_one(2600, false), (200, 1875));
        assert_eq!(of_one(2700, false), (200, 200));
        assert_eq!(of_one(3300, false), (200, 200));
        assert_eq!(of_one(3300, true), (0, 400));
        assert_eq!(insets(&[3300, 800], 725, LINE, false, &RULES), [200, 2000, 200]);
    }
}
