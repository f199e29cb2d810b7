//! What is declared of a helper: how it is called and what it means. Registration, the check of templates and the table in
//! docs/templates.md follow from it.

use handlebars::{Context, Handlebars, Helper, HelperResult, Output, RenderContext};
use huibian_contract::Basis;

use crate::evaluate::Evaluate;
use crate::placed::PlacedKind;

/// A helper.
pub struct Declaration {
    /// What templates call it.
    pub name: &'static str,
    /// How it is written.
    pub form: Form,
    /// What it takes, in order. The first is required, further ones may be left out.
    pub arguments: &'static [Argument],
    /// What it takes by name.
    pub keys: &'static [Key],
    /// What comes of it.
    pub yields: Yields,
    /// What it does, in Chinese and in English.
    pub meaning: (&'static str, &'static str),
    /// What writes it; none for what Handlebars brings itself.
    pub run: Option<Run>,
    /// What it does where nothing is written.
    pub evaluate: Evaluate,
}

/// The code of a helper, as Handlebars calls it.
pub type Run = for<'reg, 'rc> fn(
    &Helper<'rc>,
    &'reg Handlebars<'reg>,
    &'rc Context,
    &mut RenderContext<'reg, 'rc>,
    &mut dyn Output,
) -> HelperResult;

/// How a helper is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `{{name …}}`.
    Inline,
    /// `{{#name …}}…{{/name}}`.
    Block,
    /// Either.
    Either,
}

/// An argument.
#[derive(Clone, Copy)]
pub enum Argument {
    /// A count's name, in quotes.
    Count(CountUse),
    /// A slot's name, in quotes.
    Slot,
    /// The name of a value.
    Value(ValueKind),
    /// One of these periods, in quotes.
    Period(&'static [Basis]),
    /// This word, in quotes.
    Word(&'static str),
    /// A name in quotes: of a file, a chart or a table.
    Name {
        /// Whether a text may hold it.
        or_value: bool,
    },
}

/// How a helper uses a count.
#[derive(Clone, Copy)]
pub struct CountUse {
    /// Which period's value it is, unless another argument names one.
    pub basis: Basis,
    /// When it must be known to be there.
    pub presence: Presence,
    /// Whether it must be a whole number; then a loop's `@index` does as well.
    pub whole: bool,
}

impl CountUse {
    /// The count's value in the report's period.
    pub const NOW: Self = Self { basis: Basis::Now, presence: Presence::Required, whole: false };
}

/// When a count must be known to be there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// In the period that is named.
    Required,
    /// In the report's period; that it is missing elsewhere is put into words.
    RequiredNow,
    /// Never: that is the question.
    Asked,
}

/// What a named value must be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ValueKind {
    /// Anything but a count or a number.
    Condition,
    /// A list.
    List,
    /// A group of names.
    Group,
    /// A list of texts.
    Texts,
    /// A day.
    Day,
}

/// An argument by name.
#[derive(Clone, Copy)]
pub struct Key {
    /// Its name.
    pub name: &'static str,
    /// Whether it must be given.
    pub required: bool,
}

/// What comes of a helper.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Yields {
    /// Words in the line.
    Words,
    /// One of its branches.
    Branch,
    /// Its items in one sentence.
    Enumeration,
    /// What plugins give a slot, or the words around it.
    Slot,
    /// The place of a slot in the words around it.
    SlotContents,
    /// Something on a line of its own.
    Placed(PlacedKind),
}

impl Declaration {
    /// How it is called, for readers: `{{change "count" ["previous"/"last_year"]}}`.
    pub fn usage(&self) -> String {
        let mut call = self.name.to_owned();
        for (index, argument) in self.arguments.iter().enumerate() {
            let shown = argument.usage();
            call.extend(if index == 0 { [" ", &shown, ""] } else { [" [", &shown, "]"] });
        }
        for Key { name, required } in self.keys {
            let shown = format!("{name}=\"…\"");
            call.extend(if *required { [" ", &shown, ""] } else { [" [", &shown, "]"] });
        }
        let block = format!("{{{{#{call}}}}}…{{{{/{}}}}}", self.name);
        match self.form {
            Form::Inline => format!("{{{{{call}}}}}"),
            Form::Block => block,
            Form::Either => format!("{{{{{call}}}}} {block}"),
        }
    }
}

impl Argument {
    fn usage(&self) -> String {
        match self {
            Self::Count(_) => "\"count\"".to_owned(),
            Self::Slot => "\"slot\"".to_owned(),
            Self::Value(ValueKind::Condition) => "value".to_owned(),
            Self::Value(ValueKind::List) => "list".to_owned(),
            Self::Value(ValueKind::Group) => "group".to_owned(),
            Self::Value(ValueKind::Texts) => "texts".to_owned(),
            Self::Value(ValueKind::Day) => "day".to_owned(),
            Self::Period(known) => {
                known.iter().map(|basis| format!("\"{basis}\"")).collect::<Vec<_>>().join("/")
            }
            Self::Word(word) => format!("\"{word}\""),
            Self::Name { or_value: false } => "\"name\"".to_owned(),
            Self::Name { or_value: true } => "\"file\"/text".to_owned(),
        }
    }
}
