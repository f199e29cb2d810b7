//! What follows from reported counts. Ratios are derived here and nowhere else, at every level, and never averaged.

use huibian_contract::{CountSpec, IndexMap, Name, PluginManifest, RatioSpec};
use rust_decimal::Decimal;

use crate::figure::Figure;

/// A count as its plugin reported it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// The number.
    pub value: Decimal,
    /// The records it came from.
    pub from: Vec<String>,
}

/// The figures of one plugin for one unit, by name, in the order they are declared.
pub type Figures = IndexMap<Name, Figure>;

/// Puts reported values into declared order and derives the ratios. A ratio over 0, or over a count that is missing,
/// does not apply and is absent.
pub fn derive(manifest: &PluginManifest, counts: &IndexMap<Name, Count>) -> Figures {
    let reported = |name: &Name| {
        let count = counts.get(name)?;
        Some((count.value, &count.from))
    };
    let derived = |(name, spec): (&Name, &CountSpec)| {
        let figure = match &spec.ratio {
            None => reported(name).map(|(value, from)| Figure::new(spec, value, from.clone())),
            Some(ratio) => {
                let from = vec![ratio.num.to_string(), ratio.den.to_string()];
                let value = quotient(ratio, |name| reported(name).map(|(value, _)| value));
                value.map(|value| Figure::new(spec, value, from))
            }
        };
        Some((name.clone(), figure?))
    };
    manifest.counts.iter().filter_map(derived).collect()
}

/// A ratio's value out of its parts; none over 0, or where a part is missing.
pub fn quotient(ratio: &RatioSpec, part: impl Fn(&Name) -> Option<Decimal>) -> Option<Decimal> {
    let factor = match ratio.sign.as_str() {
        "%" => Decimal::ONE_HUNDRED,
        "‰" => Decimal::ONE_THOUSAND,
        _ => Decimal::ONE,
    };
    part(&ratio.num)?.checked_div(part(&ratio.den)?)?.checked_mul(factor)
}

#[cfg(test)]
mod tests {
    use super::*;
    use huibian_contract::CountKind;

    fn spec(kind: CountKind, scale: u32, ratio: Option<RatioSpec>) -> CountSpec {
        CountSpec { kind, measure: "条".to_owned(), scale, ratio, ..CountSpec::default() }
    }

    fn rate(num: i64, den: i64) -> Option<String> {
        let name = |text| Name::new(text).unwrap();
        let ratio = RatioSpec { num: name("handled"), den: name("found"), sign: "%".to_owned() };
        let counts = [
            (name("handled"), spec(CountKind::Integer, 0, None)),
            (name("found"), spec(CountKind::Integer, 0, None)),
            (name("rate"), spec(CountKind::Ratio, 1, Some(ratio))),
        ];
        let manifest = PluginManifest {
            id: "online-opinion".parse().unwrap(),
            version: "0.1.0".to_owned(),
            title: String::new(),
            description: String::new(),
            contract: 1,
            library: None,
            module: None,
            absent: huibian_contract::Absent::Omit,
            slots: Vec::new(),
            fields: IndexMap::default(),
            facts: IndexMap::default(),
            counts: counts.into_iter().collect(),
            checks: IndexMap::default(),
            uses: Vec::new(),
            limits: huibian_contract::manifest::Limits::default(),
            example: Vec::new(),
        };
        let counts = [(name("handled"), num), (name("found"), den)]
            .map(|(name, value)| (name, Count { value: value.into(), from: Vec::new() }));
        derive(&manifest, &counts.into_iter().collect())
            .get("rate")
            .map(|f| format!("{}{}", f.digits, f.measure))
    }

    #[test]
    fn a_rate_follows_from_its_parts() {
        assert_eq!(rate(184, 187).as_deref(), Some("98.4%"));
        assert_eq!(rate(1, 16).as_deref(), Some("6.3%"), "half up: 6.25");
        assert_eq!(rate(3, 3).as_deref(), Some("100.0%"));
        assert_eq!(rate(0, 0), None, "over 0 it does not apply");
    }
}
