//! Where characters stand in a line of fixed height.

use huibian_document::style::ParagraphStyle;
use huibian_document::{HouseStyle, Length};

/// How much of a line of fixed height stands above the baseline, in hundredths, as Word and LibreOffice have it.
pub const ABOVE_BASELINE: i64 = 80;
/// How much of a Chinese character's square stands above the baseline, in hundredths.
pub const SQUARE_ABOVE_BASELINE: i64 = 88;

/// What a line has over above and below the squares of its characters.
pub fn slack(paragraph: &ParagraphStyle, style: &HouseStyle) -> [Length; 2] {
    let line = paragraph.line.unwrap_or(style.text.line);
    let over = |of_line: i64, of_size: i64| line.times(of_line, 100) - paragraph.size.times(of_size, 100);
    [over(ABOVE_BASELINE, SQUARE_ABOVE_BASELINE), over(100 - ABOVE_BASELINE, 100 - SQUARE_ABOVE_BASELINE)]
}
