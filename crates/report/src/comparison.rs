//! Figures beside earlier ones, in the words of the house style. Every number in them is a figure that can be traced.

use huibian_contract::{Aggregation, Aspect, Basis, CountKey};
use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_document::{Comparison, Figure as Printed, Inline, Part, Phrase, Piece, plain_text};
use huibian_figure::{CountFigure, Digits, Figures, growth};
use huibian_history::{Apart, Baseline, Lack, Names};
use rust_decimal::Decimal;

/// What a count came to in another period; from the year's beginning, with the periods that it lacks.
///
/// # Errors
/// T018 for a count that the unit lacks there.
pub fn value_at(basis: Basis, key: &CountKey, past: &Baseline, words: &Comparison) -> Result<Vec<Inline>> {
    let figure = past.figures(basis).and_then(|figures| figures.find(key)).ok_or_else(|| missing(key))?;
    let mut content = vec![Inline::Figure(printed(basis, figure))];
    if basis != Basis::ToDate {
        return Ok(content);
    }
    if let Some(lacking) = past.lacking.get(&figure.index) {
        content.extend(lacks(lacking, figure, words));
    }
    // What stands at the end of a period is of the units of now.
    let adds_up = figure.spec().over_time != Aggregation::Last;
    if adds_up && past.above.as_ref().is_some_and(|above| above.was_otherwise) {
        content.extend(fill(&words.as_it_was, |_| Inline::Text(String::new())));
    }
    Ok(content)
}

/// How a count differs from an earlier period.
///
/// # Errors
/// T018 for a count that the unit lacks now; that it lacks the earlier one is put into words.
pub fn change(
    basis: Basis,
    key: &CountKey,
    figures: &Figures,
    past: &Baseline,
    words: &Comparison,
) -> Result<Vec<Inline>> {
    let now = figures.find(key).ok_or_else(|| missing(key))?;
    let before = past.get(basis, now.index);
    let change = Change { basis, now, before, past, words };
    let Some(compared) = past.compared(basis) else { return Ok(change.worded()) };
    let (same, before) = (compared.now.get(now.index), compared.before.get(now.index));
    let (Some(same), Some(before)) = (same, before) else {
        return Ok(Change { before: None, ..change }.worded());
    };
    let units = compared.apart.get(&now.index).map(|apart| change.units(apart)).unwrap_or_default();
    let change = Change { now: same, before: Some(before), ..change };
    Ok(units.into_iter().chain(change.worded()).collect())
}

fn missing(key: &CountKey) -> Diagnostic {
    Diagnostic::new(Code::CountMissing).with("name", key)
}

/// A figure beside an earlier one.
struct Change<'c> {
    basis: Basis,
    now: CountFigure<'c>,
    before: Option<CountFigure<'c>>,
    past: &'c Baseline,
    words: &'c Comparison,
}

