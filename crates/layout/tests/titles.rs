//! Titles of the shapes that offices give them, put together at random: none breaks inside of a number, a date, a name or a word
//! that the house style lists, and up to four lines make a trapezoid or a lozenge.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

use huibian_document::{HouseStyle, Inline, plain_text};
use huibian_layout::{Widths, balanced};

const COUNT: usize = 3_000;

/// What stays whole, wherever it stands.
const WHOLE: &[&str] = &[
    "2023年",
    "2023年度",
    "2023年上半年",
    "2023年第二季度",
    "2023年1—6月份",
    "2021—2035年",
    "第十九届",
    "十四届五次",
    "1250万元",
    "3.2个百分点",
    "5.2%",
    "120公里",
    "18个",
    "36名",
    "K1234+560",
    "G320",
    "COVID-19",
    "阿依古丽·买买提",
    "努尔艾合买提·吐尔逊",
    "意识形态",
    "经济技术开发区",
    "人民政府",
    "党风廉政",
    "安全生产",
    "乡村振兴",
    "自然资源局",
    "最低生活保障",
    "矛盾纠纷",
    "三年行动",
];
const UNITS: &[&str] =
    &["云溪镇", "青禾镇人民政府", "某某县自然资源局", "某某经济技术开发区管委会", "中共云溪镇委员会", ""];
const WORDS: &[&str] = &[
    "工作", "情况", "落实", "推进", "加强", "项目", "资金", "建设", "管理", "检查", "整治", "方案", "实施",
    "农村", "环境", "治理", "服务", "保障", "培训", "调研", "和", "及", "的", "农业", "水利", "教育", "卫生",
    "监督", "执法",
];
const KINDS: &[&str] = &["的报告", "的请示", "的通知", "的意见", "的函", "的批复", "实施方案", "工作总结"];

/// Steele and Vigna's mixer: the same numbers on every machine.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(end).unwrap()).unwrap()
    }

    fn pick<'t>(&mut self, from: &[&'t str]) -> &'t str {
        from[self.below(from.len())]
    }
}

fn style() -> HouseStyle {
    HouseStyle::parse(include_str!("../../../templates/styles/gbt9704.toml")).unwrap()
}

/// A title, and where in it its pieces begin and end that stay whole.
fn title(random: &mut Random) -> (String, Vec<std::ops::Range<usize>>) {
    let (mut title, mut whole) = (random.pick(UNITS).to_owned(), Vec::new());
    title.push_str(["关于", "关于做好", "关于印发《", ""][random.below(4)]);
    let is_open = title.ends_with('《');
    let length = 6 + random.below(60);
    while title.chars().count() < length {
        if random.below(4) == 0 {
            let piece = random.pick(WHOLE);
            // Two numbers side by side are one, which no title says, nor two names.
            if whole.last().is_some_and(|last: &std::ops::Range<usize>| last.end == title.len()) {
                title.push_str("有关");
            }
            whole.push(title.len()..title.len() + piece.len());
            title.push_str(piece);
        } else {
            title.push_str(random.pick(WORDS));
        }
    }
    title.push_str(random.pick(KINDS));
    if is_open {
        title.push_str("》的通知");
    }
    (title, whole)
}

fn lines(title: &str, style: &HouseStyle) -> Vec<String> {
    let widths = Widths::new(style.paragraphs.title.size, &style.text);
    let words = [Inline::Text(title.to_owned())];
    let broken = balanced(&words, style.text_width().emu(), widths, "云溪镇", &style.title_breaks);
    broken.split(|inline| *inline == Inline::LineBreak).map(plain_text).collect()
}

#[test]
fn nothing_is_split_that_is_one_thing() {
    let style = style();
    let widths = Widths::new(style.paragraphs.title.size, &style.text);
    let mut random = Random(20_230_705);
    let mut faults = Vec::new();
    for _ in 0..COUNT {
        let (title, whole) = title(&mut random);
        let lines = lines(&title, &style);
        let shown = lines.join("/");
        let mut end = 0;
        for line in &lines {
            end += line.len();
            if whole.iter().any(|range| range.start < end && end < range.end) {
                faults.push(format!("split: {shown}"));
            }
        }
        assert_eq!(lines.concat(), title);
        let wide: Vec<i64> = lines.iter().map(|line| widths.of(line)).collect();
        assert!(wide.iter().all(|line| *line <= style.text_width().emu()), "{shown}");
        let longest = |lines: &[i64]| lines.iter().copied().max().unwrap_or(0);
        let waist = |at: usize| longest(&wide[..at]).min(longest(&wide[at + 1..])) - wide[at];
        if lines.len() <= 4 && (0..lines.len()).any(|at| waist(at) > widths.of("一")) {
            faults.push(format!("waist: {shown}"));
        }
    }
    assert!(faults.is_empty(), "{} of {COUNT}\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn a_title_of_any_length_takes_time_by_its_length() {
    let style = style();
    let long =
        "云溪镇2023年第二季度意识形态工作责任制落实情况和安全生产专项整治三年行动实施方案".repeat(1_000);
    let start = std::time::Instant::now();
    assert!(lines(&long, &style).len() > 1_000);
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}
