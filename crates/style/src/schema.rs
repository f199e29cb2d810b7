//! The JSON Schema of a style's file, for editors.

use huibian_diagnostic::{Catalog, Lang};
use huibian_document::style::{KEYS, Key, Kind, PARAGRAPHS};
use serde_json::{Map, Value, json};

/// The schema. What a style that inherits may leave out is not demanded: `huibian style check` knows what it inherits.
pub fn schema() -> Value {
    let catalog = Catalog::of(Lang::En);
    let mut root = Map::new();
    for key in KEYS {
        let parts: Vec<&str> = key.path.split('.').collect();
        match parts.as_slice() {
            [name] => _ = root.insert((*name).to_owned(), value(key, catalog)),
            [section, name] => {
                let below = section_of(&mut root, section, catalog);
                below.insert((*name).to_owned(), value(key, catalog));
            }
            _ => {}
        }
    }
    let kinds: Map<String, Value> = PARAGRAPHS
        .iter()
        .map(|(kind, clause)| {
            let what = catalog.text(&format!("style-paragraphs-{}", kind.replace('_', "-")), &[]);
            let what = described(&what, clause);
            ((*kind).to_owned(), json!({ "$ref": "#/$defs/Paragraph", "description": what }))
        })
        .collect();
    root.insert("paragraphs".to_owned(), object(kinds, "Paragraphs, a table for each kind"));
    let required: Vec<&str> = below("headings").filter(|key| key.required).map(name).collect();
    let mut heading = object(properties("headings", catalog), "A level of headings");
    heading["required"] = json!(required);
    root.insert(
        "headings".to_owned(),
        json!({
            "type": "array",
            "minItems": 1,
            "items": heading,
            "description": catalog.text("style-section-headings", &[]),
        }),
    );
    let mut schema = object(root, "A house style");
    schema["$schema"] = json!("https://json-schema.org/draft/2020-12/schema");
    schema["title"] = json!("HouseStyle");
    schema["$defs"] =
        json!({ "Paragraph": object(properties("paragraphs", catalog), "A kind of paragraph") });
    schema
}

fn object(properties: Map<String, Value>, description: &str) -> Value {
    let properties = Value::Object(properties);
    json!({ "type": "object", "description": description, "properties": properties, "additionalProperties": false })
}

fn below(section: &'static str) -> impl Iterator<Item = &'static Key> {
    KEYS.iter().filter(move |key| key.path.starts_with(&format!("{section}.*.")))
}

fn name(key: &'static Key) -> &'static str {
    key.path.rsplit('.').next().unwrap_or_default()
}

fn properties(section: &'static str, catalog: &Catalog) -> Map<String, Value> {
    below(section).map(|key| (name(key).to_owned(), value(key, catalog))).collect()
}

/// The properties of a section, which is made where it is not there.
fn section_of<'r>(
    root: &'r mut Map<String, Value>,
    section: &str,
    catalog: &Catalog,
) -> &'r mut Map<String, Value> {
    let what = catalog.text(&crate::text::section_id(section), &[]);
    let entry = root.entry(section).or_insert_with(|| object(Map::new(), &what));
    let Some(properties) = entry["properties"].as_object_mut() else {
        unreachable!("an object has properties")
    };
    properties
}

fn described(what: &str, clause: &str) -> String {
    if clause.is_empty() { what.to_owned() } else { format!("{what} (GB/T 9704-2012, {clause})") }
}

fn value(key: &Key, catalog: &Catalog) -> Value {
    let length = r"^-?[0-9]{1,6}(\.[0-9]{1,6})? *(pt|mm|cm|in)$";
    let words = || json!({ "type": "array", "items": { "type": "string" } });
    let mut value = match key.kind {
        Kind::Length => json!({ "type": "string", "pattern": length }),
        Kind::Distance | Kind::Sheet | Kind::Type | Kind::Line | Kind::Rule => {
            json!({ "type": "string", "pattern": length.replacen("-?", "", 1) })
        }
        Kind::Lines | Kind::Count | Kind::Characters | Kind::Hundredths => {
            let (least, most) = key.kind.range().unwrap_or_default();
            let number = |bound: &str| bound.parse::<i64>().ok();
            json!({ "type": "integer", "minimum": number(least), "maximum": number(most) })
        }
        Kind::Switch => json!({ "type": "boolean" }),
        Kind::Text | Kind::Label | Kind::Places(_) | Kind::Phrase => json!({ "type": "string" }),
        Kind::Name | Kind::Face => json!({ "type": "string", "minLength": 1 }),
        Kind::Language => json!({ "type": "string", "pattern": "^[A-Za-z0-9]{1,8}(-[A-Za-z0-9]{1,8})*$" }),
        Kind::Align | Kind::Side | Kind::Numbers => json!({ "enum": key.kind.known() }),
        Kind::Colour => json!({ "type": "string", "pattern": "^[0-9A-Fa-f]{6}$" }),
        Kind::Fill => json!({ "type": "string", "pattern": "^([0-9A-Fa-f]{6})?$" }),
        Kind::Words => words(),
        Kind::Months => {
            json!({ "type": "array", "items": { "type": "string" }, "maxItems": 12 })
        }
        Kind::Substitutes => json!({ "type": "object", "additionalProperties": words() }),
        Kind::Families => json!({ "type": "object", "additionalProperties": { "enum": key.kind.known() } }),
        Kind::Signs => json!({ "type": "object", "additionalProperties": { "type": "string" } }),
    };
    let known = key.kind.known();
    let mut what = described(&catalog.text(&key.text_id(), &[]), key.own_clause());
    if matches!(key.kind, Kind::Label | Kind::Places(_) | Kind::Phrase) {
        what = format!("{what}; may hold {}", known.join(", "));
    }
    if let Some((least, most)) = key.kind.range().filter(|_| value["type"] == "string") {
        what = format!("{what}; {least} to {most}");
    }
    value["description"] = json!(what);
    value
}
