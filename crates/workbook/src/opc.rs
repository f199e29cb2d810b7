//! Relations among the parts of an Office package, and the sheets they lead to.

use std::collections::HashMap;

use crate::limits::Unreadable;
use crate::package::Package;
use crate::xml::{Xml, attribute};

/// Where a relation leads.
#[derive(Debug)]
pub(crate) struct Relation {
    /// The last word of its type: `worksheet`, `styles`.
    pub kind: String,
    /// The part that it leads to.
    pub target: String,
}

/// The relations of a part by their ids.
pub(crate) type Relations = HashMap<String, Relation>;

/// The part of a package that is the workbook.
pub(crate) fn main_part(package: &mut Package<'_>) -> Result<String, Unreadable> {
    if package.has("_rels/.rels") {
        let relations = read(package, "_rels/.rels", "")?;
        let main =
            relations.into_values().find(|one| one.kind == "officeDocument" && package.has(&one.target));
        if let Some(main) = main {
            return Ok(main.target);
        }
    }
    let usual = ["xl/workbook.xml", "xl/workbook.bin"].into_iter().find(|name| package.has(name));
    usual.map(str::to_owned).ok_or_else(|| Unreadable::Format("zip".to_owned()))
}

/// The relations of a part; none where it has none.
pub(crate) fn relations(package: &mut Package<'_>, part: &str) -> Result<Relations, Unreadable> {
    let (folder, name) = part.rsplit_once('/').unwrap_or(("", part));
    let slash = if folder.is_empty() { "" } else { "/" };
    let path = format!("{folder}{slash}_rels/{name}.rels");
    if package.has(&path) { read(package, &path, folder) } else { Ok(Relations::new()) }
}

fn read(package: &mut Package<'_>, path: &str, folder: &str) -> Result<Relations, Unreadable> {
    let mut relations = Relations::new();
    Xml::open(package, path)?.each(|name, start| {
        if name == "Relationship" && attribute(start, "TargetMode").as_deref() != Some("External") {
            let kind = attribute(start, "Type").unwrap_or_default();
            let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
            let target = resolve(folder, &attribute(start, "Target").unwrap_or_default());
            relations.extend(attribute(start, "Id").map(|id| (id, Relation { kind, target })));
        }
        Ok(())
    })?;
    Ok(relations)
}

/// The part of a sheet's comments, where it has any. What leads nowhere is none: comments are no data.
pub(crate) fn comments(package: &mut Package<'_>, sheet: &str) -> Result<Option<String>, Unreadable> {
    let relations = relations(package, sheet)?;
    let found = relations.into_values().find(|one| one.kind == "comments" && package.has(&one.target));
    Ok(found.map(|one| one.target))
}

/// The part of a kind, where there is one. One that is named and not there is a fault: without its styles a workbook
/// would show other numbers.
pub(crate) fn part_of_kind(
    package: &Package<'_>,
    relations: &Relations,
    kind: &str,
) -> Result<Option<String>, Unreadable> {
    match relations.values().find(|one| one.kind == kind) {
        Some(found) if package.has(&found.target) => Ok(Some(found.target.clone())),
        Some(found) => Err(Unreadable::broken(&found.target)),
        None => Ok(None),
    }
}

/// A target as the name of a part.
fn resolve(folder: &str, target: &str) -> String {
    let target = target.replace('\\', "/");
    let (mut path, rest): (Vec<&str>, &str) = match target.strip_prefix('/') {
        Some(rest) => (Vec::new(), rest),
        None => (folder.split('/').filter(|one| !one.is_empty()).collect(), &target),
    };
    for step in rest.split('/') {
        match step {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            step => path.push(step),
        }
    }
    path.join("/")
}
