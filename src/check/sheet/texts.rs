//! S008: a character that cannot be printed. Notes are text: nothing in them is refused but such characters.

use super::SheetSubject;
use crate::check::coverage::unprintable;
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
        findings.extend(unprintable("S008", printed, subject.fonts, family));
    }
    request.note.as_ref().map_or_else(Vec::new, |note| text::note(&note.value))
}

/// What the clinician adds to an exercise, on whose card no list can stand: its lines.
pub(super) fn exercise_note(note: Option<&Located<String>>) -> Vec<Passage> {
    note.map_or_else(Vec::new, |note| text::note_lines(&note.value))
}
