//! CommonMark with tables and footnotes: headings with their labels, figures as digits, text escaped so that it reads
//! back as itself.

use std::fmt::Write;

use huibian_diagnostic::Result;
use huibian_document::form::Hole;
use huibian_document::table::{Align, Place, Table};
use huibian_document::{Block, Document, DocumentPart, Filled, Form, Heading, HouseStyle, Inline, Marking};

use crate::notes::Notes;
use crate::official;
use crate::package::Scratch;
use crate::prepared::Prepared;
use crate::writer::{Writer, Written};

/// Writes documents of one house style as Markdown.
pub struct MarkdownWriter(HouseStyle);

impl MarkdownWriter {
    /// A writer of documents of a style.
    pub fn new(style: &HouseStyle) -> Self {
        Self(style.clone())
    }
}

impl Writer for MarkdownWriter {
    fn write(&self, document: &Document, _: &mut Scratch) -> Result<Written> {
        Ok(markdown(document, &self.0).into())
    }

    fn prepare(&self, form: &Form) -> Option<Prepared> {
        let prepared = Prepared::text(&markdown(&form.document, &self.0));
        let steady = prepared.holes().all(|(before, _, after)| stands_alone(before, after));
        steady.then_some(prepared)
    }

    fn fill(&self, prepared: &Prepared, filled: &Filled, scratch: &mut Scratch) -> Result<Written> {
        // A point beside other digits is inside a number, or is not.
        let at_edge = |(_, hole, _): (&str, Hole, &str)| {
            let text = filled.text(hole);
            text.starts_with('.') || text.ends_with('.')
        };
        if prepared.holes().any(at_edge) {
            return self.write(&filled.document(), scratch);
        }
        let gaps: Option<Vec<String>> = filled.gaps.iter().map(|blocks| gap(blocks, &self.0)).collect();
        let Some(gaps) = gaps else { return self.write(&filled.document(), scratch) };
        let made = prepared.fill(filled, &gaps, |markdown, words| markdown.push_str(&escaped(words)));
        debug_assert_eq!(made, markdown(&filled.document(), &self.0), "a form's text is its document's");
        Ok(made.into())
    }
}

/// The document as Markdown.
pub fn markdown(document: &Document, style: &HouseStyle) -> String {
    let mut body = Body { style, notes: Notes::default(), paragraphs: Vec::new() };
    document.parts().for_each(|part| body.part(part));
    let notes = std::mem::take(&mut body.notes);
    for (number, note) in (1..).zip(notes.0) {
        let note = format!("[^{number}]: {}", body.words(note));
        body.paragraphs.push(note);
    }
    body.paragraphs.join("\n\n") + "\n"
}

/// What stands in a gap; none where it has no paragraphs, or footnotes, which count with those around.
fn gap(blocks: &[Block], style: &HouseStyle) -> Option<String> {
    let mut body = Body { style, notes: Notes::default(), paragraphs: Vec::new() };
    blocks.iter().for_each(|block| body.block(block));
    (!body.paragraphs.is_empty() && body.notes.0.is_empty()).then(|| body.paragraphs.join("\n\n"))
}

struct Body<'d> {
    style: &'d HouseStyle,
    notes: Notes<'d>,
    paragraphs: Vec<String>,
}

impl<'d> Body<'d> {
    fn part(&mut self, part: DocumentPart<'d>) {
        let words = &self.style.words;
        match part {
            DocumentPart::Head(head) => self.lines(official::head(head, words)),
            DocumentPart::Title(title) => {
                let title = format!("# {}", self.line(title));
                self.paragraphs.push(title);
            }
            DocumentPart::Recipients(recipients) => self.lines(words.recipients(recipients)),
            DocumentPart::Body(blocks) => blocks.iter().for_each(|block| self.block(block)),
            DocumentPart::AttachmentList(list) => self.lines(official::attachments(list, words)),
            DocumentPart::Signature(signature) => {
                self.paragraphs.extend(signature.names().map(escaped));
                self.paragraphs.push(words.signed(signature));
            }
            DocumentPart::Note(note) => self.lines([words.note(note)]),
            DocumentPart::Attachment(number, attachment) => {
                self.paragraphs.push("---".to_owned());
                self.lines([words.attachment(number)]);
                self.paragraphs.push(format!("## {}", escaped(&attachment.title)));
                attachment.blocks.iter().for_each(|block| self.block(block));
            }
            DocumentPart::Imprint(imprint) => {
                self.paragraphs.push("---".to_owned());
                self.lines(official::imprint(imprint, words));
            }
        }
    }

