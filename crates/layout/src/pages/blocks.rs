//! The blocks of a text, one below the other.

use huibian_document::{Block, Image, Inline, Length, ListItem, Paragraph, Table};

use super::notes::notes_in;
use super::pen::Pen;
use crate::{
    Above, Widths, fit, heads_turned_table, row_heights, turns_page, whole_rows, without_idle_breaks, wrapped,
};

impl Pen<'_> {
    /// The body: what stands below it hangs on its last block.
    pub(super) fn body(&mut self, blocks: &[Block]) {
        self.in_order(without_idle_breaks(blocks, self.style), self.keeps_end, Above::default());
        self.body_end = Some(self.page);
    }

    /// Blocks in their order, the last of which stays with what follows where that `is_kept`.
    pub(super) fn in_order<'b>(
        &mut self,
        blocks: impl Iterator<Item = &'b Block> + Clone,
        is_kept: bool,
        mut above: Above,
    ) {
        let mut blocks = blocks.peekable();
        let mut was_table = false;
        while let Some(block) = blocks.next() {
            let is_turned =
                turns_page(block, self.style) || heads_turned_table(block, blocks.clone(), self.style);
            self.turn(is_turned);
            let is_kept = is_kept && blocks.peek().is_none();
            if is_kept {
                self.has_text_above_end = Some(self.has_text);
            }
            match block {
                Block::Image(image) => self.image(&above.fit(image, self.style), is_kept),
                Block::Table(table) => {
                    // Two in a row would be one.
                    self.blank(u32::from(was_table && !is_turned));
                    self.table(table);
                }
                _ => self.block(block, is_kept),
            }
            was_table = matches!(block, Block::Table(_)) && !is_turned;
            above = above.and(block);
            self.has_text |= !matches!(block, Block::Heading(_) | Block::PageBreak);
        }
        // A section cannot do without it.
        self.blanks(u32::from(was_table), is_kept);
    }

    fn block(&mut self, block: &Block, is_kept: bool) {
        let paragraphs = &self.style.paragraphs;
        match block {
            Block::Heading(heading) => {
                let words = [vec![Inline::Text(heading.label.clone())], heading.content.clone()].concat();
                let styled = self.style.headings.get(usize::from(heading.level.max(1)) - 1);
                let styled = styled.map(|styled| styled.paragraph(&paragraphs.body));
                let rules = styled.as_ref().unwrap_or(&paragraphs.body);
                let page = self.words(&words, rules, self.style.text.indent, false);
                self.heading(page);
            }
            Block::Paragraph(paragraph) => self.paragraph(paragraph, is_kept),
            Block::List(items) => {
                for (left, item) in (0..items.len()).rev().zip(items) {
                    self.item(item, is_kept && left == 0);
                }
            }
            Block::Contents { levels } => self.contents(*levels),
            Block::PageBreak if self.y > Length::default() => self.new_page(),
            Block::PageBreak | Block::Table(_) | Block::Image(_) => {}
        }
    }

    fn paragraph(&mut self, paragraph: &Paragraph, is_kept: bool) {
        let mut words = Vec::new();
        if let Some(heading) = &paragraph.run_in {
            words.push(Inline::Text(heading.label.clone()));
            words.extend(heading.content.iter().cloned());
            words.push(Inline::Text(self.style.run_in_end_of(paragraph).to_owned()));
        }
        words.extend(paragraph.content.iter().cloned());
        let page = self.words(&words, &self.style.paragraphs.body, self.style.text.indent, is_kept);
        if paragraph.run_in.is_some() {
            // It opens the paragraph's first line.
            self.heading(page);
        }
    }

    fn item(&mut self, item: &ListItem, is_kept: bool) {
        let words = [vec![Inline::Text(item.label.clone())], item.content.clone()].concat();
        if is_kept {
            self.has_text_above_end = Some(self.has_text);
        }
        self.words(&words, &self.style.paragraphs.body, self.style.text.indent, is_kept);
        self.has_text = true;
    }

    /// A head that is printed again on every page stands above a row at least; rows that may part go on where the page ends.
    fn table(&mut self, table: &Table) {
        self.caption(&table.caption, true, false);
        let fit = fit(table, self.style);
        let rule = self.style.tables.inner_rule;
        let heights: Vec<Length> =
            row_heights(table, &fit, self.style).into_iter().map(|height| height + rule).collect();
        let whole = whole_rows(table, &fit, self.style);
        let heads = table.head_rows();
        let is_repeated = whole.iter().take(heads).all(|is_whole| *is_whole);
        let head = if is_repeated { sum(&heights[..heads]) } else { Length::default() };
        for (row, height) in heights.iter().enumerate() {
            if row == 0 && is_repeated {
                self.make_room(sum(&heights[..(heads + 1).min(heights.len())]));
            }
            let mut left = *height;
            if row >= heads && self.y + left > self.height() {
                if !whole[row] {
                    left = left - (self.height() - self.y);
                }
                self.new_page();
                self.place(head, false);
                while left > self.height() - self.y {
                    left = left - (self.height() - self.y);
                    self.new_page();
                    self.place(head, false);
                }
            }
            self.place(left, false);
            let notes: Vec<String> =
                table.rows()[row].iter().flat_map(|cell| notes_in(&cell.content)).collect();
            if !notes.is_empty() {
                let heights = notes.iter().map(|note| self.note_height(note));
                let height = heights.fold(Length::default(), |sum, height| sum + height);
                self.put_notes(height);
            }
        }
        self.space(self.style.tables.rule);
        if self.style.turns(table) {
            self.close();
        }
    }

    fn image(&mut self, image: &Image, is_kept: bool) {
        let rules = &self.style.paragraphs.image;
        self.make_room(rules.space_before + image.height);
        self.space_above(rules.space_before);
        self.place(image.height, rules.keep_next);
        self.space(rules.space_after);
        self.caption(&image.caption, false, is_kept);
    }

    fn caption(&mut self, words: &[Inline], is_of_table: bool, is_kept: bool) {
        if !words.is_empty() {
            let paragraphs = &self.style.paragraphs;
            let rules = if is_of_table { &paragraphs.table_caption } else { &paragraphs.image_caption };
            self.words(words, rules, Length::default(), is_kept);
        }
    }

    /// 目录: a line whose words leave no room for the page's number has that on the next.
    fn contents(&mut self, levels: u8) {
        let style = self.style;
        let rules = &style.paragraphs.contents;
        let widths = Widths::new(rules.size, &style.text);
        self.text(&style.words.contents, &style.paragraphs.contents_title, Length::default());
        let number = widths.of("00");
        for (level, words) in std::mem::take(&mut self.listed) {
            if level <= levels {
                let left = rules.size.times(2 * i64::from(level - 1), 1).emu();
                let room = self.width().emu() - left;
                let found = wrapped(&words, widths, room, 0);
                let lines = found.lines + u32::from(found.last + number > room);
                self.lines(lines, rules.line.unwrap_or(style.text.line), false);
            }
        }
        self.blank(rules.blank_after);
    }
}

fn sum(heights: &[Length]) -> Length {
    heights.iter().fold(Length::default(), |sum, height| sum + *height)
}
