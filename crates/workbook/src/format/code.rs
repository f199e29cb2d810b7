//! A format's code, parted into sections and their signs.

/// A format of numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Format {
    code: Box<str>,
    sections: Vec<Section>,
}

/// What a code writes for the long day of a system as a letter of days.
pub(super) const LONG_DAY: char = 'L';

/// How codes write the half of the day, and what is shown of it.
const HALVES: [(&str, &str, &str); 3] =
    [("AM/PM", "AM", "PM"), ("A/P", "A", "P"), ("上午/下午", "上午", "下午")];

/// What a section shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    General,
    Number,
    Scientific,
    Fraction,
    Date,
    Duration,
    Text,
    Literal,
}

/// One sign of a section.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Text that stands for itself.
    Literal(String),
    /// `0`, `#` or `?`.
    Digit(char),
    /// A part of a day or a time, by its letter, and how often the letter stands: `yyyy`.
    Clock(char, usize),
    /// Which half of the day it is, in its own words.
    Half(&'static str, &'static str),
    Point,
    Exponent,
    Slash,
    Text,
    General,
}

/// One section of a format.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Section {
    pub condition: Option<(Operator, f64)>,
    pub parts: Vec<Part>,
    pub kind: Kind,
    /// How many `%` it has.
    pub percents: u32,
    /// How many times a thousand it divides by.
    pub thousands: u32,
    /// Whether it has commas between thousands.
    pub is_grouped: bool,
    /// Whether its digits are Chinese ones: 一, or 壹.
    pub numerals: Option<Numerals>,
}

/// Chinese digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Numerals {
    /// 一二三.
    Common,
    /// Those of other kinds.
    Other,
}

/// How a condition compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Operator {
    Less,
    LessOrEqual,
    Equal,
    NotEqual,
    GreaterOrEqual,
    Greater,
}

impl Operator {
    #[allow(clippy::float_cmp)] // as spreadsheets compare
    fn holds(self, value: f64, with: f64) -> bool {
        match self {
            Self::Less => value < with,
            Self::LessOrEqual => value <= with,
            Self::Equal => value == with,
            Self::NotEqual => value != with,
            Self::GreaterOrEqual => value >= with,
            Self::Greater => value > with,
        }
    }
}

impl Format {
    /// The format of a code. Every text is one; what it does not know stands for itself.
    pub fn parse(code: &str) -> Self {
        let mut reader = Reader { characters: code.chars().collect(), at: 0 };
        let mut sections = vec![reader.section()];
        while reader.next_is(';') {
            sections.push(reader.section());
        }
        Self { code: code.into(), sections }
    }

    /// Its code.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// Whether it shows numbers and texts as they are.
    pub fn is_plain(&self) -> bool {
        matches!(&*self.code, "" | "General" | "GENERAL" | "general" | "@" | "G/通用格式")
    }

    /// The sections of numbers: the fourth is of texts, and so is a last one with `@`.
    fn of_numbers(&self) -> &[Section] {
        let sections = &self.sections[..self.sections.len().min(3)];
        match sections.split_last() {
            Some((last, rest)) if !rest.is_empty() && last.kind == Kind::Text => rest,
            _ => sections,
        }
    }

    /// The section of texts, where it adds to them.
    pub(super) fn of_text(&self) -> Option<&Section> {
        let section = match self.sections.get(3) {
            Some(section) => section,
            None => self.sections.iter().rev().find(|section| section.kind == Kind::Text)?,
        };
        (section.parts != [Part::Text]).then_some(section)
    }

    fn has_conditions(&self) -> bool {
        self.of_numbers().iter().any(|section| section.condition.is_some())
    }

    /// The section that shows a number.
    pub(super) fn section(&self, value: f64) -> &Section {
        let sections = self.of_numbers();
        let conditions = self.has_conditions();
        let holds = |(at, section): &(usize, &Section)| match (section.condition, at) {
            (Some((operator, with)), _) => operator.holds(value, with),
            (None, 0) if conditions => value > 0.0 || sections.len() == 1,
            (None, _) if conditions => true,
            (None, 0) => sections.len() == 1 || value > 0.0 || (value == 0.0 && sections.len() == 2),
            (None, 1) => value < 0.0,
            (None, _) => true,
        };
        let found = sections.iter().enumerate().find(holds).map(|(_, section)| section);
        // There is one section at least.
        found.unwrap_or(&sections[sections.len() - 1])
    }

    /// Whether the section of a number says by itself that the number is negative.
    pub(super) fn says_negative(&self, section: &Section) -> bool {
        let sections = self.of_numbers();
        !self.has_conditions() && sections.len() > 1 && std::ptr::eq(section, &raw const sections[1])
    }
}

struct Reader {
    characters: Vec<char>,
    at: usize,
}

impl Reader {
    fn peek(&self) -> Option<char> {
        self.characters.get(self.at).copied()
    }

    fn next(&mut self) -> Option<char> {
        let next = self.peek();
        self.at += 1;
        next
    }

    fn next_is(&mut self, wanted: char) -> bool {
        let is = self.peek() == Some(wanted);
        if is {
            self.at += 1;
        }
        is
    }

    /// Goes past a word, in either case.
    fn word(&mut self, word: &str) -> bool {
        let rest = &self.characters[self.at.min(self.characters.len())..];
        let count = word.chars().count();
        let alike = |(a, b): (char, &char)| a.eq_ignore_ascii_case(b);
        let is = rest.len() >= count && word.chars().zip(rest).all(alike);
        if is {
            self.at += count;
        }
        is
    }

