//! H032: a character that no face of the leaflet has a shape for.

use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::texts;
use crate::text::fonts::DEFAULT_FAMILY;

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H032",
        title: "a character that cannot be printed",
        meaning: "No typeface of the leaflet has a shape for this character. Typefaces of the brand and those \
                      that come with the program are searched.",
        why: "It would be printed as an empty box, and a word could lose its meaning.",
        example: Example::Handout {
            bad: "summary: Keep moving 🙂, and learn the warning signs.\n",
            good: "summary: Keep moving, and learn the warning signs.\n",
        },
        standard: "PDF/A-2 (ISO 19005-2) and PDF/UA-1 (ISO 14289-1): every character that is shown has a glyph in \
                       an embedded font.",
        safety: false,
    }],
    check: Check::Handout(check),
};

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let fonts = &subject.brand.fonts;
    let family = fonts.body.as_ref().map_or(DEFAULT_FAMILY, |typeface| typeface.family.value.as_str());
    let reviews = subject.handout.imprint.reviewed_by.iter().flat_map(|review| [&review.name, &review.role]);
    let texts = subject.texts().into_iter().chain(texts::of_brand(subject.brand));
    for printed in texts.chain(reviews) {
        for c in subject.fonts.uncovered(&printed.value, family) {
            findings.push(
                Finding::error("H032", format!("no typeface here has a shape for `{c}` (U+{:04X})", u32::from(c)))
                    .at(&printed.place.of(&c.to_string()), "this character cannot be printed")
                    .help("leave it out, or give the brand a typeface that has it under `fonts`"),
            );
        }
    }
}
