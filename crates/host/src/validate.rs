//! An answer held against what `plugin.toml` declares. What passes is trusted from here on.

use huibian_contract::text::refused;
use huibian_contract::{
    CountKind, CountValue, Fact, FactType, IndexMap, Message, Name, PluginManifest, Reported, Response, day,
};
use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_figure::{Figure, Origin, Record};
use rust_decimal::Decimal;

/// A valid answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Contribution {
    /// Counts, each declared and of its kind.
    pub counts: IndexMap<Name, Figure>,
    /// Facts, each declared and of its type.
    pub facts: IndexMap<Name, Fact>,
    /// What the clerk should know.
    pub findings: Vec<Message>,
}

/// Reads and checks an answer.
///
/// # Errors
/// P105 to P114, each naming the plugin and the count or fact at fault.
pub fn validate(manifest: &PluginManifest, bytes: &[u8]) -> Result<Contribution> {
    Contribution::of(manifest, response(manifest, bytes)?, |_| Origin::default())?.whole(manifest)
}

/// Reads an answer.
///
/// # Errors
/// P105 and P106.
pub fn response(manifest: &PluginManifest, bytes: &[u8]) -> Result<Response> {
    let failed = |code| failed(manifest, code);
    let text = simdutf8::basic::from_utf8(bytes).map_err(|_| failed(Code::ResponseNotText))?;
    serde_json::from_str(text).map_err(|error| failed(Code::ResponseMalformed).with("reason", error))
}

impl Contribution {
    /// An answer, each part of it as it is declared. `origin` says where a bare number comes from.
    ///
    /// # Errors
    /// P107 to P114, but for what is missing.
    pub fn of(
        manifest: &PluginManifest,
        response: Response,
        origin: impl Fn(&Name) -> Origin,
    ) -> Result<Self> {
        let mut contribution = Self::default();
        for (name, value) in response.counts {
            let Some((name, spec)) = manifest.counts.get_key_value(name.as_str()) else {
                let known = manifest.counts.keys().map(Name::as_str);
                let fault = failed(manifest, Code::UndeclaredCount);
                return Err(fault.with("name", &name).suggest(&name, known));
            };
            let (value, origin) = match value {
                CountValue::Traced { value, from } => (value, records(manifest, from)),
                CountValue::Bare(value) => (value, origin(name)),
            };
            if spec.kind == CountKind::Ratio {
                return Err(failed(manifest, Code::DerivedCount).with("name", name));
            }
            let Some(value) = number(spec.kind, &value) else {
                let expected = if spec.kind == CountKind::Integer { "integer" } else { "decimal" };
                let found = serde_json::to_string(&value).unwrap_or_default();
                let fault = failed(manifest, Code::CountKind).with("name", name);
                return Err(fault.with("expected", expected).with("found", found));
            };
            contribution.counts.insert(name.clone(), Figure { value, origin });
        }
        for (name, value) in response.facts {
            let Some((name, _)) = manifest.facts.get_key_value(name.as_str()) else {
                let known = manifest.facts.keys().map(Name::as_str);
                let fault = failed(manifest, Code::UndeclaredFact);
                return Err(fault.with("name", &name).suggest(&name, known));
            };
            contribution.add_fact(manifest, name, value)?;
        }
        contribution.findings =
            response.findings.into_iter().map(|message| labelled(manifest, message)).collect();
        Ok(contribution)
    }

    /// Adds a fact that is declared.
    ///
    /// # Errors
    /// P112 and P114 for one of another type, or with a character that no document may hold.
    pub(crate) fn add_fact(&mut self, manifest: &PluginManifest, name: &Name, value: Fact) -> Result<()> {
        let kind = manifest.facts.get(name).map(|spec| spec.kind);
        let fits = match (kind, &value) {
            (Some(FactType::Text), Fact::Text(_))
            | (Some(FactType::Texts), Fact::Texts(_))
            | (Some(FactType::Boolean), Fact::Boolean(_)) => true,
            (Some(FactType::Date), Fact::Text(date)) => day(date).is_some(),
            _ => false,
        };
        if !fits {
            let expected = kind.map(|kind| format!("{kind:?}").to_lowercase()).unwrap_or_default();
            let found = serde_json::to_string(&value).unwrap_or_default();
            let fault = failed(manifest, Code::FactType).with("name", name);
            return Err(fault.with("expected", expected).with("found", found));
        }
        let refused = match &value {
            Fact::Text(text) => refused(text),
            Fact::Texts(texts) => texts.iter().find_map(|text| refused(text)),
            _ => None,
        };
        if let Some(character) = refused {
            let character = format!("U+{:04X}", u32::from(character));
            let fault = failed(manifest, Code::ResponseCharacter).with("name", name);
            return Err(fault.with("character", character));
        }
        self.facts.insert(name.clone(), value);
        Ok(())
    }

