//! The plugin's side of the WebAssembly interface: the request is read in, one operation, the answer is written out. A
//! panic ends the module; its message goes to the host first.

#![allow(unsafe_code)]

use std::panic::{PanicHookInfo, set_hook};

use huibian_contract::abi;

use crate::ffi::{Contribute, answer};

#[link(wasm_import_module = "huibian_v1")]
unsafe extern "C" {
    fn input_read(ptr: *mut u8);
    fn output_write(ptr: *const u8, len: usize);
    fn panic_message(ptr: *const u8, len: usize);
}

/// Runs one operation over a request of `len` bytes.
pub fn call(op: u32, len: usize, contribute: Contribute) -> i32 {
    set_hook(Box::new(report));
    if op != abi::OP_CONTRIBUTE {
        return abi::STATUS_UNKNOWN_OP;
    }
    let mut request = vec![0; len];
    // SAFETY: the host writes the `len` bytes that it announced, and there is room for them.
    unsafe { input_read(request.as_mut_ptr()) };
    let (status, answer) = answer(&request, contribute);
    // SAFETY: the host reads `answer` while it stands.
    unsafe { output_write(answer.as_ptr(), answer.len()) };
    status
}

fn report(panic: &PanicHookInfo<'_>) {
    let message = panic.payload_as_str().unwrap_or_default();
    // SAFETY: the host reads `message` while it stands.
    unsafe { panic_message(message.as_ptr(), message.len()) };
}
