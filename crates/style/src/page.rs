//! The reference of a style's keys, as Markdown: what docs/styles.md has between its marks.

use std::fmt::Write;

use huibian_diagnostic::Catalog;
use huibian_document::style::{KEYS, Key, Kind, PARAGRAPHS};

use crate::text::section_id;

/// Every key by section: what it is, its value, its clause. A key with a star must be there in a style that inherits from none.
pub fn reference(catalog: &Catalog) -> String {
    let text = |id: &str| catalog.text(id, &[]);
    let mut page = format!("{} \\* {}\n", text("style-page-clauses"), text("style-page-required"));
    let mut section = None;
    for key in KEYS {
        let here = section_of(key);
        if section != Some(here) {
            section = Some(here);
            let title = text(&section_id(if here.is_empty() { "top" } else { here }));
            let name = match here {
                "" => String::new(),
                "headings" => " `[[headings]]`".to_owned(),
                "paragraphs" => " `[paragraphs.…]`".to_owned(),
                name => format!(" `[{name}]`"),
            };
            let _ = write!(page, "\n### {title}{name}\n\n");
            if here == "paragraphs" {
                kinds(catalog, &mut page);
            }
            let heads =
                ["key", "what", "kind", "clause"].map(|column| text(&format!("style-column-{column}")));
            let _ = writeln!(page, "| {} |\n| --- | --- | --- | --- |", heads.join(" | "));
        }
        let name = key.path.rsplit('.').next().unwrap_or_default();
        let star = if key.required { "\\*" } else { "" };
        let what = text(&key.text_id());
        let _ =
            writeln!(page, "| `{name}`{star} | {what} | {} | {} |", value(key, catalog), key.own_clause());
    }
    page
}

fn section_of(key: &'static Key) -> &'static str {
    match (key.path.split_once('.'), key.kind) {
        (Some((section, _)), _) => section,
        (None, Kind::Substitutes | Kind::Families) => key.path,
        (None, _) => "",
    }
}

fn kinds(catalog: &Catalog, page: &mut String) {
    let text = |id: &str| catalog.text(id, &[]);
    let heads = ["key", "what", "clause"].map(|column| text(&format!("style-column-{column}")));
    let _ = writeln!(page, "| {} |\n| --- | --- | --- |", heads.join(" | "));
    for (kind, clause) in PARAGRAPHS {
        let what = text(&format!("style-paragraphs-{}", kind.replace('_', "-")));
        let _ = writeln!(page, "| `{kind}`\\* | {what} | {clause} |");
    }
    page.push('\n');
}

fn value(key: &Key, catalog: &Catalog) -> String {
    let (least, most) = key.kind.range().unwrap_or_default();
    let kind =
        catalog.text(&format!("style-value-{}", key.kind.word()), &[("least", &least), ("most", &most)]);
    let known = key.kind.known();
    if known.is_empty() {
        return kind;
    }
    let known: Vec<String> = known.iter().map(|value| format!("`{value}`")).collect();
    format!("{kind}: {}", known.join(" "))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use huibian_diagnostic::Lang;

    use super::*;

    const BEGIN: &str = "<!-- keys: written by the tests of crates/style/src/page.rs -->\n\n";
    const END: &str = "\n<!-- end of keys -->";

    #[test]
    fn the_pages_in_docs_have_every_key() {
        let docs = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap().join("docs");
        for (lang, name) in [(Lang::En, "styles.md"), (Lang::Zh, "styles.zh-CN.md")] {
            let path = docs.join(name);
            let page = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
            let (before, rest) = page.split_once(BEGIN).unwrap_or_else(|| panic!("{name} has no marks"));
            let (found, after) = rest.split_once(END).unwrap_or_else(|| panic!("{name} has no end mark"));
            let written = reference(Catalog::of(lang));
            assert!(!written.contains("style-"), "{lang:?}: a text without words\n{written}");
            if std::env::var_os("HUIBIAN_BLESS").is_some() {
                fs::write(&path, [before, BEGIN, &written, END, after].concat()).unwrap();
            } else {
                assert_eq!(found, written, "{name}: HUIBIAN_BLESS=1 rewrites it");
            }
        }
    }
}
