//! What a template sees of one unit: values by name, none of them blank, and counts. It must not know which names there are.

use std::borrow::Cow;
use std::collections::BTreeSet;

use handlebars::Context;
use huibian_contract::Basis;
use serde_json::{Map, Value};

use crate::missing::{is_blank, prune};

/// The counts that a template may name. They are asked for one by one, so that none is copied for a unit's sake.
pub trait Counts {
    /// Whether a count is 0 in a period; nothing where there is none. `name` is bare in the sections of the count's own
    /// plugin, `plugin/name` elsewhere.
    fn is_zero(&self, basis: Basis, name: &str) -> Option<bool>;

    /// All of a period, by such a name.
    fn all(&self, basis: Basis) -> Map<String, Value>;
}

/// What a template sees.
#[derive(Default)]
pub struct Data<'d> {
    groups: Vec<(Cow<'static, str>, Cow<'d, Value>)>,
    counts: Option<Box<dyn Counts + 'd>>,
    withheld: BTreeSet<String>,
}

impl<'d> Data<'d> {
    /// Values by name; anything but an object has no names. Counts are among them, as `counts` and `past`.
    pub fn new(values: Value) -> Self {
        let mut data = Self::default();
        if let Value::Object(values) = values {
            for (name, value) in values {
                data.set(name, value);
            }
        }
        data
    }

    /// Puts a value in place of what the name stood for before.
    pub fn set(&mut self, name: impl Into<Cow<'static, str>>, mut value: Value) {
        prune(&mut value);
        self.put(name.into(), Cow::Owned(value));
    }

    /// As [`set`](Self::set), of a value that many units share.
    pub fn share(&mut self, name: &'static str, shared: &'d Shared) {
        self.put(name.into(), Cow::Borrowed(&shared.0));
    }

    /// Puts counts in place of those that were there before.
    pub fn set_counts(&mut self, counts: impl Counts + 'd) {
        self.counts = Some(Box::new(counts));
    }

    /// Says of names that have no value here that there is something they could stand for: `facts.problem`, or a slot by its
    /// name alone.
    pub fn withhold(&mut self, names: impl IntoIterator<Item = String>) {
        self.withheld = names.into_iter().collect();
    }

    /// The names that are missing without there being nothing.
    pub(crate) fn withheld(&self) -> &BTreeSet<String> {
        &self.withheld
    }

    fn put(&mut self, name: Cow<'static, str>, value: Cow<'d, Value>) {
        let known = self.groups.iter().position(|(known, _)| *known == name);
        match (known, is_blank(&value)) {
            (Some(known), true) => {
                self.groups.remove(known);
            }
            (Some(known), false) => self.groups[known].1 = value,
            (None, true) => {}
            (None, false) => self.groups.push((name, value)),
        }
    }

    /// Whether a name stands for counts that are asked for one by one: as a value only Handlebars has them.
    pub(crate) fn is_aside(&self, name: &str) -> bool {
        self.counts.is_some() && matches!(name, "counts" | "past")
    }

    /// All of it, as Handlebars wants it.
    pub(crate) fn context(&self) -> Context {
        let mut values: Map<String, Value> =
            self.groups.iter().map(|(name, value)| (name.to_string(), (**value).clone())).collect();
        if let Some(counts) = &self.counts {
            let past =
                Basis::OTHERS.iter().map(|basis| (basis.as_str().to_owned(), counts.all(*basis).into()));
            for (name, mut value) in
                [("counts", counts.all(Basis::Now).into()), ("past", Value::Object(past.collect()))]
            {
                prune(&mut value);
                if !is_blank(&value) {
                    values.insert(name.to_owned(), value);
                }
            }
        }
        Value::Object(values).into()
    }
}

/// A value that many units share, none of it blank.
#[derive(Clone, Debug)]
pub struct Shared(Value);

impl Shared {
    /// Takes what is blank out.
    pub fn new(mut value: Value) -> Self {
        prune(&mut value);
        Self(value)
    }
}

/// What helpers ask for, of data or of what Handlebars made of them.
pub trait Seen {
    /// What a name without dots stands for.
    fn group(&self, name: &str) -> Option<&Value>;

    /// Whether a count is 0 in a period; nothing where there is none.
    fn is_zero(&self, basis: Basis, name: &str) -> Option<bool> {
        among_values(self, basis, name)
    }

    /// The plugin whose section it is; empty in a report's template.
    fn plugin(&self) -> &str {
        self.group("plugin").and_then(Value::as_str).unwrap_or_default()
    }

    /// The key of a count that a template names.
    fn key(&self, name: &str) -> String {
        if name.contains('/') { name.to_owned() } else { [self.plugin(), "/", name].concat() }
    }
}

impl Seen for Data<'_> {
    fn group(&self, name: &str) -> Option<&Value> {
        self.groups.iter().find_map(|(known, value)| (known == name).then_some(&**value))
    }

    fn is_zero(&self, basis: Basis, name: &str) -> Option<bool> {
        match &self.counts {
            Some(counts) => counts.is_zero(basis, name),
            None => among_values(self, basis, name),
        }
    }
}

impl Seen for Context {
    fn group(&self, name: &str) -> Option<&Value> {
        self.data().get(name)
    }
}

/// Looks for a count among the values.
fn among_values(seen: &(impl Seen + ?Sized), basis: Basis, name: &str) -> Option<bool> {
    let counts = match basis {
        Basis::Now => seen.group("counts")?,
        basis => seen.group("past")?.get(basis.as_str())?,
    };
    let found = counts.get(name).or_else(|| {
        let (plugin, bare) = name.split_once('/')?;
        if seen.plugin() == plugin { counts.get(bare) } else { None }
    });
    Some(found?.as_str()?.bytes().all(|byte| matches!(byte, b'0' | b'.')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_set_stands_for_the_name_unless_it_is_blank() {
        let shared = Shared::new(json!({ "l": "", "m": 2 }));
        let mut data = Data::new(json!({ "a": "", "e": ["x"], "h": false }));
        data.set("e", json!({ "i": [""], "j": 1 }));
        data.set("h", json!({ "k": null }));
        data.share("n", &shared);
        assert_eq!(*data.context().data(), json!({ "e": { "j": 1 }, "n": { "m": 2 } }));
    }
}
