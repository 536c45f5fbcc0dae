//! `handout approve`: records that a clinician has read exactly this text, or all of a reading copy, and keeps the text.

use time::Date;

use super::clock;
use super::print::{Failure, message};
use crate::Settings;
use crate::app::approve::{self, Approval, Recorded, RecordedHandout};
use crate::model::approval::Role;

/// Arguments of `approve`.
#[derive(Debug, clap::Args)]
pub struct ApproveArguments {
    /// The name of a handout, or its file.
    #[arg(value_name = "NAME|FILE", required_unless_present = "all", conflicts_with = "all")]
    handout: Option<String>,
    /// Approve everything that a reading copy shows (`handout build --reading-copy`).
    #[arg(long)]
    all: bool,
    /// The code on the reading copy that was read: nothing is recorded when a text has changed since.
    #[arg(long, value_name = "CODE", requires = "all")]
    copy: Option<String>,
    /// The clinician's name, as it is printed.
    #[arg(long)]
    name: String,
    /// The clinician's role, from the list of roles, such as midwife, obstetric-physiotherapist or obstetrician.
    #[arg(long)]
    role: String,
    /// The brand that the handout was read under: its name, or its file.
    #[arg(long, value_name = "NAME|FILE")]
    brand: Option<String>,
    /// The day of approval, such as 2026-11-20; without it, today.
    #[arg(long, value_name = "DATE", value_parser = clock::day)]
    today: Option<Date>,
}

/// Records an approval in each handout's file.
pub fn approve(arguments: &ApproveArguments) -> Result<(), Failure> {
    let recorded = approve::approve(&Approval {
        handouts: arguments.handout.clone().map(|handout| vec![handout]),
        copy: arguments.copy.as_deref(),
        name: &arguments.name,
        role: &arguments.role,
        brand: arguments.brand.as_deref(),
        today: clock::today(arguments.today)?,
        settings: Settings { clock: clock::clock(arguments.today, true)?, ..Settings::default() },
    })?;
    if arguments.all && arguments.copy.is_none() {
        message(&format!(
            "note: without `--copy` and the code on the reading copy, a text may have changed since it was read; the \
             texts recorded here are those of the copy {}",
            recorded.copy
        ));
    }
    recorded.handouts.iter().for_each(|handout| tell(&recorded, handout));
    Ok(())
}

/// Says what was recorded of a handout, and who has still to approve it.
fn tell(recorded: &Recorded, handout: &RecordedHandout) {
    let (name, by, role) = (&handout.name, &recorded.by, recorded.role.id());
    if let Some(path) = &handout.copied_to {
        message(&format!("copied the library's leaflet to {}, since an approval needs a file", path.display()));
    }
    message(&match handout.is_new {
        true => format!("recorded that {by} ({role}) has approved {name}"),
        false => format!("{by} ({role}) has approved exactly this text of {name} before"),
    });
    if !recorded.is_asked_for {
        message("note: this role is printed, but it is none of those that this clinic asks for");
    }
    let missing: Vec<&str> = handout.missing.iter().copied().map(Role::phrase).collect();
    message(&match missing.as_slice() {
        [] => format!("every role that must approve {name} has approved it; it is no longer a draft"),
        missing => format!("still to approve {name}: {}", missing.join(", ")),
    });
}
