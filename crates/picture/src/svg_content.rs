//! What an SVG file may hold: an allow-list of elements, of CSS, and of what is referred to. What a program that reads the file
//! might make of anything else need not be known then.

use std::collections::HashMap;
use std::ops::Range;

use roxmltree::{Document, Node, NodeId, NodeType};

use crate::svg::{SVG, SvgReason};

/// Elements of a drawing that stands still, without those of filters that take long.
const ELEMENTS: [&str; 54] = [
    "a",
    "circle",
    "clipPath",
    "defs",
    "desc",
    "ellipse",
    "feBlend",
    "feColorMatrix",
    "feComponentTransfer",
    "feComposite",
    "feDropShadow",
    "feFlood",
    "feFuncA",
    "feFuncB",
    "feFuncG",
    "feFuncR",
    "feGaussianBlur",
    "feMerge",
    "feMergeNode",
    "feOffset",
    "filter",
    "font",
    "font-face",
    "font-face-name",
    "font-face-src",
    "g",
    "glyph",
    "hkern",
    "image",
    "line",
    "linearGradient",
    "marker",
    "mask",
    "metadata",
    "missing-glyph",
    "path",
    "pattern",
    "polygon",
    "polyline",
    "radialGradient",
    "rect",
    "stop",
    "style",
    "svg",
    "switch",
    "symbol",
    "text",
    "textPath",
    "title",
    "tref",
    "tspan",
    "use",
    "view",
    "vkern",
];
/// Elements of these are shown by programs that read SVG; those of other namespaces are a drawing program's own notes.
const SHOWN: [&str; 3] = ["", "http://www.w3.org/1999/xhtml", "http://www.w3.org/1998/Math/MathML"];
/// What may stand in a file instead of a reference.
const EMBEDDED: [&str; 3] = ["data:image/png;base64,", "data:image/jpeg;base64,", "data:image/jpg;base64,"];
/// Attributes without CSS.
const PLAIN: [&str; 12] = [
    "alt",
    "class",
    "d",
    "glyph-name",
    "href",
    "id",
    "name",
    "points",
    "src",
    "systemLanguage",
    "unicode",
    "title",
];
/// Functions of CSS and of transformations, and selectors with brackets.
const FUNCTIONS: [&str; 24] = [
    "calc",
    "clamp",
    "color",
    "format",
    "hsl",
    "hsla",
    "is",
    "lang",
    "local",
    "matrix",
    "max",
    "min",
    "not",
    "nth-child",
    "nth-of-type",
    "rgb",
    "rgba",
    "rotate",
    "scale",
    "skewx",
    "skewy",
    "translate",
    "url",
    "var",
];
/// Rules of style sheets.
const RULES: [&str; 5] = ["charset", "font-face", "media", "namespace", "page"];
/// No drawing measures more, in whatever it measures.
const MOST_MEASURED: f64 = 1e12;
/// So many elements a drawing draws, those counted again that it uses again.
const MOST_DRAWN: u64 = 200_000;

/// What is wrong, as it is written, and where.
type Refused = (SvgReason, String, Range<usize>);

/// What of a node may not be there.
pub fn refused(node: Node<'_, '_>) -> Option<Refused> {
    let found = |(reason, found): (SvgReason, String)| (reason, found, node.range());
    match node.node_type() {
        NodeType::PI => {
            let target = node.pi().map_or("", |pi| pi.target);
            (target == "xml-stylesheet").then(|| found((SvgReason::Reference, target.to_owned())))
        }
        NodeType::Text => {
            let is_style = node.parent().is_some_and(|parent| parent.tag_name().name() == "style");
            let number = |css| Some((SvgReason::Number, immense(css)?.to_owned()));
            node.text().filter(|_| is_style).and_then(|css| outside(css).or_else(|| number(css))).map(found)
        }
        NodeType::Element => element(node).map(found).or_else(|| {
            node.attributes().find_map(|attribute| {
                let (reason, shown) =
                    in_attribute(attribute.namespace(), attribute.name(), attribute.value())?;
                Some((reason, shown, attribute.range()))
            })
        }),
        NodeType::Root | NodeType::Comment => None,
    }
}

fn element(node: Node<'_, '_>) -> Option<(SvgReason, String)> {
    let (name, namespace) = (node.tag_name().name(), node.tag_name().namespace().unwrap_or_default());
    let shown = || format!("<{name}>");
    if name.eq_ignore_ascii_case("script") {
        return Some((SvgReason::Script, shown()));
    }
    let is_refused = if namespace == SVG { !ELEMENTS.contains(&name) } else { SHOWN.contains(&namespace) };
    is_refused.then(|| (SvgReason::Element, shown()))
}

