//! An institution by the name that it no longer bears, where the unit itself tells of the new one: 县广播电视台 beside
//! 县融媒体中心（今年1月由县广播电视台更名）.

use std::ops::Range;
use std::sync::LazyLock;

use huibian_contract::PluginManifest;
use huibian_contract::Severity;
use huibian_diagnostic::{Code, Diagnostic, FieldKey};
use huibian_mention::{Signs, Words};
use serde_json::{Map, Value};

use super::{TextOwner, is_free_text, texts};
use crate::pattern::Pattern;

/// Words of another name.
pub(super) const ANEW: [&str; 5] = ["更名", "改名", "改称", "（原", "(原"];
static TOLD: LazyLock<Words> = LazyLock::new(|| Words::seldom(ANEW));
/// What institutions end in; of others an old name is too much like a word.
const KINDS: [&str; 24] = [
    "局",
    "台",
    "站",
    "中心",
    "所",
    "办",
    "委",
    "会",
    "院",
    "校",
    "厂",
    "公司",
    "社",
    "馆",
    "队",
    "园",
    "小学",
    "中学",
    "集团",
    "基地",
    "室",
    "处",
    "办公室",
    "场",
];
/// The shortest old name, in characters.
const SHORTEST: usize = 4;
/// Words around an old name that is meant as such.
const MEANT: [&str; 12] =
    ["原", "更名", "改名", "改称", "前身", "旧", "当时", "过去", "以前", "曾", "此前", "老"];

/// Finds where a text tells of a renaming.
#[derive(Debug)]
pub struct Renamed(Pattern);

impl Default for Renamed {
    fn default() -> Self {
        let renamed = "(?:由|将|把|原|月|日|年|季度|，|。|；|^)(?P<old>[\\u{4E00}-\\u{9FA5}]{4,16}?)(?:已|现|正式|现已|已经)*(?:更名|改名|改称)\
             |[（(]原(?:为|名|称|名为)?(?P<former>[\\u{4E00}-\\u{9FA5}]{4,16})[）)]";
        Self(Pattern::of(renamed))
    }
}

/// What a unit gave one plugin.
pub type Given<'a> = (&'a PluginManifest, &'a Map<String, Value>);

impl Renamed {
    /// Old names in all that a unit wrote, which has these signs.
    pub fn findings(&self, owner: TextOwner<'_>, given: &[Given<'_>], signs: Signs) -> Vec<Diagnostic> {
        if signs.lacks(Signs::ANEW) {
            return Vec::new();
        }
        let all = || {
            given.iter().flat_map(|(manifest, fields)| {
                let free = manifest.fields.iter().filter(|(_, spec)| is_free_text(spec));
                free.flat_map(move |(name, spec)| {
                    let texts = texts(spec, fields.get(name.as_str()));
                    texts.map(move |text| (*manifest, name, spec, text))
                })
            })
        };
        let telling = all().filter(|(.., text)| TOLD.any(text));
        let old: Vec<&str> = telling.flat_map(|(.., text)| self.old_names(text)).collect();
        if old.is_empty() {
            return Vec::new();
        }
        let mut findings = Vec::new();
        for (manifest, name, spec, text) in all() {
            for old in &old {
                let Some(span) = text
                    .match_indices(old)
                    .map(|(at, _)| at..at + old.len())
                    .find(|span| is_used(text, span))
                else {
                    continue;
                };
                let found = Diagnostic::new(Code::OldName)
                    .with("field", FieldKey::new(&manifest.id, name))
                    .with("label", &spec.label)
                    .with("said", *old)
                    .weighing(Severity::Warning);
                findings.push(match owner.places.of(&manifest.id, name.as_str()) {
                    Some(place) => found.at(place.inside(text, span)),
                    None => found,
                });
            }
        }
        findings
    }

    /// The names that a text says are no longer borne.
    fn old_names<'t>(&self, text: &'t str) -> Vec<&'t str> {
        let said = self.0.all(text);
        let is_planned = |at: usize| {
            let sentence = text[..at].rfind(['。', '；', '\n']).unwrap_or_default();
            ["拟", "计划", "即将", "将于", "争取", "申请"]
                .iter()
                .any(|word| text[sentence..at].contains(word))
        };
        let old = said.filter_map(|said| said.name("old").or(said.name("former")));
        let old = old.filter(|old| !is_planned(old.start())).map(|old| old.as_str());
        let old = old.map(|old| old.rsplit(['由', '将', '把', '原']).next().unwrap_or(old));
        old.filter(|old| old.chars().count() >= SHORTEST && KINDS.iter().any(|kind| old.ends_with(kind)))
            .collect()
    }
}

/// Whether a name stands there as one that is borne.
fn is_used(text: &str, span: &Range<usize>) -> bool {
    let start = text[..span.start].rfind(['，', '。', '；', '\n']).unwrap_or_default();
    let end = text[span.end..].find(['，', '。', '；', '\n']).map_or(text.len(), |at| span.end + at);
    let (before, after) = (&text[start..span.start], &text[span.end..end]);
    MEANT.iter().all(|word| !before.contains(word) && !after.contains(word))
}
