//! A zip container of parts, unpacked as they are read and no further than a workbook of its size comes to.

use std::collections::HashMap;
use std::io::{self, BufRead, BufReader, Cursor, ErrorKind, Read};

use zip::ZipArchive;
use zip::read::ZipFile;

use crate::limits::{EXPANDED, EXPANDED_AT_ALL, Limit, PARTS, RATIO, Unreadable};

/// A container of parts.
pub(crate) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    /// Parts by their names; in lower case, as packages look for them.
    parts: HashMap<String, usize>,
    /// How many bytes may still be unpacked.
    left: u64,
}

/// One part as it is unpacked.
pub(crate) struct Part<'p, 'b> {
    unpacked: BufReader<ZipFile<'p, Cursor<&'b [u8]>>>,
    left: &'p mut u64,
}

impl<'b> Package<'b> {
    /// Opens a container.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Unreadable> {
        if claimed_parts(bytes) > PARTS {
            return Err(Unreadable::Large(Limit::Expanded));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(Unreadable::broken)?;
        let mut parts = HashMap::new();
        for at in 0..archive.len().min(PARTS) {
            if let Some(Ok(name)) = archive.name_for_index(at) {
                parts.entry(plain(&name)).or_insert(at);
            }
        }
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let left = EXPANDED.saturating_add(size.saturating_mul(RATIO)).min(EXPANDED_AT_ALL);
        Ok(Self { archive, parts, left })
    }

    /// Whether there is a part.
    pub fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&plain(name))
    }

    /// A part, to be read to its end: only then is it known to be whole.
    pub fn part(&mut self, name: &str) -> Result<Part<'_, 'b>, Unreadable> {
        let at = self.parts.get(&plain(name)).ok_or_else(|| Unreadable::broken(format!("{name} ?")))?;
        let file = self.archive.by_index(*at).map_err(Unreadable::broken)?;
        Ok(Part { unpacked: BufReader::with_capacity(1 << 16, file), left: &mut self.left })
    }
}

fn plain(name: &str) -> String {
    name.trim_start_matches('/').replace('\\', "/").to_lowercase()
}

/// How many parts a container says it has, before room is made for them.
fn claimed_parts(bytes: &[u8]) -> usize {
    const END: &[u8] = b"PK\x05\x06";
    let tail = &bytes[bytes.len().saturating_sub(66_000)..];
    let Some(at) = tail.windows(END.len()).rposition(|window| window == END) else { return 0 };
    match tail.get(at + 10..at + 12) {
        Some(count) => usize::from(u16::from_le_bytes([count[0], count[1]])),
        None => 0,
    }
}

impl Read for Part<'_, '_> {
    fn read(&mut self, to: &mut [u8]) -> io::Result<usize> {
        let have = self.fill_buf()?;
        let count = have.len().min(to.len());
        to[..count].copy_from_slice(&have[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Part<'_, '_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if *self.left == 0 {
            return Err(ErrorKind::FileTooLarge.into());
        }
        self.unpacked.fill_buf()
    }

    fn consume(&mut self, count: usize) {
        *self.left = self.left.saturating_sub(u64::try_from(count).unwrap_or(u64::MAX));
        self.unpacked.consume(count);
    }
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::FileTooLarge => Self::Large(Limit::Expanded),
            _ => Self::broken(error),
        }
    }
}
