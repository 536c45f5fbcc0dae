//! S008: a character that cannot be printed. Notes are text: nothing in them is refused but such characters. No finding
//! says which letters a patient's words have.

use std::collections::BTreeSet;

use unicode_script::{Script, UnicodeScript as _};

use super::SheetSubject;
use crate::diag::Finding;
use crate::model::text::{self, Fault, Passage, fault};
use crate::model::{Located, Private};
use crate::text::fonts::{DEFAULT_FAMILY, FontSet};

/// Every printed text of the request; gives its note.
pub(super) fn check(subject: SheetSubject<'_>, findings: &mut Vec<Finding>) -> Vec<Passage> {
    let request = subject.request;
    let fonts = &subject.brand.fonts;
    let family = fonts.body.as_ref().map_or(DEFAULT_FAMILY, |typeface| typeface.family.value.as_str());
    let own = [
        ("`patient`", request.patient.as_ref()),
        ("`clinician`", request.clinician.as_ref()),
        ("`note`", request.note.as_ref()),
        ("`next_visit`", request.next_visit.as_ref()),
    ];
    let own = own.into_iter().filter_map(|(what, text)| Some((what, text?)));
    let notes = request.exercises.iter().filter_map(|chosen| Some(("the note on an exercise", chosen.note.as_ref()?)));
    let reasons = request.overrides.iter().map(|word| ("the reason of an override", &word.because));
    for (what, printed) in own.chain(notes).chain(reasons) {
        findings.extend(unprintable(what, printed, subject.fonts, family));
    }
    request.note.as_ref().map_or_else(Vec::new, |note| text::note(note.value.expose()))
}

/// A finding for each kind of character of a text that cannot be printed: it is no text, or no typeface has a shape for it.
fn unprintable(what: &str, printed: &Located<Private<String>>, fonts: &FontSet, family: &str) -> Vec<Finding> {
    let text = printed.value.expose();
    let faulty: BTreeSet<char> = text.chars().filter(|c| fault(*c).is_some()).collect();
    let named = faulty.iter().filter_map(|&c| {
        let Fault { what: kind, help } = fault(c)?;
        let message = format!("{what} has U+{:04X}, which cannot be printed: it is {kind}", u32::from(c));
        Some(Finding::error("S008", message).at(&printed.place, "it stands in here").help(help))
    });
    let missing: Vec<char> = fonts.uncovered(text, family).into_iter().filter(|c| !faulty.contains(c)).collect();
    let uncovered = kinds(&missing).into_iter().map(|kind| {
        Finding::error("S008", format!("{what} has {kind}, for which no typeface here has a shape"))
            .at(&printed.place, "this cannot be printed")
            .help("write it in other letters, or give the brand a typeface that has them under `fonts`")
    });
    named.chain(uncovered).collect()
}

/// What characters are, in words, each kind once. A letter is part of a name and is not told, only its script; a sign or
/// an emoji belongs to nobody.
fn kinds(characters: &[char]) -> BTreeSet<String> {
    let kind = |c: &char| match c.script() {
        Script::Common => format!("a sign or emoji (U+{:04X})", u32::from(*c)),
        Script::Inherited | Script::Unknown => "marks that belong to other letters".to_owned(),
        script => format!("letters of the {} script", script.full_name().replace('_', " ")),
    };
    characters.iter().map(kind).collect()
}

/// What the clinician adds to an exercise, on whose card no list can stand: its lines.
pub(super) fn exercise_note(note: Option<&Located<Private<String>>>) -> Vec<Passage> {
    note.map_or_else(Vec::new, |note| text::note_lines(note.value.expose()))
}
