//! ARCHITECTURE.md's table of crates held against the crates: a row each, the arrows as they are, each crate below those
//! that use it.

use std::collections::{BTreeMap, BTreeSet};

use super::package::Package;

/// A row of the table.
#[derive(Debug, PartialEq, Eq)]
struct Row {
    names: Vec<String>,
    uses: BTreeSet<String>,
}

/// Where the map and the crates differ, a line each.
///
/// # Errors
/// A text without a table that has columns `crate` and `uses`.
pub fn differences(text: &str, packages: &[Package]) -> Result<Vec<String>, String> {
    let rows = rows(text)?;
    let mut faults = Vec::new();
    let mut above = BTreeSet::new();
    let of: BTreeMap<&str, &Package> =
        packages.iter().map(|package| (package.name.as_str(), package)).collect();
    for row in &rows {
        for name in &row.names {
            match of.get(name.as_str()) {
                None => faults.push(format!("`{name}` has a row, but crates/{name} is not there")),
                Some(package) => compare(row, package, &of, &above, &mut faults),
            }
        }
        above.extend(row.names.iter().map(String::as_str));
    }
    for package in packages.iter().filter(|package| !above.contains(package.name.as_str())) {
        let (name, arrows) = (&package.name, cell(&arrows(package, &of)));
        faults.push(format!("crates/{name} has no row: | `{name}` | ... | ... | {arrows} |"));
    }
    Ok(faults)
}

fn compare(
    row: &Row,
    package: &Package,
    of: &BTreeMap<&str, &Package>,
    above: &BTreeSet<&str>,
    faults: &mut Vec<String>,
) {
    let name = &package.name;
    let arrows = arrows(package, of);
    if arrows != row.uses {
        faults.push(format!("`{name}` uses {}, its row says {}", cell(&arrows), cell(&row.uses)));
    }
    for used in package.uses.iter().filter(|used| !above.contains(used.as_str())) {
        faults.push(format!("`{name}` uses `{used}`, which has no row above its own"));
    }
}

/// The packages that a package uses, without those that one of the others uses anyway.
fn arrows(package: &Package, of: &BTreeMap<&str, &Package>) -> BTreeSet<String> {
    let mut through = BTreeSet::new();
    for used in &package.uses {
        reach(used, of, &mut through);
    }
    package.uses.difference(&through).cloned().collect()
}

/// All that a package uses, and what that uses.
fn reach(name: &str, of: &BTreeMap<&str, &Package>, found: &mut BTreeSet<String>) {
    for used in of.get(name).into_iter().flat_map(|package| &package.uses) {
        if found.insert(used.clone()) {
            reach(used, of, found);
        }
    }
}

/// Names as they stand in the table.
fn cell(names: &BTreeSet<String>) -> String {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    if names.is_empty() { "nothing".to_owned() } else { names.join(", ") }
}

fn rows(text: &str) -> Result<Vec<Row>, String> {
    let mut lines = text.lines().map(cells);
    let columns = lines.by_ref().find_map(|cells| {
        let column = |title: &str| cells.iter().position(|cell| cell == title);
        Some((column("crate")?, column("uses")?))
    });
    let Some((name, uses)) = columns else {
        return Err("no table with the columns `crate` and `uses`".to_owned());
    };
    let cells = lines.skip(1).take_while(|cells| !cells.is_empty());
    Ok(cells
        .map(|cells| Row {
            names: names(cells.get(name)).collect(),
            uses: names(cells.get(uses)).filter(|used| used != "nothing").collect(),
        })
        .collect())
}

/// The cells of a line of a table; of another line none.
fn cells(line: &str) -> Vec<String> {
    let inner = line.trim().strip_prefix('|').and_then(|line| line.strip_suffix('|'));
    inner.map(|line| line.split('|').map(|cell| cell.trim().to_owned()).collect()).unwrap_or_default()
}

fn names(cell: Option<&String>) -> impl Iterator<Item = String> {
    let names = cell.map_or("", String::as_str).split(',');
    names.map(|name| name.trim().trim_matches('`').to_owned()).filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    const MAP: &str = "# Map

| crate | is | must not know | uses |
|---|---|---|---|
| `ground` | the ground | all else | nothing |
| `wall` | a wall | the roof | ground |
| `roof` | a roof | the ground | wall |

More text.
";

    fn package(name: &str, uses: &[&str]) -> Package {
        let uses = uses.iter().map(|used| (*used).to_owned()).collect();
        let (folder, roots, tests_use) = (PathBuf::new(), Vec::new(), BTreeSet::new());
        Package { name: name.to_owned(), folder, roots, uses, tests_use }
    }

    #[test]
    fn a_true_map_is_let_be_and_arrows_that_follow_are_left_out() {
        let packages =
            [package("ground", &[]), package("wall", &["ground"]), package("roof", &["ground", "wall"])];
        assert_eq!(differences(MAP, &packages), Ok(Vec::new()));
    }

    #[test]
    fn what_the_map_does_not_say_is_told() {
        let packages = [package("ground", &["wall"]), package("wall", &[]), package("cellar", &["wall"])];
        let told = differences(MAP, &packages).unwrap();
        assert_eq!(
            told,
            [
                "`ground` uses wall, its row says nothing",
                "`ground` uses `wall`, which has no row above its own",
                "`wall` uses nothing, its row says ground",
                "`roof` has a row, but crates/roof is not there",
                "crates/cellar has no row: | `cellar` | ... | ... | wall |",
            ]
        );
        assert!(differences("no table", &packages).is_err());
    }
}
