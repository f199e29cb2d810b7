//! 版记 at the bottom of the last page (GB/T 9704-2012, 7.4): a table that floats at the bottom of the text.

use std::borrow::Cow;
use std::fmt::Write;

use huibian_document::official::Imprint;
use huibian_document::{Document, HouseStyle};
use huibian_docx::xml;

use super::body::Body;
use super::{head, section, styles};
use huibian_layout::ends_turned;
use huibian_layout::pages::{self, Pen};

/// The imprint; the kind of the section that it ends. Footnotes stand at the bottom of the page as well, and would stand under
/// it. One that is higher than a page stands in the flow of the text and goes over as many as it needs.
pub fn write<'d>(
    body: &mut Body<'_>,
    imprint: &Imprint,
    has_notes: bool,
    document: impl FnOnce() -> Cow<'d, Document>,
) -> section::SectionKind {
    body.needs.styles = true;
    let style = body.style;
    let copies = style.words.copies(imprint);
    let printed = style.words.printed(imprint);
    let place = ImprintPlace::of(imprint, has_notes, style, document);
    let is_long = matches!(place, ImprintPlace::Pages(_));
    let kind = match place {
        ImprintPlace::Pages(pages) if style.imprint.even_page && pages % 2 == 0 => section::SectionKind::Odd,
        ImprintPlace::Pages(_) if style.imprint.even_page => section::SectionKind::Even,
        ImprintPlace::Back => section::SectionKind::Even,
        ImprintPlace::Leaf | ImprintPlace::BehindTurned { is_blank: true } => {
            section::SectionKind::Unnumbered
        }
        _ => section::SectionKind::Plain,
    };
    let is_behind_turned = matches!(place, ImprintPlace::BehindTurned { .. });
    if place != ImprintPlace::Text {
        // A turned page has ended with its table.
        if !is_behind_turned {
            section::end(body, section::SectionKind::Plain);
        }
        // LibreOffice loses the break of a section that begins with a table out of the flow.
        body.paragraph(styles::ANCHOR, "", |_| {});
    }
    let width = style.text_width().twips();
    // LibreOffice before 7.6 takes a table as wide as the text out of the flow only where the page is its anchor.
    let float = if is_long {
        String::new()
    } else {
        format!(
            r#"<w:tblpPr w:vertAnchor="margin" w:horzAnchor="page" w:tblpX="{}" w:tblpYSpec="bottom"/>"#,
            style.page.left.twips()
        )
    };
    let _ = write!(
        body.xml,
        concat!(
            r#"<w:tbl><w:tblPr><w:tblStyle w:val="{}"/>{}<w:tblW w:w="{}" w:type="dxa"/><w:tblLayout w:type="fixed"/>"#,
            r#"</w:tblPr><w:tblGrid><w:gridCol w:w="{}"/></w:tblGrid>"#,
        ),
        styles::IMPRINT_TABLE,
        float,
        width,
        width
    );
    // 7.4.2: 主送机关 stand above 抄送机关 without a rule between them.
    let names: Vec<String> = style.words.recipients_in_imprint(imprint).into_iter().chain(copies).collect();
    if !names.is_empty() {
        row(body, is_long, |body| {
            names.iter().for_each(|names| {
                body.paragraph(styles::IMPRINT_COPIES, "", |body| body.run(names, None));
            });
        });
    }
    row(body, false, |body| {
        body.paragraph(styles::IMPRINT, "", |body| {
            body.run(&imprint.printer, None);
            body.tab();
            body.run(&printed, None);
        });
    });
    // The table is held by the paragraph after it, which takes no room.
    body.xml.push_str("</w:tbl>");
    body.paragraph(styles::ANCHOR, "", |_| {});
    kind
}

/// Where an imprint stands. Where a document ends cannot be known before a program lays it out: on the back of a leaf is right in
/// any case, and with the text where there is room to spare on an even page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImprintPlace {
    /// At the foot of the page that the text ends on.
    Text,
    /// Alone on the back of the leaf that the text ends on.
    Back,
    /// Alone on a further leaf: the back that the text ends on has no room for it.
    Leaf,
    /// Alone on the next upright page behind one that is turned, and behind a blank one where that would be an odd one.
    BehindTurned {
        /// Whether there is a blank one, which has no number, nor has the imprint's (7.5).
        is_blank: bool,
    },
    /// On so many pages, which it has to itself.
    Pages(u32),
    /// Alone on the next page, since footnotes may stand at the foot of this one.
    BelowNotes,
}

impl ImprintPlace {
    /// That of a document's imprint, where it has one.
    pub fn in_document(document: &Document, style: &HouseStyle) -> Option<Self> {
        let imprint = document.meta.official.imprint.as_ref()?;
        // Of no account on an even page, which is set out line by line.
        let has_notes = !style.imprint.even_page && pages::has_notes(document);
        Some(Self::of(imprint, has_notes, style, || Cow::Borrowed(document)))
    }

