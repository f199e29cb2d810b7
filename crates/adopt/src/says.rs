//! What stands in a template for each field: how it is asked for, and whether that comes to what the reports say.

use huibian_contract::Period;

use crate::label;
use crate::plan::{Field, FieldKind, Plan};
use crate::swing::Swing;
use huibian_sample::time::{DayForm, PeriodForm, Which};
use huibian_sample::token::{day, value};

/// The plugin that holds the fields.
pub const PLUGIN: &str = "report";

/// Parts that a sum has at most.
const MOST_PARTS: usize = 6;
/// How many fields off the figures of a rate are looked for.
const NEAR: usize = 60;

/// How a field is had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Had {
    /// The program knows it: what is written for it.
    Known(String),
    /// A count: digits behind the point, the measure word that it is printed with.
    Count(usize, String),
    /// A ratio of two other figures, with its digits and sign.
    Ratio(usize, usize, usize, String),
    /// The sum of other figures, with its digits and the measure word that it is printed with.
    Sum(Vec<usize>, usize, String),
    /// A change that units fill in as a number.
    Swing(Swing),
    /// A day that units fill in, and the helper that writes it.
    Day(&'static str),
    /// Words that units fill in.
    Text,
    /// A list that units fill in, and what stands between its items where that is not 、.
    Texts(String),
    /// Rows that units fill in.
    Rows,
}

/// How every field of a plan is had.
pub fn had(plan: &Plan) -> Vec<Had> {
    (0..plan.fields.len()).map(|field| of(plan, field)).collect()
}

fn of(plan: &Plan, number: usize) -> Had {
    let field = &plan.fields[number];
    match &field.kind {
        FieldKind::Unit => Had::Known(unit(plan, field)),
        FieldKind::Period(which, form) => period(plan, field, *which, *form).map_or(Had::Text, Had::Known),
        FieldKind::Day(form) => a_day(plan, field, *form),
        FieldKind::Figure if field.measure == "‰" => {
            rate(plan, number).or_else(|| figure(plan, number)).unwrap_or(Had::Text)
        }
        FieldKind::Figure => sum(plan, number).or_else(|| figure(plan, number)).unwrap_or(Had::Text),
        FieldKind::Rate => rate(plan, number).or_else(|| figure(plan, number)).unwrap_or(Had::Text),
        FieldKind::List(joiner) => {
            let is_listed = joiner == "、" || joiner.is_empty();
            Had::Texts(if is_listed { String::new() } else { joiner.clone() })
        }
        FieldKind::Comparison => Swing::of(plan, number).map_or(Had::Text, Had::Swing),
        FieldKind::Text => Had::Text,
        FieldKind::Rows => Had::Rows,
    }
}

/// What reports have of a field, with the report's period.
fn told<'p>(plan: &'p Plan, field: &'p Field) -> impl Iterator<Item = (&'p str, Option<Period>, usize)> {
    let texts = field.texts.iter().enumerate();
    texts.filter_map(|(report, text)| Some((text.as_deref()?, plan.reports[report].own.period, report)))
}

/// The unit's name, with the end that tables leave out.
fn unit(plan: &Plan, field: &Field) -> String {
    let ends = |rest: &str| {
        if rest.is_empty() { "unit.name".to_owned() } else { format!("unit.name}}}}{rest}{{{{") }
    };
    if let Some((unit, short)) =
        plan.reports.iter().find_map(|report| Some((report.own.unit.as_deref()?, report.short.as_deref()?)))
    {
        return ends(&unit[short.len()..]);
    }
    // A form with （  ）镇 is filled with 云溪 where the tables say that, and with 云溪镇.
    let mark = field.texts.first().and_then(Option::as_deref).unwrap_or_default();
    let place = mark.trim_start_matches(|c: char| !c.is_alphabetic() || c.is_ascii_alphabetic());
    let rows = || plan.tables.iter().flat_map(|table| &table.rows);
    let is_short = plan.mode == crate::plan::Mode::Marks
        && !place.is_empty()
        && mark.len() > place.len()
        && !place.contains(['）', '】', ')', ']'])
        && rows().next().is_some()
        && rows().all(|(unit, _)| !unit.ends_with(|last| place.ends_with(last)));
    ends(if is_short { place } else { "" })
}

