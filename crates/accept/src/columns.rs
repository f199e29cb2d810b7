//! The columns of a list of findings, by their heads in either language.

use huibian_diagnostic::{Catalog, Lang};

/// A column of a list of findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// What the finding is called.
    Finding,
    /// Whose data it is about.
    Unit,
    /// The check, count or field it is about.
    Subject,
    /// What it says.
    Problem,
    /// Why it is right as it is.
    Reason,
    /// Who says so.
    By,
    /// The day.
    On,
    /// What the finding is known by wherever its data stand.
    Print,
}

impl Column {
    /// Those of the file that is kept, in order.
    pub const KEPT: [Self; 8] = [
        Self::Finding,
        Self::Unit,
        Self::Subject,
        Self::Problem,
        Self::Reason,
        Self::By,
        Self::On,
        Self::Print,
    ];

    /// The text of the catalogs that heads it.
    pub fn text(self) -> &'static str {
        match self {
            Self::Finding => "column-finding",
            Self::Unit => "column-unit",
            Self::Subject => "column-subject",
            Self::Problem => "column-problem",
            Self::Reason => "column-reason",
            Self::By => "column-by",
            Self::On => "column-on",
            Self::Print => "column-print",
        }
    }

    /// Its head in a language.
    pub fn head(self, lang: Lang) -> String {
        Catalog::of(lang).text(self.text(), &[])
    }

    /// The column that a head names, in either language.
    pub fn named(head: &str) -> Option<Self> {
        let head = head.trim();
        let is_it = |column: &Self| [Lang::Zh, Lang::En].iter().any(|lang| column.head(*lang) == head);
        Self::KEPT.into_iter().find(is_it)
    }
}
