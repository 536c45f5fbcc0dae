//! What is said for some stages only, such as a dose that is smaller late in pregnancy.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::handout::Stage;
use super::vocabulary::{KEYS_MARK, STAGES};

/// A value for each stage that has one of its own, in the order in which they are written.
#[derive(Clone, Debug)]
pub struct ByStage<T>(Vec<(Stage, T)>);

impl<T> Default for ByStage<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> ByStage<T> {
    /// What is said for `stage`; nothing for [`Stage::Any`].
    #[must_use]
    pub fn get(&self, stage: Stage) -> Option<&T> {
        self.0.iter().find(|(own, _)| *own == stage).map(|(_, said)| said)
    }

    /// The same, to be changed.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (Stage, &mut T)> {
        self.0.iter_mut().map(|(stage, said)| (*stage, said))
    }

    /// The stages that something is said for, each with what is said.
    pub fn iter(&self) -> impl Iterator<Item = (Stage, &T)> {
        self.0.iter().map(|(stage, said)| (*stage, said))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for ByStage<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Entries<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
            type Value = ByStage<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a map by stage")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut entries = Vec::new();
                while let Some(entry) = map.next_entry()? {
                    entries.push(entry);
                }
                Ok(ByStage(entries))
            }
        }
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

impl<T: Serialize> Serialize for ByStage<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<T: JsonSchema> JsonSchema for ByStage<T> {
    fn schema_name() -> Cow<'static, str> {
        "ByStage".into()
    }

    fn schema_id() -> Cow<'static, str> {
        format!("{}::ByStage<{}>", module_path!(), T::schema_id()).into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let said = generator.subschema_for::<T>();
        json_schema!({ "type": "object", "additionalProperties": said, KEYS_MARK: STAGES })
    }
}