fn period(plan: &Plan, field: &Field, which: Which, form: PeriodForm) -> Option<String> {
    type Written = fn(Period) -> Option<String>;
    let ways: &[(&str, Written)] = &[
        ("period.name", |period| Some(period.name())),
        ("period.plain", |period| Some(period.plain_name())),
        ("period.months", |period| Some(period.months_name())),
        ("period.name}}份{{", |period| Some(format!("{}份", period.name()))),
        ("period.short}}份{{", |period| Some(format!("{}份", period.short_name()))),
        ("period.year}}年{{", |period| Some(format!("{}年", period.year()))),
        ("period.year", |period| Some(period.year().to_string())),
        ("period.short", |period| Some(period.short_name())),
        ("period.plain_short", |period| Some(period.plain_short_name())),
        ("period.next_plain", |period| Some(period.following()?.plain_short_name())),
        ("period.next_short", |period| Some(period.following()?.short_name())),
        ("period.next", |period| Some(period.next().to_owned())),
    ];
    let fits = |written: &Written| {
        told(plan, field).all(|(text, period, _)| period.and_then(written).as_deref() == Some(text))
    };
    if plan.mode == crate::plan::Mode::Marks {
        let way = match (which, form) {
            (Which::This, PeriodForm::Full) => "period.name",
            (Which::This, PeriodForm::Short) => "period.short",
            (Which::This, PeriodForm::Year) => "period.year",
            _ => "period.next_short",
        };
        return Some(way.to_owned());
    }
    ways.iter().find(|(_, written)| fits(written)).map(|(way, _)| (*way).to_owned())
}

fn a_day(plan: &Plan, field: &Field, form: DayForm) -> Had {
    let is_marked = plan.mode == crate::plan::Mode::Marks;
    let helper = match form {
        DayForm::Full => "date",
        DayForm::Short => "month_day",
        DayForm::Hanzi => "date hanzi",
        DayForm::ShortHanzi => "month_day hanzi",
        _ if is_marked => "date",
        _ => return Had::Text,
    };
    let date = |text: &str, report: usize| day(text, &plan.reports[report].own);
    let written = |date: jiff::civil::Date| match form {
        DayForm::Short => format!("{}月{}日", date.month(), date.day()),
        DayForm::Hanzi | DayForm::ShortHanzi => in_hanzi(date, form == DayForm::Hanzi),
        _ => format!("{}年{}月{}日", date.year(), date.month(), date.day()),
    };
    let is_plain =
        told(plan, field).all(|(text, _, report)| date(text, report).map(written).as_deref() == Some(text));
    if is_marked {
        let is_end = field.label.ends_with("日期") || field.context.1.is_empty();
        return if is_end { Had::Known("date document.date".to_owned()) } else { Had::Day(helper) };
    }
    if !is_plain {
        return Had::Text;
    }
    let ends = told(plan, field).all(|(text, period, report)| date(text, report) == period.map(Period::end));
    if ends {
        return Had::Known(asked(helper, "period.end"));
    }
    let signed = told(plan, field).all(|(text, period, report)| {
        date(text, report).is_some() && date(text, report) == document_date(plan, period)
    });
    if signed { Had::Known(asked(helper, "document.date")) } else { Had::Day(helper) }
}

/// What a helper of days is given: `date period.end`, `date period.end "hanzi"`.
pub fn asked(helper: &str, value: &str) -> String {
    match helper.strip_suffix(" hanzi") {
        Some(helper) => format!("{helper} {value} \"hanzi\""),
        None => format!("{helper} {value}"),
    }
}

/// A day in hanzi: 二〇二四年一月九日.
fn in_hanzi(date: jiff::civil::Date, is_full: bool) -> String {
    const DIGITS: [&str; 10] = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |number: i16| DIGITS[usize::try_from(number % 10).unwrap_or(0)];
    let small = |number: i8| {
        let tens = match number / 10 {
            0 => String::new(),
            1 => "十".to_owned(),
            tens => format!("{}十", digit(tens.into())),
        };
        tens + if number % 10 == 0 { "" } else { digit(i16::from(number)) }
    };
    let year = date.year();
    let year = [year / 1000, year / 100, year / 10, year].map(digit).concat();
    let day = format!("{}月{}日", small(date.month()), small(date.day()));
    if is_full { format!("{year}年{day}") } else { day }
}

/// The day that the reports of a period bear, where it is one.
pub fn document_date(plan: &Plan, period: Option<Period>) -> Option<jiff::civil::Date> {
    let is_last = |field: &&Field| matches!(field.kind, FieldKind::Day(_)) && field.label == label::SIGNED;
    let field = plan.fields.iter().rev().find(is_last)?;
    let mut days = field.texts.iter().zip(&plan.reports).filter(|(_, report)| report.own.period == period);
    let first = days.next().and_then(|(text, report)| day(text.as_deref()?, &report.own))?;
    let same = |(text, report): (&Option<String>, &crate::plan::Source)| {
        text.as_deref().is_none_or(|text| day(text, &report.own) == Some(first))
    };
    days.all(same).then_some(first)
}

