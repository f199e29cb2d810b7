//! A unit with a text file of its own. Who the unit is was read from the beginning of it; what is in it is asked for again when
//! the unit's turn comes, of files that are [read once](crate::read_once).

use std::path::Path;
use std::sync::Arc;

use blake3::Hash;
use encoding_rs::{Encoding, UTF_8};
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Source};

use crate::files::Files;
use crate::head::UnitHead;
use crate::source::{UnitData, UnitRef, Values};
use crate::text;
use crate::values::RawLocation;
use huibian_sheet::csv::{MOST, unreadable};

/// The beginning of a text.
const START: RawLocation = RawLocation::Span(0, 0);

/// A unit's own text file as it was when the unit was found.
#[derive(Debug)]
pub struct TextFile {
    path: Arc<Path>,
    /// The hash of what was in it; none where it could not be read.
    hash: Option<Hash>,
    files: Arc<dyn Files>,
}

impl TextFile {
    /// The unit of a text file of its own. A file that cannot be read, or tells nothing of its unit, gives a unit by the
    /// file's name.
    pub fn unit(path: &Path, files: &Arc<dyn Files>) -> UnitRef {
        let bytes = files.read(path).ok().filter(|bytes| bytes.len() <= MOST);
        let hash = bytes.as_deref().map(blake3::hash);
        let own: Arc<Path> = path.into();
        let head = bytes
            .as_deref()
            .and_then(decoded)
            .map_or_else(|| UnitHead::of_file_name(path), |text| read_head(path, &Source::at(&own, text)));
        UnitRef::new(head, Self { path: own, hash, files: files.clone() })
    }

    /// What is in it.
    fn text(&self) -> Result<Arc<Source>, Diagnostic> {
        let bytes = self.files.read(&self.path).map_err(|error| {
            let fault = Diagnostic::new(Code::FileUnreadable).with("path", self.path.display());
            fault.with("reason", error).at(Location::file(&*self.path))
        })?;
        if bytes.len() > MOST {
            return Err(unreadable(&self.path, "text", ""));
        }
        if self.hash.is_some_and(|hash| hash != blake3::hash(&bytes)) {
            return Err(changed(&self.path));
        }
        let text = decoded(&bytes).ok_or_else(|| {
            let fault = Diagnostic::new(Code::NotDecodable).with("path", self.path.display());
            fault.with("encoding", "UTF-8").at(Location::file(&*self.path))
        })?;
        Ok(Source::at(&self.path, text))
    }
}

impl UnitData for TextFile {
    fn path(&self) -> &Path {
        &self.path
    }

    fn fingerprint(&self) -> Option<Hash> {
        self.hash
    }

    fn values(&self, take: &mut dyn FnMut(Values<'_>)) -> Result<(), Faults> {
        let source = self.text()?;
        let read = text::read(&source.text, |entries| {
            take(Values {
                entries,
                places: &source,
                fallback: START,
                faults: Faults::new(),
                remarks: Vec::new(),
            });
        });
        read.map_err(|error| huibian_config::syntax_fault(&source, error.message(), error.span()).into())
    }

    fn alias(&self) -> Option<String> {
        Some(stem(&self.path))
    }
}

/// That a file is not what it was when its unit was found.
pub fn changed(path: &Path) -> Diagnostic {
    Diagnostic::new(Code::FileChanged).with("path", path.display()).at(Location::file(path))
}

/// A file's text: UTF-8, or what a byte order mark says.
fn decoded(bytes: &[u8]) -> Option<String> {
    match Encoding::for_bom(bytes) {
        Some((encoding, mark)) if encoding != UTF_8 => {
            let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..])?;
            Some(text.into_owned())
        }
        _ => simdutf8::basic::from_utf8(bytes).ok().map(str::to_owned),
    }
}

