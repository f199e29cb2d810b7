//! What a report's templates place, ready to be typeset.

use std::path::Path;

use huibian_diagnostic::{Diagnostic, Faults, Location, Result};
use huibian_document::{Block, Image, ImageFormat, Inline, Length};
use huibian_manifest::PictureFile;
use huibian_source::UnitHead;
use huibian_template::{Block as TemplateBlock, Placed, PlacedKind};
use huibian_unit::Locations;

use crate::chart::{self, ChartFigures};
use crate::design::Design;
use crate::picture::{Found, Root};
use crate::word::Report;

/// The blocks of everything that a report places.
#[derive(Default)]
pub struct Illustrations(Vec<(Placed, Vec<Block>)>);

impl Illustrations {
    /// What stands in a place. Where nothing was looked for, only its words are there.
    pub fn of(&self, placed: &Placed) -> Vec<Block> {
        let found = self.0.iter().find(|(known, _)| known == placed);
        found.map_or_else(|| vec![Block::Image(words_only(placed))], |(_, blocks)| blocks.clone())
    }
}

/// Whose report it is, and where its data lie.
pub struct IllustrationInput<'u> {
    /// The unit.
    pub head: &'u UnitHead,
    /// Where its fields stand.
    pub places: &'u Locations,
    /// What its charts take their values from.
    pub figures: ChartFigures<'u>,
}

/// Reads what a unit's report places; also returns the files that are the unit's own.
///
/// # Errors
/// Every I001 to I006.
pub fn illustrate(
    design: &Design,
    report: &Report,
    whose: &IllustrationInput<'_>,
) -> Result<(Illustrations, Vec<PictureFile>), Faults> {
    let (mut ready, mut shown) = (Illustrations::default(), Vec::new());
    let mut faults = Faults::new();
    let sections = report.slots.values().flatten().chain(&report.attachments);
    for block in std::iter::once(&report.body).chain(sections).flat_map(|text| text.words.blocks.iter()) {
        let TemplateBlock::Placed(placed) = block else { continue };
        if ready.0.iter().any(|(known, _)| known == placed) {
            continue;
        }
        let blocks = match placed.kind {
            PlacedKind::Image => {
                image(design, placed, whose, &mut shown).map(|image| vec![Block::Image(image)])
            }
            PlacedKind::Chart => match design.charts.get(&placed.name) {
                Some(chart) => {
                    chart::blocks(chart, &placed.name, &whose.figures, &design.style, &design.album)
                }
                None => continue,
            },
            // Tables are filled with the words around them.
            PlacedKind::Table => continue,
        };
        match blocks {
            Ok(blocks) => ready.0.push((placed.clone(), blocks)),
            Err(fault) if faults.contains(&fault) => {}
            Err(fault) => faults.push(fault),
        }
    }
    if faults.is_empty() { Ok((ready, shown)) } else { Err(faults) }
}

fn image(
    design: &Design,
    placed: &Placed,
    whose: &IllustrationInput<'_>,
    shown: &mut Vec<PictureFile>,
) -> Result<Image> {
    let image = match design.album.fixed(&placed.name).filter(|_| placed.value.is_empty()) {
        Some(image) => image,
        None => own(design, placed, whose, shown).map_err(|fault| fault.or_at(place(placed, whose)))?,
    };
    let image = match placed.width.parse::<Length>() {
        Ok(width) => image.wide(width),
        Err(_) => image,
    };
    let image = Image { alt: placed.alt.clone(), caption: caption(placed), ..image };
    let fitted = design.album.fit(&placed.name, image, &design.style);
    fitted.map_err(|fault: Diagnostic| fault.or_at(place(placed, whose)))
}

/// A picture that the unit's data name, beside them.
fn own(
    design: &Design,
    placed: &Placed,
    whose: &IllustrationInput<'_>,
    shown: &mut Vec<PictureFile>,
) -> Result<Image> {
    let folder = whose.head.place.path().parent().unwrap_or(Path::new("."));
    let inside =
        |folder: &Path| Some(folder.canonicalize().ok()?.starts_with(design.folder.canonicalize().ok()?));
    let bounds = if inside(folder) == Some(true) { &design.folder } else { folder };
    let Found { path, file, image } = (Root { folder, bounds }).read(&placed.name)?;
    let blake3 = blake3::hash(&file).to_hex().to_string();
    if shown.iter().all(|known| known.path != path) {
        shown.push(PictureFile { path, blake3 });
    }
    Ok(image)
}

/// Where the picture's file is named.
fn place(placed: &Placed, whose: &IllustrationInput<'_>) -> Location {
    let field = placed.value.rsplit('.').next().unwrap_or_default();
    let plugin = placed.plugin.parse().ok();
    let found = plugin.and_then(|plugin| {
        // A ledger's column names it in one of its rows.
        whose.places.of(&plugin, field).cloned().or_else(|| whose.places.naming(&plugin, &placed.name))
    });
    found.unwrap_or_else(|| whose.head.place.clone())
}

fn caption(placed: &Placed) -> Vec<Inline> {
    if placed.caption.is_empty() { Vec::new() } else { vec![Inline::Text(placed.caption.clone())] }
}

fn words_only(placed: &Placed) -> Image {
    let alt = if placed.alt.is_empty() { &placed.name } else { &placed.alt };
    Image {
        bytes: [].into(),
        pixels: None,
        format: ImageFormat::Png,
        width: Length::default(),
        height: Length::default(),
        alt: alt.clone(),
        caption: caption(placed),
    }
}
