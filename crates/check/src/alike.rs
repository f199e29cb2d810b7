//! Built in, over a whole batch: free text that one unit has nearly word for word from another. Texts meet by their
//! fingerprints, so that ten thousand units are not compared with each other one by one.

use std::borrow::Cow;
use std::collections::HashMap;

use huibian_contract::{FieldType, Name, Period, PluginId, PluginManifest, Severity};
use huibian_diagnostic::{Argument, Code, Diagnostic, FieldKey, Location};
use huibian_host::PluginFolder;
use huibian_text::{is_free_text, texts};
use huibian_unit::Locations;
use serde_json::{Map, Value};

/// The shortest text that is looked at, in characters without marks and the unit's own name: short ones agree by chance.
const SHORTEST: usize = 14;
/// The shortest text that another may be like without being the same.
const NEARLY: usize = 24;
/// How long the name of a village is before 村, in characters.
const VILLAGE: usize = 3;
/// The part of a text that is compared, in characters.
const LONGEST: usize = 120;
/// The likeness from which on texts are nearly the same.
const ALIKE: f64 = 0.9;
/// Bands of a fingerprint: texts that agree in one are compared. With three numbers each, texts that share three
/// quarters of their threes of characters meet nearly always.
const BANDS: usize = 8;
/// Numbers in a band.
const ROWS: usize = 3;
/// How many texts a new one is compared with at most.
const MOST_COMPARED: usize = 3;
/// How many units a finding names.
const NAMED: usize = 5;

/// A text, ready to be compared.
#[derive(Clone, Debug)]
pub struct TextPrint {
    plugin: PluginId,
    field: Name,
    bands: [u32; BANDS],
    words: Box<str>,
    /// Of the whole text, however long it is.
    hash: u64,
    place: Option<Location>,
    is_listed: bool,
}

/// The prints of the texts that a unit gave a plugin. Its own name is left out: it is what a copyist changes.
pub fn prints(
    manifest: &PluginManifest,
    fields: &Map<String, Value>,
    unit: &str,
    places: &Locations,
) -> Vec<TextPrint> {
    let mut prints = Vec::new();
    for (name, spec) in manifest.fields.iter().filter(|(_, spec)| is_free_text(spec)) {
        let texts = texts(spec, fields.get(name.as_str()));
        for text in texts.filter(|text| text.chars().count() >= SHORTEST) {
            let others =
                if text.contains(unit) { text.replace(unit, "").into() } else { Cow::Borrowed(text) };
            let print = TextPrint::of(&manifest.id, name, &others);
            let place = || places.of(&manifest.id, name.as_str()).cloned().map(Location::without_text);
            let is_listed = spec.kind == FieldType::Texts;
            prints.extend(print.map(|print| TextPrint { place: place(), is_listed, ..print }));
        }
    }
    prints
}

/// The characters of a text without marks.
fn words(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| is_hanzi(*c) || c.is_alphanumeric())
}

/// Whether each of these characters is of a village's name, which a copyist changes as well: the name of 东风村 is as long as most
/// are. Of a text that has little else it is none.
fn villages(words: &[char]) -> Vec<bool> {
    let mut villages = vec![false; words.len()];
    for village in (0..words.len()).filter(|at| words[*at] == '村') {
        villages[village.saturating_sub(VILLAGE)..=village].fill(true);
    }
    if villages.iter().filter(|is_village| !**is_village).count() < NEARLY {
        villages.fill(false);
    }
    villages
}

/// Most of a text is hanzi, which need no looking up.
fn is_hanzi(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FA5}')
}

impl TextPrint {
    /// The print of a text; none of one that is too short.
    fn of(plugin: &PluginId, field: &Name, text: &str) -> Option<Self> {
        if !text.contains('村') {
            return Self::new(plugin, field, words(text).map(|c| (c, false)));
        }
        let words: Vec<char> = words(text).collect();
        let villages = villages(&words);
        Self::new(plugin, field, words.into_iter().zip(villages))
    }

