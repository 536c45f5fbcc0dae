//! The list of sources that handouts cite.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::Located;

/// All sources by id, such as `R20`.
pub type Sources = BTreeMap<String, SourceEntry>;

/// One source.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SourceEntry {
    /// Its title.
    #[schemars(example = &"Low back pain in pregnancy")]
    pub title: Located<String>,
    /// Who published it.
    pub publisher: Option<Located<String>>,
    /// The year it is from.
    #[schemars(range(min = 1900, max = 2100))]
    pub year: Option<Located<u16>>,
    /// Where it can be read.
    pub url: Option<Located<String>>,
    /// What was read of it when the leaflet was written.
    #[serde(default)]
    pub checked: Checked,
}

/// What was read of a source.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum Checked {
    /// The source page itself.
    Page,
    /// Its abstract.
    Abstract,
    /// What others say of it.
    SecondHand,
    /// Nothing yet.
    #[default]
    None,
}
