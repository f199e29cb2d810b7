//! What came of a plugin's examples, written into its `plugin.toml`; comments and all else stay.

use huibian_contract::{Example, ExpectedFindings, Fact, PluginManifest};
use huibian_diagnostic::{Code, Diagnostic, Result};
use huibian_host::PluginFolder;
use toml_edit::{Array, DocumentMut, Item, Table, Value};

use crate::example::Ran;
use crate::trial::Answer;

/// Writes what came of the examples into `plugin.toml`, as what they expect. An example that failed keeps what it has.
/// Returns how many examples were changed.
///
/// # Errors
/// O004 when the file cannot be written.
pub fn bless(folder: &PluginFolder, ran: &[Ran]) -> Result<usize> {
    let text = &folder.source.text;
    let Ok(mut file) = text.parse::<DocumentMut>() else {
        return Err(Diagnostic::new(Code::Internal).with("reason", "plugin.toml does not parse twice"));
    };
    let mut changed = 0;
    if let Some(tables) = file.get_mut("example").and_then(Item::as_array_of_tables_mut) {
        let manifest = &folder.manifest;
        for ((table, ran), example) in tables.iter_mut().zip(ran).zip(&manifest.example) {
            if let (Ok(answer), false) = (&ran.answer, ran.passed() && !is_bare(example)) {
                write(table, manifest, example, answer);
                changed += 1;
            }
        }
    }
    if changed > 0 {
        huibian_store::write_all(std::iter::once((
            folder.source.path.to_path_buf(),
            file.to_string().into_bytes(),
        )))?;
    }
    Ok(changed)
}

/// Whether an example does not yet say what its sections say.
fn is_bare(example: &Example) -> bool {
    example.sections.is_empty() && example.error.is_none()
}

fn write(table: &mut Table, manifest: &PluginManifest, example: &Example, answer: &Answer) {
    table.remove("error");
    let counts = answer.counts.iter().map(|(name, digits)| (name.as_str(), number(digits)));
    replace(inner(table, "counts"), counts.collect());
    if example.facts.is_some() {
        let facts = answer.facts.iter().map(|(name, fact)| (name.as_str(), of_fact(fact)));
        replace(inner(table, "facts"), facts.collect());
    }
    match &example.findings {
        Some(ExpectedFindings::Count(_)) => {
            set(table, "findings", i64::try_from(answer.findings.len()).unwrap_or(i64::MAX).into());
        }
        None if answer.findings.is_empty() => {}
        _ => set(table, "findings", Array::from_iter(answer.remarks()).into()),
    }
    let chosen = |slot: &&huibian_contract::Name| {
        example.sections.is_empty() || example.sections.contains_key(slot.as_str())
    };
    let sections = manifest.slots.iter().filter(chosen).map(|slot| {
        let text = answer.sections.get(slot).map_or("", |text| text.markdown.as_str());
        (slot.as_str(), paragraphs(text))
    });
    replace(inner(table, "sections"), sections.collect());
}

/// A table below an example, made where it is not there.
fn inner<'t>(table: &'t mut Table, name: &str) -> Option<&'t mut dyn toml_edit::TableLike> {
    if !table.contains_key(name) {
        table.insert(name, Item::Table(Table::new()));
    }
    table.get_mut(name).and_then(Item::as_table_like_mut)
}

/// Makes a table hold these values and no other; a value that stays keeps its comments.
fn replace(table: Option<&mut dyn toml_edit::TableLike>, values: Vec<(&str, Value)>) {
    let Some(table) = table else { return };
    let gone: Vec<String> = table
        .iter()
        .map(|(name, _)| name.to_owned())
        .filter(|name| !values.iter().any(|(kept, _)| kept == name))
        .collect();
    for name in gone {
        table.remove(&name);
    }
    for (name, value) in values {
        place(table, name, value);
    }
}

fn set(table: &mut Table, name: &str, value: Value) {
    place(table, name, value);
}

fn place(table: &mut dyn toml_edit::TableLike, name: &str, mut value: Value) {
    if let Some(old) = table.get(name).and_then(Item::as_value) {
        if old.to_string().trim() == value.to_string().trim() {
            return;
        }
        *value.decor_mut() = old.decor().clone();
    }
    match table.get_mut(name) {
        Some(item) => *item = Item::Value(value),
        None => {
            table.insert(name, Item::Value(value));
        }
    }
}

/// Digits as TOML has them: what a float would lose is kept as text.
fn number(digits: &str) -> Value {
    match digits.parse::<i64>() {
        Ok(whole) => whole.into(),
        Err(_) => digits.into(),
    }
}

fn of_fact(fact: &Fact) -> Value {
    match fact {
        Fact::Boolean(yes) => (*yes).into(),
        Fact::Text(text) => text.as_str().into(),
        Fact::Texts(texts) => Array::from_iter(texts).into(),
        Fact::Other(value) => value.to_string().into(),
    }
}

/// A text of several lines stands on several lines.
fn paragraphs(text: &str) -> Value {
    let literal = |text: &str| text.contains("\"\"\"") || text.contains('\\') || text.contains('\r');
    if !text.contains('\n') || literal(text) {
        return text.into();
    }
    let written = format!("\"\"\"\n{text}\n\"\"\"");
    written.parse().unwrap_or_else(|_| text.into())
}
