//! One file of all sheets for the printer, each starting on a front page.

use std::io;

use super::folder::Store;
use super::manifest::MergedFile;
use super::press::{Part, Press};
use crate::app::key::Key;
use crate::diag::Finding;

/// Why there is no merged file.
pub enum NotMerged {
    /// A file could not be read or written.
    File(String, io::Error),
    /// The sheets do not go together.
    Content(Vec<Finding>),
}

/// Merges sheets, files and their numbers of pages in the order of the rows, into the file `name`. One sheet is in
/// memory at a time, and what the merger keeps.
pub fn merge(
    press: &dyn Press,
    store: &dyn Store,
    sheets: &[(String, usize)],
    name: &str,
    key: &Key,
) -> Result<MergedFile, NotMerged> {
    let mut merger = press.merger().map_err(NotMerged::Content)?;
    let mut total = 0;
    for (position, (file, pages)) in sheets.iter().enumerate() {
        let failed = |error| NotMerged::File(file.clone(), error);
        let pdf = store.read(file).map_err(failed)?.ok_or_else(|| failed(io::ErrorKind::NotFound.into()))?;
        let blank_after = blank_after(*pages, position + 1 == sheets.len());
        total += pages + blank_after;
        merger.add(Part { pdf: &pdf, pages: *pages, blank_after }).map_err(NotMerged::Content)?;
    }
    let pdf = merger.finish().map_err(NotMerged::Content)?;
    store.write(name, &pdf).map_err(|error| NotMerged::File(name.to_owned(), error))?;
    Ok(MergedFile { merged: name.to_owned(), sheets: sheets.len(), pages: total, output: key.of_output(&pdf) })
}

/// How many empty pages follow a sheet: one after an odd number, so that the next begins on a new leaf; none at the end.
pub const fn blank_after(pages: usize, last: bool) -> usize {
    if last { 0 } else { pages % 2 }
}
