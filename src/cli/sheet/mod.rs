//! `handout sheet`: one patient's sheet. Her name is on its pages and nowhere else.

mod report;
mod request;

use std::path::{Path, PathBuf};

use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser as _};
use time::Date;

use super::print::{self, Failure};
use super::{clock, read};
use crate::Settings;
use crate::app::files::{self, Batch, Readers};
use crate::app::leaflet::Leaflets;
use crate::app::library::{self, Wanted};
use crate::app::privacy;
use crate::app::problem::{Problem, keep};
use crate::diag::has_errors;
use crate::geom::Format;
use crate::model::day::DateOrder;
use crate::model::handout::Handout;
use crate::model::patient::STAGE;
use crate::sheet::{PreparedSheet, Sheet, file_stem};

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
    let to_stdout = arguments.output == Path::new("-");
    if to_stdout && arguments.report {
        return Err(Problem::Usage("a report is written beside a sheet: name a folder with --output".to_owned()).into());
    }
    if arguments.handout.as_deref() == Some("-") && arguments.from.as_deref() == Some(Path::new("-")) {
        return Err(Problem::Usage("standard input holds the handout or the request, not both".to_owned()).into());
    }
    let clock = clock::clock(arguments.today, false)?;
    let settings = Settings {
        format: arguments.format,
        timestamp: clock::source_date_epoch()?,
        clock,
        draft: arguments.draft,
        dates: arguments.dates,
        ..Settings::default()
    };
    let asked_brand = arguments.brand.clone().map_or_else(library::default_brand, Ok)?;
    let (_, branding) = library::brand(&asked_brand)?;
    let shelf = library::shelf(&Wanted::All)?;
    let asked = request::read(&arguments.options, arguments.from.as_deref())?;
    let mut findings = Vec::new();
    let branding = keep(branding, &mut findings);
    let shelf = keep(shelf, &mut findings);
    let request = keep(asked, &mut findings);
    let named = arguments.handout.as_deref();
    let brand = branding.as_ref().map(|branding| &branding.brand);
    let name = match named.map_or_else(
        || request.as_ref().map(|request| Leaflets::default().of(request, None, brand, &settings)).transpose(),
        |named| Ok(Some(named.to_owned())),
    ) {
        Ok(name) => name,
        Err(finding) => {
            findings.push(finding);
            None
        }
    };
    let Some(asked_handout) = name else {
        return Err(Problem::Content(privacy::nameless(findings), "no sheet was written".to_owned()).into());
    };
    let (name, source) = read::handout(&asked_handout)?;
    let stem = request.as_ref().map(|request| file_stem(request, &name));
    let built = match (&branding, &shelf, &request) {
        (Some(branding), Some(shelf), Some(request)) => {
            let prepared = PreparedSheet::new(&source, branding, shelf, &settings);
            let built =
                prepared.and_then(|prepared| prepared.with_name_in_metadata(arguments.name_in_metadata).build(request));
            keep(built, &mut findings)
        }
        _ => {
            findings.extend(crate::model::load::<Handout>(&source).err().unwrap_or_default());
            None
        }
    };
    if let Some(branding) = &branding {
        findings.extend(branding.findings.iter().cloned());
    }
    let findings = privacy::nameless(findings);
    let (Some(mut built), Some(stem), false) = (built, stem, has_errors(&findings)) else {
        return Err(Problem::Content(findings, "no sheet was written".to_owned()).into());
    };
    built.findings = privacy::nameless(built.findings);
    print::show(&findings);
    if to_stdout {
        print::show_but_advice(&built.findings);
        return print::write_stdout(&built.pdf);
    }
    let has_id = request.is_some_and(|request| request.id.is_some());
    let stem = if has_id { stem } else { without_id(&arguments.output, &stem, &built.pdf) };
    let report = arguments.report.then(|| report::json(&stem, &name, &built));
    write(arguments, &stem, &built, report.as_deref())
}

/// The name of a sheet without an id: `stem`, or with a number behind it, so that it takes no other patient's place. A sheet
/// that is there already, byte for byte, keeps its name.
fn without_id(folder: &Path, stem: &str, pdf: &[u8]) -> String {
    let taken = |stem: &String| {
        let found = files::read_limited(&folder.join(format!("{stem}.pdf")), pdf.len());
        // What cannot be read is told of when it is written.
        found.is_ok_and(|found| found != pdf)
    };
    let numbered = (2_u32..).map(|number| format!("{stem}-{number}"));
    std::iter::once(stem.to_owned()).chain(numbered).find(|stem| !taken(stem)).unwrap_or_else(|| stem.to_owned())
}

/// Writes the sheet, and its report beside it.
fn write(arguments: &SheetArguments, stem: &str, sheet: &Sheet, report: Option<&str>) -> Result<(), Failure> {
    let readers = Readers::of_patients(arguments.group_readable);
    let folder = &arguments.output;
    let (path, beside) = (folder.join(format!("{stem}.pdf")), folder.join(format!("{stem}.json")));
    let files = [
        arguments.handout.as_deref().map(Path::new),
        arguments.from.as_deref(),
        arguments.brand.as_deref().map(Path::new),
    ];
    files::refuse_inputs(&files.into_iter().flatten().collect::<Vec<_>>(), &[path.clone(), beside.clone()])?;
    files::make_folder(folder, readers).map_err(|error| Problem::output(&folder.display().to_string(), &error))?;
    let mut batch = Batch::new(readers);
    batch.write(&path, &sheet.pdf)?;
    if let Some(report) = report {
        batch.write(&beside, report.as_bytes())?;
    }
    batch.commit()?;
    // What is left out of a sheet is told, though it is right that it is.
    print::show_but_advice(&sheet.findings);
    for word in &sheet.overrides {
        let what = if word.exercise == STAGE { "the handout".to_owned() } else { format!("`{}`", word.exercise) };
        print::message(&format!("{what} is given although it is not for this week; the sheet says why"));
    }
    let (pages, kilobytes) = (sheet.pages, sheet.pdf.len().div_ceil(1000));
    print::message(&format!("wrote {} ({pages} pages, {kilobytes} kB)", path.display()));
    Ok(())
}
