//! An answer held against what `plugin.toml` declares. What passes is trusted from here on.

use huibian_contract::text::refused;
use huibian_contract::{
    CountKind, CountValue, Fact, FactType, IndexMap, Message, Name, PluginManifest, Reported, Response,
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
    validate_response(manifest, response(manifest, bytes)?)
}

/// Reads an answer.
///
/// # Errors
/// P105 and P106.
pub fn response(manifest: &PluginManifest, bytes: &[u8]) -> Result<Response> {
    let failed = |code| Diagnostic::new(code).with("id", &manifest.id);
    let text = simdutf8::basic::from_utf8(bytes).map_err(|_| failed(Code::ResponseNotText))?;
    serde_json::from_str(text).map_err(|error| failed(Code::ResponseMalformed).with("reason", error))
}

/// Validates an answer against what is declared.
///
/// # Errors
/// P107 to P114.
pub fn validate_response(manifest: &PluginManifest, response: Response) -> Result<Contribution> {
    let failed = |code| Diagnostic::new(code).with("id", &manifest.id);
    let mut contribution = Contribution::default();
    for (name, value) in response.counts {
        let Some((name, spec)) = manifest.counts.get_key_value(name.as_str()) else {
            let known = manifest.counts.keys().map(Name::as_str);
            return Err(failed(Code::UndeclaredCount).with("name", &name).suggest(&name, known));
        };
        let (value, from) = match value {
            CountValue::Traced { value, from } => (value, from),
            CountValue::Bare(value) => (value, Vec::new()),
        };
        if spec.kind == CountKind::Ratio {
            return Err(failed(Code::DerivedCount).with("name", name));
        }
        let Some(value) = number(spec.kind, &value) else {
            let expected = if spec.kind == CountKind::Integer { "integer" } else { "decimal" };
            let found = serde_json::to_string(&value).unwrap_or_default();
            let fault = failed(Code::CountKind).with("name", name);
            return Err(fault.with("expected", expected).with("found", found));
        };
        let records = from.into_iter().map(|text| Record::read(text, |name| named(manifest, name)));
        let origin = Origin::Records(records.collect());
        contribution.counts.insert(name.clone(), Figure { value, origin });
    }
    let missing = |(name, required): (&Name, bool)| required && !contribution.counts.contains_key(name);
    let mut required =
        manifest.counts.iter().map(|(name, spec)| (name, spec.required && spec.kind != CountKind::Ratio));
    if let Some((name, _)) = required.find(|count| missing(*count)) {
        return Err(failed(Code::MissingCount).with("name", name));
    }
    for (name, value) in response.facts {
        let Some((name, spec)) = manifest.facts.get_key_value(name.as_str()) else {
            let known = manifest.facts.keys().map(Name::as_str);
            return Err(failed(Code::UndeclaredFact).with("name", &name).suggest(&name, known));
        };
        let fits = match (spec.kind, &value) {
            (FactType::Text, Fact::Text(_))
            | (FactType::Texts, Fact::Texts(_))
            | (FactType::Boolean, Fact::Boolean(_)) => true,
            (FactType::Date, Fact::Text(date)) => date.parse::<jiff::civil::Date>().is_ok(),
            _ => false,
        };
        if !fits {
            let expected = format!("{:?}", spec.kind).to_lowercase();
            let found = serde_json::to_string(&value).unwrap_or_default();
            return Err(failed(Code::FactType)
                .with("name", name)
                .with("expected", expected)
                .with("found", found));
        }
        let refused = match &value {
            Fact::Text(text) => refused(text),
            Fact::Texts(texts) => texts.iter().find_map(|text| refused(text)),
            _ => None,
        };
        if let Some(character) = refused {
            let character = format!("U+{:04X}", u32::from(character));
            return Err(failed(Code::ResponseCharacter).with("name", name).with("character", character));
        }
        contribution.facts.insert(name.clone(), value);
    }
    if let Some((name, _)) =
        manifest.facts.iter().find(|(n, spec)| spec.required && !contribution.facts.contains_key(*n))
    {
        return Err(failed(Code::MissingFact).with("name", name));
    }
    contribution.findings =
        response.findings.into_iter().map(|message| labelled(manifest, message)).collect();
    Ok(contribution)
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
