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
            let names = self.left_out.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join("、");
            let more = match self.left_out.len() {
                count if count > NAMED => format!("等{count}个单位"),
                _ => String::new(),
            };
            format!("说明：以上数据由{units}个单位中的{reported}个汇总，{names}{more}未计入。")
        };
        let parts: Vec<String> =
            self.partial.iter().map(|(what, units)| format!("“{what}”由{units}个单位汇总")).collect();
        if !parts.is_empty() {
            let _ = write!(words, "其中，{}。", parts.join("，"));
        }
        words
    }
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
    }
}
