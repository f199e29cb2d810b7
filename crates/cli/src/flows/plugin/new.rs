//! `huibian plugin new`: a plugin's folder that works at once.

use std::path::PathBuf;

use clap::{Args, ValueEnum};
use huibian_author::scaffold::create;
use huibian_contract::CarrierKind;

use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;

/// What it is called, what it is carried by and where it goes.
#[derive(Args)]
pub struct New {
    id: String,
    #[arg(long)]
    kind: PluginKind,
    #[arg(long)]
    dir: Option<PathBuf>,
}

/// What a new plugin is carried by.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum PluginKind {
    Declarative,
    Native,
    Wasm,
}

impl From<PluginKind> for CarrierKind {
    fn from(kind: PluginKind) -> Self {
        match kind {
            PluginKind::Declarative => Self::Declarative,
            PluginKind::Native => Self::Native,
            PluginKind::Wasm => Self::Wasm,
        }
    }
}

impl Flow for New {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let kind = CarrierKind::from(self.kind);
        let parent = match self.dir {
            Some(parent) => parent,
            None => context.folder().map_or_else(|_| PathBuf::new(), |workspace| workspace.join("plugins")),
        };
        let files = create(&self.id, kind, &parent)?;
        for file in &files {
            printer.mention(printer.here.path(file));
        }
        let folder = printer.here.path(&parent.join(&self.id));
        let next = if kind == CarrierKind::Declarative { "new-plugin-next" } else { "new-plugin-build" };
        printer.say(printer.text("new-plugin-summary", &[("files", &files.len()), ("folder", &folder)]));
        printer.say(printer.text(next, &[("folder", &folder)]));
        Ok(End::Clean)
    }
}
