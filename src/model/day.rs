//! Days as people write them: a day that was written is no day until it is read in the order that they use.
//!
//! `2026-12-04` (ISO 8601) and days with the name of the month mean one thing everywhere. `04/12/2026` is another day in
//! another country, so the order must be told ([`DateOrder`]).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use time::{Date, Month};

use reading::{figures, named, serial};

pub use reading::read;

mod reading;

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

/// How days are written where they are read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DayWriting {
    /// The order of figures, where it was told.
    pub order: Option<DateOrder>,
    /// The names of months.
    pub months: MonthNames,
}

/// The names of months by which days in words are read: those of English, in full or their first three letters, and those
/// of other languages that were put in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MonthNames(BTreeMap<String, Month>);

impl MonthNames {
    /// Puts in a name.
    pub fn insert(&mut self, name: &str, month: Month) {
        self.0.insert(name.to_lowercase(), month);
    }

    /// The month of a name.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Month> {
        let name = name.to_lowercase();
        let is_english = |month: &Month| {
            let full = month.to_string().to_lowercase();
            full == name || name.len() == 3 && full.starts_with(&name) || name == "sept" && *month == Month::September
        };
        let months = || (1..=12).filter_map(|number| Month::try_from(number).ok());
        months().find(is_english).or_else(|| self.0.get(&name).copied())
    }
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

    /// The day that is meant.
    ///
    /// # Errors
    /// What is wrong with it, and what to write.
    pub fn read(&self, writing: &DayWriting) -> Result<Date, NoDay> {
        read(&self.0, writing)
    }
}

impl From<String> for WrittenDay {
    fn from(text: String) -> Self {
        Self(text)
    }
}

/// Words in which days may stand: each is read, so that it can be printed as the brand writes days.
///
/// # Errors
/// A part that looks like a day and is none.
pub fn pieces(text: &str, writing: &DayWriting) -> Result<Vec<Piece>, NoDay> {
    if let Some(serial) = serial(text.trim()) {
        return Err(serial);
    }
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut words = String::new();
    while !rest.is_empty() {
        let starts_word = words.chars().next_back().is_none_or(|c| !c.is_alphanumeric());
        match starts_word.then(|| at_start(rest, writing)).flatten() {
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
fn at_start(text: &str, writing: &DayWriting) -> Option<(usize, Result<Date, NoDay>)> {
    /// Words of the longest day: `Friday 4 de diciembre de 2026`.
    const MOST: usize = 6;
    let mut ends: Vec<usize> = text.match_indices(char::is_whitespace).map(|(at, _)| at).take(MOST).collect();
    ends.push(text.len());
    ends.truncate(MOST);
    ends.into_iter().rev().find_map(|end| {
        let part = text[..end].trim_end_matches([',', '.', ';', ':', ')', ' ']);
        let day = figures(part, writing.order).or_else(|| named(part, &writing.months))?;
        Some((part.len(), day))
    })
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

    use crate::model::dates::parse_day;

    fn ordered(order: DateOrder) -> DayWriting {
        DayWriting { order: Some(order), ..DayWriting::default() }
    }

    #[test]
    fn days_within_words_are_found() {
        let shown = |text: &str| {
            let pieces = pieces(text, &DayWriting::default()).map_err(|no_day| no_day.why)?;
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
            let (y, m, d) = (day.year(), u8::from(day.month()), day.day());
            prop_assert_eq!(read(&WrittenDay::of(day).0, &DayWriting::default()), Ok(day));
            prop_assert_eq!(read(&format!("{d:02}/{m:02}/{y}"), &ordered(DateOrder::Dmy)), Ok(day));
            prop_assert_eq!(read(&format!("{m}.{d}.{y}"), &ordered(DateOrder::Mdy)), Ok(day));
            prop_assert_eq!(read(&format!("{y}/{m}/{d}"), &ordered(DateOrder::Ymd)), Ok(day));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,16}|[0-9/. TZDec:-]{0,16}") {
            let _ = (read(&text, &DayWriting::default()), pieces(&text, &ordered(DateOrder::Dmy)));
        }
    }
}
