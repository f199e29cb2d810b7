//! `huibian plugin pack`: a plugin in one file.

use std::path::Path;

use huibian_author::archive::pack as write;

use super::target;
use crate::End;
use crate::arguments::Common;
use crate::flows::impossible;
use crate::flows::reach::Reach;
use crate::print::Printer;

pub fn pack(common: &Common, printer: &Printer, named: &str, to: Option<&Path>) -> End {
    let packed = Reach::new(common).and_then(|reach| {
        let folder = target(&reach, named)?;
        write(&folder, &reach.around()?, to)
    });
    match packed {
        Ok((archive, listing)) => {
            for (path, entry) in &listing.files {
                printer.mention(printer.text("pack-file", &[("path", path), ("bytes", &entry.bytes)]));
            }
            let path = printer.here.path(&archive.path);
            printer.say(printer.text(
                "pack-summary",
                &[
                    ("path", &path),
                    ("files", &listing.files.len()),
                    ("bytes", &archive.bytes),
                    ("hash", &archive.blake3),
                ],
            ));
            End::Clean
        }
        Err(fault) => impossible(printer, &[fault]),
    }
}
