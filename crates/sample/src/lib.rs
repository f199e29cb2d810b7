//! Reports of one kind beside each other: what agrees in them, and what differs.
//!
//! # Steps
//! 1. [`paper`]: what each report says, its lines and tables.
//! 2. [`names`]: whose it is, and of when.
//! 3. [`token`], [`time`], `day`, [`measure`]: its words taken apart.
//! 4. [`blocks`], `weave`: several reports laid beside each other; [`marks`]: a form with marks. Both come to a [`form`].
//!
//! It must not know workbooks, or what is made of a form.

mod align;
pub mod blocks;
pub mod change;
mod day;
pub mod form;
mod kindred;
pub mod marks;
pub mod measure;
pub mod names;
mod nature;
pub mod paper;
mod repeat;
pub mod shape;
mod tables;
pub mod time;
mod together;
pub mod token;
pub mod unlike;
mod weave;
