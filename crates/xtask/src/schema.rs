//! JSON Schemas of `plugin.toml`, `workspace.toml`, house styles, tables and the two messages, derived from what reads
//! them.

/// What runs to write them.
pub const WRITE: &[&str] =
    &["run", "--quiet", "--package", "huibian-engine", "--features", "schema", "--example", "schemas"];

/// What runs to hold those in `schemas/` against the types.
pub const CHECK: &[&str] = &[
    "run",
    "--quiet",
    "--package",
    "huibian-engine",
    "--features",
    "schema",
    "--example",
    "schemas",
    "--",
    "schemas",
    "--check",
];
