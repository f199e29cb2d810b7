//! Pieces put into the shape that a person would give them: texts whole, lists with their items, changes with their direction.

use crate::form::{Hole, HoleKind, Piece, Reason, push_words};
use crate::{change, measure};

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
    let pieces = whole_lists(pieces);
    let pieces = whole_texts(pieces);
    let pieces = with_brackets(pieces);
    let pieces = without_blanks(pieces);
    let pieces = to_clauses(pieces);
    let is_followed =
        |at: usize| matches!(pieces.get(at + 1), Some(Piece::Words(words)) if words.starts_with('等'));
    let followed: Vec<bool> = (0..pieces.len()).map(is_followed).collect();
    pieces.into_iter().zip(followed).map(|(piece, is_followed)| listed(piece, is_followed)).collect()
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

/// 增加12件 where others have 减少3件 is one field, and so is 12 more.
fn with_directions(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut shaped: Vec<Piece> = Vec::new();
    let mut rest = pieces.into_iter().peekable();
    while let Some(piece) = rest.next() {
        let Piece::Hole(mut hole) = piece else {
            match piece {
                Piece::Words(words) => push_words(&mut shaped, &words),
                piece => shaped.push(piece),
            }
            continue;
        };
        let is_number = matches!(hole.kind, HoleKind::Number | HoleKind::Rate);
        if hole.kind == HoleKind::Text
            && hole
                .texts
                .iter()
                .flatten()
                .all(|text| change::is_direction(text) || change::read(text).is_some())
        {
            joined_with_number(&mut hole, &mut rest);
            if hole.texts.iter().flatten().any(|text| change::read(text).is_some()) {
                hole.kind = HoleKind::Comparison;
            }
        } else if is_number {
            // 12 more, 3 km fewer: what differs stands behind the figure.
            if let Some(behind) = direction_behind(&mut rest) {
                hole.texts = joined(&hole.texts, &behind);
                hole.kind = HoleKind::Comparison;
            } else if let Some(Piece::Words(words)) = shaped.last_mut()
                && hole.reason == Reason::Nature
                && let Some(opening) = change::opening(words).map(str::to_owned)
            {
                // 较上季度增加12件 in a single report.
                words.truncate(words.len() - opening.len());
                hole.texts.iter_mut().flatten().for_each(|text| text.insert_str(0, &opening));
                with_measure(&mut hole, &mut rest);
                hole.kind = HoleKind::Comparison;
            }
        }
        if hole.kind == HoleKind::Comparison {
            let measures = hole.texts.iter().flatten().filter_map(|text| Some(change::read(text)?.measure));
            let longest = measures.max_by_key(|measure| measure.len()).unwrap_or_default().to_owned();
            hole.measure = longest;
        }
        shaped.push(Piece::Hole(hole));
    }
    shaped.retain(|piece| !matches!(piece, Piece::Words(words) if words.is_empty()));
    shaped
}

type Rest = std::iter::Peekable<std::vec::IntoIter<Piece>>;

/// Takes the figure behind a direction to it, with its measure word.
fn joined_with_number(hole: &mut Hole, rest: &mut Rest) {
    let mut ahead = rest.clone();
    let blank = match ahead.peek() {
        Some(Piece::Words(words)) if words == " " => {
            ahead.next();
            " "
        }
        _ => "",
    };
    let Some(Piece::Hole(number)) = ahead.next() else { return };
    if !matches!(number.kind, HoleKind::Number | HoleKind::Rate) {
        return;
    }
    *rest = ahead;
    hole.texts.iter_mut().flatten().filter(|text| !text.is_empty()).for_each(|text| text.push_str(blank));
    hole.texts = joined(&hole.texts, &number.texts);
    with_measure(hole, rest);
}

/// Takes the measure word behind a hole to it.
fn with_measure(hole: &mut Hole, rest: &mut Rest) {
    let Some(Piece::Words(words)) = rest.peek_mut() else { return };
    let found = measure::at_start(words);
    let length = words.find(found).map_or(0, |at| at + found.len());
    if found.is_empty() {
        return;
    }
    let measure: String = words.drain(..length).collect();
    hole.texts.iter_mut().flatten().filter(|text| !text.is_empty()).for_each(|text| text.push_str(&measure));
}

/// Takes a hole of more and fewer behind a figure, with what stands between.
fn direction_behind(rest: &mut Rest) -> Option<Vec<Option<String>>> {
    let mut ahead = rest.clone();
    let Some(Piece::Words(between)) = ahead.next() else { return None };
    let Some(Piece::Hole(hole)) = ahead.next() else { return None };
    let is_between = between == " " || between.trim() == measure::at_start(&between);
    let is_direction = is_text_hole(&hole) && hole.texts.iter().flatten().all(|text| change::is_behind(text));
    if !is_between || !is_direction {
        return None;
    }
    *rest = ahead;
    Some(hole.texts.into_iter().map(|text| text.map(|text| between.clone() + &text)).collect())
}

