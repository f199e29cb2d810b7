//! Which column holds which field: by the values of all reports, then by words.

use std::collections::HashMap;

use crate::answers::Answers;
use crate::label;
use crate::plan::{ColumnPlan, Doubt, DoubtKind, Field, FieldKind, Source, TablePlan};
use crate::sheets::{Given, Table};
use huibian_sample::shape;
use huibian_sample::time::DayForm;
use huibian_sample::token::{Own, day, value};
use huibian_sample::{change, measure};

/// What is added to a place's score where heads and labels have a measure word in common.
const MEASURED: f64 = 0.2;
/// Words that have less in common than this do not mean the same.
const LEAST: f64 = 0.5;

/// What heads of the day say that a report is signed.
const SIGNED_HEADS: &[&str] =
    &["成文", "填报", "填表", "报送", "上报", "签", "落款", "报告", "制表", "signed", "report"];

/// A place of all tables of one layout.
struct Spot {
    group: String,
    head: String,
    is_unit: bool,
}

impl Spot {
    /// What it is called: a head that is no more than a measure word measures what stands above it.
    fn said(&self) -> String {
        let is_measure = !self.group.is_empty() && measure::is_measure(&self.head);
        if is_measure { format!("{}（{}）", self.group, self.head) } else { self.head.clone() }
    }

    /// Its head with the one above it.
    fn whole(&self) -> String {
        if self.group.is_empty() { self.head.clone() } else { format!("{}·{}", self.group, self.head) }
    }
}

/// What a field's values say of a place.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Evidence {
    agreeing: usize,
    differing: usize,
    factor: f64,
}

/// The tables with what each column holds.
pub fn matched(
    tables: &[Table],
    fields: &[Field],
    reports: &[Source],
    answers: &Answers,
    doubts: &mut Vec<Doubt>,
) -> Vec<TablePlan> {
    let mut spots: Vec<Spot> = Vec::new();
    for table in tables {
        for place in &table.places {
            if !spots.iter().any(|spot| spot.head == place.head && spot.group == place.group) {
                spots.push(Spot {
                    group: place.group.clone(),
                    head: place.head.clone(),
                    is_unit: place.is_unit,
                });
            }
        }
    }
    let places = tables.iter().map(|table| {
        let at = |spot: &Spot| {
            table.places.iter().position(|place| place.head == spot.head && place.group == spot.group)
        };
        spots.iter().map(at).collect()
    });
    let rows = tables.iter().map(|table| {
        let row = |report: &Source| {
            let unit = bare(report.unit()?);
            table.rows.iter().position(|row| bare(&row.unit) == unit)
        };
        reports.iter().map(row).collect()
    });
    let (places, rows) = (places.collect(), rows.collect());
    let matcher = Matcher { tables, fields, reports, spots, places, rows };
    let found = matcher.found(answers, doubts);
    tables.iter().map(|table| matcher.plan(table, &found)).collect()
}

/// Numbers that are days in tables are days: 9.16 beside 2023.9.16.
pub fn with_days(tables: &[Table], reports: &[Source], fields: &mut [Field]) {
    let has = |report: &Source, text: &str| {
        let named = day(text, &report.own)?;
        let rows = tables
            .iter()
            .filter(|table| {
                table.period.is_none() || report.own.period.is_none() || table.period == report.own.period
            })
            .flat_map(|table| &table.rows)
            .filter(|row| Some(bare(&row.unit)) == report.unit().map(bare));
        let mut cells = rows.flat_map(|row| row.cells.iter().flatten()).peekable();
        cells.peek()?;
        Some(cells.any(|cell| {
            value(cell.text.trim()).is_none() && day(cell.text.trim(), &report.own) == Some(named)
        }))
    };
    for field in fields.iter_mut().filter(|field| field.kind == FieldKind::Figure && field.measure.is_empty())
    {
        let texts =
            || field.texts.iter().zip(reports).filter_map(|(text, report)| Some((text.as_deref()?, report)));
        let are_days = texts().count() > 0
            && texts().all(|(text, report)| text.contains('.') && day(text, &report.own).is_some());
        let told: Vec<bool> = if are_days {
            texts().filter_map(|(text, report)| has(report, text)).collect()
        } else {
            Vec::new()
        };
        if !told.is_empty() && told.iter().all(|told| *told) {
            field.kind = FieldKind::Day(DayForm::Digits);
        }
    }
}

