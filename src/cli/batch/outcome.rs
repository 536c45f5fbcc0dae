//! How a batch ends for the user.

use std::collections::BTreeMap;
use std::io;

use super::folder::Store;
use super::manifest::MergedFile;
use crate::cli::print::{self, Problem};
use crate::diag::Finding;

/// The most findings that are kept to be printed.
const MOST_SHOWN: usize = 100;

/// Rows with findings: which, by what codes, and the first findings in full.
#[derive(Debug, Default)]
pub struct Mistakes {
    codes: BTreeMap<usize, Vec<String>>,
    first: BTreeMap<usize, Vec<Finding>>,
    /// How many findings `first` holds, and how many there are.
    held: usize,
    total: usize,
}

impl Mistakes {
    /// Adds the findings of the row at `index`, from 0.
    pub fn add(&mut self, index: usize, findings: Vec<Finding>) {
        if findings.is_empty() {
            return;
        }
        let mut codes: Vec<String> = findings.iter().map(|finding| finding.code.to_owned()).collect();
        codes.sort();
        codes.dedup();
        self.codes.insert(index, codes);
        self.total += findings.len();
        self.held += findings.len();
        self.first.insert(index, findings);
        // Rows come in any order; those furthest down go first.
        while let Some(last) = self.first.last_entry() {
            if self.held - last.get().len() < MOST_SHOWN {
                break;
            }
            self.held -= last.remove().len();
        }
    }

    /// How many rows have findings.
    pub fn count(&self) -> usize {
        self.codes.len()
    }

    /// Rows with findings, and the codes.
    pub fn rows(&self) -> impl Iterator<Item = (usize, &[String])> {
        self.codes.iter().map(|(index, codes)| (*index, codes.as_slice()))
    }

    /// Prints the first findings in the order of rows, and how many more there are.
    pub fn tell(&self) {
        let shown: Vec<Finding> = self.first.values().flatten().take(MOST_SHOWN).cloned().collect();
        print::show(&shown);
        match self.total - shown.len() {
            0 => {}
            more => print::message(&format!("and {more} more like these")),
        }
    }
}

/// A file that could not be read or written, and why.
pub type Trouble = (String, io::Error);

/// What a run came to.
#[derive(Debug, Default)]
pub struct Outcome {
    /// Sheets of an earlier run that are still right.
    pub kept: usize,
    /// Sheets that were made.
    pub made: usize,
    /// Rows that failed.
    pub failed: usize,
    /// Rows that were not reached.
    pub skipped: usize,
    /// Rows that were not begun, for their mistakes; told already.
    pub left_out: Mistakes,
    /// Rows that failed while they were made.
    pub failures: Mistakes,
    /// A file that could not be read or written, which ended the run.
    pub trouble: Option<Trouble>,
    /// The merged file.
    pub merged: Option<MergedFile>,
    /// Why there is no merged file.
    pub not_merged: Vec<Finding>,
    /// Where the manifest is.
    pub manifest: String,
}

impl Outcome {
    /// Whether the sheets are all there, or as many as there will be.
    pub const fn may_merge(&self) -> bool {
        self.trouble.is_none() && self.skipped == 0 && self.kept + self.made > 0
    }

    /// Tells what was done, and gives the exit status.
    pub fn tell(self, store: &dyn Store) -> Result<(), Problem> {
        self.failures.tell();
        print::show(&self.not_merged);
        let sheets = |count: usize| if count == 1 { "1 sheet".to_owned() } else { format!("{count} sheets") };
        let mut parts = vec![format!("made {} in {}", sheets(self.made), store.shown())];
        let more = [(self.kept, "kept"), (self.failed, "failed"), (self.skipped, "not made")];
        parts.extend(more.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")));
        if let Some(file) = &self.merged {
            parts.push(format!("merged into {} ({} pages)", file.merged, file.pages));
        }
        print::message(&format!("{}; see {}", parts.join(", "), self.manifest));
        match self.trouble {
            Some((name, error)) => Err(Problem::output(&format!("{}/{name}", store.shown()), &error)),
            None if self.failed > 0 && self.made + self.kept > 0 => Err(Problem::Part),
            None if self.failed > 0 || !self.not_merged.is_empty() => Err(Problem::Found),
            None => Ok(()),
        }
    }
}
