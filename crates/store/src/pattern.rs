//! Where files go: a pattern with placeholders, filled in for each unit. Nothing leaves the pattern's own folder,
//! whatever a unit is called.

use std::io;
use std::path::{Component, Path, PathBuf};

use huibian_contract::{Pattern, UnitId};
use huibian_diagnostic::{Code, Diagnostic, Result};

use crate::artifact::failed;
use crate::bounds::ensure_inside;
use crate::held::{Held, OnWait};
use crate::name::portable;

/// What names of output files may have in braces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NamePlace {
    Report,
    Period,
    UnitId,
    UnitName,
}

impl NamePlace {
    const ALL: [(&str, Self); 4] = [
        ("report", Self::Report),
        ("period", Self::Period),
        ("unit.id", Self::UnitId),
        ("unit.name", Self::UnitName),
    ];

    fn read(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(known, _)| *known == name).map(|(_, place)| place)
    }

    fn is_of_unit(self) -> bool {
        matches!(self, Self::UnitId | Self::UnitName)
    }
}

/// Names of output files, without extension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputPattern {
    /// The folder that every file of a run lies in.
    folder: PathBuf,
    /// What follows, with places of the unit alone.
    name: Pattern<NamePlace>,
    /// The folder that no link may lead out of: the workspace's, or the pattern's own where a person gave it.
    root: PathBuf,
}

/// Makes sure that a file could be put somewhere: no folder stands in its place, and no file in that of a folder above it.
///
/// # Errors
/// O004.
pub fn ensure_takes(file: &Path) -> Result<()> {
    if file.is_dir() {
        return Err(failed(file, &io::ErrorKind::IsADirectory.into()));
    }
    let there = file.ancestors().skip(1).find(|folder| folder.symlink_metadata().is_ok());
    match there {
        Some(there) if !there.is_dir() => Err(failed(there, &io::ErrorKind::NotADirectory.into())),
        _ => Ok(()),
    }
}

impl OutputPattern {
    /// Reads a pattern that `workspace.toml` gives: relative to the workspace's `folder`, and never above it.
    ///
    /// # Errors
    /// O002 when it is absolute or climbs, names an unknown placeholder, or does not tell units apart.
    pub fn of_workspace(pattern: &str, folder: &Path, report: &str, period: &str) -> Result<Self> {
        let climbs = Path::new(pattern).components().any(|part| !matches!(part, Component::Normal(_)));
        if climbs || pattern.contains('\\') || pattern.contains(':') {
            return Err(bad(pattern, "outside"));
        }
        if !names_units(pattern) {
            return Err(bad(pattern, "no-unit"));
        }
        let read = Self::read(pattern, folder, report, period)?;
        Ok(Self { root: folder.to_owned(), ..read })
    }

    /// The pattern, where it does not lead into one of the folders below its root that are read from. `written` is the pattern as
    /// it is written.
    ///
    /// # Errors
    /// O002.
    pub fn ensure_apart(self, written: &str, read: &[PathBuf]) -> Result<Self> {
        let into = |folder: &&PathBuf| self.folder.starts_with(self.root.join(folder));
        match read.iter().find(into) {
            Some(folder) => Err(bad(written, "reads").with("folder", folder.display())),
            None => Ok(self),
        }
    }

    /// Reads a pattern, or a plain folder, that a person gives on the command line: relative to the current folder. Where it lies
    /// in the workspace's `folder` it is the same as one of the workspace's own.
    ///
    /// # Errors
    /// O002 when it names an unknown placeholder, or has one before a step up.
    pub fn of_person(pattern: &str, folder: &Path, report: &str, period: &str) -> Result<Self> {
        let mut pattern = pattern.replace('\\', "/");
        if !names_units(&pattern) {
            let folder = if pattern.is_empty() { "." } else { pattern.trim_end_matches('/') };
            pattern = format!("{folder}/{{unit.name}}");
        }
        let read = Self::read(&pattern, Path::new("."), report, period)?;
        let given = absolute(&read.folder);
        let given = match given.strip_prefix(absolute(folder)) {
            Ok(below) => folder.join(below),
            Err(_) => given,
        };
        Ok(Self { root: given.clone(), folder: given, ..read })
    }

    fn read(pattern: &str, folder: &Path, report: &str, period: &str) -> Result<Self> {
        let misread = |_| bad(pattern, "placeholder");
        let of_run = Pattern::parse(pattern, NamePlace::read).map_err(misread)?;
        let filled = of_run.fill(|place| {
            Some(match place {
                NamePlace::Report => portable(report),
                NamePlace::Period => portable(period),
                NamePlace::UnitId => "{unit.id}".to_owned(),
                NamePlace::UnitName => "{unit.name}".to_owned(),
            })
        });
        let filled = filled.unwrap_or_default();
        let first = filled.find('{').unwrap_or(filled.len());
        let cut = filled[..first].rfind('/').map_or(0, |at| at + 1);
        let (fixed, name) = filled.split_at(cut);
        if name.split('/').any(|part| matches!(part, "" | "." | "..")) {
            return Err(bad(pattern, "outside"));
        }
        let (folder, name) = (folder.join(fixed), Pattern::parse(name, NamePlace::read).map_err(misread)?);
        Ok(Self { root: folder.clone(), folder, name })
    }

    /// The folder that every file of a run lies in.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Holds the folder that a run's reports and their record go to.
    ///
    /// # Errors
    /// O013 where it lies outside the workspace and no person said so, O004 where it cannot be made.
    pub fn hold(&self, command: &str, on_wait: OnWait<'_>) -> Result<Held> {
        self.ensure_takes_files()?;
        Held::take(&self.folder, command, on_wait)
    }

