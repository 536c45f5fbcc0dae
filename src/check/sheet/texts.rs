//! S007: markup that a sheet cannot print. S008: a character that cannot be printed.

use super::SheetSubject;
use crate::diag::Finding;
use crate::model::Located;
use crate::model::text::{self, Passage};
use crate::text::fonts::DEFAULT_FAMILY;

/// Every printed text of the request; gives its note.
pub(super) fn check(subject: SheetSubject<'_>, findings: &mut Vec<Finding>) -> Vec<Passage> {
    let request = subject.request;
    let fonts = &subject.brand.fonts;
    let family = fonts.body.as_ref().map_or(DEFAULT_FAMILY, |typeface| typeface.family.value.as_str());
    let fields = [&request.patient, &request.clinician, &request.note, &request.next_visit];
    let notes = request.exercises.iter().filter_map(|chosen| chosen.note.as_ref());
    let reasons = request.overrides.iter().map(|word| &word.because);
    for printed in fields.into_iter().flatten().chain(notes).chain(reasons) {
        for c in subject.fonts.uncovered(&printed.value, family) {
            findings.push(
                Finding::error("S008", format!("no typeface here has a shape for `{c}` (U+{:04X})", u32::from(c)))
                    .at(&printed.place.of(&c.to_string()), "this character cannot be printed")
                    .help("leave it out, or give the brand a typeface that has it under `fonts`"),
            );
        }
    }
    request.note.as_ref().map_or_else(Vec::new, |note| passages(note, findings))
}

/// What the clinician adds to an exercise: one paragraph.
pub(super) fn exercise_note(note: Option<&Located<String>>, findings: &mut Vec<Finding>) -> Vec<Passage> {
    let Some(note) = note else { return Vec::new() };
    let passages = passages(note, findings);
    if passages.iter().any(|passage| matches!(passage, Passage::List { .. })) {
        findings.push(
            Finding::error("S007", "a list cannot be printed on an exercise's card")
                .at(&note.place, "in this note")
                .help("say it in a sentence, or put it in the sheet's own `note`"),
        );
    }
    passages
}

fn passages(note: &Located<String>, findings: &mut Vec<Finding>) -> Vec<Passage> {
    text::parse(&note.value).unwrap_or_else(|unsupported| {
        findings.extend(unsupported.into_iter().map(|what| {
            Finding::error("S007", format!("{} cannot be printed on a sheet", what.0))
                .at(&note.place, "in this note")
                .help("notes may hold **bold**, [links](https://…) and lists; write plain words for anything else")
        }));
        Vec::new()
    })
}
