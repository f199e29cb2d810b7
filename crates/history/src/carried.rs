//! Numbers as they were filed, under the keys and in the measures that their counts have now: over a renaming, and over a change
//! of measure where a factor says how. The one way for all that is compared with another time.

use std::collections::HashMap;
use std::sync::Arc;

use huibian_contract::{CountKey, CountSpec, IndexMap};
use huibian_figure::{CountIndex, Counts, Figure, Figures, Filed, Origin};
use rust_decimal::Decimal;

/// How a count was filed in another measure, or with other digits, than it has now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherMeasure {
    /// What was printed after its digits then.
    pub measure: String,
    /// Whether its values are converted; else they are left out.
    pub is_converted: bool,
}

/// The counts by all names that they had.
#[derive(Clone, Debug)]
pub struct Carrier {
    counts: Arc<Counts>,
    named: HashMap<String, Named>,
}

/// The count of a name.
#[derive(Clone, Debug)]
struct Named {
    index: CountIndex,
    /// The name that it has now, where that is another.
    own: Option<String>,
}

/// What was filed of one unit, carried over.
#[derive(Clone, Debug)]
pub struct Carried {
    /// The numbers that there are in the measures of now, with the ratios that follow.
    pub figures: Figures,
    /// The others, by the keys of now, as they were printed: in other measures, or of counts that are no more.
    pub others: Vec<(CountKey, Filed)>,
}

impl Carrier {
    /// For these counts.
    pub fn new(counts: &Arc<Counts>) -> Self {
        Self::of(counts, &counts.all().map(|(index, ..)| index).collect::<Vec<_>>())
    }

    /// For some of them.
    pub fn of(counts: &Arc<Counts>, some: &[CountIndex]) -> Self {
        let mut named = HashMap::new();
        for &index in some {
            let own = Some(counts.key(index).full());
            let earlier = counts.earlier_keys(index).into_iter();
            named.extend(earlier.map(|key| (key.full(), Named { index, own: own.clone() })));
        }
        named.extend(some.iter().map(|&index| (counts.key(index).full(), Named { index, own: None })));
        Self { counts: counts.clone(), named }
    }

    /// The count of a name, beside what else `is_filed`: what is filed under its own name stands beside what another had under
    /// that one.
    pub fn count(&self, name: &str, is_filed: impl Fn(&str) -> bool) -> Option<CountIndex> {
        let Named { index, own } = self.named.get(name)?;
        (!own.as_deref().is_some_and(is_filed)).then_some(*index)
    }

    /// What was filed of one unit.
    pub fn carry(&self, filed: &IndexMap<CountKey, Filed>) -> Carried {
        let names: HashMap<String, &Filed> = filed.iter().map(|(key, filed)| (key.full(), filed)).collect();
        let (mut values, mut others, mut ratios) = (vec![None; self.counts.len()], Vec::new(), Vec::new());
        for (key, filed) in filed {
            let Some(index) = self.count(&key.full(), |name| names.contains_key(name)) else {
                others.push((key.clone(), filed.clone()));
                continue;
            };
            let spec = self.counts.spec(index);
            match carried(&filed.value, measure(filed), spec).0 {
                Some(value) if spec.ratio.is_some() => ratios.push((index, value)),
                Some(value) => values[index.place()] = Some(value),
                None => others.push((self.counts.key(index).clone(), filed.clone())),
            }
        }
        // Not given by anyone as it stands: what it is rounded from is kept.
        let figure = |value: Option<Decimal>| Some(Figure { value: value?, origin: Origin::Parts });
        let mut figures = Figures::derive(&self.counts, values.into_iter().map(figure).collect());
        for (index, value) in ratios {
            // Of parts that are not there it is known as it was printed.
            if figures.get(index).is_none() {
                figures.set(index, value, Origin::Parts);
            }
        }
        Carried { figures, others }
    }
}

/// A number in the measure that its count has now, not rounded, and how it was filed where that was another.
pub(crate) fn carried(
    digits: &str,
    measure: Option<&str>,
    spec: &CountSpec,
) -> (Option<Decimal>, Option<OtherMeasure>) {
    let value: Option<Decimal> = digits.parse().ok();
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let measure = measure.unwrap_or(spec.measure());
    let is_of_scale = |scale: u32| u32::try_from(decimals).is_ok_and(|decimals| decimals == scale);
    if measure == spec.measure() && spec.rounded_to().is_none_or(is_of_scale) {
        return (value, None);
    }
    let converted = value.zip(factor(spec, measure)).and_then(|(value, factor)| value.checked_mul(factor));
    let other = OtherMeasure { measure: measure.to_owned(), is_converted: converted.is_some() };
    (converted, Some(other))
}

/// The measure of a filed figure, where its line says one.
pub(crate) fn measure(filed: &Filed) -> Option<&str> {
    Some(filed.measure.as_str()).filter(|measure| !measure.is_empty())
}

/// By what a number in another measure is multiplied.
pub(crate) fn factor(spec: &CountSpec, measure: &str) -> Option<Decimal> {
    spec.factor.get(measure)?.as_str().parse().ok()
}
