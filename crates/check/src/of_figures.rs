//! Which findings hang on figures, so that nothing is known by them where some of the figures are lost.

use huibian_diagnostic::Code;

/// Whether a finding holds figures against each other, against rules, texts or other periods.
pub fn is_of_figures(code: Code) -> bool {
    use Code::{
        AllStated, ChangeDiffers, CheckFailed, CheckUnanswered, CountGone, CountJumps, CountOutlying,
        CountsUnchanged, FiledRateDiffers, FirstStated, NoneOfEvent, NoneOfThem, NoneStated, NotTogether,
        NumberDiffers, OriginUntrue, OutOfBounds, PartsDiffer, PartsExceed, PluginRemark, RateDiffers,
        RefersToNothing, RuleOverMissing, SomeStated,
    };
    matches!(
        code,
        AllStated
            | ChangeDiffers
            | CheckFailed
            | CheckUnanswered
            | CountGone
            | CountJumps
            | CountOutlying
            | CountsUnchanged
            | FiledRateDiffers
            | FirstStated
            | NoneOfEvent
            | NoneOfThem
            | NoneStated
            | NotTogether
            | NumberDiffers
            | OriginUntrue
            | OutOfBounds
            | PartsDiffer
            | PartsExceed
            | PluginRemark
            | RateDiffers
            | RefersToNothing
            | RuleOverMissing
            | SomeStated
    )
}
