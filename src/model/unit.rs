//! A text that can be translated, and which text a translation was made from.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization as _;

use super::Located;
use super::schema::shorthand_text;

/// A printed text of a pack: the text alone, or a map with `text` and `of`.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
#[schemars(transform = shorthand_text)]
pub struct Unit {
    /// What is printed.
    pub text: Located<String>,
    /// For a translation: the hash of the text that it was made from, as `handout check` tells it.
    #[serde(skip_serializing)]
    pub of: Option<Located<String>>,
}

impl Unit {
    /// Whether it says that it was made from another text than `source`.
    #[must_use]
    pub fn is_stale(&self, source: &str) -> bool {
        self.of.as_ref().is_some_and(|of| of.value != source_hash(source))
    }
}

/// The hash by which a translation names the text it was made from: the first 8 hex digits of the SHA-256 of the text in
/// Unicode's composed form (NFC).
#[must_use]
pub fn source_hash(text: &str) -> String {
    let composed: String = text.nfc().collect();
    Sha256::digest(composed.as_bytes()).iter().take(4).map(|byte| format!("{byte:02x}")).collect()
}
