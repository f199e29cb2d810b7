//! Words that stand beside a figure and say what it counts in.

/// Measure words; of two that fit the longer is meant.
#[rustfmt::skip]
const CHINESE: &[&str] = &[
    "个百分点", "个工作日", "万平方米", "万立方米", "平方公里", "万千瓦时", "平方米", "立方米", "万人次", "千瓦时", "家次",
    "人次", "场次", "批次", "件次", "户次", "班次", "车次", "台次", "艘次", "期次", "点次", "项次", "站次",
    "例次", "人天", "人份", "万元", "亿元", "千元", "百元", "万人", "万户", "万亩", "万吨", "万件", "万个",
    "万份", "万条", "万株", "万头", "万只", "万册", "万张", "公顷", "公斤", "千克", "公里", "千米", "厘米",
    "毫米", "毫克", "小时", "课时", "学时", "分钟", "平米", "立方", "工日", "工作日", "架次", "航次", "剂次", "标箱", "美元", "次", "处", "件",
    "个", "名", "人", "户", "元", "吨", "斤", "克", "亩", "米", "场", "篇", "条", "项", "份", "台", "辆", "座",
    "块", "张", "页", "卷", "册", "本", "部", "套", "批", "家", "所", "间", "栋", "幢", "天", "日", "岁", "例",
    "起", "宗", "头", "只", "羽", "株", "棵", "盏", "口", "眼", "支", "期", "届", "组", "队", "位", "度", "倍",
    "面", "幅", "瓶", "箱", "袋", "盒", "包", "桶", "根", "片", "段", "道", "门", "则", "封", "票", "单", "笔",
    "轮", "遍", "趟", "节", "堂", "站", "点", "床", "对", "双", "层", "种", "类", "把", "艘", "架", "列", "升",
    "匹", "尾", "颗", "粒", "枚", "基", "剂", "孔", "级", "分", "周", "年", "月", "村", "镇",
];
/// Measure words that are told seldom, and those of physics.
#[rustfmt::skip]
const FURTHER: &[&str] = &[
    "吨标准煤", "平方千米", "吨公里", "人公里", "车公里", "千伏安", "兆瓦时", "治疗量", "微克", "毫升", "兆瓦", "千瓦",
    "千伏", "分贝", "台件", "件套", "台套", "人日", "人月", "针次", "人头", "单位", "度电", "学分", "顶", "扇", "副", "串",
    "捆", "首", "题", "席", "桌", "杯", "罐", "筒", "针", "付", "柜", "缸", "尊", "丛", "窝", "车", "班", "枝", "朵", "垛",
    "里", "尺", "寸", "回", "帧", "具", "℃", "°C", "标准箱", "延米", "延长米", "公升", "公吨", "市斤", "英亩", "加仑", "马力", "台班",
    "台时", "工时", "机时", "人时", "人公里", "秒", "毫秒", "昼夜", "夜", "晚", "季", "旬", "帕", "千帕", "兆帕", "瓦", "伏", "安", "焦", "千焦",
    "摄氏度", "勒克斯", "赫兹", "比特", "字节", "兆字节", "平方", "方", "穴", "束", "格", "员", "行", "字", "句", "集", "章", "出", "曲",
    "碗", "盆", "盘", "碟", "壶", "勺", "滴", "股", "筐", "篓", "摞", "沓", "挂", "筏", "畦", "垄", "畈", "槽", "塘", "渠", "坑", "井", "洞",
    "拨", "伙", "茬", "圈", "环", "脚", "步", "卡", "屉", "厢", "阵", "响", "任", "代", "辈", "房", "铺", "栏", "桩", "梯", "网", "池", "棚",
    "樘", "枪", "杆", "柱", "锅", "炉", "灶", "穗", "苗", "坛", "桥", "站次", "班列", "航班", "车皮", "舱", "垛", "埭", "埠",
    "㎡", "㎞", "㎏", "㎝", "㎜", "㎥",
];
/// What begins with a measure word and is another one: 3方面 is no volume.
#[rustfmt::skip]
const OTHERS: &[&str] = &[
    "苗木", "苗圃", "桥梁", "桥隧", "枪支", "炉渣", "炉灶", "杆线", "锅炉", "柱状",
    "方面", "方式", "方案", "方法", "方向", "方位", "方队", "方阵", "行动", "行业", "行政", "行人", "行程", "字号", "字经", "集中", "集体", "集市", "集镇",
    "章节", "出台", "出口", "出入", "股份", "股东", "格局", "格式", "员工", "员额", "盘活", "环节", "环保", "网格", "网络", "网点", "池塘", "井盖", "房屋",
    "房间", "房源", "卡口", "卡点", "代表", "任务", "步骤", "棚户", "棚改", "圈层", "安全", "季度", "晚会", "夜间", "平方米", "平方公里", "代办", "任期",
    "井长", "塘长", "渠道", "栏目", "梯队", "步走", "响应",
];
/// What stands behind 次 where that does not belong to the measure word before it: 3个次要问题.
const NOT_TIMES: &[char] = &['要', '品', '日', '年', '月', '数', '序', '生', '级', '于', '新', '优'];
/// What stands before a measure word and multiplies it: 万羽, 亿斤.
const TIMES: &[&str] = &["千万", "百万", "十万", "万", "亿", "千", "百"];
#[rustfmt::skip]
const LATIN: &[&str] = &[
    "per cent", "percent", "percentage points", "percentage point", "square feet", "square miles", "cubic feet", "nautical miles",
    "working days", "bed days", "sq m", "sq km", "sq ft", "cu m", "°C", "°F", "℃", "m/s", "mg/L", "mg/l", "µg/m³", "μg/m³", "ug/m3", "mg/m³",
    "dB(A)", "dBA", "GB", "MB", "TB", "KB", "kB", "Hz", "kHz", "MHz", "kPa", "MPa", "Pa", "kV", "kVA", "MVA", "mA", "mph", "rpm", "ppm", "ppb", "NTU",
    "lux", "TEU", "tCO2e", "L", "mL", "h", "hr", "hrs", "min", "mins", "sec", "ft", "lb", "lbs", "oz", "yuan", "hour", "minute", "second",
    "litre", "liters", "liter", "metre", "meters", "meter", "hectare", "kilometre", "kilometers", "kilometer", "centimetres", "millimetres",
    "kilogram", "gram", "grams", "ton", "pounds", "dollars", "euros", "feet", "inches", "yards", "mile", "acre", "cubic metre", "square metre",
    "decibels", "degrees", "points", "cm²", "mm²", "kWh/m²", "m³/h", "km²/h", "l/s", "kWp", "Wh", "GW", "TWh", "GJ", "MJ", "kJ", "square metres", "square meters", "square kilometres", "cubic metres",
    "cubic meters", "kWh", "MWh", "GWh", "kW", "MW", "km²", "km2", "m³", "m²", "m3", "m2", "km/h", "km", "kg", "GBP",
    "EUR", "USD", "CNY", "tonnes", "tonne", "tons", "hectares", "kilometres", "kilograms", "kilos",
    "acres", "litres", "miles", "hours", "minutes", "seconds", "days", "weeks", "months", "years", "metres", "m", "cm",
    "mm", "ml", "mg", "dB", "ha", "t", "g", "l",
];
/// What stands before an amount.
#[rustfmt::skip]
const BEFORE: &[&str] = &[
    "EUR", "USD", "GBP", "CNY", "RMB", "JPY", "HKD", "AUD", "CAD", "NZD", "SGD", "INR", "CHF", "US$", "HK$", "A$", "C$", "€", "$", "£", "¥", "￥",
];
/// Measure words that as often end a word that is none: 年, 级, 点.
#[rustfmt::skip]
const RARE: &[&str] = &[
    "级", "分", "周", "年", "月", "村", "镇", "日", "度", "点", "单", "类", "种", "期", "届", "面", "口", "段",
    "层",
];

