//! Words of another level of government, such as 我县 by a town, and the unit's own name misspelt.

use std::ops::Range;

use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::Signs;
use huibian_prose::Found;
use huibian_unit::stem_and_kind;
use strsim::damerau_levenshtein;

use huibian_passage::Passage;

/// Kinds that stand beside each other, of which a unit is one.
const PLACES: [&str; 10] = ["街道", "镇", "乡", "县", "区", "市", "省", "州", "旗", "村"];
/// Of these a name may be a word of another thing.
const OWN_KINDS: [&str; 6] = ["街道", "镇", "乡", "县", "区", "市"];
/// What these begin with.
const OWN_BEGIN: [char; 6] = ['街', '镇', '乡', '县', '区', '市'];
/// What is said of oneself; the last of some places alone.
const SELF: [char; 3] = ['我', '本', '全'];
const ALL: &str = "全";
/// Words that only look so: 全镇 by a town's own is right, 本市 may be the city above.
const RANK: [&str; 3] = ["街道", "镇", "乡"];
/// Words before a place that is somebody else's.
const ASIDE: [&str; 12] = ["到", "赴", "与", "和", "同", "向", "从", "会同", "联合", "邻", "、", "及"];

/// Offices and firms, of which a place is none: 我局.
const OTHERS: [&str; 7] = ["局", "委", "校", "院", "厅", "公司", "集团"];

/// Words of another level, and names that are nearly the unit's own.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    let lacks = |signs| passage.signs.lacks(signs);
    if lacks(Signs::OWN) && lacks(Signs::KIND) {
        return;
    }
    let name = passage.owner.identity.name.as_str();
    let Some((stem, kind)) = stem_and_kind(name) else { return };
    if !lacks(Signs::OWN) {
        of_level(passage, kind, name, found);
    }
    if !lacks(Signs::KIND) && stem.chars().count() > 1 {
        own_name(passage, stem, kind, name, found);
    }
}

fn of_level(passage: &Passage<'_>, kind: &str, name: &str, found: &mut Found) {
    let text = passage.text;
    let is_street = kind.starts_with("街道");
    // Of several words the one that comes first in the lists.
    let mut first: Option<((usize, usize), Range<usize>)> = None;
    let mut other = None;
    for (at, of) in text.match_indices(SELF) {
        let own = SELF.iter().position(|own| of.starts_with(*own)).unwrap_or_default();
        let (before, rest) = (&text[..at], &text[at + of.len()..]);
        let office = || OTHERS.iter().find(|it| rest.starts_with(**it) && !kind.ends_with(**it));
        if of != ALL
            && other.is_none()
            && let Some(office) = office()
        {
            let after = &rest[office.len()..];
            let is_other = before.ends_with('自') || after.starts_with(['托', '部', '内', '长', '园']);
            other = (!is_other).then_some(at..at + of.len() + office.len());
        }
        for (rank, place) in PLACES.iter().enumerate() {
            let is_own = |_: &&str| kind.starts_with(place) || kind.ends_with(place);
            let Some(after) = rest.strip_prefix(place).filter(|after| !is_own(after)) else { continue };
            // 全乡镇, 基本市场, 本区域, 自我…: other words.
            let is_other = after.starts_with(['镇', '村', '场', '域', '间', '级', '委'])
                && !after.starts_with("委会")
                || before.ends_with(['基', '日', '自', '资', '成', '根', '健', '安'])
                || is_street && *place == "区"
                || of == ALL && !RANK.contains(place)
                // 本村群众: those of the village that is spoken of.
                || *place == "村" && of.starts_with('本');
            if !is_other && first.as_ref().is_none_or(|(known, _)| (rank, own) < *known) {
                first = Some(((rank, own), at..at + of.len() + place.len()));
            }
        }
    }
    if let Some(span) = first.map(|(_, span)| span).or(other) {
        let said = Diagnostic::new(Code::TextOfOtherLevel).with("said", &text[span.clone()]);
        found.push((span, said.with("unit", name)));
    }
}

/// 望江乡 by 望江镇, 忘江镇 by 望江镇.
fn own_name(passage: &Passage<'_>, stem: &str, kind: &str, name: &str, found: &mut Found) {
    let text = passage.text;
    let length = stem.chars().count();
    // Of several names the one whose kind comes first in the list.
    let mut first: Option<(usize, Range<usize>)> = None;
    for (at, _) in text.match_indices(OWN_BEGIN) {
        let Some((start, _)) = text[..at].char_indices().rev().nth(length - 1) else { continue };
        for (rank, place) in OWN_KINDS.into_iter().enumerate() {
            if first.as_ref().is_some_and(|(known, _)| *known <= rank) || !text[at..].starts_with(place) {
                continue;
            }
            let (given, end) = (&text[start..at], at + place.len());
            let is_name = kind.starts_with(place);
            let is_known = || {
                passage.owner.names.is_known(&text[start..end])
                    || passage.owner.recipients.iter().any(|it| it.as_str() == &text[start..end])
            };
            let before = &text[..start];
            // 乡镇, 集镇, 区县: two kinds in a row are no name.
            let is_word = || {
                given.ends_with(['乡', '集', '全', '我', '本', '各', '城', '市', '该', '小', '村'])
                    || text[end..].starts_with(['镇', '村', '县'])
                    || ASIDE.iter().any(|aside| before.ends_with(aside))
                    || text[start..].starts_with(name)
            };
            let is_misspelt = if is_name {
                given != stem && is_nearly(given, stem, length)
            } else {
                given == stem && !(place == "区" && kind == "街道")
            };
            if is_misspelt && !is_word() && !is_known() {
                first = Some((rank, start..end));
            }
        }
    }
    if let Some((_, span)) = first {
        let said = Diagnostic::new(Code::OwnNameMisspelt).with("said", &text[span.clone()]);
        found.push((span, said.with("unit", name)));
    }
}

/// One character of a name is another, or two stand the other way round. Of two characters the other must be the same.
fn is_nearly(given: &str, stem: &str, length: usize) -> bool {
    let is_hanzi = given.chars().all(|c| matches!(c, '\u{4E00}'..='\u{9FA5}'));
    is_hanzi && length > 1 && damerau_levenshtein(given, stem) == 1
}
