//! Placeholders that were to be filled in: ××, ____, （ ）, 【单位名称】, 待填.

use huibian_diagnostic::{Code, Diagnostic};
use huibian_prose::Found;
use huibian_unit::blanks;

use huibian_passage::Passage;

/// The first placeholder of a text.
pub fn check(passage: &Passage<'_>, found: &mut Found) {
    if let Some(at) = blanks::find(passage.text) {
        let said = &passage.text[at.clone()];
        found.push((at, Diagnostic::new(Code::BlankLeft).with("said", said)));
    }
}
