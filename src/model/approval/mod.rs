//! Approvals: a clinician's word for exactly one text. When the text changes, the word no longer counts.
//!
//! In come a handout with its `reviewed_by`, what it draws on ([`Basis`]) and which roles the clinic asks for
//! ([`Policy`]); out goes how its approvals stand ([`Standing`]). An approval counts when its hash is that of the text as
//! it is now; one person counts for one role. What a leaflet prints of its topic is approved once, for all leaflets in a
//! language: a leaflet is a draft until both are approved.

mod role;
mod text;

use std::collections::BTreeMap;
use std::fmt::Write as _;

use schemars::JsonSchema;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization as _;

use super::Located;
use super::brand::Brand;
use super::exercise::Library;
use super::handout::Handout;
use super::patterns::primary_language;
use super::picture::Scenes;

pub use role::{ROLES, Role, RoleEntry};
use text::with_first_line;
pub use text::{changes, of_topic_file, text};

/// The version of [`text`], which stands before every hash. It grows when the same handout gives another text than
/// before: approvals with an older version have lapsed, since nobody can tell what they did not cover.
pub const VERSION: &str = "v2:";

/// What a handout's texts draw on besides the handout.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// The exercises.
    pub exercises: &'a Library,
    /// Pictures that belong to no exercise.
    pub scenes: &'a Scenes,
    /// What is printed of the topic, as [`of_topic_file`] gives it, by language without its country.
    pub topic: &'a BTreeMap<String, String>,
    /// The approvals of that.
    pub topic_reviews: &'a TopicReviews,
}

impl<'a> Basis<'a> {
    /// The text of the topic that is approved for a language, with its first line; `None` where nothing is printed of it.
    #[must_use]
    pub fn topic_text(self, tag: &str) -> Option<String> {
        self.topic.get(&primary_language(tag)).map(|lines| with_first_line(lines))
    }

    /// The approvals of the topic's texts in a language.
    #[must_use]
    pub fn topic_reviews(self, tag: &str) -> &'a [Review] {
        self.topic_reviews.0.get(&primary_language(tag)).map_or(&[], Vec::as_slice)
    }
}

/// `topics/NAME/approval.yaml` of a clinic: the approvals of what is printed of a topic, by language without its country.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct TopicReviews(pub BTreeMap<String, Vec<Review>>);

/// What a clinic has settled and recorded about approvals, besides what stands in its handouts.
#[derive(Clone, Debug, Default)]
pub struct Approved {
    /// Texts that were approved once, by their hash: what a changed text is compared with.
    pub texts: BTreeMap<String, String>,
    /// The roles that `handouts/approval.yaml` asks for; they go before the brand's.
    pub policy: Option<Policy>,
    /// The approvals of what is printed of the topic.
    pub topic: TopicReviews,
}

/// The roles that must each approve a leaflet.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    /// The roles that must approve each leaflet. They go before those of the brand.
    #[schemars(length(min = 1))]
    approval: Vec<Located<Role>>,
}

/// A clinician's approval.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// The clinician's name.
    #[schemars(example = &"Jane Doe")]
    pub name: Located<String>,
    /// The clinician's role, from the list of roles.
    #[schemars(example = &"midwife")]
    pub role: Located<Role>,
    /// The day of approval.
    #[schemars(with = "String", regex(pattern = super::DATE_PATTERN))]
    #[schemars(example = &"2026-11-20")]
    pub date: Located<String>,
    /// Version and hash of the text that was read, as `handout approve` writes it; an approval of any other text is void.
    pub hash: Located<String>,
}

/// How a handout's approvals stand.
#[derive(Clone, Debug)]
pub struct Standing<'a> {
    /// Approvals of exactly this text, one a person.
    pub valid: Vec<&'a Review>,
    /// Approvals of exactly this text by somebody who has approved it in another role before: they do not count.
    pub again: Vec<&'a Review>,
    /// Approvals of another text.
    pub lapsed: Vec<&'a Review>,
    /// Roles whose valid approval is missing.
    pub missing: Vec<Role>,
    /// Roles whose valid approval of the topic's texts is missing.
    pub topic_missing: Vec<Role>,
    /// What is printed, and is no part of the text that was approved: on a patient's own sheet alone.
    pub beyond: Beyond,
}

/// What a patient's own sheet prints that is no part of its handout's approved text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beyond {
    /// Ids of exercises that the handout does not name.
    pub exercises: Vec<String>,
}

impl Standing<'_> {
    /// Whether what is printed is a draft still: an approval that it needs is missing, or does not cover all of it.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        !self.missing.is_empty() || !self.topic_missing.is_empty() || self.beyond != Beyond::default()
    }
}

impl Approved {
    /// The roles that must approve: the clinic's, or else the brand's, or else the usual ones.
    #[must_use]
    pub fn roles(&self, brand: &Brand) -> Vec<Role> {
        let of_clinic = self.policy.as_ref().map(|policy| policy.approval.as_slice());
        let asked = of_clinic.or(brand.approval.as_deref()).filter(|roles| !roles.is_empty());
        let mut roles: Vec<Role> = Vec::new();
        match asked {
            Some(asked) => asked.iter().map(|role| role.value).for_each(|role| {
                if !roles.contains(&role) {
                    roles.push(role);
                }
            }),
            None => roles.extend(Role::USUAL),
        }
        roles
    }
}

