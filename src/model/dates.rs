//! Days as handouts write them.

use time::Date;
use time::macros::format_description;

/// A day written as `2026-11-20`.
///
/// # Errors
/// When it is written otherwise, or the calendar has no such day.
pub fn parse_day(text: &str) -> Result<Date, time::error::Parse> {
    Date::parse(text, format_description!("[year]-[month]-[day]"))
}
