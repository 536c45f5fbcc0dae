//! H201: a line of the help box that tells nothing: a sign without words, or a tier whose heading or numbers do not say
//! what to do.

use super::prose::{of_item, plain};
use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::Located;
use crate::model::patterns::{Words, primary_language};

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
        bad: "emergency: { call: Urgent, numbers: [], signs: [\"...\"] }",
        good: "emergency: { call: Call now, signs: [You have a high fever] }",
    },
    standard: "Clinical brief 1.0c.",
    safety: true,
}];

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let (topic, care) = (subject.topic, &subject.handout.seek_care);
    let (values, language) = (subject.values(), primary_language(&subject.handout.language.value));
    let actions = &topic.signs.actions;
    let title = &subject.handout.title.place;
    findings.extend(unknown_tiers(subject));
    for kind in topic.tiers().iter().filter(|kind| !care.tiers.is_empty() && care.tier(kind.id.value).is_none()) {
        let finding = Finding::error("H201", format!("the help box has no tier `{}`", kind.id.value));
        findings.push(finding.at(title, "its signs are left out").help("write it under `seek_care`, with its signs"));
    }
    for tier in care.tiers() {
        for sign in tier.all_signs().filter(|sign| Words::of(&of_item(sign, &values)).is_empty()) {
            let finding = Finding::error("H201", "a warning sign without words");
            findings
                .push(finding.at(&sign.text.place, "nothing can be read here").help("write the sign, or take it out"));
        }
        let says_nothing = |call: &&Located<String>| {
            let words = Words::of(&plain(&call.value, &values).join(" "));
            !actions.of(&language).is_empty() && !actions.find(&language, &words)
        };
        let calls = tier.call.iter().chain(&tier.call_without_number);
        for call in calls.filter(says_nothing) {
            findings.push(
                Finding::error("H201", "the heading of this tier does not say what to do")
                    .at(&call.place, "call whom, or go where?")
                    .help("write, for example, `Call now, day or night`, or take `call` out"),
            );
        }
        let place = tier.all_signs().next().map(|sign| &sign.text.place);
        if place.is_none() {
            let place = tier.call.as_ref().filter(|call| call.place.source == title.source);
            let place = place.map_or(title, |call| &call.place);
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

/// Tiers that the topic does not have: their signs would not be printed.
fn unknown_tiers(subject: Subject<'_>) -> impl Iterator<Item = Finding> {
    let (topic, handout) = (subject.topic, subject.handout);
    let care = &handout.seek_care;
    let written = care.tiers.iter().map(|(id, tier)| (*id, tier.all_signs().next()));
    let added = care.add.iter().map(|(id, signs)| (*id, signs.first()));
    written.chain(added).filter(|(id, _)| topic.tier(*id).is_none()).map(move |(id, sign)| {
        let place = sign.map_or(&handout.title.place, |sign| &sign.text.place);
        let known: Vec<&str> = topic.tiers().iter().map(|kind| kind.id.value.as_str()).collect();
        Finding::error("H201", format!("the topic has no tier `{id}`"))
            .at(place, "this would not be printed")
            .help(format!("use one of: {}", known.join(", ")))
    })
}
