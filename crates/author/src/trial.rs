//! One plugin, ready to be asked and worded without a workspace: its sections stand in a report of their own.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use huibian_check::{self as check, Check};
use huibian_contract::{CONTRACT, CountKey, Fact, IndexMap, Name, Period, Request, UnitId, UnitIdentity};
use huibian_diagnostic::{Catalog, Code as Fault, Diagnostic, Faults, Lang, Result};
use huibian_document::{HouseStyle, Settings};
use huibian_engine::contribute::{Part, Section};
use huibian_engine::derive::derive;
use huibian_engine::history::Baseline;
use huibian_engine::installation;
use huibian_figure::{Counts, Figures, Origin};
use huibian_host::{Code, Contribution, Isolation, Plugin, PluginFolder, PluginSearch, Trust, examine};
use huibian_report::table::{Filled, TableInput, Tables};
use huibian_report::{
    Context, Illustrations, PeriodNames, Report, SectionInput, Text, fields_by_plugin, typeset, wording,
};
use huibian_style::StyleFile;
use huibian_template::{Block, FrontMatter, Inline, SlotKind, SlotSpec, TemplateSet};
use huibian_unit::Locations;
use rust_decimal::Decimal;
use serde_json::{Map, Value};

use crate::SectionText;

/// Where a plugin finds what it does not bring along.
#[derive(Clone, Debug)]
pub struct Surroundings {
    /// Other plugins, and built libraries.
    pub search: PluginSearch,
    /// Where the house style lies.
    pub installation: PathBuf,
    /// Whose partials are used; the installation's otherwise.
    pub workspace: Option<PathBuf>,
}

/// A plugin that can be asked.
pub struct Trial {
    section: Section,
    wording: Wording,
    style: HouseStyle,
}

/// A plugin's sections and the tables that they place.
#[derive(Default)]
pub struct Wording {
    /// The sections.
    pub templates: TemplateSet,
    /// The tables.
    pub tables: Tables,
    /// The plugin's counts, and those of the plugins whose counts it uses.
    pub counts: Arc<Counts>,
}

/// What came of asking.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Counts as they are printed, ratios too, in declared order.
    pub counts: IndexMap<Name, String>,
    /// Facts.
    pub facts: IndexMap<Name, Fact>,
    /// What the clerk is told, by the plugin and by its checks.
    pub findings: Vec<Diagnostic>,
    /// What it says in each slot; a slot about which it says nothing is absent.
    pub sections: IndexMap<Name, SectionText>,
}

impl Answer {
    /// What the clerk is told, in the language of the report.
    pub fn remarks(&self) -> Vec<String> {
        let catalog = Catalog::of(Lang::Zh);
        self.findings.iter().map(|finding| catalog.message(finding)).collect()
    }
}

impl Trial {
    /// Compiles the plugin's sections and checks, and loads its code.
    ///
    /// # Errors
    /// All that is wrong: P and T codes.
    pub fn prepare(folder: PluginFolder, around: &Surroundings) -> Result<Self, Faults> {
        let wording = wording(&folder, &folder.path, around)?;
        let style = style(around)?;
        let checks = checks(&folder)?;
        let plugin = load(folder, around)?;
        Ok(Self { section: Section { plugin, checks }, wording, style })
    }

    /// The plugin's folder.
    pub fn folder(&self) -> &PluginFolder {
        &self.section.plugin.folder
    }

    /// A request of this plugin.
    pub fn request(period: Period, unit: UnitIdentity, data: Map<String, Value>) -> Request {
        Request { contract: CONTRACT, period, unit, data, previous: Map::new(), dated: <_>::default() }
    }

    /// Calls the plugin's code; its answer is held against `plugin.toml`.
    ///
    /// # Errors
    /// As [`Plugin::contribute`].
    pub fn contribute(&self, request: &Request) -> Result<Contribution> {
        let dated = self.folder().manifest.dated();
        self.section.plugin.contribute(&Request { dated, ..request.clone() })
    }

    /// Asks the plugin and words its sections. `used` holds other plugins' counts.
    ///
    /// # Errors
    /// P1 codes from its code, T codes from its sections.
    pub fn ask(&self, request: Request, used: &[(CountKey, Decimal)]) -> Result<Answer> {
        let contribution = self.contribute(&request)?;
        let Request { period, unit, data, .. } = request;
        let mut part = Part { section: &self.section, fields: data, contribution };
        let (places, earlier, counts) = (Locations::default(), Baseline::none(period), &self.wording.counts);
        let (mut figures, findings) =
            derive(std::slice::from_mut(&mut part), (counts, None), period, &places, &earlier);
        for (key, value) in used {
            if let Some(index) = counts.index(key) {
                figures.set(index, *value, Origin::default());
            }
        }
        answer(
            (&self.wording.templates, &self.wording.tables),
            &self.style,
            (&earlier, &unit),
            part,
            &figures,
            findings,
        )
    }
}

