//! One day, read from what somebody wrote.

use time::{Date, Month};

use super::{DateOrder, DayWriting, MonthNames, NoDay, WrittenDay};
use crate::model::dates::parse_day;

/// Years that a visit can be in; another one is a slip of the pen.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;
/// Numbers that spreadsheets keep days of 2000 to 2100 as: days since 30 December 1899.
const SERIAL: std::ops::RangeInclusive<i64> = 36_526..=73_415;

/// What to write.
const HOW: &str =
    "write it as 2026-12-04 or 4 December 2026; in a spreadsheet, give the column that format, or make it text";

/// The day that `text` tells: `2026-12-04`, `4 December 2026`, `Dec 4, 2026`, and with an order `04/12/2026`.
///
/// # Errors
/// What is wrong with it, and what to write.
pub fn read(text: &str, writing: &DayWriting) -> Result<Date, NoDay> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Systems export a day with a time that says nothing.
    let text = text.trim_end_matches(['Z', 'z']);
    let midnight = [" 00:00", "T00:00"].into_iter().find_map(|zero| text.split_once(zero));
    let text =
        midnight.filter(|(_, rest)| rest.chars().all(|c| matches!(c, ':' | '.' | '0'))).map_or(text, |(day, _)| day);
    if let Some(serial) = serial(text) {
        return Err(serial);
    }
    let found = figures(text, writing.order).or_else(|| named(text, &writing.months));
    found.unwrap_or_else(|| Err(no_day("this is not a day", HOW)))
}

/// A day in figures, when `text` looks like one.
pub(super) fn figures(text: &str, order: Option<DateOrder>) -> Option<Result<Date, NoDay>> {
    let separator = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '-' | '/' | '.'))?;
    let parts: Vec<&str> = text.split(separator).collect();
    let is_number = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let [first, second, third] = parts[..] else { return None };
    if ![first, second, third].iter().all(is_number) {
        return None;
    }
    if separator == '-' && first.len() == 4 && second.len() == 2 && third.len() == 2 {
        return Some(calendar(first, second, third));
    }
    let lengths = (first.len(), second.len(), third.len());
    Some(match (order, lengths) {
        // 2.3.4 is as likely a number of a chapter.
        (_, (1..=2, 1..=2, 1)) if separator == '.' => return None,
        (_, (1..=2, 1..=2, 1..=2)) => Err(no_day("the year has no four figures", HOW)),
        (Some(DateOrder::Dmy), (1..=2, 1..=2, 4)) => calendar(third, second, first),
        (Some(DateOrder::Mdy), (1..=2, 1..=2, 4)) => calendar(third, first, second),
        (Some(DateOrder::Ymd), (4, 1..=2, 1..=2)) => calendar(first, second, third),
        (None, (1..=2, 1..=2, 4)) => Err(no_day(
            "day and month in figures change places from country to country",
            "write 2026-12-04 or 4 December 2026, or say the order with `--dates dmy`, `--dates mdy` or `--dates ymd`",
        )),
        (None, (4, 1..=2, 1..=2)) => Err(no_day("this is not written as 2026-12-04", HOW)),
        (Some(order), (4, 1..=2, 1..=2) | (1..=2, 1..=2, 4)) => {
            Err(no_day(format!("this is not in the order of `--dates {order}`"), HOW))
        }
        _ => return None,
    })
}

/// A day with the name of its month, when `text` looks like one.
pub(super) fn named(text: &str, months: &MonthNames) -> Option<Result<Date, NoDay>> {
    let separated = text.replace(['-', ',', '.'], " ");
    let words: Vec<&str> = separated.split_whitespace().filter(|word| *word != "de" && *word != "of").collect();
    let (weekday, words) = match words.as_slice() {
        [first, rest @ ..] if weekday(first).is_some() => (weekday(first), rest),
        all => (None, all),
    };
    let [first, second, year] = words else { return None };
    let (day, month) =
        months.find(second).map(|month| (first, month)).or_else(|| months.find(first).map(|month| (second, month)))?;
    let day = day.to_lowercase();
    let day = ["st", "nd", "rd", "th"].into_iter().find_map(|end| day.strip_suffix(end)).unwrap_or(&day);
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty();
    if !is_number(day) || !is_number(year) {
        return None;
    }
    if year.len() != 4 {
        return Some(Err(no_day("the year has no four figures", HOW)));
    }
    let read = calendar(year, &u8::from(month).to_string(), day);
    Some(read.and_then(|date| match weekday {
        Some(told) if told != date.weekday() => {
            Err(no_day(format!("that day is a {}", date.weekday()), "look at the day of the week, or leave it out"))
        }
        _ => Ok(date),
    }))
}

/// A day of the calendar.
fn calendar(year: &str, month: &str, day: &str) -> Result<Date, NoDay> {
    let no_such = || no_day("the calendar has no such day", HOW);
    let month = month.parse::<u8>().ok().and_then(|month| Month::try_from(month).ok()).ok_or_else(no_such)?;
    let (year, day) = (year.parse::<i32>().map_err(|_| no_such())?, day.parse().map_err(|_| no_such())?);
    let date = Date::from_calendar_date(year, month, day).map_err(|_| no_such())?;
    match YEARS.contains(&year) {
        true => Ok(date),
        false => Err(no_day(format!("the year is not from {} to {}", YEARS.start(), YEARS.end()), HOW)),
    }
}

