//! Texts folded for reading, and the little language in which packs say what they look for.
//!
//! A pattern is groups joined by ` + `, all of which must be there; after ` - ` stands what must not be. A group is
//! phrases apart by `/`, any of which will do: `numb*/tingl* + between your legs/bottom - arm`. A star at the end of a
//! phrase stands for any ending. Patterns have no capitals, no accents and no apostrophes: `dont` is `do not`.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

/// How something is recognised in each language, by the language without its country (`en`, `es`); any one of a language's
/// patterns will do.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct Patterns(BTreeMap<String, Vec<String>>);

impl Patterns {
    /// Whether one of the patterns of a language is found; never in a language that has none.
    #[must_use]
    pub fn find(&self, language: &str, words: &Words) -> bool {
        self.of(language).iter().any(|pattern| words.have(pattern))
    }

    /// The patterns of one language.
    #[must_use]
    pub fn of(&self, language: &str) -> &[String] {
        self.0.get(language).map_or(&[], Vec::as_slice)
    }
}

/// A text in small letters without accents and marks, its words one space apart.
#[derive(Clone, Debug, Default)]
pub struct Words {
    text: String,
    starts: Vec<usize>,
    /// The bytes that words begin with, each as the bit of its last six bits: most phrases begin with none of them.
    initials: u64,
}

/// The bit of a byte.
const fn bit(byte: u8) -> u64 {
    1 << (byte & 63)
}

impl Words {
    /// Folds a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut folded = Self::default();
        let small = text.to_lowercase().replace('’', "'");
        let small = if small.contains('\'') { without_apostrophes(&small) } else { small };
        for word in small.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
            if !folded.text.is_empty() {
                folded.text.push(' ');
            }
            let start = folded.text.len();
            folded.starts.push(start);
            folded.text.extend(word.chars().map(plain_letter));
            folded.initials |= bit(folded.text.as_bytes()[start]);
        }
        if folded.text.contains("can not") {
            return Self::of(&folded.text.replace("can not", "cannot"));
        }
        folded
    }

    /// Whether no letter or number is in it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// Whether a number in digits is in it.
    #[must_use]
    pub fn have_number(&self) -> bool {
        self.text.bytes().any(|byte| byte.is_ascii_digit())
    }

    /// Whether one of `patterns` is found.
    #[must_use]
    pub fn have_any(&self, patterns: &[&str]) -> bool {
        patterns.iter().any(|pattern| self.have(pattern))
    }

    /// Whether a pattern is found: every group of it, and nothing of what must not be there.
    #[must_use]
    pub fn have(&self, pattern: &str) -> bool {
        let (wanted, unwanted) = pattern.split_once(" - ").unwrap_or((pattern, ""));
        let spoilt = || !unwanted.is_empty() && self.have_group(unwanted);
        wanted.split(" + ").all(|group| self.have_group(group)) && !spoilt()
    }

    fn have_group(&self, group: &str) -> bool {
        group.split('/').any(|phrase| self.have_phrase(phrase.trim()))
    }

    fn have_phrase(&self, phrase: &str) -> bool {
        let (stem, open) = phrase.strip_suffix('*').map_or((phrase, false), |stem| (stem, true));
        let (text, stem) = (self.text.as_bytes(), stem.as_bytes());
        if stem.first().is_some_and(|&first| self.initials & bit(first) == 0) {
            return false;
        }
        self.starts.iter().any(|&start| {
            let rest = &text[start..];
            rest.starts_with(stem) && (open || rest.get(stem.len()).is_none_or(|&next| next == b' '))
        })
    }
}

/// `cannot` and `do not` in full; other apostrophes are left out.
fn without_apostrophes(text: &str) -> String {
    text.replace("can't", "cannot").replace("n't", " not").replace('\'', "")
}

/// A letter without the accents of Spanish.
const fn plain_letter(letter: char) -> char {
    match letter {
        'á' | 'à' => 'a',
        'é' | 'è' => 'e',
        'í' => 'i',
        'ó' => 'o',
        'ú' | 'ü' => 'u',
        'ñ' => 'n',
        other => other,
    }
}

/// The language of a tag without its country, in small letters: `en` of `en-GB`.
#[must_use]
pub fn primary_language(tag: &str) -> String {
    tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase()
}

/// The sentences of a text, folded, each with its own words.
#[must_use]
pub fn sentences(text: &str) -> Vec<(&str, Words)> {
    let split = text.split_inclusive(['.', '?', '!', '\n', '¿', '¡']).map(str::trim);
    split.map(|sentence| (sentence, Words::of(sentence))).filter(|(_, words)| !words.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pattern_needs_every_group_and_nothing_unwanted() {
        let words = Words::of("You CAN’T pee, or you feel **numb** between your legs.");
        assert!(words.have("cannot pee/cannot wee"));
        assert!(words.have("numb* + between your legs/bottom"));
        assert!(!words.have("numb* + arm*"));
        assert!(!words.have("numb* - pee"));
        assert!(!words.have("leg"), "a phrase without a star is whole words");
        assert!(words.have("leg*"));
    }

    #[test]
    fn accents_and_apostrophes_do_not_matter() {
        assert!(Words::of("Dolor en el pecho, ¿NIÑO?").have("dolor en el pecho + nino"));
        assert!(Words::of("Don't lie flat; you can not cope").have("do not + cannot cope"));
        assert!(Words::of(" … – ").is_empty());
        assert!(Words::of("38 °C").have_number());
    }

    #[test]
    fn sentences_keep_their_own_words() {
        let told: Vec<&str> = sentences("It helps. Ask first! Why?").into_iter().map(|(text, _)| text).collect();
        assert_eq!(told, ["It helps.", "Ask first!", "Why?"]);
    }
}
