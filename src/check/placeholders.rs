//! H021: a placeholder that stands for nothing under this brand.

use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::brand::is_optional;
use crate::model::text;

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H021",
        title: "a placeholder that stands for nothing",
        meaning: "Words in double braces stand for what differs from clinic to clinic, such as `{{phone}}`. The \
                      brand has no value of this name. What only some brands have stands in double square brackets, with the \
                      words around it: `[[ or call {{crisis_line}}]]` is left out where there is no such number.",
        why: "Many placeholders are telephone numbers. A leaflet must not say `Call {{phones}}`.",
        example: Example::Handout {
            bad: "prevention:\n  items:\n    - \"For a support belt, call {{phones}}.\"\n",
            good: "prevention:\n  items:\n    - \"For a support belt, call {{phone}}.\"\n",
        },
        standard: "House rule; NHS content standard: contact details.",
        safety: true,
    }],
    check: Check::Handout(check),
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let values = subject.values();
    for printed in subject.texts() {
        let optional = text::optional_parts(&printed.value);
        for placeholder in text::placeholders(&printed.value) {
            if text::value_of(&values, &placeholder.name).is_some() {
                continue;
            }
            let may_go = optional.iter().any(|part| part.contains(&placeholder.span.start));
            if may_go && is_optional(&placeholder.name) {
                continue;
            }
            let shown = &printed.value[placeholder.span.clone()];
            let mut finding = Finding::error("H021", format!("unknown placeholder `{shown}`"))
                .at(&printed.place.of(shown), "the brand has no value of this name");
            let near = values.keys().map(|name| (strsim::damerau_levenshtein(name, &placeholder.name), name)).min();
            finding = match near {
                Some((distance, name)) if distance <= 3 => {
                    let meant = format!("{{{{{name}}}}}");
                    finding.help(format!("did you mean `{meant}`?")).meant(shown, &meant)
                }
                _ => finding.help(format!(
                    "add it under `words` or `contact` in the brand, or use one of: {}",
                    values.keys().cloned().collect::<Vec<_>>().join(", ")
                )),
            };
            findings.push(finding);
        }
    }
}
