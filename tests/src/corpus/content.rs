//! The body: headings, paragraphs, lists, tables and pictures.

use std::sync::Arc;

use huibian_document::table::{Align, Cell, Column, Table};
use huibian_document::{Block, Heading, HouseStyle, Image, ImageFormat, Inline, ListItem, Paragraph};

use super::random::Random;
use super::words::{Words, figure, rare, text, trap};

const PICTURES: [&[u8]; 3] = [
    include_bytes!("../../fixtures/pictures/bars.png"),
    include_bytes!("../../fixtures/pictures/wide.png"),
    include_bytes!("../../fixtures/pictures/house.jpg"),
];
const DRAWING: &[u8] = include_bytes!("../../fixtures/pictures/drawing.svg");

/// Writes the blocks of one document.
pub struct Content<'s> {
    pub random: Random,
    pub words: Words,
    pub style: &'s HouseStyle,
    /// How many headings of each level there were since one of a level above.
    numbers: [u32; 4],
    /// How many footnotes are left to write.
    notes: usize,
}

impl<'s> Content<'s> {
    pub fn new(random: Random, words: Words, style: &'s HouseStyle) -> Self {
        Self { random, words, style, numbers: [0; 4], notes: 0 }
    }

    /// The blocks of a body or of an attachment.
    pub fn blocks(&mut self, count: usize, notes: usize) -> Vec<Block> {
        self.notes = notes;
        self.numbers = [0; 4];
        let mut blocks = Vec::new();
        let mut level = 0;
        for _ in 0..count {
            match self.random.below(20) {
                0..=4 => {
                    level = self.random.within(1, (level + 1).min(4));
                    blocks.push(Block::Heading(self.heading(level)));
                    blocks.push(self.paragraph(None));
                }
                5..=6 => {
                    level = self.random.within(1, (level + 1).min(4));
                    let run_in = self.heading(level);
                    blocks.push(self.paragraph(Some(run_in)));
                }
                7..=9 => blocks.push(self.enumeration()),
                10..=11 => blocks.extend(self.lists()),
                12..=13 => blocks.push(Block::Table(self.table())),
                14 => blocks.push(Block::Image(self.picture())),
                15 if !blocks.is_empty() => blocks.push(Block::PageBreak),
                _ => blocks.push(self.paragraph(None)),
            }
        }
        blocks
    }

    fn heading(&mut self, level: usize) -> Heading {
        self.numbers[level - 1] += 1;
        self.numbers[level..].fill(0);
        let level = u8::try_from(level).unwrap();
        let label = self.style.heading_label(level, self.numbers[usize::from(level) - 1]);
        let length = if self.random.happens(10) { 60 } else { self.random.within(2, 16) };
        let mut content = text(&self.words.plain(&mut self.random, length));
        if self.random.happens(10) {
            content.push(figure(&mut self.random));
        }
        if self.random.happens(10) {
            content.push(Inline::Text(trap(&mut self.random).to_owned()));
        }
        Heading { level, label, content }
    }

    fn paragraph(&mut self, run_in: Option<Heading>) -> Block {
        let content = match self.random.below(30) {
            0 if run_in.is_none() => Vec::new(),
            1 => {
                let long = self.random.within(1200, 2600);
                text(&self.words.sentence(&mut self.random, long))
            }
            _ => self.inlines(),
        };
        Block::Paragraph(Paragraph { run_in, content })
    }

    /// A sentence or two with all that a line can hold.
    fn inlines(&mut self) -> Vec<Inline> {
        let mut inlines = Vec::new();
        for _ in 0..self.random.within(1, 5) {
            let length = self.random.within(4, 60);
            let sentence = self.words.sentence(&mut self.random, length);
            inlines.push(match self.random.below(12) {
                0..=1 => figure(&mut self.random),
                2 => Inline::Strong(vec![Inline::Text(sentence), figure(&mut self.random)]),
                3 => Inline::Text(trap(&mut self.random).to_owned()),
                4 => Inline::Text(rare(&mut self.random).to_owned()),
                5 if !inlines.is_empty() => Inline::LineBreak,
                _ => Inline::Text(sentence),
            });
            if self.notes > 0 && self.random.happens(30) {
                self.notes -= 1;
                inlines.push(self.note());
            }
        }
        while inlines.last() == Some(&Inline::LineBreak) {
            inlines.pop();
        }
        inlines
    }

    fn note(&mut self) -> Inline {
        let length = self.random.within(4, 70);
        let mut words = text(&self.words.sentence(&mut self.random, length));
        match self.random.below(5) {
            0 => words.push(figure(&mut self.random)),
            1 => words.push(Inline::Strong(text(trap(&mut self.random)))),
            _ => {}
        }
        Inline::Note(words)
    }

