//! p
use super::overview::Overview;
use huibian_diagnostic::Result;
pub fn write(
    _: &Overview<'_>,
    _: jiff::civil::Date,
    _out: &mut dyn FnMut(&[u8]) -> Result<()>,
) -> Result<()> {
    Ok(())
}
