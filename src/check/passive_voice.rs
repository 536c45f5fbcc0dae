//! H104: passive voice in English.
//!
//! A form of “to be”, an adverb or two, and a past participle. What only looks like it is left alone: words that say how
//! somebody is (tired, worried, swollen), and states (is related, is linked). “Get hurt” is not looked at, nor is a
//! question that puts the subject between the two words. Warning signs are left as they are: clinicians fixed their words.

use super::reading;
use super::reading::phrases::{Token, span_of, tokens};
use super::reading::units::{Kind, Leaflet};
use super::{Check, Prose, Rule};
use crate::diag::{Example, Explanation, Finding};

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H104",
        title: "passive voice",
        meaning: "A form of `to be` and a past participle, such as `is advised` or `should be taken`, in English. Words \
                  that say how somebody is (`tired`, `worried`, `swollen`) and states (`is related to`) are left alone, and so are warning signs.",
        why: "A passive sentence hides who should do what. “Call us” is clearer than “we should be called”.",
        example: Example::Handout {
            bad: "questions:\n  - question: What can I take?\n    answer: The lowest dose should always be taken.\n",
            good: "questions:\n  - question: What can I take?\n    answer: Take the lowest dose. It is fine to be \
                   tired or worried.\n",
        },
        standard: "PEMAT 5: active voice. CDC Clear Communication Index. NHS content standard.",
        safety: false,
    }],
    check: Check::Leaflet(check),
};

const BE: &[&str] = &[
    "am", "is", "are", "was", "were", "be", "been", "being", "isn't", "aren't", "wasn't", "weren't", "it's", "that's",
    "you're", "they're", "we're",
];

/// Between the two; any word in -ly, too.
const BETWEEN: &[&str] =
    &["not", "never", "also", "often", "always", "still", "only", "just", "even", "now", "then", "first"];

/// Participles without -ed. Those that are mostly adjectives (`hurt`, `worn`, `swollen`, `lost`) are left out.
const IRREGULAR: &[&str] = &[
    "given",
    "taken",
    "seen",
    "made",
    "told",
    "shown",
    "held",
    "kept",
    "brought",
    "sent",
    "found",
    "written",
    "chosen",
    "eaten",
    "drunk",
    "fed",
    "paid",
    "built",
    "bought",
    "caught",
    "taught",
    "thought",
    "driven",
    "drawn",
    "hidden",
    "shaken",
    "spoken",
    "stolen",
    "struck",
    "thrown",
    "understood",
    "withdrawn",
    "withheld",
    "put",
    "said",
    "begun",
    "bitten",
    "dealt",
    "forgotten",
    "forbidden",
    "overcome",
    "undertaken",
    "undergone",
    "sought",
    "met",
    "split",
];

/// How somebody or something is, and words in -ed that are no participles.
const ADJECTIVES: &[&str] = &[
    "tired",
    "worried",
    "bruised",
    "married",
    "related",
    "linked",
    "concerned",
    "scared",
    "stressed",
    "depressed",
    "relaxed",
    "trapped",
    "interested",
    "pleased",
    "confused",
    "exhausted",
    "embarrassed",
    "frightened",
    "inflamed",
    "blocked",
    "blurred",
    "crossed",
    "raised",
    "propped",
    "supposed",
    "expected",
    "married",
    "engaged",
    "retired",
    "involved",
    "experienced",
    "qualified",
    "licensed",
    "trained",
    "skilled",
    "limited",
    "advanced",
    "mixed",
    "complicated",
    "detailed",
    "balanced",
    "dressed",
    "bored",
    "excited",
    "surprised",
    "disappointed",
    "ashamed",
    "overwhelmed",
    "satisfied",
    "aged",
    "located",
    "connected",
    "attached",
    "closed",
    "locked",
    "ill-fitted",
    "annoyed",
    "shocked",
    "dehydrated",
    "constipated",
    "bloated",
    "infected",
    "rested",
    "prepared",
    "determined",
    "opposed",
    "used",
    "bed",
    "red",
    "naked",
    "sacred",
    "hundred",
    "indeed",
    "stretched",
    "strained",
    "finished",
    "ruptured",
    "disabled",
    "crowded",
    "cramped",
    "flexed",
    "tensed",
    "curved",
    "rounded",
    "pointed",
    "arched",
];

