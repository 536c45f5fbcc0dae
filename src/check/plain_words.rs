//! H106: a medical term without plain words beside it where a reader meets it first.

use std::sync::LazyLock;

use super::reading::explained::is_explained_in;
use super::reading::glossary::{GLOSSARY, Term};
use super::reading::phrases::{Index, Token, span_of, tokens};
use super::reading::units::{Kind, Leaflet, Unit};
use super::{Check, Prose, Rule};
use crate::diag::{Example, Explanation, Finding};

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H106",
        title: "a medical term without plain words",
        meaning: "A term of the glossary whose first use, in reading order, is not explained: not by a parenthesis \
                  beside it, nor by `is a …` or `means …`, nor by the glossary's plain words in the same item, answer \
                  or exercise. English only. `Arthritis` in a warning sign is left alone: it speaks to those who have it.",
        why: "A term that a reader does not know makes her skip the sentence, and she may need it at her next visit.",
        example: Example::Handout {
            bad: "questions:\n  - question: What can hurt?\n    answer: Your sacroiliac joints can hurt.\n",
            good: "questions:\n  - question: What can hurt?\n    answer: The sacroiliac joints (two joints at the back \
                   of the pelvis) can hurt.\n",
        },
        standard: "PEMAT 4: medical terms only to make them familiar, and defined. Clinical brief 4A.",
        safety: false,
    }],
    check: Check::Leaflet(check),
};

fn check(leaflet: &Leaflet<'_>, findings: &mut Vec<Finding>) {
    if !leaflet.subject.language().is_source() {
        return;
    }
    let mut seen = vec![false; GLOSSARY.len()];
    for unit in &leaflet.units {
        let whole = unit.joined().to_lowercase().replace('’', "'");
        for prose in &unit.texts {
            for block in &prose.blocks {
                first_uses(unit, &whole, prose, block, &mut seen, findings);
            }
        }
    }
}

fn first_uses(
    unit: &Unit<'_>,
    whole: &str,
    prose: &Prose<'_>,
    block: &str,
    seen: &mut [bool],
    findings: &mut Vec<Finding>,
) {
    let words = tokens(block);
    let mut at = 0;
    while at < words.len() {
        let Some((index, term, length)) = term_at(&words, at) else {
            at += 1;
            continue;
        };
        let span = span_of(&words[at..at + length]);
        at += length;
        let for_those_who_know = unit.kind == Kind::Sign && term.names.contains(&"arthritis");
        if seen[index] || for_those_who_know {
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

/// The term with the longest name at `at`: its number, itself, and how many words its name has.
fn term_at(words: &[Token], at: usize) -> Option<(usize, &'static Term, usize)> {
    static INDEX: LazyLock<Index> = LazyLock::new(|| {
        let terms = GLOSSARY.iter().enumerate();
        Index::new(terms.flat_map(|(index, term)| term.names.iter().map(move |name| (index, *name))))
    });
    let (index, length) = INDEX.longest(words, at)?;
    Some((index, &GLOSSARY[index], length))
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
    use super::{GLOSSARY, holds, term_at};
    use crate::check::reading::phrases::tokens;

    #[test]
    fn the_longest_name_counts() {
        let words = tokens("placental abruption, placenta praevia, C-section wound, NSAIDs, placenta.");
        let found: Vec<&str> =
            (0..words.len()).filter_map(|at| term_at(&words, at)).map(|(_, term, _)| term.plain).collect();
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
        for term in GLOSSARY {
            assert!(term.names.iter().chain(term.hints).all(|words| *words == words.to_lowercase()), "{term:?}");
        }
        assert!(holds("two weeks on", "weeks") && !holds("leakage", "leak"));
    }
}
