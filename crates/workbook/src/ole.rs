//! The container of older workbooks: streams in chains of sectors. A chain that comes back to itself, or is longer than the
//! file, is a fault.

use crate::binary::{Bytes, utf16};
use crate::limits::Unreadable;

/// What the container begins with.
pub(crate) const MAGIC: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0];

/// The numbers of sectors from here on mean something else.
const SPECIAL: u32 = 0xFFFF_FFFA;

/// A container.
pub(crate) struct Ole<'b> {
    bytes: &'b [u8],
    shift: u32,
    next: Vec<u32>,
    small_next: Vec<u32>,
    small: Vec<u8>,
    /// Streams smaller than this lie in the small sectors.
    cutoff: u64,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    first: u32,
    size: u64,
}

fn broken() -> Unreadable {
    Unreadable::broken("OLE")
}

impl<'b> Ole<'b> {
    /// Opens a container.
    pub fn open(bytes: &'b [u8]) -> Result<Self, Unreadable> {
        let mut header = Bytes(bytes);
        header.take(30)?;
        let shift = u32::from(header.u16()?);
        if shift != 9 && shift != 12 {
            return Err(broken());
        }
        header.take(16)?;
        let directory = header.u32()?;
        header.take(4)?;
        let cutoff = u64::from(header.u32()?);
        let small_table = header.u32()?;
        header.take(4)?;
        let (mut further, _) = (header.u32()?, header.u32()?);
        let mut tables: Vec<u32> = (0..109).map(|_| header.u32()).collect::<Result<_, _>>()?;
        let mut ole = Self {
            bytes,
            shift,
            next: Vec::new(),
            small_next: Vec::new(),
            small: Vec::new(),
            cutoff,
            entries: Vec::new(),
        };
        let mut seen = 0;
        while further < SPECIAL {
            seen += 1;
            if seen > ole.sectors() {
                return Err(broken());
            }
            let mut sector = Bytes(ole.sector(further)?);
            for _ in 1..ole.size() / 4 {
                tables.push(sector.u32()?);
            }
            further = sector.u32()?;
        }
        for table in tables.into_iter().filter(|table| *table < SPECIAL) {
            if ole.next.len() > ole.sectors().saturating_add(ole.size()) {
                return Err(broken());
            }
            let sector = ole.sector(table)?;
            ole.next.extend(words(sector));
        }
        let directory = ole.chain(directory, u64::MAX)?;
        ole.entries = directory.chunks_exact(128).filter_map(entry).collect();
        if let Some((first, size)) =
            ole.entries.iter().find(|entry| entry.name == "Root Entry").map(|root| (root.first, root.size))
        {
            ole.small = ole.chain(first, size)?;
            ole.small_next = words(&ole.chain(small_table, u64::MAX)?).collect();
        }
        Ok(ole)
    }

    /// A stream by its name, in either case; `None` where there is none.
    pub fn stream(&self, name: &str) -> Result<Option<Vec<u8>>, Unreadable> {
        let Some(entry) = self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name)) else {
            return Ok(None);
        };
        if entry.size >= self.cutoff {
            return self.chain(entry.first, entry.size).map(Some);
        }
        let (mut stream, mut sector) = (Vec::new(), entry.first);
        let size = usize::try_from(entry.size).map_err(Unreadable::broken)?;
        while stream.len() < size {
            let start =
                usize::try_from(sector).ok().and_then(|sector| sector.checked_mul(64)).ok_or_else(broken)?;
            let rest = self.small.get(start..).filter(|rest| !rest.is_empty()).ok_or_else(broken)?;
            stream.extend_from_slice(&rest[..rest.len().min(64)]);
            sector =
                *usize::try_from(sector).ok().and_then(|at| self.small_next.get(at)).ok_or_else(broken)?;
        }
        stream.truncate(size);
        Ok(Some(stream))
    }

    fn size(&self) -> usize {
        1 << self.shift
    }

    fn sectors(&self) -> usize {
        self.bytes.len() >> self.shift
    }

    fn sector(&self, number: u32) -> Result<&'b [u8], Unreadable> {
        let start = usize::try_from(number).ok().and_then(|at| at.checked_add(1)?.checked_mul(self.size()));
        let rest = start.and_then(|start| self.bytes.get(start..)).filter(|rest| !rest.is_empty());
        let rest = rest.ok_or_else(broken)?;
        Ok(&rest[..rest.len().min(self.size())])
    }

    /// The bytes of a chain of sectors, as many as are wanted.
    fn chain(&self, first: u32, wanted: u64) -> Result<Vec<u8>, Unreadable> {
        let (mut bytes, mut sector, mut count) = (Vec::new(), first, 0);
        let wanted = usize::try_from(wanted).unwrap_or(usize::MAX);
        while sector < SPECIAL && bytes.len() < wanted {
            count += 1;
            if count > self.sectors() {
                return Err(broken());
            }
            bytes.extend_from_slice(self.sector(sector)?);
            sector = *usize::try_from(sector).ok().and_then(|at| self.next.get(at)).ok_or_else(broken)?;
        }
        if bytes.len() < wanted && wanted != usize::MAX {
            return Err(broken());
        }
        bytes.truncate(wanted);
        Ok(bytes)
    }
}

fn words(bytes: &[u8]) -> impl Iterator<Item = u32> + '_ {
    bytes.chunks_exact(4).map(|word| u32::from_le_bytes([word[0], word[1], word[2], word[3]]))
}

/// An entry of the directory that is a stream, or the root.
fn entry(bytes: &[u8]) -> Option<Entry> {
    let length = usize::from(u16::from_le_bytes([bytes[64], bytes[65]])).clamp(2, 64) - 2;
    if !matches!(bytes[66], 2 | 5) {
        return None;
    }
    let mut rest = Bytes(&bytes[116..]);
    let first = rest.u32().ok()?;
    // The upper half is rubbish in files of the older version.
    let size = u64::from(rest.u32().ok()?);
    let name = if bytes[66] == 5 { "Root Entry".to_owned() } else { utf16(&bytes[..length]) };
    Some(Entry { name, first, size })
}
