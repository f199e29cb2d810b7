//! Which counts of the text's own section a sentence names, also by what tells a part apart from its siblings: 助浴 of 助浴服务.

use std::ops::Range;

use huibian_mention::Named;
use huibian_passage::Passage;

/// A count that is named.
#[derive(Clone)]
pub(crate) struct Hit<'p> {
    /// Where.
    pub span: Range<usize>,
    /// What.
    pub named: &'p Named,
    /// Whether by a part of its name alone.
    pub is_short: bool,
}

/// The names that a part of a text has, in their order, the longest at each place.
pub(crate) fn hits<'p>(passage: &Passage<'p>, span: Range<usize>) -> Vec<Hit<'p>> {
    let own: Vec<&'p Named> = own(passage).collect();
    let mut hits: Vec<Hit<'p>> = Vec::new();
    let text = &passage.text[span.clone()];
    for named in &own {
        let whole = std::iter::once(&named.spec.label).chain(&named.spec.also);
        let whole = whole.map(|name| (name.as_str(), false));
        let short = stem(passage, &own, named).map(|name| (name, true));
        for (name, is_short) in whole.chain(short).filter(|(name, _)| name.chars().count() > 1) {
            for (at, _) in text.match_indices(name) {
                let at = span.start + at;
                hits.push(Hit { span: at..at + name.len(), named, is_short });
            }
        }
    }
    hits.sort_by_key(|hit| (hit.span.start, std::cmp::Reverse(hit.span.end), hit.is_short));
    // 集市 beside 餐饮 is 集市检查, though there is a count of that name as well.
    let is_sibling = |hit: &Hit<'p>| {
        let parent = passage.parent(hit.named).filter(|_| hit.is_short);
        parent.is_some_and(|parent| {
            hits.iter().any(|it| it.span != hit.span && parent.spec.parts.contains(&it.named.key.name))
        })
    };
    let siblings: Vec<Range<usize>> =
        hits.iter().filter(|hit| is_sibling(hit)).map(|hit| hit.span.clone()).collect();
    let mut end = 0;
    hits.retain(|hit| {
        let is_free = hit.span.start >= end && (hit.is_short || !siblings.contains(&hit.span));
        end = if is_free { hit.span.end } else { end };
        is_free
    });
    hits
}

/// The counts of the text's own section that are no ratios.
pub(crate) fn own<'p>(passage: &Passage<'p>) -> impl Iterator<Item = &'p Named> {
    let plugin = &passage.manifest.id;
    let is_own = move |named: &&Named| named.key.plugin == *plugin && named.spec.ratio.is_none();
    passage.counts().iter().filter(is_own).filter(|named| named.index.is_some())
}

/// What is left of a part's name without what all parts of its whole end in.
fn stem<'p>(passage: &Passage<'p>, own: &[&'p Named], part: &'p Named) -> Option<&'p str> {
    let whole = passage.parent(part)?;
    let labels =
        || own.iter().filter(|it| whole.spec.parts.contains(&it.key.name)).map(|it| it.spec.label.as_str());
    let label = part.spec.label.as_str();
    let shared = label.char_indices().map(|(at, _)| &label[at..]).skip(1);
    let end = shared.into_iter().find(|end| labels().all(|label| label.ends_with(end)))?;
    label.strip_suffix(end)
}

/// Whether two characters that follow each other in a name stand in words.
pub(crate) fn is_partly_in(name: &str, words: &str) -> bool {
    let characters: Vec<char> = name.chars().collect();
    characters.windows(2).any(|two| words.contains(two.iter().collect::<String>().as_str()))
}
