//! The unsafe code watched while its tests run: the export macro's side and the host's sink. Miri where it is installed,
//! which checks both against Rust's own rules; `AddressSanitizer` everywhere, which also watches real libraries that are
//! loaded, as Miri cannot.

use std::process::{Command, ExitCode, Stdio};

const TARGET: &str = env!("XTASK_TARGET");

/// Runs the tests of the unsafe code under both watchers.
pub fn check() -> ExitCode {
    let has_miri = cargo().args(["miri", "--version"]).stderr(Stdio::null()).stdout(Stdio::null()).status();
    if has_miri.is_ok_and(|status| status.success()) {
        // Miri runs neither libraries nor child processes: of the host it runs what stands in `native`.
        let plugin = ["miri", "test", "--package", "huibian-plugin", "--lib"];
        let host = ["miri", "test", "--package", "huibian-host", "--lib", "carrier::native"];
        if !(run(cargo().args(plugin)) && run(cargo().args(host))) {
            return ExitCode::FAILURE;
        }
    } else {
        eprintln!("*** NOT RUN: this toolchain has no Miri; AddressSanitizer alone watches. ***");
    }
    let mut watched = cargo();
    // The sanitizer is part of every Rust, and its flag one that a stable compiler takes only when told.
    watched.env("RUSTC_BOOTSTRAP", "1").env("RUSTFLAGS", "-Zsanitizer=address");
    // What a panic carried is leaked on purpose.
    watched.env("ASAN_OPTIONS", "detect_leaks=0").env("CARGO_TARGET_DIR", "target/memory");
    watched.args([
        "test",
        "--target",
        TARGET,
        "--lib",
        "--package",
        "huibian-plugin",
        "--package",
        "huibian-host",
    ]);
    if run(&mut watched) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn run(command: &mut Command) -> bool {
    eprintln!("{command:?}");
    command.status().is_ok_and(|status| status.success())
}
