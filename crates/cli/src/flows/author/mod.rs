//! `huibian plugin` for those who write plugins: a command a file.

mod build;
mod check;
mod dev;
mod install;
mod new;
mod pack;
mod test;
mod why;

pub use build::build;
pub use check::check;
pub use dev::dev;
pub use install::install;
pub use new::new;
pub use pack::pack;
pub use test::test;
pub use why::why;

use std::path::{Path, PathBuf};

use huibian_diagnostic::Diagnostic;
use huibian_host::PluginFolder;

use super::reach::Reach;

/// The plugins that are meant: the one named by id or path; else the one whose folder this is; else all within reach.
fn targets(reach: &Reach, named: Option<&str>) -> Result<Vec<PluginFolder>, Diagnostic> {
    if let Some(named) = named {
        return target(reach, named).map(|folder| vec![folder]);
    }
    if Path::new("plugin.toml").is_file() {
        return target(reach, ".").map(|folder| vec![folder]);
    }
    reach.ids().iter().map(|id| reach.find(id)).collect()
}

/// A plugin by its id, or by the path of its folder; one whose folder this is goes by its id too.
pub fn target(reach: &Reach, named: &str) -> Result<PluginFolder, Diagnostic> {
    let is_path = named.contains(['/', '\\']) || matches!(named, "." | "..");
    let there = Path::new(named).join("plugin.toml").is_file();
    if is_path || (there && reach.find(named).is_err()) {
        return PluginFolder::read(&absolute(Path::new(named)));
    }
    reach.find(named).or_else(|fault| {
        let here = PluginFolder::read(&absolute(Path::new("."))).ok();
        here.filter(|folder| folder.manifest.id.as_str() == named).ok_or(fault)
    })
}

/// A path with the name of its last folder, which is a plugin's id.
fn absolute(path: &Path) -> PathBuf {
    let joined = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    joined.components().fold(PathBuf::new(), |mut whole, part| {
        if part == std::path::Component::ParentDir {
            whole.pop();
        } else if part != std::path::Component::CurDir {
            whole.push(part);
        }
        whole
    })
}
