//! `handout batch`: one personal sheet for each row of a file, by many hands.
//!
//! Rows are read and checked before the first sheet is made. Sheets are made by several threads, each written whole, and
//! a manifest says of every row what became of it. Nothing that is written or told has a patient's name in it but the
//! sheet itself.

mod options;
mod outcome;
mod progress;

use std::ops::Range;
use std::path::Path;

use super::print::{self, Failure};
use super::{clock, read};
use crate::Settings;
use crate::app::batch::folder::Folder;
use crate::app::batch::occupancy::Guest;
use crate::app::batch::outcome::Mistakes;
use crate::app::batch::press::Press as _;
use crate::app::batch::run::Run;
use crate::app::batch::shard::{self, Shard};
use crate::app::batch::sheets::{Materials, Sheets};
use crate::app::batch::{NOTHING_WRITTEN, find_mistakes, identity, outputs};
use crate::app::files::{self, Readers};
use crate::app::key::{self, Key};
use crate::app::pool;
use crate::app::problem::Problem;
use crate::model::rows::{self, Rows, RowsFormat};
pub use options::BatchArguments;
use progress::Progress;

/// The most mistakes that are printed.
const MOST_SHOWN: usize = 100;

/// Makes a sheet for each row.
pub fn batch(arguments: &BatchArguments) -> Result<(), Failure> {
    let shard = shard::chosen(arguments.shard, arguments.shards, &|name| std::env::var(name).ok())?;
    if arguments.handout.as_deref() == Some("-") && arguments.rows == Path::new("-") {
        return Err(Problem::Usage("the handout and the rows cannot both be on standard input".to_owned()).into());
    }
    let rows = read_rows(arguments)?;
    let clock = clock::clock(arguments.today, false)?;
    let timestamp = clock::source_date_epoch()?;
    let settings = Settings { timestamp, clock, draft: arguments.draft, dates: arguments.dates, ..Settings::default() };
    let named = arguments.handout.as_deref().map(read::handout).transpose()?;
    let materials = Materials::read(named, &rows, arguments.brand.as_deref(), settings)?;
    let sections = arguments.sections.iter().copied().map(Into::into).collect();
    let press = Sheets::new(&materials, sections)?;
    for findings in press.findings() {
        print::show_but_advice(findings);
    }
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
    print::warn_if_exposed(key::exposed(arguments.key_file.as_deref()));
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
        progress: &Progress::default(),
    };
    outcome::tell(&run.make(mistakes, arguments.resume)?, &folder)
}

/// Refuses to write over what the batch is made from.
fn refuse_inputs(arguments: &BatchArguments, rows: &Rows, shard: Shard, merged: Option<&str>) -> Result<(), Failure> {
    let handout = arguments.handout.as_deref().map(Path::new);
    let files = [handout, Some(&arguments.rows), arguments.key_file.as_deref()];
    let brand = arguments.brand.as_deref().map(Path::new);
    let inputs: Vec<&Path> = files.into_iter().chain([brand]).flatten().collect();
    Ok(files::refuse_inputs(&inputs, &outputs(rows, &arguments.output, shard, merged))?)
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
    let bytes = if is_stdin { read::stdin_bytes(limit) } else { files::read_limited(path, limit) };
    let bytes = bytes.map_err(|error| Problem::input(&name, &error))?;
    let read = rows::read(&name, &bytes, format).map(|rows| rows.with_dates(arguments.dates));
    read.map_err(|findings| {
        let more = findings.len().saturating_sub(MOST_SHOWN);
        let shown = findings.into_iter().take(MOST_SHOWN).collect();
        let told = if more > 0 { format!("and {more} more; nothing was written") } else { NOTHING_WRITTEN.to_owned() };
        Problem::Content(shown, told)
    })
}

/// Tells mistakes in rows; without `--keep-going`, one is enough to make nothing.
fn refuse_mistakes(arguments: &BatchArguments, mistakes: &Mistakes, range: &Range<usize>) -> Result<(), Failure> {
    let count = mistakes.count();
    if count == 0 {
        return Ok(());
    }
    outcome::tell_mistakes(mistakes);
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
        return Err(Failure::Found);
    }
    print::message(&format!("{told} and will be left out"));
    Ok(())
}
