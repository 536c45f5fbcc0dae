//! H201: a line of the help box that tells nothing: a sign without words, or a tier whose heading or numbers do not say
//! what to do.

use super::prose::{of_item, plain};
use super::words::{Patterns, Tongue, Words};
use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::Located;

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: EXPLANATIONS, check: Check::Handout(check) };

const EXPLANATIONS: &[Explanation] = &[Explanation {
    code: "H201",
    title: "a line of the help box that tells nothing",
    meaning: "A warning sign has no words once it is printed, as a line of dots. Or `call` does not say what to do: to \
              call, to go, to book. Or `numbers` is an empty list, so that the tier has no number to call. A tier without \
              `call` and `numbers` has the usual ones and is fine.",
    why: "In an emergency each line has to say what to look for and what to do.",
    example: Example::Words {
        bad: "emergency: { call: Emergency, numbers: [], signs: [\"...\"] }",
        good: "emergency: { call: Call now, signs: [You cannot pee] }",
    },
    standard: "Clinical brief 1.0c.",
    safety: true,
}];

/// What a heading tells her to do.
const ACTION: Patterns = Patterns {
    english: &["call*/ring/phone/dial/go/book/see/contact/tell/ask/speak/visit/come/get help/talk"],
    spanish: &["llam*/vaya/ir/acuda/pida/hable/consult*/contact*/avis*/marque/busque/reserv*"],
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let values = subject.values();
    for tier in subject.handout.seek_care.tiers() {
        for sign in tier.all_signs().filter(|sign| Words::of(&of_item(sign, &values)).is_empty()) {
            let finding = Finding::error("H201", "a warning sign without words");
            findings
                .push(finding.at(&sign.text.place, "nothing can be read here").help("write the sign, or take it out"));
        }
        let says_nothing = |call: &&Located<String>| {
            let words = Words::of(&plain(&call.value, &values).join(" "));
            Tongue::of(subject.handout).is_some_and(|tongue| !ACTION.find(tongue, &words))
        };
        let calls = tier.call.iter().chain(&tier.call_without_maternity_line);
        for call in calls.filter(says_nothing) {
            findings.push(
                Finding::error("H201", "the heading of this tier does not say what to do")
                    .at(&call.place, "call whom, or go where?")
                    .help("write, for example, `Call now, day or night`, or take `call` out"),
            );
        }
        let place = tier.all_signs().next().map(|sign| &sign.text.place);
        if place.is_none() {
            let place = tier.call.as_ref().map_or(&subject.handout.title.place, |call| &call.place);
            let finding = Finding::error("H201", "a tier of the help box without a sign");
            findings.push(finding.at(place, "when should she do this?").help("write its signs under `signs`"));
        }
        if let (Some([]), Some(place)) = (tier.numbers.as_deref(), place) {
            findings.push(
                Finding::error("H201", "this tier has no number to call")
                    .at(place, "its `numbers` are an empty list")
                    .help("name a number, such as `phone`, or take `numbers` out for the usual one"),
            );
        }
    }
}
