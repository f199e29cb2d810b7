//! What a document says, read off the document itself: the measure of what its files say.

use std::ops::Range;

use huibian_document::official::Serial;
use huibian_document::parts::numbered;
use huibian_document::table::{Cell, Place};
use huibian_document::{Block, Document, Heading, HouseStyle, Inline, Table, plain_text};
use serde::Deserialize;

/// What reads a document back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// The parts of a package.
    Docx,
    /// The pages that a program makes of a package.
    Pages,
    /// A page of our own typesetter's.
    Pdf,
    /// A web page.
    Html,
    /// Markdown.
    Markdown,
    /// Plain text.
    Text,
}

impl Format {
    /// Whether issuers and signers are set in lines beside other words, so that they are read across.
    fn reads_across(self) -> bool {
        matches!(self, Self::Docx | Self::Pages)
    }

    /// Whether a table of contents is in the file.
    fn has_contents(self) -> bool {
        !matches!(self, Self::Markdown | Self::Text)
    }
}

/// The words of a document without any space.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Said {
    /// All but footnotes. The sign of the first is `[1]`; on pages it is as the style has it. A line of a table of contents
    /// ends with U+FFFC for its dots and its page.
    pub text: String,
    /// What each footnote says.
    pub notes: Vec<String>,
    /// What is said of each picture for those who cannot see it.
    pub alts: Vec<String>,
    /// Where in the text, in characters, the words of each cell over several rows stand, and where the row ends that it
    /// begins in: a page's end tears them apart.
    #[serde(skip)]
    pub tall: Vec<(Range<usize>, usize)>,
}

/// A text without any space.
pub fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

impl Said {
    /// What a file of a format says of a document.
    pub fn of(document: &Document, style: &HouseStyle, format: Format) -> Self {
        let mut reader = Reader { style, format, said: Self::default() };
        reader.document(document);
        let bare_all = |texts: Vec<String>| texts.iter().map(|text| bare(text)).collect();
        let Self { text, notes, alts, tall } = reader.said;
        Self { text, notes: bare_all(notes), alts: bare_all(alts), tall }
    }

    /// The words of the heads of a document's tables, which stand again on every page that the table reaches.
    pub fn table_heads(document: &Document, format: Format) -> Vec<String> {
        let attached = document.meta.official.attachments.iter().flat_map(|attachment| &attachment.blocks);
        let tables = document.blocks.iter().chain(attached).filter_map(|block| match block {
            Block::Table(table) if table.head_rows() > 0 => Some(table),
            _ => None,
        });
        let heads = tables.map(|table| {
            let rows = table.grid().into_iter().take(table.head_rows());
            let cells = rows.flat_map(|row| cells(&row, format));
            cells.map(|cell| bare(&plain_text(&cell.content))).collect()
        });
        heads.collect()
    }
}

/// The sign of a footnote as a format has it.
pub fn sign(number: usize, style: &HouseStyle, format: Format) -> String {
    match format {
        Format::Pdf if style.notes.numbers != "decimal" => {
            "①②③④⑤⑥⑦⑧⑨⑩".chars().nth(number - 1).unwrap().to_string()
        }
        // LibreOffice prints numbers without the circles that Word prints.
        Format::Pdf | Format::Pages => number.to_string(),
        Format::Docx | Format::Html | Format::Markdown | Format::Text => format!("[{number}]"),
    }
}

/// The cells that begin in a row, in the order in which they are set: Typst sets those over several rows last.
fn cells<'t>(row: &[Place<'t>], format: Format) -> Vec<&'t Cell> {
    let cells = row.iter().filter_map(|place| match place {
        Place::Cell { cell, .. } => Some(*cell),
        Place::Continued { .. } => None,
    });
    let mut cells: Vec<&Cell> = cells.collect();
    if format == Format::Pdf {
        cells.sort_by_key(|cell| cell.rows > 1);
    }
    cells
}

struct Reader<'s> {
    style: &'s HouseStyle,
    format: Format,
    said: Said,
}

