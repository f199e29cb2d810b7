//! How far a batch has come: a bar on a terminal, a line a unit elsewhere, nothing when quiet.

use std::io::IsTerminal;
use std::time::{Duration, Instant};

use huibian_engine::outcome::Outcome;
use indicatif::{ProgressBar, ProgressStyle};

use crate::harmless::harmless;
use crate::outcome::verdict;
use crate::print::{Printer, Verbosity, milliseconds, tell};

/// How often lines are written: who reads them is woken for each time.
const OFTEN: Duration = Duration::from_millis(100);

/// The progress of one batch, on standard error.
pub struct Progress<'p> {
    printer: &'p Printer,
    shape: Shape,
    done: usize,
    last: Instant,
}

enum Shape {
    Bar(ProgressBar),
    /// The lines that have yet to be written, and since when they wait.
    Lines(Vec<String>, Instant),
    Nothing,
}

impl<'p> Progress<'p> {
    /// Progress before the first unit.
    ///
    /// # Errors
    /// When the bar cannot be drawn.
    pub fn new(printer: &'p Printer) -> anyhow::Result<Self> {
        let shape = match printer.verbosity {
            Verbosity::Quiet => Shape::Nothing,
            Verbosity::Normal | Verbosity::Verbose if std::io::stderr().is_terminal() => {
                let style = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}")?;
                Shape::Bar(ProgressBar::new(0).with_style(style))
            }
            _ => Shape::Lines(Vec::new(), Instant::now()),
        };
        Ok(Self { printer, shape, done: 0, last: Instant::now() })
    }

    /// Hears of a unit, one of so many.
    pub fn unit(&mut self, outcome: &Outcome, units: usize) {
        self.done += 1;
        match &mut self.shape {
            Shape::Nothing => {}
            Shape::Bar(bar) => {
                bar.set_length(units as u64);
                bar.set_message(harmless(&outcome.head.name, false).into_owned());
                bar.inc(1);
            }
            // Where nothing was to be done there is nothing to tell.
            Shape::Lines(..) if outcome.kept.is_some() => {}
            Shape::Lines(lines, since) => {
                let mut line = format!(
                    "[{}/{}] {} {}",
                    self.done,
                    units,
                    outcome.head.name,
                    verdict(self.printer, outcome)
                );
                if self.printer.verbosity == Verbosity::Detailed {
                    let time = milliseconds(self.last.elapsed());
                    line.push(' ');
                    line.push_str(&self.printer.text("stage-time", &[("milliseconds", &time)]));
                }
                lines.push(line);
                if since.elapsed() >= OFTEN {
                    tell(lines.join("\n"));
                    lines.clear();
                    *since = Instant::now();
                }
            }
        }
        self.last = Instant::now();
    }

    /// Takes the bar away, or writes the last lines.
    pub fn finish(self) {
        match self.shape {
            Shape::Bar(bar) => bar.finish_and_clear(),
            Shape::Lines(lines, _) if !lines.is_empty() => tell(lines.join("\n")),
            Shape::Lines(..) | Shape::Nothing => {}
        }
    }
}
