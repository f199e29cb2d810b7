//! `huibian explain`: what a diagnostic's code means.

use huibian_diagnostic::{Code, Diagnostic};

use super::impossible;
use crate::End;
use crate::print::Printer;

pub fn explain(printer: &Printer, code: &str) -> End {
    match code.parse::<Code>() {
        Ok(code) => {
            let text = printer.catalog.explanation(code);
            let text = text.unwrap_or_else(|| printer.catalog.message(&Diagnostic::new(code)));
            printer.say(format_args!("{code}: {text}"));
            End::Clean
        }
        Err(given) => {
            let codes = Code::ALL.iter().map(|code| code.as_str());
            let fault = Diagnostic::new(Code::UnknownCode).with("given", &given).suggest(&given, codes);
            impossible(printer, &[fault])
        }
    }
}