/// A part with its sections worded.
///
/// # Errors
/// T codes from its sections.
pub(crate) fn answer(
    (templates, tables): (&TemplateSet, &Tables),
    style: &HouseStyle,
    (earlier, unit): (&Baseline, &UnitIdentity),
    part: Part<'_>,
    figures: &Figures,
    findings: Vec<Diagnostic>,
) -> Result<Answer> {
    let manifest = &part.section.plugin.folder.manifest;
    let own = figures.iter().filter(|figure| figure.key().plugin == manifest.id);
    let counts = own.map(|figure| (figure.key().name.clone(), figure.digits().to_string())).collect();
    let section = SectionInput { manifest, facts: part.contribution.facts, fields: part.fields };
    let tables = tables.fill(|| TableInput {
        unit,
        period: earlier.period,
        figures,
        past: earlier,
        fields: fields_by_plugin(std::slice::from_ref(&section)),
        below: None,
    })?;
    let facts = section.facts.clone();
    let period = PeriodNames::of(earlier.period);
    let mut context = Context::base(&period, unit, false);
    context.enter_section(section, figures, earlier);
    let mut sections = IndexMap::default();
    for slot in &manifest.slots {
        let mut text = Text::render(templates, &format!("{}/{slot}", manifest.id), context.data())?;
        text.fill();
        if !text.words.is_empty() {
            sections.insert(slot.clone(), section_text(style, slot, text, &tables, (figures, earlier))?);
        }
    }
    Ok(Answer { counts, facts, findings, sections })
}

/// A section in a report that holds nothing else: a title, a heading, the section.
fn section_text(
    style: &HouseStyle,
    slot: &Name,
    section: Text,
    tables: &Filled,
    (figures, past): (&Figures, &Baseline),
) -> Result<SectionText> {
    let spec = SlotSpec { kind: SlotKind::Sections, required: false, run_in: false };
    let slots_declared = std::iter::once((slot.to_string(), spec)).collect();
    let front = FrontMatter { slots: slots_declared, ..FrontMatter::default() };
    let heading = |level| Block::Heading { level, run_in: false, content: Vec::new() };
    let body = vec![heading(1), heading(2), Block::Paragraph(vec![Inline::Slot(slot.to_string())])];
    let slots = std::iter::once((slot.to_string(), vec![section])).collect();
    let (settings, tables) = (Settings::default(), tables.clone());
    let body = Text::of(body);
    let has_own_settings = false;
    let report =
        Report { body, slots, settings, has_own_settings, attachments: Vec::new(), tables, file: None };
    let laid = typeset(&report, figures, past, &front, style, &Illustrations::default())?;
    Ok(SectionText::of(laid.body.get(1..).unwrap_or_default(), 2))
}

/// The plugin's sections and its own tables, checked; `words` holds the workspace's own wording, where it has any.
///
/// # Errors
/// T codes, what is wrong with tables, and P013 for a count that nobody declares.
pub fn wording(folder: &PluginFolder, words: &Path, around: &Surroundings) -> Result<Wording, Faults> {
    let (mut templates, mut tables, mut faults) = (TemplateSet::default(), Tables::default(), Faults::new());
    let mut plugins = vec![folder.clone()];
    for key in &folder.manifest.uses {
        if plugins.iter().all(|plugin| plugin.manifest.id != key.plugin) {
            plugins.extend(around.search.find(&key.plugin));
        }
    }
    let root = around.workspace.as_ref().unwrap_or(&around.installation);
    wording::partials(root, &around.installation, &mut templates, &mut faults);
    wording::sections(folder, &plugins, words, (None, false), &mut templates, &mut faults);
    let counts = Arc::new(Counts::new(plugins.iter().map(|plugin| &plugin.manifest), []));
    tables.read_plugin(folder, &counts, &mut faults);
    tables.resolve(templates.uses(), &mut faults);
    if faults.is_empty() { Ok(Wording { templates, tables, counts }) } else { Err(faults) }
}

/// The plugin's checks, compiled.
///
/// # Errors
/// P011, and what is wrong with their expressions.
pub fn checks(folder: &PluginFolder) -> Result<Vec<Check>> {
    check::compile(folder)
}

/// Loads the plugin's code anew.
///
/// # Errors
/// As [`Code::read`], [`Trust::permit`] and [`Plugin::load`].
pub fn load(folder: PluginFolder, around: &Surroundings) -> Result<Plugin> {
    let code = Code::read(&folder, &around.search.libraries)?;
    let (own, trust) =
        (installation::own(&around.installation, around.workspace.as_deref()), Trust::of_user()?);
    code.iter().try_for_each(|code| trust.permit(&folder, code, &own))?;
    Plugin::load(folder, code, Isolation::default(), None, &trust.run_limits())
}

/// Whether the plugin could be loaded, as far as its files tell.
///
/// # Errors
/// As [`examine`](huibian_host::examine).
pub fn can_run(folder: &PluginFolder, around: &Surroundings) -> Result<()> {
    examine(folder, &around.search.libraries)
}

fn style(around: &Surroundings) -> Result<HouseStyle> {
    let path = around.installation.join(Path::new("templates/styles/gbt9704.toml"));
    let read = StyleFile::read(&path, &around.installation).map(|file| file.style);
    read.map_err(|faults| faults.into_iter().next().unwrap_or_else(|| Diagnostic::new(Fault::Internal)))
}

/// An invented unit.
pub fn unit(name: Option<&str>) -> UnitIdentity {
    let Ok(id) = UnitId::new("example") else { unreachable!("it follows the rule of ids") };
    UnitIdentity { id, name: name.unwrap_or("某某镇").to_owned(), attributes: IndexMap::default() }
}
