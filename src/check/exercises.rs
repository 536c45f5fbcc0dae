//! H040: an unknown exercise. H041: an exercise that is not for the handout's stage. H042: one that is not for all its
//! weeks. H043: the same exercise twice. H044: an unknown exercise to do instead. H045: more than three steps.
//! H050: a limit that tells another dose.

use super::{Check, Rule, Shelves, Subject};
use crate::diag::{Example, Explanation, Finding, Place};
use crate::model::Located;
use crate::model::exercise::{Exercise, Library, Limit, Position};
use crate::model::handout::Stage;
use crate::model::picture::Picture;
use crate::model::stages::Stages;

/// The most steps that a person keeps in mind while moving.
const MOST_STEPS: usize = 3;

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[
        Explanation {
            code: "H040",
            title: "an unknown exercise",
            meaning: "`use` or `also` names an exercise that is neither in the library nor in the clinic's own \
                      `handouts/exercises`.",
            why: "The exercise would be missing, and nobody would notice in print.",
            example: Example::Handout {
                bad: "exercises:\n  use: [knee-rols]\n",
                good: "exercises:\n  use: [knee-rolls]\n",
            },
            standard: "House rule.",
            safety: false,
        },
        Explanation {
            code: "H041",
            title: "an exercise that is not for this stage",
            meaning: "The exercise's `stages` do not hold the stage that the handout is for.",
            why: "What is safe in one stage can do harm in another, above all in the first weeks after birth.",
            example: Example::Exercise {
                bad: "stages: [first-trimester, after-birth]  # used in a handout for the third trimester\n",
                good: "stages: [first-trimester, second-trimester, third-trimester]\n",
            },
            standard: "Clinical brief, part 1.0e: the exercise library, with the stages of each exercise.",
            safety: true,
        },
        Explanation {
            code: "H042",
            title: "an exercise that is not for all weeks of this handout",
            meaning: "The exercise has a last week or a first week, and the handout is for weeks outside it.",
            why: "A patient keeps the leaflet for the whole stage. Lying flat on the back late in pregnancy can lower \
                  her blood pressure.",
            example: Example::Exercise {
                bad: "not_after_week: 16  # used in a handout for weeks 28 to birth\n",
                good: "not_after_week: 42\n",
            },
            standard: "Clinical brief, parts 1.0d and 1.0e: no flat-on-back exercise from week 28, and the weeks of \
                       each exercise.",
            safety: true,
        },
        Explanation {
            code: "H043",
            title: "the same exercise twice",
            meaning: "An exercise is named twice under `use` and `also`.",
            why: "A patient may do it twice, or look for a difference that is not there.",
            example: Example::Handout {
                bad: "exercises:\n  use: [knee-rolls]\n  also: [knee-rolls]\n",
                good: "exercises:\n  use: [knee-rolls]\n",
            },
            standard: "House rule.",
            safety: false,
        },
    ],
    check: Check::Handout(check),
};

/// What is found in an exercise by itself, and how.
pub const OWN: Rule = Rule {
    explains: &[
        Explanation {
            code: "H019",
            title: "a picture that says two things or nothing",
            meaning: "A picture has both `poses` and an `image`, or all its poses are pale.",
            why: "Two pictures of one movement can differ, and a picture of start positions alone shows no movement.",
            example: Example::Exercise {
                bad: concat!(
                    "picture:\n",
                    "  alt: She stands tall beside a chair.\n",
                    "  poses:\n",
                    "    - { hip: [6.4, 99.8], near_leg: { sole: 0 }, far_leg: { sole: 6 }, pale: true }\n",
                ),
                good: concat!(
                    "picture:\n",
                    "  alt: She stands tall beside a chair.\n",
                    "  poses:\n",
                    "    - { hip: [6.4, 99.8], near_leg: { sole: 0 }, far_leg: { sole: 6 } }\n",
                ),
            },
            standard: "House rule; PEMAT-P, items 16 and 18: pictures reinforce the text, and are clear.",
            safety: false,
        },
        Explanation {
            code: "H044",
            title: "an unknown exercise to do instead",
            meaning: "`instead` names an exercise that does not exist.",
            why: "It is the safe way out where this exercise is not allowed. It must be there when it is needed.",
            example: Example::Exercise { bad: "instead: walk\n", good: "instead: walking\n" },
            standard: "Clinical brief, part 1.0e: the exercise library.",
            safety: true,
        },
        Explanation {
            code: "H045",
            title: "an exercise of more than three steps",
            meaning: "An exercise has more than three `steps`. A card has room for three.",
            why: "Three steps are what a person keeps in mind while moving.",
            example: Example::Exercise {
                bad: concat!(
                    "steps:\n",
                    "  - Sit tall.\n",
                    "  - Move both knees to one side.\n",
                    "  - Move them to the other side.\n",
                    "  - Come back to the middle.\n",
                ),
                good: "steps:\n  - Sit tall.\n  - Move both knees to one side.\n  - Move them to the other side.\n",
            },
            standard: "House rule; PEMAT-P, item 22: explicit steps; CDC Clear Communication Index: short lists.",
            safety: false,
        },
        Explanation {
            code: "H050",
            title: "a limit that tells another dose",
            meaning: "The text of a limit tells another number of times, sets, seconds, minutes or days than the dose of a \
                      stage in which both are printed.",
            why: "A patient who reads `8 to 12 times` and `8 times is enough` on one card does not know which to do.",
            example: Example::Exercise {
                bad: concat!(
                    "limits:\n",
                    "  - { when: from week 28, text: 5 times is enough., stages: [third-trimester] }\n",
                ),
                good: "dose_by_stage: { third-trimester: { reps: 5 } }\n",
            },
            standard: "House rule: one card, one dose.",
            safety: false,
        },
    ],
    check: Check::Exercise(own),
};

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
            Some(exercise) => findings.extend(outside(id, exercise, stage, subject)),
        }
    }
}

