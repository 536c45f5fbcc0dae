//! An exercise as its YAML says it: how it is done, how much, when it is allowed and what to do instead.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Located;
use super::allowance::Allowance;
use super::by_stage::ByStage;
use super::dose::{Dose, DoseChange};
use super::handout::Stage;
use super::picture::Picture;
use super::stages::Stages;
use super::translated::ExerciseTexts;

/// All exercises by id, such as `pelvic-tilt`; the id is the name of the file.
pub type Library = BTreeMap<String, Exercise>;

/// An exercise.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Exercise {
    /// Its name, for example `Wall pelvic tilt`.
    #[schemars(example = &"Wall pelvic tilt")]
    pub name: Located<String>,
    /// What it is good for, in a few words.
    #[schemars(example = &"Your low back")]
    pub good_for: Option<Located<String>>,
    /// The stages it may be done in.
    #[schemars(length(min = 1))]
    pub stages: Vec<Located<Stage>>,
    /// The last week of pregnancy in which it may be done.
    #[schemars(range(min = 1, max = 42))]
    pub not_after_week: Option<Located<u8>>,
    /// The first week of pregnancy in which it may be done.
    #[schemars(range(min = 1, max = 42))]
    pub not_before_week: Option<Located<u8>>,
    /// The first week after birth in which it may be done; 0 is the first day.
    #[schemars(range(min = 0, max = 52))]
    pub after_birth_from_week: Option<Located<u8>>,
    /// What must have happened before it is done after birth, as it reads after `From day 1, once `.
    #[schemars(example = &"your catheter is out")]
    pub after_birth_once: Option<Located<String>>,
    /// The position that it is done in.
    pub position: Located<Position>,
    /// How to start.
    #[schemars(example = &"Stand with your back to a wall.")]
    pub start: Located<String>,
    /// What to do, in three steps at most.
    #[schemars(length(min = 1, max = 3))]
    pub steps: Vec<Located<String>>,
    /// All the steps of a stage in which one of them is other than in `steps`.
    #[serde(default)]
    pub steps_by_stage: ByStage<Vec<Located<String>>>,
    /// How much, and how often.
    pub dose: Dose,
    /// The parts of the dose that are other in a stage; the parts that are not named stay as in `dose`.
    #[serde(default)]
    #[schemars(example = &serde_json::json!({ "third-trimester": { "reps": 8 } }))]
    pub dose_by_stage: ByStage<DoseChange>,
    /// What to change, and for whom.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub limits: Vec<Limit>,
    /// The exercise to do where this one is not allowed.
    pub instead: Option<Located<String>>,
    /// When to stop, as it reads after the words `Stop if`.
    #[schemars(example = &"you feel dizzy or your pelvis hurts.")]
    pub stop_if: Located<String>,
    /// What it looks like.
    pub picture: Option<Picture>,
    /// Where the dose is from.
    pub basis: Option<Located<Basis>>,
    /// Ids of the sources in `sources.yaml` that say so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Located<String>>,
    /// Its texts in other languages, by the language without its country, such as `es`.
    #[serde(default, skip_serializing)]
    pub texts: BTreeMap<String, ExerciseTexts>,
    /// Findings of `handout check` that may stand, each with the reason.
    #[serde(default, skip_serializing)]
    pub allow: Vec<Allowance>,
}

/// A position that an exercise is done in.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Position {
    /// Flat on the back.
    OnBack,
    /// Lying on one side.
    OnSide,
    /// On hands and knees.
    AllFours,
    /// Sitting on a chair or a ball.
    Sitting,
    /// Standing or walking.
    Standing,
    /// In water.
    InWater,
}

/// What to change in an exercise, and for whom.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// For whom or when, in a few words.
    #[schemars(example = &"pelvic girdle pain")]
    pub when: Located<String>,
    /// What to change.
    #[schemars(example = &"Keep your knees close.")]
    pub text: Located<String>,
    /// The stages it is printed in; without them, all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stages: Vec<Located<Stage>>,
    /// Whether it says when to start after birth; it is then printed beside the week from which the exercise may be done.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub at_start: bool,
}

/// Where a dose is from.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// A guideline, health service or hospital gives this dose.
    Guideline,
    /// The usual practice of physiotherapists; no guideline fixes it.
    Practice,
}

impl Exercise {
    /// Whether it may be done in `stage`; in [`Stage::Any`] only what may be done in each of `stages`.
    #[must_use]
    pub fn is_for(&self, stage: Stage, stages: &Stages) -> bool {
        let has = |wanted: Stage| self.stages.iter().any(|own| own.value == wanted || own.value == Stage::Any);
        match stage {
            Stage::Any => stages.each().all(has),
            stage => has(stage),
        }
    }

    /// Its dose in `stage`; in [`Stage::Any`] the usual one.
    #[must_use]
    pub fn dose_in(&self, stage: Stage) -> Dose {
        self.dose_by_stage.get(stage).map_or_else(|| self.dose.clone(), |change| self.dose.with(change))
    }

    /// Its steps in `stage`; in [`Stage::Any`] the usual ones.
    #[must_use]
    pub fn steps_in(&self, stage: Stage) -> &[Located<String>] {
        self.steps_by_stage.get(stage).unwrap_or(&self.steps)
    }

