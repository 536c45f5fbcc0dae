//! H206: a medicine that is named without a word on whom to ask or how to take it.

use super::prose::{of_item, plain};
use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::Located;
use crate::model::handout::Item;
use crate::model::patterns::{Words, primary_language};

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: EXPLANATIONS, check: Check::Handout(check) };

const EXPLANATIONS: &[Explanation] = &[Explanation {
    code: "H206",
    title: "a medicine without a word of care",
    meaning: "An item, an answer or a paragraph names a medicine of the topic's list, and nothing in it says to ask first, \
              not to take it, or how to take it: `ask`, `do not`, `prescribed`, `lowest dose`, `follow the pack`. In an \
              item that is labelled `specialist-only` or `do-not-use` the label itself is that word, as long as the text \
              does not tell a reader to take the medicine. The help box is left out.",
    why: "No medicine is right for everybody. Who reads a name alone may buy it.",
    example: Example::OfTopic,
    standard: "House rule, with the topic's list of medicines.",
    safety: true,
}];

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let (handout, values, known) = (subject.handout, subject.values(), &subject.topic.medicines);
    let language = primary_language(&handout.language.value);
    let mut read = |place: &Located<String>, printed: &str, warned: bool| {
        let words = Words::of(printed);
        let bare = !warned || known.advice.find(&language, &words);
        if bare && known.names.find(&language, &words) && !known.care.find(&language, &words) {
            findings.push(
                Finding::error("H206", "a medicine is named without saying to ask first or how to take it")
                    .at(&place.place, "no word here on whom to ask, or how to take it")
                    .help(
                        "add, for example: “Ask before you take it”, or “Use the lowest dose that helps, for the shortest time”",
                    ),
            );
        }
    };
    let sections = [&handout.causes, &handout.prevention, &handout.treatments].into_iter().flatten();
    let intros = sections.map(|section| &section.intro).chain(handout.more.iter().map(|more| &more.intro));
    let exercises = handout.exercises.iter().map(|exercises| &exercises.intro);
    for text in intros.chain(exercises).flatten().chain([&handout.summary]).chain(&handout.seek_care.notes) {
        read(text, &plain(&text.value, &values).join(" "), false);
    }
    let signs: Vec<&Item> = handout.seek_care.all_signs().collect();
    for item in handout.all_items().filter(|item| !signs.iter().any(|sign| std::ptr::eq(*sign, *item))) {
        let warned = item.evidence.as_ref().is_some_and(|label| label.value.warns());
        read(item.name.as_ref().unwrap_or(&item.text), &of_item(item, &values), warned);
    }
    for question in handout.questions.iter().flatten() {
        let printed = [&question.question, &question.answer].map(|text| plain(&text.value, &values).join(" "));
        read(&question.answer, &printed.join(" "), false);
    }
}
