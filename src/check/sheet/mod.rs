//! What is wrong with the request for a personal sheet: a request and its handout in, a plan and findings out.
//!
//! Exercises are held against the week. Nothing here repeats what is [`Private`].

mod dates;
mod exercises;
mod explained;
mod texts;

use super::Clock;
use crate::diag::Finding;
use crate::language::is_same_language;
use crate::model::brand::Brand;
use crate::model::day::DayWriting;
use crate::model::exercise::Library;
use crate::model::handout::{Handout, SectionName, Stage};
use crate::model::patient::SheetRequest;
use crate::model::plan::{Moment, Plan};
use crate::model::stages::StageClock;
use crate::model::{Private, ids};
use crate::text::fonts::FontSet;
use crate::topic::Topic;

pub use explained::EXPLANATIONS;

/// Codes whose findings never quote what they point at.
pub const QUOTE_NOTHING: [&str; 3] = ["S004", "S006", "S008"];

/// What is looked at.
#[derive(Clone, Copy, Debug)]
pub struct SheetSubject<'a> {
    /// What is asked for.
    pub request: &'a SheetRequest,
    /// The handout that the sheet is of.
    pub handout: &'a Handout,
    /// What the handout is about.
    pub topic: &'a Topic,
    /// The exercises there are.
    pub exercises: &'a Library,
    /// The brand it is printed under.
    pub brand: &'a Brand,
    /// The faces it is set in.
    pub fonts: &'a FontSet,
    /// What day it is.
    pub clock: Clock,
    /// How days are written.
    pub days: &'a DayWriting,
}

/// What a request comes to, and everything that is found in it.
#[must_use]
pub fn check(subject: SheetSubject<'_>) -> (Plan, Vec<Finding>) {
    let mut findings = Vec::new();
    id(subject, &mut findings);
    language(subject, &mut findings);
    let dates::Days { date, next_visit, moment } = dates::days(subject, &mut findings);
    let although_stage = fitting(subject, moment, &mut findings);
    sections(subject, &mut findings);
    let given = exercises::given(subject, moment, &mut findings);
    let note = texts::check(subject, &mut findings);
    let stage = subject.stage_at(moment);
    let (note, next_visit) = (Private::new(note), Private::new(next_visit));
    (Plan { date, next_visit, moment, stage, given, note, although_stage }, findings)
}

impl SheetSubject<'_> {
    /// Her stage: that of the moment, or else the handout's.
    fn stage_at(&self, moment: Option<Moment>) -> Stage {
        moment.and_then(|moment| self.topic.stages.at(moment)).unwrap_or(self.handout.stage.value)
    }
}

/// The moment that a request tells, as far as it can be read.
#[must_use]
pub fn moment(request: &SheetRequest, clock: Clock, days: &DayWriting) -> Option<Moment> {
    dates::moment_told(request, clock, days)
}

/// What the file is called.
fn id(SheetSubject { request, .. }: SheetSubject<'_>, findings: &mut Vec<Finding>) {
    let Some(id) = &request.id else { return };
    if let Some(why) = ids::fault(&id.value) {
        findings.push(
            Finding::error("S006", "this `id` cannot name a file")
                .at(&id.place, why)
                .help("use the number of the visit, such as `visit-0412`"),
        );
    } else if request.patient.as_ref().is_some_and(|name| ids::holds_part(&id.value, name.value.expose())) {
        // Without its place: the line would show what must not be seen.
        findings.push(
            Finding::error("S006", "the `id` holds a part of the patient's name, and file names are seen by everybody")
                .help("use the number of the visit, such as `visit-0412`, or leave the id out"),
        );
    }
}

/// A sheet has the language of its handout.
fn language(SheetSubject { request, handout, .. }: SheetSubject<'_>, findings: &mut Vec<Finding>) {
    let Some(asked) = &request.language else { return };
    let own = &handout.language.value;
    if !is_same_language(&asked.value, own) {
        findings.push(
            Finding::error("S012", format!("this handout is not written in `{}`", asked.value))
                .at(&asked.place, format!("its language is `{own}`"))
                .help("name a handout in that language, or leave `language` out"),
        );
    }
}

/// A handout whose stage is not hers has other warning signs than she needs: it is refused, unless somebody says why.
fn fitting(
    SheetSubject { request, handout, topic, .. }: SheetSubject<'_>,
    moment: Option<Moment>,
    findings: &mut Vec<Finding>,
) -> Option<Private<String>> {
    let own = handout.stage.value;
    let asked = request.stage_override();
    let Some(moment) = moment else {
        if request.places_of_week().next().is_none() {
            findings.extend(without_week(request, handout, topic));
        }
        return None;
    };
    let hers = topic.stages.at(moment);
    if hers.is_some_and(|hers| own == Stage::Any || hers == own) {
        findings.extend(asked.map(|word| {
            Finding::warning("S009", "the handout needs no override")
                .at(&word.exercise.place, "it is for her week")
                .help("take the override out")
        }));
        return None;
    }
    if let Some(word) = asked {
        return Some(word.because.value.map(|why| why.split_whitespace().collect::<Vec<_>>().join(" ")));
    }
    let place = request.places_of_week().next().unwrap_or(&handout.stage.place);
    let finding = Finding::error("S010", format!("this handout is not for {}", moment.words()));
    let finding = match hers {
        Some(hers) => finding
            .at(
                place,
                format!("the handout is for {}; its warning signs are those of that stage", topic.stage_name(own)),
            )
            .help(format!("use a handout for {}, or name none: the week then chooses it", topic.stage_name(hers))),
        None => finding
            .at(place, format!("“{}” says nothing of that time", topic.about.title.value))
            .help("leave the week out, when what she is given does not depend on it"),
    };
    findings.push(finding.help("or take the responsibility: `--override stage --because \"…\"` prints the reason"));
    None
}

/// What to say where nobody tells the week.
fn without_week(request: &SheetRequest, handout: &Handout, topic: &Topic) -> Option<Finding> {
    let place = request.handout.as_ref().map_or(&handout.stage.place, |named| &named.place);
    let stage = handout.stage.value;
    match topic.stages.clock(stage) {
        StageClock::None => None,
        StageClock::WeeksAfterBirth => Some(
            Finding::error("S017", "the weeks after birth are not told")
                .at(place, "what she may do changes from week to week after birth")
                .help("tell them: `weeks_after_birth`"),
        ),
        StageClock::Pregnancy => Some(
            Finding::note("S017", "no week is told")
                .at(place, format!("the sheet is for all of {}", topic.stage_name(stage)))
                .help("tell the week: `week`, `due_date` or `weeks_after_birth`"),
        ),
    }
}

/// Sections that the handout does not have.
fn sections(SheetSubject { request, handout, .. }: SheetSubject<'_>, findings: &mut Vec<Finding>) {
    for asked in &request.sections {
        let (name, there) = match asked.value {
            SectionName::Causes => ("causes", handout.causes.is_some()),
            SectionName::Prevention => ("prevention", handout.prevention.is_some()),
            SectionName::Treatments => ("treatments", handout.treatments.is_some()),
            SectionName::Questions => ("questions", handout.questions.is_some()),
        };
        if !there {
            findings.push(
                Finding::error("S011", format!("this handout has no section `{name}`"))
                    .at(&asked.place, "there is nothing to keep")
                    .help("leave it out"),
            );
        }
    }
}