    /// Lines of plain text, a paragraph each.
    fn lines(&mut self, lines: impl IntoIterator<Item = String>) {
        self.paragraphs.extend(lines.into_iter().map(|line| escaped(&line)));
    }

    fn block(&mut self, block: &'d Block) {
        let written = match block {
            Block::Heading(heading) => {
                let marks = "#".repeat(usize::from(heading.level) + 1);
                format!("{marks} {}", self.heading(heading))
            }
            Block::Paragraph(paragraph) => {
                let run_in = paragraph.run_in.as_ref();
                let run_in = run_in.map(|heading| self.heading(heading)).unwrap_or_default();
                let end = self.style.run_in_end_of(paragraph);
                let content = self.words(&paragraph.content);
                joined(&[Piece::Strong(run_in), Piece::Plain(escaped(end) + &content)])
            }
            Block::List(items) => {
                for item in items {
                    let item = format!("{}{}", escaped(&item.label), self.words(&item.content));
                    self.paragraphs.push(item);
                }
                return;
            }
            Block::Table(table) => {
                if !table.caption.is_empty() {
                    let caption = self.words(&table.caption);
                    self.paragraphs.push(caption);
                }
                self.table(table)
            }
            Block::Image(image) => {
                self.paragraphs.push(format!("![{}]()", escaped(&image.alt)));
                if image.caption.is_empty() {
                    return;
                }
                self.words(&image.caption)
            }
            // A reader of Markdown makes its own.
            Block::Contents { .. } => return,
            Block::PageBreak => "---".to_owned(),
        };
        self.paragraphs.push(written);
    }

    fn heading(&mut self, heading: &'d Heading) -> String {
        escaped(&heading.label) + &self.line(&heading.content)
    }

    /// A pipe table has one row of head and no spans: what is spanned stays empty, and a head of several rows says in each
    /// column all that stands above it.
    fn table(&mut self, table: &'d Table) -> String {
        let (grid, mut lines) = (table.grid(), Vec::new());
        let folded = table.head_rows().saturating_sub(1);
        let mut head = if folded > 0 { self.head(table, &grid[..=folded]) } else { String::new() };
        for (index, places) in grid.into_iter().enumerate().skip(folded) {
            let mut line = std::mem::take(&mut head);
            let places = if line.is_empty() { places } else { Vec::new() };
            if line.is_empty() {
                line.push('|');
            }
            for place in places {
                if let Place::Cell { cell, .. } = place {
                    let words = self.line(&cell.content);
                    let _ = write!(line, " {words} |");
                    line.push_str(&"  |".repeat(cell.columns - 1));
                } else {
                    line.push_str(&"  |".repeat(place.columns()));
                }
            }
            lines.push(line);
            if index + 1 == table.head_rows().max(1) {
                let marks = table.columns().iter().map(|column| match column.align {
                    Align::Left => " --- |",
                    Align::Center => " :-: |",
                    Align::Right => " --: |",
                });
                lines.insert(1, format!("|{}", marks.collect::<String>()));
            }
        }
        lines.join("\n")
    }

