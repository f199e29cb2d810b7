//! A package's bytes taken apart under limits: how many parts, how large, and no name that leads out.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::links::PackageParts;
use crate::unusable::Unusable;

/// More parts than a document has.
const MOST_PARTS: usize = 2_000;
/// More bytes than an office's template unpacks to.
pub const MOST_BYTES: u64 = 64 << 20;
/// What a file of the format before .docx begins with, and a .docx with a password.
const OLE: [u8; 4] = [0xD0, 0xCF, 0x11, 0xE0];

/// A part's text, without a mark of its byte order.
///
/// # Errors
/// `encoding` where it is in, or says that it is in, another encoding than UTF-8.
pub(crate) fn utf8<'p>(name: &str, bytes: &'p [u8]) -> Result<&'p str, Unusable> {
    let other = |encoding: &str| Unusable::new("encoding", format!("{name}: {encoding}"));
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return Err(other("UTF-16"));
    }
    let declared = declared_encoding(bytes);
    match (std::str::from_utf8(bytes), declared) {
        (Ok(text), None) => Ok(text.trim_start_matches('\u{FEFF}')),
        (_, Some(declared)) => Err(other(&declared)),
        (Err(_), None) => Err(other("?")),
    }
}

/// The encoding that a part says it is in, where that is not UTF-8, of which ASCII is a part.
fn declared_encoding(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]).into_owned();
    let declaration = head.trim_start_matches('\u{FEFF}').strip_prefix("<?xml")?;
    let (_, said) = declaration.split_once("?>")?.0.split_once("encoding")?;
    let said = said.trim_start().strip_prefix('=')?.trim_start();
    let quote = said.chars().next()?;
    let name = said[quote.len_utf8()..].split(quote).next()?;
    let is_known = ["utf-8", "utf8", "us-ascii"].iter().any(|known| name.eq_ignore_ascii_case(known));
    (!is_known).then(|| name.to_owned())
}

/// A name that a package's list has more than once (APPNOTE 4.3.12).
fn repeated(list: &[u8]) -> Option<String> {
    let (mut known, mut rest) = (BTreeSet::new(), list);
    while rest.starts_with(b"PK\x01\x02") {
        let length =
            |at: usize| Some(usize::from(u16::from_le_bytes(rest.get(at..at + 2)?.try_into().ok()?)));
        let end = 46 + length(28)?;
        let name = rest.get(46..end)?;
        if !known.insert(name) {
            return Some(String::from_utf8_lossy(name).into_owned());
        }
        rest = rest.get(end + length(30)? + length(32)?..)?;
    }
    None
}

/// Of two parts of one name, in which small letters and large ones are the same (ECMA-376 part 2, 6.2.2.3), programs take the one
/// or the other.
fn each_once(package: &ZipArchive<Cursor<&[u8]>>, bytes: &[u8]) -> Result<(), Unusable> {
    let mut known = BTreeSet::new();
    let mut names = package.file_names().filter_map(Result::ok);
    let alike = names.find(|name| !known.insert(name.to_lowercase())).map(std::borrow::Cow::into_owned);
    let start = usize::try_from(package.central_directory_start()).ok();
    let list = start.and_then(|start| bytes.get(start..)).unwrap_or_default();
    let same = package.has_duplicate_names().then(|| repeated(list).unwrap_or_default());
    alike.or(same).map_or(Ok(()), |name| Err(Unusable::new("twice", name)))
}

/// The parts of a package.
///
/// # Errors
/// [`Unusable`] for what is no package: `ole`, `zip`, `locked`, `path`, `large`, `twice`.
pub fn package(bytes: &[u8]) -> Result<PackageParts, Unusable> {
    if bytes.starts_with(&OLE) {
        return Err(Unusable::new("ole", ""));
    }
    if bytes.len() as u64 > MOST_BYTES {
        return Err(Unusable::new("large", bytes.len().to_string()));
    }
    let broken = |_: ZipError| Unusable::new("zip", "");
    let mut package = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if package.len() > MOST_PARTS {
        return Err(Unusable::new("large", package.len().to_string()));
    }
    each_once(&package, bytes)?;
    let (mut parts, mut total) = (PackageParts::new(), 0);
    for index in 0..package.len() {
        let part = package.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Unusable::new("locked", ""),
            error => broken(error),
        })?;
        if part.is_dir() {
            continue;
        }
        let name = part.name().map_err(broken)?.into_owned();
        if part.enclosed_name().is_none() || name.starts_with('/') || name.contains('\\') {
            return Err(Unusable::new("path", name));
        }
        let mut bytes = Vec::new();
        let room = MOST_BYTES - total;
        part.take(room + 1).read_to_end(&mut bytes).map_err(|_| Unusable::new("zip", &*name))?;
        total += bytes.len() as u64;
        if total > MOST_BYTES {
            return Err(Unusable::new("large", name));
        }
        parts.insert(name, bytes);
    }
    Ok(parts)
}
