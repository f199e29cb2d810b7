//! Words that are often written with a wrong character: 布署 for 部署.

use std::sync::LazyLock;

use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::{Signs, Words};

use crate::found::Found;
use crate::writing::Writing;

/// What is written, and what is meant.
const WORDS: [(&str, &str); 49] = [
    ("布署", "部署"),
    ("防犯", "防范"),
    ("坐谈会", "座谈会"),
    ("一如继往", "一如既往"),
    ("按装", "安装"),
    ("再接再励", "再接再厉"),
    ("既使", "即使"),
    ("克苦", "刻苦"),
    ("松驰", "松弛"),
    ("安全生厂", "安全生产"),
    ("贯切", "贯彻"),
    ("惯彻", "贯彻"),
    ("贯输", "灌输"),
    ("震憾", "震撼"),
    ("亲睐", "青睐"),
    ("欠收", "歉收"),
    ("幅射", "辐射"),
    ("安份守己", "安分守己"),
    ("迫不急待", "迫不及待"),
    ("走头无路", "走投无路"),
    ("穿流不息", "川流不息"),
    ("甘败下风", "甘拜下风"),
    ("精减人员", "精简人员"),
    ("精兵减政", "精兵简政"),
    ("渡假", "度假"),
    ("渡过难关", "度过难关"),
    ("修茸", "修葺"),
    ("峻工", "竣工"),
    ("侯选", "候选"),
    ("气侯", "气候"),
    ("时侯", "时候"),
    ("问侯", "问候"),
    ("侯车", "候车"),
    ("帐蓬", "帐篷"),
    ("凑和", "凑合"),
    ("座无虚位", "座无虚席"),
    ("按步就班", "按部就班"),
    ("不径而走", "不胫而走"),
    ("相辅相承", "相辅相成"),
    ("因地治宜", "因地制宜"),
    ("默守成规", "墨守成规"),
    ("循私", "徇私"),
    ("提心掉胆", "提心吊胆"),
    ("责任到仁", "责任到人"),
    ("成绩裴然", "成绩斐然"),
    ("悬殊差距", "差距悬殊"),
    ("隐换", "隐患"),
    ("整该", "整改"),
    ("政俯", "政府"),
];
static WRONG: LazyLock<Words> = LazyLock::new(|| Words::seldom(wrong()));
/// What makes one a part of other words: 排布署名, 防犯罪.
const BEFORE: [char; 6] = ['排', '分', '公', '张', '发', '调'];
const AFTER: [char; 5] = ['罪', '名', '用', '得', '该'];

/// What is written.
pub fn wrong() -> impl Iterator<Item = &'static str> {
    WORDS.into_iter().map(|(wrong, _)| wrong)
}

/// The first of a text.
pub fn check(writing: &Writing<'_>, found: &mut Found) {
    if writing.signs.lacks(Signs::TYPO) {
        return;
    }
    let is_word = |(which, at): &(usize, usize)| {
        let end = at + WORDS[*which].0.len();
        !writing.text[..*at].ends_with(BEFORE) && !writing.text[end..].starts_with(AFTER)
    };
    if let Some((which, at)) = WRONG.all(writing.text).find(is_word) {
        let (wrong, right) = WORDS[which];
        let told = Diagnostic::new(Code::WordMisspelt).with("said", wrong).with("right", right);
        found.push((at..at + wrong.len(), told));
    }
}
