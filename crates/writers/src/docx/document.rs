//! word/document.xml, written in one pass.

use std::collections::BTreeMap;
use std::fmt::Write;

use huibian_document::style::ParagraphStyle;
use huibian_document::{Block, Document, Heading, HouseStyle, Inline, Length, Signature};

use super::{parts, signature, styles, title, width::Widths, xml};
use crate::date_words;

/// Writes the part into `xml`, whose room is used again from document to document.
pub fn write(document: &Document, style: &HouseStyle, xml: &mut String) {
    xml.clear();
    let mut body = Body { xml, bookmarks: BTreeMap::new(), count: 0 };
    body.xml.push_str(concat!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" "#,
        r#"xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>"#,
    ));
    let meta = &document.meta;
    let paragraphs = &style.paragraphs;
    let widths = Widths::new(paragraphs.title.size, &style.text);
    let title = title::balanced(&meta.title, text_width(style), widths, &meta.creator, &style.title_breaks);
    body.spaced((styles::TITLE, &paragraphs.title), "", |body| body.inlines(&title, None));
    if !meta.recipients.is_empty() {
        body.spaced((styles::RECIPIENTS, &paragraphs.recipients), "", |body| {
            body.run(&format!("{}：", meta.recipients.join("，")), None);
        });
    }
    for block in &document.blocks {
        body.block(block, style);
    }
    if let Some(signature) = &meta.signature {
        body.signature(signature, style);
    }
    body.section(style);
    body.xml.push_str("</w:body></w:document>");
}

struct Body<'x> {
    xml: &'x mut String,
    /// Bookmark names, which are unique in a document, and the last number that each was given.
    bookmarks: BTreeMap<String, usize>,
    count: usize,
}

