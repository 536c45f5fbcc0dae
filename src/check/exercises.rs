//! H040: an unknown exercise. H041: an exercise that is not for the handout's stage. H042: one that is not for all its
//! weeks. H043: the same exercise twice. H044: an unknown exercise to do instead. H045: more than three steps.

use super::{Check, Rule, Subject};
use crate::diag::Finding;
use crate::model::Located;
use crate::model::exercise::{Exercise, Library, Position};
use crate::model::handout::Stage;
use crate::model::picture::Picture;

/// The most steps that a person keeps in mind while moving.
const MOST_STEPS: usize = 3;

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: &[], check: Check::Handout(check) };

/// What is found in an exercise by itself, and how.
pub const OWN: Rule = Rule { explains: &[], check: Check::Exercise(own) };

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    let Some(exercises) = &subject.handout.exercises else { return };
    let stage = subject.handout.stage.value;
    let mut seen: Vec<&str> = Vec::new();
    for id in exercises.ids() {
        if seen.contains(&id.value.as_str()) {
            let finding = Finding::error("H043", format!("the exercise `{}` is named twice", id.value));
            findings.push(
                finding.at(&id.place, "it stands above").help("keep it under `use` or under `also`, and only once"),
            );
            continue;
        }
        seen.push(&id.value);
        match subject.exercises.get(&id.value) {
            None => findings.push(unknown(id, subject.exercises)),
            Some(exercise) => findings.extend(outside(id, exercise, stage, subject.exercises)),
        }
    }
}

fn unknown(id: &Located<String>, library: &Library) -> Finding {
    let finding = Finding::error("H040", format!("unknown exercise `{}`", id.value))
        .at(&id.place, "there is no exercise of this id");
    with_near(finding, &id.value, library)
}

/// The finding with the id that was most likely meant, or else where exercises live.
fn with_near(finding: Finding, id: &str, library: &Library) -> Finding {
    let near = library.keys().map(|known| (strsim::damerau_levenshtein(known, id), known)).min();
    match near {
        Some((distance, known)) if distance <= (id.len() / 3).max(1) => {
            finding.help(format!("did you mean `{known}`?"))
        }
        _ => finding.help(format!(
            "add `handouts/exercises/{id}.yaml`, or use one of: {}",
            library.keys().cloned().collect::<Vec<_>>().join(", ")
        )),
    }
}

/// What is wrong with using `exercise` in a handout for `stage`; its weeks are the better reason and come first.
fn outside(id: &Located<String>, exercise: &Exercise, stage: Stage, library: &Library) -> Option<Finding> {
    let finding = if let Some(reason) = week_reason(exercise, stage) {
        Finding::error("H042", format!("`{}` is not for all the weeks of this handout", id.value)).at(&id.place, reason)
    } else if !exercise.is_for(stage) {
        let own: Vec<&str> = exercise.stages.iter().map(|own| name(own.value)).collect();
        let this = if stage == Stage::Any { "every stage" } else { name(stage) };
        Finding::error("H041", format!("`{}` is not for {this}", id.value))
            .at(&id.place, format!("this exercise is for {}", own.join(", ")))
    } else {
        return None;
    };
    let instead = exercise.instead.as_ref().and_then(|instead| library.get_key_value(&instead.value));
    Some(match instead {
        Some((other, alternative)) if alternative.is_for(stage) && week_reason(alternative, stage).is_none() => {
            finding.help(format!("use `{other}` ({}) instead", alternative.name.value))
        }
        _ => finding.help("take it out of this handout"),
    })
}

/// Why the weeks of `exercise` do not hold all of `stage`.
fn week_reason(exercise: &Exercise, stage: Stage) -> Option<String> {
    let (first, last) = stage.weeks()?;
    let weeks = format!("this handout is for weeks {first} to {last}");
    if let Some(limit) = exercise.not_after_week.as_ref().filter(|limit| limit.value < last) {
        let what = if exercise.position.value == Position::OnBack { "flat on the back, " } else { "" };
        return Some(format!("{what}not after week {}; {weeks}", limit.value));
    }
    let limit = exercise.not_before_week.as_ref().filter(|limit| limit.value > first)?;
    Some(format!("not before week {}; {weeks}", limit.value))
}

/// What is wrong with an exercise by itself.
fn own(exercise: &Exercise, library: &Library, findings: &mut Vec<Finding>) {
    findings.extend(exercise.picture.as_ref().and_then(Picture::mistake));
    if let Some(instead) = exercise.instead.as_ref().filter(|instead| !library.contains_key(&instead.value)) {
        let finding = Finding::error("H044", format!("unknown exercise `{}` to do instead", instead.value))
            .at(&instead.place, "there is no exercise of this id");
        findings.push(with_near(finding, &instead.value, library));
    }
    if let Some(step) = exercise.steps.get(MOST_STEPS) {
        let message = format!("`{}` has {} steps", exercise.name.value, exercise.steps.len());
        findings.push(
            Finding::error("H045", message)
                .at(&step.place, "three steps are the most that a card has")
                .help("join two steps, or say less"),
        );
    }
}

/// A stage as the YAML writes it.
const fn name(stage: Stage) -> &'static str {
    match stage {
        Stage::FirstTrimester => "first-trimester",
        Stage::SecondTrimester => "second-trimester",
        Stage::ThirdTrimester => "third-trimester",
        Stage::AfterBirth => "after-birth",
        Stage::Any => "any",
    }
}
