//! Exercises in handouts: what is found wrong, word for word, and that the library is sound.

mod library;

use handout::check::{self, Clock, Subject};
use handout::diag::{Finding, Source, render_human};
use handout::gate;
use handout::model::approval::Approved;
use handout::model::brand::Brand;
use handout::model::handout::{Handout, Stage};
use handout::model::load;
use handout::model::sources::Sources;
use handout::text::fonts::FontSet;
use library::{HANDOUTS, Library};

const HANDOUT: &str = "title: Back pain
language: en
stage: STAGE
summary: Keep moving.
exercises:
  use: [USE]
  also: [walking]
seek_care: { emergency: [You bleed], same_day: [You have a fever], routine: [The pain lasts] }
imprint: { version: \"1\", published: 2026-11-20, review: 2028-11-20, author: Jane Doe }
";

/// What is found in a handout for `stage` that uses `ids`, with the library changed by `change`.
fn found(stage: &str, ids: &str, change: impl FnOnce(&mut Library)) -> Vec<Finding> {
    let mut library = Library::read();
    change(&mut library);
    let source = Source::new("handout.yaml", HANDOUT.replace("STAGE", stage).replace("USE", ids));
    let mut handout = load::<Handout>(&source).expect("a handout").value;
    library.topic.complete(&mut handout);
    let mut found = findings(&library, &handout);
    // The help box of this handout is too short; that is not the matter here.
    found.retain(|finding| finding.code != "H202");
    found
}

fn findings(library: &Library, handout: &Handout) -> Vec<Finding> {
    let brand: Brand = library.brand();
    let sources: Sources = library.sources();
    let fonts = FontSet::new(Vec::new());
    check::check(Subject {
        handout,
        brand: &brand,
        topic: &library.topic,
        sources: &sources,
        exercises: &library.exercises,
        scenes: &library.scenes,
        fonts: &fonts,
        approved: &Approved::default(),
        languages: &library.languages,
        clock: Clock::default(),
    })
}

/// Code, message, reason and help of each finding.
fn said(findings: &[Finding]) -> Vec<String> {
    let one = |finding: &Finding| {
        format!("{}: {} | {} | {}", finding.code, finding.message, finding.label, finding.help.join("; "))
    };
    findings.iter().map(one).collect()
}

#[test]
fn an_unknown_exercise_is_reported_with_the_one_that_was_meant() {
    assert_eq!(
        said(&found("first-trimester", "pelvic-tild", |_| ())),
        ["H040: unknown exercise `pelvic-tild` | there is no exercise of this id | did you mean `pelvic-tilt`?"]
    );
    let far = said(&found("first-trimester", "headstand", |_| ()));
    assert!(far[0].contains("add `handouts/exercises/headstand.yaml`, or use one of: all-fours-reach, "), "{far:?}");
}

#[test]
fn an_exercise_outside_its_stage_or_weeks_says_why_and_offers_another() {
    assert_eq!(
        said(&found("first-trimester", "ball-circles", |_| ())),
        ["H041: `ball-circles` is not for first-trimester \
          | this exercise is for second-trimester, third-trimester, after-birth \
          | use `pelvic-tilt` (Wall pelvic tilt) instead"]
    );
    for (stage, weeks) in [("second-trimester", "14 to 27"), ("third-trimester", "28 to 42"), ("any", "1 to 42")] {
        assert_eq!(
            said(&found(stage, "bridge", |_| ())),
            [format!(
                "H042: `bridge` is not for all the weeks of this handout \
                 | flat on the back, not after week 16; this handout is for weeks {weeks} \
                 | use `buttock-squeeze` (Buttock squeeze and back leg lift) instead"
            )]
        );
    }
    for stage in ["first-trimester", "after-birth"] {
        assert_eq!(said(&found(stage, "bridge", |_| ())), [""; 0], "{stage}");
    }
}

#[test]
fn an_alternative_that_is_not_allowed_either_is_not_offered() {
    let change = |library: &mut Library| {
        library.change("bridge", |bridge| bridge.instead.as_mut().unwrap().value = "ball-circles".to_owned());
        library.change("ball-circles", |ball| ball.stages.truncate(1));
    };
    let said = said(&found("third-trimester", "bridge", change));
    assert!(said[0].ends_with("| take it out of this handout"), "{said:?}");
}

#[test]
fn an_exercise_stands_in_a_handout_once() {
    assert_eq!(
        said(&found("third-trimester", "pelvic-tilt, walking", |_| ())),
        ["H043: the exercise `walking` is named twice | it stands above \
          | keep it under `use` or under `also`, and only once"]
    );
}

#[test]
fn an_exercise_is_sound_in_itself() {
    let change = |library: &mut Library| {
        library.change("bridge", |bridge| {
            bridge.instead.as_mut().unwrap().value = "buttock-sqeeze".to_owned();
            bridge.steps.push(bridge.steps[0].clone());
        });
    };
    assert_eq!(
        said(&found("after-birth", "bridge", change)),
        [
            "H044: unknown exercise `buttock-sqeeze` to do instead | there is no exercise of this id \
             | did you mean `buttock-squeeze`?",
            "H045: `Bridge` has 4 steps | three steps are the most that a card has | join two steps, or say less",
        ]
    );
}

#[test]
fn handouts_and_exercises_of_the_library_have_no_finding() {
    let library = Library::read();
    assert_eq!(library.exercises.len(), 28);
    for name in HANDOUTS {
        let handout = library.handout(name);
        let shown = handout.exercises.as_ref().unwrap_or_else(|| panic!("{name} shows exercises"));
        assert!((7..=9).contains(&shown.cards.len()), "{name}: {} cards", shown.cards.len());
        let mut found = findings(&library, &handout);
        gate::allow(&mut found, &handout.allow);
        found.retain(|finding| finding.allowed.is_none());
        assert!(found.is_empty(), "{}", render_human(&found, false));
    }
    for (id, exercise) in &library.exercises {
        let stages: Vec<&str> = [
            (Stage::FirstTrimester, "first-trimester"),
            (Stage::SecondTrimester, "second-trimester"),
            (Stage::ThirdTrimester, "third-trimester"),
            (Stage::AfterBirth, "after-birth"),
        ]
        .into_iter()
        .filter(|(stage, _)| exercise.is_for(*stage, &library.topic.stages))
        .map(|(_, name)| name)
        .collect();
        for stage in stages.into_iter().filter(|_| id != "walking") {
            assert_eq!(said(&found(stage, id, |_| ())), [""; 0], "{id} in {stage}");
        }
        let after_birth = exercise.is_for(Stage::AfterBirth, &library.topic.stages);
        assert_eq!(after_birth, exercise.after_birth_from_week.is_some(), "{id}: from which week after birth?");
        assert!(exercise.good_for.is_some() && exercise.basis.is_some(), "{id}");
    }
}
