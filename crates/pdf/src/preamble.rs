//! The house style as a Typst module: its values as constants, then the functions that a document calls.

use std::fmt::Write;

use huibian_document::style::ParagraphStyle;
use huibian_document::{HouseStyle, Length};
use huibian_layout::{ABOVE_BASELINE, SQUARE_ABOVE_BASELINE, slack};

use crate::faces::Faces;

/// The functions, which hold no length of their own.
const FUNCTIONS: &str = include_str!("page.typ");

/// The module's text; with the `rest` of the faces for documents that need them.
#[expect(clippy::too_many_lines, reason = "a table of the style's values")]
pub fn module(style: &HouseStyle, faces: &Faces, rest: bool) -> String {
    let HouseStyle { page, text, page_number, head, imprint, tables, .. } = style;
    let paragraphs = &style.paragraphs;
    let part = |paragraph: &ParagraphStyle, hundredths: i64| points(paragraph.size.times(hundredths, 100));
    let cells = |count: i64| points(paragraphs.signatory.size.times(count, 1));
    let mut module = String::new();
    let (language, region) = language(&style.language);
    let mut define = |name: &str, value: String| {
        let _ = writeln!(module, "#let {name} = {value}");
    };
    define("text-width", points(style.text_width()));
    define(
        "page-rules",
        dictionary(&[
            ("width", points(page.width)),
            ("height", points(page.height)),
            ("top", points(page.top)),
            ("bottom", points(page.bottom)),
            ("left", points(page.left)),
            ("right", points(page.right)),
            ("footer", points(page.footer)),
        ]),
    );
    define(
        "text-rules",
        dictionary(&[
            ("lang", quoted(language)),
            ("region", region.map_or("none".to_owned(), quoted)),
            ("line", points(text.line)),
            ("tracking", points(text.tracking)),
            ("indent", points(text.indent)),
            ("latin-space", if text.latin_space_hundredths > 0 { "auto" } else { "none" }.to_owned()),
            ("hanging", text.hanging_punctuation.to_string()),
            ("above-baseline", format!("{ABOVE_BASELINE}%")),
            ("square-above-baseline", format!("{SQUARE_ABOVE_BASELINE}%")),
        ]),
    );
    define(
        "page-number-rules",
        dictionary(&[
            ("before", quoted(&page_number.before)),
            ("after", quoted(&page_number.after)),
            ("inset", points(page_number.inset)),
            ("odd", side(&page_number.odd).to_owned()),
            ("even", side(&page_number.even).to_owned()),
        ]),
    );
    let signature = &style.signature;
    define(
        "signature-rules",
        dictionary(&[
            ("inset", cells(signature.inset)),
            ("date-indent", cells(signature.date_indent)),
            ("seal-inset", cells(signature.seal_inset)),
            ("seal-blank", signature.seal_blank.to_string()),
        ]),
    );
    define(
        "head-rules",
        dictionary(&[
            ("mark-top", points(head.mark_top)),
            ("number-inset", part(&paragraphs.number, head.number_inset_hundredths)),
            ("signers", quoted(&style.words.signers)),
            ("signers-a-line", head.signers_a_line.to_string()),
            ("rule-gap", points(head.rule_gap - slack(&paragraphs.number, style)[1])),
            ("rule", points(head.rule)),
            ("rule-color", color(&head.rule_color)),
            ("title-blank", head.title_blank.to_string()),
            ("title-blank-without-rule", head.title_blank_without_rule.to_string()),
        ]),
    );
    define(
        "attachment-rules",
        dictionary(&[
            ("indent", part(&paragraphs.attachments, style.attachments.indent_hundredths)),
            ("number", part(&paragraphs.attachments, style.attachments.number_hundredths)),
        ]),
    );
    define(
        "imprint-rules",
        dictionary(&[
            ("rule", stroke(imprint.rule, "000000")),
            ("inner-rule", stroke(imprint.inner_rule, "000000")),
            ("inset", part(&paragraphs.imprint, imprint.inset_hundredths)),
            ("copies-hang", points(copies_hang(style))),
            ("even-page", imprint.even_page.to_string()),
        ]),
    );
    let fill = if tables.head_fill.is_empty() { "none".to_owned() } else { color(&tables.head_fill) };
    define(
        "table-rules",
        dictionary(&[
            ("rule", stroke(tables.rule, &tables.rule_color)),
            ("inner-rule", stroke(tables.inner_rule, &tables.rule_color)),
            ("padding", format!("(x: {}, y: {})", points(tables.padding), points(tables.padding_above))),
            ("head-fill", fill),
        ]),
    );
    let circled = style.notes.numbers.starts_with("decimalEnclosedCircle");
    define("note-numbering", quoted(if circled { "①" } else { "1" }));
    define("bold-faces", faces.has_bold(&paragraphs.body.face).to_string());
    let all = style.paragraph_styles();
    let all: Vec<_> = all.iter().map(|(name, rules)| (*name, paragraph(rules, style, faces, rest))).collect();
    define("styles", dictionary(&all));
    let headings = style.headings.iter().map(|heading| heading.paragraph(&paragraphs.body));
    let headings: String = headings.map(|rules| paragraph(&rules, style, faces, rest) + ",").collect();
    define("heading-styles", format!("({headings})"));
    module + FUNCTIONS
}

