//! End-to-end suites: each runs the built `huibian` on a copy of the repository's own workspace, or on a bare one.

#![allow(clippy::expect_used)] // all of this is for tests

pub mod bare;
