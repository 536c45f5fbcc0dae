//! A batch from beginning to end: its rows are checked, its folder is entered, its sheets are made.

use std::path::Path;
use std::sync::Arc;

use super::folder::Folder;
use super::occupancy::Guest;
use super::outcome::{Mistakes, Outcome};
use super::press::Press as _;
use super::run::{Policy, Run, Watcher};
use super::shard::Shard;
use super::sheets::{Materials, Sheets};
use super::{NOTHING_WRITTEN, find_mistakes, identity, outputs};
use crate::Settings;
use crate::app::files::{self, Readers};
use crate::app::key::Key;
use crate::app::problem::Problem;
use crate::diag::Source;
use crate::model::handout::SectionName;
use crate::model::rows::Rows;

/// A batch that is to be made.
pub struct Job<'a> {
    /// The handout, with its name, of rows that name none; without it, each row's week chooses its handout.
    pub handout: Option<(String, Arc<Source>)>,
    /// The rows of all parts.
    pub rows: &'a Rows,
    /// The brand, by name or file.
    pub brand: Option<&'a str>,
    /// How sheets are made.
    pub settings: Settings,
    /// Sections of the handout that every sheet keeps.
    pub sections: Vec<SectionName>,
    /// The folder that is written to.
    pub folder: &'a Path,
    /// Who may read what is written.
    pub readers: Readers,
    /// Which part of the rows is made.
    pub shard: Shard,
    /// How many threads work.
    pub jobs: usize,
    /// When failures end the run.
    pub policy: Policy,
    /// Whether sheets of an earlier run that are still right are kept.
    pub resume: bool,
    /// Whether another batch in the folder is removed.
    pub replace: bool,
    /// Whether all sheets are put into one file.
    pub merge: Merge,
    /// The file of the secret that hashes are keyed with; without it, that of the clinic's folder.
    pub key_file: Option<&'a Path>,
    /// Files that the batch is made from, which are never written over.
    pub inputs: &'a [&'a Path],
}

/// Whether all sheets are put into one file for the printer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Merge {
    /// They are not.
    No,
    /// They are, and each is a file of its own as well.
    Also,
    /// They are, and there is no other file.
    Only,
}

/// How a batch ended.
#[derive(Debug)]
pub enum Ended {
    /// Nothing was made, for mistakes in rows.
    Refused {
        /// The mistakes.
        mistakes: Mistakes,
        /// Whether no row is without a mistake.
        nothing_left: bool,
    },
    /// Sheets were made.
    Made(Box<Outcome>),
}

impl Job<'_> {
    /// Makes the batch; `watcher` is told what happens.
    ///
    /// # Errors
    /// A handout, a brand or a file with errors, a folder that holds another batch, or a file that cannot be read or written
    /// before the first sheet is made.
    pub fn run(self, watcher: &dyn Watcher) -> Result<Ended, Problem> {
        let Self { rows, shard, jobs, policy, resume, replace, .. } = self;
        let materials = Materials::read(self.handout, rows, self.brand, self.settings)?;
        let press = Sheets::new(&materials, self.sections)?;
        press.findings().for_each(|findings| watcher.found(findings));
        let merged = (self.merge != Merge::No).then(|| shard.file_name(press.name(), "-merged", "pdf"));
        if merged.is_some() {
            press.merger().map_err(|findings| Problem::Content(findings, NOTHING_WRITTEN.to_owned()))?;
        }
        let range = shard.rows(rows.count());
        let mistakes = find_mistakes(rows, &press, range.clone(), jobs, merged.as_deref());
        if mistakes.count() > 0 {
            let own = mistakes.rows().filter(|(index, _)| range.contains(index)).count();
            let nothing_left = own > 0 && own == range.len();
            if nothing_left || !policy.goes_on_after(mistakes.count()) {
                return Ok(Ended::Refused { mistakes, nothing_left });
            }
            watcher.left_out(&mistakes);
        }
        let outputs = outputs(rows, self.folder, shard, merged.as_deref());
        files::refuse_inputs(self.inputs, &outputs)?;
        let key = Key::find_or_make(self.key_file)?;
        let folder = Folder::open(self.folder, shard, self.readers)?;
        for path in outputs {
            files::refuse_link(&path).map_err(|error| Problem::output(&path.display().to_string(), &error))?;
        }
        let identity = identity(rows);
        let ids = (0..rows.count()).filter_map(|index| rows.id(index)).collect();
        Guest { shard, identity: &identity, ids: &ids, resume, replace }.enter(&folder)?;
        let run = Run {
            rows,
            press: &press,
            store: &folder,
            shard,
            jobs,
            policy,
            merged,
            merge_only: self.merge == Merge::Only,
            key: &key,
            identity: &identity,
            watcher,
        };
        Ok(Ended::Made(Box::new(run.make(mistakes, resume)?)))
    }
}
