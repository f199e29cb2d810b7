//! The head of a report template, TOML between two lines of `+++`: which slots it has and how each is filled.

use std::sync::Arc;

use huibian_contract::IndexMap;
use huibian_diagnostic::{Code, Diagnostic, Location, Result, Source};
use huibian_document::Settings;
use serde::Deserialize;
use toml::de::{DeTable, DeValue};

use crate::scope::DeclaredSlot;

/// What a report template declares.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrontMatter {
    /// Its slots, by name.
    #[serde(default)]
    pub slots: IndexMap<String, SlotSpec>,
    /// The parts of an official document that this report has.
    #[serde(default)]
    pub document: Settings,
    /// The text of the head, where there is one: TOML that has the places of the template.
    #[serde(skip)]
    pub head: Option<Arc<Source>>,
    /// Where each slot is declared.
    #[serde(skip)]
    pub places: IndexMap<String, Location>,
}

/// How a slot is filled.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlotSpec {
    /// What plugins give it.
    pub kind: SlotKind,
    /// Whether a report without it cannot be made.
    #[serde(default)]
    pub required: bool,
    /// Whether a section's heading opens its first paragraph instead of standing alone.
    #[serde(default)]
    pub run_in: bool,
}

/// What plugins give a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SlotKind {
    /// A heading and blocks each.
    Sections,
    /// A list each; all items make one sentence: 一是…；二是…。
    Items,
}

impl FrontMatter {
    /// The slots, with their places.
    pub fn declared(&self) -> IndexMap<String, DeclaredSlot> {
        let places = self.places.iter();
        let slots = places.filter_map(|(name, place)| {
            let kind = self.slots.get(name)?.kind;
            Some((name.clone(), DeclaredSlot { kind, place: place.clone() }))
        });
        slots.collect()
    }
}

/// Splits a report template. The body keeps its line numbers.
///
/// # Errors
/// W002 to W004 for the head, T001 where it has no end.
pub fn front_matter(source: &Arc<Source>) -> Result<(FrontMatter, Arc<Source>)> {
    const FENCE: &str = "+++\n";
    let text = source.text.replace("\r\n", "\n");
    let Some(rest) = text.strip_prefix(FENCE) else { return Ok((FrontMatter::default(), source.clone())) };
    let Some(end) = rest.find(&format!("\n{FENCE}")) else {
        let place = Location::span(source, 0..3);
        return Err(Diagnostic::new(Code::TemplateSyntax).with("reason", "head").at(place));
    };
    let head = &rest[..=end];
    // The fence is as long as a comment, so that the head keeps its places.
    let head_alone = Source::at(&source.path, format!("#++\n{head}"));
    let mut front: FrontMatter = huibian_config::parse(&head_alone)?;
    front.head = Some(head_alone);
    front.places = places(head, FENCE.len(), source);
    let blank = "\n".repeat(head.matches('\n').count() + 2);
    let body = format!("{blank}{}", &rest[end + 1 + FENCE.len()..]);
    Ok((front, Source::at(&source.path, body)))
}

/// Where the head declares each slot.
fn places(head: &str, offset: usize, source: &Arc<Source>) -> IndexMap<String, Location> {
    let Ok(head) = DeTable::parse(head) else { return IndexMap::default() };
    let Some(DeValue::Table(slots)) = head.get_ref().get("slots").map(toml::Spanned::get_ref) else {
        return IndexMap::default();
    };
    let place = |span: std::ops::Range<usize>| Location::span(source, span.start + offset..span.end + offset);
    slots.keys().map(|slot| (slot.get_ref().to_string(), place(slot.span()))).collect()
}