    /// The limits to print in a leaflet for `stage`.
    pub fn limits_in(&self, stage: Stage) -> impl Iterator<Item = &Limit> {
        self.limits.iter().filter(move |limit| limit.applies_in(stage))
    }
}

impl Limit {
    /// Whether it is printed in a leaflet for `stage`.
    #[must_use]
    pub fn applies_in(&self, stage: Stage) -> bool {
        let named = |own: &Located<Stage>| own.value == stage || own.value == Stage::Any;
        stage == Stage::Any || self.stages.is_empty() || self.stages.iter().any(named)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::Source;
    use crate::model::dose::Count;
    use crate::model::load_in;
    use crate::model::vocabulary::Terms;
    use crate::topic::tests::shipped;

    const EXERCISE: &str = "name: Clam
stages: [first-trimester, after-birth]
not_after_week: 16
position: on-side
start: Lie on your side.
steps: [Lift your knee.]
dose: { sets: 1-2, reps: 8, minutes: null, each_side: true }
limits:
  - { when: sore hip, text: Do less. }
  - { when: after a C-section, text: Ask first., stages: [after-birth] }
stop_if: it hurts.
basis: practice
";

    fn read(text: &str) -> Result<Exercise, Vec<String>> {
        let loaded = load_in::<Exercise>(&Source::new("clam.yaml", text), &Terms::of_tests());
        loaded.map(|loaded| loaded.value).map_err(|found| found.into_iter().map(|finding| finding.message).collect())
    }

    #[test]
    fn an_exercise_is_read() {
        let exercise = read(EXERCISE).unwrap();
        assert_eq!(exercise.dose.sets, Some(Count { least: 1, most: 2 }));
        assert_eq!(exercise.dose.reps, Some(Count { least: 8, most: 8 }));
        assert!(exercise.dose.minutes.is_none() && exercise.dose.each_side);
        let stages = &shipped().stages;
        assert!(exercise.is_for(Stage::FirstTrimester, stages) && !exercise.is_for(Stage::SecondTrimester, stages));
        assert!(!exercise.is_for(Stage::Any, stages));
        assert_eq!(exercise.limits_in(Stage::FirstTrimester).count(), 1);
        assert_eq!(exercise.limits_in(Stage::AfterBirth).count(), 2);
    }

    #[test]
    fn a_stage_changes_the_parts_of_the_dose_that_it_says() {
        let more =
            "dose_by_stage: { third-trimester: { reps: 5, note: Slowly. }, after-birth: { each_side: false } }\n";
        let exercise = read(&format!("{EXERCISE}{more}")).unwrap();
        let count = |number| Some(Count { least: number, most: number });
        let (usual, late) = (exercise.dose_in(Stage::FirstTrimester), exercise.dose_in(Stage::ThirdTrimester));
        assert_eq!(usual, exercise.dose);
        assert_eq!(exercise.dose_in(Stage::Any), exercise.dose);
        assert_eq!((late.sets, late.reps, late.each_side), (usual.sets, count(5), true));
        assert_eq!(late.note.unwrap().value, "Slowly.");
        assert!(usual.note.is_none());
        assert!(!exercise.dose_in(Stage::AfterBirth).each_side);
        let change = exercise.dose_by_stage.get(Stage::ThirdTrimester).unwrap();
        let named = exercise.dose_in(Stage::ThirdTrimester).named_by(change);
        assert_eq!((named.sets, named.reps, named.each_side), (usual.sets, count(5), false));
    }

    #[test]
    fn a_stage_may_have_steps_of_its_own() {
        let more = "steps_by_stage: { third-trimester: [Press your knee., Let go.] }\n";
        let exercise = read(&format!("{EXERCISE}{more}")).unwrap();
        assert_eq!(exercise.steps_in(Stage::ThirdTrimester)[0].value, "Press your knee.");
        for stage in [Stage::FirstTrimester, Stage::AfterBirth, Stage::Any] {
            assert_eq!(exercise.steps_in(stage)[0].value, "Lift your knee.");
        }
    }

    #[test]
    fn what_is_said_by_stage_names_stages_and_parts_of_a_dose() {
        for (more, message) in [
            ("dose_by_stage: { third_trimester: { reps: 8 } }", "unknown key `third_trimester`"),
            ("dose_by_stage: { any: { reps: 8 } }", "unknown key `any`"),
            ("dose_by_stage: { after-birth: { rep: 8 } }", "unknown key `rep`"),
            ("dose_by_stage: { after-birth: { reps: few } }", "`reps` is not a number or a range"),
            ("steps_by_stage: { after-birth: Rest. }", "`after-birth` should be a list"),
        ] {
            assert_eq!(read(&format!("{EXERCISE}{more}\n")).unwrap_err(), [message], "{more}");
        }
    }

    #[test]
    fn a_dose_is_held_against_its_type() {
        let messages = read(&EXERCISE.replace("1-2", "two")).unwrap_err();
        assert_eq!(messages, ["`sets` is not a number or a range"]);
    }
}
