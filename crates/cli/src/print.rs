//! Diagnostics and findings as a person reads them.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use huibian_contract::Severity;
use huibian_diagnostic::{Catalog, Diagnostic};
use huibian_engine::finding::Finding;

/// Prints in one language, with or without colour.
pub struct Printer {
    /// The messages.
    pub catalog: &'static Catalog,
    renderer: Renderer,
    error: &'static str,
    help: &'static str,
}

impl Printer {
    /// A printer for a language.
    pub fn new(catalog: &'static Catalog, chinese: bool, color: bool) -> Self {
        let renderer = if color { Renderer::styled() } else { Renderer::plain() };
        let (error, help) = if chinese { ("错误", "办法") } else { ("error", "help") };
        Self { catalog, renderer, error, help }
    }

    /// Prints faults to standard error.
    pub fn faults(&self, faults: &[Diagnostic]) {
        for fault in faults {
            eprintln!("{}\n", self.fault(fault));
        }
    }

    fn fault(&self, fault: &Diagnostic) -> String {
        let message = self.catalog.message(fault);
        let level = Level::ERROR.with_name(self.error);
        let path =
            fault.place().map(|place| place.path().to_string_lossy().replace('\\', "/")).unwrap_or_default();
        let title = level.primary_title(message).id(fault.code().as_str());
        let mut group = match fault.place().and_then(|place| place.text_and_span()) {
            Some((text, span)) => {
                title.element(Snippet::source(text).path(path).annotation(AnnotationKind::Primary.span(span)))
            }
            None if path.is_empty() => Group::with_title(title),
            None => title.element(annotate_snippets::Origin::path(path)),
        };
        let suggestion =
            fault.suggestion().map(|meant| self.catalog.text("did-you-mean", &[("meant", &meant)]));
        for help in suggestion.into_iter().chain(self.catalog.help(fault)) {
            group = group.element(Level::HELP.with_name(self.help).message(help));
        }
        self.renderer.render(&[group]).clone()
    }

    /// Prints findings to standard error.
    pub fn findings(&self, findings: &[Finding]) {
        for finding in findings {
            let weight = match finding.severity {
                Severity::Note => "finding-note",
                Severity::Warning => "finding-warning",
                Severity::Error => "finding-error",
            };
            let place = finding.place.as_ref().map_or_else(String::new, |place| format!(" ({place})"));
            eprintln!("{} {}: {}{place}", self.catalog.text(weight, &[]), finding.plugin, finding.text);
        }
    }
}
