//! Gestational age, and the time since the birth: completed weeks, and days where they are known.
//!
//! A pregnancy has 280 days (Naegele's rule; ACOG Committee Opinion 700, ISUOG): its age is 280 days less the days that
//! are left to the due date. `30+2` is 30 completed weeks and 2 days; in the 31st week 30 weeks are completed.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use time::Date;

use super::handout::Stage;
use super::{SINCE_BIRTH_PATTERN, WEEKS_PATTERN};

/// Days from the start of a pregnancy to the day the baby is due.
const TERM: i64 = 280;
/// The first day of an age that is taken: one completed week.
const EARLIEST: i64 = 7;
/// The last day of an age that is taken: 44 weeks and 6 days. Later than that, a date is wrong.
const LATEST: i64 = 44 * 7 + 6;
/// From this completed week on a pregnancy is past its term (ICD-10 O48).
const POST_TERM: u8 = 42;
/// The last completed week after birth that is taken.
const LAST_AFTER_BIRTH: u16 = 52;

/// Completed weeks of a pregnancy, and days where they are known.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Hash)]
#[serde(try_from = "String")]
pub struct Gestation(Completed);

/// Completed weeks since the birth, and days where they are known.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Hash)]
#[serde(try_from = "String")]
pub struct SinceBirth(Completed);

/// Completed weeks, and days where they are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Completed {
    /// Completed weeks.
    pub weeks: u8,
    /// Days beyond them, 0 to 6; `None` where only weeks were told.
    pub days: Option<u8>,
}

/// Why a text or a due date gives no age.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoAge(pub String);

impl Gestation {
    /// The age that `text` tells: `30`, `30+2`, `30w2d`, `30 weeks 2 days`, `30/40` and the like.
    ///
    /// # Errors
    /// When it can be read in two ways, or is no age of a pregnancy.
    pub fn parse(text: &str) -> Result<Self, NoAge> {
        let completed = Completed::parse(text, true)?;
        match completed.least_days() {
            ..EARLIEST => Err(no_age("a sheet starts at 1 completed week")),
            EARLIEST..=LATEST => Ok(Self(completed)),
            _ => Err(no_age("no pregnancy lasts so long: 44 weeks + 6 days are the most that is taken")),
        }
    }

    /// The age on the day `now`, when the baby is due on the day `due`.
    ///
    /// # Errors
    /// When that is before the pregnancy's first completed week, or more than 44 weeks and 6 days.
    pub fn from_due_date(due: Date, now: Date) -> Result<Self, NoAge> {
        let days = TERM - (due - now).whole_days();
        match days {
            ..0 => {
                let ahead = TERM - days;
                Err(NoAge(format!("this is {ahead} days after the visit, and a pregnancy has 280: it had not begun")))
            }
            0..EARLIEST => Err(no_age("the pregnancy is not one week old on the day of the visit")),
            EARLIEST..=LATEST => Ok(Self(Completed::of_days(days))),
            _ => Err(NoAge(format!("this is {} days before the visit: more than 44 weeks + 6 days", days - TERM))),
        }
    }

    /// Completed weeks.
    #[must_use]
    pub const fn weeks(self) -> u8 {
        self.0.weeks
    }

    /// Weeks and days.
    #[must_use]
    pub const fn completed(self) -> Completed {
        self.0
    }

    /// The stage that it lies in.
    #[must_use]
    pub const fn stage(self) -> Stage {
        match self.0.weeks {
            ..=13 => Stage::FirstTrimester,
            14..=27 => Stage::SecondTrimester,
            _ => Stage::ThirdTrimester,
        }
    }

    /// Whether 42 weeks are completed.
    #[must_use]
    pub const fn is_post_term(self) -> bool {
        self.0.weeks >= POST_TERM
    }
}

impl SinceBirth {
    /// The time that `text` tells: `3`, `3+2`, `3w2d`, `3 weeks 2 days`, `5 days` and the like.
    ///
    /// # Errors
    /// When it can be read in two ways, or is more than a year.
    pub fn parse(text: &str) -> Result<Self, NoAge> {
        let completed = Completed::parse(text, false)?;
        match u16::from(completed.weeks) {
            ..=LAST_AFTER_BIRTH => Ok(Self(completed)),
            _ => Err(no_age("52 weeks after birth are the most that is taken")),
        }
    }

