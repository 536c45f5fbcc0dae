//! Which findings a command tells of that makes something, such as `handout build`: all but advice on a text.
//!
//! What a finding is decides that, and never how its code begins: errors, all that guards a patient's safety, and all
//! that is not about the text but about this run (the command line, a brand's files, a patient's request) are told.

use super::explain;
use crate::diag::{Explanation, Finding, Severity};
use crate::{check, preflight};

/// Codes of rules on a text that are about this run as well, and why.
const ABOUT_THIS_RUN: &[(&str, &str)] = &[
    ("H301", "it depends on the day, and puts a mark on every page"),
    ("L007", "only a run for the press knows how fine a picture must be"),
];

/// Whether a command that makes something tells of a finding. The others are advice on a text that can be printed as it
/// is, and `handout check` gives them.
#[must_use]
pub fn is_told(finding: &Finding) -> bool {
    let is_advice = || explain::of(finding.code).is_some_and(is_advice);
    finding.allowed.is_none() && (finding.severity == Severity::Error || !is_advice())
}

/// Whether what a code means is advice, as long as it is no error.
fn is_advice(explanation: &Explanation) -> bool {
    let rules = check::RULES.iter().map(|rule| rule.explains).chain(preflight::RULES.iter().map(|rule| rule.explains));
    let is_on_text = rules.flatten().any(|own| own.code == explanation.code);
    let is_about_this_run = ABOUT_THIS_RUN.iter().any(|(code, _)| *code == explanation.code);
    is_on_text && !explanation.safety && !is_about_this_run
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(explanation: &Explanation, severity: Severity) -> Finding {
        Finding { severity, ..Finding::note(explanation.code, explanation.title) }
    }

    #[test]
    fn what_guards_safety_is_told_whatever_its_code_and_weight() {
        let mut letters = std::collections::BTreeSet::new();
        for explanation in explain::all().filter(|explanation| explanation.safety) {
            letters.insert(&explanation.code[..1]);
            for severity in [Severity::Note, Severity::Warning, Severity::Error] {
                assert!(is_told(&of(explanation, severity)), "{} as {severity:?}", explanation.code);
            }
        }
        assert!(letters.len() > 2, "{letters:?}");
    }

    #[test]
    fn errors_are_told_unless_they_are_allowed() {
        for explanation in explain::all() {
            let error = of(explanation, Severity::Error);
            assert!(is_told(&error), "{}", explanation.code);
            assert!(!is_told(&Finding { allowed: Some("the board has fixed these words".to_owned()), ..error }));
        }
    }

    #[test]
    fn advice_on_a_text_is_left_to_check() {
        let told = |code| is_told(&of(explain::of(code).expect("a code"), Severity::Warning));
        assert!(["H102", "H303", "H401", "L008"].iter().all(|code| !told(code)));
        assert!(["H301", "L007", "H209", "B002", "S014", "H048"].iter().all(|code| told(code)));
        for (code, _) in ABOUT_THIS_RUN {
            assert!(explain::of(code).is_some(), "{code}");
        }
    }
}
