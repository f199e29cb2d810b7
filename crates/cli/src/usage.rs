//! What is wrong with a command line, in the chosen language: clap's errors, said again.

use std::fmt::Display;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use huibian_diagnostic::{Catalog, closest};

/// A fault of the command line, ready to be printed.
pub struct Misuse {
    /// What is wrong.
    pub message: String,
    /// What to do, a line each.
    pub help: Vec<String>,
    /// The command's usage and where more is said, each with its label.
    pub notes: Vec<(String, String)>,
}

/// Says what clap found.
pub fn misuse(error: &clap::Error, catalog: &Catalog) -> Misuse {
    let fault = Fault { error, catalog };
    let mut help: Vec<String> = fault.suggestion().into_iter().collect();
    let message = fault.message(&mut help);
    let notes = fault.usage().map_or_else(Vec::new, |usage| {
        let command = usage.split(' ').take_while(|word| !word.starts_with(['[', '<']));
        let more = command.chain(["--help"]).collect::<Vec<_>>().join(" ");
        vec![(fault.text("usage-line", &[]), usage), (fault.text("usage-more", &[]), more)]
    });
    Misuse { message, help, notes }
}

struct Fault<'e> {
    error: &'e clap::Error,
    catalog: &'e Catalog,
}

impl Fault<'_> {
    fn text(&self, id: &str, arguments: &[(&str, &dyn Display)]) -> String {
        self.catalog.text(id, arguments)
    }

    /// All strings clap has of a kind.
    fn all(&self, kind: ContextKind) -> Vec<String> {
        match self.error.get(kind) {
            Some(ContextValue::String(text)) => vec![text.trim_end_matches("...").to_owned()],
            Some(ContextValue::Strings(texts)) => texts.clone(),
            _ => Vec::new(),
        }
    }

    fn first(&self, kind: ContextKind) -> String {
        self.all(kind).into_iter().next().unwrap_or_default()
    }

    fn usage(&self) -> Option<String> {
        let Some(ContextValue::StyledStr(usage)) = self.error.get(ContextKind::Usage) else { return None };
        Some(usage.to_string().trim_start_matches("Usage:").trim().to_owned())
    }

    fn suggestion(&self) -> Option<String> {
        let kinds = [
            (ContextKind::SuggestedArg, ContextKind::InvalidArg),
            (ContextKind::SuggestedSubcommand, ContextKind::InvalidSubcommand),
            (ContextKind::SuggestedValue, ContextKind::InvalidValue),
        ];
        // Of several the one that is most like it.
        let meant = kinds.into_iter().find_map(|(suggested, given)| {
            let all = self.all(suggested);
            let closest = closest(&self.first(given), all.iter().map(String::as_str)).map(str::to_owned);
            closest.or_else(|| all.into_iter().next())
        })?;
        Some(self.text("did-you-mean", &[("meant", &meant)]))
    }

    fn message(&self, help: &mut Vec<String>) -> String {
        let option = self.first(ContextKind::InvalidArg);
        let given = self.first(ContextKind::InvalidValue);
        match self.error.kind() {
            ErrorKind::UnknownArgument if option.starts_with('-') => {
                self.text("usage-unknown-option", &[("given", &option)])
            }
            ErrorKind::UnknownArgument => self.text("usage-unexpected", &[("given", &option)]),
            ErrorKind::InvalidSubcommand => {
                let given = self.first(ContextKind::InvalidSubcommand);
                self.text("usage-unknown-command", &[("given", &given)])
            }
            ErrorKind::MissingRequiredArgument => {
                let missing = self.all(ContextKind::InvalidArg).join(" ");
                self.text("usage-missing-argument", &[("missing", &missing)])
            }
            ErrorKind::MissingSubcommand => {
                help.extend(self.known("usage-commands", ContextKind::ValidSubcommand));
                self.text("usage-missing-command", &[])
            }
            ErrorKind::InvalidValue | ErrorKind::ValueValidation if given.is_empty() => {
                help.extend(self.expects(&option));
                help.extend(self.known("usage-known-values", ContextKind::ValidValue));
                self.text("usage-missing-value", &[("option", &option)])
            }
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
                help.extend(self.expects(&option));
                help.extend(self.known("usage-known-values", ContextKind::ValidValue));
                self.text("usage-bad-value", &[("option", &option), ("given", &given)])
            }
            ErrorKind::TooManyValues => {
                self.text("usage-no-value", &[("option", &option), ("given", &given)])
            }
            ErrorKind::ArgumentConflict => {
                let other = self.first(ContextKind::PriorArg);
                if other.is_empty() || other == option {
                    self.text("usage-twice", &[("option", &option)])
                } else {
                    self.text("usage-conflict", &[("option", &option), ("other", &other)])
                }
            }
            ErrorKind::InvalidUtf8 => self.text("usage-not-text", &[]),
            kind => self.text("usage-other", &[("reason", &kind)]),
        }
    }

    fn known(&self, id: &str, kind: ContextKind) -> Option<String> {
        let known = self.all(kind).join(", ");
        (!known.is_empty()).then(|| self.text(id, &[("known", &known)]))
    }

    /// How the value of an option is written, where the catalog says so: `--date <DATE>` is `option-date`.
    fn expects(&self, option: &str) -> Option<String> {
        let name = option.trim_start_matches('-').split([' ', '=']).next()?;
        self.catalog.optional(&format!("option-{name}"), Some("expects"))
    }
}
