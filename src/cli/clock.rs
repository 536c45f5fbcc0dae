//! What day it is: asked for on the command line, set by `SOURCE_DATE_EPOCH`, or that of the computer's own time zone.

use time::{Date, OffsetDateTime};

use crate::app::problem::Problem;
use crate::check::Clock;
use crate::model::dates::parse_day;

/// A day on the command line, written as `2026-11-20`.
pub fn day(text: &str) -> Result<Date, String> {
    parse_day(text).map_err(|_| "write a day as year, month and day: 2026-11-20".to_owned())
}

/// Today, unless `asked` or `SOURCE_DATE_EPOCH` (in UTC) sets another day.
pub fn today(asked: Option<Date>) -> Result<Date, Problem> {
    if let Some(day) = asked {
        return Ok(day);
    }
    let epoch = source_date_epoch()?.and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok());
    Ok(epoch.map_or_else(computers_own_day, OffsetDateTime::date))
}

/// The day by the clock in the zone that the computer is set to; without a zone, that of UTC.
fn computers_own_day() -> Date {
    let zone = jiff::tz::TimeZone::try_system().unwrap_or(jiff::tz::TimeZone::UTC);
    let day = jiff::Timestamp::now().to_zoned(zone).date();
    let month = u8::try_from(day.month()).ok().and_then(|month| time::Month::try_from(month).ok());
    let date = month.zip(u8::try_from(day.day()).ok());
    let date = date.and_then(|(month, of_month)| Date::from_calendar_date(day.year().into(), month, of_month).ok());
    date.unwrap_or_else(|| OffsetDateTime::now_utc().date())
}

/// The clock that rules look at; `strict` makes a review that has passed an error.
pub fn clock(asked: Option<Date>, strict: bool) -> Result<Clock, Problem> {
    Ok(Clock { today: Some(today(asked)?), strict })
}

/// `SOURCE_DATE_EPOCH`, which sets the documents' date.
pub fn source_date_epoch() -> Result<Option<i64>, Problem> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH") else { return Ok(None) };
    let seconds = value
        .to_str()
        .and_then(|text| text.parse::<i64>().ok())
        .filter(|seconds| (0..=253_402_300_799).contains(seconds));
    seconds
        .map(Some)
        .ok_or_else(|| Problem::Usage("SOURCE_DATE_EPOCH must be a whole number of seconds since 1970".to_owned()))
}
