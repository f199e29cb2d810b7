//! The examples of `docs/templates.md`, in both languages, pass the check.

use huibian_diagnostic::Source;

use super::shown;
use crate::{Countable, Entry, Kind, Scope, TemplateSet, front_matter};

fn scope() -> Scope {
    let mut scope = Scope::default();
    let row = [("date", Kind::Date), ("topic", Kind::Text)]
        .map(|(name, kind)| (name.to_owned(), Entry::given(kind)));
    for (name, entry) in [
        ("rollup", Entry::given(Kind::Boolean)),
        ("unit.name", Entry::given(Kind::Text)),
        ("period.name", Entry::given(Kind::Text)),
        ("period.start", Entry::given(Kind::Date)),
        ("facts.plan", Entry::optional(Kind::Text)),
        ("facts.note", Entry::optional(Kind::Text)),
        ("facts.titles", Entry::optional(Kind::List(Box::new(Kind::Text)))),
        ("fields.sessions", Entry::optional(Kind::List(Box::new(Kind::Group(row.into_iter().collect()))))),
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
