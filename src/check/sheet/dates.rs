//! S003: the week told more than once. S004: a day that cannot be used, or that leads to no week. S015: past 42 weeks.

use time::Date;

use super::SheetSubject;
use crate::diag::Finding;
use crate::model::Located;
use crate::model::dates::parse_day;
use crate::model::gestation::Gestation;
use crate::model::plan::Moment;

/// When the sheet is for.
pub(super) fn moment(subject: SheetSubject<'_>, findings: &mut Vec<Finding>) -> Option<Moment> {
    let request = subject.request;
    let visit = request.date.as_ref().and_then(|date| day(date, findings));
    let due = request.due_date.as_ref().and_then(|due| day(due, findings));
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
        findings.extend(asked.map(|place| finding.at(place, "the sheet is that of week 28 to birth")));
    }
    Some(Moment::Pregnant(age))
}

/// The age of the pregnancy on the day of the visit.
fn age(asked: &Located<String>, due: Date, now: Option<Date>, findings: &mut Vec<Finding>) -> Option<Gestation> {
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
fn day(text: &Located<String>, findings: &mut Vec<Finding>) -> Option<Date> {
    let day = parse_day(&text.value).ok();
    if day.is_none() {
        findings.push(
            Finding::error("S004", format!("`{}` is no day", text.value))
                .at(&text.place, "the calendar has no such day")
                .help("write a day as year, month and day: 2026-11-20"),
        );
    }
    day
}
