//! A dose as plain words: `1 to 2 sets of 8 to 12, on each side, hold 3 seconds, 3 days a week`.

use super::bundle::Messages;
use crate::model::dose::{Count, Dose, Side};

impl Messages {
    /// A dose in words, without its note and without a full stop; empty when it says nothing in numbers.
    #[must_use]
    pub fn dose(&self, dose: &Dose) -> String {
        let minutes = dose.minutes.map(|count| self.dose_minutes(count.most, &self.count(count)));
        let seconds = || dose.seconds.map(|count| self.dose_seconds(count.most, &self.count(count)));
        let length = minutes.or_else(seconds);
        let side = match dose.side {
            Some(Side::Left) => Some(self.dose_left_side()),
            Some(Side::Right) => Some(self.dose_right_side()),
            None => dose.each_side.then(|| self.dose_each_side()),
        };
        let (how_many, length) = match (dose.sets, dose.reps, length) {
            (Some(sets), None, Some(length)) => {
                (Some(self.dose_sets_of_length(sets.most, &self.count(sets), &length)), None)
            }
            (_, _, length) => (self.how_many(dose), length),
        };
        let days = dose.days_a_week.map(|days| match days.least {
            7.. => self.dose_every_day().to_owned(),
            _ => self.dose_days_a_week(days.most, &self.count(days)),
        });
        self.parts([
            how_many,
            length,
            side.map(str::to_owned),
            dose.hold_seconds.map(|count| self.dose_hold(count.most, &self.count(count))),
            dose.times_a_day.map(|count| self.dose_times_a_day(count.most, &self.count(count))),
            days,
        ])
    }

    /// How often a dose is done a day and a week; nothing where it is once a day on every day, or not said.
    #[must_use]
    pub fn how_often(&self, dose: &Dose) -> String {
        let times = dose.times_a_day.filter(|times| times.most > 1);
        let days = dose.days_a_week.filter(|days| days.least < 7);
        self.parts([
            times.map(|count| self.dose_times_a_day(count.most, &self.count(count))),
            days.map(|count| self.dose_days_a_week(count.most, &self.count(count))),
        ])
    }

    /// How many sets of how many times.
    fn how_many(&self, dose: &Dose) -> Option<String> {
        match (dose.sets, dose.reps) {
            (Some(sets), Some(reps)) => {
                Some(self.dose_sets_of_times(sets.most, reps.most, &self.count(sets), &self.count(reps)))
            }
            (Some(sets), None) => Some(self.dose_sets(sets.most, &self.count(sets))),
            (None, Some(reps)) => Some(self.dose_times(reps.most, &self.count(reps))),
            (None, None) => None,
        }
    }

    fn parts<const N: usize>(&self, parts: [Option<String>; N]) -> String {
        parts.into_iter().flatten().collect::<Vec<_>>().join(self.dose_separator())
    }

    /// A number, or a range.
    fn count(&self, count: Count) -> String {
        let number = |number: u16| self.number(&number.to_string());
        if count.least == count.most {
            return number(count.least);
        }
        self.dose_range(&number(count.least), &number(count.most))
    }
}
