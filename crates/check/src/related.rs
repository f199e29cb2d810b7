//! Built in: counts that their names relate. 林业资金支付 is no more than 林业资金安排 where it never was, and no quarter's
//! 畜禽防疫 is more than 今年以来畜禽防疫, which is the one before and this quarter's.

use std::collections::{BTreeMap, HashMap};

use huibian_contract::{Aggregation, CountSpec, Name, PluginManifest, Severity};
use huibian_diagnostic::{Code, Diagnostic};
use huibian_figure::{CountFigure, CountIndex, Counts, Figures};
use huibian_history::Baseline;
use huibian_unit::Locations;
use rust_decimal::Decimal;

use crate::origin;

/// What a count of the year so far is called, before or behind the name of the count that it adds up.
const TO_DATE: [&str; 8] =
    ["今年以来", "年初以来", "年初至今", "今年累计", "本年累计", "全年累计", "年度累计", "累计"];
/// Words of all there was, and of what became of some of it.
#[rustfmt::skip]
const WHOLES: [&str; 25] = [
    "安排", "下达", "预算", "到位", "受理", "接收", "收到", "接到", "登记", "发现", "查出", "排查", "抽检", "检测", "送检", "参训", "报名", "核查",
    "收集", "征集", "送修", "检修", "应到", "应收", "计划",
];
#[rustfmt::skip]
const PARTS: [&str; 24] = [
    "支付", "拨付", "使用", "支出", "兑付", "办结", "答复", "回复", "整改", "处置", "化解", "合格", "取证", "结业", "成活", "落实", "采纳", "修复",
    "实到", "实收", "解决", "销号", "处理", "完成",
];

/// Counts that are some of others by their names, found once for all units.
#[derive(Debug)]
pub struct Related(Vec<Relation>);

/// A count that is no more than another one.
#[derive(Debug)]
struct Relation {
    part: CountIndex,
    whole: CountIndex,
    /// Whether the part is what the whole adds up in the year; it held in every period before where it is not.
    is_to_date: bool,
}

impl Related {
    /// Those among the counts of each plugin, but for what a rule of the plugin holds against each other.
    pub fn new<'m>(manifests: impl IntoIterator<Item = &'m PluginManifest>, counts: &Counts) -> Self {
        let mut related = Vec::new();
        for manifest in manifests {
            let wholes = Wholes::among(counts.of(&manifest.id).map(|(_, _, spec)| spec));
            let all: Vec<_> = counts.of(&manifest.id).collect();
            for (part, name, spec) in all.iter().filter(|(_, _, spec)| spec.ratio.is_none()) {
                for (at, is_to_date) in wholes.of(spec) {
                    let (whole, whole_name, whole_spec) = &all[at];
                    let is_other = part != whole && spec.measure == whole_spec.measure;
                    if is_other && (is_to_date || !is_declared(manifest, [name, whole_name])) {
                        related.push(Relation { part: *part, whole: *whole, is_to_date });
                    }
                }
            }
        }
        Self(related)
    }

    /// Counts of a unit that are more than what they are some of.
    pub fn findings(&self, figures: &Figures, earlier: &Baseline, places: &Locations) -> Vec<Diagnostic> {
        let told = self.0.iter().filter_map(|relation| {
            let (part, whole) = (figures.get(relation.part)?, figures.get(relation.whole)?);
            if whole.value < part.value && (relation.is_to_date || relation.always_held(earlier)) {
                return Some(exceeds(&part, &whole, figures, places));
            }
            let told = relation.differing_sum(&part, &whole, earlier)?;
            Some(differs(&part, &whole, told, figures, places))
        });
        told.collect()
    }
}

impl Relation {
    /// Whether it held in the periods before, as far as they are known, and in one of them.
    fn always_held(&self, earlier: &Baseline) -> bool {
        let held = |figures: &Figures| Some(figures.get(self.part)?.value <= figures.get(self.whole)?.value);
        let known = [held(&earlier.previous), held(&earlier.last_year)];
        known.contains(&Some(true)) && !known.contains(&Some(false))
    }

    /// What the year so far comes to by the period before and this one, where that is another number; and how: as in the year's
    /// first period, as their sum, or as the most or the least that what is counted once a year can come to.
    fn differing_sum(
        &self,
        part: &CountFigure<'_>,
        whole: &CountFigure<'_>,
        earlier: &Baseline,
    ) -> Option<(Decimal, &'static str)> {
        // Above units the sets of two periods may differ; each unit's own is held.
        let is_of_year = self.is_to_date && whole.spec().label.contains('年') && earlier.above.is_none();
        let period = Some(earlier.period).filter(|_| is_of_year)?;
        let is_first = period.previous().is_none_or(|before| before.year() != period.year());
        let before = if is_first { Decimal::ZERO } else { earlier.previous.get(self.whole)?.value };
        let sum = before.checked_add(part.value)?;
        let least = Decimal::new(1, sum.scale().max(whole.value.scale()));
        let is_rounded = least < Decimal::ONE && (sum - whole.value).abs() <= least;
        // Earlier periods may have been put right since.
        let is_put_right = earlier.to_date.get(self.part).is_some_and(|it| it.value == whole.value);
        let (found, reason) = match is_first {
            true => (sum, "first"),
            false if !may_count_each_once(part.spec()) => (sum, "sum"),
            false if whole.value < before => (before, "least"),
            false if whole.value > sum => (sum, "most"),
            false => return None,
        };
        (sum != whole.value && !is_rounded && !is_put_right).then_some((found, reason))
    }
}

