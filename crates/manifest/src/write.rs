//! A record being written. It appears when it is finished, whole.

use std::path::Path;

use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_figure::Figures;
use huibian_store::{Artifact, Staged};
use serde::Serialize;

use crate::line::{Head, Last, Line};
use crate::seal::seal;

/// How many bytes of lines go to the file together.
const TOGETHER: usize = 64 * 1024;

/// A record being written. Dropped before it is finished, it leaves nothing.
pub struct RunManifest {
    file: Staged,
    /// Lines that have yet to go to the file.
    waiting: Vec<u8>,
}

impl RunManifest {
    /// Begins the record of a run.
    ///
    /// # Errors
    /// O004 when the file cannot be made.
    pub fn begin(path: &Path, head: &Head) -> Result<Self> {
        let waiting = Vec::with_capacity(TOGETHER + TOGETHER / 4);
        let mut manifest = Self { file: Staged::new(path)?, waiting };
        manifest.line(head)?;
        Ok(manifest)
    }

    /// Records what became of a unit.
    ///
    /// # Errors
    /// O004 when it cannot be written.
    pub fn add(&mut self, line: &Line<Figures>) -> Result<()> {
        self.line(line)
    }

    /// Records what an earlier run recorded of a unit: its line as it stands there, its end included.
    ///
    /// # Errors
    /// O004 when it cannot be written.
    pub fn add_again(&mut self, line: &str) -> Result<()> {
        self.waiting.extend_from_slice(line.as_bytes());
        self.write_beyond(TOGETHER)
    }

    /// Records what concerns several units, where there is anything, and puts the record in its place.
    ///
    /// # Errors
    /// O004 when it cannot be put there.
    pub fn finish(mut self, last: &Last) -> Result<Artifact> {
        if !last.is_empty() {
            self.line(last)?;
        }
        self.write_beyond(0)?;
        self.file.place()
    }

    fn line(&mut self, line: &impl Serialize) -> Result<()> {
        let start = self.waiting.len();
        serde_json::to_writer(&mut self.waiting, line)
            .map_err(|error| Diagnostic::new(Code::Internal).with("reason", error))?;
        seal(&mut self.waiting, start);
        self.waiting.push(b'\n');
        self.write_beyond(TOGETHER)
    }

    /// Writes the lines that wait, where they are more than so many bytes.
    fn write_beyond(&mut self, bytes: usize) -> Result<()> {
        if self.waiting.len() > bytes {
            self.file.write(&self.waiting)?;
            self.waiting.clear();
        }
        Ok(())
    }
}
