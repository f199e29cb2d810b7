//! Texts in the records of .xls: across continued records, in one byte a character or two, in the workbook's code page
//! where it is older.

use encoding_rs::Encoding;

use crate::binary::utf16;
use crate::limits::Unreadable;

/// A record's data with those that continue it.
pub(crate) struct Data<'d> {
    pieces: Vec<&'d [u8]>,
}

impl<'d> Data<'d> {
    /// The data of a record and of what continues it.
    pub fn new(pieces: Vec<&'d [u8]>) -> Self {
        Self { pieces: pieces.into_iter().rev().collect() }
    }

    /// Whether nothing is left.
    pub fn is_over(&mut self) -> bool {
        self.current().is_none()
    }

    fn current(&mut self) -> Option<&mut &'d [u8]> {
        while self.pieces.last().is_some_and(|piece| piece.is_empty()) {
            self.pieces.pop();
        }
        self.pieces.last_mut()
    }

    /// The next bytes, wherever they are.
    pub fn take(&mut self, mut count: usize) -> Result<Vec<u8>, Unreadable> {
        let mut taken = Vec::new();
        while count > 0 {
            let piece = self.current().ok_or_else(|| Unreadable::broken("record"))?;
            let here = count.min(piece.len());
            taken.extend_from_slice(&piece[..here]);
            *piece = &piece[here..];
            count -= here;
        }
        Ok(taken)
    }

    pub fn u8(&mut self) -> Result<u8, Unreadable> {
        Ok(self.take(1)?[0])
    }

    pub fn u16(&mut self) -> Result<u16, Unreadable> {
        let bytes = self.take(2)?;
        Ok(u16::from_le_bytes([bytes[0], bytes[1]]))
    }

    pub fn u32(&mut self) -> Result<u32, Unreadable> {
        let bytes = self.take(4)?;
        Ok(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }

    /// A text whose number of characters was read.
    pub fn characters(&mut self, count: usize) -> Result<String, Unreadable> {
        self.rich(count).map(|(text, _)| text)
    }

    /// The same with its runs: their first characters, and their fonts.
    pub fn rich(&mut self, count: usize) -> Result<(String, Vec<(usize, u16)>), Unreadable> {
        let flags = self.u8()?;
        let runs = if flags & 8 == 0 { 0 } else { usize::from(self.u16()?) * 4 };
        let extra =
            if flags & 4 == 0 { 0 } else { usize::try_from(self.u32()?).map_err(Unreadable::broken)? };
        let (mut left, mut is_wide) = (count, flags & 1 == 1);
        let mut text = Vec::new();
        while left > 0 {
            let piece = self.current().ok_or_else(|| Unreadable::broken("record"))?;
            let width = if is_wide { 2 } else { 1 };
            let here = left.min(piece.len() / width);
            if is_wide {
                text.extend_from_slice(&piece[..here * 2]);
            } else {
                // One byte is the lower half of a character, whatever the code page.
                text.extend(piece[..here].iter().flat_map(|byte| [*byte, 0]));
            }
            *piece = &piece[here * width..];
            left -= here;
            if left > 0 {
                if !piece.is_empty() {
                    return Err(Unreadable::broken("record"));
                }
                // What continues a text says anew how wide it is.
                is_wide = self.u8()? & 1 == 1;
            }
        }
        let runs = self.take(runs)?;
        let word = |run: &[u8], at: usize| u16::from_le_bytes([run[at], run[at + 1]]);
        let runs = runs.chunks_exact(4).map(|run| (usize::from(word(run, 0)), word(run, 2))).collect();
        self.take(extra)?;
        Ok((utf16(&text), runs))
    }
}

/// The encoding of a code page.
pub(crate) fn code_page(number: u16) -> &'static Encoding {
    match number {
        936 | 20936 | 10008 | 54936 => encoding_rs::GB18030,
        950 | 10002 => encoding_rs::BIG5,
        932 | 10001 => encoding_rs::SHIFT_JIS,
        949 | 10003 => encoding_rs::EUC_KR,
        65001 => encoding_rs::UTF_8,
        1200 => encoding_rs::UTF_16LE,
        _ => encoding_rs::WINDOWS_1252,
    }
}
