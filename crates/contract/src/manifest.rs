//! What `plugin.toml` declares. It answers `plugin list`, forms and name checks without running any code.

use std::num::NonZeroU32;

use crate::IndexMap;
use serde::{Deserialize, Serialize};

use crate::amount::Amount;
use crate::id::{CountKey, Name, PluginId};
use crate::period::Period;
use crate::words::Words;

/// A plugin, as it declares itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PluginManifest {
    /// The plugin's id; its folder bears the same name.
    pub id: PluginId,
    /// The ids that it had before: their filed counts, units' data, a workspace's wording and its checks go on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub was: Vec<PluginId>,
    /// The plugin's own version, for the manifest of a run.
    pub version: String,
    /// What people call it: `理论学习`.
    pub title: String,
    /// What it is for, in a sentence.
    #[serde(default)]
    pub description: String,
    /// The version of the JSON contract it speaks.
    pub contract: u32,
    /// For a native plugin, its library's name without prefix and suffix: `theory_study` for `libtheory_study.so`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub library: Option<String>,
    /// For a sandboxed plugin, its WebAssembly module in the plugin's folder: `safety.wasm`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub module: Option<String>,
    /// What becomes of the section when a unit gives no data for it.
    #[serde(default)]
    pub absent: Absent,
    /// The slots of the report it writes for; each has a `sections/<slot>.hbs`.
    pub slots: Vec<Name>,
    /// What it asks of a unit's data.
    #[serde(default)]
    pub fields: IndexMap<Name, FieldSpec>,
    /// Named values for wording that its code returns.
    #[serde(default)]
    pub facts: IndexMap<Name, FactSpec>,
    /// Named figures, returned by its code or derived by the engine.
    #[serde(default)]
    pub counts: IndexMap<Name, CountSpec>,
    /// Other plugins' counts that its sections and checks name: `theory-study/sessions`.
    #[serde(default)]
    pub uses: Vec<CountKey>,
    /// Rules over its counts.
    #[serde(default)]
    pub checks: IndexMap<Name, CheckSpec>,
    /// What its code may use up.
    #[serde(default)]
    pub limits: Limits,
    /// What it makes of some data: run by `huibian plugin test`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub example: Vec<crate::Example>,
}

/// What carries a plugin's counts to the host.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CarrierKind {
    /// No code: the engine computes them from what `plugin.toml` declares.
    Declarative,
    /// A library of the system, loaded at run time.
    Native,
    /// A WebAssembly module, run in a sandbox.
    Wasm,
}

impl PluginManifest {
    /// What the plugin is carried by: its library, its module, or neither. A manifest that names both is refused when
    /// it is read.
    pub fn carrier(&self) -> CarrierKind {
        match (&self.library, &self.module) {
            (Some(_), _) => CarrierKind::Native,
            (None, Some(_)) => CarrierKind::Wasm,
            (None, None) => CarrierKind::Declarative,
        }
    }
}

impl PluginManifest {
    /// The first date column of each ledger that calls it other than `date`, as requests say it.
    pub fn dated(&self) -> IndexMap<String, String> {
        let ledgers = self.fields.iter().filter(|(_, spec)| spec.kind == FieldType::Ledger);
        let dated = ledgers.filter_map(|(ledger, spec)| {
            let (column, _) = spec.columns.iter().find(|(_, column)| column.kind == ColumnType::Date)?;
            (column.as_str() != "date").then(|| (ledger.to_string(), column.to_string()))
        });
        dated.collect()
    }
}

/// What a section does where a unit's data has nothing for the plugin at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Absent {
    /// The unit's report cannot be made.
    #[default]
    Error,
    /// The report goes without the section.
    Omit,
}

/// One named input.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FieldSpec {
    /// What a person filling in the form reads.
    pub label: String,
    /// The names that it had before, under which units' data may still give it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub was: Vec<Name>,
    /// What kind of value it takes.
    #[serde(rename = "type")]
    pub kind: FieldType,
    /// The measure word: `次`, `篇`.
    #[serde(default)]
    pub measure: String,
    /// Whether a unit that has the section must give it.
    #[serde(default)]
    pub required: bool,
    /// For a ledger, its columns.
    #[serde(default)]
    pub columns: IndexMap<Name, Column>,
    /// Takes the value of a field that several plugins share: `shared.members`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<String>,
    /// Of a number, the number fields that it is the sum of; another sum is pointed out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Name>,
    /// How far the sum of its parts may be from it, for figures that were rounded: `0.05`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<Amount>,
    /// A smaller value is pointed out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Amount>,
    /// A larger value is pointed out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Amount>,
    /// Of a ledger, columns whose cells together no two rows may share: `["number"]`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unique: Vec<Name>,
}

/// What a field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FieldType {
    /// Free text; a newline begins a paragraph.
    Text,
    /// A list of texts.
    Texts,
    /// A whole number, 0 or more.
    Integer,
    /// A decimal number, carried as text.
    Decimal,
    /// Yes or no.
    Boolean,
    /// A day.
    Date,
    /// A table of dated records.
    Ledger,
}

