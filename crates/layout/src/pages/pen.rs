//! A pen that goes down the pages.

use huibian_document::{Document, HouseStyle, Inline, Length, Listed};

use super::ends::{WithoutText, has_long_end};
use crate::Ends;

/// Between the text of a page and its footnotes, as LibreOffice has it.
const NOTES_RULE: Length = Length::from_emu(72_000);

/// Goes down the pages.
pub struct Pen<'s> {
    pub(super) style: &'s HouseStyle,
    /// The page, from 1.
    pub(super) page: u32,
    /// From the top of its text.
    pub(super) y: Length,
    sheet: Sheet,
    /// What footnotes take at the foot of the page.
    notes: Length,
    /// What has to stay on the page of what follows.
    kept: Kept,
    /// The levels and words of what a table of contents lists.
    pub(super) listed: Vec<(u8, String)>,
    /// The page of each.
    headings: Vec<u32>,
    /// Whether the body's last block stays with what stands below it.
    pub(super) keeps_end: bool,
    /// Whether words of the body that are no heading stand on the page so far.
    pub(super) has_text: bool,
    /// The same without what is kept at the body's end, once the pen is there.
    pub(super) has_text_above_end: Option<bool>,
    /// The page that the body ends on, once the pen is there.
    pub(super) body_end: Option<u32>,
    /// What stands on a page without words of the body, of what the text's end leaves or has below it.
    pub(super) without_text: Option<WithoutText>,
    /// The page of the last footnote's sign, and how far down it stands there.
    last_note: Option<(u32, Length)>,
    /// The titles, in order and broken into lines, as far as a pen was there before.
    pub(super) titles: Vec<Vec<Inline>>,
    /// How many of them it has passed.
    pub(super) titles_passed: usize,
}

/// How the page lies.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sheet {
    Upright,
    Turned,
    /// Turned, and nothing more stands on it: it ends with its table.
    Closed,
}

/// What stands right above the pen and goes with what follows where that goes to the next page.
#[derive(Clone, Copy, Default)]
struct Kept {
    height: Length,
    /// How many of the headings are in it.
    headings: usize,
    /// How high its footnotes are.
    notes: Length,
}

impl<'s> Pen<'s> {
    /// Where a document ends.
    pub fn after(document: &Document, style: &'s HouseStyle) -> Self {
        let listed: Vec<_> =
            document.listed().into_iter().map(|listed| (listed.level(), Listed::words(listed))).collect();
        let mut titles = Vec::new();
        if has_long_end(&document.blocks, None) {
            let mut pen = Self::new(style, listed.clone(), false);
            if pen.flows_on(document) {
                return pen;
            }
            titles = pen.titles;
        }
        let mut pen = Self { titles, ..Self::new(style, listed, Ends::of(document).keep_body()) };
        if !pen.document(document) {
            pen.without_text = Some(WithoutText::Below);
        }
        pen
    }

    /// Whether a document's end needs nothing that keeps it together.
    pub(super) fn flows(document: &Document, style: &HouseStyle) -> bool {
        Pen::new(style, Vec::new(), false).flows_on(document)
    }

    pub(super) fn new(style: &'s HouseStyle, listed: Vec<(u8, String)>, keeps_end: bool) -> Self {
        Self {
            style,
            page: 1,
            y: Length::default(),
            sheet: Sheet::Upright,
            notes: Length::default(),
            kept: Kept::default(),
            listed,
            headings: Vec::new(),
            keeps_end,
            has_text: false,
            has_text_above_end: None,
            body_end: None,
            without_text: None,
            last_note: None,
            titles: Vec::new(),
            titles_passed: 0,
        }
    }

    /// Goes over a document; whether its end needs nothing that keeps it together. A long one has a line to spare: LibreOffice moves
    /// all of a paragraph that is kept with the next.
    fn flows_on(&mut self, document: &Document) -> bool {
        self.document(document) && (self.has_room(1) || !has_long_end(&document.blocks, None))
    }

    /// The page of each heading, in order.
    pub fn headings(&self) -> &[u32] {
        &self.headings
    }

    /// A page without words of the body, where there is one at its end.
    pub fn without_text(&self) -> Option<WithoutText> {
        self.without_text
    }

    /// Whether it stopped on a page with an odd number.
    pub fn is_odd(&self) -> bool {
        self.page % 2 == 1
    }

    /// Whether the page that it stopped on may have footnotes at its bottom: signs that stand within so many lines of the end of
    /// the page before may come to be on this one.
    pub fn may_end_with_notes(&self, lines: u32) -> bool {
        self.last_note.is_some_and(|(page, y)| {
            let end = self.style.text_height() - self.style.text.line.times(lines.into(), 1);
            page >= self.page || (page + 1 == self.page && y > end)
        })
    }

    /// Whether so many lines are free below.
    pub fn has_room(&self, lines: u32) -> bool {
        self.y + self.style.text.line.times(lines.into(), 1) <= self.height()
    }

    /// How high the text of this page may be above its footnotes.
    pub(super) fn height(&self) -> Length {
        let style = self.style;
        (if self.is_upright() { style.text_height() } else { style.text_width() }) - self.notes
    }

