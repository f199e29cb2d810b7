//! word/styles.xml: the house style as named styles that an office can edit.

use huibian_document::HouseStyle;
use huibian_document::style::ParagraphStyle;

use super::xml::escaped;

/// Style ids of paragraphs; headings and their run-in faces add their level.
pub const TITLE: &str = "HbTitle";
pub const BODY: &str = "HbBody";
pub const RECIPIENTS: &str = "HbRecipients";
pub const SIGNATORY: &str = "HbSignatory";
pub const DATE: &str = "HbDate";
pub const PAGE_NUMBER: &str = "HbPageNumber";
pub const HEADING: &str = "HbHeading";
pub const RUN_IN: &str = "HbRunIn";
pub const FIGURE: &str = "HbFigure";
pub const STRONG: &str = "HbStrong";

pub fn xml(style: &HouseStyle) -> String {
    let text = &style.text;
    let body = &style.paragraphs.body;
    let mut xml = format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults>"#,
            r#"<w:rPrDefault><w:rPr>{}<w:spacing w:val="{}"/><w:kern w:val="0"/>{}"#,
            r#"<w:lang w:val="en-US" w:eastAsia="{}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"#,
            r#"<w:widowControl w:val="0"/><w:snapToGrid w:val="0"/>"#,
            r#"<w:spacing w:before="0" w:after="0" w:line="{}" w:lineRule="exact"/></w:pPr></w:pPrDefault>"#,
            r#"</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>"#,
            r#"<w:qFormat/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">"#,
            r#"<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>"#,
        ),
        faces(&body.face, &text.latin),
        text.tracking.twips(),
        size(body),
        escaped(&style.language),
        text.line.twips(),
    );
    let paragraphs = &style.paragraphs;
    let indent = format!(
        r#"<w:ind w:firstLineChars="{}" w:firstLine="{}"/>"#,
        text.indent_hundredths,
        text.indent.twips()
    );
    let inset = &style.page_number;
    let footer = format!(
        r#"<w:ind w:leftChars="{0}" w:left="{1}" w:rightChars="{0}" w:right="{1}"/>"#,
        inset.inset_hundredths,
        inset.inset.twips()
    );
    let all = [
        (TITLE, &paragraphs.title, String::new(), String::new()),
        (BODY, body, indent.clone(), String::new()),
        (RECIPIENTS, &paragraphs.recipients, String::new(), String::new()),
        (SIGNATORY, &paragraphs.signatory, String::new(), String::new()),
        (DATE, &paragraphs.date, String::new(), String::new()),
        (PAGE_NUMBER, &paragraphs.page_number, footer, String::new()),
    ];
    for (id, paragraph, indent, outline) in &all {
        push_paragraph(&mut xml, style, id, paragraph, indent, outline);
    }
    for (index, heading) in style.headings.iter().enumerate() {
        let paragraph =
            ParagraphStyle { name: heading.name.clone(), face: heading.face.clone(), ..body.clone() };
        let outline = format!(r#"<w:outlineLvl w:val="{index}"/>"#);
        push_paragraph(&mut xml, style, &format!("{HEADING}{}", index + 1), &paragraph, &indent, &outline);
        let face = faces(&heading.face, &text.latin);
        push_character(&mut xml, &format!("{RUN_IN}{}", index + 1), &format!("{}字", heading.name), &face);
    }
    push_character(&mut xml, FIGURE, &style.characters.figure, "");
    push_character(&mut xml, STRONG, &style.characters.strong, "<w:b/>");
    xml.push_str("</w:styles>");
    xml
}

fn push_paragraph(
    xml: &mut String,
    style: &HouseStyle,
    id: &str,
    paragraph: &ParagraphStyle,
    indent: &str,
    outline: &str,
) {
    let keep = if outline.is_empty() { "" } else { "<w:keepNext/>" };
    let next = if outline.is_empty() { "" } else { r#"<w:next w:val="HbBody"/>"# };
    let line = paragraph.line.map_or_else(String::new, |line| {
        format!(r#"<w:spacing w:line="{}" w:lineRule="exact"/>"#, line.twips())
    });
    xml.push_str(&format!(
        concat!(
            r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="{}"><w:name w:val="{}"/>"#,
            r#"<w:basedOn w:val="Normal"/>{}<w:qFormat/><w:pPr>{}{}{}<w:jc w:val="{}"/>{}</w:pPr>"#,
            r#"<w:rPr>{}{}</w:rPr></w:style>"#,
        ),
        id,
        escaped(&paragraph.name),
        next,
        keep,
        line,
        indent,
        escaped(&paragraph.align),
        outline,
        faces(&paragraph.face, &style.text.latin),
        size(paragraph),
    ));
}

fn push_character(xml: &mut String, id: &str, name: &str, properties: &str) {
    xml.push_str(&format!(
        concat!(
            r#"<w:style w:type="character" w:customStyle="1" w:styleId="{}"><w:name w:val="{}"/>"#,
            r#"<w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/><w:rPr>{}</w:rPr></w:style>"#,
        ),
        id,
        escaped(name),
        properties
    ));
}

fn faces(face: &str, latin: &str) -> String {
    let (face, latin) = (escaped(face), escaped(latin));
    format!(r#"<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{face}" w:cs="{latin}"/>"#)
}

fn size(paragraph: &ParagraphStyle) -> String {
    let half_points = paragraph.size.half_points();
    format!(r#"<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>"#)
}
