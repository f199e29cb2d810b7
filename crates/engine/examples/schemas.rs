//! Writes the JSON Schemas into a folder, or with `--check` says which of those there are out of date.

use std::path::PathBuf;
use std::process::ExitCode;
use std::{fs, io};

use huibian_contract::{PluginManifest, Request, Response};
use huibian_diagnostic::Listing;
use huibian_engine::workspace;
use huibian_report::{chart, table};
use schemars::{Schema, schema_for};

fn main() -> io::Result<ExitCode> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().unwrap_or_else(|| "schemas".to_owned()));
    let checking = arguments.next().is_some_and(|word| word == "--check");
    let schemas: [(&str, Schema); 9] = [
        ("plugin", schema_for!(PluginManifest)),
        ("workspace", workspace::schema()),
        ("style", Schema::try_from(huibian_style::schema()).map_err(io::Error::other)?),
        ("table", table::schema()),
        ("chart", chart::schema()),
        ("request", schema_for!(Request)),
        ("response", schema_for!(Response)),
        ("manifest", huibian_manifest::schema()),
        ("diagnostics", schema_for!(Listing)),
    ];
    fs::create_dir_all(&folder)?;
    let mut code = ExitCode::SUCCESS;
    for (name, schema) in schemas {
        let path = folder.join(format!("{name}.schema.json"));
        let text = serde_json::to_string_pretty(&schema)? + "\n";
        if !checking {
            fs::write(&path, text)?;
        } else if fs::read_to_string(&path).unwrap_or_default().replace("\r\n", "\n") != text {
            eprintln!("{}: out of date; run cargo xtask schema", path.display());
            code = ExitCode::FAILURE;
        }
    }
    Ok(code)
}
