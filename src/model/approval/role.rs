//! The professions that can approve a text.
//!
//! A role is chosen from [`ROLES`] by its id or by one of its English names, whole and exact: a part of a word chooses
//! nothing.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::model::words::nearest;

/// What a role is called.
#[derive(Debug, PartialEq, Eq)]
pub struct RoleEntry {
    /// How files and the command line name it.
    pub id: &'static str,
    /// With its article, for messages.
    pub phrase: &'static str,
    /// In British English.
    pub en_gb: &'static str,
    /// In American English.
    pub en_us: &'static str,
    /// In Spanish.
    pub es: &'static str,
    /// In Arabic.
    pub ar: &'static str,
}

/// Every role. The first three are those that a leaflet needs unless the clinic says otherwise (clinical brief, part 6).
pub const ROLES: &[RoleEntry] = &[
    RoleEntry {
        id: "midwife", phrase: "a midwife", en_gb: "midwife", en_us: "midwife", es: "matrona", ar: "قبالة"
    },
    RoleEntry {
        id: "obstetric-physiotherapist",
        phrase: "an obstetric physiotherapist",
        en_gb: "obstetric physiotherapist",
        en_us: "obstetric physical therapist",
        es: "fisioterapia obstétrica",
        ar: "علاج طبيعي للحمل والولادة",
    },
    RoleEntry {
        id: "obstetrician",
        phrase: "an obstetrician",
        en_gb: "obstetrician",
        en_us: "obstetrician",
        es: "obstetricia",
        ar: "طب التوليد",
    },
    RoleEntry {
        id: "general-practitioner",
        phrase: "a general practitioner",
        en_gb: "general practitioner",
        en_us: "family physician",
        es: "medicina de familia",
        ar: "طب الأسرة",
    },
    RoleEntry {
        id: "anaesthetist",
        phrase: "an anaesthetist",
        en_gb: "anaesthetist",
        en_us: "anesthesiologist",
        es: "anestesiología",
        ar: "طب التخدير",
    },
    RoleEntry {
        id: "pharmacist",
        phrase: "a pharmacist",
        en_gb: "pharmacist",
        en_us: "pharmacist",
        es: "farmacia",
        ar: "صيدلة",
    },
];

/// A profession that can approve a text.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Role(&'static RoleEntry);

impl Role {
    /// Those that a leaflet needs unless the clinic says otherwise.
    pub const USUAL: [Self; 3] = [Self(&ROLES[0]), Self(&ROLES[1]), Self(&ROLES[2])];

    /// The role of this id or English name; capitals and the space between words do not count.
    #[must_use]
    pub fn named(words: &str) -> Option<Self> {
        let plain = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        let asked = plain(words);
        let is_called = |role: &&RoleEntry| [role.id, role.en_gb, role.en_us].iter().any(|name| *name == asked);
        ROLES.iter().find(is_called).map(Self)
    }

    /// The id of the role that words were most likely meant to name: a slip of the pen, or a name with more or fewer words.
    #[must_use]
    pub fn nearest(words: &str) -> Option<&'static str> {
        let names = || ROLES.iter().flat_map(|role| [(role.id, role), (role.en_gb, role), (role.en_us, role)]);
        let by_slip = nearest(words, names().map(|(name, _)| name));
        let lower = words.to_lowercase();
        let asked: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let shares_last_word = |name: &str| name.rsplit([' ', '-']).next().is_some_and(|last| asked.contains(&last));
        let found = match by_slip {
            Some(slip) => names().find(|(name, _)| *name == slip),
            None => names().find(|(name, _)| shares_last_word(name)),
        };
        found.map(|(_, role)| role.id)
    }

    /// How files and the command line name it.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.0.id
    }

    /// With its article, for messages.
    #[must_use]
    pub const fn phrase(self) -> &'static str {
        self.0.phrase
    }

    /// As a leaflet in a language prints it, by the language's tag.
    #[must_use]
    pub fn name(self, tag: &str) -> &'static str {
        match tag.split('-').next() {
            Some("es") => self.0.es,
            Some("ar") => self.0.ar,
            _ if tag == "en-US" => self.0.en_us,
            _ => self.0.en_gb,
        }
    }

    /// Everything that files may write for a role: ids first.
    fn words() -> Vec<&'static str> {
        let ids = ROLES.iter().map(|role| role.id);
        let names = ROLES.iter().flat_map(|role| [role.en_gb, role.en_us]);
        let mut words: Vec<&str> = Vec::new();
        ids.chain(names).for_each(|word| {
            if !words.contains(&word) {
                words.push(word);
            }
        });
        words
    }
}

impl fmt::Debug for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.id)
    }
}

impl<'de> Deserialize<'de> for Role {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let words = Cow::<str>::deserialize(deserializer)?;
        Self::named(&words).ok_or_else(|| de::Error::custom(format!("`{words}` is not a role")))
    }
}

impl Serialize for Role {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0.id)
    }
}

impl JsonSchema for Role {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Role".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "enum": Self::words() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_named_whole_and_exactly() {
        for (words, id) in [
            ("midwife", "midwife"),
            ("Midwife", "midwife"),
            ("obstetric physiotherapist", "obstetric-physiotherapist"),
            ("obstetric-physiotherapist", "obstetric-physiotherapist"),
            ("Obstetric  physical therapist", "obstetric-physiotherapist"),
            ("family physician", "general-practitioner"),
        ] {
            assert_eq!(Role::named(words).map(Role::id), Some(id), "{words}");
        }
        for words in [
            "",
            "midwi",
            "midwives",
            "senior midwife",
            "midwife's neighbour",
            "non-obstetrician",
            "student midwife",
            "veterinary physiotherapist",
            "physio",
            "consultant obstetrician",
            "obstetric",
            "doctor",
        ] {
            assert_eq!(Role::named(words), None, "{words}");
        }
    }

    #[test]
    fn a_near_miss_is_told_what_was_meant() {
        for (words, id) in [
            ("midwive", Some("midwife")),
            ("senior midwife", Some("midwife")),
            ("physiotherapist", Some("obstetric-physiotherapist")),
            ("physical therapist", Some("obstetric-physiotherapist")),
            ("obstetritian", Some("obstetrician")),
            ("plumber", None),
            ("", None),
        ] {
            assert_eq!(Role::nearest(words), id, "{words}");
        }
    }

    #[test]
    fn no_two_roles_share_a_name() {
        for (index, role) in ROLES.iter().enumerate() {
            let names = [role.id, role.en_gb, role.en_us];
            let others = ROLES[index + 1..].iter().flat_map(|other| [other.id, other.en_gb, other.en_us]);
            assert!(others.into_iter().all(|other| !names.contains(&other)), "{}", role.id);
            assert_eq!(Role::USUAL.len(), 3);
        }
    }
}
