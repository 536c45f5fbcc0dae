//! Language tags (BCP 47): a language, and perhaps a country.

/// The language that texts are written in first.
pub const SOURCE: &str = "en";

/// The language of a tag, without the country: `en` of `en-GB`.
#[must_use]
pub fn primary(tag: &str) -> &str {
    tag.split(['-', '_']).next().unwrap_or_default()
}

/// The country of a tag: `GB` of `en-GB`.
#[must_use]
pub fn country(tag: &str) -> Option<&str> {
    tag.split(['-', '_']).skip(1).find(|part| part.len() == 2)
}

/// Whether two tags are of one language, whatever the country.
#[must_use]
pub fn is_same_language(tag: &str, other: &str) -> bool {
    primary(tag).eq_ignore_ascii_case(primary(other))
}
