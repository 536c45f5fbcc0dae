//! H023: a treatment without an evidence label. H024: an evidence label on what is not a treatment. H029: treatments
//! in groups of their own.

use super::{Check, Rule, Subject};
use crate::diag::Finding;
use crate::model::handout::{Item, Section};

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: &[], check: Check::Handout(check) };

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let treatments: Vec<&Item> = subject.handout.treatments.iter().flat_map(Section::all_items).collect();
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
                    .help("add `evidence: recommended`, `may-help`, `not-enough-evidence` or `do-not-use`"),
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
}
