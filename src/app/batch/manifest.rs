//! What became of each row, a JSON line each: no name, no note, only ids, hashes and codes. Of several lines for one row,
//! the last counts.

use std::collections::BTreeMap;
use std::io;

use serde::{Deserialize, Serialize};

use super::folder::Store;
use super::shard::Shard;

/// What became of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Its sheet was made.
    Done,
    /// Its sheet could not be made.
    Failed,
    /// The run ended before it.
    Skipped,
}

/// What became of one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Which row, from 1.
    pub row: usize,
    /// How many rows there are, in all parts.
    pub of: usize,
    /// Its id, if it has one that can be used.
    pub id: Option<String>,
    /// What became of it.
    pub status: Status,
    /// Identifies its batch, so that the parts recognise each other.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub batch: Option<String>,
    /// A keyed hash of everything that its sheet depends on; none without a key.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub input: Option<String>,
    /// A hash of its sheet: keyed, or else SHA-256.
    pub output: Option<String>,
    /// How many pages its sheet has.
    pub pages: Option<usize>,
    /// The codes of what was found.
    pub findings: Vec<String>,
    /// What she is given although it is not for her week: ids of exercises, or `stage` for the handout. The sheet says why.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overrides: Vec<String>,
    /// Whether the sheet is in the merged file alone.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub only_merged: bool,
}

impl Entry {
    /// Takes back that a sheet was made.
    pub fn undo(&mut self) {
        (self.status, self.output, self.pages, self.only_merged) = (Status::Skipped, None, None, false);
    }
}

/// One file of all sheets, for the printer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MergedFile {
    /// Its name.
    pub merged: String,
    /// How many sheets are in it.
    pub sheets: usize,
    /// How many pages it has, empty ones too.
    pub pages: usize,
    /// A hash of it, as of a sheet.
    pub output: String,
}

/// A line of a manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Line {
    /// A row.
    Row(Entry),
    /// A merged file.
    Merged(MergedFile),
}

/// A manifest that was read.
#[derive(Clone, Debug, Default)]
pub struct Manifest {
    /// Rows by their number; of several lines for one row, the last.
    pub rows: BTreeMap<usize, Entry>,
    /// The merged file.
    pub merged: Option<MergedFile>,
    /// The numbers of lines that cannot be read, from 1.
    pub damaged: Vec<usize>,
}

impl Manifest {
    /// Reads a manifest; what cannot be read is left out.
    pub fn parse(bytes: &[u8]) -> Self {
        let mut manifest = Self::default();
        for (index, line) in bytes.split(|byte| *byte == b'\n').enumerate().filter(|(_, line)| !line.is_empty()) {
            match serde_json::from_slice(line) {
                Ok(Line::Row(entry)) => drop(manifest.rows.insert(entry.row, entry)),
                Ok(Line::Merged(file)) => manifest.merged = Some(file),
                Err(_) => manifest.damaged.push(index + 1),
            }
        }
        manifest
    }

    /// The manifest as text, rows in their order.
    pub fn text(&self) -> String {
        let rows = self.rows.values().cloned().map(Line::Row);
        rows.chain(self.merged.clone().map(Line::Merged)).map(|line| text_of(&line)).collect()
    }
}

/// A line as text, with its end.
pub fn text_of(line: &Line) -> String {
    // Structs of texts and numbers can always be written.
    serde_json::to_string(line).map(|text| text + "\n").unwrap_or_default()
}

/// The part whose manifest has this name.
pub fn shard_of(name: &str) -> Option<Shard> {
    let stem = name.strip_prefix("manifest")?.strip_suffix(".jsonl")?;
    if stem.is_empty() {
        return Some(Shard::WHOLE);
    }
    let (index, count) = stem.strip_prefix('-')?.split_once("-of-")?;
    format!("{index}/{count}").parse().ok().filter(|shard: &Shard| shard.count > 1)
}

/// All manifests in a folder, with the parts that they are of.
pub fn all(store: &dyn Store) -> io::Result<Vec<(String, Shard, Manifest)>> {
    let mut manifests = Vec::new();
    for name in store.names()? {
        if let Some(shard) = shard_of(&name) {
            let manifest = Manifest::parse(&store.read(&name)?.unwrap_or_default());
            manifests.push((name, shard, manifest));
        }
    }
    Ok(manifests)
}
