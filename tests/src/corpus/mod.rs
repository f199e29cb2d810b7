//! Documents that together use every element, the same ones on every machine: what writers and the programs that read
//! their files are held against.

mod content;
mod element;
pub mod ends;
mod heads;
mod pages;
pub mod random;
mod said;
mod words;

use std::fs;

use huibian_document::{Block, Document, HouseStyle, Inline, Meta, Signature};
use jiff::civil::{Date, date};

pub use element::Element;
pub use pages::{Page, differing};
pub use said::{Format, Said, bare};

use crate::root;
use content::Content;
use random::Random;
use words::{Words, text};

/// How many there are.
pub const COUNT: usize = 200;

/// The house styles that documents are set in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Style {
    /// GB/T 9704-2012.
    Official,
    /// The same, measured to the ink.
    Strict,
    /// The same, with run-in headings that outlines have.
    Outlined,
    /// A report in English.
    Report,
}

impl Style {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Official, Self::Strict, Self::Outlined, Self::Report];

    /// The style of document `number`.
    pub fn of(number: usize) -> Self {
        match number % 8 {
            5 => Self::Strict,
            6 => Self::Outlined,
            7 => Self::Report,
            _ => Self::Official,
        }
    }

    /// Its rules.
    pub fn rules(self) -> HouseStyle {
        self.rules_with(&[])
    }

    /// Its rules with faces of other names in the places of its own: `(own, other)`.
    pub fn rules_with(self, faces: &[(&str, &str)]) -> HouseStyle {
        let read = |name: &str| {
            let text = fs::read_to_string(root().join("templates/styles").join(name)).unwrap();
            let renamed = |text: String, (own, other): &(&str, &str)| {
                text.replace(&format!("\"{own}\""), &format!("\"{other}\""))
            };
            faces.iter().fold(text, renamed)
        };
        let base = read("gbt9704.toml");
        match self {
            Self::Official => HouseStyle::parse(&base).unwrap(),
            Self::Strict => HouseStyle::layered(&[&base, &read("gbt9704-strict.toml")]).unwrap(),
            Self::Outlined => HouseStyle { run_in_outline: true, ..HouseStyle::parse(&base).unwrap() },
            Self::Report => HouseStyle::layered(&[&base, &read("report.toml")]).unwrap(),
        }
    }
}

/// Document `number`, from 0, in the style that is its own.
pub fn document(number: usize, style: &HouseStyle) -> Document {
    let words = Words { chinese: style.language.starts_with("zh") };
    let mut random = Random::new(u64::try_from(number).unwrap());
    let official = heads::official(&mut random, words);
    let title = title(&mut random, words, number);
    let signature = random.happens(90).then(|| signature(&mut random, words));
    let recipients = (0..random.below(4)).map(|index| words.plain(&mut random, 5 + index)).collect();
    // Some have hardly a body at all.
    let size = match number % 20 {
        0 => 0,
        1 => 1,
        19 => 30,
        _ => random.within(2, 12),
    };
    let notes = if random.happens(40) { random.within(1, 9) } else { 0 };
    let mut content = Content::new(random, words, style);
    let mut blocks = content.blocks(size, notes);
    if content.random.happens(25) {
        let levels = u8::try_from(content.random.within(1, 4)).unwrap();
        let breaks = content.random.happens(50);
        blocks
            .splice(0..0, [Block::Contents { levels }].into_iter().chain(breaks.then_some(Block::PageBreak)));
    }
    let mut official = official;
    for attachment in &mut official.attachments {
        if content.random.happens(70) {
            let size = content.random.within(1, 4);
            attachment.blocks = content.blocks(size, 0);
        }
    }
    Document {
        meta: Meta {
            title,
            recipients,
            signature,
            official,
            language: style.language.clone(),
            subject: words.either("季度报告 2023Q2", "Quarterly report 2023Q2"),
            creator: words.either("云溪镇", "Yunxi Town"),
            generator: "huibian 0.1.0; theory-study 1.0.0; propaganda 1.2.3".to_owned(),
        },
        laid: Vec::new(),
        blocks,
    }
}

/// A title of one to four lines, with breaks of the author's own now and then.
fn title(random: &mut Random, words: Words, number: usize) -> Vec<Inline> {
    let lines = 1 + number % 4;
    let length = if words.chinese { lines * 19 - 4 } else { lines * 40 - 10 };
    let mut title = words.either("云溪镇2023年第二季度", "Yunxi Town: ");
    let rest = length.saturating_sub(title.chars().count()).max(2);
    title.push_str(&words.plain(random, rest));
    if random.happens(20) {
        title.push_str("“A&B”<C>");
    }
    let mut inlines = text(&title);
    if lines > 1 && random.happens(20) {
        let more = words.plain(random, 6);
        inlines.extend([Inline::LineBreak, Inline::Text(more)]);
    }
    inlines
}

fn signature(random: &mut Random, words: Words) -> Signature {
    let length = random.within(2, 18);
    let joint = if random.happens(25) { random.within(1, 3) } else { 0 };
    Signature {
        name: words.plain(random, length),
        joint: (0..joint).map(|index| words.plain(random, 3 + 2 * index)).collect(),
        date: day(random),
        seal: random.happens(30),
    }
}

fn day(random: &mut Random) -> Date {
    date(2023, random.pick(&[1, 7, 12]), random.pick(&[5, 10, 28]))
}
