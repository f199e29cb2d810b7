//! Diagnostics, findings and stages as a person reads them.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::io::{ErrorKind, IsTerminal, Stdout, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use annotate_snippets::{AnnotationKind, Group, Level, Message, Origin, Renderer, Snippet, Title};
use huibian_check::across::WORKSPACE;
use huibian_contract::Severity;
use huibian_diagnostic::{Catalog, Code, Diagnostic, Entry, Location};

use crate::harmless::harmless;
use crate::here::Here;
use crate::usage::Misuse;

/// How much of a line is shown on each side of what is meant, and of that itself.
const LONGEST: usize = 500;

/// How much is said.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verbosity {
    /// Errors and the last line.
    Quiet,
    /// What a run found and made.
    Normal,
    /// Also how long it took and where things were found.
    Verbose,
    /// Also each unit's time.
    Detailed,
}

/// Prints in one language, with or without colour. Results go to standard output, all else to standard error.
pub struct Printer {
    /// The messages.
    pub catalog: &'static Catalog,
    /// How much is said.
    pub verbosity: Verbosity,
    /// Where the program was started.
    pub here: Here,
    /// Whether results have colour.
    pub coloured: bool,
    /// The workspace that the command line names.
    pub workspace: Option<PathBuf>,
    renderer: Renderer,
    out: Stdout,
    /// Whether nobody reads results any more.
    is_unheard: Cell<bool>,
    /// Whether a result could not be told.
    is_faulty: Cell<bool>,
}

/// What sections are called, by the id of their plugin.
pub type Titles = BTreeMap<String, String>;

impl Printer {
    /// A printer for a language.
    pub fn new(catalog: &'static Catalog, color: bool) -> Self {
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        let width = terminal_size::terminal_size_of(std::io::stderr()).map(|(width, _)| usize::from(width.0));
        let renderer = renderer.term_width(width.unwrap_or(WIDTH).max(40));
        let (verbosity, here, out) = (Verbosity::Normal, Here::new(), std::io::stdout());
        let (is_unheard, is_faulty) = (Cell::new(false), Cell::new(false));
        IS_COLOURED.store(color, Ordering::Relaxed);
        Self {
            catalog,
            verbosity,
            here,
            coloured: false,
            workspace: None,
            renderer,
            out,
            is_unheard,
            is_faulty,
        }
    }

    /// A text of the catalog.
    pub fn text(&self, id: &str, arguments: &[(&str, &dyn Display)]) -> String {
        self.catalog.text(id, arguments)
    }

    /// A piece of a result in an ANSI colour, where there is colour.
    pub fn painted(&self, text: &str, colour: &str) -> String {
        if self.coloured { format!("\u{1b}[{colour}m{text}\u{1b}[0m") } else { text.to_owned() }
    }

    /// A result, on standard output. Where the reader has gone away nothing more is said, and what is being done is done; one
    /// that takes no more is told of, once.
    pub fn say(&self, text: impl Display) {
        if self.is_unheard.get() {
            return;
        }
        let mut out = self.out.lock();
        let text = text.to_string();
        if let Err(error) = writeln!(out, "{}", harmless(&text, self.coloured)).and_then(|()| out.flush()) {
            self.is_unheard.set(true);
            if error.kind() != ErrorKind::BrokenPipe {
                tell(error);
                self.is_faulty.set(true);
            }
        }
    }

    /// Whether every result was told that somebody was there to hear.
    pub fn told_all(&self) -> bool {
        !self.is_faulty.get()
    }

    /// A result that `--quiet` leaves out.
    pub fn mention(&self, text: impl Display) {
        if self.verbosity > Verbosity::Quiet {
            self.say(text);
        }
    }

    /// Does a stage's work and says how long it took.
    pub fn stage<T>(&self, id: &str, work: impl FnOnce() -> T) -> T {
        let begun = Instant::now();
        let done = work();
        let time = self.text("stage-time", &[("milliseconds", &milliseconds(begun.elapsed()))]);
        self.detail(&self.text(id, &[]), time);
        done
    }

