//! word/styles.xml: the house style as named styles that an office can edit. A plain report has only those that it needs.

use huibian_document::style::ParagraphStyle;
use huibian_document::{HouseStyle, Length};
use huibian_docx::xml::escaped;
use std::fmt::Write;

use super::{attachments, head, imprint, styles, table};
use huibian_layout::{SMALLEST_LINE, mark_space, rule_gap};

/// The part of a plain report.
pub fn plain(style: &HouseStyle) -> String {
    listed(style).xml + "</w:styles>"
}

/// The part with every style.
pub fn all(style: &HouseStyle) -> String {
    let mut list = listed(style);
    list.official();
    list.content();
    list.xml + "</w:styles>"
}

fn listed(style: &HouseStyle) -> List<'_> {
    let text = &style.text;
    let body = &style.paragraphs.body;
    let xml = format!(
        concat!(
            r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#,
            r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:docDefaults>"#,
            r#"<w:rPrDefault><w:rPr>{}<w:spacing w:val="{}"/><w:kern w:val="0"/>{}"#,
            r#"<w:lang w:val="{}" w:eastAsia="{}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"#,
            r#"<w:widowControl w:val="0"/><w:overflowPunct w:val="{}"/><w:autoSpaceDE w:val="{}"/>"#,
            r#"<w:autoSpaceDN w:val="{}"/><w:snapToGrid w:val="0"/>"#,
            r#"<w:spacing w:before="0" w:after="0" w:line="{}" w:lineRule="exact"/></w:pPr></w:pPrDefault>"#,
            r#"</w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>"#,
            r#"<w:qFormat/></w:style><w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">"#,
            r#"<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>"#,
        ),
        faces(&body.face, &text.latin),
        text.tracking.twips(),
        size(body.size),
        if style.language.starts_with("zh") { "en-US".to_owned() } else { escaped(&style.language) },
        escaped(&style.language),
        u8::from(text.hanging_punctuation),
        u8::from(text.latin_space_hundredths > 0),
        u8::from(text.latin_space_hundredths > 0),
        text.line.twips(),
    );
    let inset = &style.page_number;
    let footer = format!(
        r#"<w:ind w:leftChars="{0}" w:left="{1}" w:rightChars="{0}" w:right="{1}"/>"#,
        inset.inset_hundredths,
        inset.inset.twips()
    );
    let indent = indent(style);
    let paragraphs = &style.paragraphs;
    let mut list = List { xml, style, count: 0 };
    list.paragraph(styles::TITLE, &paragraphs.title, Layout::default());
    list.paragraph(styles::RECIPIENTS, &paragraphs.recipients, Layout::default());
    list.paragraph(styles::BODY, body, Layout::indented(&indent));
    list.spacer(styles::PAGE_BREAK, body, ["分页", " Page Break"], Length::default(), "<w:pageBreakBefore/>");
    for (index, heading) in style.headings.iter().enumerate() {
        let outline = format!(r#"<w:outlineLvl w:val="{index}"/>"#);
        let layout = Layout { indent: &indent, outline: &outline, ..Layout::default() };
        list.paragraph(&format!("{}{}", styles::HEADING, index + 1), &heading.paragraph(body), layout);
        let latin = heading.latin.as_ref().unwrap_or(&text.latin);
        let run_in = heading
            .run_in
            .clone()
            .unwrap_or_else(|| format!("{}{}", heading.name, styles::in_language(style, ["字", " Face"])));
        let face = faces(&heading.face, latin) + &weight(heading.bold, heading.color.as_deref());
        list.character(&format!("{}{}", styles::RUN_IN, index + 1), &run_in, &face);
    }
    list.paragraph(styles::SIGNATORY, &paragraphs.signatory, Layout::default());
    list.paragraph(styles::DATE, &paragraphs.date, Layout::default());
    list.character(styles::FIGURE, &style.characters.figure, "");
    list.character(styles::STRONG, &style.characters.strong, "<w:b/>");
    let number = |what, side: &str| beside(style, &paragraphs.page_number, what, side);
    list.paragraph(styles::PAGE_NUMBER, &number(["", ""], &style.page_number.odd), Layout::indented(&footer));
    let even = number(["双页", " Even"], &style.page_number.even);
    list.paragraph(styles::PAGE_NUMBER_EVEN, &even, Layout::indented(&footer));
    list
}

/// What a paragraph style has beside face, size and place.
#[derive(Clone, Copy, Default)]
struct Layout<'s> {
    /// Properties that go before spacing: frame, rules, tabs.
    first: &'s str,
    /// The indents.
    indent: &'s str,
    /// The outline level.
    outline: &'s str,
}

impl<'s> Layout<'s> {
    fn indented(indent: &'s str) -> Self {
        Self { indent, ..Self::default() }
    }
}

/// The styles being listed, in the order in which Word is to show them.
struct List<'s> {
    xml: String,
    style: &'s HouseStyle,
    count: usize,
}

