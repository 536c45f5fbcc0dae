//! `handout approve`: records that a clinician has read exactly this text, and keeps the text.

use std::path::{Path, PathBuf};

use time::Date;

use super::files::{self, Batch, Readers};
use super::library::{self, Located, Wanted};
use super::print::{self, Problem};
use super::{clock, record};
use crate::diag::{Source, has_errors};
use crate::model::approval::{self, Role};
use crate::{Settings, examine};

/// Arguments of `approve`.
#[derive(Debug, clap::Args)]
pub struct ApproveArguments {
    /// The name of a handout, or its file.
    #[arg(value_name = "NAME|FILE")]
    handout: String,
    /// The clinician's name, as it is printed.
    #[arg(long)]
    name: String,
    /// The clinician's role: a midwife, an obstetric physiotherapist and an obstetrician are needed.
    #[arg(long)]
    role: String,
    /// The brand that the handout was read under: its name, or its file.
    #[arg(long, value_name = "NAME|FILE")]
    brand: Option<String>,
    /// The day of approval, such as 2026-11-20; without it, today.
    #[arg(long, value_name = "DATE", value_parser = clock::day)]
    today: Option<Date>,
}

/// Records an approval in the handout's file.
pub fn approve(arguments: &ApproveArguments) -> Result<(), Problem> {
    for (option, value) in [("--name", &arguments.name), ("--role", &arguments.role)] {
        if value.trim().is_empty() || value.chars().any(char::is_control) {
            return Err(Problem::Usage(format!("{option} must be words on one line")));
        }
    }
    let (name, place) = library::HANDOUTS.locate(&arguments.handout)?;
    // What is approved is the clinic's own from then on, a leaflet of the library too.
    let source = place.read()?;
    let source = Source::new(source.name.as_str(), source.text.as_str());
    let path = own_path(&name, &place);
    let asked = arguments.brand.clone().map_or_else(library::default_brand, Ok)?;
    let not_recorded = || "nothing was recorded".to_owned();
    let refuse = |findings| Problem::Content(findings, not_recorded());
    let branding = library::brand(&asked)?.1.map_err(refuse)?;
    let shelf = library::shelf(&Wanted::All)?.map_err(refuse)?;
    let clock = clock::clock(arguments.today, true)?;
    let examined = examine(&source, &branding, &shelf, &Settings { clock, ..Settings::default() });
    let Some(handout) = examined.handout.filter(|_| !has_errors(&examined.findings)) else {
        return Err(refuse(examined.findings));
    };
    let text = approval::text(&handout, &shelf.exercises);
    let entry = record::Entry {
        name: arguments.name.trim(),
        role: arguments.role.trim(),
        date: clock::today(arguments.today)?,
        hash: &approval::hash(&text),
    };
    let recorded = record::record(&source.text, &entry);
    // What was written must read as the same text, with one approval more.
    let read =
        crate::model::load::<crate::model::handout::Handout>(&Source::new(source.name.as_str(), recorded.as_str()));
    let after = read.ok().map(|loaded| loaded.value).filter(|after| {
        let reviews = (after.imprint.reviewed_by.len(), handout.imprint.reviewed_by.len() + 1);
        approval::text(after, &shelf.exercises) == text && reviews.0 == reviews.1
    });
    let Some(after) = after else {
        let line = record::line(&entry);
        return Err(Problem::Usage(format!(
            "{} is written in a way that cannot be added to; put this line under `reviewed_by:` yourself:\n{line}",
            source.name
        )));
    };
    keep(&path, &name, &recorded, &text, entry.hash)?;
    if matches!(place, Located::Bundled(_)) {
        print::message(&format!("copied the library's leaflet to {}, since an approval needs a file", path.display()));
    }
    print::message(&format!("recorded that {} ({}) has approved {name}", entry.name, entry.role));
    if Role::named(entry.role).is_none() {
        print::message("note: this role is printed, but it is none of those that a leaflet needs");
    }
    let missing = approval::standing(&after, &shelf.exercises).missing;
    let missing: Vec<&str> = missing.into_iter().map(Role::phrase).collect();
    print::message(&match missing.as_slice() {
        [] => "all have approved who must; it is no draft any more".to_owned(),
        missing => format!("still to approve it: {}", missing.join(", ")),
    });
    Ok(())
}

/// The file that records the approval: the handout's own, or one of the clinic's for a handout of the library.
fn own_path(name: &str, place: &Located) -> PathBuf {
    match place {
        Located::File(path) => path.clone(),
        Located::Bundled(_) => Path::new(library::FOLDER).join(format!("{name}.yaml")),
    }
}

/// Writes the handout with its approval, and the text that was approved.
fn keep(path: &Path, name: &str, handout: &str, text: &str, hash: &str) -> Result<(), Problem> {
    let folder = library::approved_folder();
    let made = files::make_folder(&folder, Readers::Everybody);
    made.map_err(|error| Problem::output(&folder.display().to_string(), &error))?;
    let mut batch = Batch::new(Readers::Everybody);
    batch.write(&folder.join(format!("{name}-{}.txt", &hash[..12])), text.as_bytes())?;
    batch.write(path, handout.as_bytes())?;
    batch.commit()
}
