//! One unit, from its data to its files.

use std::path::{Path, PathBuf};

use handlebars::Context;
use huibian_contract::{CONTRACT, CountKey, Request, Severity};
use huibian_diagnostic::{Code, Diagnostic, Place, Result};
use huibian_document::{Document, Meta, Signature};
use huibian_host::{Contribution, Plugin};
use huibian_writers::{DocxScratch, DocxWriter, markdown, text};
use indexmap::IndexMap;
use serde_json::{Map, Value, json};

use crate::artifact::{self, Artifact};
use crate::check::{self, Check};
use crate::figure::{self, Figure};
use crate::finding::Finding;
use crate::format::Format;
use crate::name::portable;
use crate::typeset::{Report, typeset};
use crate::unit::{Header, Unit};
use crate::wording::REPORT;
use crate::workspace::Workspace;

/// A workspace whose plugins are loaded.
pub struct Assembler {
    /// What is assembled.
    pub workspace: Workspace,
    plugins: Vec<(Plugin, Vec<Check>)>,
    docx: DocxWriter,
}

/// How a unit fared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Its files are written.
    Done,
    /// Something was wrong; no file is written.
    Failed,
    /// The run was interrupted before its turn.
    NotDone,
}

/// What became of one unit.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Who it is.
    pub header: Header,
    /// How it fared.
    pub status: Status,
    /// Its counts.
    pub figures: IndexMap<CountKey, Figure>,
    /// Remarks on its content.
    pub findings: Vec<Finding>,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Its files.
    pub artifacts: Vec<Artifact>,
}

impl Outcome {
    /// A unit of which nothing is known but its name.
    pub fn new(header: Header, status: Status, diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            header,
            status,
            figures: IndexMap::new(),
            findings: Vec::new(),
            diagnostics,
            artifacts: Vec::new(),
        }
    }

    /// Whether the run must exit with 1 on this unit's account.
    pub fn is_clean(&self) -> bool {
        self.status == Status::Done && self.findings.iter().all(|finding| finding.severity < Severity::Error)
    }
}

/// A unit's report, not yet written.
struct Assembled {
    document: Document,
    figures: IndexMap<CountKey, Figure>,
    findings: Vec<Finding>,
}