fn is_text_hole(hole: &Hole) -> bool {
    hole.kind == HoleKind::Text
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
    if is_item(words, left, right) {
        return true;
    }
    let is_sign = words.chars().all(|c| "、，,·《》 和及".contains(c));
    let has_end = words.contains(['。', '；']);
    !has_end && (is_sign || count <= 2 && length(&left.texts) + length(&right.texts) >= 2 * count)
}

/// Lists that what they have in common tore apart are whole again: their items come again in other places.
fn whole_lists(mut pieces: Vec<Piece>) -> Vec<Piece> {
    let is_part = |piece: &Piece| match piece {
        Piece::Words(words) => is_item_text(words),
        Piece::Hole(hole) => is_text_hole(hole) && hole.texts.iter().flatten().all(|text| is_item_text(text)),
        Piece::Optional(inner, _) => inner.iter().all(|piece| match piece {
            Piece::Words(words) => is_item_text(words),
            Piece::Hole(hole) => is_text_hole(hole),
            Piece::Optional(..) => false,
        }),
    };
    let mut start = 0;
    while start < pieces.len() {
        if matches!(pieces[start], Piece::Words(_)) || !is_part(&pieces[start]) {
            start += 1;
            continue;
        }
        let length = pieces[start..].iter().take_while(|piece| is_part(piece)).count();
        let ends = (start + 2..=start + length).rev();
        let whole = ends
            .filter(|end| !matches!(pieces[end - 1], Piece::Words(_)))
            .find_map(|end| Some((end, list_of(&pieces[start..end])?)));
        if let Some((end, texts)) = whole {
            let hole = Piece::Hole(Hole::new(HoleKind::Text, texts, Reason::Differs));
            pieces.splice(start..end, [hole]);
        }
        start += 1;
    }
    pieces
}

fn is_item_text(text: &str) -> bool {
    text.chars().count() <= 120
        && !text.contains(['。', '；', '：', '.', ';', ':', '（', '('])
        && !text.contains(|c: char| c.is_ascii_digit())
}

/// What pieces come to in each report, where that is a list in all.
fn list_of(pieces: &[Piece]) -> Option<Vec<Option<String>>> {
    let reports = pieces.iter().map(|piece| match piece {
        Piece::Hole(hole) => hole.texts.len(),
        Piece::Optional(_, present) => present.len(),
        Piece::Words(_) => 0,
    });
    let texts: Vec<String> = (0..reports.max()?).map(|report| crate::form::text(pieces, report)).collect();
    ["、", ", "].iter().find(|sign| {
        let is_item = |item: &str| (1..=24).contains(&item.trim().chars().count());
        let is_again = |text: &String, item: &str| {
            texts.iter().any(|other| other != text && other.split(**sign).any(|own| own == item))
        };
        let again =
            texts.iter().flat_map(|text| text.split(**sign).filter(|item| is_again(text, item))).count();
        texts.iter().all(|text| text.split(**sign).all(is_item))
            && texts.iter().filter(|text| text.contains(**sign)).count() * 2 > texts.len()
            && again > texts.len()
    })?;
    Some(texts.into_iter().map(Some).collect())
}

/// Whether words between two texts are an item that all lists have: 村务公开 among what differs before and behind it.
fn is_item(words: &str, left: &Hole, right: &Hole) -> bool {
    let is_short = words.chars().count() <= 24
        && !words.contains(['。', '；', '：', '.', ';', ':'])
        && !words.contains(|c: char| c.is_ascii_digit());
    is_short
        && ["、", ", ", "，"].iter().any(|sign| {
            let texts = || left.texts.iter().zip(&right.texts);
            let joins = |text: &str, other: &str, is_left: bool| {
                text.is_empty()
                    || if is_left {
                        text.ends_with(sign) || other.starts_with(sign)
                    } else {
                        text.starts_with(sign) || other.ends_with(sign)
                    }
            };
            !words.trim_matches(|c| sign.contains(c)).is_empty()
                && texts().any(|(left, right)| {
                    left.as_ref().or(right.as_ref()).is_some_and(|text| text.contains(sign))
                })
                && texts().all(|(left, right)| match (left, right) {
                    (Some(left), Some(right)) => joins(left, words, true) && joins(right, words, false),
                    (None, None) => true,
                    _ => false,
                })
        })
}

