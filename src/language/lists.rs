//! Several names in one sentence, and labels that a value of the model has.

use super::bundle::Messages;
use crate::model::gestation::Completed;
use crate::model::handout::Evidence;

impl Messages {
    /// Names in a sentence: `a, b and c`.
    #[must_use]
    pub fn list(&self, names: &[String]) -> String {
        match names {
            [] => String::new(),
            [only] => only.clone(),
            [before @ .., last] => self.list_end(&before.join(self.list_separator()), last),
        }
    }

    /// The label of an evidence level.
    #[must_use]
    pub fn evidence(&self, evidence: Evidence) -> &str {
        match evidence {
            Evidence::Recommended => self.evidence_recommended(),
            Evidence::MayHelp => self.evidence_may_help(),
            Evidence::NotEnoughEvidence => self.evidence_not_enough(),
            Evidence::SpecialistOnly => self.evidence_specialist(),
            Evidence::DoNotUse => self.evidence_do_not_use(),
        }
    }

    /// Completed weeks, and days where they are known: `30 weeks + 2 days`.
    #[must_use]
    pub fn completed(&self, completed: Completed) -> String {
        let weeks = self.weeks(completed.weeks.into());
        match completed.days {
            Some(days) => self.weeks_and_days(&weeks, &self.days(days.into())),
            None => weeks,
        }
    }
}