/// A file's name without its ending.
pub fn stem(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Who a unit is, from its file's text.
fn read_head(path: &Path, source: &Arc<Source>) -> UnitHead {
    let mut found = UnitHead::of_file_name(path);
    let mut read = |text| {
        let has_unit = text::read(text, |entries| {
            let unit = entries.iter().position(|(key, _)| key.name == "unit");
            let unit = unit.map_or(&[][..], |at| &entries[at..=at]);
            found.read(unit, source);
            !unit.is_empty()
        });
        has_unit.unwrap_or_default()
    };
    // Most of a file is ledgers, which say nothing of who the unit is.
    if !read(head(&source.text)) {
        read(&source.text);
    }
    found
}

/// A file up to the table after `[unit]`. What is cut inside a longer value is no TOML, and shows itself so.
fn head(text: &str) -> &str {
    let unit = if text.starts_with("[unit]") { Some(0) } else { text.find("\n[unit]") };
    let after = unit.map(|start| start + "[unit]".len());
    let end = after.and_then(|after| Some(after + text.get(after..)?.find("\n[")? + 1));
    &text[..end.unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::files::Disk;

    fn unit(path: &Path) -> UnitRef {
        let files: Arc<dyn Files> = Arc::new(Disk);
        TextFile::unit(path, &files)
    }

    #[test]
    fn a_head_is_the_same_whether_the_beginning_or_the_whole_is_read() {
        let folder = tempfile::tempdir().unwrap();
        for text in [
            "[unit]\nname = \"云溪镇\"\n[propaganda]\nx = 1\n",
            "# 说明\n[unit]\nname = \"云溪镇\"",
            "unit = { name = \"云溪镇\" }\n[a]\n",
            "[a]\nx = \"\"\"\n[unit]\nname = 1\n[b]\"\"\"\n[unit]\nname = \"云溪镇\"\n",
            "[unit]\nrecipients = [\n[1],\n]\nname = \"云溪镇\"\n",
            "[unit.attributes]\na = \"b\"\n[unit]\nname = \"云溪镇\"\n",
        ] {
            let path = folder.path().join("u.toml");
            fs::write(&path, text).unwrap();
            let unit = unit(&path);
            assert_eq!(unit.head.name, "云溪镇", "{text}");
            let mut whole = UnitHead::of_file_name(&path);
            unit.data().values(&mut |values| whole.read(values.entries, values.places)).unwrap();
            assert_eq!(whole, UnitHead { place: unit.place(), ..unit.head }, "{text}");
        }
        fs::write(folder.path().join("云 溪.toml"), "not TOML").unwrap();
        let head = unit(&folder.path().join("云 溪.toml")).head;
        assert_eq!((head.id.as_str(), head.name.as_str()), ("云溪", "云溪"));
    }

    #[test]
    fn a_fingerprint_is_that_of_what_the_unit_gives() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("u.toml");
        fs::write(&path, "[unit]\nname = \"云溪镇\"\n").unwrap();
        let first = unit(&path).fingerprint().unwrap();
        assert_eq!(unit(&path).fingerprint(), Some(first));
        fs::write(&path, "[unit]\nname = \"青禾镇\"\n").unwrap();
        let later = unit(&path);
        assert_ne!(later.fingerprint(), Some(first));
        assert_eq!(later.head.place.text_and_span(), None, "ten thousand of them are kept");
        fs::remove_file(&path).unwrap();
        assert_eq!(unit(&path).fingerprint(), None);
    }

    #[test]
    fn a_file_that_is_gone_is_told_of_where_its_values_are_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("u.toml");
        fs::write(&path, "[unit]\nname = \"云溪镇\"\n").unwrap();
        let unit = unit(&path);
        assert!(unit.data().values(&mut |_| {}).is_ok());
        fs::remove_file(&path).unwrap();
        fs::write(&path, "[unit]\nname = \"青禾镇\"\n").unwrap();
        assert_eq!(unit.data().values(&mut |_| {}).unwrap_err()[0].code(), Code::FileChanged);
        fs::remove_file(&path).unwrap();
        assert_eq!(unit.data().values(&mut |_| {}).unwrap_err()[0].code(), Code::FileUnreadable);
    }
}
