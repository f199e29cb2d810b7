//! Lying bars: one below the other, names on their left, on as many sheets as they need. All sheets have one scale.

use super::canvas::{Anchor, Canvas, INK, PALE, length, points};
use super::scale::Scale;
use super::words::{lines, width};
use super::{Chart, Drawing, Sheet, legend};

/// The most of the width that names take.
const NAMES: f64 = 0.4;
const GAP: f64 = 6.0;

pub fn draw(chart: &Chart, sheet: &Sheet) -> Vec<Drawing> {
    let (size, wide) = (points(sheet.size), points(sheet.width));
    let longest = chart.places.iter().map(|name| width(name, size)).fold(0.0, f64::max);
    let room = longest.min(wide * NAMES) + 1.0;
    let names: Vec<Vec<String>> = chart.places.iter().map(|name| lines(name, room, size)).collect();
    let bar = size * 1.15;
    #[allow(clippy::cast_precision_loss, reason = "a few lines")]
    let height =
        |name: &Vec<String>| (chart.series.len() as f64 * bar).max(name.len() as f64 * size * 1.2) + GAP;
    let (above, below) = (legend::height(chart, wide, size) + 4.0, size * 1.4);
    let all: f64 = names.iter().map(height).sum();
    let sheets = (all / (points(sheet.most) - above - below)).ceil().max(1.0);
    // Sheets of like length look better than one full and one nearly empty.
    let (share, most) = (all / sheets, points(sheet.most) - above - below);
    let mut parts: Vec<(usize, usize, f64)> = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let height = height(name);
        match parts.last_mut() {
            Some((_, end, used)) if *used + height / 2.0 < share && *used + height <= most => {
                *end = index + 1;
                *used += height;
            }
            _ => parts.push((index, index + 1, height)),
        }
    }
    let scale = Scale::of(chart.series.iter().flat_map(|s| s.values.iter().flatten()).map(|v| v.number));
    let drawn = parts.into_iter().map(|(start, end, used)| {
        let mut canvas = Canvas::new(sheet, length(above + used + below));
        legend::draw(chart, &mut canvas);
        let labels = chart.series.iter().flat_map(|series| series.values.iter().flatten());
        let label = labels.map(|value| width(&value.words, size)).fold(0.0, f64::max) + 5.0;
        let low = if scale.low < 0.0 { label } else { 0.0 };
        let (left, right) = (room + 6.0 + low, wide - label);
        let x = |value: f64| left + scale.part(value) * (right - left);
        let (top, bottom) = (above, above + used);
        for (value, words) in scale.marks() {
            if value != 0.0 {
                canvas.line((x(value), top), (x(value), bottom), PALE, 0.5);
            }
            canvas.words((x(value), bottom + size * 1.1), &words, Anchor::Middle);
        }
        let mut y = top;
        for (place, name) in names.iter().enumerate().take(end).skip(start) {
            let height = height(name);
            #[allow(clippy::cast_precision_loss, reason = "a few lines")]
            let first = y + height / 2.0 - name.len() as f64 * size * 0.6 + size * 0.95;
            canvas.lines((room, first), name, Anchor::End);
            #[allow(clippy::cast_precision_loss, reason = "a few series")]
            let mut at = y + (height - chart.series.len() as f64 * bar) / 2.0;
            for (index, series) in chart.series.iter().enumerate() {
                let baseline = at + bar / 2.0 + size * 0.35;
                match series.values.get(place).and_then(Option::as_ref) {
                    Some(value) => {
                        let end = x(value.number);
                        let (from, to) = (end.min(x(0.0)), end.max(x(0.0)));
                        canvas.rectangle((from, at + 0.5), (to - from, bar - 1.0), index, Some(value));
                        if value.number < 0.0 {
                            canvas.clear_words((from - 3.0, baseline), &value.words, Anchor::End);
                        } else {
                            canvas.clear_words((to + 3.0, baseline), &value.words, Anchor::Start);
                        }
                    }
                    None => canvas.words((x(0.0) + 3.0, baseline), "—", Anchor::Start),
                }
                at += bar;
            }
            y += height;
        }
        canvas.line((x(0.0), top), (x(0.0), bottom), INK, 0.8);
        canvas.finish()
    });
    drawn.collect()
}
