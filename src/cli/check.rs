//! `handout check`: reads everything, writes nothing, and tells all that it finds.

use std::path::PathBuf;

use clap::ValueEnum;
use time::Date;

use super::print::{self, Failure};
use super::{clock, read};
use crate::app::check::{Inspection, inspect};
use crate::app::report;
use crate::diag::{self, Finding};
use crate::{Settings, gate};

/// Arguments of `check`.
#[derive(Debug, clap::Args)]
pub struct CheckArguments {
    /// Names of handouts or exercises, or files of any kind; `-` reads one from standard input. Without any, everything.
    #[arg(value_name = "NAME|FILE")]
    names: Vec<String>,
    /// The brand that handouts are checked under: its name, or its file.
    #[arg(long, value_name = "NAME|FILE")]
    brand: Option<String>,
    /// How findings are printed.
    #[arg(long, value_enum, value_name = "FORMAT", default_value_t = OutputFormat::Human)]
    output_format: OutputFormat,
    /// Take warnings for errors.
    #[arg(long)]
    strict: bool,
    /// Write a report on each handout, as JSON and as a page to read, into this folder.
    #[arg(long, value_name = "DIR", num_args = 0..=1, default_missing_value = "out", require_equals = true)]
    report: Option<PathBuf>,
    /// The day to take as today, such as 2026-11-20.
    #[arg(long, value_name = "DATE", value_parser = clock::day)]
    today: Option<Date>,
    /// What standard input is called in findings; its folder and ending tell what kind of file it is.
    #[arg(long, value_name = "FILE")]
    stdin_filename: Option<PathBuf>,
}

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum OutputFormat {
    /// With snippets and carets, for people.
    Human,
    /// One JSON document, for scripts and editors.
    Json,
    /// SARIF 2.1.0, for code hosts.
    Sarif,
}

/// Checks what was asked for.
pub fn check(arguments: &CheckArguments) -> Result<(), Failure> {
    let stdin_filename = arguments.stdin_filename.as_deref();
    let targets = arguments.names.iter().map(|name| read::target(name, stdin_filename));
    let inspected = inspect(Inspection {
        targets: targets.collect::<Result<_, _>>()?,
        brand: arguments.brand.as_deref(),
        strict: arguments.strict,
        settings: Settings { clock: clock::clock(arguments.today, true)?, ..Settings::default() },
    })?;
    tell(&inspected.findings, arguments.output_format)?;
    if let Some(folder) = &arguments.report {
        for (page, data) in report::write(folder, &inspected.reports)? {
            print::message(&format!("wrote {} and {}", page.display(), data.display()));
        }
    }
    if diag::has_errors(&inspected.findings) { Err(Failure::Found) } else { Ok(()) }
}

/// Prints findings to standard output.
fn tell(findings: &[Finding], format: OutputFormat) -> Result<(), Failure> {
    match format {
        OutputFormat::Human => print::show_as_data(findings),
        OutputFormat::Json => print::write_stdout(diag::render_json(findings).as_bytes()),
        OutputFormat::Sarif => {
            let explanations: Vec<_> = gate::explain::all().collect();
            print::write_stdout(diag::render_sarif(findings, &explanations).as_bytes())
        }
    }
}
