//! What a column is of, by its header: a field's label as the form shows it, or its key `plugin.field`.

use huibian_contract::{Absent, FieldSpec, FieldType, PluginId, PluginManifest};
use huibian_diagnostic::{Code, Diagnostic};

use crate::number::half_width;

/// What the headers and keys of columns begin with that show what the period before came to. They are not read.
pub const PREVIOUS: &str = "上期：";

/// The fields and ledgers that a workspace's plugins ask for.
#[derive(Debug, Default)]
pub struct FieldIndex {
    /// Fields with one value a unit.
    pub fields: Vec<Field>,
    /// Ledgers.
    pub ledgers: Vec<Field>,
    /// The plugins that ask for any.
    pub plugins: Vec<AskingPlugin>,
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
    is_shared: bool,
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
    if measure.is_empty() { label.to_owned() } else { format!("{label}（{measure}）") }
}

/// A header without what people add to it: spaces, line breaks, marks of what is required.
pub fn plain(header: &str) -> String {
    let text: String = half_width(header).chars().filter(|c| !c.is_whitespace()).collect();
    text.trim_matches('*').trim_end_matches("(必填)").to_owned()
}

impl Field {
    /// The field's key: `theory-study.sessions_total`.
    pub fn key(&self) -> String {
        format!("{}.{}", self.table, self.name)
    }

    /// The header that no other field has.
    fn full(&self) -> String {
        format!("{}·{}", self.title, self.spec.label)
    }

    fn is_called(&self, header: &str) -> bool {
        if plain(&self.key()) == header {
            return true;
        }
        let names = [self.spec.label.clone(), self.full()];
        let measured = names.iter().map(|name| with_measure(name, &self.spec.measure));
        !self.is_shared && names.iter().cloned().chain(measured).any(|name| plain(&name) == header)
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
        index
    }

    /// The fields that a form asks for: a shared one once.
    pub fn asked(list: &[Field]) -> impl Iterator<Item = (usize, &Field)> {
        list.iter().enumerate().filter(|(_, field)| !field.is_shared)
    }

    /// The header of a field's column: its label, with the plugin's title where several have that label.
    pub fn header(list: &[Field], field: &Field) -> String {
        let alike = list.iter().filter(|other| !other.is_shared && other.spec.label == field.spec.label);
        let name = if alike.count() > 1 { field.full() } else { field.spec.label.clone() };
        with_measure(&name, &field.spec.measure)
    }

    /// What a column of the main table is of. `band` is what stands above the header: where several fields have a
    /// label, the plugin's title there decides.
    ///
    /// # Errors
    /// D003 and D005, without a place.
    pub fn column(&self, header: &str, band: Option<&str>) -> Result<Column, Diagnostic> {
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
        let found: Vec<usize> = self
            .fields
            .iter()
            .enumerate()
            .filter(|(_, field)| field.is_called(&name))
            .map(|(at, _)| at)
            .collect();
        match found.as_slice() {
            [one] => Ok(Column::Field(*one)),
            [] if unit_rank(&name).is_some() => Ok(Column::Name),
            [] if is_aside(&name) => Ok(Column::Unread),
            [] if is_remarks(&name) || of_previous(&name).is_some() => Ok(Column::Remarks),
            [] => {
                let known: Vec<String> =
                    Self::asked(&self.fields).map(|(_, field)| Self::header(&self.fields, field)).collect();
                Err(Diagnostic::new(Code::UnknownColumn)
                    .with("header", header.trim())
                    .suggest(header.trim(), known.iter().map(String::as_str)))
            }
            several => {
                let band = band.map(plain);
                let under = |at: &&usize| band.as_deref() == Some(plain(&self.fields[**at].title).as_str());
                if let Some(one) = several.iter().find(under) {
                    return Ok(Column::Field(*one));
                }
                let candidates: Vec<String> = several.iter().map(|at| self.fields[*at].full()).collect();
                Err(Diagnostic::new(Code::AmbiguousColumn)
                    .with("header", header.trim())
                    .with("candidates", candidates))
            }
        }
    }

    /// The ledger that a sheet or a file of that name is; `None` where none is, or several.
    pub fn ledger(&self, name: &str) -> Option<usize> {
        let name = plain(name);
        let mut found = self.ledgers.iter().enumerate().filter(|(_, field)| field.is_called(&name));
        let first = found.next()?.0;
        found.next().is_none().then_some(first)
    }

