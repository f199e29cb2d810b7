//! `workspace.toml` and all it names, loaded and checked; no plugin code runs here.

mod appearance;
mod date;
mod fonts;
mod overrides;
mod plugins;
mod raw;
mod units;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use blake3::Hash;
use huibian_accept::Acceptances;
use huibian_check::across::Across;
use huibian_check::alike::{self, TextPrint};
use huibian_check::related::Related;
use huibian_config::{bounds, place_of, read};
use huibian_contract::text::name as seen;
use huibian_contract::{Basis, Period, PluginManifest};
use huibian_diagnostic::{Code, Diagnostic, Faults, Location, Result, Source};
use huibian_docx::Reference;
use huibian_figure::{CountIndex, Counts};
use huibian_host::{Code as PluginCode, Isolation, PluginFolder, PluginSearch};
use huibian_report::{Declarations, Design, DesignFiles, Forms, LoadedDesign, PeriodNames};
use huibian_sheet::columns::FieldIndex;
use huibian_source::{Source as UnitSource, TableOptions, UnitRef};
use huibian_store::OutputPattern;
use huibian_text::TextCheck;
use huibian_unit::{Parent, Reading, Unit, UnitNames};
use huibian_writers::{Appearance, Format, Formats};

use crate::history::{Archive, Baselines};
use crate::installation::program_folder;
use crate::pdf;
use appearance::{album, appearance};
use date::{date, date_of_period};
pub use overrides::{Overrides, record_of};
use overrides::{formats, known_formats, pattern, period};
use plugins::{isolation, plugins};
pub use raw::{ComparedUnits, FailedUnits, RollupToml};
use raw::{ReportToml, WorkspaceToml, choose};
use units::{lineage, parents, units, unknown};

/// A workspace with one report chosen, ready to load its plugins' code.
pub struct Workspace {
    /// The folder with `workspace.toml`.
    pub folder: PathBuf,
    /// The folder of the installation, whose templates and plugins serve where the workspace has none.
    pub installation: PathBuf,
    /// The report's id.
    pub report: String,
    /// The reporting period.
    pub period: Period,
    /// The plugins, in the order of the report.
    pub plugins: Vec<PluginFolder>,
    /// Where libraries lie beside the plugins' own folders.
    pub libraries: Vec<PathBuf>,
    /// Each plugin's code, as it was read when it was examined, until it is loaded; or why it is not there.
    pub(crate) codes: Vec<Result<Option<PluginCode>>>,
    isolation: Vec<Isolation>,
    /// The program whose children host native plugins, where it is another one.
    pub(crate) plugin_host: Option<PathBuf>,
    /// The program that this one is a part of.
    pub(crate) program: Option<String>,
    /// Whether plugins.lock must name every plugin.
    pub locked: bool,
    /// What reports are made after.
    pub design: Design,
    /// What reports of one shape have in common.
    pub forms: Forms,
    /// What to write.
    pub formats: Vec<Format>,
    /// What could be written.
    pub known_formats: Formats,
    /// Names of output files.
    pub pattern: OutputPattern,
    /// An office's own Word file that documents are to look like, and where it lies.
    pub reference: Option<(PathBuf, Reference)>,
    /// What is odd about the folders of faces.
    pub font_remarks: Vec<Diagnostic>,
    /// That the period which was asked for has no date of its own.
    pub date_remark: Option<Diagnostic>,
    /// Units above others that have no data of their own.
    pub parents: Vec<Parent>,
    /// How they are added up.
    pub rollup: RollupToml,
    /// Every count that is declared, and the totals over plugins.
    pub counts: Arc<Counts>,
    /// What earlier periods came to.
    pub history: Baselines,
    /// What of this period's findings people let through.
    pub accepted: Acceptances,
    /// Whether anyone asks what counts come to from the year's beginning.
    pub tells_to_date: bool,
    /// Where the units are.
    pub units: Box<dyn UnitSource>,
    /// The fields that they are asked for.
    pub fields: Arc<FieldIndex>,
    /// What is said of tables.
    pub table_options: TableOptions,
    /// The names or ids of the units that must give data; none for those of the period before.
    pub known: Vec<String>,
    /// Totals and rules over all plugins.
    pub across: Across,
    /// Counts that are some of others by their names.
    pub related: Related,
    /// What reads free text for what does not belong there.
    pub text_check: TextCheck,
    /// The hash of its files, and of its plugins', before they were used.
    pub(crate) print: Hash,
    /// Every unit's name, once a roster was read.
    pub(crate) names: OnceLock<UnitNames>,
}

/// Totals and rules over all plugins. A plugin that is missing is the fault to tell of, not each count of it.
fn across(
    raw: &WorkspaceToml,
    plugins: &[PluginFolder],
    source: &Arc<Source>,
    faults: &mut Faults,
) -> Across {
    match Across::compile(&raw.counts, &raw.checks, plugins, source) {
        Ok(across) => across,
        Err(found) => {
            if faults.is_empty() {
                faults.extend(found);
            }
            Across::default()
        }
    }
}

