//! Plain text: a line a paragraph, where the paragraph itself breaks none, indented by two full-width spaces; a table's cells parted by tabs.

use huibian_diagnostic::Result;
use huibian_document::table::{Place, Table};
use huibian_document::{Block, Document, Heading, HouseStyle, Inline};

use crate::notes::Notes;
use crate::official;
use crate::package::Scratch;
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
}

/// The document as plain text.
pub fn text(document: &Document, style: &HouseStyle) -> String {
    let meta = &document.meta;
    let mut writer = Body { style, notes: Notes::default(), lines: Vec::new() };
    let words = &style.words;
    writer.lines.extend(official::head(&meta.official, words));
    if !writer.lines.is_empty() {
        writer.lines.push(String::new());
    }
    let title = writer.line(&meta.title);
    writer.lines.extend([title, String::new()]);
    writer.lines.extend(words.recipients(meta));
    for block in &document.blocks {
        writer.block(block);
    }
    if !meta.official.attachments.is_empty() {
        writer.lines.push(String::new());
        let named = official::attachments(&meta.official.attachments, words);
        writer.lines.extend(named.into_iter().map(|line| format!("{INDENT}{line}")));
    }
    if let Some(signature) = &meta.signature {
        writer.lines.push(String::new());
        writer.lines.extend(signature.names().map(str::to_owned));
        writer.lines.push(words.signed(signature));
    }
    writer.lines.extend(meta.official.note.as_ref().map(|note| format!("{INDENT}{}", words.note(note))));
    for (index, attachment) in meta.official.attachments.iter().enumerate() {
        if !attachment.blocks.is_empty() {
            let label = words.attachment(index, &meta.official.attachments);
            writer.lines.extend([
                String::new(),
                label,
                String::new(),
                attachment.title.clone(),
                String::new(),
            ]);
            attachment.blocks.iter().for_each(|block| writer.block(block));
        }
    }
    if let Some(imprint) = &meta.official.imprint {
        writer.lines.push(String::new());
        writer.lines.extend(official::imprint(imprint, words));
    }
    let notes = std::mem::take(&mut writer.notes);
    for (number, note) in (1..).zip(notes.0) {
        let note = format!("[{number}] {}", writer.line(note));
        writer.lines.push(note);
    }
    writer.lines.join("\n") + "\n"
}

struct Body<'d> {
    style: &'d HouseStyle,
    notes: Notes<'d>,
    lines: Vec<String>,
}

impl<'d> Body<'d> {
    fn block(&mut self, block: &'d Block) {
        let line = match block {
            Block::Heading(heading) => format!("{INDENT}{}", self.heading(heading)),
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
