//! Words of a text for rules that look for phrases: lower case, without the marks around them, each with its place.

use std::collections::HashMap;
use std::ops::Range;

/// A word with its place in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// In lower case, with a straight apostrophe.
    pub word: String,
    /// Where it stands, without the marks around it.
    pub span: Range<usize>,
    /// Whether a mark such as a comma follows it.
    pub ends_phrase: bool,
}

/// The words of `text`.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let outer = |c: char| !c.is_alphanumeric();
    let mut tokens = Vec::new();
    for piece in text.split_whitespace() {
        let start = piece.as_ptr() as usize - text.as_ptr() as usize;
        let inner = piece.trim_matches(outer);
        if inner.is_empty() {
            continue;
        }
        let from = start + piece.find(inner).unwrap_or_default();
        let span = from..from + inner.len();
        let ends_phrase = span.end < start + piece.len();
        let word = inner.to_lowercase().replace('’', "'");
        tokens.push(Token { word, span, ends_phrase });
    }
    tokens
}

/// Whether the words at `at` are those of `phrase`, which is in lower case with single spaces. No mark may stand between.
#[must_use]
pub fn stands_at(tokens: &[Token], at: usize, phrase: &str) -> Option<usize> {
    let mut count = 0;
    for (index, word) in phrase.split(' ').enumerate() {
        let token = tokens.get(at + index)?;
        let broken = index > 0 && tokens[at + index - 1].ends_phrase;
        if token.word != word || broken {
            return None;
        }
        count = index + 1;
    }
    Some(count)
}

/// Phrases by their first word, so that a text is looked through once.
#[derive(Clone, Debug, Default)]
pub struct Index(HashMap<String, Vec<(usize, String)>>);

impl Index {
    /// An index of entries, each with its phrases.
    #[must_use]
    pub fn of<'p>(entries: impl Iterator<Item = &'p [String]>) -> Self {
        let mut index: HashMap<String, Vec<(usize, String)>> = HashMap::new();
        for (entry, phrases) in entries.enumerate() {
            for phrase in phrases {
                let first = phrase.split(' ').next().unwrap_or_default().to_owned();
                index.entry(first).or_default().push((entry, phrase.clone()));
            }
        }
        Self(index)
    }

    /// The longest phrase at `at`: its entry, and how many words it has.
    #[must_use]
    pub fn longest(&self, tokens: &[Token], at: usize) -> Option<(usize, usize)> {
        let known = self.0.get(tokens[at].word.as_str())?;
        let here = known.iter().filter_map(|(entry, phrase)| Some((*entry, stands_at(tokens, at, phrase)?)));
        here.max_by_key(|(_, length)| *length)
    }
}

/// Where a few tokens stand, from the first to the last.
#[must_use]
pub fn span_of(tokens: &[Token]) -> Range<usize> {
    match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => first.span.start..last.span.end,
        _ => 0..0,
    }
}

/// Whether one of the three words before `at` turns what follows into its opposite.
#[must_use]
pub fn is_negated(tokens: &[Token], at: usize) -> bool {
    tokens[at.saturating_sub(3)..at].iter().any(|token| {
        !token.ends_phrase
            && (matches!(token.word.as_str(), "not" | "no" | "never" | "cannot" | "without" | "nor")
                || token.word.ends_with("n't"))
    })
}
