//! Names that are hardly units': 其他, 得分, 测试, `?`, a period, two names in one, or one without the ending that all others have.

use crate::heads::plain;
use crate::line_kind::{LineKind, Sign, of_plain_label, summed};
use crate::period_said::is_plain_period;
use crate::sheet_choice::is_pattern;

/// What names no unit by itself, though some unit may be called so.
const NO_NAMES: &[&str] = &[
    "其他",
    "其它",
    "其余",
    "另外",
    "剩余",
    "未知",
    "不详",
    "待定",
    "待填",
    "备用",
    "空",
    "空白",
    "无",
    "暂无",
    "测试",
    "试填",
    "试用",
    "样本",
    "演示",
    "示范",
    "模板",
    "得分",
    "评分",
    "总分",
    "加分",
    "扣分",
    "分值",
    "分数",
    "满分",
    "权重",
    "得分率",
    "标准",
    "预算",
    "决算",
    "实际",
    "实际数",
    "完成",
    "完成数",
    "完成情况",
    "进度",
    "数量",
    "金额",
    "次数",
    "人数",
    "户数",
    "总体",
    "整体",
    "总",
    "计",
    "合",
    "名称",
    "姓名",
    "序号",
    "编号",
    "项目",
    "指标",
    "内容",
    "类别",
    "类型",
    "数据",
    "小结",
    "结果",
    "情况",
    "统计",
    "汇总数据",
    "汇总表",
    "总表",
    "test",
    "demo",
    "sample",
    "other",
    "others",
    "unknown",
    "none",
    "null",
    "n/a",
    "na",
    "tbd",
    "score",
    "weight",
    "name",
    "amount",
];
/// What comes before or after such a word and leaves it one: 测试单位, 其他乡镇.
const KINDS: &[&str] = &["单位", "乡镇", "部门", "镇", "乡", "街道", "村", "社区", "数据", "行", "项"];
/// What units' names end in.
const ENDINGS: &str = "镇乡村县市区州旗省盟道社局办委会部处科室站所院校园队组厅司团馆台行店厂矿场库港心府关居片湾屯庄寨坪沟堡营岭岛木查班系级段坊学城房联协苑里街路巷";

/// Those of some units' names that are hardly units', by their places.
pub fn unlike(names: &[&str]) -> Vec<usize> {
    let plain: Vec<String> = names.iter().map(|name| plain(name).to_lowercase()).collect();
    let bare: Vec<&str> = plain.iter().map(|name| bare(name)).collect();
    let is_word = |name: &&str| name.chars().any(char::is_alphabetic);
    let have_words = bare.iter().any(is_word);
    let with_ending = bare.iter().filter(|name| has_ending(name)).count();
    // Where most names end as units' do, one that does not stands out.
    let have_endings = with_ending > 1 && with_ending * 3 >= bare.len() * 2;
    let is_unlike = |at: &usize| {
        let name = bare[*at];
        is_no_name(name)
            || is_plain_period(&plain[*at])
            || is_of_group(&plain[*at])
            || is_several(&plain[*at])
            || (have_words && !is_word(&name))
            || (have_endings && !has_ending(name))
    };
    (0..bare.len()).filter(is_unlike).collect()
}

/// Whether a name by itself is hardly a unit's: that of a file, which has no others beside it.
pub fn is_doubtful(name: &str) -> bool {
    let name = plain(name).to_lowercase();
    is_no_name(bare(&name))
        || is_plain_period(&name)
        || is_several(&name)
        || signs(&name).next().is_some()
        || is_pattern(&name)
}

/// Whether a name is that of a sum over units: 汇总, 全县合计表.
pub fn is_total(name: &str) -> bool {
    signs(&plain(name).to_lowercase()).any(|sign| sign.kind == LineKind::Total)
}

/// Whether a name is that of a sum over all units, and not over one's own parts: 汇总, 2023年二季度汇总表.
pub fn is_total_of_all(name: &str) -> bool {
    // Most names have none of what such names are made of.
    if !name.contains(['计', '总', '全']) && !name.is_ascii() {
        return false;
    }
    let name = plain(name).to_lowercase();
    let of = summed(name.trim_end_matches('表'));
    signs(&name).any(|sign| sign.kind == LineKind::Total) && (of.is_empty() || is_plain_period(&of))
}

