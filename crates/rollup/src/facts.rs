//! Facts of many units as one: texts one after the other, or each once; and the names of what has no value above the units
//! though some gave it. Pure.

use std::collections::{BTreeSet, HashSet};

use huibian_contract::{Fact, FactMerge, FactType, IndexMap, Name, PluginManifest};
use huibian_document::items::is_none;
use serde_json::{Map, Value};

/// The facts of one plugin over the units taken in so far. It keeps those alone that are merged.
pub struct FactsMerge<'m> {
    manifest: &'m PluginManifest,
    texts: IndexMap<&'m Name, Texts>,
    withheld: BTreeSet<String>,
}

#[derive(Default)]
struct Texts {
    order: Vec<String>,
    seen: HashSet<String>,
}

impl<'m> FactsMerge<'m> {
    /// Nothing taken in yet.
    pub fn new(manifest: &'m PluginManifest) -> Self {
        Self { manifest, texts: IndexMap::default(), withheld: BTreeSet::new() }
    }

    /// Takes in the facts of one unit.
    pub fn take(&mut self, facts: IndexMap<Name, Fact>) {
        for (name, fact) in facts {
            let Some((name, spec)) = self.manifest.facts.get_key_value(&name) else { continue };
            let given = match fact {
                Fact::Text(text) => vec![text],
                Fact::Texts(texts) => texts,
                Fact::Boolean(_) | Fact::Other(_) => continue,
            };
            let Texts { order, seen } = self.texts.entry(name).or_default();
            match spec.merge() {
                FactMerge::None => {}
                FactMerge::Concat => order.extend(given),
                FactMerge::Distinct => {
                    order.extend(given.into_iter().filter(|text| seen.insert(text.clone())));
                }
            }
        }
    }

    /// Takes in the names of what a unit gave and has no value above it.
    pub fn withhold(&mut self, names: Vec<String>) {
        self.withheld.extend(names);
    }

    /// The names of what has no value here though some unit gave it.
    pub fn withheld(&self) -> &BTreeSet<String> {
        &self.withheld
    }

    /// The merged facts; texts become paragraphs of one. One that says there is none stands only where no other says more.
    pub fn facts(mut self) -> IndexMap<Name, Fact> {
        for Texts { order, .. } in self.texts.values_mut() {
            if order.iter().any(|text| !is_none(text)) {
                order.retain(|text| !is_none(text));
            }
        }
        let merged = self.texts.into_iter().filter(|(_, texts)| !texts.order.is_empty());
        let manifest = self.manifest;
        let fact = |(name, texts): (&'m Name, Texts)| match manifest.facts[name].kind {
            FactType::Texts => (name.clone(), Fact::Texts(texts.order)),
            _ => (name.clone(), Fact::Text(texts.order.join("\n"))),
        };
        merged.map(fact).collect()
    }
}

/// What of a unit's facts is merged.
pub fn merged(manifest: &PluginManifest, facts: &IndexMap<Name, Fact>) -> IndexMap<Name, Fact> {
    let is_merged = |name: &Name| manifest.facts.get(name).is_some_and(|f| f.merge() != FactMerge::None);
    let kept = facts.iter().filter(|(name, _)| is_merged(name));
    kept.map(|(name, fact)| (name.clone(), fact.clone())).collect()
}

/// What a unit gave that has no value above it, as templates name it: facts that are not merged, and `fields`. What says that
/// there is none is as good as not given.
pub fn withheld(
    manifest: &PluginManifest,
    facts: &IndexMap<Name, Fact>,
    fields: Option<&Map<String, Value>>,
) -> Vec<String> {
    let facts = facts.iter().filter(|(name, fact)| {
        let is_merged = manifest.facts.get(*name).is_none_or(|spec| spec.merge() != FactMerge::None);
        let says_something = match fact {
            Fact::Text(text) => !is_none(text),
            Fact::Texts(texts) => texts.iter().any(|text| !is_none(text)),
            Fact::Boolean(yes) => *yes,
            Fact::Other(_) => false,
        };
        !is_merged && says_something
    });
    let says_something = |value: &Value| match value {
        Value::Null => false,
        Value::Bool(yes) => *yes,
        Value::String(text) => !is_none(text),
        Value::Array(items) => !items.is_empty(),
        Value::Number(_) | Value::Object(_) => true,
    };
    let fields = fields.into_iter().flatten().filter(|(_, value)| says_something(value));
    let facts = facts.map(|(name, _)| format!("facts.{name}"));
    facts.chain(fields.map(|(name, _)| format!("fields.{name}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn facts_merge_by_their_rule() {
        let manifest: PluginManifest = toml::from_str(
            "id = \"a\"\nversion = \"1\"\ntitle = \"t\"\ncontract = 1\nslots = []\n[facts]\n\
             titles = { label = \"l\", type = \"texts\" }\n\
             forms = { label = \"l\", type = \"texts\", merge = \"concat\" }\n\
             plan = { label = \"l\", type = \"text\", merge = \"none\" }\n\
             note = { label = \"l\", type = \"text\", merge = \"concat\" }\n\
             theme = { label = \"l\", type = \"text\" }\n\
             held = { label = \"l\", type = \"boolean\" }",
        )
        .unwrap();
        let facts = |list: &[&str], text: &str| -> IndexMap<Name, Fact> {
            let texts = Fact::Texts(list.iter().map(|text| (*text).to_owned()).collect());
            let text = Fact::Text(text.to_owned());
            [
                ("titles", texts.clone()),
                ("forms", texts),
                ("plan", text.clone()),
                ("note", text.clone()),
                ("theme", text),
                ("held", Fact::Boolean(true)),
            ]
            .map(|(name, fact)| (Name::new(name).unwrap(), fact))
            .into_iter()
            .collect()
        };
        let given = withheld(&manifest, &facts(&["甲"], "一"), None);
        assert_eq!(given, ["facts.plan", "facts.held"], "no more than has no value above");
        assert_eq!(withheld(&manifest, &facts(&["甲"], "无。"), None), ["facts.held"], "none is nothing");
        let mut merge = FactsMerge::new(&manifest);
        for given in [facts(&["甲", "乙"], "一"), facts(&["乙", "丙"], "一")] {
            merge.take(merged(&manifest, &given));
        }
        let found = merge.facts();
        let text = |name: &str| found.get(&Name::new(name).unwrap()).cloned();
        let texts = |list: &[&str]| Some(Fact::Texts(list.iter().map(|t| (*t).to_owned()).collect()));
        assert_eq!(text("titles"), texts(&["甲", "乙", "丙"]));
        assert_eq!(text("forms"), texts(&["甲", "乙", "乙", "丙"]));
        assert_eq!((text("plan"), text("held")), (None, None));
        assert_eq!(text("note"), Some(Fact::Text("一\n一".to_owned())));
        assert_eq!(text("theme"), Some(Fact::Text("一".to_owned())));
        let mut merge = FactsMerge::new(&manifest);
        for theme in ["无", "检查力量不足", "暂无。"] {
            merge.take(merged(&manifest, &facts(&[], theme)));
        }
        let theme = merge.facts().get("theme").cloned();
        assert_eq!(
            theme,
            Some(Fact::Text("检查力量不足".to_owned())),
            "who has none does not speak for others"
        );
    }
}
