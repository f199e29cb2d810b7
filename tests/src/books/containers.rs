//! What workbooks lie in: packages of parts, and the older container.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;

use super::utf16;

/// A package of parts.
pub fn zipped(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(name.as_str(), SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// The older container with one stream.
pub fn ole(name: &str, stream: &[u8]) -> Vec<u8> {
    const SECTOR: usize = 512;
    let mut stream = stream.to_vec();
    // Shorter ones would lie in small sectors.
    stream.resize(stream.len().max(4096).next_multiple_of(SECTOR), 0);
    let count = stream.len() / SECTOR;
    let tables = (count + 1).div_ceil(127);
    assert!(tables <= 109, "too long for a test");
    let number = |at: usize| u32::try_from(at).unwrap();
    let mut next: Vec<u32> = vec![0xFFFF_FFFD; tables];
    next.push(0xFFFF_FFFE);
    next.extend((1..count).map(|at| number(tables + 1 + at)));
    next.push(0xFFFF_FFFE);
    next.resize(tables * 128, 0xFFFF_FFFF);
    let mut header = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1][..], &[0; 16]].concat();
    for word in [0x3E_u16, 3, 0xFFFE, 9, 6, 0, 0, 0] {
        header.extend(word.to_le_bytes());
    }
    for word in [0, number(tables), number(tables), 0, 4096, 0xFFFF_FFFE, 0, 0xFFFF_FFFE, 0] {
        header.extend(word.to_le_bytes());
    }
    (0..109).for_each(|at| header.extend(if at < tables { number(at) } else { 0xFFFF_FFFF }.to_le_bytes()));
    let entry = |name: &str, kind: u8, child: u32, first: u32, size: usize| {
        let mut entry = utf16(name);
        let length = u16::try_from(entry.len() + 2).unwrap();
        entry.resize(64, 0);
        entry.extend(length.to_le_bytes());
        entry.extend([kind, 1]);
        [0xFFFF_FFFF, 0xFFFF_FFFF, child].iter().for_each(|word| entry.extend(word.to_le_bytes()));
        entry.resize(116, 0);
        entry.extend(first.to_le_bytes());
        entry.extend(u64::try_from(size).unwrap().to_le_bytes());
        entry
    };
    let mut directory = entry("Root Entry", 5, 1, 0xFFFF_FFFE, 0);
    directory.extend(entry(name, 2, 0xFFFF_FFFF, number(tables + 1), stream.len()));
    directory.resize(SECTOR, 0);
    let table: Vec<u8> = next.iter().flat_map(|word| word.to_le_bytes()).collect();
    [header, table, directory, stream].concat()
}
