//! `medicines.yaml`: how medicines are recognised, what tells somebody to take one, and what says to take care.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::patterns::Patterns;

/// `medicines.yaml`: names of medicines, and the words that must stand with one.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Medicines {
    /// Names of medicines.
    pub names: Patterns,
    /// What says whom to ask, not to take it, or how to take it.
    pub care: Patterns,
    /// What tells somebody to take it.
    pub advice: Patterns,
}
