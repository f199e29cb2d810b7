//! What is blank is missing: blank text, an empty list and null are taken out of the data before a template sees it,
//! so that none of them is ever printed as nothing.

use serde_json::Value;

pub fn is_blank(value: &Value) -> bool {
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

/// Most data have no blanks: nothing is rebuilt for their sake.
pub fn prune(value: &mut Value) {
    let is_blank_inside = |value: &mut Value| {
        prune(value);
        is_blank(value)
    };
    match value {
        Value::Array(items) => {
            let has_blanks = items.iter_mut().fold(false, |blank, item| is_blank_inside(item) | blank);
            if has_blanks {
                items.retain(|item| !is_blank(item));
            }
        }
        Value::Object(names) => {
            let has_blanks = names.values_mut().fold(false, |blank, value| is_blank_inside(value) | blank);
            if has_blanks {
                names.retain(|_, value| !is_blank(value));
            }
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
        let mut data = json!({
            "a": "", "b": " \u{3000}\u{200B}\n", "c": [], "d": null, "e": ["x", " "], "f": [{ "g": "" }], "h": false,
        });
        prune(&mut data);
        assert_eq!(data, json!({ "e": ["x"], "h": false }));
    }
}
