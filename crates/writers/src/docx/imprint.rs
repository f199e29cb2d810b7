//! 版记 at the bottom of the last page (GB/T 9704-2012, 7.4): a frame that its styles hold to the bottom of the text.

use huibian_document::official::Imprint;
use huibian_document::{Document, HouseStyle};

use super::body::Body;
use super::estimate::Pen;
use super::{head, section, styles};

/// The imprint; whether it is in a section of its own, which begins on an even page.
pub fn write(body: &mut Body<'_>, imprint: &Imprint, document: &Document) -> bool {
    body.needs.styles = true;
    let style = body.style;
    let copies = style.words.copies(imprint);
    let lines = 1 + copies.as_ref().map_or(0, |copies| lines_of(copies, style));
    // Where the document ends cannot be known before a program lays it out. A section that begins on an even page is right
    // in any case; it is done without where there is room to spare on an even page.
    let own = style.imprint.even_page && {
        let pen = Pen::after(document, style);
        !pen.has_room(lines + style.imprint.spare_lines) || pen.is_odd()
    };
    if own {
        section::end(body, section::Kind::Plain);
    }
    body.paragraph(styles::IMPRINT_RULE, "", |_| {});
    if let Some(copies) = copies {
        body.paragraph(styles::IMPRINT_COPIES, "", |body| body.run(&copies, None));
        body.paragraph(styles::IMPRINT_INNER_RULE, "", |_| {});
    }
    body.paragraph(styles::IMPRINT, "", |body| {
        body.run(&imprint.printer, None);
        body.tab();
        body.run(&style.words.printed(imprint), None);
    });
    body.paragraph(styles::IMPRINT_RULE, "", |_| {});
    // The frame is held by the paragraph after it, which takes no room.
    body.paragraph(styles::ANCHOR, "", |_| {});
    own
}

fn lines_of(copies: &str, style: &HouseStyle) -> u32 {
    let size = style.paragraphs.imprint.size;
    let room = style.text_width() - size.times(style.imprint.inset_hundredths * 2 + 300, 100);
    let width = crate::layout::Widths::new(size, &style.text).of(copies);
    u32::try_from((width + room.emu() - 1) / room.emu().max(1)).unwrap_or(u32::MAX)
}

/// The properties of its styles: frame, tabs and rules, and indents.
pub fn style_properties(style: &HouseStyle) -> [(&'static str, String, String); 4] {
    let rules = &style.imprint;
    let width = style.text_width();
    let size = style.paragraphs.imprint.size;
    let inset = size.times(rules.inset_hundredths, 100);
    let frame = format!(
        r#"<w:framePr w:w="{}" w:wrap="notBeside" w:vAnchor="margin" w:hAnchor="margin" w:xAlign="left" w:yAlign="bottom"/>"#,
        width.twips()
    );
    let rule = |thickness| {
        format!(
            r#"{frame}<w:pBdr><w:bottom w:val="single" w:sz="{}" w:space="0" w:color="000000"/></w:pBdr>"#,
            head::eighths(thickness)
        )
    };
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
    let widths = crate::layout::Widths::new(size, &style.text);
    let tabs =
        format!(r#"{frame}<w:tabs><w:tab w:val="right" w:pos="{}"/></w:tabs>"#, (width - inset).twips());
    [
        (styles::IMPRINT, tabs, ind(0)),
        (styles::IMPRINT_COPIES, frame.clone(), ind(widths.hundredths(widths.of(label)))),
        (styles::IMPRINT_RULE, rule(rules.rule), String::new()),
        (styles::IMPRINT_INNER_RULE, rule(rules.inner_rule), String::new()),
    ]
}