/// The measure word that a text begins with; `""` where there is none.
pub fn at_start(text: &str) -> &str {
    let close = text.strip_prefix(' ').unwrap_or(text);
    if let Some(sign) = close.chars().next().filter(|c| "%％‰".contains(*c)) {
        return &close[..sign.len_utf8()];
    }
    let text = text.strip_prefix(['余', '多']).unwrap_or(text);
    let trimmed = text.strip_prefix(' ').unwrap_or(text);
    // 62 处: some set a space between; 第 3 年 is none.
    let is_meant = |word: &str| trimmed.len() == text.len() || !RARE.contains(&word);
    if let Some(length) = whole(trimmed).filter(|length| is_meant(&trimmed[..*length])) {
        return &trimmed[..length];
    }
    // 12.3km道路, and no word that goes on.
    let ends = |word: &str| {
        let goes_on = |c: char| c.is_alphanumeric() && (c.is_ascii() || c < '\u{2E80}');
        !trimmed[word.len()..].starts_with(goes_on)
    };
    let found = LATIN.iter().filter(|word| trimmed.starts_with(**word) && ends(word));
    let found = found.max_by_key(|word| word.len());
    found.map_or("", |word| &trimmed[..word.len()])
}

/// How long a measure word with what belongs to it is: 万羽, 微克/立方米, 件（套）.
fn whole(text: &str) -> Option<usize> {
    let times = TIMES.iter().find(|times| text.starts_with(**times)).and_then(|times| {
        let word = word(&text[times.len()..]).filter(|word| !RARE.contains(word))?;
        Some(times.len() + word.len())
    });
    let length = times.max(word(text).map(str::len))?;
    let rest = &text[length..];
    if let Some(other) = rest.strip_prefix('/').and_then(word) {
        return Some(length + 1 + other.len());
    }
    let inner = rest.strip_prefix(['（', '(']).and_then(word);
    let closed =
        inner.filter(|inner| rest[rest.len() - bare(rest).len() + inner.len()..].starts_with(['）', ')']));
    Some(closed.map_or(length, |inner| {
        let open = rest.len() - bare(rest).len();
        let close = if rest[open + inner.len()..].starts_with(')') { 1 } else { '）'.len_utf8() };
        length + open + inner.len() + close
    }))
}

