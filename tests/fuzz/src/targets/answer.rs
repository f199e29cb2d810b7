//! A plugin's answer, held against what its `plugin.toml` declares.

use std::sync::LazyLock;

use huibian_contract::PluginManifest;
use huibian_host::validate;

use crate::told::tell;

static MANIFEST: LazyLock<PluginManifest> =
    LazyLock::new(|| toml::from_str(include_str!("../../office/answering.toml")).unwrap());

/// Reads an answer.
pub fn run(bytes: &[u8]) {
    if let Err(fault) = validate(&MANIFEST, bytes) {
        tell(&fault);
    }
}
