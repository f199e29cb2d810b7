//! Which of the characters, and pairs of them, that looks begin with a text has: it is gone over once for all of them, and most
//! looks find that they need not look.

/// Kinds of characters and of pairs; of those in a text, all that it has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Signs(u64);

impl Signs {
    /// Of days, months and quarters.
    pub const TIME: Self = Self(1);
    /// Of what a trend is told with.
    pub const TREND: Self = Self(1 << 1);
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
    /// Of a list's words.
    pub const LISTED: Self = Self(1 << 11);
    /// Of years.
    pub const YEAR: Self = Self(1 << 12);
    /// Of how often, and how much more.
    pub const FOLD: Self = Self(1 << 13);
    /// Of what is less than nothing.
    pub const MINUS: Self = Self(1 << 14);
    /// Of hours.
    pub const HOUR: Self = Self(1 << 15);
    /// Of averages.
    pub const AVERAGE: Self = Self(1 << 16);
    /// Of sums.
    pub const SUM: Self = Self(1 << 17);
    /// Of what comes first, or last.
    pub const RANK: Self = Self(1 << 18);
    /// Of what is not, or not yet.
    pub const NOT: Self = Self(1 << 19);
    /// Of what waits, or is empty.
    pub const WAITING: Self = Self(1 << 20);
    /// Something that stands twice in a row: one character, two, or four; or two marks.
    pub const TWICE: Self = Self(1 << 23);

    /// The first kind of pairs; there may be 32.
    const PAIRS: u32 = 32;
    /// Pairs of a misspelt word.
    pub const TYPO: Self = Self(1 << Self::PAIRS);
    /// Of a season's name.
    pub const SEASON: Self = Self(1 << 33);
    /// Of a count's name.
    pub const NAME: Self = Self(1 << 34);
    /// Of the head of a name that may be said in two parts.
    pub const HEAD: Self = Self(1 << 35);
    /// Of a list's items that [`ITEM`](Self::ITEM) has no character of.
    pub const ITEMS: Self = Self(1 << 36);
    /// Of marks that do not follow each other.
    pub const MARKS: Self = Self(1 << 37);
    /// Of what lengths of time begin with: 本季度, 当月, 全年.
    pub const LENGTH: Self = Self(1 << 38);
    /// Of what is done, for a rate.
    pub const DEED: Self = Self(1 << 39);
    /// Of a quarter.
    pub const QUARTER: Self = Self(1 << 40);
    /// Of ranks, and of rows of numbers that rise or fall.
    pub const RANKED: Self = Self(1 << 41);
    /// Of most of something, or the least part of it.
    pub const HALF: Self = Self(1 << 42);
    /// Of what several come to.
    pub const TOGETHER: Self = Self(1 << 43);
    /// Of what each has on an average.
    pub const AVERAGED: Self = Self(1 << 44);
    /// Of the first row and the last.
    pub const FIRST: Self = Self(1 << 45);
    /// Of the row with the most, and of that with the least.
    pub const MOST: Self = Self(1 << 46);
    /// Of what is left undone.
    pub const UNDONE: Self = Self(1 << 47);
    /// Of what bears another name now.
    pub const ANEW: Self = Self(1 << 48);

    /// What a text has.
    pub fn of(text: &str, pairs: &Pairs) -> Self {
        let (mut signs, mut paired, mut run) = (0, 0, 0);
        // The last four characters, the latest first.
        let mut before = ['\0'; 4];
        for c in text.chars() {
            signs |= BY_BITS[bits(c)];
            paired |= pairs.0[pair(before[0], c)];
            run = if c == before[3] { run + 1 } else { 0 };
            if c == before[0] || c == before[1] && before[0] == before[2] || run == before.len() {
                signs |= low(Self::TWICE);
            }
            before = [c, before[0], before[1], before[2]];
        }
        Self(u64::from(signs) | u64::from(paired) << Self::PAIRS)
    }

    /// Two kinds: a text has one of them where it has any.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether there is none of a kind. What there is may be another character, or pair, of the same bits.
    #[inline]
    pub fn lacks(self, kind: Self) -> bool {
        self.0 & kind.0 == 0
    }
}

