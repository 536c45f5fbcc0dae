//! A personal sheet as its YAML or JSON says it: who it is for, and what she is given. A row of a batch has the same
//! names.

use schemars::JsonSchema;
use serde::Deserialize;

use super::day::WrittenDay;
use super::dose::DoseEntry;
use super::gestation::{Gestation, SinceBirth};
use super::handout::SectionName;
use super::schema::shorthand_exercise;
use super::{Located, Private};
use crate::diag::Place;

/// What one patient's sheet holds besides the handout. Everything is optional: without a patient, lines to write on
/// are printed.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SheetRequest {
    /// What the file is called: letters, digits, `-` and `_`; never the patient's name.
    #[schemars(example = &"visit-0412")]
    pub id: Option<Located<String>>,
    /// The handout that the sheet is of; without it, that of her week.
    #[schemars(example = &"third-trimester")]
    pub handout: Option<Located<String>>,
    /// The patient's name, as it is printed.
    pub patient: Option<Located<Private<String>>>,
    /// The day of the visit, as 2026-11-20 or 20 November 2026.
    pub date: Option<Located<WrittenDay>>,
    /// Completed weeks of pregnancy, and days if they are known: 30, `30+2`, `30w2d` or `30 weeks 2 days`.
    pub week: Option<Located<Gestation>>,
    /// The day the baby is due, as 2026-11-20 or 20 November 2026; the week follows from it.
    pub due_date: Option<Located<WrittenDay>>,
    /// Completed weeks since the birth, and days if they are known: 3, or `3+2`; 0 in the first week.
    pub weeks_after_birth: Option<Located<SinceBirth>>,
    /// Who gives the sheet.
    pub clinician: Option<Located<Private<String>>>,
    /// The language of the sheet, when it is not the handout's.
    pub language: Option<Located<String>>,
    /// Whether it is set in large print.
    #[serde(default)]
    pub large_print: bool,
    /// Her exercises, in the order she is given them; without any, the handout's.
    #[serde(default)]
    pub exercises: Vec<ChosenExercise>,
    /// What the clinician adds. It is printed as it is typed, lines as lines; `**words**` are bold, `[words](https://…)` a
    /// link, and lines that begin with `- ` or with numbers that follow one another a list.
    pub note: Option<Located<Private<String>>>,
    /// When she comes again: a day as 2026-11-20 or 20 November 2026, or any words.
    pub next_visit: Option<Located<Private<String>>>,
    /// Sections of the handout to keep; without any, none but the help box and what belongs to the exercises.
    #[serde(default)]
    pub sections: Vec<Located<SectionName>>,
    /// Exercises that are given although they are not for this week, and a handout that is not, each with the reason.
    #[serde(default)]
    pub overrides: Vec<Override>,
}

/// What an override names instead of an exercise, to give a handout of another stage.
pub const STAGE: &str = "stage";

impl SheetRequest {
    /// Why she gets a handout of another stage, if somebody says so.
    #[must_use]
    pub fn stage_override(&self) -> Option<&Override> {
        self.overrides
            .iter()
            .find(|word| word.exercise.value == STAGE && !word.because.value.expose().trim().is_empty())
    }

    /// Where her week is told, in whatever way.
    pub fn places_of_week(&self) -> impl Iterator<Item = &Place> {
        let week = self.week.iter().map(|week| &week.place);
        let due = self.due_date.iter().map(|due| &due.place);
        week.chain(due).chain(self.weeks_after_birth.iter().map(|weeks| &weeks.place))
    }
}

/// An exercise that was chosen: its id, or a map with its own dose and note.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(transform = shorthand_exercise)]
pub struct ChosenExercise {
    /// The exercise's id, such as `pelvic-tilt`; `pelvic-tilt:3x10 hold 5s` brings a dose.
    pub id: Located<String>,
    /// Her own dose: a line such as `3x10 hold 5s, twice a day`, or a map with the names that an exercise's dose has. What
    /// it does not say stays as the exercise has it.
    pub dose: Option<Located<DoseEntry>>,
    /// What the clinician adds to it.
    pub note: Option<Located<Private<String>>>,
}

/// An exercise or a handout that is given although it is not for this week.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Override {
    /// The exercise's id, or `stage` for the handout.
    pub exercise: Located<String>,
    /// Why; printed on the sheet and recorded in the report.
    pub because: Located<Private<String>>,
}
