//! Which treatments are recognised, and what may be said of them.

use super::table::TREATMENTS;
use crate::check::words::{Tongue, Words};
use crate::model::handout::{Evidence, Stage};

/// The best label for what a text names, in a stage.
fn best(text: &str, stage: Stage, tongue: Tongue) -> Option<Evidence> {
    let words = Words::of(text);
    TREATMENTS.iter().filter(|row| row.words.find(tongue, &words)).filter_map(|row| row.best_in(stage)).max()
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
        assert_eq!(best(text, Stage::ThirdTrimester, Tongue::English), Some(Evidence::DoNotUse), "{text}");
    }
    for text in ["Codeine", "A steroid injection", "Muscle relaxants", "Gabapentin"] {
        assert_eq!(best(text, Stage::ThirdTrimester, Tongue::English), Some(Evidence::SpecialistOnly), "{text}");
    }
    for text in ["Células madre", "Sauna", "Reposo en cama"] {
        assert_eq!(best(text, Stage::SecondTrimester, Tongue::Spanish), Some(Evidence::DoNotUse), "{text}");
    }
    for text in ["Ibuprofeno", "Relajantes musculares"] {
        assert_eq!(best(text, Stage::SecondTrimester, Tongue::Spanish), Some(Evidence::SpecialistOnly), "{text}");
    }
}

#[test]
fn the_stage_decides() {
    assert_eq!(best("TENS", Stage::FirstTrimester, Tongue::English), Some(Evidence::DoNotUse));
    assert_eq!(best("TENS", Stage::ThirdTrimester, Tongue::English), Some(Evidence::MayHelp));
    assert_eq!(best("Ibuprofen", Stage::SecondTrimester, Tongue::English), Some(Evidence::SpecialistOnly));
    assert_eq!(best("Ibuprofen", Stage::AfterBirth, Tongue::English), Some(Evidence::Recommended));
    assert_eq!(best("Low-dose aspirin", Stage::ThirdTrimester, Tongue::English), None);
    assert_eq!(best("Gentle exercise", Stage::ThirdTrimester, Tongue::English), None);
    assert_eq!(
        best("Acupuncture and cold packs", Stage::ThirdTrimester, Tongue::English),
        Some(Evidence::NotEnoughEvidence)
    );
}
