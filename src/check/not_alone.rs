//! H212: advice that stands alone, without what must be said beside it. Which advice that is, is asked of the topic.

use super::prose::plain;
use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::Located;
use crate::model::handout::{Handout, MoreSection, Section};
use crate::model::patterns::{Words, primary_language};

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: EXPLANATIONS, check: Check::Handout(check) };

const EXPLANATIONS: &[Explanation] = &[Explanation {
    code: "H212",
    title: "advice that must not stand alone",
    meaning: "An item, an answer or a paragraph gives advice of the topic's list, and does not say what must stand beside it.",
    why: "Half of some advice does more harm than none: it frightens, or it is followed too far.",
    example: Example::OfTopic,
    standard: "House rule, with the topic's list of such advice.",
    safety: true,
}];

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let (handout, values) = (subject.handout, subject.values());
    let (stage, language) = (handout.stage.value.key(), primary_language(&handout.language.value));
    for texts in together(handout) {
        let printed: Vec<String> = texts.iter().map(|text| plain(&text.value, &values).join(" ")).collect();
        let words = Words::of(&printed.join(". "));
        let Some(text) = texts.last() else { continue };
        for rule in subject.topic.rules.not_alone.iter().filter(|rule| rule.is_broken_by(stage, &language, &words)) {
            findings.push(
                Finding::error("H212", rule.finding.message.value.trim())
                    .at(&text.place, rule.finding.because.value.trim())
                    .help(rule.finding.help.value.trim()),
            );
        }
    }
}

/// The texts that are read together: an item with its name, a question with its answer, a paragraph by itself.
fn together(handout: &Handout) -> Vec<Vec<&Located<String>>> {
    let mut texts = vec![vec![&handout.summary]];
    let sections = [&handout.causes, &handout.prevention, &handout.treatments].into_iter().flatten();
    let intros = sections.map(|section: &Section| &section.intro);
    let intros = intros.chain(handout.exercises.iter().map(|exercises| &exercises.intro));
    let intros = intros.chain(handout.more.iter().map(|more: &MoreSection| &more.intro));
    texts.extend(intros.flatten().map(|intro| vec![intro]));
    texts.extend(handout.all_items().map(|item| item.name.iter().chain([&item.text]).collect()));
    texts.extend(handout.questions.iter().flatten().map(|asked| vec![&asked.question, &asked.answer]));
    texts
}
