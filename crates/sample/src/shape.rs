//! Pieces put into the shape that a person would give them: texts whole, lists with their items, changes with their direction.

use crate::form::{Hole, HoleKind, Piece, push_words};
use crate::measure;

/// Which way a figure went.
#[rustfmt::skip]
const DIRECTIONS: &[&str] = &[
    "增加", "减少", "上升", "下降", "增长", "提高", "降低", "提升", "回落", "多", "少", "up", "down", "rose",
    "fell", "more", "fewer", "less",
];
/// Ends of sentences and clauses.
const ENDS: [char; 6] = ['。', '；', '：', '！', '？', ';'];

/// The pieces in shape.
pub fn shaped(pieces: Vec<Piece>) -> Vec<Piece> {
    let pieces: Vec<Piece> = pieces
        .into_iter()
        .map(|piece| match piece {
            Piece::Optional(inner, present) => Piece::Optional(shaped(inner), present),
            piece => piece,
        })
        .collect();
    let pieces = to_sentence_ends(pieces);
    let pieces = with_directions(pieces);
    let pieces = whole_texts(pieces);
    let pieces = with_brackets(pieces);
    let pieces = without_blanks(pieces);
    to_clauses(pieces).into_iter().map(listed).collect()
}

/// A sentence that may be missing ends with its own full stop and not with that of the one before.
fn to_sentence_ends(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut shaped: Vec<Piece> = Vec::new();
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        let Piece::Optional(mut inner, present) = piece else {
            match piece {
                Piece::Words(words) => push_words(&mut shaped, &words),
                piece => shaped.push(piece),
            }
            continue;
        };
        let begins = inner.first().and_then(|piece| match piece {
            Piece::Words(words) => {
                words.chars().next().filter(|c| ENDS.contains(c) || matches!(c, '，' | '.'))
            }
            _ => None,
        });
        let follows = pieces.peek().and_then(|piece| match piece {
            Piece::Words(words) => words.chars().next(),
            _ => None,
        });
        if let (Some(sign), Some(next)) = (begins, follows)
            && sign == next
            && let (Some(Piece::Words(first)), Some(Piece::Words(rest))) =
                (inner.first_mut(), pieces.peek_mut())
        {
            first.drain(..sign.len_utf8());
            rest.drain(..sign.len_utf8());
            inner.retain(|piece| !matches!(piece, Piece::Words(words) if words.is_empty()));
            push_words(&mut shaped, &sign.to_string());
            push_words(&mut inner, &sign.to_string());
        }
        shaped.push(Piece::Optional(inner, present));
    }
    shaped
}

fn is_text(piece: &Piece) -> Option<&Hole> {
    match piece {
        Piece::Hole(hole) if hole.kind == HoleKind::Text => Some(hole),
        _ => None,
    }
}

/// 增加12件 where others have 减少3件 is one field.
fn with_directions(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut shaped: Vec<Piece> = Vec::new();
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        let is_direction = is_text(&piece).is_some_and(|hole| {
            hole.texts.iter().flatten().all(|text| DIRECTIONS.contains(&text.trim()) || is_change(text))
        });
        let Piece::Hole(mut hole) = piece else {
            shaped.push(piece);
            continue;
        };
        if is_direction {
            if let Some(Piece::Hole(number)) = pieces.peek()
                && matches!(number.kind, HoleKind::Number | HoleKind::Rate)
            {
                let number = number.clone();
                pieces.next();
                let mut measure = String::new();
                if let Some(Piece::Words(words)) = pieces.peek_mut() {
                    let found = measure::at_start(words).to_owned();
                    if words.starts_with(&found) {
                        words.drain(..found.len());
                        measure = found;
                    }
                }
                hole.texts = joined(&hole.texts, &number.texts);
                hole.texts
                    .iter_mut()
                    .flatten()
                    .filter(|text| !text.is_empty())
                    .for_each(|text| text.push_str(&measure));
                hole.kind = HoleKind::Comparison;
            } else if hole.texts.iter().flatten().any(|text| is_change(text)) {
                hole.kind = HoleKind::Comparison;
            }
        }
        shaped.push(Piece::Hole(hole));
    }
    shaped.retain(|piece| !matches!(piece, Piece::Words(words) if words.is_empty()));
    shaped
}

