//! `huibian tags`: what a Word template asks for, and what is wrong with it at its places.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;
use huibian_diagnostic::{Code, Diagnostic, Faults, Location};
use huibian_engine::workspace::Overrides;
use huibian_soffice::{Unconverted, docx};
use huibian_store::stage;
use huibian_wordform::{Asked, AskedKind, Remark, WordTemplate, with_remarks};
use huibian_writers::Scratch;
use huibian_writers::package::Package;
use serde_json::{Map, Value, json};

use crate::context::Context;
use crate::end::{End, Ending};
use crate::flow::Flow;

/// Which file, and how it is told.
#[derive(Args)]
pub struct Tags {
    file: PathBuf,
    #[arg(long)]
    json: bool,
    #[arg(long)]
    draft: Option<PathBuf>,
}

impl Flow for Tags {
    fn run(self, context: &Context<'_>) -> Ending {
        let printer = context.printer;
        let bytes = huibian_config::file::bytes(&self.file).map_err(|error| {
            Diagnostic::new(Code::FileUnreadable).with("path", self.file.display()).with("reason", error)
        })?;
        let bytes = docx(&self.file, bytes).map_err(|Unconverted(kind)| {
            let fault = Diagnostic::new(Code::WordTemplate).with("reason", "convert");
            fault.with("detail", kind).at(Location::file(&self.file))
        })?;
        let read = WordTemplate::read(&self.file, &bytes);
        let faults = match &read {
            Ok(template) => faults_in_workspace(context, &self.file, &template.faults),
            Err(refused) => faults_in_workspace(context, &self.file, &refused.faults),
        };
        if let Some(draft) = &self.draft {
            write_draft(context, draft, &self.file, &bytes, &faults)?;
        }
        if let Ok(template) = &read {
            let asked = template.asks();
            if self.json {
                printer.say(serde_json::to_string_pretty(&schema(&self.file, &asked)).unwrap_or_default());
            } else {
                for one in &asked {
                    let numbers: Vec<String> = one.paragraphs.iter().map(usize::to_string).collect();
                    let arguments: [(&str, &dyn std::fmt::Display); 3] =
                        [("kind", &word(one.kind)), ("name", &one.name), ("paragraphs", &numbers.join(", "))];
                    printer.say(printer.text("tags-asked", &arguments));
                }
                if asked.is_empty() {
                    printer.say(printer.text("tags-none", &[]));
                }
            }
        }
        printer.faults(&faults);
        Ok(End::of(faults.is_empty()))
    }
}

/// What is wrong with the file as a template of the workspace around; where there is none, in itself.
fn faults_in_workspace(context: &Context<'_>, file: &Path, own: &Faults) -> Faults {
    let whole = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let file = whole(file);
    let overrides = Overrides { template: Some(file.clone()), ..context.overrides() };
    match context.load_with(&overrides) {
        Ok(_) => own.clone(),
        Err(faults) => {
            let is_of_file =
                |fault: &Diagnostic| fault.location().is_some_and(|place| whole(place.path()) == file);
            let found: Faults = faults.into_iter().filter(is_of_file).collect();
            if found.is_empty() { own.clone() } else { found }
        }
    }
}

fn write_draft(
    context: &Context<'_>,
    draft: &Path,
    file: &Path,
    bytes: &[u8],
    faults: &Faults,
) -> Result<(), Diagnostic> {
    let remark = |fault: &Diagnostic| {
        let (said, remedy) = context.printer.words(fault);
        let paragraph = fault.location().and_then(|place| Some(place.line_and_column()?.0));
        Remark { paragraph, words: [said, remedy].join(" ") }
    };
    let remarks: Vec<Remark> = faults.iter().map(remark).collect();
    let parts = with_remarks(bytes, &remarks).map_err(|fault| {
        let found =
            Diagnostic::new(Code::WordTemplate).with("path", file.display()).with("reason", fault.reason);
        found.with("detail", fault.detail)
    })?;
    let (mut package, mut scratch) = (Package::default(), Scratch::default());
    let mut names: Vec<&String> = parts.keys().collect();
    names.sort_by_key(|name| !WordTemplate::is_list(name));
    for name in names {
        package.add(&scratch.entry(name, &parts[name]));
    }
    stage(draft, &package.finish())?.place().map(drop)
}

fn word(kind: AskedKind) -> &'static str {
    match kind {
        AskedKind::Count => "count",
        AskedKind::Value => "value",
        AskedKind::List => "list",
        AskedKind::Slot => "slot",
        AskedKind::Table => "table",
    }
}

/// A JSON Schema of the data that the file asks for.
fn schema(file: &Path, asked: &[Asked]) -> Value {
    let mut root = object();
    for one in asked {
        let path: Vec<&str> = match one.kind {
            AskedKind::Count => vec!["counts", &one.name],
            AskedKind::Slot => vec!["slots", &one.name],
            AskedKind::Table => vec!["tables", &one.name],
            AskedKind::Value | AskedKind::List => one.name.split('.').collect(),
        };
        insert(&mut root, &path, one.kind);
    }
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), "https://json-schema.org/draft/2020-12/schema".into());
    schema.insert("title".to_owned(), file.file_name().unwrap_or_default().to_string_lossy().into());
    schema.extend(root);
    Value::Object(schema)
}

fn object() -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("type".to_owned(), "object".into());
    object.insert("properties".to_owned(), json!({}));
    object
}

/// Puts a name into a schema, with the groups and lists around it.
fn insert(schema: &mut Map<String, Value>, path: &[&str], kind: AskedKind) {
    let Some((first, rest)) = path.split_first() else { return };
    let (name, is_list) = match first.strip_suffix("[]") {
        Some(name) => (name, true),
        None => (*first, rest.is_empty() && kind == AskedKind::List),
    };
    let Some(properties) = schema.entry("properties").or_insert_with(|| json!({})).as_object_mut() else {
        return;
    };
    let known = properties.entry(name).or_insert_with(|| json!({}));
    let Some(known) = known.as_object_mut() else { return };
    if is_list {
        known.insert("type".to_owned(), "array".into());
        if !rest.is_empty()
            && let Some(items) =
                known.entry("items").or_insert_with(|| Value::Object(object())).as_object_mut()
        {
            insert(items, rest, kind);
        }
    } else if rest.is_empty() {
        known.entry("type").or_insert_with(|| "string".into());
    } else {
        known.insert("type".to_owned(), "object".into());
        insert(known, rest, kind);
    }
}
