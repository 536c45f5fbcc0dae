//! `handout batch`: one personal sheet for each row of a file, by many hands.
//!
//! Rows are read and checked before the first sheet is made. Sheets are made by several threads, each written whole, and
//! a manifest says of every row what became of it. Nothing that is written or told has a patient's name in it but the
//! sheet itself.

pub mod folder;
pub mod manifest;
mod merge;
mod merger;
mod occupancy;
mod options;
mod outcome;
mod press;
mod progress;
mod run;
pub mod shard;
mod sheets;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

use super::files::{self, Readers};
use super::key::Key;
use super::print::{self, Problem};
use super::{clock, library, pool, privacy};
use crate::diag::Finding;
use crate::model::rows::{self, Rows, RowsFormat};
use crate::{Settings, model};
use folder::Folder;
use occupancy::Guest;
pub use options::BatchArguments;
use outcome::Mistakes;
use press::Press;
use run::Run;
use shard::Shard;
use sheets::{Materials, Sheets};

/// What is told when nothing was.
const NOTHING_WRITTEN: &str = "nothing was written";
/// The most mistakes that are printed.
const MOST_SHOWN: usize = 100;

/// Makes a sheet for each row.
pub fn batch(arguments: &BatchArguments) -> Result<(), Problem> {
    let shard = shard::chosen(arguments.shard, arguments.shards, &|name| std::env::var(name).ok())?;
    if arguments.handout.as_deref() == Some("-") && arguments.rows == Path::new("-") {
        return Err(Problem::Usage("the handout and the rows cannot both be on standard input".to_owned()));
    }
    let rows = read_rows(arguments)?;
    let clock = clock::clock(arguments.today, false)?;
    let timestamp = clock::source_date_epoch()?;
    let settings = Settings { timestamp, clock, draft: arguments.draft, dates: arguments.dates, ..Settings::default() };
    let materials = Materials::read(arguments.handout.as_deref(), &rows, arguments.brand.as_deref(), settings)?;
    let sections = arguments.sections.iter().copied().map(Into::into).collect();
    let press = Sheets::new(&materials, sections)?;
    let merged = arguments.wants_merged().then(|| shard.file_name(press.name(), "-merged", "pdf"));
    if merged.is_some() {
        press.merger().map_err(|findings| Problem::Content(findings, NOTHING_WRITTEN.to_owned()))?;
    }
    let jobs = arguments.jobs.unwrap_or_else(pool::cores);
    let range = shard.rows(rows.count());
    let mistakes = find_mistakes(&rows, &press, range.clone(), jobs, merged.as_deref());
    refuse_mistakes(arguments, &mistakes, &range)?;
    refuse_inputs(arguments, &rows, shard, merged.as_deref())?;
    let key = Key::find_or_make(arguments.key_file.as_deref())?;
    let folder = Folder::open(&arguments.output, shard, Readers::of_patients(arguments.group_readable))?;
    for path in outputs(&rows, &arguments.output, shard, merged.as_deref()) {
        files::refuse_link(&path).map_err(|error| Problem::output(&path.display().to_string(), &error))?;
    }
    let identity = identity(&rows);
    let ids = (0..rows.count()).filter_map(|index| rows.id(index)).collect();
    let (resume, replace) = (arguments.resume, arguments.replace);
    Guest { shard, identity: &identity, ids: &ids, resume, replace }.enter(&folder)?;
    let run = Run {
        rows: &rows,
        press: &press,
        store: &folder,
        shard,
        jobs,
        policy: arguments.policy(),
        merged,
        merge_only: arguments.merge_only,
        key: &key,
        identity: &identity,
    };
    run.make(mistakes, arguments.resume)?.tell(&folder)
}

/// Refuses to write over what the batch is made from.
fn refuse_inputs(arguments: &BatchArguments, rows: &Rows, shard: Shard, merged: Option<&str>) -> Result<(), Problem> {
    let handout = arguments.handout.as_deref().map(Path::new);
    let files = [handout, Some(&arguments.rows), arguments.key_file.as_deref()];
    let brand = arguments.brand.as_deref().map(Path::new);
    let inputs: Vec<&Path> = files.into_iter().chain([brand]).flatten().collect();
    files::refuse_inputs(&inputs, &outputs(rows, &arguments.output, shard, merged))
}