/// Whether a name ends as units' names do.
pub fn has_ending(name: &str) -> bool {
    name.ends_with(|c| ENDINGS.contains(c))
}

/// A name without what units' names end in, as far as two signs are left: 云溪 of 云溪街道, 东岭 of 东岭镇.
pub fn without_ending(name: &str) -> &str {
    let least = name.char_indices().nth(2).map_or(name.len(), |(at, _)| at);
    let bare = name.trim_end_matches(|c| ENDINGS.contains(c));
    &name[..bare.len().max(least)]
}

/// What a plain name in small letters says as a label, and what it says without the word for a table.
fn signs(name: &str) -> impl Iterator<Item = Sign> {
    let table = name.strip_suffix('表').map(|of| of.trim_end_matches('表'));
    [Some(name), table].into_iter().flatten().filter_map(of_plain_label)
}

/// Whether a plain name is numbered as groups of units are: 一、乡镇.
pub fn is_of_group(name: &str) -> bool {
    let numeral = |c: char| "一二三四五六七八九十".contains(c);
    let rest = name.trim_start_matches('(').trim_start_matches(numeral);
    let is_numbered = name.trim_start_matches('(').starts_with(numeral);
    is_numbered && (rest.starts_with('、') || (name.starts_with('(') && rest.starts_with(')')))
}

/// Whether a plain name is those of several units: 云溪镇、清河镇.
fn is_several(name: &str) -> bool {
    let name = name.split_once('(').map_or(name, |(name, _)| name);
    let is_one = |name: &str| name.chars().count() > 1 && name.ends_with(|c| ENDINGS.contains(c));
    let listed: Vec<&str> = name.split(['、', '/', ',', ';']).collect();
    let joined = |(one, other): (&str, &str)| {
        is_one(one) && is_one(other) && one.chars().last() == other.chars().last()
    };
    (listed.len() > 1 && listed.iter().all(|one| is_one(one)))
        || name.split_once(['和', '与', '及']).is_some_and(joined)
}

/// A plain name without its brackets, and the digits behind it.
fn bare(name: &str) -> &str {
    let head = name.split_once('(').map_or(name, |(head, _)| head);
    head.trim_end_matches(|c: char| c.is_ascii_digit())
}

fn is_no_name(name: &str) -> bool {
    let is = |name: &str| NO_NAMES.contains(&name);
    is(name)
        || KINDS.contains(&name)
        || KINDS
            .iter()
            .any(|kind| name.strip_suffix(kind).or_else(|| name.strip_prefix(kind)).is_some_and(is))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_hardly_a_unit() {
        for name in [
            "其他",
            "其它单位",
            "测试",
            "测试镇",
            "得分",
            "?",
            "——",
            "12",
            "test",
            "某某人",
            "乡镇",
            "统计",
            "Σ",
        ] {
            assert_eq!(unlike(&["云溪镇", "清河镇", name, "柳林街道（含集镇）"]), [2], "{name}");
        }
        assert_eq!(unlike(&["云溪", "清河", "其他"]), [2]);
        for name in
            ["云溪镇、清河镇", "云溪镇和清河镇", "教育局/体育局", "一、乡镇", "（二）街道", "2023年二季度"]
        {
            assert_eq!(unlike(&["云溪镇", name, "县公安局"]), [1], "{name}");
        }
    }

    #[test]
    fn a_files_unit_is_doubted_by_its_name_alone() {
        for name in [
            "合计",
            "全县",
            "汇总表",
            "样表",
            "空白表",
            "填表人：某某",
            "其他",
            "2023年二季度",
            "云溪镇、清河镇",
        ] {
            assert!(is_doubtful(name), "{name}");
        }
        for name in ["云溪镇", "文化和旅游局", "教育局", "全州县", "云溪镇和平村", "参考消息办", "yunxi", "3"]
        {
            assert!(!is_doubtful(name), "{name}");
        }
    }

    #[test]
    fn names_of_one_kind_are_names() {
        for names in [
            &["云溪", "清河", "河口"][..],
            &["1", "2", "3"],
            &["North Town", "Lake District"],
            &["云溪镇", "县公安局", "高新区管委会", "第一中学2"],
            &["张三", "李四", "云溪镇"],
            &["标准化管理所", "计划科", "测试中心", "云溪镇"],
        ] {
            assert_eq!(unlike(names), [0; 0], "{names:?}");
        }
    }
}
