//! Numbers and texts packed bit by bit, the highest bit of a byte first.

/// Bits of a group of a number; one more tells whether another follows.
const GROUP: u32 = 4;
/// A text is no longer than this many bits can tell, in bytes.
const TEXT_LENGTH: u32 = 5;

#[derive(Default)]
pub(super) struct Writer {
    bytes: Vec<u8>,
    bits: usize,
}

impl Writer {
    /// The lowest `count` bits of a number.
    pub fn number(&mut self, number: u64, count: u32) {
        for place in (0..count).rev() {
            if self.bits.is_multiple_of(8) {
                self.bytes.push(0);
            }
            if let Some(last) = self.bytes.last_mut() {
                *last |= u8::from(number >> place & 1 == 1) << (7 - self.bits % 8);
            }
            self.bits += 1;
        }
    }

    /// A number of any size, the lowest group first; the smaller the shorter.
    pub fn groups(&mut self, mut number: u64) {
        loop {
            let more = number >> GROUP != 0;
            self.number(u64::from(more), 1);
            self.number(number, GROUP);
            number >>= GROUP;
            if !more {
                return;
            }
        }
    }

    /// A text that is longer than its length can tell is written all the same, so that the room it needs is known.
    pub fn text(&mut self, text: &str) {
        self.number(text.len() as u64, TEXT_LENGTH);
        text.bytes().for_each(|byte| self.number(u64::from(byte), 8));
    }

    /// How many bits the last byte has left.
    pub fn left(&self) -> u32 {
        (8 - self.bits as u32 % 8) % 8
    }

    pub fn len(&self) -> usize {
        self.bytes.len()
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.bytes
    }
}

/// Everything that is read is none where too little is left.
pub(super) struct Reader<'b> {
    bytes: &'b [u8],
    bits: usize,
}

impl<'b> Reader<'b> {
    pub fn new(bytes: &'b [u8]) -> Reader<'b> {
        Reader { bytes, bits: 0 }
    }

    pub fn left(&self) -> usize {
        self.bytes.len() * 8 - self.bits
    }

    pub fn number(&mut self, count: u32) -> Option<u64> {
        (0..count).try_fold(0, |number, _| {
            let byte = *self.bytes.get(self.bits / 8)?;
            let bit = byte >> (7 - self.bits % 8) & 1;
            self.bits += 1;
            Some(number << 1 | u64::from(bit))
        })
    }

    pub fn groups(&mut self) -> Option<u64> {
        let (mut number, mut shift) = (0_u64, 0);
        loop {
            let more = self.number(1)? == 1;
            let group = self.number(GROUP)?;
            // What does not fit into 64 bits was not written here.
            number |= group.checked_shl(shift).filter(|shifted| shifted >> shift == group)?;
            shift += GROUP;
            if !more {
                return Some(number);
            }
        }
    }

    pub fn text(&mut self) -> Option<String> {
        let length = self.number(TEXT_LENGTH)?;
        let bytes: Option<Vec<u8>> = (0..length).map(|_| u8::try_from(self.number(8)?).ok()).collect();
        String::from_utf8(bytes?).ok()
    }

    /// Whether nothing but zeros is left.
    pub fn ends(mut self) -> bool {
        (0..self.left()).all(|_| self.number(1) == Some(0))
    }
}
