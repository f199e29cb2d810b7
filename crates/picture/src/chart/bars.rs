//! Upright bars, names below them; and the plot that they share with lines.

use super::canvas::{Anchor, Canvas, INK, PALE, points};
use super::scale::Scale;
use super::words::{lines, width};
use super::{Chart, Drawing, Sheet, legend};

/// The most lines of a name below the axis.
const MOST_LINES: usize = 2;
/// Between the bars of two places, as a part of a place.
const BETWEEN: f64 = 0.3;

/// The picture within its axes.
pub struct PlotArea {
    pub scale: Scale,
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    /// How wide a place is.
    pub place: f64,
}

impl PlotArea {
    pub fn new(chart: &Chart, width: f64, height: f64, size: f64) -> Self {
        let values = chart.series.iter().flat_map(|series| series.values.iter().flatten());
        let scale = Scale::of(values.map(|value| value.number));
        let marks = scale.marks().into_iter().map(|(_, words)| super::words::width(&words, size));
        let left = marks.fold(0.0, f64::max) + 6.0;
        let right = width - 2.0;
        #[allow(clippy::cast_precision_loss, reason = "a few dozen places")]
        let place = (right - left) / chart.places.len().max(1) as f64;
        let names = chart.places.iter().map(|name| lines(name, place - 4.0, size).len());
        #[allow(clippy::cast_precision_loss, reason = "a few lines")]
        let below = names.max().unwrap_or(1) as f64 * size * 1.2 + 5.0;
        // A value may stand above the highest mark, or below the lowest.
        let top = legend::height(chart, width, size) + size * 1.2;
        let under = if scale.low < 0.0 { size * 1.2 } else { 0.0 };
        Self { scale, left, right, top, bottom: height - below - under, place }
    }

    pub fn y(&self, value: f64) -> f64 {
        self.bottom - self.scale.part(value) * (self.bottom - self.top)
    }

    /// The middle of a place.
    #[allow(clippy::cast_precision_loss, reason = "a few dozen places")]
    pub fn x(&self, place: usize) -> f64 {
        self.left + (place as f64 + 0.5) * self.place
    }

    /// Marks, lines across, names and what stands above.
    pub fn draw(&self, chart: &Chart, canvas: &mut Canvas<'_>) {
        let size = canvas.size;
        legend::draw(chart, canvas);
        for (value, words) in self.scale.marks() {
            let y = self.y(value);
            if value != 0.0 {
                canvas.line((self.left, y), (self.right, y), PALE, 0.5);
            }
            canvas.words((self.left - 4.0, y + size * 0.35), &words, Anchor::End);
        }
        let under = if self.scale.low < 0.0 { size * 1.2 } else { 0.0 };
        for (index, name) in chart.places.iter().enumerate() {
            let name = lines(name, self.place - 4.0, size);
            canvas.lines((self.x(index), self.bottom + under + size * 1.1 + 2.0), &name, Anchor::Middle);
        }
    }

    /// The line of zero, over the bars.
    pub fn zero(&self, canvas: &mut Canvas<'_>) {
        let y = self.y(0.0);
        canvas.line((self.left, y), (self.right, y), INK, 0.8);
    }
}

/// Whether names and values have room beside each other.
pub fn fit(chart: &Chart, sheet: &Sheet) -> bool {
    let size = points(sheet.size);
    let plot = PlotArea::new(chart, points(sheet.width), points(sheet.height), size);
    let names = chart.places.iter().all(|name| {
        let broken = lines(name, plot.place - 4.0, size);
        broken.len() <= MOST_LINES && broken.iter().all(|line| width(line, size) <= plot.place)
    });
    let bar = bar(chart, &plot);
    let values = chart.series.iter().flat_map(|series| series.values.iter().flatten());
    names
        && values.into_iter().all(|value| {
            width(&value.words, size)
                <= bar + if chart.series.len() > 1 { 2.0 } else { plot.place - bar - 4.0 }
        })
}

#[allow(clippy::cast_precision_loss, reason = "a few series")]
fn bar(chart: &Chart, plot: &PlotArea) -> f64 {
    let all = plot.place * (1.0 - BETWEEN);
    (all / chart.series.len().max(1) as f64).min(if chart.series.len() > 1 { 34.0 } else { 40.0 })
}

pub fn draw(chart: &Chart, mut canvas: Canvas<'_>) -> Drawing {
    let plot = PlotArea::new(chart, canvas.width, canvas.height, canvas.size);
    plot.draw(chart, &mut canvas);
    let (bar, size) = (bar(chart, &plot), canvas.size);
    let zero = plot.y(0.0);
    #[allow(clippy::cast_precision_loss, reason = "a few series")]
    let left = |index: usize| bar * (index as f64 - chart.series.len() as f64 / 2.0);
    for place in 0..chart.places.len() {
        for (index, series) in chart.series.iter().enumerate() {
            let x = plot.x(place) + left(index);
            let middle = x + bar / 2.0;
            let Some(value) = series.values.get(place).and_then(Option::as_ref) else {
                canvas.words((middle, zero - 3.0), "—", Anchor::Middle);
                continue;
            };
            let y = plot.y(value.number);
            canvas.rectangle((x, y.min(zero)), (bar, (zero - y).abs()), index, Some(value));
            let label = if value.number < 0.0 { y + size } else { y - 3.0 };
            canvas.clear_words((middle, label), &value.words, Anchor::Middle);
        }
    }
    plot.zero(&mut canvas);
    canvas.finish()
}
