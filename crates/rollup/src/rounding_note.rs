//! What a report says of figures that took a remainder, so that parts and totals add up as they are printed.

use huibian_contract::IndexMap;
use huibian_figure::{CountIndex, Counts};

/// Figures that are told before the rest is only counted.
const TOLD: usize = 10;

/// A figure that took a remainder.
#[derive(Clone, Debug)]
pub struct Balanced {
    /// Its count.
    pub index: CountIndex,
    /// Of which period, where that is not the report's own: `上季度`.
    pub time: &'static str,
    /// Of which unit below, where it is not the report's own.
    pub unit: Option<String>,
}

/// What rounding did to a report's figures.
#[derive(Clone, Debug, Default)]
pub struct Rounding {
    /// The figures that took a remainder.
    pub moved: Vec<Balanced>,
    /// Whether a year to date is not what its printed periods come to.
    pub is_off_year: bool,
}

/// A paragraph for the end of the report; nothing where no figure was touched. Figures of units below bear their names.
pub fn rounding_note(Rounding { moved, is_off_year }: &Rounding, counts: &Counts) -> Option<String> {
    let mut by_measure: IndexMap<(String, u32), Vec<String>> = IndexMap::default();
    let is_sum = moved.iter().any(|moved| moved.unit.is_some());
    for Balanced { index, time, unit } in moved {
        let spec = counts.spec(*index);
        let shown = spec.shown.as_ref()?;
        let name = match unit {
            Some(unit) => format!("{unit}{time}的"),
            None if is_sum => format!("{time}合计的"),
            None if time.is_empty() => String::new(),
            None => format!("{time}的"),
        };
        let told = by_measure.entry((shown.measure.clone(), shown.scale)).or_default();
        told.push(format!("{name}“{}”", spec.label));
    }
    let sentences = by_measure.into_iter().map(|((measure, scale), names)| {
        let more = if names.len() > TOLD { format!("等{}处", names.len()) } else { String::new() };
        let names = names[..names.len().min(TOLD)].join("、");
        let digits = if scale == 0 { "取整".to_owned() } else { format!("保留{scale}位小数") };
        format!("以{measure}为单位{digits}，为使各项之和与合计相符，{names}{more}的末位按舍位平衡作了调整。")
    });
    let year = is_off_year.then_some("累计数由未取整的数计算，与各期相加可能差末位。".to_owned());
    let note: String = sentences.chain(year).collect();
    (!note.is_empty()).then(|| format!("注：{note}"))
}