impl Change<'_> {
    fn worded(&self) -> Vec<Inline> {
        let (words, other) = (self.words, self.past.other_measure(self.basis, self.now.index));
        let Some(before) = self.before else {
            return self.fill(match other.filter(|other| !other.is_converted) {
                Some(other) if other.measure == self.now.measure() => &words.other_scale,
                Some(_) => &words.other_measure,
                None if self.past.goes_back => &words.missing,
                None => &words.first,
            });
        };
        let points = words.points.contains_key(self.now.measure());
        let phrase = match (self.now.value - before.value, before.exact()) {
            (difference, _) if difference.is_zero() => &words.equal,
            (difference, _) if points && difference.is_sign_positive() => &words.rise,
            (_, _) if points => &words.fall,
            (_, earlier) if earlier.is_zero() => &words.from_zero,
            // No rate is told of what was below nothing.
            (difference, earlier) if earlier.is_sign_negative() => {
                if difference.is_sign_positive() {
                    &words.rise
                } else {
                    &words.fall
                }
            }
            (difference, _) => match (difference.is_sign_positive(), self.growth().is_some()) {
                (true, true) => &words.increase,
                (true, false) => &words.slight_increase,
                (false, true) => &words.decrease,
                (false, false) => &words.slight_decrease,
            },
        };
        let mut said = self.fill(phrase);
        if other.is_some_and(|other| other.measure != self.now.measure()) {
            said.extend(self.fill(&words.converted));
        }
        said
    }

    /// Over which units sums are compared, where those are not the same of both times.
    fn units(&self, apart: &Apart) -> Vec<Inline> {
        let words = self.words;
        let text = |text: String| Inline::Text(text);
        let takes_all = self.past.above.as_ref().is_some_and(|above| above.takes_all);
        if !takes_all {
            let names = apart.now.and(&apart.before).told(&words.separator);
            return fill(&words.same_units, |part| match part {
                Part::Units => text(names.clone()),
                Part::Count => text(apart.both.to_string()),
                _ => self.part(part),
            });
        }
        let absent = |period: &str, names: &Names| {
            let said = fill(&words.units_absent, |part| match part {
                Part::Earlier => text(period.to_owned()),
                Part::Units => text(names.told(&words.separator)),
                _ => self.part(part),
            });
            (!names.is_empty()).then(|| plain_text(&said))
        };
        let (now, then) = (self.past.period.this(), self.past.called(self.basis));
        let absent = [absent(now, &apart.before), absent(then, &apart.now)];
        let absent = absent.into_iter().flatten().collect::<Vec<_>>().join(&words.separator);
        fill(&words.all_units, |part| match part {
            Part::Units => text(absent.clone()),
            _ => self.part(part),
        })
    }

    fn fill(&self, phrase: &Phrase) -> Vec<Inline> {
        fill(phrase, |part| self.part(part))
    }

    fn part(&self, part: Part) -> Inline {
        let text = |text: &str| Inline::Text(text.to_owned());
        match part {
            Part::Earlier => text(self.past.called(self.basis)),
            Part::Current => text(self.past.period.this()),
            // What is printed as nothing, and is something, is told in the measure of the data.
            Part::Now if self.now.shown().value().is_zero() => {
                let (digits, measure) = (self.now.digits().to_string(), self.now.measure().to_owned());
                Inline::Figure(Printed { digits, measure, ..printed(Basis::Now, self.now) })
            }
            Part::Now => Inline::Figure(printed(Basis::Now, self.now)),
            Part::Before => {
                self.figure(Aspect::Value, self.before.map(|before| before.shown().to_string()), "")
            }
            Part::Difference => {
                let (digits, measure) = self.difference().unwrap_or_default();
                let measure = self.words.points.get(measure).map_or(measure, String::as_str);
                self.figure(Aspect::Change, Some(digits), measure)
            }
            Part::Rate => self.figure(Aspect::Growth, self.growth(), "%"),
            Part::Measure => {
                let other = self.past.other_measure(self.basis, self.now.index);
                text(other.map_or("", |other| other.measure.as_str()))
            }
            Part::Periods | Part::Units | Part::Count => text(""),
        }
    }

    /// The difference, without its sign, with as many digits as the figures have and in their measure: of what is printed of both,
    /// since a reader takes one from the other. What is less than their last digit is told in the measure of the data.
    fn difference(&self) -> Option<(String, &str)> {
        let before = self.before?;
        let difference = |now: Digits, before: Digits| {
            (now.value() - before.value(), now.decimals().max(before.decimals()))
        };
        let exact = difference(self.now.digits(), before.digits());
        let printed = difference(self.now.shown(), before.shown());
        let least = Decimal::new(1, printed.1);
        let is_seen = self.now.spec().shown.as_ref().is_none_or(|shown| {
            let divide = Decimal::from(shown.divide.get());
            exact.0.abs() >= least * divide && printed.0.is_sign_negative() == exact.0.is_sign_negative()
        });
        let ((difference, digits), measure) = if is_seen && !printed.0.is_zero() {
            (printed, self.now.shown_measure())
        } else {
            (exact, self.now.measure())
        };
        Some((format!("{:.*}", digits as usize, difference.abs()), measure))
    }

    /// The difference by the earlier value, in percent; nothing where it rounds to 0.
    fn growth(&self) -> Option<String> {
        let percent = growth(self.before?.exact(), self.now.exact(), self.words.rate_scale)?.abs();
        (!percent.is_zero()).then(|| percent.normalize().to_string())
    }

    fn figure(&self, aspect: Aspect, digits: Option<String>, measure: &str) -> Inline {
        let earlier = self.before.map(|before| format!("{} {}", before.source_by("+"), before.digits()));
        let now = format!("{} {}", self.past.period, self.now.digits());
        Inline::Figure(Printed {
            key: self.now.key().clone(),
            aspect,
            basis: self.basis,
            digits: digits.unwrap_or_default(),
            measure: measure.to_owned(),
            source: earlier.into_iter().chain([now]).collect::<Vec<_>>().join(", "),
        })
    }
}

fn printed(basis: Basis, figure: CountFigure<'_>) -> Printed {
    Printed {
        key: figure.key().clone(),
        aspect: Aspect::Value,
        basis,
        digits: figure.shown().to_string(),
        measure: figure.shown_measure().to_owned(),
        source: figure.source(),
    }
}

/// What a sum over periods lacks: what was not given, what was filed in each other measure, and what before a division.
fn lacks(lacking: &[Lack], figure: CountFigure<'_>, words: &Comparison) -> Vec<Inline> {
    let told = Lack::by_reason(lacking).into_iter().flat_map(|((is_undivided, measure), lacks)| {
        let phrase = match measure {
            _ if is_undivided => &words.lacking_undivided,
            None => &words.lacking,
            Some(measure) if measure == figure.measure() => &words.lacking_scale,
            Some(_) => &words.lacking_measure,
        };
        let name = |lack: &Lack| format!("{}{}", lack.units.told(&words.separator), lack.period.short_name());
        let names: Vec<String> = lacks.into_iter().map(name).collect();
        fill(phrase, |part| {
            Inline::Text(match part {
                Part::Periods => names.join(&words.separator),
                Part::Measure => measure.unwrap_or_default().to_owned(),
                _ => String::new(),
            })
        })
    });
    told.collect()
}

