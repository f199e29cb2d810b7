//! What a column is of, by its header: a field's label as the form shows it, or its key `plugin.field`.

use huibian_contract::{Absent, FieldSpec, FieldType, Period, PluginId, PluginManifest};
use huibian_diagnostic::{Code, Diagnostic};

use crate::called::Called;
use crate::comparison::is_comparison;
use crate::heads::{
    LONGEST, SURE, is_aside, is_id, is_remarks, of_previous, plain, says_alike, undecorated, unit_rank,
};
use crate::measure;
use crate::own_measure::{Measured, with_own_measures};
use crate::period_in_name;
use crate::sheet_choice::NamedPeriod;

/// The fields and ledgers that a workspace's plugins ask for.
#[derive(Debug, Default)]
pub struct FieldIndex {
    /// Fields with one value a unit.
    pub fields: Vec<Field>,
    /// Ledgers.
    pub ledgers: Vec<Field>,
    /// The plugins that ask for any.
    pub plugins: Vec<AskingPlugin>,
    called: Called,
    called_ledgers: Called,
}

/// A plugin that asks for fields.
#[derive(Debug)]
pub struct AskingPlugin {
    /// Its id.
    pub id: PluginId,
    /// Its title.
    pub title: String,
    /// What it means where a unit gives none of them.
    pub absent: Absent,
}

/// One field of a plugin, or one that several share.
#[derive(Debug)]
pub struct Field {
    /// The plugin's id, or `shared`.
    pub table: String,
    /// The field's name.
    pub name: String,
    /// The plugin's title.
    pub title: String,
    /// What it is.
    pub spec: FieldSpec,
    /// Whether a shared field has its label, so that its own column goes by its key alone.
    pub(crate) is_shared: bool,
}

/// What a column of the main table is of.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Column {
    /// The unit's id.
    Id,
    /// The unit's name.
    Name,
    /// The unit above it.
    Parent,
    /// Whom the report is addressed to.
    Recipients,
    /// An attribute of the unit.
    Attribute(String),
    /// A field, by its number.
    Field(usize),
    /// The person's own remarks.
    Remarks,
    /// A sum, another period's figures or the like: not read, and told of.
    Unread,
}

/// A label with its measure word, as the form shows it: `理论学习中心组学习次数（次）`.
pub fn with_measure(label: &str, measure: &str) -> String {
    let is_said = || measure::parted(label, |_| false).is_some_and(|(_, said)| said == plain(measure));
    if measure.is_empty() || is_said() { label.to_owned() } else { format!("{label}（{measure}）") }
}

impl Field {
    /// The field's key: `theory-study.sessions_total`.
    pub fn key(&self) -> String {
        format!("{}.{}", self.table, self.name)
    }

    /// The header that no other field has.
    pub(crate) fn full(&self) -> String {
        format!("{}·{}", self.title, self.spec.label)
    }
}

impl FieldIndex {
    /// The fields of these plugins, in their order.
    pub fn new(plugins: &[&PluginManifest]) -> Self {
        let mut index = Self::default();
        for plugin in plugins {
            if !plugin.fields.is_empty() {
                let (id, title) = (plugin.id.clone(), plugin.title.clone());
                index.plugins.push(AskingPlugin { id, title, absent: plugin.absent });
            }
            for (name, spec) in &plugin.fields {
                let shared = spec.from.as_deref().and_then(|from| from.strip_prefix("shared."));
                let spec = with_own_measures(plugin, name, spec);
                let field = |table: &str, name: &str, title: &str, is_shared| Field {
                    table: table.to_owned(),
                    name: name.to_owned(),
                    title: title.to_owned(),
                    spec: spec.clone(),
                    is_shared,
                };
                let list =
                    if spec.kind == FieldType::Ledger { &mut index.ledgers } else { &mut index.fields };
                if let Some(shared) = shared
                    && list.iter().all(|known| known.table != "shared" || known.name != shared)
                {
                    list.push(field("shared", shared, "共用", false));
                }
                list.push(field(plugin.id.as_str(), name.as_str(), &plugin.title, shared.is_some()));
            }
        }
        index.called = Called::of(&index.fields);
        index.called_ledgers = Called::of(&index.ledgers);
        index
    }

    /// The fields that a form asks for: a shared one once.
    pub fn asked(list: &[Field]) -> impl Iterator<Item = (usize, &Field)> {
        list.iter().enumerate().filter(|(_, field)| !field.is_shared)
    }

    /// The header of a field's column: its label, with the plugin's title where several have that label.
    pub fn header(&self, field: &Field) -> String {
        let called = if field.spec.kind == FieldType::Ledger { &self.called_ledgers } else { &self.called };
        let is_shared = called.is_shared_label(&field.spec.label);
        let name = if is_shared { field.full() } else { field.spec.label.clone() };
        with_measure(&name, &field.spec.measure)
    }

