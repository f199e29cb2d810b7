//! The figures of one unit at one time, by the places of their counts.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use huibian_contract::{CountKey, IndexMap};
use rust_decimal::Decimal;
use serde::{Serialize, Serializer};

use crate::counts::{CountIndex, Counts};
use crate::figure::{CountFigure, Figure, divide};
use crate::filed::Filed;
use crate::origin::{Origin, Record};

/// What all units have that have nothing.
static NONE: LazyLock<Arc<Counts>> = LazyLock::new(Arc::default);

/// One unit's figures: of each declared count one, or none where it is missing.
#[derive(Clone, Debug)]
pub struct Figures {
    counts: Arc<Counts>,
    /// By the places of the counts; empty where there is no figure.
    all: Vec<Option<Figure>>,
    /// What documents print of figures that are other than they round by themselves.
    shown: BTreeMap<CountIndex, Decimal>,
    /// The numbers that figures were rounded from, of those that nobody gave: means, conversions and quotients.
    exact: BTreeMap<CountIndex, Decimal>,
}

/// What stands above and below the line of a ratio.
pub type Pair = [Decimal; 2];

impl Default for Figures {
    fn default() -> Self {
        Self { counts: NONE.clone(), all: Vec::new(), shown: BTreeMap::new(), exact: BTreeMap::new() }
    }
}

impl Figures {
    /// None yet.
    pub fn of(counts: &Arc<Counts>) -> Self {
        Self { counts: counts.clone(), all: vec![None; counts.len()], ..Self::default() }
    }

    /// Figures out of numbers as they were reported, by the places of their counts: each at its scale, and the ratios that
    /// follow. A ratio over 0, or over a count that is missing, does not apply and is absent.
    ///
    /// Ratios are derived here and nowhere else, at every level, and never averaged.
    pub fn derive(counts: &Arc<Counts>, reported: Vec<Option<Figure>>) -> Self {
        Self::derive_with(counts, reported, |_, _, sums| (sums, Origin::Parts))
    }

    /// The same. `parts` says what stands above and below the line of a ratio, and where it comes from, of the ratio's place,
    /// its parts' and what those came to by themselves: sums of both may be over other units or periods.
    pub fn derive_with(
        counts: &Arc<Counts>,
        mut reported: Vec<Option<Figure>>,
        mut parts: impl FnMut(CountIndex, [CountIndex; 2], Option<Pair>) -> (Option<Pair>, Origin),
    ) -> Self {
        let mut exact = BTreeMap::new();
        reported.resize(counts.len(), None);
        let value = |reported: &[Option<Figure>], part: CountIndex| Some(reported[part.0].as_ref()?.value);
        for (index, _, spec) in counts.all() {
            let (Some(ratio), Some(places)) = (&spec.ratio, counts.parts(index)) else { continue };
            let [above, below] = places.map(|part| value(&reported, part));
            let (pair, origin) = parts(index, places, above.zip(below).map(|(above, below)| [above, below]));
            let quotient = pair.and_then(|[above, below]| divide(ratio, above, below));
            reported[index.0] = quotient.map(|value| Figure { value, origin });
        }
        for (reported, (index, _, spec)) in reported.iter_mut().zip(counts.all()) {
            *reported = reported.take().map(|Figure { value, origin }| {
                let figure = Figure::new(spec, value, origin);
                if figure.value != value && !matches!(figure.origin, Origin::Records(_)) {
                    exact.insert(index, value);
                }
                figure
            });
        }
        Self { counts: counts.clone(), all: reported, shown: BTreeMap::new(), exact }
    }

    /// Figures as they were recorded. What is declared no more, or is no number, is left out.
    pub fn recorded(counts: &Arc<Counts>, recorded: IndexMap<CountKey, Filed>) -> Self {
        let mut figures = Self::of(counts);
        for (key, Filed { value, from, .. }) in recorded {
            if let (Some(index), Ok(value)) = (counts.index(&key), value.parse()) {
                let origin = Origin::Records(from.into_iter().map(Record::Text).collect());
                figures.all[index.0] = Some(Figure { value, origin });
            }
        }
        figures
    }

    /// The counts that they are of.
    pub fn counts(&self) -> &Arc<Counts> {
        &self.counts
    }

