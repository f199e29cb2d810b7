//! What a file asks for: the counts, values, slots and tables that its tags name, and where.

use huibian_template::reference;

use crate::template::WordTemplate;

/// What kind of thing is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AskedKind {
    /// A count: `propaganda/articles`.
    Count,
    /// A value: `unit.name`; what a list's items are asked for stands behind `[]`.
    Value,
    /// A list.
    List,
    /// A slot.
    Slot,
    /// A table.
    Table,
}

/// Something that a file asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// What it is.
    pub kind: AskedKind,
    /// Its name.
    pub name: String,
    /// The paragraphs that name it, from 1.
    pub paragraphs: Vec<usize>,
}

impl WordTemplate {
    /// What the file asks for, in the order in which it first does.
    pub fn asks(&self) -> Vec<Asked> {
        let mut asked: Vec<Asked> = Vec::new();
        let text = &self.source.text;
        // What `this` is inside each block that is open.
        let mut around: Vec<String> = Vec::new();
        let mut this = String::new();
        let (mut paragraph, mut counted) = (1, 0);
        for tag in huibian_tags::scan(text) {
            let written = &text[tag.span.clone()];
            paragraph += text[counted..tag.span.start].matches('\n').count();
            counted = tag.span.start;
            let words = written.trim_matches(['{', '}', '~', ' ']);
            if words.starts_with('/') {
                this = around.pop().unwrap_or_default();
                continue;
            }
            if words.starts_with('!') || words == "else" || words.starts_with('^') {
                continue;
            }
            let is_open = words.starts_with('#');
            let words = words.trim_start_matches('#').trim_start_matches("else ");
            let mut parts = words.split([' ', '(', ')']).filter(|part| !part.is_empty());
            let first = parts.next().unwrap_or_default();
            let is_helper = reference().any(|helper| helper.name == first);
            let named = if is_helper { parts.next().unwrap_or_default() } else { first };
            let is_call = !is_helper && parts.next().is_some();
            let found = kind(first, is_helper, named).filter(|_| !is_call).map(|kind| {
                let bare = named.trim_matches(['"', '\'']);
                (
                    kind,
                    if named.starts_with(['"', '\'']) {
                        bare.to_owned()
                    } else {
                        whole(&this, &around, bare)
                    },
                )
            });
            if is_open {
                around.push(this.clone());
                match (first, &found) {
                    ("each", Some((_, name))) => this = format!("{name}[]"),
                    ("with", Some((_, name))) => this.clone_from(name),
                    _ => {}
                }
            }
            if let Some((kind, name)) = found.filter(|(_, name)| !name.is_empty() && !name.ends_with("[]")) {
                note(&mut asked, kind, name, paragraph);
            }
        }
        asked
    }
}

fn kind(first: &str, is_helper: bool, named: &str) -> Option<AskedKind> {
    if named.starts_with('@') || named.is_empty() {
        return None;
    }
    match first {
        "slot" => Some(AskedKind::Slot),
        "table" => Some(AskedKind::Table),
        "each" | "list" => Some(AskedKind::List),
        _ if named.starts_with(['"', '\'']) => is_helper.then_some(AskedKind::Count),
        _ => Some(AskedKind::Value),
    }
}

/// A name from the top, of one that stands where `this` is something.
fn whole(this: &str, around: &[String], name: &str) -> String {
    let (mut this, mut name, mut up) = (this, name, around.len());
    if let Some(rest) = name.strip_prefix("@root.") {
        return rest.to_owned();
    }
    while let Some(rest) = name.strip_prefix("../") {
        up = up.saturating_sub(1);
        while up > 0 && around[up] == this {
            up -= 1;
        }
        this = around.get(up).map_or("", String::as_str);
        name = rest;
    }
    match (this, name) {
        ("", name) => name.to_owned(),
        (this, "this" | "" | ".") => this.to_owned(),
        (this, name) => format!("{this}.{}", name.trim_start_matches("this.")),
    }
}

fn note(asked: &mut Vec<Asked>, kind: AskedKind, name: String, paragraph: usize) {
    let is_value = |kind: AskedKind| matches!(kind, AskedKind::Value | AskedKind::List);
    let same = |known: &&mut Asked| {
        known.name == name && (known.kind == kind || is_value(known.kind) && is_value(kind))
    };
    let Some(known) = asked.iter_mut().find(same) else {
        asked.push(Asked { kind, name, paragraphs: vec![paragraph] });
        return;
    };
    // What was asked about before it turned out to be a list.
    if kind == AskedKind::List {
        known.kind = kind;
    }
    if known.paragraphs.last() != Some(&paragraph) {
        known.paragraphs.push(paragraph);
    }
}