/// What to say of the number that a spreadsheet keeps a day as.
pub(super) fn serial(text: &str) -> Option<NoDay> {
    let whole = text.split_once(['.', ',']).map_or(text, |(whole, _)| whole);
    let number = whole.parse::<i64>().ok().filter(|number| SERIAL.contains(number))?;
    let first = parse_day("1899-12-30").ok()?;
    let day = first.checked_add(time::Duration::days(number))?;
    Some(no_day(
        "this is the number that a spreadsheet keeps a day as",
        format!("give the column the format of a day, or make it text: it would be {}", WrittenDay::of(day).0),
    ))
}

/// A day of the week by its English name, or its first three letters.
fn weekday(word: &str) -> Option<time::Weekday> {
    let word = word.to_lowercase();
    let mut day = time::Weekday::Monday;
    for _ in 0..7 {
        let name = day.to_string().to_lowercase();
        if word == name || word.len() >= 3 && word.is_ascii() && name.starts_with(&word) {
            return Some(day);
        }
        day = day.next();
    }
    None
}

fn no_day(why: impl Into<String>, help: impl Into<String>) -> NoDay {
    NoDay { why: why.into(), help: help.into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str, order: Option<DateOrder>) -> Result<String, String> {
        let mut months = MonthNames::default();
        months.insert("diciembre", Month::December);
        months.insert("ديسمبر", Month::December);
        let writing = DayWriting { order, months };
        WrittenDay::from(text.to_owned()).read(&writing).map(|day| WrittenDay::of(day).0).map_err(|no_day| no_day.why)
    }

    #[test]
    fn a_day_that_means_one_thing_is_read() {
        for text in [
            "2026-12-04",
            " 2026-12-04 ",
            "2026-12-04 00:00:00",
            "2026-12-04T00:00:00Z",
            "4 December 2026",
            "04 December 2026",
            "4th December 2026",
            "4 Dec 2026",
            "4-Dec-2026",
            "Dec 4, 2026",
            "December 4th, 2026",
            "DEC 4 2026",
            "Friday 4 December 2026",
            "Fri, 4 Dec 2026",
            "4 de diciembre de 2026",
            "4 ديسمبر 2026",
        ] {
            for order in [None, Some(DateOrder::Dmy), Some(DateOrder::Mdy), Some(DateOrder::Ymd)] {
                assert_eq!(told(text, order).as_deref(), Ok("2026-12-04"), "{text} {order:?}");
            }
        }
        assert_eq!(told("4 Sept 2026", None).as_deref(), Ok("2026-09-04"));
    }

    #[test]
    fn an_order_decides_about_figures() {
        for (text, order, expected) in [
            ("04/12/2026", DateOrder::Dmy, Ok("2026-12-04")),
            ("4.12.2026", DateOrder::Dmy, Ok("2026-12-04")),
            ("04-12-2026", DateOrder::Dmy, Ok("2026-12-04")),
            ("04/12/2026", DateOrder::Mdy, Ok("2026-04-12")),
            ("2026/12/04", DateOrder::Ymd, Ok("2026-12-04")),
            ("2026.12.4", DateOrder::Ymd, Ok("2026-12-04")),
            ("13/12/2026", DateOrder::Mdy, Err("no such day")),
            ("04/12/2026", DateOrder::Ymd, Err("not in the order")),
            ("2026/12/04", DateOrder::Dmy, Err("not in the order")),
            ("04/12/26", DateOrder::Dmy, Err("no four figures")),
        ] {
            let found = told(text, Some(order));
            match expected {
                Ok(day) => assert_eq!(found.as_deref(), Ok(day), "{text} {order}"),
                Err(why) => assert!(found.clone().is_err_and(|told| told.contains(why)), "{text} {order}: {found:?}"),
            }
        }
    }

    #[test]
    fn what_is_no_day_or_more_than_one_is_refused() {
        for (text, why) in [
            ("45264", "spreadsheet"),
            ("45264.5", "spreadsheet"),
            ("2026-13-04", "no such day"),
            ("2026-02-29", "no such day"),
            ("31 June 2026", "no such day"),
            ("04/12/2026", "change places"),
            ("25/12/2026", "change places"),
            ("4.12.2026", "change places"),
            ("2026/12/04", "not written as"),
            ("2026-1-5", "not written as"),
            ("04/12/26", "no four figures"),
            ("4 Dec 26", "no four figures"),
            ("26-12-04", "no four figures"),
            ("Monday 4 December 2026", "a Friday"),
            ("0026-12-04", "the year is not"),
            ("2206-12-04", "the year is not"),
            ("20261204", "not a day"),
            ("next week", "not a day"),
            ("30", "not a day"),
            ("", "not a day"),
            ("Null", "not a day"),
        ] {
            let found = told(text, None);
            assert!(found.clone().is_err_and(|told| told.contains(why)), "{text}: {found:?}");
        }
    }
}
