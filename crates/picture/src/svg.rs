//! An SVG file: how large it is, and that it shows what is in itself alone.

use std::ops::Range;

use huibian_document::Length;
use roxmltree::{Document, Node, ParsingOptions};

use crate::svg_content::{refused, repeats};

pub(crate) const SVG: &str = "http://www.w3.org/2000/svg";
/// One pixel of CSS.
const PER_PIXEL: f64 = 9525.0;
/// A drawing that a document can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Svg {
    /// How wide it says that it is.
    pub width: Length,
    /// How high it says that it is.
    pub height: Length,
}

/// Why a file is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SvgFault {
    /// What is wrong.
    pub reason: SvgReason,
    /// What was found, as it is written.
    pub found: String,
    /// Where, in bytes.
    pub span: Range<usize>,
}

/// What is wrong with an SVG file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SvgReason {
    /// It is no XML.
    Syntax,
    /// It is XML of another kind.
    Kind,
    /// It does not say how large it is.
    Size,
    /// It brings a program along.
    Script,
    /// It refers to something outside itself.
    Reference,
    /// It has an element, or something in CSS, that no drawing in a document has.
    Element,
    /// It has a number beyond what any drawing measures.
    Number,
    /// It draws its parts over and over again.
    Repeats,
}

impl SvgReason {
    /// As diagnostics name it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Kind => "format",
            Self::Size => "size",
            Self::Script => "script",
            Self::Reference => "reference",
            Self::Element => "element",
            Self::Number => "number",
            Self::Repeats => "repeats",
        }
    }
}

impl Svg {
    /// Reads a file.
    ///
    /// # Errors
    /// [`SvgFault`] for the first thing that keeps it out of a document.
    pub fn read(text: &str) -> Result<Self, SvgFault> {
        let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        let document = Document::parse_with_options(text, options).map_err(|error| {
            let at = offset(text, error.pos().row, error.pos().col);
            SvgFault { reason: SvgReason::Syntax, found: error.to_string(), span: at..at }
        })?;
        let root = document.root_element();
        let fault = |reason, found: &str, span| SvgFault { reason, found: found.to_owned(), span };
        if !root.has_tag_name((SVG, "svg")) {
            let name = root.tag_name().name();
            return Err(fault(SvgReason::Kind, name, head(text, root.range())));
        }
        for node in document.descendants() {
            if let Some((reason, found, span)) = refused(node) {
                return Err(fault(reason, &found, head(text, span)));
            }
        }
        if let Some(node) = repeats(&document) {
            let name = format!("<{}>", node.tag_name().name());
            return Err(fault(SvgReason::Repeats, &name, head(text, node.range())));
        }
        size(root).ok_or_else(|| fault(SvgReason::Size, "svg", head(text, root.range())))
    }
}

/// The first line of a span.
fn head(text: &str, span: Range<usize>) -> Range<usize> {
    let length = text[span.clone()].find(['\n', '>']).unwrap_or(span.len());
    span.start..span.start + length.max(1).min(span.len())
}

/// The place of a row and a column, in bytes.
fn offset(text: &str, row: u32, column: u32) -> usize {
    let row = usize::try_from(row).unwrap_or(1).max(1);
    let line = text.split_inclusive('\n').take(row - 1).map(str::len).sum::<usize>();
    let rest = text.get(line..).unwrap_or_default();
    let column = usize::try_from(column).unwrap_or(1).max(1);
    line + rest.chars().take(column - 1).map(char::len_utf8).sum::<usize>()
}

fn size(root: Node<'_, '_>) -> Option<Svg> {
    let view: Vec<f64> = root
        .attribute("viewBox")
        .map(|view| view.split([' ', ',']).filter_map(|part| part.trim().parse().ok()).collect())
        .unwrap_or_default();
    let view = match view[..] {
        [_, _, width, height] if width > 0.0 && height > 0.0 => Some((width, height)),
        _ => None,
    };
    let said = |name| root.attribute(name).and_then(pixels);
    let (width, height) = match (said("width"), said("height"), view) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((view_width, view_height))) => (width, width * view_height / view_width),
        (None, Some(height), Some((view_width, view_height))) => (height * view_width / view_height, height),
        (None, None, Some(view)) => view,
        _ => return None,
    };
    Some(Svg { width: length(width)?, height: length(height)? })
}

