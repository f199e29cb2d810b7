//! The C interface of a native plugin, by name and number. The JSON messages travel over it as bytes.

use std::ffi::c_char;

/// The exported symbol; its number is the version of the ABI. A host knows it before any call is made.
pub const SYMBOL: &str = "huibian_plugin_v1";

/// Every ABI's symbol begins so; what follows is its version.
pub const SYMBOL_PREFIX: &str = "huibian_plugin_v";

/// The section that holds a copy of `plugin.toml` in an ELF or PE library. PE allows no more than eight bytes.
pub const MANIFEST_SECTION: &str = ".hbplug";

/// Operation 1: a [`Request`](crate::Request) in, a [`Response`](crate::Response) out.
pub const OP_CONTRIBUTE: u32 = 1;

/// The output is a response.
pub const STATUS_OK: i32 = 0;
/// The plugin refused; the output is its message.
pub const STATUS_ERROR: i32 = 1;
/// The plugin does not know the operation.
pub const STATUS_UNKNOWN_OP: i32 = 2;
/// The plugin could not read the request; the output is its message.
pub const STATUS_BAD_INPUT: i32 = 3;
/// The plugin panicked; the output is the panic's message.
pub const STATUS_PANICKED: i32 = 4;

/// Bytes lent for the length of a call.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Bytes {
    /// The first byte; may be dangling where `len` is 0.
    pub ptr: *const u8,
    /// How many bytes there are.
    pub len: usize,
}

/// Where a plugin writes its output. The host copies what it is given, and caps how much it takes.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Sink {
    /// Passed back with each write.
    pub ctx: *mut std::ffi::c_void,
    /// Takes `len` bytes at `ptr`; 0 when they were taken, anything else when the host takes no more.
    pub write: unsafe extern "C" fn(ctx: *mut std::ffi::c_void, ptr: *const u8, len: usize) -> i32,
}

/// The table a native plugin exports under [`SYMBOL`]. Append-only.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Plugin {
    /// The size of this table in bytes, as the plugin was built.
    pub size: u32,
    /// Runs one operation and returns one of the `STATUS_` numbers.
    pub call: unsafe extern "C" fn(op: u32, input: Bytes, output: *const Sink) -> i32,
    /// An extension by its id, or null. None is defined yet.
    pub get_extension: unsafe extern "C" fn(id: *const c_char) -> *const std::ffi::c_void,
}

#[cfg(test)]
mod tests {
    use std::mem::{align_of, offset_of, size_of};

    use super::*;

    /// Libraries in the field were built with these numbers. A change here is a new ABI, with a new symbol.
    #[test]
    fn the_first_abi_never_changes() {
        let word = size_of::<usize>();
        assert_eq!(SYMBOL, "huibian_plugin_v1");
        assert_eq!(MANIFEST_SECTION, ".hbplug");
        assert_eq!((offset_of!(Bytes, ptr), offset_of!(Bytes, len), size_of::<Bytes>()), (0, word, 2 * word));
        assert_eq!((offset_of!(Sink, ctx), offset_of!(Sink, write), size_of::<Sink>()), (0, word, 2 * word));
        assert_eq!(offset_of!(Plugin, size), 0);
        assert_eq!(offset_of!(Plugin, call), word);
        assert_eq!(offset_of!(Plugin, get_extension), 2 * word);
        assert!(size_of::<Plugin>() >= 3 * word, "members are only added");
        assert_eq!(align_of::<Plugin>(), word);
        assert_eq!(OP_CONTRIBUTE, 1);
        let statuses = [STATUS_OK, STATUS_ERROR, STATUS_UNKNOWN_OP, STATUS_BAD_INPUT, STATUS_PANICKED];
        assert_eq!(statuses, [0, 1, 2, 3, 4]);
    }
}
