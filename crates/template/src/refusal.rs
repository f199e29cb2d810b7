//! What of Markdown a report cannot carry.

use pulldown_cmark::{Event, Options, Tag, TagEnd};

/// The extensions of Markdown that templates have.
pub fn options() -> Options {
    Options::ENABLE_HEADING_ATTRIBUTES | Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES
}

/// Looks at one event after the other.
#[derive(Default)]
pub struct Refusals {
    /// How many lists stand in each other here.
    lists: usize,
    in_note: bool,
    in_html: bool,
    /// Paragraphs of the item or the footnote so far.
    paragraphs: usize,
}

impl Refusals {
    /// The name of the construct that begins with this event, if a report cannot carry it; what is inside it is not
    /// refused once more for standing there.
    pub fn examine(&mut self, event: &Event<'_>) -> Option<&'static str> {
        match event {
            Event::Start(Tag::List(start)) => {
                self.lists += 1;
                match self.lists {
                    _ if self.in_note => Some("footnote"),
                    1 if start.is_some_and(|start| start != 1) => Some("list-start"),
                    2 => Some("nested-list"),
                    _ => None,
                }
            }
            Event::End(TagEnd::List(_)) => {
                self.lists -= 1;
                None
            }
            Event::Start(Tag::Item) => {
                if self.lists == 1 {
                    self.paragraphs = 0;
                }
                None
            }
            Event::Start(Tag::Paragraph) => {
                self.paragraphs += 1;
                let is_second = self.paragraphs > 1;
                match self.lists {
                    0 => (self.in_note && is_second).then_some("footnote"),
                    1 => is_second.then_some("list-item"),
                    _ => None,
                }
            }
            Event::Start(Tag::Heading { .. }) | Event::Rule => self.inside("list-item"),
            Event::Start(Tag::Table(_)) => self.inside("table"),
            Event::FootnoteReference(_) => self.in_note.then_some("footnote"),
            Event::Start(Tag::FootnoteDefinition(_)) => {
                self.in_note = true;
                self.paragraphs = 0;
                (self.lists > 0).then_some("footnote")
            }
            Event::End(TagEnd::FootnoteDefinition) => {
                self.in_note = false;
                (self.paragraphs == 0).then_some("footnote")
            }
            Event::Start(Tag::CodeBlock(_)) | Event::Code(_) => Some("code"),
            Event::Start(Tag::BlockQuote(_)) => Some("quotation"),
            Event::Start(Tag::Emphasis | Tag::Strong) => Some("emphasis"),
            Event::Start(Tag::Link { .. }) => Some("link"),
            Event::Start(Tag::Image { .. }) => Some("image"),
            Event::Start(Tag::HtmlBlock) => {
                self.in_html = true;
                Some("html")
            }
            Event::End(TagEnd::HtmlBlock) => {
                self.in_html = false;
                None
            }
            Event::Html(_) | Event::InlineHtml(_) => (!self.in_html).then_some("html"),
            _ => None,
        }
    }

    /// Whether a list or a footnote is around.
    pub fn is_inside(&self) -> bool {
        self.lists > 0 || self.in_note
    }

    fn inside(&self, in_list: &'static str) -> Option<&'static str> {
        if self.in_note { Some("footnote") } else { (self.lists > 0).then_some(in_list) }
    }
}
