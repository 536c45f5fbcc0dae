//! A stage of a topic, by its id; what it means is asked of the topic's [`Stages`](crate::model::stages::Stages).

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use crate::model::key::{Key, NotAKey};
use crate::model::vocabulary::{self, STAGES};

/// A stage of a topic, such as `first-trimester`, or [`Stage::Any`].
#[derive(Clone, Copy, Deserialize, Serialize, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[serde(transparent)]
pub struct Stage(Key);

/// Stages of the library's topic, for rules that are not yet data of the topic.
#[expect(non_upper_case_globals, reason = "they go when the last rule that names a stage does")]
impl Stage {
    /// Not tied to a stage.
    pub const Any: Self = Self(Key::literal("any"));
    /// Weeks 1 to 13.
    pub const FirstTrimester: Self = Self(Key::literal("first-trimester"));
    /// Weeks 14 to 27.
    pub const SecondTrimester: Self = Self(Key::literal("second-trimester"));
    /// Week 28 to birth.
    pub const ThirdTrimester: Self = Self(Key::literal("third-trimester"));
    /// Birth to 12 months.
    pub const AfterBirth: Self = Self(Key::literal("after-birth"));
}

impl Stage {
    /// Its id.
    #[must_use]
    pub const fn key(self) -> Key {
        self.0
    }

    /// Its id as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

impl From<Key> for Stage {
    fn from(key: Key) -> Self {
        Self(key)
    }
}

impl FromStr for Stage {
    type Err = NotAKey;

    fn from_str(text: &str) -> Result<Self, NotAKey> {
        Key::new(text).map(Self)
    }
}

impl fmt::Display for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl fmt::Debug for Stage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl JsonSchema for Stage {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "Stage".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        vocabulary::one_of(STAGES)
    }
}