fn unknown(id: &Located<String>, library: &Library) -> Finding {
    unknown_id("H040", &id.value, &id.place, library)
}

/// The finding about an exercise that does not exist.
pub(super) fn unknown_id(code: &'static str, id: &str, place: &Place, library: &Library) -> Finding {
    let finding = Finding::error(code, format!("unknown exercise `{id}`")).at(place, "there is no exercise of this id");
    with_near(finding, id, library)
}

/// The finding with the id that was most likely meant, or else where exercises live.
fn with_near(finding: Finding, id: &str, library: &Library) -> Finding {
    match nearest(id, library.keys()) {
        Some(known) => finding.help(format!("did you mean `{known}`?")).meant(id, known),
        None => finding.help(format!(
            "add `handouts/exercises/{id}.yaml`, or use one of: {}",
            library.keys().cloned().collect::<Vec<_>>().join(", ")
        )),
    }
}

/// The id that was most likely meant, if one is near.
pub(super) fn nearest<'k>(id: &str, known: impl Iterator<Item = &'k String>) -> Option<&'k String> {
    let (distance, near) = known.map(|known| (strsim::damerau_levenshtein(known, id), known)).min()?;
    (distance <= (id.len() / 3).max(1)).then_some(near)
}

/// What is wrong with showing `exercise` in a handout for `stage`; its weeks are the better reason and come first.
pub(super) fn outside(
    id: &Located<String>,
    exercise: &Exercise,
    stage: Stage,
    subject: Subject<'_>,
) -> Option<Finding> {
    let (library, stages) = (subject.exercises, &subject.topic.stages);
    let finding = if let Some(reason) = week_reason(exercise, stage, stages) {
        Finding::error("H042", format!("`{}` is not for all the weeks of this handout", id.value)).at(&id.place, reason)
    } else if !exercise.is_for(stage, stages) {
        let own: Vec<&str> = exercise.stages.iter().map(|own| own.value.as_str()).collect();
        let this = if stage == Stage::Any { "every stage" } else { stage.as_str() };
        Finding::error("H041", format!("`{}` is not for {this}", id.value))
            .at(&id.place, format!("this exercise is for {}", own.join(", ")))
    } else {
        return None;
    };
    let instead = exercise.instead.as_ref().and_then(|instead| library.get_key_value(&instead.value));
    Some(match instead {
        Some((other, alternative))
            if alternative.is_for(stage, stages) && week_reason(alternative, stage, stages).is_none() =>
        {
            finding.help(format!("use `{other}` ({}) instead", alternative.name.value))
        }
        _ => finding.help("take it out of this handout"),
    })
}

/// Why the weeks of `exercise` do not hold all of `stage`.
fn week_reason(exercise: &Exercise, stage: Stage, stages: &Stages) -> Option<String> {
    let (first, last) = stages.weeks(stage)?;
    let weeks = format!("this handout is for weeks {first} to {last}");
    if let Some(limit) = exercise.not_after_week.as_ref().filter(|limit| limit.value < last) {
        let what = if exercise.position.value == Position::OnBack { "flat on the back, " } else { "" };
        return Some(format!("{what}not after week {}; {weeks}", limit.value));
    }
    let limit = exercise.not_before_week.as_ref().filter(|limit| limit.value > first)?;
    Some(format!("not before week {}; {weeks}", limit.value))
}

/// What is wrong with an exercise by itself.
fn own(exercise: &Exercise, Shelves { exercises: library, topic }: Shelves<'_>, findings: &mut Vec<Finding>) {
    findings.extend(exercise.picture.as_ref().and_then(Picture::mistake));
    if let Some(instead) = exercise.instead.as_ref().filter(|instead| !library.contains_key(&instead.value)) {
        let finding = Finding::error("H044", format!("unknown exercise `{}` to do instead", instead.value))
            .at(&instead.place, "there is no exercise of this id");
        findings.push(with_near(finding, &instead.value, library));
    }
    let by_stage = exercise.steps_by_stage.iter().map(|(_, steps)| steps);
    for steps in std::iter::once(&exercise.steps).chain(by_stage) {
        let Some(step) = steps.get(MOST_STEPS) else { continue };
        let message = format!("`{}` has {} steps", exercise.name.value, steps.len());
        findings.push(
            Finding::error("H045", message)
                .at(&step.place, "three steps are the most that a card has")
                .help("join two steps, or say less"),
        );
    }
    findings.extend(exercise.limits.iter().filter_map(|limit| other_dose(exercise, limit, &topic.stages)));
}

/// What is wrong with a limit that tells another dose than a stage in which it is printed.
fn other_dose(exercise: &Exercise, limit: &Limit, stages: &Stages) -> Option<Finding> {
    let both = |stage: &Stage| exercise.is_for(*stage, stages) && limit.applies_in(*stage);
    let stage = stages.each().filter(both).find(|stage| limit.contradicts(&exercise.dose_in(*stage)))?;
    Some(
        Finding::error("H050", format!("a limit of `{}` tells another dose than its card", exercise.name.value))
            .at(&limit.text.place, format!("the dose of {stage} says another number"))
            .help(format!("write what is other under `dose_by_stage: {{ {stage}: … }}`, and take the number out here")),
    )
}
