//! What stands above a chart: its unit on the left, the names of its series on the right, in as many lines as they need.

use super::canvas::{Anchor, Canvas};
use super::words::width;
use super::{Chart, ChartKind};

const SWATCH: f64 = 14.0;
const GAP: f64 = 12.0;

/// How series are spread over lines: the first line shares its room with the note.
fn rows(chart: &Chart, room: f64, size: f64) -> Vec<Vec<usize>> {
    if chart.series.len() < 2 {
        return Vec::new();
    }
    let note = if chart.note.is_empty() { 0.0 } else { width(&chart.note, size) + GAP };
    let (mut rows, mut used): (Vec<Vec<usize>>, f64) = (vec![Vec::new()], note);
    for (index, series) in chart.series.iter().enumerate() {
        let wide = SWATCH + 4.0 + width(&series.name, size) + GAP;
        if used + wide > room && used > 0.0 {
            rows.push(Vec::new());
            used = 0.0;
        }
        used += wide;
        if let Some(row) = rows.last_mut() {
            row.push(index);
        }
    }
    rows
}

/// How high it is; 0 for a chart with nothing above it.
pub fn height(chart: &Chart, room: f64, size: f64) -> f64 {
    let rows = rows(chart, room, size).len().max(usize::from(!chart.note.is_empty()));
    #[allow(clippy::cast_precision_loss, reason = "a few lines")]
    let rows = rows as f64;
    if rows == 0.0 { 0.0 } else { rows * size * 1.4 + 4.0 }
}

pub fn draw(chart: &Chart, canvas: &mut Canvas<'_>) {
    let size = canvas.size;
    if !chart.note.is_empty() {
        canvas.words((0.0, size * 1.1), &chart.note, Anchor::Start);
    }
    let mut y = size * 1.1;
    for row in rows(chart, canvas.width, size) {
        let wide = |index: &usize| SWATCH + 4.0 + width(&chart.series[*index].name, size) + GAP;
        let mut x = canvas.width + GAP - row.iter().map(wide).sum::<f64>();
        for index in row {
            let middle = y - size * 0.35;
            match chart.kind {
                ChartKind::Bar => canvas.rectangle((x, middle - 4.0), (SWATCH, 8.0), index, None),
                ChartKind::Line => {
                    canvas.path(&[(x, middle), (x + SWATCH, middle)], index);
                    canvas.sign((x + SWATCH / 2.0, middle), index, None);
                }
            }
            canvas.words((x + SWATCH + 4.0, y), &chart.series[index].name, Anchor::Start);
            x += wide(&index);
        }
        y += size * 1.4;
    }
}
