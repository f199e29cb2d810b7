//! A document as calls of the style's module. Text comes in string literals only.

use std::fmt::Write;
use std::ops::Range;

use huibian_document::official::{Official, Serial};
use huibian_document::parts::numbered;
use huibian_document::table::{Align, Place, Table};
use huibian_document::{
    Block, Document, DocumentPart, Heading, HouseStyle, Image, ImageFormat, Inline, ListItem, Meta,
    Paragraph, Signature, plain_text,
};
use huibian_layout::{
    Ends, SealedRows, Widths, balanced, fit, heads_turned_table, is_spaced, kept, last_rows, long_words,
    of_attachment, turns_page, whole_rows, without_idle_breaks,
};
use huibian_writers::ImprintPlace;

use crate::preamble::{points, quoted};
use crate::world::picture;

/// The document's source, and its pictures in the order of their names.
pub fn source<'d>(document: &'d Document, style: &HouseStyle) -> (String, Vec<&'d Image>) {
    let mut source = Source {
        text: String::with_capacity(16 * 1024),
        style,
        pictures: Vec::new(),
        hanging: false,
        imprint_has_room: true,
    };
    source.document(document);
    (source.text, source.pictures)
}

struct Source<'s, 'd> {
    text: String,
    style: &'s HouseStyle,
    pictures: Vec<&'d Image>,
    /// Whether what stands below the body is being written, which hangs from the body's last line.
    hanging: bool,
    /// Whether the last page of the text is taken to have room for an imprint: what Word's file goes by.
    imprint_has_room: bool,
}