    /// The same from its characters, each with whether it is of a village's name.
    fn new(plugin: &PluginId, field: &Name, text: impl Iterator<Item = (char, bool)>) -> Option<Self> {
        let mut words = String::with_capacity(LONGEST * '一'.len_utf8());
        let (mut least, mut length, mut hash) = (Least::default(), 0, 0);
        let mut all = 0;
        // The last three characters, each in 21 bits.
        let mut three = 0;
        for (c, is_village) in text {
            hash = mixed(hash ^ u64::from(u32::from(c)));
            all += 1;
            if is_village {
                continue;
            }
            length += 1;
            if length > LONGEST {
                continue;
            }
            words.push(c);
            three = (three << 21 | u64::from(u32::from(c))) & THREE;
            if length >= 3 {
                least.take(mixed(three));
            }
        }
        if all < SHORTEST {
            return None;
        }
        let of_field = field.as_str().bytes().chain(plugin.as_str().bytes());
        let seed = of_field.fold(0, |seed, byte| mixed(seed ^ u64::from(byte)));
        let (plugin, field) = (plugin.clone(), field.clone());
        let (bands, words) = (least.bands(seed), words.into_boxed_str());
        Some(Self { plugin, field, bands, words, hash, place: None, is_listed: false })
    }

    /// What history keeps of it: its field as `plugin/field`, and what it is the same by. Nothing of one among several.
    pub fn filed(&self) -> Option<(String, String)> {
        (!self.is_listed).then(|| (format!("{}/{}", self.plugin, self.field), format!("{:016x}", self.hash)))
    }
}

/// Texts that are word for word what was `filed`, by `plugin/field`, for the period before `period`.
pub fn unchanged<'f>(
    prints: &[TextPrint],
    manifest: &PluginManifest,
    period: Period,
    filed: impl Fn(&str) -> Option<&'f str>,
) -> Vec<Diagnostic> {
    let mut findings = Vec::new();
    for print in prints {
        let Some((field, hash)) = print.filed() else { continue };
        if filed(&field) != Some(hash.as_str()) {
            continue;
        }
        let label = manifest.fields.get(&print.field).map_or("", |spec| spec.label.as_str());
        let found = Diagnostic::new(Code::TextUnchanged)
            .with("field", FieldKey::new(&print.plugin, &print.field))
            .with("label", label)
            .with("earlier", Argument::PeriodBefore(period))
            .weighing(Severity::Warning);
        findings.push(match &print.place {
            Some(place) => found.at(place.clone()),
            None => found,
        });
    }
    findings
}

const THREE: u64 = (1 << 63) - 1;
const BINS: usize = BANDS * ROWS;

/// The smallest hashes of a text's threes of characters, one for each of as many bins.
struct Least([u64; BINS]);

impl Default for Least {
    fn default() -> Self {
        Self([u64::MAX; BINS])
    }
}

impl Least {
    fn take(&mut self, hash: u64) {
        let bin = usize::try_from(hash % BINS as u64).unwrap_or_default();
        self.0[bin] = self.0[bin].min(hash);
    }

    /// In bands. A bin that is empty takes what the next one has.
    fn bands(mut self, seed: u64) -> [u32; BANDS] {
        let first = self.0.iter().copied().find(|hash| *hash != u64::MAX);
        let mut next = first.unwrap_or_default();
        for hash in self.0.iter_mut().rev() {
            if *hash == u64::MAX {
                *hash = next;
            }
            next = *hash;
        }
        let mut bands = [0; BANDS];
        for ((index, band), rows) in bands.iter_mut().enumerate().zip(self.0.chunks(ROWS)) {
            let hash = rows.iter().fold(mixed(seed ^ index as u64), |hash, row| mixed(hash ^ row));
            *band = u32::try_from(hash >> 32).unwrap_or_default();
        }
        bands
    }
}

