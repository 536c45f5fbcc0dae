//! What a personal sheet comes to once its request is checked: when it is for, and which exercises she is given.

use time::Date;

use super::Private;
use super::day::Piece;
use super::dose::Dose;
use super::exercise::{Exercise, Position};
use super::gestation::{Gestation, SinceBirth};
use super::handout::Stage;
use super::stages::Stages;
use super::text::Passage;

/// When a sheet is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// In pregnancy.
    Pregnant(Gestation),
    /// After the birth.
    AfterBirth(SinceBirth),
}

/// Why an exercise is not for a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

/// An exercise that she is given.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Given {
    /// The exercise's id.
    pub id: String,
    /// Her own dose of it, where the clinician said any of it.
    pub dose: Option<Dose>,
    /// Which of the exercise's limits are left out, since they contradict what the clinician said, from 0.
    pub without_limits: Vec<usize>,
    /// What the clinician adds to it.
    pub note: Private<Vec<Passage>>,
    /// Why it is not for this week, and why it is given all the same.
    pub although: Option<(Bar, Private<String>)>,
}

/// A personal sheet, checked.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The day of the visit.
    pub date: Option<Date>,
    /// When she comes again: a day, or words with days in them.
    pub next_visit: Private<Vec<Piece>>,
    /// When it is for, where that is known.
    pub moment: Option<Moment>,
    /// The stage: of that week, or else the handout's.
    pub stage: Stage,
    /// Her exercises, in order.
    pub given: Vec<Given>,
    /// What the clinician adds.
    pub note: Private<Vec<Passage>>,
    /// Why she gets a handout that is not for her week.
    pub although_stage: Option<Private<String>>,
}

impl Moment {
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
    /// Why it is not for a moment; the weeks are the better reason and come first. `otherwise` is the stage where `stages` have
    /// none for the moment.
    #[must_use]
    pub fn bar_at(&self, moment: Moment, otherwise: Stage, stages: &Stages) -> Option<Bar> {
        let by_week = match moment {
            // Completed weeks: `not_after_week: 16` is up to 16 weeks and 6 days.
            Moment::Pregnant(age) => self.bar_in_weeks(age.weeks(), age.weeks(), stages),
            Moment::AfterBirth(since) => {
                let from = self.after_birth_from_week.as_ref().map_or(0, |from| from.value);
                (since.weeks() < from).then_some(Bar::AfterBirthFrom(from))
            }
        };
        let stage = stages.at(moment).unwrap_or(otherwise);
        by_week.or_else(|| (!self.is_for(stage, stages)).then_some(Bar::Stage))
    }

    /// Why it is not for all of a stage.
    #[must_use]
    pub fn bar_in(&self, stage: Stage, stages: &Stages) -> Option<Bar> {
        let by_week = stages.weeks(stage).and_then(|(first, last)| self.bar_in_weeks(first, last, stages));
        by_week.or_else(|| (!self.is_for(stage, stages)).then_some(Bar::Stage))
    }

    fn bar_in_weeks(&self, first: u8, last: u8, stages: &Stages) -> Option<Bar> {
        let until = self.not_after_week.as_ref().map(|until| until.value);
        if self.position.value == Position::OnBack {
            let earliest = until.into_iter().chain(stages.on_back_until()).min();
            if let Some(until) = earliest.filter(|until| last > *until) {
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
        let stages = &crate::topic::tests::shipped().stages;
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
            assert_eq!(bridge.bar_at(moment, Stage::Any, stages), bar, "{moment:?}");
        }
        let unlimited = exercise("stages: [any]\nposition: on-back\n");
        assert_eq!(unlimited.bar_at(week("16+6"), Stage::Any, stages), None);
        assert_eq!(unlimited.bar_at(week("17"), Stage::Any, stages), Some(Bar::OnBack(16)));
        assert_eq!(unlimited.bar_in(Stage::SecondTrimester, stages), Some(Bar::OnBack(16)));
        let late = exercise("stages: [any]\nposition: sitting\nnot_before_week: 20\nnot_after_week: 36\n");
        assert_eq!(late.bar_at(week("19+6"), Stage::Any, stages), Some(Bar::NotBefore(20)));
        assert_eq!(late.bar_at(week("37"), Stage::Any, stages), Some(Bar::NotAfter(36)));
        assert_eq!(late.bar_at(week("20+0"), Stage::Any, stages), None);
    }
}