/// How the approvals of `handout` stand, when `roles` must approve.
#[must_use]
pub fn standing<'a>(handout: &'a Handout, basis: Basis<'_>, roles: &[Role]) -> Standing<'a> {
    let reviews = &handout.imprint.reviewed_by;
    let hash = if reviews.is_empty() { String::new() } else { text_hash(handout, basis) };
    Standing {
        topic_missing: topic_standing(&handout.language.value, basis, roles).missing,
        ..of(reviews, &hash, roles)
    }
}

/// How the approvals of what is printed of the topic in a language stand, when `roles` must approve; nothing is missing
/// where nothing is printed of it.
#[must_use]
pub fn topic_standing<'a>(tag: &str, basis: Basis<'a>, roles: &[Role]) -> Standing<'a> {
    let text = basis.topic_text(tag);
    let roles = if text.is_some() { roles } else { &[] };
    of(basis.topic_reviews(tag), &text.map(|text| self::hash(&text)).unwrap_or_default(), roles)
}

/// How the approvals of a text stand by themselves.
fn of<'a>(reviews: &'a [Review], hash: &str, roles: &[Role]) -> Standing<'a> {
    let (of_text, lapsed): (Vec<&Review>, Vec<&Review>) = reviews.iter().partition(|review| review.hash.value == hash);
    let (mut valid, mut again): (Vec<&Review>, Vec<&Review>) = (Vec::new(), Vec::new());
    for review in of_text {
        let by_same = |other: &&Review| is_same_person(&other.name.value, &review.name.value);
        if valid.iter().any(by_same) { again.push(review) } else { valid.push(review) }
    }
    let has = |role: &Role| valid.iter().any(|review| review.role.value == *role);
    let missing = roles.iter().copied().filter(|role| !has(role)).collect();
    Standing { valid, again, lapsed, missing, topic_missing: Vec::new(), beyond: Beyond::default() }
}

/// What a patient's own sheet with `exercises` prints that is no part of the text of `handout`. The safety box of her stage
/// is a text of the topic.
#[must_use]
pub fn beyond<'i>(handout: &Handout, exercises: impl IntoIterator<Item = &'i str>) -> Beyond {
    let named = |id: &&str| handout.exercises.iter().flat_map(|own| own.ids()).any(|own| own.value == **id);
    Beyond { exercises: exercises.into_iter().filter(|id| !named(id)).map(str::to_owned).collect() }
}

/// What has changed in `text` since a handout was last approved, a line each; `None` when it never was.
#[must_use]
pub fn changes_since(handout: &Handout, text: &str, approved: &Approved) -> Option<Vec<String>> {
    changes_of(&handout.imprint.reviewed_by, text, approved)
}

/// What has changed in `text` since it was last approved, a line each; `None` when it never was.
#[must_use]
pub fn changes_of(reviews: &[Review], text: &str, approved: &Approved) -> Option<Vec<String>> {
    let now = hash(text);
    if reviews.iter().any(|review| review.hash.value == now) {
        return Some(Vec::new());
    }
    let last = reviews.iter().max_by_key(|review| &review.date.value)?;
    Some(changes_from(&last.hash.value, text, approved))
}

/// What has changed in `text` since the text of `hash` was approved, a line each.
#[must_use]
pub fn changes_from(hash: &str, text: &str, approved: &Approved) -> Vec<String> {
    if !hash.starts_with(VERSION) {
        return vec![
            "an earlier version of this program recorded it, which did not cover all that is printed".to_owned(),
        ];
    }
    match approved.texts.get(hash) {
        Some(before) => changes(before, text),
        None => vec!["what was approved is not kept here, so the changes cannot be listed".to_owned()],
    }
}

/// Whether two names are one person's: case, spaces and the way accents are encoded do not count.
#[must_use]
pub fn is_same_person(one: &str, other: &str) -> bool {
    let plain = |name: &str| -> String {
        let words = name.split_whitespace().collect::<Vec<_>>().join(" ");
        words.nfc().flat_map(char::to_lowercase).collect()
    };
    plain(one) == plain(other)
}

/// The hash of [`text`].
#[must_use]
pub fn text_hash(handout: &Handout, basis: Basis<'_>) -> String {
    hash(&text(handout, basis))
}

/// The version and SHA-256 of a text, in hexadecimal.
#[must_use]
pub fn hash(text: &str) -> String {
    format!("{VERSION}{}", digest(text.as_bytes()))
}

/// SHA-256 of bytes, in hexadecimal.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// The texts of a topic by language, as a reading copy names them for its code.
pub fn named(topic_texts: &[(String, String)]) -> impl Iterator<Item = (&str, &str)> {
    topic_texts.iter().map(|(language, text)| (language.as_str(), text.as_str()))
}

/// The code of a reading copy of these handouts and texts of the topic, each with its name and text: twelve digits of a digest of all hashes.
pub fn copy_code<'t>(handouts: impl IntoIterator<Item = (&'t str, &'t str)>) -> String {
    let mut lines: Vec<String> = handouts.into_iter().map(|(name, text)| format!("{name} {}\n", hash(text))).collect();
    lines.sort();
    let digest = digest(lines.concat().as_bytes());
    format!("{}-{}-{}", &digest[..4], &digest[4..8], &digest[8..12])
}

#[cfg(test)]
mod tests;
