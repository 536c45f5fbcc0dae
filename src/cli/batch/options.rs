//! Options of `batch`.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use time::Date;

use crate::app::batch::job::Merge;
use crate::app::batch::run::Policy;
use crate::app::batch::shard::Shard;
use crate::cli::clock;
use crate::model::day::DateOrder;
use crate::model::handout::SectionName;
use crate::model::rows::RowsFormat;

/// A section that a sheet can keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Section {
    /// Why the back hurts.
    Causes,
    /// What helps to prevent it.
    Prevention,
    /// What helps when it hurts.
    Treatments,
    /// Questions and answers.
    Questions,
}

impl From<Section> for SectionName {
    fn from(section: Section) -> Self {
        match section {
            Section::Causes => Self::Causes,
            Section::Prevention => Self::Prevention,
            Section::Treatments => Self::Treatments,
            Section::Questions => Self::Questions,
        }
    }
}

/// Arguments of `batch`.
#[derive(Debug, clap::Args)]
pub struct BatchArguments {
    /// The name of a handout, or its file, for rows that name none. Without it, each row's week chooses its handout.
    #[arg(value_name = "NAME|FILE")]
    pub handout: Option<String>,
    /// The file with one row for each sheet; `-` reads standard input.
    #[arg(long, value_name = "FILE")]
    pub rows: PathBuf,
    /// How the rows are written; without it, the file's ending tells.
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub rows_format: Option<Format>,
    /// The folder to write to.
    #[arg(short, long, value_name = "DIR", default_value = "out")]
    pub output: PathBuf,
    /// A brand's name, or its file.
    #[arg(long, value_name = "NAME|FILE")]
    pub brand: Option<String>,
    /// A section of the handout that every sheet keeps; give it once for each.
    #[arg(long = "section", value_enum, value_name = "NAME")]
    pub sections: Vec<Section>,
    /// How many sheets are made at the same time; without it, one for each processor core.
    #[arg(long, value_name = "N", value_parser = jobs)]
    pub jobs: Option<usize>,
    /// Keep sheets of an earlier run that are still right, and make the others.
    #[arg(long)]
    pub resume: bool,
    /// Remove the batch that the folder holds, as its manifests list it, and make this one.
    #[arg(long)]
    pub replace: bool,
    /// The secret that hashes in the manifest are keyed with; without it, `.handout/key` of the clinic's folder.
    #[arg(long, value_name = "FILE")]
    pub key_file: Option<PathBuf>,
    /// Let the files' group read them too; without it, the user alone can.
    #[arg(long)]
    pub group_readable: bool,
    /// Make the other sheets when one fails.
    #[arg(long)]
    pub keep_going: bool,
    /// Go on until this many rows have failed.
    #[arg(long, value_name = "N")]
    pub max_failures: Option<NonZeroUsize>,
    /// Make one part of the rows only: `2/5` is the second of five. Array jobs of Kubernetes and AWS Batch are noticed.
    #[arg(long, value_name = "I/N")]
    pub shard: Option<Shard>,
    /// How many parts there are, when `JOB_COMPLETION_INDEX` tells which this one is.
    #[arg(long, value_name = "N", conflicts_with = "shard")]
    pub shards: Option<NonZeroUsize>,
    /// Also write all sheets into one file for the printer, each starting on a front page.
    #[arg(long)]
    pub merge: bool,
    /// Write that one file alone.
    #[arg(long)]
    pub merge_only: bool,
    /// Make sheets in spite of errors, as far as that can be done, and mark every page as a draft.
    #[arg(long)]
    pub draft: bool,
    /// How days in figures are written, such as 04/12/2026; without it, only 2026-12-04 and `4 December 2026` are taken.
    #[arg(long, value_name = "ORDER")]
    pub dates: Option<DateOrder>,
    /// The day to take as today, such as 2026-11-20.
    #[arg(long, value_name = "DATE", value_parser = clock::day)]
    pub today: Option<Date>,
}

/// How rows are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// Cells with commas, semicolons or tabs between them, under a heading line.
    Csv,
    /// One JSON object a line.
    Jsonl,
}

impl From<Format> for RowsFormat {
    fn from(format: Format) -> Self {
        match format {
            Format::Csv => Self::Csv,
            Format::Jsonl => Self::JsonLines,
        }
    }
}

impl BatchArguments {
    /// Whether all sheets are put into one file.
    pub const fn merging(&self) -> Merge {
        match (self.merge_only, self.merge) {
            (true, _) => Merge::Only,
            (false, true) => Merge::Also,
            (false, false) => Merge::No,
        }
    }

    /// When failures end the run.
    pub fn policy(&self) -> Policy {
        match self.max_failures {
            Some(most) => Policy { most_failures: most.get() },
            None if self.keep_going => Policy { most_failures: usize::MAX },
            None => Policy { most_failures: 1 },
        }
    }
}

/// How a file of rows is written, by its ending.
pub fn format_of(path: &Path) -> Option<RowsFormat> {
    match path.extension()?.to_str()?.to_lowercase().as_str() {
        "csv" | "tsv" | "txt" => Some(RowsFormat::Csv),
        "jsonl" | "ndjson" => Some(RowsFormat::JsonLines),
        _ => None,
    }
}

fn jobs(text: &str) -> Result<usize, String> {
    text.parse().ok().filter(|jobs| (1..=1024).contains(jobs)).ok_or_else(|| "a number from 1 to 1024".to_owned())
}
