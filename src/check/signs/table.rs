//! What a warning sign is: which tier it belongs to in each stage, whether the stage needs it, and how it is recognised.

use std::fmt;

use super::{emergency, routine, same_day};
use crate::check::words::{Patterns, Tongue, Words};
use crate::model::handout::Stage;

/// A warning sign as the clinical brief has it.
#[derive(Debug)]
pub(super) struct Sign {
    /// What it is, after the words `no sign for`.
    pub name: &'static str,
    /// Where it belongs in the first, second and third trimester, after birth and in no stage of its own.
    pub by_stage: [Option<Belongs>; 5],
    /// The brief's own words for it.
    pub wording: &'static str,
    /// How it is recognised.
    pub words: Patterns,
}

/// The tier of a sign in a stage.
#[derive(Clone, Copy, Debug)]
pub(super) struct Belongs {
    /// The mildest tier that it may stand in.
    pub tier: Urgency,
    /// Whether a handout for the stage must have it.
    pub needed: bool,
}

/// A tier of the help box, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Urgency {
    /// `emergency`.
    Emergency,
    /// `same_day`.
    SameDay,
    /// `routine`.
    Routine,
}

/// Needed in the emergency tier.
pub(super) const E: Option<Belongs> = Some(Belongs { tier: Urgency::Emergency, needed: true });
/// Needed, the same day or more urgent.
pub(super) const S: Option<Belongs> = Some(Belongs { tier: Urgency::SameDay, needed: true });
/// Needed in any tier.
pub(super) const R: Option<Belongs> = Some(Belongs { tier: Urgency::Routine, needed: true });
/// Not needed; an emergency where it is named.
pub(super) const XE: Option<Belongs> = Some(Belongs { tier: Urgency::Emergency, needed: false });
/// Not needed; the same day where it is named.
pub(super) const XS: Option<Belongs> = Some(Belongs { tier: Urgency::SameDay, needed: false });
/// Not needed, in any tier.
pub(super) const XR: Option<Belongs> = Some(Belongs { tier: Urgency::Routine, needed: false });
/// Not a sign of this stage.
pub(super) const NO: Option<Belongs> = None;

impl Urgency {
    /// All tiers, in the order of the help box.
    pub const ALL: [Self; 3] = [Self::Emergency, Self::SameDay, Self::Routine];
}

impl fmt::Display for Urgency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Emergency => "emergency",
            Self::SameDay => "same_day",
            Self::Routine => "routine",
        })
    }
}

impl Sign {
    /// Where it belongs in `stage`, if it is a sign of it at all.
    pub const fn in_stage(&self, stage: Stage) -> Option<Belongs> {
        self.by_stage[match stage {
            Stage::FirstTrimester => 0,
            Stage::SecondTrimester => 1,
            Stage::ThirdTrimester => 2,
            Stage::AfterBirth => 3,
            Stage::Any => 4,
        }]
    }

    /// Whether a line of the help box says it.
    pub fn is_said_by(&self, words: &Words, tongue: Tongue) -> bool {
        self.words.find(tongue, words)
    }
}

/// Every sign, the most urgent first.
pub(super) fn all() -> impl Iterator<Item = &'static Sign> {
    emergency::EMERGENCY.iter().chain(same_day::SAME_DAY).chain(routine::ROUTINE)
}
