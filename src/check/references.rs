//! H022: a cited source that is not in `sources.yaml`.

use super::{Check, Rule, Subject};
use crate::diag::Finding;

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: &[], check: Check::Handout(check) };

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
                finding.help(format!("did you mean `{known}`? Or add `{}` to `sources.yaml`", id.value))
            }
            _ => finding.help(format!("add `{}: {{ title: …, publisher: …, year: … }}` to `sources.yaml`", id.value)),
        });
    }
}