impl Reader<'_> {
    fn document(&mut self, document: &Document) {
        let (meta, words) = (&document.meta, &self.style.words);
        self.head(document);
        self.inlines(&meta.title);
        self.extend(words.recipients(&meta.recipients));
        self.blocks(&document.blocks, document);
        let official = &meta.official;
        if !official.attachments.is_empty() {
            self.extend([words.attachments.clone()]);
        }
        for (number, attachment) in numbered(&official.attachments) {
            self.extend([words.attachment_number(number), attachment.title.clone()]);
        }
        if let Some(signature) = &meta.signature {
            self.extend(signature.names().map(str::to_owned));
            self.extend([words.signed(signature)]);
        }
        self.extend(official.note.as_ref().map(|note| words.note(note)));
        for (number, attachment) in numbered(&official.attachments) {
            if !attachment.blocks.is_empty() {
                self.extend([words.attachment(number), attachment.title.clone()]);
                self.blocks(&attachment.blocks, document);
            }
        }
        if let Some(imprint) = &official.imprint {
            self.extend(words.copies(imprint));
            self.extend([imprint.printer.clone(), words.printed(imprint)]);
        }
    }

    fn head(&mut self, document: &Document) {
        let (official, words) = (&document.meta.official, &self.style.words);
        self.extend(official.serial.map(Serial::digits));
        self.extend(official.secrecy.as_ref().map(|secrecy| words.secrecy(secrecy)));
        self.extend(official.urgency.map(|urgency| urgency.name().to_owned()));
        if let Some(mark) = &official.mark {
            let after = if self.format.reads_across() { 1 } else { mark.names.len() };
            self.extend(mark.names[..after].to_vec());
            self.extend([mark.suffix.clone()]);
            self.extend(mark.names[after..].to_vec());
        }
        let number = official.number.as_ref().map(|number| words.number(number)).unwrap_or_default();
        if official.signers.is_empty() {
            return self.extend([number]);
        }
        let lines: Vec<&[String]> = official.signers.chunks(self.style.head.signers_a_line).collect();
        let across = if self.format.reads_across() { lines.len() - 1 } else { 0 };
        for (index, line) in lines.into_iter().enumerate() {
            if index == across {
                self.extend([number.clone()]);
            }
            if index == 0 {
                self.extend([words.signers.clone()]);
            }
            self.extend(line.to_vec());
        }
    }

    fn blocks(&mut self, blocks: &[Block], document: &Document) {
        for block in blocks {
            match block {
                Block::Heading(heading) => self.heading(heading),
                Block::Paragraph(paragraph) => {
                    if let Some(heading) = &paragraph.run_in {
                        self.heading(heading);
                        self.extend([self.style.run_in_end_of(paragraph).to_owned()]);
                    }
                    self.inlines(&paragraph.content);
                }
                Block::List(items) => {
                    for item in items {
                        self.extend([item.label.clone()]);
                        self.inlines(&item.content);
                    }
                }
                Block::Table(table) => self.table(table),
                Block::Image(image) => {
                    self.said.alts.push(image.alt.clone());
                    if self.format == Format::Text {
                        self.extend([image.alt.clone()]);
                    }
                    self.inlines(&image.caption);
                }
                Block::Contents { levels } if self.format.has_contents() => self.contents(document, *levels),
                Block::Contents { .. } | Block::PageBreak => {}
            }
        }
    }

    fn heading(&mut self, heading: &Heading) {
        self.extend([heading.label.clone()]);
        self.inlines(&heading.content);
    }

    fn table(&mut self, table: &Table) {
        self.inlines(&table.caption);
        let (grid, head) = (table.grid(), table.head_rows());
        let folded = if self.format == Format::Markdown && head > 1 { head } else { 0 };
        self.folded(&grid[..folded], table.columns().len());
        for row in grid.into_iter().skip(folded) {
            let mut tall = None;
            for cell in cells(&row, self.format) {
                let start = self.length();
                self.inlines(&cell.content);
                if cell.rows > 1 {
                    tall = Some(start..self.length());
                }
            }
            let end = self.length();
            self.said.tall.extend(tall.map(|cell| (cell, end)));
        }
    }

    /// A head of several rows as Markdown has it: one row, that says in each column all that stands above it.
    fn folded(&mut self, rows: &[Vec<Place<'_>>], columns: usize) {
        let mut heads: Vec<Vec<String>> = vec![Vec::new(); columns];
        for place in rows.iter().flatten() {
            if let Place::Cell { cell, column } = place {
                let start = self.said.text.len();
                self.inlines(&cell.content);
                let words = self.said.text.split_off(start);
                let spanned = heads.iter_mut().skip(*column).take(cell.columns);
                spanned.filter(|_| !words.is_empty()).for_each(|head| head.push(words.clone()));
            }
        }
        self.extend(heads.into_iter().map(|words| words.join("·")));
    }

    fn length(&self) -> usize {
        self.said.text.chars().count()
    }

    fn contents(&mut self, document: &Document, levels: u8) {
        self.extend([self.style.words.contents.clone()]);
        self.lines_of_contents(&document.blocks, levels);
        for attachment in document.meta.official.attachments.iter().filter(|it| !it.blocks.is_empty()) {
            self.extend([attachment.title.clone(), "\u{FFFC}".to_owned()]);
            self.lines_of_contents(&attachment.blocks, levels);
        }
    }

    fn lines_of_contents(&mut self, blocks: &[Block], levels: u8) {
        for block in blocks {
            let heading = match block {
                Block::Heading(heading) => heading,
                Block::Paragraph(paragraph) => match &paragraph.run_in {
                    Some(heading) => heading,
                    None => continue,
                },
                _ => continue,
            };
            if heading.level <= levels {
                self.extend([heading.label.clone(), plain_text(&heading.content), "\u{FFFC}".to_owned()]);
            }
        }
    }

    fn inlines(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Strong(content) => self.inlines(content),
                Inline::Note(content) => {
                    self.said.notes.push(plain_text(content));
                    let number = self.said.notes.len();
                    let sign = sign(number, self.style, self.format);
                    self.extend([sign]);
                }
                plain => self.extend([plain_text(std::slice::from_ref(plain))]),
            }
        }
    }

    fn extend(&mut self, texts: impl IntoIterator<Item = String>) {
        self.said.text.extend(texts.into_iter().map(|text| bare(&text)));
    }
}
