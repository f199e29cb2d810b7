//! The pictures that templates themselves name, read once, and what turns drawings into pixels.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
#[cfg(feature = "pixels")]
use std::sync::OnceLock;

use huibian_diagnostic::{Code, Diagnostic, Faults, Result};
use huibian_document::{HouseStyle, Image, ImageFormat};
use huibian_template::{PlacedKind, Use};

use super::file::{Found, Root};

/// Below these of the workspace and the installation lie the pictures that templates name.
const FOLDER: &str = "templates";

/// The pictures of a workspace.
#[derive(Default)]
pub struct Album {
    fixed: BTreeMap<String, Image>,
    /// Whether some file is written by a program that does not know drawings.
    wants_pixels: bool,
    #[cfg_attr(not(feature = "pixels"), allow(dead_code, reason = "drawings stay as they are"))]
    fonts: Vec<PathBuf>,
    #[cfg(feature = "pixels")]
    easel: OnceLock<huibian_picture::Easel>,
}

impl Album {
    /// An album without pictures. `fonts` are folders of faces beside those of the system.
    pub fn new(wants_pixels: bool, fonts: Vec<PathBuf>) -> Self {
        Self { wants_pixels, fonts, ..Self::default() }
    }

    /// Reads what templates name.
    pub fn load(&mut self, uses: &[Use], roots: [&Path; 2], faults: &mut Faults) {
        for used in uses.iter().filter(|used| used.kind == PlacedKind::Image) {
            let folders = roots.map(|root| root.join(FOLDER));
            let there = folders.iter().find(|folder| folder.join(&used.name).exists());
            let folder = there.unwrap_or(&folders[0]);
            match (Root { folder, bounds: folder }).read(&used.name) {
                Ok(Found { image, .. }) if self.lacks_pixels(&image) => {
                    let fault = Diagnostic::new(Code::NoPixels).with("name", &used.name);
                    faults.push(fault.at(used.place.clone()));
                }
                Ok(Found { image, .. }) => {
                    self.fixed.insert(used.name.clone(), image);
                }
                Err(fault) => faults.push(fault.or_at(used.place.clone())),
            }
        }
    }

    fn lacks_pixels(&self, image: &Image) -> bool {
        cfg!(not(feature = "pixels")) && self.wants_pixels && image.format == ImageFormat::Svg
    }

    /// A picture that a template itself names, as large as it is.
    pub fn fixed(&self, name: &str) -> Option<Image> {
        self.fixed.get(name).cloned()
    }

    /// A picture in its place on the page: no wider and no higher than the text, drawn where it must be.
    ///
    /// # Errors
    /// I004 and I006.
    pub fn fit(&self, name: &str, image: Image, style: &HouseStyle) -> Result<Image> {
        // Below it stands its caption.
        let room = style.text_height() - style.text.line.times(3, 1);
        let image = image.at_most(style.text_width());
        let most =
            if image.height > room { image.width.times(room.emu(), image.height.emu()) } else { image.width };
        self.drawn(name, image.at_most(most))
    }

    #[cfg(feature = "pixels")]
    fn drawn(&self, name: &str, image: Image) -> Result<Image> {
        if !self.wants_pixels || image.format != ImageFormat::Svg {
            return Ok(image);
        }
        let easel = self.easel.get_or_init(|| huibian_picture::Easel::new(&self.fonts));
        let broken = |detail: &dyn std::fmt::Display| {
            let fault = Diagnostic::new(Code::PictureBroken).with("name", name);
            fault.with("reason", "syntax").with_detail("detail", detail)
        };
        let text = std::str::from_utf8(&image.bytes).map_err(|error| broken(&error))?;
        let pixels = easel.draw(text, image.width).map_err(|error| broken(&error))?;
        Ok(Image { pixels: Some(pixels.into()), ..image })
    }

    #[cfg(not(feature = "pixels"))]
    fn drawn(&self, name: &str, image: Image) -> Result<Image> {
        if self.lacks_pixels(&image) {
            return Err(Diagnostic::new(Code::NoPixels).with("name", name));
        }
        Ok(image)
    }
}
