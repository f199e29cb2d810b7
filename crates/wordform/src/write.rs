//! A file filled: its constant pieces, and between them words in the runs and blocks in the paragraphs that stand there.

use huibian_document::{Inline, Laid};
use huibian_docx::xml;

use crate::cut::Around;
use crate::mend;
use crate::pictures::Pictures;
use crate::rounds::Rounds;
use crate::set::Setter;
use crate::template::WordTemplate;

/// A part of a document's package.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled<'t> {
    /// Its name.
    pub name: &'t str,
    /// What it says.
    pub xml: String,
}

impl WordTemplate {
    /// The parts that differ from document to document; a constant one may be among them, which is then as it stands here.
    pub fn filled(&self, laid: &[Laid]) -> Vec<Filled<'_>> {
        let mut texts: Vec<String> = self.parts.iter().map(|_| String::new()).collect();
        let mut around: Option<(&Around, usize, u8)> = None;
        let mut begins_page = false;
        let pictures = Pictures::of(self, laid);
        let mut rounds = self.loops.as_ref().map(|loops| Rounds::new(loops, self.parts.len()));
        for one in laid {
            match one {
                Laid::Piece(number) => {
                    let Some(piece) = self.pieces.get(*number) else { continue };
                    if let Some(rounds) = &mut rounds {
                        rounds.begin(*number, piece.part, texts[piece.part].len());
                    }
                    texts[piece.part].push_str(&piece.xml);
                    around = Some((&piece.around, piece.part, piece.under.level));
                    begins_page = !piece.around.new_page.is_empty();
                }
                Laid::Words(words) => {
                    if let Some((around, part, _)) = around {
                        Words { xml: &mut texts[part], prefix: &self.parts[part].prefix, around }.put(words);
                    }
                }
                Laid::Break => {
                    if let Some((around, part, _)) = around {
                        Words { xml: &mut texts[part], prefix: &self.parts[part].prefix, around }.part();
                    }
                }
                Laid::Blocks(blocks) => {
                    if let Some((around, part, _)) = around {
                        let prefix = &self.parts[part].prefix;
                        let setter =
                            Setter { prefix, around, styles: &self.styles, part, pictures: &pictures };
                        let start = texts[part].len();
                        setter.blocks(blocks, &mut texts[part]);
                        if begins_page {
                            begins_page = !begin_page(&mut texts[part], start, prefix, &around.new_page);
                        }
                    }
                }
            }
        }
        let parts = self.parts.iter().zip(texts).enumerate();
        let mut filled: Vec<Filled<'_>> = parts
            .map(|(number, (part, xml))| {
                let rounds = rounds.as_ref().map(|rounds| rounds.of_part(number));
                let xml = if part.is_uneven { mend::mended(&xml, &part.prefix, rounds) } else { xml };
                Filled { name: &part.name, xml }
            })
            .collect();
        for (kind, part) in &self.notes {
            let [document, notes] = [0, *part].map(|part| filled[part].xml.as_str());
            if let Some((document, notes)) = kind.numbered(document, notes) {
                filled[0].xml = document;
                filled[*part].xml = notes;
            }
        }
        filled
    }

    /// The parts that are the same in every document, byte for byte.
    pub fn constant(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.constant.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// The names of those parts that are always there, the package's own list first.
    pub fn is_list(name: &str) -> bool {
        name == "[Content_Types].xml"
    }
}

/// Says of the first paragraph behind a byte that it begins a page, as the one did that it stands instead of; whether there is
/// one that can.
fn begin_page(xml: &mut String, start: usize, prefix: &str, new_page: &str) -> bool {
    let p = prefix;
    let opening = format!("<{p}p>");
    let Some(found) = xml[start..].find(&opening) else { return false };
    let mut at = start + found + opening.len();
    let rest = &xml[at..];
    if rest.starts_with(&format!("<{p}pPr/>")) {
        return false;
    }
    if !rest.starts_with(&format!("<{p}pPr")) {
        xml.insert_str(at, &format!("<{p}pPr>{new_page}</{p}pPr>"));
        return true;
    }
    at += rest.find('>').map_or(0, |end| end + 1);
    // In the order of the schema: behind these.
    for name in ["pStyle", "keepNext", "keepLines"] {
        let rest = &xml[at..];
        if rest.starts_with(&format!("<{p}{name}")) {
            at += rest.find('>').map_or(0, |end| end + 1);
        }
    }
    xml.insert_str(at, new_page);
    true
}

/// Words that go into a run's text.
struct Words<'w> {
    xml: &'w mut String,
    prefix: &'w str,
    around: &'w Around,
}

impl Words<'_> {
    fn put(&mut self, words: &[Inline]) {
        for word in words {
            match word {
                Inline::Text(text) => xml::push(self.xml, text),
                Inline::Figure(figure) => {
                    xml::push(self.xml, &figure.digits);
                    xml::push(self.xml, &figure.measure);
                }
                Inline::LineBreak => {
                    let p = self.prefix;
                    let broken = format!(r#"</{p}t><{p}br/><{p}t xml:space="preserve">"#);
                    self.xml.push_str(&broken);
                }
                Inline::Strong(content) => {
                    let strong = bold(self.prefix, &self.around.run);
                    self.run(&strong);
                    self.put(content);
                    let plain = self.around.run.clone();
                    self.run(&plain);
                }
                Inline::Marked(_, content) => self.put(content),
                Inline::Note(content) => {
                    self.xml.push('（');
                    self.put(content);
                    self.xml.push('）');
                }
            }
        }
    }

    /// Ends the run and begins one with other properties.
    fn run(&mut self, properties: &str) {
        let p = self.prefix;
        let parted = format!(r#"</{p}t></{p}r><{p}r>{properties}<{p}t xml:space="preserve">"#);
        self.xml.push_str(&parted);
    }

    /// Ends the paragraph and begins one like it; where that cannot be, a line.
    fn part(&mut self) {
        if !self.around.may_part {
            return self.put(&[Inline::LineBreak]);
        }
        let (p, around) = (self.prefix, self.around);
        let parted = format!(
            r#"</{p}t></{p}r></{p}p><{p}p>{}<{p}r>{}<{p}t xml:space="preserve">"#,
            around.paragraph, around.run
        );
        self.xml.push_str(&parted);
    }
}

/// The properties of a run, and bold.
pub fn bold(prefix: &str, properties: &str) -> String {
    let p = prefix;
    if properties.is_empty() || properties.ends_with("/>") && !properties.contains("</") {
        return format!("<{p}rPr><{p}b/></{p}rPr>");
    }
    if properties.contains(&format!("<{p}b/>")) {
        return properties.to_owned();
    }
    // In the order of the schema: behind the style and the faces.
    let names = [format!("{p}rStyle"), format!("{p}rFonts")];
    let mut at = properties.find('>').map_or(0, |end| end + 1);
    for name in names {
        if let Some(start) = properties.find(&format!("<{name} ")) {
            at = at.max(properties[start..].find('>').map_or(at, |end| start + end + 1));
        }
    }
    format!("{}<{p}b/>{}", &properties[..at], &properties[at..])
}
