//! How high pictures may be: with what stands above one and stays with it, it has room on a page.

use huibian_document::{Block, HouseStyle, Image};

/// Lines of each heading, and of an attachment's title, for which room is left.
const LINES: i64 = 2;
/// Lines below a picture, for its caption.
const BELOW: i64 = 3;

/// What stands right above a block and stays with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Above {
    headings: i64,
    has_title: bool,
}

impl Above {
    /// An attachment's label and title.
    pub fn title() -> Self {
        Self { headings: 0, has_title: true }
    }

    /// What stands above the block that follows this one.
    #[must_use]
    pub fn and(self, block: &Block) -> Self {
        match block {
            Block::Heading(_) => Self { headings: self.headings + 1, ..self },
            _ => Self::default(),
        }
    }

    /// A picture that has room below it: made lower where it is too high.
    pub fn fit(self, image: &Image, style: &HouseStyle) -> Image {
        let line = style.text.line;
        let mut room = style.text_height() - line.times(BELOW + LINES * self.headings, 1);
        if self.has_title {
            let (label, title) = (&style.paragraphs.attachment_label, &style.paragraphs.attachment_title);
            let blanks = label.blank_before + label.blank_after + title.blank_before + title.blank_after;
            room = room - line.times(i64::from(blanks) + 1, 1) - title.line.unwrap_or(line).times(LINES, 1);
        }
        // Below more than that it has a page to itself.
        if image.height <= room || room < style.text_height().times(1, 4) {
            return image.clone();
        }
        image.clone().at_most(image.width.times(room.emu(), image.height.emu()))
    }
}
