//! Approvals: a clinician's word for exactly one text. When the text changes, the word no longer counts.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::handout::{Handout, Review};
use super::texts;

/// The hash of all that a handout prints: SHA-256 over its texts, evidence labels and numbers in reading order, in
/// hexadecimal. Approvals themselves do not count.
#[must_use]
pub fn text_hash(handout: &Handout) -> String {
    let mut hash = Sha256::new();
    let mut add = |part: &str| {
        hash.update(part.as_bytes());
        hash.update([0]);
    };
    for text in texts::of_handout(handout) {
        add(&text.value);
    }
    for item in handout.all_items() {
        add(&item.evidence.as_ref().map_or_else(String::new, |evidence| format!("{:?}", evidence.value)));
    }
    for tier in handout.seek_care.tiers() {
        for number in tier.numbers.iter().flatten() {
            add(&format!("{:?}", number.value));
        }
    }
    hash.finalize().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The approvals of exactly this text.
#[must_use]
pub fn valid(handout: &Handout) -> Vec<&Review> {
    if handout.imprint.reviewed_by.is_empty() {
        return Vec::new();
    }
    let hash = text_hash(handout);
    handout.imprint.reviewed_by.iter().filter(|review| review.hash.value == hash).collect()
}
