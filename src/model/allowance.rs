//! A finding that is allowed, by code and with a reason.

use schemars::JsonSchema;
use serde::Deserialize;

use super::Located;

/// A finding that this file may give. Findings that guard a patient's safety cannot be allowed.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Allowance {
    /// The finding's code, such as `H104`.
    #[schemars(example = &"H104")]
    pub code: Located<String>,
    /// Why it may stand; printed in every report.
    #[schemars(example = &"the hospital's own wording, which its board has fixed")]
    pub because: Located<String>,
}
