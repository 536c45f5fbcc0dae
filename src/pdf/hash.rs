//! Fingerprints of content, for names and identifiers that are the same whenever the content is.

use std::fmt;

/// FNV-1a over 128 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>): not a secret, only a fingerprint.
pub(super) struct Fnv(u128);

impl Fnv {
    /// The hash of nothing.
    pub(super) fn new() -> Self {
        Self(0x6c62_272e_07bb_0142_62b8_2175_6295_c58d)
    }

    /// Adds bytes.
    pub(super) fn add(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    }

    /// The fingerprint.
    pub(super) fn finish(&self) -> u128 {
        self.0
    }
}

impl fmt::Write for Fnv {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.add(text.as_bytes());
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::Fnv;

    #[test]
    fn agrees_with_the_published_vector() {
        let mut hash = Fnv::new();
        hash.add(b"a");
        assert_eq!(hash.finish(), 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
    }
}
