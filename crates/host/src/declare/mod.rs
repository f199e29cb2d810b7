//! Counts and facts that `plugin.toml` declares the source of: a ledger's rows, a number, a field or an expression.
//! They serve a plugin without code, and whatever the code of another leaves out. Pure: a request goes in, a
//! contribution is filled up.

mod compile;
mod origin;
mod rows;
mod supply;
#[cfg(test)]
mod tests;

use huibian_contract::{CountSpec, FactSpec, IndexMap, Name, PluginManifest};
use huibian_expression::Expression;

pub use rows::{Row, field, in_period, keep_counted};

/// The declared sources of a plugin, compiled.
#[derive(Debug)]
pub struct Declared {
    /// Counts in an order in which each comes after those it is computed from.
    counts: IndexMap<Name, Source>,
}

/// Where a count comes from.
#[derive(Debug)]
enum Source {
    /// A ledger's rows, those that fulfil a condition, or a number, or either.
    Given { condition: Option<Expression> },
    /// An expression over fields and other counts.
    Computed(Expression),
    /// Nowhere: code gives it, or nobody.
    Code,
}

/// Something that a unit should have filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unfilled {
    /// The count or fact that lacks its source.
    pub name: Name,
    /// What it is called.
    pub label: String,
    /// What to fill in, by label and name.
    pub sources: String,
}

/// The required counts and facts whose declared fields are none of them `given`. Expressions are not looked into.
pub fn unfilled(manifest: &PluginManifest, given: impl Fn(&str) -> bool) -> Vec<Unfilled> {
    let mut unfilled = Vec::new();
    let mut note = |name: &Name, label: &str, fields: [Option<&Name>; 2]| {
        let fields: Vec<&Name> = fields.into_iter().flatten().collect();
        if !fields.is_empty() && !fields.iter().any(|field| given(field.as_str())) {
            let sources = origin::to_fill_in(manifest, fields);
            unfilled.push(Unfilled { name: name.clone(), label: label.to_owned(), sources });
        }
    };
    for (name, CountSpec { label, ledger, number, .. }) in
        manifest.counts.iter().filter(|(_, c)| c.required && c.ratio.is_none())
    {
        note(name, label, [ledger.as_ref(), number.as_ref()]);
    }
    for (name, FactSpec { label, field, ledger, .. }) in manifest.facts.iter().filter(|(_, f)| f.required) {
        note(name, label, [field.as_ref(), ledger.as_ref()]);
    }
    unfilled
}
