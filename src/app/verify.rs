//! Whether a folder holds exactly the sheets that its manifests list.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use super::batch::folder::{self, Folder, Store};
use super::batch::manifest::{self, Entry, Manifest, Status};
use super::batch::shard::Shard;
use super::key::Key;
use super::problem::Problem;
use crate::diag::{Finding, Place, Source};
use crate::model::rows::codes;

/// Looks through the folder that a batch was written to.
///
/// # Errors
/// The folder or the key cannot be read.
pub fn verify(directory: &Path, key_file: Option<&Path>) -> Result<Found, Problem> {
    let folder = Folder::existing(directory);
    let key = Key::find(key_file)?;
    let found = Verifier::new(&folder, key).and_then(Verifier::run);
    found.map_err(|error| Problem::input(&folder.shown(), &error))
}

/// What was found in a folder.
pub struct Found {
    /// What is missing, changed, too much or unfinished.
    pub findings: Vec<Finding>,
    /// How many sheets are as they were made.
    pub right: usize,
}

/// Looks through a folder.
struct Verifier<'s> {
    store: &'s Folder,
    key: Key,
    manifests: Vec<(String, Shard, Manifest)>,
    /// Files that a manifest names.
    expected: BTreeSet<String>,
    found: Found,
}

impl<'s> Verifier<'s> {
    fn new(store: &'s Folder, key: Key) -> std::io::Result<Self> {
        let manifests = manifest::all(store)?;
        Ok(Self { store, key, manifests, expected: BTreeSet::new(), found: Found { findings: Vec::new(), right: 0 } })
    }

    fn run(mut self) -> std::io::Result<Found> {
        let manifests = std::mem::take(&mut self.manifests);
        if manifests.is_empty() {
            self.report(codes::NO_MANIFEST, "manifest.jsonl", "there is no manifest");
        }
        self.shards(&manifests);
        let total = manifests.iter().find_map(|(_, _, manifest)| manifest.rows.values().next()).map(|entry| entry.of);
        for (name, shard, manifest) in &manifests {
            self.manifest(name, *shard, manifest, total)?;
        }
        for name in self.store.names()? {
            let is_pdf = name.to_lowercase().ends_with(".pdf");
            if folder::is_left(&name) {
                self.report(codes::EXTRA, &name, "a run that was ended has left this");
            } else if is_pdf && !self.expected.contains(&name) {
                self.report(codes::EXTRA, &name, "no manifest names it");
            }
        }
        Ok(self.found)
    }

    fn report(&mut self, code: &'static str, file: &str, message: impl Into<String>) {
        let path = format!("{}/{file}", self.store.shown());
        let place = Place { source: Source::new(path, ""), span: 0..0 };
        self.found.findings.push(Finding::error(code, message).at(&place, ""));
    }

    /// Whether the manifests are the parts of one batch.
    fn shards(&mut self, manifests: &[(String, Shard, Manifest)]) {
        let Some((first, Shard { count, .. }, _)) = manifests.first() else { return };
        if let Some((other, ..)) = manifests.iter().find(|(_, shard, _)| shard.count != *count) {
            self.report(
                codes::OVERLAP,
                other,
                format!("it does not belong with {first}: the rows are divided otherwise"),
            );
            return;
        }
        for index in (1..=*count).filter(|index| !manifests.iter().any(|(_, shard, _)| shard.index == *index)) {
            let name = Shard { index, count: *count }.file_name("manifest", "", "jsonl");
            self.report(codes::NO_SHARD, &name, format!("part {index} of {count} is missing"));
        }
        let mut owners: BTreeMap<&str, &str> = BTreeMap::new();
        let of = |manifest: &Manifest| manifest.rows.values().next().map(|entry| entry.of);
        let lists: BTreeSet<usize> = manifests.iter().filter_map(|(_, _, manifest)| of(manifest)).collect();
        let entries = manifests.iter().flat_map(|(_, _, manifest)| manifest.rows.values());
        let batches: BTreeSet<Option<&str>> = entries.map(|entry| entry.batch.as_deref()).collect();
        if lists.len() > 1 || batches.len() > 1 {
            self.report(codes::OVERLAP, first, "the manifests are of different lists of rows");
        }
        for (name, _, manifest) in manifests {
            for id in manifest.rows.values().filter_map(|entry| entry.id.as_deref()) {
                if let Some(other) = owners.insert(id, name).filter(|other| other != name) {
                    self.report(codes::OVERLAP, name, format!("the row {id} is in {other} too"));
                }
            }
        }
    }

    /// Whether everything is there that one manifest names.
    fn manifest(&mut self, name: &str, shard: Shard, manifest: &Manifest, total: Option<usize>) -> std::io::Result<()> {
        for line in &manifest.damaged {
            self.report(codes::BAD_LINE, name, format!("line {line} cannot be read"));
        }
        let Some(total) = total else {
            self.report(codes::UNFINISHED, name, "no row was finished");
            return Ok(());
        };
        let own = shard.rows(total.min(crate::model::rows::MAX_ROWS));
        let missing: Vec<usize> =
            own.clone().map(|index| index + 1).filter(|row| !manifest.rows.contains_key(row)).collect();
        match missing.as_slice() {
            [] => {}
            [only] => self.report(codes::UNFINISHED, name, format!("row {only} was not reached")),
            [first, ..] => {
                let count = missing.len();
                self.report(
                    codes::UNFINISHED,
                    name,
                    format!("{count} rows were not reached, the first is row {first}"),
                );
            }
        }
        if let Some(row) = manifest.rows.keys().find(|row| !own.contains(&row.wrapping_sub(1))) {
            self.report(codes::OVERLAP, name, format!("row {row} does not belong to this part"));
        }
        for entry in manifest.rows.values() {
            self.row(name, entry)?;
        }
        if let Some(file) = &manifest.merged {
            self.file(&file.merged, &file.output)?;
        }
        Ok(())
    }

    fn row(&mut self, manifest: &str, entry: &Entry) -> std::io::Result<()> {
        let id = entry.id.as_deref().unwrap_or("without a usable id");
        match (entry.status, &entry.output) {
            (Status::Done, Some(_)) if entry.only_merged => self.found.right += 1,
            (Status::Done, Some(output)) => {
                if self.file(&format!("{id}.pdf"), output)? {
                    self.found.right += 1;
                }
            }
            (Status::Skipped, _) => {
                self.report(codes::UNFINISHED, manifest, format!("row {} ({id}) was not reached", entry.row));
            }
            _ => {
                let codes = entry.findings.join(", ");
                self.report(codes::UNFINISHED, manifest, format!("row {} ({id}) failed: {codes}", entry.row));
            }
        }
        Ok(())
    }

    /// Whether a file is as it was made.
    fn file(&mut self, name: &str, output: &str) -> std::io::Result<bool> {
        self.expected.insert(name.to_owned());
        let plain = !name.contains(['/', '\\']);
        let bytes = if plain { self.store.read(name)? } else { None };
        let known = bytes.as_ref().map(|bytes| self.key.knows(output, bytes));
        match known {
            None => self.report(codes::MISSING, name, "it is missing"),
            Some(None) => {
                self.report(codes::NO_KEY, name, "its hash is keyed, and the key is not here: say --key-file")
            }
            Some(Some(false)) => self.report(codes::CHANGED, name, "it is not as it was made"),
            Some(Some(true)) => return Ok(true),
        }
        Ok(false)
    }
}
