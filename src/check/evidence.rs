//! H023: a treatment without an evidence label. H024: an evidence label on what is not a treatment. H029: treatments
//! in groups of their own.

use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::handout::{Item, Section};

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[
        Explanation {
            code: "H023",
            title: "a treatment without an evidence label",
            meaning: "Every treatment says how good the proof for it is, with `evidence`.",
            why: "Without the label, what may do harm stands beside what guidelines advise, and looks the same.",
            example: Example::Handout {
                bad: "treatments:\n  items:\n    - name: Gentle exercise\n      text: It makes pain milder.\n",
                good: concat!(
                    "treatments:\n",
                    "  items:\n",
                    "    - name: Gentle exercise\n",
                    "      evidence: recommended\n",
                    "      text: It makes pain milder.\n",
                    "      sources: [R1]\n",
                ),
            },
            standard: "Clinical brief, part 1.0a: evidence labels; CDC Clear Communication Index: what is known and \
                       what is not known.",
            safety: true,
        },
        Explanation {
            code: "H024",
            title: "an evidence label on what is not a treatment",
            meaning: "`evidence` stands at an item outside `treatments`, where no label is printed; or `keep_taking` \
                      stands in another section.",
            why: "The writer took the item for a treatment. Where it stands, a patient cannot see how good the proof \
                  is.",
            example: Example::Handout {
                bad: "prevention:\n  items:\n    - text: Rest before the pain builds.\n      evidence: may-help\n",
                good: "prevention:\n  items:\n    - text: Rest before the pain builds.\n",
            },
            standard: "Clinical brief, part 1.0a: evidence labels.",
            safety: false,
        },
        Explanation {
            code: "H029",
            title: "treatments in groups of their own",
            meaning: "Treatments are grouped by how good the proof is, best first. `groups` with titles of their own \
                      would break that order.",
            why: "A patient sees at a glance what to try first and what to leave alone.",
            example: Example::Handout {
                bad: concat!(
                    "treatments:\n",
                    "  groups:\n",
                    "    - title: At home\n",
                    "      items:\n",
                    "        - text: Gentle exercise makes pain milder.\n",
                    "          evidence: recommended\n",
                    "          sources: [R1]\n",
                ),
                good: concat!(
                    "treatments:\n",
                    "  items:\n",
                    "    - text: Gentle exercise makes pain milder.\n",
                    "      evidence: recommended\n",
                    "      sources: [R1]\n",
                ),
            },
            standard: "Clinical brief, part 1.0b: treatments ranked by evidence.",
            safety: false,
        },
    ],
    check: Check::Handout(check),
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let treatments: Vec<&Item> = subject.handout.treatments.iter().flat_map(Section::labelled).collect();
    for group in subject.handout.treatments.iter().flat_map(|section| &section.groups) {
        findings.push(
            Finding::error("H029", "treatments are grouped by how good the proof is, not by titles")
                .at(&group.title.place, "this title would not be printed")
                .help("move these treatments to `items`; their `evidence` groups them"),
        );
    }
    for item in &treatments {
        if item.evidence.is_none() {
            findings.push(
                Finding::error("H023", "a treatment needs an evidence label")
                    .at(
                        &item.text.place.of(item.text.value.lines().next().unwrap_or_default()),
                        "how good is the proof for this?",
                    )
                    .help("add `evidence: recommended`, `may-help`, `not-enough-evidence`, `specialist-only` or `do-not-use`"),
            );
        }
    }
    for item in subject.handout.all_items() {
        let is_treatment = treatments.iter().any(|treatment| std::ptr::eq(*treatment, item));
        if let (Some(evidence), false) = (&item.evidence, is_treatment) {
            findings.push(
                Finding::error("H024", "an evidence label belongs to treatments")
                    .at(&evidence.place, "this item is not a treatment")
                    .help("take `evidence` out, or move the item to `treatments`"),
            );
        }
    }
    for item in
        [&subject.handout.causes, &subject.handout.prevention].into_iter().flatten().flat_map(|s| &s.keep_taking)
    {
        findings.push(
            Finding::error("H024", "`keep_taking` belongs to treatments")
                .at(&item.text.place, "this would not be printed")
                .help("move it to `treatments`"),
        );
    }
}
