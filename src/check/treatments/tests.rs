//! Which treatments are recognised, and what may be said of them.

use std::sync::LazyLock;

use crate::model::handout::{Evidence, Stage};
use crate::model::patterns::Words;
use crate::topic::Topic;

/// The topic that ships.
static TOPIC: LazyLock<Topic> = LazyLock::new(crate::topic::tests::shipped);

/// The best label for what a text names, in a stage.
fn best(text: &str, stage: Stage, language: &str) -> Option<Evidence> {
    let words = Words::of(text);
    let rows = TOPIC.treatments.treatments.iter().filter(|row| row.words.find(language, &words));
    rows.filter_map(|row| row.best_in(stage.key())).max()
}

#[test]
fn what_should_not_be_used_is_recognised() {
    for text in [
        "Ibuprofen gel",
        "Aspirin",
        "Stem cell therapy",
        "PRP",
        "A neck crack",
        "Hot tubs",
        "CBD oil",
        "Bed rest",
        "Cold packs or saunas",
    ] {
        assert_eq!(best(text, Stage::ThirdTrimester, "en"), Some(Evidence::DoNotUse), "{text}");
    }
    for text in ["Codeine", "A steroid injection", "Muscle relaxants", "Gabapentin"] {
        assert_eq!(best(text, Stage::ThirdTrimester, "en"), Some(Evidence::SpecialistOnly), "{text}");
    }
    for text in ["Células madre", "Sauna", "Reposo en cama"] {
        assert_eq!(best(text, Stage::SecondTrimester, "es"), Some(Evidence::DoNotUse), "{text}");
    }
    for text in ["Ibuprofeno", "Relajantes musculares"] {
        assert_eq!(best(text, Stage::SecondTrimester, "es"), Some(Evidence::SpecialistOnly), "{text}");
    }
}

#[test]
fn the_stage_decides() {
    assert_eq!(best("TENS", Stage::FirstTrimester, "en"), Some(Evidence::DoNotUse));
    assert_eq!(best("TENS", Stage::ThirdTrimester, "en"), Some(Evidence::MayHelp));
    assert_eq!(best("Ibuprofen", Stage::SecondTrimester, "en"), Some(Evidence::SpecialistOnly));
    assert_eq!(best("Ibuprofen", Stage::AfterBirth, "en"), Some(Evidence::Recommended));
    assert_eq!(best("Low-dose aspirin", Stage::ThirdTrimester, "en"), None);
    assert_eq!(best("Gentle exercise", Stage::ThirdTrimester, "en"), None);
    assert_eq!(best("Acupuncture and cold packs", Stage::ThirdTrimester, "en"), Some(Evidence::NotEnoughEvidence));
}

/// No row was lost on the way from the brief.
#[test]
fn every_treatment_is_there_in_both_languages() {
    let rows = &TOPIC.treatments.treatments;
    assert_eq!(rows.len(), 26);
    assert!(rows.iter().all(|row| ["en", "es"].iter().all(|language| !row.words.of(language).is_empty())));
    let labels = |stage: Stage| rows.iter().filter(|row| row.best_in(stage.key()).is_some()).count();
    assert_eq!(labels(Stage::AfterBirth), 25, "after birth naproxen is the clinic's to judge");
    for stage in [Stage::FirstTrimester, Stage::SecondTrimester, Stage::ThirdTrimester, Stage::Any] {
        assert_eq!(labels(stage), 26);
    }
    let banned = |stage: Stage| rows.iter().filter(|row| row.is_banned_in(stage.key())).count();
    let stages = [Stage::FirstTrimester, Stage::SecondTrimester, Stage::ThirdTrimester, Stage::AfterBirth, Stage::Any];
    assert_eq!(stages.map(banned), [14, 13, 13, 10, 13]);
}
