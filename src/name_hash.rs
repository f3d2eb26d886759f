//! A hash for names that are stored: the standard library's may change with its version, and what is stored lives longer.

/// FNV-1a of 32 bits over the parts of a name.
#[derive(Debug, Clone, Copy)]
pub struct NameHash(u32);

impl Default for NameHash {
    fn default() -> NameHash {
        NameHash(0x811c_9dc5)
    }
}

impl NameHash {
    /// The hash of a name of one part.
    pub fn of(name: &str) -> u32 {
        let mut hash = NameHash::default();
        hash.add(name);
        hash.value()
    }

    pub fn add(&mut self, part: &str) {
        for byte in part.bytes().chain([0]) {
            self.0 = (self.0 ^ u32::from(byte)).wrapping_mul(0x0100_0193);
        }
    }

    pub fn add_all<'p>(&mut self, parts: impl IntoIterator<Item = &'p str>) {
        parts.into_iter().for_each(|part| self.add(part));
    }

    pub fn value(self) -> u32 {
        self.0
    }
}
