//! HTML: one file that stands alone, without a script and without the network. It reads on a phone and prints to the
//! house style's own sheet.

mod blocks;
mod body;
mod contrast;
mod official;
mod picture;
mod stylesheet;
mod table;

use std::fmt::Write;

use huibian_diagnostic::Result;
use huibian_document::{Document, HouseStyle, plain_text};
use huibian_docx::xml::escaped;

use crate::package::Scratch;
use crate::writer::{Writer, Written};
use body::Body;

/// Writes documents of one house style.
pub struct HtmlWriter {
    style: HouseStyle,
    stylesheet: String,
}

impl HtmlWriter {
    /// Makes the style sheet that every document shares.
    pub fn new(style: &HouseStyle) -> Self {
        Self { style: style.clone(), stylesheet: stylesheet::css(style) }
    }

    /// The document as a page. Same document, same bytes.
    pub fn page(&self, document: &Document) -> String {
        let meta = &document.meta;
        let mut html = format!(
            concat!(
                "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n",
                "<meta http-equiv=\"Content-Security-Policy\" ",
                "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n",
                "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n",
            ),
            escaped(&meta.language),
            escaped(&plain_text(&meta.title)),
        );
        let properties =
            [("author", &meta.creator), ("description", &meta.subject), ("generator", &meta.generator)];
        for (name, content) in properties.into_iter().filter(|(_, content)| !content.is_empty()) {
            let _ = writeln!(html, r#"<meta name="{name}" content="{}">"#, escaped(content));
        }
        let _ = write!(html, "<style>\n{}</style>\n</head>\n<body>\n", self.stylesheet);
        let mut body = Body::new(&mut html, &self.style, document.listed());
        body.html.push_str("<main>\n<article>\n");
        for part in document.parts() {
            official::write(&mut body, part, &meta.creator);
        }
        body.footnotes();
        body.html.push_str("</article>\n</main>\n");
        html.push_str("</body>\n</html>\n");
        html
    }
}

impl Writer for HtmlWriter {
    fn write(&self, document: &Document, _: &mut Scratch) -> Result<Written> {
        Ok(self.page(document).into())
    }
}

#[cfg(test)]
mod tests;
