//! Whether somebody sits there, and says yes.

use std::io::{BufRead, IsTerminal, Write};

use crate::print::Printer;

/// Whether somebody is there to be asked.
pub fn is_there() -> bool {
    std::io::stdin().is_terminal() && std::io::stderr().is_terminal()
}

/// Asks at a terminal; elsewhere nobody is there to say yes.
pub fn agrees(printer: &Printer, question: &str) -> bool {
    let input = std::io::stdin();
    if !input.is_terminal() {
        return false;
    }
    let mut error = std::io::stderr();
    let _ = write!(error, "{} ", printer.text(question, &[])).and_then(|()| error.flush());
    let mut answer = String::new();
    input.lock().read_line(&mut answer).is_ok() && matches!(answer.trim(), "y" | "Y" | "yes" | "是")
}
