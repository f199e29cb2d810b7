//! The zip container (APPNOTE 6.3.9): deflated entries, fixed order, 1 January 1980.

use std::ops::Range;

use libdeflater::{CompressionLvl, Compressor};

/// Room for the directory of a report's package, in bytes.
const DIRECTORY: usize = 1024;

/// What one thread keeps between documents.
pub struct Scratch {
    compressor: Compressor,
    /// Room for what is deflated.
    pub(crate) deflated: Vec<u8>,
    /// Room for the part that varies.
    pub(crate) text: String,
    /// The bytes of the largest package so far: the next one is about as large.
    pub(crate) largest: usize,
}

impl Default for Scratch {
    fn default() -> Self {
        let compressor = Compressor::new(CompressionLvl::default());
        Self { compressor, deflated: Vec::new(), text: String::new(), largest: 0 }
    }
}

/// A part, deflated.
#[derive(Clone)]
pub struct Entry {
    name: String,
    deflated: Vec<u8>,
    crc: u32,
    size: u32,
}

impl Entry {
    /// The part's name.
    pub fn name(&self) -> &str {
        &self.name
    }
}

impl Scratch {
    /// Deflates a part.
    pub fn entry(&mut self, name: &str, bytes: &[u8]) -> Entry {
        let bound = self.compressor.deflate_compress_bound(bytes.len());
        if self.deflated.len() < bound {
            self.deflated.resize(bound, 0);
        }
        // The bound is libdeflate's own, so that the output always fits.
        let length = self.compressor.deflate_compress(bytes, &mut self.deflated).unwrap_or_default();
        let deflated = self.deflated[..length].to_vec();
        Entry { name: name.to_owned(), deflated, crc: crc32fast::hash(bytes), size: narrow(bytes.len()) }
    }
}

/// A package being put together.
#[derive(Default)]
pub struct Package {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    count: u16,
}

/// What both of a part's headers say of it: version, flags, deflate, 00:00:00, 1980-01-01, and then its sums and lengths.
const HEADER: [u8; 26] = [20, 0, 0, 0, 8, 0, 0, 0, 0x21, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
/// Where in it they stand.
const CRC: Range<usize> = 10..14;
const DEFLATED: Range<usize> = 14..18;
const SIZE: Range<usize> = 18..22;
const NAME: Range<usize> = 22..24;

impl Package {
    /// One for which there is room for so many bytes.
    pub fn with_room(bytes: usize) -> Self {
        Self { bytes: Vec::with_capacity(bytes), directory: Vec::with_capacity(DIRECTORY), count: 0 }
    }

    /// Appends a part.
    pub fn add(&mut self, entry: &Entry) {
        self.add_deflated(&entry.name, &entry.deflated, (entry.crc, entry.size));
    }

    /// Appends a part that is deflated, with the CRC-32 and the size of what it was.
    pub fn add_deflated(&mut self, name: &str, deflated: &[u8], (crc, size): (u32, u32)) {
        let mut header = HEADER;
        header[CRC].copy_from_slice(&crc.to_le_bytes());
        header[DEFLATED].copy_from_slice(&narrow(deflated.len()).to_le_bytes());
        header[SIZE].copy_from_slice(&size.to_le_bytes());
        header[NAME].copy_from_slice(&u16::try_from(name.len()).unwrap_or(u16::MAX).to_le_bytes());
        self.directory.extend_from_slice(b"PK\x01\x02\x14\x00");
        self.directory.extend_from_slice(&header);
        self.directory.extend_from_slice(&[0; 10]);
        self.directory.extend_from_slice(&narrow(self.bytes.len()).to_le_bytes());
        self.directory.extend_from_slice(name.as_bytes());
        self.bytes.extend_from_slice(b"PK\x03\x04");
        self.bytes.extend_from_slice(&header);
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.extend_from_slice(deflated);
        self.count += 1;
    }

    /// The package, complete.
    pub fn finish(mut self) -> Vec<u8> {
        let start = narrow(self.bytes.len());
        self.bytes.extend(&self.directory);
        self.bytes.extend(b"PK\x05\x06\0\0\0\0");
        self.bytes.extend(self.count.to_le_bytes());
        self.bytes.extend(self.count.to_le_bytes());
        self.bytes.extend(narrow(self.directory.len()).to_le_bytes());
        self.bytes.extend(start.to_le_bytes());
        self.bytes.extend([0; 2]);
        self.bytes
    }
}

/// Sizes of a report's parts are far below the 4 GiB at which another format would begin.
pub(crate) fn narrow(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}
