//! One folder that runs anywhere: the program, plugins with their libraries by target triple, templates, an example.

use std::env::consts::{DLL_PREFIX, DLL_SUFFIX, EXE_SUFFIX};
use std::path::Path;
use std::process::{Command, ExitCode};
use std::{fs, io};

/// Builds the program as it is handed on and lays out `dist/huibian`; `--to DIR` says where else, `--debug` takes what is built already.
pub fn build(arguments: &[String]) -> ExitCode {
    let (mut to, mut profile) = ("dist/huibian", "dist");
    let mut rest = arguments;
    loop {
        rest = match rest {
            [] => break,
            [flag, more @ ..] if flag == "--debug" => {
                profile = "debug";
                more
            }
            [flag, folder, more @ ..] if flag == "--to" => {
                to = folder;
                more
            }
            _ => {
                eprintln!("cargo xtask dist [--debug] [--to DIR]");
                return ExitCode::from(2);
            }
        };
    }
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let built = || {
        Command::new(cargo).args(["build", "--profile", "dist"]).status().is_ok_and(|status| status.success())
    };
    if profile == "dist" && !built() {
        return ExitCode::FAILURE;
    }
    let target = std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into());
    match lay_out(Path::new("."), &Path::new(&target).join(profile), Path::new(to)) {
        Ok(()) => {
            println!("{to}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("dist: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Makes the folder out of a checkout and what was built of it.
///
/// # Errors
/// Where something is missing or cannot be copied.
pub fn lay_out(checkout: &Path, built: &Path, dist: &Path) -> io::Result<()> {
    if dist.exists() {
        fs::remove_dir_all(dist)?;
    }
    let program = format!("huibian{EXE_SUFFIX}");
    copy(&built.join(&program), &dist.join(&program))?;
    for part in [
        "workspace.toml",
        "data",
        "templates",
        "schemas",
        "LICENSE",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        "README.md",
        "README.zh-CN.md",
    ] {
        copy(&checkout.join(part), &dist.join(part))?;
    }
    let triple = env!("XTASK_TARGET");
    for plugin in fs::read_dir(checkout.join("plugins"))? {
        let plugin = plugin?;
        let to = dist.join("plugins").join(plugin.file_name());
        for part in ["plugin.toml", "sections", "tables"] {
            if !plugin.path().join(part).exists() {
                continue;
            }
            copy(&plugin.path().join(part), &to.join(part))?;
        }
        let library = plugin.file_name().to_string_lossy().replace('-', "_");
        let library = format!("{DLL_PREFIX}{library}{DLL_SUFFIX}");
        copy(&built.join(&library), &to.join("lib").join(triple).join(&library))?;
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    if from.is_dir() {
        for entry in fs::read_dir(from)? {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()))?;
        }
        return Ok(());
    }
    fs::create_dir_all(to.parent().unwrap_or(Path::new(".")))?;
    fs::copy(from, to).map(|_| ())
}
