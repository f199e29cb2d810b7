//! What counts are called in free text: their labels, and what else people call them. All plugins' are looked for at once.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, Match, MatchKind};
use huibian_contract::{CountKey, CountSpec, Name, PluginId, PluginManifest, RatioSpec};
use huibian_figure::{CountIndex, Counts};

use crate::signs::Signs;

/// How much may stand inside a name that is said in two parts, in characters.
const INSIDE: usize = 16;
/// The shortest name that may be said in two parts, and its least parts, in characters.
const LONG: usize = 6;
const HEAD: usize = 4;
const TAIL: usize = 2;
/// The shortest name of a part that is a field: 其他 is none's, in characters.
const PART: usize = 3;

/// A count, or a part of one that is a field, as texts are held against it.
#[derive(Debug)]
pub struct Named {
    /// Its place; none of a field that is a part of a count, whose numbers are known of the report's own period.
    pub index: Option<CountIndex>,
    /// The places of its parts, for a rate that no count is: 合格率, where 合格 and 抽检 are counts.
    pub parts: Option<[CountIndex; 2]>,
    /// Its key.
    pub key: CountKey,
    /// What it declares.
    pub spec: CountSpec,
}

/// A count that is some of another one, by what was done with it: 整改 of 隐患.
#[derive(Debug)]
pub struct Done {
    /// What was done: 整改.
    pub deed: String,
    /// Which of the counts was done, and which is all there was.
    pub part: usize,
    /// See `part`.
    pub whole: usize,
}

impl Named {
    /// The measure word after its numbers; a ratio's sign.
    pub fn measure(&self) -> &str {
        self.spec.measure()
    }
}

/// Words by which a name is that of an institution, and how far behind it they may stand, in characters: 舆情信息报送机制.
const INSTITUTIONS: [&str; 10] =
    ["机制", "制度", "办法", "预案", "方案", "体系", "规程", "条例", "细则", "专班"];
const BEHIND: usize = 4;

/// What is done with what comes in, so that a count of it is some of the whole.
const DEEDS: [&str; 14] = [
    "办结", "整改", "处置", "化解", "修复", "落实", "采纳", "解决", "答复", "完成", "处理", "销号", "通过",
    "合格",
];

/// The names of all counts.
#[derive(Debug, Default)]
pub struct Labels {
    /// The counts.
    pub counts: Vec<Named>,
    /// Which of them are some of which.
    pub done: Vec<Done>,
    /// What each name may mean; nothing for one that only covers others, such as a field's.
    meant: Vec<Vec<usize>>,
    names: Vec<String>,
    whole: OnceLock<Option<AhoCorasick>>,
    /// What names begin with that may be said in two parts.
    heads: Vec<String>,
    begun: OnceLock<Option<AhoCorasick>>,
    /// The names that begin with each head.
    by_head: Vec<Vec<usize>>,
}

/// A count that a text speaks of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Where its name stands.
    pub span: Range<usize>,
    /// Which of the counts.
    pub count: usize,
}