    /// How wide it is.
    pub(super) fn width(&self) -> Length {
        if self.is_upright() { self.style.text_width() } else { self.style.text_height() }
    }

    /// A heading stands on this page, or goes along with what is kept.
    pub(super) fn heading(&mut self, page: u32) {
        self.headings.push(page);
        self.kept.headings += usize::from(self.kept.height > Length::default());
    }

    /// What stands above the pen has footnotes of a height in all, which stand at the foot of its page.
    pub(super) fn put_notes(&mut self, height: Length) {
        let rule = if self.notes == Length::default() { NOTES_RULE } else { Length::default() };
        self.last_note = Some((self.page, self.y));
        self.notes = self.notes + rule + height;
        if self.kept.height > Length::default() {
            self.kept.notes = self.kept.notes + rule + height;
        }
    }

    /// Something of a height that no page parts, and whether it goes with what follows; the page that it stands on.
    pub(super) fn place(&mut self, height: Length, is_kept: bool) -> u32 {
        self.make_room(height);
        self.y = self.y + height;
        if is_kept {
            self.kept.height = self.kept.height + height;
        } else {
            self.kept = Kept::default();
        }
        self.page
    }

    /// Goes to the next page, with what is kept, where this one has no room for so much.
    pub(super) fn make_room(&mut self, height: Length) {
        let y = self.y;
        if y + height <= self.height() || y == Length::default() {
            return;
        }
        let kept = std::mem::take(&mut self.kept);
        let is_end = kept.height > Length::default() && self.keeps_end;
        let above_end = self.has_text_above_end.filter(|_| is_end);
        self.new_page();
        // What is kept and fills a page stays where it is.
        if kept.height >= y {
            return;
        }
        if let Some(has_text) = above_end {
            self.without_text = self.without_text.or((!has_text).then_some(WithoutText::Left));
            self.body_end = self.body_end.map(|_| self.page);
            self.has_text = true;
        }
        self.y = kept.height;
        if kept.notes > Length::default() {
            self.notes = kept.notes;
            self.last_note = Some((self.page, self.y));
        }
        let first = self.headings.len() - kept.headings;
        self.headings[first..].fill(self.page);
        self.kept = kept;
    }

    /// Lines, of which the first goes with what is kept; the page of that.
    pub(super) fn lines(&mut self, count: u32, line: Length, is_kept: bool) -> u32 {
        self.noted_lines(count, line, is_kept, &[])
    }

    /// The same with footnotes: the line that the sign of each stands in, from 0, and its height.
    pub(super) fn noted_lines(
        &mut self,
        count: u32,
        line: Length,
        is_kept: bool,
        notes: &[(u32, Length)],
    ) -> u32 {
        let all = notes.iter().fold(Length::default(), |sum, (_, height)| sum + *height);
        let whole = line.times(count.into(), 1);
        if is_kept && whole <= self.height() {
            self.make_room(whole + all);
            let page = self.place(whole, true);
            if !notes.is_empty() {
                self.put_notes(all);
            }
            return page;
        }
        let mut notes = notes.iter().peekable();
        let mut first = None;
        for at in 0..count {
            let mut below = Length::default();
            while let Some((_, height)) = notes.next_if(|(line, _)| *line <= at) {
                below = below + *height;
            }
            if below > Length::default() {
                self.make_room(line + below + NOTES_RULE);
            }
            let page = self.place(line, is_kept);
            first = first.or(Some(page));
            if below > Length::default() {
                self.put_notes(below);
            }
        }
        first.unwrap_or(self.page)
    }

    /// A space above something, which no page begins with.
    pub(super) fn space_above(&mut self, height: Length) {
        if self.y > Length::default() {
            self.space(height);
        }
    }

    /// A space below something.
    pub(super) fn space(&mut self, height: Length) {
        self.y = self.y + height;
        if self.kept.height > Length::default() {
            self.kept.height = self.kept.height + height;
        }
    }

    pub(super) fn blank(&mut self, lines: u32) {
        self.blanks(lines, false);
    }

    /// Empty lines, which go with what follows or do not.
    pub(super) fn blanks(&mut self, lines: u32, is_kept: bool) {
        for _ in 0..lines {
            self.place(self.style.text.line, is_kept);
        }
    }

    pub(super) fn new_page(&mut self) {
        self.page += 1;
        self.y = Length::default();
        self.has_text = false;
        if self.sheet == Sheet::Closed {
            self.sheet = Sheet::Turned;
        }
        self.notes = Length::default();
        self.kept = Kept::default();
    }

    /// Goes on on a page that is turned or upright: on this one where it is so.
    pub(super) fn turn(&mut self, is_turned: bool) {
        if is_turned == self.is_upright() || self.sheet == Sheet::Closed {
            self.begin(is_turned);
        }
    }

    /// Begins a page that is turned or upright.
    pub(super) fn begin(&mut self, is_turned: bool) {
        if self.y > Length::default() || self.sheet == Sheet::Closed {
            self.new_page();
        }
        self.sheet = if is_turned { Sheet::Turned } else { Sheet::Upright };
    }

    /// A turned page ends here.
    pub(super) fn close(&mut self) {
        self.sheet = Sheet::Closed;
    }

    fn is_upright(&self) -> bool {
        self.sheet == Sheet::Upright
    }
}
