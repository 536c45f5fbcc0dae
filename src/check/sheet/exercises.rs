//! S001: an unknown exercise. S002: one that is not for this week. S005: a dose that cannot be read. S009: an override
//! of nothing. S013: an exercise twice. S014: the handout's own exercises that are not for this week.
//! S016: words of the library that contradict her dose.

use super::{SheetSubject, texts};
use crate::diag::{Finding, Place};
use crate::model::dose::{Dose, DoseEntry, DoseError, SaidDose};
use crate::model::exercise::Exercise;
use crate::model::handout::Stage;
use crate::model::patient::{self, ChosenExercise, Override};
use crate::model::plan::{Bar, Given, Moment};
use crate::model::{Located, Private};

/// Her exercises: those that were chosen, or else those of the handout that are for this week.
pub(super) fn given(subject: SheetSubject<'_>, moment: Option<Moment>, findings: &mut Vec<Finding>) -> Vec<Given> {
    let request = subject.request;
    let mut given: Vec<Given> = Vec::new();
    let mut barred: Vec<String> = Vec::new();
    for chosen in &request.exercises {
        let (id, said) = id_and_dose(chosen, findings);
        if given.iter().any(|other| other.id == id) || barred.contains(&id) {
            findings.push(
                Finding::error("S013", format!("the exercise `{id}` is given twice"))
                    .at(&chosen.id.place, "it stands above")
                    .help("keep it once"),
            );
            continue;
        }
        let Some(exercise) = subject.exercises.get(&id) else {
            findings.push(super::super::exercises::unknown_id("S001", &id, &chosen.id.place, subject.exercises));
            continue;
        };
        let note = texts::exercise_note(chosen.note.as_ref());
        let although = match (bar(subject, exercise, moment), override_of(request.overrides.iter(), &id)) {
            (Some(bar), Some(word)) => Some((bar, word.because.value.map(|because| words(because)))),
            (Some(bar), None) => {
                findings.push(refused(subject, &id, &chosen.id.place, bar, moment));
                barred.push(id);
                continue;
            }
            (None, _) => None,
        };
        let stage = subject.stage_at(moment);
        let (dose, without_limits) = said
            .and_then(|said| dose(chosen, &said, exercise, stage, findings))
            .map_or((None, Vec::new()), |(dose, without)| (Some(dose), without));
        given.push(Given { id, dose, without_limits, note: Private::new(note), although });
    }
    overrides(subject, &given, findings);
    if request.exercises.is_empty() { own(subject, moment, findings) } else { given }
}

/// The id and the dose that one entry names.
fn id_and_dose(chosen: &ChosenExercise, findings: &mut Vec<Finding>) -> (String, Option<SaidDose>) {
    let (id, short) = chosen.id.value.split_once(':').map_or((chosen.id.value.as_str(), None), |(id, dose)| {
        let dose = dose.trim();
        (id, (!dose.is_empty()).then(|| DoseEntry::Line(dose.to_owned())))
    });
    let entry = chosen.dose.as_ref().map(|dose| &dose.value).or(short.as_ref());
    let said = entry.and_then(|entry| entry.said().map_err(|error| findings.push(unread(chosen, error))).ok());
    (id.trim().to_owned(), said)
}

/// The dose that she is given of an exercise, and which of its limits contradict what was said: one sheet says one thing.
fn dose(
    chosen: &ChosenExercise,
    said: &SaidDose,
    exercise: &Exercise,
    stage: Stage,
    findings: &mut Vec<Finding>,
) -> Option<(Dose, Vec<usize>)> {
    let read = said.over(&exercise.dose_in(stage));
    let mut dose = read.map_err(|error| findings.push(unread(chosen, error))).ok()?;
    let parts = said.parts();
    let mut leave_out = |words: String| {
        findings.push(
            Finding::note("S016", format!("not printed for `{}`: {words}", exercise.name.value))
                .at(&chosen.id.place, "the dose that was said for her tells another number"),
        );
    };
    let limits = exercise.limits.iter().enumerate().filter(|(_, limit)| limit.applies_in(stage));
    let without: Vec<usize> = limits
        .filter(|(_, limit)| parts.is_contradicted_by(&limit.text.value))
        .map(|(index, limit)| {
            leave_out(format!("{}: {}", limit.when.value, limit.text.value));
            index
        })
        .collect();
    // Her own note is what the clinician said; the library's is left out as a limit is.
    let library_note = dose.note.take_if(|note| parts.note.is_none() && parts.is_contradicted_by(&note.value));
    library_note.into_iter().for_each(|note| leave_out(note.value));
    Some((dose, without))
}

/// A dose that cannot be taken.
fn unread(chosen: &ChosenExercise, error: DoseError) -> Finding {
    let (place, line) = match &chosen.dose {
        Some(Located { value: DoseEntry::Line(line), place }) => (place.clone(), Some(line.as_str())),
        Some(parts) => (parts.place.clone(), None),
        None => {
            let line = chosen.id.value.split_once(':').map_or("", |(_, line)| line.trim());
            (chosen.id.place.of(line), Some(line))
        }
    };
    let message = match line {
        Some(line) => format!("the dose `{}` cannot be read", shortened(line)),
        None => "this dose cannot be taken".to_owned(),
    };
    Finding::error("S005", message).at(&place, error.why).help(error.help)
}

