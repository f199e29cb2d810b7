//! Word: each plugin's sections and the report around them, rendered from their templates. Nothing is numbered yet.

use std::collections::HashMap;
use std::sync::Arc;

use huibian_contract::{IndexMap, UnitIdentity};
use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_document::Settings;
use huibian_figure::Figures;
use huibian_history::Baseline;
use huibian_host::declare::keep_counted;
use huibian_template::SlotKind;
use huibian_wordform::WordTemplate;
use serde_json::Map;

use crate::context::{AllPlugins, Context, SectionInput, fields_by_plugin};
use crate::design::Design;
use crate::office;
use crate::table::{Filled, Listed, TableInput};
use crate::text::Text;
use crate::withheld::{Asked, Withheld};
use crate::wording::REPORT;

/// What a unit's report is worded from.
pub struct ReportInput<'u> {
    /// The unit.
    pub unit: &'u UnitIdentity,
    /// What it sets of its official document.
    pub document: &'u Settings,
    /// Whom its document is addressed to.
    pub recipients: &'u [String],
    /// What each plugin has to say of it, in the order of the report.
    pub sections: Vec<SectionInput<'u>>,
    /// Its figures.
    pub figures: &'u Figures,
    /// Its figures of other times.
    pub past: &'u Baseline,
    /// The units below it, in a roll-up.
    pub below: Option<&'u [Listed]>,
    /// What those gave that has no value above them.
    pub withheld: &'u Withheld,
}

/// What a unit's report is made of, worded but not yet numbered. Its texts have holes until they are filled.
#[derive(Clone)]
pub struct Report {
    /// The report template's blocks.
    pub body: Text,
    /// What plugins gave each slot, in the order of the plugins.
    pub slots: IndexMap<String, Vec<Text>>,
    /// What the settings say of the unit's official document.
    pub settings: Settings,
    /// Whether the unit itself set any of it.
    pub has_own_settings: bool,
    /// The text of each attachment.
    pub attachments: Vec<Text>,
    /// The tables that templates place.
    pub tables: Filled,
    /// The office's own Word file that its body is laid into.
    pub file: Option<Arc<WordTemplate>>,
}

impl Report {
    /// Every text, in an order that is the same for all reports of one shape.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        std::iter::once(&self.body).chain(self.slots.values().flatten()).chain(&self.attachments)
    }

    /// Every text, in the same order.
    pub fn texts_mut(&mut self) -> impl Iterator<Item = &mut Text> {
        std::iter::once(&mut self.body).chain(self.slots.values_mut().flatten()).chain(&mut self.attachments)
    }

    /// Puts the values into the holes of all texts.
    pub fn fill(&mut self) {
        self.texts_mut().for_each(Text::fill);
    }
}

/// Words a unit's report.
///
/// # Errors
/// T013 and T014 from the templates, T017 for a required slot that nobody filled, E003 for an attachment.
pub fn word(design: &Design, input: ReportInput<'_>) -> Result<Report> {
    let ReportInput { unit, document, recipients, sections, figures, past, below, withheld } = input;
    let Design { front, templates, period, period_names, .. } = design;
    let tables = design.tables.fill(|| TableInput {
        unit,
        period: *period,
        figures,
        past,
        // A unit above others gave no fields.
        fields: if below.is_none() { fields_by_plugin(&sections) } else { HashMap::new() },
        below,
    })?;
    let mut slots: IndexMap<String, Vec<Text>> = IndexMap::default();
    let mut context = Context::base(period_names, unit, below.is_some());
    let mut all = AllPlugins::default();
    let mut asked = Asked::of(withheld, templates);
    for mut section in sections {
        let manifest = section.manifest;
        if !design.asks_for_fields {
            section.fields = Map::new();
        }
        keep_counted(&mut section.fields, *period, manifest);
        if design.word.is_some() {
            all.take(&section);
        }
        context.enter_section(section, figures, past);
        context.withhold(withheld.of_section(manifest));
        for slot in &manifest.slots {
            if design.word.is_some() && !front.slots.contains_key(slot.as_str()) {
                continue;
            }
            let name = format!("{}/{slot}", manifest.id);
            let passed_over = asked.section(manifest, &name, context.data())?;
            let mut section = Text::render(templates, &name, context.data())?;
            if below.is_some() {
                section.lines_as_items();
            }
            let spec = front.slots.get(slot.as_str());
            let may_be_empty = spec.is_some_and(|spec| spec.kind == SlotKind::Items && !spec.required);
            let is_none = may_be_empty && section.says_none();
            if !section.words.is_empty() && !is_none {
                slots.entry(slot.to_string()).or_default().push(section);
            } else if let Some(name) = passed_over {
                asked.silenced(slot.as_str(), &name);
            }
        }
    }
    let mut required = front.slots.iter().filter(|(_, spec)| spec.required);
    if let Some((slot, _)) = required.find(|(slot, _)| !slots.contains_key(*slot)) {
        return Err(Diagnostic::new(Code::EmptySlot).with("slot", slot));
    }
    context.enter_report(figures, past, slots.keys());
    if design.word.is_some() {
        context.show_all(all, design.date, recipients);
    }
    context.withhold(asked.of_report());
    asked.report(REPORT, context.data())?;
    let body = Text::render(templates, REPORT, context.data())?;
    let has_own_settings = *document != Settings::default();
    if has_own_settings && design.word.is_some() {
        let fault = Diagnostic::new(Code::WordTemplate).with("reason", "setting");
        return Err(fault.with("detail", "document"));
    }
    let settings = document.clone().over(&design.settings);
    let attachments = office::word(&settings, templates, context.data())?;
    Ok(Report { body, slots, settings, has_own_settings, attachments, tables, file: design.word.clone() })
}
