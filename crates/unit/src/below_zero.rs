//! Numbers below 0 of what cannot be less than none: an amount that was paid, a distance, an area.

use huibian_contract::{Amount, FieldSpec, Name, PluginManifest};
use rust_decimal::Decimal;

/// Words of what may be less than none.
const SIGNED: [&str; 34] = [
    "增",
    "减",
    "差",
    "余",
    "盈",
    "亏",
    "净",
    "变",
    "涨",
    "跌",
    "升",
    "降",
    "率",
    "幅",
    "温",
    "利润",
    "收益",
    "损益",
    "结转",
    "调整",
    "同比",
    "环比",
    "偏",
    "超",
    "缺",
    "change",
    "growth",
    "net",
    "balance",
    "profit",
    "loss",
    "difference",
    "rate",
    "margin",
];

/// Whether what bears this label is written with a sign by right.
pub fn is_signed(label: &str) -> bool {
    let label = label.to_lowercase();
    SIGNED.iter().any(|word| label.contains(word))
}

/// Whether a field, or the count that is taken from it, declares that it may be below 0.
pub fn is_allowed(plugin: &PluginManifest, name: &Name, spec: &FieldSpec) -> bool {
    let is_below = |min: &Option<Amount>| {
        min.as_ref().is_some_and(|min| min.as_str().parse().is_ok_and(|min: Decimal| min < Decimal::ZERO))
    };
    let mut counts = plugin.counts.values();
    is_below(&spec.min) || counts.any(|count| count.number.as_ref() == Some(name) && is_below(&count.min))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_not_below_zero_and_differences_may_be() {
        for label in ["支付资金", "硬化里程", "播种面积", "Amount paid"] {
            assert!(!is_signed(label), "{label}");
        }
        for label in ["比上年增减", "资金结余", "增长率", "平均气温", "盈亏", "Net change"]
        {
            assert!(is_signed(label), "{label}");
        }
    }
}
