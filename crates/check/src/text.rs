//! Built in: what free text says that the rest of the report does not: another unit's name, another period's date, a
//! number that is not the count's.

use std::ops::Range;

use huibian_contract::{CountKey, FieldSpec, FieldType, Period, PluginManifest, Severity, UnitIdentity};
use huibian_diagnostic::{Code, Diagnostic, FieldKey, Place};
use huibian_figure::FigureTable;
use huibian_unit::{Places, UnitNames};
use jiff::civil::Date;
use regex::Regex;
use rust_decimal::{Decimal, RoundingStrategy};
use serde_json::{Map, Value};

/// How far from a count's label its number may stand, in characters.
const NEAR: usize = 10;
/// Words that make a clause a plan: its numbers are not this period's.
const PLANS: [&str; 12] =
    ["计划", "打算", "拟", "力争", "确保", "不少于", "至少", "每", "下季度", "下月", "下半年", "目标"];
/// Words beside a period that is meant.
const BEFORE: [&str; 6] = ["较", "比", "与", "同", "和", "自"];
const AFTER: [&str; 6] = ["相比", "以来", "情况", "的", "起", "前"];

/// Reads free text for what does not belong there.
pub struct TextCheck {
    dates: Option<Regex>,
    number: Option<Regex>,
}

impl Default for TextCheck {
    fn default() -> Self {
        let dates = "(?:([0-9]{4})年)?(?:第?([一二三四1-4])季度|([0-9]{1,2})月(?:([0-9]{1,2})日)?)";
        Self { dates: Regex::new(dates).ok(), number: Regex::new("[0-9]+(?:\\.[0-9]+)?").ok() }
    }
}

/// Whose text it is.
#[derive(Clone, Copy)]
pub struct TextOwner<'a> {
    /// The unit.
    pub identity: &'a UnitIdentity,
    /// Whom its report is addressed to.
    pub recipients: &'a [String],
    /// The report's period.
    pub period: Period,
    /// Every unit's name.
    pub names: &'a UnitNames,
    /// Where fields stand.
    pub places: &'a Places,
}