/// How far the second line of 抄送 stands in: as far as its names begin.
fn copies_hang(style: &HouseStyle) -> Length {
    let label = style.words.copies.fill(&[]);
    let size = style.paragraphs.imprint.size;
    let label = label.trim_end_matches(['。', '.', ' ']).chars();
    let hundredths = label.map(|c| if c.is_ascii() { 50 } else { 100 }).sum();
    size.times(hundredths, 100)
}

fn paragraph(rules: &ParagraphStyle, style: &HouseStyle, faces: &Faces, rest: bool) -> String {
    dictionary(&[
        ("fonts", fonts(rules, style, faces, rest)),
        ("size", points(rules.size)),
        ("line", points(rules.line.unwrap_or(style.text.line))),
        ("fill", rules.color.as_deref().map_or_else(|| "black".to_owned(), color)),
        ("weight", if rules.bold { "700" } else { "400" }.to_owned()),
        ("align", side(&rules.align).to_owned()),
        ("justify", matches!(rules.align.as_str(), "both" | "distribute").to_string()),
        ("before", rules.blank_before.to_string()),
        ("after", rules.blank_after.to_string()),
        ("above", points(rules.space_before)),
        ("below", points(rules.space_after)),
        ("keep", rules.keep_next.to_string()),
    ])
}

/// The Latin face, the Chinese one, and all that may be asked for a character that neither has. In Chinese text “ ” — …
/// are the Chinese face's, whatever the Latin one has.
fn fonts(rules: &ParagraphStyle, style: &HouseStyle, faces: &Faces, rest: bool) -> String {
    let latin = rules.latin.as_ref().unwrap_or(&style.text.latin);
    let latin = quoted(faces.family(latin));
    let covers = if is_chinese(style) { r#", covers: "latin-in-cjk""# } else { "" };
    let mut fonts = format!("((name: {latin}{covers}),");
    let count = if rest { usize::MAX } else { 1 };
    for family in families(&rules.face, faces).take(count) {
        let _ = write!(fonts, "{},", quoted(family));
    }
    fonts + ")"
}

/// The family of a face and all that may stand in for single characters.
pub fn families<'f>(face: &'f str, faces: &'f Faces) -> impl Iterator<Item = &'f str> {
    let own = faces.family(face);
    std::iter::once(own).chain(faces.rest.iter().map(String::as_str).filter(move |family| *family != own))
}

/// Whether the style is one for Chinese text.
pub fn is_chinese(style: &HouseStyle) -> bool {
    language(&style.language).0 == "zh"
}

/// Language and region of a BCP 47 tag.
fn language(tag: &str) -> (&str, Option<&str>) {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    (language, parts.find(|part| part.len() == 2))
}

fn dictionary(entries: &[(&str, String)]) -> String {
    let mut dictionary = String::from("(");
    for (name, value) in entries {
        let _ = write!(dictionary, "{name}: {value}, ");
    }
    dictionary + ")"
}

/// A length, exact to a millionth of a point.
pub fn points(length: Length) -> String {
    const PER_POINT: i64 = 12_700;
    let emu = length.emu();
    let sign = if emu < 0 { "-" } else { "" };
    let (whole, rest) = (emu.abs() / PER_POINT, emu.abs() % PER_POINT);
    format!("{sign}{whole}.{:06}pt", rest * 1_000_000 / PER_POINT)
}

fn stroke(thickness: Length, digits: &str) -> String {
    if thickness <= Length::default() {
        return "none".to_owned();
    }
    format!("{} + {}", points(thickness), color(digits))
}

fn color(digits: &str) -> String {
    format!("rgb({})", quoted(digits))
}

fn side(align: &str) -> &'static str {
    match align {
        "center" => "center",
        "right" => "right",
        _ => "left",
    }
}

/// A string literal; what could end it, or is no letter at all, is escaped.
pub fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{{{:x}}}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}
