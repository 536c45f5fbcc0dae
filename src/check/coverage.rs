//! H032: a character that no face of the leaflet has a shape for.

use super::{Subject, texts};
use crate::diag::Finding;
use crate::text::fonts::DEFAULT_FAMILY;

pub fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let fonts = &subject.brand.fonts;
    let family = fonts.body.as_ref().map_or(DEFAULT_FAMILY, |typeface| typeface.family.value.as_str());
    for printed in texts::of_handout(subject.handout).into_iter().chain(texts::of_brand(subject.brand)) {
        for c in subject.fonts.uncovered(&printed.value, family) {
            findings.push(
                Finding::error("H032", format!("no typeface here has a shape for `{c}` (U+{:04X})", u32::from(c)))
                    .at(&texts::within(&printed.place, &c.to_string()), "this character cannot be printed")
                    .help("leave it out, or give the brand a typeface that has it under `fonts`"),
            );
        }
    }
}
