//! The help box: when to call for help, whom, and by which number.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{self, MapAccess, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::Item;
use crate::model::Located;
use crate::model::key::Key;
use crate::model::schema::shorthand_signs;
use crate::model::vocabulary::{KEYS_MARK, TIERS};

/// The help box: tiers of warning signs, and what belongs to all of them.
///
/// A handout may leave its tiers out: the topic then puts those of its standard box here, and fills in what a tier leaves
/// to the topic. What is read is what was written; what is checked, approved and printed is what the topic has completed.
#[derive(Clone, Debug, Default)]
pub struct SeekCare {
    /// Its heading; without one, the topic's own words are used.
    pub title: Option<Located<String>>,
    /// The tiers with their ids: those that were written, in the order of the file; once it is complete, all tiers that the
    /// topic has, the most urgent first.
    pub tiers: Vec<(Key, Tier)>,
    /// Signs that are added to the tiers, by tier; once it is complete, they stand in the tiers too.
    pub add: Vec<(Key, Vec<Item>)>,
    /// Paragraphs under the tiers: the one that was written; once it is complete, that of the standard box before it.
    pub notes: Vec<Located<String>>,
    /// Whether the topic has completed it.
    pub is_complete: bool,
}

/// A tier of warning signs: a plain list, or a map with `signs` and more.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
#[schemars(transform = shorthand_signs)]
pub struct Tier {
    /// What to do; without it, the language's own words are used.
    pub call: Option<Located<String>>,
    /// What to do under a brand that lacks the number which the topic says this tier needs. Without it, the signs move to
    /// another tier there.
    pub call_without_number: Option<Located<String>>,
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

    /// Its id.
    #[must_use]
    pub fn key(self) -> Key {
        Key::literal(self.name())
    }

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
    /// The tiers, most urgent first once it is complete.
    pub fn tiers(&self) -> impl Iterator<Item = &Tier> {
        self.tiers.iter().map(|(_, tier)| tier)
    }

    /// A tier by its id.
    #[must_use]
    pub fn tier(&self, id: Key) -> Option<&Tier> {
        self.tiers.iter().find(|(own, _)| *own == id).map(|(_, tier)| tier)
    }

    /// A tier by its id, to change.
    pub fn tier_mut(&mut self, id: Key) -> Option<&mut Tier> {
        self.tiers.iter_mut().find(|(own, _)| *own == id).map(|(_, tier)| tier)
    }

    /// All its signs, grouped or not.
    pub fn all_signs(&self) -> impl Iterator<Item = &Item> {
        self.tiers().flat_map(Tier::all_signs)
    }
}

/// The part of the help box that is its heading.
const TITLE: &str = "title";
/// The part with signs on top of those that stand in tiers.
const ADD: &str = "add";
/// The part that is a paragraph under the tiers.
const NOTE: &str = "note";

impl<'de> Deserialize<'de> for SeekCare {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(SeekCareVisitor)
    }
}

struct SeekCareVisitor;

impl<'de> Visitor<'de> for SeekCareVisitor {
    type Value = SeekCare;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a help box")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut parts: A) -> Result<SeekCare, A::Error> {
        let mut care = SeekCare::default();
        while let Some(name) = parts.next_key::<String>()? {
            match name.as_str() {
                TITLE => care.title = parts.next_value()?,
                ADD => care.add = parts.next_value::<Option<ByTier>>()?.unwrap_or_default().0,
                NOTE => care.notes = parts.next_value::<Option<_>>()?.into_iter().collect(),
                tier => care.tiers.push((Key::new(tier).map_err(de::Error::custom)?, parts.next_value()?)),
            }
        }
        Ok(care)
    }
}

/// Signs by tier, in the order of the file.
#[derive(Default)]
struct ByTier(Vec<(Key, Vec<Item>)>);

impl<'de> Deserialize<'de> for ByTier {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct ByTierVisitor;
        impl<'de> Visitor<'de> for ByTierVisitor {
            type Value = ByTier;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("signs by tier")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut tiers: A) -> Result<ByTier, A::Error> {
                let mut by_tier = ByTier::default();
                while let Some(tier) = tiers.next_entry::<Key, Vec<Item>>()? {
                    by_tier.0.push(tier);
                }
                Ok(by_tier)
            }
        }
        deserializer.deserialize_map(ByTierVisitor)
    }
}

/// What is printed, once it is complete: `add` stands in the tiers.
impl Serialize for SeekCare {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut parts = serializer.serialize_map(None)?;
        parts.serialize_entry(TITLE, &self.title)?;
        for (id, tier) in &self.tiers {
            parts.serialize_entry(id, tier)?;
        }
        if !self.is_complete && !self.add.is_empty() {
            let add: BTreeMap<&Key, &Vec<Item>> = self.add.iter().map(|(id, signs)| (id, signs)).collect();
            parts.serialize_entry(ADD, &add)?;
        }
        match self.notes.as_slice() {
            [one] => parts.serialize_entry(NOTE, one)?,
            notes => parts.serialize_entry(NOTE, &(!notes.is_empty()).then_some(notes))?,
        }
        parts.end()
    }
}

impl JsonSchema for SeekCare {
    fn schema_name() -> Cow<'static, str> {
        "SeekCare".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let (tier, item) = (generator.subschema_for::<Tier>(), generator.subschema_for::<Item>());
        json_schema!({
            "description": "The help box: tiers of warning signs. Leave the tiers out for the standard box of the stage.",
            "type": "object",
            "properties": {
                TITLE: {
                    "description": "Its heading; without one, the topic's own words are used.",
                    "type": ["string", "null"],
                },
                ADD: {
                    "description": "Signs of your own, by tier, on top of those that stand here or else of the standard box.",
                    "type": ["object", "null"],
                    "additionalProperties": { "type": "array", "minItems": 1, "items": item },
                    KEYS_MARK: TIERS,
                },
                NOTE: {
                    "description": "A paragraph under the tiers; it follows that of the standard box, where that is used.",
                    "type": ["string", "null"],
                },
            },
            "additionalProperties": tier,
            KEYS_MARK: TIERS,
        })
    }
}
