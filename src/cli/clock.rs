//! What day it is: asked for on the command line, set by `SOURCE_DATE_EPOCH`, or the system's.

use time::{Date, OffsetDateTime};

use super::print::Problem;
use crate::check::Clock;
use crate::model::dates::parse_day;

/// A day on the command line, written as `2026-11-20`.
pub fn day(text: &str) -> Result<Date, String> {
    parse_day(text).map_err(|_| "write a day as year, month and day: 2026-11-20".to_owned())
}

/// Today, in UTC, unless `asked` or `SOURCE_DATE_EPOCH` sets another day.
pub fn today(asked: Option<Date>) -> Result<Date, Problem> {
    if let Some(day) = asked {
        return Ok(day);
    }
    let epoch = source_date_epoch()?.and_then(|seconds| OffsetDateTime::from_unix_timestamp(seconds).ok());
    Ok(epoch.map_or_else(|| OffsetDateTime::now_utc().date(), OffsetDateTime::date))
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
