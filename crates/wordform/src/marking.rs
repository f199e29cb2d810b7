//! What a run's properties do with words that formats which are not Word's can show: above and below the line, struck out, links.

use huibian_document::{Inline, Marking};

use crate::part::Part;

/// Whether a switch of a run is on.
fn is_on(part: &Part<'_>, properties: usize, name: &str) -> bool {
    let said = part.child(properties, name).map(|at| part.attribute(at, "val").unwrap_or_default());
    said.is_some_and(|said| !matches!(said.as_str(), "0" | "false" | "off"))
}

/// Whether a run is in the file and not seen.
pub fn is_hidden(part: &Part<'_>, run: usize) -> bool {
    part.child(run, "rPr").is_some_and(|properties| is_on(part, properties, "vanish"))
}

/// What the properties of a run do with its words.
pub fn markings(part: &Part<'_>, run: usize) -> impl Iterator<Item = Marking> {
    let properties = part.child(run, "rPr");
    let is_struck = properties.is_some_and(|at| is_on(part, at, "strike") || is_on(part, at, "dstrike"));
    let line = properties.and_then(|at| part.value(at, "vertAlign"));
    let line = match line.as_deref() {
        Some("superscript") => Some(Marking::Raised),
        Some("subscript") => Some(Marking::Lowered),
        _ => None,
    };
    is_struck.then_some(Marking::Struck).into_iter().chain(line)
}

/// Whether what an address leads to can be followed from a page as from a Word file.
pub fn is_followed(address: &str) -> bool {
    let is_known = ["http://", "https://", "mailto:"].iter().any(|scheme| address.starts_with(scheme));
    is_known
        && !address.contains(|c: char| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>' | '"'))
}

/// A field inside a paragraph, which may be a link.
#[derive(Default)]
pub struct Field {
    /// What it says before it shows anything.
    pub instruction: String,
    /// What it leads to.
    pub link: Option<String>,
}

impl Field {
    /// Begins to show something.
    pub fn show(&mut self) {
        let mut words = self.instruction.split_whitespace();
        if words.next() == Some("HYPERLINK") {
            let address = words.next().map(|address| address.trim_matches('"'));
            self.link = address.filter(|address| is_followed(address)).map(str::to_owned);
        }
    }
}

/// Appends words with what is done with them; words that are alike are one piece.
pub fn put(words: &mut Vec<Inline>, markings: &[Marking], word: Inline) {
    let Some((outer, inner)) = markings.split_first() else {
        match (words.last_mut(), word) {
            (_, Inline::Text(text)) if text.is_empty() => {}
            (Some(Inline::Text(last)), Inline::Text(text)) => last.push_str(&text),
            (_, word) => words.push(word),
        }
        return;
    };
    if matches!(&word, Inline::Text(text) if text.is_empty()) {
        return;
    }
    match words.last_mut() {
        Some(Inline::Marked(known, content)) if known == outer => put(content, inner, word),
        _ => {
            let mut content = Vec::new();
            put(&mut content, inner, word);
            words.push(Inline::Marked(outer.clone(), content));
        }
    }
}