    fn head(&mut self, table: &Table, rows: &[Vec<Place<'d>>]) -> String {
        let mut columns: Vec<Vec<String>> = vec![Vec::new(); table.columns().len()];
        for place in rows.iter().flatten() {
            if let Place::Cell { cell, column } = place {
                let words = self.line(&cell.content);
                let spanned = columns.iter_mut().skip(*column).take(cell.columns);
                spanned.filter(|_| !words.is_empty()).for_each(|column| column.push(words.clone()));
            }
        }
        let cells = columns.iter().map(|words| format!(" {} |", words.join("·")));
        format!("|{}", cells.collect::<String>())
    }

    /// Words for a place that is one line of the file: a heading, a cell.
    fn line(&mut self, inlines: &'d [Inline]) -> String {
        self.words(inlines).replace("\\\n", "<br>")
    }

    fn words(&mut self, inlines: &'d [Inline]) -> String {
        let mut pieces = Vec::new();
        self.pieces(inlines, false, &mut pieces);
        joined(&pieces)
    }

    fn pieces(&mut self, inlines: &'d [Inline], strong: bool, pieces: &mut Vec<Piece>) {
        for inline in inlines {
            let words = match inline {
                Inline::Text(text) => escaped(text),
                Inline::Strong(content) => {
                    self.pieces(content, true, pieces);
                    continue;
                }
                Inline::Marked(marking, content) => {
                    let words = self.words(content);
                    match marking {
                        Marking::Raised => format!("<sup>{words}</sup>"),
                        Marking::Lowered => format!("<sub>{words}</sub>"),
                        Marking::Struck => format!("<del>{words}</del>"),
                        Marking::Link(address) => format!("[{words}](<{address}>)"),
                    }
                }
                Inline::Figure(figure) => escaped(&figure.digits) + &escaped(&figure.measure),
                Inline::Note(content) => format!("[^{}]", self.notes.keep(content)),
                Inline::LineBreak => "\\\n".to_owned(),
            };
            match (pieces.last_mut(), strong) {
                (Some(Piece::Strong(last)), true) | (Some(Piece::Plain(last)), false) => {
                    last.push_str(&words);
                }
                (_, true) => pieces.push(Piece::Strong(words)),
                (_, false) => pieces.push(Piece::Plain(words)),
            }
        }
    }
}

/// Whether what is written around a text is the same whatever the text is: no point that could be inside a number, no mark of
/// strong words that needs a certain character beside it.
fn stands_alone(before: &str, after: &str) -> bool {
    const OPENING: [&str; 4] = [r"\.", ".", "*", ">"];
    const CLOSING: [&str; 4] = [r"\.", ".", "*", "<"];
    OPENING.iter().all(|mark| !before.ends_with(mark)) && CLOSING.iter().all(|mark| !after.starts_with(mark))
}

/// A part of a line.
enum Piece {
    Plain(String),
    Strong(String),
}

/// The parts of a line. Asterisks mark what is strong where they count as marks there (CommonMark, 6.2); elsewhere, as
/// between a closing quotation mark and a letter, the elements of HTML do.
fn joined(pieces: &[Piece]) -> String {
    let mut line = String::new();
    for (index, piece) in pieces.iter().enumerate() {
        match piece {
            Piece::Plain(words) => line.push_str(words),
            Piece::Strong(words) if words.is_empty() => {}
            Piece::Strong(words) => {
                let next = match pieces.get(index + 1) {
                    Some(Piece::Plain(next) | Piece::Strong(next)) => next.chars().next(),
                    None => None,
                };
                let opens = may_meet(line.chars().next_back(), words.chars().next());
                let closes = may_meet(next, words.chars().next_back());
                let (before, after) = if opens && closes { ("**", "**") } else { ("<strong>", "</strong>") };
                line.extend([before, words, after]);
            }
        }
    }
    line
}

/// Whether asterisks between a character outside and one inside mark what is inside.
fn may_meet(outside: Option<char>, inside: Option<char>) -> bool {
    const MARKS: &str = "，。、；：！？“”‘’（）《》—…";
    inside.is_some_and(char::is_alphanumeric)
        || inside.is_some_and(|c| !c.is_whitespace() && c != '*')
            && outside.is_none_or(|c| c.is_whitespace() || MARKS.contains(c))
}

/// Text with a backslash before every sign that Markdown could take for its own. A point inside a number is none.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let digit_follows = rest.as_str().starts_with(|c: char| c.is_ascii_digit());
        let inside_number = c == '.' && digit_follows && escaped.ends_with(|c: char| c.is_ascii_digit());
        if r"\`*_{}[]<>#+-.!|&~=".contains(c) && !inside_number {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
