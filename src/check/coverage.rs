//! H032: a character that is no text, or that no face of the leaflet has a shape for.

use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::text::{Fault, fault};
use crate::model::{Located, texts};
use crate::text::fonts::{DEFAULT_FAMILY, FontSet};

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H032",
        title: "a character that cannot be printed",
        meaning: "No typeface of the leaflet has a shape for this character; typefaces of the brand and those that \
                      come with the program are searched. Or it is no text: a control character, a sign of a symbol font, \
                      the mark of a lost letter or of a pasted picture, a mark that turns words round. Soft hyphens, \
                      byte order marks and the like are left out without a word.",
        why: "It would be printed as an empty box or not at all, and a word could lose its meaning.",
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
    let reviews = subject.handout.imprint.reviewed_by.iter().map(|review| &review.name);
    let texts = subject.texts().into_iter().chain(texts::of_brand(subject.brand));
    for printed in texts.chain(reviews) {
        findings.extend(unprintable("H032", printed, subject.fonts, family));
    }
}

/// A finding for each character of a text that cannot be printed, once for each character: it is no text, or no typeface
/// has a shape for it.
fn unprintable(code: &'static str, text: &Located<String>, fonts: &FontSet, family: &str) -> Vec<Finding> {
    let place = |c: char| text.place.of(&c.to_string());
    let mut faulty: Vec<char> = text.value.chars().filter(|c| fault(*c).is_some()).collect();
    faulty.sort_unstable();
    faulty.dedup();
    let named = faulty.iter().filter_map(|&c| {
        let Fault { what, help } = fault(c)?;
        let message = format!("U+{:04X} cannot be printed: it is {what}", u32::from(c));
        Some(Finding::error(code, message).at(&place(c), "it stands here").help(help))
    });
    let uncovered = fonts.uncovered(&text.value, family).into_iter().filter(|c| !faulty.contains(c)).map(|c| {
        Finding::error(code, format!("no typeface here has a shape for `{c}` (U+{:04X})", u32::from(c)))
            .at(&place(c), "this character cannot be printed")
            .help("leave it out, or give the brand a typeface that has it under `fonts`")
    });
    named.chain(uncovered).collect()
}
