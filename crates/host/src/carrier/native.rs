//! A native library in this process, loaded with libloading and never unloaded.

#![allow(unsafe_code)]

use std::ffi::c_void;
use std::path::Path;

use huibian_contract::PluginId;
use huibian_contract::abi::{self, Bytes, Sink};
use huibian_diagnostic::{Code, Diagnostic, Place, Result};

use super::Carrier;

/// A loaded library's table.
pub struct Native {
    id: PluginId,
    table: &'static abi::Plugin,
}

// SAFETY: the table is never written after loading, and the ABI demands that `call` may be entered from any thread.
unsafe impl Send for Native {}
// SAFETY: as above.
unsafe impl Sync for Native {}

impl Native {
    /// Loads a library that [`inspect`](crate::library::inspect) has accepted.
    ///
    /// # Errors
    /// P005 when the system refuses it, P006 when its table is shorter than the ABI's.
    pub fn load(id: &PluginId, path: &Path) -> Result<Self> {
        let broken = |error: &libloading::Error| {
            let reason =
                std::error::Error::source(error).map_or_else(|| error.to_string(), ToString::to_string);
            Diagnostic::new(Code::LibraryBroken)
                .with("id", id)
                .with("path", path.display())
                .with("reason", reason)
                .at(Place::file(path))
        };
        // SAFETY: loading runs the library's constructors; the user installed the plugin and `inspect` accepted it.
        let library = unsafe { libloading::Library::new(path) }.map_err(|error| broken(&error))?;
        // A library that ran once may have left threads and thread locals behind: it stays for good.
        let library = Box::leak(Box::new(library));
        // SAFETY: the symbol's name is the ABI's version, which fixes its type.
        let table =
            unsafe { library.get::<*const abi::Plugin>(abi::SYMBOL) }.map_err(|error| broken(&error))?;
        // SAFETY: the symbol points at a table of that ABI, which lives as long as the library: for good.
        let table: &'static abi::Plugin = unsafe { &**table };
        if (table.size as usize) < size_of::<abi::Plugin>() {
            return Err(Diagnostic::new(Code::WrongAbi)
                .with("id", id)
                .with("path", path.display())
                .with("found", format!("{} ({} bytes)", abi::SYMBOL, table.size))
                .with("expected", abi::SYMBOL)
                .at(Place::file(path)));
        }
        Ok(Self { id: id.clone(), table })
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

impl Carrier for Native {
    fn call(&self, request: &[u8], limit: usize, bytes: &mut Vec<u8>) -> Result<()> {
        bytes.clear();
        let mut output = Output { bytes, limit, overflowed: false };
        let sink = Sink { ctx: (&raw mut output).cast(), write };
        let input = Bytes { ptr: request.as_ptr(), len: request.len() };
        // SAFETY: `input` and `sink` outlive the call, and the table is the ABI's.
        let status = unsafe { (self.table.call)(abi::OP_CONTRIBUTE, input, &raw const sink) };
        let failed = |code| Diagnostic::new(code).with("id", &self.id);
        if output.overflowed {
            return Err(failed(Code::ResponseTooLarge).with("limit", limit));
        }
        let message = || String::from_utf8_lossy(output.bytes).into_owned();
        match status {
            abi::STATUS_OK => Ok(()),
            abi::STATUS_ERROR | abi::STATUS_BAD_INPUT => {
                Err(failed(Code::PluginRefused).with("message", message()))
            }
            abi::STATUS_PANICKED => Err(failed(Code::PluginPanicked).with("message", message())),
            other => Err(failed(Code::PluginStatus).with("status", other)),
        }
    }
}
