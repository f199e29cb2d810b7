//! A plugin's code, examined before anything of it runs: a library, or a module.

use std::fs;
use std::path::Path;

use huibian_host::{PluginFolder, library, module};

use crate::told::tell;

/// Examines the bytes as both.
pub fn run(bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("works");
    fs::create_dir_all(path.join("sections")).unwrap();
    fs::write(path.join("plugin.toml"), include_str!("../../office/plugin.toml")).unwrap();
    fs::write(path.join("sections/results.hbs"), include_str!("../../office/results.hbs")).unwrap();
    let folder = PluginFolder::read(&path).unwrap();
    for examined in [
        library::inspect(&folder, Path::new("libworks.so"), bytes),
        module::inspect(&folder, Path::new("works.wasm"), bytes),
    ] {
        if let Err(fault) = examined {
            tell(&fault);
        }
    }
}
