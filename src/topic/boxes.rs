//! `LANGUAGE/help.yaml`: the standard help box of each stage.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::allowance::Allowance;
use crate::model::handout::SeekCare;
use crate::model::key::Key;

/// `help.yaml`: the standard help boxes in one language.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StandardBoxes {
    /// The boxes by stage, each as `seek_care` in a handout.
    #[schemars(with = "BTreeMap<String, SeekCare>")]
    pub boxes: BTreeMap<Key, SeekCare>,
    /// Findings of `handout check` on these texts that may stand, each with the reason.
    #[serde(default)]
    pub allow: Vec<Allowance>,
}
