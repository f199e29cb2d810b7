//! Developer commands: `cargo xtask test` builds plugins and binary first, then runs every test; `cargo xtask ci` is
//! what a landing must pass; `cargo xtask bench` measures; `cargo xtask dist` makes the folder to hand on; `cargo xtask
//! readers` installs the programs that judge our documents; `cargo xtask wasm` builds the plugins as WebAssembly modules,
//! of which `test` and `ci` then make use; `cargo xtask schema` writes the JSON Schemas;
//! `cargo xtask pdf` builds and tests what writes PDF, which takes long to compile and which plain builds go without;
//! `cargo xtask house` holds the shape of the code: no circles, a true map, no crate too large;
//! `cargo xtask licences` holds the licences of what is built in against `deny.toml`;
//! `cargo xtask instructions` holds what a document, a start and an unchanged unit cost against what is recorded, and against a commit that is named;
//! `cargo xtask long` runs the tests that take long, fuzzes every kind of file, and records what both come to;
//! `cargo xtask memory` watches the unsafe code while its tests run.
//!
//! It must not know the crates: it runs `cargo` and reads code, and is built with none of them.

mod dist;
mod examples;
mod fuzz;
mod house;
mod instruction_record;
mod instructions;
mod licences;
mod long;
mod memory;
mod readers;
mod wasm;

use std::process::{Command, ExitCode};

/// What keeps the typesetter out of a build of the workspace.
const PLAIN: [&str; 2] = ["--exclude", "huibian-pdf"];
/// What tests run: the program, plugins and examples of the crates.
const BUILD: &[&str] = &["build", "--workspace", PLAIN[0], PLAIN[1], "--lib", "--bins", "--examples"];
/// All tests of the workspace but for the examples in its docs.
const TEST: &[&str] = &["test", "--workspace", PLAIN[0], PLAIN[1], "--lib", "--bins", "--tests"];
/// Writes the JSON Schemas in `schemas/` anew from the types.
const SCHEMA: &[&str] =
    &["run", "--quiet", "--package", "huibian-engine", "--features", "schema", "--example", "schemas"];

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
    if task == "wasm" {
        return wasm::build();
    }
    if task == "long" {
        return long::run(arguments);
    }
    if task == "instructions" {
        return instructions::compare(arguments);
    }
    if task == "house" {
        return house::check();
    }
    if task == "licences" {
        return licences::check();
    }
    if task == "ci" && [house::check(), licences::check()] != [ExitCode::SUCCESS; 2] {
        return ExitCode::FAILURE;
    }
    if task == "memory" {
        return memory::check();
    }
    // Modules of an earlier state would be tested otherwise.
    if matches!(task, "test" | "ci") && wasm::is_built() && wasm::build() != ExitCode::SUCCESS {
        return ExitCode::FAILURE;
    }
    let steps: &[&[&str]] = match task {
        "test" => &[BUILD, TEST],
        "schema" => &[SCHEMA],
        "ci" => &[
            &["fmt", "--all", "--check"],
            BUILD,
            &["clippy", "--workspace", PLAIN[0], PLAIN[1], "--all-targets", "--", "--deny", "warnings"],
            TEST,
        ],
        // One set of features throughout, so that the typesetter is built once.
        "pdf" => &[
            &[
                "build",
                "--package",
                "huibian-cli",
                "--package",
                "huibian-pdf",
                "--features",
                "huibian-cli/pdf",
            ],
            &[
                "test",
                "--package",
                "huibian-cli",
                "--package",
                "huibian-pdf",
                "--features",
                "huibian-cli/pdf",
            ],
        ],
        "bench" => &[
            &["build", "--profile", "dist"],
            &["bench", "--profile", "dist", "--package", "huibian-bench"],
            &["build", "--profile", "dist", "--package", "huibian-bench"],
            &["run", "--profile", "dist", "--package", "huibian-bench", "--bin", "huibian-bench"],
        ],
        _ => {
            eprintln!(
                "cargo xtask test | ci | bench | dist | house | instructions | licences | long | memory | pdf | readers | schema | wasm"
            );
            return ExitCode::from(2);
        }
    };
    let mut steps: Vec<Vec<String>> =
        steps.iter().map(|step| step.iter().map(|word| (*word).to_owned()).collect()).collect();
    if steps.iter().any(|step| *step == TEST) {
        match examples::test() {
            Ok(step) => steps.push(step),
            Err(error) => {
                eprintln!("examples in docs: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    for step in steps {
        eprintln!("cargo {}", step.join(" "));
        if !Command::new(&cargo).args(step).status().is_ok_and(|status| status.success()) {
            return ExitCode::FAILURE;
        }
    }
    ExitCode::SUCCESS
}
