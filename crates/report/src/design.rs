//! What a report is made after: templates, tables, charts, pictures, settings and style, read and checked once.

use std::path::PathBuf;
use std::sync::Arc;

use huibian_config::KeyPlaces;
use huibian_contract::Period;
use huibian_document::{HouseStyle, Settings};
use huibian_template::{FrontMatter, TemplateSet};
use huibian_wordform::WordTemplate;
use jiff::civil::Date;

use crate::chart::Charts;
use crate::context::PeriodNames;
use crate::picture::Album;
use crate::table::Tables;

/// What every unit's report is made after.
pub struct Design {
    /// The report's title.
    pub title: String,
    /// The reporting period.
    pub period: Period,
    /// What templates call it.
    pub period_names: PeriodNames,
    /// The date the documents bear.
    pub date: Date,
    /// The program and the plugins that assemble, with their versions.
    pub generator: String,
    /// The workspace's folder: pictures of a unit's own lie in it, or beside the unit's data.
    pub folder: PathBuf,
    /// What the report template declares.
    pub front: FrontMatter,
    /// Every template; the report's is [`REPORT`](crate::wording::REPORT), a section's is `plugin/slot`.
    pub templates: TemplateSet,
    /// The office's own Word file, where that is the report's template.
    pub word: Option<Arc<WordTemplate>>,
    /// Whether any template prints a field as the unit gave it.
    pub asks_for_fields: bool,
    /// The tables that templates place.
    pub tables: Tables,
    /// The charts that templates place.
    pub charts: Charts,
    /// The pictures that templates name.
    pub album: Album,
    /// What workspace and template set of official documents.
    pub settings: Settings,
    /// Where that is set.
    pub declared: KeyPlaces,
    /// The typography.
    pub style: HouseStyle,
}