/// A count, where its digits are always as many and nothing groups them.
fn figure(plan: &Plan, number: usize) -> Option<Had> {
    let field = &plan.fields[number];
    let digits = |text: &str| text.split_once('.').map_or(0, |(_, digits)| digits.len());
    let mut all = field.texts.iter().flatten().filter(|text| value(text).is_some());
    let in_columns = plan.columns(number).map(|column| column.digits).max().unwrap_or(0);
    let first = all.next().map_or(in_columns, |text| digits(text));
    let is_plain = field.texts.iter().flatten().all(|text| {
        let is_number = text.chars().all(|c| c.is_ascii_digit() || c == '.') && value(text).is_some();
        is_number
            && digits(text) == first
            && (text.len() == 1 || !text.starts_with('0') || text.starts_with("0."))
            || value(text).is_none() && !text.chars().any(|c| c.is_ascii_digit())
    });
    let measure = if field.is_measured { field.measure.clone() } else { String::new() };
    is_plain.then_some(Had::Count(first, measure))
}

/// A figure that no column has, and that is the sum of figures which columns have.
fn sum(plan: &Plan, number: usize) -> Option<Had> {
    if plan.tables.is_empty() || plan.columns(number).next().is_some() {
        return None;
    }
    let Had::Count(digits, measure) = figure(plan, number)? else { return None };
    let parts = parts(plan, number)?;
    let is_filled_in = |part: &usize| plan.columns(*part).next().is_some();
    parts.iter().all(is_filled_in).then_some(Had::Sum(parts, digits, measure))
}

/// Figures in one measure, told one behind the other right before or behind a figure, which is their sum in all of several reports.
pub fn parts(plan: &Plan, number: usize) -> Option<Vec<usize>> {
    let whole = &plan.fields[number];
    let is_part = |field: usize| {
        let own = &plan.fields[field];
        own.kind == FieldKind::Figure
            && own.measure == whole.measure
            && matches!(figure(plan, field), Some(Had::Count(..)))
    };
    let value = |field: usize, report: usize| plan.fields[field].texts[report].as_deref().and_then(value);
    let holds = |parts: &[usize]| {
        let mut sums: Vec<f64> = Vec::new();
        for report in 0..plan.reports.len() {
            let Some(whole) = value(number, report) else { continue };
            let Some(parts) = parts.iter().map(|part| value(*part, report)).collect::<Option<Vec<f64>>>()
            else {
                return false;
            };
            // A sum of which all but one part are nothing says nothing.
            if parts.iter().filter(|part| **part > 0.0).count() < 2
                || (parts.iter().sum::<f64>() - whole).abs() > 1e-6
            {
                return false;
            }
            sums.push(whole);
        }
        sums.sort_by(f64::total_cmp);
        sums.dedup();
        sums.len() > 1
    };
    (2..=MOST_PARTS).rev().find_map(|count| {
        let behind: Vec<usize> = (number + 1..plan.fields.len()).take(count).collect();
        let before: Vec<usize> = (number.saturating_sub(count)..number).collect();
        [behind, before]
            .into_iter()
            .find(|parts| parts.len() == count && parts.iter().all(|part| is_part(*part)) && holds(parts))
    })
}

/// A rate that is one figure over another in all reports.
fn rate(plan: &Plan, number: usize) -> Option<Had> {
    let field = &plan.fields[number];
    let Had::Count(digits, sign) = figure(plan, number)? else { return None };
    // 82.3 %: the sign stands apart, and a ratio is printed with its own.
    let is_apart = field.context.1.starts_with(' ') && !field.measure.is_empty();
    if !matches!(sign.as_str(), "" | "%" | "‰") || is_apart {
        return None;
    }
    let is_figure = |other: &usize| {
        plan.fields[*other].kind == FieldKind::Figure && matches!(figure(plan, *other), Some(Had::Count(..)))
    };
    let near = number.saturating_sub(NEAR)..(number + NEAR + 1).min(plan.fields.len());
    let figures: Vec<usize> = near.filter(is_figure).collect();
    let holds = |above: usize, below: usize| {
        let mut count = 0;
        for (report, text) in field.texts.iter().enumerate() {
            let Some(rate) = text.as_deref().and_then(value) else { continue };
            let of = |field: usize| plan.fields[field].texts[report].as_deref().and_then(value);
            let (Some(above), Some(below)) = (of(above), of(below)) else { return 0 };
            let power = 10_f64.powi(i32::try_from(digits).unwrap_or(0));
            let scale = if field.measure == "‰" { 1000.0 } else { 100.0 };
            if below == 0.0 || ((above / below * scale * power + 1e-9).round() / power - rate).abs() > 1e-9 {
                return 0;
            }
            count += 1;
        }
        count
    };
    let mut best: Option<(usize, usize, usize)> = None;
    for above in figures.iter().filter(|above| **above != number) {
        for below in figures.iter().filter(|below| *below != above) {
            let count = holds(*above, *below);
            if count > 0 && best.is_none_or(|(known, ..)| count > known) {
                best = Some((count, *above, *below));
            }
        }
    }
    let (count, above, below) = best?;
    // Of a single report it may be chance; what units give themselves is theirs.
    if count < 2 && plan.is_required(number) {
        return None;
    }
    Some(Had::Ratio(above, below, digits, sign))
}
