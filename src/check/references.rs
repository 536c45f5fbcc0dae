//! H022: a cited source that is not in `sources.yaml`.

use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H022",
        title: "an unknown source",
        meaning: "`sources` names an id that is not in `sources.yaml`, neither the library's nor the clinic's \
                      own.",
        why: "Whoever checks the leaflet, or asks where its advice is from, must be able to find out.",
        example: Example::Handout {
            bad: "prevention:\n  items:\n    - text: Rest before the pain builds.\n      sources: [R99]\n",
            good: "prevention:\n  items:\n    - text: Rest before the pain builds.\n      sources: [R1]\n",
        },
        standard: "PIF TICK and NHS content standard: where the evidence comes from.",
        safety: false,
    }],
    check: Check::Handout(check),
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let of_exercises = subject.used_exercises().flat_map(|exercise| &exercise.sources);
    for id in subject.handout.cited().chain(of_exercises) {
        if subject.sources.contains_key(&id.value) {
            continue;
        }
        let finding = Finding::error("H022", format!("unknown source `{}`", id.value))
            .at(&id.place, "`sources.yaml` has no source of this id");
        let near = subject.sources.keys().map(|known| (strsim::damerau_levenshtein(known, &id.value), known)).min();
        findings.push(match near {
            Some((1, known)) if id.value.len() > 2 => {
                let help = format!("did you mean `{known}`? Or add `{}` to `sources.yaml`", id.value);
                finding.help(help).meant(&id.value, known)
            }
            _ => finding.help(format!("add `{}: {{ title: …, publisher: …, year: … }}` to `sources.yaml`", id.value)),
        });
    }
}
