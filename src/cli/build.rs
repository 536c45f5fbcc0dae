//! `handout build`: leaflets as PDF.

use std::fmt::Write as _;
use std::path::Path;

use super::print::{self, Failure};
use super::{BuildArguments, InkUse, clock, read};
use crate::app::build::{Built, Job, reading_path};
use crate::app::library;
use crate::app::problem::Problem;
use crate::{Leaflet, Settings};

/// Builds what was asked for.
pub fn build(arguments: &BuildArguments) -> Result<(), Failure> {
    let names = if arguments.handouts.is_empty() { library::HANDOUTS.names() } else { arguments.handouts.clone() };
    let folder = Some(arguments.output.as_path()).filter(|folder| *folder != Path::new("-"));
    if folder.is_none() && (names.len() > 1 || arguments.format.len() > 1) {
        let text = "standard output takes one leaflet: name one handout and one format";
        return Err(Problem::Usage(text.to_owned()).into());
    }
    let settings = Settings {
        large_print: arguments.large_print,
        press: arguments.press,
        low_ink: arguments.ink == InkUse::Low,
        fold_guides: arguments.fold_guide,
        timestamp: clock::source_date_epoch()?,
        clock: clock::clock(arguments.today, false)?,
        draft: arguments.draft,
        ..Settings::default()
    };
    let handouts = names.iter().map(|name| read::handout(name)).collect::<Result<_, _>>()?;
    let brand = arguments.brand.as_deref();
    let built = Job { handouts, brand, formats: &arguments.format, settings, folder }.build()?;
    print::show(&built.findings);
    match folder {
        Some(folder) => {
            built.write(folder, arguments.report)?;
            tell(&built);
        }
        None => {
            let Some((_, leaflet)) = built.leaflets.first() else { return Ok(()) };
            let advice = print::show_but_advice(&leaflet.findings);
            print::write_stdout(&leaflet.pdf)?;
            print::tell_of(advice);
        }
    }
    Ok(())
}

/// Tells what was found, written and left out.
fn tell(built: &Built) {
    let mut advice = 0;
    for (path, leaflet) in &built.leaflets {
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
