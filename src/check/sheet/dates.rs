//! S003: the week told more than once. S004: a day that cannot be used, or that leads to no week.

use time::Date;

use super::SheetSubject;
use crate::diag::Finding;
use crate::model::Located;
use crate::model::dates::parse_day;
use crate::model::plan::Moment;

/// Weeks from the start of a pregnancy to the day the baby is due.
const WEEKS: i64 = 40;

/// When the sheet is for.
pub(super) fn moment(subject: SheetSubject<'_>, findings: &mut Vec<Finding>) -> Option<Moment> {
    let request = subject.request;
    let visit = request.date.as_ref().and_then(|date| day(date, findings));
    let due = request.due_date.as_ref().and_then(|due| day(due, findings));
    let places = [&request.week, &request.weeks_after_birth].into_iter().flatten().map(|week| &week.place);
    let mut places: Vec<_> = places.chain(request.due_date.iter().map(|due| &due.place)).collect();
    places.sort_by_key(|place| place.span.start);
    if let [_, second, ..] = places[..] {
        findings.push(
            Finding::error("S003", "the week is told more than once")
                .at(second, "`week`, `due_date` and `weeks_after_birth` exclude each other")
                .help("keep the one that you know best"),
        );
        return None;
    }
    if let Some(week) = &request.week {
        return Some(Moment::Week(week.value));
    }
    if let Some(weeks) = &request.weeks_after_birth {
        return Some(Moment::AfterBirth(weeks.value));
    }
    let (due, asked) = due.zip(request.due_date.as_ref())?;
    let Some(now) = visit.or(subject.clock.today) else {
        findings.push(
            Finding::error("S004", "the week does not follow from the due date alone")
                .at(&asked.place, "the day of the visit is not known")
                .help("add `date`"),
        );
        return None;
    };
    let week = week(due, now);
    match u8::try_from(week) {
        Ok(week @ 1..=42) => Some(Moment::Week(week)),
        _ => {
            let label = match week > WEEKS {
                true => "this day is more than two weeks past",
                false => "this day is more than 40 weeks ahead",
            };
            findings.push(
                Finding::error("S004", "this due date leads to no week of pregnancy")
                    .at(&asked.place, label)
                    .help("look at the year; after the birth, use `weeks_after_birth`"),
            );
            None
        }
    }
}

/// The week of pregnancy: 40 less the whole weeks that are left.
fn week(due: Date, now: Date) -> i64 {
    WEEKS - (due - now).whole_days().div_euclid(7)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_week_follows_from_the_due_date() {
        let due = parse_day("2027-02-01").expect("a day");
        for (now, expected) in [
            ("2027-02-01", 40),
            ("2027-01-26", 40),
            ("2027-01-25", 39),
            ("2026-11-23", 30),
            ("2026-11-24", 31),
            ("2027-02-02", 41),
            ("2027-02-15", 42),
            ("2027-02-16", 43),
        ] {
            assert_eq!(week(due, parse_day(now).expect("a day")), expected, "{now}");
        }
    }
}