impl TextCheck {
    /// What is odd about the texts that a unit gave one plugin.
    pub fn findings(
        &self,
        speaker: TextOwner<'_>,
        manifest: &PluginManifest,
        fields: &Map<String, Value>,
        figures: &FigureTable,
    ) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for (name, spec) in &manifest.fields {
            let place = speaker.places.of(&manifest.id, name.as_str());
            for text in texts(spec, fields.get(name.as_str())) {
                let mut say = |span: Range<usize>, found: Diagnostic| {
                    let found =
                        found.with("field", FieldKey::new(&manifest.id, name)).with("label", &spec.label);
                    let found = found.weighing(Severity::Warning);
                    findings.push(match place {
                        Some(place) => found.at(inside(place, text, span)),
                        None => found,
                    });
                };
                for (span, other) in speaker.names.in_text(text, speaker.identity.name.as_str()) {
                    if !speaker.recipients.iter().any(|recipient| recipient == other) {
                        say(span, Diagnostic::new(Code::TextOfOtherUnit).with("unit", other));
                    }
                }
                for span in self.earlier_dates(text, speaker.period) {
                    let found = Diagnostic::new(Code::TextOfOtherPeriod).with("said", &text[span.clone()]);
                    say(span, found.with("period", speaker.period));
                }
                for (span, found) in self.numbers(text, manifest, figures) {
                    say(span, found);
                }
            }
        }
        findings
    }

    /// Days and periods in a text that lie in the period before, or in the same one a year earlier.
    fn earlier_dates(&self, text: &str, period: Period) -> Vec<Range<usize>> {
        let Some(dates) = self.dates.as_ref().filter(|_| text.contains('月') || text.contains('季')) else {
            return Vec::new();
        };
        let past = [period.previous(), period.last_year()];
        let mut found = Vec::new();
        for mention in dates.captures_iter(text) {
            let Some(whole) = mention.get(0) else { continue };
            let number = |group: usize| mention.get(group).and_then(|part| digit(part.as_str()));
            let year = number(1);
            let day = match (number(2), number(3), number(4)) {
                (Some(quarter), ..) => Date::new(year.unwrap_or(period.year()), as_i8(quarter * 3), 1),
                (None, Some(month), day) if year.is_some() || day.is_some() => {
                    Date::new(year.unwrap_or(period.year()), as_i8(month), as_i8(day.unwrap_or(1)))
                }
                _ => continue,
            };
            let is_past = day.is_ok_and(|day| past.into_iter().flatten().any(|past| past.contains(day)));
            let (before, after) = (&text[..whole.start()], &text[whole.end()..]);
            let is_meant = BEFORE.iter().any(|word| before.ends_with(word))
                || AFTER.iter().any(|word| after.starts_with(word));
            if is_past && !is_meant {
                found.push(whole.range());
            }
        }
        found
    }

    /// Numbers beside a count's label that are not the count's; where there is no such count, that differ.
    fn numbers(
        &self,
        text: &str,
        manifest: &PluginManifest,
        figures: &FigureTable,
    ) -> Vec<(Range<usize>, Diagnostic)> {
        let mut found = Vec::new();
        let Some(number) = self.number.as_ref().filter(|_| has_digit(text)) else {
            return found;
        };
        let measured: Vec<&str> = number.find_iter(text).map(|number| &text[number.end()..]).collect();
        let is_measured = |measure: &str| measured.iter().any(|after| after.starts_with(measure));
        for (name, spec) in &manifest.counts {
            let measure = spec.ratio.as_ref().map_or(spec.measure.as_str(), |ratio| ratio.sign.as_str());
            let label = spec.label.as_str();
            if label.is_empty() || measure.is_empty() || !is_measured(measure) || !text.contains(label) {
                continue;
            }
            let others = manifest.counts.values().map(|spec| spec.label.as_str());
            let longer: Vec<&str> = others
                .filter(|other| other.len() > spec.label.len() && other.contains(&spec.label))
                .collect();
            let stated = self.beside(text, &spec.label, &longer, measure);
            let key = CountKey { plugin: manifest.id.clone(), name: name.clone() };
            if let Some(figure) = figures.get(&key) {
                let sum: Option<Decimal> =
                    stated.iter().try_fold(Decimal::ZERO, |sum, (_, value)| sum.checked_add(*value));
                // A text may tell the parts of a count one by one.
                let are_parts = stated.len() > 1 && sum == Some(figure.value);
                let differing =
                    stated.into_iter().filter(|(_, value)| !are_parts && !agrees(figure.value, *value));
                found.extend(differing.map(|(span, value)| {
                    let differs = Diagnostic::new(Code::NumberDiffers).with("key", &key).with("count", label);
                    let differs = differs.with_digits("said", value).with_digits("found", &figure.digits);
                    (span, differs.with("measure", measure))
                }));
            } else if let Some((_, first)) = stated.first()
                && let Some((span, other)) = stated.iter().find(|(_, value)| value != first)
            {
                let differ = Diagnostic::new(Code::NumbersDiffer).with("key", key).with("count", label);
                let differ = differ.with_digits("first", first).with_digits("second", other);
                found.push((span.clone(), differ.with("measure", measure)));
            }
        }
        found
    }

    /// The numbers with their measure word in the clauses where a label stands, near it on either side. Inside one of
    /// the `longer` labels it is not the one that is meant.
    fn beside(
        &self,
        text: &str,
        label: &str,
        longer: &[&str],
        measure: &str,
    ) -> Vec<(Range<usize>, Decimal)> {
        let Some(number) = &self.number else { return Vec::new() };
        let mut found = Vec::new();
        for clause in clauses(text) {
            let words = &text[clause.clone()];
            if PLANS.iter().any(|plan| words.contains(plan)) {
                continue;
            }
            for (at, _) in words.match_indices(label) {
                let label = at..at + label.len();
                let is_within =
                    |(at, longer): (usize, &str)| at <= label.start && label.end <= at + longer.len();
                if longer.iter().any(|longer| words.match_indices(longer).any(is_within)) {
                    continue;
                }
                let beside = number.find_iter(words).filter(|number| {
                    let between = if number.end() <= label.start {
                        words.get(number.end()..label.start)
                    } else {
                        words.get(label.end..number.start())
                    };
                    words[number.end()..].starts_with(measure)
                        && between.is_some_and(|between| between.chars().count() <= NEAR)
                });
                // Of numbers on both sides the one that follows is meant.
                let near: Vec<_> = beside.collect();
                let near = near.iter().find(|near| near.start() >= label.end).or_else(|| near.last());
                if let Some(near) = near
                    && let Ok(value) = near.as_str().parse::<Decimal>()
                {
                    let start = clause.start + near.start();
                    found.push((start..start + near.len() + measure.len(), value));
                }
            }
        }
        found
    }
}

