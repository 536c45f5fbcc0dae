//! Approvals: that a clinician has read exactly this text, or all of a reading copy, is written into the handout's file, or
//! into that of the topic for the texts that are printed of it; and the text is kept.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use time::Date;

use super::files::{self, Batch, Readers};
use super::library::{self, Located, Wanted};
use super::problem::Problem;
use super::{approved, pool, record};
use crate::compose::branding::Branding;
use crate::compose::shelf::Shelf;
use crate::diag::{Finding, Source, has_errors};
use crate::model::approval::{self, ROLES, Review, Role, TopicReviews, is_same_person};
use crate::model::handout::Handout;
use crate::model::patterns::primary_language;
use crate::{Order, Settings, model};

/// Who approves what.
pub struct Approval<'a> {
    /// What is approved.
    pub what: What,
    /// The code on the reading copy that was read: nothing is recorded when a text has changed since.
    pub copy: Option<&'a str>,
    /// The clinician's name.
    pub name: &'a str,
    /// The clinician's role.
    pub role: &'a str,
    /// The brand that the texts were read under: its name, or its file.
    pub brand: Option<&'a str>,
    /// The day of approval.
    pub today: Date,
    /// What handouts are checked with.
    pub settings: Settings,
}

/// What is approved.
pub enum What {
    /// A handout, by name or file.
    Handout(String),
    /// What is printed of a topic in a language.
    Topic {
        /// The topic.
        name: String,
        /// The tag of the language; without one, the topic's first.
        language: Option<String>,
    },
    /// All handouts, and what is printed of the topic in their languages.
    All,
}

/// What was recorded.
pub struct Recorded {
    /// The clinician's name, as it is printed.
    pub by: String,
    /// The clinician's role.
    pub role: Role,
    /// Whether the clinic asks for this role.
    pub is_asked_for: bool,
    /// The code of the texts as they are now.
    pub copy: String,
    /// What became of each handout.
    pub handouts: Vec<RecordedHandout>,
    /// What became of the texts of the topic in each language.
    pub topics: Vec<RecordedTopic>,
}

/// What became of the texts of a topic in a language.
pub struct RecordedTopic {
    /// The language.
    pub language: String,
    /// Whether this approval is new.
    pub is_new: bool,
    /// The roles that have still to approve.
    pub missing: Vec<Role>,
}

/// What became of one handout.
pub struct RecordedHandout {
    /// Its name.
    pub name: String,
    /// Whether this approval is new; the same person may have approved this text before.
    pub is_new: bool,
    /// The clinic's file that was made for a handout of the library, since an approval needs a file.
    pub copied_to: Option<PathBuf>,
    /// The roles that have still to approve.
    pub missing: Vec<Role>,
    /// The roles that have still to approve the texts of its topic.
    pub topic_missing: Vec<Role>,
}

/// Records an approval in each handout's file.
///
/// # Errors
/// A text with errors, an unknown role, a text that has changed since it was read, or a file that cannot be written. Nothing
/// is recorded then.
pub fn approve(approval: &Approval<'_>) -> Result<Recorded, Problem> {
    let (name, role) = (person(approval.name)?, role(approval.role)?);
    let asked = approval.brand.map_or_else(library::default_brand, |brand| Ok(brand.to_owned()))?;
    let branding = library::brand(&asked)?.1.map_err(refuse)?;
    let shelf = library::shelf(&Wanted::All)?.map_err(refuse)?;
    let roles = shelf.approved.roles(&branding.brand);
    let (today, settings) = (approval.today, approval.settings);
    let desk = Desk { name: &name, role, today, settings, branding: &branding, shelf: &shelf, roles: &roles };
    let names = match &approval.what {
        What::Handout(name) => vec![name.clone()],
        What::Topic { .. } => Vec::new(),
        What::All => library::HANDOUTS.names(),
    };
    let read: Result<Vec<Read>, Problem> =
        pool::map(names.len(), |index| desk.read(&names[index])).into_iter().collect();
    let read = read?;
    let languages: BTreeSet<String> = match &approval.what {
        What::Handout(_) => BTreeSet::new(),
        What::Topic { name, language } => [desk.topic_language(name, language.as_deref())?].into(),
        What::All => read.iter().map(|read| primary_language(&read.handout.language.value)).collect(),
    };
    let basis = shelf.basis();
    let topic_texts: Vec<(String, String)> =
        languages.into_iter().filter_map(|language| basis.topic_text(&language).map(|text| (language, text))).collect();
    let copy = approval::copy_code(
        read.iter().map(|read| (read.name.as_str(), read.text.as_str())).chain(approval::named(&topic_texts)),
    );
    same_copy(approval.copy, &copy)?;
    let approved: Result<Vec<Option<Approved>>, Problem> = read.iter().map(|read| desk.approve(read)).collect();
    let approved = approved?;
    let (topics, reviews) = desk.approve_topic(&topic_texts)?;
    write(&approved, &topics)?;
    let shelf = Shelf { approved: approval::Approved { topic: reviews, ..shelf.approved.clone() }, ..shelf.clone() };
    let desk = Desk { shelf: &shelf, ..desk };
    let handouts = read.iter().zip(&approved).map(|(read, approved)| desk.recorded(read, approved.as_ref()));
    let handouts = handouts.collect();
    let of_topic = |(language, _): &(String, String)| RecordedTopic {
        language: language.clone(),
        is_new: topics.iter().any(|topic| topic.language == *language),
        missing: approval::topic_standing(language, shelf.basis(), &roles).missing,
    };
    let topics = topic_texts.iter().map(of_topic).collect();
    let is_asked_for = roles.contains(&role);
    Ok(Recorded { is_asked_for, role, copy, handouts, topics, by: name })
}

