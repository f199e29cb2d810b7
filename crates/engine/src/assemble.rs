//! One unit, from its data to its files: read → contribute → collect → word → typeset → write.

use std::path::Path;

use huibian_diagnostic::{Diagnostic, Result};
use huibian_document::{Document, Meta, Signature};
use huibian_host::Plugin;
use huibian_writers::{DocxScratch, DocxWriter, markdown, text};

use crate::artifact::{self, Artifact};
use crate::check;
use crate::collect::collect;
use crate::contribute::{Section, contribute};
use crate::format::Format;
use crate::outcome::{Outcome, Status};
use crate::report::word;
use crate::typeset::typeset;
use crate::unit::{Header, Unit};
use crate::workspace::Workspace;

/// A workspace whose plugins are loaded.
pub struct Assembler {
    /// What is assembled.
    pub workspace: Workspace,
    sections: Vec<Section>,
    docx: DocxWriter,
}

impl Assembler {
    /// Loads the plugins' code.
    ///
    /// # Errors
    /// P004 to P008 for each plugin that cannot be loaded.
    pub fn new(workspace: Workspace) -> Result<Self, Vec<Diagnostic>> {
        let (mut sections, mut faults) = (Vec::new(), Vec::new());
        for (folder, isolation) in workspace.placed_plugins() {
            let checks = check::compile(&folder.manifest).unwrap_or_default();
            match Plugin::load(folder.clone(), &workspace.libraries, isolation) {
                Ok(plugin) => sections.push(Section { plugin, checks }),
                Err(fault) => faults.push(fault),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let docx = DocxWriter::new(&workspace.style);
        Ok(Self { workspace, sections, docx })
    }

    /// Assembles one unit and writes its files.
    pub fn assemble(&self, file: &Path, scratch: &mut DocxScratch) -> Outcome {
        let (document, mut outcome) = self.document(file);
        let written = document.map(|document| self.write(&outcome.header, &document, scratch));
        match written {
            Some(Ok(artifacts)) => outcome.artifacts = artifacts,
            Some(Err(fault)) => {
                outcome.status = Status::Failed;
                outcome.diagnostics.push(fault);
            }
            None => {}
        }
        outcome
    }

    /// The report as text, and what became of it; nothing is written.
    pub fn preview(&self, file: &Path) -> (Option<String>, Outcome) {
        let (document, outcome) = self.document(file);
        (document.map(|document| text(&document, &self.workspace.style)), outcome)
    }

    /// One unit's document, unless something is wrong; what is known of its figures stands in any case.
    pub fn document(&self, file: &Path) -> (Option<Document>, Outcome) {
        let (header, unit) = self.workspace.read_unit(file);
        let mut unit = match unit {
            Ok(unit) => unit,
            Err(faults) => return (None, Outcome::new(header, Status::Failed, faults)),
        };
        let mut outcome = Outcome::new(header, Status::Done, Vec::new());
        let parts = contribute(&self.sections, &self.workspace, &mut unit, &mut outcome.diagnostics);
        let (figures, findings) = collect(&parts);
        outcome.findings.append(&mut unit.findings);
        outcome.findings.extend(findings);
        let document = if outcome.diagnostics.is_empty() {
            let report = word(&self.workspace, &unit, parts, &figures);
            let set = report.and_then(|report| typeset(&report, &self.workspace.style));
            set.map(|(title, blocks)| Document { meta: self.meta(&unit, title), blocks })
                .map_err(|fault| outcome.diagnostics.push(fault))
                .ok()
        } else {
            None
        };
        if document.is_none() {
            outcome.status = Status::Failed;
        }
        outcome.figures = figures;
        (document, outcome)
    }

    fn meta(&self, unit: &Unit, title: Vec<huibian_document::Inline>) -> Meta {
        let workspace = &self.workspace;
        let name = &unit.identity.name;
        Meta {
            title,
            recipients: unit.recipients.clone(),
            signature: Some(Signature { name: name.clone(), date: workspace.date }),
            language: workspace.style.language.clone(),
            subject: format!("{} {}", workspace.title, workspace.period),
            creator: name.clone(),
            generator: self.generator(),
        }
    }

    fn generator(&self) -> String {
        let manifests = self.workspace.plugins.iter().map(|plugin| &plugin.manifest);
        let plugins: Vec<String> =
            manifests.map(|manifest| format!("{} {}", manifest.id, manifest.version)).collect();
        format!("huibian {} ({})", env!("CARGO_PKG_VERSION"), plugins.join(", "))
    }

    fn write(
        &self,
        header: &Header,
        document: &Document,
        scratch: &mut DocxScratch,
    ) -> Result<Vec<Artifact>> {
        let Workspace { formats, style, pattern, .. } = &self.workspace;
        let files = formats.iter().map(|format| {
            let bytes = match format {
                Format::Docx => self.docx.write(document, scratch),
                Format::Markdown => markdown(document, style).into_bytes(),
                Format::Text => text(document, style).into_bytes(),
            };
            (pattern.path(header, *format), bytes)
        });
        artifact::write_all(files)
    }
}
