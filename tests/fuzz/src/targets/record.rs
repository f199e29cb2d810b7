//! The record of a run, and a filed period.

use std::fs;

use huibian_history::file::FiledPeriod;
use huibian_manifest::{LastRun, Run};

use crate::told::tell;

/// Reads the file as both.
pub fn run(bytes: &[u8]) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("manifest.jsonl");
    fs::write(&path, bytes).unwrap();
    match Run::read(&path) {
        Ok(_) => {}
        Err(fault) => tell(&fault),
    }
    match LastRun::open(&path) {
        Ok(Some(run)) => drop((run.made(&|_| true), run.len())),
        Ok(None) => {}
        Err(fault) => tell(&fault),
    }
    match FiledPeriod::read(&path) {
        Ok(period) => drop(period.stage(&folder.path().join("staged.jsonl")).unwrap()),
        Err(fault) => tell(&fault),
    }
}
