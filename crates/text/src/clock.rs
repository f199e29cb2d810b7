//! Hours that there are not, and hours that end before they begin: 25时, 上午10:30至9:00.

use std::ops::Range;

use huibian_diagnostic::{Code, Diagnostic};
use huibian_mention::Signs;
use huibian_prose::Found;
use regex::Captures;

use crate::pattern::Pattern;
use huibian_passage::Passage;

/// From which hour on, and until which, what ends earlier ends on the next day.
const NIGHT: (u32, u32) = (18, 7);

/// Looks for hours.
#[derive(Debug)]
pub struct Clock {
    spans: Pattern,
    hours: Pattern,
}

impl Default for Clock {
    fn default() -> Self {
        let hour = "([0-9]{1,2})(?:[:：]([0-9]{2})|时(?:([0-9]{1,2})分)?|点)";
        let spans = format!("{hour}(?:至|到|—|–|-|～|~)(?:[上下]午|当[日天])?{hour}");
        let hours = "(?:^|[^0-9])([0-9]{2})(?:时(?:$|[^段])|时?[:：][0-9]{2}(?:$|[^0-9]))";
        Self { spans: Pattern::of(spans), hours: Pattern::of(hours) }
    }
}

impl Clock {
    /// Hours that cannot be.
    pub fn check(&self, passage: &Passage<'_>, found: &mut Found) {
        let text = passage.text;
        if passage.signs.lacks(Signs::HOUR) || passage.signs.lacks(Signs::DIGIT) {
            return;
        }
        if passage.quantities.is_empty() && !text.contains([':', '：']) || !text.contains(['时', ':', '：'])
        {
            return;
        }
        let told = |span: Range<usize>, reason: &str| {
            let told = Diagnostic::new(Code::SentenceContradicts).with("said", &text[span.clone()]);
            (span, told.with("reason", reason).with("found", ""))
        };
        let spans = self.spans.all(text);
        found.extend(spans.filter_map(|said| {
            Some(told(said.get(0).filter(|_| is_reversed(text, &said))?.range(), "range"))
        }));
        for said in self.hours.all(text) {
            if let Some(hour) =
                said.get(1).filter(|hour| hour.as_str().parse().is_ok_and(|hour: u32| hour > 24))
            {
                let end = hour.end() + text[hour.end()..].chars().next().map_or(0, char::len_utf8);
                let is_long = text[..hour.start()].ends_with(['满', '超', '近', '约', '共', '用']);
                found.extend((!is_long).then(|| told(hour.start()..end, "clock")));
            }
        }
    }
}

fn is_reversed(text: &str, said: &Captures<'_>) -> bool {
    let number = |group: usize| said.get(group).and_then(|it| it.as_str().parse::<u32>().ok());
    let hour = |from: usize| Some((number(from)?, number(from + 1).or(number(from + 2)).unwrap_or(0)));
    let (Some(first), Some(last)) = (hour(1), hour(4)) else { return false };
    let whole = said.get(0).map_or("", |whole| whole.as_str());
    let before = said.get(0).map_or("", |whole| &text[..whole.start()]);
    let is_other =
        whole.contains("下午") || ["晚", "夜", "晚上", "夜间", "下午"].iter().any(|it| before.ends_with(it));
    !is_other && last < first && first.0 < NIGHT.0 && last.0 >= NIGHT.1
}
