//! What templates may call. Each helper is declared beside its code, once; a further one is its declaration, its code and a
//! line in [`ALL`].

mod built_in;
mod comparison;
mod context;
mod counts;
mod days;
pub mod declaration;
mod each;
mod lists;
mod placed;
mod slots;

use handlebars::Handlebars;

use crate::holes;
use declaration::{Declaration, Yields};

/// All helpers a template may call.
pub static ALL: [Declaration; 21] = [
    built_in::IF,
    built_in::UNLESS,
    each::EACH,
    built_in::WITH,
    counts::COUNT,
    counts::HANZI,
    comparison::CHANGE,
    comparison::PREVIOUS,
    comparison::LAST_YEAR,
    comparison::TO_DATE,
    counts::ZERO,
    counts::PRESENT,
    lists::LIST,
    days::DATE,
    days::MONTH_DAY,
    lists::ENUMERATE,
    slots::SLOT,
    slots::CONTENTS,
    placed::IMAGE,
    placed::CHART,
    placed::TABLE,
];

/// Helpers that Handlebars brings and templates cannot call; they would shadow columns of the same name.
const NOT_OFFERED: [&str; 13] =
    ["raw", "lookup", "log", "eq", "ne", "gt", "gte", "lt", "lte", "and", "or", "not", "len"];

/// The helper of that name.
pub fn find(name: &str) -> Option<&'static Declaration> {
    ALL.iter().find(|helper| helper.name == name)
}

/// The names of all helpers.
pub fn names() -> impl Iterator<Item = &'static str> {
    ALL.iter().map(|helper| helper.name)
}

/// Whether the helper of that name wants a line of its own.
pub fn is_placed(name: &str) -> bool {
    find(name).is_some_and(|helper| matches!(helper.yields, Yields::Placed(_)))
}

/// A helper, as the table of all of them shows it.
pub struct HelperEntry {
    /// What templates call it.
    pub name: &'static str,
    /// How it is called: `{{change "count" ["previous"/"last_year"]}}`.
    pub usage: String,
    /// What it does, in Chinese.
    pub zh: &'static str,
    /// What it does, in English.
    pub en: &'static str,
}

/// All that templates may call, for readers.
pub fn reference() -> impl Iterator<Item = HelperEntry> {
    ALL.iter().map(|helper| {
        let (zh, en) = helper.meaning;
        HelperEntry { name: helper.name, usage: helper.usage(), zh, en }
    })
}

pub fn register(registry: &mut Handlebars<'static>) {
    registry.register_escape_fn(holes::leave);
    for name in NOT_OFFERED {
        registry.unregister_helper(name);
    }
    for helper in &ALL {
        if let Some(run) = helper.run {
            registry.register_helper(helper.name, Box::new(run));
        }
    }
}
