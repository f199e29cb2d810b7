//! `huibian plugin new`: a plugin's folder that works at once.

use std::path::{Path, PathBuf};

use huibian_author::scaffold::{Kind, create};

use crate::End;
use crate::arguments::{Common, PluginKind};
use crate::flows::{folder, impossible};
use crate::print::Printer;

pub fn new(common: &Common, printer: &Printer, id: &str, kind: PluginKind, parent: Option<&Path>) -> End {
    let kind = match kind {
        PluginKind::Declarative => Kind::Declarative,
        PluginKind::Native => Kind::Native,
        PluginKind::Wasm => Kind::Wasm,
    };
    let parent = match parent {
        Some(parent) => parent.to_owned(),
        None => folder(common).map_or_else(|_| PathBuf::new(), |workspace| workspace.join("plugins")),
    };
    match create(id, kind, &parent) {
        Ok(files) => {
            for file in &files {
                printer.mention(printer.here.path(file));
            }
            let folder = printer.here.path(&parent.join(id));
            let next = if kind == Kind::Declarative { "new-plugin-next" } else { "new-plugin-build" };
            printer.say(printer.text("new-plugin-summary", &[("files", &files.len()), ("folder", &folder)]));
            printer.say(printer.text(next, &[("folder", &folder)]));
            End::Clean
        }
        Err(fault) => impossible(printer, &[fault]),
    }
}
