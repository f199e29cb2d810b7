//! `huibian plugin list`: which plugins there are. No plugin's code runs here, and none of this needs a workspace.

use clap::Args;

use super::reach::Reach;
use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;
use crate::table::table;

/// Nothing more to say.
#[derive(Args)]
pub struct List {}

impl Flow for List {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let reach = Reach::new(context)?;
        let mut faults = Vec::new();
        let mut rows = Vec::new();
        for id in reach.ids() {
            let (mut version, mut title, mut place) = (String::new(), String::new(), String::new());
            let ready = reach.find(&id).and_then(|folder| {
                version.clone_from(&folder.manifest.version);
                title.clone_from(&folder.manifest.title);
                place = printer.here.path(&folder.path);
                reach.library(&folder)
            });
            let used = if reach.used.contains(&id) { "plugin-used" } else { "plugin-unused" };
            let mut status = printer.text(used, &[]);
            if let Err(fault) = ready {
                let named = reach.used.contains(&id);
                status = printer.text("plugin-broken", &[("code", &fault.code()), ("named", &named)]);
                faults.push(fault);
            }
            rows.push([id, version, title, status, place]);
        }
        let header = ["id", "version", "title", "status", "place"];
        printer.say(table(header.map(|name| printer.text(&format!("column-{name}"), &[])), rows));
        printer.faults(&faults);
        Ok(End::of(faults.is_empty()))
    }
}
