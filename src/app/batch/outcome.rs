//! What a batch came to.

use std::collections::{BTreeMap, BTreeSet};
use std::io;

use super::manifest::MergedFile;
use crate::app::problem::Problem;
use crate::diag::Finding;

/// The most kinds of mistakes that are printed.
const MOST_KINDS: usize = 20;
/// The most rows that are named for one kind.
const MOST_ROWS: usize = 12;
/// The longest mistake that is kept, in bytes: a message may quote a whole cell.
const LONGEST: usize = 600;

/// Rows with findings: which, by what codes, and one finding of each kind in full.
#[derive(Debug, Default)]
pub struct Mistakes {
    codes: BTreeMap<usize, Vec<String>>,
    kinds: BTreeMap<Kind, Alike>,
    /// Findings of kinds beyond the most that are printed.
    others: usize,
}

/// What mistakes that are alike have in common: code, message and reason.
type Kind = (&'static str, String, String);

/// Mistakes that are alike.
#[derive(Debug)]
struct Alike {
    /// The one in the first row.
    first: (usize, Finding),
    /// All rows that have it, by their index.
    rows: BTreeSet<usize>,
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
        for finding in findings {
            let kind = (finding.code, shortened(&finding.message), shortened(&finding.label));
            // Rows come in any order; the first row's is the one that is shown.
            let alike = self
                .kinds
                .entry(kind)
                .or_insert_with(|| Alike { first: (index, finding.clone()), rows: BTreeSet::new() });
            if index < alike.first.0 {
                alike.first = (index, finding);
            }
            alike.rows.insert(index);
        }
        // Those of rows furthest down go first.
        while self.kinds.len() > 4 * MOST_KINDS {
            let Some(last) = self.kinds.iter().max_by_key(|(_, alike)| alike.first.0).map(|(kind, _)| kind.clone())
            else {
                break;
            };
            self.others += self.kinds.remove(&last).map_or(0, |alike| alike.rows.len());
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

    /// One mistake of each kind in the order of rows, with the other rows that have it, and how many mistakes there are
    /// beyond those.
    pub fn told(&self) -> (Vec<Finding>, usize) {
        let mut kinds: Vec<&Alike> = self.kinds.values().collect();
        kinds.sort_by_key(|alike| alike.first.0);
        let more: usize = kinds.iter().skip(MOST_KINDS).map(|alike| alike.rows.len()).sum();
        kinds.truncate(MOST_KINDS);
        (kinds.into_iter().map(Alike::told).collect(), self.others + more)
    }
}

impl Alike {
    /// The finding, with the number of its row, or of all rows that have it.
    fn told(&self) -> Finding {
        let mut finding = self.first.1.clone();
        finding.message = shortened(&finding.message);
        finding.label = shortened(&finding.label);
        match self.rows.len() {
            // One that was found while its sheet was made says so itself.
            1 if finding.message.starts_with("row ") => finding,
            1 => finding.help(format!("this is row {}", self.first.0 + 1)),
            count => finding.help(format!("{count} rows have this mistake: {}", numbers(&self.rows))),
        }
    }
}

/// The numbers of rows, from 1: neighbours as `4-9`, and no more than are worth reading.
fn numbers(rows: &BTreeSet<usize>) -> String {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for row in rows.iter().map(|index| index + 1) {
        match runs.last_mut().filter(|(_, last)| last + 1 == row) {
            Some((_, last)) => *last = row,
            None => runs.push((row, row)),
        }
    }
    let said =
        |(first, last): &(usize, usize)| if first == last { first.to_string() } else { format!("{first}-{last}") };
    let mut said: Vec<String> = runs.iter().take(MOST_ROWS).map(said).collect();
    if runs.len() > MOST_ROWS {
        said.push("…".to_owned());
    }
    said.join(", ")
}

/// A text of at most [`LONGEST`] bytes.
fn shortened(text: &str) -> String {
    match text.char_indices().find(|(at, _)| *at >= LONGEST) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
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
    /// What the folder is called.
    pub folder: String,
}

impl Outcome {
    /// Whether the sheets are all there, or as many as there will be.
    pub const fn may_merge(&self) -> bool {
        self.trouble.is_none() && self.skipped == 0 && self.kept + self.made > 0
    }

    /// Whether all was made that was asked for.
    pub const fn extent(&self) -> Extent {
        match (self.failed, self.made + self.kept) {
            (1.., 1..) => Extent::Part,
            (1.., 0) => Extent::Nothing,
            _ if !self.not_merged.is_empty() => Extent::Nothing,
            _ => Extent::All,
        }
    }

    /// The file that ended the run, and why.
    pub fn problem(&self) -> Option<Problem> {
        let (name, error) = self.trouble.as_ref()?;
        Some(Problem::output(&format!("{}/{name}", self.folder), error))
    }
}

/// How much of a batch was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All that was asked for.
    All,
    /// Some rows failed.
    Part,
    /// All rows failed, or the sheets could not be merged.
    Nothing,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mistakes_that_are_alike_are_told_once() {
        let mut mistakes = Mistakes::default();
        for index in (0..300).rev() {
            mistakes.add(index, vec![Finding::error("S002", "`bridge` is not for this week")]);
        }
        mistakes.add(400, vec![Finding::error("S002", "x".repeat(5000))]);
        let told: Vec<Finding> = mistakes.kinds.values().map(Alike::told).collect();
        assert_eq!((told.len(), mistakes.count()), (2, 301));
        assert_eq!(told[0].help, ["300 rows have this mistake: 1-300"]);
        assert!(told[1].message.len() < 700);
        assert_eq!(numbers(&[0, 2, 3, 4, 9].into()), "1, 3-5, 10");
        let odd: BTreeSet<usize> = (0..100).map(|index| index * 2).collect();
        assert!(numbers(&odd).ends_with(", 23, …"));
        // Many kinds: the first rows' are kept, all are counted.
        let mut many = Mistakes::default();
        (0..500).rev().for_each(|index| many.add(index, vec![Finding::error("R012", format!("row {index}"))]));
        let kept: usize = many.kinds.values().map(|alike| alike.rows.len()).sum();
        assert!(kept + many.others == 500 && many.kinds.values().any(|alike| alike.first.0 == 0));
    }
}
