//! The writing of free text by itself, whatever it speaks of: words that are misspelt ([`typos`]) or stand twice ([`doubled`]), ends
//! that lack something ([`endings`]), lists that do not have what they announce ([`series`]), numbers that stay out ([`personal`]).
//!
//! This crate must not know what counts are, what units there are, or what is done with what it finds.

pub mod doubled;
pub mod endings;
mod found;
mod lists;
pub mod personal;
pub mod series;
pub mod typos;
mod writing;

pub use found::Found;
pub use writing::Writing;