/// A text that is not too long for a message.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}

fn bar(subject: SheetSubject<'_>, exercise: &Exercise, moment: Option<Moment>) -> Option<Bar> {
    let (own, stages) = (subject.handout.stage.value, &subject.topic.stages);
    moment.map_or_else(|| exercise.bar_in(own, stages), |moment| exercise.bar_at(moment, own, stages))
}

/// Why she does not get an exercise, and what she can do instead.
fn refused(subject: SheetSubject<'_>, id: &str, place: &Place, bar: Bar, moment: Option<Moment>) -> Finding {
    let handouts = subject.topic.stage_name(subject.handout.stage.value);
    let when = match moment {
        Some(moment) => format!("she is at {}", moment.words()),
        None if !subject.topic.stages.have_clock() => format!("the handout is for {handouts}"),
        None => format!("no week is given, and the handout is for {handouts}"),
    };
    let whom = match moment {
        Some(_) => "this week".to_owned(),
        None => format!("all of {handouts}"),
    };
    let why = match bar {
        Bar::OnBack(week) => format!("flat on the back, not after week {week}; {when}"),
        Bar::NotAfter(week) => format!("not after week {week}; {when}"),
        Bar::NotBefore(week) => format!("not before week {week}; {when}"),
        Bar::AfterBirthFrom(week) => format!("not before week {week} after birth; {when}"),
        Bar::Stage => format!("not for this stage; {when}"),
    };
    let mut finding = Finding::error("S002", format!("`{id}` is not for {whom}")).at(&place.of(id), why);
    let instead = subject.exercises.get(id).and_then(|exercise| exercise.instead.as_ref());
    let other = instead.and_then(|instead| subject.exercises.get_key_value(&instead.value));
    if let Some((other, exercise)) = other.filter(|(_, exercise)| bar_free(subject, exercise, moment)) {
        finding = finding.help(format!("give `{other}` ({}) instead", exercise.name.value));
    }
    if moment.is_none() && subject.topic.stages.have_clock() {
        finding = finding.help("tell the week: `week`, `due_date` or `weeks_after_birth`");
    }
    finding
        .help(format!("or take the responsibility: `handout sheet --override {id} --because \"…\"` prints the reason"))
}

fn bar_free(subject: SheetSubject<'_>, exercise: &Exercise, moment: Option<Moment>) -> bool {
    bar(subject, exercise, moment).is_none()
}

fn override_of<'a>(mut overrides: impl Iterator<Item = &'a Override>, id: &str) -> Option<&'a Override> {
    overrides.find(|word| word.exercise.value == id && !word.because.value.expose().trim().is_empty())
}

/// Overrides without a reason, or of what needs none.
fn overrides(subject: SheetSubject<'_>, given: &[Given], findings: &mut Vec<Finding>) {
    for word in &subject.request.overrides {
        let Located { value: id, place } = &word.exercise;
        let is_stage = *id == patient::STAGE;
        if word.because.value.expose().trim().is_empty() {
            findings.push(
                Finding::error("S009", format!("the override of `{id}` has no reason"))
                    .at(&word.because.place, "it is printed on the sheet, and kept in the report")
                    .help("say why she is given this exercise all the same"),
            );
        } else if is_stage {
            // Held against the week together with the handout.
        } else if !subject.request.exercises.iter().any(|chosen| chosen.id.value.split(':').next() == Some(id)) {
            findings.push(
                Finding::error("S009", format!("`{id}` is overridden, and not given"))
                    .at(place, "it is not among her exercises")
                    .help(format!("give it with `--exercise {id}`, or take the override out")),
            );
        } else if given.iter().any(|one| one.id == *id && one.although.is_none()) {
            findings.push(
                Finding::warning("S009", format!("`{id}` needs no override"))
                    .at(place, "it is for this week")
                    .help("take the override out"),
            );
        }
    }
}

/// The handout's exercises that are for this week.
fn own(subject: SheetSubject<'_>, moment: Option<Moment>, findings: &mut Vec<Finding>) -> Vec<Given> {
    let cards = subject.handout.exercises.iter().flat_map(|exercises| &exercises.cards);
    let mut given = Vec::new();
    for id in cards {
        let Some(exercise) = subject.exercises.get(&id.value) else { continue };
        if bar(subject, exercise, moment).is_some() {
            findings.push(
                Finding::note("S014", format!("`{}` is left out", id.value))
                    .at(&id.place, "it is one of the handout's exercises, and not for this week"),
            );
            continue;
        }
        given.push(Given {
            id: id.value.clone(),
            dose: None,
            without_limits: Vec::new(),
            note: Private::default(),
            although: None,
        });
    }
    given
}

/// A reason on one line.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
