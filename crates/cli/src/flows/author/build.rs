//! `huibian plugin build`: a plugin's code, built and put where it is found.

use huibian_author::build::build as make;

use super::targets;
use crate::End;
use crate::arguments::Common;
use crate::flows::reach::Reach;
use crate::flows::{end, impossible};
use crate::print::Printer;

pub fn build(common: &Common, printer: &Printer, named: Option<&str>) -> End {
    let folders = match Reach::new(common).and_then(|reach| targets(&reach, named)) {
        Ok(folders) => folders,
        Err(fault) => return impossible(printer, &[fault]),
    };
    let mut clean = true;
    for folder in folders {
        let id = &folder.manifest.id;
        match make(&folder) {
            Ok(Some(path)) => {
                let path = printer.here.path(&path);
                printer.say(printer.text("build-done", &[("id", id), ("path", &path)]));
            }
            Ok(None) => printer.say(printer.text("build-nothing", &[("id", id)])),
            Err(fault) => {
                printer.faults(&[fault]);
                clean = false;
            }
        }
    }
    end(clean)
}