    /// The ledger that a header cell of its form names: `theory-study.sessions.date`.
    pub fn ledger_of_key(&self, header: &str) -> Option<usize> {
        let name = plain(header);
        let (key, column) = name.rsplit_once('.')?;
        self.ledgers.iter().position(|field| field.key() == key && field.spec.columns.contains_key(column))
    }

    /// Whether a header cell is a key rather than a label.
    pub fn is_key(&self, header: &str) -> bool {
        let name = plain(header);
        name == "unit"
            || name.starts_with("unit.")
            || self.fields.iter().any(|field| field.key() == of_previous(&name).unwrap_or(&name))
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
    const KINDS: [&str; 50] = [
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
    const WEAK: [&str; 9] =
        ["", "地区", "区域", "区划", "行政区划", "region", "name", "area", "organization"];
    let name = plain(header).to_lowercase();
    let name: String = name.chars().filter(|c| !"()、/·及和或*".contains(*c)).collect();
    let is_named = name.ends_with("名称");
    let short =
        name.strip_suffix("名称").or_else(|| name.strip_suffix('名').filter(|short| !short.is_empty()));
    let short = short.unwrap_or(&name);
    if UNITS.contains(&short) {
        Some(SURE)
    } else if KINDS.contains(&short) {
        Some(2)
    } else {
        // 承办单位, 责任部门: someone, and maybe the unit.
        let is_someone =
            (3..=6).contains(&name.chars().count()) && (name.ends_with("单位") || name.ends_with("部门"));
        (is_someone || (WEAK.contains(&short) && (is_named || !short.is_empty()))).then_some(1)
    }
}

fn is_id(name: &str) -> bool {
    matches!(name, "单位代号" | "代号" | "unit.id")
}

/// What things are counted in where a table says so in a column of its own.
pub fn is_measure(text: &str, fields: &FieldIndex) -> bool {
    const MEASURES: [&str; 42] = [
        "个",
        "次",
        "人",
        "人次",
        "户",
        "件",
        "条",
        "篇",
        "场",
        "场次",
        "项",
        "家",
        "家次",
        "所",
        "处",
        "辆",
        "台",
        "套",
        "份",
        "期",
        "名",
        "座",
        "块",
        "元",
        "万元",
        "亿元",
        "千元",
        "亩",
        "万亩",
        "公顷",
        "吨",
        "公斤",
        "公里",
        "米",
        "平方米",
        "平方公里",
        "%",
        "‰",
        "天",
        "小时",
        "分",
        "宗",
    ];
    let text = plain(text);
    let text = text.trim_matches(['(', ')']);
    MEASURES.contains(&text)
        || fields
            .fields
            .iter()
            .any(|field| !field.spec.measure.is_empty() && plain(&field.spec.measure) == text)
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
/// D003, without a place.
pub fn ledger_column(ledger: &Field, header: &str) -> Result<LedgerColumn, Diagnostic> {
    let name = plain(header);
    let column = ledger.spec.columns.iter().find(|(key, column)| {
        plain(&column.label) == name || key.as_str() == name || format!("{}.{key}", ledger.key()) == name
    });
    match column {
        Some((key, _)) => Ok(LedgerColumn::Column(key.to_string())),
        None if is_unit(header) => Ok(LedgerColumn::Unit),
        None if is_remarks(&name) => Ok(LedgerColumn::Remarks),
        None => {
            let known = ledger.spec.columns.values().map(|column| column.label.as_str());
            Err(Diagnostic::new(Code::UnknownColumn)
                .with("header", header.trim())
                .suggest(header.trim(), known))
        }
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
        assert_eq!(key("学习次数（场）", None), "D003 学习次数（次）");
        assert_eq!(key("备注", None), "Remarks");
        for header in ["上期：学习次数（次）", "上期:学习次数", "上期：study.total", " 上期： 从前的数"]
        {
            assert_eq!(key(header, None), "Remarks", "{header}");
        }
        assert!(index.is_key("上期：study.total") && !index.is_key("上期：学习次数"));
        assert_eq!(key("上期学习次数", None), "D003 ");
        assert_eq!(key("unit.attributes.kind", None), "Attribute(\"kind\")");
        let asked: Vec<String> = FieldIndex::asked(&index.fields)
            .map(|(_, field)| FieldIndex::header(&index.fields, field))
            .collect();
        assert_eq!(asked, ["学习·下一步打算", "学习次数（次）", "党员人数", "宣传·下一步打算"]);
    }
}
