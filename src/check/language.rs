//! H033: a language whose own words (headings, labels) the program does not have. H046: exercises in a language whose
//! safety box the program does not have.

use super::{Check, Rule, Subject};
use crate::diag::Finding;
use crate::model::locale::Locale;

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: &[], check: Check::Handout(check) };

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let language = &subject.handout.language;
    if Locale::from_tag(&language.value).is_none() {
        let mut known: Vec<&str> = Locale::ALL.iter().map(|locale| locale.language()).collect();
        known.dedup();
        findings.push(
            Finding::error("H033", format!("unknown language `{}`", language.value))
                .at(&language.place, "headings and labels are not known in this language")
                .help(format!("use one of: {}", known.join(", "))),
        );
    }
    let english = Locale::of(&language.value, subject.brand).language() == "en";
    if let (Some(exercises), false) = (&subject.handout.exercises, english)
        && let Some(first) = exercises.ids().next()
    {
        findings.push(
            Finding::error("H046", "exercises cannot be printed in this language")
                .at(&first.place, "the safety box that goes with them is not translated yet")
                .help("take `exercises` out of this handout"),
        );
    }
}