    fn of<'d>(
        imprint: &Imprint,
        has_notes: bool,
        style: &HouseStyle,
        document: impl FnOnce() -> Cow<'d, Document>,
    ) -> Self {
        let lines = lines(imprint, style);
        // Its rules take a line of each page.
        let most = style.text_height().emu() / style.text.line.emu().max(1) - 1;
        let most = u32::try_from(most).unwrap_or(1).max(1);
        if lines > most {
            return Self::Pages(lines.div_ceil(most));
        }
        let document = document();
        if ends_turned(&document, style) {
            let is_blank = style.imprint.even_page && !Pen::after(&document, style).is_odd();
            return Self::BehindTurned { is_blank };
        }
        if !style.imprint.even_page {
            return if has_notes { Self::BelowNotes } else { Self::Text };
        }
        let (pen, spare) = (Pen::after(&document, style), style.imprint.spare_lines);
        if pen.is_odd() {
            Self::Back
        } else if pen.has_room(lines + spare) && !pen.may_end_with_notes(spare) {
            Self::Text
        } else {
            Self::Leaf
        }
    }
}

/// About how many lines an imprint takes.
fn lines(imprint: &Imprint, style: &HouseStyle) -> u32 {
    let printed = format!("{}　　{}", imprint.printer, style.words.printed(imprint));
    let names = [style.words.recipients_in_imprint(imprint), style.words.copies(imprint)];
    let names = names.iter().flatten().map(|names| lines_of(names, 300, style));
    lines_of(&printed, 0, style) + names.sum::<u32>()
}

fn row(body: &mut Body<'_>, may_split: bool, content: impl FnOnce(&mut Body<'_>)) {
    let width = body.style.text_width().twips();
    let rules = if may_split { "" } else { "<w:trPr><w:cantSplit/></w:trPr>" };
    let _ = write!(body.xml, r#"<w:tr>{rules}<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>"#);
    content(body);
    body.xml.push_str("</w:tc></w:tr>");
}

/// About how many lines words take that stand in by so much, in hundredths of a character, beside the insets.
fn lines_of(words: &str, hanging: i64, style: &HouseStyle) -> u32 {
    let size = style.paragraphs.imprint.size;
    let room = style.text_width() - size.times(style.imprint.inset_hundredths * 2 + hanging, 100);
    let widths = huibian_layout::Widths::new(size, &style.text);
    // Whole characters stand on a line.
    let character = widths.of("字").max(1);
    let room = (room.emu() / character * character).max(1);
    u32::try_from((widths.of(words) + room - 1) / room).unwrap_or(u32::MAX)
}

/// Whether it may stand behind a blank page, where neither has a number.
pub fn may_be_unnumbered(document: &Document, style: &HouseStyle) -> bool {
    style.imprint.even_page && document.meta.official.imprint.is_some()
}

/// The tabs and indents of its paragraph styles.
pub fn style_properties(style: &HouseStyle) -> [(&'static str, String, String); 2] {
    let rules = &style.imprint;
    let size = style.paragraphs.imprint.size;
    let inset = size.times(rules.inset_hundredths, 100);
    let ind = |hanging: i64| {
        format!(
            concat!(
                r#"<w:ind w:leftChars="{}" w:left="{}" w:rightChars="{}" w:right="{}" "#,
                r#"w:hangingChars="{}" w:hanging="{}"/>"#
            ),
            rules.inset_hundredths + hanging,
            size.times(rules.inset_hundredths + hanging, 100).twips(),
            rules.inset_hundredths,
            inset.twips(),
            hanging,
            size.times(hanging, 100).twips()
        )
    };
    let label = style.words.copies.fill(&[]);
    let label = label.trim_end_matches(['。', '.', ' ']);
    let widths = huibian_layout::Widths::new(size, &style.text);
    let end = (style.text_width() - inset).twips();
    let tabs = format!(r#"<w:tabs><w:tab w:val="right" w:pos="{end}"/></w:tabs>"#);
    [
        (styles::IMPRINT, tabs, ind(0)),
        (styles::IMPRINT_COPIES, String::new(), ind(widths.hundredths(widths.of(label)))),
    ]
}

/// Its table style: rules above, between and below.
pub fn table_style(style: &HouseStyle) -> String {
    let rule = |side: &str, thickness| {
        let eighths = head::eighths(thickness);
        format!(r#"<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="000000"/>"#)
    };
    let rules = &style.imprint;
    let borders =
        [rule("top", rules.rule), rule("bottom", rules.rule), rule("insideH", rules.inner_rule)].concat();
    format!(
        concat!(
            r#"<w:style w:type="table" w:customStyle="1" w:styleId="{}"><w:name w:val="{}"/><w:uiPriority w:val="99"/>"#,
            r#"<w:tblPr><w:tblBorders>{}</w:tblBorders><w:tblCellMar><w:left w:w="0" w:type="dxa"/>"#,
            r#"<w:right w:w="0" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>"#,
        ),
        styles::IMPRINT_TABLE,
        xml::escaped(&format!(
            "{}{}",
            style.paragraphs.imprint.name,
            styles::in_language(style, ["表", " Table"])
        )),
        borders
    )
}
