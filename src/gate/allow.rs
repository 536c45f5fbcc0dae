//! Findings that a file allows, by code and with a reason. What guards a patient's safety cannot be allowed.

use super::explain;
use crate::diag::{Example, Explanation, Finding, Severity};
use crate::model::allowance::Allowance;

/// What is found about allowances themselves.
pub const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: "H047",
        title: "an allowance that cannot be given",
        meaning: "`allow` names a code that does not exist, or one that guards a patient's safety, or one without which \
                  nothing can be laid out. Such a finding stays.",
        why: "A leaflet without its warning signs must not be printed because somebody wrote a reason beside it.",
        example: Example::Handout {
            bad: "allow:\n  - { code: H202, because: we are in a hurry }\n",
            good: "allow: []\n",
        },
        standard: "House rule: safety rules cannot be allowed away.",
        safety: true,
    },
    Explanation {
        code: "H048",
        title: "an allowance for nothing",
        meaning: "`allow` names a finding that this file does not give. It may have been mended since.",
        why: "What is allowed in vain today hides a new mistake tomorrow.",
        example: Example::Handout {
            bad: "allow:\n  - { code: H104, because: the board has fixed these words }\n",
            good: "allow: []\n",
        },
        standard: "House rule.",
        safety: false,
    },
];

/// Why a finding that guards a patient's safety cannot be allowed.
pub const GUARDS_SAFETY: &str = "it guards a patient's safety";

/// Marks the findings that one of `allowances` covers: same code, same file.
pub fn allow(findings: &mut [Finding], allowances: &[Allowance]) {
    for finding in findings.iter_mut().filter(|finding| finding.allowed.is_none()) {
        let covers = |allowance: &&Allowance| {
            let same_file = finding.place.as_ref().is_some_and(|place| place.source == allowance.code.place.source);
            allowance.code.value == finding.code && same_file && why_not(finding.code).is_none()
        };
        finding.allowed = allowances.iter().find(covers).map(|allowance| allowance.because.value.clone());
    }
}

/// Adds what is wrong with `allowances` themselves, once all findings of their file are there.
pub fn check_allowances(findings: &mut Vec<Finding>, allowances: &[Allowance]) {
    let mut found = Vec::new();
    for allowance in allowances {
        let code = &allowance.code;
        if let Some(reason) = why_not(&code.value) {
            found.push(
                Finding::error("H047", format!("`{}` cannot be allowed", code.value))
                    .at(&code.place, reason)
                    .help("take this entry out, and mend what it was for"),
            );
        } else if !findings.iter().any(|f| f.code == code.value && f.allowed.is_some()) {
            found.push(
                Finding::warning("H048", format!("there is no `{}` here to allow", code.value))
                    .at(&code.place, "nothing in this file gives this finding")
                    .help("take this entry out"),
            );
        }
    }
    findings.extend(found.into_iter().filter(|f| f.severity >= Severity::Warning));
}

/// Why a code cannot be allowed.
pub fn why_not(code: &str) -> Option<&'static str> {
    match explain::of(code) {
        None => Some("there is no finding of this code"),
        Some(explanation) if explanation.safety => Some(GUARDS_SAFETY),
        Some(_) if super::CANNOT_BE_LAID_OUT.contains(&code) => Some("without it mended, nothing can be laid out"),
        Some(_) if EXPLANATIONS.iter().any(|own| own.code == code) => Some("it is about an allowance itself"),
        Some(_) if code.starts_with('R') => Some("it is about a list of rows, where nothing is allowed"),
        Some(_) => None,
    }
}
