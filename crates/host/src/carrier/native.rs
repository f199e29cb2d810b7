//! A native library in this process, loaded with libloading and never unloaded.

#![allow(unsafe_code)]

use std::ffi::c_void;
use std::path::Path;

use huibian_contract::PluginId;
use huibian_contract::abi::{self, Bytes, Sink};
use huibian_diagnostic::{Code, Diagnostic, Location, Result};

use super::Carrier;
use super::answer::Answer;
use crate::turns::Turn;

/// A native plugin that runs in this process.
pub struct Native {
    id: PluginId,
    library: Library,
}

impl Native {
    /// Loads a library that [`inspect`](crate::library::inspect) has accepted.
    ///
    /// # Errors
    /// P005 when the system refuses it, P006 when its table is shorter than the ABI's.
    pub fn load(id: &PluginId, path: &Path) -> Result<Self> {
        let library = Library::open(path).map_err(|refused| refused.diagnostic(id, path))?;
        Ok(Self { id: id.clone(), library })
    }
}

impl Carrier for Native {
    fn call(&self, requests: &[Vec<u8>], limit: usize, _: &Turn<'_>) -> Vec<Result<Vec<u8>>> {
        let call = |request: &Vec<u8>| {
            let mut output = Vec::new();
            self.library.call(request, limit, &mut output).judge(&self.id, limit, &output)?;
            Ok(output)
        };
        requests.iter().map(call).collect()
    }
}

/// Why a library was not loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// What the system's loader said.
    System(String),
    /// The size of its table, which is less than the ABI's.
    Table(u32),
}

impl Refused {
    /// The same for a person: P005 or P006.
    pub fn diagnostic(&self, id: &PluginId, path: &Path) -> Diagnostic {
        let fault = match self {
            Self::System(said) => {
                let (reason, detail) = lacking(said);
                Diagnostic::new(Code::LibraryBroken).with("reason", reason).with("detail", detail)
            }
            Self::Table(size) => Diagnostic::new(Code::WrongAbi)
                .with("found", format!("{} ({size} bytes)", abi::SYMBOL))
                .with("expected", abi::SYMBOL),
        };
        fault.with("id", id).with("path", path.display()).at(Location::file(path))
    }
}

/// What a library lacks, by what the system's loader says, which says it in English: a kind that the catalogs have words for,
/// and its name.
fn lacking(said: &str) -> (&'static str, &str) {
    if let Some((_, symbol)) = said.split_once("undefined symbol: ") {
        return ("symbol", symbol.split([',', ' ']).next().unwrap_or_default());
    }
    let version = said.split_once("version `").and_then(|(_, rest)| rest.split_once("' not found"));
    if let Some((version, _)) = version {
        return ("needs", version);
    }
    match said.split_once(": cannot open shared object file") {
        Some((file, _)) => ("needs", file.rsplit(['/', ' ']).next().unwrap_or(file)),
        None => ("loader", ""),
    }
}

/// A loaded library's table.
pub struct Library {
    table: &'static abi::Plugin,
}

// SAFETY: the table is never written after loading, and the ABI demands that `call` may be entered from any thread.
unsafe impl Send for Library {}
// SAFETY: as above.
unsafe impl Sync for Library {}

impl Library {
    /// Loads a library, which runs its constructors.
    ///
    /// # Errors
    /// When the system refuses it, or its table is shorter than the ABI's.
    pub fn open(path: &Path) -> Result<Self, Refused> {
        let broken = |error: &libloading::Error| {
            let source = std::error::Error::source(error);
            Refused::System(source.map_or_else(|| error.to_string(), ToString::to_string))
        };
        // SAFETY: loading runs the library's constructors; the user installed the plugin and `inspect` accepted it.
        let library = unsafe { libloading::Library::new(path) }.map_err(|error| broken(&error))?;
        // A library that ran once may have left threads and thread locals behind: it stays for good.
        let library = Box::leak(Box::new(library));
        // SAFETY: the symbol's name is the ABI's version, which fixes its type.
        let table =
            unsafe { library.get::<*const abi::Plugin>(abi::SYMBOL) }.map_err(|error| broken(&error))?;
        // SAFETY: the table opens with its size in every version of the ABI; the rest is not looked at before it is
        // known to be there.
        let size = unsafe { (&raw const (**table).size).read() };
        if (size as usize) < size_of::<abi::Plugin>() {
            return Err(Refused::Table(size));
        }
        // SAFETY: the symbol points at a table of that ABI, which lives as long as the library: for good.
        Ok(Self { table: unsafe { &**table } })
    }

    /// Calls the plugin once; what it wrote, at most `limit` bytes, is in `bytes`.
    pub fn call(&self, request: &[u8], limit: usize, bytes: &mut Vec<u8>) -> Answer {
        bytes.clear();
        let mut output = Output { bytes, limit, overflowed: false };
        let sink = Sink { ctx: (&raw mut output).cast(), write };
        let input = Bytes { ptr: request.as_ptr(), len: request.len() };
        // SAFETY: `input` and `sink` outlive the call, and the table is the ABI's.
        let status = unsafe { (self.table.call)(abi::OP_CONTRIBUTE, input, &raw const sink) };
        if output.overflowed { Answer::TooLarge } else { Answer::Returned(status) }
    }
}

/// What a plugin has written so far.
struct Output<'o> {
    bytes: &'o mut Vec<u8>,
    limit: usize,
    overflowed: bool,
}

unsafe extern "C" fn write(ctx: *mut c_void, ptr: *const u8, len: usize) -> i32 {
    // SAFETY: `ctx` is the `Output` that `call` passed down, borrowed by nobody else while the plugin runs.
    let output = unsafe { &mut *ctx.cast::<Output<'_>>() };
    if len > output.limit.saturating_sub(output.bytes.len()) {
        output.overflowed = true;
        return 1;
    }
    if len > 0 {
        // SAFETY: the ABI demands that the plugin passes `len` readable bytes.
        output.bytes.extend_from_slice(unsafe { std::slice::from_raw_parts(ptr, len) });
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;

    unsafe extern "C" fn twice(_op: u32, input: Bytes, output: *const Sink) -> i32 {
        // SAFETY: `call` lends a sink and readable bytes; an empty write may come with any pointer.
        unsafe {
            let write = |bytes: &[u8]| ((*output).write)((*output).ctx, bytes.as_ptr(), bytes.len());
            let input = std::slice::from_raw_parts(input.ptr, input.len);
            ((*output).write)((*output).ctx, std::ptr::null(), 0) + write(input) + write(input)
        }
    }

    unsafe extern "C" fn no_extension(_id: *const std::ffi::c_char) -> *const c_void {
        std::ptr::null()
    }

    #[test]
    fn the_sink_takes_what_fits_and_no_more() {
        static TABLE: abi::Plugin = abi::Plugin { size: 24, call: twice, get_extension: no_extension };
        let library = Library { table: &TABLE };
        let mut output = b"left over".to_vec();
        assert_eq!(library.call(b"abc", 6, &mut output), Answer::Returned(0));
        assert_eq!(output, b"abcabc");
        assert_eq!(library.call(b"abc", 5, &mut output), Answer::TooLarge);
        assert_eq!(library.call(b"", 0, &mut output), Answer::Returned(0));
        assert_eq!(output, b"");
    }
}
