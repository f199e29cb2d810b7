//! Nothing is lost: runs that are killed, two at once, disks that are full or read-only, folders that vanish. What the record
//! says lies on the disk, what is wrong is made anew by the next run, and nothing is left lying about.
//!
//! A tenth of it every time, all of it by `cargo xtask long`.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]
#![cfg(unix)]

mod kept;
mod kills;
mod office;
mod outcomes;
mod pairs;
mod promises;
mod steps;
mod vanishes;
mod writers;
