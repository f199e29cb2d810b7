//! What is wrong with a text that is no TOML, as a kind that each language has words for: the parser says it in English alone.

use std::ops::Range;
use std::sync::Arc;

use huibian_diagnostic::{Code, Diagnostic, Location, Source};

/// The fault of a text that a TOML parser refuses: what the parser says, and where.
pub fn syntax_fault(source: &Arc<Source>, said: &str, span: Option<Range<usize>>) -> Diagnostic {
    let span = span.unwrap_or_default();
    let fault = Diagnostic::new(Code::TomlSyntax).with("kind", kind(said, span.is_empty()));
    fault.with_detail("reason", said).at(Location::span(source, span))
}

/// A parser's words, `toml` 1 and `toml_edit` 0.25, as one of the kinds that the catalogs know. They may be about nothing: a value
/// that is not there is called one without quotation marks.
fn kind(said: &str, is_of_nothing: bool) -> &'static str {
    let (said, expected) = said.split_once(", expected").unwrap_or((said, ""));
    let begins = |beginnings: &[&str]| beginnings.iter().any(|beginning| said.starts_with(beginning));
    match said {
        "duplicate key" => "twice",
        "missing escaped value" | "too few unicode value digits" => "escape",
        _ if expected.contains("unicode") => "escape",
        "invalid boolean" => "boolean",
        "invalid comment character" | "carriage return must be followed by newline" => "character",
        "invalid basic string" if !is_of_nothing => "character",
        "string values must be quoted" if is_of_nothing => "value",
        "string values must be quoted" => "unquoted",
        "invalid value" | "missing value" | "missing value for key" => "value",
        "key with no value" => "assignment",
        _ if begins(&["cannot extend value"]) => "twice",
        _ if begins(&[
            "unclosed",
            "invalid basic string",
            "invalid literal string",
            "invalid multi-line",
            "invalid inline table",
            "missing inline table",
        ]) =>
        {
            "unclosed"
        }
        _ if begins(&["missing assignment", "extra assignment", "extra `=`", "unexpected `=`"]) => {
            "assignment"
        }
        _ if begins(&["missing comma", "extra comma"]) => "comma",
        _ if begins(&["invalid unquoted key", "unquoted keys", "keys cannot", "missing key"]) => "key",
        _ if begins(&[
            "`_` may only",
            "invalid binary",
            "invalid exponent",
            "invalid float",
            "invalid fraction",
            "invalid hexadecimal",
            "invalid mantissa",
            "invalid octal",
            "integers with",
            "radix must",
            "redundant",
            "unexpected leading zero",
            "unexpected sign",
        ]) =>
        {
            "number"
        }
        _ if begins(&["unexpected content", "unexpected key", "invalid key-value"]) => "content",
        _ if begins(&["cannot recurse", "recursion limit"]) => "deep",
        _ if begins(&["invalid date", "invalid time"]) => "date",
        _ => "other",
    }
}

#[cfg(test)]
mod tests {
    use toml::de::DeTable;

    use super::*;

    #[test]
    fn what_people_get_wrong_has_words_in_each_language() {
        let cases = [
            ("a = 1\na = 2\n", "twice"),
            ("name = 云溪镇\n", "unquoted"),
            ("name = yes\n", "unquoted"),
            ("a =\n", "value"),
            ("a = [1, 2\n", "unclosed"),
            ("a = { b = 1\n", "unclosed"),
            ("[unit\n", "unclosed"),
            ("a = \"云溪镇\nb = 2\n", "unclosed"),
            ("a = 'x\n", "unclosed"),
            ("a = [1 2]\n", "unquoted"),
            ("a = [\"x\" \"y\"]\n", "comma"),
            ("云溪 = 1\n", "key"),
            ("a b = 1\n", "assignment"),
            ("a 1\n", "assignment"),
            ("a == 1\n", "assignment"),
            ("a = 012\n", "number"),
            ("a = 2023-02-30\n", "date"),
            ("a = 2023-4-5\n", "date"),
            ("a = 1__0\n", "number"),
            ("a = 1 2\n", "unquoted"),
            ("a = .5\n", "number"),
            ("a = 5.\n", "number"),
            ("a = 2023.3.5\n", "number"),
            ("a = 1e\n", "number"),
            ("a = 0o9\n", "number"),
            ("a = TRUE\n", "boolean"),
            ("a = truefalse\n", "boolean"),
            ("a = \"\\q\"\n", "escape"),
            ("a = \"C:\\data\"\n", "escape"),
            ("a = \"\\u12\"\n", "escape"),
            ("a = \"\\ud800\"\n", "escape"),
            ("a = \"\u{7}\"\n", "character"),
            ("a = 1 # \u{7}\n", "character"),
            ("a = 1\rb = 2\n", "character"),
            ("a = { b = 1]\n", "unclosed"),
            ("a = }\n", "unclosed"),
        ];
        let wrong = cases.into_iter().filter_map(|(text, expected)| {
            let error = DeTable::parse(text).unwrap_err();
            let is_of_nothing = error.span().is_none_or(|span| span.is_empty());
            let found = kind(error.message(), is_of_nothing);
            (found != expected).then(|| format!("{text:?} {found}, not {expected}: {}", error.message()))
        });
        assert_eq!(wrong.collect::<Vec<_>>(), Vec::<String>::new());
    }
}
