//! Names of other units, whole or short, that are not there as neighbours.

use huibian_diagnostic::{Code, Diagnostic};
use huibian_prose::Found;

use huibian_passage::Passage;

/// Words right before a neighbour that takes part, is visited or is asked.
#[rustfmt::skip]
const WITH: [&str; 47] = [
    "接待", "迎来", "欢迎", "陪同", "带领",
    "会同", "联合", "与", "和", "同", "跟", "到", "赴", "去", "向", "从", "由", "邀请", "邀", "对接", "协同", "配合", "协助", "毗邻", "邻近",
    "相邻", "学习", "借鉴", "参观", "考察", "走访", "支援", "帮扶", "来自", "转自", "接", "邻", "对口", "联系", "并", "请", "及", "以及",
    "邻近的", "相邻的", "毗邻的", "周边的",
];
/// Words right behind one.
#[rustfmt::skip]
const BESIDE: [&str; 23] = [
    "交界", "毗邻", "接壤", "联合", "联动", "的经验", "经验", "做法", "的做法", "等地", "相邻", "来访", "转办", "转来", "移交", "通报", "共建",
    "结对", "派出", "派员", "籍", "之间", "来水",
];

/// Words of who came.
#[rustfmt::skip]
const COMING: [&str; 12] =
    ["也来", "来过", "前来", "来借", "来学", "来取", "来看", "来问", "来我", "赶来", "特意来", "慕名来"];

/// Words of who leads something, and of who takes part in it.
const LEADS: [&str; 4] = ["牵头", "主办", "承办", "主持"];
const TOGETHER: [&str; 17] = [
    "我", "本镇", "本乡", "联", "共", "片区", "跨", "流域", "轮", "两", "三", "参加", "参与", "配合", "协助",
    "选派", "各",
];

/// Words right before a short name that make it the unit's own.
const OWN_BEFORE: [&str; 13] =
    ["在", "由", "是", "为", "让", "使", "讲好", "打造", "推动", "助力", "建设", "立足", "我们"];
/// Words before one that make it so with what follows, and those that do.
const OWN_AROUND: [&str; 7] = ["结合", "围绕", "立足", "符合", "根据", "针对", "体现"];
#[rustfmt::skip]
const OWN_AFTER: [&str; 22] = [
    "实际", "特色", "特点", "情况", "需求", "优势", "资源", "干部", "群众", "班子", "党委", "政府", "辖区", "本地", "党员", "各村", "各社区", "全域",
    "境内", "村民", "居民", "今年",
];

/// Short names that are words as well: 团结群众, 和平协商, 码头停靠点. They are a unit's where a unit's parts follow.
const ORDINARY: [&str; 72] = [
    "团结", "和平", "胜利", "前进", "红旗", "光明", "幸福", "东风", "解放", "建设", "新华", "民主", "自由",
    "友谊", "友好", "文明", "富强", "和谐", "复兴", "振兴", "兴隆", "永安", "平安", "太平", "安定", "长安",
    "朝阳", "向阳", "曙光", "希望", "新兴", "新建", "城关", "开发", "工业", "人民", "劳动", "青年", "星火",
    "先锋", "前锋", "联合", "合作", "互助", "共和", "繁荣", "昌盛", "兴旺", "创新", "丰收", "万福", "莲花",
    "燕子", "桥头", "码头", "渡口", "茶园", "鼓楼", "虹桥", "大桥", "新城", "老城", "河口", "山口", "水库",
    "果园", "花园", "公园", "车站", "市场", "广场", "中心",
];
#[rustfmt::skip]
const PARTS: [&str; 14] = [
    "党委", "党政", "党工委", "政府", "班子", "各村", "各社区", "辖区", "境内", "全域", "村民", "办事处", "镇村", "值守",
];

/// Names that do not belong.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    let owner = &passage.owner;
    if !owner.names.may_be_in(passage.text) {
        return;
    }
    let own = owner.identity.name.as_str();
    for (span, other) in owner.names.in_text(passage.text, own) {
        let is_recipient = owner.recipients.iter().any(|recipient| recipient == other);
        if !is_recipient && !is_neighbour(passage.text, &span) {
            found.push((span, Diagnostic::new(Code::TextOfOtherUnit).with("unit", other)));
        }
    }
    for (span, other) in owner.names.short_in_text(passage.text, own) {
        let clause = passage.clause_at(span.start);
        let (before, after) = (&passage.text[..span.start], &passage.text[span.end..]);
        let is = |words: &[&str], of: &dyn Fn(&str) -> bool| words.iter().any(|word| of(word));
        let is_subject = clause.span.start == span.start
            || is(&OWN_BEFORE, &|word| before.ends_with(word))
            || is(&OWN_AFTER, &|word| after.starts_with(word))
                && (is(&OWN_AROUND, &|word| before.ends_with(word)) || !after.starts_with("干部"));
        let is_word = ORDINARY.contains(&&passage.text[span.clone()])
            && !PARTS.iter().any(|part| after.starts_with(part));
        let is_told =
            is_word || found.iter().any(|(known, _)| known.start <= span.start && span.end <= known.end);
        if is_subject && !is_told && !is_neighbour(passage.text, &span) {
            found.push((span, Diagnostic::new(Code::TextOfOtherUnit).with("unit", other)));
        }
    }
}

/// Whether a name stands there as that of a neighbour.
fn is_neighbour(text: &str, span: &std::ops::Range<usize>) -> bool {
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let before = before.trim_end_matches(['、', '“', '（']);
    // 白石镇、柳河乡和我镇轮流牵头.
    let rest = &after[..after.find(['，', '。', '；']).unwrap_or(after.len())];
    let is_with_us =
        || ["和我", "与我", "及我", "同我", "和本镇", "与本镇"].iter().any(|word| rest.contains(word));
    // 由槐圩镇牵头 of what one's own unit has no part in.
    let leads = before.ends_with('由') && LEADS.iter().any(|word| rest.contains(word));
    let ends = ['。', '；', '\n'];
    let own = [before.rsplit(ends).next(), after.split(ends).next()];
    let is_together = || own.iter().flatten().any(|part| TOGETHER.iter().any(|word| part.contains(word)));
    if leads && !is_together() {
        return false;
    }
    // 苇渡镇的机手也来借过烘干机: a guest.
    let clause = &rest[..rest.find(['、', ',']).unwrap_or(rest.len())];
    WITH.iter().any(|word| before.ends_with(word))
        || COMING.iter().any(|word| clause.contains(word))
        || BESIDE.iter().any(|word| after.starts_with(word))
        || is_with_us()
}
