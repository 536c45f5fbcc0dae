//! `examples.yaml`: for codes whose subject is the topic's, what the code means here, and a bad and a good example.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::Located;

/// `examples.yaml`: what `handout explain` says of some codes besides.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Examples {
    /// The examples.
    pub examples: Vec<OwnExample>,
}

/// A bad and a good example of a code: parts of a file, which replace the parts of the same name in a file without fault.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnExample {
    /// The code.
    #[schemars(example = &"H204")]
    pub code: Located<String>,
    /// What it means in this topic.
    pub meaning: Option<String>,
    /// Where that comes from.
    pub standard: Option<String>,
    /// The file that the examples are parts of.
    #[serde(rename = "in")]
    pub file: ExampleFile,
    /// What gives the finding.
    pub bad: String,
    /// What does not.
    pub good: String,
}

/// A file that an example is a part of.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum ExampleFile {
    /// A handout.
    Handout,
    /// An exercise that the handout uses.
    Exercise,
}

impl Examples {
    /// The examples of a code.
    pub fn of(&self, code: &str) -> impl Iterator<Item = &OwnExample> {
        self.examples.iter().filter(move |example| example.code.value.eq_ignore_ascii_case(code))
    }
}