    /// What a column of the main table is of. `band` is what stands above the header: where several fields have a
    /// label, the plugin's title there decides.
    ///
    /// # Errors
    /// D003 and D005, without a place.
    pub fn column(&self, header: &str, band: Option<&str>) -> Result<Column, Diagnostic> {
        if header.len() > LONGEST {
            return Err(Diagnostic::new(Code::UnknownColumn).with("header", header.trim()));
        }
        let name = plain(header);
        match name.as_str() {
            name if unit_rank(name) == Some(SURE) => return Ok(Column::Name),
            name if is_id(name) => return Ok(Column::Id),
            "上级" | "上级单位" | "unit.parent" => return Ok(Column::Parent),
            "主送" | "主送机关" | "主送单位" | "unit.recipients" => return Ok(Column::Recipients),
            _ => {}
        }
        if let Some(attribute) = name.strip_prefix("unit.attributes.") {
            return Ok(Column::Attribute(attribute.to_owned()));
        }
        let found = match self.called.named(&name) {
            [] => self.called.named(undecorated(&name)),
            found => found,
        };
        if found.is_empty()
            && let Some(found) = self.in_measure(header, band)
        {
            return found;
        }
        match found {
            [one] => Ok(Column::Field(*one)),
            [] if unit_rank(&name).is_some() => Ok(Column::Name),
            [] if is_aside(&name) => Ok(Column::Unread),
            [] if is_remarks(&name) || of_previous(&name).is_some() => Ok(Column::Remarks),
            [] => {
                let known = Self::asked(&self.fields).map(|(_, field)| self.header(field));
                let known: Vec<String> = known.filter(|label| says_alike(header, label)).collect();
                Err(Diagnostic::new(Code::UnknownColumn)
                    .with("header", header.trim())
                    .suggest(header.trim(), known.iter().map(String::as_str)))
            }
            several => self.one_of(several, header, band).map(Column::Field),
        }
    }

    /// The same where the header may say the period as well: 本季度走访次数 is of 走访次数.
    ///
    /// # Errors
    /// D003 and D005, without a place.
    pub fn column_in(
        &self,
        header: &str,
        band: Option<&str>,
        period: Option<Period>,
    ) -> Result<Column, Diagnostic> {
        let found = self.column(header, band);
        if !found.as_ref().is_err_and(|fault| fault.code() == Code::UnknownColumn) {
            return found;
        }
        let timed = self.timed(header, band, period);
        timed.filter(|(_, said)| *said == NamedPeriod::This).map_or(found, |(field, _)| field)
    }

    /// The field that a header names beside a time, with its column or the fault of its measure, and whether that time is a period.
    pub fn timed(
        &self,
        header: &str,
        band: Option<&str>,
        period: Option<Period>,
    ) -> Option<(Result<Column, Diagnostic>, NamedPeriod)> {
        let (name, time) = period_in_name::parted(header)?;
        let said = period_in_name::said_of(&time, period?);
        let is_field = |found: &Result<Column, Diagnostic>| match found {
            Ok(found) => matches!(found, Column::Field(_)),
            Err(fault) => fault.code() == Code::MeasureDiffers,
        };
        Some(self.column(&name, band)).filter(is_field).map(|found| (found, said))
    }

    /// The field that a header ranks or compares: 走访次数排名, 投入金额同比（%）.
    pub fn compared(&self, header: &str) -> Option<Column> {
        let name = measure::parted(header, |_| false).map_or_else(|| plain(header), |(name, _)| name);
        let ends = name.char_indices().map(|(at, _)| at).skip(1);
        let mut of = ends.filter(|end| is_comparison(&name[*end..])).map(|end| &name[..end]);
        of.find_map(|name| self.column(name, None).ok().filter(|found| matches!(found, Column::Field(_))))
    }

    /// The one of several fields of a label whose plugin's title stands above.
    fn one_of(&self, several: &[usize], header: &str, band: Option<&str>) -> Result<usize, Diagnostic> {
        let band = band.map(plain);
        let under = |at: &&usize| band.as_deref() == Some(plain(&self.fields[**at].title).as_str());
        several.iter().find(under).copied().ok_or_else(|| {
            let candidates: Vec<String> = several.iter().map(|at| self.fields[*at].full()).collect();
            let fault = Diagnostic::new(Code::AmbiguousColumn).with("header", header.trim());
            fault.with("candidates", candidates)
        })
    }

    /// The field of a head that says a measure which is not written as the field's own.
    fn in_measure(&self, header: &str, band: Option<&str>) -> Option<Result<Column, Diagnostic>> {
        let (name, said) = measure::parted(header, |text| self.is_measure(text))?;
        let at = match self.called.measured(&name) {
            [] => return None,
            [one] => *one,
            several => match self.one_of(several, header, band) {
                Ok(one) => one,
                Err(fault) => return Some(Err(fault)),
            },
        };
        Some(self.measured(at, |of| of.hold(header, &said)).map(|()| Column::Field(at)))
    }

