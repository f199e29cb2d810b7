//! What became of one unit.

use std::path::PathBuf;

use blake3::Hash;
use huibian_check::alike::TextPrint;
use huibian_contract::{Fact, IndexMap, Name, PluginId};
use huibian_diagnostic::{Code, Diagnostic, Faults};
use huibian_figure::Figures;
pub use huibian_manifest::Status;
use huibian_manifest::{Glance, Line, PictureFile};
use huibian_report::office::numbering::{self, Numbered};
use huibian_source::{UnitHead, UnitRef};
use huibian_store::Artifact;

use crate::workspace::Workspace;

/// What became of one unit.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Who it is.
    pub head: UnitHead,
    /// How it fared.
    pub status: Status,
    /// Its counts.
    pub figures: Figures,
    /// What of its facts is merged above it, by plugin.
    pub facts: IndexMap<PluginId, IndexMap<Name, Fact>>,
    /// What it gave that has no value above it, by plugin: `facts.held`.
    pub withheld: IndexMap<PluginId, Vec<String>>,
    /// Remarks on its content.
    pub findings: Vec<Diagnostic>,
    /// What was wrong.
    pub diagnostics: Faults,
    /// Its files.
    pub artifacts: Vec<Artifact>,
    /// What its report says, as one hash, where it has been asked for.
    pub words: Option<String>,
    /// What its report was made from, as one hash.
    pub inputs: Option<Hash>,
    /// The line of an earlier run's record, where what that run made stands.
    pub kept: Option<Vec<u8>>,
    /// Its line of the run's record, where it is worded already.
    pub line: Option<Vec<u8>>,
    /// Files of an earlier run that still lie where this one, having failed, wrote none.
    pub outdated: Vec<PathBuf>,
    /// Files of the unit that an earlier run recorded, where this one wrote none.
    pub earlier: Vec<Artifact>,
    /// Pictures of its own that its report shows.
    pub shown: Vec<PictureFile>,
    /// Its free text, to be compared with other units' in a batch.
    pub prints: Vec<TextPrint>,
    /// The number of its document, likewise.
    pub number: Option<Numbered>,
}

impl Outcome {
    /// A unit of which nothing is known but its name.
    pub fn new(head: UnitHead, status: Status, diagnostics: Faults) -> Self {
        Self {
            head,
            status,
            figures: Figures::default(),
            facts: IndexMap::default(),
            withheld: IndexMap::default(),
            findings: Vec::new(),
            diagnostics,
            artifacts: Vec::new(),
            words: None,
            inputs: None,
            kept: None,
            line: None,
            outdated: Vec::new(),
            earlier: Vec::new(),
            shown: Vec::new(),
            prints: Vec::new(),
            number: None,
        }
    }

    /// A unit of which an earlier run's files stand: the line of its record, and what of it is read.
    pub fn kept(head: UnitHead, text: Vec<u8>, glance: Glance, workspace: &Workspace) -> Self {
        let Workspace { folder, design, .. } = workspace;
        let findings = huibian_manifest::findings(&glance.findings, folder);
        let artifacts = huibian_manifest::artifacts(glance.artifacts, folder);
        let place = || numbering::set_at(design, &head.id, &head.place);
        let number = glance.number.map(|number| Numbered { number, place: place() });
        Self { number, findings, artifacts, kept: Some(text), ..Self::new(head, Status::Done, Faults::new()) }
    }

    /// A unit as an earlier run recorded it, its figures read as well.
    pub fn recorded(head: UnitHead, text: Vec<u8>, line: Line, workspace: &Workspace) -> Self {
        let Line { counts, facts, withheld, words, number, findings, artifacts, pictures, earlier, .. } =
            line;
        let figures = Figures::recorded(&workspace.counts, counts);
        let glance = Glance { number, findings, artifacts, pictures, earlier };
        Self { figures, facts, withheld, words, ..Self::kept(head, text, glance, workspace) }
    }

    /// With the unit's texts, which are held against other units', read again.
    #[must_use]
    pub fn compared(self, workspace: &Workspace, unit: &UnitRef) -> Self {
        let Ok(read) = workspace.read_unit(unit).1 else { return self };
        Self { prints: workspace.prints_of(&read), ..self }
    }

    /// Looks whether its files lie where they were written. Where one does not the unit has failed, and what is told of it is
    /// returned: nothing is recorded that is not there.
    pub fn verify(&mut self) -> Option<Diagnostic> {
        let gone = self.artifacts.iter().find(|made| !made.path.is_file())?;
        let fault = Diagnostic::new(Code::FilesGone).with("count", 1).with("path", gone.path.display());
        self.status = Status::Failed;
        self.diagnostics.push(fault.clone());
        self.outdated.extend(self.artifacts.drain(..).map(|made| made.path).filter(|path| path.is_file()));
        Some(fault)
    }

    /// Whether the run must exit with 1 on this unit's account.
    pub fn is_clean(&self) -> bool {
        self.status == Status::Done && !self.findings.iter().any(Diagnostic::fails)
    }
}
