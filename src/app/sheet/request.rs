//! The request for a sheet: a file's, with other words put over it, such as those of a command line.

use std::sync::Arc;

use crate::diag::{Finding, Source};
use crate::model;
use crate::model::patient::SheetRequest;

/// Reads a request, and `over`, which is put over it. Either may be missing.
///
/// # Errors
/// Every mistake in both.
pub fn read(file: Option<&Arc<Source>>, over: Option<&Arc<Source>>) -> Result<SheetRequest, Vec<Finding>> {
    let mut findings = Vec::new();
    let mut read = |source: &Arc<Source>| {
        let loaded = model::request::load(source);
        loaded.map(|loaded| loaded.value).map_err(|mut errors| findings.append(&mut errors)).unwrap_or_default()
    };
    let request = file.map(&mut read).unwrap_or_default();
    let over = over.map(&mut read).unwrap_or_default();
    if findings.is_empty() { Ok(put_over(request, over)) } else { Err(findings) }
}

/// The request with `over` put over it: what is told there is not asked for here.
fn put_over(request: SheetRequest, over: SheetRequest) -> SheetRequest {
    let lists = |own: Vec<_>, over: Vec<_>| if over.is_empty() { own } else { over };
    // The week is one thing, however it is told.
    let week = over.week.is_some() || over.due_date.is_some() || over.weeks_after_birth.is_some();
    SheetRequest {
        handout: over.handout.or(request.handout),
        id: over.id.or(request.id),
        patient: over.patient.or(request.patient),
        date: over.date.or(request.date),
        week: over.week.or(request.week.filter(|_| !week)),
        due_date: over.due_date.or(request.due_date.filter(|_| !week)),
        weeks_after_birth: over.weeks_after_birth.or(request.weeks_after_birth.filter(|_| !week)),
        clinician: over.clinician.or(request.clinician),
        language: over.language.or(request.language),
        large_print: over.large_print || request.large_print,
        exercises: lists(request.exercises, over.exercises),
        note: over.note.or(request.note),
        next_visit: over.next_visit.or(request.next_visit),
        sections: if over.sections.is_empty() { request.sections } else { over.sections },
        overrides: if over.overrides.is_empty() { request.overrides } else { over.overrides },
    }
}