/// One column of a ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// What a person filling in the form reads.
    pub label: String,
    /// What kind of value it takes.
    #[serde(rename = "type")]
    pub kind: ColumnType,
    /// Of a number, the measure word: `万元`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub measure: String,
    /// Whether every row must give it.
    #[serde(default)]
    pub required: bool,
    /// The column of another ledger that has to hold what a cell here says: `inspections.number`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub refers: Option<String>,
    /// Of a number, the columns that it is the sum of in each row; another sum is pointed out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Name>,
    /// How far the sum of its parts may be from it, for figures that were rounded: `0.01`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<Amount>,
}

/// What a ledger's column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ColumnType {
    /// Free text.
    Text,
    /// A whole number, 0 or more.
    Integer,
    /// A decimal number, carried as text.
    Decimal,
    /// Yes or no.
    Boolean,
    /// A day. A row counts where its first date column lies in the period.
    Date,
}

/// One named value for wording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FactSpec {
    /// What it is.
    pub label: String,
    /// What kind of value it is.
    #[serde(rename = "type")]
    pub kind: FactType,
    /// Where no code gives it: the field that holds it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<Name>,
    /// Where no code gives it: the ledger that it is gathered from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ledger: Option<Name>,
    /// The ledger's column whose texts it lists, each once, in order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<Name>,
    /// Whether every response must give it.
    #[serde(default)]
    pub required: bool,
    /// What becomes of it above the units: by default each text is kept once, and anything else is left out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub merge: Option<FactMerge>,
}

impl FactSpec {
    /// What becomes of it above the units.
    pub fn merge(&self) -> FactMerge {
        match self.kind {
            FactType::Text | FactType::Texts => self.merge.unwrap_or(FactMerge::Distinct),
            FactType::Boolean | FactType::Date => FactMerge::None,
        }
    }
}

/// What becomes of a text, or a list of texts, above the units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FactMerge {
    /// All units' texts, one after the other.
    Concat,
    /// All units' texts, each once.
    Distinct,
    /// It has no meaning above its own unit.
    None,
}

/// What a fact holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FactType {
    /// Free text; a newline begins a paragraph.
    Text,
    /// A list of texts.
    Texts,
    /// Yes or no.
    Boolean,
    /// A day.
    Date,
}

/// One named figure. Where no code gives it, it comes from a ledger's rows in the period, a number, or an expression.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CountSpec {
    /// What it counts: `理论学习中心组学习`.
    pub label: String,
    /// The names that it had before: what was filed under them goes on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub was: Vec<Name>,
    /// What kind of number it is.
    #[serde(default)]
    pub kind: CountKind,
    /// The measure word printed after the digits: `次`. A ratio prints its `as` sign instead.
    #[serde(default)]
    pub measure: String,
    /// Digits after the point, for decimals and ratios. A decimal that does not say keeps those that it is given; a ratio
    /// must say, since a quotient may never end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scale: Option<u32>,
    /// The ledger whose rows in the period are counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ledger: Option<Name>,
    /// The field that holds the number where there is no ledger. Where both are given and disagree, the ledger counts.
    /// Of a ratio, the field that holds the rate as the unit worked it out: the computed one counts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<Name>,
    /// The ledger's column that is added up, instead of counting rows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sum: Option<Name>,
    /// Which of the ledger's rows count: a CEL expression over its columns, such as `handled`.
    #[serde(rename = "where", default, skip_serializing_if = "Option::is_none")]
    pub condition: Option<String>,
    /// A CEL expression over the plugin's fields and its other counts: `hazards - rectified`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expr: Option<String>,
    /// For a ratio, its parts.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratio: Option<RatioSpec>,
    /// Whether every response must give it.
    #[serde(default)]
    pub required: bool,
    /// How it adds up from units to their parent.
    #[serde(default)]
    pub over_units: Aggregation,
    /// For `over_units = "average"`, the count that says how heavy each unit is: `members`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weight: Option<Name>,
    /// How it adds up over periods: flows sum, stocks take the last.
    #[serde(default)]
    pub over_time: Aggregation,
    /// Whether a value equal to last period's is pointed out. Left out, it is for what adds up over periods.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unchanged: Option<Unchanged>,
    /// A value beyond this factor of last period's, either way, is pointed out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub jump: Option<NonZeroU32>,
    /// Whether a value far from what the unit has filed is pointed out, from four periods on.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub outlier: bool,
    /// What else people call it in free text: `["检查企业"]`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// The counts or number fields that it is the sum of; another sum is pointed out.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Name>,
    /// How far the sum of its parts may be from it, for figures that were rounded: `0.05`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tolerance: Option<Amount>,
    /// A smaller value is pointed out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<Amount>,
    /// A larger value is pointed out.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<Amount>,
    /// Another measure that documents print it in: `{ measure = "万元", divide = 10000, scale = 2 }` for amounts in 元. What units
    /// give, and what is filed, stays in its own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shown: Option<ShownSpec>,
    /// Where its measure or scale changed: an earlier measure word, and by what a value filed in it is multiplied:
    /// `{ "万元" = 0.0001 }`. A value of another measure is not compared without it.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub factor: IndexMap<String, Amount>,
}

