//! The words of each paragraph as one text, however many runs they are split over, with the bytes that each of them stands at.

use std::ops::Range;

use crate::part::Part;

/// A paragraph.
pub struct Paragraph {
    /// Its element.
    pub element: usize,
    /// Its words; a tab or a line break is a space.
    pub text: String,
    /// The pieces that it is made of, in order.
    pub segments: Vec<Segment>,
    /// Whether it is the same once more, for programs that know no drawing of the first kind.
    pub is_fallback: bool,
    /// Whether it is the end of a control, and no paragraph of the file.
    pub is_end: bool,
}

impl Paragraph {
    /// Whether it is one of those that people count.
    pub fn is_counted(&self) -> bool {
        !self.is_fallback && !self.is_end
    }
}

/// What a paragraph begins with that stands for an end of a control.
pub const END: &str = "<!--control-->";

/// A piece of a paragraph's text: what stands in one element.
pub struct Segment {
    /// The element: text, a tab, a line break.
    pub element: usize,
    /// The run around it.
    pub run: usize,
    /// Its part of the paragraph's text.
    pub text: Range<usize>,
    /// Whether it is text, which can be cut.
    pub is_text: bool,
    /// For each byte of its text, and its end, the byte of the part; none where they are the same from the content on.
    map: Option<Vec<usize>>,
    start: usize,
}

impl Segment {
    /// The byte of the part at which a byte of the paragraph's text stands.
    pub fn byte(&self, at: usize) -> usize {
        let within = at - self.text.start;
        match &self.map {
            Some(map) => map.get(within).copied().unwrap_or(self.start),
            None => self.start + within,
        }
    }
}

impl Paragraph {
    /// The pieces that have any of a part of the text.
    pub fn over(&self, text: &Range<usize>) -> &[Segment] {
        let start = self.segments.partition_point(|segment| segment.text.end <= text.start);
        let rest = &self.segments[start..];
        &rest[..rest.partition_point(|segment| segment.text.start < text.end)]
    }

    /// The pieces of a run, which stand beside each other.
    pub fn of_run(&self, run: usize) -> &[Segment] {
        let start = self.segments.partition_point(|segment| segment.run < run);
        let rest = &self.segments[start..];
        &rest[..rest.partition_point(|segment| segment.run == run)]
    }
}

/// Elements whose words are not those of the document as it stands.
pub const GONE: [&str; 5] = ["del", "moveFrom", "pPrChange", "rPrChange", "instrText"];

/// The paragraphs of a part, in the order in which they begin.
pub fn paragraphs(part: &Part<'_>) -> Vec<Paragraph> {
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut of: Vec<Option<usize>> = vec![None; part.elements.len()];
    let mut run: Vec<Option<usize>> = vec![None; part.elements.len()];
    let mut gone: Vec<bool> = vec![false; part.elements.len()];
    let mut fallback: Vec<bool> = vec![false; part.elements.len()];
    for (index, element) in part.elements.iter().enumerate() {
        if let Some(parent) = element.parent {
            of[index] = of[parent];
            run[index] = run[parent];
            gone[index] = gone[parent] || GONE.contains(&element.name);
            fallback[index] = fallback[parent] || (element.name.is_empty() && element.local == "Fallback");
        }
        match element.name {
            "p" => {
                of[index] = Some(paragraphs.len());
                run[index] = None;
                paragraphs.push(Paragraph {
                    element: index,
                    text: String::new(),
                    segments: Vec::new(),
                    is_fallback: fallback[index],
                    is_end: part.xml[element.inner.clone()].starts_with(END),
                });
            }
            "r" => run[index] = Some(index),
            "t" | "tab" | "br" | "cr" | "noBreakHyphen" => {
                // A tab of a paragraph's properties is none of its words.
                let in_run = element.parent.is_some_and(|parent| part.elements[parent].name == "r");
                if let (Some(paragraph), Some(run), false, true) =
                    (of[index], run[index], gone[index], in_run)
                {
                    append(&mut paragraphs[paragraph], part, index, run);
                }
            }
            _ => {}
        }
    }
    paragraphs
}

fn append(paragraph: &mut Paragraph, part: &Part<'_>, element: usize, run: usize) {
    let start = paragraph.text.len();
    let inner = part.elements[element].inner.clone();
    let is_text = part.elements[element].name == "t";
    let raw = if is_text { &part.xml[inner.clone()] } else { "" };
    let is_hyphen = part.elements[element].name == "noBreakHyphen";
    let map = if raw.contains(['&', '<', '\r']) {
        Some(decode(raw, inner.start, &mut paragraph.text))
    } else {
        paragraph.text.push_str(if is_text {
            raw
        } else if is_hyphen {
            "-"
        } else {
            " "
        });
        None
    };
    let text = start..paragraph.text.len();
    paragraph.segments.push(Segment { element, run, text, is_text, map, start: inner.start });
}

/// Text spelled out, with the byte of the part for each of its bytes.
fn decode(raw: &str, start: usize, text: &mut String) -> Vec<usize> {
    let mut map = Vec::with_capacity(raw.len());
    let mut at = 0;
    while let Some(c) = raw[at..].chars().next() {
        let rest = &raw[at..];
        let length = if c == '&' { rest.find(';').map_or(1, |end| end + 1) } else { c.len_utf8() };
        let spelled = if c == '&' { entity(&rest[1..length.max(2) - 1]) } else { Some(c) };
        if rest.starts_with('<') {
            // A comment or a section of characters: no program writes one, and it is left as it is.
            at += rest.find('>').map_or(rest.len(), |end| end + 1);
            continue;
        }
        if let Some(spelled) = spelled {
            text.push(spelled);
            map.extend(std::iter::repeat_n(start + at, spelled.len_utf8()));
        }
        at += length;
    }
    map.push(start + raw.len());
    map
}

fn entity(name: &str) -> Option<char> {
    let Some(code) = name.strip_prefix('#') else {
        return quick_xml::escape::resolve_predefined_entity(name)?.chars().next();
    };
    let number = match code.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => code.parse().ok()?,
    };
    char::from_u32(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    const W: &str = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'";

    #[test]
    fn words_are_one_text_over_runs_and_every_byte_knows_its_place() {
        let xml = format!(
            "<w:p {W}><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>云&amp;</w:t><w:tab/></w:r>\
             <w:del><w:r><w:t>去</w:t></w:r></w:del><w:r><w:t>&#x6EAA;b</w:t></w:r></w:p>"
        );
        let part = Part::read("document.xml", &xml).unwrap();
        let found = &paragraphs(&part)[0];
        assert_eq!(found.text, "云& 溪b");
        for segment in found.segments.iter().filter(|segment| segment.is_text) {
            let (start, end) = (segment.byte(segment.text.start), segment.byte(segment.text.end));
            assert_eq!(start..end, part.elements[segment.element].inner);
        }
        let last = found.segments.last().unwrap();
        assert_eq!(&xml[last.byte(last.text.end - 1)..][..1], "b");
    }
}
