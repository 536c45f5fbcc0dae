//! `handout sheet`: one patient's sheet. Her name is on its pages and nowhere else.

mod request;

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser as _};
use time::Date;

use super::print::{self, Failure};
use super::{clock, read};
use crate::app::files::Readers;
use crate::app::problem::Problem;
use crate::app::sheet::Job;
use crate::geom::Format;
use crate::model::day::DateOrder;
use crate::model::patient::STAGE;
use crate::{Leaflet, Settings};

/// Arguments of `sheet`.
#[derive(Debug, clap::Args)]
pub struct SheetArguments {
    /// The handout's name, or its file; `-` reads it from standard input. Without it, her week chooses the handout.
    #[arg(value_name = "NAME|FILE")]
    handout: Option<String>,
    #[command(flatten)]
    options: request::Options,
    /// A YAML or JSON file that says the same; options go before it; `-` is standard input.
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// The folder to write to; `-` writes the sheet to standard output.
    #[arg(short, long, value_name = "DIR", default_value = "out")]
    output: PathBuf,
    /// A brand's name, or its file.
    #[arg(long, value_name = "NAME|FILE")]
    brand: Option<String>,
    /// The paper; without it, the brand's decides.
    #[arg(long, value_name = "PAPER", value_parser = paper_parser())]
    format: Option<Format>,
    /// Build in spite of errors in the handout, as far as that can be done, and mark every page as a draft.
    #[arg(long)]
    draft: bool,
    /// The day to take as today, such as 2026-11-20.
    #[arg(long, value_name = "DATE", value_parser = clock::day)]
    today: Option<Date>,
    /// How days in figures are written, such as 04/12/2026; without it, only 2026-12-04 and `4 December 2026` are taken.
    #[arg(long, value_name = "ORDER")]
    dates: Option<DateOrder>,
    /// Put the patient's name into the title that the file has of itself; without it, her name is on the pages alone.
    #[arg(long)]
    name_in_metadata: bool,
    /// Write a report beside the sheet, as JSON and without her name: exercises, overrides and their reasons as they were
    /// typed, findings.
    #[arg(long)]
    report: bool,
    /// Let the files' group read them too; without it, the user alone can.
    #[arg(long)]
    group_readable: bool,
}

/// Reads the name of a paper.
fn paper_parser() -> impl clap::builder::TypedValueParser<Value = Format> {
    let papers = [Format::A4, Format::Letter];
    let names = papers.map(|format| PossibleValue::new(format.name()).help(format.describe()));
    PossibleValuesParser::new(names)
        .map(move |name| papers.into_iter().find(|format| format.name() == name).expect("one of the possible values"))
}

/// Makes one sheet.
pub fn sheet(arguments: &SheetArguments) -> Result<(), Failure> {
    let folder = Some(arguments.output.as_path()).filter(|folder| *folder != Path::new("-"));
    refuse_streams(arguments, folder.is_none())?;
    let settings = Settings {
        format: arguments.format,
        timestamp: clock::source_date_epoch()?,
        clock: clock::clock(arguments.today, false)?,
        draft: arguments.draft,
        dates: arguments.dates,
        name_in_metadata: arguments.name_in_metadata,
        ..Settings::default()
    };
    let request = request::read(&arguments.options, arguments.from.as_deref())?;
    let handout = arguments.handout.as_deref().map(read::handout).transpose()?;
    let brand = arguments.brand.as_deref();
    let made = Job { handout, request, brand, settings }.make()?;
    print::show(&made.findings);
    let Some(folder) = folder else {
        print::show_but_advice(&made.sheet.findings);
        return print::write_stdout(&made.sheet.pdf);
    };
    let inputs = [arguments.handout.as_deref().map(Path::new), arguments.from.as_deref(), brand.map(Path::new)];
    let inputs: Vec<&Path> = inputs.into_iter().flatten().collect();
    let readers = Readers::of_patients(arguments.group_readable);
    let path = made.write(folder, &inputs, readers, arguments.report)?;
    tell(&made.sheet, &path);
    Ok(())
}

/// Refuses two things on one stream.
fn refuse_streams(arguments: &SheetArguments, to_stdout: bool) -> Result<(), Problem> {
    if to_stdout && arguments.report {
        return Err(Problem::Usage("a report is written beside a sheet: name a folder with --output".to_owned()));
    }
    if arguments.handout.as_deref() == Some("-") && arguments.from.as_deref() == Some(Path::new("-")) {
        return Err(Problem::Usage("standard input holds the handout or the request, not both".to_owned()));
    }
    Ok(())
}

/// Tells what was found and written.
fn tell(sheet: &Leaflet, path: &Path) {
    // What is left out of a sheet is told, though it is right that it is.
    print::show_but_advice(&sheet.findings);
    for word in sheet.prescribed.iter().flat_map(|prescribed| &prescribed.overrides) {
        let what = if word.exercise == STAGE { "the handout".to_owned() } else { format!("`{}`", word.exercise) };
        print::message(&format!("{what} is given although it is not for this week; the sheet says why"));
    }
    let (pages, kilobytes) = (sheet.pages, sheet.pdf.len().div_ceil(1000));
    print::message(&format!("wrote {} ({pages} pages, {kilobytes} kB)", path.display()));
}
