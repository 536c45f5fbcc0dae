//! `handout batch`: one personal sheet for each row of a file.

mod options;
mod outcome;
mod progress;

use std::path::Path;

use super::print::{self, Failure};
use super::{clock, read};
use crate::Settings;
use crate::app::batch::NOTHING_WRITTEN;
use crate::app::batch::job::{Ended, Job};
use crate::app::batch::shard;
use crate::app::files::{self, Readers};
use crate::app::problem::Problem;
use crate::app::{key, languages, pool};
use crate::model::day::DayWriting;
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
    let key_file = arguments.key_file.as_deref();
    let ended = Job {
        handout: arguments.handout.as_deref().map(read::handout).transpose()?,
        rows: &rows,
        brand: arguments.brand.as_deref(),
        settings: Settings {
            timestamp: clock::source_date_epoch()?,
            clock: clock::clock(arguments.today, false)?,
            draft: arguments.draft,
            dates: arguments.dates,
            ..Settings::default()
        },
        sections: arguments.sections.iter().copied().map(Into::into).collect(),
        folder: &arguments.output,
        readers: Readers::of_patients(arguments.group_readable),
        shard,
        jobs: arguments.jobs.unwrap_or_else(pool::cores),
        policy: arguments.policy(),
        resume: arguments.resume,
        replace: arguments.replace,
        merge: arguments.merging(),
        key_file,
        inputs: &inputs(arguments),
    }
    .run(&Progress::default())?;
    match ended {
        Ended::Refused { mistakes, nothing_left } => {
            outcome::tell_refusal(&mistakes, nothing_left, arguments.policy());
            Err(Failure::Found)
        }
        Ended::Made(made) => {
            print::warn_if_exposed(key::exposed(key_file));
            outcome::tell(&made)
        }
    }
}

/// The files that the batch is made from.
fn inputs(arguments: &BatchArguments) -> Vec<&Path> {
    let [handout, brand] = [&arguments.handout, &arguments.brand].map(|file| file.as_deref().map(Path::new));
    [handout, Some(&arguments.rows), arguments.key_file.as_deref(), brand].into_iter().flatten().collect()
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
    let days = DayWriting { order: arguments.dates, months: languages::all()?.months().clone() };
    let read = rows::read(&name, &bytes, format).map(|rows| rows.with_days(days));
    read.map_err(|findings| {
        let more = findings.len().saturating_sub(MOST_SHOWN);
        let shown = findings.into_iter().take(MOST_SHOWN).collect();
        let told = if more > 0 { format!("and {more} more; nothing was written") } else { NOTHING_WRITTEN.to_owned() };
        Problem::Content(shown, told)
    })
}
