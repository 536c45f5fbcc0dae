//! How much of an exercise, and how often.
//!
//! A dose is made of parts. What a stage or a clinician says of it ([`DoseChange`]) replaces those parts; all others stay
//! as the library has them ([`Dose::with`]). What a clinician writes in one line is read by `grammar`.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Serialize};

use super::{COUNT_PATTERN, Located, told_numbers};

mod entry;
mod grammar;
mod lexer;

pub use entry::DoseEntry;

/// How much of an exercise, and how often; what is left out is not said.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq, Eq, Hash)]
#[serde(deny_unknown_fields)]
pub struct Dose {
    /// How many sets.
    pub sets: Option<Count>,
    /// How many times in a set.
    pub reps: Option<Count>,
    /// How long to hold each time.
    pub hold_seconds: Option<Count>,
    /// How many seconds it lasts.
    pub seconds: Option<Count>,
    /// How many minutes it lasts.
    pub minutes: Option<Count>,
    /// Whether each side gets its turn.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub each_side: bool,
    /// The only side that it is done on.
    pub side: Option<Side>,
    /// How many times a day.
    pub times_a_day: Option<Count>,
    /// On how many days a week; 7 is every day.
    pub days_a_week: Option<Count>,
    /// What else there is to say, in a sentence.
    #[schemars(example = &"Start with a few, and build up.")]
    pub note: Option<Located<String>>,
}

/// Parts of a dose that are other than usual; what is left out stays as it is.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct DoseChange {
    /// How many sets.
    pub sets: Option<Count>,
    /// How many times in a set.
    pub reps: Option<Count>,
    /// How long to hold each time.
    pub hold_seconds: Option<Count>,
    /// How many seconds it lasts.
    pub seconds: Option<Count>,
    /// How many minutes it lasts.
    pub minutes: Option<Count>,
    /// Whether each side gets its turn.
    pub each_side: Option<bool>,
    /// The only side that it is done on.
    pub side: Option<Side>,
    /// How many times a day.
    pub times_a_day: Option<Count>,
    /// On how many days a week; 7 is every day.
    pub days_a_week: Option<Count>,
    /// What else there is to say, in a sentence.
    #[schemars(example = &"Split it up.")]
    pub note: Option<Located<String>>,
}

/// One side of the body.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, Serialize, PartialEq, Eq, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// Her left.
    Left,
    /// Her right.
    Right,
}

/// A number such as `10`, or a range such as `8-12`.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Hash)]
#[serde(try_from = "String")]
pub struct Count {
    /// The number, or the start of the range.
    pub least: u16,
    /// The number, or the end of the range.
    pub most: u16,
}

/// What a clinician says of a dose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SaidDose {
    /// The parts that she says.
    pub change: DoseChange,
    /// Whether it counts holds, as `2x30s` does: then there are no sets.
    pub holds: bool,
    /// Whether it gives a number without saying what it counts, as `10` and `3x10` do.
    pub bare: bool,
}

/// Why a dose cannot be taken, and what to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DoseError {
    /// What is wrong, naming the part.
    pub why: String,
    /// What to write.
    pub help: String,
}

/// The parts with a number that a clinician says: the name, and the least and the most that are taken. A number beyond
/// them is a slip of the pen.
const BOUNDS: [(&str, u16, u16); 7] = [
    ("sets", 1, 20),
    ("times", 1, 100),
    ("seconds of a hold", 1, 300),
    ("seconds", 1, 600),
    ("minutes", 1, 180),
    ("times a day", 1, 24),
    ("days a week", 1, 7),
];

impl Dose {
    /// This dose with the parts that `change` says in the place of its own. How long it lasts and how many times it is
    /// done are one part: either replaces the other.
    #[must_use]
    pub fn with(&self, change: &DoseChange) -> Self {
        let lasts = change.seconds.or(change.minutes).is_some();
        let counted = change.reps.is_some();
        let count = |own: Option<Count>| own.filter(|_| !lasts || self.reps.is_none());
        let length = |own: Option<Count>| own.filter(|_| !counted && !lasts);
        Self {
            sets: change.sets.or(count(self.sets)),
            reps: change.reps.or(count(self.reps)),
            hold_seconds: change.hold_seconds.or(self.hold_seconds),
            seconds: change.seconds.or(length(self.seconds)),
            minutes: change.minutes.or(length(self.minutes)),
            each_side: change.each_side.unwrap_or(self.each_side && change.side.is_none()),
            side: change.side.or(self.side.filter(|_| change.each_side.is_none())),
            times_a_day: change.times_a_day.or(self.times_a_day),
            days_a_week: change.days_a_week.or(self.days_a_week),
            note: change.note.as_ref().or(self.note.as_ref()).cloned(),
        }
    }

