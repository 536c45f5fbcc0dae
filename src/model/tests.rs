//! Reading YAML: what is read, what is refused, and that nothing panics.

use std::sync::{Arc, OnceLock};

use proptest::prelude::*;
use serde_json::Value as Json;

use super::brand::Brand;
use super::exercise::Exercise;
use super::handout::{Handout, Item, Priority, Stage};
use super::load_in;
use super::sources::Sources;
use super::vocabulary::Terms;
use super::yaml::{MAX_BYTES, MAX_NODES};
use super::{codes, load, schema, words, yaml};
use crate::diag::{Finding, Origin, Severity, Source, render_human};

const HANDOUT: &str = r#"title: Back pain
language: en
stage: third-trimester
summary: >
  Back pain is common.
  Keep moving.
causes:
  items:
    - A short form
    - name: 2020
      text: "A long form"
      priority: essential
      sources: [R20]
seek_care:
  emergency: [You bleed]
  same_day: { call: Call now, signs: [You have a fever] }
  routine:
    - The pain lasts
imprint:
  version: 1.0
  published: 2026-11-20
  review: 2028-11-20
  author: Jane Doe
"#;

const BRAND: &str = r##"name: Riverside
sample: true
locale: en-GB
words: { paracetamol: acetaminophen }
colors: { primary: "#1f6f78", accent: "#b84a33" }
fonts: { body: Source Sans 3, heading: { family: Own, regular: own.ttf } }
contact:
  phone: "01632 960 100"
  emergency_number: 999
  address: [12 River Street, Exampleton]
paper: a4
tagline: ~
figure: { skin: 3, hair: bun }
"##;

fn handout(text: &str) -> Result<super::Loaded<Handout>, Vec<Finding>> {
    load(&Source::new("test.yaml", text))
}

fn codes_of(findings: &[Finding]) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code).collect()
}

/// The codes of what stops `text` from being read as a tree.
fn refused(text: &str) -> Vec<&'static str> {
    match yaml::parse(&Source::new("test.yaml", text)) {
        Ok(parsed) => codes_of(&parsed.findings),
        Err(findings) => codes_of(&findings),
    }
}

fn texts(items: &[Item]) -> Vec<&str> {
    items.iter().map(|item| item.text.as_str()).collect()
}

#[test]
fn a_handout_is_read_with_its_places_and_short_forms() {
    let loaded = handout(HANDOUT).unwrap();
    assert_eq!(loaded.warnings, []);
    let handout = loaded.value;
    assert_eq!(handout.summary.value, "Back pain is common. Keep moving.\n");
    assert_eq!(handout.stage.value, Stage::ThirdTrimester);
    assert_eq!(handout.stage.place.line_column(), (3, 8));
    assert_eq!(handout.imprint.version.value, "1.0");
    let items = handout.causes.unwrap().items;
    assert_eq!(texts(&items), ["A short form", "A long form"]);
    assert_eq!(items[1].name.as_deref().map(String::as_str), Some("2020"));
    assert_eq!(items[1].priority, Priority::Essential);
    assert_eq!(items[0].text.place.line_column(), (9, 7));
    let tier = |id| handout.seek_care.tier(crate::model::key::Key::new(id).expect("an id")).expect("a tier");
    assert_eq!(texts(&tier("emergency").signs), ["You bleed"]);
    assert_eq!(texts(&tier("same_day").signs), ["You have a fever"]);
    assert!(handout.subtitle.is_none());
}

#[test]
fn a_brand_is_read() {
    let brand = load::<Brand>(&Source::new("test.yaml", BRAND)).unwrap().value;
    assert!(brand.sample && !brand.default && brand.tagline.is_none());
    assert_eq!(brand.words["paracetamol"].value, "acetaminophen");
    assert_eq!(brand.fonts.body.unwrap().family.value, "Source Sans 3");
    assert_eq!(brand.fonts.heading.unwrap().regular.unwrap().value, "own.ttf");
    assert_eq!(brand.contact.emergency_number.value, "999");
    assert_eq!(brand.figure.skin.map(|skin| skin.value), Some(3));
}

#[test]
fn sources_are_read_by_id() {
    let sources = load::<Sources>(&Source::new("test.yaml", "R20: { title: 1.10, year: 2020 }")).unwrap().value;
    assert_eq!(sources["R20"].title.value, "1.10");
    assert_eq!(sources["R20"].year.as_ref().map(|year| year.value), Some(2020));
}

