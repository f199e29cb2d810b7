//! What a cell's style says of its number.

use crate::book::{Appearance, Cell};
use crate::format::{Format, Meaning};
use crate::serial::SINCE_1904;

/// A style as a workbook gives it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Style {
    /// The number of its format.
    pub number: u32,
    /// The number of its font.
    pub font: u32,
    /// How many steps its texts are indented.
    pub indent: u8,
}

/// Looks by the cells' style numbers.
#[derive(Debug, Default)]
pub(crate) struct Styles {
    /// By format number, the codes that the workbook itself gives.
    codes: Vec<(u32, String)>,
    /// By font number, whether it strikes out.
    fonts: Vec<bool>,
    /// By style number, whether its cells are struck out.
    struck: Vec<bool>,
    /// By style number, how far its texts are indented.
    indents: Vec<u8>,
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

    /// Notes the next style.
    pub fn style(&mut self, style: Style) {
        self.struck.push(self.is_striking(style.font));
        self.indents.push(style.indent);
        let own = self.codes.iter().find(|(known, _)| *known == style.number);
        let format = Format::parse(own.map_or_else(|| built_in(style.number), |(_, code)| code));
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
            Meaning::Day => {
                let serial = if self.is_1904 { value + SINCE_1904 } else { value };
                Cell::Day(serial, appearance.clone())
            }
            Meaning::Duration => Cell::Iso(format!("{value} d").into()),
        }
    }

    /// A text in a style; nothing where there is nothing to see.
    pub fn text(&self, text: String, style: usize) -> Option<Cell> {
        let shown = self.appearance(style).and_then(|(format, _)| format.text(&text));
        let text = shown.unwrap_or(text);
        let indent = self.indents.get(style).copied().unwrap_or(0);
        (!text.trim().is_empty()).then(|| Cell::Text(indented(text, indent).into()))
    }
}

/// A text as far from the edge as its style puts it: a person sees no difference to spaces.
pub(crate) fn indented(text: String, indent: u8) -> String {
    const FARTHEST: u8 = 15;
    if indent == 0 { text } else { " ".repeat(2 * usize::from(indent.min(FARTHEST))) + &text }
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
        14 => "yyyy/m/d",
        15 => "d-mmm-yy",
        16 => "d-mmm",
        17 => "mmm-yy",
        18 => "h:mm AM/PM",
        19 => "h:mm:ss AM/PM",
        20 => "h:mm",
        21 => "h:mm:ss",
        22 => "yyyy/m/d h:mm",
        27 | 36 | 50 | 52 | 57 => "yyyy\"年\"m\"月\"",
        28 | 29 | 51 | 53 | 54 | 58 => "m\"月\"d\"日\"",
        30 => "m/d/yy",
        31 => "yyyy\"年\"m\"月\"d\"日\"",
        32 => "h\"时\"mm\"分\"",
        33 => "h\"时\"mm\"分\"ss\"秒\"",
        34 | 55 => "上午/下午h\"时\"mm\"分\"",
        35 | 56 => "上午/下午h\"时\"mm\"分\"ss\"秒\"",
        45 | 47 => "mm:ss",
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
