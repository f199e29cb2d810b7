//! word/styles.xml: the house style as named styles that an office can edit.

use huibian_document::HouseStyle;
use huibian_document::style::ParagraphStyle;
use std::fmt::Write;

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
    let xml = format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults>"#,
            r#"<w:rPrDefault><w:rPr>{}<w:spacing w:val="{}"/><w:kern w:val="0"/>{}"#,
            r#"<w:lang w:val="en-US" w:eastAsia="{}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"#,
            r#"<w:widowControl w:val="0"/><w:overflowPunct w:val="{}"/><w:autoSpaceDE w:val="{}"/>"#,
            r#"<w:autoSpaceDN w:val="{}"/><w:snapToGrid w:val="0"/>"#,
            r#"<w:spacing w:before="0" w:after="0" w:line="{}" w:lineRule="exact"/></w:pPr></w:pPrDefault>"#,
            r#"</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>"#,
            r#"<w:qFormat/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">"#,
            r#"<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>"#,
        ),
        faces(&body.face, &text.latin),
        text.tracking.twips(),
        size(body),
        escaped(&style.language),
        u8::from(text.hanging_punctuation),
        u8::from(text.latin_space_hundredths > 0),
        u8::from(text.latin_space_hundredths > 0),
        text.line.twips(),
    );
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
    let paragraphs = &style.paragraphs;
    let mut list = List { xml, style, count: 0 };
    list.paragraph(TITLE, &paragraphs.title, "", "");
    list.paragraph(RECIPIENTS, &paragraphs.recipients, "", "");
    list.paragraph(BODY, body, &indent, "");
    for (index, heading) in style.headings.iter().enumerate() {
        let paragraph = ParagraphStyle {
            name: heading.name.clone(),
            face: heading.face.clone(),
            keep_next: true,
            ..body.clone()
        };
        let outline = format!(r#"<w:outlineLvl w:val="{index}"/>"#);
        list.paragraph(&format!("{HEADING}{}", index + 1), &paragraph, &indent, &outline);
        let face = faces(&heading.face, &text.latin);
        list.character(&format!("{RUN_IN}{}", index + 1), &format!("{}字", heading.name), &face);
    }
    list.paragraph(SIGNATORY, &paragraphs.signatory, "", "");
    list.paragraph(DATE, &paragraphs.date, "", "");
    list.character(FIGURE, &style.characters.figure, "");
    list.character(STRONG, &style.characters.strong, "<w:b/>");
    list.paragraph(PAGE_NUMBER, &paragraphs.page_number, &footer, "");
    list.xml + "</w:styles>"
}

/// The styles being listed, in the order in which Word is to show them.
struct List<'s> {
    xml: String,
    style: &'s HouseStyle,
    count: usize,
}

impl List<'_> {
    fn paragraph(&mut self, id: &str, paragraph: &ParagraphStyle, indent: &str, outline: &str) {
        self.count += 1;
        let next = if id == BODY { String::new() } else { format!(r#"<w:next w:val="{BODY}"/>"#) };
        let keep = if paragraph.keep_next { "<w:keepNext/>" } else { "" };
        let line = paragraph.line.map_or_else(String::new, |line| {
            format!(r#"<w:spacing w:line="{}" w:lineRule="exact"/>"#, line.twips())
        });
        let latin = paragraph.latin.as_ref().unwrap_or(&self.style.text.latin);
        let _ = write!(
            self.xml,
            concat!(
                r#"<w:style w:type="paragraph" w:customStyle="1" w:styleId="{}"><w:name w:val="{}"/>"#,
                r#"<w:basedOn w:val="Normal"/>{}<w:uiPriority w:val="{}"/><w:qFormat/>"#,
                r#"<w:pPr>{}{}{}<w:jc w:val="{}"/>{}</w:pPr><w:rPr>{}{}</w:rPr></w:style>"#,
            ),
            id,
            escaped(&paragraph.name),
            next,
            self.count,
            keep,
            line,
            indent,
            escaped(&paragraph.align),
            outline,
            faces(&paragraph.face, latin),
            size(paragraph),
        );
    }

    fn character(&mut self, id: &str, name: &str, properties: &str) {
        self.count += 1;
        let _ = write!(
            self.xml,
            concat!(
                r#"<w:style w:type="character" w:customStyle="1" w:styleId="{}"><w:name w:val="{}"/>"#,
                r#"<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="{}"/><w:qFormat/>"#,
                r#"<w:rPr>{}</w:rPr></w:style>"#,
            ),
            id,
            escaped(name),
            self.count,
            properties
        );
    }
}

fn faces(face: &str, latin: &str) -> String {
    let (face, latin) = (escaped(face), escaped(latin));
    format!(r#"<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{face}" w:cs="{latin}"/>"#)
}

fn size(paragraph: &ParagraphStyle) -> String {
    let half_points = paragraph.size.half_points();
    format!(r#"<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>"#)
}
