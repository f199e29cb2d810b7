//! Flood season once more, over the first ABI by hand: what a library in the field was built from.

#![allow(unsafe_code, clippy::cast_possible_truncation)]

mod abi;

use std::ffi::{c_char, c_void};

use abi::{Bytes, Plugin, Sink};

/// A whole number that stands after `"name":`; texts in the request hold that with the quotes escaped.
fn number(request: &str, name: &str) -> Option<u64> {
    let (_, after) = request.split_once(&format!("\"{name}\":"))?;
    let digits = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
    after[..digits].parse().ok()
}

fn answer(request: &str) -> (i32, String) {
    let mut counts = Vec::new();
    for name in ["patrols", "hazards"] {
        let field = format!("{name}_total");
        let Some(value) = number(request, &field) else {
            return (abi::ERROR, format!("缺少数据：{field}"));
        };
        counts.push(format!(r#""{name}":{{"value":{value},"from":["{field}"]}}"#));
    }
    (abi::OK, format!(r#"{{"counts":{{{}}}}}"#, counts.join(",")))
}

unsafe extern "C" fn call(op: u32, input: Bytes, output: *const Sink) -> i32 {
    if op != abi::CONTRIBUTE {
        return abi::UNKNOWN_OP;
    }
    // SAFETY: the host lends readable bytes and a sink for this call.
    let request = unsafe { std::slice::from_raw_parts(input.ptr, input.len) };
    let (status, text) = answer(&String::from_utf8_lossy(request));
    // SAFETY: as above.
    unsafe { ((*output).write)((*output).ctx, text.as_ptr(), text.len()) };
    status
}

unsafe extern "C" fn get_extension(_id: *const c_char) -> *const c_void {
    std::ptr::null()
}

/// The table.
// SAFETY: the symbol is the ABI's own name and holds the table that the ABI defines.
#[unsafe(no_mangle)]
#[allow(non_upper_case_globals)]
pub static huibian_plugin_v1: Plugin = Plugin { size: size_of::<Plugin>() as u32, call, get_extension };
