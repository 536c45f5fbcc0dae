//! Ids of the parts of a pack: stages, tiers, contacts, roles, signs.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

/// The most bytes an id has.
pub const LONGEST: usize = 31;

/// An id: 1 to [`LONGEST`] bytes of small letters, digits, `-` and `_`, the first of them a letter. It is copied like a number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// The text, followed by zeros.
    bytes: [u8; LONGEST],
    length: u8,
}

/// Why a text is not an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAKey;

impl Key {
    /// The id that `text` is.
    ///
    /// # Errors
    /// When it is empty, too long or has other characters.
    pub fn new(text: &str) -> Result<Self, NotAKey> {
        let is_allowed = |byte: &u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || matches!(byte, b'-' | b'_');
        let starts_well = text.as_bytes().first().is_some_and(u8::is_ascii_lowercase);
        if !starts_well || text.len() > LONGEST || !text.as_bytes().iter().all(is_allowed) {
            return Err(NotAKey);
        }
        let mut bytes = [0; LONGEST];
        bytes[..text.len()].copy_from_slice(text.as_bytes());
        Ok(Self { bytes, length: u8::try_from(text.len()).map_err(|_| NotAKey)? })
    }

    /// The id that `text` is; not an id when it has other characters than ids may have.
    ///
    /// # Panics
    /// When it is longer than [`LONGEST`]; in a constant, that is found when the program is compiled.
    #[must_use]
    pub const fn literal(text: &'static str) -> Self {
        assert!(text.len() <= LONGEST, "an id is short");
        let (from, mut bytes, mut at, mut length) = (text.as_bytes(), [0; LONGEST], 0, 0);
        while at < from.len() {
            bytes[at] = from[at];
            at += 1;
            length += 1;
        }
        Self { bytes, length }
    }

    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..usize::from(self.length)]).unwrap_or_default()
    }
}

impl fmt::Display for NotAKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an id has 1 to {LONGEST} small letters, digits, `-` and `_`, and starts with a letter")
    }
}

impl std::error::Error for NotAKey {}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl AsRef<str> for Key {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<str> for Key {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Key {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl<'de> Deserialize<'de> for Key {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<str>::deserialize(deserializer)?;
        Self::new(&text).map_err(de::Error::custom)
    }
}

impl Serialize for Key {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl JsonSchema for Key {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Key".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "pattern": super::KEY_PATTERN })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_keeps_its_text() {
        for text in ["a", "first-trimester", "same_day", "obstetric-physiotherapist", &"a".repeat(31)] {
            assert_eq!(Key::new(text).map(|key| key.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "A", "1st", "-a", "a b", "é", &"a".repeat(32)] {
            assert_eq!(Key::new(text), Err(NotAKey), "{text}");
        }
    }

    #[test]
    fn ids_sort_as_their_texts_do() {
        let key = |text| Key::new(text).expect("an id");
        assert!(key("a") < key("ab") && key("ab") < key("b"));
        assert_ne!(key("a"), key("ab"));
    }
}
