//! H106: a medical term without plain words beside it where a reader meets it first.

use super::reading::explained::is_explained_in;
use super::reading::phrases::{span_of, tokens};
use super::reading::units::{Kind, Leaflet, Unit};
use super::{Check, Prose, Rule};
use crate::diag::{Example, Explanation, Finding};
use crate::topic::words::WordList;

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H106",
        title: "a medical term without plain words",
        meaning: "A term of the glossary whose first use, in reading order, is not explained: not by a parenthesis \
                  beside it, nor by `is a …` or `means …`, nor by the glossary's plain words in the same item, answer \
                  or exercise. A term of which the glossary says so may stand in a warning sign: it speaks to those who have it.",
        why: "A term that a reader does not know makes her skip the sentence, and she may need it at her next visit.",
        example: Example::OfTopic,
        standard: "PEMAT 4: medical terms only to make them familiar, and defined.",
        safety: false,
    }],
    check: Check::Leaflet(check),
};

fn check(leaflet: &Leaflet<'_>, findings: &mut Vec<Finding>) {
    if !leaflet.subject.language().is_source() {
        return;
    }
    let Some(list) = leaflet.subject.topic.words(&leaflet.subject.handout.language.value) else { return };
    let mut seen = vec![false; list.glossary.len()];
    for unit in &leaflet.units {
        let whole = unit.joined().to_lowercase().replace('’', "'");
        for prose in &unit.texts {
            for block in &prose.blocks {
                first_uses(list, unit, &Told { whole: &whole, prose, block }, &mut seen, findings);
            }
        }
    }
}

/// A block of a text, and all that its unit says in small letters.
struct Told<'a> {
    whole: &'a str,
    prose: &'a Prose<'a>,
    block: &'a str,
}

fn first_uses(list: &WordList, unit: &Unit<'_>, told: &Told<'_>, seen: &mut [bool], findings: &mut Vec<Finding>) {
    let Told { whole, prose, block } = told;
    let words = tokens(block);
    let mut at = 0;
    while at < words.len() {
        let Some((index, term, length)) = list.term_at(&words, at) else {
            at += 1;
            continue;
        };
        let span = span_of(&words[at..at + length]);
        at += length;
        if seen[index] || unit.kind == Kind::Sign && term.known_in_signs {
            continue;
        }
        let hinted = term.hints.iter().any(|hint| holds(whole, hint));
        let explained = hinted || is_explained_in(unit, &block[span.clone()]);
        // A card names conditions for those who have been told theirs; what it explains counts all the same.
        if unit.kind == Kind::Card && !explained {
            continue;
        }
        seen[index] = true;
        if !explained {
            let words = &block[span];
            findings.push(
                Finding::warning("H106", format!("“{words}” is not explained where it first stands"))
                    .at(&prose.place(words), "a medical term")
                    .help(format!("say it in plain words, or put them beside it: {}", term.plain)),
            );
        }
    }
}

/// Whether whole words stand in a text.
fn holds(text: &str, words: &str) -> bool {
    text.match_indices(words).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + words.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::holds;
    use crate::check::reading::phrases::tokens;
    use crate::topic::tests::shipped;

    #[test]
    fn the_longest_name_counts() {
        let words = tokens("placental abruption, placenta praevia, C-section wound, NSAIDs, placenta.");
        let topic = shipped();
        let list = topic.words("en").expect("words");
        let found: Vec<&str> = (0..words.len())
            .filter_map(|at| list.term_at(&words, at))
            .map(|(_, term, _)| term.plain.as_str())
            .collect();
        assert_eq!(
            found,
            [
                "placenta coming away too soon",
                "placenta coming away too soon",
                "low placenta",
                "birth through a cut in your belly",
                "pain medicine like ibuprofen or naproxen",
                "the organ that feeds your baby",
            ]
        );
    }

    #[test]
    fn names_are_in_small_letters_and_hints_are_whole_words() {
        let topic = shipped();
        let list = topic.words("en").expect("words");
        assert_eq!((list.avoid.len(), list.glossary.len()), (17, 68), "none was lost on the way from the brief");
        let phrases = list.avoid.iter().flat_map(|entry| &entry.phrases);
        for words in list.glossary.iter().flat_map(|term| term.names.iter().chain(&term.hints)).chain(phrases) {
            assert_eq!(*words, words.to_lowercase());
        }
        assert!(holds("two weeks on", "weeks") && !holds("leakage", "leak"));
    }
}
