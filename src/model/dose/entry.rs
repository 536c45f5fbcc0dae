//! A dose in a request: one line, or a map with the names that an exercise has.

use std::borrow::Cow;
use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::value::MapAccessDeserializer;
use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};

use super::{DoseChange, DoseError, SaidDose};

/// A dose as a request writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DoseEntry {
    /// One line.
    Line(String),
    /// The parts by name.
    Parts(Box<DoseChange>),
}

impl DoseEntry {
    /// What it says.
    ///
    /// # Errors
    /// What cannot be read, or cannot be meant.
    pub fn said(&self) -> Result<SaidDose, DoseError> {
        match self {
            Self::Line(line) => SaidDose::parse(line),
            Self::Parts(parts) => SaidDose::of_parts((**parts).clone()),
        }
    }
}

impl<'de> Deserialize<'de> for DoseEntry {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(EntryVisitor)
    }
}

struct EntryVisitor;

impl<'de> Visitor<'de> for EntryVisitor {
    type Value = DoseEntry;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a dose such as `3x10`, or a map with its parts")
    }

    fn visit_str<E: Error>(self, line: &str) -> Result<DoseEntry, E> {
        Ok(DoseEntry::Line(line.to_owned()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<DoseEntry, E> {
        Ok(DoseEntry::Line(number.to_string()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<DoseEntry, E> {
        Ok(DoseEntry::Line(number.to_string()))
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<DoseEntry, A::Error> {
        let parts = DoseChange::deserialize(MapAccessDeserializer::new(map))?;
        Ok(DoseEntry::Parts(Box::new(parts)))
    }
}

impl JsonSchema for DoseEntry {
    fn schema_name() -> Cow<'static, str> {
        "DoseEntry".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let parts = generator.subschema_for::<DoseChange>();
        json_schema!({ "anyOf": [{ "type": ["string", "integer"] }, parts] })
    }
}
