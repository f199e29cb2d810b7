//! How many units stand behind sums.

use huibian_contract::PluginManifest;
use huibian_figure::Merge;

use crate::overview::OverviewColumn;

/// How many units gave each count, a ratio both its parts.
pub(crate) fn covered(merge: &Merge, columns: &[OverviewColumn<'_>]) -> Vec<usize> {
    columns.iter().map(|column| merge.coverage(column.index)).collect()
}

/// What fewer units gave than reported: a whole section where its counts agree, else single counts.
pub(crate) fn partial(merge: &Merge, manifests: &[&PluginManifest], reported: usize) -> Vec<(String, usize)> {
    let mut partial = Vec::new();
    for manifest in manifests {
        let counts = merge.counts().of(&manifest.id).map(|(index, _, spec)| (spec, merge.coverage(index)));
        let counts: Vec<_> = counts.filter(|(_, covered)| *covered > 0).collect();
        match counts.first() {
            Some(&(_, covered)) if counts.iter().all(|(_, other)| *other == covered) => {
                partial.push((manifest.title.clone(), covered));
            }
            _ => partial.extend(counts.iter().map(|(spec, covered)| (spec.label.clone(), *covered))),
        }
    }
    partial.retain(|(_, covered)| *covered < reported);
    partial
}
