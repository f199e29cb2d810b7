//! A diagnostic as files and other programs have it: one shape for the record of a run and for what `--json` prints.

use huibian_contract::{IndexMap, PluginId, Severity};
use serde::{Deserialize, Serialize};

use crate::{Accepted, Argument, Catalog, Code, Diagnostic, FieldKey, Kept, Location};

/// A diagnostic with its words. Words, plugin, field and fingerprint follow from the rest, and are there for readers
/// without the program; a [`Diagnostic`] is made of the rest again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!from))]
#[serde(from = "Read")]
pub struct Entry {
    /// The stable code: `U003`.
    pub code: Code,
    /// How much it weighs.
    pub severity: Severity,
    /// The name of the unit it concerns, where it concerns one and that does not stand around it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// The plugin it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plugin: Option<PluginId>,
    /// The field it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<FieldKey>,
    /// What happened.
    pub message: String,
    /// What to do about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Location>,
    /// What fills the message.
    #[serde(default, skip_serializing_if = "IndexMap::is_empty")]
    pub arguments: IndexMap<String, Argument>,
    /// What was probably meant.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suggestion: Option<String>,
    /// Who let it through, where someone did: then it neither fails a run nor is a remark.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub accepted: Option<Accepted>,
    /// What it is known by from run to run.
    pub fingerprint: String,
}

impl Entry {
    /// A diagnostic in the words of a catalog.
    pub fn new(fault: &Diagnostic, catalog: &Catalog) -> Self {
        let arguments = fault.arguments().iter().map(|(name, value)| (name.to_string(), value.clone()));
        Self {
            code: fault.code(),
            severity: fault.severity(),
            unit: None,
            plugin: fault.plugin().cloned(),
            field: fault.field(),
            message: catalog.message(fault),
            help: None,
            place: fault.location().cloned(),
            arguments: arguments.collect(),
            suggestion: fault.suggestion().map(str::to_owned),
            accepted: fault.accepted().cloned(),
            fingerprint: fault.fingerprint(),
        }
    }

    /// The diagnostic itself.
    pub fn diagnostic(&self) -> Diagnostic {
        let Self { code, severity, place, arguments, suggestion, accepted, .. } = self.clone();
        Kept { code, severity, place, arguments, suggestion, accepted }.into()
    }

    /// What people call it by: its code and its fingerprint, `K011-543d398bb090dc64`.
    pub fn id(&self) -> String {
        format!("{}-{}", self.code, self.fingerprint)
    }
}

/// An entry as it is read. Records of before had findings without a code, with their words under `text`.
#[derive(Deserialize)]
struct Read {
    code: Option<Code>,
    #[serde(default = "error")]
    severity: Severity,
    unit: Option<String>,
    plugin: Option<String>,
    field: Option<FieldKey>,
    #[serde(default)]
    check: String,
    #[serde(default, alias = "text")]
    message: String,
    help: Option<String>,
    place: Option<Location>,
    #[serde(default)]
    arguments: IndexMap<String, Argument>,
    suggestion: Option<String>,
    accepted: Option<Accepted>,
    #[serde(default)]
    fingerprint: String,
}

fn error() -> Severity {
    Severity::Error
}

impl From<Read> for Entry {
    fn from(read: Read) -> Self {
        let Read {
            severity,
            unit,
            field,
            message,
            help,
            place,
            mut arguments,
            suggestion,
            accepted,
            fingerprint,
            ..
        } = read;
        let plugin = read.plugin.and_then(|id| PluginId::new(&id).ok());
        let code = read.code.unwrap_or_else(|| {
            arguments.extend(plugin.clone().map(|id| ("plugin".to_owned(), id.into())));
            arguments.insert("message".to_owned(), message.as_str().into());
            if read.check.is_empty() {
                return Code::PluginRemark;
            }
            arguments.insert("check".to_owned(), read.check.into());
            Code::CheckFailed
        });
        Self {
            code,
            severity,
            unit,
            plugin,
            field,
            message,
            help,
            place,
            arguments,
            suggestion,
            accepted,
            fingerprint,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Lang, Listing};

    #[test]
    fn an_entry_becomes_its_diagnostic_again() {
        let fault = Diagnostic::new(Code::FieldMissing)
            .with("plugin", PluginId::new("patrol").unwrap())
            .with("field", "sites")
            .with("label", "场所")
            .at(Location::file("data/a.toml"));
        let entry = Entry::new(&fault, Catalog::of(Lang::En));
        assert_eq!(entry.field.as_ref().unwrap().to_string(), "patrol.sites");
        let json = serde_json::to_string(&entry).unwrap();
        let read: Entry = serde_json::from_str(&json).unwrap();
        assert_eq!((&read, read.diagnostic()), (&entry, fault));
    }

    #[test]
    fn what_was_let_through_is_so_in_a_record_and_is_the_same_finding() {
        let mut found = Diagnostic::new(Code::CheckFailed).with("plugin", PluginId::new("patrol").unwrap());
        let print = found.fingerprint();
        let accepted = Accepted { reason: "属实".into(), by: "张三".into(), on: "2023-07-06".into() };
        found.set_accepted(Some(accepted.clone()));
        assert!(!found.fails() && found.may_be_accepted() && found.fingerprint() == print);
        let entry = Entry::new(&found, Catalog::of(Lang::Zh));
        assert_eq!(entry.id(), format!("K001-{print}"));
        let read: Entry = serde_json::from_str(&serde_json::to_string(&entry).unwrap()).unwrap();
        assert_eq!((read.diagnostic(), read.accepted.as_ref()), (found, Some(&accepted)));
        let listing = Listing::new(1, vec![read, Entry { accepted: None, ..entry }]);
        assert_eq!((listing.faults, listing.remarks, listing.accepted), (1, 0, 1));
    }

    #[test]
    fn entries_of_before_are_read() {
        let finding =
            r#"{"severity":"warning","plugin":"patrol","check":"sum","text":"不符","place":"a.toml:3:1"}"#;
        let entry: Entry = serde_json::from_str(finding).unwrap();
        assert_eq!((entry.code, entry.severity), (Code::CheckFailed, Severity::Warning));
        assert_eq!(Catalog::of(Lang::Zh).message(&entry.diagnostic()), "不符");
        assert_eq!(entry.place.unwrap().to_string(), "a.toml:3:1");
        let fault = r#"{"code":"U003","place":null,"message":"缺少","plugin":"patrol"}"#;
        let entry: Entry = serde_json::from_str(fault).unwrap();
        assert_eq!((entry.code, entry.message.as_str()), (Code::FieldMissing, "缺少"));
    }
}
