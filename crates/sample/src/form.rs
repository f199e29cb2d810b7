//! What reports of one kind have in common: words that stand in all of them, and holes for what differs.

use crate::time::{DayForm, PeriodForm, Which};

/// The form of a kind of report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// Its blocks, in order.
    pub blocks: Vec<FormBlock>,
}

impl Form {
    /// The report that has most of it in its place: what the others lack or have elsewhere is put into that.
    pub fn base(&self) -> usize {
        let has = |report: usize| {
            let count =
                self.blocks.iter().filter(|block| block.places[report].is_some() && !block.moved[report]);
            (count.count(), std::cmp::Reverse(report))
        };
        let reports = self.blocks.first().map_or(0, |block| block.places.len());
        (0..reports).max_by_key(|report| has(*report)).unwrap_or(0)
    }
}

/// A block as it stands in the reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormBlock {
    /// For each report the number of its block; of a repeated one the first. None where it does not have it.
    pub places: Vec<Option<usize>>,
    /// In which reports it stands elsewhere than in the others.
    pub moved: Vec<bool>,
    /// What it says.
    pub body: Body,
}

/// What a block says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A paragraph.
    Line(Vec<Piece>),
    /// Lines of one shape, however many a report has.
    Repeated(Repeat),
    /// A table.
    Table(Vec<FormRow>),
}

/// A row of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FormRow {
    /// A row that every report has, a list of pieces for each cell.
    Fixed(Vec<Vec<Piece>>),
    /// Rows of one shape, however many a report has.
    Repeated(Repeat),
}

/// Lines or rows of one shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// What the columns are called.
    pub heads: Vec<String>,
    /// For each report its rows: of each what stands before the first column, then a column's text and what stands behind it.
    pub rows: Vec<Vec<RepeatedRow>>,
    /// The field that it shows, once fields are told apart.
    pub field: usize,
}

/// A row of a repeat: the columns' texts with the words before, between and behind them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RepeatedRow {
    /// Words around the columns, one more than there are columns.
    pub words: Vec<String>,
    /// The columns' texts.
    pub texts: Vec<String>,
}

/// A piece of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words that stand in all reports.
    Words(String),
    /// What differs.
    Hole(Hole),
    /// Words that only some reports have.
    Optional(Vec<Piece>, Vec<bool>),
}

/// What stands in one place of the reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hole {
    /// What it is.
    pub kind: HoleKind,
    /// What each report has there; none where it has nothing.
    pub texts: Vec<Option<String>>,
    /// The word that measures it.
    pub measure: String,
    /// Why it is taken for that.
    pub reason: Reason,
    /// The field that it shows, once fields are told apart.
    pub field: usize,
}

/// What a hole is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HoleKind {
    /// The unit's name.
    Unit,
    /// A period.
    Period(Which, PeriodForm),
    /// A day.
    Day(DayForm),
    /// A number.
    Number,
    /// A rate.
    Rate,
    /// Words.
    Text,
    /// How a number has changed: 增加12件.
    Comparison,
    /// Several texts, with what joins them.
    List(String),
}

/// Why something is taken for a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It differs from report to report.
    Differs,
    /// It is what reports have of their own: a unit's name, a period.
    Known,
    /// A mark stands there.
    Marked,
    /// Its nature: a figure with its measure word, a rate, a day.
    Nature,
}

impl Hole {
    /// A hole for so many reports.
    pub fn new(kind: HoleKind, texts: Vec<Option<String>>, reason: Reason) -> Self {
        Self { kind, texts, measure: String::new(), reason, field: 0 }
    }
}

/// What pieces come to in one report.
pub fn text(pieces: &[Piece], report: usize) -> String {
    let mut text = String::new();
    for piece in pieces {
        match piece {
            Piece::Words(words) => text.push_str(words),
            Piece::Hole(hole) => text.push_str(hole.texts[report].as_deref().unwrap_or_default()),
            Piece::Optional(inner, present) if present[report] => text.push_str(&self::text(inner, report)),
            Piece::Optional(..) => {}
        }
    }
    text
}

/// How many characters of a report stand in others too, or are figures and days in one place: signs, units and periods are common
/// to reports of any kind.
pub fn shared(pieces: &[Piece], report: usize) -> usize {
    let is_said = |words: &str| words.chars().filter(|c| c.is_alphanumeric()).count() > 1;
    let count = |piece: &Piece| match piece {
        Piece::Words(words) if is_said(words) => words.chars().count(),
        Piece::Hole(hole)
            if !matches!(hole.kind, HoleKind::Text | HoleKind::Unit | HoleKind::Period(..))
                && hole.texts.iter().flatten().filter(|text| !text.is_empty()).count() > 1 =>
        {
            hole.texts[report].as_deref().map_or(0, |text| text.chars().count())
        }
        Piece::Optional(inner, present)
            if present[report] && present.iter().filter(|present| **present).count() > 1 =>
        {
            shared(inner, report)
        }
        _ => 0,
    };
    pieces.iter().map(count).sum()
}

/// Appends words to pieces, to those that stand there already.
pub fn push_words(pieces: &mut Vec<Piece>, words: &str) {
    match pieces.last_mut() {
        _ if words.is_empty() => {}
        Some(Piece::Words(known)) => known.push_str(words),
        _ => pieces.push(Piece::Words(words.to_owned())),
    }
}
