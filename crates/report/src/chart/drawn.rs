//! A chart of one unit's figures, drawn.

use huibian_contract::{Basis, Period};
use huibian_diagnostic::Result;
use huibian_document::{Block, HouseStyle, Image, ImageFormat, Inline, Length};
use huibian_figure::{CountFigure, CountIndex, Figures};
use huibian_history::Baseline;
use huibian_picture::chart::{Chart as Picture, ChartKind, Drawing, Series, Sheet, Value, draw};

use super::declared::{Chart, Charted};
use super::raw::RowsToml;
use crate::picture::Album;

/// In a chart no letters are larger than this.
const LARGEST: Length = Length::from_emu(133_350);
const USUAL_HEIGHT: Length = Length::from_emu(2_700_000);

/// A unit right below another.
#[derive(Clone, Debug)]
pub struct Member {
    /// Its name.
    pub name: String,
    /// Its figures; none where it did not report.
    pub figures: Figures,
}

/// What a chart takes its values from.
pub struct ChartFigures<'f> {
    /// The unit's own.
    pub now: &'f Figures,
    /// What they are compared with.
    pub past: &'f Baseline,
    /// Those of earlier periods, the latest last.
    pub trend: &'f [(Period, Figures)],
    /// Those of the units right below it.
    pub members: &'f [Member],
}

/// The chart's blocks; none where it has nothing to show.
///
/// # Errors
/// I004 and I006.
pub fn blocks(
    chart: &Chart,
    id: &str,
    figures: &ChartFigures<'_>,
    style: &HouseStyle,
    album: &Album,
) -> Result<Vec<Block>> {
    let picture = picture(chart, figures);
    if picture.series.iter().all(|series| series.values.iter().all(Option::is_none)) {
        return Ok(Vec::new());
    }
    let drawings = draw(&picture, &sheet(chart, style));
    let mut blocks = Vec::with_capacity(drawings.len());
    for (index, Drawing { svg, width, height }) in drawings.into_iter().enumerate() {
        let title = if index == 0 { chart.title.clone() } else { format!("{}（续）", chart.title) };
        let image = Image {
            bytes: svg.into_bytes().into(),
            pixels: None,
            format: ImageFormat::Svg,
            width,
            height,
            alt: if index == 0 { alt(&title, &picture) } else { title.clone() },
            caption: vec![Inline::Text(title)],
        };
        blocks.push(Block::Image(album.fit(id, image, style)?));
    }
    Ok(blocks)
}

fn picture(chart: &Chart, figures: &ChartFigures<'_>) -> Picture {
    let ChartFigures { now, past, trend, members } = figures;
    let measure = chart.values.first().map_or("", |value| value.measure.as_str());
    let is_one = chart.values.iter().all(|value| value.measure == measure);
    let value = |charted: &Charted, figure: Option<CountFigure<'_>>| {
        figure.map(|figure| chart_value(figure, charted, is_one))
    };
    let note = if is_one && !measure.is_empty() { format!("单位：{measure}") } else { String::new() };
    let kind = if chart.is_line { ChartKind::Line } else { ChartKind::Bar };
    let at = |basis, index: CountIndex| match basis {
        Basis::Now => now.get(index),
        basis => past.get(basis, index),
    };
    // A series for every count, over tables of figures.
    let over = |tables: &[&Figures]| -> Vec<Series> {
        let series = chart.values.iter().map(|charted| Series {
            name: charted.label.clone(),
            values: tables.iter().map(|table| value(charted, table.get(charted.index))).collect(),
        });
        series.collect()
    };
    let (places, series) = match chart.rows {
        RowsToml::Counts => {
            let series_of = |basis: Basis| Series {
                name: past.called(basis).to_owned(),
                values: chart.values.iter().map(|charted| value(charted, at(basis, charted.index))).collect(),
            };
            let mut series = vec![series_of(Basis::Now)];
            let earlier = chart.compare.iter().map(|basis| series_of(*basis));
            series.extend(earlier.filter(|series| series.values.iter().any(Option::is_some)));
            (chart.values.iter().map(|charted| charted.label.clone()).collect(), series)
        }
        RowsToml::Units => {
            let tables: Vec<&Figures> = members.iter().map(|member| &member.figures).collect();
            (members.iter().map(|member| member.name.clone()).collect(), over(&tables))
        }
        RowsToml::Periods => {
            let skipped = trend.len().saturating_sub(chart.earlier);
            let known = |(_, table): &&(Period, Figures)| {
                chart.values.iter().all(|charted| table.get(charted.index).is_none())
            };
            // Nothing is said of the time before the first figures.
            let told: Vec<_> = trend.iter().skip(skipped).skip_while(known).collect();
            let periods = told.iter().map(|(period, _)| period.name());
            let tables: Vec<&Figures> = told.iter().map(|(_, table)| table).chain([*now]).collect();
            (periods.chain([past.period.name()]).collect(), over(&tables))
        }
    };
    Picture { kind, places, series, note }
}

fn chart_value(figure: CountFigure<'_>, charted: &Charted, is_one: bool) -> Value {
    let measure = if is_one { "" } else { charted.measure.as_str() };
    let digits = figure.shown().to_string();
    Value {
        number: digits.parse().unwrap_or_default(),
        words: format!("{}{measure}", digits.replace('-', "−")),
        count: figure.key().full(),
    }
}

/// What the chart says, in words: the counts by name, with their values.
fn alt(title: &str, picture: &Picture) -> String {
    let words = |series: &Series, place: usize| {
        let value = series.values.get(place).and_then(Option::as_ref);
        value.map_or_else(|| "无数据".to_owned(), |value| value.words.clone())
    };
    let places = picture.places.iter().enumerate().map(|(place, name)| match &picture.series[..] {
        [series] => format!("{name}{}", words(series, place)),
        all => {
            let all = all.iter().map(|series| format!("{}{}", series.name, words(series, place)));
            format!("{name}{}", all.collect::<Vec<_>>().join("、"))
        }
    });
    let unit = if picture.note.is_empty() { String::new() } else { format!("（{}）", picture.note) };
    let separator = if picture.series.len() > 1 { "；" } else { "，" };
    format!("{title}{unit}：{}。", places.collect::<Vec<_>>().join(separator))
}

fn sheet(chart: &Chart, style: &HouseStyle) -> Sheet {
    let cell = &style.paragraphs.table_cell;
    let mut faces = vec![cell.face.clone()];
    faces.extend(style.substitutes.get(&cell.face).into_iter().flatten().cloned());
    faces.push(style.families.get(&cell.face).copied().unwrap_or_default().css().to_owned());
    // Below it stands its title.
    let most = style.text_height() - style.text.line.times(3, 1);
    Sheet {
        width: style.text_width(),
        height: chart.height.unwrap_or(USUAL_HEIGHT).min(most),
        most,
        size: cell.size.min(LARGEST),
        latin: cell.latin.clone().unwrap_or_else(|| style.text.latin.clone()),
        faces,
    }
}
