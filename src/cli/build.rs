//! `handout build`: everything is laid out first, and written only when nothing is wrong.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use super::print::{self, Failure};
use super::{BuildArguments, InkUse, clock, read};
use crate::app::files::{self, Batch, Readers};
use crate::app::library::{self, Wanted};
use crate::app::pool;
use crate::app::problem::{Problem, keep};
use crate::geom::{Format, Make};
use crate::model::Loaded;
use crate::model::handout::Handout;
use crate::{Leaflet, Settings, build_loaded, model};

/// Builds what was asked for.
pub fn build(arguments: &BuildArguments) -> Result<(), Failure> {
    let names = if arguments.handouts.is_empty() { library::HANDOUTS.names() } else { arguments.handouts.clone() };
    let to_stdout = arguments.output == Path::new("-");
    if to_stdout && (names.len() > 1 || arguments.format.len() > 1) {
        return Err(
            Problem::Usage("standard output takes one leaflet: name one handout and one format".to_owned()).into()
        );
    }
    let clock = clock::clock(arguments.today, false)?;
    let settings = Settings {
        format: None,
        large_print: arguments.large_print,
        press: arguments.press,
        low_ink: arguments.ink == InkUse::Low,
        fold_guides: arguments.fold_guide,
        timestamp: clock::source_date_epoch()?,
        clock,
        draft: arguments.draft,
        ..Settings::default()
    };
    reject_large_print(arguments)?;
    let mut findings = Vec::new();
    let asked_brand = arguments.brand.clone().map_or_else(library::default_brand, Ok)?;
    let (brand_name, branding) = library::brand(&asked_brand)?;
    let mut handouts = Vec::new();
    for name in &names {
        let (name, source) = read::handout(name)?;
        handouts.push((name, model::load::<Handout>(&source)));
    }
    let read = handouts.iter().flat_map(|(_, handout)| handout).map(|handout| &handout.value);
    let shelf = library::shelf(&Wanted::By(read.collect()))?;
    let outputs: Vec<PathBuf> = handouts
        .iter()
        .flat_map(|(name, _)| {
            formats(arguments).into_iter().map(|format| output_path(arguments, name, &brand_name, format))
        })
        .collect();
    reject_doubles(&outputs)?;
    let mut leaflets = Vec::new();
    let branding = keep(branding, &mut findings);
    let shelf = keep(shelf, &mut findings);
    let read = handouts.into_iter().filter_map(|(_, handout)| keep(handout, &mut findings));
    let read: Vec<Loaded<Handout>> = read.collect();
    if let (Some(branding), Some(shelf)) = (&branding, &shelf) {
        let formats = formats(arguments);
        let built = pool::map(read.len() * formats.len(), |index| {
            let (handout, format) = (&read[index / formats.len()], formats[index % formats.len()]);
            build_loaded(handout, branding, shelf, &Settings { format, ..settings })
        });
        leaflets.extend(built.into_iter().filter_map(|leaflet| keep(leaflet, &mut findings)));
    }
    if let Some(branding) = &branding {
        findings.extend(branding.findings.iter().cloned());
    }
    findings.dedup();
    if crate::diag::has_errors(&findings) {
        let outcome = match outputs.as_slice() {
            [only] if !to_stdout => format!("{} was not written", only.display()),
            _ => "nothing was written".to_owned(),
        };
        return Err(Problem::Content(findings, outcome).into());
    }
    print::show(&findings);
    if to_stdout {
        let Some(leaflet) = leaflets.first() else { return Ok(()) };
        let advice = print::show_but_advice(&leaflet.findings);
        print::write_stdout(&leaflet.pdf)?;
        print::tell_of(advice);
        return Ok(());
    }
    write(arguments, &outputs, &leaflets)
}

/// The formats asked for, or the brand's own.
fn formats(arguments: &BuildArguments) -> Vec<Option<Format>> {
    if arguments.format.is_empty() { vec![None] } else { arguments.format.iter().copied().map(Some).collect() }
}

