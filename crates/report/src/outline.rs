//! Titles and levels of headings, held against the house style before anything is made.

use std::path::Path;

use huibian_diagnostic::{Code, Diagnostic, Faults, Location};
use huibian_document::{HouseStyle, Settings};
use huibian_host::PluginFolder;
use huibian_template::{Outline, OutlineHeading, TemplateSet};

use crate::office;
use crate::wording::REPORT;

/// T015 where the report's template, a file at `path`, has no title, or two in every report; T020 for each heading that
/// the style has no level for.
pub fn check(
    templates: &TemplateSet,
    path: &Path,
    plugins: &[PluginFolder],
    settings: &Settings,
    style: Option<&HouseStyle>,
    faults: &mut Faults,
) {
    let (Some(report), Some(style)) = (templates.outline(REPORT), style) else { return };
    faults.extend(titles(report, path));
    // The report's own # is the title.
    too_deep(report, -1, style, faults);
    for attachment in settings.attachments.iter().flatten().filter_map(|it| it.template.as_deref()) {
        let outline = templates.outline(&office::template_name(attachment));
        outline.into_iter().for_each(|outline| too_deep(outline, 0, style, faults));
    }
    for slot in &report.slots {
        let under = i32::from(slot.under) - 1;
        let sections =
            plugins.iter().filter(|plugin| plugin.manifest.slots.iter().any(|own| own.as_str() == slot.name));
        for plugin in sections {
            let outline = templates.outline(&format!("{}/{}", plugin.manifest.id, slot.name));
            outline.into_iter().for_each(|outline| too_deep(outline, under, style, faults));
        }
    }
}

fn titles(report: &Outline, path: &Path) -> Option<Diagnostic> {
    let titles: Vec<&OutlineHeading> = report.headings.iter().filter(|heading| heading.level == 1).collect();
    let always: Vec<&&OutlineHeading> = titles.iter().filter(|title| title.always).collect();
    let fault = |found: usize| Diagnostic::new(Code::TitleCount).with("found", found);
    match (titles.as_slice(), always.as_slice()) {
        ([], _) => Some(fault(0).at(Location::file(path))),
        (_, [_, second, ..]) => Some(fault(always.len()).at(second.place.clone())),
        _ => None,
    }
}

/// `under` is the level that a heading with no `#` would have.
fn too_deep(outline: &Outline, under: i32, style: &HouseStyle, faults: &mut Faults) {
    for heading in &outline.headings {
        let level = under + i32::from(heading.level);
        if usize::try_from(level).is_ok_and(|level| level > style.headings.len()) {
            let fault = Diagnostic::new(Code::HeadingTooDeep).with("level", level).at(heading.place.clone());
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
    }
}
