//! `handout approve`: records that a clinician has read exactly this text, or all of a reading copy, and keeps the text.

use time::Date;

use super::clock;
use super::print::{Failure, message};
use crate::Settings;
use crate::app::approve::{self, Approval, Recorded, RecordedHandout, What};
use crate::model::approval::Role;

/// Arguments of `approve`.
#[derive(Debug, clap::Args)]
pub struct ApproveArguments {
    /// The name of a handout, or its file.
    #[arg(value_name = "NAME|FILE", required_unless_present_any = ["all", "topic"], conflicts_with_all = ["all", "topic"])]
    handout: Option<String>,
    /// Approve what leaflets print of a topic: safety texts, headings, calls. Once approved, it is so for all leaflets.
    #[arg(long, value_name = "NAME", conflicts_with = "all")]
    topic: Option<String>,
    /// The language of those texts, such as en or es; without it, the topic's first.
    #[arg(long, value_name = "TAG", requires = "topic")]
    language: Option<String>,
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
    let what = match (&arguments.handout, &arguments.topic) {
        (Some(handout), _) => What::Handout(handout.clone()),
        (None, Some(topic)) => What::Topic { name: topic.clone(), language: arguments.language.clone() },
        (None, None) => What::All,
    };
    let recorded = approve::approve(&Approval {
        what,
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
    recorded.topics.iter().for_each(|topic| {
        let what = format!("the topic's texts in `{}`", topic.language);
        tell(&recorded, &what, topic.is_new);
        tell_missing(&what, &topic.missing);
    });
    recorded.handouts.iter().for_each(|handout| tell_handout(&recorded, handout));
    Ok(())
}

/// Says that something is approved.
fn tell(recorded: &Recorded, what: &str, is_new: bool) {
    let (by, role) = (&recorded.by, recorded.role.id());
    message(&match is_new {
        true => format!("recorded that {by} ({role}) has approved {what}"),
        false => format!("{by} ({role}) has approved exactly this text of {what} before"),
    });
    if !recorded.is_asked_for {
        message("note: this role is printed, but it is none of those that this clinic asks for");
    }
}

/// Says who has still to approve something.
fn tell_missing(what: &str, missing: &[Role]) {
    let missing: Vec<&str> = missing.iter().copied().map(Role::phrase).collect();
    message(&match missing.as_slice() {
        [] => format!("every role that must approve {what} has approved it"),
        missing => format!("still to approve {what}: {}", missing.join(", ")),
    });
}

/// Says what was recorded of a handout, and who has still to approve it or its topic.
fn tell_handout(recorded: &Recorded, handout: &RecordedHandout) {
    let name = &handout.name;
    if let Some(path) = &handout.copied_to {
        message(&format!("copied the library's leaflet to {}, since an approval needs a file", path.display()));
    }
    tell(recorded, name, handout.is_new);
    match (handout.missing.as_slice(), handout.topic_missing.as_slice()) {
        ([], []) => message(&format!("every role that must approve {name} has approved it; it is no longer a draft")),
        ([], missing) => {
            tell_missing(name, &[]);
            tell_missing("the texts that it prints of its topic (`--topic`)", missing);
        }
        (missing, _) => tell_missing(name, missing),
    }
}