    /// Items in one sentence: 一是…；二是….
    fn enumeration(&mut self) -> Block {
        let rules = &self.style.enumeration;
        let count = self.random.within(2, 5);
        let mut content = Vec::new();
        for number in 1..=count {
            content.push(Inline::Text(rules.label.label(u32::try_from(number).unwrap())));
            let length = self.random.within(4, 30);
            content.push(Inline::Text(self.words.plain(&mut self.random, length)));
            content.push(figure(&mut self.random));
            let end = if number == count { &rules.end } else { &rules.separator };
            content.push(Inline::Text(end.clone()));
        }
        Block::Paragraph(Paragraph { run_in: None, content })
    }

    /// Two lists; numbers begin again in the second.
    fn lists(&mut self) -> Vec<Block> {
        let ordered = self.random.happens(60);
        let mut blocks = Vec::new();
        for _ in 0..2 {
            let count = self.random.within(1, 4);
            let items = (1..=count).map(|number| {
                let number = ordered.then(|| u32::try_from(number).unwrap());
                ListItem { label: self.style.list_label(number), content: self.inlines() }
            });
            blocks.push(Block::List(items.collect()));
            blocks.push(self.paragraph(None));
        }
        blocks
    }

    fn table(&mut self) -> Table {
        let columns = self.random.within(1, 6);
        let shares = self.random.happens(50);
        let columns: Vec<Column> = (0..columns)
            .map(|_| Column {
                align: self.random.pick(&[Align::Left, Align::Center, Align::Right]),
                share: if shares { u32::try_from(self.random.within(1, 4)).unwrap() } else { 0 },
            })
            .collect();
        let head = self.random.below(3);
        // Long ones go on over pages.
        let rows =
            if self.random.happens(20) { self.random.within(40, 70) } else { self.random.within(1, 6) };
        let mut cells = Vec::new();
        if columns.len() > 2 && head == 2 {
            cells.extend(self.spanning_head(columns.len()));
        } else {
            for _ in 0..head {
                cells.push((0..columns.len()).map(|_| self.head_cell(1, 1)).collect());
            }
        }
        while cells.len() < head + rows {
            if columns.len() > 1 && head + rows - cells.len() > 1 && self.random.happens(20) {
                // A cell over two rows, and one over the columns beside it.
                let below = (1..columns.len()).map(|_| self.cell(1, 1)).collect();
                cells.push(vec![self.cell(1, 2), self.cell(columns.len() - 1, 1)]);
                cells.push(below);
            } else {
                cells.push((0..columns.len()).map(|_| self.cell(1, 1)).collect());
            }
        }
        let mut table = Table::new(columns, head, cells).unwrap();
        if self.random.happens(60) {
            let length = self.random.within(4, 20);
            table.caption = text(&self.words.plain(&mut self.random, length));
        }
        table.landscape = self.random.happens(15);
        table
    }

    /// Two rows: a cell over both, and one over the columns beside it.
    fn spanning_head(&mut self, columns: usize) -> [Vec<Cell>; 2] {
        let first = vec![self.head_cell(1, 2), self.head_cell(columns - 1, 1)];
        [first, (1..columns).map(|_| self.head_cell(1, 1)).collect()]
    }

    fn head_cell(&mut self, columns: usize, rows: usize) -> Cell {
        let length = self.random.within(2, 8);
        let words = self.words.plain(&mut self.random, length);
        Cell { columns, rows, ..Cell::new(text(&words)) }
    }

    fn cell(&mut self, columns: usize, rows: usize) -> Cell {
        let content = match self.random.below(12) {
            0 => Vec::new(),
            1 => text(trap(&mut self.random)),
            2 => {
                let words = self.words.plain(&mut self.random, 6);
                [text(&words), vec![Inline::LineBreak], text(&words)].concat()
            }
            3..=6 => vec![figure(&mut self.random)],
            7 if self.notes > 0 => {
                self.notes -= 1;
                vec![figure(&mut self.random), self.note()]
            }
            _ => {
                let length = self.random.within(2, 14);
                text(&self.words.plain(&mut self.random, length))
            }
        };
        let align = self.random.happens(10).then_some(Align::Center);
        Cell { content, columns, rows, align }
    }

    fn picture(&mut self) -> Image {
        let bytes: Arc<[u8]> = (self.random.pick(&PICTURES)).into();
        let alt =
            self.words.either("示意图：\"各镇\"<学习>次数&比例", "Chart: \"sessions\" <by> town & month");
        let mut image = Image::read(bytes, alt, self.style.text_width()).unwrap();
        if self.random.happens(60) {
            image.caption = text(&self.words.plain(&mut self.random, 10));
        } else if image.format == ImageFormat::Png {
            // A drawing, with the picture for programs that do not know drawings.
            let pixels = Some(image.bytes);
            image = Image { bytes: DRAWING.into(), pixels, format: ImageFormat::Svg, ..image };
        }
        image
    }
}
