//! What a command is: the arguments it takes, and what it does with them. Knows none of the commands.

use crate::context::Context;
use crate::end::Ending;

/// A command, with the arguments that it was given.
pub trait Flow {
    /// Does what the command is for.
    ///
    /// # Errors
    /// What kept it from being done; what was found while it was done is printed and in its [`End`](crate::end::End).
    fn run(self, context: &Context<'_>) -> Ending;
}

/// A table of commands: an enum for clap whose every variant is a [`Flow`]. A row that has commands of its own says
/// `#[command(subcommand)]`.
macro_rules! commands {
    ($(#[$about:meta])* $table:ident: $($(#[$is:meta])* $name:ident($command:ty),)+) => {
        $(#[$about])*
        #[derive(clap::Subcommand)]
        pub enum $table {
            $($(#[$is])* $name($command),)+
        }

        impl $crate::flow::Flow for $table {
            fn run(self, context: &$crate::context::Context<'_>) -> $crate::end::Ending {
                match self {
                    $(Self::$name(command) => command.run(context),)+
                }
            }
        }
    };
}

pub(crate) use commands;
