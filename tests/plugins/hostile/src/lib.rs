//! A plugin that fails in the way its field `act` names. The table is written by hand, as the export macro keeps an
//! author from most of this.

#![allow(unsafe_code, clippy::cast_possible_truncation)]

use std::ffi::{c_char, c_void};
use std::io::Write;

use huibian_plugin::abi::{self, Bytes, Sink};
use huibian_plugin::{Contribution, Request, Result, ffi};

/// A panic's payload that panics when it is dropped.
struct Thorn;

impl Drop for Thorn {
    fn drop(&mut self) {
        panic!("dropped");
    }
}

/// Acts that go through the SDK.
fn contribute(request: &Request) -> Result<Contribution> {
    match request.data["act"].as_str().unwrap_or_default() {
        "panic" => panic!("half way"),
        "panic-drop" => std::panic::panic_any(Thorn),
        "refuse" => return Err("缺少台账".into()),
        "stdout" => noise(&mut std::io::stdout()),
        "stderr" => noise(&mut std::io::stderr()),
        "garbage" => garble(),
        _ => {}
    }
    let mut contribution = Contribution::new();
    contribution.count("acts", 1, vec!["act".to_owned()]);
    Ok(contribution)
}

/// More than a pipe holds.
fn noise(stream: &mut dyn Write) {
    for _ in 0..20_000 {
        let _ = stream.write_all("{\"counts\":{\"acts\":9}} 噪声\n".as_bytes());
    }
    let _ = stream.flush();
}

/// Writes into every socket this process has.
#[cfg(not(unix))]
fn garble() {}

/// Writes into every socket this process has.
#[cfg(unix)]
fn garble() {
    for descriptor in 3..64 {
        let name = std::fs::read_link(format!("/proc/self/fd/{descriptor}")).unwrap_or_default();
        if name.to_string_lossy().starts_with("socket:") {
            use std::os::fd::FromRawFd;
            // SAFETY: the descriptor is open; that it is another's is the point.
            let mut socket = unsafe { std::os::unix::net::UnixStream::from_raw_fd(descriptor) };
            let _ = socket.write_all(b"{\"counts\":{\"acts\":9}}\n");
            std::mem::forget(socket);
        }
    }
}

#[inline(never)]
fn deeper(depth: u64) -> u64 {
    let frame = std::hint::black_box([depth; 64]);
    if std::hint::black_box(depth) == u64::MAX { 0 } else { frame[7] + deeper(depth + 1) }
}

fn devour() {
    let mut kept: Vec<Vec<u8>> = Vec::new();
    loop {
        kept.push(std::hint::black_box(vec![1; 8 << 20]));
    }
}

/// Starts a process that outlives this one, in a session of its own.
fn leave() {
    let mut command = std::process::Command::new("setsid");
    let _ = command.args(["--fork", "sleep", "600"]).status();
}

unsafe extern "C" fn call(op: u32, input: Bytes, output: *const Sink) -> i32 {
    // SAFETY: the host lends readable bytes.
    let bytes = unsafe { std::slice::from_raw_parts(input.ptr, input.len) };
    let text = String::from_utf8_lossy(bytes);
    let act = text.split_once("\"act\":\"").and_then(|(_, rest)| rest.split('"').next()).unwrap_or_default();
    let write = |bytes: &[u8]| {
        // SAFETY: the host lends a sink.
        unsafe { ((*output).write)((*output).ctx, bytes.as_ptr(), bytes.len()) }
    };
    let answers: &[u8] = match act {
        "segv" => {
            // SAFETY: none at all, which is the point.
            unsafe { std::ptr::without_provenance_mut::<u8>(8).write_volatile(1) };
            b""
        }
        "abort" => std::process::abort(),
        "exit0" => std::process::exit(0),
        "leave" => {
            leave();
            br#"{"counts":{"acts":1}}"#
        }
        "leave-and-abort" => {
            leave();
            std::process::abort();
        }
        "hang" => loop {
            std::thread::sleep(std::time::Duration::from_hours(1));
        },
        "slow" => {
            std::thread::sleep(std::time::Duration::from_millis(1800));
            br#"{"counts":{"acts":1}}"#
        }
        "oom" => {
            devour();
            b""
        }
        "overflow" => {
            std::hint::black_box(deeper(0));
            b""
        }
        "oversize" => {
            while write(&[b' '; 4096]) == 0 {}
            b""
        }
        "status" => return 77,
        "unknown-op" => return abi::STATUS_UNKNOWN_OP,
        "not-utf8" => b"{\"counts\":{\"\xff\":1}}",
        "not-json" => b"{\"counts\":{\"acts\":1}",
        "empty" => b"",
        "undeclared" => br#"{"counts":{"acts":1,"act":1}}"#,
        "nan" => br#"{"counts":{"acts":NaN}}"#,
        "nan-text" => br#"{"counts":{"acts":"NaN"}}"#,
        "wrong-kind" => br#"{"counts":{"acts":"many"}}"#,
        "negative" => br#"{"counts":{"acts":-1}}"#,
        "missing" => br#"{"counts":{}}"#,
        "undeclared-fact" => br#"{"counts":{"acts":1},"facts":{"other":"x"}}"#,
        "fact-type" => br#"{"counts":{"acts":1},"facts":{"note":1}}"#,
        "character" => br#"{"counts":{"acts":1},"facts":{"note":"\u0007"}}"#,
        // SAFETY: the host's promises are handed on.
        _ => return unsafe { ffi::call(op, input, output, contribute) },
    };
    write(answers);
    abi::STATUS_OK
}

unsafe extern "C" fn get_extension(_id: *const c_char) -> *const c_void {
    std::ptr::null()
}

const MANIFEST: &[u8] = include_bytes!("../plugin.toml");

// SAFETY: the section holds plain bytes that nothing interprets as code.
#[used]
#[cfg_attr(target_vendor = "apple", unsafe(link_section = "__TEXT,__hbplug"))]
#[cfg_attr(not(target_vendor = "apple"), unsafe(link_section = ".hbplug"))]
static EMBEDDED: [u8; MANIFEST.len()] = {
    let mut bytes = [0; MANIFEST.len()];
    bytes.copy_from_slice(MANIFEST);
    bytes
};

/// The table.
// SAFETY: the symbol is the ABI's own name and holds the table that the ABI defines.
#[unsafe(no_mangle)]
#[allow(non_upper_case_globals)]
pub static huibian_plugin_v1: abi::Plugin =
    abi::Plugin { size: size_of::<abi::Plugin>() as u32, call, get_extension };
