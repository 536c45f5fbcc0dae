//! Random handouts: many words or few, long ones and short ones, sections there or missing. Nothing panics, and what
//! can be built loses no text and stays inside its pages.

mod support;

use std::cell::Cell;
use std::sync::Arc;

use handout::compose::branding::Branding;
use handout::diag::Source;
use handout::geom::Paper;
use handout::model::handout::Handout;
use handout::{Settings, model};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestError, TestRunner};
use serde_json::{Value, json};
use support::holds::{lost, outside, overlapping};
use support::library;
use support::reading::Reading;
use support::texts::Filler;

/// Letters that the bundled faces cover, from several scripts.
const LETTERS: &str = "[a-zA-ZàâçéèêëîïñôöøßüåłőřşžαβγδελμπστωАБВабвгдежзийклмнопрстуфхя]";

fn word() -> impl Strategy<Value = String> {
    let ending = prop::sample::select(vec!["", "", "", "", ",", ";", "…", "?", " –", " (½)", "°"]);
    let letters = |pattern: &str| {
        let pattern = pattern.replace('L', LETTERS);
        prop::string::string_regex(&pattern).expect("a pattern")
    };
    let word = prop_oneof![
        12 => letters("L{1,12}"),
        1 => letters("L{1,9}-L{1,9}"),
        1 => letters("L{1,4}[0-9]{1,3}"),
        1 => letters("L{40,90}"),
    ];
    (word, ending).prop_map(|(word, ending)| format!("{word}{ending}"))
}

fn words(most: usize) -> impl Strategy<Value = String> {
    vec(word(), 1..=most).prop_map(|words| words.join(" "))
}

/// A text: a paragraph, with bold words, with a list, or two paragraphs.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => words(40),
        1 => (words(9), "[a-z]{1,9}", words(9)).prop_map(|(one, bold, other)| format!("{one} **{bold}** {other}")),
        1 => (words(20), words(20)).prop_map(|(one, other)| format!("{one}\n\n{other}")),
        1 => (words(9), vec(words(9), 1..4)).prop_map(|(lead, items)| format!("{lead}\n\n- {}", items.join("\n- "))),
        1 => vec(words(9), 1..4).prop_map(|items| format!("- {}", items.join("\n- "))),
    ]
}

fn item() -> impl Strategy<Value = Value> {
    (option::of(words(8)), text()).prop_map(|(name, text)| match name {
        Some(name) => json!({ "name": name, "text": text }),
        None => json!({ "text": text }),
    })
}

/// Items or groups of items, with or without a title, an introduction and a picture.
fn section(items: BoxedStrategy<Value>) -> impl Strategy<Value = Value> {
    let group =
        (words(6), vec(items.clone(), 1..5)).prop_map(|(title, items)| json!({ "title": title, "items": items }));
    let content = prop_oneof![
        vec(items, 1..=12).prop_map(|items| json!({ "items": items })),
        vec(group, 1..4).prop_map(|groups| json!({ "groups": groups })),
    ];
    let picture = option::of(prop::sample::select(vec!["standing", "sleep-on-side"]));
    (option::of(words(8)), option::of(text()), picture, content).prop_map(|(title, intro, picture, mut content)| {
        put(&mut content, "title", title.map(Value::from));
        put(&mut content, "intro", intro.map(Value::from));
        put(&mut content, "picture", picture.map(Value::from));
        content
    })
}

/// Treatments are grouped by evidence, so they are given as plain items.
fn treatments() -> impl Strategy<Value = Value> {
    (option::of(words(8)), option::of(text()), vec(treatment(), 1..=8)).prop_map(|(title, intro, items)| {
        let mut section = json!({ "items": items });
        put(&mut section, "title", title.map(Value::from));
        put(&mut section, "intro", intro.map(Value::from));
        section
    })
}

fn treatment() -> impl Strategy<Value = Value> {
    let evidence =
        prop::sample::select(vec!["recommended", "may-help", "not-enough-evidence", "specialist-only", "do-not-use"]);
    (item(), evidence).prop_map(|(mut item, evidence)| {
        item["evidence"] = json!(evidence);
        item
    })
}

fn more() -> impl Strategy<Value = Value> {
    let after = prop::sample::select(vec!["causes", "prevention", "treatments", "questions"]);
    let icon = prop::sample::select(vec!["positions", "sleep", "support", "work", "mood", "info"]);
    (section(item().boxed()), words(6), after, icon).prop_map(|(mut section, title, after, icon)| {
        section["title"] = json!(title);
        section["after"] = json!(after);
        section["icon"] = json!(icon);
        section
    })
}

