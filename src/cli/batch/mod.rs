//! `handout batch`: one personal sheet for each row of a file, by many hands.
//!
//! Rows are read and checked before the first sheet is made. Sheets are made by several threads, each written whole, and
//! a manifest says of every row what became of it. Nothing that is written or told has a patient's name in it but the
//! sheet itself.

pub mod folder;
pub mod manifest;
mod merge;
mod merger;
mod options;
mod outcome;
mod press;
mod progress;
mod run;
pub mod shard;
mod sheets;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::path::Path;

use super::print::{self, Problem};
use super::{clock, files, library, pool};
use crate::diag::Finding;
use crate::model::rows::{self, Rows, RowsFormat};
use crate::{Settings, model};
use folder::Folder;
pub use options::BatchArguments;
use outcome::Mistakes;
use press::Press;
use run::Run;
use sheets::{Materials, Sheets};

/// What is told when nothing was.
const NOTHING_WRITTEN: &str = "nothing was written";
/// The most mistakes that are printed.
const MOST_SHOWN: usize = 100;

/// Makes a sheet for each row.
pub fn batch(arguments: &BatchArguments) -> Result<(), Problem> {
    let shard = shard::chosen(arguments.shard, arguments.shards, &|name| std::env::var(name).ok())?;
    if arguments.handout == "-" && arguments.rows == Path::new("-") {
        return Err(Problem::Usage("the handout and the rows cannot both be on standard input".to_owned()));
    }
    let rows = read_rows(arguments)?;
    let clock = clock::clock(arguments.today, false)?;
    let timestamp = clock::source_date_epoch()?;
    let settings = Settings { timestamp, clock, draft: arguments.draft, dates: arguments.dates, ..Settings::default() };
    let materials = Materials::read(&arguments.handout, arguments.brand.as_deref(), settings)?;
    let sections = arguments.sections.iter().copied().map(Into::into).collect();
    let press = Sheets::new(&materials, &alphabet(&rows), sections)?;
    let merged = arguments.wants_merged().then(|| shard.file_name(press.name(), "-merged", "pdf"));
    if merged.is_some() {
        press.merger().map_err(|findings| Problem::Content(findings, NOTHING_WRITTEN.to_owned()))?;
    }
    let jobs = arguments.jobs.unwrap_or_else(pool::cores);
    let range = shard.rows(rows.count());
    let mistakes = find_mistakes(&rows, &press, range.clone(), jobs, merged.as_deref());
    refuse_mistakes(arguments, &mistakes, &range)?;
    let folder = Folder::open(&arguments.output, shard)?;
    let run = Run {
        rows: &rows,
        press: &press,
        store: &folder,
        shard,
        jobs,
        policy: arguments.policy(),
        merged,
        merge_only: arguments.merge_only,
    };
    run.make(mistakes, arguments.resume)?.tell(&folder)
}

/// The characters that sheets of these rows can hold: those of the rows, and all of ASCII. Every sheet's faces have them,
/// so that the faces are cut down and deflated once a batch.
fn alphabet(rows: &Rows) -> String {
    let mut characters: BTreeSet<char> = (' '..='~').collect();
    for index in 0..rows.count() {
        let (request, _) = rows.request(index);
        let texts = [&request.patient, &request.clinician, &request.note, &request.next_visit];
        characters.extend(texts.into_iter().flatten().flat_map(|text| text.value.chars()));
    }
    characters.into_iter().filter(|c| !c.is_control() && !c.is_whitespace()).collect()
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
            findings.extend(press::without_names(press.check(&request), &request, rows.source()));
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

/// The hash of all that a sheet depends on but its row: each part with its length before it, so that no two lists of
/// parts give the same.
fn fingerprint<'p>(parts: impl IntoIterator<Item = &'p [u8]>) -> String {
    let mut all = Vec::new();
    for part in parts {
        all.extend(part.len().to_le_bytes());
        all.extend(part);
    }
    sha256(&all)
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