/// Whether a text says how a figure has changed: 增加12件, 持平.
fn is_change(text: &str) -> bool {
    let text = text.trim();
    let Some(rest) = DIRECTIONS.iter().find_map(|word| text.strip_prefix(word)) else {
        return matches!(text, "持平" | "基本持平");
    };
    let digits = rest.trim_start().trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    digits.len() < rest.trim_start().len() && (digits.is_empty() || measure::is_measure(digits.trim()))
}

fn joined(left: &[Option<String>], right: &[Option<String>]) -> Vec<Option<String>> {
    let both = left.iter().zip(right);
    both.map(|(left, right)| match (left, right) {
        (None, None) => None,
        (left, right) => {
            Some([left.as_deref().unwrap_or_default(), right.as_deref().unwrap_or_default()].concat())
        }
    })
    .collect()
}

/// Texts that a chance agreement tore apart are whole again.
fn whole_texts(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut shaped: Vec<Piece> = Vec::new();
    for piece in pieces {
        if is_text(&piece).is_none() {
            shaped.push(piece);
            continue;
        }
        let Piece::Hole(hole) = piece else { continue };
        // A sign or a word between two texts is theirs.
        let between = match shaped.as_slice() {
            [.., left, Piece::Words(words)] if is_text(left).is_some() && is_theirs(words, left, &hole) => {
                Some(words.clone())
            }
            [.., left] if is_text(left).is_some() => Some(String::new()),
            _ => None,
        };
        let Some(words) = between else {
            shaped.push(Piece::Hole(hole));
            continue;
        };
        if !words.is_empty() {
            shaped.pop();
        }
        if let Some(Piece::Hole(left)) = shaped.last_mut() {
            left.texts.iter_mut().flatten().for_each(|text| text.push_str(&words));
            left.texts = joined(&left.texts, &hole.texts);
        }
    }
    shaped
}

fn is_theirs(words: &str, left: &Piece, right: &Hole) -> bool {
    let length =
        |texts: &[Option<String>]| texts.iter().flatten().map(|text| text.chars().count()).min().unwrap_or(0);
    let Piece::Hole(left) = left else { return false };
    let count = words.chars().count();
    let is_sign = words.chars().all(|c| "、，,·《》 和及".contains(c));
    let has_end = words.contains(['。', '；']);
    !has_end && (is_sign || count <= 2 && length(&left.texts) + length(&right.texts) >= 2 * count)
}

/// 《…》 around a text belongs to it.
fn with_brackets(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut shaped: Vec<Piece> = Vec::new();
    let mut pieces = pieces.into_iter().peekable();
    while let Some(piece) = pieces.next() {
        let Piece::Hole(mut hole) = piece else {
            match piece {
                Piece::Words(words) => push_words(&mut shaped, &words),
                piece => shaped.push(piece),
            }
            continue;
        };
        let opens = matches!(shaped.last(), Some(Piece::Words(words)) if words.ends_with('《'));
        let closes = matches!(pieces.peek(), Some(Piece::Words(words)) if words.starts_with('》'));
        if hole.kind == HoleKind::Text && opens && closes {
            if let Some(Piece::Words(words)) = shaped.last_mut() {
                words.pop();
            }
            if let Some(Piece::Words(words)) = pieces.peek_mut() {
                words.drain(..'》'.len_utf8());
            }
            hole.texts.iter_mut().flatten().for_each(|text| *text = format!("《{text}》"));
            shaped.retain(|piece| !matches!(piece, Piece::Words(words) if words.is_empty()));
        }
        shaped.push(Piece::Hole(hole));
    }
    shaped.retain(|piece| !matches!(piece, Piece::Words(words) if words.is_empty()));
    shaped
}

