//! Plain text: a line a paragraph, where the paragraph itself breaks none, indented by two full-width spaces; a table's cells parted by tabs.

use huibian_diagnostic::Result;
use huibian_document::form::gap_of;
use huibian_document::table::{Place, Table};
use huibian_document::{Block, Document, DocumentPart, Filled, Form, Heading, HouseStyle, Inline, Marking};

use crate::notes::Notes;
use crate::official;
use crate::package::Scratch;
use crate::prepared::Prepared;
use crate::writer::{Writer, Written};

const INDENT: &str = "　　";

/// Writes documents of one house style as plain text.
pub struct TextWriter(HouseStyle);

impl TextWriter {
    /// A writer of documents of a style.
    pub fn new(style: &HouseStyle) -> Self {
        Self(style.clone())
    }
}

impl Writer for TextWriter {
    fn write(&self, document: &Document, _: &mut Scratch) -> Result<Written> {
        Ok(text(document, &self.0).into())
    }

    fn prepare(&self, form: &Form) -> Option<Prepared> {
        Some(Prepared::text(&text(&form.document, &self.0)))
    }

    fn fill(&self, prepared: &Prepared, filled: &Filled, scratch: &mut Scratch) -> Result<Written> {
        let gaps: Option<Vec<String>> = filled.gaps.iter().map(|blocks| gap(blocks, &self.0)).collect();
        let Some(gaps) = gaps else { return self.write(&filled.document(), scratch) };
        let made = prepared.fill(filled, &gaps, String::push_str);
        debug_assert_eq!(made, text(&filled.document(), &self.0), "a form's text is its document's");
        Ok(made.into())
    }
}

/// The document as plain text.
pub fn text(document: &Document, style: &HouseStyle) -> String {
    let mut body = Body { style, notes: Notes::default(), lines: Vec::new() };
    document.parts().for_each(|part| body.part(part));
    let notes = std::mem::take(&mut body.notes);
    for (number, note) in (1..).zip(notes.0) {
        let note = format!("[{number}] {}", body.line(note));
        body.lines.push(note);
    }
    body.lines.join("\n") + "\n"
}

/// What stands in a gap; none where it has no lines, or footnotes, which count with those around.
fn gap(blocks: &[Block], style: &HouseStyle) -> Option<String> {
    let mut body = Body { style, notes: Notes::default(), lines: Vec::new() };
    blocks.iter().for_each(|block| body.block(block));
    (!body.lines.is_empty() && body.notes.0.is_empty()).then(|| body.lines.join("\n"))
}

struct Body<'d> {
    style: &'d HouseStyle,
    notes: Notes<'d>,
    lines: Vec<String>,
}

impl<'d> Body<'d> {
    fn part(&mut self, part: DocumentPart<'d>) {
        let words = &self.style.words;
        match part {
            DocumentPart::Head(head) => {
                self.lines.extend(official::head(head, words));
                if !self.lines.is_empty() {
                    self.blank();
                }
            }
            DocumentPart::Title(title) => {
                let title = self.line(title);
                self.lines.push(title);
                self.blank();
            }
            DocumentPart::Recipients(recipients) => self.lines.extend(words.recipients(recipients)),
            DocumentPart::Body(blocks) => blocks.iter().for_each(|block| self.block(block)),
            DocumentPart::AttachmentList(list) => {
                self.blank();
                let list = official::attachments(list, words);
                self.lines.extend(list.into_iter().map(|line| format!("{INDENT}{line}")));
            }
            DocumentPart::Signature(signature) => {
                self.blank();
                self.lines.extend(signature.names().map(str::to_owned));
                self.lines.push(words.signed(signature));
            }
            DocumentPart::Note(note) => self.lines.push(format!("{INDENT}{}", words.note(note))),
            DocumentPart::Attachment(number, attachment) => {
                self.blank();
                for line in [words.attachment(number), attachment.title.clone()] {
                    self.lines.push(line);
                    self.blank();
                }
                attachment.blocks.iter().for_each(|block| self.block(block));
            }
            DocumentPart::Imprint(imprint) => {
                self.blank();
                self.lines.extend(official::imprint(imprint, words));
            }
        }
    }

    fn blank(&mut self) {
        self.lines.push(String::new());
    }

    fn block(&mut self, block: &'d Block) {
        let line = match block {
            Block::Heading(heading) => format!("{INDENT}{}", self.heading(heading)),
            // Its lines come with what stands before them.
            Block::Paragraph(gap) if gap_of(block).is_some() => self.words(&gap.content),
            Block::Paragraph(paragraph) => {
                let run_in = paragraph.run_in.as_ref();
                let run_in = run_in.map(|heading| self.heading(heading)).unwrap_or_default();
                let end = self.style.run_in_end_of(paragraph);
                format!("{INDENT}{run_in}{end}{}", self.words(&paragraph.content))
            }
            Block::List(items) => {
                for item in items {
                    let item = format!("{INDENT}{}{}", item.label, self.words(&item.content));
                    self.lines.push(item);
                }
                return;
            }
            Block::Table(table) => return self.table(table),
            Block::Image(image) if image.caption.is_empty() => image.alt.clone(),
            Block::Image(image) => {
                self.lines.push(image.alt.clone());
                self.line(&image.caption)
            }
            Block::Contents { .. } => return,
            Block::PageBreak => String::new(),
        };
        self.lines.push(line);
    }

    fn heading(&mut self, heading: &'d Heading) -> String {
        format!("{}{}", heading.label, self.line(&heading.content))
    }

    fn table(&mut self, table: &'d Table) {
        if !table.caption.is_empty() {
            let caption = self.line(&table.caption);
            self.lines.push(caption);
        }
        for places in table.grid() {
            let mut cells = Vec::with_capacity(table.columns().len());
            for place in places {
                cells.push(match place {
                    Place::Cell { cell, .. } => self.line(&cell.content),
                    Place::Continued { .. } => String::new(),
                });
                cells.resize(cells.len() + place.columns() - 1, String::new());
            }
            self.lines.push(cells.join("\t"));
        }
    }

    /// Words for a place that is one line.
    fn line(&mut self, inlines: &'d [Inline]) -> String {
        self.words(inlines).replace('\n', " ")
    }

    fn words(&mut self, inlines: &'d [Inline]) -> String {
        let mut words = String::new();
        for inline in inlines {
            match inline {
                Inline::Text(text) => words.push_str(text),
                Inline::Strong(content) => words.push_str(&self.words(content)),
                Inline::Marked(marking, content) => {
                    let said = self.words(content);
                    match marking {
                        Marking::Raised => words.extend(["^", &said]),
                        Marking::Lowered => words.extend(["_", &said]),
                        Marking::Link(address) if *address != said => {
                            words.extend([&said, "（", address, "）"]);
                        }
                        Marking::Struck | Marking::Link(_) => words.push_str(&said),
                    }
                }
                Inline::Figure(figure) => {
                    words.push_str(&figure.digits);
                    words.push_str(&figure.measure);
                }
                Inline::Note(content) => words.extend(["[", &self.notes.keep(content).to_string(), "]"]),
                Inline::LineBreak => words.push('\n'),
            }
        }
        words
    }
}