/// A text without its first character.
fn bare(text: &str) -> &str {
    text.chars().next().map_or("", |first| &text[first.len_utf8()..])
}

/// The longest measure word in Chinese that a text begins with, with 次 where that says how often: 册次, 趟次.
fn word(text: &str) -> Option<&str> {
    let found = plain_word(text)?;
    let behind = text[found.len()..].strip_prefix('次');
    let is_counted = behind.is_some_and(|behind| !behind.starts_with(NOT_TIMES));
    let length = found.len()
        + if is_counted && !RARE.contains(&found) && found != "次" { '次'.len_utf8() } else { 0 };
    Some(&text[..length])
}

/// The longest measure word of the lists that a text begins with.
fn plain_word(text: &str) -> Option<&'static str> {
    let all = CHINESE.iter().chain(FURTHER).filter(|word| text.starts_with(**word));
    let found = all.copied().max_by_key(|word| word.len())?;
    let is_other = FURTHER.contains(&found)
        && OTHERS.iter().any(|other| text.starts_with(other) && other.len() > found.len());
    (!is_other).then_some(found)
}

/// The currency that a text ends with; `""` where there is none.
pub fn at_end(text: &str) -> &str {
    let trimmed = text.strip_suffix(' ').unwrap_or(text);
    let is_word = |word: &str| {
        word.is_ascii()
            && word.len() > 1
            && trimmed[..trimmed.len() - word.len()].ends_with(char::is_alphanumeric)
    };
    let found = BEFORE
        .iter()
        .filter(|word| trimmed.ends_with(**word) && !is_word(word))
        .max_by_key(|word| word.len());
    found.map_or("", |word| &trimmed[trimmed.len() - word.len()..])
}

/// The measure word of a number between two texts: behind it, else a currency before it.
pub fn around<'t>(before: &'t str, behind: &'t str) -> &'t str {
    let found = at_start(behind);
    if found.is_empty() { at_end(before) } else { found }
}

/// Whether a word measures.
pub fn is_measure(word: &str) -> bool {
    is_rate(word)
        || word == "‰"
        || [CHINESE, FURTHER, LATIN, BEFORE].iter().any(|words| words.contains(&word))
        || whole(word) == Some(word.len())
}

/// Whether a word measures and seldom means anything else behind a number.
pub fn is_plain(word: &str) -> bool {
    is_measure(word) && !RARE.contains(&word)
}

/// Whether it is a sign of a rate.
pub fn is_rate(word: &str) -> bool {
    matches!(word, "%" | "％" | "per cent" | "percent")
}

/// What units that are converted into each other are of, and how many of the smallest one is.
#[rustfmt::skip]
const UNITS: &[(&str, f64, &[&str])] = &[
    ("money", 1.0, &["元"]),
    ("length", 1.0, &["米", "延米", "延长米", "m", "metres"]), ("length", 0.01, &["厘米", "cm"]), ("length", 0.001, &["毫米", "mm"]), ("length", 1000.0, &["公里", "千米", "km", "kilometres"]),
    ("area", 1.0, &["平方米", "平米", "平方", "㎡", "m²", "m2", "sq m", "square metres", "square meters"]),
    ("area", 1e4, &["公顷", "ha", "hectares"]),
    ("area", 1e6, &["平方公里", "平方千米", "km²", "km2", "square kilometres"]),
    ("mass", 1.0, &["克", "g"]), ("mass", 1000.0, &["公斤", "千克", "kg", "kilograms", "kilos"]),
    ("mass", 500.0, &["斤"]), ("mass", 1e6, &["吨", "t", "tonnes", "tonne"]),
    ("area", 10_000.0 / 15.0, &["亩"]),
    ("volume", 1.0, &["升", "公升", "litres", "l", "L"]), ("volume", 0.001, &["毫升", "ml", "mL"]),
    ("volume", 1000.0, &["立方米", "立方", "方", "㎥", "m³", "m3", "cubic metres", "cubic meters"]),
    ("data", 1.0, &["MB", "兆字节"]), ("data", 1024.0, &["GB"]), ("data", 1_048_576.0, &["TB"]),
    ("sound", 1.0, &["分贝", "dB", "dB(A)", "decibels"]), ("heat", 1.0, &["℃", "°C", "摄氏度", "degrees"]),
    ("energy", 1.0, &["千瓦时", "度电", "度", "kWh"]), ("energy", 1000.0, &["兆瓦时", "MWh"]), ("energy", 1e6, &["GWh"]),
];

