//! `huibian explain`: what a diagnostic's code means.

use clap::Args;
use huibian_diagnostic::{Code, Diagnostic};

use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;

/// Which code.
#[derive(Args)]
pub struct Explain {
    code: String,
}

impl Flow for Explain {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let code = self.code.parse::<Code>().map_err(|given| {
            let codes = Code::ALL.iter().map(|code| code.as_str());
            Diagnostic::new(Code::UnknownCode).with("given", &given).suggest(&given, codes)
        })?;
        let text = printer.catalog.explanation(code);
        let text = text.unwrap_or_else(|| printer.catalog.message(&Diagnostic::new(code)));
        printer.say(format_args!("{code}: {text}"));
        Ok(End::Clean)
    }
}
