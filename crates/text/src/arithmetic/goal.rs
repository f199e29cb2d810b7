//! Fewer than were planned, said to be all: 计划改厕120户，已改90户，全面完成.

use huibian_numeral::Sign;

use super::{Said, Told, is_exact};

/// How the number that was to be reached is told.
const GOAL: [&str; 8] = ["计划", "任务", "目标", "应", "需", "全镇", "共有", "下达"];
/// Words of all of it and more.
const REACHED: [&str; 11] = [
    "超额",
    "超目标",
    "超任务",
    "全面完成",
    "全部完成",
    "圆满完成",
    "如期完成",
    "全覆盖",
    "无一遗漏",
    "全部达标",
    "悉数完成",
];
/// Words of what is still to come.
const TO_COME: [&str; 7] = ["力争", "年底", "将", "争取", "计划", "确保", "前"];

pub(super) fn missed(said: Said<'_>) -> Option<Told> {
    let done = Some(said.quantity()).filter(|done| done.sign == Sign::None && is_exact(done))?;
    let [.., goal] = said.before() else { return None };
    let is_short = !said.between(goal, done).contains('、')
        && done.value < goal.value
        && is_exact(goal)
        && said.measure()? == said.measure_of(goal)?;
    if !is_short {
        return None;
    }
    let of_goal = said.passage.words(said.passage.clause_at(goal.span.start));
    let clause_end = said.passage.sentence_end(said.clause);
    let after = said.passage.text.get(said.end()..clause_end)?;
    let reached = REACHED.iter().filter_map(|word| Some((after.find(word)?, *word))).min()?;
    let is_told = !TO_COME.iter().any(|word| after[..reached.0].contains(word)) && !after.contains("未");
    let is_last = said.at + 1 == said.all.len();
    if !is_told || !is_last || !GOAL.iter().any(|word| of_goal.contains(word)) {
        return None;
    }
    let (mut span, told) = said.told("short", said.clause.span.start, Some(goal.value))?;
    span.end = said.end();
    Some((span, told))
}
