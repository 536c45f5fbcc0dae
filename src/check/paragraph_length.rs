//! H103: a paragraph of more than 90 words.

use super::reading;
use super::{Check, Prose, Rule};
use crate::diag::{Example, Explanation, Finding};
use crate::topic::Topic;

/// Words in a paragraph, at most: some eight sentences of the twelve words that the brief asks for. No standard gives a
/// figure; the longest paragraph that ships stays under it.
const LONGEST: usize = 90;

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H103",
        title: "a paragraph of more than 90 words",
        meaning: "A paragraph, or an item of a list, of more than 90 words in English or Spanish, placeholders filled \
                  in. An empty line in a text begins a new paragraph.",
        why: "A grey block of text is skipped. Short paragraphs and lists are read.",
        example: Example::Handout {
            bad: "questions:\n  - question: How do I move?\n    answer: >\n      Walk each day. Rest when you need to. \
                  Sit on a firm chair. Put both feet flat. Roll to your side to get up. Push up with your arms. Keep \
                  loads close. Bend your knees. Do not twist. Ask others to lift. Wear low shoes. Take stairs one at \
                  a time. Use the rail. Stop each hour on long trips. Drink water. Sleep on your side. Tuck a pillow \
                  between your knees. Keep your knees together when you roll. Keep your phone at eye level. Let your arms rest on pillows.\n",
            good: "questions:\n  - question: How do I move?\n    answer: |\n      Walk each day. Rest when you need \
                   to. Sit on a firm chair.\n\n      Keep loads close. Bend your knees. Ask others to lift.\n",
        },
        standard: "PEMAT 8: short sections. The figure is the house's.",
        safety: false,
    }],
    check: Check::Text(check),
};

fn check(prose: &Prose<'_>, _: &Topic, findings: &mut Vec<Finding>) {
    if prose.language.readability().is_none() {
        return;
    }
    for block in &prose.blocks {
        let count = reading::words(block).count();
        if count > LONGEST {
            findings.push(
                Finding::warning("H103", format!("a paragraph of {count} words; {LONGEST} are the most"))
                    .at(&prose.place(block), "this paragraph is long")
                    .help("leave an empty line where a new thought begins, or make a list"),
            );
        }
    }
}
