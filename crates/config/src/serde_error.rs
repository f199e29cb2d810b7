//! What the reader of TOML says of a value that does not fit, as a diagnostic that exists in both languages. Serde hands on
//! words alone; they are read here and nowhere else, and a test holds the words of the versions in use, so that other ones
//! are noticed.

use huibian_diagnostic::{Code, Diagnostic, closest};

/// The diagnostic for a value that does not fit its type: W003 for a key that means nothing, W004 for all else. `message`
/// is serde's, or that of one of the types whose values follow a rule.
pub fn serde_fault(message: &str) -> Diagnostic {
    unknown_key(message)
        .or_else(|| unknown_name(message))
        .or_else(|| missing(message))
        .or_else(|| wrong_type(message))
        .or_else(|| bad_name(message))
        .or_else(|| unknown_place(message))
        .unwrap_or_else(|| other(message))
}

fn bad(what: &str) -> Diagnostic {
    Diagnostic::new(Code::BadValue).with("what", what)
}

/// What stands between backticks after `before`, and the text behind it.
fn quoted<'m>(message: &'m str, before: &str) -> Option<(&'m str, &'m str)> {
    message.strip_prefix(before)?.strip_prefix('`')?.split_once('`')
}

/// All that stands between backticks.
fn all_quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

fn unknown_key(message: &str) -> Option<Diagnostic> {
    let (key, rest) = quoted(message, "unknown field ")?;
    let known = all_quoted(rest);
    let unknown = Diagnostic::new(Code::UnknownKey).with("key", key);
    Some(if closest(key, known.iter().copied()).is_some() { unknown.suggest(key, known) } else { unknown })
}

fn unknown_name(message: &str) -> Option<Diagnostic> {
    let (given, rest) = quoted(message, "unknown variant ")?;
    let known = all_quoted(rest);
    Some(bad("choice").with("given", given).with("known", known.join(", ")).suggest(given, known))
}

fn missing(message: &str) -> Option<Diagnostic> {
    let (key, _) = quoted(message, "missing field ")?;
    Some(bad("missing").with("key", key))
}

fn wrong_type(message: &str) -> Option<Diagnostic> {
    let rest = message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "))?;
    let (found, expected) = rest.rsplit_once(", expected ")?;
    // Scalars are told with their value, all else by what it is.
    let given = match found.split_once(['`', '"']) {
        Some((kind, _)) => found[kind.len()..].trim_matches('`'),
        None if found.starts_with("sequence") => "list",
        None if found.starts_with("map") => "table",
        None => found,
    };
    Some(bad("type").with("expected", expected_word(expected)).with("given", given))
}

/// The catalog's word for what serde expects.
fn expected_word(expected: &str) -> &str {
    match expected {
        "a nonzero u32" => "positive",
        "u8" | "u16" | "u32" | "u64" | "usize" | "i8" | "i16" | "i32" | "i64" => "integer",
        "f32" | "f64" => "decimal",
        "a string" | "a borrowed string" => "text",
        "a boolean" => "boolean",
        "a sequence" => "list",
        "a map" => "table",
        "words or a table" => "cell",
        _ if expected.starts_with("rows of cells") => "rows",
        _ if expected.starts_with("struct ") => "table",
        _ if expected.contains("datetime") => "date",
        _ if expected.contains("string or map") || expected.starts_with("enum ") => "text",
        other => other,
    }
}

/// A name that does not follow its rule.
fn bad_name(message: &str) -> Option<Diagnostic> {
    let kinds = ["plugin id", "unit id", "count key", "name"];
    let (kind, given) =
        kinds.iter().find_map(|kind| Some((kind, quoted(message, &format!("{kind} "))?.0)))?;
    message
        .contains("` is not ")
        .then(|| bad("name").with("kind", kind.replace(' ', "-")).with("given", given))
}

/// A place in braces that texts do not have.
fn unknown_place(message: &str) -> Option<Diagnostic> {
    let (given, rest) = message.strip_prefix("no place ")?.split_once("; there are: ")?;
    Some(bad("place").with("given", given).with("known", rest))
}

