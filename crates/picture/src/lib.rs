//! Pictures for documents: SVG is read, refused where it reaches outside itself, drawn as pixels where a program does not know
//! it; PNG and JPEG are read to the end and stood upright; charts are drawn as SVG.
//!
//! This crate must not know templates, units or counts. No disk but for faces, no clock.

pub mod chart;
mod photograph;
#[cfg(feature = "pixels")]
mod pixels;
mod resolution;
mod svg;
mod svg_content;

pub use photograph::{Damaged, upright};
#[cfg(feature = "pixels")]
pub use pixels::{Easel, sound};
pub use resolution::{Resolution, resolution};
pub use svg::{Svg, SvgFault, SvgReason, outward_drawing};
