//! The command line's help in one language: every text, heading and value name comes from the catalog.

use std::fmt::Write as _;

use clap::builder::StyledStr;
use clap::{Arg, ArgAction, ColorChoice, Command};
use huibian_diagnostic::Catalog;

/// The whole command line, with its texts.
pub fn localized(program: Command, catalog: &Catalog) -> Command {
    with_texts(program, catalog, "cli", "huibian")
}

/// The help of every command, one after the other; the options that all commands share stand in the first alone.
pub fn manual(program: &Command, catalog: &Catalog) -> String {
    let mut root = program.clone().color(ColorChoice::Never);
    root.build();
    let mut pages = root.render_help().to_string();
    write_pages(&root, "huibian", catalog, &mut pages);
    pages
}

fn write_pages(part: &Command, path: &str, catalog: &Catalog, pages: &mut String) {
    for inner in part.get_subcommands() {
        let path = format!("{path} {}", inner.get_name());
        let is_shared = |argument: &Arg| argument.is_global_set();
        let mut options = inner.get_arguments().filter(|argument| !argument.is_positional());
        let template = template(inner, catalog, options.any(|argument| !is_shared(argument)));
        let hidden = |argument: Arg| if is_shared(&argument) { argument.hide(true) } else { argument };
        let mut own = inner.clone().mut_args(hidden).help_template(template);
        let _ = write!(pages, "\n\n── {path}\n\n{}", own.render_help());
        write_pages(inner, &path, catalog, pages);
    }
}

/// The help of one command, or of the nearest one above it.
pub fn page(program: &Command, path: &[String]) -> StyledStr {
    let mut root = program.clone();
    root.build();
    let mut part = &mut root;
    for name in path {
        if part.find_subcommand(name).is_none() {
            break;
        }
        let Some(inner) = part.find_subcommand_mut(name) else { unreachable!("it was just found") };
        part = inner;
    }
    part.render_help()
}

fn with_texts(command: Command, catalog: &Catalog, id: &str, path: &str) -> Command {
    let text = |id: &str| catalog.text(id, &[]);
    let arguments = |argument: Arg| {
        let key = key(id, &argument);
        let argument = argument.help(text(&key));
        if !argument.get_action().takes_values() {
            return argument;
        }
        let argument = argument.hide_default_value(true).hide_possible_values(true);
        match catalog.optional(&key, Some("value")) {
            Some(value) => argument.value_name(value),
            None => argument,
        }
    };
    let mut command = command.about(text(id)).mut_args(arguments);
    command = command.mut_subcommands(|inner| {
        let name = inner.get_name().to_owned();
        with_texts(inner, catalog, &format!("{id}-{name}"), &format!("{path} {name}"))
    });
    let mut usage = format!("{path} {}", text("help-any-option"));
    for argument in command.get_opts().filter(|argument| argument.is_required_set()) {
        let value = argument.get_value_names().and_then(<[_]>::first).map_or("", |name| name.as_str());
        let _ = write!(usage, " --{} <{value}>", argument.get_long().unwrap_or_default());
    }
    for argument in command.get_positionals() {
        let name = argument.get_value_names().and_then(<[_]>::first).map_or("", |name| name.as_str());
        let _ = if argument.is_required_set() {
            write!(usage, " <{name}>")
        } else {
            let more = if matches!(argument.get_action(), ArgAction::Append) { "..." } else { "" };
            write!(usage, " [{name}]{more}")
        };
    }
    if command.has_subcommands() {
        let _ = write!(usage, " {}", text("help-any-command"));
    }
    let template = template(&command, catalog, true);
    if let Some(after) = catalog.optional(id, Some("after")) {
        command = command.after_help(after);
    }
    command.override_usage(usage).help_template(template)
}

/// The parts of a help page in their order, those that the command has.
fn template(command: &Command, catalog: &Catalog, with_options: bool) -> String {
    let parts = [
        (command.has_subcommands(), "help-commands", "{subcommands}"),
        (command.get_positionals().next().is_some(), "help-arguments", "{positionals}"),
        (with_options, "help-options", "{options}"),
    ];
    let mut template = format!("{{about}}\n\n{}{{usage}}", catalog.text("help-usage", &[]));
    for (_, heading, part) in parts.into_iter().filter(|(present, ..)| *present) {
        let _ = write!(template, "\n\n{}\n{part}", catalog.text(heading, &[]));
    }
    template + "{after-help}"
}

/// The catalog's id of an argument: options are the same everywhere, positional ones belong to their command.
fn key(command: &str, argument: &Arg) -> String {
    let name = argument.get_id();
    if argument.is_positional() { format!("{command}-arg-{name}") } else { format!("option-{name}") }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use huibian_diagnostic::Lang;

    use super::*;
    use crate::Arguments;

    /// Every text the help of a command and of those below it needs.
    fn needed(command: &Command, id: &str, texts: &mut Vec<(String, Option<&'static str>)>) {
        texts.push((id.to_owned(), None));
        for argument in command.get_arguments() {
            texts.push((key(id, argument), None));
            if argument.get_action().takes_values() {
                texts.push((key(id, argument), Some("value")));
            }
        }
        for inner in command.get_subcommands() {
            needed(inner, &format!("{id}-{}", inner.get_name()), texts);
        }
    }

    #[test]
    fn every_command_and_option_has_its_text_in_both_languages() {
        let mut texts = Vec::new();
        needed(&Arguments::command(), "cli", &mut texts);
        assert!(texts.len() > 40, "the walk found {texts:?}");
        for lang in [Lang::Zh, Lang::En] {
            let catalog = Catalog::of(lang);
            for (id, attribute) in &texts {
                let text = catalog.optional(id, *attribute);
                let text = text.unwrap_or_else(|| panic!("{lang:?} has no {id} {attribute:?}"));
                let hanzi = text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c));
                assert_eq!(hanzi, lang == Lang::Zh, "{lang:?} {id} {attribute:?}: {text}");
            }
        }
    }

    #[test]
    fn the_command_line_holds_together() {
        for lang in [Lang::Zh, Lang::En] {
            localized(Arguments::command(), Catalog::of(lang)).debug_assert();
        }
    }
}