    /// Completed weeks.
    #[must_use]
    pub const fn weeks(self) -> u8 {
        self.0.weeks
    }

    /// Weeks and days.
    #[must_use]
    pub const fn completed(self) -> Completed {
        self.0
    }
}

impl Completed {
    /// In English, for messages: `30 weeks + 2 days`, or `30 weeks` where no days are known.
    #[must_use]
    pub fn words(self) -> String {
        let count = |number: u8, unit: &str| format!("{number} {unit}{}", if number == 1 { "" } else { "s" });
        match self.days {
            Some(days) => format!("{} + {}", count(self.weeks, "week"), count(days, "day")),
            None => count(self.weeks, "week"),
        }
    }

    fn of_days(days: i64) -> Self {
        let weeks = u8::try_from(days / 7).unwrap_or(u8::MAX);
        Self { weeks, days: u8::try_from(days % 7).ok() }
    }

    /// All its days, where none are told as if there were none.
    fn least_days(self) -> i64 {
        i64::from(self.weeks) * 7 + i64::from(self.days.unwrap_or(0))
    }

    /// Reads weeks and days. `of_pregnancy` lets a week be written over 40, as British notes do.
    fn parse(text: &str, of_pregnancy: bool) -> Result<Self, NoAge> {
        let text = plain(text);
        let whole = text.strip_suffix("/40").filter(|_| of_pregnancy).map_or(text.as_str(), str::trim_end);
        // `30+2/7` is 30 weeks and two sevenths of a week.
        let whole =
            whole.strip_suffix("/7").filter(|rest| rest.trim_end().contains(['+', ' '])).map_or(whole, str::trim_end);
        let numbers = Numbers::read(whole)?;
        let (weeks, days) = match numbers.parts.as_slice() {
            [(only, Unit::Days)] if numbers.joins == 0 => return of_days(*only),
            [(weeks, Unit::None | Unit::Weeks)] if numbers.joins == 0 => (*weeks, None),
            [(weeks, unit), (days, Unit::None | Unit::Days)]
                if *unit == Unit::Weeks || numbers.joins == 1 || text.ends_with("/7") =>
            {
                (*weeks, Some(*days))
            }
            _ => return Err(numbers.unclear()),
        };
        if days.is_some_and(|days| days > 6) {
            return Err(no_age("a week has 7 days: after the weeks, 0 to 6 days are left over"));
        }
        let small = |number: u16| u8::try_from(number).map_err(|_| no_age("no pregnancy lasts so long"));
        Ok(Self { weeks: small(weeks)?, days: days.map(small).transpose()? })
    }
}

/// So many days.
fn of_days(days: u16) -> Result<Completed, NoAge> {
    if days > 400 {
        return Err(no_age("no pregnancy lasts so long"));
    }
    Ok(Completed::of_days(i64::from(days)))
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Unit {
    None,
    Weeks,
    Days,
}

/// The numbers of a text with their units.
struct Numbers {
    parts: Vec<(u16, Unit)>,
    /// How many `+` stand between them.
    joins: usize,
}

impl Numbers {
    /// Reads numbers, the words for weeks and days, and what joins them.
    fn read(text: &str) -> Result<Self, NoAge> {
        let mut numbers = Self { parts: Vec::new(), joins: 0 };
        let mut week_before = false;
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let same = |c: char| match first {
                '0'..='9' => c.is_ascii_digit(),
                _ => first.is_alphabetic() && c.is_alphabetic(),
            };
            let length = rest.find(|c| !same(c)).unwrap_or(rest.len()).max(first.len_utf8());
            let (word, after) = rest.split_at(length);
            rest = after;
            match word {
                _ if first.is_ascii_digit() => {
                    let number = word.parse().map_err(|_| no_age("this number is too large"))?;
                    let unit = if std::mem::take(&mut week_before) { Unit::Weeks } else { Unit::None };
                    numbers.parts.push((number, unit));
                }
                " " | "," | "and" => {}
                "+" if numbers.parts.len() == 1 => numbers.joins += 1,
                "w" | "wk" | "wks" | "week" | "weeks" if numbers.parts.is_empty() && !week_before => week_before = true,
                "w" | "wk" | "wks" | "week" | "weeks" => numbers.label(Unit::Weeks)?,
                "d" | "day" | "days" => numbers.label(Unit::Days)?,
                "." | "-" | "/" | "–" => return Err(numbers.unclear()),
                "st" | "nd" | "rd" | "th" => {
                    return Err(no_age("say completed weeks: in the 31st week, 30 weeks are completed"));
                }
                _ => return Err(no_age("write completed weeks, or weeks and days")),
            }
        }
        Ok(numbers)
    }

    /// Gives the last number its unit.
    fn label(&mut self, unit: Unit) -> Result<(), NoAge> {
        // `30+2 weeks` is weeks and days.
        let several = self.parts.len() == 2 && self.joins == 1 && unit == Unit::Weeks;
        match self.parts.last_mut() {
            Some((_, own @ Unit::None)) => {
                if !several {
                    *own = unit;
                }
                Ok(())
            }
            _ => Err(self.unclear()),
        }
    }

    fn unclear(&self) -> NoAge {
        match self.parts.as_slice() {
            [] => no_age("write completed weeks, or weeks and days"),
            [(weeks, _), ..] => {
                NoAge(format!("this can be read in more than one way; for {weeks} weeks and 2 days write {weeks}+2"))
            }
        }
    }
}

