//! Documents set with the free faces that `cargo xtask readers` installs. Without them these tests pass with a word on
//! stderr, but fail where `CI` is set.

#![allow(clippy::unwrap_used, reason = "what is not there fails the test")]

mod files;
mod place;
mod support;
