//! What a batch needs from the maker of sheets; tests put their own in its place.

use crate::diag::Finding;
use crate::model::patient::SheetRequest;

/// A sheet that was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Warnings and notes.
    pub findings: Vec<Finding>,
    /// What is given although it is not for her week: ids of exercises, or `stage` for the handout.
    pub overrides: Vec<String>,
}

/// Makes sheets, from several threads at once; the same request always gives the same bytes.
pub trait Press: Sync {
    /// The handout's name, by which a merged file is called.
    fn name(&self) -> &str;

    /// A hash of everything that a sheet depends on besides its row: handout, brand and its files, exercises, sources,
    /// settings, day, and the program's version.
    fn fingerprint(&self) -> &str;

    /// What is wrong with a request, as far as can be told without laying it out.
    fn check(&self, request: &SheetRequest) -> Vec<Finding>;

    /// Makes a sheet.
    ///
    /// # Errors
    /// Everything that was found, when the sheet cannot be made.
    fn make(&self, request: &SheetRequest) -> Result<Made, Vec<Finding>>;

    /// What puts sheets into one file for the printer.
    ///
    /// # Errors
    /// Why there is none.
    fn merger(&self) -> Result<Box<dyn Merger + '_>, Vec<Finding>>;
}

/// A sheet on its way into a merged file.
#[derive(Clone, Copy, Debug)]
pub struct Part<'p> {
    /// The finished sheet.
    pub pdf: &'p [u8],
    /// How many pages it has.
    pub pages: usize,
    /// How many empty pages follow it, so that the next sheet starts on a front page.
    pub blank_after: usize,
}

/// Puts sheets into one file. It is handed one sheet at a time, in the order of the rows, and should not keep more of
/// them than it must.
pub trait Merger {
    /// Adds a sheet.
    ///
    /// # Errors
    /// Why it cannot be added.
    fn add(&mut self, part: Part<'_>) -> Result<(), Vec<Finding>>;

    /// The merged file.
    ///
    /// # Errors
    /// Why it cannot be written.
    fn finish(self: Box<Self>) -> Result<Vec<u8>, Vec<Finding>>;
}
