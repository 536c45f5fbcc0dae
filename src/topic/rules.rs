//! `rules.yaml`: positions that are not safe in some stages, and advice that must not stand alone.

use schemars::JsonSchema;
use serde::Deserialize;

use super::signs::OwnFinding;
use crate::diag::Place;
use crate::model::Located;
use crate::model::exercise::Position;
use crate::model::key::Key;
use crate::model::patterns::{Patterns, Words};

/// `rules.yaml`: what the texts and exercises of this topic must not say or leave out.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Rules {
    /// Positions that are not safe in some stages.
    #[serde(default)]
    pub positions: Vec<LimitedPosition>,
    /// Advice that must not stand alone.
    #[serde(default)]
    pub not_alone: Vec<NotAlone>,
}

/// A position that is not safe in some stages.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LimitedPosition {
    /// The position, as exercises name it.
    pub position: Position,
    /// An exercise in this position for one of these stages needs a last week.
    #[schemars(length(min = 1))]
    pub stages: Vec<Located<Key>>,
    /// The last week that it may have.
    #[schemars(range(min = 0, max = 42))]
    pub last_week: u8,
    /// What tells a reader to take the position.
    pub words: Patterns,
    /// What forbids or limits it in the same sentence.
    pub unless: Patterns,
    /// Headings of sections on what to limit, which may name it.
    #[serde(default)]
    pub limiting_headings: Patterns,
    /// In which stages a sentence is wrong; the first that fits counts.
    #[schemars(length(min = 1))]
    pub wrong_in: Vec<WrongIn>,
    /// What is told of it.
    pub finding: OwnFinding,
}

/// Stages in which a sentence is wrong.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WrongIn {
    /// The stages.
    #[schemars(length(min = 1))]
    pub stages: Vec<Located<Key>>,
    /// The reason, beside the place.
    #[schemars(example = &"not in the last weeks")]
    pub because: Located<String>,
    /// Words that must be in the sentence besides, for it to be wrong.
    pub words: Option<Patterns>,
}

/// Advice that must not stand alone.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NotAlone {
    /// How the advice is recognised.
    pub words: Patterns,
    /// The stages in which it must not stand alone; everywhere, where neither these nor `or_words` are said.
    #[serde(default)]
    pub stages: Vec<Located<Key>>,
    /// Words by which a text for another stage is about these stages.
    pub or_words: Option<Patterns>,
    /// What must stand in the same item, answer or paragraph.
    pub with: Patterns,
    /// What is told of it.
    pub finding: OwnFinding,
}

fn names(stages: &[Located<Key>], stage: Key) -> bool {
    stages.iter().any(|own| own.value == stage)
}

impl LimitedPosition {
    /// Whether an exercise for some stages is in this position without a last week that is early enough.
    #[must_use]
    pub fn is_broken_by(&self, position: Position, mut stages: impl Iterator<Item = Key>, last: Option<u8>) -> bool {
        position == self.position
            && stages.any(|stage| names(&self.stages, stage))
            && last.is_none_or(|week| week > self.last_week)
    }

    /// Why a sentence is wrong in a stage, if it is.
    #[must_use]
    pub fn why_not(&self, stage: Key, language: &str, words: &Words) -> Option<&str> {
        if !self.words.find(language, words) || self.unless.find(language, words) {
            return None;
        }
        let fits = |wrong: &&WrongIn| {
            names(&wrong.stages, stage) && wrong.words.as_ref().is_none_or(|own| own.find(language, words))
        };
        self.wrong_in.iter().find(fits).map(|wrong| wrong.because.value.as_str())
    }

    /// Whether sentences are wrong in a stage at all.
    #[must_use]
    pub fn is_about(&self, stage: Key) -> bool {
        self.wrong_in.iter().any(|wrong| names(&wrong.stages, stage))
    }
}

impl NotAlone {
    /// Whether a text in a stage gives the advice without what must stand with it.
    #[must_use]
    pub fn is_broken_by(&self, stage: Key, language: &str, words: &Words) -> bool {
        let everywhere = self.stages.is_empty() && self.or_words.is_none();
        let about = self.or_words.as_ref().is_some_and(|own| own.find(language, words));
        let applies = everywhere || about || names(&self.stages, stage);
        applies && self.words.find(language, words) && !self.with.find(language, words)
    }
}

impl Rules {
    /// The stages that it names, each with its place.
    pub(super) fn stages(&self) -> impl Iterator<Item = (Key, &Place)> {
        let positions = self
            .positions
            .iter()
            .flat_map(|own| own.stages.iter().chain(own.wrong_in.iter().flat_map(|wrong| wrong.stages.iter())));
        let alone = self.not_alone.iter().flat_map(|own| own.stages.iter());
        positions.chain(alone).map(|stage| (stage.value, &stage.place))
    }
}
