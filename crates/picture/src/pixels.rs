//! SVG as PNG, with the faces of this machine.

use std::path::PathBuf;
use std::sync::Arc;

use fontdb::{Database, FaceInfo, ID, Language, Style, Weight};
use huibian_document::Length;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{FontResolver, ImageHrefResolver, Options, Tree};

/// Pixels an inch, as programs keep pictures for print.
const DENSITY: i64 = 220;
const PER_INCH: i64 = 914_400;
/// However it is asked for, a picture has no more pixels on a side.
const MOST: f32 = 8_000.0;

/// Whether a drawing can be drawn, but for its words.
///
/// # Errors
/// What cannot be drawn about it.
pub fn sound(svg: &str) -> Result<(), String> {
    let options = Options { image_href_resolver: own_images(), ..Options::default() };
    Tree::from_str(svg, &options).map(|_| ()).map_err(|error| error.to_string())
}

/// What is not in the file is not there.
fn own_images() -> ImageHrefResolver<'static> {
    ImageHrefResolver {
        resolve_data: ImageHrefResolver::default_data_resolver(),
        resolve_string: Box::new(|_, _| None),
    }
}

/// Draws SVG as pixels. Its faces are looked for once.
pub struct Easel {
    options: Options<'static>,
}

impl Easel {
    /// Looks for faces below `folders`, which come first, and on the system.
    pub fn new(folders: &[PathBuf]) -> Self {
        let mut database = Database::new();
        folders.iter().for_each(|folder| database.load_fonts_dir(folder));
        database.load_system_fonts();
        let stand_ins: Arc<[ID]> = stand_ins(&database).into();
        let fallbacks = stand_ins.clone();
        let named = FontResolver::default_font_selector();
        let fonts = FontResolver {
            select_font: Box::new(move |font, database| {
                named(font, database).or_else(|| stand_ins.first().copied())
            }),
            select_fallback: Box::new(move |character, seen, database| {
                let mut faces = fallbacks.iter().copied().filter(|face| !seen.contains(face));
                faces.find(|face| has(database, *face, character))
            }),
        };
        let options = Options {
            fontdb: Arc::new(database),
            font_resolver: fonts,
            image_href_resolver: own_images(),
            ..Options::default()
        };
        Self { options }
    }

    /// A drawing as a PNG file, for a place so wide on the page.
    ///
    /// # Errors
    /// What cannot be drawn about it.
    pub fn draw(&self, svg: &str, width: Length) -> Result<Vec<u8>, String> {
        let tree = Tree::from_str(svg, &self.options).map_err(|error| error.to_string())?;
        let whole = tree.size();
        let pixels = width.times(DENSITY, PER_INCH).emu().max(1);
        #[allow(clippy::cast_precision_loss, reason = "a few thousand pixels")]
        let scale = (pixels as f32 / whole.width()).min(MOST / whole.width().max(whole.height()));
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and MOST")]
        let across = |length: f32| (length * scale).round().max(1.0) as u32;
        let mut canvas = Pixmap::new(across(whole.width()), across(whole.height())).ok_or("size")?;
        resvg::render(&tree, Transform::from_scale(scale, scale), &mut canvas.as_mut());
        canvas.encode_png().map_err(|error| error.to_string())
    }
}

/// The faces that help out where the right one is not there or lacks a character, the best first; the same ones in the
/// same order whatever order the system lists them in.
fn stand_ins(database: &Database) -> Vec<ID> {
    let mut faces: Vec<_> = database.faces().map(|face| (rank(database, face), face.id)).collect();
    faces.sort();
    faces.into_iter().map(|(_, face)| face).collect()
}

/// First faces with hanzi as they are written in China, upright, of usual weight, with serifs.
fn rank(database: &Database, face: &FaceInfo) -> (bool, bool, bool, bool, String) {
    let name = face.families.first().map_or_else(String::new, |(name, _)| name.clone());
    let is_chinese = |(name, language): &(String, Language)| {
        name.ends_with(" SC") || *language == Language::Chinese_PeoplesRepublicOfChina
    };
    let has_serifs = ["Serif", "Song", "Ming", "Fang", "宋"].iter().any(|part| name.contains(part));
    (
        !has(database, face.id, '国'),
        !face.families.iter().any(is_chinese),
        face.style != Style::Normal || face.weight != Weight::NORMAL,
        !has_serifs,
        format!("{name} {}", face.post_script_name),
    )
}

fn has(database: &Database, face: ID, character: char) -> bool {
    let found = database.with_face_data(face, |bytes, index| {
        let face = ttf_parser::Face::parse(bytes, index).ok()?;
        face.glyph_index(character)
    });
    found.flatten().is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_drawing_is_as_many_pixels_as_its_place_wants() {
        let svg = "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='10'>\
             <rect width='20' height='10' fill='#2F5C8F'/><image href='/etc/passwd' width='1' height='1'/></svg>";
        let easel = Easel::new(&[]);
        let png = easel.draw(svg, "1in".parse().unwrap()).unwrap();
        assert_eq!(png, easel.draw(svg, "1in".parse().unwrap()).unwrap());
        let word = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
        assert_eq!((word(16), word(20)), (220, 110));
        assert!(easel.draw("<svg", "1in".parse().unwrap()).is_err());
    }
}