    /// Whether a text is what figures are measured in: a common word, or a field's own.
    pub fn is_measure(&self, text: &str) -> bool {
        measure::is_measure(text) || self.called.is_measure(&plain(text))
    }

    /// Holds what a head says of a field's measure against it; of what is no number nothing is said.
    ///
    /// # Errors
    /// What `hold` says.
    pub fn measured(
        &self,
        field: usize,
        hold: impl FnOnce(Measured<'_>) -> Result<(), Diagnostic>,
    ) -> Result<(), Diagnostic> {
        let field = &self.fields[field];
        if !matches!(field.spec.kind, FieldType::Integer | FieldType::Decimal) {
            return Ok(());
        }
        hold(Measured { key: &field.key(), label: &field.spec.label, own: &field.spec.measure })
    }

    /// The ledger that a sheet or a file of that name is, whatever time it says beside it; `None` where none is, or several.
    pub fn ledger(&self, name: &str) -> Option<usize> {
        let named = |name: &str| match self.called_ledgers.named(name) {
            [one] => Some(*one),
            _ => None,
        };
        named(&plain(name)).or_else(|| named(&period_in_name::parted(name)?.0))
    }

    /// The ledger that a header cell of its form names: `theory-study.sessions.date`.
    pub fn ledger_of_key(&self, header: &str) -> Option<usize> {
        let name = plain(header);
        let (key, column) = name.rsplit_once('.')?;
        let ledger = self.called_ledgers.of_key(key)?;
        self.ledgers[ledger].spec.columns.contains_key(column).then_some(ledger)
    }

    /// Whether a header cell is a key rather than a label.
    pub fn is_key(&self, header: &str) -> bool {
        let name = plain(header);
        name == "unit"
            || name.starts_with("unit.")
            || self.called.of_key(of_previous(&name).unwrap_or(&name)).is_some()
            || self.ledger_of_key(&name).is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plugin(id: &str, title: &str, fields: &str) -> PluginManifest {
        let head = format!("id = \"{id}\"\nversion = \"1\"\ntitle = \"{title}\"\ncontract = 1\nslots = []\n");
        toml::from_str(&(head + fields)).unwrap()
    }

    #[test]
    fn a_column_is_known_by_its_label_or_its_key() {
        let plan = "fields.plan = { label = \"下一步打算\", type = \"text\" }\n";
        let number = "fields.total = { label = \"学习次数\", type = \"integer\", measure = \"次\" }\n";
        let shared =
            "fields.members = { label = \"党员人数\", type = \"integer\", from = \"shared.members\" }\n";
        let study = plugin("study", "学习", &[plan, number, shared].concat());
        let news = plugin("news", "宣传", &[plan, shared].concat());
        let index = FieldIndex::new(&[&study, &news]);
        let key = |header: &str, band| match index.column(header, band) {
            Ok(Column::Field(at)) => index.fields[at].key(),
            Ok(other) => format!("{other:?}"),
            Err(fault) => format!("{} {}", fault.code(), fault.suggestion().unwrap_or_default()),
        };
        for header in [
            "学习次数",
            "学习次数（次）",
            "学习次数(次)*",
            "学习 次数\n（次）",
            "study.total",
            "学习·学习次数（次）",
        ] {
            assert_eq!(key(header, None), "study.total", "{header}");
        }
        assert_eq!(key("下一步打算", None), "D005 ");
        assert_eq!(key("下一步打算", Some("宣传")), "news.plan");
        assert_eq!(key("宣传·下一步打算", None), "news.plan");
        assert_eq!(key("党员人数", None), "shared.members", "asked for once");
        assert_eq!(key("news.members", None), "news.members", "and a plugin's own by its key");
        for header in ["学习次数（场）", "学习次数/百次", "学习·学习次数（人次）"] {
            assert_eq!(key(header, None), "D049 ", "{header}");
        }
        assert_eq!(key("学习次数/次", None), "study.total");
        assert_eq!(key("备注", None), "Remarks");
        for header in ["上期：学习次数（次）", "上期:学习次数", "上期：study.total", " 上期： 从前的数"]
        {
            assert_eq!(key(header, None), "Remarks", "{header}");
        }
        assert!(index.is_key("上期：study.total") && !index.is_key("上期：学习次数"));
        assert_eq!(key("学习次数数", None), "D003 学习次数（次）");
        for header in ["上期学习次数", "学习次数计划", "学习次（人次）", "去年学习次数"]
        {
            assert_eq!(key(header, None), "D003 ", "{header}: it would be another's");
        }
        assert_eq!(key("unit.attributes.kind", None), "Attribute(\"kind\")");
        let asked: Vec<String> =
            FieldIndex::asked(&index.fields).map(|(_, field)| index.header(field)).collect();
        assert_eq!(asked, ["学习·下一步打算", "学习次数（次）", "党员人数", "宣传·下一步打算"]);
    }
}