fn generator(plugins: &[PluginFolder]) -> String {
    let manifests = plugins.iter().map(|plugin| &plugin.manifest);
    let plugins: Vec<String> =
        manifests.map(|manifest| format!("{} {}", manifest.id, manifest.version)).collect();
    format!("huibian {} ({})", env!("CARGO_PKG_VERSION"), plugins.join(", "))
}

/// The nearest folder at or above `start` with a `workspace.toml`.
///
/// # Errors
/// W005 when there is none.
pub fn find(start: &Path) -> Result<PathBuf> {
    let found = start.ancestors().find(|folder| folder.join("workspace.toml").is_file());
    found.map(Path::to_owned).ok_or_else(|| Diagnostic::new(Code::NoWorkspace).with("path", start.display()))
}

impl Workspace {
    /// Reads `workspace.toml` in `folder` and everything it names. Plugins are also looked for in the installation.
    ///
    /// # Errors
    /// All that is wrong: W, P, T and S codes.
    #[allow(clippy::too_many_lines, reason = "a list of what a workspace has")]
    pub fn load(folder: &Path, installation: &Path, overrides: &Overrides) -> Result<Self, Faults> {
        let source = read(&folder.join("workspace.toml"))?;
        let raw: WorkspaceToml = huibian_config::parse_all(&source)?;
        let mut faults = Faults::new();
        let (period, date) = (period(&raw, overrides, &source), date(&raw, overrides, &source));
        let search = PluginSearch {
            folders: vec![folder.join("plugins"), installation.join("plugins")],
            libraries: program_folder().into_iter().collect(),
        };
        let (plugins, codes) = plugins(&raw.plugins, &search, &source, overrides.may_lack_code, &mut faults);
        let roots = [folder, installation];
        let print = huibian_report::print::of(roots, &source.text, &plugins, raw.output.reference.as_deref());
        let fields = FieldIndex::new(&plugins.iter().map(|plugin| &plugin.manifest).collect::<Vec<_>>());
        let isolation = isolation(&raw.options, &plugins, &source, overrides.isolation, &mut faults);
        let report = choose(&raw.reports, overrides.report.as_deref(), &source);
        let (Some(period), Some(date), Some((id, report))) =
            (note(period, &mut faults), note(date, &mut faults), note(report, &mut faults))
        else {
            return Err(faults);
        };
        let across = across(&raw, &plugins, &source, &mut faults);
        let template = overrides.template.as_ref().unwrap_or(&report.template);
        let template = note(template_of(template, roots, (&source, id)), &mut faults);
        let style = note(named(&report.style, roots, (&source, [id, "style"])), &mut faults);
        let (style, reference) = appearance(&raw, style, (folder, installation), &source, &mut faults);
        let known_formats = known_formats(&raw.output, overrides, folder);
        let formats = formats((id, report), overrides, &known_formats, &source, &mut faults);
        let counts = Arc::new(Counts::new(plugins.iter().map(|plugin| &plugin.manifest), across.totals()));
        let files = DesignFiles {
            roots,
            template: template.as_deref(),
            workspace: &source,
            settings: &raw.document,
            style: style.as_ref(),
            declared: Declarations { plugins: &plugins, counts: &counts },
        };
        let loaded = huibian_report::load(&files, album(&raw, folder, &formats), &mut faults);
        let pattern = note(pattern(&raw, overrides, folder, (id, period), &source), &mut faults);
        let parents = parents(&raw, period, &source, &mut faults);
        let archive: (&Path, &str, &[PathBuf]) = (folder, id, &overrides.outside);
        let history = Baselines::load(
            archive,
            period,
            &counts,
            loaded.charts.earlier(),
            lineage(&raw, period, &source),
        );
        let accepted = accepted(folder, (id, report), period, &mut faults);
        let (table_options, units) = units(&raw, roots, period, overrides, &source, &mut faults);
        faults.extend(unknown(&raw, &fields, &source));
        let LoadedDesign { front, word, templates, settings, declared, tables, charts, album } = loaded;
        let (Some(front), Some(style), Some(pattern), Some(history), Some(units), true) =
            (front, style, pattern, note(history, &mut faults), units, faults.is_empty())
        else {
            return Err(faults);
        };
        let to_date = Basis::ToDate;
        let tells_to_date =
            history.goes_back() || templates.mention(to_date.as_str()) || tables.tell(to_date);
        let (date, date_remark) =
            date_of_period(&raw, overrides, (period, date), (&pattern, &Archive::of(folder, id)), &source);
        let design = Design {
            title: report.title.clone(),
            period,
            period_names: PeriodNames::of(period),
            date,
            generator: generator(&plugins),
            folder: folder.to_owned(),
            front,
            word,
            asks_for_fields: templates.mention("fields"),
            templates,
            tables,
            charts,
            album,
            settings,
            declared,
            style,
        };
        Ok(Self {
            folder: folder.to_owned(),
            installation: installation.to_owned(),
            font_remarks: fonts::remarks(&raw, &formats, &design.templates, (folder, &source)),
            date_remark,
            report: id.clone(),
            period,
            tells_to_date,
            design,
            forms: Forms::default(),
            related: Related::new(plugins.iter().map(|plugin| &plugin.manifest), &counts),
            text_check: TextCheck::new(plugins.iter().map(|plugin| &plugin.manifest), &counts),
            counts,
            plugins,
            libraries: search.libraries,
            codes,
            isolation,
            plugin_host: overrides.plugin_host.clone(),
            program: overrides.program.clone(),
            locked: overrides.locked,
            formats,
            known_formats,
            pattern,
            reference,
            parents,
            rollup: raw.rollup,
            history,
            accepted,
            units,
            fields: Arc::new(fields),
            table_options,
            known: raw.units.known.iter().map(|name| seen(name).into_owned()).collect(),
            print,
            across,
            names: OnceLock::new(),
        })
    }

