//! Who the units are, as `workspace.toml` says: where their data lie, who stands above them, who they were before.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_config::{bounds, place_of};
use huibian_contract::text::name as seen;
use huibian_contract::{InvalidId, Period, UnitId};
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Result, Source};
use huibian_sheet::columns::FieldIndex;
use huibian_source::mapping_written::unknown_keys;
use huibian_source::{Source as UnitSource, TableOptions, UnitHead};
use huibian_unit::{Listed, Parent};
use toml::Spanned;

use super::note;
use super::overrides::Overrides;
use super::raw::{ParentToml, WorkspaceToml};
use crate::history::{Lineage, Lists};

/// What is said of tables, and where the units are.
pub(super) fn units(
    raw: &WorkspaceToml,
    roots: [&Path; 2],
    period: Period,
    overrides: &Overrides,
    source: &Arc<Source>,
    faults: &mut Faults,
) -> (TableOptions, Option<Box<dyn UnitSource>>) {
    let listed = raw.parents.iter().flat_map(|parent| &parent.units).map(Spanned::get_ref);
    let options = note(raw.units.tables(listed, source), faults).unwrap_or_default();
    let roots: Vec<&Path> = roots.into_iter().chain(overrides.outside.iter().map(PathBuf::as_path)).collect();
    let sources = overrides.sources.clone().within(&roots);
    let units = raw.units.source(options.clone(), roots[0], period, &sources, source);
    let within = |units: Box<dyn UnitSource>| {
        let paths =
            [Some(units.path().to_owned()), units.previous().map(|previous| previous.path().to_owned())];
        paths.iter().flatten().try_for_each(|path| bounds::ensure_within(path, &roots)).map(|()| units)
    };
    let units = units.and_then(|units| within(units).map_err(|fault| fault.at(place_of(source, &["units"]))));
    (options, note(units, faults))
}

/// Keys of tables' columns and cells that are no field's.
pub(super) fn unknown(raw: &WorkspaceToml, fields: &FieldIndex, source: &Arc<Source>) -> Vec<Diagnostic> {
    let place_in = |section: &str, key: &str| place_of(source, &["units", section, key]);
    unknown_keys(&raw.units.columns, &raw.units.cells, fields, &place_in)
}

/// Who units were before, by their names as they are seen.
pub(super) fn lineage(raw: &WorkspaceToml, now: Period, source: &Arc<Source>) -> Lineage {
    let name = |name: &String| seen(name).into_owned();
    let was = raw.units.was.iter().map(|(now, was)| (name(now), was.iter().map(name).collect()));
    let parents = raw.parents.iter().map(|parent| [parent.id.get_ref().clone(), name(&parent.name)]);
    let mut listed = Lists::default();
    listed.add(None, None, raw.units.known.iter().map(name));
    for parent in &raw.parents {
        listed.add(parent.from, parent.until, parent.units.iter().map(|unit| name(unit.get_ref())));
    }
    Lineage::new(was).with_names(parents).with_lists(listed, now).said_in(source)
}

/// The parents that are declared for a period.
pub(super) fn parents(
    raw: &WorkspaceToml,
    period: Period,
    source: &Arc<Source>,
    faults: &mut Faults,
) -> Vec<Parent> {
    let covering = raw.parents.iter().filter(|parent| parent.covers(period));
    let parents = covering.filter_map(|raw| note(parent(raw, source), faults)).collect();
    let never = raw.parents.iter().filter(|parent| Period::is_never(parent.from, parent.until));
    faults.extend(never.map(|parent| {
        let place = Location::span(source, parent.id.span());
        Diagnostic::new(Code::BadValue).with("what", "span").at(place)
    }));
    parents
}

/// A parent as it is declared.
fn parent(raw: &ParentToml, source: &Arc<Source>) -> Result<Parent> {
    let at = |span| Location::span(source, span);
    let place = at(raw.id.span());
    let id = |text: &str| {
        let bad =
            |error: InvalidId| Diagnostic::new(Code::BadUnitId).with("given", error.given).at(place.clone());
        UnitId::new(text).map_err(bad)
    };
    let head = UnitHead {
        id: id(raw.id.get_ref())?,
        name: seen(&raw.name).into_owned(),
        parent: raw.parent.as_ref().map(|parent| seen(parent.get_ref()).into_owned()),
        place: place.clone(),
    };
    let listed = raw
        .units
        .iter()
        .map(|unit| Listed { unit: seen(unit.get_ref()).into_owned(), place: at(unit.span()) });
    let above = raw.parent.as_ref().map(|parent| at(parent.span()));
    Ok(Parent { head, above, recipients: raw.recipients.clone(), units: listed.collect() })
}
