//! Paths as a person standing in the current directory writes them.

use std::path::{Path, PathBuf};

use huibian_diagnostic::Location;

/// The current directory.
pub struct Here {
    /// With slashes and one at the end; empty where there is none.
    prefix: String,
}

impl Here {
    /// Where the program was started.
    pub fn new() -> Self {
        Self::at(&std::env::current_dir().unwrap_or_default())
    }

    fn at(folder: &Path) -> Self {
        let folder = slashes(folder);
        let prefix = if folder.is_empty() || folder.ends_with('/') { folder } else { folder + "/" };
        Self { prefix }
    }

    /// The directory itself.
    pub fn folder(&self) -> PathBuf {
        PathBuf::from(&self.prefix)
    }

    /// A path, relative where it is below.
    pub fn path(&self, path: &Path) -> String {
        let path = slashes(path);
        let is_here = !path.is_empty() && path == self.prefix.trim_end_matches('/');
        path.strip_prefix(&self.prefix).filter(|_| !is_here).map_or_else(|| path.clone(), str::to_owned)
    }

    /// A place, its path relative where it is below.
    pub fn place(&self, place: &Location) -> String {
        self.path(place.path()) + &place.within()
    }
}

fn slashes(path: &Path) -> String {
    let path = path.to_string_lossy();
    if std::path::MAIN_SEPARATOR == '\\' { path.replace('\\', "/") } else { path.into_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_below_are_relative_and_others_stay() {
        let here = Here::at(Path::new("/srv/云溪"));
        assert_eq!(here.path(Path::new("/srv/云溪/data/a.toml")), "data/a.toml");
        assert_eq!(here.path(Path::new("/srv/云溪镇/a.toml")), "/srv/云溪镇/a.toml");
        assert_eq!(here.place(&Location::position(&Path::new("/srv/云溪/a").into(), 3, 1)), "a:3:1");
    }
}
