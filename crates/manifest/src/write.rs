//! A record being written. It appears when it is finished, whole. Room for it is made sure of beforehand: what a run writes
//! is never more than its record can say.

use std::path::Path;

use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_store::seal::seal;
use huibian_store::{Artifact, Staged};
use serde::Serialize;

use crate::line::{Head, Last, Line};

/// How many bytes of lines go to the file together.
const TOGETHER: usize = 64 * 1024;
/// How many bytes a line is taken to have before any is written.
const LINE: u64 = 2048;
/// Room for a line of common length, in bytes.
const ROOM: usize = 3072;
/// How many bytes more than are needed are made sure of at once.
const STEP: u64 = 1 << 20;

/// A record being written. Dropped before it is finished, it leaves nothing.
pub struct RunManifest {
    file: Staged,
    /// Lines that have yet to go to the file.
    waiting: Vec<u8>,
    written: u64,
    lines: u64,
    /// How many bytes are sure to find room.
    reserved: u64,
}

impl RunManifest {
    /// Begins the record of a run.
    ///
    /// # Errors
    /// O004 when the file cannot be made.
    pub fn begin(path: &Path, head: &Head) -> Result<Self> {
        let mut manifest = Self::anew(path)?;
        manifest.line(head)?;
        Ok(manifest)
    }

    /// A record that has no line yet.
    pub(crate) fn anew(path: &Path) -> Result<Self> {
        let waiting = Vec::with_capacity(TOGETHER + TOGETHER / 4);
        Ok(Self { file: Staged::new(path)?, waiting, written: 0, lines: 0, reserved: 0 })
    }

    /// Makes sure that so many further lines find room, should they be like those so far.
    ///
    /// # Errors
    /// O004 when there is no room for them.
    pub fn reserve(&mut self, lines: usize) -> Result<()> {
        let line = self.written.checked_div(self.lines).unwrap_or(LINE);
        let needed = self.written + (line + line / 4) * lines as u64 + 2 * TOGETHER as u64;
        if needed > self.reserved {
            self.file.reserve(needed + STEP)?;
            self.reserved = needed + STEP;
        }
        Ok(())
    }

    /// Records what became of a unit.
    ///
    /// # Errors
    /// O004 when it cannot be written.
    pub fn add(&mut self, line: &Line<impl Serialize>) -> Result<()> {
        self.line(line)
    }

    /// Records what became of a unit by a line that is [sealed], or that stands so in the record of an earlier run: its end
    /// is included.
    ///
    /// # Errors
    /// O004 when it cannot be written.
    pub fn add_sealed(&mut self, line: &[u8]) -> Result<()> {
        self.waiting.extend_from_slice(line);
        self.count(line.len());
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
        self.file.settle()?;
        self.file.place()
    }

    fn count(&mut self, bytes: usize) {
        self.written += bytes as u64;
        self.lines += 1;
    }

    fn line(&mut self, line: &impl Serialize) -> Result<()> {
        let start = self.waiting.len();
        append(&mut self.waiting, line)?;
        self.count(self.waiting.len() - start);
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

/// A unit's line as records have it, its end included. Whoever makes a unit may word its line beside others who do.
///
/// # Errors
/// R002 for a fault of the program itself.
pub fn sealed(line: &Line<impl Serialize>) -> Result<Vec<u8>> {
    let mut text = Vec::with_capacity(ROOM);
    append(&mut text, line)?;
    Ok(text)
}

fn append(text: &mut Vec<u8>, line: &impl Serialize) -> Result<()> {
    let start = text.len();
    serde_json::to_writer(&mut *text, line)
        .map_err(|error| Diagnostic::new(Code::Internal).with("reason", error))?;
    seal(text, start);
    text.push(b'\n');
    Ok(())
}
