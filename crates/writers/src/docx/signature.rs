//! Where 署名 and 成文日期 stand (GB/T 9704-2012, 7.3.5.2).

use huibian_document::style::SignatureRules;

use super::xml::half_cells;

/// From the right edge to the end of the signatory and of the date, in half characters. The signatory stands `inset` in
/// and the date begins `date_indent` right of it; where the date is the longer one it is the date that stands `inset`
/// in, and the signatory moves.
pub fn insets(name: &str, date: &str, rules: &SignatureRules) -> (i64, i64) {
    let (name, date) = (half_cells(name), half_cells(date));
    let (inset, indent) = (rules.inset * 2, rules.date_indent * 2);
    if date > name {
        ((inset + date + indent - name).max(0), inset)
    } else {
        (inset, (inset + name - indent - date).max(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const RULES: SignatureRules = SignatureRules { inset: 2, date_indent: 2 };
    const DATE: &str = "2023年7月5日";

    /// From the right edge to where the two begin.
    fn starts(name: &str) -> (i64, i64) {
        let (name_inset, date_inset) = insets(name, DATE, &RULES);
        (name_inset + half_cells(name), date_inset + half_cells(DATE))
    }

    #[test]
    fn the_date_begins_two_characters_right_of_the_signatory() {
        for name in ["云溪镇", "云溪镇人民政府", "某某经济技术开发区管理委员会"] {
            let (name_start, date_start) = starts(name);
            assert_eq!(name_start - date_start, 4, "{name}");
        }
    }

    #[test]
    fn the_longer_one_stands_two_characters_in() {
        assert_eq!(insets("云溪镇", DATE, &RULES), (14, 4));
        assert_eq!(insets("某某经济技术开发区管理委员会", DATE, &RULES).0, 4);
    }
}