impl<'d> Source<'_, 'd> {
    fn document(&mut self, document: &'d Document) {
        self.text.push_str("#import \"/style.typ\": *\n#{\n");
        self.properties(&document.meta);
        let has_imprint = document.meta.official.imprint.is_some();
        self.line(if has_imprint { "show: sheet.with(has-imprint: true)" } else { "show: sheet" });
        let ends = Ends::of(document);
        self.imprint_has_room = ImprintPlace::in_document(document, self.style) != Some(ImprintPlace::Leaf);
        for part in document.parts() {
            if !matches!(
                part,
                DocumentPart::AttachmentList(_) | DocumentPart::Signature(_) | DocumentPart::Note(_)
            ) {
                self.let_go();
            }
            self.part(part, &document.meta.creator, ends);
        }
        self.let_go();
        self.text.push_str("}\n");
    }

    /// Ends what hangs from the body's last line.
    fn let_go(&mut self) {
        if std::mem::take(&mut self.hanging) {
            self.line("})");
        }
    }

    fn part(&mut self, part: DocumentPart<'d>, creator: &str, ends: Ends) {
        let style = self.style;
        let words = &style.words;
        match part {
            DocumentPart::Head(official) => self.head(official),
            DocumentPart::Title(title) => {
                let title = self.broken(title, creator);
                self.call("title", &title);
            }
            DocumentPart::Recipients(recipients) => {
                if let Some(names) = words.recipients(recipients) {
                    self.call("recipients", &text(&names, LONG));
                }
            }
            DocumentPart::Body(blocks) => self.blocks(without_idle_breaks(blocks, style), ends.keep_body()),
            DocumentPart::AttachmentList(attachments) => {
                let names = numbered(attachments).map(|(number, attachment)| {
                    let number = words.attachment_number(number);
                    format!("({}, {})", quoted(&number), text(&attachment.title, LONG))
                });
                let names = array(names);
                let keep = ends.keep_body();
                self.call("attachments", &format!("{}, {names}, keep: {keep}", quoted(&words.attachments)));
            }
            DocumentPart::Signature(signature) if signature.has_rows() => {
                self.signed_rows(signature, ends.has_note);
            }
            DocumentPart::Signature(signature) => {
                let names = array(signature.names().map(quoted));
                let date = quoted(&words.signed(signature));
                self.call("signed", &format!("{names}, {date}, {}, keep: {}", signature.seal, ends.has_note));
            }
            DocumentPart::Note(note) => self.call("note", &text(&words.note(note), LONG)),
            DocumentPart::Attachment(number, attachment) => {
                let label = quoted(&words.attachment(number));
                let title = vec![Inline::Text(attachment.title.clone())];
                let title = self.broken(&title, creator);
                let mut blocks = of_attachment(&attachment.blocks, style).peekable();
                // A table that turns the page has the attachment's label and title on it.
                if let Some(Block::Table(table)) = blocks.next_if(|block| turns_page(block, style)) {
                    self.table(table, Some(&format!("attachment-head({label}, {title})")), false);
                } else {
                    self.call("attached", &format!("{label}, {title}"));
                }
                self.blocks(blocks, false);
            }
            DocumentPart::Imprint(imprint) => {
                let recipients = text(&words.recipients_in_imprint(imprint).unwrap_or_default(), LONG);
                let copies = text(&words.copies(imprint).unwrap_or_default(), LONG);
                let printed = quoted(&words.printed(imprint));
                let printer = quoted(&imprint.printer);
                let room = self.imprint_has_room;
                self.call("imprint", &format!("{recipients}, {copies}, {printer}, {printed}, {room}"));
            }
        }
    }

    /// Rows of those who sign together under seals, and 成文日期.
    fn signed_rows(&mut self, signature: &Signature, is_kept: bool) {
        let style = self.style;
        let size = style.paragraphs.signatory.size;
        let widths = Widths::new(size, &style.text);
        let width = |text: &str| widths.hundredths(widths.of(text));
        let date = style.words.signed(signature);
        let found = SealedRows::of(&signature.names().map(width).collect::<Vec<_>>(), width(&date), style);
        let wide = |hundredths: i64| points(size.times(hundredths, 100));
        let mut names = signature.names();
        let rows = array(found.rows.iter().map(|row| {
            let said = row.iter().zip(names.by_ref());
            array(said.map(|(middle, name)| format!("({}, {})", quoted(name), wide(*middle))))
        }));
        let (blank, date, inset) = (found.blank, quoted(&date), wide(found.date));
        self.call("signed-rows", &format!("{rows}, {blank}, {date}, {inset}, keep: {is_kept}"));
    }

    /// What the file tells of itself, set for no words at all: set for the document's own, it would make their styles
    /// differ from any other document's, and nothing set for one could be used again for the next.
    fn properties(&mut self, meta: &Meta) {
        let title = plain_text(&meta.title);
        let _ = write!(
            self.text,
            "{{ set document(title: {}, author: {}, description: {}",
            quoted(&title),
            quoted(&meta.creator),
            quoted(&meta.subject)
        );
        if let Some(signature) = &meta.signature {
            let date = signature.date;
            let (year, month, day) = (date.year(), date.month(), date.day());
            let _ = write!(self.text, ", date: datetime(year: {year}, month: {month}, day: {day})");
        }
        self.text.push_str("); [] }\n");
    }

    fn head(&mut self, parts: &Official) {
        let words = &self.style.words;
        let lines = [
            ("serial", parts.serial.map(Serial::digits)),
            ("secrecy", parts.secrecy.as_ref().map(|secrecy| words.secrecy(secrecy))),
            ("urgency", parts.urgency.map(|urgency| urgency.name().to_owned())),
        ];
        let lines = lines
            .into_iter()
            .filter_map(|(style, line)| Some(format!("({}, {})", quoted(style), quoted(&line?))));
        let lines = array(lines);
        let mark = parts.mark.as_ref().map_or_else(
            || "none".to_owned(),
            |mark| {
                format!("({}, {})", array(mark.names.iter().map(|name| quoted(name))), quoted(&mark.suffix))
            },
        );
        let number = parts.number.as_ref().map(|number| words.number(number)).unwrap_or_default();
        let signers = array(parts.signers.iter().map(|name| quoted(name)));
        self.call("head", &format!("{lines}, {mark}, {}, {signers}", quoted(&number)));
    }

    /// Blocks, of which the last one stays with what follows where `is_kept` says so: as a whole, or where it is long by its last
    /// line.
    /// Headings of a table that turns the page stand on that page.
    fn blocks(&mut self, blocks: impl Iterator<Item = &'d Block> + Clone, is_kept: bool) {
        let mut blocks = blocks.peekable();
        let mut above = String::new();
        while let Some(block) = blocks.next() {
            let is_last = blocks.peek().is_none();
            match block {
                Block::Heading(heading) if heads_turned_table(block, blocks.clone(), self.style) => {
                    let _ = writeln!(above, "heading({})", heading_of(heading));
                }
                Block::Table(table) if !above.is_empty() => {
                    self.table(table, Some(&format!("{{\n{above}}}")), false);
                    above.clear();
                }
                _ if !is_last || !is_kept => self.block(block),
                Block::List(items) => {
                    let (last, others) =
                        items.split_last().map_or((None, &[][..]), |(last, rest)| (Some(last), rest));
                    others.iter().for_each(|item| self.item(item));
                    if let Some(last) = last {
                        self.kept(|source| source.item(last));
                    }
                }
                Block::Paragraph(paragraph) if !may_move(block, self.style) => match cut(paragraph) {
                    Some((words, last)) => {
                        let words = self.paragraph(paragraph, &words);
                        let _ = writeln!(self.text, "with-last-line({words}, {last}, {{");
                        self.hanging = true;
                    }
                    None => self.block(block),
                },
                Block::Table(table) => self.table(table, None, !self.style.turns(table)),
                _ if may_move(block, self.style) => self.kept(|source| source.block(block)),
                _ => self.block(block),
            }
            // Two tables would be one, and what follows the last would stand on its rule.
            let is_upright = matches!(block, Block::Table(table) if !self.style.turns(table));
            let before_another =
                |next: &&Block| matches!(next, Block::Table(table) if !self.style.turns(table));
            if is_upright && blocks.peek().is_none_or(before_another) {
                self.call("blank", &format!("1, sticky: {}", is_last && is_kept));
            }
        }
    }

    /// What stays with what follows.
    fn kept(&mut self, write: impl FnOnce(&mut Self)) {
        self.text.push_str("with-next({\n");
        write(self);
        self.line("})");
    }

    fn item(&mut self, item: &ListItem) {
        self.call("par", &format!("{} + {}", quoted(&item.label), inlines(&item.content)));
    }

    /// A paragraph's words, with the heading that opens it.
    fn paragraph(&self, paragraph: &Paragraph, words: &str) -> String {
        let Some(heading) = &paragraph.run_in else { return words.to_owned() };
        let (level, opening) = (heading.level, heading_words(heading));
        let end = quoted(self.style.run_in_end_of(paragraph));
        format!("run-in({level}, {opening}) + run-in-end({level}, {end}) + {words}")
    }

    fn block(&mut self, block: &'d Block) {
        match block {
            Block::Heading(heading) => {
                self.call("heading", &heading_of(heading));
            }
            Block::Paragraph(paragraph) => {
                let words = self.paragraph(paragraph, &inlines(&paragraph.content));
                self.call("par", &words);
            }
            Block::List(items) => items.iter().for_each(|item| self.item(item)),
            Block::Table(table) => self.table(table, None, false),
            Block::Image(image) => {
                let path = quoted(&format!("/{}", picture(self.pictures.len())));
                self.pictures.push(image);
                let format = match image.format {
                    ImageFormat::Png => "png",
                    ImageFormat::Jpeg => "jpg",
                    ImageFormat::Svg => "svg",
                };
                let (width, height) = (points(image.width), points(image.height));
                let caption = optional(&image.caption);
                let alt = quoted(&image.alt);
                self.call("pictured", &format!("{path}, \"{format}\", {width}, {height}, {alt}, {caption}"));
            }
            Block::Contents { levels } => {
                let words = quoted(&self.style.words.contents);
                self.call("contents", &format!("{words}, {levels}"));
            }
            Block::PageBreak => self.line("pagebreak()"),
        }
    }

    /// A table, and what stands above it on a page that it turns. Its last rows stay with what follows where `is_kept` says so.
    fn table(&mut self, table: &Table, above: Option<&str>, is_kept: bool) {
        let style = self.style;
        let turned = style.turns(table);
        let fit = fit(table, style);
        let full = style.paragraphs.table_cell.size.emu();
        let scale = format!("{}% / {full}", fit.size.emu() * 100);
        let columns = array(fit.widths.iter().map(|width| format!("{width}fr")));
        let heads = table.head_rows();
        let whole = whole_rows(table, &fit, style);
        let is_repeated = whole.iter().take(heads).all(|is_whole| *is_whole);
        let cells = |rows: Range<usize>| {
            let grid = table.grid();
            let cells = grid.iter().enumerate().filter(|(index, _)| rows.contains(index));
            array(cells.flat_map(|(index, places)| {
                let (whole, scale) = (&whole, &scale);
                places.iter().filter_map(move |place| {
                    let Place::Cell { cell, column } = place else { return None };
                    let align = match table.align(cell, *column) {
                        Align::Left => "left",
                        Align::Center => "center",
                        Align::Right => "right",
                    };
                    let words = breaking(&cell.content, LONG_IN_CELL);
                    let (is_head, columns, rows) = (index < heads, cell.columns, cell.rows);
                    let breaks = !whole[index];
                    Some(format!(
                        "cell({is_head}, {words}, columns: {columns}, rows: {rows}, align: {align}, breaks: {breaks}, scale: {scale})"
                    ))
                })
            }))
        };
        let count = table.rows().len();
        let last = if is_kept { last_rows(table, &whole) } else { count..count };
        let (head, rows, last) = (cells(0..heads), cells(heads..last.start), cells(last));
        let caption = optional(&table.caption);
        self.call(
            "tabled",
            &format!(
                "{caption}, {columns}, (rows: {heads}, cells: {head}, repeated: {is_repeated}), {rows}, last: {last}, turned: {turned}, scale: {scale}, above: {}",
                above.unwrap_or("none")
            ),
        );
    }

    /// A title in lines of like width.
    fn broken(&self, title: &[Inline], creator: &str) -> String {
        let style = self.style;
        let widths = Widths::new(style.paragraphs.title.size, &style.text);
        inlines(&balanced(title, style.text_width().emu(), widths, creator, &style.title_breaks))
    }

    fn call(&mut self, function: &str, arguments: &str) {
        let _ = writeln!(self.text, "{function}({arguments})");
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// What a heading on a line of its own is called with.
fn heading_of(heading: &Heading) -> String {
    format!("level: {}, {}", heading.level, heading_words(heading))
}

fn heading_words(heading: &Heading) -> String {
    format!("{} + {}", quoted(&heading.label), inlines(&heading.content))
}

/// The elements of an array, which a single one needs a comma for.
fn array(elements: impl Iterator<Item = String>) -> String {
    let elements: String = elements.map(|element| element + ", ").collect();
    format!("({elements})")
}

fn optional(words: &[Inline]) -> String {
    if words.is_empty() { "none".to_owned() } else { inlines(words) }
}

/// The words of a paragraph but for its last characters, and these, which are on its last line whatever line that is: a mark that no
/// line begins with, and what stands before it. None where it ends otherwise.
fn cut(paragraph: &Paragraph) -> Option<(String, String)> {
    const MARKS: [char; 12] = ['。', '！', '？', '；', '：', '，', '.', '”', '》', '）', ')', '…'];
    let (Inline::Text(words), others) = paragraph.content.split_last()? else { return None };
    let before = words.trim_end_matches(MARKS);
    let last =
        before.char_indices().next_back().filter(|(_, c)| !c.is_ascii()).map_or(before.len(), |(at, _)| at);
    if before.len() == words.len() {
        return None;
    }
    let rest = [others, &[Inline::Text(words[..last].to_owned())]].concat();
    Some((inlines(&rest), quoted(&words[last..])))
}

/// Whether a block may go to the next page as a whole: a high one would leave a gap behind.
fn may_move(block: &Block, style: &HouseStyle) -> bool {
    const LINES: i64 = 12;
    match block {
        Block::Heading(_) | Block::Image(_) => true,
        Block::Paragraph(paragraph) => {
            let words =
                Widths::new(style.paragraphs.body.size, &style.text).of(&plain_text(&paragraph.content));
            words <= style.text_width().emu() * LINES
        }
        _ => false,
    }
}

/// Words and codes of more characters than these break where their line ends.
const LONG: usize = 40;
/// The same in a cell.
const LONG_IN_CELL: usize = 20;

/// An expression of content; plain words that meet are one string, which is shaped as one.
fn inlines(inlines: &[Inline]) -> String {
    breaking(inlines, LONG)
}

/// The same, with words that break where they are longer than `most` characters.
fn breaking(inlines: &[Inline], most: usize) -> String {
    let (mut terms, mut run) = (Vec::new(), String::new());
    for inline in inlines {
        match inline {
            Inline::Text(text) => run.push_str(text),
            Inline::Figure(figure) => {
                run.push_str(&figure.digits);
                run.push_str(&figure.measure);
            }
            other => {
                if !run.is_empty() {
                    terms.push(text(&std::mem::take(&mut run), most));
                }
                terms.push(match other {
                    Inline::Strong(content) => format!("strong({})", breaking(content, most)),
                    Inline::Marked(_, content) => breaking(content, most),
                    Inline::Note(content) => format!("footnote({})", breaking(content, LONG)),
                    _ => "linebreak()".to_owned(),
                });
            }
        }
    }
    if !run.is_empty() || terms.is_empty() {
        terms.push(text(&run, most));
    }
    terms.join(" + ")
}

/// A piece of a text on one line. The typesetter sees no neighbours across its ends, so that the space between hanzi and what
/// is not is put there.
fn held_together(text: &str, range: Range<usize>) -> String {
    let joint = |at: usize| {
        let ends = text[..at].chars().next_back().zip(text[at..].chars().next());
        if ends.is_some_and(|(before, after)| is_spaced(before, after)) { "latin-space" } else { "" }
    };
    let piece = format!("box({})", quoted(&text[range.clone()]));
    let parts = [joint(range.start), &piece, joint(range.end)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" + ")
}

/// A text, of which no line ends inside a number, a date or a name, while what is longer than `most` characters breaks anywhere:
/// between its letters stands what takes no room, where a line may end.
fn text(text: &str, most: usize) -> String {
    let is_long = |range: &Range<usize>| text[range.clone()].chars().count() > most;
    let held = kept(text).into_iter().map(|range| (!is_long(&range), range));
    let broken = long_words(text).into_iter().filter(is_long).map(|range| (false, range));
    let mut pieces: Vec<(bool, Range<usize>)> = held.chain(broken).collect();
    pieces.sort_by_key(|(_, range)| range.start);
    let (mut terms, mut end) = (Vec::new(), 0);
    for (is_held, range) in pieces {
        if range.start > end {
            terms.push(quoted(&text[end..range.start]));
        }
        if is_held {
            terms.push(held_together(text, range.clone()));
        } else {
            let letters: Vec<String> =
                text[range.clone()].chars().map(|letter| quoted(letter.encode_utf8(&mut [0; 4]))).collect();
            terms.push(letters.join(" + h(0.001pt) + "));
        }
        end = range.end;
    }
    if end < text.len() || terms.is_empty() {
        terms.push(quoted(&text[end..]));
    }
    terms.join(" + ")
}
