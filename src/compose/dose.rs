//! A dose as plain words: `1 to 2 sets of 8 to 12, on each side, hold 3 seconds, 3 days a week`.

use super::strings::put;
use crate::model::dose::{Count, Dose, Side};

/// The words of a dose in one language; `{n}` is a number or a range, `{sets}` and `{reps}` likewise.
#[derive(Clone, Copy, Debug)]
pub struct DoseStrings {
    /// Between the ends of a range, `{least}` and `{most}`.
    pub range: &'static str,
    /// How many times: once, and more.
    pub times: [&'static str; 2],
    /// How many times in how many sets: one set, and more.
    pub sets: [&'static str; 2],
    /// Sets alone: one, and more.
    pub only_sets: [&'static str; 2],
    /// For each side.
    pub each_side: &'static str,
    /// How long to hold: one second, and more.
    pub hold: [&'static str; 2],
    /// How many seconds: one, and more.
    pub seconds: [&'static str; 2],
    /// How many times so long, `{sets}` and `{length}`: once, and more.
    pub times_of: [&'static str; 2],
    /// On one side: left, right.
    pub sides: [&'static str; 2],
    /// How many minutes: one, and more.
    pub minutes: [&'static str; 2],
    /// How often a day: once, and more.
    pub times_a_day: [&'static str; 2],
    /// How often a week: on one day, and more.
    pub days_a_week: [&'static str; 2],
    /// On all seven days.
    pub every_day: &'static str,
    /// Between the parts.
    pub comma: &'static str,
}

/// English words of a dose.
pub const EN: DoseStrings = DoseStrings {
    range: "{least} to {most}",
    times: ["once", "{n} times"],
    sets: ["{sets} set of {reps}", "{sets} sets of {reps}"],
    only_sets: ["{n} set", "{n} sets"],
    each_side: "on each side",
    hold: ["hold {n} second", "hold {n} seconds"],
    seconds: ["{n} second", "{n} seconds"],
    times_of: ["{length}", "{sets} times {length}"],
    sides: ["on your left side only", "on your right side only"],
    minutes: ["{n} minute", "{n} minutes"],
    times_a_day: ["once a day", "{n} times a day"],
    days_a_week: ["{n} day a week", "{n} days a week"],
    every_day: "every day",
    comma: ", ",
};

impl Dose {
    /// The dose in words, without its note and without a full stop; empty when it says nothing in numbers.
    #[must_use]
    pub fn words(&self, strings: &DoseStrings) -> String {
        let number = |count: Count| strings.number(count);
        let minutes = self.minutes.map(|minutes| strings.phrase(strings.minutes, minutes));
        let length = minutes.or_else(|| self.seconds.map(|seconds| strings.phrase(strings.seconds, seconds)));
        let side = match self.side {
            Some(Side::Left) => Some(strings.sides[0]),
            Some(Side::Right) => Some(strings.sides[1]),
            None => self.each_side.then_some(strings.each_side),
        };
        let (how_many, length) = match (self.sets, self.reps) {
            (Some(sets), None) if length.is_some() => {
                let words = [("sets", &*number(sets)), ("length", length.as_deref().unwrap_or_default())];
                (Some(put(form(strings.times_of, sets), &words)), None)
            }
            _ => (self.how_many(strings), length),
        };

        let days = self.days_a_week.map(|days| match days.least {
            7.. => strings.every_day.to_owned(),
            _ => strings.phrase(strings.days_a_week, days),
        });
        let parts = [
            how_many,
            length,
            side.map(str::to_owned),
            self.hold_seconds.map(|seconds| strings.phrase(strings.hold, seconds)),
            self.times_a_day.map(|times| strings.phrase(strings.times_a_day, times)),
            days,
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(strings.comma)
    }

    /// How often a day and a week; nothing where it is once a day on every day, or not said.
    #[must_use]
    pub fn often(&self, strings: &DoseStrings) -> String {
        let times = self.times_a_day.filter(|times| times.most > 1);
        let days = self.days_a_week.filter(|days| days.least < 7);
        let parts = [
            times.map(|times| strings.phrase(strings.times_a_day, times)),
            days.map(|days| strings.phrase(strings.days_a_week, days)),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(strings.comma)
    }

    /// How many sets of how many times.
    fn how_many(&self, strings: &DoseStrings) -> Option<String> {
        let number = |count: Count| strings.number(count);
        match (self.sets, self.reps) {
            (Some(sets), Some(reps)) => {
                Some(put(form(strings.sets, sets), &[("sets", &number(sets)), ("reps", &number(reps))]))
            }
            (Some(sets), None) => Some(strings.phrase(strings.only_sets, sets)),
            (None, Some(reps)) => Some(strings.phrase(strings.times, reps)),
            (None, None) => None,
        }
    }
}

impl DoseStrings {
    fn phrase(&self, forms: [&'static str; 2], count: Count) -> String {
        put(form(forms, count), &[("n", &self.number(count))])
    }

    fn number(&self, count: Count) -> String {
        if count.least == count.most {
            return count.least.to_string();
        }
        put(self.range, &[("least", &count.least.to_string()), ("most", &count.most.to_string())])
    }
}

/// The form for one, or for more.
const fn form(forms: [&'static str; 2], count: Count) -> &'static str {
    forms[if count.most == 1 { 0 } else { 1 }]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Source;
    use crate::model::load;

    fn words(dose: &str) -> String {
        let dose = load::<Dose>(&Source::new("dose.yaml", dose)).expect("a dose").value;
        dose.words(&EN)
    }

    #[test]
    fn a_dose_reads_as_plain_words() {
        for (dose, expected) in [
            ("{ reps: 10, hold_seconds: 3, times_a_day: 1-2 }", "10 times, hold 3 seconds, 1 to 2 times a day"),
            (
                "{ sets: 1-2, reps: 8-12, each_side: true, days_a_week: 3 }",
                "1 to 2 sets of 8 to 12, on each side, 3 days a week",
            ),
            ("{ sets: 3, reps: 8, days_a_week: 7 }", "3 sets of 8, every day"),
            ("{ minutes: 20-30, days_a_week: 1-2 }", "20 to 30 minutes, 1 to 2 days a week"),
            ("{ sets: 1, reps: 1, hold_seconds: 1, times_a_day: 1 }", "1 set of 1, hold 1 second, once a day"),
            ("{ reps: 1, minutes: 1, days_a_week: 1 }", "once, 1 minute, 1 day a week"),
            ("{ sets: 2 }", "2 sets"),
            ("{ sets: 3, minutes: 10, times_a_day: 2 }", "3 times 10 minutes, 2 times a day"),
            ("{ sets: 1, seconds: 45 }", "45 seconds"),
            ("{ seconds: 30-45, side: left }", "30 to 45 seconds, on your left side only"),
            ("{ reps: 10, side: right, hold_seconds: 5 }", "10 times, on your right side only, hold 5 seconds"),
            ("{ note: As you like. }", ""),
        ] {
            assert_eq!(words(dose), expected, "{dose}");
        }
    }
}
