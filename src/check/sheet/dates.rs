//! S003: the week told more than once. S004: a day that cannot be used, or that leads to no week. S015: past 42 weeks.

use time::Date;

use super::SheetSubject;
use crate::check::Clock;
use crate::diag::{Finding, Place};
use crate::model::Located;
use crate::model::day::{self, DayWriting, NoDay, Piece, WrittenDay};
use crate::model::gestation::Gestation;
use crate::model::patient::SheetRequest;
use crate::model::plan::Moment;

/// The days and the week of a sheet.
pub(super) struct Days {
    /// The day of the visit.
    pub date: Option<Date>,
    /// When she comes again.
    pub next_visit: Vec<Piece>,
    /// When the sheet is for.
    pub moment: Option<Moment>,
}

/// The days and the week that a request tells.
pub(super) fn days(subject: SheetSubject<'_>, findings: &mut Vec<Finding>) -> Days {
    let request = subject.request;
    let told = request.date.as_ref().and_then(|date| day(date, subject, findings));
    let moment = moment(subject, told, findings);
    // The day of the visit is today where somebody is given the sheet and no day is told; a form stays open.
    let today = subject.clock.today.filter(|_| request.patient.is_some() && request.date.is_none());
    Days { date: told.or(today), next_visit: next_visit(subject, findings), moment }
}

/// When a sheet is for, as far as its week can be read.
pub(super) fn moment_told(request: &SheetRequest, clock: Clock, days: &DayWriting) -> Option<Moment> {
    if let Some(weeks) = &request.weeks_after_birth {
        return Some(Moment::AfterBirth(weeks.value));
    }
    let day = |written: &Option<Located<WrittenDay>>| written.as_ref().and_then(|day| day.value.read(days).ok());
    let by_due_date = || {
        let now = if request.date.is_some() { day(&request.date) } else { clock.today };
        Gestation::from_due_date(day(&request.due_date)?, now?).ok()
    };
    request.week.as_ref().map(|week| week.value).or_else(by_due_date).map(Moment::Pregnant)
}

/// When she comes again.
fn next_visit(subject: SheetSubject<'_>, findings: &mut Vec<Finding>) -> Vec<Piece> {
    let Some(asked) = &subject.request.next_visit else { return Vec::new() };
    day::pieces(asked.value.expose(), subject.days).unwrap_or_else(|no_day| {
        findings.push(unread(&asked.place, no_day));
        Vec::new()
    })
}

/// When the sheet is for.
fn moment(subject: SheetSubject<'_>, visit: Option<Date>, findings: &mut Vec<Finding>) -> Option<Moment> {
    let request = subject.request;
    let due = request.due_date.as_ref().and_then(|due| day(due, subject, findings));
    let mut places: Vec<_> = request.places_of_week().collect();
    places.sort_by_key(|place| place.span.start);
    if let [_, second, ..] = places[..] {
        findings.push(
            Finding::error("S003", "the week is told more than once")
                .at(second, "`week`, `due_date` and `weeks_after_birth` exclude each other")
                .help("keep the one that you know best"),
        );
        return None;
    }
    if let Some(weeks) = &request.weeks_after_birth {
        return Some(Moment::AfterBirth(weeks.value));
    }
    let age = match (&request.week, &request.due_date) {
        (Some(week), _) => week.value,
        (None, Some(asked)) => age(asked, due?, visit.or(subject.clock.today), findings)?,
        (None, None) => return None,
    };
    if age.is_post_term() {
        let asked = request.week.as_ref().map(|week| &week.place).or(request.due_date.as_ref().map(|due| &due.place));
        let finding = Finding::note("S015", format!("she is past 42 weeks: {}", age.completed().words()));
        let stage = subject.topic.stages.at(Moment::Pregnant(age));
        let label = stage.map(|stage| format!("the sheet is that of {}", subject.topic.stage_name(stage)));
        findings.extend(asked.zip(label).map(|(place, label)| finding.at(place, label)));
    }
    Some(Moment::Pregnant(age))
}

/// The age of the pregnancy on the day of the visit.
fn age(asked: &Located<WrittenDay>, due: Date, now: Option<Date>, findings: &mut Vec<Finding>) -> Option<Gestation> {
    let Some(now) = now else {
        findings.push(
            Finding::error("S004", "the week does not follow from the due date alone")
                .at(&asked.place, "the day of the visit is not known")
                .help("add `date`"),
        );
        return None;
    };
    let age = Gestation::from_due_date(due, now).map_err(|why| {
        findings.push(
            Finding::error("S004", "this due date leads to no week of pregnancy")
                .at(&asked.place, why.0)
                .help("look at the year, and at the day of the visit; after the birth, use `weeks_after_birth`"),
        );
    });
    age.ok()
}

/// A day of the calendar.
fn day(written: &Located<WrittenDay>, subject: SheetSubject<'_>, findings: &mut Vec<Finding>) -> Option<Date> {
    written.value.read(subject.days).map_err(|no_day| findings.push(unread(&written.place, no_day))).ok()
}

/// A day that cannot be read. What is written there is not repeated: the place shows it.
fn unread(place: &Place, no_day: NoDay) -> Finding {
    Finding::error("S004", "this day cannot be read").at(place, no_day.why).help(no_day.help)
}
