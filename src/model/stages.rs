//! The stages of a topic: their order, and by which clock and weeks a moment lies in one of them.
//!
//! What comes in is what `topic.yaml` lists ([`StageEntry`]); [`Stages`] answers which stage a moment lies in and which weeks
//! a stage has. The clocks themselves are the program's: completed weeks of pregnancy, and completed weeks after birth.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Located;
use super::gestation::{LAST_AFTER_BIRTH, POST_TERM};
use super::handout::Stage;
use super::key::Key;
use super::plan::Moment;

/// A stage as `topic.yaml` describes it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StageEntry {
    /// Its id, as handouts and exercises name it.
    pub id: Located<Key>,
    /// What tells whether a moment lies in it.
    #[serde(default)]
    pub clock: StageClock,
    /// The first completed week of its clock that lies in it.
    #[schemars(range(min = 0, max = 52))]
    pub from: Option<Located<u8>>,
    /// The last completed week of its clock that lies in it; without it, it goes on until the clock ends.
    #[schemars(range(min = 0, max = 52))]
    pub to: Option<Located<u8>>,
    /// The belly of the person in its drawings.
    #[serde(default)]
    pub belly: Belly,
}

/// What tells whether a moment lies in a stage.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum StageClock {
    /// Completed weeks of pregnancy.
    Pregnancy,
    /// Completed weeks after birth.
    WeeksAfterBirth,
    /// Nothing: whoever chooses the handout chooses the stage.
    #[default]
    None,
}

/// The belly of the person in drawings.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, PartialEq, Eq, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Belly {
    /// Flat.
    #[default]
    None,
    /// Soft, as in the months after birth.
    Small,
    /// Clearly round.
    Medium,
    /// As in the last weeks of pregnancy.
    Large,
}

/// The stages of a topic, in its order.
#[derive(Clone, Debug, Default)]
pub struct Stages {
    entries: Vec<StageEntry>,
    /// The belly in drawings for [`Stage::Any`].
    any_belly: Belly,
    /// The last week of pregnancy in which an exercise may be done flat on the back.
    on_back_until: Option<u8>,
}

impl Stages {
    /// These stages, in this order; the belly that drawings show for [`Stage::Any`]; and the last week of pregnancy in which
    /// an exercise may be done flat on the back.
    #[must_use]
    pub const fn new(entries: Vec<StageEntry>, any_belly: Belly, on_back_until: Option<u8>) -> Self {
        Self { entries, any_belly, on_back_until }
    }

    /// The last week of pregnancy in which an exercise may be done flat on the back, if the topic has such a limit.
    #[must_use]
    pub const fn on_back_until(&self) -> Option<u8> {
        self.on_back_until
    }

    /// Whether weeks of pregnancy lie in a stage after the one up to which an exercise may be done flat on the back.
    #[must_use]
    pub fn is_past_on_back(&self, stage: Stage) -> bool {
        self.on_back_until.zip(self.weeks(stage)).is_some_and(|(until, (_, last))| last > until)
    }

    /// All stages but [`Stage::Any`], in order.
    pub fn each(&self) -> impl DoubleEndedIterator<Item = Stage> {
        self.entries.iter().map(|entry| Stage::from(entry.id.value))
    }

    /// What is said of a stage; nothing for [`Stage::Any`].
    #[must_use]
    pub fn get(&self, stage: Stage) -> Option<&StageEntry> {
        self.entries.iter().find(|entry| entry.id.value == stage.key())
    }

    /// By which clock a stage goes; by none for [`Stage::Any`].
    #[must_use]
    pub fn clock(&self, stage: Stage) -> StageClock {
        self.get(stage).map_or(StageClock::None, |entry| entry.clock)
    }

    /// Whether any stage goes by a clock.
    #[must_use]
    pub fn have_clock(&self) -> bool {
        self.entries.iter().any(|entry| entry.clock != StageClock::None)
    }

    /// The stage that a moment lies in; `None` where the topic has no stage for it.
    #[must_use]
    pub fn at(&self, moment: Moment) -> Option<Stage> {
        let (clock, week) = match moment {
            Moment::Pregnant(age) => (StageClock::Pregnancy, age.weeks()),
            Moment::AfterBirth(since) => (StageClock::WeeksAfterBirth, since.weeks()),
        };
        let holds = |entry: &&StageEntry| {
            let is_open = entry.to.as_ref().is_none_or(|to| week <= to.value);
            entry.clock == clock && entry.first() <= week && is_open
        };
        self.entries.iter().find(holds).map(|entry| Stage::from(entry.id.value))
    }

    /// The first and the last completed week of pregnancy in a stage: of all stages for [`Stage::Any`], `None` for a stage
    /// that goes by another clock.
    #[must_use]
    pub fn weeks(&self, stage: Stage) -> Option<(u8, u8)> {
        let of_pregnancy = self.entries.iter().filter(|entry| entry.clock == StageClock::Pregnancy);
        let wanted = of_pregnancy.filter(|entry| stage == Stage::Any || entry.id.value == stage.key());
        wanted.map(|entry| (entry.first(), entry.last())).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }

    /// The belly in drawings for a stage.
    #[must_use]
    pub fn belly(&self, stage: Stage) -> Belly {
        self.get(stage).map_or(self.any_belly, |entry| entry.belly)
    }
}

impl StageEntry {
    /// The first completed week that lies in it.
    #[must_use]
    pub fn first(&self) -> u8 {
        self.from.as_ref().map_or(0, |from| from.value)
    }

    /// The last completed week that lies in it: the last that its clock counts where the topic names none.
    #[must_use]
    pub fn last(&self) -> u8 {
        let end = match self.clock {
            StageClock::Pregnancy => POST_TERM,
            StageClock::WeeksAfterBirth => LAST_AFTER_BIRTH,
            StageClock::None => 0,
        };
        self.to.as_ref().map_or(end, |to| to.value)
    }
}