    /// Says where something was found, or how long it took.
    pub fn detail(&self, what: &str, found: impl Display) {
        if self.verbosity >= Verbosity::Verbose {
            tell(self.text("detail-line", &[("what", &what), ("found", &found)]));
        }
    }

    /// Prints faults to standard error, and the remarks among them as such.
    pub fn faults(&self, faults: &[Diagnostic]) {
        let is_told = |fault: &&Diagnostic| fault.fails() || self.verbosity > Verbosity::Quiet;
        let level = |fault: &Diagnostic| if fault.fails() { self.error() } else { self.remark() };
        let shown = faults.iter().filter(is_told).map(|fault| self.rendered(fault, level(fault)));
        let shown: Vec<String> = shown.collect();
        if !shown.is_empty() {
            tell(shown.join("\n\n"));
        }
    }

    /// Prints what is odd about the data, to standard error; `--quiet` leaves it out.
    pub fn remarks(&self, remarks: &[Diagnostic]) {
        if self.verbosity > Verbosity::Quiet {
            for remark in remarks {
                tell(self.rendered(remark, self.remark()));
            }
        }
    }

    /// A fault's sentence, and what to do about it.
    pub fn words(&self, fault: &Diagnostic) -> (String, String) {
        let suggestion = fault.suggestion().map(|meant| self.text("did-you-mean", &[("meant", &meant)]));
        let remedy: Vec<String> = suggestion.into_iter().chain(self.catalog.help(fault)).collect();
        (self.catalog.message(fault), remedy.join(" "))
    }

    /// Prints what is wrong with the command line.
    pub fn misuse(&self, misuse: &Misuse) {
        let helps = misuse.help.iter().map(|help| self.help().message(help));
        let notes = misuse.notes.iter().map(|(label, note)| Level::NOTE.with_name(label).message(note));
        tell(self.placeless(self.error().primary_title(&misuse.message), helps.chain(notes).collect()));
    }

