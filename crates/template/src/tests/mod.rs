//! Templates from their text to their blocks: what is refused, what comes out, and what can never come out.

mod documentation;
mod evaluation;
mod faults;
mod loops;
mod markdown;
mod placed;
mod properties;
mod rendering;

use std::sync::Arc;

use huibian_diagnostic::{Diagnostic, Faults, Location, Result, Source};
use serde_json::Value;

use crate::{
    Block, Countable, Data, DeclaredSlot, Entry, Inline, NameKind, Names, Rendered, Scope, SlotKind,
    TemplateSet,
};

/// A section's scope with one name of every kind, given and optional.
fn section() -> Scope {
    let mut scope = Scope { plugin: Some("opinion".parse().unwrap()), ..Scope::default() };
    let texts = || NameKind::List(Box::new(NameKind::Text));
    let columns: Names = [
        ("date", Entry::given(NameKind::Date)),
        ("topic", Entry::given(NameKind::Text)),
        ("form", Entry::optional(NameKind::Text)),
        ("people", Entry::optional(NameKind::Number)),
        ("handled", Entry::optional(NameKind::Boolean)),
    ]
    .map(|(name, entry)| (name.to_owned(), entry))
    .into_iter()
    .collect();
    for (name, entry) in [
        ("unit.name", Entry::given(NameKind::Text)),
        ("unit.attributes", Entry::optional(NameKind::Open)),
        ("period.name", Entry::given(NameKind::Text)),
        ("period.year", Entry::given(NameKind::Text)),
        ("period.start", Entry::given(NameKind::Date)),
        ("facts.lead", Entry::given(NameKind::Text)),
        ("facts.plan", Entry::optional(NameKind::Text)),
        ("facts.note", Entry::optional(NameKind::Text)),
        ("facts.day", Entry::optional(NameKind::Date)),
        ("facts.open", Entry::optional(NameKind::Boolean)),
        ("facts.titles", Entry::optional(texts())),
        ("facts.names", Entry::given(texts())),
        ("fields.total", Entry::given(NameKind::Number)),
        ("fields.log", Entry::given(NameKind::List(Box::new(NameKind::Group(columns))))),
    ] {
        scope.declare(name, entry);
    }
    for (name, optional, whole) in
        [("found", false, true), ("rate", true, false), ("lost", true, true), ("other/sessions", true, true)]
    {
        scope.counts.insert(name.to_owned(), Countable { optional, whole, cumulative: name != "lost" });
    }
    scope
}

/// A report's scope with two slots.
fn report() -> Scope {
    let mut scope = Scope { plugin: None, ..section() };
    for slot in ["results", "plan"] {
        let place = Location::file("report.hbs");
        scope.slots.insert(slot.to_owned(), DeclaredSlot { kind: SlotKind::Items, place });
    }
    scope
}

/// Each fault as its code and place, with its arguments' last value where there is one: the reason.
fn shown(faults: &[Diagnostic]) -> Vec<String> {
    let reason = |fault: &Diagnostic| {
        let known = ["reason", "construct", "found", "cycle"];
        let found = fault.arguments().iter().find(|(name, _)| known.contains(&&**name));
        found.map(|(_, value)| format!(" {value}")).unwrap_or_default()
    };
    faults.iter().map(|f| format!("{} {}{}", f.code(), f.location().unwrap(), reason(f))).collect()
}

fn faults_in(text: &str, scope: &Scope, partials: &[(&str, &str)]) -> Faults {
    let mut set = TemplateSet::default();
    let partials: Vec<_> = partials
        .iter()
        .map(|(name, text)| ((*name).to_owned(), Source::new(format!("{name}.hbs"), *text)))
        .collect();
    let mut faults = set.add_partials(&partials).err().unwrap_or_default();
    faults.extend(set.add("t", &Source::new("t.hbs", text), scope).err().into_iter().flatten());
    faults
}

/// The blocks of a section that must pass its check.
fn render_with(text: &str, partials: &[(&str, &str)], data: Value) -> Result<Arc<[Block]>> {
    let mut set = TemplateSet::default();
    let partials: Vec<_> = partials
        .iter()
        .map(|(name, text)| ((*name).to_owned(), Source::new(format!("{name}.hbs"), *text)))
        .collect();
    set.add_partials(&partials).unwrap();
    let added = set.add("t", &Source::new("t.hbs", text), &section());
    added.unwrap_or_else(|faults| panic!("{text}: {:?}", shown(&faults)));
    set.render("t", &Data::new(data)).map(Rendered::filled)
}

fn render(text: &str, data: Value) -> Result<Arc<[Block]>> {
    render_with(text, &[], data)
}

/// All words of blocks; a count as its key in 〔〕.
fn words(blocks: &[Block]) -> String {
    blocks.iter().map(block_words).collect::<Vec<_>>().join("|")
}

fn block_words(block: &Block) -> String {
    let items =
        |items: &[Vec<Inline>]| items.iter().map(|item| inline_words(item)).collect::<Vec<_>>().join("/");
    match block {
        Block::Heading { content, .. } | Block::Paragraph(content) => inline_words(content),
        Block::Enumeration { items: all, tail } => items(all) + &inline_words(tail),
        Block::List { items: all, .. } => items(all),
        Block::Table { rows, .. } => rows.iter().map(|row| items(row)).collect::<Vec<_>>().join("/"),
        Block::Placed(placed) => format!("〔{:?} {} {}〕", placed.kind, placed.name, placed.alt),
        Block::PageBreak => "---".to_owned(),
    }
}

fn inline_words(inlines: &[Inline]) -> String {
    let word = |inline: &Inline| match inline {
        Inline::Text(text) => text.clone(),
        Inline::Strong(content) => inline_words(content),
        Inline::Count(key) => format!("〔{key}〕"),
        Inline::CountInHanzi(key) => format!("〔{key}：汉字〕"),
        Inline::Compared(basis, aspect, key) => format!("〔{key}：{aspect:?} {basis}〕"),
        Inline::Slot(slot) => format!("〔{slot}〕"),
        Inline::Note(content) => format!("〔注：{}〕", inline_words(content)),
        Inline::NoteReference(index) => panic!("footnote {index} is open"),
        Inline::LineBreak | Inline::Paragraph => "\n".to_owned(),
        Inline::Data(index) => panic!("hole {index} is open"),
        Inline::Placed => panic!("a place is open"),
        Inline::Piece(number) => format!("⟨{number}⟩"),
    };
    inlines.iter().map(word).collect()
}
