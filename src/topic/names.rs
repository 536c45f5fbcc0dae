//! `LANGUAGE/words.yaml`: what a topic is called by in one language.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::key::Key;
use crate::model::unit::Unit;

/// `words.yaml`: the topic's own words in one language. `{{…}}` are placeholders as in handouts.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// Headings of a handout's parts that say none.
    #[serde(default)]
    pub headings: Headings,
    /// What a tier of the help box says to do where a handout does not, by the ids of the tiers.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Unit>", extend("x-topic-keys" = "tiers"))]
    pub tiers: BTreeMap<Key, Unit>,
}

/// Headings of a handout's parts.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Headings {
    /// Over the help box.
    pub seek_care: Option<Unit>,
}