    fn error(&self) -> Level<'static> {
        Level::ERROR.with_name(self.text("level-error", &[]))
    }

    fn help(&self) -> Level<'static> {
        Level::HELP.with_name(self.text("level-help", &[]))
    }

    fn remark(&self) -> Level<'static> {
        Level::WARNING.with_name(self.text("level-remark", &[]))
    }

    fn rendered(&self, fault: &Diagnostic, level: Level<'static>) -> String {
        let fault = self.seen_from_here(fault);
        let title = level.primary_title(self.catalog.message(&fault)).id(fault.code().as_str());
        let suggestion = fault.suggestion().map(|meant| self.text("did-you-mean", &[("meant", &meant)]));
        let helps = suggestion.into_iter().chain(self.catalog.help(&fault));
        let helps = helps.map(|help| self.help().message(help));
        match fault.location().filter(|place| !self.here.path(place.path()).is_empty()) {
            None => self.placeless(title, helps.collect()),
            Some(place) => self.renderer.render(&[self.placed(title, place).elements(helps)]),
        }
    }

    /// A title with what is said below it. In one group the renderer would part them by an empty line of a text that is
    /// not there.
    fn placeless(&self, title: Title<'_>, below: Vec<Message<'_>>) -> String {
        let title = self.renderer.render(&[Group::with_title(title)]);
        if below.is_empty() {
            return title;
        }
        title + "\n" + &self.renderer.render(&[Group::with_level(Level::HELP).elements(below)])
    }

    /// The same fault with its paths relative to the current directory.
    pub fn seen_from_here(&self, fault: &Diagnostic) -> Diagnostic {
        let mut shown = fault.map_paths(|path| self.here.path(path).into());
        if fault.code() == Code::NotPermitted {
            shown = shown.with("options", self.options_of_trust(!std::io::stdin().is_terminal()));
        }
        shown
    }

    /// What `huibian plugin trust ID` needs beside the id to do its work here: where it cannot ask, a `yes` beforehand.
    pub fn options_of_trust(&self, yes: bool) -> String {
        let workspace = self.workspace.as_ref().map(|workspace| {
            let path = workspace.display().to_string();
            if path.contains(char::is_whitespace) {
                format!(" --workspace \"{path}\"")
            } else {
                format!(" --workspace {path}")
            }
        });
        workspace.unwrap_or_default() + if yes { " --yes" } else { "" }
    }

    fn placed<'a>(&self, title: Title<'a>, place: &'a Location) -> Group<'a> {
        let path = self.here.path(place.path());
        match place.text_and_span() {
            Some((text, span)) => {
                let span = span.start..text.floor_char_boundary(span.end.min(span.start + LONGEST));
                let shown = around(text, &span);
                let (first, within) = (shown.start, span.start - shown.start..span.end - shown.start);
                let (line, column) = place.line_and_column().unwrap_or((1, 1));
                let above = text[first..span.start].matches('\n').count();
                let snippet = Snippet::source(&text[shown]).line_start(line - above);
                let snippet = snippet.annotation(AnnotationKind::Primary.span(within));
                if first == 0 || text[..first].ends_with('\n') {
                    return title.element(snippet.path(path));
                }
                title.element(Origin::path(path).line(line).char_column(column)).element(snippet)
            }
            None => title.element(Origin::path(path + &place.within())),
        }
    }

    /// A diagnostic for other programs, in the language of this one, its paths as they are seen from here. Its
    /// fingerprint is that of the record of a workspace in `root`.
    pub fn entry(&self, fault: &Diagnostic, unit: &str, root: &Path) -> Entry {
        let shown = self.seen_from_here(fault).relative_to(&self.here.folder());
        let help = self.words(&shown).1;
        Entry {
            unit: Some(unit).filter(|unit| !unit.is_empty()).map(str::to_owned),
            fingerprint: fault.relative_to(root).fingerprint(),
            help: Some(help).filter(|help| !help.is_empty()),
            ..Entry::new(&shown, self.catalog)
        }
    }

    /// Whether a finding is printed: not one that was let through.
    pub fn speaks_of(&self, finding: &Diagnostic) -> bool {
        finding.accepted().is_none() && self.verbosity > Verbosity::Quiet || finding.fails()
    }

    /// Prints findings to standard error; `--quiet` keeps those that fail the run.
    pub fn findings(&self, findings: &[Diagnostic], titles: &Titles) {
        for finding in findings.iter().filter(|finding| self.speaks_of(finding)) {
            let finding = self.seen_from_here(finding);
            let weight = match finding.severity() {
                Severity::Error => "finding-error",
                Severity::Warning => "finding-warning",
                Severity::Note => "finding-note",
            };
            let (weight, section) = (self.text(weight, &[]), self.section(&finding, titles));
            let text = self.catalog.message(&finding);
            let code = finding.code();
            let parts: [(&str, &dyn Display); 4] =
                [("weight", &weight), ("code", &code), ("section", &section), ("finding", &text)];
            tell(self.text("finding-line", &parts));
            if let Some(place) = finding.location() {
                tell(format_args!("  --> {}", self.here.place(place)));
            }
        }
    }

    /// What the section is called that a finding is about.
    pub fn section(&self, finding: &Diagnostic, titles: &Titles) -> String {
        let Some(id) = finding.plugin() else { return self.text("finding-document", &[]) };
        match titles.get(id.as_str()) {
            Some(title) => title.clone(),
            None if id.as_str() == WORKSPACE => self.text("finding-across", &[]),
            None => id.to_string(),
        }
    }
}

/// Whether what is said on standard error has colour.
static IS_COLOURED: AtomicBool = AtomicBool::new(false);

/// Says something on standard error. Where nobody reads it, a run goes on and its record tells all.
pub fn tell(text: impl Display) {
    let text = format!("{text}\n");
    // Standard error keeps nothing back: a line goes out in one piece.
    let _ =
        std::io::stderr().lock().write_all(harmless(&text, IS_COLOURED.load(Ordering::Relaxed)).as_bytes());
}

