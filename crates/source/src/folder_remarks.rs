//! What is odd about the files of a folder together: units that are hardly called after units, files that are called after
//! another unit than their own, heads that none of them has.

use std::ffi::OsStr;
use std::path::Path;

use huibian_diagnostic::{Code, Diagnostic, Location};
use huibian_sheet::heads::plain;
use huibian_sheet::likeness::{has_ending, is_doubtful, is_total_of_all, without_ending};

use crate::head::UnitHead;
use crate::main_columns::heads_absent;
use crate::table_file::Unheaded;
use crate::text_file::stem;

/// What is odd about a folder's files.
#[derive(Default)]
pub struct FolderRemarks {
    doubtful: DoubtfulFiles,
    named: NamedFiles,
    unheaded: Option<Vec<String>>,
}

impl FolderRemarks {
    /// Takes in the unit of a file, and the mapped heads that the file has not. Says whether the unit is hardly one.
    pub fn take(
        &mut self,
        head: &UnitHead,
        file: &Path,
        unheaded: Unheaded,
        is_known: impl Fn(&str) -> bool,
    ) -> bool {
        let is_of_totals =
            || file.file_stem() != Some(OsStr::new(&head.name)) && is_total_of_all(&stem(file));
        let is_odd = || is_doubtful(&head.name) || is_of_totals();
        let is_doubted = !is_known(&head.name) && !is_known(head.id.as_str()) && is_odd();
        if is_doubted {
            self.doubtful.take(head, file);
        }
        self.named.take(head, file);
        match (&mut self.unheaded, unheaded) {
            (Some(so_far), Some(heads)) => so_far.retain(|head| heads.contains(head)),
            (none, heads) => *none = none.take().or(heads),
        }
        is_doubted
    }

    /// What is to be said of the folder.
    pub fn all(self, folder: &Path) -> Vec<Diagnostic> {
        let absent = heads_absent(self.unheaded.unwrap_or_default(), folder);
        [absent, self.doubtful.doubt(), self.named.differing()].into_iter().flatten().collect()
    }
}

/// Files whose units are hardly called after units: totals, examples, empty forms.
#[derive(Default)]
struct DoubtfulFiles {
    /// The first one's unit, and where it is named.
    first: Option<(String, Location)>,
    files: Vec<String>,
}

impl DoubtfulFiles {
    fn take(&mut self, head: &UnitHead, file: &Path) {
        self.first.get_or_insert_with(|| (head.name.clone(), head.place.clone()));
        self.files.push(file.file_name().unwrap_or_default().display().to_string());
    }

    /// What is to be asked about them.
    fn doubt(self) -> Option<Diagnostic> {
        let (name, place) = self.first?;
        let doubt = Diagnostic::new(Code::UnitDoubted).with("reason", "file").with("rows", self.files);
        Some(doubt.with("name", name).at(place))
    }
}

/// Files whose names say another unit than they do themselves. A name in Latin letters is a code, and says none.
#[derive(Default)]
struct NamedFiles {
    agreeing: usize,
    /// Each with what it says, where it is, and whether its name ends as units' do.
    other: Vec<(String, Location, bool)>,
}

impl NamedFiles {
    fn take(&mut self, head: &UnitHead, file: &Path) {
        let stem = file.file_stem().unwrap_or_default().to_string_lossy();
        if stem == head.name {
            self.agreeing += 1;
        } else if stem.is_ascii() || head.name.is_ascii() {
        } else if may_be(&plain(&stem), &plain(&head.name)) {
            self.agreeing += 1;
        } else {
            let said = format!("{}: {}", file.file_name().unwrap_or_default().display(), head.name);
            self.other.push((said, Location::file(file), has_ending(&plain(&stem))));
        }
    }

    /// Those of which that is sure: where most files are called after their units, or that are called as units are.
    fn differing(self) -> Option<Diagnostic> {
        let most_agree = self.agreeing > 0 && self.agreeing >= self.other.len() * 2;
        let differing: Vec<(String, Location, bool)> =
            self.other.into_iter().filter(|(.., is_like_unit)| most_agree || *is_like_unit).collect();
        let (_, place, _) = differing.first()?.clone();
        let files: Vec<String> = differing.into_iter().map(|(said, ..)| said).collect();
        Some(Diagnostic::new(Code::FileNameDiffers).with("files", files).at(place))
    }
}

/// Whether a file's name may be that of a unit: one has the other in it, whole, without its ending, or shortened.
fn may_be(file: &str, unit: &str) -> bool {
    let stem = without_ending(unit);
    let is_in = |short: &str, long: &str| {
        let mut rest = long.chars();
        short.chars().all(|c| rest.any(|other| other == c))
    };
    file.contains(unit)
        || (stem.chars().count() > 1 && file.contains(stem))
        || is_in(file, unit)
        || is_in(unit, file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_files_name_may_be_a_units() {
        for (file, unit) in [
            ("云溪镇（定稿）", "云溪镇"),
            ("1-云溪", "云溪镇"),
            ("云溪", "云溪街道"),
            ("高新区", "高新技术产业开发区"),
            ("2023年二季度云溪镇走访情况表", "云溪镇"),
            ("教育局", "县教育局"),
        ] {
            assert!(may_be(&plain(file), unit), "{file} {unit}");
        }
        for (file, unit) in [("云溪镇", "清河镇"), ("二季度报表", "云溪镇"), ("教育局", "县卫生健康局")]
        {
            assert!(!may_be(file, unit), "{file} {unit}");
        }
    }
}
