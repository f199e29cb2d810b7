//! `huibian new`: a workspace that runs at once.

use std::path::Path;

use huibian_engine::create;
use huibian_engine::installation::installation;

use super::impossible;
use crate::End;
use crate::print::Printer;

pub fn new(printer: &Printer, folder: &Path) -> End {
    match installation().and_then(|installation| create::create(folder, &installation)) {
        Ok(files) => {
            for file in &files {
                printer.mention(printer.here.path(file));
            }
            let folder = printer.here.path(folder);
            printer.say(printer.text("new-summary", &[("files", &files.len()), ("folder", &folder)]));
            End::Clean
        }
        Err(fault) => impossible(printer, &[fault]),
    }
}