fn check(leaflet: &Leaflet<'_>, findings: &mut Vec<Finding>) {
    if !leaflet.subject.language().is_source() {
        return;
    }
    let units = leaflet.units.iter().filter(|unit| unit.kind != Kind::Sign);
    units.flat_map(|unit| &unit.texts).for_each(|prose| in_text(prose, findings));
}

fn in_text(prose: &Prose<'_>, findings: &mut Vec<Finding>) {
    for sentence in prose.blocks.iter().flat_map(|block| reading::sentences(block)) {
        for words in passives(sentence) {
            findings.push(
                Finding::warning("H104", format!("passive voice: “{words}”"))
                    .at(&prose.place(words), "who does it?")
                    .help("say who does what: “your doctor gives you …”, “take …”, “we advise …”"),
            );
        }
    }
}

/// The passive phrases of a sentence, as they stand in it.
fn passives(sentence: &str) -> Vec<&str> {
    let tokens = tokens(sentence);
    let mut found = Vec::new();
    for at in 0..tokens.len() {
        if BE.contains(&tokens[at].word.as_str())
            && !tokens[at].ends_phrase
            && let Some(end) = participle_after(&tokens, at)
        {
            found.push(&sentence[span_of(&tokens[at..=end])]);
        }
    }
    found
}

/// The participle that goes with the form of `to be` at `be`.
fn participle_after(tokens: &[Token], be: usize) -> Option<usize> {
    let mut at = be + 1;
    while at < be + 3 {
        let token = tokens.get(at)?;
        let is_between = BETWEEN.contains(&token.word.as_str()) || token.word.ends_with("ly");
        if !is_between || token.ends_phrase {
            break;
        }
        at += 1;
    }
    let word = tokens.get(at)?.word.as_str();
    let next = tokens.get(at + 1).map(|token| token.word.as_str());
    let is_used = word == "used" && !is_habit(tokens, at);
    // `You are done`: a state; `it is done`, `to be done`: passive.
    let is_done = word == "done" && !matches!(tokens[be].word.as_str(), "am" | "are" | "you're" | "we're");
    let by_somebody = next == Some("by") && word.ends_with("ed") && !word.contains('-');
    let is_regular = word.len() > 3
        && word.ends_with("ed")
        && !word.ends_with("eed")
        && !word.contains('-')
        && !word.starts_with("un")
        && !ADJECTIVES.contains(&word);
    (is_used || is_done || by_somebody || is_regular || IRREGULAR.contains(&word)).then_some(at)
}

/// `You are used to sleeping`, `are used to it`: a habit.
fn is_habit(tokens: &[Token], used: usize) -> bool {
    let word = |at: usize| tokens.get(at).map_or("", |token| token.word.as_str());
    let after = word(used + 2);
    word(used + 1) == "to" && (after.ends_with("ing") || matches!(after, "it" | "this" | "that" | "the" | "a" | "your"))
}

#[cfg(test)]
mod tests {
    use super::passives;

    #[test]
    fn passive_voice_is_found() {
        for (sentence, words) in [
            ("Long rest in bed is not advised.", "is not advised"),
            ("The tablets should be taken with food.", "be taken"),
            ("It is not caused by too much calcium.", "is not caused"),
            ("Harm has been reported.", "been reported"),
            ("These were studied for low back pain.", "were studied"),
            ("Some oils are used to start labour.", "are used"),
            ("The belt isn’t usually worn out or thrown away, but is often given back.", "is often given"),
            ("Exercises must be done each day.", "be done"),
            ("Your blood pressure is being checked.", "being checked"),
        ] {
            assert_eq!(passives(sentence), [words], "{sentence}");
        }
    }

    #[test]
    fn states_and_feelings_are_left_alone() {
        for sentence in [
            "You are tired and worried.",
            "Your leg is swollen, bruised or red.",
            "It is not clear if it is linked with back pain.",
            "You are used to sleeping on your back.",
            "Is it related to stress?",
            "You may need a bed.",
            "When you are done, rest.",
            "There is indeed a need to rest.",
            "She got hurt.",
            "Wait until bleeding has stopped.",
            "It is one-sided.",
            "Lie on your side with your knees bent.",
            "It is a well-fitted bra.",
        ] {
            assert!(passives(sentence).is_empty(), "{sentence}: {:?}", passives(sentence));
        }
    }
}