/// Whether there is a digit in a text. All of it is looked at, sixteen bytes at a time, which is faster than stopping at one.
fn has_digit(text: &str) -> bool {
    text.bytes().fold(false, |found, byte| found | byte.is_ascii_digit())
}

/// A number that was rounded further than the figure says the same.
fn agrees(figure: Decimal, stated: Decimal) -> bool {
    figure.round_dp_with_strategy(stated.scale(), RoundingStrategy::MidpointAwayFromZero) == stated
}

/// A text cut where numbers stop belonging to what stands before.
fn clauses(text: &str) -> Vec<Range<usize>> {
    let mut clauses = Vec::new();
    let mut start = 0;
    for (at, mark) in text.match_indices(['，', '。', '；', '！', '？', '、', '\n']) {
        clauses.push(start..at);
        start = at + mark.len();
    }
    clauses.push(start..text.len());
    clauses
}

/// The texts of a field of free text.
pub fn texts<'f>(spec: &FieldSpec, value: Option<&'f Value>) -> Vec<&'f str> {
    match (spec.kind, value) {
        (FieldType::Text, Some(Value::String(text))) => vec![text],
        (FieldType::Texts, Some(Value::Array(texts))) => texts.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Where a part of a text stands; only a text that stands as it was read has a more exact place than its field.
fn inside(place: &Place, text: &str, span: Range<usize>) -> Place {
    place.inside(text, span)
}

fn digit(text: &str) -> Option<i16> {
    match text {
        "一" => Some(1),
        "二" => Some(2),
        "三" => Some(3),
        "四" => Some(4),
        digits => digits.parse().ok(),
    }
}

fn as_i8(number: i16) -> i8 {
    i8::try_from(number).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_the_period_before_are_found_and_those_that_are_meant_are_not() {
        let check = TextCheck::default();
        let found = |text: &str| {
            let spans = check.earlier_dates(text, "2023Q2".parse().unwrap());
            spans.iter().map(|span| text[span.clone()].to_owned()).collect::<Vec<_>>().join(" ")
        };
        for (text, dates) in [
            ("第一季度，组织学习", "第一季度"),
            ("2023年一季度组织学习", "2023年一季度"),
            ("2022年第二季度组织学习", "2022年第二季度"),
            ("3月15日召开会议", "3月15日"),
            ("2023年3月召开会议", "2023年3月"),
            ("与第一季度相比有所增加", ""),
            ("较2023年一季度增加", ""),
            ("第一季度情况分析", ""),
            ("第二季度，5月10日召开会议，第三季度继续", ""),
            ("自2023年3月1日起施行", ""),
            ("按2021年5月的方案执行，1月至6月", ""),
        ] {
            assert_eq!(found(text), dates, "{text}");
        }
    }

    #[test]
    fn numbers_beside_a_label_are_its_own() {
        let check = TextCheck::default();
        let found = |text: &str| {
            let found = check.beside(text, "网评员", &["专职网评员"], "名");
            found.iter().map(|(span, value)| format!("{value}:{}", &text[span.clone()])).collect::<Vec<_>>()
        };
        assert_eq!(found("现有网评员9名，其中党员3名"), ["9:9名"]);
        assert_eq!(found("配备8名网评员。另有网评员队伍共12名"), ["8:8名", "12:12名"]);
        assert_eq!(found("计划新增网评员2名，网评员均为兼职，开展培训3次"), Vec::<String>::new());
        assert_eq!(found("网评员每人每月上报3名"), Vec::<String>::new());
        assert_eq!(found("专职网评员2名"), Vec::<String>::new());
    }
}
