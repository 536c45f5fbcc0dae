//! The tiers of the help box: how urgent each is, whom it calls, and where its signs go under a clinic that lacks its number.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::Located;
use crate::model::handout::ContactNumber;
use crate::model::key::Key;

/// A tier of the help box.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Tier {
    /// What handouts and lists of signs call it.
    #[schemars(example = &"same_day")]
    pub id: Located<Key>,
    /// How it looks.
    pub look: Urgency,
    /// The clinic's numbers that it prints, in order, where a handout does not say others.
    #[schemars(length(min = 1))]
    pub numbers: Vec<Located<ContactNumber>>,
    /// The number without which it cannot stand as it is.
    pub needs: Option<Needs>,
}

/// A number that a tier cannot do without.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Needs {
    /// The number.
    pub number: Located<ContactNumber>,
    /// The tier that the signs move to under a clinic without it, unless the handout says what to do then.
    #[schemars(example = &"emergency")]
    pub otherwise: Located<Key>,
}

/// How urgent a tier looks.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// Red: call at once.
    Emergency,
    /// Amber: call today, day or night.
    Urgent,
    /// Green: book a visit.
    Routine,
}
