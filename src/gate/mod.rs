//! What stands between a text and print: the findings of all stages in one list, what their files allow, what every
//! code means, and the checklists that a leaflet is scored by.

mod allow;
pub mod explain;
pub mod report;
mod stages;
mod told;

pub use allow::{allow, check_allowances};
pub use stages::{OVERFLOW, UNWRITTEN};
pub use told::is_told;

use crate::diag::{Finding, Severity};

/// Codes of errors that leave nothing to lay out, even for a draft: a file cannot be read, a picture, a text or a box
/// cannot be made.
const CANNOT_BE_LAID_OUT: &[&str] = &[
    "H001", "H002", "H003", "H004", "H005", "H006", "H007", "H010", "H011", "H012", "H013", "H014", "H015", "H016",
    "H018", "H019", "H020", "H026", "H032", "H033", "H040", "H045", "H046", "H049", "H051", "H053", "B001", "B002",
    "B003", "B004", "B005", "B006", "F001", "P001",
];

/// Whether nothing can be laid out because of `finding`, not even a draft.
#[must_use]
pub fn cannot_be_laid_out(finding: &Finding) -> bool {
    finding.severity == Severity::Error && CANNOT_BE_LAID_OUT.contains(&finding.code)
}
