//! Days as a language writes them.

use time::{Date, Month};

use super::bundle::Messages;
use crate::model::day::MonthNames;

impl Messages {
    /// A day written out, such as `20 November 2026`.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        let month = self.month_after_day(u8::from(date.month()).into());
        self.written_date(&date.day().to_string(), &month, &date.year().to_string())
    }

    /// A month and year, such as `November 2026`.
    #[must_use]
    pub fn month_with_year(&self, date: Date) -> String {
        self.written_month(&self.month(u8::from(date.month()).into()), &date.year().to_string())
    }
}

/// The names of months in some languages, by which days in words are read.
pub(super) fn months<'l>(languages: impl Iterator<Item = &'l Messages>) -> MonthNames {
    let mut names = MonthNames::default();
    for language in languages {
        for number in 1..=12_u8 {
            let Ok(month) = Month::try_from(number) else { continue };
            for name in [language.month(number.into()), language.month_after_day(number.into())] {
                names.insert(&name, month);
            }
        }
    }
    names
}
