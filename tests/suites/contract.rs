//! One contract, whatever carries it: the same data gives the same figures and the same errors.
//!
//! A carrier is a folder in `tests/plugins` that implements the flood season's contract, and where it runs; a further
//! one is a further row of [`CARRIERS`].
//!
//! `cargo xtask test` builds the program and the plugins first.

#![allow(clippy::unwrap_used)] // helpers outside `#[test]` functions are tests all the same

use std::path::Path;
use std::process::Command;

use huibian_tests::bare::{Bare, library_file, library_folder};
use huibian_tests::root;

/// What carries the contract.
struct Carrier {
    /// The plugin's folder in `tests/plugins`, which is its id.
    plugin: &'static str,
    /// What the command line says of where it runs.
    isolation: &'static str,
    /// Whether the test has to build it, with the system's C compiler.
    is_c: bool,
}

const CARRIERS: [Carrier; 6] = [
    Carrier { plugin: "flood-season", isolation: "process", is_c: false },
    Carrier { plugin: "flood-season", isolation: "none", is_c: false },
    Carrier { plugin: "pinned-v1", isolation: "process", is_c: false },
    Carrier { plugin: "pinned-v1", isolation: "none", is_c: false },
    Carrier { plugin: "flood-c", isolation: "process", is_c: true },
    Carrier { plugin: "flood-c", isolation: "none", is_c: true },
];

/// What a unit gives, and what must come of it: patrols and hazards, or a code and the field that its message names, by its key
/// where the plugin is older than labels in what it says.
type Case = (&'static str, &'static str, Result<[&'static str; 2], [&'static str; 3]>);

const CASES: [Case; 8] = [
    ("plain", "patrols_total = 12\nhazards_total = 3", Ok(["12", "3"])),
    ("nothing happened", "patrols_total = 0\nhazards_total = 0", Ok(["0", "0"])),
    ("the other order", "hazards_total = 3\npatrols_total = 12", Ok(["12", "3"])),
    (
        "beyond a double",
        "patrols_total = 9007199254740993\nhazards_total = 9223372036854775807",
        Ok(["9007199254740993", "9223372036854775807"]),
    ),
    ("no hazards", "patrols_total = 12", Err(["P101", "hazards_total", "险情处数"])),
    ("no patrols", "hazards_total = 3", Err(["P101", "patrols_total", "巡堤查险次数"])),
    ("a text", "patrols_total = \"12\"\nhazards_total = 3", Err(["U002", "patrols_total", "巡堤查险次数"])),
    ("below zero", "patrols_total = -1\nhazards_total = 3", Err(["U005", "patrols_total", "巡堤查险次数"])),
];

/// A unit's name that holds what a careless reader of JSON would take for data.
const TRICKY: &str = r#"'某某镇"patrols_total":9,\"hazards_total\":9'"#;

/// A workspace for a carrier; none where there is no C compiler.
fn workspace(carrier: &Carrier) -> Option<Bare> {
    let bare = Bare::new(&[carrier.plugin]);
    if carrier.is_c {
        let folder = bare.path(Path::new("plugins").join(carrier.plugin).join(library_folder()));
        std::fs::create_dir_all(&folder).unwrap();
        if !compile(carrier.plugin, &folder) {
            return None;
        }
        let trusted = bare.run(&["plugin", "trust", carrier.plugin, "--yes"]);
        assert!(trusted.status.success(), "{}", String::from_utf8_lossy(&trusted.stderr));
    }
    Some(bare)
}

/// Builds `flood.c`. Without a compiler it says so, and in CI that is a failure.
fn compile(plugin: &str, folder: &Path) -> bool {
    let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    let library = folder.join(library_file(&plugin.replace('-', "_")));
    let built = Command::new(&compiler)
        .args(["-std=c11", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-I"])
        .arg(root().join("crates/plugin/include"))
        .arg("-o")
        .arg(library)
        .arg(root().join("tests/plugins").join(plugin).join("flood.c"))
        .status();
    match built {
        Ok(status) => {
            assert!(status.success(), "{compiler} does not compile flood.c");
            true
        }
        Err(error) => {
            assert!(std::env::var_os("CI").is_none(), "no C compiler {compiler}: {error}");
            eprintln!("SKIPPED: no C compiler {compiler} ({error}); the plugin in C is not tested here");
            false
        }
    }
}

#[test]
fn every_carrier_answers_alike() {
    let mut reports = Vec::new();
    for carrier in &CARRIERS {
        let Carrier { plugin, isolation, .. } = carrier;
        let Some(bare) = workspace(carrier) else { continue };
        for (number, (_, data, _)) in CASES.iter().enumerate() {
            bare.unit(&format!("u{number}"), &[(plugin, data)]);
        }
        bare.unit("tricky", &[(plugin, CASES[0].1)]);
        bare.replace("data/tricky.toml", "\"某某镇tricky\"", TRICKY);
        let batch = bare.batch(&["--isolation", isolation]);
        let counts = |unit: &str| {
            ["patrols", "hazards"].map(|name| batch.units[unit].count(&format!("{plugin}/{name}")))
        };
        for (number, (case, _, expected)) in CASES.iter().enumerate() {
            let unit = format!("u{number}");
            let context = format!("{plugin} {isolation}, {case}: {}", batch.units[&unit].messages());
            match expected {
                Ok(expected) => assert_eq!(counts(&unit), expected.map(Some), "{context}"),
                Err([code, key, label]) => {
                    assert_eq!(batch.units[&unit].codes(), [*code], "{context}");
                    let named =
                        if *plugin == "pinned-v1" { context.contains(key) } else { context.contains(label) };
                    assert!(named, "{context}");
                }
            }
        }
        assert_eq!(counts("tricky"), [Some("12"), Some("3")], "{plugin} {isolation}");
        let report = std::fs::read_to_string(bare.path("out/u0.md")).unwrap();
        assert!(report.contains("组织巡堤查险12次，发现并处置险情3处。"), "{report}");
        reports.push((format!("{plugin} {isolation}"), report));
    }
    assert!(reports.len() >= 4);
    for (carrier, report) in &reports {
        assert_eq!(*report, reports[0].1, "{carrier} and {}", reports[0].0);
    }
}
