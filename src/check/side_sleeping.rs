//! H212: how to lie asleep from week 28, without a word on waking up on the back.

use super::prose::plain;
use super::words::{Patterns, Tongue, Words};
use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::Located;
use crate::model::handout::{Handout, MoreSection, Section, Stage};

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: EXPLANATIONS, check: Check::Handout(check) };

const EXPLANATIONS: &[Explanation] = &[Explanation {
    code: "H212",
    title: "sleep on your side, without “do not worry”",
    meaning: "An item, an answer or a paragraph says to go to sleep on the side from week 28, or says so in a leaflet for \
              the third trimester, and does not say `do not worry` about waking up on the back.",
    why: "Nobody chooses how she lies while she is asleep. Without that word she may lie awake for fear of harming her \
          baby.",
    example: Example::Handout {
        bad: "prevention:\n  items:\n    - From week 28, go to sleep on your side.\n",
        good: "prevention:\n  items:\n    - >\n      From week 28, go to sleep on your side. If you wake on your back, do not \
               worry. Roll to your side.\n",
    },
    standard: "Clinical brief, five things every page must say; NHS, Tommy’s sleep on side advice.",
    safety: true,
}];

/// What tells her how to lie asleep.
const ON_THE_SIDE: Patterns = Patterns {
    english: &[
        "sleep on your side/sleep on the side/asleep on your side/each sleep on your side/every sleep on your side",
    ],
    spanish: &["dormir de lado/duerma de lado/duermase de lado/dormirse de lado/acuestese de lado para dormir"],
};

/// That it is about the weeks in which it matters.
const LATE: Patterns =
    Patterns { english: &["week 28/28 weeks/third trimester"], spanish: &["semana 28/28 semanas/tercer trimestre"] };

/// What takes the fear away.
const CALM: Patterns = Patterns {
    english: &["do not worry/no need to worry/it is fine if you wake/do not be afraid"],
    spanish: &["no se preocupe/no hay que preocuparse/no tenga miedo"],
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let (handout, values) = (subject.handout, subject.values());
    let Some(tongue) = Tongue::of(handout) else { return };
    for texts in together(handout) {
        let printed: Vec<String> = texts.iter().map(|text| plain(&text.value, &values).join(" ")).collect();
        let words = Words::of(&printed.join(". "));
        let late = handout.stage.value == Stage::ThirdTrimester || LATE.find(tongue, &words);
        if late && ON_THE_SIDE.find(tongue, &words) && !CALM.find(tongue, &words) {
            let Some(text) = texts.last() else { continue };
            findings.push(
                Finding::error("H212", "side sleeping without a word on waking up on the back")
                    .at(&text.place, "this may keep her awake")
                    .help("add: “If you wake on your back, do not worry. Roll to your side and go back to sleep.”"),
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