impl Assembler {
    /// Loads the plugins' code.
    ///
    /// # Errors
    /// P004 to P008 for each plugin that cannot be loaded.
    pub fn new(workspace: Workspace) -> Result<Self, Vec<Diagnostic>> {
        let (mut plugins, mut faults) = (Vec::new(), Vec::new());
        for folder in &workspace.plugins {
            let checks = check::compile(&folder.manifest).unwrap_or_default();
            match Plugin::load(folder.clone(), &workspace.libraries) {
                Ok(plugin) => plugins.push((plugin, checks)),
                Err(fault) => faults.push(fault),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let docx = DocxWriter::new(&workspace.style);
        Ok(Self { workspace, plugins, docx })
    }

    /// Assembles one unit and writes its files.
    pub fn assemble(&self, file: &Path, scratch: &mut DocxScratch) -> Outcome {
        let (header, unit) = match self.workspace.read_unit(file) {
            Ok(read) => read,
            Err(fault) => return Outcome::new(nameless(file), Status::Failed, vec![fault]),
        };
        let assembled = unit.and_then(|unit| self.document(unit).map_err(|fault| vec![fault]));
        let assembled = match assembled {
            Ok(assembled) => assembled,
            Err(faults) => return Outcome::new(header, Status::Failed, faults),
        };
        let written = self.write(&header, &assembled.document, scratch);
        let status = if written.is_ok() { Status::Done } else { Status::Failed };
        let mut outcome = Outcome::new(header, status, Vec::new());
        outcome.figures = assembled.figures;
        outcome.findings = assembled.findings;
        match written {
            Ok(artifacts) => outcome.artifacts = artifacts,
            Err(fault) => outcome.diagnostics.push(fault),
        }
        outcome
    }

    /// The report as text, and what became of it; nothing is written.
    pub fn preview(&self, file: &Path) -> (Option<String>, Outcome) {
        let (header, unit) = match self.workspace.read_unit(file) {
            Ok(read) => read,
            Err(fault) => return (None, Outcome::new(nameless(file), Status::Failed, vec![fault])),
        };
        match unit.and_then(|unit| self.document(unit).map_err(|fault| vec![fault])) {
            Ok(assembled) => {
                let words = text(&assembled.document, &self.workspace.style);
                let mut outcome = Outcome::new(header, Status::Done, Vec::new());
                outcome.figures = assembled.figures;
                outcome.findings = assembled.findings;
                (Some(words), outcome)
            }
            Err(faults) => (None, Outcome::new(header, Status::Failed, faults)),
        }
    }

    /// Contribute, collect, typeset.
    fn document(&self, mut unit: Unit) -> Result<Assembled> {
        let workspace = &self.workspace;
        let mut figures = IndexMap::new();
        let mut findings = std::mem::take(&mut unit.findings);
        let mut slots: IndexMap<String, Vec<Vec<huibian_template::Block>>> = IndexMap::new();
        for (plugin, checks) in &self.plugins {
            let manifest = &plugin.folder.manifest;
            let Some(data) = unit.data.remove(&manifest.id) else { continue };
            let request = Request {
                contract: CONTRACT,
                period: workspace.period,
                unit: unit.identity.clone(),
                data,
                previous: Map::new(),
            };
            let contribution = plugin.contribute(&request)?;
            let own = figure::derive(manifest, &reported(&contribution));
            findings.extend(contribution.findings.iter().map(|message| Finding {
                severity: message.severity,
                plugin: manifest.id.to_string(),
                check: String::new(),
                text: message.text.clone(),
                place: None,
            }));
            findings.extend(checks.iter().filter_map(|check| check.ask(&own)));
            let counts: Map<String, Value> =
                own.iter().map(|(name, figure)| (name.to_string(), figure.digits.clone().into())).collect();
            let mut context = self.context(&unit, counts);
            context["plugin"] = manifest.id.as_str().into();
            context["facts"] = json!(contribution.facts);
            let context = Context::from(context);
            for slot in &manifest.slots {
                let section = workspace.templates.render(&format!("{}/{slot}", manifest.id), &context)?;
                if !section.is_empty() {
                    slots.entry(slot.to_string()).or_default().push(section);
                }
            }
            figures.extend(
                own.into_iter()
                    .map(|(name, figure)| (CountKey { plugin: manifest.id.clone(), name }, figure)),
            );
        }
        for (slot, _) in workspace.front.slots.iter().filter(|(_, spec)| spec.required) {
            if !slots.contains_key(slot) {
                return Err(Diagnostic::new(Code::EmptySlot).with("slot", slot));
            }
        }
        let counts =
            figures.iter().map(|(key, figure)| (key.to_string(), figure.digits.clone().into())).collect();
        let mut context = self.context(&unit, counts);
        context["filled"] = json!(slots.keys().collect::<Vec<_>>());
        let body = workspace.templates.render(REPORT, &Context::from(context))?;
        let report = Report { body, slots, figures: &figures, front: &workspace.front };
        let (title, blocks) = typeset(&report, &workspace.style)?;
        let meta = Meta {
            title,
            recipients: unit.recipients,
            signature: Some(Signature { name: unit.identity.name.clone(), date: workspace.date }),
            language: workspace.style.language.clone(),
            subject: format!("{} {}", workspace.title, workspace.period),
            creator: unit.identity.name,
            generator: self.generator(),
        };
        Ok(Assembled { document: Document { meta, blocks }, figures, findings })
    }

    fn generator(&self) -> String {
        let manifests = self.plugins.iter().map(|(plugin, _)| &plugin.folder.manifest);
        let plugins: Vec<String> =
            manifests.map(|manifest| format!("{} {}", manifest.id, manifest.version)).collect();
        format!("huibian {} ({})", env!("CARGO_PKG_VERSION"), plugins.join(", "))
    }

    /// What every template sees.
    fn context(&self, unit: &Unit, counts: Map<String, Value>) -> Value {
        let period = self.workspace.period;
        json!({
            "unit": { "id": unit.identity.id.as_str(), "name": unit.identity.name },
            "period": {
                "id": period.to_string(),
                "name": period.name(),
                "current": period.this(),
                "next": period.next(),
                "year": period.year().to_string(),
            },
            "counts": counts,
        })
    }

    fn write(
        &self,
        header: &Header,
        document: &Document,
        scratch: &mut DocxScratch,
    ) -> Result<Vec<Artifact>> {
        let workspace = &self.workspace;
        let files = workspace.formats.iter().map(|format| {
            let bytes = match format {
                Format::Docx => self.docx.write(document, scratch),
                Format::Markdown => markdown(document, &workspace.style).into_bytes(),
                Format::Text => text(document, &workspace.style).into_bytes(),
            };
            artifact::write(&self.path(header, *format), &bytes)
        });
        files.collect()
    }

    /// Where a unit's file goes.
    pub fn path(&self, header: &Header, format: Format) -> PathBuf {
        let workspace = &self.workspace;
        let name = workspace
            .pattern
            .replace("{report}", &portable(&workspace.report))
            .replace("{period}", &workspace.period.to_string())
            .replace("{unit.id}", &portable(header.id.as_str()))
            .replace("{unit.name}", &portable(&header.name));
        workspace.folder.join(format!("{name}.{}", format.extension()))
    }
}

/// A unit whose file tells nothing of it.
fn nameless(file: &Path) -> Header {
    let name = file.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let fallback = || huibian_contract::UnitId::new("unit");
    match huibian_contract::UnitId::new(&name).or_else(|_| fallback()) {
        Ok(id) => Header { id, name, place: Place::file(file) },
        Err(_) => unreachable!("`unit` follows the rule of ids"),
    }
}

fn reported(
    contribution: &Contribution,
) -> IndexMap<huibian_contract::Name, (rust_decimal::Decimal, Vec<String>)> {
    let counts = contribution.counts.iter();
    counts
        .filter_map(|(name, count)| Some((name.clone(), (count.value.parse().ok()?, count.from.clone()))))
        .collect()
}
