//! `handout approve`: records that a clinician has read exactly this text, or all of a reading copy, and keeps the text.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use time::Date;

use super::clock;
use super::print::{self, Failure};
use crate::app::files::{self, Batch, Readers};
use crate::app::library::{self, Located, Wanted};
use crate::app::problem::Problem;
use crate::app::{approved, pool, record};
use crate::compose::branding::Branding;
use crate::compose::shelf::Shelf;
use crate::diag::{Source, has_errors};
use crate::model::approval::{self, ROLES, Role, is_same_person};
use crate::model::handout::Handout;
use crate::{Settings, examine, model};

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
    let (name, role) = (person(&arguments.name)?, role(&arguments.role)?);
    let asked = arguments.brand.clone().map_or_else(library::default_brand, Ok)?;
    let branding = library::brand(&asked)?.1.map_err(refuse)?;
    let shelf = library::shelf(&Wanted::All)?.map_err(refuse)?;
    let clock = clock::clock(arguments.today, true)?;
    let desk = Desk {
        name: &name,
        role,
        today: clock::today(arguments.today)?,
        settings: Settings { clock, ..Settings::default() },
        branding: &branding,
        shelf: &shelf,
    };
    let names = match &arguments.handout {
        Some(name) => vec![name.clone()],
        None => library::HANDOUTS.names(),
    };
    let read: Result<Vec<Read>, Problem> =
        pool::map(names.len(), |index| desk.read(&names[index])).into_iter().collect();
    let read = read?;
    if arguments.all {
        same_copy(arguments.copy.as_deref(), &read)?;
    }
    let approved: Result<Vec<Option<Approved>>, Problem> = read.iter().map(|read| desk.approve(read)).collect();
    let approved = approved?;
    write(&approved)?;
    for (read, approved) in read.iter().zip(&approved) {
        desk.tell(read, approved.as_ref());
    }
    Ok(())
}

fn refuse(findings: Vec<crate::diag::Finding>) -> Problem {
    Problem::Content(findings, "nothing was recorded".to_owned())
}