fn in_attribute(namespace: Option<&str>, name: &str, value: &str) -> Option<(SvgReason, String)> {
    if name.len() > 2 && name.starts_with("on") {
        return Some((SvgReason::Script, name.to_owned()));
    }
    let lower = value.trim().to_ascii_lowercase();
    let leads_out = matches!(name, "href" | "src")
        && !lower.starts_with('#')
        && !lower.is_empty()
        && !EMBEDDED.iter().any(|embedded| lower.starts_with(embedded));
    if leads_out {
        return Some((SvgReason::Reference, value.chars().take(60).collect()));
    }
    let is_plain = namespace.is_some()
        || PLAIN.contains(&name)
        || name.starts_with("aria-")
        || name.starts_with("data-");
    let is_drawn = !is_plain || matches!(name, "d" | "points");
    let number = || immense(value).filter(|_| is_drawn).map(|number| (SvgReason::Number, number.to_owned()));
    (if is_plain { None } else { outside(value) }).or_else(number)
}

/// What CSS takes from outside the file, or may be meant to.
fn outside(css: &str) -> Option<(SvgReason, String)> {
    let lower = css.to_ascii_lowercase();
    let shown = |at: usize| css[at..].chars().take(60).collect::<String>();
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    // They spell letters; none of the drawing programs writes them.
    if lower.contains('\\') {
        return Some((SvgReason::Element, "\\".to_owned()));
    }
    for (at, _) in lower.match_indices('@') {
        let rule: String = lower[at + 1..].chars().take_while(|c| is_word(*c)).collect();
        if rule == "import" {
            return Some((SvgReason::Reference, "@import".to_owned()));
        }
        if !RULES.contains(&rule.as_str()) {
            return Some((SvgReason::Element, format!("@{rule}")));
        }
    }
    for (at, _) in lower.match_indices('(') {
        let before = lower[..at].trim_end_matches(is_word).len();
        let (function, inside) =
            (&lower[before..at], lower[at + 1..].trim_start_matches([' ', '\t', '\n', '\r', '"', '\'']));
        if function == "url" && !inside.starts_with('#') {
            return Some((SvgReason::Reference, shown(before)));
        }
        if !function.is_empty() && !FUNCTIONS.contains(&function) {
            return Some((SvgReason::Element, format!("{function}(")));
        }
    }
    None
}

/// A number beyond what any drawing measures, which whoever draws it may take for infinite.
fn immense(text: &str) -> Option<&str> {
    let bytes = text.as_bytes();
    let (mut at, mut is_name) = (0, false);
    while let Some(byte) = bytes.get(at) {
        let number = number(&bytes[at..]);
        if number > 0 {
            let written = &text[at..at + number];
            if !is_name && written.parse::<f64>().is_ok_and(|value| value > MOST_MEASURED) {
                return Some(written);
            }
        } else {
            let begins_class = *byte == b'.' && bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic);
            let goes_on = is_name && (byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'));
            is_name = *byte == b'#' || begins_class || goes_on;
        }
        at += number.max(1);
    }
    None
}

/// How many bytes of a number without a sign come first.
fn number(text: &[u8]) -> usize {
    let digits = |from: usize| text[from..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let whole = digits(0);
    let fraction = if text.get(whole) == Some(&b'.') { digits(whole + 1) } else { 0 };
    if whole + fraction == 0 {
        return 0;
    }
    let end = if fraction > 0 { whole + 1 + fraction } else { whole };
    let sign = usize::from(matches!(text.get(end + 1), Some(b'+' | b'-')));
    let exponent = match text.get(end) {
        Some(b'e' | b'E') if end + 1 + sign < text.len() => digits(end + 1 + sign),
        _ => 0,
    };
    if exponent > 0 { end + 1 + sign + exponent } else { end }
}

/// An element by which a drawing draws more than any does, or itself.
pub fn repeats<'a, 'i>(document: &'a Document<'i>) -> Option<Node<'a, 'i>> {
    let ids: HashMap<&str, Node<'a, 'i>> =
        document.descendants().filter_map(|node| Some((node.attribute("id")?, node))).collect();
    let mut drawn = Drawn { ids, known: HashMap::new() };
    document
        .descendants()
        .filter(|node| node.has_tag_name((SVG, "use")))
        .find(|node| drawn.count(*node, 0) > MOST_DRAWN)
}

/// How much elements draw.
struct Drawn<'a, 'i> {
    ids: HashMap<&'a str, Node<'a, 'i>>,
    /// None while it is being counted.
    known: HashMap<NodeId, Option<u64>>,
}

impl<'a, 'i> Drawn<'a, 'i> {
    /// Those inside each other beyond which a drawing is none.
    const DEEPEST: usize = 200;

    fn count(&mut self, node: Node<'a, 'i>, depth: usize) -> u64 {
        match self.known.get(&node.id()) {
            Some(Some(known)) => return *known,
            // It is inside itself.
            Some(None) => return u64::MAX,
            None if depth > Self::DEEPEST => return u64::MAX,
            None => {}
        }
        self.known.insert(node.id(), None);
        let mut count = node
            .children()
            .filter(Node::is_element)
            .fold(1, |count: u64, child| count.saturating_add(self.count(child, depth + 1)));
        for attribute in node.attributes().filter(|attribute| attribute.name() == "href") {
            let target = attribute.value().trim().strip_prefix('#').and_then(|id| self.ids.get(id).copied());
            if let Some(target) = target.filter(|_| node.has_tag_name((SVG, "use"))) {
                count = count.saturating_add(self.count(target, depth + 1));
            }
        }
        self.known.insert(node.id(), Some(count));
        count
    }
}
