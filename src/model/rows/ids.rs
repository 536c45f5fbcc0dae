//! Ids of rows, which become names of files.

use std::sync::Arc;

use super::{Row, codes};
use crate::diag::{Finding, Place, Source};

/// The longest id.
const MAX_ID: usize = 100;
/// Names that Windows keeps for itself, whatever ending follows.
const RESERVED: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

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
    let id = cell.text.as_str();
    let letters = id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
    if !letters || id.len() > MAX_ID || is_reserved(id) {
        let label = match () {
            () if !letters => "an id has letters from a to z, digits, `-` and `_`, no others".to_owned(),
            () if id.len() > MAX_ID => format!("an id has {MAX_ID} characters at most"),
            () => "some computers keep this name for themselves".to_owned(),
        };
        findings.push(
            Finding::error(codes::BAD_ID, "this id cannot name a file")
                .at(&cell.place(source), label)
                .help("use the visit's number, such as `visit-0412`"),
        );
    }
    if is_name(row) {
        findings.push(
            Finding::error(codes::ID_IS_NAME, "the id has the patient's name in it")
                .at(&whole, "file names are seen in folders, logs and mails")
                .help("use the visit's number, such as `visit-0412`"),
        );
    }
}

/// Whether a row's id has the patient's name in it.
pub(super) fn is_name(row: &Row) -> bool {
    row.cell("id").zip(row.cell("patient")).is_some_and(|(id, patient)| holds_name(&id.text, &patient.text))
}

/// Whether Windows keeps a name for itself: `con`, `nul`, `com1` and the like.
fn is_reserved(id: &str) -> bool {
    let lower = id.to_ascii_lowercase();
    let name = lower.strip_suffix(|last: char| last.is_ascii_digit() && lower.len() == 4).unwrap_or(&lower);
    RESERVED.contains(&name) && (name.len() == lower.len()) != matches!(name, "com" | "lpt")
}

/// Whether an id is made of a name: all words of the name are among its own.
fn holds_name(id: &str, name: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
        words.filter(|word| word.chars().count() > 1).collect()
    };
    let (own, name) = (words(id), words(name));
    let joined = name.concat();
    let all = !name.is_empty() && name.iter().all(|word| own.contains(word));
    all || (joined.len() > 3 && own.iter().any(|word| word.contains(&joined)))
}