fn seek_care() -> impl Strategy<Value = Value> {
    // A help box that is often, but not always, short enough for its page.
    let sign = prop_oneof![
        8 => words(9).prop_map(Value::from),
        1 => text().prop_map(Value::from),
        1 => (words(3), words(9)).prop_map(|(name, text)| json!({ "name": name, "text": text })),
    ];
    let sign = sign.boxed();
    let signs = move || vec(sign.clone(), 1..=6);
    let tier = (option::of(words(8)), signs()).prop_map(|(call, signs)| {
        let mut tier = json!({ "signs": signs });
        put(&mut tier, "call", call.map(Value::from));
        tier
    });
    (signs(), tier, signs(), option::of(text())).prop_map(|(emergency, same_day, routine, note)| {
        let mut care = json!({ "emergency": emergency, "same_day": same_day, "routine": routine });
        put(&mut care, "note", note.map(Value::from));
        care
    })
}

fn put(map: &mut Value, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        map[key] = value;
    }
}

fn handout() -> impl Strategy<Value = Value> {
    let head = (words(7), option::of(words(10)), text());
    let sections = (
        option::of(section(item().boxed())),
        option::of(section(item().boxed())),
        option::of(treatments()),
        vec(more(), 0..3),
    );
    let question = (words(12), text()).prop_map(|(question, answer)| json!({ "question": question, "answer": answer }));
    (head, sections, vec(question, 0..=12), seek_care()).prop_map(|(head, sections, questions, seek_care)| {
        let mut handout = json!({
            "title": head.0, "language": "en", "stage": "any", "summary": head.2, "more": sections.3, "seek_care": seek_care,
            "imprint": { "version": "1", "published": "2026-11-20", "review": "2028-11-20", "author": "Somebody" },
        });
        put(&mut handout, "subtitle", head.1.map(Value::from));
        put(&mut handout, "causes", sections.0);
        put(&mut handout, "prevention", sections.1);
        put(&mut handout, "treatments", sections.2);
        put(&mut handout, "questions", (!questions.is_empty()).then(|| questions.into()));
        handout
    })
}

/// All that is wrong with what is made of a handout.
fn wrong(yaml: &str, branding: &Branding, paper: Paper, built: &Cell<usize>) -> Vec<String> {
    let source: Arc<Source> = Source::new("random.yaml", yaml);
    let shelf = library::shelf();
    // Random words hold no warning signs: a draft is laid out in spite of the errors.
    let settings = Settings { format: Some(handout::geom::Format::sheet(paper)), draft: true, ..Settings::default() };
    let leaflet = match library::build(&source, branding, &shelf, &settings) {
        Ok(leaflet) => leaflet,
        // A long title or help box may be too long for its page: told, not cut.
        Err(findings) if findings.iter().any(|finding| finding.code == "L001") => return vec![],
        Err(findings) => return vec![format!("a good handout is refused: {}", library::told(&findings))],
    };
    built.set(built.get() + 1);
    let typed: Handout = model::load(&source).expect("it was built").value;
    let mut wrong = lost(yaml, &Filler::new(&typed, &branding.brand), &Reading::of(&leaflet.pdf));
    let publication = library::lay_out(&source, branding, &shelf, &settings).expect("it was built").0.publication;
    wrong.extend(outside(&publication));
    wrong.extend(overlapping(&publication));
    wrong
}

fn runner() -> TestRunner {
    TestRunner::new(Config { cases: 40, max_shrink_iters: 200, failure_persistence: None, ..Config::default() })
}

#[test]
fn random_handouts_lose_nothing() {
    let brands = library::BRANDS.map(|name| library::branding(&format!("handouts/brands/{name}.yaml")));
    let built = Cell::new(0);
    let result = runner().run(&(handout(), 0..2_usize, 0..2_usize), |(handout, brand, paper)| {
        let yaml = serde_json::to_string_pretty(&handout).expect("JSON is YAML");
        let wrong = wrong(&yaml, &brands[brand], library::PAPERS[paper].1, &built);
        prop_assert!(wrong.is_empty(), "{}\n{yaml}", wrong.join("\n"));
        Ok(())
    });
    // The error's own text repeats the input as Rust sees it, pages long; the reason says all.
    match result {
        Ok(()) => assert!(built.get() > 10, "only {} could be built", built.get()),
        Err(TestError::Fail(reason, _)) => panic!("{reason}"),
        Err(TestError::Abort(reason)) => panic!("{reason}"),
    }
}

#[test]
fn random_texts_never_panic() {
    let branding = library::branding("handouts/brands/riverside.yaml");
    let build = |text: &str| {
        let _ = library::build(&Source::new("random.yaml", text), &branding, &library::shelf(), &Settings::default());
    };
    let result = runner().run(&"\\PC{0,400}", |text| {
        build(&text);
        let handout = json!({
            "title": text, "language": "en", "stage": "any", "summary": text,
            "seek_care": { "emergency": [text], "same_day": [text], "routine": [text] },
            "imprint": { "version": "1", "published": "2026-11-20", "review": "2028-11-20", "author": text },
        });
        build(&serde_json::to_string(&handout).expect("JSON"));
        Ok(())
    });
    assert!(result.is_ok(), "{result:?}");
}
