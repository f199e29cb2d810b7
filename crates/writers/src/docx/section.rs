//! Sections: the sheet, its margins and footers.

use std::fmt::Write;

use huibian_document::Length;

use super::body::Body;
use super::styles;

/// The footers' relationships, which the section names.
pub const ODD_FOOTER: &str = "rId3";
pub const EVEN_FOOTER: &str = "rId4";
pub const ODD_FOOTER_TURNED: &str = "rIdTurnedOdd";
pub const EVEN_FOOTER_TURNED: &str = "rIdTurnedEven";
/// The footer of a page without a number.
pub const NO_FOOTER: &str = "rIdUnnumbered";

/// What kind of pages a section has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum SectionKind {
    /// Upright, on the next page.
    Plain,
    /// Upright, on the next even page.
    Even,
    /// The same behind a blank page: neither has a number (7.5).
    Unnumbered,
    /// Upright, on the next odd page.
    Odd,
    /// Turned.
    Landscape,
}

const TURNED: &str = r#" w:orient="landscape""#;

/// Ends a section inside the document, unless nothing stands in it yet: it would be an empty page.
pub fn end(body: &mut Body<'_>, kind: SectionKind) {
    if body.ended.as_ref().is_some_and(|ended| ended.behind == body.xml.len()) {
        return;
    }
    body.needs.styles = true;
    let section = xml(body, kind);
    let at = body.xml.len();
    body.paragraph(styles::ANCHOR, &section, |_| {});
    body.ended = Some(Ended { at, behind: body.xml.len(), section });
}

/// A section that was ended inside the document.
pub struct Ended {
    /// Where the paragraph begins that ends it.
    at: usize,
    /// Where that is over.
    behind: usize,
    section: String,
}

/// Ends the last section, which is the one before where nothing stands behind that.
pub fn write(body: &mut Body<'_>, kind: SectionKind) {
    if let Some(ended) = body.ended.take_if(|ended| ended.behind == body.xml.len()) {
        body.xml.truncate(ended.at);
        // A document does not end with a table.
        body.paragraph(styles::ANCHOR, "", |_| {});
        return body.xml.push_str(&ended.section);
    }
    let section = xml(body, kind);
    body.xml.push_str(&section);
}

fn xml(body: &mut Body<'_>, kind: SectionKind) -> String {
    let style = body.style;
    let page = &style.page;
    let [width, height, top, right, bottom, left] =
        [page.width, page.height, page.top, page.right, page.bottom, page.left].map(Length::twips);
    let (start, size, margins, footers) = match kind {
        SectionKind::Plain | SectionKind::Even | SectionKind::Odd | SectionKind::Unnumbered => (
            match kind {
                SectionKind::Plain | SectionKind::Landscape => "",
                SectionKind::Odd => r#"<w:type w:val="oddPage"/>"#,
                SectionKind::Even | SectionKind::Unnumbered => r#"<w:type w:val="evenPage"/>"#,
            },
            format!(r#"w:w="{width}" w:h="{height}"{}"#, if width > height { TURNED } else { "" }),
            [top, right, bottom, left],
            if kind == SectionKind::Unnumbered { [NO_FOOTER; 2] } else { [ODD_FOOTER, EVEN_FOOTER] },
        ),
        // The sheet is turned clockwise: what is left of the text, the binding, comes to be above it.
        SectionKind::Landscape => {
            body.needs.landscape = true;
            (
                "",
                format!(r#"w:w="{height}" w:h="{width}"{TURNED}"#),
                [left, top, right, bottom],
                [ODD_FOOTER_TURNED, EVEN_FOOTER_TURNED],
            )
        }
    };
    let is_first = body.sections == 0;
    body.sections += 1;
    let own = || {
        format!(
            r#"<w:footerReference w:type="default" r:id="{}"/><w:footerReference w:type="even" r:id="{}"/>"#,
            footers[0], footers[1]
        )
    };
    let mut xml = String::new();
    let _ = write!(
        xml,
        concat!(
            r#"<w:sectPr>{}{}<w:pgSz {}/><w:pgMar w:top="{}" w:right="{}" w:bottom="{}" w:left="{}" "#,
            r#"w:header="{}" w:footer="{}" w:gutter="0"/>"#,
        ),
        body.frame.map_or_else(own, |frame| frame.references(footers)),
        start,
        size,
        margins[0],
        margins[1],
        margins[2],
        margins[3],
        page.header.twips(),
        page.footer.twips(),
    );
    match body.frame {
        Some(frame) => xml.push_str(&frame.properties(is_first)),
        None => {
            let _ = write!(xml, r#"<w:docGrid w:type="lines" w:linePitch="{}"/>"#, style.text.line.twips());
        }
    }
    xml + "</w:sectPr>"
}
