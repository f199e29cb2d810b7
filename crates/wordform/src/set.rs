//! Blocks set in a file's own styles: headings in its headings', paragraphs like the one that they stand instead of, tables
//! with lines.

use std::fmt::Write;

use huibian_document::table::{Align, Place};
use huibian_document::{Block, Heading, Image, Inline, Paragraph, Table};
use huibian_docx::xml;

use crate::cut::Around;
use crate::pictures::{Pictures, drawing};
use crate::styles::Styles;
use crate::write::bold;

/// Sets blocks.
pub struct Setter<'s> {
    /// What elements are written with: `w:`.
    pub prefix: &'s str,
    /// What stands around them.
    pub around: &'s Around,
    /// The file's styles.
    pub styles: &'s Styles,
    /// The part that they stand in.
    pub part: usize,
    /// The document's pictures.
    pub pictures: &'s Pictures<'s>,
}

impl Setter<'_> {
    /// Appends blocks.
    pub fn blocks(&self, blocks: &[Block], xml: &mut String) {
        for (number, block) in blocks.iter().enumerate() {
            let before = number.checked_sub(1).map(|before| &blocks[before]);
            match block {
                Block::Heading(heading) => self.heading(heading, xml),
                Block::Paragraph(paragraph) => self.paragraph(paragraph, xml),
                Block::List(items) => {
                    for item in items {
                        self.begin(&self.around.paragraph, xml);
                        self.run(&self.around.run, &[Inline::Text(item.label.clone())], xml);
                        self.run(&self.around.run, &item.content, xml);
                        self.end(xml);
                    }
                }
                Block::Table(table) => {
                    // Two tables are one where they touch.
                    if matches!(before, Some(Block::Table(_))) && table.caption.is_empty() {
                        self.begin("", xml);
                        self.end(xml);
                    }
                    self.table(table, xml);
                }
                Block::PageBreak => {
                    let p = self.prefix;
                    let kind = self.attribute("type", "page");
                    self.begin("", xml);
                    _ = write!(xml, "<{p}r><{p}br{kind}/></{p}r>");
                    self.end(xml);
                }
                Block::Image(image) => self.image(image, xml),
                Block::Contents { .. } => {}
            }
        }
    }

    /// A picture in a line of its own, in the middle, with what stands below it.
    fn image(&self, image: &Image, xml: &mut String) {
        let p = self.prefix;
        let properties = format!("<{p}pPr><{p}jc{}/></{p}pPr>", self.attribute("val", "center"));
        self.begin(&properties, xml);
        if let Some(relationship) = self.pictures.relationship(self.part, image) {
            // Far from the numbers that a file gives its own drawings.
            let number = 900_000 + xml.matches("<wp:docPr").count();
            xml.push_str(&drawing(p, image, &relationship, number));
        }
        self.end(xml);
        if !image.caption.is_empty() {
            self.begin(&properties, xml);
            self.run(&self.around.run, &image.caption, xml);
            self.end(xml);
        }
    }

    /// An attribute; where elements have no prefix it has one of its own.
    fn attribute(&self, name: &str, value: &str) -> String {
        let value = xml::escaped(value);
        if self.prefix.is_empty() {
            format!(r#" w:{name}="{value}""#)
        } else {
            format!(r#" {}{name}="{value}""#, self.prefix)
        }
    }

    fn begin(&self, properties: &str, xml: &mut String) {
        _ = write!(xml, "<{}p>{properties}", self.prefix);
    }

    fn end(&self, xml: &mut String) {
        _ = write!(xml, "</{}p>", self.prefix);
    }

    fn heading(&self, heading: &Heading, xml: &mut String) {
        let p = self.prefix;
        let level = heading.level;
        let (properties, is_numbered) = match self.styles.headings.get(&level) {
            Some((id, is_numbered)) => {
                (format!("<{p}pPr><{p}pStyle{}/></{p}pPr>", self.attribute("val", id)), *is_numbered)
            }
            None => (self.around.paragraph.clone(), false),
        };
        self.begin(&properties, xml);
        let has_style = self.styles.headings.contains_key(&level);
        let run = if has_style { String::new() } else { bold(p, &self.around.run) };
        if !is_numbered {
            self.run(&run, &[Inline::Text(heading.label.clone())], xml);
        }
        self.run(&run, &heading.content, xml);
        self.end(xml);
    }

    fn paragraph(&self, paragraph: &Paragraph, xml: &mut String) {
        self.begin(&self.around.paragraph, xml);
        if let Some(heading) = &paragraph.run_in {
            let strong = bold(self.prefix, &self.around.run);
            self.run(&strong, &[Inline::Text(heading.label.clone())], xml);
            self.run(&strong, &heading.content, xml);
        }
        self.run(&self.around.run, &paragraph.content, xml);
        self.end(xml);
    }

    /// Words as runs.
    fn run(&self, properties: &str, words: &[Inline], xml: &mut String) {
        let p = self.prefix;
        for word in words {
            match word {
                Inline::Text(text) if text.is_empty() => {}
                Inline::Text(text) => self.text(properties, text, xml),
                Inline::Figure(figure) => {
                    self.text(properties, &format!("{}{}", figure.digits, figure.measure), xml);
                }
                Inline::Strong(content) => self.run(&bold(p, properties), content, xml),
                Inline::Marked(_, content) => self.run(properties, content, xml),
                Inline::Note(content) => {
                    self.text(properties, "（", xml);
                    self.run(properties, content, xml);
                    self.text(properties, "）", xml);
                }
                Inline::LineBreak => _ = write!(xml, "<{p}r>{properties}<{p}br/></{p}r>"),
            }
        }
    }

    fn text(&self, properties: &str, text: &str, xml: &mut String) {
        let p = self.prefix;
        _ = write!(xml, r#"<{p}r>{properties}<{p}t xml:space="preserve">"#);
        xml::push(xml, text);
        _ = write!(xml, "</{p}t></{p}r>");
    }

    fn table(&self, table: &Table, xml: &mut String) {
        let p = self.prefix;
        if !table.caption.is_empty() {
            self.begin(&self.around.paragraph, xml);
            self.run(&self.around.run, &table.caption, xml);
            self.end(xml);
        }
        let lines = match &self.styles.grid {
            Some(id) => format!("<{p}tblStyle{}/>", self.attribute("val", id)),
            None => String::new(),
        };
        let width = format!("<{p}tblW{}{}/>", self.attribute("w", "5000"), self.attribute("type", "pct"));
        let borders = if self.styles.grid.is_some() { String::new() } else { self.borders() };
        _ = write!(xml, "<{p}tbl><{p}tblPr>{lines}{width}{borders}</{p}tblPr><{p}tblGrid>");
        for width in table.widths(8_000) {
            _ = write!(xml, "<{p}gridCol{}/>", self.attribute("w", &width.max(1).to_string()));
        }
        _ = write!(xml, "</{p}tblGrid>");
        for (number, row) in table.grid().into_iter().enumerate() {
            _ = write!(xml, "<{p}tr>");
            if number < table.head_rows() {
                _ = write!(xml, "<{p}trPr><{p}tblHeader/></{p}trPr>");
            }
            for place in row {
                self.cell(table, place, xml);
            }
            _ = write!(xml, "</{p}tr>");
        }
        _ = write!(xml, "</{p}tbl>");
    }

    fn borders(&self) -> String {
        let p = self.prefix;
        let line = |name: &str| {
            let kind = self.attribute("val", "single");
            let (size, colour) = (self.attribute("sz", "4"), self.attribute("color", "auto"));
            format!("<{p}{name}{kind}{size}{}{colour}/>", self.attribute("space", "0"))
        };
        let lines: String = ["top", "left", "bottom", "right", "insideH", "insideV"].map(line).concat();
        format!("<{p}tblBorders>{lines}</{p}tblBorders>")
    }

    fn cell(&self, table: &Table, place: Place<'_>, xml: &mut String) {
        let p = self.prefix;
        let (columns, merge, cell, column) = match place {
            Place::Cell { cell, column } => {
                let merge = if cell.rows > 1 { self.attribute("val", "restart") } else { String::new() };
                (cell.columns, (cell.rows > 1).then_some(merge), Some(cell), column)
            }
            Place::Continued { column, columns } => (columns, Some(String::new()), None, column),
        };
        _ = write!(xml, "<{p}tc><{p}tcPr>");
        if columns > 1 {
            _ = write!(xml, "<{p}gridSpan{}/>", self.attribute("val", &columns.to_string()));
        }
        if let Some(merge) = merge {
            _ = write!(xml, "<{p}vMerge{merge}/>");
        }
        _ = write!(xml, "</{p}tcPr>");
        let align = cell.map(|cell| table.align(cell, column)).unwrap_or_default();
        let align = match align {
            Align::Left => "left",
            Align::Center => "center",
            Align::Right => "right",
        };
        self.begin(&format!("<{p}pPr><{p}jc{}/></{p}pPr>", self.attribute("val", align)), xml);
        if let Some(cell) = cell {
            self.run(&self.around.run, &cell.content, xml);
        }
        self.end(xml);
        _ = write!(xml, "</{p}tc>");
    }
}