impl Labels {
    /// The names of these plugins' counts.
    pub fn of<'m>(manifests: impl Iterator<Item = &'m PluginManifest> + Clone, counts: &Counts) -> Self {
        let mut labels = Self::default();
        let mut known: HashMap<String, usize> = HashMap::new();
        for manifest in manifests.clone() {
            for (index, _, spec) in counts.of(&manifest.id) {
                let count = labels.counts.len();
                let key = counts.key(index).clone();
                labels.counts.push(Named { index: Some(index), parts: None, key, spec: spec.clone() });
                for name in std::iter::once(&spec.label).chain(&spec.also) {
                    labels.add(&mut known, name, Some(count));
                }
            }
        }
        let fields = |manifest: &'m PluginManifest| {
            manifest.fields.iter().map(move |(name, field)| (manifest, name, field))
        };
        for (manifest, name, field) in manifests.clone().flat_map(fields) {
            if field.label.chars().count() >= PART
                && !known.contains_key(&field.label)
                && is_part(manifest, name)
            {
                let spec = CountSpec {
                    label: field.label.clone(),
                    measure: field.measure.clone(),
                    ..CountSpec::default()
                };
                let count = labels.counts.len();
                let key = CountKey { plugin: manifest.id.clone(), name: name.clone() };
                labels.counts.push(Named { index: None, parts: None, key, spec });
                labels.add(&mut known, &field.label, Some(count));
            }
        }
        manifests.clone().for_each(|manifest| labels.add_done(&mut known, manifest, counts));
        for field in manifests.flat_map(|manifest| manifest.fields.values()) {
            let label = field.label.as_str();
            // 理论学习中心组学习次数 is the count's own, though 中心组学习 is a name of it as well.
            let begins = labels.names.iter().any(|name| label.starts_with(name.as_str()));
            let covers = |name: &String| label.contains(name.as_str());
            if !begins && labels.names.iter().any(covers) && !known.contains_key(label) {
                labels.add(&mut known, label, None);
            }
        }
        labels.collect_heads();
        labels
    }

    /// What rates, rules and names say is some of something else; a rule's has a rate, where no count is that.
    fn add_done(&mut self, known: &mut HashMap<String, usize>, manifest: &PluginManifest, counts: &Counts) {
        let place = |index| self.counts.iter().position(|named| named.index == Some(index));
        let mut done: Vec<(Done, bool)> = Vec::new();
        for (index, _, spec) in counts.of(&manifest.id) {
            let deed = spec.label.strip_suffix('率').filter(|deed| deed.chars().count() > 1);
            let parts = counts.parts(index).and_then(|[part, whole]| Some((place(part)?, place(whole)?)));
            if let (Some(deed), Some((part, whole))) = (deed.filter(|_| spec.ratio.is_some()), parts) {
                // 隐患整改率 tells of 整改.
                let deed = self::deed(deed, &self.counts[whole].spec.label).unwrap_or(deed);
                done.push((Done { deed: deed.to_owned(), part, whole }, false));
            }
        }
        for (part, whole, is_rule) in related(manifest) {
            let index = |name: &Name| counts.find(manifest.id.as_str(), name.as_str());
            let places =
                index(part).zip(index(whole)).and_then(|(part, whole)| place(part).zip(place(whole)));
            let Some((part, whole)) = places else { continue };
            let deed = deed(&self.counts[part].spec.label, &self.counts[whole].spec.label);
            if let Some(deed) =
                deed.filter(|_| done.iter().all(|(it, _)| (it.part, it.whole) != (part, whole)))
            {
                done.push((Done { deed: deed.to_owned(), part, whole }, is_rule));
            }
        }
        for (done, has_rate) in done {
            let label = format!("{}率", done.deed);
            let is_known = || {
                let mut own = self.counts.iter().filter(|named| named.key.plugin == manifest.id);
                own.any(|named| named.spec.label == label || named.spec.also.contains(&label))
            };
            let parts = self.counts[done.part].index.zip(self.counts[done.whole].index);
            if let Some((part, whole)) = parts.filter(|_| has_rate && !is_known()) {
                let [num, den] = [done.part, done.whole].map(|of| self.counts[of].key.name.clone());
                let ratio = RatioSpec { num, den, sign: "%".to_owned() };
                let spec = CountSpec { label, scale: Some(1), ratio: Some(ratio), ..CountSpec::default() };
                let (count, key) = (self.counts.len(), self.counts[done.part].key.clone());
                self.add(known, &spec.label, Some(count));
                self.counts.push(Named { index: None, parts: Some([part, whole]), key, spec });
            }
            self.done.push(done);
        }
    }

    fn add(&mut self, known: &mut HashMap<String, usize>, name: &str, count: Option<usize>) {
        if name.chars().count() < 2 {
            return;
        }
        let index = *known.entry(name.to_owned()).or_insert_with(|| {
            self.names.push(name.to_owned());
            self.meant.push(Vec::new());
            self.names.len() - 1
        });
        self.meant[index].extend(count);
    }

    fn collect_heads(&mut self) {
        for (index, name) in self.names.iter().enumerate() {
            if name.chars().count() < LONG || self.meant[index].is_empty() {
                continue;
            }
            let head = head(name);
            let at = self.heads.iter().position(|known| known == head).unwrap_or_else(|| {
                self.heads.push(head.to_owned());
                self.by_head.push(Vec::new());
                self.heads.len() - 1
            });
            self.by_head[at].push(index);
        }
    }

    /// All names, the heads of those that may be said in two parts, and deeds.
    pub fn words(&self) -> impl Iterator<Item = (Signs, &str)> {
        let heads = self.heads.iter().map(|head| (Signs::HEAD, head.as_str()));
        let deeds = self.done.iter().map(|done| (Signs::DEED, done.deed.as_str()));
        self.names.iter().map(|name| (Signs::NAME, name.as_str())).chain(heads).chain(deeds)
    }

    /// The counts that a text with these signs speaks of, in order. A name that several plugins have is the speaking one's own.
    pub fn mentions(&self, text: &str, speaker: &PluginId, signs: Signs) -> Vec<Mention> {
        let mut found = Vec::new();
        let within = |kind| if signs.lacks(kind) { "" } else { text };
        for at in longest(&self.whole, &self.names, within(Signs::NAME)) {
            // 回访满意率 is 满意率, whatever 回访满意 is.
            if text[at.end()..].starts_with('率') {
                let end = at.end() + '率'.len_utf8();
                let rate =
                    self.names.iter().position(|name| name.ends_with('率') && text[..end].ends_with(name));
                let count = rate.and_then(|rate| self.choose(rate, speaker)).zip(rate);
                let span = |rate: usize| end - self.names[rate].len()..end;
                found.extend(count.map(|(count, rate)| Mention { span: span(rate), count }));
            } else if let Some(count) = self.choose(at.pattern().as_usize(), speaker)
                && !is_institution(&text[at.end()..])
            {
                found.push(Mention { span: at.start()..at.end(), count });
            }
        }
        for at in longest(&self.begun, &self.heads, within(Signs::HEAD)) {
            let is_free = |span: &Range<usize>| {
                found.iter().all(|known| known.span.end <= span.start || span.end <= known.span.start)
            };
            if !is_free(&(at.start()..at.end())) {
                continue;
            }
            let parted = self.by_head[at.pattern().as_usize()].iter().find_map(|name| {
                let span = at.start()..at.start() + parted(&text[at.start()..], &self.names[*name])?;
                Some(Mention { span, count: self.choose(*name, speaker)? })
            });
            found.extend(parted.filter(|parted| is_free(&parted.span)));
        }
        found.sort_by_key(|mention| mention.span.start);
        found
    }

    fn choose(&self, name: usize, speaker: &PluginId) -> Option<usize> {
        let meant = &self.meant[name];
        let own = meant.iter().find(|count| self.counts[**count].key.plugin == *speaker);
        // Of what others gave the counts alone are known.
        own.or_else(|| meant.iter().find(|count| self.counts[**count].index.is_some())).copied()
    }
}

