//! The CDC Clear Communication Index (2014): the parts of it that a program can check.

use super::{Checklist, Facts, Judged, Verdict, agreed};
use crate::check::reading;
use crate::model::handout::{Evidence, Section};
use crate::model::text::{self, Passage};

/// The codes that tell of an incomplete help box.
const HELP: [&str; 7] = ["H027", "H028", "H201", "H202", "H203", "L001", "L010"];

/// What can be said of each item.
pub(super) fn checklist(facts: &Facts<'_>) -> Checklist {
    let handout = facts.handout;
    let sentences = reading::sentences(facts.message).len();
    let stressed = text::parse(&handout.summary.value).unwrap_or_default().iter().any(|passage| match passage {
        Passage::Paragraph(rich) => rich.spans.iter().any(|span| span.bold),
        Passage::List { .. } => false,
    });
    let passive = facts.findings.iter().any(|finding| {
        finding.code == "H104" && finding.place.as_ref().is_some_and(|place| handout.summary.place.holds(place))
    });
    let level = |wanted: &[Evidence]| {
        let items = handout.treatments.iter().flat_map(Section::all_items);
        items.filter_map(|item| item.evidence.as_ref()).any(|label| wanted.contains(&label.value))
    };
    let (good, unsure, bad) = (
        level(&[Evidence::Recommended]),
        level(&[Evidence::MayHelp, Evidence::NotEnoughEvidence]),
        level(&[Evidence::DoNotUse, Evidence::SpecialistOnly]),
    );
    let items = [
        (
            "1",
            "One main message of one to three sentences",
            agreed((1..=3).contains(&sentences), "it has one to three", &format!("it has {sentences}")),
        ),
        ("2", "The main message is in the first section", (Verdict::Agree, "it stands under the title".to_owned())),
        (
            "3",
            "The main message is stressed",
            agreed(stressed, "in a panel, its heart in bold", "nothing in it is in bold"),
        ),
        (
            "6",
            "The main message is in the active voice",
            agreed(!passive, "no passive in it", "a part of it is in the passive"),
        ),
        (
            "7",
            "Words the audience uses",
            facts.none_of(&["H105", "H106", "H108"], "no word to avoid, no term by itself"),
        ),
        ("8", "Lists of seven at most", facts.short_lists()),
        (
            "9",
            "The most important information comes first",
            (Verdict::Person, "Is what matters most at this stage first in each part?".to_owned()),
        ),
        (
            "11",
            "What is known and what is not",
            agreed(
                good && unsure,
                "treatments stand by how good the proof is",
                "treatments do not tell known from unknown",
            ),
        ),
        (
            "12",
            "Why the behaviour matters to the reader",
            (Verdict::Person, "Does each piece of advice say what it is good for?".to_owned()),
        ),
        ("15", "How, when and whom to contact", facts.none_of(&HELP, "three tiers of signs, each with a number")),
        (
            "17",
            "Risks and benefits both",
            agreed(good && bad, "treatments to use and not to use", "only one of them is there"),
        ),
        (
            "20",
            "Numbers are explained",
            (Verdict::Person, "Is each number needed, and its meaning said in words?".to_owned()),
        ),
    ];
    let judged = |(number, item, (verdict, because))| Judged { number, item, verdict, because };
    Checklist { name: "CDC Clear Communication Index, in part", items: items.into_iter().map(judged).collect() }
}
