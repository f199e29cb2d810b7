//! What a column is of, by its header: a field's label as the form shows it, or its key `plugin.field`.

use huibian_contract::{Absent, ColumnType, FieldSpec, FieldType, PluginId, PluginManifest};
use huibian_diagnostic::{Code, Diagnostic};

use crate::called::Called;
use crate::measure;
use crate::number::half_width;
use crate::own_measure::{Measured, bare, with_own_measures};

/// What the headers and keys of columns begin with that show what the period before came to. They are not read.
pub const PREVIOUS: &str = "上期：";
/// Bytes of a head: what is longer is no one's.
const LONGEST: usize = 1_000;

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
#[derive(Clone, Debug, PartialEq, Eq)]
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

/// What a column of a ledger is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LedgerColumn {
    /// The unit, by its name or id.
    Unit,
    /// A column, by its name.
    Column(String),
    /// The person's own remarks.
    Remarks,
}

/// A label with its measure word, as the form shows it: `理论学习中心组学习次数（次）`.
pub fn with_measure(label: &str, measure: &str) -> String {
    let is_said = || measure::parted(label, |_| false).is_some_and(|(_, said)| said == plain(measure));
    if measure.is_empty() || is_said() { label.to_owned() } else { format!("{label}（{measure}）") }
}

/// A header without what people add to it: spaces, line breaks, marks of what is required. Of a text that is too long for one it is
/// the beginning.
pub fn plain(header: &str) -> String {
    let text: String = half_width(&header[..header.floor_char_boundary(LONGEST + 1)])
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    text.trim_matches('*').trim_end_matches("(必填)").to_owned()
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
        let found = self.called.named(&name);
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

    /// The ledger that a sheet or a file of that name is; `None` where none is, or several.
    pub fn ledger(&self, name: &str) -> Option<usize> {
        match self.called_ledgers.named(&plain(name)) {
            [one] => Some(*one),
            _ => None,
        }
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

/// Whether a header cell names the column of units.
pub fn is_unit(header: &str) -> bool {
    unit_rank(header).is_some() || is_id(&plain(header))
}

/// Whether a header cell names the column of units, and nothing else could be meant.
pub fn is_surely_unit(header: &str) -> bool {
    unit_rank(header) == Some(SURE) || is_id(&plain(header))
}

/// The rank of a head that says nothing but that units stand below it.
const SURE: u8 = 3;

/// How well a header cell names the column of units: of several in a header the best one is it.
pub fn unit_rank(header: &str) -> Option<u8> {
    const UNITS: [&str; 12] = [
        "单位",
        "填报单位",
        "报送单位",
        "上报单位",
        "统计单位",
        "汇报单位",
        "单位全称",
        "unit",
        "unit.name",
        "unitname",
        "reportingunit",
        "填表单位",
    ];
    const KINDS: [&str; 51] = [
        "乡镇",
        "乡镇街道",
        "镇街",
        "街镇",
        "镇乡",
        "镇",
        "乡",
        "街道",
        "镇街道",
        "乡街道",
        "乡镇场",
        "乡镇办",
        "部门",
        "部门单位",
        "单位部门",
        "科室",
        "处室",
        "股室",
        "县区",
        "区县",
        "县市区",
        "市县",
        "市县区",
        "县市",
        "市区",
        "村",
        "行政村",
        "村社区",
        "村居",
        "社区",
        "学校",
        "医院",
        "企业",
        "机构",
        "站所",
        "支部",
        "党支部",
        "党组织",
        "网格",
        "辖区",
        "园区",
        "town",
        "township",
        "department",
        "school",
        "village",
        "office",
        "county",
        "district",
        "street",
        "乡镇街道部门",
    ];
    const WEAK: [&str; 10] =
        ["", "属地", "地区", "区域", "区划", "行政区划", "region", "name", "area", "organization"];
    if header.len() > LONGEST {
        return None;
    }
    let name = plain(header).to_lowercase();
    let name: String = name.chars().filter(|c| !"()、/·及和或*".contains(*c)).collect();
    let name =
        ["加盖公章", "盖章", "公章", "签章"].iter().find_map(|seal| name.strip_suffix(seal)).unwrap_or(&name);
    let name = name.strip_suffix("全称").filter(|name| name.ends_with("名称")).unwrap_or(name);
    let is_named = name.ends_with("名称");
    let short =
        name.strip_suffix("名称").or_else(|| name.strip_suffix('名').filter(|short| !short.is_empty()));
    let short = short.unwrap_or(name);
    if UNITS.contains(&short) {
        Some(SURE)
    } else if KINDS.contains(&short) || is_of_kinds(short) {
        Some(2)
    } else {
        // 承办单位, 责任部门: someone, and maybe the unit.
        let is_someone = (3..=6).contains(&name.chars().count())
            && (name.ends_with("单位") || name.ends_with("部门"))
            && !name.starts_with('以');
        let is_place = ["所在", "所属"]
            .iter()
            .any(|at| short.strip_prefix(at).is_some_and(|kind| KINDS.contains(&kind)));
        (is_someone || is_place || (WEAK.contains(&short) && (is_named || !short.is_empty()))).then_some(1)
    }
}

/// Whether a head names several kinds of units, one after the other: 乡镇（街道、开发区）, 各镇街.
fn is_of_kinds(name: &str) -> bool {
    const PARTS: [&str; 20] = [
        "乡镇",
        "镇街",
        "街道",
        "街镇",
        "办事处",
        "园区",
        "开发区",
        "管委会",
        "部门",
        "单位",
        "社区",
        "农场",
        "林场",
        "县直",
        "区直",
        "市直",
        "直属",
        "办",
        "场",
        "各",
    ];
    let mut rest = name;
    while let Some(after) = PARTS.iter().find_map(|part| rest.strip_prefix(part)) {
        rest = after;
    }
    rest.is_empty() && ["乡镇", "镇街", "街道", "部门"].iter().any(|kind| name.contains(kind))
}

fn is_id(name: &str) -> bool {
    matches!(name, "单位代号" | "代号" | "unit.id")
}

/// What a column of the period before stands beside.
fn of_previous(name: &str) -> Option<&str> {
    name.strip_prefix(plain(PREVIOUS).as_str())
}

/// What tables say of their rows beside the figures: where in the county a unit lies, how it ranks, who filled the row in.
fn is_aside(name: &str) -> bool {
    matches!(
        name,
        "片区"
            | "分片"
            | "排名"
            | "名次"
            | "位次"
            | "排序"
            | "联系人"
            | "联系电话"
            | "电话"
            | "填报人"
            | "填表人"
            | "审核人"
            | "负责人"
            | "填报日期"
            | "填报时间"
            | "报送日期"
            | "报送时间"
            | "rank"
            | "contact"
    )
}

/// Whether a head says that its column is of another period, of a plan, or compares.
pub fn is_of_other(text: &str) -> bool {
    const OTHERS: [&str; 22] = [
        "上期",
        "上期数",
        "上季",
        "上季度",
        "上月",
        "上年",
        "去年",
        "上年同期",
        "去年同期",
        "同期",
        "累计",
        "本年累计",
        "累计数",
        "年初累计",
        "同比",
        "环比",
        "增减",
        "增长",
        "计划",
        "目标",
        "上期：",
        "全年目标",
    ];
    OTHERS.contains(&&*plain(text))
}

/// Whether a head and a label say the same of period, plan and measure, so that the one may be meant by the other.
fn says_alike(header: &str, label: &str) -> bool {
    const SAID: [&str; 18] = [
        "上期", "上季", "上月", "上年", "去年", "同期", "累计", "同比", "环比", "增减", "增长", "计划",
        "目标", "任务", "预计", "本年", "全年", "合计",
    ];
    let (header, label) = (plain(header), plain(label));
    let said = |text: &str| measure::parted(text, |_| false).map(|(_, said)| said);
    SAID.iter().all(|word| header.contains(word) == label.contains(word))
        && said(&header).zip(said(&label)).is_none_or(|(one, other)| one == other)
}

fn is_remarks(name: &str) -> bool {
    let name = name.to_lowercase();
    matches!(
        name.as_str(),
        "备注"
            | "序号"
            | "编号"
            | "行次"
            | "代码"
            | "单位代码"
            | "单位编码"
            | "机构代码"
            | "行政区划代码"
            | "remarks"
            | "no"
            | "no."
            | "#"
    )
}

/// What a column of a ledger is of.
///
/// # Errors
/// D003 and D049, without a place.
pub fn ledger_column(ledger: &Field, header: &str) -> Result<LedgerColumn, Diagnostic> {
    if header.len() > LONGEST {
        return Err(Diagnostic::new(Code::UnknownColumn).with("header", header.trim()));
    }
    let name = plain(header);
    let column = ledger.spec.columns.iter().find(|(key, column)| {
        plain(&column.label) == name
            || plain(&with_measure(&column.label, &column.measure)) == name
            || key.as_str() == name
            || format!("{}.{key}", ledger.key()) == name
    });
    if let Some((key, _)) = column {
        return Ok(LedgerColumn::Column(key.to_string()));
    }
    let is_known = |text: &str| ledger.spec.columns.values().any(|column| plain(&column.measure) == text);
    if let Some((name, said)) = measure::parted(header, is_known) {
        let is_number = |kind| matches!(kind, ColumnType::Integer | ColumnType::Decimal);
        let mut columns = ledger.spec.columns.iter();
        if let Some((key, _)) = columns.find(|(_, one)| is_number(one.kind) && bare(&one.label) == name) {
            let found = LedgerColumn::Column(key.to_string());
            return ledger_measured(ledger, &found, |of| of.hold(header, &said)).map(|()| found);
        }
    }
    if is_unit(header) {
        Ok(LedgerColumn::Unit)
    } else if is_remarks(&name) {
        Ok(LedgerColumn::Remarks)
    } else {
        let known = ledger.spec.columns.values().map(|column| column.label.as_str());
        let known = known.filter(|label| says_alike(header, label));
        let fault = Diagnostic::new(Code::UnknownColumn).with("header", header.trim());
        Err(fault.suggest(header.trim(), known))
    }
}

/// Holds what a head says of a ledger column's measure against it; of what is no number nothing is said.
///
/// # Errors
/// What `hold` says.
pub fn ledger_measured(
    ledger: &Field,
    column: &LedgerColumn,
    hold: impl FnOnce(Measured<'_>) -> Result<(), Diagnostic>,
) -> Result<(), Diagnostic> {
    let LedgerColumn::Column(name) = column else { return Ok(()) };
    let Some(spec) = ledger.spec.columns.get(name.as_str()) else { return Ok(()) };
    if !matches!(spec.kind, ColumnType::Integer | ColumnType::Decimal) {
        return Ok(());
    }
    hold(Measured { key: &format!("{}.{name}", ledger.key()), label: &spec.label, own: &spec.measure })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plugin(id: &str, title: &str, fields: &str) -> PluginManifest {
        let head = format!("id = \"{id}\"\nversion = \"1\"\ntitle = \"{title}\"\ncontract = 1\nslots = []\n");
        toml::from_str(&(head + fields)).unwrap()
    }

    #[test]
    fn the_column_of_units_has_many_heads() {
        for (head, rank) in [
            ("单位", Some(3)),
            ("填报单位（盖章）", Some(3)),
            ("部门（公章）", Some(2)),
            ("乡镇（街道、开发区）", Some(2)),
            ("各镇街", Some(2)),
            ("镇 街\n名称", Some(2)),
            ("地区", Some(1)),
            ("市场", None),
            ("办公场所", None),
            ("盖章", None),
        ] {
            assert_eq!(unit_rank(head), rank, "{head}");
        }
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
