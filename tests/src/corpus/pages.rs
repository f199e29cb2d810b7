//! Whether pages say what their document says: all of it, in order, and nothing else but what belongs to a page.

use std::collections::BTreeSet;
use std::ops::Range;

use huibian_document::{Document, HouseStyle};
use serde::Deserialize;

use super::said::{Format, Said, bare, sign};

/// One page as a program set it.
#[derive(Clone, Debug, Deserialize)]
pub struct Page {
    /// Its words without any space, in the order in which they were set.
    pub text: String,
    /// The same line by line.
    pub lines: Vec<String>,
    /// Where each of these begins, in millimetres.
    pub begins: Vec<f64>,
    /// In millimetres.
    pub width: f64,
    /// In millimetres.
    pub height: f64,
    /// What stands outside of it.
    pub beyond: String,
}

/// How far a page has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Reached {
    /// In the text.
    text: usize,
    /// In the footnotes.
    notes: usize,
    /// What is left of a cell that the page's end tore: from here to there in the text.
    torn: (usize, usize),
}

/// What differs between pages and their document, if anything does. To a page belong: its number, which every page has
/// but one that is left empty before an imprint, and that imprint's own; the head of a table that goes on; the footnotes of its text.
/// A cell over several rows may go on on the next page.
pub fn differing(pages: &[Page], document: &Document, style: &HouseStyle, format: Format) -> Option<String> {
    let said = Said::of(document, style, format);
    let notes = (1..).zip(&said.notes).map(|(number, note)| sign(number, style, format) + note);
    let notes = notes.collect::<String>().chars().collect();
    let said = Words { text: said.text.chars().collect(), notes, tall: said.tall };
    let Words { text, notes, .. } = &said;
    let heads: Vec<Vec<char>> = std::iter::once(String::new())
        .chain(Said::table_heads(document, format))
        .map(|head| head.chars().collect())
        .collect();
    let imprint = document.meta.official.imprint.as_ref().map(|imprint| {
        let copies = style.words.copies(imprint).unwrap_or_default();
        bare(&(copies + &imprint.printer + &style.words.printed(imprint)))
    });
    let start = Reached { text: 0, notes: 0, torn: (0, 0) };
    let mut reached = BTreeSet::from([start]);
    for (number, page) in (1..).zip(pages) {
        let is_last = number == pages.len();
        if page.text.is_empty() && number + 1 == pages.len() && imprint.is_some() {
            continue;
        }
        let mut without = without_number(page, number, style, imprint.as_deref());
        if is_last && imprint.is_some() {
            // A page that is left empty is counted, but not everywhere shown.
            without.extend(without_number(page, number + 1, style, imprint.as_deref()));
            // Behind one it has no number (7.5).
            let is_alone = imprint.as_deref() == Some(page.text.as_str());
            without.extend(is_alone.then(|| page.text.chars().collect()));
        }
        let mut next = BTreeSet::new();
        for words in &without {
            for at in &reached {
                for head in heads.iter().filter(|head| words.starts_with(head)) {
                    go_on(&words[head.len()..], *at, &said, &mut next);
                }
            }
        }
        if next.is_empty() {
            if without.is_empty() {
                return Some(format!("page {number} has no number:\n{}", page.text));
            }
            let partings = reached.iter().map(|at| parting(&without[0], &heads, &text[at.text..]));
            let (said, follows) = partings.max_by_key(|(said, _)| page.text.len() - said.len())?;
            return Some(format!("page {number} says\n{said}\nwhere this follows\n{follows}"));
        }
        reached = next;
    }
    let end = Reached { text: text.len(), notes: notes.len(), torn: (0, 0) };
    if reached.contains(&end) {
        return None;
    }
    let at = reached.last()?;
    let rest: String = text[at.text..].iter().chain(&notes[at.notes..]).take(100).collect();
    Some(format!("no page says\n{rest}"))
}

/// What a page says beside its number, which stands first, last, or before an imprint.
fn without_number(page: &Page, number: usize, style: &HouseStyle, imprint: Option<&str>) -> Vec<Vec<char>> {
    let words = bare(&format!("{}{number}{}", style.page_number.before, style.page_number.after));
    let text = page.text.as_str();
    let mut found = Vec::new();
    let foot = imprint.filter(|imprint| text.ends_with(imprint)).unwrap_or_default();
    let body = &text[..text.len() - foot.len()];
    found.extend(body.strip_suffix(&words).map(|body| format!("{body}{foot}")));
    found.extend(body.strip_prefix(&words).map(|body| format!("{body}{foot}")));
    found.extend(text.strip_suffix(&words).map(str::to_owned));
    // An imprint that was set before the words above it.
    if let Some(body) = imprint.and_then(|imprint| text.strip_prefix(imprint)) {
        found.extend(body.strip_suffix(&words).map(|body| body.to_owned() + imprint.unwrap_or_default()));
    }
    found.iter().map(|text| text.chars().collect()).collect()
}

/// What a page says from where it differs on, and what it should say there; a few characters before both.
fn parting(words: &[char], heads: &[Vec<char>], text: &[char]) -> (String, String) {
    let heads = heads.iter().filter(|head| words.starts_with(head));
    let partings = heads.map(|head| {
        let same = words[head.len()..].iter().zip(text).take_while(|(one, other)| one == other).count();
        (same, head.len())
    });
    let (same, head) = partings.max().unwrap_or_default();
    let before = same.saturating_sub(15);
    let shown = |words: &[char]| words.iter().take(150).collect::<String>();
    (shown(&words[head + before..]), shown(&text[before..]))
}

/// Adds how far words may have come that begin where `at` is: some of the text, then some of the footnotes.
fn go_on(words: &[char], at: Reached, said: &Words, next: &mut BTreeSet<Reached>) {
    let Words { text, notes, tall } = said;
    let Some(words) = words.strip_prefix(&text[at.torn.0..at.torn.1]) else { return };
    let same = words.iter().zip(&text[at.text..]).take_while(|(one, other)| one == other).count();
    for noted in 0..=words.len().min(notes.len() - at.notes) {
        let plain = words.len() - noted;
        if words[plain..] != notes[at.notes..at.notes + noted] {
            continue;
        }
        let notes = at.notes + noted;
        if plain <= same {
            next.insert(Reached { text: at.text + plain, notes, torn: (0, 0) });
        }
        // A cell over several rows breaks off, and its row goes on to its end.
        for (cell, row) in
            tall.iter().filter(|(cell, _)| cell.start >= at.text && cell.start <= at.text + same)
        {
            let beside = row - cell.end;
            let Some(broken) = (at.text + plain).checked_sub(beside) else { continue };
            if cell.contains(&broken)
                && broken <= at.text + same
                && words[plain - beside..plain] == text[cell.end..*row]
            {
                next.insert(Reached { text: *row, notes, torn: (broken, cell.end) });
            }
        }
    }
}

/// The words that pages are to say.
struct Words {
    text: Vec<char>,
    notes: Vec<char>,
    tall: Vec<(Range<usize>, usize)>,
}