/// A blank that all texts begin or end with is no part of them.
fn without_blanks(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut shaped: Vec<Piece> = Vec::new();
    for piece in pieces {
        let Piece::Hole(mut hole) = piece else {
            match piece {
                Piece::Words(words) => push_words(&mut shaped, &words),
                piece => shaped.push(piece),
            }
            continue;
        };
        let all = |is: fn(&str) -> bool| {
            hole.kind == HoleKind::Text
                && hole.texts.iter().flatten().next().is_some()
                && hole.texts.iter().flatten().all(|text| is(text))
        };
        let begins = all(|text| text.len() > 1 && text.starts_with(' '));
        let ends = all(|text| text.len() > 2 && text.ends_with(' '));
        if begins {
            push_words(&mut shaped, " ");
            hole.texts.iter_mut().flatten().for_each(|text| *text = text[1..].to_owned());
        }
        if ends {
            hole.texts.iter_mut().flatten().for_each(|text| text.truncate(text.len() - 1));
        }
        shaped.push(Piece::Hole(hole));
        if ends {
            push_words(&mut shaped, " ");
        }
    }
    shaped
}

/// Of a text that fills its sentence but for a word or two at an end, those agree by chance.
fn to_clauses(mut pieces: Vec<Piece>) -> Vec<Piece> {
    for at in 0..pieces.len() {
        let Some(hole) = is_text(&pieces[at]) else { continue };
        let mut distinct: Vec<&String> = hole.texts.iter().flatten().collect();
        distinct.sort();
        distinct.dedup();
        if distinct.len() > 3 || distinct.iter().any(|text| text.is_empty()) {
            continue;
        }
        let begins = match at.checked_sub(1).map(|before| &pieces[before]) {
            None => true,
            Some(Piece::Words(words)) => words.ends_with(ENDS),
            Some(_) => false,
        };
        if !begins {
            continue;
        }
        let Some(Piece::Words(words)) = pieces.get(at + 1) else { continue };
        let end = words.find(ENDS).unwrap_or(0);
        let tail = words[..end].to_owned();
        // 等方面, 等内容 close a list.
        if tail.is_empty() || tail.chars().count() > 4 || tail.starts_with(['等', '，', '“', '（']) {
            continue;
        }
        if let Some(Piece::Words(words)) = pieces.get_mut(at + 1) {
            words.drain(..end);
        }
        if let Piece::Hole(hole) = &mut pieces[at] {
            hole.texts.iter_mut().flatten().for_each(|text| text.push_str(&tail));
        }
    }
    pieces
}

/// Texts that are several are a list.
fn listed(piece: Piece) -> Piece {
    let Piece::Hole(mut hole) = piece else { return piece };
    if hole.kind == HoleKind::Text {
        let texts: Vec<&String> = hole.texts.iter().flatten().filter(|text| !text.is_empty()).collect();
        if let Some(joiner) = joiner(&texts) {
            hole.kind = HoleKind::List(joiner);
        }
    }
    Piece::Hole(hole)
}

/// What joins the items of texts, where they are lists.
fn joiner(texts: &[&String]) -> Option<String> {
    let are_titles = texts.iter().all(|text| text.starts_with('《') && text.ends_with('》'));
    if are_titles {
        let several = texts.iter().find(|text| text.matches('《').count() > 1)?;
        return Some(if several.contains("》、《") { "、" } else { "" }.to_owned());
    }
    let short = |item: &str| (1..=14).contains(&item.chars().count());
    for sign in ["、", "；", ", "] {
        let are_lists = texts.iter().all(|text| {
            let is_clause = sign != ", " && text.contains(['，', '。']);
            !is_clause && text.split(sign).all(|item| short(item.trim()) || sign == ", " && item.len() < 40)
        });
        let several = texts.iter().filter(|text| text.contains(sign)).count();
        if are_lists && several * 2 > texts.len() {
            return Some(sign.to_owned());
        }
    }
    None
}

/// The items of a list's text.
pub fn items<'t>(text: &'t str, joiner: &str) -> Vec<&'t str> {
    if joiner.is_empty() {
        return text.split_inclusive('》').collect();
    }
    text.split(joiner).collect()
}
