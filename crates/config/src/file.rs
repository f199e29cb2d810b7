//! Files as the program opens them, whoever asks: regular ones alone, so that nothing that never ends is waited for.

use std::fs::{self, File, FileType, OpenOptions};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_diagnostic::{Code, Diagnostic, Location, NoFile, Result, Source};

/// A file that is open to be read, and how many bytes it had when it was opened.
pub struct Opened {
    file: File,
    length: u64,
}

impl Opened {
    /// Opens a file to be read.
    ///
    /// # Errors
    /// Where it cannot be opened, or what is there is no file: a folder, a pipe, a device, a socket, a link in a circle.
    pub fn at(path: &Path) -> io::Result<Self> {
        ensure_regular(fs::metadata(path).map_err(in_a_circle)?.file_type())?;
        open_regular(path)
    }

    /// Opens a file that was just seen to be a regular one and no link: it is not asked once more what is there.
    ///
    /// # Errors
    /// Where it cannot be opened, or something else has taken its place.
    pub fn seen_at(path: &Path) -> io::Result<Self> {
        open_regular(path)
    }

    /// All its bytes.
    ///
    /// # Errors
    /// Where it cannot be read, or has more than so many.
    pub fn bytes(self, most: u64) -> io::Result<Vec<u8>> {
        let Self { file, length } = self;
        // Room for one byte more, so that the end shows itself there. A file may grow while it is read.
        let mut bytes = Vec::with_capacity(usize::try_from(length.min(most)).unwrap_or_default() + 1);
        if length > most || file.take(most.saturating_add(1)).read_to_end(&mut bytes)? as u64 > most {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(bytes)
    }
}

/// Opens a file to be read.
///
/// # Errors
/// As [`Opened::at`].
pub fn open(path: &Path) -> io::Result<File> {
    Opened::at(path).map(|opened| opened.file)
}

fn open_regular(path: &Path) -> io::Result<Opened> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        // What has taken its place meanwhile is not waited for either.
        options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
    }
    let file = options.open(path)?;
    let there = file.metadata()?;
    ensure_regular(there.file_type())?;
    Ok(Opened { file, length: there.len() })
}

/// All bytes of a file.
///
/// # Errors
/// As [`open`], and where it cannot be read.
pub fn bytes(path: &Path) -> io::Result<Vec<u8>> {
    Opened::at(path)?.bytes(u64::MAX)
}

/// The text of a file.
///
/// # Errors
/// As [`bytes`], and where it is no UTF-8.
pub fn text(path: &Path) -> io::Result<String> {
    let mut text = String::new();
    open(path)?.read_to_string(&mut text)?;
    Ok(text)
}

/// Fills a buffer with what a file has from a byte on. Several may do so at the same time.
///
/// # Errors
/// Where it cannot be read, or has less.
pub fn read_exact_at(file: &File, mut bytes: &mut [u8], mut from: u64) -> io::Result<()> {
    #[cfg(unix)]
    let read = std::os::unix::fs::FileExt::read_at;
    #[cfg(windows)]
    let read = std::os::windows::fs::FileExt::seek_read;
    while !bytes.is_empty() {
        match read(file, bytes, from) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Ok(length) => {
                bytes = &mut bytes[length..];
                from += length as u64;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

fn ensure_regular(kind: FileType) -> io::Result<()> {
    if kind.is_file() {
        return Ok(());
    }
    if kind.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    Err(special(kind).into())
}

#[cfg(unix)]
fn special(kind: FileType) -> NoFile {
    use std::os::unix::fs::FileTypeExt;
    match kind {
        kind if kind.is_fifo() => NoFile::Pipe,
        kind if kind.is_socket() => NoFile::Socket,
        _ => NoFile::Device,
    }
}

#[cfg(not(unix))]
fn special(_: FileType) -> NoFile {
    NoFile::Device
}

#[cfg(unix)]
fn in_a_circle(error: io::Error) -> io::Error {
    let is_circle = error.raw_os_error() == Some(rustix::io::Errno::LOOP.raw_os_error());
    if is_circle { NoFile::Circle.into() } else { error }
}

#[cfg(not(unix))]
fn in_a_circle(error: io::Error) -> io::Error {
    error
}

/// Bytes of a text that people write, such as a template or what configures something: it takes many times as much while it is
/// understood.
const MOST_WRITTEN: u64 = 4 << 20;

/// A text that people write, as it stands.
///
/// # Errors
/// W001 when it cannot be read, or is too large for one.
pub fn written(path: &Path) -> Result<String> {
    let text = Opened::at(path).and_then(|file| file.bytes(MOST_WRITTEN));
    let text = text.and_then(|bytes| {
        String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
    });
    text.map_err(|error| {
        let kind = match error.kind() {
            io::ErrorKind::FileTooLarge => "size",
            io::ErrorKind::InvalidData => "encoding",
            _ => "other",
        };
        let fault = Diagnostic::new(Code::FileUnreadable).with("path", path.display()).with("kind", kind);
        fault.with("reason", error).at(Location::file(path))
    })
}

/// A text that people write, line ends made one.
///
/// # Errors
/// As [`written`].
pub fn read(path: &Path) -> Result<Arc<Source>> {
    Ok(Source::new(path, written(path)?.replace("\r\n", "\n")))
}

/// The TOML files in a folder, by their names without the extension.
pub fn tables_in(folder: &Path) -> Vec<(String, PathBuf)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let tables = entries.filter(|path| path.extension().is_some_and(|extension| extension == "toml"));
    let mut files: Vec<_> =
        tables.filter_map(|path| Some((path.file_stem()?.to_string_lossy().into_owned(), path))).collect();
    files.sort();
    files
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;
    use std::os::unix::net::UnixListener;

    use super::*;

    #[test]
    fn what_is_no_file_is_refused_by_its_kind() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("file"), "a\r\nb").unwrap();
        let made = std::process::Command::new("mkfifo").arg(at("pipe")).status().unwrap();
        assert!(made.success());
        let _socket = UnixListener::bind(at("socket")).unwrap();
        for (from, to) in [
            ("pipe", "to-pipe"),
            ("round", "around"),
            ("around", "round"),
            ("/dev/zero", "zero"),
            ("file", "to-file"),
        ] {
            symlink(from, at(to)).unwrap();
        }
        let kind = |name: &str| open(&at(name)).map_err(|error| error.to_string());
        for (name, expected) in [
            ("pipe", "a-pipe"),
            ("to-pipe", "a-pipe"),
            ("socket", "a-socket"),
            ("zero", "a-device"),
            ("round", "a-circle"),
        ] {
            assert_eq!(kind(name).unwrap_err(), expected, "{name}");
        }
        assert_eq!(open(folder.path()).unwrap_err().kind(), io::ErrorKind::IsADirectory);
        assert_eq!(open(&at("none")).unwrap_err().kind(), io::ErrorKind::NotFound);
        assert_eq!(read(&at("to-file")).unwrap().text, "a\nb");
        assert_eq!(bytes(&at("file")).unwrap(), b"a\r\nb");
        let large = File::create(at("large")).unwrap();
        for (length, is_read) in [(MOST_WRITTEN, true), (MOST_WRITTEN + 1, false)] {
            large.set_len(length).unwrap();
            assert_eq!(read(&at("large")).is_ok(), is_read, "{length}");
        }
    }
}
