//! The faces a style asks for, on this machine: which are there, what stands in for those that are not, and in what order
//! the rest are asked for a character that a face lacks.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

use fontdb::{Database, FaceInfo, Language, Source, Style, Weight};
use huibian_document::HouseStyle;
use huibian_document::style::Family;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontFlags, FontInfo};
use typst::utils::LazyHash;

/// A face of the style that this machine lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Missing {
    /// As the style names it.
    pub face: String,
    /// The one that is taken instead.
    pub stand_in: String,
}

/// No face at all was found that has hanzi or letters.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no face was found, neither {0} nor any other")]
pub struct NoFace(pub String);

/// The faces of one style.
pub struct Faces {
    pub(crate) book: LazyHash<FontBook>,
    slots: Vec<Slot>,
    /// What the style calls a face, and the family that serves for it.
    families: BTreeMap<String, String>,
    /// The families asked for a character that the right one lacks, in this order.
    pub(crate) rest: Vec<String>,
    /// The faces that are not for Latin letters alone.
    other_than_latin: BTreeSet<String>,
    /// The faces that others stand in for.
    pub missing: Vec<Missing>,
}

struct Slot {
    file: Arc<File>,
    index: u32,
    font: OnceLock<Option<Font>>,
}

/// A file of one or more faces, read when the first of them is used.
struct File {
    path: PathBuf,
    bytes: OnceLock<Option<Bytes>>,
}

impl File {
    fn bytes(&self) -> Option<Bytes> {
        self.bytes.get_or_init(|| std::fs::read(&self.path).ok().map(Bytes::new)).clone()
    }
}

impl Faces {
    /// Looks for the style's faces on the system and below `folders`, which come first.
    ///
    /// # Errors
    /// [`NoFace`] where there is no face that could stand in for one of the style's.
    pub fn find(style: &HouseStyle, folders: &[PathBuf], system: bool) -> Result<Self, NoFace> {
        let mut database = Database::new();
        folders.iter().for_each(|folder| database.load_fonts_dir(folder));
        if system {
            database.load_system_fonts();
        }
        let wanted = wanted(style);
        let mut found = Found::new(&database);
        for face in &wanted {
            found.take(face);
            style.substitutes.get(face).into_iter().flatten().for_each(|face| found.take(face));
        }
        found.take_rest();
        found.into_faces(style, &wanted)
    }

    /// The family that serves for a face of the style.
    pub(crate) fn family<'f>(&'f self, face: &'f str) -> &'f str {
        self.families.get(face).map_or(face, String::as_str)
    }

    /// Whether a face has bold letters of its own.
    pub(crate) fn has_bold(&self, face: &str) -> bool {
        const SEMIBOLD: u16 = 600;
        let family = self.family(face).to_lowercase();
        let weight = |index| Some(self.book.info(index)?.variant.weight.to_number());
        self.book.select_family(&family).any(|index| weight(index).is_some_and(|weight| weight >= SEMIBOLD))
    }

    /// Every character that one of these families has.
    pub(crate) fn characters(&self, families: &[&str]) -> HashSet<u32> {
        let faces = families.iter().flat_map(|family| {
            let faces: Vec<usize> = self.book.select_family(&family.to_lowercase()).collect();
            faces
        });
        faces.filter_map(|index| self.book.info(index)).flat_map(|info| info.coverage.iter()).collect()
    }

    /// Every character that each of the style's faces has, together with the Latin one.
    pub(crate) fn common(&self, latin: &str) -> HashSet<u32> {
        let latin = self.characters(&[self.family(latin)]);
        let families: BTreeSet<&str> = self.other_than_latin.iter().map(|face| self.family(face)).collect();
        let mut all = families.into_iter().map(|family| self.characters(&[family]));
        let first = all.next().unwrap_or_default();
        let mut common = all.fold(first, |common, more| common.intersection(&more).copied().collect());
        common.extend(latin);
        common
    }

    /// Whether a family has serifs.
    fn has_serifs(&self, family: &str) -> bool {
        let mut faces = self.book.select_family(&family.to_lowercase());
        faces.any(|index| self.book.info(index).is_some_and(|info| info.flags.contains(FontFlags::SERIF)))
    }

    /// The first family of `families` that has a character.
    pub(crate) fn first_with<'f>(&self, c: char, families: impl Iterator<Item = &'f str>) -> Option<&'f str> {
        families.into_iter().find(|family| {
            let mut faces = self.book.select_family(&family.to_lowercase());
            faces.any(|index| self.book.info(index).is_some_and(|info| info.coverage.contains(u32::from(c))))
        })
    }

    pub(crate) fn font(&self, index: usize) -> Option<Font> {
        let slot = self.slots.get(index)?;
        slot.font.get_or_init(|| Font::new(slot.file.bytes()?, slot.index)).clone()
    }
}

/// Every face that the style names.
fn wanted(style: &HouseStyle) -> BTreeSet<String> {
    let mut wanted = BTreeSet::from([style.text.latin.clone()]);
    for (_, paragraph) in style.paragraph_styles() {
        wanted.insert(paragraph.face.clone());
        wanted.extend(paragraph.latin.clone());
    }
    for heading in &style.headings {
        wanted.insert(heading.face.clone());
        wanted.extend(heading.latin.clone());
    }
    wanted
}