    /// Of this dose the parts that `change` names; sets and times, which are read together, stay together.
    #[must_use]
    pub fn named_by(&self, change: &DoseChange) -> Self {
        let counts = change.sets.or(change.reps).is_some();
        let part = |named: Option<Count>, own: Option<Count>| own.filter(|_| named.is_some());
        let lasts = change.seconds.or(change.minutes);
        Self {
            sets: self.sets.filter(|_| counts),
            reps: self.reps.filter(|_| counts),
            hold_seconds: part(change.hold_seconds, self.hold_seconds),
            seconds: part(lasts, self.seconds),
            minutes: part(lasts, self.minutes),
            each_side: change.each_side.is_some() && self.each_side,
            side: self.side.filter(|_| change.side.is_some()),
            times_a_day: part(change.times_a_day, self.times_a_day),
            days_a_week: part(change.days_a_week, self.days_a_week),
            note: change.note.clone(),
        }
    }

    /// Whether `text` tells another number for a part that this dose says.
    #[must_use]
    pub fn is_contradicted_by(&self, text: &str) -> bool {
        told_numbers::contradicts(text, self)
    }

    /// Its parts but for the note, each by the name that the YAML has for it: what an approval is for.
    #[must_use]
    pub fn named(&self) -> Vec<String> {
        let Self { sets, reps, hold_seconds, seconds, minutes, each_side, side, times_a_day, days_a_week, note: _ } =
            self;
        let counts = [
            ("sets", sets),
            ("reps", reps),
            ("hold_seconds", hold_seconds),
            ("seconds", seconds),
            ("minutes", minutes),
            ("times_a_day", times_a_day),
            ("days_a_week", days_a_week),
        ];
        let counted = |(name, count): (&str, &Option<Count>)| {
            let count = count.as_ref()?;
            Some(format!("{name} {}-{}", count.least, count.most))
        };
        let mut named: Vec<String> = counts.into_iter().filter_map(counted).collect();
        named.extend(each_side.then(|| "each side".to_owned()));
        named.extend(side.map(|side| format!("{} side", if side == Side::Left { "left" } else { "right" })));
        named
    }
}

impl SaidDose {
    /// The dose that one line says, such as `3x10 hold 5s, twice a day`.
    ///
    /// # Errors
    /// The part that cannot be read, that is said twice, or whose number cannot be meant.
    pub fn parse(text: &str) -> Result<Self, DoseError> {
        grammar::parse(text).and_then(Self::checked)
    }

    /// The dose that these parts say.
    ///
    /// # Errors
    /// The parts that contradict each other, or whose number cannot be meant.
    pub fn of_parts(change: DoseChange) -> Result<Self, DoseError> {
        Self { change, ..Self::default() }.checked()
    }

    /// The dose that she is given: `usual`, with what was said in the place of its parts.
    ///
    /// # Errors
    /// When a number can count two things under this dose.
    pub fn over(&self, usual: &Dose) -> Result<Dose, DoseError> {
        let timed = usual.reps.is_none() && usual.seconds.or(usual.minutes).is_some();
        if self.bare && timed {
            return Err(DoseError::new(
                "the exercise is counted in minutes, and this does not say what it counts",
                "write `10min`, `10min twice a day`, `3x10min` or `10 times`",
            ));
        }
        if self.change.seconds.is_some() && (usual.reps.is_some() || usual.hold_seconds.is_some()) {
            return Err(DoseError::new(
                "the seconds can be those of one hold or of all of it",
                "write `hold 30s`, or `2x30s` for two times of 30 seconds",
            ));
        }
        let mut dose = usual.with(&self.change);
        if self.holds {
            dose.sets = None;
        }
        Ok(dose)
    }

