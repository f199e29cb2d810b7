//! Every message in both languages, with arguments as they come: no Chinese in the English, no English sentence in the
//! Chinese. Values from outside are data, and stay as they are.

use std::collections::BTreeMap;

use huibian_diagnostic::{Argument, Catalog, Code, Diagnostic, Lang, SystemError};

const ARGUMENTS: &str = include_str!("arguments.txt");
/// A value from outside.
const DATA: &str = "云溪镇１";
/// What a library says.
const SAID: &str = "unexpected end of file while reading the header";
/// What goes by an English name in Chinese texts too.
const NAMES: &[&str] = &["Strict Open XML"];
/// Arguments that hold what a library or the system says, by the codes where they do.
const FOREIGN: &[&str] = &["reason", "detail"];

/// The arguments of each code, by name with the words that it chooses by.
fn arguments() -> BTreeMap<Code, Vec<(&'static str, Vec<&'static str>)>> {
    let lines = ARGUMENTS.lines().filter(|line| !line.starts_with('#'));
    let read = |line: &'static str| {
        let (code, rest) = line.split_once(' ').unwrap_or((line, ""));
        let parts = rest.split("; ").filter(|part| !part.is_empty());
        let parts = parts.map(|part| match part.split_once('=') {
            Some((name, words)) => (name, words.split('|').collect()),
            None => (part, Vec::new()),
        });
        Some((code.parse().ok()?, parts.collect()))
    };
    lines.filter_map(read).collect()
}

/// A value from outside, of the kind that an argument of that name has.
fn outside(name: &'static str) -> Vec<Argument> {
    if !FOREIGN.contains(&name) {
        return vec![DATA.into()];
    }
    let kinds = [
        "not-found",
        "denied",
        "exists",
        "no-folder",
        "folder",
        "not-empty",
        "read-only",
        "full",
        "large",
        "busy",
        "name",
        "data",
        "cut",
        "pipe",
        "time",
        "memory",
        "device",
        "other",
    ];
    let system = kinds.map(|kind| Argument::System(SystemError { kind: kind.into(), said: SAID.to_owned() }));
    [Argument::detail(SAID)].into_iter().chain(system).collect()
}

/// The diagnostics of a code, with every word that its arguments can be.
fn diagnostics(code: Code, arguments: &[(&'static str, Vec<&'static str>)]) -> Vec<Diagnostic> {
    let mut made = vec![Diagnostic::new(code)];
    for (name, words) in arguments {
        let mut values: Vec<Argument> =
            words.iter().filter(|word| **word != "*").map(|word| Argument::from(*word)).collect();
        if words.is_empty() || words.contains(&"*") {
            // What the system says is tried in full where it makes the whole difference.
            let few = arguments.iter().any(|(_, words)| !words.is_empty());
            values.extend(outside(name).into_iter().take(if few { 2 } else { usize::MAX }));
        }
        let with = |fault: &Diagnostic| {
            values.iter().map(|value| fault.clone().with(name, value.clone())).collect::<Vec<_>>()
        };
        made = made.iter().flat_map(with).collect();
    }
    made
}

fn texts(catalog: &Catalog, fault: &Diagnostic) -> Vec<String> {
    let help = catalog.help(fault);
    [Some(catalog.message(fault)), help, catalog.explanation(fault.code())].into_iter().flatten().collect()
}

/// Chinese characters and their marks; `〓` is what stands in a document for a character that no face has.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{303F}' | '\u{3400}'..='\u{9FFF}' | '\u{FF00}'..='\u{FFEF}') && c != '〓'
}

/// Three English words in a row are a sentence, unless they are a command or stand in backticks or in `原文“”`.
fn english_sentence(text: &str) -> Option<String> {
    let plain: String = text.split('`').step_by(2).collect::<Vec<_>>().join("，");
    let mut own = String::new();
    for (index, part) in plain.split("原文“").enumerate() {
        let after = if index == 0 { part } else { part.split_once('”').map_or("", |(_, after)| after) };
        own += after;
        own.push('，');
    }
    let runs = own.split(|c: char| !(c.is_ascii_alphabetic() || c == ' '));
    runs.map(|run| run.split_whitespace().filter(|word| word.len() > 1).collect::<Vec<_>>())
        .filter(|words| words.len() >= 3 && words[0] != "huibian")
        .map(|words| words.join(" "))
        .find(|words| !NAMES.contains(&words.as_str()))
}

#[test]
fn every_code_has_its_arguments() {
    let arguments = arguments();
    for code in Code::ALL {
        assert!(arguments.contains_key(code), "{code} is not in arguments.txt");
    }
    let catalogs = [include_str!("../messages/zh/codes.ftl"), include_str!("../messages/en/codes.ftl")];
    for catalog in catalogs {
        let mut code = None;
        for line in catalog.lines() {
            let starts = line.split_once(" =").and_then(|(name, _)| name.parse::<Code>().ok());
            code = starts.or(code);
            for variable in line.split("{ $").skip(1) {
                let variable = variable.split([' ', '}']).next().unwrap();
                let known = &arguments[&code.unwrap()];
                let is_known = known.iter().any(|(name, _)| *name == variable);
                assert!(is_known, "{} in arguments.txt lacks {variable}", code.unwrap());
            }
        }
    }
}

#[test]
fn no_word_of_the_catalogs_is_left_out() {
    let arguments = arguments();
    for catalog in [include_str!("../messages/zh/codes.ftl"), include_str!("../messages/en/codes.ftl")] {
        let mut code = None;
        for line in catalog.lines() {
            code = line.split_once(" =").and_then(|(name, _)| name.parse::<Code>().ok()).or(code);
            // `[word] text`: a default that stands for values from outside has a star before it.
            let Some(word) = line.trim().strip_prefix('[').and_then(|rest| rest.split_once("] ")) else {
                continue;
            };
            let known = arguments[&code.unwrap()].iter().any(|(_, words)| words.contains(&word.0));
            assert!(known, "{} in arguments.txt lacks the word {}", code.unwrap(), word.0);
        }
    }
}

#[test]
fn no_chinese_in_english_messages() {
    let catalog = Catalog::of(Lang::En);
    let mut wrong = Vec::new();
    for (code, arguments) in arguments() {
        for fault in diagnostics(code, &arguments) {
            for text in texts(catalog, &fault) {
                // What a clerk has to type stands in quotes.
                let own: String = text.replace(DATA, "").split('"').step_by(2).collect();
                if own.contains(is_chinese) || text.contains("{$") || text.contains("{ $") {
                    wrong.push(format!("{code}: {text}"));
                }
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn no_english_sentence_in_chinese_messages() {
    let catalog = Catalog::of(Lang::Zh);
    let mut wrong = Vec::new();
    for (code, arguments) in arguments() {
        for fault in diagnostics(code, &arguments) {
            for text in texts(catalog, &fault) {
                if let Some(sentence) = english_sentence(&text) {
                    wrong.push(format!("{code}: {sentence}: {text}"));
                }
                if text.contains("{$") || text.contains("{ $") {
                    wrong.push(format!("{code}: {text}"));
                }
            }
        }
    }
    wrong.dedup();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