/// A length of CSS in pixels; nothing for shares of what is around.
fn pixels(text: &str) -> Option<f64> {
    let text = text.trim();
    let unit = text.find(|c: char| c.is_ascii_alphabetic() || c == '%').unwrap_or(text.len());
    let per = match &text[unit..] {
        "" | "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        _ => return None,
    };
    text[..unit].trim().parse::<f64>().ok().map(|number| number * per)
}

fn length(pixels: f64) -> Option<Length> {
    const MOST: f64 = 100_000.0;
    #[allow(clippy::cast_possible_truncation, reason = "bounded just before")]
    (0.5..=MOST).contains(&pixels).then(|| Length::from_emu((pixels * PER_PIXEL).round() as i64))
}

/// What of a drawing inside of a file, by its name, leads out of it or starts something.
pub fn outward_drawing(name: &str, bytes: &[u8]) -> Option<String> {
    let is_drawing = name.rsplit('.').next().is_some_and(|kind| kind.eq_ignore_ascii_case("svg"));
    let fault = Svg::read(std::str::from_utf8(bytes).ok().filter(|_| is_drawing)?).err()?;
    let leads_out = matches!(fault.reason, SvgReason::Script | SvgReason::Reference | SvgReason::Element);
    leads_out.then(|| format!("{name}: {}", fault.found))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(attributes: &str, inside: &str) -> Result<Svg, SvgFault> {
        Svg::read(&format!(
            "<svg xmlns=\"{SVG}\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" {attributes}>{inside}</svg>"
        ))
    }

    #[test]
    fn the_size_is_what_the_file_says() {
        let size =
            |attributes| read(attributes, "").map(|svg| (svg.width.to_string(), svg.height.to_string()));
        let length = |text: &str| text.parse::<Length>().unwrap().to_string();
        for (attributes, width, height) in [
            ("width='20mm' height='10mm'", "20mm", "10mm"),
            ("width='96' height='48px'", "1in", "0.5in"),
            ("viewBox='0 0 96 48'", "1in", "0.5in"),
            ("width='100%' height='100%' viewBox='0,0,96,48'", "1in", "0.5in"),
            ("width='2in' viewBox='0 0 96 48'", "2in", "1in"),
        ] {
            assert_eq!(size(attributes), Ok((length(width), length(height))), "{attributes}");
        }
        for attributes in
            ["", "width='20mm'", "width='0' height='5'", "width='1e9' height='5'", "viewBox='0 0 0 5'"]
        {
            assert_eq!(size(attributes).unwrap_err().reason, SvgReason::Size, "{attributes}");
        }
    }

    #[test]
    fn what_reaches_outside_is_refused_where_it_stands() {
        let sized = "width='9' height='9'";
        for (inside, reason, found) in [
            ("<script>1</script>", SvgReason::Script, "<script>"),
            ("<g onclick='go()'/>", SvgReason::Script, "onclick"),
            ("<image href='photo.png'/>", SvgReason::Reference, "photo.png"),
            (
                "<image xlink:href='https://example.org/a.png'/>",
                SvgReason::Reference,
                "https://example.org/a.png",
            ),
            (
                "<image href='data:image/svg+xml;base64,AA'/>",
                SvgReason::Reference,
                "data:image/svg+xml;base64,AA",
            ),
            ("<use href='other.svg#a'/>", SvgReason::Reference, "other.svg#a"),
            ("<rect fill='url(other.svg#a)'/>", SvgReason::Reference, "url(other.svg#a)"),
            ("<style>@import 'a.css';</style>", SvgReason::Reference, "@import"),
            ("<style>a{src:url( \"a.woff\")}</style>", SvgReason::Reference, "url( \"a.woff\")}"),
            ("<a href='javascript:go()'/>", SvgReason::Reference, "javascript:go()"),
            ("<set attributeName='xlink:href' to='x'/>", SvgReason::Element, "<set>"),
            ("<foreignObject/>", SvgReason::Element, "<foreignObject>"),
            ("<x:script xmlns:x='http://www.w3.org/1999/xhtml'/>", SvgReason::Script, "<script>"),
            ("<x:img xmlns:x='http://www.w3.org/1999/xhtml'/>", SvgReason::Element, "<img>"),
            ("<filter><feTurbulence/></filter>", SvgReason::Element, "<feTurbulence>"),
            ("<filter><feImage/></filter>", SvgReason::Element, "<feImage>"),
            ("<style>@im\\70ort 'a.css';</style>", SvgReason::Element, "\\"),
            ("<style>@container a{}</style>", SvgReason::Element, "@container"),
            ("<rect style=\"fill:image-set('a.png' 1x)\"/>", SvgReason::Element, "image-set("),
            ("<rect fill='\\75rl(a.svg)'/>", SvgReason::Element, "\\"),
            ("<style>a{b:URL(a.png)}</style>", SvgReason::Reference, "URL(a.png)}"),
        ] {
            let fault = read(sized, inside).unwrap_err();
            assert_eq!((fault.reason, fault.found.as_str()), (reason, found), "{inside}");
            assert!(fault.span.start > 100, "{inside}: {fault:?}");
        }
        for (inside, found) in [
            (
                "<stop offset='444444444444444444444444444444444444444441'/>",
                "444444444444444444444444444444444444444441",
            ),
            ("<path d='M0 0L-1e39,2'/>", "1e39"),
            ("<path d='M1.5.25e99'/>", ".25e99"),
            ("<g transform='scale(1E+40)'/>", "1E+40"),
            ("<style>a{opacity:2e38}</style>", "2e38"),
        ] {
            let fault = read(sized, inside).unwrap_err();
            assert_eq!((fault.reason, fault.found.as_str()), (SvgReason::Number, found), "{inside}");
        }
        let named = "<g id='1e99'/><rect fill='#1e9999' style='stroke:url(#a1e99)'/><style>.b-1e99{}#1e99{}</style>\
             <path d='M1234567.8901234567890123456789012345678901234567890e2 0'/><g data-n='1e99'/>";
        assert!(read(sized, named).is_ok());
        let bomb: String = (0..12).fold("<path id='g0'/>".to_owned(), |text, at| {
            text + &format!("<g id='g{}'>{}</g>", at + 1, format!("<use href='#g{at}'/>").repeat(10))
        });
        assert_eq!(read(sized, &bomb).unwrap_err().reason, SvgReason::Repeats);
        assert_eq!(read(sized, "<g id='a'><use href='#a'/></g>").unwrap_err().reason, SvgReason::Repeats);
        let inner = "<defs><linearGradient id='a'/></defs><rect fill='url(#a)' style=\"stroke:url('#a')\"/>\
             <use href='#a'/><image href='data:image/png;base64,iVBORw0KGgo='/><text>url(x)</text>\
             <style>@media print{a:not(.b){fill:rgb(1,2,3);stroke:url(#a)}}</style><path d='M0 0' transform='translate(1 2)'/>\
             <i:grid xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:name='C:\\a (1)'/>";
        assert!(read(sized, inner).is_ok());
    }

    #[test]
    fn other_files_are_none() {
        assert_eq!(Svg::read("<html/>").unwrap_err().reason, SvgReason::Kind);
        let fault = Svg::read("<svg>\n  <g>\n</svg>").unwrap_err();
        assert_eq!((fault.reason, fault.span.start), (SvgReason::Syntax, 12));
        assert_eq!(Svg::read("\u{89}PNG").unwrap_err().reason, SvgReason::Syntax);
    }
}
