//! End-to-end suites: each runs the built `huibian` on a copy of the repository's own workspace.
