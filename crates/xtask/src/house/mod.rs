//! Holds the shape of the house: no circle between files of different folders, ARCHITECTURE.md's map true, no crate too
//! large, and each says at its beginning what it must not know. Reads code as it is written; builds and runs nothing.

mod circles;
mod map;
mod names;
mod package;
#[cfg(test)]
mod tests;
mod tree;
mod uses;

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;
use std::process::ExitCode;

use package::Package;
use tree::{Sources, Tree};
use uses::Uses;

/// The most lines that a crate may have, tests left out.
const MOST_LINES: usize = 6_000;

/// The same for crates that are to stay smaller.
const SMALLER: [(&str, usize); 1] = [("engine", 4_500)];

/// Prints the crates with their lines, circles and what else is wrong.
pub fn check() -> ExitCode {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let faults = match examine(&workspace) {
        Ok(faults) => faults,
        Err(error) => vec![error],
    };
    for fault in &faults {
        eprintln!("house: {fault}");
    }
    if faults.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Goes over all crates and says what is wrong.
fn examine(workspace: &Path) -> Result<Vec<String>, String> {
    let packages = package::packages(workspace)?;
    let mut faults = Vec::new();
    let mut all = 0;
    for package in &packages {
        let sources = package::sources(workspace, package)?;
        let crates = Crate::all(package, &sources)?;
        let files: BTreeSet<&Path> = crates.iter().flat_map(|it| it.uses.keys().copied()).collect();
        let lines = files.iter().map(|file| uses::lines_of(&sources[*file])).sum();
        println!("{:12} {lines:6} lines {:4} files", package.name, files.len());
        all += lines;
        faults.extend(too_large(package, lines));
        faults.extend(unsaid(package, &sources));
        for circle in crates.iter().flat_map(Crate::circles) {
            let told = circle.display(&package.folder.join("src"));
            if circle.across {
                faults.push(told);
            } else {
                println!("  {told}");
            }
        }
        if !package.tests_use.is_empty() {
            let used: Vec<&str> = package.tests_use.iter().map(String::as_str).collect();
            println!("  its tests use {}", used.join(", "));
        }
    }
    println!("{:12} {all:6} lines", "all");
    faults.extend(compare_map(workspace, &packages));
    Ok(faults)
}

fn compare_map(workspace: &Path, packages: &[Package]) -> Vec<String> {
    let text = std::fs::read_to_string(workspace.join("ARCHITECTURE.md")).map_err(|error| error.to_string());
    let found = text.and_then(|text| map::differences(&text, packages)).unwrap_or_else(|error| vec![error]);
    found.into_iter().map(|difference| format!("ARCHITECTURE.md: {difference}")).collect()
}

/// A crate's first lines say what it is and what it must not know.
fn unsaid(package: &Package, sources: &Sources) -> Option<String> {
    let roots = ["src/lib.rs", "src/main.rs"].map(|root| package.folder.join(root));
    let root = roots.iter().find(|root| sources.contains_key(*root))?;
    let says = sources[root].opening().to_lowercase().contains("must not know");
    (!says).then(|| format!("{}: its first lines do not say what it \"must not know\"", root.display()))
}

fn too_large(package: &Package, lines: usize) -> Option<String> {
    let name = package.name.as_str();
    let most = SMALLER.iter().find(|smaller| smaller.0 == name).map_or(MOST_LINES, |smaller| smaller.1);
    (lines > most).then(|| format!("crates/{name} has {lines} lines without its tests; {most} is the most"))
}

/// A library, program or build script.
struct Crate<'a> {
    uses: Uses<'a>,
}

impl<'a> Crate<'a> {
    fn all(package: &Package, sources: &'a Sources) -> Result<Vec<Self>, String> {
        package.roots.iter().map(|root| Self::read(sources, root)).collect()
    }

    fn read(sources: &'a Sources, root: &Path) -> Result<Self, String> {
        let mut tree = Tree::grow(sources, root)?;
        Ok(Self { uses: uses::uses(&mut tree) })
    }

    fn circles(&self) -> Vec<Circle<'_>> {
        let files: Vec<&Path> = self.uses.keys().copied().collect();
        let at = |file: &Path| files.binary_search(&file).ok();
        let graph =
            self.uses.values().map(|uses| uses.keys().filter_map(|file| at(file)).collect()).collect();
        circles::circles(&graph).into_iter().map(|group| self.circle(&files, &group)).collect()
    }

    fn circle(&self, files: &[&'a Path], group: &[usize]) -> Circle<'_> {
        let files: BTreeSet<&Path> = group.iter().map(|file| files[*file]).collect();
        let folders: BTreeSet<Option<&Path>> = files.iter().map(|file| file.parent()).collect();
        Circle { across: folders.len() > 1, files, uses: &self.uses }
    }
}

/// Files that use each other in a loop.
struct Circle<'a> {
    /// Whether they lie in more than one folder.
    across: bool,
    files: BTreeSet<&'a Path>,
    uses: &'a Uses<'a>,
}

impl Circle<'_> {
    /// The files, and what ties them, a line for each pair; of a circle across folders those that lead to another folder:
    /// one way or the other they must go.
    fn display(&self, folder: &Path) -> String {
        let short = |path: &Path| path.strip_prefix(folder).unwrap_or(path).display().to_string();
        let files: Vec<String> = self.files.iter().map(|file| short(file)).collect();
        let across = if self.across { " across folders" } else { "" };
        let mut told = format!("circle{across} in {}: {}", folder.display(), files.join(", "));
        for file in &self.files {
            let ties = self.uses[file].iter().filter(|(used, _)| self.files.contains(*used));
            for (used, names) in ties.filter(|(used, _)| !self.across || used.parent() != file.parent()) {
                let names: Vec<&str> = names.iter().map(String::as_str).take(6).collect();
                let _ = write!(told, "\n    {} -> {}: {}", short(file), short(used), names.join(", "));
            }
        }
        told
    }
}
