//! The commands. Each is a file here, with its arguments and what it does, and a row of the table below; its texts are in
//! the catalogs, `cli-COMMAND` and what that needs. The engine is called from here and from [`Context`](crate::context::Context)
//! alone.

mod accept;
mod adopt;
mod assemble;
mod batch;
mod check;
mod close;
mod completions;
mod diff;
mod explain;
mod form;
mod help;
mod history;
mod manual;
mod map;
mod new;
mod plugin;
mod preview;
mod problems;
mod rollup;
mod style;
mod tags;

pub use adopt::begin_here;

crate::flow::commands! {
    /// The commands, in the order of the help.
    Command:
    Assemble(assemble::Assemble),
    Batch(batch::Batch),
    Rollup(rollup::Rollup),
    Check(check::Check),
    Accept(accept::Accept),
    Form(form::Form),
    Map(map::Map),
    Preview(preview::Preview),
    Tags(tags::Tags),
    Diff(diff::Diff),
    Adopt(adopt::Adopt),
    New(new::New),
    Close(close::Close),
    #[command(subcommand)]
    History(history::History),
    #[command(subcommand)]
    Plugin(plugin::Plugin),
    #[command(subcommand)]
    Style(style::Style),
    Explain(explain::Explain),
    Completions(completions::Completions),
    Manual(manual::Manual),
    Help(help::Help),
}

impl Command {
    /// Whether it makes files, or asks where files are that another command made: `--output` means those, and nothing else.
    pub fn takes_output(&self) -> bool {
        match self {
            Self::Assemble(_)
            | Self::Batch(_)
            | Self::Rollup(_)
            | Self::Check(_)
            | Self::Form(_)
            | Self::Preview(_)
            | Self::Diff(_)
            | Self::Close(_) => true,
            Self::Plugin(plugin) => plugin.takes_output(),
            Self::New(_)
            | Self::Accept(_)
            | Self::Adopt(_)
            | Self::History(_)
            | Self::Style(_)
            | Self::Explain(_)
            | Self::Completions(_)
            | Self::Manual(_)
            | Self::Map(_)
            | Self::Tags(_)
            | Self::Help(_) => false,
        }
    }
}
