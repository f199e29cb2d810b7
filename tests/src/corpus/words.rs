//! Words of two languages, and those that trip a writer up.

use huibian_contract::{Aspect, Basis};
use huibian_document::{Figure, Inline};

use super::random::Random;

const HANZI: &str = "天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜";
const CHINESE: [&str; 10] = [
    "组织集中学习，开展专题研讨",
    "压实“第一责任人”职责——逐级分解任务",
    "做到早发现、早报告、早处置",
    "发布稿件《云溪新风》等……反响良好",
    "全年共召开会议，研究部署有关工作",
    "对照台账逐项核对，确保数据准确",
    "深入村（社区）走访，听取意见建议",
    "建立“日巡查·周通报·月小结”机制",
    "完成率达98.4%以上，高于上季度",
    "举一反三，立行立改；不折不扣，落到实处",
];
const ENGLISH: [&str; 8] = [
    "the office held its regular sessions",
    "findings were handled within the week",
    "records \u{201C}A\u{201D} and \u{201C}B\u{201D} agree \u{2014} no difference was found",
    "the branch at Yunxi (云溪镇) reported on time",
    "all figures were compared with last quarter's",
    "it\u{2019}s planned to go on as before",
    "staff attended a course on flood season work",
    "no further steps are needed",
];
/// Signs of XML, Markdown, Typst and spreadsheets, paths and addresses, and what looks like a list, a heading or a rule.
const TRAPS: [&str; 20] = [
    "A&B <公司> \"引号\" 'x'",
    "*星号*与**双星**和_下划线_",
    "# 不是标题",
    "1. 不是列表",
    "2023. 年不是列表",
    "- 不是项目",
    "[方括号](圆括号)![图](x)",
    "a|b|c",
    "~~不删~~ ~~~",
    "`代码` ```",
    "$x_1^2$ #set @引用 <标签>",
    "C:\\台账\\*.xlsx",
    "&amp; &lt;b&gt; &#65;",
    "=SUM(A1:A9)",
    "+++ --- *** ___",
    "https://example.invalid/a_b?c=d&e=f#g",
    "</w:t></w:r> ]]> <!-- --> <script>",
    "{{count}} {0} %s ${x}",
    "1/2 3×4 5÷6 7±8 §9 No.10",
    "> 不是引文",
];
/// Characters that few faces have: of extensions A and B, of names, a number, and letters of other scripts.
const RARE: [&str; 8] = ["堃", "珺玥", "𠮷", "㙍", "䶮", "〇", "é ü ñ", "Ω ж"];

/// Writes texts in one language.
#[derive(Clone, Copy)]
pub struct Words {
    /// Whether it is Chinese; English otherwise.
    pub chinese: bool,
}

impl Words {
    /// So many characters of plain hanzi or words.
    pub fn plain(self, random: &mut Random, length: usize) -> String {
        let start = random.below(40);
        if self.chinese {
            return HANZI.chars().cycle().skip(start).take(length).collect();
        }
        let words = ENGLISH.join(", ").chars().cycle().skip(start).take(length).collect::<String>();
        words.trim().trim_matches(',').trim().to_owned()
    }

    /// A sentence of about so many characters.
    pub fn sentence(self, random: &mut Random, length: usize) -> String {
        let mut text = String::new();
        while text.chars().count() < length {
            if !text.is_empty() {
                text.push_str(if self.chinese { "，" } else { ", " });
            }
            text.push_str(random.pick(if self.chinese { CHINESE.as_slice() } else { ENGLISH.as_slice() }));
        }
        text.push_str(if self.chinese { "。" } else { "." });
        text
    }

    /// One of two texts.
    pub fn either(self, chinese: &str, english: &str) -> String {
        if self.chinese { chinese } else { english }.to_owned()
    }
}

/// What trips a writer up.
pub fn trap(random: &mut Random) -> &'static str {
    random.pick(&TRAPS)
}

/// Characters that few faces have.
pub fn rare(random: &mut Random) -> &'static str {
    random.pick(&RARE)
}

/// Whether a text has one of the traps.
pub fn has_trap(text: &str) -> bool {
    TRAPS.iter().any(|trap| text.contains(trap))
}

/// Whether a text has a character that few faces have.
pub fn has_rare(text: &str) -> bool {
    RARE.iter().any(|rare| text.contains(rare))
}

/// Words without more.
pub fn text(words: &str) -> Vec<Inline> {
    vec![Inline::Text(words.to_owned())]
}

/// A computed number.
pub fn figure(random: &mut Random) -> Inline {
    let keys = ["theory-study/sessions", "online-opinion/handled", "propaganda/rate"];
    let aspects = [
        (Aspect::Value, Basis::Now),
        (Aspect::Value, Basis::Now),
        (Aspect::Change, Basis::Previous),
        (Aspect::Growth, Basis::Previous),
        (Aspect::Value, Basis::LastYear),
    ];
    let decimal = random.happens(30);
    let whole = random.within(0, 12_000);
    let key = random.pick(&keys).parse().unwrap();
    let (aspect, basis) = random.pick(&aspects);
    Inline::Figure(Figure {
        key,
        aspect,
        basis,
        digits: if decimal { format!("{whole}.{}", random.below(10)) } else { whole.to_string() },
        measure: (random.pick(&["次", "条", "%", "", "万元"])).to_owned(),
        source: if random.happens(70) { format!("sessions#1-{whole}") } else { String::new() },
    })
}