impl CountSpec {
    /// What documents print after its digits.
    pub fn shown_measure(&self) -> &str {
        self.shown.as_ref().map_or(self.measure(), |shown| &shown.measure)
    }

    /// What is printed after its digits: the measure word, or a ratio's sign.
    pub fn measure(&self) -> &str {
        self.ratio.as_ref().map_or(&self.measure, |ratio| &ratio.sign)
    }

    /// How many digits after the point its numbers are rounded to; none where they keep those that they have.
    pub fn rounded_to(&self) -> Option<u32> {
        match self.kind {
            CountKind::Integer => Some(0),
            CountKind::Decimal => self.scale,
            CountKind::Ratio => Some(self.scale.unwrap_or_default()),
        }
    }
}

/// The measure that documents print a count in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ShownSpec {
    /// The measure word: `万元`.
    pub measure: String,
    /// How many of its own measure are one of this.
    pub divide: NonZeroU32,
    /// Digits after the point.
    pub scale: u32,
}

/// What is said of a value that is the same as last period's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Unchanged {
    /// It is pointed out: last period's number may have been left in.
    Note,
    /// Nothing.
    Off,
}

/// What kind of number a count is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum CountKind {
    /// A whole number, 0 or more.
    #[default]
    Integer,
    /// A decimal number, carried as text; rounded half up where it has a scale.
    Decimal,
    /// One count over another, computed by the engine at every level and never averaged.
    Ratio,
}

/// The parts of a ratio.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RatioSpec {
    /// The count above the line.
    pub num: Name,
    /// The count below the line; where it is 0 the ratio does not apply.
    pub den: Name,
    /// `%` or `‰`; empty for a bare quotient.
    #[serde(rename = "as", default)]
    pub sign: String,
}

/// How a count adds up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Aggregation {
    /// The parts are added.
    #[default]
    Sum,
    /// The largest part stands.
    Max,
    /// The smallest part stands.
    Min,
    /// The mean of the parts, each as heavy as its `weight`; over units only.
    Average,
    /// The last part stands; over time only.
    Last,
    /// It has no meaning above its own unit or period.
    None,
}

/// A rule over a plugin's counts (勾稽): one of `rule`, `together` and `either`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CheckSpec {
    /// A CEL expression over the plugin's counts that is true when all is well: `handled <= found`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// Counts or fields of which a unit gives all or none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub together: Vec<Name>,
    /// Counts or fields of which a unit gives at least one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub either: Vec<Name>,
    /// What becomes of a rule that names what a unit did not give.
    #[serde(default)]
    pub missing: MissingRule,
    /// The first period that it holds for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<Period>,
    /// The last period that it holds for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Period>,
    /// Whether it is on trial: what it finds is a note, however it weighs.
    #[serde(default)]
    pub trial: bool,
    /// What its failure means for the run.
    #[serde(default)]
    pub severity: Severity,
    /// What the clerk is told when it fails; `{handled}` stands for a count's value. By language as
    /// `{ zh = "…", en = "…" }`. `together` and `either` have words of their own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub message: Option<Words>,
}

impl CheckSpec {
    /// Whether it holds for a period.
    pub fn covers(&self, period: Period) -> bool {
        period.is_between(self.from, self.until)
    }

    /// What its failure means for the run: a note while it is on trial.
    pub fn weight(&self) -> Severity {
        if self.trial { Severity::Note } else { self.severity }
    }
}

/// What becomes of a rule that names what a unit did not give.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum MissingRule {
    /// It is not asked.
    #[default]
    Skip,
    /// A missing number counts as 0, in the rule alone.
    Zero,
    /// It fails.
    Fault,
}

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Worth knowing.
    Note,
    /// Worth a look before the report is sent.
    #[default]
    Warning,
    /// The report must not be sent as it is; the run exits with 1.
    Error,
}

/// What a plugin's code may use up. Time and memory are held where the code runs in a process or a sandbox of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Limits {
    /// The largest response, in bytes.
    pub response_bytes: usize,
    /// The largest address space of the code, in MiB, beyond what its host takes itself.
    pub memory_mib: NonZeroU32,
    /// The longest that one call may take, in seconds.
    pub seconds: NonZeroU32,
    /// How many steps a sandboxed module may take. A section with eighty ledger rows takes three million; the default
    /// is used up in about a second.
    pub fuel: u64,
}

impl Default for Limits {
    fn default() -> Self {
        const MEMORY_MIB: NonZeroU32 = NonZeroU32::new(256).unwrap();
        const SECONDS: NonZeroU32 = NonZeroU32::new(10).unwrap();
        Self { response_bytes: 1 << 20, memory_mib: MEMORY_MIB, seconds: SECONDS, fuel: 1_000_000_000 }
    }
}