/// Which counts are no more than which: by rules such as `met <= needs`, and where the one's name is the other's with what
/// was done before it, 办结投诉举报 of 投诉举报. Whether a rule says so.
fn related(manifest: &PluginManifest) -> Vec<(&Name, &Name, bool)> {
    let rules = manifest.checks.values().filter_map(|check| {
        let (part, whole) = check.rule.as_ref()?.split_once("<=")?;
        let name = |text: &str| Some(manifest.counts.get_key_value(text.trim())?.0);
        Some((name(part)?, name(whole)?, true))
    });
    let mut related: Vec<_> = rules.collect();
    let mut called = HashMap::new();
    for (name, spec) in &manifest.counts {
        called.entry((spec.label.as_str(), &spec.measure)).or_insert(name);
    }
    for (part, spec) in &manifest.counts {
        let rest = DEEDS.iter().find_map(|deed| spec.label.strip_prefix(deed));
        let rest = rest.filter(|rest| rest.chars().count() > 1);
        let whole = rest.and_then(|rest| called.get(&(rest, &spec.measure)).copied());
        related.extend(whole.map(|whole| (part, whole, false)));
    }
    related
}

/// What a part's name says was done, beside what it shares with its whole's: 落实 of 落实需求 and 收集需求, 合格 of 抽检合格
/// and 食品抽检. One character is shared by chance: 修复 of 修复故障 and 报修.
fn deed<'l>(part: &'l str, whole: &str) -> Option<&'l str> {
    const LEAST: usize = 2 * '修'.len_utf8();
    let ends: Vec<usize> = part.char_indices().map(|(at, _)| at).chain([part.len()]).collect();
    let shared = |from: usize, to: usize| to - from >= LEAST && whole.contains(&part[from..to]);
    // The longest end, or beginning, that the whole's name has as well.
    let before = ends.iter().copied().find(|at| shared(*at, part.len()));
    let behind = ends.iter().rev().copied().find(|at| shared(0, *at));
    let is_deed = |deed: &&str| (2..=4).contains(&deed.chars().count()) && !whole.contains(*deed);
    let named = || {
        let known = DEEDS.iter().find_map(|deed| Some(part.find(deed)?..part.find(deed)? + deed.len()));
        known.map(|span| &part[span]).filter(is_deed)
    };
    let before = before.map(|at| &part[..at]).filter(is_deed);
    before.or_else(|| behind.map(|at| &part[at..]).filter(is_deed)).or_else(named)
}

