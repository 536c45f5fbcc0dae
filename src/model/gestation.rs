//! Gestational age, and the time since the birth: completed weeks, and days where they are known.
//!
//! A pregnancy has 280 days (Naegele's rule; ACOG Committee Opinion 700, ISUOG): its age is 280 days less the days that
//! are left to the due date. `30+2` is 30 completed weeks and 2 days; in the 31st week 30 weeks are completed.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::Deserialize;
use time::Date;

use super::{SINCE_BIRTH_PATTERN, WEEKS_PATTERN};

mod typed;

/// Days from the start of a pregnancy to the day the baby is due.
const TERM: i64 = 280;
/// The first day of an age that is taken: one completed week.
const EARLIEST: i64 = 7;
/// The last day of an age that is taken: 44 weeks and 6 days. Later than that, a date is wrong.
const LATEST: i64 = 44 * 7 + 6;
/// From this completed week on a pregnancy is past its term (ICD-10 O48).
pub(super) const POST_TERM: u8 = 42;
/// The last completed week after birth that is taken.
pub(super) const LAST_AFTER_BIRTH: u8 = 52;

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
        match completed.weeks {
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
                let expected = (1..=44).contains(&weeks).then_some((weeks, Some(days)));
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
    }
}
