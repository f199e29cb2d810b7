//! Labels of rows that compare, rank or plan instead of counting: 去年同期数, 增减率%, 目标任务, 全县平均. Told by being made of such
//! words alone, so that a name that has one of them stays a name.

/// Words that say so.
const SAYS: &[&str] = &[
    "上年同期",
    "去年同期",
    "上年",
    "去年",
    "前年",
    "往年",
    "同期",
    "上期",
    "上季度",
    "上季",
    "上月",
    "同比",
    "环比",
    "增减",
    "增长",
    "增幅",
    "增速",
    "增加",
    "减少",
    "完成率",
    "占比",
    "比重",
    "比例",
    "目标",
    "任务",
    "计划",
    "排名",
    "名次",
    "位次",
    "排序",
    "最大",
    "最小",
    "最高",
    "最低",
    "平均",
    "人均",
    "户均",
    "均值",
    "中位",
    "标准差",
    "极差",
    "差额",
    "差值",
    "average",
    "mean",
    "median",
    "rank",
    "yoy",
    "growth",
    "target",
];
/// Words that may stand with them.
const WITH: &[&str] = &[
    "比",
    "较",
    "与",
    "占",
    "的",
    "及",
    "和",
    "各",
    "数",
    "值",
    "额",
    "量",
    "率",
    "幅",
    "情况",
    "百分比",
    "百分点",
    "%",
    "‰",
    "完成",
    "全县",
    "全市",
    "全区",
    "全省",
    "全镇",
    "全乡",
    "全国",
    "全体",
    "乡镇",
    "街道",
    "部门",
    "本年",
    "今年",
    "全年",
    "年度",
    "年",
    "本期",
    "本季度",
    "季度",
    "半年",
    "月度",
    "水平",
    "实际",
    "总",
    "人数",
    "户数",
    "次数",
];

/// No label that compares has more bytes.
const LONGEST: usize = 120;

/// Whether a label compares, ranks or plans.
pub(crate) fn is_comparison(label: &str) -> bool {
    if label.len() > LONGEST {
        return false;
    }
    let (mut rest, mut is_said) = (label, false);
    while !rest.is_empty() {
        let longest = |words: &[&str]| {
            let found = words.iter().filter(|word| rest.starts_with(**word));
            found.map(|word| word.len()).max().unwrap_or(0)
        };
        let (says, with) = (longest(SAYS), longest(WITH));
        if says.max(with) == 0 {
            return false;
        }
        is_said |= says >= with;
        rest = &rest[says.max(with)..];
    }
    is_said
}
