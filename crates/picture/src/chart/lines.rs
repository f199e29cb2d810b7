//! Lines: a sign at every value, nothing across a place that has none.

use super::bars::PlotArea;
use super::canvas::{Anchor, Canvas};
use super::{Chart, Drawing};

pub fn draw(chart: &Chart, mut canvas: Canvas<'_>) -> Drawing {
    let plot = PlotArea::new(chart, canvas.width, canvas.height, canvas.size);
    plot.draw(chart, &mut canvas);
    plot.zero(&mut canvas);
    for (index, series) in chart.series.iter().enumerate() {
        let mut run: Vec<(f64, f64)> = Vec::new();
        for place in 0..=chart.places.len() {
            if let Some(value) = series.values.get(place).and_then(Option::as_ref) {
                run.push((plot.x(place), plot.y(value.number)));
                continue;
            }
            if run.len() > 1 {
                canvas.path(&run, index);
            }
            run.clear();
        }
    }
    let size = canvas.size;
    for place in 0..chart.places.len() {
        let values = chart.series.iter().map(|series| series.values.get(place).and_then(Option::as_ref));
        let mut here: Vec<(f64, usize, &super::Value)> = values
            .enumerate()
            .filter_map(|(index, value)| Some((plot.y(value?.number), index, value?)))
            .collect();
        for (y, index, value) in &here {
            canvas.sign((plot.x(place), *y), *index, Some(value));
        }
        // From the lowest up: a value stands above its sign, and above the value below it.
        here.sort_by(|one, other| other.0.total_cmp(&one.0));
        // What says the same in the same spot says it once.
        here.dedup_by(|one, other| one.0.total_cmp(&other.0).is_eq() && one.2.words == other.2.words);
        let mut above = f64::MAX;
        let signs: Vec<f64> = here.iter().map(|(y, ..)| *y).collect();
        for (y, _, value) in here {
            let mut at = (y - 5.0).min(above - size * 1.05);
            for sign in &signs {
                if *sign < y && (at - size * 0.35 - sign).abs() < size * 0.5 + 3.0 {
                    at = at.min(sign - 5.0);
                }
            }
            canvas.clear_words((plot.x(place), at), &value.words, Anchor::Middle);
            above = at;
        }
    }
    canvas.finish()
}
