//! S001: an unknown exercise. S002: one that is not for this week. S005: a dose that cannot be read. S009: an override
//! of nothing. S013: an exercise twice. S014: the handout's own exercises that are not for this week.

use super::{SheetSubject, stage_name, texts};
use crate::diag::{Finding, Place};
use crate::model::Located;
use crate::model::exercise::Exercise;
use crate::model::patient::{ChosenExercise, Override};
use crate::model::plan::{Bar, Given, Moment, OwnDose};

/// Her exercises: those that were chosen, or else those of the handout that are for this week.
pub(super) fn given(subject: SheetSubject<'_>, moment: Option<Moment>, findings: &mut Vec<Finding>) -> Vec<Given> {
    let request = subject.request;
    let mut given: Vec<Given> = Vec::new();
    let mut barred: Vec<String> = Vec::new();
    for chosen in &request.exercises {
        let (id, dose) = id_and_dose(chosen, findings);
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
            (Some(bar), Some(word)) => Some((bar, words(&word.because.value))),
            (Some(bar), None) => {
                findings.push(refused(subject, &id, &chosen.id.place, bar, moment));
                barred.push(id);
                continue;
            }
            (None, _) => None,
        };
        given.push(Given { id, dose, note, although });
    }
    overrides(subject, &given, findings);
    if request.exercises.is_empty() { own(subject, moment, findings) } else { given }
}

/// The id and the dose that one entry names.
fn id_and_dose(chosen: &ChosenExercise, findings: &mut Vec<Finding>) -> (String, Option<OwnDose>) {
    let (id, short) = chosen.id.value.split_once(':').map_or((chosen.id.value.as_str(), None), |(id, dose)| {
        let dose = dose.trim();
        (id, (!dose.is_empty()).then_some((dose, &chosen.id.place)))
    });
    let long = chosen.dose.as_ref().map(|dose| (dose.value.as_str(), &dose.place));
    let asked = long.or(short);
    let dose = asked.and_then(|(text, _)| OwnDose::parse(text));
    if let Some((text, place)) = asked.filter(|_| dose.is_none()) {
        findings.push(
            Finding::error("S005", format!("the dose `{text}` cannot be read"))
                .at(&place.of(text), "1 to 20 sets of 1 to 100 times, or of 1 to 300 seconds")
                .help("write `3x10` for three sets of ten, or `3x20s` for three times of twenty seconds"),
        );
    }
    (id.trim().to_owned(), dose)
}

fn bar(subject: SheetSubject<'_>, exercise: &Exercise, moment: Option<Moment>) -> Option<Bar> {
    moment.map_or_else(|| exercise.bar_in(subject.handout.stage.value), |moment| exercise.bar_at(moment))
}

/// Why she does not get an exercise, and what she can do instead.
fn refused(subject: SheetSubject<'_>, id: &str, place: &Place, bar: Bar, moment: Option<Moment>) -> Finding {
    let handouts = stage_name(subject.handout.stage.value);
    let when = match moment {
        Some(moment) => format!("she is at {}", moment.words()),
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
    if moment.is_none() {
        finding = finding.help("tell the week: `week`, `due_date` or `weeks_after_birth`");
    }
    finding
        .help(format!("or take the responsibility: `handout sheet --override {id} --because \"…\"` prints the reason"))
}

fn bar_free(subject: SheetSubject<'_>, exercise: &Exercise, moment: Option<Moment>) -> bool {
    bar(subject, exercise, moment).is_none()
}

fn override_of<'a>(mut overrides: impl Iterator<Item = &'a Override>, id: &str) -> Option<&'a Override> {
    overrides.find(|word| word.exercise.value == id && !word.because.value.trim().is_empty())
}

/// Overrides without a reason, or of what needs none.
fn overrides(subject: SheetSubject<'_>, given: &[Given], findings: &mut Vec<Finding>) {
    for word in &subject.request.overrides {
        let Located { value: id, place } = &word.exercise;
        if word.because.value.trim().is_empty() {
            findings.push(
                Finding::error("S009", format!("the override of `{id}` has no reason"))
                    .at(&word.because.place, "it is printed on the sheet, and kept in the report")
                    .help("say why she is given this exercise all the same"),
            );
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
        given.push(Given { id: id.value.clone(), dose: None, note: Vec::new(), although: None });
    }
    given
}

/// A reason on one line.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
