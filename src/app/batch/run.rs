//! Making the sheets of a batch, and keeping its manifest.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::ops::Range;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::folder::{self, Store};
use super::manifest::{self, Entry, Line, Manifest, Status};
use super::merge::{self, NotMerged};
use super::outcome::{Mistakes, Outcome, Trouble};
use super::press::Press;
use super::shard::Shard;
use crate::app::key::Key;
use crate::app::problem::Problem;
use crate::app::{pool, privacy};
use crate::diag::Finding;
use crate::model::rows::Rows;

/// When failures end a run.
#[derive(Clone, Copy, Debug)]
pub struct Policy {
    /// After how many failed rows nothing more is begun.
    pub most_failures: usize,
}

impl Policy {
    /// Whether a run goes on after so many failed rows.
    pub const fn goes_on_after(self, failures: usize) -> bool {
        failures < self.most_failures
    }
}

/// A batch, or one part of it.
pub struct Run<'r> {
    /// The rows of all parts.
    pub rows: &'r Rows,
    /// What makes sheets.
    pub press: &'r dyn Press,
    /// Where files go.
    pub store: &'r dyn Store,
    /// Which part is made.
    pub shard: Shard,
    /// How many threads work.
    pub jobs: usize,
    /// When failures end the run.
    pub policy: Policy,
    /// The name of the merged file, if one is wanted.
    pub merged: Option<String>,
    /// Whether the merged file alone is wanted.
    pub merge_only: bool,
    /// What hashes are keyed with.
    pub key: &'r Key,
    /// Identifies the batch, so that its parts recognise each other.
    pub identity: &'r str,
    /// Who is told how far the run is.
    pub watcher: &'r dyn Watcher,
}

/// Is told what happens while a batch is made.
pub trait Watcher: Sync {
    /// What was found in a handout, which holds for every sheet of it.
    fn found(&self, findings: &[Finding]);
    /// These rows have mistakes; the others are made.
    fn left_out(&self, mistakes: &Mistakes);
    /// The rows are begun; there are so many.
    fn begin(&self, rows: usize);
    /// One row more is done.
    fn advance(&self);
    /// No more rows are made.
    fn end(&self);
}

/// Nobody is told.
impl Watcher for () {
    fn found(&self, _: &[Finding]) {}
    fn left_out(&self, _: &Mistakes) {}
    fn begin(&self, _: usize) {}
    fn advance(&self) {}
    fn end(&self) {}
}

/// What became of a row just now.
enum Done {
    Kept(Entry),
    Made(Entry),
    Failed(Entry, Vec<Finding>),
    /// A file could not be read or written.
    Trouble(Trouble),
}

/// What a run has done so far.
#[derive(Default)]
struct Book {
    manifest: Manifest,
    outcome: Outcome,
}

