//! SVG for documents: read, refused where it reaches outside itself, drawn as pixels where a program does not know it;
//! and charts, which are drawn as SVG.
//!
//! It knows no templates, units or counts. No disk but for faces, no clock.

pub mod chart;
#[cfg(feature = "pixels")]
mod pixels;
mod svg;

#[cfg(feature = "pixels")]
pub use pixels::Easel;
pub use svg::{Svg, SvgFault, SvgReason};