/// A well-spread permutation of 64 bits (the finish of `SplitMix64`), the same in every run.
fn mixed(mut x: u64) -> u64 {
    x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// The texts of a batch, each kept once however many units have it.
#[derive(Debug, Default)]
pub struct NearDuplicates {
    kept: Vec<Kept>,
    /// The first text that has a band.
    by_band: HashMap<u32, u32>,
}

#[derive(Debug)]
struct Kept {
    plugin: PluginId,
    field: Name,
    words: Box<str>,
    /// The first few units that have it.
    units: Vec<Box<str>>,
    count: usize,
    hash: u64,
    /// Where the last unit has it that was found to.
    place: Option<Location>,
    /// Where the first unit has it, as long as all have it word for word.
    first: Option<Location>,
}

impl NearDuplicates {
    /// Takes in a unit's texts.
    pub fn take(&mut self, unit: &str, prints: Vec<TextPrint>) {
        for print in prints {
            if let Some(kept) = self.alike(&print) {
                if kept.units.iter().all(|known| **known != *unit) {
                    kept.count += 1;
                    // What is short, or nearly alike, may be chance, and is told once.
                    let is_copy = kept.words == print.words && kept.words.chars().count() >= NEARLY;
                    kept.first = kept.first.take().filter(|_| is_copy);
                    kept.place = print.place.or(kept.place.take());
                    if kept.units.len() < NAMED {
                        kept.units.push(unit.into());
                    }
                }
                continue;
            }
            let Ok(index) = u32::try_from(self.kept.len()) else { return };
            for band in print.bands {
                self.by_band.entry(band).or_insert(index);
            }
            let TextPrint { plugin, field, words, place, hash, .. } = print;
            let (first, units) = (place.clone(), vec![unit.into()]);
            self.kept.push(Kept { plugin, field, words, hash, units, count: 1, place, first });
        }
    }

    fn alike(&mut self, print: &TextPrint) -> Option<&mut Kept> {
        let mut compared: Vec<u32> = Vec::with_capacity(MOST_COMPARED);
        for band in print.bands {
            let Some(index) = self.by_band.get(&band).copied().filter(|index| !compared.contains(index))
            else {
                continue;
            };
            if compared.len() == MOST_COMPARED {
                break;
            }
            compared.push(index);
            let kept = self.kept.get(usize::try_from(index).ok()?)?;
            let is_same_field = kept.plugin == print.plugin && kept.field == print.field;
            let likeness = || strsim::normalized_levenshtein(&kept.words, &print.words);
            let may_be_like = kept.words.chars().count() >= NEARLY && print.words.chars().count() >= NEARLY;
            let is_same =
                kept.hash == print.hash || may_be_like && (kept.words == print.words || likeness() >= ALIKE);
            if is_same_field && is_same {
                return self.kept.get_mut(usize::try_from(index).ok()?);
            }
        }
        None
    }

    /// What several units have alike, in the order in which it was first seen.
    pub fn findings(&self, plugins: &[PluginFolder]) -> Vec<Diagnostic> {
        let label = |kept: &Kept| {
            let plugin = plugins.iter().find(|plugin| plugin.manifest.id == kept.plugin);
            let spec = plugin.and_then(|plugin| plugin.manifest.fields.get(&kept.field));
            spec.map_or_else(|| kept.field.to_string(), |spec| spec.label.clone())
        };
        let several = self.kept.iter().filter(|kept| kept.count > 1);
        let finding = |kept: &Kept| {
            let found = Diagnostic::new(Code::TextsAlike)
                .with("field", FieldKey::new(&kept.plugin, &kept.field))
                .with("label", label(kept))
                .with("count", kept.count)
                .with("units", Argument::list(&kept.units))
                .with("all", if kept.count > kept.units.len() { "no" } else { "yes" })
                .with_data(&kept.hash)
                .weighing(Severity::Warning);
            // Which of two copied is not known: each is told.
            let places = [kept.first.as_ref().filter(|_| kept.count == 2), kept.place.as_ref()];
            let told: Vec<_> =
                places.into_iter().flatten().map(|place| found.clone().at(place.clone())).collect();
            if told.is_empty() { vec![found] } else { told }
        };
        several.flat_map(finding).collect()
    }
}

#[cfg(test)]
mod tests {
    use huibian_diagnostic::{Catalog, Lang};

    use super::*;

    fn print(words: &str) -> Vec<TextPrint> {
        let print = TextPrint::of(&"p".parse().unwrap(), &"plan".parse().unwrap(), words);
        vec![print.unwrap()]
    }

    const TEXT: &str = "健全机制发现线索后两小时内核实当日答复并逐级报告每月通报一次结果年底纳入考核";

    #[test]
    fn nearly_the_same_text_is_found_and_another_is_not() {
        let mut alike = NearDuplicates::default();
        alike.take("甲", print(TEXT));
        alike.take("乙", print(&TEXT.replace("两小时", "三小时")));
        alike.take(
            "丙",
            print("组织党员干部到田间地头宣讲政策收集群众意见建议并分类转办限期答复做到事事有回音"),
        );
        let findings = alike.findings(&[]);
        assert_eq!(findings.len(), 1);
        let message = Catalog::of(Lang::Zh).message(&findings[0]);
        assert!(message.contains("有2个单位") && message.contains("甲、乙，"), "{message}");
    }

    #[test]
    fn a_text_copied_with_other_villages_is_found() {
        let mut alike = NearDuplicates::default();
        alike.take(
            "甲",
            print("到石桥铺村讲网购退货门道，七嘴八舌问得热闹，在柳河湾村规范面单张贴，电话中间几位隐去。"),
        );
        alike.take(
            "乙",
            print("到东风岭村讲网购退货门道，七嘴八舌问得热闹，在云溪口村规范面单张贴，电话中间几位隐去。"),
        );
        assert_eq!(alike.findings(&[]).len(), 1);
        // Little but the names of villages.
        let mut alike = NearDuplicates::default();
        alike.take("甲", print("先后走访石桥铺村、柳河湾村、大塘埂村。"));
        alike.take("乙", print("先后走访东风岭村、云溪口村、小河沿村。"));
        assert!(alike.findings(&[]).is_empty());
    }

    #[test]
    fn of_two_units_with_one_text_each_is_told() {
        let at = |line: usize| {
            let place = Location::file(format!("{line}.toml"));
            print(TEXT)
                .into_iter()
                .map(move |print| TextPrint { place: Some(place.clone()), ..print })
                .collect()
        };
        let mut alike = NearDuplicates::default();
        alike.take("甲", at(1));
        alike.take("乙", at(2));
        assert_eq!(alike.findings(&[]).len(), 2);
        alike.take("丙", at(3));
        assert_eq!(alike.findings(&[]).len(), 1);
    }

    #[test]
    fn many_units_with_one_text_are_one_finding_and_one_text_kept() {
        let mut alike = NearDuplicates::default();
        for number in 0..10_000 {
            alike.take(&format!("单位{number}"), print(TEXT));
        }
        assert_eq!(alike.kept.len(), 1);
        let message = Catalog::of(Lang::Zh).message(&alike.findings(&[])[0]);
        assert!(message.contains("有10000个单位") && message.contains("单位4等，"), "{message}");
    }

    #[test]
    fn many_different_texts_are_soon_looked_through() {
        let mut alike = NearDuplicates::default();
        let begun = std::time::Instant::now();
        for number in 0u64..10_000 {
            let words: String = (0..60u64)
                .filter_map(|at| {
                    char::from_u32(0x4E00 + u32::try_from(mixed(number * 64 + at) % 3000).unwrap())
                })
                .collect();
            alike.take(&number.to_string(), print(&words));
        }
        assert!(alike.findings(&[]).is_empty());
        assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
    }
}