/// What a figure in one measure is multiplied by to be one in another; none where they are of different things.
pub fn factor(from: &str, to: &str) -> Option<f64> {
    let (of, left) = scale(from);
    let (other, right) = scale(to);
    (of == other).then_some(left / right)
}

/// Whether a word measures a length, an area or the like, rather than counts things.
pub fn is_physical(word: &str) -> bool {
    let (of, _) = scale(word);
    of != "money" && UNITS.iter().any(|(known, ..)| *known == of)
}

fn scale(word: &str) -> (&str, f64) {
    let known = |word: &str| UNITS.iter().find(|(.., words)| words.contains(&word));
    if let Some((of, scale, _)) = known(word) {
        return (of, *scale);
    }
    for (times, number) in
        [("亿", 1e8), ("千万", 1e7), ("百万", 1e6), ("十万", 1e5), ("万", 1e4), ("千", 1e3), ("百", 1e2)]
    {
        if let Some(rest) = word.strip_prefix(times).filter(|rest| !rest.is_empty()) {
            return known(rest).map_or((rest, number), |(of, scale, _)| (of, scale * number));
        }
    }
    (word, 1.0)
}

/// The measure word that a head or label names: 检查企业（家次）, 件数, Avg days.
pub fn in_label(label: &str) -> &str {
    let label = label.trim();
    let inner = label.strip_suffix([')', '）']).and_then(|rest| rest.rsplit(['(', '（']).next());
    if let Some(inner) = inner {
        return if is_measure(inner.trim()) { inner.trim() } else { "" };
    }
    let stem = label.strip_suffix('数').unwrap_or(label);
    let is_named =
        |word: &&&str| stem.ends_with(**word) && (stem.len() < label.len() || word.chars().count() > 1);
    let found = CHINESE.iter().chain(FURTHER.iter().filter(|word| word.chars().count() > 1)).find(is_named);
    if let Some(found) = found {
        return &stem[stem.len() - found.len()..];
    }
    let compound =
        stem.strip_suffix('次').and_then(|rest| CHINESE.iter().find(|word| rest.ends_with(**word)));
    if let Some(word) = compound.filter(|word| !RARE.contains(word)) {
        return &stem[stem.len() - word.len() - '次'.len_utf8()..];
    }
    let last = label.rsplit(' ').next().unwrap_or_default();
    if is_measure(last) { last } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_measures() {
        for (text, expected) in [
            ("人次，", "人次"),
            ("人。", "人"),
            ("万元", "万元"),
            ("%。", "%"),
            (" kWh of", "kWh"),
            ("企业", ""),
            ("余件", "件"),
            (" m of road", "m"),
            (" men", ""),
            ("万羽，", "万羽"),
            ("微克/立方米，", "微克/立方米"),
            ("件（套），", "件（套）"),
            ("件（含", "件"),
            ("万页", "万页"),
            (" per cent of", "per cent"),
            ("册次，", "册次"),
            ("趟次，", "趟次"),
            ("个次要", "个"),
            ("万册次", "万册次"),
            ("km道路", "km"),
            ("GB，", "GB"),
            ("方面", ""),
            ("方混凝土", "方"),
            (" %；", "%"),
            (" °C.", "°C"),
            ("立方米/亩。", "立方米/亩"),
        ] {
            assert_eq!(at_start(text), expected, "{text}");
        }
        for (before, behind, expected) in
            [("cost EUR ", ";", "EUR"), ("给予￥", "补助", "￥"), ("EUR ", " t", "t"), ("NEUR ", "", "")]
        {
            assert_eq!(around(before, behind), expected, "{before}");
        }
        for (label, expected) in [
            ("检查企业（家次）", "家次"),
            ("件数", "件"),
            ("整改率(%)", "%"),
            ("巡河人次", "人次"),
            ("备注", ""),
        ] {
            assert_eq!(in_label(label), expected, "{label}");
        }
    }
}