    /// The parts that were said, as a dose.
    #[must_use]
    pub fn parts(&self) -> Dose {
        Dose::default().with(&self.change)
    }

    fn checked(self) -> Result<Self, DoseError> {
        let said = &self.change;
        let counts =
            [said.sets, said.reps, said.hold_seconds, said.seconds, said.minutes, said.times_a_day, said.days_a_week];
        for ((name, least, most), count) in BOUNDS.into_iter().zip(counts) {
            if count.is_some_and(|count| count.least < least || count.most > most) {
                return Err(DoseError::new(
                    format!("{name}: {least} to {most} are taken"),
                    "look at the number, or say it in the note",
                ));
            }
        }
        let both = |one: bool, other: bool, names: &str| {
            (one && other).then(|| DoseError::new(format!("{names} exclude each other"), "say one of them"))
        };
        let lasts = said.minutes.or(said.seconds).is_some();
        let wrong = both(said.minutes.is_some(), said.seconds.is_some(), "`minutes` and `seconds`")
            .or_else(|| both(said.reps.is_some(), lasts, "how many times and how long"))
            .or_else(|| both(said.each_side == Some(true), said.side.is_some(), "one side and each side"));
        wrong.map_or(Ok(self), Err)
    }
}

impl DoseError {
    fn new(why: impl Into<String>, help: impl Into<String>) -> Self {
        Self { why: why.into(), help: help.into() }
    }
}

impl fmt::Display for SaidDose {
    /// A line that [`SaidDose::parse`] reads again; the note is left out.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let said = &self.change;
        let reps = |reps: Count| if self.bare { reps.to_string() } else { format!("{reps} times") };
        let how_many = match (said.sets, said.reps, said.hold_seconds) {
            (_, Some(reps), Some(hold)) if self.holds => Some(format!("{reps}x{hold}s")),
            (Some(sets), Some(reps), _) if self.bare => Some(format!("{sets}x{reps}")),
            (Some(sets), Some(reps), _) => Some(format!("{sets} sets of {reps} times")),
            (Some(sets), None, _) => Some(format!("{sets} sets")),
            (None, Some(count), _) => Some(reps(count)),
            (None, None, _) => None,
        };
        let side = match (said.side, said.each_side) {
            (Some(Side::Left), _) => Some("left".to_owned()),
            (Some(Side::Right), _) => Some("right".to_owned()),
            (None, Some(true)) => Some("each side".to_owned()),
            (None, _) => None,
        };
        let days = |days: Count| if days.least == 7 { "every day".to_owned() } else { format!("{days} days a week") };
        let parts = [
            how_many,
            said.minutes.map(|minutes| format!("{minutes}min")),
            said.seconds.map(|seconds| format!("{seconds}s")),
            said.hold_seconds.filter(|_| !self.holds).map(|hold| format!("hold {hold}s")),
            side,
            said.times_a_day.map(|times| format!("{times} times a day")),
            said.days_a_week.map(days),
        ];
        f.write_str(&parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
    }
}

impl Count {
    /// One number.
    #[must_use]
    pub const fn one(number: u16) -> Self {
        Self { least: number, most: number }
    }

    /// Whether `text` is a number from 1, or a range that goes up.
    #[must_use]
    pub fn fits(text: &str) -> bool {
        Self::parse(text).is_some()
    }

    fn parse(text: &str) -> Option<Self> {
        let number = |text: &str| match text.bytes().all(|byte| byte.is_ascii_digit()) {
            true => text.parse::<u16>().ok().filter(|number| (1..=999).contains(number)),
            false => None,
        };
        let Some((least, most)) = text.split_once('-') else {
            return number(text).map(Self::one);
        };
        let (least, most) = (number(least)?, number(most)?);
        (least < most).then_some(Self { least, most })
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.least == self.most {
            true => write!(f, "{}", self.least),
            false => write!(f, "{}-{}", self.least, self.most),
        }
    }
}

impl Serialize for Count {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl TryFrom<String> for Count {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::parse(&text).ok_or_else(|| format!("`{text}` is neither a number nor a range such as `8-12`"))
    }
}

impl JsonSchema for Count {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Count".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": ["string", "integer"], "pattern": COUNT_PATTERN, "minimum": 1, "maximum": 999 })
    }
}

#[cfg(test)]
mod tests;
