//! Developer commands: `cargo xtask test` builds plugins and binary first, then runs every test; `cargo xtask ci` is
//! what a landing must pass; `cargo xtask bench` measures; `cargo xtask dist` makes the folder to hand on; `cargo xtask
//! readers` installs the programs that judge our documents.

mod dist;
mod readers;

use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (task, arguments) =
        arguments.split_first().map_or(("", [].as_slice()), |(task, rest)| (task.as_str(), rest));
    if task == "dist" {
        return dist::build(arguments);
    }
    if task == "readers" {
        return readers::install();
    }
    let steps: &[&[&str]] = match task {
        "test" => &[&["build", "--workspace"], &["test", "--workspace"]],
        "ci" => &[
            &["fmt", "--all", "--check"],
            &["build", "--workspace"],
            &["clippy", "--workspace", "--all-targets", "--", "--deny", "warnings"],
            &["test", "--workspace"],
        ],
        "bench" => &[
            &["build", "--release"],
            &["build", "--release", "--package", "huibian-bench"],
            &["bench", "--package", "huibian-bench", "--bench", "stages"],
            &["run", "--release", "--package", "huibian-bench"],
        ],
        _ => {
            eprintln!("cargo xtask test | ci | bench | dist | readers");
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
