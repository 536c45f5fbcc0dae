//! H021: a placeholder that stands for nothing under this brand.

use super::{Check, Rule, Subject};
use crate::diag::Finding;
use crate::model::locale::{self, Locale};
use crate::model::text;

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: &[], check: Check::Handout(check) };

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let values = locale::values(subject.brand, Locale::of(&subject.handout.language.value, subject.brand));
    for printed in subject.texts() {
        for placeholder in text::placeholders(&printed.value) {
            if text::value_of(&values, &placeholder.name).is_some() {
                continue;
            }
            let shown = &printed.value[placeholder.span.clone()];
            let mut finding = Finding::error("H021", format!("unknown placeholder `{shown}`"))
                .at(&printed.place.of(shown), "the brand has no value of this name");
            let near = values.keys().map(|name| (strsim::damerau_levenshtein(name, &placeholder.name), name)).min();
            finding = match near {
                Some((distance, name)) if distance <= 3 => finding.help(format!("did you mean `{{{{{name}}}}}`?")),
                _ => finding.help(format!(
                    "add it under `words` or `contact` in the brand, or use one of: {}",
                    values.keys().cloned().collect::<Vec<_>>().join(", ")
                )),
            };
            findings.push(finding);
        }
    }
}