    /// The contribution, where nothing is missing that is required.
    ///
    /// # Errors
    /// P110 and P113.
    pub(crate) fn whole(self, manifest: &PluginManifest) -> Result<Self> {
        let mut counts = manifest.counts.iter();
        let is_missing = |name: &Name| !self.counts.contains_key(name);
        let count =
            counts.find(|(name, spec)| spec.required && spec.kind != CountKind::Ratio && is_missing(name));
        if let Some((name, _)) = count {
            return Err(failed(manifest, Code::MissingCount).with("name", name));
        }
        let mut facts = manifest.facts.iter();
        match facts.find(|(name, spec)| spec.required && !self.facts.contains_key(*name)) {
            Some((name, _)) => Err(failed(manifest, Code::MissingFact).with("name", name)),
            None => Ok(self),
        }
    }
}

fn failed(manifest: &PluginManifest, code: Code) -> Diagnostic {
    Diagnostic::new(code).with("id", &manifest.id)
}

/// Records as a plugin's code names them, or `plugin.toml`.
pub(crate) fn records(manifest: &PluginManifest, from: Vec<String>) -> Origin {
    Origin::Records(from.into_iter().map(|text| Record::read(text, |name| named(manifest, name))).collect())
}

/// A message in the clerk's words: `{field}` is the label of a field that it names.
fn labelled(manifest: &PluginManifest, mut message: Message) -> Message {
    for name in &message.fields {
        if let Some(field) = manifest.fields.get(name) {
            message.text = message.text.map(|text| text.replace(&format!("{{{name}}}"), &field.label));
        }
    }
    message
}

/// A field or count by its name.
fn named<'m>(manifest: &'m PluginManifest, name: &str) -> Option<&'m Name> {
    let field = manifest.fields.get_key_value(name).map(|(name, _)| name);
    field.or_else(|| manifest.counts.get_key_value(name).map(|(name, _)| name))
}

/// A count that was reported, where it is one of its kind.
fn number(kind: CountKind, reported: &Reported) -> Option<Decimal> {
    match (kind, reported) {
        (_, Reported::Integer(number)) if *number >= 0 => Some((*number).into()),
        (CountKind::Decimal, Reported::Decimal(digits)) if is_decimal(digits) => digits.parse().ok(),
        _ => None,
    }
}

/// Digits, perhaps with a point and more digits, below nothing with a minus. No exponent.
fn is_decimal(text: &str) -> bool {
    let text = text.strip_prefix('-').unwrap_or(text);
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    text.len() <= 28 && digits(whole) && digits(fraction)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> PluginManifest {
        toml::from_str(
            r#"
            id = "x"
            version = "1"
            title = "x"
            contract = 1
            library = "x"
            slots = []
            facts.note = { label = "n", type = "text" }
            counts.a = { label = "a", required = true }
            counts.b = { label = "b", kind = "decimal", scale = 2 }
            counts.r = { label = "r", kind = "ratio", ratio = { num = "a", den = "b" } }
            "#,
        )
        .unwrap()
    }

    #[test]
    fn every_fault_has_its_name() {
        for (answer, code) in [
            (&b"\xff"[..], Code::ResponseNotText),
            (b"{", Code::ResponseMalformed),
            (b"[1]", Code::ResponseMalformed),
            (br#"{"counts":{"a":1,"z":1}}"#, Code::UndeclaredCount),
            (br#"{"counts":{"a":1.5}}"#, Code::CountKind),
            (br#"{"counts":{"a":-1}}"#, Code::CountKind),
            (br#"{"counts":{"a":"12"}}"#, Code::CountKind),
            (br#"{"counts":{"a":null}}"#, Code::CountKind),
            (br#"{"counts":{"a":99999999999999999999}}"#, Code::CountKind),
            (br#"{"counts":{"a":1,"b":"1e5"}}"#, Code::CountKind),
            (br#"{"counts":{"a":1,"b":"NaN"}}"#, Code::CountKind),
            (br#"{"counts":{"a":1,"r":1}}"#, Code::DerivedCount),
            (br#"{"counts":{}}"#, Code::MissingCount),
            (br#"{"counts":{"a":1},"facts":{"y":"t"}}"#, Code::UndeclaredFact),
            (br#"{"counts":{"a":1},"facts":{"note":["t"]}}"#, Code::FactType),
            (br#"{"counts":{"a":1},"facts":{"note":"\u0007"}}"#, Code::ResponseCharacter),
        ] {
            let fault = validate(&manifest(), answer).expect_err(&String::from_utf8_lossy(answer));
            assert_eq!(fault.code(), code, "{}", String::from_utf8_lossy(answer));
        }
    }

    #[test]
    fn a_good_answer_passes() {
        let answer = br#"{"counts":{"a":{"value":12,"from":["s#1-12"]},"b":"3.50"},"facts":{"note":"t"}}"#;
        let contribution = validate(&manifest(), answer).unwrap();
        let origin = Origin::of(Record::Text("s#1-12".to_owned()));
        assert_eq!(contribution.counts["a"], Figure { value: 12.into(), origin });
        assert_eq!(contribution.counts["b"].value.to_string(), "3.50");
    }
}
