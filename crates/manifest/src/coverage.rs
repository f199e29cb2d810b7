//! How many units stand behind a sum, and who is not among them: in numbers, and in words for the report.

use std::fmt::Write as _;

use serde::{Deserialize, Serialize};

/// Names that are told before the rest is only counted.
const NAMED: usize = 10;

/// How many units stand behind a parent's figures.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Coverage {
    /// Units below it that have none below them.
    pub units: usize,
    /// Those whose figures are in the sums.
    pub reported: usize,
    /// The names of the others.
    pub left_out: Vec<String>,
    /// The names of units that failed a check: those of `left_out` for that reason, or others whose figures are in the sums.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unclean: Vec<String>,
    /// What fewer units gave than reported: a section's title or a count's label, and how many gave it.
    pub partial: Vec<(String, usize)>,
}

impl Coverage {
    /// Whether every unit stands behind every figure.
    pub fn is_whole(&self) -> bool {
        self.reported == self.units
    }

    /// `18/20`.
    pub fn short(&self) -> String {
        format!("{}/{}", self.reported, self.units)
    }

    /// A paragraph for the end of the parent's report.
    pub fn words(&self) -> String {
        let Self { units, reported, .. } = self;
        let mut words = if self.is_whole() {
            format!("说明：以上数据由{units}个单位汇总。")
        } else {
            let names = named(self.left_out.iter());
            format!("说明：以上数据由{units}个单位中的{reported}个汇总，{names}未计入。")
        };
        let (out, counted): (Vec<&String>, Vec<&String>) =
            self.unclean.iter().partition(|name| self.left_out.contains(name));
        if !out.is_empty() {
            let _ = write!(words, "{}因校验未通过未计入。", named(out.into_iter()));
        }
        if !counted.is_empty() {
            let _ = write!(words, "{}校验未通过，其数据已计入，待核实。", named(counted.into_iter()));
        }
        let parts: Vec<String> =
            self.partial.iter().map(|(what, units)| format!("“{what}”由{units}个单位汇总")).collect();
        if !parts.is_empty() {
            let _ = write!(words, "其中，{}。", parts.join("，"));
        }
        words
    }
}

/// The first names, and how many there are.
fn named<'n>(names: impl ExactSizeIterator<Item = &'n String>) -> String {
    let count = names.len();
    let first = names.take(NAMED).map(String::as_str).collect::<Vec<_>>().join("、");
    if count > NAMED { format!("{first}等{count}个单位") } else { first }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coverage_reads_as_a_sentence() {
        let names = |count: usize| (0..count).map(|n| format!("镇{n}")).collect();
        let mut coverage = Coverage { units: 20, reported: 20, ..Coverage::default() };
        assert_eq!(coverage.words(), "说明：以上数据由20个单位汇总。");
        coverage = Coverage { reported: 18, left_out: names(2), ..coverage };
        assert_eq!(coverage.words(), "说明：以上数据由20个单位中的18个汇总，镇0、镇1未计入。");
        coverage.partial = vec![("网络舆情".to_owned(), 17)];
        assert!(coverage.words().ends_with("未计入。其中，“网络舆情”由17个单位汇总。"));
        coverage.left_out = names(12);
        assert!(coverage.words().contains("镇9等12个单位未计入"));
        let unclean = vec!["镇1".to_owned(), "乙镇".to_owned()];
        coverage = Coverage {
            units: 3,
            reported: 2,
            left_out: vec!["镇1".to_owned()],
            unclean,
            partial: Vec::new(),
        };
        assert_eq!(
            coverage.words(),
            "说明：以上数据由3个单位中的2个汇总，镇1未计入。镇1因校验未通过未计入。乙镇校验未通过，其数据已计入，待核实。"
        );
    }
}
