//! What a name stands for at the place where it is used.

use handlebars::template::Parameter;
use huibian_diagnostic::Code;

use super::Checker;
use crate::path::{self, Reference};
use crate::scope::{Entry, NameKind, Names, dotted};

/// What `this` is between `{{#each}}` or `{{#with}}` and its end.
pub struct Frame<'c> {
    /// `None` where it could not be found out; then nothing inside is a fault.
    pub this: Option<This<'c>>,
    /// What a name inside begins with to be the same value everywhere.
    pub key: String,
    /// Whether `@index` and its like are known.
    pub in_loop: bool,
}

/// The value that names inside a frame are relative to.
#[derive(Clone, Copy)]
pub enum This<'c> {
    /// The names of a group, or of the whole scope.
    Names(&'c Names),
    /// Something with no names of its own, or any.
    NameKind(&'c NameKind),
}

impl<'c> This<'c> {
    pub fn of(kind: &'c NameKind) -> Self {
        match kind {
            NameKind::Group(names) => Self::Names(names),
            kind => Self::NameKind(kind),
        }
    }
}

/// A name that was found.
pub struct Found<'c> {
    /// The same for the same value, however it is written.
    pub key: String,
    /// What it is.
    pub this: This<'c>,
    /// Whether it may be missing.
    pub optional: bool,
}

impl<'c> Checker<'c> {
    /// What a parameter names. A fault where nothing declares it, or where it is no name.
    pub fn find(&mut self, parameter: &Parameter, at: (usize, usize)) -> Option<Found<'c>> {
        let shown = parameter.as_name().unwrap_or_default();
        match path::read(parameter) {
            Some(Reference::Value { up, names }) => self.value(up, &names, shown, at),
            Some(Reference::Local { up, name }) => self.local(up, name, shown, at),
            None => {
                match parameter {
                    Parameter::Subexpression(_) => {
                        self.unsupported("subexpression", "(", at);
                    }
                    _ => self.fail(Code::UnknownName, at, shown, |d| d.with("name", shown)),
                }
                None
            }
        }
    }

    fn value(
        &mut self,
        up: Option<usize>,
        names: &[&str],
        shown: &str,
        at: (usize, usize),
    ) -> Option<Found<'c>> {
        let depth = match up {
            None => Some(0),
            Some(up) => (self.frames.len() - 1).checked_sub(up),
        };
        let Some(depth) = depth else {
            self.unknown(names, shown, at);
            return None;
        };
        if depth == 0 && names.first() == Some(&"counts") {
            self.fail(Code::PlainNumber, at, shown, |d| d.with("name", shown));
            return None;
        }
        let frame = &self.frames[depth];
        let this = frame.this?;
        let mut found = Found { key: frame.key.clone(), this, optional: false };
        for name in names {
            let entry = match found.this {
                This::Names(inner) => inner.get(*name).map(|entry| (This::of(&entry.kind), entry)),
                This::NameKind(NameKind::Open) => Some((This::NameKind(&NameKind::Text), &ANY)),
                This::NameKind(_) => None,
            };
            let Some((this, entry)) = entry else {
                self.unknown(names, shown, at);
                return None;
            };
            found.key.push('.');
            found.key.push_str(name);
            found.this = this;
            found.optional = entry.may_be_missing();
        }
        Some(found)
    }

    fn local(&mut self, up: usize, name: &str, shown: &str, at: (usize, usize)) -> Option<Found<'c>> {
        let frame = self.frames.iter().rev().nth(up);
        let known = frame.is_some_and(|frame| frame.in_loop);
        let kind = match name {
            "index" if known => &NameKind::Number,
            "first" | "last" if known => &NameKind::Boolean,
            _ => {
                let known = if known { &LOCALS[..] } else { &[] };
                self.fail(Code::UnknownName, at, shown, |d| {
                    d.with("name", shown).suggest(shown, known.iter().copied())
                });
                return None;
            }
        };
        Some(Found { key: shown.to_owned(), this: This::NameKind(kind), optional: false })
    }

    /// A name that nothing declares; the same name further out is what was meant, else one that looks like it.
    fn unknown(&mut self, names: &[&str], shown: &str, at: (usize, usize)) {
        let name = names.join(".");
        let outer = self.frames.iter().rev().enumerate().skip(1).find_map(|(up, frame)| match frame.this {
            Some(This::Names(outer)) if dotted(outer).contains(&name) => Some("../".repeat(up) + &name),
            _ => None,
        });
        let known = match (outer, self.frames.last().and_then(|frame| frame.this)) {
            (Some(outer), _) => vec![outer],
            (None, Some(This::Names(names))) => dotted(names),
            (None, _) => self
                .frames
                .first()
                .and_then(|frame| match frame.this {
                    Some(This::Names(names)) => Some(dotted(names)),
                    _ => None,
                })
                .unwrap_or_default(),
        };
        self.fail(Code::UnknownName, at, shown, |d| {
            d.with("name", shown).suggest(shown, known.iter().map(String::as_str))
        });
    }

    /// A value that is used: it must be known to be there.
    pub fn must_be_there(&mut self, found: &Found<'_>, shown: &str, at: (usize, usize)) {
        if found.optional && !self.is_present(&found.key) {
            self.may_be_missing(at, shown, ("value", shown), format!("if {shown}"));
        }
    }

    /// T009, with what a tag asks that knows whether it is there. `kind` says what it is used as: `value`, or `list` in a loop's
    /// own tag.
    pub fn may_be_missing(
        &mut self,
        at: (usize, usize),
        name: &str,
        (kind, shown): (&str, &str),
        asks: String,
    ) {
        let file = if self.scope.is_word_file { "word" } else { "text" };
        let close = asks.split(' ').next().unwrap_or_default().to_owned();
        self.fail(Code::MayBeMissing, at, name, |fault| {
            let fault = fault.with("name", shown).with("kind", kind).with("file", file);
            fault.with("asks", asks).with("close", close)
        });
    }

    pub fn is_present(&self, key: &str) -> bool {
        self.present.iter().any(|present| present == key)
    }
}

const LOCALS: [&str; 3] = ["@index", "@first", "@last"];

/// What stands under an open group's names.
static ANY: Entry = Entry { kind: NameKind::Text, optional: true };
