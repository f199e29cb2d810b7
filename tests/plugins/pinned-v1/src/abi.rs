//! The C interface as it was first published: a copy that is never changed and knows nothing of the SDK.

use std::ffi::{c_char, c_void};

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Bytes {
    pub ptr: *const u8,
    pub len: usize,
}

#[repr(C)]
pub struct Sink {
    pub ctx: *mut c_void,
    pub write: unsafe extern "C" fn(ctx: *mut c_void, ptr: *const u8, len: usize) -> i32,
}

#[repr(C)]
pub struct Plugin {
    pub size: u32,
    pub call: unsafe extern "C" fn(op: u32, input: Bytes, output: *const Sink) -> i32,
    pub get_extension: unsafe extern "C" fn(id: *const c_char) -> *const c_void,
}

pub const CONTRIBUTE: u32 = 1;
pub const OK: i32 = 0;
pub const ERROR: i32 = 1;
pub const UNKNOWN_OP: i32 = 2;
