//! SVG being written.

use std::fmt::Write;

use huibian_document::Length;

use super::{Drawing, Sheet, Value};

const PER_POINT: i64 = 12_700;
/// Lines and letters.
pub const INK: &str = "#262626";
/// Lines across the picture.
pub const PALE: &str = "#D0D0D0";
/// What series are filled with: one colour, then greys that keep apart in print.
pub const SHADES: [&str; 6] = ["#2F5C8F", "#BFBFBF", "#7F7F7F", "#E8E8E8", "#4D4D4D", "#A6A6A6"];

/// Where words stand from their point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

/// A drawing that is under way.
pub struct Canvas<'s> {
    pub width: f64,
    pub height: f64,
    /// The size of its letters.
    pub size: f64,
    sheet: &'s Sheet,
    svg: String,
}

#[allow(clippy::cast_precision_loss, reason = "lengths on a page")]
pub fn points(length: Length) -> f64 {
    length.emu() as f64 / PER_POINT as f64
}

#[allow(clippy::cast_possible_truncation, clippy::cast_precision_loss, reason = "lengths on a page")]
pub fn length(points: f64) -> Length {
    Length::from_emu((points * PER_POINT as f64).round() as i64)
}

impl<'s> Canvas<'s> {
    pub fn new(sheet: &'s Sheet, height: Length) -> Self {
        let (width, height) = (points(sheet.width), points(height));
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.2}pt\" height=\"{height:.2}pt\" \
             viewBox=\"0 0 {width:.2} {height:.2}\">\n"
        );
        Self { width, height, size: points(sheet.size), sheet, svg }
    }

    pub fn line(&mut self, (x1, y1): (f64, f64), (x2, y2): (f64, f64), color: &str, thick: f64) {
        let _ = writeln!(
            self.svg,
            "<line x1=\"{x1:.2}\" y1=\"{y1:.2}\" x2=\"{x2:.2}\" y2=\"{y2:.2}\" stroke=\"{color}\" \
             stroke-width=\"{thick}\"/>"
        );
    }

    /// A rectangle; one that is a value says of what.
    pub fn rectangle(
        &mut self,
        (x, y): (f64, f64),
        (width, height): (f64, f64),
        shade: usize,
        of: Option<&Value>,
    ) {
        let fill = SHADES[shade % SHADES.len()];
        let _ = write!(
            self.svg,
            "<rect x=\"{x:.2}\" y=\"{y:.2}\" width=\"{width:.2}\" height=\"{height:.2}\" fill=\"{fill}\" \
             stroke=\"{INK}\" stroke-width=\"0.5\""
        );
        self.value(of);
    }

    /// The line of a series through its points.
    pub fn path(&mut self, points: &[(f64, f64)], shade: usize) {
        const DASHES: [&str; 6] = ["", "6 2", "2 2", "8 2 2 2", "4 4", "1 2"];
        let points: Vec<String> = points.iter().map(|(x, y)| format!("{x:.2},{y:.2}")).collect();
        let (color, dashes) = (line_color(shade), DASHES[shade % DASHES.len()]);
        let _ = write!(
            self.svg,
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"1.5\"",
            points.join(" ")
        );
        if !dashes.is_empty() {
            let _ = write!(self.svg, " stroke-dasharray=\"{dashes}\"");
        }
        self.svg.push_str("/>\n");
    }

    /// The sign of a series at a point: round, square, pointed.
    pub fn sign(&mut self, (x, y): (f64, f64), shade: usize, of: Option<&Value>) {
        const R: f64 = 2.8;
        let color = line_color(shade);
        let _ = match shade % 3 {
            0 => write!(self.svg, "<circle cx=\"{x:.2}\" cy=\"{y:.2}\" r=\"{R}\""),
            1 => write!(
                self.svg,
                "<rect x=\"{:.2}\" y=\"{:.2}\" width=\"{:.2}\" height=\"{:.2}\"",
                x - R,
                y - R,
                2.0 * R,
                2.0 * R
            ),
            _ => write!(
                self.svg,
                "<path d=\"M{x:.2} {:.2}L{:.2} {:.2}H{:.2}Z\"",
                y - R - 0.6,
                x + R + 0.4,
                y + R,
                x - R - 0.4
            ),
        };
        let fill = if shade < 3 { color } else { "#FFFFFF" };
        let _ = write!(self.svg, " fill=\"{fill}\" stroke=\"{color}\" stroke-width=\"1\"");
        self.value(of);
    }

    fn value(&mut self, of: Option<&Value>) {
        if let Some(value) = of {
            let (count, number) = (escaped(&value.count), value.number);
            let _ = write!(self.svg, " data-count=\"{count}\" data-value=\"{number}\"");
        }
        self.svg.push_str("/>\n");
    }

    /// Words that lines across would otherwise strike through.
    pub fn clear_words(&mut self, (x, y): (f64, f64), words: &str, anchor: Anchor) {
        let wide = super::words::width(words, self.size) - 1.0;
        let left = match anchor {
            Anchor::Start => x,
            Anchor::Middle => x - wide / 2.0,
            Anchor::End => x - wide,
        };
        let (top, high) = (y - self.size * 0.8, self.size * 0.9);
        let _ = writeln!(
            self.svg,
            "<rect x=\"{left:.2}\" y=\"{top:.2}\" width=\"{wide:.2}\" height=\"{high:.2}\" fill=\"#FFFFFF\"/>"
        );
        self.words((x, y), words, anchor);
    }

    /// Words on a line, digits and letters in their own face.
    pub fn words(&mut self, (x, y): (f64, f64), words: &str, anchor: Anchor) {
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let faces: Vec<String> = self.sheet.faces.iter().map(|face| family(face)).collect();
        let latin = family(&self.sheet.latin);
        let is_latin = |c: char| c.is_ascii() && c != ' ';
        let all_latin = words.chars().all(is_latin);
        let _ = write!(
            self.svg,
            "<text x=\"{x:.2}\" y=\"{y:.2}\" font-size=\"{:.2}\" text-anchor=\"{anchor}\" fill=\"{INK}\" \
             font-family=\"{}{}\">",
            self.size,
            if all_latin { format!("{latin},") } else { String::new() },
            faces.join(",")
        );
        let mut rest = words;
        while let Some(first) = rest.chars().next() {
            let end = rest.find(|c| is_latin(c) != is_latin(first)).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            if is_latin(first) && !all_latin {
                let _ = write!(
                    self.svg,
                    "<tspan font-family=\"{latin},{}\">{}</tspan>",
                    faces.join(","),
                    escaped(run)
                );
            } else {
                self.svg.push_str(&escaped(run));
            }
            rest = after;
        }
        self.svg.push_str("</text>\n");
    }

    /// Lines of words, the first of them at a point.
    pub fn lines(&mut self, (x, y): (f64, f64), lines: &[String], anchor: Anchor) {
        let mut y = y;
        for line in lines {
            self.words((x, y), line, anchor);
            y += self.size * 1.2;
        }
    }

    pub fn finish(mut self) -> Drawing {
        self.svg.push_str("</svg>\n");
        Drawing { svg: self.svg, width: length(self.width), height: length(self.height) }
    }
}

/// Pale fills are no lines.
fn line_color(shade: usize) -> &'static str {
    [SHADES[0], "#404040", "#8C8C8C", SHADES[0], "#404040", "#8C8C8C"][shade % 6]
}

fn family(face: &str) -> String {
    if ["serif", "sans-serif", "cursive"].contains(&face) {
        return face.to_owned();
    }
    format!("'{}'", escaped(&face.replace(['\'', '\\'], "")))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
