//! How good the proof for a treatment is.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How good the proof for a treatment is. The order is from the best label to the worst; [`Self::ON_PAGE`] is the order in
/// which the groups are printed.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, Serialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum Evidence {
    /// A guideline advises it, or good trials support it, and it is thought to be low risk.
    Recommended,
    /// Some trials support it; the effect is small or the proof weak; low risk if done as described.
    MayHelp,
    /// Too few or poor studies to say.
    NotEnoughEvidence,
    /// Possible harm, or for a few women only: not without a specialist.
    SpecialistOnly,
    /// Known or possible harm, or untested: do not use.
    DoNotUse,
}

impl Evidence {
    /// All labels in the order of the page: what helps, best first; then what to leave alone, the firmer word first.
    pub const ON_PAGE: [Self; 5] =
        [Self::Recommended, Self::MayHelp, Self::NotEnoughEvidence, Self::DoNotUse, Self::SpecialistOnly];

    /// Its name in YAML.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Recommended => "recommended",
            Self::MayHelp => "may-help",
            Self::NotEnoughEvidence => "not-enough-evidence",
            Self::SpecialistOnly => "specialist-only",
            Self::DoNotUse => "do-not-use",
        }
    }

    /// Whether it warns: the treatment is not to be used, or not without a specialist.
    #[must_use]
    pub const fn warns(self) -> bool {
        matches!(self, Self::SpecialistOnly | Self::DoNotUse)
    }
}