fn output_path(arguments: &BuildArguments, name: &str, brand: &str, format: Option<Format>) -> PathBuf {
    let mut file = name.to_owned();
    if arguments.brand.is_some() {
        file.push('-');
        file.push_str(brand);
    }
    if let Some(format) = format {
        file.push('-');
        file.push_str(format.name());
    }
    if arguments.large_print {
        file.push_str("-large");
    }
    arguments.output.join(format!("{file}.pdf"))
}

/// Large print needs room for a line: says why a format cannot have it, and which can.
fn reject_large_print(arguments: &BuildArguments) -> Result<(), Problem> {
    let cannot = |format: &&Format| !matches!(format.make(), Make::Sheet | Make::Booklet);
    match arguments.format.iter().find(cannot) {
        Some(format) if arguments.large_print => Err(Problem::Usage(format!(
            "{} cannot be set in large print: at 18 points it would hold too few letters a line, and too little of the \
             leaflet; ask for sheets (--format a4 or letter) or a booklet",
            format.name()
        ))),
        _ => Ok(()),
    }
}

/// Where the reading edition of a leaflet goes.
fn reading_path(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem}-reading.pdf"))
}

/// What a format left out, in a line.
fn left_out(leaflet: &Leaflet) -> Option<String> {
    let (kept, gone) = (leaflet.kept?, &leaflet.left_out);
    if gone.is_empty() {
        return Some(format!("  holds all of the {kept} items"));
    }
    let mut text = format!("  holds {kept} of {} items; left out:", kept + gone.len());
    for candidate in gone {
        let _ = write!(text, "\n    {}: {}", candidate.section.name(), candidate.label);
    }
    Some(text)
}

fn reject_doubles(outputs: &[PathBuf]) -> Result<(), Problem> {
    let double = outputs.iter().enumerate().find(|(index, path)| outputs[..*index].contains(path));
    double.map_or(Ok(()), |(_, path)| {
        Err(Problem::Usage(format!("{} would be written twice: name each handout and format once", path.display())))
    })
}

fn write(arguments: &BuildArguments, outputs: &[PathBuf], leaflets: &[Leaflet]) -> Result<(), Failure> {
    let folder = &arguments.output;
    files::make_folder(folder, Readers::Everybody)
        .map_err(|error| Problem::output(&folder.display().to_string(), &error))?;
    let mut batch = Batch::new(Readers::Everybody);
    for (path, leaflet) in outputs.iter().zip(leaflets) {
        batch.write(path, &leaflet.pdf)?;
        if let Some(reading) = &leaflet.reading {
            batch.write(&reading_path(path), reading)?;
        }
        if arguments.report {
            batch.write(&path.with_extension("json"), report(leaflet).as_bytes())?;
        }
    }
    batch.commit()?;
    let mut advice = 0;
    for (path, leaflet) in outputs.iter().zip(leaflets) {
        advice += print::show_but_advice(&leaflet.findings);
        let (pages, kilobytes) = (leaflet.pages, leaflet.pdf.len().div_ceil(1000));
        print::message(&format!("wrote {} ({pages} pages, {kilobytes} kB)", path.display()));
        if leaflet.reading.is_some() {
            print::message(&format!("wrote {}, to read on a screen", reading_path(path).display()));
        }
        if let Some(text) = left_out(leaflet) {
            print::message(&text);
        }
    }
    print::tell_of(advice);
    Ok(())
}

/// What became of a leaflet, as JSON: pages, items kept and left out.
fn report(leaflet: &Leaflet) -> String {
    let gone = leaflet
        .left_out
        .iter()
        .map(|candidate| serde_json::json!({ "section": candidate.section.name(), "item": candidate.label }));
    let document = serde_json::json!({
        "pages": leaflet.pages,
        "bytes": leaflet.pdf.len(),
        "kept": leaflet.kept,
        "left_out": gone.collect::<Vec<_>>(),
    });
    format!("{document:#}\n")
}
