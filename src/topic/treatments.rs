//! `treatments.yaml`: how treatments are recognised, how good their proof is, and what praises one or says to take care.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::Located;
use crate::model::handout::Evidence;
use crate::model::key::Key;
use crate::model::patterns::{Patterns, Words};

/// `treatments.yaml`: treatments, and the words that praise them or say to take care.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Treatments {
    /// The treatments.
    pub treatments: Vec<Treatment>,
    /// What says that a treatment helps.
    #[serde(default)]
    pub praise: Patterns,
    /// What says to take care.
    #[serde(default)]
    pub caution: Patterns,
    /// What says so in some stages only.
    #[serde(default)]
    pub caution_in: Vec<CautionIn>,
}

/// Words that say to take care in some stages only.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct CautionIn {
    /// The stages.
    #[schemars(length(min = 1))]
    pub stages: Vec<Located<Key>>,
    /// How they are recognised.
    pub words: Patterns,
}

/// A treatment.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Treatment {
    /// What it is called in a message.
    #[schemars(example = &"mud baths")]
    pub name: Located<String>,
    /// How it is recognised.
    pub words: Patterns,
    /// The best label that it may have, by stage; a stage that is not named is the clinic's to judge.
    #[schemars(with = "BTreeMap<String, Evidence>")]
    pub best: BTreeMap<Key, Evidence>,
}

impl Treatment {
    /// The best label that it may have in a stage.
    #[must_use]
    pub fn best_in(&self, stage: Key) -> Option<Evidence> {
        self.best.get(&stage).copied()
    }

    /// Whether it is not to be used in a stage, or not without a specialist.
    #[must_use]
    pub fn is_banned_in(&self, stage: Key) -> bool {
        self.best_in(stage).is_some_and(Evidence::warns)
    }
}

impl Treatments {
    /// Whether words say to take care in a stage.
    #[must_use]
    pub fn warn(&self, stage: Key, language: &str, words: &Words) -> bool {
        let in_stage = |own: &&CautionIn| own.stages.iter().any(|known| known.value == stage);
        self.caution.find(language, words)
            || self.caution_in.iter().filter(in_stage).any(|own| own.words.find(language, words))
    }

    /// The stages that it names, each with its place.
    pub(super) fn stages(&self) -> impl Iterator<Item = (Key, &crate::diag::Place)> {
        let best = self.treatments.iter().flat_map(|row| row.best.keys().map(|stage| (*stage, &row.name.place)));
        let caution = self.caution_in.iter().flat_map(|own| own.stages.iter().map(|stage| (stage.value, &stage.place)));
        best.chain(caution)
    }
}
