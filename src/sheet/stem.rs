//! What the file of a sheet is called.

use crate::model::approval;
use crate::model::dose::DoseEntry;
use crate::model::patient::SheetRequest;

/// What the file of a sheet is called, without its ending: its id, or a name that tells nothing. The same request for the
/// same handout has the same name.
#[must_use]
pub fn file_stem(request: &SheetRequest, handout: &str) -> String {
    if let Some(id) = &request.id {
        return id.value.clone();
    }
    let mut told = format!("handout: {handout:?}\n");
    let private = [
        ("patient", &request.patient),
        ("clinician", &request.clinician),
        ("note", &request.note),
        ("next_visit", &request.next_visit),
    ];
    for (name, day) in [("date", &request.date), ("due_date", &request.due_date)] {
        told.push_str(&format!("{name}: {:?}\n", day.as_ref().map(|day| &day.value)));
    }
    for (name, text) in private {
        told.push_str(&format!("{name}: {:?}\n", text.as_ref().map(|text| text.value.expose())));
    }
    told.push_str(&format!("language: {:?}\n", request.language.as_ref().map(|text| text.value.as_str())));
    let week = request.week.as_ref().map(|week| week.value.to_string());
    let weeks = request.weeks_after_birth.as_ref().map(|weeks| weeks.value.to_string());
    for (name, week) in [("week", week), ("weeks_after_birth", weeks)] {
        told.push_str(&format!("{name}: {week:?}\n"));
    }
    let named = request.handout.as_ref().map(|handout| handout.value.as_str());
    told.push_str(&format!("handout asked for: {named:?}\nlarge_print: {}\n", request.large_print));
    for chosen in &request.exercises {
        let note = chosen.note.as_ref().map(|note| note.value.expose());
        let dose = chosen.dose.as_ref().map(|dose| match &dose.value {
            DoseEntry::Line(line) => line.clone(),
            entry @ DoseEntry::Parts(parts) => {
                let numbers = entry.said().map(|said| said.to_string()).unwrap_or_default();
                format!("{:?}", (numbers, parts.note.as_ref().map(|note| note.value.as_str())))
            }
        });
        told.push_str(&format!("exercise: {:?}\n", (&chosen.id.value, dose, note)));
    }
    for section in &request.sections {
        told.push_str(&format!("section: {:?}\n", section.value));
    }
    for word in &request.overrides {
        told.push_str(&format!("override: {:?}\n", (&word.exercise.value, word.because.value.expose())));
    }
    format!("sheet-{}", &approval::hash(&told)[..8])
}
