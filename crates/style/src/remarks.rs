//! What is odd about a style that can be used: lines and characters that do not come out as promised, type that its line cuts,
//! faces that this computer lacks.

use huibian_config::Places;
use huibian_diagnostic::{Code, Diagnostic};
use huibian_document::style::ParagraphStyle;
use huibian_document::{HouseStyle, Length};

use crate::faces::Faces;
use crate::file::StyleFile;

/// Everything that is odd.
pub fn remarks(file: &StyleFile) -> Vec<Diagnostic> {
    let style = &file.style;
    let mut remarks: Vec<Diagnostic> = grid(file).into_iter().chain(footer(file)).collect();
    let paragraphs = style.paragraph_styles();
    let paragraphs = paragraphs.iter().filter(|(key, _)| *key != "image");
    let paragraphs = paragraphs.map(|(key, paragraph)| (format!("paragraphs.{key}"), (*paragraph).clone()));
    let body = &style.paragraphs.body;
    let headings = (1..).zip(&style.headings);
    let headings = headings.map(|(level, heading)| (format!("headings.{level}"), heading.paragraph(body)));
    remarks.extend(paragraphs.chain(headings).filter_map(|(key, paragraph)| tight(file, &key, &paragraph)));
    remarks.extend(faces(style));
    remarks
}

/// Lines a page and characters a line.
fn grid(file: &StyleFile) -> Vec<Diagnostic> {
    let style = &file.style;
    let text = &style.text;
    let character = style.paragraphs.body.size + text.tracking;
    let (width, height) = (style.text_width(), style.text_height());
    let sides = [
        ("lines", height, text.line, text.lines_a_page, ["text.line", "page.top", "page.bottom"].as_slice()),
        (
            "characters",
            width,
            character,
            text.characters_a_line,
            &["text.tracking", "page.left", "page.right", "paragraphs.body.size"],
        ),
    ];
    let remark = |(what, span, each, wanted, keys): (&str, Length, Length, u32, &[&str])| {
        let found = span.emu() / each.emu().max(1);
        if wanted == 0 || found == i64::from(wanted) {
            return None;
        }
        let remark =
            Diagnostic::new(Code::StyleGrid).with("what", what).with("found", found).with("wanted", wanted);
        let remark = remark.with("span", millimetres(span)).with("each", points(each));
        Some(placed(file, remark, keys))
    };
    sides.into_iter().filter_map(remark).collect()
}

/// A page number that begins above the end of the text.
fn footer(file: &StyleFile) -> Option<Diagnostic> {
    let style = &file.style;
    let number = &style.paragraphs.page_number;
    let needed = style.page.footer + number.size;
    (needed > style.page.bottom).then(|| {
        let remark = Diagnostic::new(Code::StyleFooter).with("bottom", millimetres(style.page.bottom));
        placed(file, remark.with("needed", millimetres(needed)), &["page.footer", "page.bottom"])
    })
}

/// Type that is higher than its line.
fn tight(file: &StyleFile, key: &str, paragraph: &ParagraphStyle) -> Option<Diagnostic> {
    let line = paragraph.line.unwrap_or(file.style.text.line);
    (paragraph.size > line).then(|| {
        let remark = Diagnostic::new(Code::StyleTight).with("key", key);
        let keys = [format!("{key}.size"), format!("{key}.line")];
        let remark = remark.with("size", points(paragraph.size)).with("line", points(line));
        placed(file, remark, &keys.each_ref().map(String::as_str))
    })
}

fn faces(style: &HouseStyle) -> Vec<Diagnostic> {
    let faces = Faces::of_system();
    let lacking = style.faces().into_iter().filter(|face| !faces.has(face));
    let remark = |face: &str| {
        let substitutes = style.substitutes.get(face).into_iter().flatten();
        let stand_in = substitutes.map(String::as_str).find(|face| faces.has(face));
        let remark = Diagnostic::new(Code::StyleFace).with("face", face);
        remark.with("stand_in", stand_in.unwrap_or("none"))
    };
    lacking.map(remark).collect()
}

/// At the first of these keys that is said in the uppermost file.
fn placed(file: &StyleFile, remark: Diagnostic, keys: &[&str]) -> Diagnostic {
    let mut found: Option<(usize, Vec<String>)> = None;
    for key in keys {
        let path: Vec<String> = key.split('.').map(str::to_owned).collect();
        if let Some(layer) = file.layer_of(&path)
            && found.as_ref().is_none_or(|(above, _)| layer > *above)
        {
            found = Some((layer, path));
        }
    }
    match found {
        Some((layer, path)) => remark.at(Places::of(file.layer(layer)).value(&path)),
        None => remark,
    }
}

/// A length as a person reads it, to a tenth of a millimetre.
pub fn millimetres(length: Length) -> String {
    let tenths = length.emu() / 3_600;
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}mm", tenths.abs() / 10, tenths.abs() % 10)
}

/// The same, to a hundredth of a point.
pub fn points(length: Length) -> String {
    let hundredths = length.emu() / 127;
    let digits = format!("{}.{:02}", hundredths / 100, (hundredths % 100).abs());
    digits.trim_end_matches('0').trim_end_matches('.').to_owned() + "pt"
}
