//! The safety texts that ship, and what is found in others.

use super::*;
use crate::diag::{Source, has_errors};
use crate::model::load;
use crate::topic::tests::shipped;

fn english() -> Safety {
    shipped().safety("en").expect("English safety texts").clone()
}

fn said(length: Length, stage: Stage) -> Vec<String> {
    english().lists(length, stage).flat_map(|list| list.texts(stage)).map(str::to_owned).collect()
}

#[test]
fn nothing_is_dropped_in_pregnancy() {
    let full = |stage: Stage| english().lists(Length::Full, stage).count();
    for stage in [Stage::FirstTrimester, Stage::SecondTrimester, Stage::ThirdTrimester, Stage::AfterBirth] {
        assert_eq!(full(stage), 8);
        assert_eq!(english().lists(Length::Strip, stage).count(), 2);
        assert_eq!(english().lists(Length::Stop, stage).count(), 1);
    }
    assert_eq!(full(Stage::Any), 9);
    let titles = said(Length::Full, Stage::AfterBirth);
    for title in
        ["Stop and get help", "Do not exercise unless your team says so", "Ask us first", "Pain rule", "After birth"]
    {
        assert!(titles.iter().any(|text| text == title), "{title}");
    }
    assert!(!titles.iter().any(|text| text == "Lying on your back"));
}

/// No target of minutes holds before a woman has healed.
#[test]
fn how_hard_follows_the_stage() {
    let said = |stage: Stage| said(Length::Full, stage).join("\n");
    assert!(said(Stage::SecondTrimester).contains("\nAim for 150 minutes a week"));
    assert!(!said(Stage::AfterBirth).contains("150 minutes a week, in any size"));
    assert!(said(Stage::AfterBirth).contains("There is no target yet"));
    let any = said(Stage::Any);
    assert!(any.contains("In pregnancy: aim for 150 minutes") && any.contains("After birth: once you have healed"));
}

/// What is an emergency says so where exercise stops, in every stage and in both lengths that say when to stop.
#[test]
fn stop_signs_that_are_emergencies_name_the_number() {
    for stage in crate::topic::tests::shipped().stages.each().chain([Stage::Any]) {
        for (length, signs) in [
            (Length::Full, ["Chest pain", "You are out of breath", "If you faint", "Weak or numb legs"]),
            (Length::Stop, ["**chest pain**", "**breathless", "**fainting**", "weak or numb legs**"]),
        ] {
            let lines = said(length, stage);
            for sign in signs {
                let line = lines.iter().find(|line| line.contains(sign));
                let names = |line: &String| length == Length::Stop || line.contains("call {{emergency_number}}");
                assert!(line.is_some_and(names), "{sign} in {stage:?}");
            }
            assert!(lines.iter().any(|line| line.contains(NUMBER)));
        }
    }
}

/// The strip of a stage has what can occur in it, and the list of those who must not exercise stands by itself.
#[test]
fn a_strip_follows_its_stage() {
    let strip = |stage: Stage| said(Length::Strip, stage).join("\n");
    assert!(!strip(Stage::FirstTrimester).contains("low placenta"));
    assert!(!strip(Stage::SecondTrimester).contains("twins"));
    assert!(strip(Stage::ThirdTrimester).contains("twins") && strip(Stage::ThirdTrimester).contains("low placenta"));
    assert!(strip(Stage::Any).contains("C-section\ntwins"));
    assert!(strip(Stage::AfterBirth).starts_with("Do not start until your team says so\n"));
}

const TEXTS: &str = "full:
  - id: stop
    title: Stop
    items: [{ id: pain, emergency: true, text: 'Pain: call {{emergency_number}}' }, { id: sore, text: Sore }]
strip: [{ id: ask, title: Ask, items: [{ id: heart, text: heart }] }]
stop: [{ id: stop, title: Stop, items: [{ id: pain, emergency: true, text: '**pain**' }], outro: 'Bold: call {{emergency_number}}' }]
";

fn codes(text: &str, source: Option<&str>) -> Vec<&'static str> {
    let read = |text: &str| load::<Safety>(&Source::new("safety.yaml", text)).expect("safety texts").value;
    let mut findings = Vec::new();
    let own = read(text);
    own.mistakes(&shipped().stages, &mut findings);
    if let Some(source) = source {
        own.differences(&read(source), &mut findings);
    }
    assert_eq!(has_errors(&findings), !findings.is_empty());
    findings.iter().map(|finding| finding.code).collect()
}

#[test]
fn an_emergency_without_its_number_is_found_in_every_length() {
    assert!(codes(TEXTS, None).is_empty());
    assert_eq!(codes(&TEXTS.replace("Pain: call {{emergency_number}}", "Pain"), None), ["T021"]);
    assert_eq!(codes(&TEXTS.replace("Bold: call {{emergency_number}}", "Bold"), None), ["T021"]);
    assert_eq!(codes(&TEXTS.replace("**pain**", "pain"), None), ["T021"]);
    assert_eq!(
        codes(&TEXTS.replace("id: pain, emergency: true, text: '**pain**'", "id: pain, text: pain"), None),
        ["T022"]
    );
    assert_eq!(codes(&TEXTS.replace("id: sore", "id: pain"), None), ["T024"]);
}

#[test]
fn a_translation_has_the_same_lists() {
    let translated =
        TEXTS.replace("text: Sore", "text: { text: Dolor, of: 00000000 }").replace("title: Ask", "title: Pregunte");
    assert!(codes(&translated, Some(TEXTS)).is_empty());
    for (from, to) in [
        (", { id: sore, text: Sore }", ""),
        ("id: heart", "id: lung"),
        ("id: ask,", "id: ask, stages: [any],"),
        ("{ id: sore,", "{ id: sore, stages: [any],"),
        ("{ id: sore,", "{ id: sore, emergency: true,"),
    ] {
        assert!(codes(&TEXTS.replace(from, to), Some(TEXTS)).contains(&"T023"), "{to}");
    }
}
