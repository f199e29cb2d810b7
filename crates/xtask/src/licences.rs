//! The licences of all that is built in, held against those that `deny.toml` allows, and where it comes from: what `cargo deny check
//! licenses sources` says, in a second and without installing it. `cargo xtask long` runs `cargo deny` itself where it is installed, for advisories too.

use std::collections::HashSet;
use std::path::Path;
use std::process::{Command, ExitCode, Stdio};

use serde_json::Value;

/// Where packages come from, beside the workspace itself.
const REGISTRY: &str = "registry+https://github.com/rust-lang/crates.io-index";

/// Names the packages under a licence that is not allowed, and those from elsewhere.
pub fn check() -> ExitCode {
    match examine() {
        Ok(refused) if refused.is_empty() => ExitCode::SUCCESS,
        Ok(refused) => {
            refused.iter().for_each(|package| eprintln!("licences: {package}"));
            ExitCode::FAILURE
        }
        Err(error) => {
            eprintln!("licences: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs `cargo deny`: a row of what it came to, and whether it is content.
pub fn deny() -> (Vec<String>, bool) {
    let is_there = cargo().args(["deny", "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status();
    if !is_there.is_ok_and(|status| status.success()) {
        eprintln!("*** NOT RUN: cargo deny is not installed; advisories are not looked at. ***");
        return (Vec::new(), true);
    }
    let is_content = cargo().args(["deny", "check"]).status().is_ok_and(|status| status.success());
    let came_to = if is_content { "nothing denied" } else { "something is denied" };
    (vec![format!("cargo deny | – | {came_to}")], is_content)
}

fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn examine() -> Result<Vec<String>, String> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let text = std::fs::read_to_string(workspace.join("deny.toml")).map_err(|error| error.to_string())?;
    let deny: toml::Table = text.parse().map_err(|error: toml::de::Error| error.to_string())?;
    let allowed: Option<HashSet<&str>> =
        deny["licenses"]["allow"].as_array().map(|all| all.iter().filter_map(|one| one.as_str()).collect());
    let allowed = allowed.ok_or("deny.toml allows nothing")?;
    let metadata = cargo().args(["metadata", "--format-version", "1"]).current_dir(workspace).output();
    let metadata = metadata.map_err(|error| error.to_string())?.stdout;
    let metadata: Value = serde_json::from_slice(&metadata).map_err(|error| error.to_string())?;
    let packages = metadata["packages"].as_array().map(Vec::as_slice).unwrap_or_default();
    let refused = packages.iter().filter_map(|package| {
        let licence = package["license"].as_str().unwrap_or_default();
        (!is_allowed(licence, &allowed)).then(|| format!("{}: {licence}", package["name"]))
    });
    let foreign = packages.iter().filter_map(|package| {
        let source = package["source"].as_str().filter(|source| *source != REGISTRY)?;
        Some(format!("{}: {source}", package["name"]))
    });
    Ok(refused.chain(foreign).collect())
}

/// Whether an SPDX expression can be met by licences that are allowed. `/` is the `OR` of older packages.
fn is_allowed(expression: &str, allowed: &HashSet<&str>) -> bool {
    let spaced = expression.replace('(', " ( ").replace(')', " ) ").replace('/', " OR ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut at = 0;
    either(&words, &mut at, allowed) && at == words.len()
}

fn either(words: &[&str], at: &mut usize, allowed: &HashSet<&str>) -> bool {
    let mut holds = both(words, at, allowed);
    while words.get(*at) == Some(&"OR") {
        *at += 1;
        holds |= both(words, at, allowed);
    }
    holds
}

fn both(words: &[&str], at: &mut usize, allowed: &HashSet<&str>) -> bool {
    let mut holds = one(words, at, allowed);
    while words.get(*at) == Some(&"AND") {
        *at += 1;
        holds &= one(words, at, allowed);
    }
    holds
}

fn one(words: &[&str], at: &mut usize, allowed: &HashSet<&str>) -> bool {
    let Some(word) = words.get(*at) else { return false };
    *at += 1;
    if *word == "(" {
        let holds = either(words, at, allowed);
        *at += 1;
        return holds;
    }
    if words.get(*at) == Some(&"WITH") {
        let exception = words.get(*at + 1).copied().unwrap_or_default();
        *at += 2;
        return allowed.contains(format!("{word} WITH {exception}").as_str());
    }
    allowed.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_expression_is_met_by_what_is_allowed() {
        let allowed = HashSet::from(["MIT", "Zlib", "Apache-2.0 WITH LLVM-exception"]);
        for met in ["MIT", "GPL-2.0 OR MIT", "GPL-2.0/MIT", "(MIT OR GPL-2.0) AND Zlib"] {
            assert!(is_allowed(met, &allowed), "{met}");
        }
        assert!(is_allowed("Apache-2.0 WITH LLVM-exception OR GPL-2.0", &allowed));
        for refused in
            ["", "GPL-2.0", "MIT AND GPL-2.0", "(MIT OR Zlib) AND GPL-2.0", "Apache-2.0", "MIT Zlib"]
        {
            assert!(!is_allowed(refused, &allowed), "{refused}");
        }
    }
}
