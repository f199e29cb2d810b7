//! What a template may name: values by dotted path, counts by key, slots.

use huibian_contract::{IndexMap, PluginId};
use huibian_diagnostic::Location;

use crate::front_matter::SlotKind;

/// What a name stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameKind {
    /// Words, printed as they are.
    Text,
    /// A day, printed by `{{date}}`.
    Date,
    /// A number that is no count: it cannot be traced, so it is not printed.
    Number,
    /// Yes or no, asked about by `{{#if}}`.
    Boolean,
    /// A list, of texts or of records. It may be empty, so it counts as optional whatever its entry says.
    List(Box<NameKind>),
    /// Names under this name.
    Group(Names),
    /// Any name under this name, each an optional text.
    Open,
}

/// Names and what they stand for.
pub type Names = IndexMap<String, Entry>;

/// A name's kind, and whether it may be missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it stands for.
    pub kind: NameKind,
    /// Whether it may be missing.
    pub optional: bool,
}

impl Entry {
    /// A name that is always there.
    pub fn given(kind: NameKind) -> Self {
        Self { kind, optional: false }
    }

    /// A name that may be missing.
    pub fn optional(kind: NameKind) -> Self {
        Self { kind, optional: true }
    }

    /// Whether a template must ask before it uses it.
    pub(crate) fn may_be_missing(&self) -> bool {
        match &self.kind {
            NameKind::List(_) | NameKind::Open => true,
            NameKind::Group(names) => self.optional || names.values().all(Self::may_be_missing),
            _ => self.optional,
        }
    }
}

/// A count that a template may name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Countable {
    /// Whether it may be missing.
    pub optional: bool,
    /// Whether it is a whole number, which Chinese numerals can write.
    pub whole: bool,
    /// Whether it has a value from the year's beginning.
    pub cumulative: bool,
}

/// A slot as a report declares it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeclaredSlot {
    /// What plugins give it.
    pub kind: SlotKind,
    /// Where it is declared.
    pub place: Location,
}

/// The names a template may use.
#[derive(Clone, Debug, Default)]
pub struct Scope {
    /// Values, by the first part of their dotted names.
    pub names: Names,
    /// Counts, by the names that `{{count}}` takes: bare for the section's own plugin, `plugin/name` for others.
    pub counts: IndexMap<String, Countable>,
    /// The plugin whose section it is.
    pub plugin: Option<PluginId>,
    /// The slots that a report declares.
    pub slots: IndexMap<String, DeclaredSlot>,
    /// Whether the template is a Word file, in which controls do what tags do.
    pub is_word_file: bool,
}

impl Scope {
    /// Adds a dotted name: `facts.titles`.
    pub fn declare(&mut self, path: &str, entry: Entry) {
        insert(&mut self.names, path, entry);
    }
}

fn insert(names: &mut Names, path: &str, entry: Entry) {
    let Some((first, rest)) = path.split_once('.') else {
        names.insert(path.to_owned(), entry);
        return;
    };
    let group =
        names.entry(first.to_owned()).or_insert_with(|| Entry::given(NameKind::Group(Names::default())));
    if let NameKind::Group(inner) = &mut group.kind {
        insert(inner, rest, entry);
    }
}

/// Every dotted name under `names`, for suggestions.
pub(crate) fn dotted(names: &Names) -> Vec<String> {
    let mut all = Vec::new();
    for (name, entry) in names {
        all.push(name.clone());
        if let NameKind::Group(inner) = &entry.kind {
            all.extend(dotted(inner).into_iter().map(|rest| format!("{name}.{rest}")));
        }
    }
    all
}
