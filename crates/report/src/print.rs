//! A hash of the files that a workspace and its plugins consist of, taken before they are read to be used: where one is changed
//! in between, the next run sees another hash.

use std::path::Path;

use blake3::Hash;
use huibian_config::Parts;
use huibian_host::PluginFolder;

/// The hash of the files of a workspace and its installation, of plugins whose `plugin.toml` was read and nothing else, and of
/// one more file that may lie anywhere; `workspace_toml` is what was read of it already.
pub fn of(
    [folder, installation]: [&Path; 2],
    workspace_toml: &str,
    plugins: &[PluginFolder],
    further: Option<&Path>,
) -> Hash {
    let mut parts = Parts::default();
    [(folder, "templates"), (installation, "templates"), (folder, "wording")]
        .into_iter()
        .for_each(|(root, name)| parts.files(root, name));
    parts.text(workspace_toml);
    for plugin in plugins {
        parts.text(plugin.manifest.id.as_str());
        parts.text(&plugin.source.text);
        ["sections", "tables"].into_iter().for_each(|name| parts.files(&plugin.path, name));
    }
    further.into_iter().for_each(|path| parts.content(&folder.join(path)));
    parts.finish()
}
