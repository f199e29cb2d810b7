//! Language and colour, known before the command line is parsed, so that its own errors have both.

use std::ffi::OsString;
use std::io::IsTerminal;

use clap::{ColorChoice, ValueEnum};
use huibian_diagnostic::Lang;

use crate::arguments::{Color, Language};

/// The language of `--lang`, or else of the system's locale.
pub fn language(given: &[OsString]) -> Lang {
    let asked = value(given, "--lang").and_then(|text| Language::from_str(text, true).ok());
    let chinese = match asked {
        Some(language) => language == Language::Zh,
        None => sys_locale::get_locale().is_some_and(|locale| locale.starts_with("zh")),
    };
    if chinese { Lang::Zh } else { Lang::En }
}

/// Whether to colour what goes to standard output and to standard error.
#[derive(Clone, Copy)]
pub struct Coloured {
    /// What clap does on either.
    pub choice: ColorChoice,
    /// Standard error.
    pub err: bool,
    /// Standard output.
    pub out: bool,
}

/// `--color`, or else what the terminal and `NO_COLOR` say.
pub fn colour(given: &[OsString]) -> Coloured {
    let asked = value(given, "--color").and_then(|text| Color::from_str(text, true).ok());
    match asked.unwrap_or_default() {
        Color::Always => Coloured { choice: ColorChoice::Always, err: true, out: true },
        Color::Never => Coloured { choice: ColorChoice::Never, err: false, out: false },
        Color::Auto => {
            let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty())
                || std::env::var_os("TERM").is_some_and(|value| value == "dumb");
            let choice = if refused { ColorChoice::Never } else { ColorChoice::Auto };
            Coloured {
                choice,
                err: !refused && std::io::stderr().is_terminal(),
                out: !refused && std::io::stdout().is_terminal(),
            }
        }
    }
}

/// The value that an option was given last.
fn value<'a>(given: &'a [OsString], option: &str) -> Option<&'a str> {
    let mut found = None;
    let mut words =
        given.iter().skip(1).map_while(|word| word.to_str().filter(|word| *word != "--")).peekable();
    while let Some(word) = words.next() {
        match word.strip_prefix(option) {
            Some("") => found = words.peek().copied().or(found),
            Some(rest) => found = rest.strip_prefix('=').or(found),
            None => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_option_is_found_wherever_it_stands() {
        let value = |words: &[&str]| {
            let given: Vec<OsString> = words.iter().map(Into::into).collect();
            value(&given, "--lang").map(str::to_owned)
        };
        assert_eq!(value(&["huibian", "batch", "--lang", "zh"]).as_deref(), Some("zh"));
        assert_eq!(value(&["huibian", "--lang=en", "batch"]).as_deref(), Some("en"));
        assert_eq!(value(&["huibian", "--language=en", "batch"]), None);
        assert_eq!(value(&["huibian", "batch", "--", "--lang", "zh"]), None);
        assert_eq!(value(&["huibian", "--lang"]), None);
    }
}
