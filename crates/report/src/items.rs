//! Items as they are joined: without the numbers that units gave them, those of one text apart, and none that says there
//! is none beside others.
//!
//! This file must not know how a house style numbers items.

use std::ops::Range;
use std::sync::Arc;

use huibian_document::form::without_end;
use huibian_document::items::{self, is_none, is_numbered};
use huibian_template::{Block, Inline};

/// Stands for what is no text, where an item is read as one.
const OBJECT: char = '\u{FFFC}';

/// An item's words.
pub type Item = Vec<Inline>;

/// A template's blocks with their items in order. Where they are already, which costs a glance, they are handed back.
pub fn ordered(blocks: Arc<[Block]>) -> Arc<[Block]> {
    let is_ordered = |block: &Block| match block {
        Block::Enumeration { items, .. } | Block::List { items, .. } => {
            items.iter().all(|item| is_plain(item))
        }
        _ => true,
    };
    if blocks.iter().all(is_ordered) { blocks } else { blocks.iter().map(in_order).collect() }
}

fn in_order(block: &Block) -> Block {
    match block {
        Block::Enumeration { items, tail } => {
            let items = without_none(items.iter().flat_map(split).collect());
            Block::Enumeration { items, tail: tail.clone() }
        }
        Block::List { ordered, items } => {
            let items =
                items.iter().flat_map(|item| if is_plain(item) { vec![item.clone()] } else { lines(item) });
            Block::List { ordered: *ordered, items: without_none(items.collect()) }
        }
        other => other.clone(),
    }
}

/// Whether blocks, with values still to come into their holes, may be items of which each says that there is none: words, and
/// lines of a value, that are as long as this say something.
pub fn may_say_none(blocks: &[Block], values: &[String]) -> bool {
    const LONG: usize = 24;
    let says_much = |text: &str| without_end(text.trim()).trim_end_matches('.').len() > LONG;
    let is_long = |word: &Inline| match word {
        Inline::Text(text) => says_much(text),
        Inline::Data(at) => values.get(*at).is_some_and(|it| !it.contains(['\n', '\r']) && says_much(it)),
        _ => false,
    };
    let none = |block: &Block| match block {
        Block::List { items, .. } => !items.iter().flatten().any(is_long),
        _ => false,
    };
    !blocks.is_empty() && blocks.iter().all(none)
}

/// Whether blocks are items of which each says that there is none.
pub fn say_none(blocks: &[Block]) -> bool {
    let none = |block: &Block| match block {
        Block::List { items, .. } => items.iter().all(|item| is_none(&read(item))),
        _ => false,
    };
    !blocks.is_empty() && blocks.iter().all(none)
}

/// The items that say something; where none does, the first.
pub fn without_none<I: AsRef<[Inline]>>(mut items: Vec<I>) -> Vec<I> {
    let said = |item: &I| !is_none(&read(item.as_ref()));
    if items.iter().any(said) {
        items.retain(said);
    } else {
        items.truncate(1);
    }
    items
}

/// Whether an item has no number of its own, and says something.
fn is_plain(item: &[Inline]) -> bool {
    match item {
        [Inline::Text(text)] => !is_numbered(text) && !is_none(text),
        [Inline::Text(text), ..] => !is_numbered(text),
        _ => true,
    }
}

/// The items that stand in one, for lines of their own: each is closed as the one was.
fn lines(item: &Item) -> Vec<Item> {
    let closing = matches!(item.last(), Some(Inline::Text(text)) if text.trim_end().ends_with('。'));
    let mut parts = split(item);
    for part in parts.iter_mut().filter(|part| closing && !is_none(&read(part))) {
        part.push(Inline::Text("。".to_owned()));
    }
    parts
}

/// The items that stand in one.
fn split(item: &Item) -> Vec<Item> {
    let text = read(item);
    let (mut parts, mut end) = (Vec::new(), 0);
    for part in items::items(&text) {
        let start = text[end..].find(part).map_or(end, |at| end + at);
        end = start + part.len();
        parts.push(cut(item, start..end));
    }
    parts
}

/// An item as one text.
fn read(item: &[Inline]) -> String {
    let mut text = String::new();
    for word in item {
        match word {
            Inline::Text(words) => text.push_str(words),
            Inline::LineBreak => text.push('\n'),
            _ => text.push(OBJECT),
        }
    }
    text
}

/// What stands at these bytes of an item that is read as one text.
fn cut(item: &[Inline], range: Range<usize>) -> Item {
    let (mut cut, mut at) = (Vec::new(), 0);
    for word in item {
        let len = match word {
            Inline::Text(words) => words.len(),
            Inline::LineBreak => 1,
            _ => OBJECT.len_utf8(),
        };
        let own = range.start.max(at)..range.end.min(at + len);
        match word {
            Inline::Text(words) if !own.is_empty() => {
                cut.push(Inline::Text(words[own.start - at..own.end - at].to_owned()));
            }
            Inline::Text(_) => {}
            other if !own.is_empty() => cut.push(other.clone()),
            _ => {}
        }
        at += len;
    }
    cut
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    #[test]
    fn words_that_are_no_text_stay_in_their_item() {
        let count = Inline::Count("visits/found".parse().unwrap());
        let item = vec![
            text("1.发现"),
            count.clone(),
            text("；"),
            Inline::LineBreak,
            text("2.设备"),
            Inline::Strong(vec![text("旧")]),
        ];
        let split = split(&item);
        assert_eq!(split, [vec![text("发现"), count], vec![text("设备"), Inline::Strong(vec![text("旧")])]]);
    }

    #[test]
    fn none_beside_others_is_left_out_and_alone_stays() {
        let items = |texts: &[&str]| texts.iter().map(|words| vec![text(words)]).collect::<Vec<_>>();
        let list = |texts: &[&str]| Block::List { ordered: true, items: items(texts) };
        let ordered = |texts: &[&str]| ordered(Arc::new([list(texts)]))[0].clone();
        let closed = vec![vec![text("人员少"), text("。")], vec![text("设备旧。")]];
        assert_eq!(
            ordered(&["无。", "1.人员少。", "设备旧。"]),
            Block::List { ordered: true, items: closed }
        );
        assert_eq!(ordered(&["暂无"]), list(&["暂无"]));
        assert!(
            say_none(&[list(&["无", "暂无。"])]) && !say_none(&[list(&["无", "人员少"])]) && !say_none(&[])
        );
    }
}