    /// Every unit's name; none before a roster was read.
    pub fn unit_names(&self) -> &UnitNames {
        static NONE: OnceLock<UnitNames> = OnceLock::new();
        self.names.get().unwrap_or_else(|| NONE.get_or_init(UnitNames::default))
    }

    /// The texts of a unit that is not made anew, to be compared with those of units that are.
    pub fn prints(&self, unit: &UnitRef) -> Vec<TextPrint> {
        self.read_unit(unit).1.map(|read| self.prints_of(&read)).unwrap_or_default()
    }

    /// The texts of a unit, to be compared with those of others.
    pub fn prints_of(&self, read: &Unit) -> Vec<TextPrint> {
        let manifests = self.plugins.iter().map(|plugin| &plugin.manifest);
        let given = manifests.filter_map(|manifest| Some((manifest, read.data.get(&manifest.id)?)));
        given
            .flat_map(|(manifest, fields)| alike::prints(manifest, fields, &read.identity.name, &read.places))
            .collect()
    }

    /// What the documents look like.
    pub fn appearance(&self) -> Appearance<'_> {
        let reference = self.reference.as_ref().map(|(_, reference)| reference);
        Appearance { style: &self.design.style, reference, template: self.design.word.as_ref() }
    }

    /// Whether PDF is among what is written.
    pub fn makes_pdf(&self) -> bool {
        self.formats.iter().any(|format| format.extension() == pdf::NAME)
    }

    /// Each plugin, and where it runs.
    pub fn placed_plugins(&self) -> impl Iterator<Item = (&PluginFolder, Isolation)> {
        self.plugins.iter().zip(self.isolation.iter().copied())
    }

    /// What was found of counts, where those are declared.
    pub(crate) fn at_counts(&self, found: Vec<(CountIndex, Diagnostic)>) -> impl Iterator<Item = Diagnostic> {
        found.into_iter().map(|(index, found)| {
            let key = self.counts.key(index);
            let plugin = self.plugins.iter().find(|plugin| plugin.manifest.id == key.plugin);
            let place = plugin.map(|plugin| plugin.place(&["counts", key.name.as_str()]));
            found.at(place.unwrap_or_else(|| Location::file(&self.folder)))
        })
    }

    /// What each plugin declares, in the order of the report.
    pub fn manifests(&self) -> Vec<&PluginManifest> {
        self.plugins.iter().map(|plugin| &plugin.manifest).collect()
    }

    /// Reads one unit, every value held against its declaration.
    pub fn read_unit(&self, unit: &UnitRef) -> Reading {
        huibian_unit::read(unit, &self.manifests(), self.period)
    }
}

/// What of this period's findings people let through.
fn accepted(
    folder: &Path,
    (id, report): (&str, &ReportToml),
    period: Period,
    faults: &mut Faults,
) -> Acceptances {
    let mut accepted = Acceptances::read(folder, id, period).unwrap_or_else(|found| {
        faults.extend(found);
        Acceptances::default()
    });
    accepted.are_noted = report.accepted_in_notes;
    accepted
}

/// A file that a report names by a key.
fn named(
    path: &Path,
    roots: [&Path; 2],
    (source, [report, key]): (&Arc<Source>, [&str; 2]),
) -> Result<PathBuf> {
    bounds::find(path, roots).map_err(|fault| fault.at(place_of(source, &["reports", report, key])))
}

/// The report's template, which has to be there.
fn template_of(path: &Path, roots: [&Path; 2], (source, report): (&Arc<Source>, &str)) -> Result<PathBuf> {
    let found = named(path, roots, (source, [report, "template"]))?;
    match fs::metadata(&found) {
        Ok(_) => Ok(found),
        Err(error) => {
            let fault =
                Diagnostic::new(Code::FileUnreadable).with("path", path.display()).with("reason", error);
            Err(fault.at(place_of(source, &["reports", report, "template"])))
        }
    }
}

/// The JSON Schema of `workspace.toml`.
#[cfg(feature = "schema")]
pub fn schema() -> schemars::Schema {
    schemars::schema_for!(WorkspaceToml)
}

fn note<T>(result: Result<T>, faults: &mut Faults) -> Option<T> {
    result.map_err(|fault| faults.push(fault)).ok()
}
