//! How the form's cells look.

use huibian_contract::FieldType;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

/// The form's formats.
pub struct Style {
    /// The line above the table.
    pub title: Format,
    /// A header.
    pub head: Format,
    /// A header of what must be filled in.
    pub required: Format,
    /// The hidden row of keys.
    pub key: Format,
    /// What the period before came to.
    pub previous: Format,
    /// The header of that.
    pub previous_head: Format,
    text: Format,
    whole: Format,
    decimal: Format,
    date: Format,
    choice: Format,
}

impl Style {
    /// The formats, made once.
    pub fn new() -> Self {
        let cell = || Format::new().set_align(FormatAlign::VerticalCenter).set_text_wrap();
        let head = cell()
            .set_bold()
            .set_align(FormatAlign::Center)
            .set_border(FormatBorder::Thin)
            .set_background_color(Color::RGB(0x00E8_EEF4));
        Self {
            title: Format::new().set_bold().set_font_size(14),
            required: head.clone().set_background_color(Color::RGB(0x00FF_F2CC)),
            previous: cell().set_font_color(Color::Gray).set_background_color(Color::RGB(0x00F7_F7F7)),
            previous_head: head
                .clone()
                .set_font_color(Color::Gray)
                .set_background_color(Color::RGB(0x00F2_F2F2)),
            head,
            key: Format::new().set_font_color(Color::Gray),
            // A text that begins with = stays a text in a cell that is formatted so.
            text: cell().set_num_format("@"),
            whole: cell().set_num_format("0"),
            decimal: cell(),
            date: cell().set_num_format("yyyy-mm-dd"),
            choice: cell().set_align(FormatAlign::Center),
        }
    }

    /// The format of a field's cells.
    pub fn of(&self, kind: FieldType) -> &Format {
        match kind {
            FieldType::Text | FieldType::Texts | FieldType::Ledger => &self.text,
            FieldType::Integer => &self.whole,
            FieldType::Decimal => &self.decimal,
            FieldType::Date => &self.date,
            FieldType::Boolean => &self.choice,
        }
    }
}
