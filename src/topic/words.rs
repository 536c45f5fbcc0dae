//! `words.yaml`: words to avoid, with what to say instead, and medical terms with plain words for them; by language.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::diag::Finding;
use crate::model::Located;
use crate::model::phrases::{Index, Token};

/// `words.yaml`: words by language without its country (`en`, `es`).
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(transparent)]
pub struct WordLists(BTreeMap<String, WordList>);

/// The words of one language.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WordList {
    /// Where words to avoid are fine, each by a name that entries of `avoid` say.
    #[serde(default)]
    pub contexts: BTreeMap<String, Context>,
    /// Words to avoid.
    #[serde(default)]
    pub avoid: Vec<Avoided>,
    /// Medical terms.
    #[serde(default)]
    pub glossary: Vec<Term>,
    /// Where the phrases of `avoid` and the names of `glossary` are looked up; made when first asked for.
    #[serde(skip)]
    avoided: OnceLock<Index>,
    #[serde(skip)]
    terms: OnceLock<Index>,
}

/// Where words to avoid are fine; one of its parts is enough.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Context {
    /// In a question.
    #[serde(default)]
    pub asked: bool,
    /// After a word such as `not`.
    #[serde(default)]
    pub denied: bool,
    /// After one of these words.
    #[serde(default)]
    pub after: Vec<String>,
    /// How many words before them are looked at for `after`; 1 where nothing is said.
    #[schemars(range(min = 1, max = 10))]
    pub within: Option<usize>,
    /// Before one of these words.
    #[serde(default)]
    pub before: Vec<String>,
    /// In a sentence with one of these words.
    #[serde(default)]
    pub with: Vec<String>,
}

/// Words to avoid.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Avoided {
    /// What to say instead.
    #[schemars(example = &"“common”, and that you can get help")]
    pub say: String,
    /// Where they are fine: one of `contexts`; nowhere, where nothing is said.
    pub fine: Option<Located<String>>,
    /// The phrases, in small letters.
    #[schemars(length(min = 1))]
    pub phrases: Vec<String>,
}

/// A medical term.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Its names, in small letters; the longest one that stands in a text counts.
    #[schemars(length(min = 1))]
    pub names: Vec<String>,
    /// What to say instead, or beside it.
    pub plain: String,
    /// Words that explain it when they stand in the same item, in small letters.
    #[serde(default)]
    pub hints: Vec<String>,
    /// Whether a warning sign may name it unexplained, since it speaks to those who have it.
    #[serde(default)]
    pub known_in_signs: bool,
}

impl WordLists {
    /// The words of a language without its country.
    #[must_use]
    pub fn of(&self, language: &str) -> Option<&WordList> {
        self.0.get(language)
    }

    /// Names of contexts that are not there, and phrases that would never be found.
    pub(super) fn mistakes(&self, findings: &mut Vec<Finding>) {
        for list in self.0.values() {
            let unknown = |name: &&Located<String>| !list.contexts.contains_key(&name.value);
            for name in list.avoid.iter().filter_map(|entry| entry.fine.as_ref()).filter(unknown) {
                let known = list.contexts.keys().cloned().collect::<Vec<_>>().join(", ");
                findings.push(
                    Finding::error("T026", format!("there is no context `{}`", name.value))
                        .at(&name.place, "this is not one of `contexts`")
                        .help(format!("the contexts are: {known}")),
                );
            }
        }
    }
}

impl WordList {
    /// The longest words to avoid that stand at `at`: their number, themselves, and how many words they are.
    #[must_use]
    pub fn avoided_at(&self, tokens: &[Token], at: usize) -> Option<(&Avoided, usize)> {
        let index = self.avoided.get_or_init(|| Index::of(self.avoid.iter().map(|entry| entry.phrases.as_slice())));
        let (entry, length) = index.longest(tokens, at)?;
        Some((&self.avoid[entry], length))
    }

    /// The term with the longest name at `at`: its number, itself, and how many words its name has.
    #[must_use]
    pub fn term_at(&self, tokens: &[Token], at: usize) -> Option<(usize, &Term, usize)> {
        let index = self.terms.get_or_init(|| Index::of(self.glossary.iter().map(|term| term.names.as_slice())));
        let (term, length) = index.longest(tokens, at)?;
        Some((term, &self.glossary[term], length))
    }
}
