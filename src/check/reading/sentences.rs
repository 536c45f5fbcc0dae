//! Where sentences and words begin and end in a plain text, English or Spanish.

/// Short forms that end in a full stop without ending a sentence.
const SHORT_FORMS: &[&str] = &[
    "dr", "mr", "mrs", "ms", "prof", "st", "vs", "no", "approx", "e.g", "i.e", "tel", "fig", "dra", "sr", "sra", "ud",
];

/// The sentences of one block of text (a heading, a bullet, a paragraph); what ends the block ends a sentence.
///
/// A sentence ends at `.`, `!`, `?` or `…` before a space, closing quotes and brackets passed over. A full stop inside a
/// number or an address does not end one, nor does the one of a short form such as `Dr.`, nor one before a small letter.
#[must_use]
pub fn sentences(block: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, mark) in block.char_indices().filter(|(_, c)| matches!(c, '.' | '!' | '?' | '…')) {
        let rest = &block[at + mark.len_utf8()..];
        let after = rest.trim_start_matches(['”', '’', '»', '"', '\'', ')', ']', '.', '!', '?', '…']);
        let end = block.len() - after.len();
        if at < start || !after.starts_with(char::is_whitespace) {
            continue;
        }
        let next = after.trim_start().chars().find(|c| c.is_alphanumeric());
        let goes_on = next.is_some_and(char::is_lowercase);
        let word = block[..at].rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
        let is_short_form = mark == '.' && SHORT_FORMS.contains(&word.to_lowercase().as_str());
        if !goes_on && !is_short_form {
            found.push(block[start..end].trim());
            start = end;
        }
    }
    found.push(block[start..].trim());
    found.retain(|sentence| words(sentence).next().is_some());
    found
}

/// The words of a text: what stands between spaces and has a letter, a digit or a degree sign in it.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::{sentences, words};

    #[test]
    fn sentences_end_where_a_reader_pauses() {
        for (text, count) in [
            ("Keep moving. Rest!", 2),
            ("See “When to get help.” Then call.", 2),
            ("Fever of 38.5 °C (100.4 °F) or more", 1),
            ("Take vitamin D. It is good for bones.", 2),
            ("Ask Dr. Lee, e.g. by phone.", 1),
            ("Lead up with it (the left one). Then rest.", 2),
            ("Heading", 1),
            ("Why me? You did not cause it… Really.", 3),
            (" . ", 0),
        ] {
            assert_eq!(sentences(text).len(), count, "{text}: {:?}", sentences(text));
        }
    }

    #[test]
    fn a_dash_is_no_word() {
        assert_eq!(words("One – two, 3 side-lying °C").count(), 5);
    }
}
