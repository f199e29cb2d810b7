//! What a report says of sums of the period before that are over other units than the rows above them.

use huibian_contract::{Basis, IndexMap};
use huibian_history::{Apart, Baseline, Names};
use huibian_report::table::Tables;

/// A paragraph for the end of the report, of the counts whose sums of the period before stand below rows of units; nothing where
/// all of those are over the same units.
pub fn note_of_before(past: &Baseline, tables: &Tables) -> Option<String> {
    let unlisted = &past.above.as_ref()?.previous.unlisted;
    let counts = past.previous.counts();
    let mut labels: IndexMap<[String; 2], Vec<String>> = IndexMap::default();
    let summed = tables.printed(Basis::Previous).filter(|(_, of_units, is_own)| *of_units && *is_own);
    for index in summed.map(|(index, ..)| index) {
        let parts = counts.parts(index).map_or(vec![index], Vec::from);
        let Some(Apart { now, before, .. }) = parts.iter().find_map(|part| unlisted.get(part)) else {
            continue;
        };
        let names = |names: &Names| names.told("、");
        let known = labels.entry([names(before), names(now)]).or_default();
        known.push(format!("“{}”", counts.spec(index).label));
    }
    let sentences = labels.into_iter().map(|([others, rows], labels)| {
        let others = if others.is_empty() { others } else { format!("，含表中未列数的{others}") };
        let rows = if rows.is_empty() { rows } else { format!("，不含表中列有数的{rows}") };
        let (period, labels) = (past.period.last(), labels.join("、"));
        format!("表中{period}{labels}的合计按当时的所属单位计算{others}{rows}。")
    });
    let note: String = sentences.collect();
    (!note.is_empty()).then(|| format!("注：{note}"))
}
