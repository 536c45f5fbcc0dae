//! What stands between a text and print: the findings of all stages in one list, what their files allow, what every
//! code means, and the checklists that a leaflet is scored by.

mod allow;
pub mod explain;
pub mod report;

pub use allow::{allow, check_allowances};

use crate::diag::{Finding, Severity};

/// Codes of errors that leave nothing to lay out, even for a draft: a picture, a text or a box cannot be made.
const CANNOT_BE_LAID_OUT: &[&str] = &["H019", "H020", "H026", "H032", "H033", "H040", "H045", "H046"];

/// Whether nothing can be laid out because of `finding`, not even a draft.
#[must_use]
pub fn cannot_be_laid_out(finding: &Finding) -> bool {
    finding.severity == Severity::Error && CANNOT_BE_LAID_OUT.contains(&finding.code)
}
