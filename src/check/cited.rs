//! H305: a handout that cites nothing. H306: a source that nothing cites.

use std::collections::BTreeSet;

use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::exercise::Library;
use crate::model::handout::Handout;
use crate::model::sources::Sources;

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[
        Explanation {
            code: "H305",
            title: "a handout without a single source",
            meaning: "No item, question or exercise of this handout names a source.",
            why: "A reader may ask where advice comes from, and whoever reviews it next has to know.",
            example: Example::Handout {
                bad: "causes:\n  items: [Your back muscles work hard.]\ntreatments:\n  items:\n    - { text: Gentle exercise, \
                      evidence: recommended }\n",
                good: "causes:\n  items:\n    - { text: Your back muscles work hard., sources: [R1] }\n",
            },
            standard: "NHS content standard and PIF TICK: say where the evidence comes from.",
            safety: false,
        },
        Explanation {
            code: "H306",
            title: "a source that nothing cites",
            meaning: "Neither a handout nor an exercise names this entry of `sources.yaml`. Only `handout check` without \
                      names tells of it, since it reads them all.",
            why: "Sources have to be opened again at every review. One that nothing rests on wastes that time.",
            example: Example::Words {
                bad: "R99: { title: A study that we no longer cite }\n",
                good: "take the entry out of `sources.yaml`, or cite it: `sources: [R99]`\n",
            },
            standard: "House rule.",
            safety: false,
        },
    ],
    check: Check::Handout(check),
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let of_exercises = subject.used_exercises().flat_map(|exercise| &exercise.sources);
    if subject.handout.cited().chain(of_exercises).next().is_none() {
        findings.push(
            Finding::warning("H305", "this handout cites no source")
                .at(&subject.handout.title.place, "where does its advice come from?")
                .help("list sources in `sources.yaml`, and name them where they are used: `sources: [R1]`"),
        );
    }
}

/// Findings on the sources that neither handouts nor exercises cite.
#[must_use]
pub fn uncited(sources: &Sources, handouts: &[Handout], exercises: &Library) -> Vec<Finding> {
    let of_exercises = exercises.values().flat_map(|exercise| &exercise.sources);
    let cited: BTreeSet<&str> =
        handouts.iter().flat_map(Handout::cited).chain(of_exercises).map(|id| id.value.as_str()).collect();
    let idle = sources.iter().filter(|(id, _)| !cited.contains(id.as_str()));
    idle.map(|(id, source)| {
        Finding::warning("H306", format!("nothing cites the source `{id}`"))
            .at(&source.title.place, "no handout and no exercise names it")
            .help("cite it where it is used, or take it out")
    })
    .collect()
}