impl Run<'_> {
    /// Makes the sheets of all rows but those with mistakes; keeps those of an earlier run that are still right, for
    /// `resume`.
    pub fn make(&self, mistakes: Mistakes, resume: bool) -> Result<Outcome, Problem> {
        let trouble = |error| Problem::output(&self.path(&self.manifest_name()), &error);
        let before = self.start(resume).map_err(trouble)?;
        let mut book = Book {
            outcome: Outcome { left_out: mistakes, folder: self.store.shown(), ..Outcome::default() },
            ..Book::default()
        };
        self.leave_out(&mut book).map_err(trouble)?;
        self.work_through(&mut book, &before);
        self.finish(&mut book);
        Ok(book.outcome)
    }

    /// Writes down the rows with mistakes, and takes away what an earlier run made of them.
    fn leave_out(&self, book: &mut Book) -> io::Result<()> {
        let range = self.range();
        let rows = book.outcome.left_out.rows().filter(|(index, _)| range.contains(index));
        let entries: Vec<Entry> = rows
            .map(|(index, codes)| Entry { findings: codes.to_vec(), ..self.entry(index, Status::Failed) })
            .collect();
        for entry in entries {
            if let Some(id) = &entry.id {
                self.store.remove(&self.file_name(id))?;
            }
            book.outcome.failed += 1;
            self.record(&mut book.manifest, entry)?;
        }
        Ok(())
    }

    /// Makes what is to be made, by several threads.
    fn work_through(&self, book: &mut Book, before: &BTreeMap<String, Entry>) {
        let left_out: BTreeSet<usize> = book.outcome.left_out.rows().map(|(index, _)| index).collect();
        let failures = AtomicUsize::new(book.outcome.failed);
        let ended = AtomicBool::new(false);
        let stop = || ended.load(Ordering::Relaxed) || !self.policy.goes_on_after(failures.load(Ordering::Relaxed));
        let work = |index| {
            let id = self.rows.id(index).filter(|_| !left_out.contains(&index))?;
            let done = self.row(index, id, before);
            match &done {
                Done::Failed(..) => drop(failures.fetch_add(1, Ordering::Relaxed)),
                Done::Trouble(..) => ended.store(true, Ordering::Relaxed),
                Done::Kept(_) | Done::Made(_) => {}
            }
            Some(done)
        };
        self.watcher.begin(self.range().len());
        pool::each(self.jobs, self.range(), &stop, work, |index, done| {
            self.watcher.advance();
            if let Some(done) = done
                && let Err(trouble) = self.take(book, index, done)
            {
                ended.store(true, Ordering::Relaxed);
                book.outcome.trouble.get_or_insert(trouble);
            }
        });
        self.watcher.end();
    }

    /// Keeps what became of a row.
    fn take(&self, book: &mut Book, index: usize, done: Done) -> Result<(), Trouble> {
        let outcome = &mut book.outcome;
        let entry = match done {
            Done::Trouble(trouble) => return Err(trouble),
            Done::Kept(entry) => {
                outcome.kept += 1;
                entry
            }
            Done::Made(entry) => {
                outcome.made += 1;
                entry
            }
            Done::Failed(entry, findings) => {
                outcome.failed += 1;
                outcome.failures.add(index, findings);
                entry
            }
        };
        self.record(&mut book.manifest, entry).map_err(|error| (self.manifest_name(), error))
    }

    /// Makes the manifest ready: a line for each row, so that the folder tells whose it is from the start. Gives what
    /// earlier runs have made and may be kept, by id; all else that they have made of these rows goes, so that nobody takes
    /// it for what is made now.
    fn start(&self, resume: bool) -> io::Result<BTreeMap<String, Entry>> {
        let mut made = BTreeMap::new();
        for (_, _, manifest) in manifest::all(self.store)?.into_iter().filter(|_| resume) {
            let entries = manifest.rows.into_values().filter(|entry| entry.status == Status::Done);
            made.extend(entries.filter_map(|entry| Some((entry.id.clone()?, entry))));
        }
        let own = Manifest::parse(&self.store.read(&self.manifest_name())?.unwrap_or_default());
        if let Some(file) = own.merged.filter(|file| Some(&file.merged) == self.merged.as_ref()) {
            self.store.remove(&file.merged)?;
        }
        let mut manifest = Manifest::default();
        for index in self.range() {
            let mut entry = self.entry(index, Status::Skipped);
            if let Some(id) = entry.id.clone() {
                match made.get(&id).filter(|old| self.may_keep(old, &entry)) {
                    Some(old) => entry = self.again(old, index),
                    None => {
                        made.remove(&id);
                        // What cannot be removed is found when its sheet is written.
                        let _ = self.store.remove(&format!("{id}.pdf"));
                    }
                }
            }
            manifest.rows.insert(index + 1, entry);
        }
        self.store.write(&self.manifest_name(), manifest.text().as_bytes())?;
        Ok(made)
    }

    /// Whether what an earlier run made of a row can be what is made of it now.
    fn may_keep(&self, old: &Entry, now: &Entry) -> bool {
        old.input.is_some() && old.input == now.input && !old.only_merged
    }

    /// What an earlier run made of the row that is at `index` now.
    fn again(&self, old: &Entry, index: usize) -> Entry {
        let now = self.entry(index, Status::Done);
        Entry { row: now.row, of: now.of, batch: now.batch, ..old.clone() }
    }

    /// Makes one row's sheet, or finds that it is there.
    fn row(&self, index: usize, id: &str, before: &BTreeMap<String, Entry>) -> Done {
        let (entry, name) = (self.entry(index, Status::Done), self.file_name(id));
        if let Some(old) = before.get(id).filter(|old| self.may_keep(old, &entry)) {
            match self.store.read(&name) {
                Ok(Some(bytes)) if old.output.as_ref().and_then(|hash| self.key.knows(hash, &bytes)) == Some(true) => {
                    return Done::Kept(self.again(old, index));
                }
                Ok(_) => {}
                Err(error) => return Done::Trouble((name, error)),
            }
        }
        let (request, _) = self.rows.request(index);
        match self.press.make(&request) {
            Ok(made) => match self.store.write(&name, &made.pdf) {
                Ok(()) => Done::Made(Entry {
                    output: Some(self.key.of_output(&made.pdf)),
                    pages: Some(made.pages),
                    findings: codes(&made.findings),
                    overrides: made.overrides,
                    ..entry
                }),
                Err(error) => Done::Trouble((name, error)),
            },
            Err(findings) => {
                let findings = privacy::nameless(findings);
                let findings_codes = codes(&findings);
                let entry = Entry { findings: findings_codes, ..self.entry(index, Status::Failed) };
                // What an earlier run made of this row is not right any more.
                match self.store.remove(&name) {
                    Ok(()) => Done::Failed(entry, named(findings, index, id)),
                    Err(error) => Done::Trouble((name, error)),
                }
            }
        }
    }

    /// Merges, and writes the manifest in the order of the rows. What goes wrong here is trouble too.
    fn finish(&self, book: &mut Book) {
        let Book { manifest, outcome } = book;
        for index in self.range() {
            manifest.rows.entry(index + 1).or_insert_with(|| {
                outcome.skipped += 1;
                self.entry(index, Status::Skipped)
            });
        }
        if let Some(name) = self.merged.as_ref().filter(|_| outcome.may_merge()) {
            let done = manifest.rows.values().filter(|entry| entry.status == Status::Done);
            let sheets: Vec<(String, usize)> =
                done.filter_map(|entry| Some((self.file_name(entry.id.as_ref()?), entry.pages?))).collect();
            match merge::merge(self.press, self.store, &sheets, name, self.key) {
                Ok(file) => manifest.merged = Some(file),
                Err(NotMerged::File(name, error)) => outcome.trouble = Some((name, error)),
                Err(NotMerged::Content(findings)) => outcome.not_merged = findings,
            }
        }
        if self.merge_only {
            for id in manifest.rows.values().filter_map(|entry| entry.id.as_ref()) {
                let _ = self.store.remove(&self.file_name(id));
            }
            if manifest.merged.is_none() {
                manifest.rows.values_mut().filter(|entry| entry.status == Status::Done).for_each(Entry::undo);
                outcome.skipped += std::mem::take(&mut outcome.made);
            }
        }
        outcome.merged.clone_from(&manifest.merged);
        let name = self.manifest_name();
        if let Err(error) = self.store.write(&name, manifest.text().as_bytes()) {
            // What was added line by line stays.
            outcome.trouble.get_or_insert((name.clone(), error));
        }
        outcome.manifest = self.path(&name);
    }

    /// Keeps what became of a row, and writes it down at once.
    fn record(&self, manifest: &mut Manifest, entry: Entry) -> io::Result<()> {
        let line = manifest::text_of(&Line::Row(entry.clone()));
        manifest.rows.insert(entry.row, entry);
        self.store.append(&self.manifest_name(), &line)
    }

    /// What is known of a row beforehand.
    fn entry(&self, index: usize, status: Status) -> Entry {
        let row = self.rows.canonical(index);
        let input = self.key.of_input(&super::in_turn([self.press.fingerprint().as_bytes(), row.as_bytes()]));
        // An id with a mistake in it may be anything, a name too.
        let id = self.rows.id(index).filter(|_| self.rows.has_good_id(index));
        Entry {
            row: index + 1,
            of: self.rows.count(),
            id: id.map(str::to_owned),
            status,
            batch: Some(self.identity.to_owned()),
            input,
            output: None,
            pages: None,
            findings: Vec::new(),
            overrides: Vec::new(),
            only_merged: self.merge_only && status == Status::Done,
        }
    }

    fn file_name(&self, id: &str) -> String {
        if self.merge_only { folder::part_name(id, self.shard) } else { format!("{id}.pdf") }
    }

    fn range(&self) -> Range<usize> {
        self.shard.rows(self.rows.count())
    }

    fn manifest_name(&self) -> String {
        self.shard.file_name("manifest", "", "jsonl")
    }

    fn path(&self, name: &str) -> String {
        format!("{}/{name}", self.store.shown())
    }
}

/// The codes of findings, each once.
fn codes(findings: &[Finding]) -> Vec<String> {
    let codes: std::collections::BTreeSet<&str> = findings.iter().map(|finding| finding.code).collect();
    codes.into_iter().map(str::to_owned).collect()
}

/// Findings of a row that do not say which one, with its number and id before them.
fn named(mut findings: Vec<Finding>, index: usize, id: &str) -> Vec<Finding> {
    for finding in &mut findings {
        finding.message = format!("row {} ({id}): {}", index + 1, finding.message);
    }
    findings
}
