//! 版头: 份号, 密级, 紧急程度, 发文机关标志, 发文字号, 签发人 and the red rule (GB/T 9704-2012, 7.2).

use std::fmt::Write;

use huibian_document::official::{IssuerMark, Official, Serial};
use huibian_document::{HouseStyle, Length};
use huibian_docx::xml;

use super::body::Body;
use super::styles;
use huibian_layout::{LINES_ABOVE_MARK, mark_size, mark_space};

/// Whether how it is set depends on texts that are so: 发文机关标志 has a size, 签发人 have tabs.
pub fn depends(official: &Official, is_so: impl Fn(&str) -> bool) -> bool {
    official.mark.iter().flat_map(|mark| &mark.names).chain(&official.signers).any(|text| is_so(text))
}

/// Everything above the title.
pub fn write(body: &mut Body<'_>, official: &Official) {
    body.needs.styles = true;
    let style = body.style;
    let lines = [
        (styles::SERIAL, official.serial.map(Serial::digits)),
        (styles::SECRECY, official.secrecy.as_ref().map(|secrecy| style.words.secrecy(secrecy))),
        (styles::URGENCY, official.urgency.map(|urgency| urgency.name().to_owned())),
    ];
    let mut free = LINES_ABOVE_MARK;
    for (id, words) in lines {
        if let Some(words) = words {
            body.paragraph(id, "", |body| body.run(&words, None));
            free -= 1;
        }
    }
    let Some(mark) = &official.mark else {
        number(body, official);
        return body.blank(styles::BODY, style.head.title_blank_without_rule);
    };
    body.blank(styles::SERIAL, u32::try_from(free).unwrap_or_default());
    let size = mark_size(style, mark);
    // Smaller characters stand lower in their line.
    let (own, usual) = (mark_space(style, size), mark_space(style, style.paragraphs.mark.size));
    let space = if own == usual {
        String::new()
    } else {
        format!(r#"<w:spacing w:line="{}" w:lineRule="exact"/>"#, own.twips())
    };
    body.paragraph(styles::MARK_SPACE, &space, |_| {});
    issuers(body, mark, size);
    number(body, official);
    body.paragraph(styles::RED_RULE, "", |_| {});
    body.blank(styles::BODY, style.head.title_blank);
}

/// 发文机关标志. Joint issuers stand below one another, what follows their names beside them all.
fn issuers(body: &mut Body<'_>, mark: &IssuerMark, fitting: Length) {
    let style = body.style;
    let smaller = if fitting < style.paragraphs.mark.size {
        let half_points = fitting.emu() / 6_350;
        format!(r#"<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>"#)
    } else {
        String::new()
    };
    match mark.names.as_slice() {
        [name] => {
            let words = format!("{name}{}", mark.suffix);
            body.paragraph(styles::MARK, "", |body| body.run_with(&words, None, &smaller));
        }
        names if mark.suffix.is_empty() => {
            for name in names {
                body.paragraph(styles::MARK, "", |body| body.run_with(name, None, &smaller));
            }
        }
        names => {
            let suffix =
                fitting.times(i64::try_from(mark.suffix.chars().count()).unwrap_or(1) * 100 + 50, 100);
            let left = (style.text_width() - suffix).twips();
            let widths = [left, suffix.twips()];
            let _ = write!(
                body.xml,
                concat!(
                    r#"<w:tbl><w:tblPr><w:tblW w:w="{}" w:type="dxa"/><w:tblLayout w:type="fixed"/>"#,
                    r#"<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>"#,
                    r#"</w:tblPr><w:tblGrid><w:gridCol w:w="{}"/><w:gridCol w:w="{}"/></w:tblGrid>"#,
                ),
                widths[0] + widths[1],
                widths[0],
                widths[1]
            );
            for (index, name) in names.iter().enumerate() {
                let _ = write!(
                    body.xml,
                    r#"<w:tr><w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>"#,
                    widths[0]
                );
                body.paragraph(styles::MARK_JOINT, "", |body| body.run_with(name, None, &smaller));
                let merge = if index == 0 { r#"<w:vMerge w:val="restart"/>"# } else { "<w:vMerge/>" };
                let _ = write!(
                    body.xml,
                    r#"</w:tc><w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/>{merge}<w:vAlign w:val="center"/></w:tcPr>"#,
                    widths[1]
                );
                let words = if index == 0 { mark.suffix.as_str() } else { "" };
                body.paragraph(styles::MARK, "", |body| body.run_with(words, None, &smaller));
                body.xml.push_str("</w:tc></w:tr>");
            }
            body.xml.push_str("</w:tbl>");
        }
    }
}

/// 发文字号, and 签发人 in its line where the document goes upward.
fn number(body: &mut Body<'_>, official: &Official) {
    let style = body.style;
    let rules = &style.paragraphs.number;
    let number = official.number.as_ref().map(|number| style.words.number(number));
    if official.signers.is_empty() {
        if let Some(number) = number {
            body.spaced((styles::NUMBER, rules), "", |body| body.run(&number, None));
        } else if official.mark.is_some() {
            body.blank(styles::BODY, rules.blank_before);
        }
        return;
    }
    let a_line = style.head.signers_a_line.max(1);
    let names: Vec<String> = official.signers.chunks(a_line).map(|names| names.join("　")).collect();
    let tabs = signer_tabs(style, &names);
    body.blank(styles::BODY, rules.blank_before);
    for (index, line) in names.iter().enumerate() {
        let is_last = index + 1 == names.len();
        body.paragraph(styles::NUMBER_UPWARD, &tabs, |body| {
            if is_last {
                body.run(number.as_deref().unwrap_or_default(), None);
            }
            body.tab();
            if index == 0 {
                body.run(&style.words.signers, None);
            } else {
                body.tab();
            }
            body.run(line, Some(styles::SIGNER));
        });
    }
}

/// Stops for the label and for the names, so that the longest line of names ends where it should.
fn signer_tabs(style: &HouseStyle, names: &[String]) -> String {
    // One line ends at the stop that the paragraph style has.
    if names.len() == 1 {
        return String::new();
    }
    let size = style.paragraphs.signer.size;
    let widths = huibian_layout::Widths::new(size, &style.text);
    let longest = names.iter().map(|line| widths.of(line)).max().unwrap_or_default();
    let inset = size.times(style.head.number_inset_hundredths, 100);
    let names = style.text_width() - inset - Length::from_emu(longest);
    let label = names - Length::from_emu(widths.of(&style.words.signers));
    format!(
        r#"<w:tabs><w:tab w:val="clear" w:pos="{}"/><w:tab w:val="left" w:pos="{}"/><w:tab w:val="left" w:pos="{}"/></w:tabs>"#,
        (style.text_width() - inset).twips(),
        label.twips(),
        names.twips()
    )
}

/// The properties of the styles of the head that no other paragraph has.
pub fn style_properties(style: &HouseStyle) -> [(&'static str, String, String); 2] {
    let head = &style.head;
    let inset = style.paragraphs.number.size.times(head.number_inset_hundredths, 100);
    let upward = format!(
        r#"<w:tabs><w:tab w:val="right" w:pos="{}"/></w:tabs>"#,
        (style.text_width() - inset).twips()
    );
    let indent =
        format!(r#"<w:ind w:leftChars="{}" w:left="{}"/>"#, head.number_inset_hundredths, inset.twips());
    let rule = format!(
        r#"<w:pBdr><w:bottom w:val="single" w:sz="{}" w:space="0" w:color="{}"/></w:pBdr>"#,
        eighths(head.rule),
        xml::escaped(&head.rule_color)
    );
    [(styles::NUMBER_UPWARD, upward, indent), (styles::RED_RULE, rule, String::new())]
}

/// A rule's thickness in eighths of a point, of which there are 2 to 96 (ECMA-376-1, 17.3.4).
pub fn eighths(thickness: Length) -> i64 {
    if thickness <= Length::default() { 0 } else { thickness.times(8, 12_700).emu().clamp(2, 96) }
}
