//! Ids of rows, which become names of files.

use std::sync::Arc;

use super::{Row, codes};
use crate::diag::{Finding, Place, Source};
use crate::model::ids;

/// Finds what is wrong with a row's id.
pub(super) fn check(row: &Row, source: &Arc<Source>, findings: &mut Vec<Finding>) {
    let whole = Place { source: Arc::clone(source), span: row.span.clone() };
    let Some(cell) = row.cell("id") else {
        // A row that cannot be taken apart has no id for that reason.
        if row.faults.is_empty() {
            findings.push(
                Finding::error(codes::NO_ID, "this row has no `id`")
                    .at(&whole, "the sheet would have no file name")
                    .help("give it an id, such as the visit's number; never the patient's name"),
            );
        }
        return;
    };
    if let Some(why) = ids::fault(cell.text.expose()) {
        findings.push(
            Finding::error(codes::BAD_ID, "this id cannot name a file")
                .at(&cell.place(source), why)
                .help("use the visit's number, such as `visit-0412`"),
        );
    }
    if is_name(row) {
        findings.push(
            Finding::error(codes::ID_IS_NAME, "the id has a part of the patient's name in it")
                .at(&cell.place(source), "file names are seen in folders, logs and mails")
                .help("use the visit's number, such as `visit-0412`"),
        );
    }
}

/// Whether a row's id has a part of the patient's name in it.
pub(super) fn is_name(row: &Row) -> bool {
    let (Some(id), Some(patient)) = (row.cell("id"), row.cell("patient")) else { return false };
    ids::holds_part(id.text.expose(), patient.text.expose())
}
