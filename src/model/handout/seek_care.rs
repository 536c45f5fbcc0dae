//! The help box: when to call for help, whom, and by which number.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Item;
use crate::model::Located;
use crate::model::schema::shorthand_signs;

/// The help box: three tiers of warning signs.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SeekCare {
    /// Its heading; without one, the language's own words are used.
    pub title: Option<Located<String>>,
    /// Signs to call the emergency number for, at once.
    pub emergency: Tier,
    /// Signs to call the maternity line for, the same day, day or night.
    pub same_day: Tier,
    /// Signs to book a visit for.
    pub routine: Tier,
    /// A paragraph under the tiers.
    pub note: Option<Located<String>>,
}

/// A tier of warning signs: a plain list, or a map with `signs` and more.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
#[schemars(transform = shorthand_signs)]
pub struct Tier {
    /// What to do; without it, the language's own words are used.
    pub call: Option<Located<String>>,
    /// What to do under a brand that has no maternity line. Without it, same-day signs move up to emergency there.
    pub call_without_maternity_line: Option<Located<String>>,
    /// Which of the brand's numbers to print, in order; those it does not have are left out.
    pub numbers: Option<Vec<Located<ContactNumber>>>,
    /// The signs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[schemars(length(min = 1))]
    pub signs: Vec<Item>,
    /// Signs in groups, each under a line that says for whom or when; they stand after `signs`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<SignGroup>,
}

/// Warning signs under a line that says for whom or when they hold.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SignGroup {
    /// For whom, or when.
    #[schemars(example = &"From week 20:")]
    pub intro: Located<String>,
    /// The signs.
    #[schemars(length(min = 1))]
    pub signs: Vec<Item>,
}

/// A number from the brand's contacts.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum ContactNumber {
    /// `contact.emergency_number`.
    EmergencyNumber,
    /// `contact.maternity_line`.
    MaternityLine,
    /// `contact.early_pregnancy_unit`.
    EarlyPregnancyUnit,
    /// `contact.phone`.
    Phone,
    /// `contact.physio_self_referral`.
    PhysioSelfReferral,
    /// `contact.crisis_line`.
    CrisisLine,
    /// `contact.urgent_line`.
    UrgentLine,
}

impl ContactNumber {
    /// Every number with the name that brands and placeholders give it.
    pub const NAMED: [(&'static str, Self); 7] = [
        ("emergency_number", Self::EmergencyNumber),
        ("maternity_line", Self::MaternityLine),
        ("early_pregnancy_unit", Self::EarlyPregnancyUnit),
        ("phone", Self::Phone),
        ("physio_self_referral", Self::PhysioSelfReferral),
        ("crisis_line", Self::CrisisLine),
        ("urgent_line", Self::UrgentLine),
    ];

    /// The name that brands and placeholders give it.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMED.iter().find(|(_, which)| *which == self).map_or("", |(name, _)| name)
    }
}

impl Tier {
    /// All its signs, grouped or not.
    pub fn all_signs(&self) -> impl Iterator<Item = &Item> {
        self.signs.iter().chain(self.groups.iter().flat_map(|group| &group.signs))
    }
}

impl SeekCare {
    /// The three tiers, most urgent first.
    #[must_use]
    pub const fn tiers(&self) -> [&Tier; 3] {
        [&self.emergency, &self.same_day, &self.routine]
    }
}
