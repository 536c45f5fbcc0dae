//! Weeks and days as people type them: numbers, the words for weeks and days, and what joins them.

use super::{Completed, NoAge, no_age};

impl Completed {
    /// Reads weeks and days. `of_pregnancy` lets a week be written over 40, as British notes do.
    pub(super) fn parse(text: &str, of_pregnancy: bool) -> Result<Self, NoAge> {
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

#[cfg(test)]
mod tests {
    use crate::model::gestation::{Gestation, SinceBirth};
    use proptest::prelude::*;

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

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,12}|[0-9+/ wd.,-]{0,10}") {
            let _ = (Gestation::parse(&text), SinceBirth::parse(&text));
        }
    }
}
