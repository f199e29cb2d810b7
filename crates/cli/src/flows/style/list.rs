//! `huibian style list`: which house styles there are.

use clap::Args;

use super::reach::{Reach, column};
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
        let reach = Reach::new(context);
        let mut faults = Vec::new();
        let rows = reach.shelf.list().into_iter().map(|style| {
            let is_used = reach.used.as_ref().is_some_and(|used| *used == style.path);
            let used = if is_used { printer.text("style-used", &[]) } else { String::new() };
            let place = printer.here.path(&style.path);
            match reach.shelf.read(&style.path) {
                Ok(file) => {
                    [style.id, file.style.name.clone(), file.inherits().unwrap_or_default(), used, place]
                }
                Err(found) => {
                    let code = found.first().map_or_else(String::new, |fault| fault.code().to_string());
                    faults.extend(found);
                    [
                        style.id,
                        printer.text("plugin-broken", &[("code", &code), ("named", &false)]),
                        String::new(),
                        used,
                        place,
                    ]
                }
            }
        });
        let rows: Vec<[String; 5]> = rows.collect();
        let head = ["style", "title", "inherits", "status", "place"];
        printer.say(table(head.map(|name| column(printer, name)), rows));
        printer.faults(&faults);
        Ok(End::of(faults.is_empty()))
    }
}
