//! The tiers of the help box: how urgent each is, whom it calls, and where its signs go under a clinic that lacks its number.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::Located;
use crate::model::brand::Contact;
use crate::model::handout::{ContactNumber, Tier};
use crate::model::key::Key;

/// A tier of the help box.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct TierKind {
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

impl TierKind {
    /// Whether a clinic lacks the number that the tier needs.
    #[must_use]
    pub fn lacks_number(&self, contact: &Contact) -> bool {
        self.needs.as_ref().is_some_and(|needs| contact.number(needs.number.value).is_none())
    }

    /// The tier that the signs of `tier` move to under a clinic that lacks its number, unless it says what to do then.
    /// Nobody may be left with a sign and no one to call.
    #[must_use]
    pub fn moves_to(&self, tier: &Tier, contact: &Contact) -> Option<Key> {
        let needs = self.needs.as_ref().filter(|_| self.lacks_number(contact) && tier.call_without_number.is_none());
        needs.map(|needs| needs.otherwise.value)
    }

    /// What `tier` says to do, for a clinic with these numbers.
    #[must_use]
    pub fn call<'t>(&self, tier: &'t Tier, contact: &Contact) -> Option<&'t Located<String>> {
        let without_number = tier.call_without_number.as_ref().filter(|_| self.lacks_number(contact));
        without_number.or(tier.call.as_ref())
    }
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