impl Body<'_> {
    fn block(&mut self, block: &Block, style: &HouseStyle) {
        match block {
            Block::Heading(heading) => {
                let id = format!("{}{}", styles::HEADING, heading.level);
                self.paragraph(&id, "", |body| body.heading(heading, None));
            }
            Block::Paragraph(paragraph) => self.paragraph(styles::BODY, "", |body| {
                if let Some(heading) = &paragraph.run_in {
                    let face = format!("{}{}", styles::RUN_IN, heading.level);
                    body.heading(heading, Some(&face));
                    body.run(&style.run_in_end, Some(&face));
                }
                body.inlines(&paragraph.content, None);
            }),
            Block::List(items) => {
                for item in items {
                    self.paragraph(styles::BODY, "", |body| {
                        body.run(&item.label, None);
                        body.inlines(&item.content, None);
                    });
                }
            }
            Block::Table(table) => {
                for row in table.rows() {
                    for cell in row {
                        self.paragraph(styles::BODY, "", |body| body.inlines(&cell.content, None));
                    }
                }
            }
            Block::Image(image) => self.paragraph(styles::BODY, "", |body| body.run(&image.alt, None)),
            Block::Contents { .. } => {}
            Block::PageBreak => {
                self.paragraph(styles::BODY, "", |body| {
                    body.xml.push_str(r#"<w:r><w:br w:type="page"/></w:r>"#);
                });
            }
        }
    }

    fn heading(&mut self, heading: &Heading, face: Option<&str>) {
        self.run(&heading.label, face);
        self.inlines(&heading.content, face);
    }

    fn paragraph(&mut self, style: &str, indent: &str, content: impl FnOnce(&mut Self)) {
        self.xml.push_str(r#"<w:p><w:pPr><w:pStyle w:val=""#);
        self.xml.push_str(style);
        self.xml.push_str(r#""/>"#);
        self.xml.push_str(indent);
        self.xml.push_str("</w:pPr>");
        content(self);
        self.xml.push_str("</w:p>");
    }

    fn inlines(&mut self, inlines: &[Inline], style: Option<&str>) {
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.run(text, style),
                Inline::Strong(content) => self.inlines(content, Some(styles::STRONG)),
                Inline::Note(content) => self.inlines(content, style),
                Inline::LineBreak => self.xml.push_str("<w:r><w:br/></w:r>"),
                Inline::Figure(figure) => {
                    let name = self.bookmark(&figure.key.to_string());
                    let id = self.count;
                    self.count += 1;
                    let _ = write!(self.xml, r#"<w:bookmarkStart w:id="{id}" w:name="{name}"/>"#);
                    self.run(
                        &format!("{}{}", figure.digits, figure.measure),
                        Some(style.unwrap_or(styles::FIGURE)),
                    );
                    let _ = write!(self.xml, r#"<w:bookmarkEnd w:id="{id}"/>"#);
                }
            }
        }
    }

    /// A bookmark name of at most 40 characters that stands nowhere else in the document.
    fn bookmark(&mut self, key: &str) -> String {
        let base: String = key.replace(['/', '-'], "_").chars().take(34).collect();
        let mut times = self.bookmarks.get(&base).copied().unwrap_or_default();
        loop {
            times += 1;
            let name = if times == 1 { base.clone() } else { format!("{base}_{times}") };
            if !self.bookmarks.contains_key(&name) {
                self.bookmarks.insert(name.clone(), 1);
                self.bookmarks.insert(base, times);
                return name;
            }
        }
    }

    /// A run of text. Quotes, dashes and dots take the Chinese face only where the run says so.
    fn run(&mut self, text: &str, style: Option<&str>) {
        if text.is_empty() {
            return;
        }
        self.xml.push_str("<w:r>");
        let hint = xml::has_ambiguous(text);
        if style.is_some() || hint {
            self.xml.push_str("<w:rPr>");
            if let Some(style) = style {
                let _ = write!(self.xml, r#"<w:rStyle w:val="{style}"/>"#);
            }
            if hint {
                self.xml.push_str(r#"<w:rFonts w:hint="eastAsia"/>"#);
            }
            self.xml.push_str("</w:rPr>");
        }
        self.xml.push_str(r#"<w:t xml:space="preserve">"#);
        xml::push(self.xml, text);
        self.xml.push_str("</w:t></w:r>");
    }

    /// A paragraph with the empty lines that its style asks for.
    fn spaced(
        &mut self,
        (id, rules): (&str, &ParagraphStyle),
        indent: &str,
        content: impl FnOnce(&mut Self),
    ) {
        let before = if rules.keep_next { id } else { styles::BODY };
        for _ in 0..rules.blank_before {
            self.paragraph(before, "", |_| {});
        }
        self.paragraph(id, indent, content);
        for _ in 0..rules.blank_after {
            self.paragraph(styles::BODY, "", |_| {});
        }
    }

    fn signature(&mut self, signature: &Signature, style: &HouseStyle) {
        let date = date_words(signature);
        let cell: Length = style.paragraphs.signatory.size;
        let widths = Widths::new(cell, &style.text);
        let width = |text: &str| widths.hundredths(widths.of(text));
        let (name_inset, date_inset) =
            signature::insets(width(&signature.name), width(&date), &style.signature);
        let indent = |hundredths: i64| {
            let twips = cell.times(hundredths, 100).twips();
            format!(r#"<w:ind w:rightChars="{hundredths}" w:right="{twips}"/>"#)
        };
        let paragraphs = &style.paragraphs;
        self.spaced((styles::SIGNATORY, &paragraphs.signatory), &indent(name_inset), |body| {
            body.run(&signature.name, None);
        });
        self.spaced((styles::DATE, &paragraphs.date), &indent(date_inset), |body| body.run(&date, None));
    }

    fn section(&mut self, style: &HouseStyle) {
        let page = &style.page;
        let _ = write!(
            self.xml,
            concat!(
                r#"<w:sectPr><w:footerReference w:type="default" r:id="{}"/><w:footerReference w:type="even" r:id="{}"/>"#,
                r#"<w:pgSz w:w="{}" w:h="{}"/><w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" "#,
                r#"w:header="{}" w:footer="{}" w:gutter="0"/><w:docGrid w:type="lines" w:linePitch="{}"/></w:sectPr>"#,
            ),
            parts::ODD_FOOTER,
            parts::EVEN_FOOTER,
            page.width.twips(),
            page.height.twips(),
            page.top.twips(),
            page.right.twips(),
            page.bottom.twips(),
            page.left.twips(),
            page.header.twips(),
            page.footer.twips(),
            style.text.line.twips(),
        );
    }
}

/// The width of the text area.
fn text_width(style: &HouseStyle) -> i64 {
    let page = &style.page;
    (page.width - page.left - page.right).emu()
}