impl List<'_> {
    /// The parts of an official document.
    fn official(&mut self) {
        let style = self.style;
        let all = &style.paragraphs;
        let indent = indent(style);
        for (id, paragraph) in [
            (styles::SERIAL, &all.serial),
            (styles::SECRECY, &all.secrecy),
            (styles::URGENCY, &all.urgency),
            (styles::MARK, &all.mark),
        ] {
            self.paragraph(id, paragraph, Layout::default());
        }
        self.paragraph(
            styles::MARK_JOINT,
            &beside(style, &all.mark, ["联合", " Joint"], "distribute"),
            Layout::default(),
        );
        let gap = mark_space(style, all.mark.size);
        self.spacer(styles::MARK_SPACE, &all.mark, ["上空", " Space"], gap, "");
        self.paragraph(styles::NUMBER, &all.number, Layout::default());
        let [(upward, tabs, inset), (rule, border, _)] = head::style_properties(style);
        let upward_style = beside(style, &all.number, ["上行", " Upward"], "left");
        self.paragraph(upward, &upward_style, Layout { first: &tabs, indent: &inset, outline: "" });
        let signer = &all.signer;
        let latin = signer.latin.as_ref().unwrap_or(&style.text.latin);
        self.character(styles::SIGNER, &signer.name, &(faces(&signer.face, latin) + &size(signer.size)));
        self.spacer(rule, &all.number, ["红线", " Rule"], rule_gap(style), &border);
        for ((id, indent), what) in
            attachments::indents(style).into_iter().zip([["", ""], ["首项", " First"], ["续项", " Next"]])
        {
            let align = all.attachments.align.clone();
            self.paragraph(id, &beside(style, &all.attachments, what, &align), Layout::indented(&indent));
        }
        let row = beside(style, &all.signatory, ["并列", " Row"], "left");
        self.paragraph(styles::SIGNATORY_ROW, &row, Layout::default());
        self.paragraph(styles::NOTE, &all.note, Layout::indented(&indent));
        let page = Layout { first: "<w:pageBreakBefore/>", ..Layout::default() };
        self.paragraph(styles::ATTACHMENT_LABEL, &all.attachment_label, page);
        let outline = Layout { outline: r#"<w:outlineLvl w:val="0"/>"#, ..Layout::default() };
        self.paragraph(styles::ATTACHMENT_TITLE, &all.attachment_title, outline);
        let align = all.imprint.align.clone();
        for ((id, first, indent), what) in
            imprint::style_properties(style).into_iter().zip([["", ""], ["抄送", " Copies"]])
        {
            let layout = Layout { first: &first, indent: &indent, outline: "" };
            self.paragraph(id, &beside(style, &all.imprint, what, &align), layout);
        }
        self.xml.push_str(&imprint::table_style(style));
        // Less than a page has over when all its lines are full.
        self.spacer(styles::ANCHOR, &all.imprint, ["定位", " Anchor"], Length::from_emu(6_350), "");
    }

    /// Lists, tables, pictures, footnotes and tables of contents.
    fn content(&mut self) {
        let style = self.style;
        let all = &style.paragraphs;
        let indent = indent(style);
        for (id, what) in [
            (styles::LIST_BULLET, ["项目列表", " List Bullet"]),
            (styles::LIST_NUMBER, ["编号列表", " List Number"]),
        ] {
            let align = all.body.align.clone();
            self.paragraph(id, &beside(style, &all.body, what, &align), Layout::indented(&indent));
        }
        self.paragraph(styles::TABLE_CAPTION, &all.table_caption, Layout::default());
        self.paragraph(styles::TABLE_HEAD, &all.table_head, Layout::default());
        self.paragraph(styles::TABLE_CELL, &all.table_cell, Layout::default());
        for (id, what, align) in [
            (styles::TABLE_CELL_CENTER, ["居中", " Centred"], "center"),
            (styles::TABLE_CELL_RIGHT, ["居右", " Right"], "right"),
        ] {
            self.paragraph(id, &beside(style, &all.table_cell, what, align), Layout::default());
        }
        // A line of fixed height would show a strip of the picture.
        let free = format!(
            r#"<w:spacing w:before="{}" w:after="{}" w:line="240" w:lineRule="auto"/>"#,
            all.image.space_before.twips(),
            all.image.space_after.twips()
        );
        self.paragraph(styles::IMAGE, &all.image, Layout { first: &free, ..Layout::default() });
        self.paragraph(styles::IMAGE_CAPTION, &all.image_caption, Layout::default());
        self.paragraph(styles::CONTENTS_TITLE, &all.contents_title, Layout::default());
        let tabs = format!(
            r#"<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{}"/></w:tabs>"#,
            style.text_width().twips()
        );
        for level in 1..=style.headings.len() {
            let hundredths = 200 * i64::try_from(level - 1).unwrap_or_default();
            let twips = all.contents.size.times(hundredths, 100).twips();
            let indent = format!(r#"<w:ind w:leftChars="{hundredths}" w:left="{twips}"/>"#);
            let layout = Layout { first: &tabs, indent: &indent, outline: "" };
            let align = all.contents.align.clone();
            self.paragraph(
                &format!("{}{level}", styles::CONTENTS),
                &beside(style, &all.contents, [&level.to_string(); 2], &align),
                layout,
            );
        }
        self.paragraph(styles::FOOTNOTE, &all.footnote, Layout::default());
        self.character(styles::NOTE_SIGN, &style.notes.name, r#"<w:vertAlign w:val="superscript"/>"#);
        let sides = &style.page_number;
        for (id, what, side) in [
            (styles::PAGE_NUMBER_TURNED, ["转页", " Turned"], &sides.odd),
            (styles::PAGE_NUMBER_TURNED_EVEN, ["转页双页", " Turned Even"], &sides.even),
        ] {
            self.paragraph(id, &beside(style, &all.page_number, what, side), Layout::default());
        }
        self.xml.push_str(&table::style_xml(style));
    }

    fn paragraph(&mut self, id: &str, paragraph: &ParagraphStyle, layout: Layout<'_>) {
        self.count += 1;
        let next =
            if id == styles::BODY { String::new() } else { format!(r#"<w:next w:val="{}"/>"#, styles::BODY) };
        let keep = if paragraph.keep_next { "<w:keepNext/>" } else { "" };
        let latin = paragraph.latin.as_ref().unwrap_or(&self.style.text.latin);
        let spacing = if layout.first.contains("<w:spacing") { String::new() } else { spacing(paragraph) };
        let _ = write!(
            self.xml,
            concat!(
                r#"{}<w:basedOn w:val="Normal"/>{}<w:uiPriority w:val="{}"/><w:qFormat/>"#,
                r#"<w:pPr>{}{}{}{}<w:jc w:val="{}"/>{}</w:pPr><w:rPr>{}{}{}</w:rPr></w:style>"#,
            ),
            styles::opening("paragraph", id, &paragraph.name),
            next,
            self.count,
            keep,
            layout.first,
            spacing,
            layout.indent,
            escaped(&paragraph.align),
            layout.outline,
            faces(&paragraph.face, latin),
            weight(paragraph.bold, paragraph.color.as_deref()),
            size(paragraph.size),
        );
    }

    /// A paragraph without words that is as high as it is to be.
    fn spacer(&mut self, id: &str, near: &ParagraphStyle, what: [&str; 2], height: Length, first: &str) {
        let height = height.max(SMALLEST_LINE);
        let style =
            ParagraphStyle { line: Some(height), keep_next: false, ..beside(self.style, near, what, "left") };
        self.paragraph(id, &style, Layout { first, ..Layout::default() });
    }

    fn character(&mut self, id: &str, name: &str, properties: &str) {
        self.count += 1;
        let _ = write!(
            self.xml,
            concat!(
                r#"{}<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="{}"/><w:qFormat/>"#,
                r#"<w:rPr>{}</w:rPr></w:style>"#,
            ),
            styles::opening("character", id, name),
            self.count,
            properties
        );
    }
}

/// A style like another, for a variety of it, which has a name in Chinese and in English.
fn beside(house: &HouseStyle, style: &ParagraphStyle, what: [&str; 2], align: &str) -> ParagraphStyle {
    let name = format!("{}{}", style.name, styles::in_language(house, what));
    ParagraphStyle { name, align: align.to_owned(), ..style.clone() }
}

/// The indent of body text.
pub fn indent(style: &HouseStyle) -> String {
    let text = &style.text;
    format!(r#"<w:ind w:firstLineChars="{}" w:firstLine="{}"/>"#, text.indent_hundredths, text.indent.twips())
}

fn spacing(paragraph: &ParagraphStyle) -> String {
    let mut attributes = String::new();
    for (name, space) in [("before", paragraph.space_before), ("after", paragraph.space_after)] {
        if space != Length::default() {
            let _ = write!(attributes, r#" w:{name}="{}""#, space.twips());
        }
    }
    if let Some(line) = paragraph.line {
        let _ = write!(attributes, r#" w:line="{}" w:lineRule="exact""#, line.twips());
    }
    if attributes.is_empty() { attributes } else { format!("<w:spacing{attributes}/>") }
}

fn weight(bold: bool, color: Option<&str>) -> String {
    let bold = if bold { "<w:b/>" } else { "" };
    let color = color.map(|color| format!(r#"<w:color w:val="{}"/>"#, escaped(color)));
    format!("{bold}{}", color.unwrap_or_default())
}

fn faces(face: &str, latin: &str) -> String {
    let (face, latin) = (escaped(face), escaped(latin));
    format!(r#"<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{face}" w:cs="{latin}"/>"#)
}

/// The size of type.
pub fn size(size: Length) -> String {
    let half_points = size.half_points();
    format!(r#"<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>"#)
}
