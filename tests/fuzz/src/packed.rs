//! Zip containers out of texts that an edit leaves readable: a line `=== NAME` before each part.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const MARK: &[u8] = b"=== ";

/// The container that an input describes; an input that describes none is taken as it is.
pub fn packed(input: &[u8]) -> Vec<u8> {
    let Some(mut rest) = input.strip_prefix(MARK) else { return input.to_vec() };
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    while !rest.is_empty() {
        let (name, body) = parted(rest, b"\n");
        let (body, next) = parted(body, b"\n=== ");
        // A name twice is what no zip can be written with; other writers do it, which is the reader's own test.
        if zip.start_file(String::from_utf8_lossy(name), options).is_ok() {
            zip.write_all(body).unwrap();
        }
        rest = next;
    }
    zip.finish().unwrap().into_inner()
}

fn parted<'b>(bytes: &'b [u8], mark: &[u8]) -> (&'b [u8], &'b [u8]) {
    match bytes.windows(mark.len()).position(|window| window == mark) {
        Some(at) => (&bytes[..at], &bytes[at + mark.len()..]),
        None => (bytes, &[]),
    }
}
