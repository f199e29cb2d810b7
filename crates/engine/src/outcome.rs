//! What became of one unit.

use std::path::{Path, PathBuf};

use blake3::Hash;
use huibian_contract::{Fact, IndexMap, Name, PluginId};
use huibian_diagnostic::Diagnostic;
use huibian_figure::FigureTable;
pub use huibian_manifest::Status;
use huibian_manifest::{Glance, Shown};
use huibian_source::UnitHead;
use huibian_store::Artifact;

use crate::check::alike::Print;
use crate::record;

/// What became of one unit.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// Who it is.
    pub header: UnitHead,
    /// How it fared.
    pub status: Status,
    /// Its counts.
    pub figures: FigureTable,
    /// What of its facts is merged above it, by plugin.
    pub facts: IndexMap<PluginId, IndexMap<Name, Fact>>,
    /// Remarks on its content.
    pub findings: Vec<Diagnostic>,
    /// What was wrong.
    pub diagnostics: Vec<Diagnostic>,
    /// Its files.
    pub artifacts: Vec<Artifact>,
    /// What its report was made from, as one hash.
    pub inputs: Option<Hash>,
    /// The line of an earlier run's record, where what that run made stands.
    pub kept: Option<String>,
    /// Files of an earlier run that still lie where this one, having failed, wrote none.
    pub outdated: Vec<PathBuf>,
    /// Pictures of its own that its report shows.
    pub shown: Vec<Shown>,
    /// Its free text, to be compared with other units' in a batch.
    pub prints: Vec<Print>,
}

impl Outcome {
    /// A unit of which nothing is known but its name.
    pub fn new(header: UnitHead, status: Status, diagnostics: Vec<Diagnostic>) -> Self {
        Self {
            header,
            status,
            figures: FigureTable::default(),
            facts: IndexMap::default(),
            findings: Vec::new(),
            diagnostics,
            artifacts: Vec::new(),
            inputs: None,
            kept: None,
            outdated: Vec::new(),
            shown: Vec::new(),
            prints: Vec::new(),
        }
    }

    /// A unit of which an earlier run's files stand: the line of its record, and what of it is read. `folder` is the
    /// workspace's.
    pub fn kept(header: UnitHead, text: String, glance: Glance, folder: &Path) -> Self {
        let findings = record::findings(&glance.findings, folder);
        let artifacts = record::artifacts(glance.artifacts, folder);
        Self { findings, artifacts, kept: Some(text), ..Self::new(header, Status::Done, Vec::new()) }
    }

    /// Whether the run must exit with 1 on this unit's account.
    pub fn is_clean(&self) -> bool {
        self.status == Status::Done && !self.findings.iter().any(Diagnostic::fails)
    }
}