    /// Reads to the end of a section; the semicolon stays.
    fn section(&mut self) -> Section {
        let mut found = Found::default();
        while let Some(character) = self.peek().filter(|c| *c != ';') {
            if self.word("General") || self.word("G/通用格式") {
                found.parts.push(Part::General);
                continue;
            }
            if let Some((_, first, second)) = HALVES.iter().find(|(word, ..)| self.word(word)) {
                found.is_date = true;
                found.parts.push(Part::Half(first, second));
                continue;
            }
            self.at += 1;
            match character {
                '"' => {
                    let mut text = String::new();
                    while let Some(c) = self.next().filter(|c| *c != '"') {
                        text.push(c);
                    }
                    found.literal(&text);
                }
                '\\' | '!' => {
                    let escaped = self.next();
                    escaped.into_iter().for_each(|c| found.literal(c.encode_utf8(&mut [0; 4])));
                }
                '_' => {
                    self.next();
                    found.literal(" ");
                }
                '*' => {
                    self.next();
                }
                '[' => {
                    let mut inside = String::new();
                    while let Some(c) = self.next().filter(|c| *c != ']') {
                        inside.push(c);
                    }
                    found.bracket(&inside);
                }
                'E' | 'e' if found.has_digits() && matches!(self.peek(), Some('+' | '-')) => {
                    self.next();
                    found.parts.push(Part::Exponent);
                }
                _ => found.sign(character),
            }
        }
        found.section()
    }
}

/// What was found of a section so far.
#[derive(Default)]
struct Found {
    condition: Option<(Operator, f64)>,
    parts: Vec<Part>,
    percents: u32,
    /// Commas since the last digit.
    commas: u32,
    is_grouped: bool,
    is_date: bool,
    is_duration: bool,
    numerals: Option<Numerals>,
}

impl Found {
    fn literal(&mut self, text: &str) {
        match self.parts.last_mut() {
            Some(Part::Literal(last)) => last.push_str(text),
            _ if text.is_empty() => {}
            _ => self.parts.push(Part::Literal(text.to_owned())),
        }
    }

    fn has_digits(&self) -> bool {
        self.parts.iter().any(|part| matches!(part, Part::Digit(_)))
    }

    fn sign(&mut self, character: char) {
        match character {
            '0' | '#' | '?' => {
                self.is_grouped |= self.commas > 0;
                self.commas = 0;
                self.parts.push(Part::Digit(character));
            }
            '.' if !self.parts.contains(&Part::Point) => self.parts.push(Part::Point),
            ',' if self.has_digits() => self.commas += 1,
            '%' => {
                self.percents += 1;
                self.literal("%");
            }
            '@' => self.parts.push(Part::Text),
            '/' if self.has_digits() && !self.is_date => self.parts.push(Part::Slash),
            'y' | 'Y' | 'm' | 'M' | 'd' | 'D' | 'h' | 'H' | 's' | 'S' => self.clock(character),
            // Years of an era and days of the week, but for what a program left without quotes: `0 kg`.
            'e' | 'E' | 'b' | 'B' | 'g' | 'G' | 'a' | 'A' if !self.has_digits() => self.clock(character),
            _ => self.literal(character.encode_utf8(&mut [0; 4])),
        }
    }

    fn clock(&mut self, letter: char) {
        self.is_date = true;
        let letter = letter.to_ascii_lowercase();
        match self.parts.last_mut() {
            Some(Part::Clock(last, count)) if *last == letter => *count += 1,
            _ => self.parts.push(Part::Clock(letter, 1)),
        }
    }

    fn bracket(&mut self, inside: &str) {
        const OPERATORS: [(&str, Operator); 6] = [
            ("<=", Operator::LessOrEqual),
            (">=", Operator::GreaterOrEqual),
            ("<>", Operator::NotEqual),
            ("<", Operator::Less),
            (">", Operator::Greater),
            ("=", Operator::Equal),
        ];
        if inside.eq_ignore_ascii_case("$-F800") {
            // The long day of the system, whatever stands behind.
            self.parts.push(Part::Clock(LONG_DAY, 1));
            return;
        }
        if let Some(currency) = inside.strip_prefix('$') {
            let sign = currency.rsplit_once('-').map_or(currency, |(sign, _)| sign).to_owned();
            self.literal(&sign);
            return;
        }
        let lower = inside.to_ascii_lowercase();
        if !lower.is_empty() && ['h', 'm', 's'].iter().any(|unit| lower.chars().all(|c| c == *unit)) {
            self.is_duration = true;
            return;
        }
        if let Some(kind) = lower.strip_prefix("dbnum") {
            self.numerals = Some(if kind == "1" { Numerals::Common } else { Numerals::Other });
        }
        let condition = OPERATORS.iter().find_map(|(sign, operator)| {
            let number = inside.strip_prefix(sign)?.trim().parse().ok()?;
            Some((*operator, number))
        });
        self.condition = self.condition.or(condition);
    }

    fn section(self) -> Section {
        let has = |wanted: &Part| self.parts.contains(wanted);
        let kind = if self.is_duration {
            Kind::Duration
        } else if self.is_date {
            Kind::Date
        } else if has(&Part::Exponent) {
            Kind::Scientific
        } else if has(&Part::Slash) {
            Kind::Fraction
        } else if self.has_digits() {
            Kind::Number
        } else if has(&Part::General) {
            Kind::General
        } else if has(&Part::Text) {
            Kind::Text
        } else {
            Kind::Literal
        };
        Section {
            condition: self.condition,
            parts: self.parts,
            kind,
            percents: self.percents,
            thousands: self.commas,
            is_grouped: self.is_grouped,
            numerals: self.numerals,
        }
    }
}