/// Pairs of characters that are looked for, by their kinds.
#[derive(Debug)]
pub struct Pairs(Box<[u32]>);

impl Pairs {
    /// Those that words end in, of each kind; words of fewer characters have none.
    pub fn of<'w>(words: impl IntoIterator<Item = (Signs, &'w str)>) -> Self {
        let mut pairs = vec![0; 1 << PAIR_BITS].into_boxed_slice();
        for (kind, word) in words {
            let mut last = word.chars().rev();
            if let (Some(second), Some(first)) = (last.next(), last.next()) {
                pairs[pair(first, second)] |= u32::try_from(kind.0 >> Signs::PAIRS).unwrap_or_default();
            }
        }
        Self(pairs)
    }
}

const KINDS: [(Signs, &[char]); 20] = [
    (Signs::TIME, &['日', '月', '季', '半']),
    (Signs::TREND, &['逐', '续', '稳', '断', '幅', '显', '所', '略']),
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
            '千', '万', '廿', '半', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾',
        ],
    ),
    (Signs::HOUR, &['时', ':', '：']),
    (Signs::LISTED, &['、']),
    (Signs::YEAR, &['年']),
    (Signs::FOLD, &['翻', '倍', '幅', '速', '率']),
    (Signs::MINUS, &['-', '－']),
    (Signs::AVERAGE, &['均']),
    (Signs::RANK, &['首', '位', '垫', '末', '头']),
    (Signs::NOT, &['没', '未', '无']),
    (Signs::WAITING, &['待', '等', '空']),
    (Signs::SUM, &['共', '计', '总', '起', '长']),
];

const BITS: usize = 12;
/// Of pairs there are more, and words that few texts have are not to be looked for in many.
const PAIR_BITS: usize = 14;

const fn bits(c: char) -> usize {
    c as usize & ((1 << BITS) - 1)
}

fn pair(first: char, second: char) -> usize {
    let (first, second) = (first as usize, second as usize);
    (first ^ first << 5 ^ second) & ((1 << PAIR_BITS) - 1)
}

/// The bits of the kinds of characters.
#[allow(clippy::cast_possible_truncation)]
const fn low(kind: Signs) -> u32 {
    kind.0 as u32
}

/// The kinds of the characters that end in the same bits.
static BY_BITS: [u32; 1 << BITS] = {
    let mut by_bits = [0; 1 << BITS];
    let mut kind = 0;
    while kind < KINDS.len() {
        let (sign, characters) = KINDS[kind];
        let mut at = 0;
        while at < characters.len() {
            by_bits[bits(characters[at])] |= low(sign);
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
        let pairs = Pairs::of([]);
        for (kind, characters) in KINDS {
            for c in characters {
                assert!(!Signs::of(&format!("检查{c}家"), &pairs).lacks(kind), "{c}");
            }
            assert!(Signs::of("检查家", &pairs).lacks(kind), "{kind:?}");
        }
    }

    #[test]
    fn a_text_has_the_pairs_that_words_end_in() {
        let pairs = Pairs::of([(Signs::TYPO, "责任到仁"), (Signs::SEASON, "春节"), (Signs::ITEMS, "1.")]);
        let has = |text: &str| {
            [Signs::TYPO, Signs::SEASON, Signs::ITEMS].map(|kind| !Signs::of(text, &pairs).lacks(kind))
        };
        assert_eq!(has("做到责任到仁，过春节"), [true, true, false]);
        assert_eq!(has("责任到人，春天1。"), [false; 3]);
        assert_eq!(has("1.检查"), [false, false, true]);
    }

    #[test]
    fn what_stands_twice_is_seen() {
        let pairs = Pairs::of([]);
        for text in ["提高了了", "加强加强管理", "压实责任压实责任", "共22次"] {
            assert!(!Signs::of(text, &pairs).lacks(Signs::TWICE), "{text}");
        }
        for text in ["加强管理加强检查", "一件办一件", "压实责任、压实责任", ""] {
            assert!(Signs::of(text, &pairs).lacks(Signs::TWICE), "{text}");
        }
    }
}
