//! Developer commands: `cargo xtask test` builds plugins and binary first, then runs every test; `cargo xtask ci` is
//! what a landing must pass; `cargo xtask bench` measures; `cargo xtask dist` makes the folder to hand on; `cargo xtask
//! readers` installs the programs that judge our documents; `cargo xtask schema` writes the JSON Schemas.

mod dist;
mod readers;
mod schema;

use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    let task = std::env::args().nth(1).unwrap_or_default();
    if task == "dist" {
        return dist::build();
    }
    if task == "readers" {
        return readers::install();
    }
    let steps: &[&[&str]] = match task.as_str() {
        "test" => &[&["build", "--workspace"], &["test", "--workspace"], schema::CHECK],
        "schema" => &[schema::WRITE],
        "ci" => &[
            &["build", "--workspace"],
            &["clippy", "--workspace", "--all-targets"],
            &["test", "--workspace"],
            schema::CHECK,
        ],
        "bench" => &[
            &["build", "--release"],
            &["build", "--release", "--package", "huibian-bench"],
            &["bench", "--package", "huibian-bench", "--bench", "stages"],
            &["run", "--release", "--package", "huibian-bench"],
        ],
        _ => {
            eprintln!("cargo xtask test | ci | bench | dist | readers | schema");
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
