//! The page that is being written: its elements, their words, its footnotes.

use std::fmt::Write;

use huibian_document::{Figure, Heading, HouseStyle, Inline, Listed, Marking};
use huibian_docx::xml;

use crate::notes::Notes;
use huibian_layout::{Widths, balanced, kept};

/// The page being written.
pub struct Body<'d, 'h> {
    pub html: &'h mut String,
    pub style: &'d HouseStyle,
    notes: Notes<'d>,
    headings: usize,
    /// Whether the footnotes have been written.
    has_footnotes: bool,
    /// What a table of contents lists, in order; empty where there is none.
    pub listed: Vec<Listed<'d>>,
}

impl<'d, 'h> Body<'d, 'h> {
    pub fn new(html: &'h mut String, style: &'d HouseStyle, listed: Vec<Listed<'d>>) -> Self {
        Self { html, style, notes: Notes::default(), headings: 0, has_footnotes: false, listed }
    }

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

    /// What follows the attributes of a heading's tag; a table of contents leads to it.
    pub fn heading(&mut self, heading: &'d Heading) {
        self.listed_id();
        self.html.push('>');
        self.text(&heading.label);
        self.inlines(&heading.content);
    }

    /// What a table of contents leads to, where there is one.
    pub fn listed_id(&mut self) {
        if !self.listed.is_empty() {
            self.headings += 1;
            let _ = write!(self.html, r#" id="heading-{}""#, self.headings);
        }
    }

    /// The footnotes, which stand together behind all that has any.
    pub fn footnotes(&mut self) {
        if std::mem::replace(&mut self.has_footnotes, true) {
            return;
        }
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
                Inline::Marked(marking, content) => self.marked(marking, content),
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

    fn marked(&mut self, marking: &Marking, content: &'d [Inline]) {
        let name = match marking {
            Marking::Raised => "sup",
            Marking::Lowered => "sub",
            Marking::Struck => "del",
            Marking::Link(_) => "a",
        };
        let _ = write!(self.html, "<{name}");
        if let Marking::Link(address) = marking {
            self.attribute("href", address);
        }
        self.html.push('>');
        self.inlines(content);
        let _ = write!(self.html, "</{name}>");
    }

    fn plain(&mut self, inline: &Inline) {
        match inline {
            Inline::Text(text) => self.words(text),
            Inline::Figure(figure) => self.figure(figure),
            Inline::LineBreak => self.html.push_str("<br>"),
            Inline::Strong(_) | Inline::Marked(..) | Inline::Note(_) => {}
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

    /// A text whose numbers, dates and names stay whole.
    pub fn words(&mut self, text: &str) {
        let mut written = 0;
        for piece in kept(text) {
            self.text(&text[written..piece.start]);
            self.whole(&text[piece.clone()]);
            written = piece.end;
        }
        self.text(&text[written..]);
    }

    /// A text that no line breaks.
    pub fn whole(&mut self, text: &str) {
        self.html.push_str("<span class=\"whole\">");
        self.text(text);
        self.html.push_str("</span>");
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
