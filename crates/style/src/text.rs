//! A whole style as one file that inherits from none, each key with its clause and what it is.

use std::fmt::Write;

use huibian_diagnostic::Catalog;
use huibian_document::style::PARAGRAPHS;

use crate::file::StyleFile;
use crate::values::StyleValue;
use crate::values::quoted;

impl StyleFile {
    /// The file's text, its remarks in the catalog's language.
    pub fn text(&self, catalog: &Catalog) -> String {
        let mut text = String::new();
        let mut section = String::new();
        let values = self.values();
        for value in values.iter().filter(|value| value.key.path != "inherits") {
            let (name, above) = value.path.split_last().map_or(("", &[][..]), |(name, above)| (name, above));
            let header = above.join(".");
            if header != section {
                let _ = write!(text, "\n{}", head(above, catalog));
                section = header;
            }
            let _ = write!(text, "{} = {}", quoted(name), value.written);
            match remark(value, catalog) {
                Some(remark) => _ = writeln!(text, " # {remark}"),
                None => text.push('\n'),
            }
        }
        text
    }
}

/// A section's header.
fn head(path: &[String], catalog: &Catalog) -> String {
    match path {
        [section, level] if section == "headings" => match level.as_str() {
            "1" => format!("# {}\n[[headings]]\n", section_text(catalog, "headings")),
            _ => "[[headings]]\n".to_owned(),
        },
        [section, kind] if section == "paragraphs" => {
            let clause = PARAGRAPHS.iter().find(|(known, _)| known == kind).map_or("", |(_, clause)| clause);
            let what = catalog.text(&format!("style-paragraphs-{}", kind.replace('_', "-")), &[]);
            let what = format!("{clause} {what}");
            format!("[paragraphs.{kind}] # {}\n", what.trim())
        }
        path => {
            let name = path.join(".");
            match catalog.optional(&section_id(&name), None) {
                Some(what) => format!("[{name}] # {what}\n"),
                None => format!("[{name}]\n"),
            }
        }
    }
}

/// What stands after a value: of paragraphs and headings the first of their kind alone.
fn remark(value: &StyleValue, catalog: &Catalog) -> Option<String> {
    let in_first = match value.path.as_slice() {
        [section, kind, _] if section == "paragraphs" => kind == "title",
        [section, level, _] if section == "headings" => level == "1",
        [section, _] => section != "substitutes" && section != "families",
        [section, ..] => section == "name",
        [] => false,
    };
    if !in_first && value.path.len() > 1 {
        return None;
    }
    let what = catalog.text(&value.key.text_id(), &[]);
    let clause = if value.path[0] == "paragraphs" { "" } else { value.clause() };
    Some(format!("{clause} {what}").trim().to_owned())
}

/// The catalog's id of a section's title.
pub fn section_id(section: &str) -> String {
    format!("style-section-{}", section.replace('_', "-"))
}

fn section_text(catalog: &Catalog, section: &str) -> String {
    catalog.text(&section_id(section), &[])
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use huibian_diagnostic::Lang;
    use huibian_document::HouseStyle;

    use super::*;
    use crate::file::STYLES;

    #[test]
    fn what_is_written_reads_back_as_the_same_style() {
        let installation = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap();
        for id in ["gbt9704", "gbt9704-strict", "report"] {
            let path = installation.join(STYLES).join(format!("{id}.toml"));
            let Ok(file) = StyleFile::read(&path, installation) else { panic!("{id}") };
            for lang in [Lang::Zh, Lang::En] {
                let text = file.text(Catalog::of(lang));
                let read = HouseStyle::parse(&text).unwrap_or_else(|error| panic!("{id}: {error}\n{text}"));
                assert_eq!(read, HouseStyle { inherits: None, ..file.style.clone() }, "{id}");
                assert!(!text.contains("style-"), "{id}: a text without words\n{text}");
            }
        }
    }
}
