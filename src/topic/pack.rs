//! The files of a pack, and what `topic.yaml` says.

use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::tiers::Tier;
use crate::diag::Source;
use crate::model::Located;

/// Finds a file of a pack by its path within the pack's folder, such as `en/safety.yaml`.
pub struct Files<'a> {
    find: &'a dyn Fn(&str) -> Option<Arc<Source>>,
}

impl<'a> Files<'a> {
    /// Files that `find` knows.
    #[must_use]
    pub const fn new(find: &'a dyn Fn(&str) -> Option<Arc<Source>>) -> Self {
        Self { find }
    }

    /// The text of a file, if the pack has it.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<Arc<Source>> {
        (self.find)(path)
    }
}

impl fmt::Debug for Files<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Files")
    }
}

/// `topic.yaml`: what the topic is.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// What it is called in lists and messages.
    #[schemars(example = &"Back pain in pregnancy")]
    pub title: Located<String>,
    /// The tiers of the help box, the most urgent first.
    #[schemars(length(min = 1))]
    pub tiers: Vec<Tier>,
    /// The languages that it is written in, each by the name of its folder, such as `en` or `en-US`. The first is the one
    /// that the others are translated from.
    #[schemars(length(min = 1))]
    pub languages: Vec<Located<String>>,
}
