//! The parts of a document, one below the other.

use huibian_document::style::ParagraphStyle;
use huibian_document::{Document, DocumentPart, HouseStyle, Inline, Length, Official, Signature, plain_text};

use super::notes::notes_in;
use super::pen::Pen;
use crate::mark::{LINES_ABOVE_MARK, mark_size, mark_space, rule_gap};
use crate::{Above, Ends, SealedRows, Widths, Wrap, balanced, of_attachment, turns_page, wrapped};

impl Pen<'_> {
    /// Whether words of the body stand on the first page below such a head, title and recipients: a heading and a line, or two lines.
    pub fn shows_body(
        official: &Official,
        title: &[Inline],
        recipients: &[String],
        style: &HouseStyle,
    ) -> bool {
        let mut pen = Pen::new(style, Vec::new(), false);
        if official.has_head() {
            pen.head(official);
        }
        pen.title(title, "", &style.paragraphs.title);
        pen.recipients(recipients);
        pen.page == 1 && pen.has_room(2)
    }

    /// Goes over a document; whether what stands below its body is on the page where that ends.
    pub(super) fn document(&mut self, document: &Document) -> bool {
        let ends = Ends::of(document);
        let mut is_together = true;
        for part in document.parts() {
            self.part(part, &document.meta.creator, ends);
            if matches!(part, DocumentPart::Signature(_) | DocumentPart::Note(_)) {
                is_together &= self.body_end == Some(self.page);
            }
        }
        is_together
    }

    fn part(&mut self, part: DocumentPart<'_>, creator: &str, ends: Ends) {
        let style = self.style;
        let paragraphs = &style.paragraphs;
        if !matches!(part, DocumentPart::Body(_) | DocumentPart::Attachment(..) | DocumentPart::Imprint(_)) {
            self.turn(false);
        }
        match part {
            DocumentPart::Head(official) => self.head(official),
            DocumentPart::Title(words) => self.title(words, creator, &paragraphs.title),
            DocumentPart::Recipients(recipients) => self.recipients(recipients),
            DocumentPart::Body(blocks) => self.body(blocks),
            DocumentPart::AttachmentList(attachments) => {
                let rules = &paragraphs.attachments;
                let is_kept = self.keeps_end;
                self.blanks(rules.blank_before, is_kept);
                let widths = Widths::new(rules.size, &style.text);
                let number = if attachments.len() > 1 { style.attachments.number_hundredths } else { 0 };
                let left = rules.size.times(style.attachments.indent_hundredths + number, 100).emu()
                    + widths.of(&style.words.attachments);
                for attachment in attachments {
                    let lines = wrapped(&attachment.title, widths, self.width().emu() - left, 0).lines;
                    self.lines(lines, rules.line.unwrap_or(style.text.line), is_kept);
                }
                self.blanks(rules.blank_after, is_kept);
            }
            DocumentPart::Signature(signature) => self.signature(signature, ends.has_note),
            DocumentPart::Note(note) => {
                let indent = paragraphs.note.size.times(style.text.indent_hundredths.into(), 100);
                self.text(&style.words.note(note), &paragraphs.note, indent);
            }
            DocumentPart::Attachment(_, attachment) => {
                let mut blocks = of_attachment(&attachment.blocks, style).peekable();
                self.begin(blocks.peek().is_some_and(|block| turns_page(block, style)));
                self.text("", &paragraphs.attachment_label, Length::default());
                let title = [Inline::Text(attachment.title.clone())];
                self.title(&title, creator, &paragraphs.attachment_title);
                self.heading(self.page);
                self.in_order(blocks, false, Above::title());
            }
            // It stands at the bottom of the page, wherever the rest ends.
            DocumentPart::Imprint(_) => {}
        }
    }

    fn head(&mut self, official: &Official) {
        let style = self.style;
        let (head, line) = (&style.head, style.text.line);
        let above = [official.serial.is_some(), official.secrecy.is_some(), official.urgency.is_some()];
        let above = u32::try_from(above.into_iter().filter(|is_there| *is_there).count()).unwrap_or(0);
        let Some(mark) = &official.mark else {
            self.blank(above);
            self.number(official);
            return self.blank(head.title_blank_without_rule);
        };
        self.lines(u32::try_from(LINES_ABOVE_MARK).unwrap_or(0), line, false);
        self.place(mark_space(style, mark_size(style, mark)), false);
        let mark_line = style.paragraphs.mark.line.unwrap_or(line);
        self.lines(u32::try_from(mark.names.len()).unwrap_or(1), mark_line, false);
        self.number(official);
        self.place(rule_gap(style) + head.rule, false);
        self.blank(head.title_blank);
    }

    /// 发文字号 and 签发人.
    fn number(&mut self, official: &Official) {
        let signers = official.signers.len().div_ceil(self.style.head.signers_a_line.max(1));
        let lines = signers.max(usize::from(official.number.is_some()));
        if lines > 0 || official.mark.is_some() {
            let blank = self.style.paragraphs.number.blank_before;
            self.blank(blank + u32::try_from(lines).unwrap_or(1));
        }
    }

    fn title(&mut self, words: &[Inline], creator: &str, rules: &ParagraphStyle) {
        let broken = self.broken(words, creator);
        self.blanks(rules.blank_before, rules.keep_next);
        self.words(&broken, rules, Length::default(), false);
        self.blanks(rules.blank_after, rules.keep_next);
    }

    /// The next title, broken into lines; once, however many pens pass it.
    fn broken(&mut self, words: &[Inline], creator: &str) -> Vec<Inline> {
        let style = self.style;
        if self.titles_passed == self.titles.len() {
            let widths = Widths::new(style.paragraphs.title.size, &style.text);
            let broken = balanced(words, style.text_width().emu(), widths, creator, &style.title_breaks);
            self.titles.push(broken);
        }
        self.titles_passed += 1;
        self.titles[self.titles_passed - 1].clone()
    }

    fn recipients(&mut self, recipients: &[String]) {
        if let Some(names) = self.style.words.recipients(recipients) {
            self.text(&names, &self.style.paragraphs.recipients, Length::default());
        }
    }

    fn signature(&mut self, signature: &Signature, is_kept: bool) {
        let style = self.style;
        let (signatory, date) = (&style.paragraphs.signatory, &style.paragraphs.date);
        let signed = style.words.signed(signature);
        self.blanks(if signature.seal { style.signature.seal_blank } else { 0 }, signatory.keep_next);
        if signature.has_rows() {
            let widths = Widths::new(signatory.size, &style.text);
            let width = |text: &str| widths.hundredths(widths.of(text));
            let names: Vec<i64> = signature.names().map(width).collect();
            let found = SealedRows::of(&names, width(&signed), style);
            let mut blank = signatory.blank_before;
            for _ in found.rows {
                self.blanks(std::mem::replace(&mut blank, found.blank), signatory.keep_next);
                self.words(&[], signatory, Length::default(), false);
            }
        } else {
            self.blanks(signatory.blank_before, signatory.keep_next);
            for name in signature.names() {
                self.words(&[Inline::Text(name.to_owned())], signatory, Length::default(), false);
            }
        }
        self.blanks(signatory.blank_after, signatory.keep_next);
        self.blanks(date.blank_before, date.keep_next);
        self.words(&[Inline::Text(signed)], date, Length::default(), is_kept);
        self.blanks(date.blank_after, date.keep_next);
    }

    /// A paragraph with the empty lines that its style asks for.
    pub(super) fn text(&mut self, words: &str, rules: &ParagraphStyle, indent: Length) {
        self.blanks(rules.blank_before, rules.keep_next);
        self.words(&[Inline::Text(words.to_owned())], rules, indent, false);
        self.blanks(rules.blank_after, rules.keep_next);
    }

    /// A paragraph, which stays with what follows where that `is_kept` or its style says so; the page of its first line.
    pub(super) fn words(
        &mut self,
        words: &[Inline],
        rules: &ParagraphStyle,
        indent: Length,
        is_kept: bool,
    ) -> u32 {
        let widths = Widths::new(rules.size, &self.style.text);
        let room = self.width().emu();
        let mut indent = indent.emu();
        let (mut count, mut notes) = (0, Vec::new());
        for line in words.split(|inline| *inline == Inline::LineBreak) {
            let mut wrap = Wrap::new(widths, room, std::mem::take(&mut indent));
            for inline in line {
                let inline = std::slice::from_ref(inline);
                plain_text(inline).chars().for_each(|c| wrap.add(c));
                let here = count + wrap.done().lines - 1;
                notes.extend(notes_in(inline).iter().map(|note| (here, self.note_height(note))));
            }
            count += wrap.done().lines;
        }
        let line = rules.line.unwrap_or(self.style.text.line);
        if rules.space_before > Length::default() {
            self.make_room(rules.space_before + line);
            self.space_above(rules.space_before);
        }
        let page = self.noted_lines(count, line, is_kept || rules.keep_next, &notes);
        self.space(rules.space_after);
        page
    }

    /// How high a footnote is that says so.
    pub(super) fn note_height(&self, words: &str) -> Length {
        let rules = &self.style.paragraphs.footnote;
        let widths = Widths::new(rules.size, &self.style.text);
        let lines = wrapped(words, widths, self.width().emu(), rules.size.emu()).lines;
        rules.line.unwrap_or(self.style.text.line).times(lines.into(), 1)
    }
}
