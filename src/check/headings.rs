//! H110: a heading that says nothing of what stands under it.

use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::Located;

/// Headings that would fit over anything, in small letters.
const EMPTY: [&str; 40] = [
    "about",
    "additional information",
    "advice",
    "background",
    "details",
    "extra",
    "facts",
    "further information",
    "general",
    "general advice",
    "general information",
    "good to know",
    "important",
    "important information",
    "info",
    "information",
    "introduction",
    "misc",
    "miscellaneous",
    "more",
    "more advice",
    "more information",
    "notes",
    "other",
    "other advice",
    "other information",
    "other things",
    "others",
    "overview",
    "please note",
    "summary",
    "things to know",
    "tips",
    "useful information",
    "what else",
    "información",
    "introducción",
    "más información",
    "otros",
    "general advice and information",
];

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H110",
        title: "a heading that says nothing",
        meaning: "A title or heading is “Other”, “More”, “Information”, “Introduction” or the like, which would fit over \
                  any text. English and Spanish.",
        why: "Readers look for their question in the headings, and screen readers list them by themselves.",
        example: Example::Handout {
            bad: "prevention:\n  groups:\n    - title: Other\n      items: [Rest before the pain builds.]\n",
            good: "prevention:\n  groups:\n    - title: Rest\n      items: [Rest before the pain builds.]\n",
        },
        standard: "PEMAT 9: informative headings. WCAG 2.1, 2.4.6: headings describe topic or purpose.",
        safety: false,
    }],
    check: Check::Handout(check),
};

/// Whether a heading says nothing of what stands under it.
#[must_use]
pub fn says_nothing(heading: &str) -> bool {
    let plain = heading.trim().trim_end_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    EMPTY.contains(&plain.as_str())
}

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    for heading in headings(subject).into_iter().filter(|heading| says_nothing(&heading.value)) {
        findings.push(
            Finding::warning("H110", format!("a heading that says nothing: “{}”", heading.value.trim()))
                .at(&heading.place, "it would fit over any text")
                .help("name what stands under it, such as “Sleep” or “At work”"),
        );
    }
}

/// The titles that the handout brings itself.
fn headings(subject: Subject<'_>) -> Vec<&Located<String>> {
    let handout = subject.handout;
    let mut headings = vec![&handout.title];
    for section in [&handout.causes, &handout.prevention, &handout.treatments].into_iter().flatten() {
        headings.extend(&section.title);
        headings.extend(section.groups.iter().map(|group| &group.title));
    }
    headings.extend(handout.exercises.iter().filter_map(|exercises| exercises.title.as_ref()));
    for more in &handout.more {
        headings.push(&more.title);
        headings.extend(more.groups.iter().map(|group| &group.title));
    }
    headings.extend(&handout.seek_care.title);
    headings
}
