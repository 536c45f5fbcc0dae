//! Whether a hard word is explained where it stands.

use std::ops::Range;

use super::phrases::tokens;
use super::units::Unit;

/// Words that begin an explanation after “is” or “are”.
const BEGINNINGS: &[&str] = &["a", "an", "the", "when", "where", "your", "one", "two", "what", "how", "another"];

/// Whether `words` are explained beside one of the places where they stand in a unit: a question may be asked before the
/// answer explains it.
#[must_use]
pub fn is_explained_in(unit: &Unit<'_>, words: &str) -> bool {
    let blocks = unit.texts.iter().flat_map(|text| &text.blocks);
    blocks
        .into_iter()
        .any(|block| block.match_indices(words).any(|(at, _)| is_explained(block, &(at..at + words.len()))))
}

/// Whether plain words stand beside the words at `span` of `text`: in a parenthesis after them, or before the parenthesis
/// that they stand in, or after “is”, “are” or “means”.
#[must_use]
pub fn is_explained(text: &str, span: &Range<usize>) -> bool {
    in_parenthesis(text, span.start) || parenthesis_after(&text[span.end..]) || defined_after(&text[span.end..])
}

/// Whether a parenthesis opened before `at`, with at least two words of the same sentence before it.
fn in_parenthesis(text: &str, at: usize) -> bool {
    let before = &text[..at];
    let Some(open) = before.rfind('(') else { return false };
    let sentence = before[..open].rsplit(['.', '!', '?']).next().unwrap_or_default();
    !before[open..].contains(')') && sentence.split_whitespace().count() >= 2
}

/// Whether a parenthesis with a word in small letters follows at once.
fn parenthesis_after(after: &str) -> bool {
    let after = after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '”' | '’'));
    let Some(inside) = after.strip_prefix('(').and_then(|rest| rest.split(')').next()) else { return false };
    inside.split_whitespace().any(|word| word.len() > 2 && word.starts_with(char::is_lowercase))
}

/// Whether “is a …”, “are the …” or “means …” follows.
fn defined_after(after: &str) -> bool {
    let sentence = after.split(['.', '!', '?']).next().unwrap_or_default();
    if sentence.starts_with(|c: char| !c.is_whitespace()) {
        return false;
    }
    let words = tokens(sentence);
    match words.first().map(|token| token.word.as_str()) {
        Some("means" | "mean") => words.len() > 1,
        Some("is" | "are") => words.len() > 2 && BEGINNINGS.contains(&words[1].word.as_str()),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::is_explained;

    #[test]
    fn an_explanation_stands_beside_its_word() {
        for (text, word, explained) in [
            ("You may have MRI (a scan with magnets).", "MRI", true),
            ("Bones can get thin (osteoporosis).", "osteoporosis", true),
            ("TENS is a small machine.", "TENS", true),
            ("Acupuncture means thin needles.", "Acupuncture", true),
            ("MRI is common.", "MRI", false),
            ("Ask about MRI. It is a scan.", "MRI", false),
            ("Pain in the pelvis (PGP)", "PGP", true),
            ("Girdle pain (PGP) hurts.", "Girdle pain", false),
            ("MRI", "MRI", false),
        ] {
            let at = text.find(word).unwrap();
            assert_eq!(is_explained(text, &(at..at + word.len())), explained, "{text}");
        }
    }
}