/// 《…》 around a text belongs to it, and so do “…” around several.
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
        for (open, close) in [('《', '》'), ('“', '”')] {
            let opens = matches!(shaped.last(), Some(Piece::Words(words)) if words.ends_with(open));
            let closes = matches!(pieces.peek(), Some(Piece::Words(words)) if words.starts_with(close));
            let (takes_open, takes_close) = brackets(&hole, open, close);
            if !(hole.kind == HoleKind::Text && (opens || !takes_open) && (closes || !takes_close)) {
                continue;
            }
            if takes_open && let Some(Piece::Words(words)) = shaped.last_mut() {
                words.pop();
                hole.texts.iter_mut().flatten().for_each(|text| text.insert(0, open));
            }
            if takes_close && let Some(Piece::Words(words)) = pieces.peek_mut() {
                words.drain(..close.len_utf8());
                hole.texts.iter_mut().flatten().for_each(|text| text.push(close));
            }
            shaped.retain(|piece| !matches!(piece, Piece::Words(words) if words.is_empty()));
        }
        shaped.push(Piece::Hole(hole));
    }
    shaped.retain(|piece| !matches!(piece, Piece::Words(words) if words.is_empty()));
    shaped
}

/// Whether texts are to have the bracket before them, and that behind.
fn brackets(hole: &Hole, open: char, close: char) -> (bool, bool) {
    let texts: Vec<&String> = hole.texts.iter().flatten().filter(|text| !text.is_empty()).collect();
    let count = |text: &str, sign: char| text.chars().filter(|c| *c == sign).count();
    let all = |is: &dyn Fn(&str) -> bool| !texts.is_empty() && texts.iter().all(|text| is(text));
    if all(&|text| count(text, open) == count(text, close)) {
        let several = |text: &&String| {
            text.contains(&format!("{close}{open}")) || text.contains(&format!("{close}、{open}"))
        };
        let is_torn = texts.iter().any(several) && all(&|text| !text.starts_with(open));
        // One title is one as a whole; what is quoted is so by the words around it.
        return if open == '《' && all(&|text| !text.starts_with(open)) {
            (true, true)
        } else {
            (is_torn, is_torn)
        };
    }
    let lacks_close = all(&|text| text.starts_with(open) && count(text, open) == count(text, close) + 1);
    let lacks_open = all(&|text| text.ends_with(close) && count(text, close) == count(text, open) + 1);
    (lacks_open, lacks_close)
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
fn listed(piece: Piece, is_followed: bool) -> Piece {
    let Piece::Hole(mut hole) = piece else { return piece };
    if hole.kind == HoleKind::Text {
        let texts: Vec<&String> = hole.texts.iter().flatten().filter(|text| !text.is_empty()).collect();
        if let Some(joiner) = joiner(&texts, is_followed) {
            hole.kind = HoleKind::List(joiner);
        }
    }
    Piece::Hole(hole)
}

/// What joins the items of texts, where they are lists.
fn joiner(texts: &[&String], is_followed: bool) -> Option<String> {
    for (open, close) in [('《', '》'), ('“', '”')] {
        let are_titles = texts.iter().all(|text| text.starts_with(open) && text.ends_with(close));
        let several = texts.iter().find(|text| text.matches(open).count() > 1);
        let parted = |text: &&&String| {
            let between = text.split(close).skip(1).filter_map(|rest| rest.split(open).next());
            between.map(str::to_owned).next().unwrap_or_default()
        };
        if are_titles
            && !texts.is_empty()
            && let Some(sign) = several.as_ref().map(parted)
        {
            let is_sign = matches!(sign.as_str(), "" | "、" | "，");
            return is_sign.then_some(sign);
        }
        if are_titles && open == '《' && !texts.is_empty() {
            return None;
        }
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
    // A comma parts clauses, too: only short items that come again in other places are a list's.
    let are_short = texts.iter().all(|text| {
        !text.contains(['。', '；', '、'])
            && text.split('，').all(|item| (1..=8).contains(&item.chars().count()))
    });
    let is_again = |text: &String, item: &str| {
        texts.iter().any(|other| *other != text && other.split('，').any(|own| own == item))
    };
    let again = texts.iter().flat_map(|text| text.split('，').filter(|item| is_again(text, item)));
    let is_list = is_followed || again.count() > texts.len();
    let several = texts.iter().filter(|text| text.contains('，')).count();
    (are_short && is_list && several * 2 > texts.len()).then(|| "，".to_owned())
}

/// The items of a list's text.
pub fn items<'t>(text: &'t str, joiner: &str) -> Vec<&'t str> {
    if joiner.is_empty() {
        return text.split_inclusive(['》', '”']).collect();
    }
    text.split(joiner).collect()
}
