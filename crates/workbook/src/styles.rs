//! What a cell's style says of its number.

use crate::book::{Appearance, Cell};
use crate::format::{Format, Meaning};
use crate::serial::SINCE_1904;

/// Looks by the cells' style numbers.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    /// By format number, the codes that the workbook itself gives.
    codes: Vec<(u32, String)>,
    /// By font number, whether it strikes out.
    fonts: Vec<bool>,
    /// By style number, whether its cells are struck out.
    struck: Vec<bool>,
    /// By style number; none where cells are shown as they are.
    appearances: Vec<Option<(Format, Appearance)>>,
    /// Whether serial days count from 1904.
    pub is_1904: bool,
}

impl Styles {
    /// Notes a format's code.
    pub fn code(&mut self, number: u32, code: String) {
        self.codes.push((number, code));
    }

    /// Notes the next font.
    pub fn font(&mut self, is_struck: bool) {
        self.fonts.push(is_struck);
    }

    /// Notes that the last font strikes out.
    pub fn strike(&mut self) {
        if let Some(font) = self.fonts.last_mut() {
            *font = true;
        }
    }

    /// Whether a font strikes out.
    pub fn is_striking(&self, font: u32) -> bool {
        let font = usize::try_from(font).unwrap_or(usize::MAX);
        self.fonts.get(font).copied().unwrap_or(false)
    }

    /// Whether cells of a style are struck out.
    pub fn is_struck(&self, style: usize) -> bool {
        self.struck.get(style).copied().unwrap_or(false)
    }

    /// Notes the next style, by its format's number and its font's.
    pub fn style(&mut self, number: u32, font: u32) {
        self.struck.push(self.is_striking(font));
        let own = self.codes.iter().find(|(known, _)| *known == number);
        let format = Format::parse(own.map_or_else(|| built_in(number), |(_, code)| code));
        self.appearances.push((!format.is_plain()).then(|| (format.clone(), Appearance::by(format))));
    }

    fn appearance(&self, style: usize) -> Option<&(Format, Appearance)> {
        self.appearances.get(style)?.as_ref()
    }

    /// A number in a style.
    pub fn number(&self, value: f64, style: usize) -> Cell {
        let Some((format, appearance)) = self.appearance(style) else { return Cell::Number(value) };
        match format.meaning(value) {
            Meaning::Plain => Cell::Number(value),
            Meaning::Formatted => Cell::Formatted(value, appearance.clone()),
            Meaning::Day => Cell::Day(if self.is_1904 { value + SINCE_1904 } else { value }),
            Meaning::Duration => Cell::Iso(format!("{value} d").into()),
        }
    }

    /// A text in a style; nothing where there is nothing to see.
    pub fn text(&self, text: String, style: usize) -> Option<Cell> {
        let shown = self.appearance(style).and_then(|(format, _)| format.text(&text));
        let text = shown.unwrap_or(text);
        (!text.trim().is_empty()).then(|| Cell::Text(text.into()))
    }
}

/// The code of a format that every workbook has, as Chinese programs show it.
fn built_in(number: u32) -> &'static str {
    match number {
        1 => "0",
        2 => "0.00",
        3 => "#,##0",
        4 => "#,##0.00",
        5..=8 => "\"¥\"#,##0.00;\"¥\"\\-#,##0.00",
        9 => "0%",
        10 => "0.00%",
        11 => "0.00E+00",
        12 => "# ?/?",
        13 => "# ??/??",
        14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 => "yyyy/m/d",
        18..=21 | 32..=35 | 45 | 47 | 55 | 56 => "h:mm:ss",
        37 | 38 => "#,##0;\\-#,##0",
        39 | 40 => "#,##0.00;\\-#,##0.00",
        41 => "_ * #,##0_ ;_ * \\-#,##0_ ;_ * \"-\"_ ;_ @_ ",
        42 => "_ \"¥\"* #,##0_ ;_ \"¥\"* \\-#,##0_ ;_ \"¥\"* \"-\"_ ;_ @_ ",
        43 => "_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ",
        44 => "_ \"¥\"* #,##0.00_ ;_ \"¥\"* \\-#,##0.00_ ;_ \"¥\"* \"-\"??_ ;_ @_ ",
        46 => "[h]:mm:ss",
        48 => "##0.0E+0",
        49 => "@",
        _ => "General",
    }
}
