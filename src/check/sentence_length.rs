//! H102: a sentence of more than 20 words.

use super::reading;
use super::{Check, Prose, Rule};
use crate::diag::{Example, Explanation, Finding};
use crate::topic::Topic;

/// Words in a sentence, at most.
const LONGEST_SENTENCE: usize = 20;

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H102",
        title: "a sentence of more than 20 words",
        meaning: "A sentence of more than 20 words, in English or Spanish, placeholders filled in. A heading, an item \
                  of a list and a line are sentences, with or without a full stop. A word is what stands between \
                  spaces.",
        why: "A tired or worried reader loses a long sentence before its end. Two short ones say the same.",
        example: Example::Handout {
            bad: "questions:\n  - question: How do I sleep?\n    answer: >\n      Put one pillow between your knees and \
                  one under your bump and a third one behind your back so that you do not roll.\n",
            good: "questions:\n  - question: How do I sleep?\n    answer: >\n      Put one pillow between your knees \
                   and one under your bump. Put one behind your back.\n",
        },
        standard: "NHS content standard: sentences of up to 20 words. PEMAT 8.",
        safety: false,
    }],
    check: Check::Text(check),
};

fn check(prose: &Prose<'_>, _: &Topic, findings: &mut Vec<Finding>) {
    if prose.language.readability().is_none() {
        return;
    }
    for sentence in prose.blocks.iter().flat_map(|block| reading::sentences(block)) {
        let count = reading::words(sentence).count();
        if count > LONGEST_SENTENCE {
            findings.push(
                Finding::warning("H102", format!("a sentence of {count} words; {LONGEST_SENTENCE} are the most"))
                    .at(&prose.place(sentence), "this sentence is long")
                    .help("make two sentences of it, or leave words out"),
            );
        }
    }
}
