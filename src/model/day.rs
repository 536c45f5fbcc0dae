//! Days as people write them: a day that was written is no day until it is read in the order that they use.
//!
//! `2026-12-04` (ISO 8601) and days with the name of the month mean one thing everywhere. `04/12/2026` is another day in
//! another country, so the order must be told ([`DateOrder`]).

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use time::{Date, Month};

use super::dates::parse_day;
use super::locale::Locale;

/// Years that a visit can be in; another one is a slip of the pen.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2100;
/// Numbers that spreadsheets keep days of 2000 to 2100 as: days since 30 December 1899.
const SERIAL: std::ops::RangeInclusive<i64> = 36_526..=73_415;

/// The order in which day, month and year are written in figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// Day, month, year.
    Dmy,
    /// Month, day, year.
    Mdy,
    /// Year, month, day.
    Ymd,
}

/// A day as somebody wrote it. It cannot be printed: [`WrittenDay::read`] makes a [`Date`] of it, or says why it cannot.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Hash)]
#[serde(from = "String")]
pub struct WrittenDay(String);

/// Why a text is not a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoDay {
    /// What is wrong.
    pub why: String,
    /// What to write.
    pub help: String,
}

/// Words with days in them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A day.
    Day(Date),
    /// Words as they were written.
    Words(String),
}

impl WrittenDay {
    /// A day that is known.
    #[must_use]
    pub fn of(day: Date) -> Self {
        Self(format!("{:04}-{:02}-{:02}", day.year(), u8::from(day.month()), day.day()))
    }

    /// The day that is meant; `order` is how days in figures are written, if that was told.
    ///
    /// # Errors
    /// What is wrong with it, and what to write.
    pub fn read(&self, order: Option<DateOrder>) -> Result<Date, NoDay> {
        read(&self.0, order)
    }
}

impl From<String> for WrittenDay {
    fn from(text: String) -> Self {
        Self(text)
    }
}

/// The day that `text` tells: `2026-12-04`, `4 December 2026`, `Dec 4, 2026`, and with an order `04/12/2026`.
///
/// # Errors
/// What is wrong with it, and what to write.
pub fn read(text: &str, order: Option<DateOrder>) -> Result<Date, NoDay> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    // Systems export a day with a time that says nothing.
    let text = text.trim_end_matches(['Z', 'z']);
    let midnight = [" 00:00", "T00:00"].into_iter().find_map(|zero| text.split_once(zero));
    let text =
        midnight.filter(|(_, rest)| rest.chars().all(|c| matches!(c, ':' | '.' | '0'))).map_or(text, |(day, _)| day);
    if let Some(serial) = serial(text) {
        return Err(serial);
    }
    let found = figures(text, order).or_else(|| named(text));
    found.unwrap_or_else(|| Err(no_day("this is not a day", HOW)))
}

/// What to write.
const HOW: &str =
    "write it as 2026-12-04 or 4 December 2026; in a spreadsheet, give the column that format, or make it text";

/// Words in which days may stand: each is read, so that it can be printed as the brand writes days.
///
/// # Errors
/// A part that looks like a day and is none.
pub fn pieces(text: &str, order: Option<DateOrder>) -> Result<Vec<Piece>, NoDay> {
    if let Some(serial) = serial(text.trim()) {
        return Err(serial);
    }
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut words = String::new();
    while !rest.is_empty() {
        let starts_word = words.chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        match starts_word.then(|| at_start(rest, order)).flatten() {
            Some((length, day)) => {
                if !words.is_empty() {
                    pieces.push(Piece::Words(std::mem::take(&mut words)));
                }
                pieces.push(Piece::Day(day?));
                rest = &rest[length..];
            }
            None => {
                let next = rest.chars().next().map_or(rest.len(), char::len_utf8);
                words.push_str(&rest[..next]);
                rest = &rest[next..];
            }
        }
    }
    if !words.is_empty() {
        pieces.push(Piece::Words(words));
    }
    Ok(pieces)
}

/// The longest start of `text` that looks like a day, with its length, and the day or why it is none.
fn at_start(text: &str, order: Option<DateOrder>) -> Option<(usize, Result<Date, NoDay>)> {
    /// Words of the longest day: `Friday 4 de diciembre de 2026`.
    const MOST: usize = 6;
    let mut ends: Vec<usize> = text.match_indices(char::is_whitespace).map(|(at, _)| at).take(MOST).collect();
    ends.push(text.len());
    ends.truncate(MOST);
    ends.into_iter().rev().find_map(|end| {
        let part = text[..end].trim_end_matches([',', '.', ';', ':', ')', ' ']);
        let day = figures(part, order).or_else(|| named(part))?;
        Some((part.len(), day))
    })
}