/// Faces on their way from the database to the book.
struct Found<'d> {
    database: &'d Database,
    files: BTreeMap<PathBuf, Arc<File>>,
    taken: BTreeSet<(PathBuf, u32)>,
    /// Typst's names of families by every name that they have, in small letters.
    names: BTreeMap<String, String>,
    book: FontBook,
    slots: Vec<Slot>,
    rest: Vec<String>,
}

impl<'d> Found<'d> {
    fn new(database: &'d Database) -> Self {
        Self {
            database,
            files: BTreeMap::new(),
            taken: BTreeSet::new(),
            names: BTreeMap::new(),
            book: FontBook::new(),
            slots: Vec::new(),
            rest: Vec::new(),
        }
    }

    /// Takes a family by any of its names, all of its weights.
    fn take(&mut self, family: &str) {
        let family = family.to_lowercase();
        if self.names.contains_key(&family) {
            return;
        }
        let database = self.database;
        for face in database.faces().filter(|face| is_called(face, &family)) {
            self.add(face);
        }
    }

    /// Takes what may stand in: upright faces of regular weight with hanzi, simplified forms before others.
    fn take_rest(&mut self) {
        let database = self.database;
        let mut rest: Vec<&FaceInfo> = database
            .faces()
            .filter(|face| face.style == Style::Normal && face.weight == Weight::NORMAL && !face.monospaced)
            .filter(|face| !face.post_script_name.contains("Mono"))
            .collect();
        rest.sort_by_key(|face| (!is_simplified(face), face.post_script_name.clone(), face.index));
        for face in rest {
            if let Some(family) = self.add(face) {
                self.rest.push(family);
            }
        }
    }

    /// Adds a face unless it is there; the family it is of.
    fn add(&mut self, face: &FaceInfo) -> Option<String> {
        let path = match &face.source {
            Source::File(path) | Source::SharedFile(path, _) => path.clone(),
            Source::Binary(_) => return None,
        };
        if !self.taken.insert((path.clone(), face.index)) {
            return None;
        }
        let info = self.database.with_face_data(face.id, FontInfo::new)??;
        let family = info.family.clone();
        for (name, _) in &face.families {
            self.names.entry(name.to_lowercase()).or_insert_with(|| family.clone());
        }
        self.names.entry(family.to_lowercase()).or_insert_with(|| family.clone());
        let file =
            self.files.entry(path.clone()).or_insert_with(|| Arc::new(File { path, bytes: OnceLock::new() }));
        self.slots.push(Slot { file: file.clone(), index: face.index, font: OnceLock::new() });
        self.book.push(info);
        Some(family)
    }

    fn into_faces(self, style: &HouseStyle, wanted: &BTreeSet<String>) -> Result<Faces, NoFace> {
        let family = |face: &String| self.names.get(&face.to_lowercase()).cloned();
        let mut faces = Faces {
            book: LazyHash::new(self.book.clone()),
            slots: Vec::new(),
            families: BTreeMap::new(),
            rest: Vec::new(),
            other_than_latin: wanted.iter().filter(|face| !is_latin(style, face)).cloned().collect(),
            missing: Vec::new(),
        };
        let mut lacking = Vec::new();
        for face in wanted {
            if let Some(family) = family(face) {
                faces.families.insert(face.clone(), family);
            } else if let Some(substitute) =
                style.substitutes.get(face).into_iter().flatten().find_map(family)
            {
                faces.missing.push(Missing { face: face.clone(), stand_in: substitute.clone() });
                faces.families.insert(face.clone(), substitute);
            } else {
                lacking.push(face.clone());
            }
        }
        let own = faces.families.values().cloned().collect::<BTreeSet<_>>();
        faces.rest = own
            .iter()
            .cloned()
            .chain(self.rest.iter().filter(|family| !own.contains(*family)).cloned())
            .collect();
        faces.rest.dedup();
        for face in lacking {
            // A Latin face needs letters, any other one hanzi.
            let sample = if is_latin(style, &face) { 'A' } else { '的' };
            let serif = style.families.get(&face).copied().unwrap_or_default() == Family::Serif;
            let (like, unlike): (Vec<&str>, Vec<&str>) =
                faces.rest.iter().map(String::as_str).partition(|family| faces.has_serifs(family) == serif);
            let stand_in = faces.first_with(sample, like.into_iter().chain(unlike));
            let stand_in = stand_in.ok_or_else(|| NoFace(face.clone()))?.to_owned();
            faces.missing.push(Missing { face: face.clone(), stand_in: stand_in.clone() });
            faces.families.insert(face, stand_in);
        }
        faces.missing.sort_by(|one, other| one.face.cmp(&other.face));
        faces.slots = self.slots;
        Ok(faces)
    }
}

fn is_latin(style: &HouseStyle, face: &str) -> bool {
    let is_face = style.paragraph_styles().iter().any(|(_, paragraph)| paragraph.face == face)
        || style.headings.iter().any(|heading| heading.face == face);
    !is_face
}

fn is_called(face: &FaceInfo, family: &str) -> bool {
    face.families.iter().any(|(name, _)| name.to_lowercase() == family)
}

fn is_simplified(face: &FaceInfo) -> bool {
    let name = |(name, language): &(String, Language)| {
        *language == Language::Chinese_PeoplesRepublicOfChina
            || name.ends_with(" SC")
            || name.ends_with(" CN")
    };
    face.families.iter().any(name)
}