/// Whether a count may have each thing once in a period, and once in a year: of households that were visited twice in a year, by
/// their measure, there is one. What is new is so once.
fn may_count_each_once(part: &CountSpec) -> bool {
    const THINGS: [&str; 11] = ["户", "家", "人", "名", "位", "个", "所", "村", "座", "辆", "栋"];
    THINGS.contains(&part.measure.as_str()) && !part.label.contains("新增")
}

fn differs(
    part: &CountFigure<'_>,
    whole: &CountFigure<'_>,
    (found, reason): (Decimal, &str),
    figures: &Figures,
    places: &Locations,
) -> Diagnostic {
    let told = Diagnostic::new(Code::ToDateDiffers)
        .with("key", whole.key())
        .with("label", &whole.spec().label)
        .with_digits("now", whole.digits())
        .with("measure", whole.measure())
        .with("part", &part.spec().label)
        .with("reason", reason)
        .with_digits("found", found.normalize());
    at_origin(told, whole, figures, places)
}

fn exceeds(
    part: &CountFigure<'_>,
    whole: &CountFigure<'_>,
    figures: &Figures,
    places: &Locations,
) -> Diagnostic {
    let found = Diagnostic::new(Code::CountExceeds)
        .with("key", part.key())
        .with("label", &part.spec().label)
        .with_digits("now", part.digits())
        .with("measure", part.measure())
        .with("whole", &whole.spec().label)
        .with_digits("found", whole.digits());
    at_origin(found, part, figures, places)
}

/// A remark on a figure, where its data stand.
fn at_origin(
    found: Diagnostic,
    figure: &CountFigure<'_>,
    figures: &Figures,
    places: &Locations,
) -> Diagnostic {
    let found = found.weighing(Severity::Warning);
    match origin::of(figure.key().name.as_str(), &figure.key().plugin, figures, places) {
        Some(place) => found.at(place),
        None => found,
    }
}

/// Counts by what others may be some of, so that not every two of them are held against each other.
#[derive(Default)]
struct Wholes<'c> {
    /// By what they add up in the year.
    to_date: HashMap<&'c str, Vec<usize>>,
    /// By what they are all of: 林业资金 for 林业资金安排, and what they are called.
    all_of: HashMap<&'c str, Vec<usize>>,
}

impl<'c> Wholes<'c> {
    fn among(counts: impl Iterator<Item = &'c CountSpec>) -> Self {
        let mut wholes = Self::default();
        for (at, label) in counts.map(|spec| spec.label.as_str()).enumerate() {
            let added_up = TO_DATE.iter().find_map(|word| without(label, word).next());
            added_up.into_iter().for_each(|name| wholes.to_date.entry(name).or_default().push(at));
            let names = WHOLES.iter().flat_map(|word| without(label, word)).chain([label]);
            names.for_each(|name| wholes.all_of.entry(name).or_default().push(at));
        }
        wholes
    }

    /// Those, by their places, that one is some of by its name: 林业资金支付 of 林业资金安排, 办结投诉举报 of 投诉举报; each
    /// with whether it adds it up in the year.
    fn of(&self, part: &CountSpec) -> BTreeMap<usize, bool> {
        let label = part.label.as_str();
        let some_of = PARTS.iter().find_map(|word| without(label, word).next());
        let some_of = some_of.filter(|name| name.chars().count() > 1);
        let all = some_of.and_then(|name| self.all_of.get(name)).into_iter().flatten();
        let to_date = self.to_date.get(label).filter(|_| matches!(part.over_time, Aggregation::Sum));
        let to_date = to_date.into_iter().flatten();
        all.map(|at| (*at, false)).chain(to_date.map(|at| (*at, true))).collect()
    }
}

/// A name without a word that it begins with, and without one that it ends in.
fn without<'n>(name: &'n str, word: &str) -> impl Iterator<Item = &'n str> + use<'n> {
    name.strip_prefix(word).into_iter().chain(name.strip_suffix(word))
}

/// Whether a rule of the plugin holds the two against each other.
fn is_declared(manifest: &PluginManifest, names: [&Name; 2]) -> bool {
    let is_named = |rule: &str| {
        names.iter().all(|name| {
            rule.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '-')
                .any(|word| word == name.as_str())
        })
    };
    manifest.checks.values().any(|check| check.rule.as_deref().is_some_and(is_named))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_some_of(part: &CountSpec, whole: &CountSpec) -> Option<bool> {
        Wholes::among([whole].into_iter()).of(part).get(&0).copied()
    }

    fn spec(label: &str) -> CountSpec {
        CountSpec { label: label.to_owned(), ..CountSpec::default() }
    }

    #[test]
    fn names_say_what_is_some_of_what() {
        for (part, whole, is) in [
            ("林业资金支付", "林业资金安排", true),
            ("办结投诉举报", "投诉举报", true),
            ("办结办件", "受理办件", true),
            ("修复农机", "送修农机", true),
            ("抽检合格", "抽检", true),
            ("林业资金安排", "林业资金支付", false),
            ("农机补贴", "农业保险", false),
            ("整改问题", "发现隐患", false),
        ] {
            assert_eq!(is_some_of(&spec(part), &spec(whole)), is.then_some(false), "{part} {whole}");
        }
    }

    #[test]
    fn names_say_what_is_the_year_of_what() {
        for (part, whole, is) in [
            ("畜禽防疫", "今年以来畜禽防疫", true),
            ("畜禽防疫", "畜禽防疫累计", true),
            ("防疫", "今年以来畜禽防疫", false),
            ("今年以来畜禽防疫", "畜禽防疫", false),
        ] {
            assert_eq!(is_some_of(&spec(part), &spec(whole)), is.then_some(true), "{part} {whole}");
        }
    }
}
