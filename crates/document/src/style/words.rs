//! The words that a house style puts around values: every format prints the same ones.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::pattern::Pattern;
use crate::meta::Signature;
use crate::official::{DocumentNumber, Imprint, Secrecy};

/// The words around dates, numbers and names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// A date: `{year}`, `{month}`, `{day}`, and `{month_name}` out of `months`.
    pub date: Pattern,
    /// The months' names, January first; empty where dates name none.
    #[serde(default)]
    pub months: Vec<String>,
    /// Whom the document is addressed to: `{names}`.
    pub recipients: Pattern,
    /// What stands between two of them.
    pub recipients_separator: String,
    /// The same in 版记, where the first page has no room for them: `{names}`. None where they stay.
    #[serde(default)]
    pub recipients_in_imprint: Option<Pattern>,
    /// 密级和保密期限: `{level}`, `{term}`.
    pub secrecy: Pattern,
    /// 密级 without a term: `{level}`.
    pub secrecy_without_term: Pattern,
    /// 发文字号: `{code}`, `{year}`, `{sequence}`.
    pub number: Pattern,
    /// What opens the names of those who sign a document that goes upward.
    pub signers: String,
    /// What opens the list of attachments below the body.
    pub attachments: String,
    /// The number of each, where there are several: `{number}`.
    pub attachment_number: Pattern,
    /// What stands above an attachment on its page: `{number}`, empty where there is one.
    pub attachment: Pattern,
    /// 附注: `{note}`.
    pub note: Pattern,
    /// 抄送: `{names}`.
    pub copies: Pattern,
    /// What stands between two of them.
    pub copies_separator: String,
    /// 印发日期: `{date}`.
    pub printed: Pattern,
    /// What stands above a table of contents.
    pub contents: String,
}

impl Words {
    /// A date.
    pub fn date(&self, date: Date) -> String {
        let name = usize::try_from(date.month() - 1).ok().and_then(|month| self.months.get(month));
        self.date.fill(&[
            ("year", &date.year().to_string()),
            ("month", &date.month().to_string()),
            ("day", &date.day().to_string()),
            ("month_name", name.map_or("", String::as_str)),
        ])
    }

    /// 成文日期.
    pub fn signed(&self, signature: &Signature) -> String {
        self.date(signature.date)
    }

    /// 主送机关; none where the document is addressed to nobody.
    pub fn recipients(&self, recipients: &[String]) -> Option<String> {
        let names = recipients.join(&self.recipients_separator);
        (!names.is_empty()).then(|| self.recipients.fill(&[("names", &names)]))
    }

    /// 密级和保密期限.
    pub fn secrecy(&self, secrecy: &Secrecy) -> String {
        let level = secrecy.level.name();
        match &secrecy.term {
            Some(term) => self.secrecy.fill(&[("level", level), ("term", term)]),
            None => self.secrecy_without_term.fill(&[("level", level)]),
        }
    }

    /// 发文字号.
    pub fn number(&self, number: &DocumentNumber) -> String {
        let year = number.year.to_string();
        self.number.fill(&[("code", &number.code), ("year", &year), ("sequence", &number.sequence)])
    }

    /// The number before an attachment's title below the body; empty where it has none.
    pub fn attachment_number(&self, number: Option<usize>) -> String {
        number.map_or_else(String::new, |number| {
            self.attachment_number.fill(&[("number", &number.to_string())])
        })
    }

    /// What stands above an attachment on its own page.
    pub fn attachment(&self, number: Option<usize>) -> String {
        let number = number.map(|number| number.to_string()).unwrap_or_default();
        self.attachment.fill(&[("number", &number)])
    }

    /// 附注.
    pub fn note(&self, note: &str) -> String {
        self.note.fill(&[("note", note)])
    }

    /// 主送机关 in 版记; none where they stand above the body.
    pub fn recipients_in_imprint(&self, imprint: &Imprint) -> Option<String> {
        let words = self.recipients_in_imprint.as_ref().filter(|_| !imprint.recipients.is_empty())?;
        Some(words.fill(&[("names", &imprint.recipients.join(&self.recipients_separator))]))
    }

    /// 抄送机关; none for a document without copies.
    pub fn copies(&self, imprint: &Imprint) -> Option<String> {
        let names = imprint.copies_to.join(&self.copies_separator);
        (!names.is_empty()).then(|| self.copies.fill(&[("names", &names)]))
    }

    /// 印发日期.
    pub fn printed(&self, imprint: &Imprint) -> String {
        self.printed.fill(&[("date", &self.date(imprint.printed))])
    }
}
