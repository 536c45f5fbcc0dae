//! What a personal sheet comes to once its request is checked: when it is for, and which exercises she is given.

use super::exercise::{Count, Dose, Exercise, Position};
use super::gestation::{Gestation, SinceBirth};
use super::handout::Stage;
use super::text::Passage;

/// The last week in which an exercise may be done flat on the back (clinical brief, part 1.0d).
const LAST_WEEK_ON_BACK: u8 = 16;

/// When a sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// In pregnancy.
    Pregnant(Gestation),
    /// After the birth.
    AfterBirth(SinceBirth),
}

/// Why an exercise is not for a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// It is done flat on the back, and this is after the week.
    OnBack(u8),
    /// It is for weeks up to this one.
    NotAfter(u8),
    /// It is for weeks from this one on.
    NotBefore(u8),
    /// It is for weeks after birth from this one on.
    AfterBirthFrom(u8),
    /// It is for other stages.
    Stage,
}

/// A dose of its own: so many times, or so many seconds, in so many sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OwnDose {
    /// How many sets; how many times, when it is seconds.
    pub sets: u16,
    /// How many times in a set, or how many seconds.
    pub amount: u16,
    /// Whether the amount is seconds.
    pub seconds: bool,
}

/// An exercise that she is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    /// The exercise's id.
    pub id: String,
    /// Its own dose.
    pub dose: Option<OwnDose>,
    /// What the clinician adds to it.
    pub note: Vec<Passage>,
    /// Why it is not for this week, and why it is given all the same.
    pub although: Option<(Bar, String)>,
}

/// A personal sheet, checked.
#[derive(Clone, Debug)]
pub struct Plan {
    /// When it is for, where that is known.
    pub moment: Option<Moment>,
    /// The stage: of that week, or else the handout's.
    pub stage: Stage,
    /// Her exercises, in order.
    pub given: Vec<Given>,
    /// What the clinician adds.
    pub note: Vec<Passage>,
}

impl Moment {
    /// The stage that it lies in.
    #[must_use]
    pub const fn stage(self) -> Stage {
        match self {
            Self::Pregnant(age) => age.stage(),
            Self::AfterBirth(_) => Stage::AfterBirth,
        }
    }

    /// The moment as messages tell it: `30 weeks + 2 days`, or `3 weeks after birth`.
    #[must_use]
    pub fn words(self) -> String {
        match self {
            Self::Pregnant(age) => age.completed().words(),
            Self::AfterBirth(since) => format!("{} after birth", since.completed().words()),
        }
    }
}

impl Exercise {
    /// Why it is not for a moment; the weeks are the better reason and come first.
    #[must_use]
    pub fn bar_at(&self, moment: Moment) -> Option<Bar> {
        let by_week = match moment {
            // Completed weeks: `not_after_week: 16` is up to 16 weeks and 6 days.
            Moment::Pregnant(age) => self.bar_in_weeks(age.weeks(), age.weeks()),
            Moment::AfterBirth(since) => {
                let from = self.after_birth_from_week.as_ref().map_or(0, |from| from.value);
                (since.weeks() < from).then_some(Bar::AfterBirthFrom(from))
            }
        };
        by_week.or_else(|| (!self.is_for(moment.stage())).then_some(Bar::Stage))
    }

    /// Why it is not for all of a stage.
    #[must_use]
    pub fn bar_in(&self, stage: Stage) -> Option<Bar> {
        let by_week = stage.weeks().and_then(|(first, last)| self.bar_in_weeks(first, last));
        by_week.or_else(|| (!self.is_for(stage)).then_some(Bar::Stage))
    }

    fn bar_in_weeks(&self, first: u8, last: u8) -> Option<Bar> {
        let until = self.not_after_week.as_ref().map(|until| until.value);
        if self.position.value == Position::OnBack {
            let until = until.map_or(LAST_WEEK_ON_BACK, |until| until.min(LAST_WEEK_ON_BACK));
            if last > until {
                return Some(Bar::OnBack(until));
            }
        }
        if let Some(until) = until.filter(|until| last > *until) {
            return Some(Bar::NotAfter(until));
        }
        let from = self.not_before_week.as_ref().map(|from| from.value);
        from.filter(|from| first < *from).map(Bar::NotBefore)
    }
}

