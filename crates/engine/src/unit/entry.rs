//! A unit as the roster keeps it: who it is, and where its data are found when its turn comes. Of the data themselves no
//! more is kept than a short text.

use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;

use blake3::{Hash, Hasher};
use huibian_source::UnitHead;
use huibian_source::finder;
use huibian_source::folder::{Form, UnitFile, form};
use huibian_source::location::UnitSource;
use huibian_source::tables::Tables;

use huibian_contract::PluginManifest;
use huibian_diagnostic::Source;

use super::{header_in, read_header, table_header};

/// One unit of a run.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Who it is; its place has no text.
    pub header: UnitHead,
    origin: Origin,
}

/// Where a unit's data are.
#[derive(Clone, Debug)]
pub(crate) enum Origin {
    /// A text file of its own.
    File(TextFile),
    /// A workbook or CSV file of its own.
    Table(Arc<UnitFile>),
    /// A row of a table that was read once, and those of its ledgers.
    Rows(Arc<Tables>, usize),
}

/// A unit's own text file as it was when the unit was found.
#[derive(Clone, Debug)]
pub(crate) struct TextFile {
    pub path: Arc<Path>,
    /// The hash of what was in it; none where it could not be read.
    hash: Option<Hash>,
    /// What was in it, where that is kept.
    pub text: Option<Arc<Source>>,
}

impl Entry {
    /// The unit of a text file of its own. A file that cannot be read gives a unit by the file's name.
    pub fn of_file(path: &Path) -> Self {
        let bytes = fs::read(path).ok();
        let hash = bytes.as_deref().map(blake3::hash);
        let text = bytes.and_then(|bytes| String::from_utf8(bytes).ok());
        let text = text.map(|text| Source::new(path, text));
        let mut header = header_in(path, text.as_ref());
        header.place = header.place.without_text();
        Self { header, origin: Origin::File(TextFile { path: path.into(), hash, text }) }
    }

    /// How many bytes of text are kept with it.
    pub fn text_bytes(&self) -> usize {
        match &self.origin {
            Origin::File(TextFile { text: Some(source), .. }) => source.text.len(),
            _ => 0,
        }
    }

    /// Lets go of its text, which is then read again when its turn comes.
    pub fn forget_text(&mut self) {
        if let Origin::File(file) = &mut self.origin {
            file.text = None;
        }
    }

    /// The unit of a file of its own, whatever its form.
    pub fn of_any(file: UnitFile, source: &UnitSource, plugins: &[&PluginManifest]) -> Self {
        if matches!(form(&file.path), None | Some(Form::Toml)) {
            return Self::of_file(&file.path);
        }
        let header = match finder::read(&file.path, &file.ledgers, source, plugins) {
            Ok(found) => table_header(&file.path, &found.headers),
            Err(_) => UnitHead::of_file_name(&file.path),
        };
        Self { header, origin: Origin::Table(file.into()) }
    }

    /// A row of a table.
    pub fn of_rows(header: UnitHead, tables: &Arc<Tables>, unit: usize) -> Self {
        Self { header, origin: Origin::Rows(tables.clone(), unit) }
    }

    /// The file that the unit's data are in, alone or with other units'.
    pub fn path(&self) -> &Path {
        match &self.origin {
            Origin::File(file) => &file.path,
            Origin::Table(file) => &file.path,
            Origin::Rows(tables, _) => tables.path(),
        }
    }

    /// The hash of all that the unit itself gives, places included; `None` where it cannot be read.
    pub fn fingerprint(&self) -> Option<Hash> {
        let mut hasher = Hasher::new();
        match &self.origin {
            Origin::File(file) => return file.hash,
            Origin::Table(file) => {
                hasher.update_reader(File::open(&file.path).ok()?).ok()?;
                for ledger in &file.ledgers {
                    hasher.update(ledger.name.as_bytes());
                    hasher.update_reader(File::open(&ledger.path).ok()?).ok()?;
                }
            }
            Origin::Rows(tables, unit) => tables.hash(*unit, &mut hasher),
        }
        Some(hasher.finalize())
    }

    /// Who the unit is, its place with the text around it, for a diagnostic.
    pub(crate) fn told(&self) -> UnitHead {
        match &self.origin {
            Origin::File(file) => read_header(&file.path),
            Origin::Table(_) | Origin::Rows(..) => self.header.clone(),
        }
    }

    pub(crate) fn origin(&self) -> &Origin {
        &self.origin
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_is_that_of_what_the_unit_gives() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("u.toml");
        fs::write(&path, "[unit]\nname = \"云溪镇\"\n").unwrap();
        let first = Entry::of_file(&path).fingerprint().unwrap();
        assert_eq!(Entry::of_file(&path).fingerprint(), Some(first));
        fs::write(&path, "[unit]\nname = \"青禾镇\"\n").unwrap();
        let entry = Entry::of_file(&path);
        assert_ne!(entry.fingerprint(), Some(first));
        assert_eq!(entry.header.place.text_and_span(), None, "ten thousand of them are kept");
        fs::remove_file(&path).unwrap();
        assert_eq!(Entry::of_file(&path).fingerprint(), None);
    }
}
