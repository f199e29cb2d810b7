//! The plugin's side of the C interface: bytes in, one operation, bytes out, and no panic across the boundary.

#![allow(unsafe_code)]

use std::ffi::{c_char, c_void};
use std::panic::{AssertUnwindSafe, catch_unwind};

use huibian_contract::abi::{self, Bytes, Sink};

use crate::{Contribution, Request, Result};

/// Room for an answer of common length, in bytes. Allocators keep pieces of up to about a kilobyte at hand.
const ROOM: usize = 1000;

/// What an author writes.
pub type Contribute = fn(&Request) -> Result<Contribution>;

/// Runs one operation.
///
/// # Safety
/// `input` must be readable for its length, and `output` a valid sink, both for the length of the call.
pub unsafe fn call(op: u32, input: Bytes, output: *const Sink, contribute: Contribute) -> i32 {
    if op != abi::OP_CONTRIBUTE {
        return abi::STATUS_UNKNOWN_OP;
    }
    let bytes: &[u8] = if input.len == 0 {
        &[]
    } else {
        // SAFETY: the caller promises that `input` is readable for its length.
        unsafe { std::slice::from_raw_parts(input.ptr, input.len) }
    };
    let (status, answer) = match catch_unwind(AssertUnwindSafe(|| answer(bytes, contribute))) {
        Ok(answered) => answered,
        Err(panic) => {
            let message = panic_message(&*panic);
            // Dropping the payload may panic in turn; leaking a few bytes is the safe end of a broken call.
            std::mem::forget(panic);
            (abi::STATUS_PANICKED, message.into_bytes())
        }
    };
    // SAFETY: the caller promises that `output` is a valid sink for the length of the call.
    let taken = unsafe { ((*output).write)((*output).ctx, answer.as_ptr(), answer.len()) };
    if taken == 0 { status } else { abi::STATUS_ERROR }
}

pub(crate) fn answer(bytes: &[u8], contribute: Contribute) -> (i32, Vec<u8>) {
    let request: Request = match read(bytes) {
        Ok(request) => request,
        Err(error) => return (abi::STATUS_BAD_INPUT, error.into_bytes()),
    };
    let contribution = match contribute(&request) {
        Ok(contribution) => contribution,
        Err(refusal) => return (abi::STATUS_ERROR, refusal.reason().to_wire().into_bytes()),
    };
    let mut response = Vec::with_capacity(ROOM);
    match serde_json::to_writer(&mut response, &contribution.into_response()) {
        Ok(()) => (abi::STATUS_OK, response),
        Err(error) => (abi::STATUS_ERROR, error.to_string().into_bytes()),
    }
}

/// Reads a request. Its text is examined once, not string by string.
fn read(bytes: &[u8]) -> std::result::Result<Request, String> {
    let text = simdutf8::basic::from_utf8(bytes).map_err(|error| error.to_string())?;
    serde_json::from_str(text).map_err(|error| error.to_string())
}

fn panic_message(panic: &(dyn std::any::Any + Send)) -> String {
    let text =
        panic.downcast_ref::<&str>().copied().or_else(|| panic.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or_default().to_owned()
}

/// The plugin has no extension.
pub extern "C" fn no_extension(_id: *const c_char) -> *const c_void {
    std::ptr::null()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;

    unsafe extern "C" fn keep(ctx: *mut c_void, ptr: *const u8, len: usize) -> i32 {
        // SAFETY: the tests pass a `Vec<u8>` as `ctx` and the plugin a readable slice.
        unsafe { (*ctx.cast::<Vec<u8>>()).extend_from_slice(std::slice::from_raw_parts(ptr, len)) };
        0
    }

    fn run(op: u32, input: &[u8], contribute: Contribute) -> (i32, String) {
        let mut output: Vec<u8> = Vec::new();
        let sink = Sink { ctx: (&raw mut output).cast(), write: keep };
        // SAFETY: `input` and `sink` outlive the call.
        let status =
            unsafe { call(op, Bytes { ptr: input.as_ptr(), len: input.len() }, &raw const sink, contribute) };
        (status, String::from_utf8(output).unwrap())
    }

    fn request() -> Vec<u8> {
        serde_json::to_vec(&testing::request("2023Q2", serde_json::json!({}))).unwrap()
    }

    #[test]
    fn every_outcome_has_its_status() {
        assert_eq!(run(9, b"", |_| Ok(Contribution::new())).0, abi::STATUS_UNKNOWN_OP);
        assert_eq!(run(1, b"{", |_| Ok(Contribution::new())).0, abi::STATUS_BAD_INPUT);
        assert_eq!(run(1, b"", |_| Ok(Contribution::new())).0, abi::STATUS_BAD_INPUT);
        assert_eq!(run(1, &request(), |_| Err("缺台账".into())), (abi::STATUS_ERROR, "缺台账".to_owned()));
        assert_eq!(run(1, &request(), |_| panic!("half way")), (abi::STATUS_PANICKED, "half way".to_owned()));
        let (status, response) = run(1, &request(), |_| Ok(Contribution::new()));
        assert_eq!(
            (status, response.as_str()),
            (abi::STATUS_OK, r#"{"counts":{},"facts":{},"findings":[]}"#)
        );
    }
}