impl OwnDose {
    /// The dose that `3x10` or `3x20s` tells: 1 to 20 sets of 1 to 100, or of 1 to 300 seconds.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text.to_lowercase().replace('×', "x").split_whitespace().collect();
        let (sets, amount) = text.split_once('x')?;
        let (amount, seconds) = amount.strip_suffix('s').map_or((amount, false), |amount| (amount, true));
        let number = |text: &str, most: u16| match text.bytes().all(|byte| byte.is_ascii_digit()) {
            true => text.parse::<u16>().ok().filter(|number| (1..=most).contains(number)),
            false => None,
        };
        Some(Self { sets: number(sets, 20)?, amount: number(amount, if seconds { 300 } else { 100 })?, seconds })
    }

    /// The dose of an exercise with this in the place of its own. How often a day and a week stays, and that each side
    /// gets its turn: it says nothing of those.
    #[must_use]
    pub fn instead_of(self, usual: &Dose) -> Dose {
        let count = |number: u16| Some(Count { least: number, most: number });
        let (sets, reps, hold_seconds) = match self.seconds {
            true => (None, count(self.sets), count(self.amount)),
            false => (count(self.sets), count(self.amount), None),
        };
        Dose { sets, reps, hold_seconds, minutes: None, note: None, ..usual.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Source;
    use crate::model::load;

    fn exercise(more: &str) -> Exercise {
        let text = format!(
            "name: Clam\n{more}start: Lie down.\nsteps: [Lift your knee.]\n\
             dose: {{ sets: 1-2, reps: 8, each_side: true, days_a_week: 3, note: Slowly. }}\nstop_if: it hurts.\n"
        );
        load::<Exercise>(&Source::new("clam.yaml", text)).expect("an exercise").value
    }

    fn week(text: &str) -> Moment {
        Moment::Pregnant(Gestation::parse(text).expect("a week"))
    }

    #[test]
    fn weeks_decide_whether_an_exercise_is_for_her() {
        let bridge = exercise(
            "stages: [first-trimester, after-birth]\nposition: on-back\nnot_after_week: 14\nafter_birth_from_week: 2\n",
        );
        for (moment, bar) in [
            (week("13+6"), None),
            (week("14"), Some(Bar::Stage)),
            (week("15"), Some(Bar::OnBack(14))),
            (Moment::AfterBirth(SinceBirth::parse("1+6").expect("weeks")), Some(Bar::AfterBirthFrom(2))),
            (Moment::AfterBirth(SinceBirth::parse("2").expect("weeks")), None),
        ] {
            assert_eq!(bridge.bar_at(moment), bar, "{moment:?}");
        }
        let unlimited = exercise("stages: [any]\nposition: on-back\n");
        assert_eq!(unlimited.bar_at(week("16+6")), None);
        assert_eq!(unlimited.bar_at(week("17")), Some(Bar::OnBack(16)));
        assert_eq!(unlimited.bar_in(Stage::SecondTrimester), Some(Bar::OnBack(16)));
        let late = exercise("stages: [any]\nposition: sitting\nnot_before_week: 20\nnot_after_week: 36\n");
        assert_eq!(late.bar_at(week("19+6")), Some(Bar::NotBefore(20)));
        assert_eq!(late.bar_at(week("37")), Some(Bar::NotAfter(36)));
        assert_eq!(late.bar_at(week("20+0")), None);
    }

    #[test]
    fn a_dose_is_sets_of_times_or_seconds() {
        let dose = |sets, amount, seconds| Some(OwnDose { sets, amount, seconds });
        for (text, expected) in [
            ("3x10", dose(3, 10, false)),
            ("3 × 20 s", dose(3, 20, true)),
            ("1X300S", dose(1, 300, true)),
            ("0x10", None),
            ("3x", None),
            ("3x101", None),
            ("21x1", None),
            ("3x10m", None),
            ("ten", None),
            ("-3x10", None),
            ("", None),
        ] {
            assert_eq!(OwnDose::parse(text), expected, "{text}");
        }
        let usual = exercise("stages: [any]\nposition: sitting\n").dose;
        let words = |text: &str| {
            let own = OwnDose::parse(text).expect("a dose").instead_of(&usual);
            (own.sets.map(|n| n.most), own.reps.map(|n| n.most), own.hold_seconds.map(|n| n.most), own.each_side)
        };
        assert_eq!(words("3x10"), (Some(3), Some(10), None, true));
        assert_eq!(words("3x20s"), (None, Some(3), Some(20), true));
    }
}
