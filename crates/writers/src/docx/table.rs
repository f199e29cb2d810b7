//! Tables: fixed widths, a head that is printed again on every page, spans; a wide one on a page that is turned.

use std::fmt::Write;

use huibian_document::style::ParagraphStyle;
use huibian_document::table::{Align, Place, Table};
use huibian_document::{HouseStyle, Length, plain_text};
use huibian_docx::xml;
use huibian_layout::{fit, last_rows, padding, whole_rows};

use super::blocks::KEPT;
use super::body::Body;
use super::{head, section, styles};

/// A table; one that turns the page ends the section before it, unless that has turned the page as well. Its last rows stay with what
/// follows where `is_kept` says so.
pub fn write(body: &mut Body<'_>, table: &Table, was_turned: bool, is_kept: bool) {
    body.needs.styles = true;
    let turns = body.style.turns(table);
    if turns && !was_turned {
        section::end(body, section::SectionKind::Plain);
    }
    if !table.caption.is_empty() {
        body.paragraph(styles::TABLE_CAPTION, "", |body| body.inlines(&table.caption, None));
    }
    let width = room(body.style, turns);
    let fit = fit(table, body.style);
    let (widths, rules) = (&fit.widths, &body.style.paragraphs.table_cell);
    let is_small = fit.size < rules.size;
    let caption = plain_text(&table.caption);
    let described = if caption.is_empty() {
        String::new()
    } else {
        format!(r#"<w:tblCaption w:val="{}"/>"#, xml::escaped(&caption))
    };
    let _ = write!(
        body.xml,
        concat!(
            r#"<w:tbl><w:tblPr><w:tblStyle w:val="{}"/><w:tblW w:w="{}" w:type="dxa"/><w:tblLayout w:type="fixed"/>{}"#,
            r#"<w:tblLook w:val="0020" w:firstRow="{}" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" "#,
            r#"w:noHBand="1" w:noVBand="1"/>{}</w:tblPr><w:tblGrid>"#,
        ),
        styles::TABLE,
        width.twips(),
        if is_small { sides(padding(fit.size, body.style)) } else { String::new() },
        u8::from(table.head_rows() > 0),
        described
    );
    for width in widths {
        let _ = write!(body.xml, r#"<w:gridCol w:w="{width}"/>"#);
    }
    body.xml.push_str("</w:tblGrid>");
    let whole = whole_rows(table, &fit, body.style);
    // A head that is printed again on every page leaves room for what it is the head of.
    let is_repeated = whole.iter().take(table.head_rows()).all(|is_whole| *is_whole);
    let kept_rows = if is_kept { last_rows(table, &whole) } else { 0..0 };
    body.type_size = is_small.then_some(fit.size);
    for (index, places) in table.grid().iter().enumerate() {
        let is_head = index < table.head_rows();
        body.xml.push_str("<w:tr><w:trPr>");
        body.xml.push_str(if whole[index] { "<w:cantSplit/>" } else { "" });
        body.xml.push_str(if is_head && is_repeated { "<w:tblHeader/></w:trPr>" } else { "</w:trPr>" });
        for place in places {
            let kept = if kept_rows.contains(&index) { KEPT } else { "" };
            cell(body, table, place, widths, (is_head, kept));
        }
        body.xml.push_str("</w:tr>");
    }
    body.type_size = None;
    body.xml.push_str("</w:tbl>");
    if turns {
        section::end(body, section::SectionKind::Landscape);
    }
}

fn cell(
    body: &mut Body<'_>,
    table: &Table,
    place: &Place<'_>,
    widths: &[i64],
    (is_head, kept): (bool, &str),
) {
    let width: i64 = widths.iter().skip(place.column()).take(place.columns()).sum();
    let _ = write!(body.xml, r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>"#);
    if place.columns() > 1 {
        let _ = write!(body.xml, r#"<w:gridSpan w:val="{}"/>"#, place.columns());
    }
    match place {
        Place::Cell { cell, column } => {
            if cell.rows > 1 {
                body.xml.push_str(r#"<w:vMerge w:val="restart"/>"#);
            }
            body.xml.push_str(r#"<w:vAlign w:val="center"/></w:tcPr>"#);
            let id = match (is_head, table.align(cell, *column)) {
                (true, _) => styles::TABLE_HEAD,
                (false, Align::Left) => styles::TABLE_CELL,
                (false, Align::Center) => styles::TABLE_CELL_CENTER,
                (false, Align::Right) => styles::TABLE_CELL_RIGHT,
            };
            let line = line(
                body,
                if is_head { &body.style.paragraphs.table_head } else { &body.style.paragraphs.table_cell },
            );
            body.paragraph(id, &[kept, &line].concat(), |body| body.inlines(&cell.content, None));
        }
        Place::Continued { .. } => {
            body.xml.push_str(r#"<w:vMerge/><w:vAlign w:val="center"/></w:tcPr>"#);
            let line = line(body, &body.style.paragraphs.table_cell);
            body.paragraph(styles::TABLE_CELL, &[kept, &line].concat(), |_| {});
        }
    }
    body.xml.push_str("</w:tc>");
}

/// A line's height where type is smaller than its style says.
fn line(body: &Body<'_>, rules: &ParagraphStyle) -> String {
    let Some(size) = body.type_size else { return String::new() };
    let line = rules.line.unwrap_or(body.style.text.line);
    let line = line.times(size.emu(), body.style.paragraphs.table_cell.size.emu());
    format!(r#"<w:spacing w:line="{}" w:lineRule="exact"/>"#, line.twips())
}

fn sides(padding: Length) -> String {
    let side = padding.twips();
    format!(
        concat!(
            r#"<w:tblCellMar><w:left w:w="{0}" w:type="dxa"/><w:right w:w="{0}" w:type="dxa"/></w:tblCellMar>"#
        ),
        side
    )
}

/// How wide a table is: as the text, upright or turned.
fn room(style: &HouseStyle, turned: bool) -> Length {
    if turned { style.text_height() } else { style.text_width() }
}

/// The table style.
pub fn style_xml(style: &HouseStyle) -> String {
    let rules = &style.tables;
    let border = |side: &str, thickness: Length| {
        let eighths = head::eighths(thickness);
        if eighths == 0 {
            return String::new();
        }
        let color = xml::escaped(&rules.rule_color);
        format!(r#"<w:{side} w:val="single" w:sz="{eighths}" w:space="0" w:color="{color}"/>"#)
    };
    let mut borders = String::new();
    for side in ["top", "left", "bottom", "right"] {
        borders.push_str(&border(side, rules.rule));
    }
    for side in ["insideH", "insideV"] {
        borders.push_str(&border(side, rules.inner_rule));
    }
    let shading = if rules.head_fill.is_empty() {
        String::new()
    } else {
        format!(
            concat!(
                r#"<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="{}"/>"#,
                r#"</w:tcPr></w:tblStylePr>"#,
            ),
            xml::escaped(&rules.head_fill)
        )
    };
    let (side, above) = (rules.padding.twips(), rules.padding_above.twips());
    format!(
        concat!(
            r#"<w:style w:type="table" w:customStyle="1" w:styleId="{}"><w:name w:val="{}"/><w:uiPriority w:val="99"/>"#,
            r#"<w:tblPr><w:tblBorders>{}</w:tblBorders><w:tblCellMar><w:top w:w="{}" w:type="dxa"/>"#,
            r#"<w:left w:w="{}" w:type="dxa"/><w:bottom w:w="{}" w:type="dxa"/><w:right w:w="{}" w:type="dxa"/>"#,
            r#"</w:tblCellMar></w:tblPr>{}</w:style>"#,
        ),
        styles::TABLE,
        xml::escaped(&rules.name),
        borders,
        above,
        side,
        above,
        side,
        shading
    )
}