/// A name on one line, its words one space apart.
fn person(words: &str) -> Result<String, Problem> {
    if words.trim().is_empty() || words.chars().any(char::is_control) {
        return Err(Problem::Usage("--name must be words on one line".to_owned()).into());
    }
    Ok(words.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// A role from the list.
fn role(words: &str) -> Result<Role, Problem> {
    Role::named(words).ok_or_else(|| {
        let ids: Vec<&str> = ROLES.iter().map(|role| role.id).collect();
        let shown: String = words.chars().filter(|c| !c.is_control()).take(60).collect();
        let hint = Role::nearest(words).map(|near| format!("did you mean `{near}`? ")).unwrap_or_default();
        Problem::Usage(format!("`{shown}` is not a role that can approve; {hint}the roles are {}", ids.join(", ")))
    })
}

/// Refuses when the texts are not those of the copy that was read; says so where that cannot be known.
fn same_copy(code: Option<&str>, read: &[Read]) -> Result<(), Problem> {
    let now = approval::copy_code(read.iter().map(|read| (read.name.as_str(), read.text.as_str())));
    match code {
        Some(code) if code.trim().eq_ignore_ascii_case(&now) => Ok(()),
        Some(code) => Err(Problem::Usage(format!(
            "a text has changed since the reading copy {}, or it is of another folder: this one would be {now}. \
             Nothing was recorded; make a new one with `handout build --reading-copy`, and read what it lists as new",
            code.chars().filter(|c| !c.is_control()).take(20).collect::<String>()
        ))),
        None => {
            print::message(&format!(
                "note: without `--copy` and the code on the reading copy, a text may have changed since it was read; the \
                 texts recorded here are those of the copy {now}"
            ));
            Ok(())
        }
    }
}

/// Who approves, and under which brand.
struct Desk<'a> {
    name: &'a str,
    role: Role,
    today: Date,
    settings: Settings,
    branding: &'a Branding,
    shelf: &'a Shelf,
}

/// A handout that is to be approved.
struct Read {
    name: String,
    place: Located,
    source: Arc<Source>,
    handout: Handout,
    /// The text that is approved.
    text: String,
}

/// A handout's file with one approval more.
struct Approved {
    path: PathBuf,
    file: String,
    kept: PathBuf,
    text: String,
    handout: Handout,
}

impl Desk<'_> {
    /// Reads and checks a handout; one with errors cannot be approved.
    fn read(&self, asked: &str) -> Result<Read, Problem> {
        let (name, place) = library::HANDOUTS.locate(asked)?;
        // What is approved is the clinic's own from then on, a leaflet of the library too.
        let source = place.read()?;
        let source = Source::new(source.name.as_str(), source.text.as_str());
        let examined = examine(&source, self.branding, self.shelf, &self.settings);
        let Some(handout) = examined.handout.filter(|_| !has_errors(&examined.findings)) else {
            return Err(refuse(examined.findings));
        };
        let text = approval::text(&handout, self.shelf.basis());
        Ok(Read { name, place, source, handout, text })
    }

    /// The file with the approval in it; none where the same person has approved this text in this role before.
    fn approve(&self, read: &Read) -> Result<Option<Approved>, Problem> {
        let Read { name, place, source, handout, text } = read;
        let hash = approval::hash(text);
        let mut own = handout
            .imprint
            .reviewed_by
            .iter()
            .filter(|review| review.hash.value == hash && is_same_person(&review.name.value, self.name));
        match own.next().map(|review| review.role.value) {
            Some(role) if role == self.role => return Ok(None),
            Some(role) => {
                return Err(Problem::Usage(format!(
                    "{} has approved {name} as {}; one person signs one role. Nothing was recorded",
                    self.name,
                    role.phrase()
                ))
                .into());
            }
            None => {}
        }
        let entry = record::Entry { name: self.name, role: self.role.id(), date: self.today, hash: &hash };
        let file = record::record(&source.text, &entry);
        // What was written must read as the same text, with one approval more.
        let again = model::load::<Handout>(&Source::new(source.name.as_str(), file.as_str()));
        let after = again.ok().map(|loaded| loaded.value).filter(|after| {
            let (before, now) = (handout.imprint.reviewed_by.len(), after.imprint.reviewed_by.len());
            approval::text(after, self.shelf.basis()) == *text && now == before + 1
        });
        let Some(after) = after else {
            return Err(Problem::Usage(format!(
                "{} is written in a way that cannot be added to; put this line under `reviewed_by:` yourself:\n{}",
                source.name,
                record::line(&entry)
            ))
            .into());
        };
        let number = hash.trim_start_matches(approval::VERSION);
        let kept = approved::folder().join(format!("{name}-{}.txt", &number[..12]));
        Ok(Some(Approved { path: own_path(name, place), file, kept, text: text.clone(), handout: after }))
    }

    /// Says what was recorded, and who has still to approve.
    fn tell(&self, read: &Read, approved: Option<&Approved>) {
        let name = &read.name;
        if let (Located::Bundled(_), Some(approved)) = (&read.place, approved) {
            let path = approved.path.display();
            print::message(&format!("copied the library's leaflet to {path}, since an approval needs a file"));
        }
        let (by, role) = (self.name, self.role.id());
        print::message(&match approved {
            Some(_) => format!("recorded that {by} ({role}) has approved {name}"),
            None => format!("{by} ({role}) has approved exactly this text of {name} before"),
        });
        let roles = self.shelf.approved.roles(&self.branding.brand);
        if !roles.contains(&self.role) {
            print::message("note: this role is printed, but it is none of those that this clinic asks for");
        }
        let after = approved.map_or(&read.handout, |approved| &approved.handout);
        let missing = approval::standing(after, self.shelf.basis(), &roles).missing;
        let missing: Vec<&str> = missing.into_iter().map(Role::phrase).collect();
        print::message(&match missing.as_slice() {
            [] => format!("all have approved {name} who must; it is no draft any more"),
            missing => format!("still to approve {name}: {}", missing.join(", ")),
        });
    }
}

/// The file that records the approval: the handout's own, or one of the clinic's for a handout of the library.
fn own_path(name: &str, place: &Located) -> PathBuf {
    match place {
        Located::File(path) => path.clone(),
        Located::Bundled(_) => Path::new(library::FOLDER).join(format!("{name}.yaml")),
    }
}

/// Writes the handouts with their approvals, and the texts that were approved: all of them or none.
fn write(approved: &[Option<Approved>]) -> Result<(), Problem> {
    if approved.iter().all(Option::is_none) {
        return Ok(());
    }
    let folder = approved::folder();
    let made = files::make_folder(&folder, Readers::Everybody);
    made.map_err(|error| Problem::output(&folder.display().to_string(), &error))?;
    let mut batch = Batch::new(Readers::Everybody);
    for approved in approved.iter().flatten() {
        batch.write(&approved.kept, approved.text.as_bytes())?;
        batch.write(&approved.path, approved.file.as_bytes())?;
    }
    batch.commit()
}
