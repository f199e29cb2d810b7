//! Random edits of an input, the same ones on every machine.

/// A row of edits.
pub struct Edits(u64);

impl Edits {
    /// The row of a seed.
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `end`, or 0: Steele and Vigna's mixer.
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        usize::try_from(mixed % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    /// A text with one to four edits: a byte changed, a piece left out, doubled, or put elsewhere.
    pub fn edited(&mut self, input: &[u8]) -> Vec<u8> {
        let mut bytes = input.to_vec();
        for _ in 0..=self.below(4) {
            let start = self.below(bytes.len());
            let piece = start..(start + self.below(24)).min(bytes.len());
            match self.below(4) {
                0 if start < bytes.len() => bytes[start] = u8::try_from(self.below(256)).unwrap(),
                1 => drop(bytes.drain(piece)),
                2 => {
                    let copy = bytes[piece].to_vec();
                    let to = self.below(bytes.len());
                    bytes.splice(to..to, copy);
                }
                _ => {
                    let moved: Vec<u8> = bytes.drain(piece).collect();
                    let to = self.below(bytes.len());
                    bytes.splice(to..to, moved);
                }
            }
        }
        bytes
    }
}