fn fill(phrase: &Phrase, part: impl Fn(Part) -> Inline) -> Vec<Inline> {
    let piece = |piece: &Piece| match piece {
        Piece::Text(words) => Inline::Text(words.clone()),
        Piece::Part(found) => part(*found),
    };
    phrase.pieces().iter().map(piece).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use huibian_contract::{CountKind, CountSpec, RatioSpec};
    use huibian_document::HouseStyle;
    use huibian_figure::{Counts, Origin};
    use std::sync::Arc;

    fn spec(sign: &str) -> CountSpec {
        let name = |text: &str| text.parse().unwrap();
        match sign {
            "" => CountSpec { measure: "次".to_owned(), ..CountSpec::default() },
            "万元" => {
                let (kind, measure) = (CountKind::Decimal, "万元".to_owned());
                CountSpec { kind, measure, scale: Some(2), ..CountSpec::default() }
            }
            sign => {
                let ratio = RatioSpec { num: name("a"), den: name("b"), sign: sign.to_owned() };
                CountSpec {
                    kind: CountKind::Ratio,
                    scale: Some(1),
                    ratio: Some(ratio),
                    ..CountSpec::default()
                }
            }
        }
    }

    fn said(period: &str, basis: Basis, sign: &str, before: Option<&str>, now: &str) -> String {
        let key: CountKey = "theory-study/sessions".parse().unwrap();
        let counts = Arc::new(Counts::new([], [(key.clone(), spec(sign))]));
        let table = |value: &str| {
            let mut figures = Figures::of(&counts);
            let origin = Origin::Periods(["2023Q1".parse().unwrap()].into());
            figures.set(counts.index(&key).unwrap(), value.parse().unwrap(), origin);
            figures
        };
        let mut past = Baseline::none(period.parse().unwrap());
        past.goes_back = before != Some("never");
        let before = before.filter(|before| *before != "never").map(table).unwrap_or_default();
        match basis {
            Basis::LastYear => past.last_year = before,
            _ => past.previous = before,
        }
        let figures = table(now);
        let style = HouseStyle::parse(include_str!("../../../templates/styles/gbt9704.toml")).unwrap();
        plain_text(&change(basis, &key, &figures, &past, &style.comparison).unwrap())
    }

    #[test]
    fn every_kind_of_change_reads_right() {
        let previous = |sign, before, now| said("2023Q2", Basis::Previous, sign, before, now);
        for (sign, before, now, words) in [
            ("", Some("10"), "12", "较上季度增加2次，增长20%"),
            ("", Some("3"), "4", "较上季度增加1次，增长33.3%"),
            ("", Some("16"), "17", "较上季度增加1次，增长6.3%"),
            ("", Some("1"), "3", "较上季度增加2次，增长200%"),
            ("", Some("10000"), "10001", "较上季度增加1次"),
            ("", Some("10"), "8", "较上季度减少2次，下降20%"),
            ("", Some("3"), "0", "较上季度减少3次，下降100%"),
            ("", Some("10000"), "9999", "较上季度减少1次"),
            ("", Some("3"), "3", "与上季度持平"),
            ("", Some("0"), "0", "与上季度持平"),
            ("", Some("0"), "3", "上季度为0，本季度为3次"),
            ("", Some("never"), "3", "首次填报"),
            ("", None, "3", "上季度无可比数据"),
            ("万元", Some("1.20"), "1.50", "较上季度增加0.30万元，增长25%"),
            ("%", Some("97.2"), "98.4", "较上季度提高1.2个百分点"),
            ("%", Some("98.4"), "97.2", "较上季度下降1.2个百分点"),
            ("%", Some("0"), "97.2", "较上季度提高97.2个百分点"),
            ("%", Some("98.4"), "98.4", "与上季度持平"),
            ("‰", Some("1.0"), "1.5", "较上季度提高0.5个千分点"),
        ] {
            assert_eq!(previous(sign, before, now), words, "{before:?} {now}");
        }
        for (period, basis, words) in [
            ("2023-06", Basis::Previous, "较上月增加1次，增长50%"),
            ("2023", Basis::Previous, "较上年度增加1次，增长50%"),
            ("2023H2", Basis::Previous, "较上半年增加1次，增长50%"),
            ("2023Q2", Basis::LastYear, "较上年同期增加1次，增长50%"),
            ("2023", Basis::LastYear, "较上年度增加1次，增长50%"),
        ] {
            assert_eq!(said(period, basis, "", Some("2"), "3"), words);
        }
    }
}
