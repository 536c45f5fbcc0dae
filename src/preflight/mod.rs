//! Checks finished pages before they are written: a publication in, findings out, a rule in each file.
//!
//! It checks what only finished pages show: sizes, contrast, line lengths, distances from the edge, how full pages are, and
//! whether the help box is complete.

mod alternatives;
mod contrast;
mod dots;
mod edges;
mod filling;
mod headings;
mod help_box;
mod line_length;
pub mod place;
mod qr_codes;
mod reading;
mod rule;
mod sizes;
#[cfg(test)]
mod tests;

pub use rule::{Limits, PageRule, PageSubject};

use crate::diag::Finding;

/// Every rule, in the order of their codes.
pub const RULES: &[PageRule] = &[
    sizes::RULE,
    contrast::RULE,
    line_length::RULE,
    alternatives::RULE,
    headings::RULE,
    dots::RULE,
    filling::RULE,
    edges::RULE,
    help_box::RULE,
    qr_codes::RULE,
];

/// All findings of all rules on a publication.
#[must_use]
pub fn check(subject: PageSubject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in RULES {
        (rule.check)(subject, &mut findings);
    }
    findings
}