/// What only one kind of value can get wrong.
fn other(message: &str) -> Diagnostic {
    let rules = [
        ("a text that is empty", "empty"),
        ("a list that is empty", "none"),
        ("a year is", "year"),
        ("a chart's height", "height"),
        ("a character that no document may hold", "character"),
        ("a brace without its other one", "brace"),
        ("levels of headings", "levels"),
        ("份号", "serial"),
        ("digits = ", "digits"),
        ("is no date", "date"),
        ("untagged enum DateToml", "date"),
        ("is not a length", "length"),
    ];
    match rules.iter().find(|(words, _)| message.contains(words)) {
        Some((_, what)) => bad(what),
        None => bad("other").with_detail("detail", message),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use huibian_diagnostic::{Catalog, Lang};

    #[derive(Debug, serde::Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Side {
        Left,
        Right,
    }

    #[derive(Debug, Default, serde::Deserialize)]
    #[serde(default, deny_unknown_fields)]
    struct Whole {
        number: u32,
        nonzero: Option<std::num::NonZeroU32>,
        share: f64,
        text: String,
        flag: bool,
        list: Vec<String>,
        side: Option<Side>,
        part: Part,
        date: Option<toml::value::Datetime>,
    }

    #[derive(Debug, Default, serde::Deserialize)]
    #[expect(dead_code, reason = "only what does not fit is looked at")]
    struct Part {
        name: String,
    }

    /// The words that [`serde_fault`] reads are those of the serde and the toml that this is built with.
    #[test]
    fn serde_and_toml_say_what_is_read_here() {
        for (text, message) in [
            ("number = \"5\"", "invalid type: string \"5\", expected u32"),
            ("nonzero = 0", "invalid value: integer `0`, expected a nonzero u32"),
            ("number = -1", "invalid value: integer `-1`, expected u32"),
            ("share = true", "invalid type: boolean `true`, expected f64"),
            ("text = [1]", "invalid type: sequence, expected a string"),
            ("flag = \"x\"", "invalid type: string \"x\", expected a boolean"),
            ("list = { a = 1 }", "invalid type: map, expected a sequence"),
            ("part = 1", "invalid type: integer `1`, expected struct Part"),
            ("part = {}", "missing field `name`"),
            ("side = \"middle\"", "unknown variant `middle`, expected `left` or `right`"),
            (
                "nubmer = 1",
                "unknown field `nubmer`, expected one of `number`, `nonzero`, `share`, `text`, `flag`, `list`, `side`, `part`, `date`",
            ),
        ] {
            let error = toml::from_str::<Whole>(text).unwrap_err();
            assert_eq!(error.message(), message, "{text}");
            let fault = serde_fault(message);
            let is_read = fault.argument("what").is_none_or(|what| *what != *"other");
            assert!(is_read, "{message}: {fault:?}");
        }
        let error = toml::from_str::<Whole>("date = 5").unwrap_err();
        assert!(error.message().contains("datetime"), "{}", error.message());
    }

    #[test]
    fn what_serde_says_is_said_in_the_language() {
        for (message, zh, help) in [
            ("invalid type: string \"5\", expected u32", "应为整数，写的是 \"5\"", "要求"),
            ("invalid value: integer `0`, expected a nonzero u32", "应为正整数，写的是 0", "要求"),
            ("invalid type: sequence, expected a string", "应为文字，写的是列表", "要求"),
            ("invalid type: map, expected a sequence", "应为列表，写的是一组数据", "要求"),
            ("invalid type: floating point `1.5`, expected words or a table", "一格的内容", "要求"),
            (
                "invalid type: string \"x, expected y\", expected a boolean",
                "写的是 \"x, expected y\"",
                "要求",
            ),
            (
                "unknown variant `middle`, expected one of `left`, `center`, `right`",
                "没有 middle 这个选项",
                "left, center, right",
            ),
            ("unknown variant `month`, expected `month_day` or `full`", "month", "month_day, full"),
            ("missing field `columns`", "缺少 columns", "补上"),
            (
                "no place {unit.title}; there are: {unit.name}, {unit.id}",
                "{unit.title}",
                "{unit.name}, {unit.id}",
            ),
            ("name `A` is not lower-case letters", "A 不能用作名称", "小写字母"),
            ("digits = 7, at most 6", "6 位", "要求"),
        ] {
            let fault = serde_fault(message);
            assert_eq!(fault.code(), Code::BadValue, "{message}");
            let catalog = Catalog::of(Lang::Zh);
            let said = catalog.message(&fault);
            assert!(said.contains(zh), "{message}: {said}");
            assert!(!said.contains("expected u") && !said.contains("invalid"), "{said}");
            let helped = catalog.help(&fault).unwrap();
            assert!(helped.contains(help), "{message}: {helped}");
            let english = Catalog::of(Lang::En).message(&fault);
            assert!(!english.chars().any(|c| ('\u{4E00}'..='\u{9FA5}').contains(&c)), "{english}");
        }
        let unknown = serde_fault("unknown field `mesure`, expected one of `measure`, `sign`");
        assert_eq!((unknown.code(), unknown.suggestion()), (Code::UnknownKey, Some("measure")));
    }
}