/// Whether a field of numbers is a part of a count, or of another field, and no count by itself.
fn is_part(manifest: &PluginManifest, name: &Name) -> bool {
    let of_counts = || manifest.counts.values().any(|count| count.parts.contains(name));
    let of_fields = || manifest.fields.values().any(|field| field.parts.contains(name));
    !manifest.counts.contains_key(name) && (of_counts() || of_fields())
}

/// The longest of some words wherever they stand in a text. They are made ready when a text may have one.
fn longest<'t>(
    ready: &'t OnceLock<Option<AhoCorasick>>,
    words: &[String],
    text: &'t str,
) -> impl Iterator<Item = Match> + 't {
    let build =
        || AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).prefilter(false).build(words).ok();
    let ready = (!text.is_empty()).then(|| ready.get_or_init(build).as_ref()).flatten();
    ready.into_iter().flat_map(move |words| words.find_iter(text))
}

/// The beginning of a name that may be said in two parts.
fn head(name: &str) -> &str {
    name.char_indices().nth(HEAD).map_or(name, |(end, _)| &name[..end])
}

/// Whether what stands behind a name makes it that of an institution.
fn is_institution(after: &str) -> bool {
    let mut words =
        after.char_indices().take_while(|(_, c)| !"，。；！？、,;\n".contains(*c) && !c.is_ascii_digit());
    words
        .by_ref()
        .take(BEHIND + 1)
        .any(|(at, _)| INSTITUTIONS.iter().any(|word| after[at..].starts_with(word)))
}

/// How far a name reaches that is said in two parts from the text's beginning on: 理论学习中心组…集中学习.
fn parted(text: &str, name: &str) -> Option<usize> {
    let common: usize =
        text.chars().zip(name.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let tail = &name[common..];
    if tail.chars().count() < TAIL {
        return None;
    }
    let within: usize = text[common..]
        .chars()
        .take_while(|c| !"，。；！？、\n".contains(*c))
        .take(INSIDE + tail.chars().count())
        .map(char::len_utf8)
        .sum();
    let at = text[common..common + within].find(tail)?;
    Some(common + at + tail.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::signs::Pairs;

    #[test]
    fn what_was_done_is_beside_what_two_names_share() {
        for (part, whole, expected) in [
            ("修复故障", "报修", Some("修复")),
            ("故障修复", "报修故障", Some("修复")),
            ("修复管网故障", "管网报修", Some("修复")),
            ("落实需求", "收集需求", Some("落实")),
            ("抽检合格", "食品抽检", Some("合格")),
            ("整改隐患", "发现隐患", Some("整改")),
            ("办结", "受理", Some("办结")),
            ("到会人数", "应到", None),
        ] {
            assert_eq!(deed(part, whole), expected, "{part} {whole}");
        }
    }

    #[test]
    fn counts_go_by_their_names_whole_or_in_two_parts() {
        let manifest: PluginManifest = toml::from_str(
            r#"
            id = "x"
            version = "1"
            title = "x"
            contract = 1
            library = "x"
            slots = []
            fields.minor = { label = "一般隐患", type = "integer" }
            counts.sessions = { label = "理论学习中心组学习", also = ["中心组学习"] }
            counts.hazards = { label = "隐患", also = ["发现隐患"] }
            counts.rectified = { label = "整改", also = ["整改隐患"] }
            counts.rate = { label = "整改率", kind = "ratio", ratio = { num = "rectified", den = "hazards", as = "%" } }
            "#,
        )
        .unwrap();
        let labels = Labels::of(std::iter::once(&manifest), &Counts::new([&manifest], []));
        let found = |text: &str| {
            let signs = Signs::of(text, &Pairs::of(labels.words()));
            let mentions = labels.mentions(text, &manifest.id, signs);
            let shown =
                |it: &Mention| format!("{}:{}", labels.counts[it.count].key.name, &text[it.span.clone()]);
            mentions.iter().map(shown).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(found("中心组学习4次"), "sessions:中心组学习");
        assert_eq!(found("理论学习中心组围绕农时的集中学习5次"), "sessions:理论学习中心组围绕农时的集中学习");
        assert_eq!(found("理论学习中心组成员，集中学习5次"), "");
        assert_eq!(
            found("发现隐患3处，整改隐患2处，隐患整改率为66.7%"),
            "hazards:发现隐患 rectified:整改隐患 hazards:隐患 rate:整改率"
        );
        assert_eq!(found("一般隐患3处"), "");
        assert_eq!(found("完善隐患排查制度2处，整改责任落实机制"), "");
        assert_eq!(found("隐患2处，完善制度"), "hazards:隐患");
    }
}