struct Matcher<'m> {
    tables: &'m [Table],
    fields: &'m [Field],
    reports: &'m [Source],
    spots: Vec<Spot>,
    /// Of each table the place of each spot.
    places: Vec<Vec<Option<usize>>>,
    /// Of each table the row of each report's unit.
    rows: Vec<Vec<Option<usize>>>,
}

/// For each spot the field that it holds.
type Found = Vec<Option<(usize, Evidence)>>;

impl Matcher<'_> {
    fn found(&self, answers: &Answers, doubts: &mut Vec<Doubt>) -> Found {
        let mut found: Found = vec![None; self.spots.len()];
        let mut open: Vec<usize> =
            (0..self.fields.len()).filter(|field| is_filled_in(&self.fields[*field])).collect();
        let unit = self.fields.iter().position(|field| field.kind == FieldKind::Unit);
        for (spot, is_unit) in self.spots.iter().map(|spot| spot.is_unit).enumerate() {
            if is_unit {
                found[spot] = unit
                    .map(|unit| (unit, Evidence { agreeing: self.reports.len(), differing: 0, factor: 1.0 }));
            }
        }
        self.by_answers(answers, &mut found, &mut open, doubts);
        // By value: most agreeing reports first, words where values tell no more.
        let mut pairs: Vec<(usize, usize, Evidence, f64)> = Vec::new();
        for field in &open {
            for spot in (0..self.spots.len()).filter(|spot| found[*spot].is_none()) {
                if let Some(evidence) = self.evidence(*field, spot)
                    && evidence.agreeing > 0
                    && evidence.agreeing > evidence.differing * 3
                {
                    pairs.push((*field, spot, evidence, self.words(*field, spot)));
                }
            }
        }
        let weight = |pair: &(usize, usize, Evidence, f64)| {
            #[expect(clippy::cast_precision_loss, reason = "a few reports")]
            let agreeing = (pair.2.agreeing as f64) - 2.0 * (pair.2.differing as f64);
            let plain = if (pair.2.factor - 1.0).abs() < f64::EPSILON { 0.0 } else { -0.3 };
            agreeing + pair.3 + plain
        };
        pairs.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
        for pair in &pairs {
            let (field, spot, evidence, _) = *pair;
            if found[spot].is_some() || !open.contains(&field) {
                continue;
            }
            let rival = pairs.iter().find(|other| {
                other.0 == field
                    && other.1 != spot
                    && found[other.1].is_none()
                    && weight(other) > weight(pair) - 0.15
            });
            if let Some(rival) = rival {
                self.doubt(doubts, DoubtKind::Ambiguous, field, &[spot, rival.1]);
            }
            if evidence.differing > 0 {
                self.doubt(doubts, DoubtKind::Ambiguous, field, &[spot]);
            }
            found[spot] = Some((field, evidence));
            open.retain(|one| *one != field);
        }
        self.by_words(&mut found, &mut open, doubts);
        self.by_measure(&mut found, &mut open, doubts);
        self.by_day(&mut found, &mut open, doubts);
        for field in open {
            // What values speak against is no choice.
            let is_open = |spot: &usize| {
                found[*spot].is_none()
                    && self.evidence(field, *spot).is_none()
                    && self.holds_numbers(*spot) == is_number(&self.fields[field])
            };
            let choices: Vec<usize> = (0..self.spots.len()).filter(is_open).collect();
            self.doubt(doubts, DoubtKind::NoColumn, field, &choices);
        }
        found
    }

    /// Where the workbook has no values to hold against, words alone.
    fn by_words(&self, found: &mut Found, open: &mut Vec<usize>, doubts: &mut Vec<Doubt>) {
        let mut pairs: Vec<(usize, usize, f64)> = Vec::new();
        for field in open.iter() {
            for spot in (0..self.spots.len()).filter(|spot| found[*spot].is_none()) {
                let is_told = self.evidence(*field, spot).is_some_and(|evidence| evidence.differing > 0);
                let score = self.words(*field, spot);
                if !self.may_be(*field, spot) {
                    continue;
                }
                if !is_told && score >= LEAST {
                    pairs.push((*field, spot, score));
                }
            }
        }
        // Of a field's columns that say as much the one that says less of other fields.
        let rest = |pair: &(usize, usize, f64)| {
            let others = pairs.iter().filter(|other| (other.0 == pair.0) != (other.1 == pair.1));
            pair.2 - others.map(|other| other.2).sum::<f64>() * 0.05
        };
        let mut pairs: Vec<(usize, usize, f64)> =
            pairs.iter().map(|pair| (pair.0, pair.1, rest(pair))).collect();
        pairs.sort_by(|a, b| b.2.total_cmp(&a.2));
        for (field, spot, _) in pairs {
            if found[spot].is_none() && open.contains(&field) {
                found[spot] = Some((
                    field,
                    Evidence { agreeing: 0, differing: 0, factor: self.factor_by_words(field, spot) },
                ));
                open.retain(|one| *one != field);
                self.doubt(doubts, DoubtKind::ByWords, field, &[spot]);
            }
        }
    }

    /// The only field and the only column that are left in a measure, where there are no values to hold against.
    fn by_measure(&self, found: &mut Found, open: &mut Vec<usize>, doubts: &mut Vec<Doubt>) {
        let mut measured: HashMap<&str, usize> = HashMap::new();
        for field in &*open {
            *measured.entry(self.fields[*field].measure.as_str()).or_default() += 1;
        }
        for field in open.clone() {
            let measure = self.fields[field].measure.as_str();
            if measure.is_empty() || measured[measure] > 1 {
                continue;
            }
            let is_spot = |spot: &usize| {
                found[*spot].is_none()
                    && (measure::in_label(&self.spots[*spot].said()) == measure
                        || measure::is_physical(measure)
                            && measure::factor(measure::in_label(&self.spots[*spot].said()), measure)
                                .is_some()
                        || measure::is_rate(measure) && is_rate_head(&self.spots[*spot].said()))
                    && self.evidence(field, *spot).is_none()
            };
            let spots: Vec<usize> = (0..self.spots.len()).filter(is_spot).collect();
            if let [spot] = spots.as_slice() {
                let factor = self.factor_by_words(field, *spot);
                found[*spot] = Some((field, Evidence { agreeing: 0, differing: 0, factor }));
                open.retain(|one| *one != field);
                self.doubt(doubts, DoubtKind::ByWords, field, &[*spot]);
            }
        }
    }

    /// 元 beside a figure in 万元.
    fn factor_by_words(&self, field: usize, spot: usize) -> f64 {
        let said = self.spots[spot].said();
        let head = measure::in_label(&said);
        let own = self.fields[field].measure.as_str();
        if own.is_empty() || head.is_empty() || measure::is_rate(own) || measure::is_rate(head) {
            return 1.0;
        }
        measure::factor(head, own).unwrap_or(1.0)
    }

    /// Where a person said which column it is, that.
    fn by_answers(
        &self,
        answers: &Answers,
        found: &mut Found,
        open: &mut Vec<usize>,
        doubts: &mut Vec<Doubt>,
    ) {
        for field in open.clone() {
            let Some(head) = answers.column(&self.fields[field]) else { continue };
            if let Some(spot) = self.spots.iter().position(|spot| spot.whole() == head) {
                let told = self.evidence(field, spot).filter(|evidence| evidence.agreeing > 0);
                let factor = self.factor_by_words(field, spot);
                found[spot] = Some((field, told.unwrap_or(Evidence { agreeing: 0, differing: 0, factor })));
            } else if !head.is_empty() {
                doubts.push(Doubt::unfit(&self.fields[field].found_as, head));
                continue;
            }
            open.retain(|one| *one != field);
        }
    }

    /// Whether a column can hold a field by what stands in it: days a day, and the day that a report is signed none but such.
    fn may_be(&self, field: usize, spot: usize) -> bool {
        let field = &self.fields[field];
        if !matches!(field.kind, FieldKind::Day(_)) {
            return true;
        }
        let head = self.spots[spot].said();
        let is_signed = SIGNED_HEADS.iter().any(|word| head.to_lowercase().contains(word));
        self.holds_days(spot) && is_signed == (field.label == label::SIGNED)
    }

    /// The only day and the only column of days that are left.
    fn by_day(&self, found: &mut Found, open: &mut Vec<usize>, doubts: &mut Vec<Doubt>) {
        let is_day = |field: &usize| {
            let own = &self.fields[*field];
            matches!(own.kind, FieldKind::Day(_)) && own.label != label::SIGNED
        };
        let days: Vec<usize> = open.iter().copied().filter(is_day).collect();
        let [field] = days.as_slice() else { return };
        let is_spot = |spot: &usize| {
            found[*spot].is_none() && self.evidence(*field, *spot).is_none() && self.may_be(*field, *spot)
        };
        let spots: Vec<usize> = (0..self.spots.len()).filter(is_spot).collect();
        if let [spot] = spots.as_slice() {
            found[*spot] = Some((*field, Evidence { agreeing: 0, differing: 0, factor: 1.0 }));
            self.doubt(doubts, DoubtKind::ByWords, *field, &[*spot]);
            open.retain(|one| one != field);
        }
    }

    /// Whether what stands in a spot is days.
    fn holds_days(&self, spot: usize) -> bool {
        let cells =
            self.tables.iter().zip(&self.places).filter_map(|(table, places)| Some((table, places[spot]?)));
        let mut texts = cells
            .flat_map(|(table, at)| table.rows.iter().filter_map(move |row| row.cells[at].as_ref()))
            .peekable();
        texts.peek().is_some()
            && texts.all(|cell| {
                let is_told = cell.number.is_none() && cell.text.contains('日');
                is_told || day(cell.text.trim(), &Own::default()).is_some()
            })
    }

    /// Whether most of what stands in a spot is numbers.
    fn holds_numbers(&self, spot: usize) -> bool {
        let (mut numbers, mut all) = (0, 0);
        for (table, places) in self.tables.iter().zip(&self.places) {
            let Some(at) = places[spot] else { continue };
            for cell in table.rows.iter().filter_map(|row| row.cells[at].as_ref()) {
                all += 1;
                numbers += usize::from(cell.number.is_some());
            }
        }
        numbers * 2 > all
    }

    fn doubt(&self, doubts: &mut Vec<Doubt>, kind: DoubtKind, field: usize, spots: &[usize]) {
        let heads: Vec<&str> = spots.iter().map(|spot| self.spots[*spot].head.as_str()).collect();
        let place = if kind == DoubtKind::NoColumn { String::new() } else { heads.join(" / ") };
        let choices = spots.iter().map(|spot| self.spots[*spot].whole()).collect();
        doubts.push(Doubt { kind, subject: self.fields[field].label.clone(), place, choices });
    }

    /// What all reports say of whether a spot holds a field; none where the workbooks have none of them.
    fn evidence(&self, field: usize, spot: usize) -> Option<Evidence> {
        let given: Vec<(&str, &Given, usize)> = (0..self.reports.len())
            .filter_map(|report| {
                let text =
                    self.fields[field].texts.get(report)?.as_deref().filter(|text| !text.is_empty())?;
                Some((text, self.cell(report, spot)?, report))
            })
            .collect();
        if given.is_empty() {
            return None;
        }
        let factors: &[f64] = match self.fields[field].kind {
            FieldKind::Figure => &[1.0, 0.0001, 10000.0, 0.001, 1000.0, 0.01],
            FieldKind::Rate => &[1.0, 100.0],
            _ => &[1.0],
        };
        let of = |factor: f64| {
            let agreeing = given
                .iter()
                .filter(|(text, cell, report)| self.agrees(field, text, cell, factor, *report))
                .count();
            Evidence { agreeing, differing: given.len() - agreeing, factor }
        };
        let mut best = of(1.0);
        for factor in &factors[1..] {
            let other = of(*factor);
            // Nought is nought times anything.
            let is_telling =
                given.iter().any(|(text, ..)| value(text).is_some_and(|value| value.abs() > 0.0));
            if other.agreeing > best.agreeing && is_telling {
                best = other;
            }
        }
        Some(best)
    }

    fn agrees(&self, field: usize, text: &str, cell: &Given, factor: f64, report: usize) -> bool {
        match &self.fields[field].kind {
            FieldKind::Figure | FieldKind::Rate => {
                let (Some(said), Some(number)) = (value(text), cell.number) else { return false };
                let digits = text.split_once(['.', '．']).map_or(0, |(_, digits)| digits.len());
                let half = 0.5 * 10_f64.powi(-i32::try_from(digits).unwrap_or(0));
                (number * factor - said).abs() <= half + 1e-9
                    && (digits > 0 || (factor - 1.0).abs() > f64::EPSILON || (number - said).abs() < 1e-9)
            }
            FieldKind::Day(_) => {
                let own = &self.reports[report].own;
                let (said, held) = (day(text, own), day(cell.text.trim(), own));
                said.is_some() && said == held
            }
            FieldKind::Comparison => {
                let number = cell.number.or_else(|| change::read(&cell.text)?.value());
                let said = change::read(text).and_then(|change| change.value());
                said.zip(number).is_some_and(|(said, number)| (said - number).abs() < 1e-9)
            }
            FieldKind::List(joiner) => {
                let plain = |text: &str| {
                    text.trim().trim_matches(['《', '》', '“', '”', '。', '.']).trim().to_owned()
                };
                let mut said: Vec<String> = shape::items(text, joiner)
                    .into_iter()
                    .flat_map(|item| item.split(['，', ',']))
                    .map(plain)
                    .filter(|item| !item.is_empty())
                    .collect();
                let mut held: Vec<String> = cell
                    .text
                    .split(['\n', '；', ';', '、', '，', ',', '/', '|'])
                    .flat_map(|part| part.split(['》', '”']))
                    .map(|part| part.trim_start_matches(['《', '“']))
                    .map(plain)
                    .filter(|part| !part.is_empty())
                    .collect();
                said.sort();
                held.sort();
                said == held
            }
            _ => text.trim_end_matches('。').trim() == cell.text.trim().trim_end_matches('。'),
        }
    }

    fn cell(&self, report: usize, spot: usize) -> Option<&Given> {
        let own = &self.reports[report].own;
        let periods =
            |table: &Table| table.period.is_none() || own.period.is_none() || table.period == own.period;
        let mut tables = self.tables.iter().enumerate().filter(|(_, table)| periods(table));
        tables.find_map(|(number, table)| {
            let row = &table.rows[self.rows[number][report]?];
            row.cells[self.places[number][spot]?].as_ref()
        })
    }

    /// How much a field's words have in common with a head.
    fn words(&self, field: usize, spot: usize) -> f64 {
        let (field, head) = (&self.fields[field], self.spots[spot].said());
        let named = measure::in_label(&head);
        if field.kind == FieldKind::Figure && (is_rate_head(&head) || measure::is_rate(named)) {
            return 0.0;
        }
        let measured = match (field.measure.as_str(), named) {
            // A head of lengths and areas says so.
            (own, "") if own.is_ascii() && measure::is_physical(own) => -2.0 * MEASURED,
            (own, named) if measure::is_physical(own) && measure::factor(named, own).is_some() => MEASURED,
            ("", _) | (_, "") => 0.0,
            (own, named) if own == named => MEASURED,
            (own, named) if own.contains(named) || named.contains(own) => MEASURED / 2.0,
            _ => -MEASURED,
        };
        let by_label = alike(&field.label, &head, &field.measure);
        let context = format!("{}{}{}", tail(&field.context.0), field.measure, clause(&field.context.1));
        let by_context = alike(&context, &head, &field.measure) * 0.9;
        let best = by_label.max(by_context);
        if best == 0.0 { 0.0 } else { best + measured }
    }

    fn plan(&self, table: &Table, found: &Found) -> TablePlan {
        let column = |place: &crate::sheets::Place| {
            let at = self.spots.iter().position(|spot| spot.head == place.head && spot.group == place.group);
            let held = at.and_then(|at| found[at]);
            let column = table.places.iter().position(|one| one.name == place.name).unwrap_or_default();
            let is_percent =
                table.rows.iter().filter_map(|row| row.cells[column].as_ref()).any(|cell| cell.is_percent);
            let factor = held.map_or(1.0, |(_, evidence)| evidence.factor);
            let numbers = table.rows.iter().filter_map(|row| row.cells[column].as_ref()?.number);
            let digits = numbers.map(|number| digits(number * factor)).max().unwrap_or(0);
            ColumnPlan {
                digits,
                holds_numbers: at.is_some_and(|at| self.holds_numbers(at)),
                place: place.name.clone(),
                head: place.head.clone(),
                group: place.group.clone(),
                field: held.map(|(field, _)| field),
                factor: held.map_or(1.0, |(_, evidence)| evidence.factor),
                is_percent,
                agreeing: held.map_or(0, |(_, evidence)| evidence.agreeing),
            }
        };
        TablePlan {
            file: table.file.clone(),
            sheet: table.sheet.clone(),
            period: table.period,
            unit: table.unit.clone(),
            head_row: table.head_row,
            columns: table.places.iter().map(column).collect(),
            rows: table.rows.iter().map(|row| (row.unit.clone(), row.number)).collect(),
        }
    }
}

