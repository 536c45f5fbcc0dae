//! What the file of a sheet is called.

use crate::model::approval;
use crate::model::patient::SheetRequest;

/// What the file of a sheet is called, without its ending: its id, or a name that tells nothing. The same request for the
/// same handout has the same name.
///
/// A hash without a key can be tried against a list of names or of days, so nothing goes into it that tells who she is: no
/// names, no notes or other words of the clinic's, no due date. Sheets of two patients can so have the same name.
#[must_use]
pub fn file_stem(request: &SheetRequest, handout: &str) -> String {
    if let Some(id) = &request.id {
        return id.value.clone();
    }
    let mut told = format!("handout: {handout:?}\n");
    told.push_str(&format!("date: {:?}\n", request.date.as_ref().map(|day| &day.value)));
    told.push_str(&format!("language: {:?}\n", request.language.as_ref().map(|text| text.value.as_str())));
    let week = request.week.as_ref().map(|week| week.value.to_string());
    let weeks = request.weeks_after_birth.as_ref().map(|weeks| weeks.value.to_string());
    for (name, week) in [("week", week), ("weeks_after_birth", weeks)] {
        told.push_str(&format!("{name}: {week:?}\n"));
    }
    told.push_str(&format!("large_print: {}\n", request.large_print));
    for chosen in &request.exercises {
        let dose = chosen.dose.as_ref().and_then(|dose| dose.value.said().ok()).map(|said| said.to_string());
        told.push_str(&format!("exercise: {:?}\n", (&chosen.id.value, dose)));
    }
    for section in &request.sections {
        told.push_str(&format!("section: {:?}\n", section.value));
    }
    for word in &request.overrides {
        told.push_str(&format!("override: {:?}\n", word.exercise.value));
    }
    format!("sheet-{}", &approval::digest(told.as_bytes())[..8])
}