/// The text in small letters and plain digits, with single spaces.
fn plain(text: &str) -> String {
    let digit = |c: char, zero: char| char::from_digit(u32::from(c) - u32::from(zero), 10);
    let plain = |c: char| match c {
        '٠'..='٩' => digit(c, '٠').unwrap_or(c),
        '۰'..='۹' => digit(c, '۰').unwrap_or(c),
        '０'..='９' => digit(c, '０').unwrap_or(c),
        '＋' => '+',
        other => other,
    };
    let text: String = text.to_lowercase().chars().map(plain).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn no_age(why: &str) -> NoAge {
    NoAge(why.to_owned())
}

impl fmt::Display for Completed {
    /// As it can be read again: `30` or `30+2`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.days {
            Some(days) => write!(f, "{}+{days}", self.weeks),
            None => write!(f, "{}", self.weeks),
        }
    }
}

impl fmt::Display for Gestation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for SinceBirth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Display for NoAge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoAge {}

impl TryFrom<String> for Gestation {
    type Error = NoAge;

    fn try_from(text: String) -> Result<Self, NoAge> {
        Self::parse(&text)
    }
}

impl TryFrom<String> for SinceBirth {
    type Error = NoAge;

    fn try_from(text: String) -> Result<Self, NoAge> {
        Self::parse(&text)
    }
}

impl JsonSchema for Gestation {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Gestation".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "integer"], "pattern": WEEKS_PATTERN, "minimum": 1, "maximum": 44 })
    }
}