fn refuse(findings: Vec<Finding>) -> Problem {
    Problem::Content(findings, "nothing was recorded".to_owned())
}

/// A name on one line, its words one space apart.
fn person(words: &str) -> Result<String, Problem> {
    if words.trim().is_empty() || words.chars().any(char::is_control) {
        return Err(Problem::Usage("--name must be words on one line".to_owned()));
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

/// Refuses when the texts, whose code is `now`, are not those of the copy that was read.
fn same_copy(read: Option<&str>, now: &str) -> Result<(), Problem> {
    match read {
        Some(code) if !code.trim().eq_ignore_ascii_case(now) => Err(Problem::Usage(format!(
            "a text has changed since the reading copy {}, or it is of another folder: this one would be {now}. \
             Nothing was recorded; make a new one with `handout build --reading-copy`, and read what it lists as new",
            code.chars().filter(|c| !c.is_control()).take(20).collect::<String>()
        ))),
        _ => Ok(()),
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
    /// The roles that the clinic asks for.
    roles: &'a [Role],
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

/// The file of a topic's approvals with one approval more.
struct ApprovedTopic {
    language: String,
    path: PathBuf,
    file: String,
    kept: PathBuf,
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
    /// The shelf in the language of a handout.
    fn shelf_of(&self, handout: &Handout) -> Cow<'_, Shelf> {
        self.shelf.for_handout(handout, self.branding.language(&handout.language.value))
    }

    /// The language in which what is printed of a topic is approved.
    fn topic_language(&self, name: &str, language: Option<&str>) -> Result<String, Problem> {
        let topic = &self.shelf.topic;
        if topic.name != name {
            return Err(Problem::Usage(format!("there is no topic `{name}`; the topic is `{}`", topic.name)));
        }
        let known: Vec<&str> = topic.printed().keys().map(String::as_str).collect();
        let first = topic.about.languages.first().map(|first| first.value.as_str());
        let asked = primary_language(language.or(first).unwrap_or_default());
        if known.contains(&asked.as_str()) {
            return Ok(asked);
        }
        Err(Problem::Usage(format!("`{name}` has no texts in `{asked}`; it has them in: {}", known.join(", "))))
    }

    /// The file of the topic's approvals for each language in which one is new, and the approvals as they are then.
    fn approve_topic(&self, texts: &[(String, String)]) -> Result<(Vec<ApprovedTopic>, TopicReviews), Problem> {
        let path = approved::of_topic(&self.shelf.topic.name);
        let mut reviews = self.shelf.approved.topic.clone();
        let mut approved: Vec<ApprovedTopic> = Vec::new();
        for (language, text) in texts {
            let hash = approval::hash(text);
            let of_language = reviews.0.get(language).map_or(&[][..], Vec::as_slice);
            let what = format!("the topic's texts in `{language}`");
            if self.has_approved(of_language, &hash, &what)? {
                continue;
            }
            let entry = record::Entry { name: self.name, role: self.role.id(), date: self.today, hash: &hash };
            let file = record::of_topic(&reviews, language, &entry);
            let shown = path.display().to_string();
            reviews = model::load(&Source::new(shown, file.as_str())).map_err(refuse)?.value;
            let number = hash.trim_start_matches(approval::VERSION);
            let kept = approved::folder().join(format!("{}-{language}-{}.txt", self.shelf.topic.name, &number[..12]));
            approved.push(ApprovedTopic {
                language: language.clone(),
                path: path.clone(),
                file,
                kept,
                text: text.clone(),
            });
        }
        // Each file has those before it: only the last one is written.
        let last = approved.last().map(|last| last.file.clone());
        approved.iter_mut().for_each(|topic| topic.file = last.clone().unwrap_or_default());
        Ok((approved, reviews))
    }

    /// Whether this person has approved a text in this role before; an error where it was in another role.
    fn has_approved(&self, reviews: &[Review], hash: &str, what: &str) -> Result<bool, Problem> {
        let is_own = |review: &&Review| review.hash.value == hash && is_same_person(&review.name.value, self.name);
        match reviews.iter().find(is_own).map(|review| review.role.value) {
            None => Ok(false),
            Some(role) if role == self.role => Ok(true),
            Some(role) => Err(Problem::Usage(format!(
                "{} has approved {what} as {}; one person signs one role. Nothing was recorded",
                self.name,
                role.phrase()
            ))),
        }
    }

    /// Reads and checks a handout; one with errors cannot be approved.
    fn read(&self, asked: &str) -> Result<Read, Problem> {
        let (name, place) = library::HANDOUTS.locate(asked)?;
        // What is approved is the clinic's own from then on, a leaflet of the library too.
        let source = place.read()?;
        let source = Source::new(source.name.as_str(), source.text.as_str());
        let loaded = self.shelf.read_handout(&source).map_err(refuse)?;
        let (branding, shelf, settings) = (self.branding, self.shelf, self.settings);
        let findings =
            Order { handout: &loaded, branding, shelf, patient: None, settings }.check().proof().into_findings();
        if has_errors(&findings) {
            return Err(refuse(findings));
        }
        let handout = loaded.value;
        let text = approval::text(&handout, self.shelf_of(&handout).basis());
        Ok(Read { name, place, source, handout, text })
    }

    /// The file with the approval in it; none where the same person has approved this text in this role before.
    fn approve(&self, read: &Read) -> Result<Option<Approved>, Problem> {
        let Read { name, place, source, handout, text } = read;
        let hash = approval::hash(text);
        if self.has_approved(&handout.imprint.reviewed_by, &hash, name)? {
            return Ok(None);
        }
        let entry = record::Entry { name: self.name, role: self.role.id(), date: self.today, hash: &hash };
        let file = record::record(&source.text, &entry);
        // What was written must read as the same text, with one approval more.
        let again = self.shelf.read_handout(&Source::new(source.name.as_str(), file.as_str()));
        let after = again.ok().map(|loaded| loaded.value).filter(|after| {
            let (before, now) = (handout.imprint.reviewed_by.len(), after.imprint.reviewed_by.len());
            approval::text(after, self.shelf_of(after).basis()) == *text && now == before + 1
        });
        let Some(after) = after else {
            return Err(Problem::Usage(format!(
                "{} is written in a way that cannot be added to; put this line under `reviewed_by:` yourself:\n{}",
                source.name,
                record::line(&entry)
            )));
        };
        let number = hash.trim_start_matches(approval::VERSION);
        let kept = approved::folder().join(format!("{name}-{}.txt", &number[..12]));
        Ok(Some(Approved { path: own_path(name, place), file, kept, text: text.clone(), handout: after }))
    }

    /// What was recorded of a handout, and who has still to approve it.
    fn recorded(&self, read: &Read, approved: Option<&Approved>) -> RecordedHandout {
        let after = approved.map_or(&read.handout, |approved| &approved.handout);
        let is_copied = matches!(read.place, Located::Bundled(_));
        let shelf = self.shelf_of(after);
        let standing = approval::standing(after, shelf.basis(), self.roles);
        let (missing, topic_missing) = (standing.missing.clone(), standing.topic_missing.clone());
        RecordedHandout {
            name: read.name.clone(),
            is_new: approved.is_some(),
            copied_to: approved.filter(|_| is_copied).map(|approved| approved.path.clone()),
            missing,
            topic_missing,
        }
    }
}

/// The file that records the approval: the handout's own, or one of the clinic's for a handout of the library.
fn own_path(name: &str, place: &Located) -> PathBuf {
    match place {
        Located::File(path) => path.clone(),
        Located::Bundled(_) => Path::new(library::FOLDER).join(format!("{name}.yaml")),
    }
}

/// Writes the handouts and the topic's file with their approvals, and the texts that were approved: all of them or none.
fn write(approved: &[Option<Approved>], topics: &[ApprovedTopic]) -> Result<(), Problem> {
    if approved.iter().all(Option::is_none) && topics.is_empty() {
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
    for topic in topics {
        batch.write(&topic.kept, topic.text.as_bytes())?;
    }
    if let Some(topic) = topics.last() {
        let folder = topic.path.with_file_name("");
        let made = files::make_folder(&folder, Readers::Everybody);
        made.map_err(|error| Problem::output(&folder.display().to_string(), &error))?;
        batch.write(&topic.path, topic.file.as_bytes())?;
    }
    batch.commit()
}
