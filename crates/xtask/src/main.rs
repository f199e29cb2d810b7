//! Developer commands: `cargo xtask test` builds plugins and binary first, then runs every test; `cargo xtask ci` is
//! what a landing must pass; `cargo xtask bench` measures; `cargo xtask dist` makes the folder to hand on;
//! `cargo xtask wasm` builds the plugins as WebAssembly modules, of which `test` and `ci` then make use.

mod dist;
mod wasm;

use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    let task = std::env::args().nth(1).unwrap_or_default();
    if task == "dist" {
        return dist::build();
    }
    if task == "wasm" {
        return wasm::build();
    }
    // Modules of an earlier state would be tested otherwise.
    if matches!(task.as_str(), "test" | "ci") && wasm::is_built() && wasm::build() != ExitCode::SUCCESS {
        return ExitCode::FAILURE;
    }
    let steps: &[&[&str]] = match task.as_str() {
        "test" => &[&["build", "--workspace"], &["test", "--workspace"]],
        "ci" => &[
            &["build", "--workspace"],
            &["clippy", "--workspace", "--all-targets"],
            &["test", "--workspace"],
        ],
        "bench" => &[
            &["build", "--release"],
            &["build", "--release", "--package", "huibian-bench"],
            &["bench", "--package", "huibian-bench", "--bench", "stages"],
            &["bench", "--package", "huibian-bench", "--bench", "wasm"],
            &["run", "--release", "--package", "huibian-bench"],
        ],
        _ => {
            eprintln!("cargo xtask test | ci | bench | dist | wasm");
            return ExitCode::from(2);
        }
    };
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    for step in steps {
        eprintln!("cargo {}", step.join(" "));
        if !Command::new(&cargo).args(*step).status().is_ok_and(|status| status.success()) {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
