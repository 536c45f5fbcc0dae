//! What a batch needs of whoever makes sheets.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::diag::{Finding, Source};
use crate::gate::explain;
use crate::model::Located;
use crate::model::patient::SheetRequest;
use crate::model::rows;

/// A sheet that was made.
#[derive(Clone, Debug)]
pub struct Made {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Warnings and notes.
    pub findings: Vec<Finding>,
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

/// Findings that say nothing of what the row tells about the patient: those on a cell of `rows` that is hidden there keep
/// only what their code means, and the words of her name and her clinician's go from all others.
pub fn without_names(mut findings: Vec<Finding>, request: &SheetRequest, rows: &Arc<Source>) -> Vec<Finding> {
    let cells = [&request.patient, &request.clinician, &request.note, &request.next_visit];
    let private: Vec<&Located<String>> = cells.into_iter().flatten().collect();
    let names = [&request.patient, &request.clinician].into_iter().flatten();
    let words = names.flat_map(|name| name.value.split(|c: char| !c.is_alphanumeric()));
    let words: BTreeSet<&str> = words.filter(|word| word.chars().count() > 1).collect();
    let hide = |text: &mut String| {
        for cell in private.iter().filter(|cell| cell.value.chars().count() > 1) {
            *text = without(text, &cell.value);
        }
        for word in &words {
            *text = without(text, word);
        }
    };
    for finding in &mut findings {
        if finding.place.as_ref().is_some_and(|place| place.source == *rows && rows::is_hidden(place)) {
            let title = explain::of(finding.code).map_or("a mistake", |explanation| explanation.title);
            finding.message = title.to_owned();
            finding.label = format!("`handout explain {}` tells more", finding.code);
            finding.help.clear();
        } else {
            hide(&mut finding.message);
            hide(&mut finding.label);
            finding.help.iter_mut().for_each(hide);
        }
    }
    findings
}

/// `text` with `private` taken out wherever it stands by itself, not within a word.
fn without(text: &str, private: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut reached = 0;
    for (at, found) in text.match_indices(private) {
        let before = text[..at].chars().next_back();
        let after = text[at + found.len()..].chars().next();
        if !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric) {
            kept.push_str(&text[reached..at]);
            kept.push('…');
            reached = at + found.len();
        }
    }
    kept + &text[reached..]
}