    /// The same for a run, which tells by itself that its files could not lie there; nothing is held then.
    ///
    /// # Errors
    /// O004 where the folder cannot be made.
    pub fn hold_for_run(&self, command: &str, on_wait: OnWait<'_>) -> Result<Option<Held>> {
        let takes = self.ensure_takes_files().is_ok();
        takes.then(|| Held::take(&self.folder, command, on_wait)).transpose()
    }

    /// Makes sure that a run's reports could lie where they are to, without making a folder.
    ///
    /// # Errors
    /// O013 as [`Self::hold`], O004 where a file stands in the folder's place or a folder in that of the record.
    pub fn ensure_takes_files(&self) -> Result<()> {
        self.ensure_inside(&self.manifest())?;
        self.ensure_inside(&self.rollup().manifest())?;
        ensure_takes(&self.manifest())
    }

    /// Makes sure that a file lies where the pattern says: no link leads out of the workspace, or out of the folder that a
    /// person named.
    ///
    /// # Errors
    /// O013.
    pub fn ensure_inside(&self, file: &Path) -> Result<()> {
        let folder = file.parent().unwrap_or(file);
        if self.root.as_os_str().is_empty() || folder == self.root {
            Ok(())
        } else {
            ensure_inside(folder, &self.root)
        }
    }

    /// Where a unit's file with an extension goes.
    pub fn path(&self, id: &UnitId, name: &str, extension: &str) -> PathBuf {
        self.folder.join([&self.name(id, name), ".", extension].concat())
    }

    /// The same below the folder that all units have in common, without its extension.
    pub fn name(&self, id: &UnitId, name: &str) -> String {
        let own = |place: &NamePlace| portable(if *place == NamePlace::UnitId { id.as_str() } else { name });
        self.name.fill(|place| Some(own(place))).unwrap_or_default()
    }

    /// The names of what stands above the units: the same ones, in a folder of their own.
    #[must_use]
    pub fn rollup(&self) -> Self {
        Self { folder: self.folder.join("rollup"), ..self.clone() }
    }

    /// Where the record of a run goes.
    pub fn manifest(&self) -> PathBuf {
        self.folder.join("manifest.jsonl")
    }
}

/// A path from the root of all; as it is where the system does not say where we are.
fn absolute(path: &Path) -> PathBuf {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

/// Whether a pattern tells units apart.
fn names_units(pattern: &str) -> bool {
    Pattern::parse(pattern, |name| Some(NamePlace::read(name).is_some_and(NamePlace::is_of_unit)))
        .is_ok_and(|pattern| pattern.places().any(|of_unit| *of_unit))
}

fn bad(pattern: &str, reason: &str) -> Diagnostic {
    let known = NamePlace::ALL.map(|(name, _)| format!("{{{name}}}")).join(" ");
    Diagnostic::new(Code::BadPattern).with("pattern", pattern).with("reason", reason).with("known", known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn docx(pattern: &OutputPattern, name: &str) -> PathBuf {
        pattern.path(&UnitId::new("yunxi").unwrap(), name, "docx")
    }

    fn path(pattern: &str, name: &str) -> Option<String> {
        let pattern = OutputPattern::of_workspace(pattern, Path::new("w"), "r", "2023Q2").ok()?;
        Some(docx(&pattern, name).to_string_lossy().replace('\\', "/"))
    }

    #[test]
    fn a_pattern_is_filled_in_below_its_folder() {
        assert_eq!(
            path("out/{report}/{period}/{unit.name}", "云溪镇").unwrap(),
            "w/out/r/2023Q2/云溪镇.docx"
        );
        assert_eq!(path("o/{unit.id}/{unit.name}", "../x").unwrap(), "w/o/yunxi/..／x.docx");
        for pattern in ["../{unit.id}", "/tmp/{unit.id}", "out/{unit.nam}", "out/report", "{unit.id}/../x"] {
            assert_eq!(path(pattern, "云溪镇"), None, "{pattern}");
        }
    }

    #[test]
    fn a_person_may_name_a_plain_folder_anywhere() {
        let of_person = |pattern: &str, folder: &str| {
            OutputPattern::of_person(pattern, Path::new(folder), "r", "2023Q2").unwrap()
        };
        let pattern = of_person("/tmp/x/", "/w");
        assert_eq!(docx(&pattern, "云溪镇"), Path::new("/tmp/x/云溪镇.docx"));
        assert_eq!(pattern.manifest(), Path::new("/tmp/x/manifest.jsonl"));
        assert!(OutputPattern::of_person("x/{unit.name}/../../y", Path::new("/w"), "r", "2023Q2").is_err());
        let here = std::env::current_dir().unwrap();
        assert_eq!(of_person("out", "/w").folder(), here.join("out"));
        assert_eq!(of_person("./out/{unit.id}", &here.to_string_lossy()).folder(), here.join("out"));
        assert_eq!(of_person("w/out", "w").folder(), Path::new("w/out"));
        assert_eq!(of_person("{unit.id}", "w").folder(), here);
    }

    proptest! {
        #[test]
        fn no_name_leads_out_of_the_folder(name in ".*") {
            let path = path("out/{unit.name}", &name).unwrap();
            let steps = Path::new(&path).components().collect::<Vec<_>>();
            prop_assert_eq!(steps.len(), 3);
            prop_assert!(steps.iter().all(|step| matches!(step, Component::Normal(_))));
        }
    }
}
