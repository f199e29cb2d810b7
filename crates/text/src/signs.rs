//! Which of the characters that looks begin with a text has: it is gone over once for all of them, and most looks find
//! that they need not look.

/// Kinds of characters; of those in a text, all that it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signs(u16);

impl Signs {
    /// Of days, months and quarters.
    pub const TIME: Self = Self(1);
    /// Of lengths of time: 本季度, 当月, 全年.
    pub const LENGTH: Self = Self(1 << 1);
    /// Of what one says of oneself: 我县.
    pub const OWN: Self = Self(1 << 2);
    /// Of the kinds of units.
    pub const KIND: Self = Self(1 << 3);
    /// Of what is enclosed.
    pub const ENCLOSED: Self = Self(1 << 4);
    /// Of a sentence's end.
    pub const END: Self = Self(1 << 5);
    /// Of a list's items.
    pub const ITEM: Self = Self(1 << 6);
    /// Of the most and the least.
    pub const EXTREME: Self = Self(1 << 7);
    /// Digits.
    pub const DIGIT: Self = Self(1 << 8);
    /// Of numbers.
    pub const NUMERAL: Self = Self(1 << 10);
    /// Of names that are no longer borne.
    pub const RENAMED: Self = Self(1 << 9);

    /// Of hours.
    pub const HOUR: Self = Self(1 << 15);
    /// Of a list's words.
    pub const LISTED: Self = Self(1 << 11);
    /// Of years.
    pub const YEAR: Self = Self(1 << 12);
    /// Of how often, and how much more.
    pub const FOLD: Self = Self(1 << 13);
    /// Of what is less than nothing.
    pub const MINUS: Self = Self(1 << 14);

    const NONE: Self = Self(0);

    /// What a text has.
    pub fn of(text: &str) -> Self {
        text.chars().fold(Self::NONE, |signs, c| Self(signs.0 | BY_BITS[bits(c)]))
    }

    /// Whether there is none of a kind. What there is may be another character of the same bits.
    pub fn lacks(self, kind: Self) -> bool {
        self.0 & kind.0 == 0
    }
}

const KINDS: [(Signs, &[char]); 16] = [
    (Signs::TIME, &['日', '月', '季', '半']),
    (Signs::LENGTH, &['本', '当', '全']),
    (Signs::OWN, &['我', '本', '全']),
    (Signs::KIND, &['街', '镇', '乡', '县', '区', '市']),
    (Signs::ENCLOSED, &['（', '《', '“', '【', '(', '「', '）', '》', '”', '】', ')', '」']),
    (Signs::END, &['。', '；', '！', '\n']),
    (Signs::ITEM, &['是', '①', '②', '第', '）']),
    (Signs::EXTREME, &['最', '新', '居']),
    (Signs::DIGIT, &['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']),
    (
        Signs::NUMERAL,
        &[
            '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '０', '１', '２', '３', '４', '５', '６', '７',
            '８', '９', '〇', '零', '一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十', '百',
            '千', '万', '廿',
        ],
    ),
    (Signs::RENAMED, &['更', '改', '原']),
    (Signs::HOUR, &['时', ':', '：']),
    (Signs::LISTED, &['、']),
    (Signs::YEAR, &['年']),
    (Signs::FOLD, &['翻', '倍', '幅', '速', '率']),
    (Signs::MINUS, &['-', '－']),
];

const BITS: usize = 12;

const fn bits(c: char) -> usize {
    c as usize & ((1 << BITS) - 1)
}

/// The kinds of the characters that end in the same bits.
static BY_BITS: [u16; 1 << BITS] = {
    let mut by_bits = [0; 1 << BITS];
    let mut kind = 0;
    while kind < KINDS.len() {
        let (sign, characters) = KINDS[kind];
        let mut at = 0;
        while at < characters.len() {
            by_bits[bits(characters[at])] |= sign.0;
            at += 1;
        }
        kind += 1;
    }
    by_bits
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_the_kinds_of_its_characters() {
        for (kind, characters) in KINDS {
            for c in characters {
                assert!(!Signs::of(&format!("检查{c}家")).lacks(kind), "{c}");
            }
            assert!(Signs::of("检查家").lacks(kind), "{kind:?}");
        }
    }
}
