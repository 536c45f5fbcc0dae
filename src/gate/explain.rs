//! Every code of every stage, with what it means.

use crate::diag::Explanation;
use crate::{check, preflight};

/// Every explanation there is, stage by stage.
pub fn all() -> impl Iterator<Item = &'static Explanation> {
    let checks = check::RULES.iter().flat_map(|rule| rule.explains);
    let pages = preflight::RULES.iter().flat_map(|rule| rule.explains);
    checks.chain(pages).chain(super::allow::EXPLANATIONS)
}

/// What a code means.
#[must_use]
pub fn of(code: &str) -> Option<&'static Explanation> {
    all().find(|explanation| explanation.code.eq_ignore_ascii_case(code))
}