/// Digits behind the point, of four at most.
fn digits(number: f64) -> usize {
    let text = format!("{number:.4}");
    text.trim_end_matches('0').split_once('.').map_or(0, |(_, digits)| digits.len())
}

/// A name without the blanks that people put into it.
fn bare(name: &str) -> String {
    name.chars().filter(|c| !c.is_whitespace()).collect()
}

/// Whether units fill it in, rather than the program knowing it.
fn is_filled_in(field: &Field) -> bool {
    !matches!(field.kind, FieldKind::Unit | FieldKind::Period(..) | FieldKind::Rows)
}

fn is_number(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Figure | FieldKind::Rate)
}

/// Whether a head is that of a rate.
fn is_rate_head(head: &str) -> bool {
    ["率", "占比", "比例", "进度", "%", "％", "share", "rate"].iter().any(|word| head.contains(word))
}

fn tail(before: &str) -> &str {
    before.rsplit(['，', '。', '；', '、', ',', ';', '.']).next().unwrap_or_default()
}

fn clause(behind: &str) -> &str {
    behind.split(['，', '。', '；', '、', ',', ';', '.']).next().unwrap_or_default()
}

/// How much two names have in common, of 1 and a little more where they are the same.
fn alike(label: &str, head: &str, measure: &str) -> f64 {
    let label = plain(label);
    let head = plain(head);
    if label.is_ascii() && head.is_ascii() {
        return words_alike(&label, &head);
    }
    let trimmed = |text: &str| {
        let text = text.trim_end_matches("情况").trim_end_matches('数');
        let text = text.strip_suffix(measure).filter(|rest| !rest.is_empty()).unwrap_or(text);
        text.trim_end_matches(['数', '次', '量']).chars().collect::<Vec<char>>()
    };
    let (a, b) = (trimmed(&label), trimmed(&head));
    let common = common(&a, &b);
    if common == 0 || a.is_empty() || b.is_empty() {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a few characters")]
    let (common, a, b) = (common as f64, a.len() as f64, b.len() as f64);
    common / a.min(b) * 0.8 + 2.0 * common / (a + b) * 0.3
}

fn plain(text: &str) -> String {
    let text = text.split(['（', '(']).next().unwrap_or(text);
    text.chars().filter(|c| c.is_alphanumeric() || *c == ' ').collect::<String>().trim().to_lowercase()
}

fn words_alike(label: &str, head: &str) -> f64 {
    let words = |text: &str| {
        let long = text
            .split(' ')
            .filter(|word| {
                word.len() > 2
                    && !matches!(
                        *word,
                        "are" | "the" | "and" | "was" | "were" | "for" | "who" | "has" | "have"
                    )
            })
            .map(|word| word.chars().take(5).collect::<String>());
        long.collect::<Vec<String>>()
    };
    let (a, b) = (words(label), words(head));
    let same = |left: &String, right: &String| left.starts_with(&right[..right.len().min(3)]);
    let common = a.iter().filter(|left| b.iter().any(|right| same(left, right))).count();
    if common == 0 {
        return 0.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a few words")]
    let (common, a, b) = (common as f64, a.len() as f64, b.len() as f64);
    common / a.min(b) * 0.8 + 2.0 * common / (a + b) * 0.3
}

/// The length of the longest common subsequence.
pub(crate) fn common(a: &[char], b: &[char]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for left in a {
        let mut before = 0;
        for (at, right) in b.iter().enumerate() {
            let old = row[at + 1];
            row[at + 1] = if left == right { before + 1 } else { row[at + 1].max(row[at]) };
            before = old;
        }
    }
    row.last().copied().unwrap_or(0)
}