/// A day in figures, when `text` looks like one.
fn figures(text: &str, order: Option<DateOrder>) -> Option<Result<Date, NoDay>> {
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
fn named(text: &str) -> Option<Result<Date, NoDay>> {
    let separated = text.replace(['-', ',', '.'], " ");
    let words: Vec<&str> = separated.split_whitespace().filter(|word| *word != "de" && *word != "of").collect();
    let (weekday, words) = match words.as_slice() {
        [first, rest @ ..] if weekday(first).is_some() => (weekday(first), rest),
        all => (None, all),
    };
    let [first, second, year] = words else { return None };
    let (day, month) = Locale::month_named(second)
        .map(|month| (first, month))
        .or_else(|| Locale::month_named(first).map(|month| (second, month)))?;
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
fn serial(text: &str) -> Option<NoDay> {
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

impl fmt::Display for DateOrder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Dmy => "dmy",
            Self::Mdy => "mdy",
            Self::Ymd => "ymd",
        })
    }
}

impl FromStr for DateOrder {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        [Self::Dmy, Self::Mdy, Self::Ymd]
            .into_iter()
            .find(|order| order.to_string() == text)
            .ok_or_else(|| "`dmy` (day, month, year), `mdy` (month, day, year) or `ymd` (year, month, day)".to_owned())
    }
}

impl JsonSchema for WrittenDay {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "WrittenDay".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "integer"] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn told(text: &str, order: Option<DateOrder>) -> Result<String, String> {
        WrittenDay::from(text.to_owned()).read(order).map(|day| WrittenDay::of(day).0).map_err(|no_day| no_day.why)
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

    #[test]
    fn days_within_words_are_found() {
        let shown = |text: &str| {
            let pieces = pieces(text, None).map_err(|no_day| no_day.why)?;
            Ok::<_, String>(
                pieces
                    .into_iter()
                    .map(|piece| match piece {
                        Piece::Day(day) => format!("<{}>", WrittenDay::of(day).0),
                        Piece::Words(words) => words,
                    })
                    .collect::<String>(),
            )
        };
        for (text, expected) in [
            ("2026-12-04", "<2026-12-04>"),
            ("2026-12-04 at 10:30", "<2026-12-04> at 10:30"),
            ("on Fri 4 December 2026, 10 am", "on <2026-12-04>, 10 am"),
            ("Dec 4, 2026 or Dec 11, 2026", "<2026-12-04> or <2026-12-11>"),
            ("in two weeks", "in two weeks"),
            ("after your scan (room 2.3.4)", "after your scan (room 2.3.4)"),
            ("call 01632 960 100", "call 01632 960 100"),
            ("24/7", "24/7"),
        ] {
            assert_eq!(shown(text).as_deref(), Ok(expected), "{text}");
        }
        for text in
            ["45264", "04/12/2026", "2026-13-04", "31 June 2026", "Fri 04/12/2026 at 10", "see 4 Dec 26", "04/12/26"]
        {
            assert!(shown(text).is_err(), "{text}: {:?}", shown(text));
        }
    }

    proptest! {
        #[test]
        fn a_day_is_read_again_in_every_writing(number in 0..36_000_i64) {
            let day = parse_day("2000-01-01").expect("a day").saturating_add(time::Duration::days(number));
            for locale in Locale::ALL {
                prop_assert_eq!(read(&locale.date(day), None), Ok(day));
            }
            let (y, m, d) = (day.year(), u8::from(day.month()), day.day());
            prop_assert_eq!(read(&WrittenDay::of(day).0, None), Ok(day));
            prop_assert_eq!(read(&format!("{d:02}/{m:02}/{y}"), Some(DateOrder::Dmy)), Ok(day));
            prop_assert_eq!(read(&format!("{m}.{d}.{y}"), Some(DateOrder::Mdy)), Ok(day));
            prop_assert_eq!(read(&format!("{y}/{m}/{d}"), Some(DateOrder::Ymd)), Ok(day));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,16}|[0-9/. TZDec:-]{0,16}") {
            let _ = (read(&text, None), pieces(&text, Some(DateOrder::Dmy)));
        }
    }
}
