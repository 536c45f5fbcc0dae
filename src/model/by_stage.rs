//! What is said for some stages only, such as a dose that is smaller late in pregnancy.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::handout::Stage;

/// A value for each of the four stages that has one of its own.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct ByStage<T> {
    /// Weeks 1 to 13.
    pub first_trimester: Option<T>,
    /// Weeks 14 to 27.
    pub second_trimester: Option<T>,
    /// Week 28 to birth.
    pub third_trimester: Option<T>,
    /// Birth to 12 months.
    pub after_birth: Option<T>,
}

impl<T> Default for ByStage<T> {
    fn default() -> Self {
        Self { first_trimester: None, second_trimester: None, third_trimester: None, after_birth: None }
    }
}

impl<T> ByStage<T> {
    /// What is said for `stage`; nothing for [`Stage::Any`].
    #[must_use]
    pub const fn get(&self, stage: Stage) -> Option<&T> {
        match stage {
            Stage::FirstTrimester => self.first_trimester.as_ref(),
            Stage::SecondTrimester => self.second_trimester.as_ref(),
            Stage::ThirdTrimester => self.third_trimester.as_ref(),
            Stage::AfterBirth => self.after_birth.as_ref(),
            Stage::Any => None,
        }
    }

    /// The stages that something is said for, in their order, each with what is said.
    pub fn iter(&self) -> impl Iterator<Item = (Stage, &T)> {
        Stage::EACH.into_iter().filter_map(|stage| Some((stage, self.get(stage)?)))
    }
}
