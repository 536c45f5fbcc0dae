//! Batches: one personal sheet for each row of a file.
//!
//! Rows are read and checked before the first sheet is made. Several threads make sheets, each written whole, and a manifest
//! says what became of every row. Nothing that is written or told has a patient's name in it but the sheet itself.

pub mod folder;
pub mod job;
pub mod manifest;
mod merge;
mod merger;
mod occupancy;
pub mod outcome;
mod press;
pub mod run;
pub mod shard;
mod sheets;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::problem::Problem;
use super::{languages, library, pool, privacy, topics};
use crate::compose::branding::{self, Branding};
use crate::diag::{Finding, Severity, Source};
use crate::model;
use crate::model::rows::{self, Rows};
use outcome::Mistakes;
use press::Press;
use shard::Shard;

/// What is told when nothing was written.
pub const NOTHING_WRITTEN: &str = "nothing was written";

/// Everything that is wrong with rows: with how they are written in all of the file, with what they ask for in this
/// shard's.
fn find_mistakes(rows: &Rows, press: &dyn Press, range: Range<usize>, jobs: usize, merged: Option<&str>) -> Mistakes {
    let mut doubles: BTreeMap<usize, Vec<Finding>> = BTreeMap::new();
    for (index, finding) in rows.doubles() {
        doubles.entry(index).or_default().push(finding);
    }
    let check = |index: usize| {
        let (request, mut findings) = rows.request(index);
        findings.extend(doubles.get(&index).into_iter().flatten().cloned());
        if let (Some(id), Some(merged)) = (&request.id, merged)
            && merged.eq_ignore_ascii_case(&format!("{}.pdf", id.value))
        {
            findings.push(
                Finding::error(rows::codes::BAD_ID, "this id is taken")
                    .at(&id.place, "the merged file has this name")
                    .help("use the visit's number, such as `visit-0412`"),
            );
        }
        if range.contains(&index) && findings.is_empty() {
            findings.extend(privacy::nameless(press.check(&request)));
        }
        findings.retain(|finding| finding.severity == Severity::Error && finding.allowed.is_none());
        findings
    };
    let mut mistakes = Mistakes::default();
    pool::each(jobs, 0..rows.count(), &|| false, check, |index, findings| mistakes.add(index, findings));
    mistakes
}

/// The hash of something that sheets are made from, as hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    use sha2::{Digest as _, Sha256};
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The hash of all that a sheet depends on but its row; no two lists of parts give the same.
fn fingerprint<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> String {
    sha256(&in_turn(parts))
}

/// Parts one after the other, each with its length before it.
fn in_turn<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> Vec<u8> {
    let mut all = Vec::new();
    for part in parts {
        all.extend(part.len().to_le_bytes());
        all.extend(part);
    }
    all
}

/// Identifies a batch, so that its parts recognise each other: its ids in their order. An id with a mistake in it may be a name, and
/// counts as none.
fn identity(rows: &Rows) -> String {
    let ids = (0..rows.count()).map(|index| rows.id(index).filter(|_| rows.has_good_id(index)).unwrap_or_default());
    fingerprint(ids.map(str::as_bytes))[..16].to_owned()
}

/// The names of all files that a run may write.
fn outputs(rows: &Rows, folder: &Path, shard: Shard, merged: Option<&str>) -> Vec<PathBuf> {
    let manifest = shard.file_name("manifest", "", "jsonl");
    let sheets = shard.rows(rows.count()).filter_map(|index| Some(format!("{}.pdf", rows.id(index)?)));
    let names = sheets.filter(|name| !name.contains(['/', '\\'])).chain([manifest]).chain(merged.map(str::to_owned));
    names.map(|name| folder.join(name)).collect()
}

/// What a brand's sheets depend on: its text, the files that it names and those of languages; and the brand made ready.
type ReadBrand = (Result<Branding, Vec<Finding>>, Vec<Vec<u8>>);

/// Reads a brand, and keeps all that was read for it.
fn brand_with_files(asked: &str) -> Result<ReadBrand, Problem> {
    let (_, place) = library::BRANDS.locate(asked)?;
    let source = place.read()?;
    let read = std::cell::RefCell::new(vec![source.text.clone().into_bytes()]);
    let files = languages::files()?;
    read.borrow_mut().extend(files.iter().map(|(_, source)| source.text.clone().into_bytes()));
    let languages = languages::read(&files)?.value;
    let branding = branding::prepare(&source, &topics::vocabulary().all(), &languages, &|asset| {
        let bytes = library::read_asset(&place, asset)?;
        read.borrow_mut().push(bytes.clone());
        Ok(bytes)
    });
    Ok((branding, read.into_inner()))
}

/// Refuses a handout that cannot be read as one.
fn refuse_unreadable(source: &Arc<Source>) -> Result<(), Problem> {
    let read = model::load_handout(source, &topics::vocabulary());
    read.map(drop).map_err(|findings| Problem::Content(findings, NOTHING_WRITTEN.to_owned()))
}