    /// Puts a number in its place, at the scale of its count, and keeps what it was rounded from.
    pub fn set(&mut self, index: CountIndex, value: Decimal, origin: Origin) {
        if let Some(place) = self.all.get_mut(index.0) {
            let figure = Figure::new(self.counts.spec(index), value, origin);
            if figure.value == value {
                self.exact.remove(&index);
            } else {
                self.exact.insert(index, value);
            }
            *place = Some(figure);
        }
    }

    /// Says what documents print of a figure, in the measure that it is shown in.
    pub(crate) fn show(&mut self, index: CountIndex, value: Decimal) {
        self.shown.insert(index, value);
    }

    /// Takes a number from its place.
    pub fn remove(&mut self, index: CountIndex) {
        if let Some(place) = self.all.get_mut(index.0) {
            *place = None;
            self.exact.remove(&index);
        }
    }

    /// A count's figure.
    pub fn get(&self, index: CountIndex) -> Option<CountFigure<'_>> {
        let figure = self.all.get(index.0)?.as_ref()?;
        let shown = self.shown.get(&index).copied();
        Some(CountFigure::new(index, figure, &self.counts, shown, &self.exact))
    }

    /// The same, by the count's key.
    pub fn find(&self, key: &CountKey) -> Option<CountFigure<'_>> {
        self.get(self.counts.index(key)?)
    }

    /// The same, by its plugin and its name.
    pub fn named(&self, plugin: &str, name: &str) -> Option<CountFigure<'_>> {
        self.get(self.counts.find(plugin, name)?)
    }

    /// A count's number.
    pub fn value(&self, index: CountIndex) -> Option<Decimal> {
        self.get(index).map(|figure| figure.value)
    }

    /// The number that a count's figure was rounded from.
    pub fn exact(&self, index: CountIndex) -> Option<Decimal> {
        self.get(index).map(|figure| figure.exact())
    }

    /// All of them, in the order of the report.
    pub fn iter(&self) -> impl Iterator<Item = CountFigure<'_>> {
        let places = (0..self.all.len()).map(CountIndex);
        places.filter_map(|index| self.get(index))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// As they are filed.
    pub fn filed(&self) -> IndexMap<CountKey, Filed> {
        self.iter().map(|figure| (figure.key().clone(), Filed::new(figure.spec(), &figure))).collect()
    }
}

/// As records have them: by the full keys of their counts.
impl Serialize for Figures {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter().map(|figure| (figure.key(), figure)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::tests::manifest;

    fn figures(reported: &[(&str, &str)]) -> Figures {
        let manifest = manifest("online-opinion");
        let counts = Arc::new(Counts::new([&manifest], []));
        let mut values = vec![None; counts.len()];
        for (name, value) in reported {
            let origin = Origin::of(Record::Text((*name).to_owned()));
            let index = counts.find("online-opinion", name).unwrap();
            values[index.0] = Some(Figure { value: value.parse().unwrap(), origin });
        }
        Figures::derive(&counts, values)
    }

    #[test]
    fn a_rate_follows_from_its_parts() {
        let rate = |handled: &str, found: &str| {
            let figures = figures(&[("handled", handled), ("found", found)]);
            figures.named("online-opinion", "rate").map(|figure| (figure.printed(), figure.source()))
        };
        let from = |digits: &str| Some((digits.to_owned(), "handled, found".to_owned()));
        assert_eq!(rate("184", "187"), from("98.4%"));
        assert_eq!(rate("1", "16"), from("6.3%"), "half up: 6.25");
        assert_eq!(rate("3", "3"), from("100.0%"));
        assert_eq!(rate("0", "0"), None, "over 0 it does not apply");
    }

    #[test]
    fn a_figure_is_recorded_as_it_is_printed() {
        let figures = figures(&[("money", "2.5"), ("handled", "3")]);
        let text = serde_json::to_string(&figures).unwrap();
        assert_eq!(
            text,
            "{\"online-opinion/handled\":{\"value\":\"3\",\"measure\":\"条\",\"from\":[\"handled\"]},\
             \"online-opinion/money\":{\"value\":\"2.50\",\"measure\":\"\",\"from\":[\"money\"]}}"
        );
        let filed: IndexMap<CountKey, Filed> = serde_json::from_str(&text).unwrap();
        assert_eq!((serde_json::to_string(&filed).unwrap(), filed.clone()), (text.clone(), figures.filed()));
        let again = Figures::recorded(figures.counts(), filed);
        assert_eq!((serde_json::to_string(&again).unwrap(), again.len()), (text, 2));
    }
}
