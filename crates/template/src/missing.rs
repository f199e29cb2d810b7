//! What is blank is missing: blank text, an empty list and null are taken out of the data before a template sees it,
//! so that none of them is ever printed as nothing.

use std::borrow::Cow;

use handlebars::Context;
use serde_json::Value;

/// The data without what is blank.
pub fn without_blanks(context: &Context) -> Cow<'_, Context> {
    let has_blanks = match context.data() {
        Value::Object(names) => names.values().any(has_blank),
        _ => false,
    };
    if !has_blanks {
        return Cow::Borrowed(context);
    }
    let mut context = context.clone();
    prune(context.data_mut());
    Cow::Owned(context)
}

fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.chars().all(is_invisible),
        Value::Array(items) => items.is_empty(),
        Value::Object(names) => names.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

/// Space of any width, and the characters of no width.
fn is_invisible(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}

/// Whether anything would be taken out. Names of nothing do no harm: what a template looks up below them is missing.
fn has_blank(value: &Value) -> bool {
    match value {
        Value::Object(names) => names.values().any(has_blank),
        Value::Array(items) => items.is_empty() || items.iter().any(|item| is_blank(item) || has_blank(item)),
        other => is_blank(other),
    }
}

fn prune(value: &mut Value) {
    match value {
        Value::Array(items) => {
            items.iter_mut().for_each(prune);
            items.retain(|item| !is_blank(item));
        }
        Value::Object(names) => {
            names.values_mut().for_each(prune);
            names.retain(|_, value| !is_blank(value));
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn blanks_are_taken_out_at_any_depth() {
        let context = Context::from(json!({
            "a": "", "b": " \u{3000}\u{200B}\n", "c": [], "d": null, "e": ["x", " "], "f": [{ "g": "" }], "h": false,
        }));
        assert_eq!(*without_blanks(&context).data(), json!({ "e": ["x"], "h": false }));
        let whole = Context::from(json!({ "a": "x", "b": { "c": ["y"] } }));
        assert!(matches!(without_blanks(&whole), Cow::Borrowed(_)));
    }
}
