//! What a header cell says by itself, whatever fields there are: that units stand below it, that its column is another period's, or
//! that it need not be read.

use crate::measure;
use crate::number::half_width;

/// What the headers and keys of columns begin with that show what the period before came to. They are not read.
pub const PREVIOUS: &str = "上期：";
/// Bytes of a head: what is longer is no one's.
pub(crate) const LONGEST: usize = 1_000;

/// A header without what people add to it: spaces, line breaks, marks of what is required. Of a text that is too long for one it is
/// the beginning.
pub fn plain(header: &str) -> String {
    let text: String = half_width(&header[..header.floor_char_boundary(LONGEST + 1)])
        .chars()
        .filter(|c| !c.is_whitespace())
        .collect();
    text.trim_matches('*').trim_end_matches("(必填)").to_owned()
}

/// A plain header without what forms put about it: 1.走访次数, （3）办结率, 走访次数：, 是否达标？, 启动日期（选填）.
pub(crate) fn undecorated(name: &str) -> &str {
    const ASKED: [&str; 5] = ["(选填)", "(必填项)", "(选填项)", "(可选)", "(可不填)"];
    let name = name.trim_end_matches([':', '?', '*']);
    let name = ASKED.iter().find_map(|asked| name.strip_suffix(asked)).unwrap_or(name);
    let name = name.trim_end_matches("(必填)").trim_end_matches([':', '?']);
    let circled = |c: char| ('①'..='⑳').contains(&c);
    let numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let counted = name.trim_start_matches('(').trim_start_matches(numeral);
    let is_counted = counted.len() < name.trim_start_matches('(').len();
    // 1.5 is a number, and 12345 a hotline.
    let rest = counted
        .strip_prefix(['.', '、', ')'])
        .filter(|rest| is_counted && !rest.starts_with(|c: char| c.is_ascii_digit()));
    let rest = rest.or_else(|| name.strip_prefix(circled)).filter(|rest| !rest.is_empty());
    rest.unwrap_or(name)
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
pub(crate) const SURE: u8 = 3;

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
    let name = name.trim_end_matches(':');
    let name =
        ["加盖公章", "盖章", "公章", "签章"].iter().find_map(|seal| name.strip_suffix(seal)).unwrap_or(name);
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

pub(crate) fn is_id(name: &str) -> bool {
    matches!(name, "单位代号" | "代号" | "unit.id")
}

/// What a column of the period before stands beside.
pub(crate) fn of_previous(name: &str) -> Option<&str> {
    name.strip_prefix(plain(PREVIOUS).as_str())
}

/// What tables say of their rows beside the figures: where in the county a unit lies, how it ranks, who filled the row in.
pub(crate) fn is_aside(name: &str) -> bool {
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
pub(crate) fn says_alike(header: &str, label: &str) -> bool {
    const SAID: [&str; 18] = [
        "上期", "上季", "上月", "上年", "去年", "同期", "累计", "同比", "环比", "增减", "增长", "计划",
        "目标", "任务", "预计", "本年", "全年", "合计",
    ];
    let (header, label) = (plain(header), plain(label));
    let said = |text: &str| measure::parted(text, |_| false).map(|(_, said)| said);
    SAID.iter().all(|word| header.contains(word) == label.contains(word))
        && said(&header).zip(said(&label)).is_none_or(|(one, other)| one == other)
}

pub(crate) fn is_remarks(name: &str) -> bool {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_forms_put_about_a_head_is_no_part_of_it() {
        for head in [
            "1.走访次数",
            "2、走访次数",
            "（3）走访次数",
            "④走访次数",
            "走访次数：",
            "走访次数？",
            "走访次数*：",
            "走访次数（选填）",
            "一、走访次数",
            "走访次数（必填）：",
        ] {
            assert_eq!(undecorated(&plain(head)), "走访次数", "{head}");
        }
        for head in ["1.5公里以内户数", "12345热线件数", "走访次数（次）", "一事一议次数", "2023年"]
        {
            assert_eq!(undecorated(&plain(head)), plain(head), "{head}");
        }
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
            ("单 位 名 称：", Some(3)),
            ("市场", None),
            ("办公场所", None),
            ("盖章", None),
        ] {
            assert_eq!(unit_rank(head), rank, "{head}");
        }
    }
}