/// Reads the file of rows, or standard input.
fn read_rows(arguments: &BatchArguments) -> Result<Rows, Problem> {
    let path = &arguments.rows;
    let is_stdin = path == Path::new("-");
    let name = if is_stdin { "standard input".to_owned() } else { path.display().to_string() };
    let format = arguments.rows_format.map(RowsFormat::from).or_else(|| options::format_of(path)).ok_or_else(|| {
        Problem::Usage(format!("say how {name} is written with --rows-format csv or --rows-format jsonl"))
    })?;
    let limit = rows::MAX_BYTES;
    let bytes = if is_stdin { files::read_stdin(limit) } else { files::read_limited(path, limit) };
    let bytes = bytes.map_err(|error| Problem::input(&name, &error))?;
    let read = rows::read(&name, &bytes, format).map(|rows| rows.with_dates(arguments.dates));
    read.map_err(|findings| {
        let more = findings.len().saturating_sub(MOST_SHOWN);
        let shown = findings.into_iter().take(MOST_SHOWN).collect();
        let told = if more > 0 { format!("and {more} more; nothing was written") } else { NOTHING_WRITTEN.to_owned() };
        Problem::Content(shown, told)
    })
}

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
        findings.retain(|finding| finding.severity == crate::diag::Severity::Error && finding.allowed.is_none());
        findings
    };
    let mut mistakes = Mistakes::default();
    pool::each(jobs, 0..rows.count(), &|| false, check, |index, findings| mistakes.add(index, findings));
    mistakes
}

/// Tells mistakes in rows; without `--keep-going`, one is enough to make nothing.
fn refuse_mistakes(arguments: &BatchArguments, mistakes: &Mistakes, range: &Range<usize>) -> Result<(), Problem> {
    let count = mistakes.count();
    if count == 0 {
        return Ok(());
    }
    mistakes.tell();
    let told = match count {
        1 => "1 row has mistakes".to_owned(),
        count => format!("{count} rows have mistakes"),
    };
    let own = mistakes.rows().filter(|(index, _)| range.contains(index)).count();
    let nothing_left = own > 0 && own == range.len();
    let policy = arguments.policy();
    if nothing_left || !policy.goes_on_after(count) {
        let hint = if nothing_left || policy.goes_on_after(1) { "" } else { " (--keep-going makes the others)" };
        print::message(&format!("{told}; nothing was written{hint}"));
        return Err(Problem::Found);
    }
    print::message(&format!("{told} and will be left out"));
    Ok(())
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

/// By what the parts of a batch know each other: its ids in their order. An id with a mistake in it may be a name, and
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

/// What a brand's sheets depend on: its text and the files that it names; and the brand made ready.
type ReadBrand = (Result<crate::compose::branding::Branding, Vec<Finding>>, Vec<Vec<u8>>);

/// Reads a brand, and keeps all that was read for it.
fn brand_with_files(asked: &str) -> Result<ReadBrand, Problem> {
    let (_, place) = library::BRANDS.locate(asked)?;
    let source = place.read()?;
    let read = std::cell::RefCell::new(vec![source.text.clone().into_bytes()]);
    let branding = crate::compose::branding::prepare(&source, &|asset| {
        let bytes = library::read_asset(&place, asset)?;
        read.borrow_mut().push(bytes.clone());
        Ok(bytes)
    });
    Ok((branding, read.into_inner()))
}

/// A handout's text, with its name, if it can be read as one.
fn handout(asked: &str) -> Result<(String, std::sync::Arc<crate::diag::Source>), Problem> {
    let (name, source) = library::handout(asked)?;
    match model::load::<model::handout::Handout>(&source) {
        Ok(_) => Ok((name, source)),
        Err(findings) => Err(Problem::Content(findings, NOTHING_WRITTEN.to_owned())),
    }
}
