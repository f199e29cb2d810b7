//! The examples of `docs/templates.md`, in both languages, pass the check; its table of helpers, and the lists in messages,
//! are what the declarations say. `HUIBIAN_BLESS=1` rewrites them.

use std::fs;
use std::path::Path;

use huibian_diagnostic::Source;

use super::shown;
use crate::{Countable, Entry, HelperEntry, NameKind, Scope, TemplateSet, front_matter, reference};

fn scope() -> Scope {
    let mut scope = Scope::default();
    let row = [("date", NameKind::Date), ("topic", NameKind::Text)]
        .map(|(name, kind)| (name.to_owned(), Entry::given(kind)));
    for (name, entry) in [
        ("rollup", Entry::given(NameKind::Boolean)),
        ("unit.name", Entry::given(NameKind::Text)),
        ("period.name", Entry::given(NameKind::Text)),
        ("period.start", Entry::given(NameKind::Date)),
        ("facts.plan", Entry::optional(NameKind::Text)),
        ("facts.note", Entry::optional(NameKind::Text)),
        ("facts.titles", Entry::optional(NameKind::List(Box::new(NameKind::Text)))),
        (
            "fields.sessions",
            Entry::optional(NameKind::List(Box::new(NameKind::Group(row.into_iter().collect())))),
        ),
    ] {
        scope.declare(name, entry);
    }
    scope.counts.insert("sessions".to_owned(), Countable { optional: false, whole: true, cumulative: true });
    scope.counts.insert("rate".to_owned(), Countable { optional: true, whole: false, cumulative: true });
    scope
}

/// The indented blocks of a page, each as a text of its own.
fn examples(page: &str) -> Vec<String> {
    let mut examples = vec![String::new()];
    for line in page.lines() {
        match line.strip_prefix("    ") {
            Some(code) => {
                let example = examples.last_mut().unwrap();
                example.push_str(code);
                example.push('\n');
            }
            None if line.is_empty() => {
                let example = examples.last_mut().unwrap();
                if !example.is_empty() {
                    example.push('\n');
                }
            }
            None => examples.push(String::new()),
        }
    }
    examples.retain(|example| !example.is_empty());
    examples
}

#[test]
fn examples_are_right() {
    for page in
        [include_str!("../../../../docs/templates.md"), include_str!("../../../../docs/templates.zh-CN.md")]
    {
        let examples = examples(page);
        assert_eq!(examples.len(), 11);
        for example in examples {
            // What stands right of an example explains it; in front matter that would be no TOML.
            let text: Vec<&str> =
                example.lines().map(|line| line.split("          ").next().unwrap()).collect();
            let source = Source::new("example.hbs", text.join("\n"));
            let (front, body) = front_matter(&source).unwrap();
            let mut scope = scope();
            scope.slots = front.declared();
            // The one thing that the page shows without asking first, to explain how it is printed.
            let faults = TemplateSet::default().add("t", &body, &scope).err().unwrap_or_default();
            let faults: Vec<_> =
                shown(&faults).into_iter().filter(|fault| !fault.starts_with("T009")).collect();
            assert_eq!(faults, Vec::<String>::new(), "{example}");
        }
    }
}

/// Holds a file of the repository against what it should be, or rewrites it.
fn matches(path: &str, wanted: impl Fn(&str) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().join(path);
    let text = fs::read_to_string(&path).unwrap();
    let wanted = wanted(&text);
    if text != wanted && std::env::var_os("HUIBIAN_BLESS").is_some() {
        fs::write(&path, wanted).unwrap();
    } else {
        assert!(text == wanted, "{} is behind; HUIBIAN_BLESS=1 rewrites it", path.display());
    }
}

/// `text` with what stands between two marks replaced, everywhere.
fn between(text: &str, start: &str, end: &str, words: &str) -> String {
    let mut parts = text.split(start);
    let mut replaced = parts.next().unwrap().to_owned();
    for part in parts {
        let (_, rest) = part.split_once(end).unwrap();
        replaced.extend([start, words, end, rest]);
    }
    replaced
}

/// What a helper does, in one language.
type Meaning = fn(&HelperEntry) -> &'static str;

#[test]
fn every_helper_is_in_the_table() {
    let pages: [(&str, &str, Meaning); 2] = [
        ("docs/templates.md", "| written | means |", |helper| helper.en),
        ("docs/templates.zh-CN.md", "| 写法 | 含义 |", |helper| helper.zh),
    ];
    for (path, head, meaning) in pages {
        let rows = reference().map(|helper| format!("| `{}` | {} |\n", helper.usage, meaning(&helper)));
        let table = format!("\n{head}\n|---|---|\n{}", rows.collect::<String>());
        matches(path, |page| between(page, "<!-- helpers -->", "<!-- /helpers -->", &table));
    }
}

#[test]
fn every_helper_is_in_the_message_of_unknown_ones() {
    let names: Vec<&str> = reference().map(|helper| helper.name).collect();
    for (language, start, separator, end) in
        [("en", "There are: if", ", ", "."), ("zh", "可用：if", "、", "。")]
    {
        let rest = names[1..].iter().flat_map(|name| [separator, name]).collect::<String>();
        let path = format!("crates/diagnostic/messages/{language}/codes.ftl");
        matches(&path, |messages| between(messages, start, end, &rest));
    }
}
