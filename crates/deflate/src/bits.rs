//! Bits into bytes, the lowest first (RFC 1951, 3.1.1). It must not know what they mean.

/// A few bits: the lowest `count` of `bits`, the others zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bits {
    pub bits: u64,
    pub count: u32,
}

impl Bits {
    /// These, fewer than 64, and then those; of both the first 64.
    #[inline]
    pub fn then(self, next: Self) -> Self {
        Self { bits: self.bits | next.bits << self.count, count: self.count + next.count }
    }
}

/// Words that are gathered before they are appended.
pub const BUFFER: usize = 64;

/// Appends bits to bytes, through a buffer, since appending to a vector costs more than so few bits do.
pub struct Writer<'a> {
    out: &'a mut Vec<u8>,
    /// Whole words not yet appended.
    buffer: &'a mut [[u8; 8]; BUFFER],
    /// How many there are, fewer than fit.
    words: usize,
    word: u64,
    /// Bits of `word` in use, fewer than 64.
    filled: u32,
}

impl<'a> Writer<'a> {
    pub fn new(out: &'a mut Vec<u8>, buffer: &'a mut [[u8; 8]; BUFFER]) -> Self {
        Self { out, buffer, words: 0, word: 0, filled: 0 }
    }

    /// Appends 64 bits at most.
    #[inline]
    pub fn put(&mut self, Bits { bits, count }: Bits) {
        self.word |= bits << self.filled;
        let filled = self.filled + count;
        if filled < 64 {
            self.filled = filled;
            return;
        }
        self.put_whole();
        self.word = (bits >> 1) >> (63 - self.filled);
        self.filled = filled - 64;
    }

    /// Appends whole words.
    #[inline]
    pub fn put_words(&mut self, words: &[u64]) {
        let above = 63 - self.filled;
        for word in words {
            self.word |= word << self.filled;
            self.put_whole();
            self.word = (word >> 1) >> above;
        }
    }

    /// Appends `word`.
    #[inline]
    fn put_whole(&mut self) {
        self.buffer[self.words % BUFFER] = self.word.to_le_bytes();
        self.words += 1;
        if self.words == BUFFER {
            append(self.out, self.buffer);
            self.words = 0;
        }
    }

    /// Fills the last byte up with zeros.
    pub fn finish(self) {
        append(self.out, &self.buffer[..self.words]);
        let bytes = self.filled.div_ceil(8) as usize;
        self.out.extend_from_slice(&self.word.to_le_bytes()[..bytes]);
    }
}

/// Appends gathered words.
#[inline(never)]
fn append(out: &mut Vec<u8>, words: &[[u8; 8]]) {
    out.extend_from_slice(words.as_flattened());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_come_lowest_first_and_across_words() {
        let mut out = vec![7];
        let mut buffer = [[0; 8]; BUFFER];
        let mut writer = Writer::new(&mut out, &mut buffer);
        writer.put(Bits { bits: 0b101, count: 3 });
        writer.put_words(&[u64::MAX, 0]);
        writer.put(Bits { bits: u64::MAX >> 1, count: 63 });
        writer.put(Bits { bits: 1, count: 1 });
        writer.finish();
        let mut expected = vec![7, 0xFD];
        expected.extend([0xFF; 7]);
        expected.extend([7, 0, 0, 0, 0, 0, 0, 0]);
        expected.extend([0xF8, 255, 255, 255, 255, 255, 255, 255, 7]);
        assert_eq!(out, expected);
    }

    #[test]
    fn a_whole_word_at_the_beginning_leaves_nothing_over() {
        let mut out = Vec::new();
        let mut buffer = [[0; 8]; BUFFER];
        let mut writer = Writer::new(&mut out, &mut buffer);
        writer.put(Bits { bits: u64::MAX, count: 64 });
        writer.finish();
        assert_eq!(out, [255; 8]);
    }
}