#[test]
fn line_ends_and_byte_order_marks_of_windows_are_fine() {
    let windows = format!("\u{feff}{}", HANDOUT.replace('\n', "\r\n"));
    let loaded = handout(&windows).unwrap();
    assert_eq!(loaded.value.title.place.line_column(), (1, 8));
    let source = Arc::new(Source {
        name: "test.yaml".to_owned(),
        text: windows,
        origin: Origin::Clinic,
        outline: OnceLock::new(),
    });
    assert!(load::<Handout>(&source).is_ok());
}

#[test]
fn warnings_do_not_stop_the_reading() {
    let loaded = handout(&HANDOUT.replace("A short form", "See leaflet #3 at the desk")).unwrap();
    assert_eq!(codes_of(&loaded.warnings), [codes::TEXT_CUT]);
    assert_eq!(loaded.warnings[0].severity, Severity::Warning);
    let commented = HANDOUT.replace("stage: third-trimester", "stage: third-trimester       # first-trimester, any");
    assert_eq!(handout(&commented).unwrap().warnings, []);
}

#[test]
fn too_much_of_anything_is_refused() {
    assert_eq!(refused(&"a".repeat(MAX_BYTES + 1)), [codes::TOO_MUCH]);
    assert_eq!(refused(&"[".repeat(100_000)), [codes::TOO_MUCH]);
    assert_eq!(refused(&"- ".repeat(10_000)), [codes::TOO_MUCH]);
    assert_eq!(refused(&"{a: ".repeat(10_000)), [codes::TOO_MUCH]);
    let steps: String = (0..1_000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
    assert_eq!(refused(&steps), [codes::TOO_MUCH]);
    assert_eq!(refused(&"- a\n".repeat(MAX_NODES + 1)), [codes::TOO_MUCH]);
}

#[test]
fn references_are_refused_and_cannot_grow() {
    let mut bomb = "a0: &a0 [x, x]\n".to_owned();
    for level in 1..40 {
        bomb.push_str(&format!("a{level}: &a{level} [*a{0}, *a{0}, *a{0}]\n", level - 1));
    }
    let codes = refused(&bomb);
    assert_eq!(codes.len(), yaml::MAX_FINDINGS);
    assert!(codes.iter().all(|code| *code == codes::REFERENCE));
    assert_eq!(refused("a: &a { b: c }\nd:\n  <<: *a\n"), [codes::REFERENCE; 3]);
    assert_eq!(refused("a: !!binary aGk=\n"), [codes::REFERENCE]);
}

#[test]
fn odd_files_are_refused() {
    assert_eq!(refused(""), [codes::EMPTY]);
    assert_eq!(refused("# nothing\n"), [codes::EMPTY]);
    assert_eq!(refused("~\n"), [codes::EMPTY]);
    assert_eq!(refused("a: b\0\n"), [codes::CONTROL_CHARACTER]);
    assert_eq!(refused("a: b\u{ffff}\n"), [codes::CONTROL_CHARACTER]);
    assert_eq!(refused("a\u{feff}: b\n"), [codes::FOREIGN]);
    assert_eq!(refused("a: b\n---\nc: d\n"), [codes::SEVERAL_DOCUMENTS]);
    assert_eq!(refused("? [a]\n: b\n"), [codes::SYNTAX]);
    assert_eq!(refused(": b\n"), [codes::SYNTAX]);
    assert_eq!(refused("%YAML 1.2\n---\na: b\n"), [codes::UNQUOTED]);
}

#[test]
fn a_key_stays_where_it_stood_first() {
    let source = Source::new("test.yaml", "a: 1\nb: 2\na: 3\n");
    let parsed = yaml::parse(&source).unwrap();
    assert_eq!(codes_of(&parsed.findings), [codes::DUPLICATE_KEY]);
    assert_eq!(parsed.findings[0].label, "the first one is in line 1");
    let yaml::Value::Map(entries) = parsed.root.value else { panic!("a map is a map") };
    assert_eq!(entries.len(), 2);
}

#[test]
fn dates_are_days_that_exist() {
    for good in ["2026-11-20", "2028-02-29", "0001-01-01"] {
        assert!(words::is_date(good), "{good}");
    }
    for bad in ["2026-02-29", "2026-13-01", "2026-1-1", "20.11.2026", "2026-11-20 ", "２０２６-11-20", "2026-00-10"]
    {
        assert!(!words::is_date(bad), "{bad}");
    }
}

/// All schemas with every object, text and pattern in them.
fn visit(schema: &Json, see: &mut dyn FnMut(&Json)) {
    see(schema);
    match schema {
        Json::Array(items) => items.iter().for_each(|item| visit(item, see)),
        Json::Object(map) => map.values().for_each(|value| visit(value, see)),
        _ => {}
    }
}

#[test]
fn every_pattern_and_type_of_the_schemas_has_its_words() {
    for schema in [schema::of::<Handout>(), schema::of::<Exercise>(), schema::of::<Brand>(), schema::of::<Sources>()] {
        visit(&schema, &mut |part| {
            assert!(!part.get("pattern").is_some_and(Json::is_string) || words::pattern(part).is_some(), "{part}");
        });
        let definitions = schema["definitions"].as_object().unwrap();
        for (name, definition) in definitions {
            let is_map = serde_json::to_string(definition).unwrap().contains("\"properties\"");
            assert!(!is_map || words::phrase(Some(name)) != words::phrase(None), "`{name}` has no phrase in words.rs");
        }
    }
}

#[test]
fn schemas_are_of_the_draft_that_editors_read() {
    let schema = schema::of::<Handout>();
    assert_eq!(schema["$schema"], "http://json-schema.org/draft-07/schema#");
    assert_eq!(schema["title"], "Handout");
    assert_eq!(schema["description"], "A patient leaflet.");
    let item = &schema["definitions"]["Item"];
    assert_eq!(item["anyOf"][0]["type"], "string");
    assert_eq!(item["anyOf"][1]["required"][0], "text");
    assert_eq!(schema["definitions"]["Tier"]["anyOf"][0]["minItems"], 1);
    assert_eq!(schema["properties"]["stage"]["x-topic"], "stages", "ids are put in where they are known");
    let filled = schema::of_in::<Handout>(&Terms::of_tests());
    assert_eq!(filled["properties"]["stage"]["enum"][0], "first-trimester");
    assert!(filled["properties"]["stage"].get("x-topic").is_none());
}

/// Reads `text` as everything and prints what was found.
fn read_and_print(text: &str) {
    let source = Arc::new(Source {
        name: "test.yaml".to_owned(),
        text: text.to_owned(),
        origin: Origin::Clinic,
        outline: OnceLock::new(),
    });
    let found = [
        load::<Handout>(&source).map(|loaded| loaded.warnings),
        load::<Exercise>(&source).map(|loaded| loaded.warnings),
        load::<Brand>(&source).map(|loaded| loaded.warnings),
        load::<Sources>(&source).map(|loaded| loaded.warnings),
    ];
    for findings in found {
        let findings = findings.unwrap_or_else(|findings| findings);
        for place in findings.iter().filter_map(|finding| finding.place.as_ref()) {
            let _ = place.line_column();
        }
        let _ = render_human(&findings[..findings.len().min(5)], false);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_panics(text in any::<String>()) {
        read_and_print(&text);
    }

    #[test]
    fn no_yaml_like_text_panics(text in r##"([ \t\r\n:#'"\[\]{},&*!|>%@`?<~\\é.-]|- |: | #|a|Bc|1|title|items|text|---){0,60}"##) {
        read_and_print(&text);
    }

    #[test]
    fn no_slip_in_good_yaml_panics(
        base in prop_oneof![Just(HANDOUT), Just(BRAND)],
        slips in prop::collection::vec((any::<prop::sample::Index>(), 0..6usize, r##"[ \t\n:#'"\[\]{},&*!|>%@`é-]{0,3}"##), 1..5),
    ) {
        let mut characters: Vec<char> = base.chars().collect();
        for (at, length, inserted) in slips {
            let start = at.index(characters.len());
            let end = (start + length).min(characters.len());
            characters.splice(start..end, inserted.chars());
            characters.push('\n');
        }
        read_and_print(&characters.into_iter().collect::<String>());
    }

    #[test]
    fn whatever_has_the_right_shape_is_read(
        base in prop_oneof![Just(HANDOUT), Just(BRAND)],
        at in any::<prop::sample::Index>(),
        inserted in r##"[ \n:#'"\[\]{},a1~-]{1,3}"##,
    ) {
        // Had the checker let something through that serde refuses, the message would be "this cannot be read".
        let mut characters: Vec<char> = base.chars().collect();
        let start = at.index(characters.len());
        characters.splice(start..start, inserted.chars());
        let source = Source::new("test.yaml", characters.into_iter().collect::<String>());
        // As files are read: the ids of a topic are known.
        let terms = Terms::of_tests();
        let messages = match base == HANDOUT {
            true => load_in::<Handout>(&source, &terms).err(),
            false => load_in::<Brand>(&source, &terms).err(),
        };
        prop_assert!(messages.into_iter().flatten().all(|finding| finding.message != "this cannot be read"));
    }
}