/// Columns of a line where there is no terminal to ask.
const WIDTH: usize = 110;

/// A time as a person reads it.
pub fn milliseconds(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1000.0)
}

/// The lines of a text that are shown for a span of it, and one on each side; the renderer goes over all that it is given, for
/// each fault. Of lines beyond all measure a part.
fn around(text: &str, span: &Range<usize>) -> Range<usize> {
    let boundary = |mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    let least = boundary(span.start.saturating_sub(LONGEST));
    let most = boundary((span.end + LONGEST).min(text.len()));
    let start = |at: usize| text[least..at].rfind('\n').map_or(least, |end| least + end + 1);
    let end = |at: usize| text[at..most].find('\n').map_or(most, |length| at + length + 1);
    let first = start(span.start);
    start(first.saturating_sub(1).max(least))..end(end(span.end))
}

#[cfg(test)]
mod tests {
    use huibian_diagnostic::{Lang, Source};

    use super::*;

    fn printer() -> Printer {
        Printer {
            catalog: Catalog::of(Lang::Zh),
            verbosity: Verbosity::Normal,
            here: Here::new(),
            coloured: false,
            workspace: None,
            renderer: Renderer::plain().term_width(80),
            out: std::io::stdout(),
            is_unheard: Cell::new(false),
            is_faulty: Cell::new(false),
        }
    }

    fn shown(text: &str, marked: &str) -> String {
        let printer = printer();
        let source = Source::new("data/云溪.toml", text);
        let at = text.find(marked).unwrap();
        let place = Location::span(&source, at..at + marked.len());
        let fault = Diagnostic::new(Code::UnknownField).with("key", marked).at(place);
        printer.rendered(&fault, printer.error())
    }

    /// Columns of the marked text and of the carets below it, as a terminal shows them.
    fn columns(shown: &str, marked: &str) -> ((usize, usize), (usize, usize)) {
        let width = |text: &str| text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>();
        let lines: Vec<&str> = shown.lines().collect();
        let below = lines.iter().position(|line| line.contains('^')).unwrap();
        let (line, carets) = (lines[below - 1], lines[below]);
        let (at, start) = (line.find(marked).unwrap(), carets.find('^').unwrap());
        ((width(&line[..at]), width(marked)), (start, carets.matches('^').count()))
    }

    #[test]
    fn carets_stand_under_wide_characters_and_after_tabs() {
        for (text, marked) in [
            ("name = \"云溪镇\" # 镇\n场所 = 3\n", "场所"),
            ("说明 = \"东河村，西河村\", 场所 = 3\n", "场所"),
            ("\t\tsites = \"\t场所\"\n", "场所"),
            ("a = 1, \u{FF21} = 2, sites_total = 3\n", "sites_total"),
        ] {
            let shown = shown(text, marked);
            let (word, carets) = columns(&shown, marked);
            assert_eq!(word, carets, "\n{shown}");
        }
    }

    #[test]
    fn a_fault_without_a_place_has_no_empty_line_of_text() {
        let printer = printer();
        let fault = Diagnostic::new(Code::NoPdf);
        let shown = printer.rendered(&fault, printer.error());
        assert_eq!(shown.lines().count(), 2, "{shown}");
        assert!(shown.starts_with("错误[O005]: ") && shown.contains("\n = 办法: "), "{shown}");
        let (message, _) = printer.words(&fault);
        assert_eq!(shown.lines().next(), Some(format!("错误[O005]: {message}").as_str()));
    }

    #[test]
    fn a_long_line_is_cut_around_what_is_marked() {
        let text = format!(
            "plan = \"{}\" , 场所 = 3, note = \"{}\"\n",
            "很长的一句话，".repeat(60),
            "再来".repeat(90)
        );
        let shown = shown(&text, "场所");
        assert!(shown.lines().all(|line| line.chars().count() <= 110), "\n{shown}");
        let (word, carets) = columns(&shown, "场所");
        assert_eq!(word, carets, "\n{shown}");
    }
}