impl JsonSchema for SinceBirth {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "SinceBirth".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "integer"], "pattern": SINCE_BIRTH_PATTERN, "minimum": 0, "maximum": 52 })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use time::macros::date;

    fn told(text: &str) -> Result<String, String> {
        Gestation::parse(text).map(|age| age.to_string()).map_err(|why| why.0)
    }

    #[test]
    fn weeks_and_days_are_read_as_people_write_them() {
        for (text, expected) in [
            ("30", "30"),
            (" 30 ", "30"),
            ("30+2", "30+2"),
            ("30 + 2", "30+2"),
            ("30+0", "30+0"),
            ("30w2d", "30+2"),
            ("30W 2D", "30+2"),
            ("30 weeks 2 days", "30+2"),
            ("30 weeks and 2 days", "30+2"),
            ("30 weeks, 2 days", "30+2"),
            ("30 weeks + 2 days", "30+2"),
            ("30wk2", "30+2"),
            ("30 weeks", "30"),
            ("30 wks", "30"),
            ("1 week 1 day", "1+1"),
            ("wk 30", "30"),
            ("Week 30+2", "30+2"),
            ("30+2 weeks", "30+2"),
            ("30/40", "30"),
            ("30+2/40", "30+2"),
            ("30 2/7", "30+2"),
            ("30+2/7", "30+2"),
            ("211 days", "30+1"),
            ("٣٠+٢", "30+2"),
            ("44+6", "44+6"),
            ("1", "1"),
        ] {
            assert_eq!(told(text), Ok(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_can_be_read_in_two_ways_is_refused() {
        for text in [
            "30.2",
            "30,2",
            "30-2",
            "30 2",
            "30/7",
            "30/2",
            "30+",
            "+2",
            "30+7",
            "30 weeks 7 days",
            "30th week",
            "0",
            "0+6",
            "45",
            "61",
            "300",
            "44+6+1",
            "2 days 30 weeks",
            "thirty",
            "-3",
            "3e1",
            "",
            " ",
            "30 weeks 2 weeks",
            "30 months",
            "3rd trimester",
            "30+2+1",
            "99999999999",
            "30w2d1",
            "w",
            "314+1",
            "321 days",
            "6 days",
        ] {
            assert!(told(text).is_err(), "{text}: {:?}", told(text));
        }
        assert!(told("30.2").unwrap_err().contains("30+2"));
        assert!(told("31st week").unwrap_err().contains("30 weeks are completed"));
    }

    #[test]
    fn time_since_the_birth_is_completed_too() {
        for (text, expected) in [("0", "0"), ("3", "3"), ("3+2", "3+2"), ("5 days", "0+5"), ("52+6", "52+6")] {
            assert_eq!(SinceBirth::parse(text).map(|age| age.to_string()), Ok(expected.to_owned()), "{text}");
        }
        for text in ["53", "3.5", "3/40", "-1", "3 months"] {
            assert!(SinceBirth::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_age_is_280_days_less_those_that_are_left() {
        let age = |due, now| Gestation::from_due_date(due, now).map(|age| age.to_string()).map_err(|_| ());
        let due = date!(2027 - 02 - 01);
        for (now, expected) in [
            (date!(2026 - 11 - 23), Ok("30+0")),
            (date!(2026 - 11 - 24), Ok("30+1")),
            (date!(2026 - 11 - 29), Ok("30+6")),
            (date!(2026 - 11 - 30), Ok("31+0")),
            (date!(2027 - 02 - 01), Ok("40+0")),
            (date!(2027 - 02 - 16), Ok("42+1")),
            (date!(2027 - 03 - 07), Ok("44+6")),
            (date!(2027 - 03 - 08), Err(())),
            (date!(2026 - 05 - 05), Ok("1+1")),
            (date!(2026 - 05 - 04), Ok("1+0")),
            (date!(2026 - 05 - 03), Err(())),
            (date!(2025 - 05 - 02), Err(())),
            (date!(2030 - 05 - 02), Err(())),
        ] {
            assert_eq!(age(due, now), expected.map(str::to_owned), "{now}");
        }
    }

    #[test]
    fn it_counts_days_for_two_years_of_visits_and_due_dates() {
        // Counted here one day after the other from the first day of the pregnancy.
        let mut due = date!(2026 - 01 - 01);
        while due < date!(2028 - 01 - 01) {
            let mut start = due;
            for _ in 0..280 {
                start = start.previous_day().expect("a day");
            }
            let (mut now, mut weeks, mut days) = (start, 0_u8, 0_u8);
            for _ in 0..330 {
                let expected = (weeks >= 1 && weeks <= 44).then_some((weeks, Some(days)));
                let found = Gestation::from_due_date(due, now).ok();
                let found = found.map(|age| (age.completed().weeks, age.completed().days));
                assert_eq!(found, expected, "due {due}, on {now}");
                now = now.next_day().expect("a day");
                days += 1;
                if days == 7 {
                    (weeks, days) = (weeks + 1, 0);
                }
            }
            due = due.next_day().expect("a day");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_can_be_read_again(days in EARLIEST..=LATEST) {
            let age = Gestation(Completed::of_days(days));
            prop_assert_eq!(Gestation::parse(&age.to_string()), Ok(age));
            let (weeks, days) = (days / 7, days % 7);
            prop_assert_eq!(Gestation::parse(&format!("{weeks} weeks {days} days")), Ok(age));
            prop_assert_eq!(Gestation::parse(&format!("{weeks}w{days}d")), Ok(age));
        }

        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,12}|[0-9+/ wd.,-]{0,10}") {
            let _ = (Gestation::parse(&text), SinceBirth::parse(&text));
        }
    }
}
