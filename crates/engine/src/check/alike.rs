//! Built in, over a whole batch: free text that one unit has nearly word for word from another. Texts meet by their
//! fingerprints, so that ten thousand units are not compared with each other one by one.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};

use huibian_contract::{PluginManifest, Severity};
use serde_json::{Map, Value};

use super::text::texts;
use crate::finding::Finding;

/// The shortest text that is looked at, in characters without marks and the unit's own name: short ones agree by chance.
const SHORTEST: usize = 24;
/// The part of a text that is compared, in characters.
const LONGEST: usize = 300;
/// The likeness from which on texts are nearly the same.
const ALIKE: f64 = 0.9;
/// Bands of a fingerprint: texts that agree in one are compared.
const BANDS: usize = 6;
/// Numbers in a band.
const ROWS: usize = 4;
/// How many texts with the same band are compared with a new one.
const MOST_COMPARED: usize = 8;
/// How many units a finding names.
const NAMED: usize = 5;

/// A text, ready to be compared.
#[derive(Clone, Debug)]
pub struct Print {
    plugin: String,
    label: String,
    bands: [u64; BANDS],
    words: Box<str>,
}

/// The prints of the texts that a unit gave a plugin. Its own name is left out: it is what a copyist changes.
pub fn prints(manifest: &PluginManifest, fields: &Map<String, Value>, unit: &str) -> Vec<Print> {
    let mut prints = Vec::new();
    for (name, spec) in &manifest.fields {
        for text in texts(spec, fields.get(name.as_str())) {
            let words = text.replace(unit, "");
            let words: String = words.chars().filter(|c| c.is_alphanumeric()).take(LONGEST).collect();
            if words.chars().count() >= SHORTEST {
                prints.push(Print {
                    plugin: manifest.id.to_string(),
                    label: spec.label.clone(),
                    bands: bands(&words, (manifest.id.as_str(), name.as_str())),
                    words: words.into(),
                });
            }
        }
    }
    prints
}

/// The smallest hashes of a text's threes of characters, by several hash functions, in bands.
fn bands(words: &str, field: (&str, &str)) -> [u64; BANDS] {
    let characters: Vec<char> = words.chars().collect();
    let mut least = [u64::MAX; BANDS * ROWS];
    for three in characters.windows(3) {
        let hash = hash_of(&three);
        for (index, least) in (0u64..).zip(&mut least) {
            *least = (*least).min(mixed(hash ^ mixed(index + 1)));
        }
    }
    let mut bands = [0; BANDS];
    for (index, band) in bands.iter_mut().enumerate() {
        *band = hash_of(&(field, index, &least[index * ROWS..(index + 1) * ROWS]));
    }
    bands
}

/// The same in every run: [`DefaultHasher::new`] has fixed keys.
fn hash_of(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// A well-spread permutation of 64 bits (the finish of `SplitMix64`).
fn mixed(mut x: u64) -> u64 {
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

/// The texts of a batch, each kept once however many units have it.
#[derive(Debug, Default)]
pub struct Alike {
    kept: Vec<Kept>,
    by_band: HashMap<u64, Vec<usize>>,
}

#[derive(Debug)]
struct Kept {
    print: Print,
    /// The first few units that have it.
    units: Vec<String>,
    count: usize,
}

impl Alike {
    /// Takes in a unit's texts.
    pub fn take(&mut self, unit: &str, prints: Vec<Print>) {
        for print in prints {
            let near = self.nearest(&print);
            match near.and_then(|index| self.kept.get_mut(index)) {
                Some(kept) => {
                    kept.count += 1;
                    if kept.units.len() < NAMED && kept.units.iter().all(|known| known != unit) {
                        kept.units.push(unit.to_owned());
                    }
                }
                None => {
                    for band in print.bands {
                        self.by_band.entry(band).or_default().push(self.kept.len());
                    }
                    self.kept.push(Kept { print, units: vec![unit.to_owned()], count: 1 });
                }
            }
        }
    }

    fn nearest(&self, print: &Print) -> Option<usize> {
        let candidates = print.bands.iter().filter_map(|band| self.by_band.get(band));
        let candidates = candidates.flat_map(|kept| kept.iter().take(MOST_COMPARED));
        candidates.copied().find(|index| {
            let kept = &self.kept[*index].print.words;
            *kept == print.words || strsim::normalized_levenshtein(kept, &print.words) >= ALIKE
        })
    }

    /// What several units have alike, in the order in which it was first seen.
    pub fn findings(&self) -> Vec<Finding> {
        let several = self.kept.iter().filter(|kept| kept.units.len() > 1);
        let finding = |kept: &Kept| {
            let more = if kept.count > kept.units.len() { "等" } else { "" };
            Finding {
                severity: Severity::Warning,
                plugin: kept.print.plugin.clone(),
                check: "alike".to_owned(),
                text: format!(
                    "“{}”有{}个单位填报的文字几乎相同：{}{more}，请确认不是相互照抄。",
                    kept.print.label,
                    kept.count,
                    kept.units.join("、"),
                ),
                place: None,
            }
        };
        several.map(finding).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn print(words: &str) -> Vec<Print> {
        let (plugin, label) = ("p".to_owned(), "打算".to_owned());
        vec![Print { plugin, label, bands: bands(words, ("p", "plan")), words: words.into() }]
    }

    const TEXT: &str = "健全机制发现线索后两小时内核实当日答复并逐级报告每月通报一次结果年底纳入考核";

    #[test]
    fn nearly_the_same_text_is_found_and_another_is_not() {
        let mut alike = Alike::default();
        alike.take("甲", print(TEXT));
        alike.take("乙", print(&TEXT.replace("两小时", "三小时")));
        alike.take(
            "丙",
            print("组织党员干部到田间地头宣讲政策收集群众意见建议并分类转办限期答复做到事事有回音"),
        );
        let findings = alike.findings();
        assert_eq!(findings.len(), 1);
        assert!(
            findings[0].text.contains("有2个单位") && findings[0].text.contains("甲、乙"),
            "{findings:?}"
        );
    }

    #[test]
    fn many_units_with_one_text_are_one_finding_and_one_text_kept() {
        let mut alike = Alike::default();
        for number in 0..10_000 {
            alike.take(&format!("单位{number}"), print(TEXT));
        }
        assert_eq!(alike.kept.len(), 1);
        assert!(
            alike.findings()[0].text.contains("有10000个单位")
                && alike.findings()[0].text.contains("单位4等")
        );
    }

    #[test]
    fn many_different_texts_are_soon_looked_through() {
        let mut alike = Alike::default();
        let begun = std::time::Instant::now();
        for number in 0u64..10_000 {
            let words: String = (0..60u64)
                .filter_map(|at| {
                    char::from_u32(0x4E00 + u32::try_from(mixed(number * 64 + at) % 3000).unwrap())
                })
                .collect();
            alike.take(&number.to_string(), print(&words));
        }
        assert!(alike.findings().is_empty());
        assert!(begun.elapsed().as_secs() < 60, "{:?}", begun.elapsed());
    }
}
