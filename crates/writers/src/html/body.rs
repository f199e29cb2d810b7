//! What stands on the page: the document's blocks as the elements that mean them.

use std::fmt::Write;

use huibian_document::{Block, Document, Figure, Heading, HouseStyle, Inline, ListItem, plain_text};

use super::{official, picture, table};
use crate::layout::{Widths, balanced};
use crate::notes::Notes;
use crate::xml;

/// Appends the document.
pub fn write(document: &Document, style: &HouseStyle, html: &mut String) {
    let mut body =
        Body { html, style, notes: Notes::default(), headings: 0, listed: document.listed_headings() };
    body.html.push_str("<article>\n");
    for part in document.parts() {
        official::write(&mut body, part, &document.meta.creator);
    }
    body.footnotes();
    body.html.push_str("</article>\n");
}

/// The page being written.
pub struct Body<'d, 'h> {
    pub html: &'h mut String,
    pub style: &'d HouseStyle,
    notes: Notes<'d>,
    headings: usize,
    listed: Vec<&'d Heading>,
}

impl<'d> Body<'d, '_> {
    /// A title; a narrow screen breaks it anew, but for breaks of the author's own.
    pub fn title(&mut self, tag: &str, class: &str, words: &'d [Inline], creator: &str) {
        let style = self.style;
        let widths = Widths::new(style.paragraphs.title.size, &style.text);
        let broken = balanced(words, style.text_width().emu(), widths, creator, &style.title_breaks);
        if broken.len() == words.len() {
            return self.element(tag, class, |body| body.inlines(words));
        }
        // Footnotes live as long as the document, which lines broken here do not: a title that has any stays as it is.
        let plain = broken.iter().all(|inline| matches!(inline, Inline::Text(_) | Inline::LineBreak));
        self.element(tag, &format!("{class} balanced"), |body| {
            if plain {
                broken.iter().for_each(|inline| body.plain(inline));
            } else {
                body.inlines(words);
            }
        });
    }

    pub fn block(&mut self, block: &'d Block) {
        match block {
            Block::Heading(heading) => {
                let tag = format!("h{}", outline(heading));
                let _ = write!(self.html, r#"<{tag} class="heading{}""#, heading.level);
                self.heading(heading);
                let _ = writeln!(self.html, "</{tag}>");
            }
            Block::Paragraph(paragraph) => self.element("p", "body", |body| {
                if let Some(heading) = &paragraph.run_in {
                    let (level, outline) = (heading.level, outline(heading));
                    let _ = write!(
                        body.html,
                        r#"<span class="run-in{level}" role="heading" aria-level="{outline}""#,
                    );
                    body.heading(heading);
                    body.text(body.style.run_in_end_of(paragraph));
                    body.html.push_str("</span>");
                }
                body.inlines(&paragraph.content);
            }),
            Block::List(items) => self.list(items),
            Block::Table(table) => table::write(self, table),
            Block::Image(image) => picture::write(self, image),
            Block::Contents { levels } => self.contents(*levels),
            Block::PageBreak => self.html.push_str("<hr class=\"page-break\">\n"),
        }
    }

    /// Labels are text of the document, so that they are copied and read aloud with it.
    fn list(&mut self, items: &'d [ListItem]) {
        self.html.push_str("<ul role=\"list\">\n");
        for item in items {
            self.element("li", "body", |body| {
                body.text(&item.label);
                body.inlines(&item.content);
            });
        }
        self.html.push_str("</ul>\n");
    }

    /// What follows the attributes of a heading's tag; a table of contents leads to it.
    fn heading(&mut self, heading: &'d Heading) {
        if !self.listed.is_empty() {
            self.headings += 1;
            let _ = write!(self.html, r#" id="heading-{}""#, self.headings);
        }
        self.html.push('>');
        self.text(&heading.label);
        self.inlines(&heading.content);
    }

    fn contents(&mut self, levels: u8) {
        self.html.push_str("<nav>\n");
        self.element("p", "contents_title", |body| body.text(&body.style.words.contents));
        let listed = std::mem::take(&mut self.listed);
        for (number, heading) in (1..).zip(&listed).filter(|(_, heading)| heading.level <= levels) {
            self.element("p", &format!("contents level{}", heading.level), |body| {
                let _ = write!(body.html, "<a href=\"#heading-{number}\">");
                body.text(&heading.label);
                body.text(&plain_text(&heading.content));
                body.html.push_str("</a>");
            });
        }
        self.listed = listed;
        self.html.push_str("</nav>\n");
    }

    fn footnotes(&mut self) {
        // A note may hold another, which joins the end of the list.
        let mut number = 0;
        while let Some(note) = self.notes.0.get(number).copied() {
            number += 1;
            if number == 1 {
                self.html.push_str("<section class=\"footnotes\" role=\"doc-endnotes\">\n");
            }
            let _ =
                write!(self.html, r##"<p class="footnote" id="note-{number}"><a href="#sign-{number}">"##);
            let _ = write!(self.html, "[{number}]</a> ");
            self.inlines(note);
            self.html.push_str("</p>\n");
        }
        if number > 0 {
            self.html.push_str("</section>\n");
        }
    }

    pub fn element(&mut self, tag: &str, class: &str, content: impl FnOnce(&mut Self)) {
        let _ = write!(self.html, r#"<{tag} class="{class}">"#);
        content(self);
        let _ = writeln!(self.html, "</{tag}>");
    }

    pub fn inlines(&mut self, inlines: &'d [Inline]) {
        for inline in inlines {
            match inline {
                Inline::Strong(content) => {
                    self.html.push_str("<strong>");
                    self.inlines(content);
                    self.html.push_str("</strong>");
                }
                Inline::Note(content) => {
                    let number = self.notes.keep(content);
                    let _ = write!(
                        self.html,
                        r##"<a class="sign" id="sign-{number}" href="#note-{number}" role="doc-noteref">[{number}]</a>"##
                    );
                }
                plain => self.plain(plain),
            }
        }
    }

    fn plain(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => self.text(text),
            Inline::Figure(figure) => self.figure(figure),
            Inline::LineBreak => self.html.push_str("<br>"),
            Inline::Strong(_) | Inline::Note(_) => {}
        }
    }

    fn figure(&mut self, figure: &Figure) {
        let key = figure.key.to_string();
        self.html.push_str(r#"<data class="figure""#);
        self.attribute("value", &figure.digits);
        self.attribute("data-key", &key);
        let named = match figure.role() {
            None => key,
            Some(role) => {
                self.attribute("data-aspect", role);
                format!("{key} {role}")
            }
        };
        if figure.source.is_empty() {
            self.attribute("title", &named);
        } else {
            self.attribute("data-source", &figure.source);
            self.attribute("title", &format!("{named} ← {}", figure.source));
        }
        self.html.push('>');
        self.text(&figure.digits);
        self.text(&figure.measure);
        self.html.push_str("</data>");
    }

    pub fn attribute(&mut self, name: &str, value: &str) {
        let _ = write!(self.html, r#" {name}=""#);
        self.text(value);
        self.html.push('"');
    }

    pub fn text(&mut self, text: &str) {
        xml::push(self.html, text);
    }
}

/// The level of a heading in the page, whose first is the title.
fn outline(heading: &Heading) -> u8 {
    const DEEPEST: u8 = 6;
    (heading.level + 1).min(DEEPEST)
}
