//! A topic is read whole, and every mistake in it is told.

use std::path::Path;

use super::*;
use crate::diag::Source;

/// The topic that ships, read from the project's own folder.
pub(crate) fn shipped() -> Topic {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("handouts/topics").join(DEFAULT);
    let find = |path: &str| Some(Source::new(path, std::fs::read_to_string(folder.join(path)).ok()?));
    Topic::read(DEFAULT, &Files::new(&find)).expect("a good topic")
}

const ABOUT: &str = "title: Knees
stages: [{ id: early }, { id: late }]
tiers: [{ id: emergency, look: emergency, numbers: [emergency_number] }]
roles: [physiotherapist]
approval: [physiotherapist]
";
const SAFETY: &str = "full: [{ id: stop, title: Stop, items: [{ id: pain, text: Pain }] }]
strip: [{ id: ask, title: Ask, items: [{ id: heart, text: heart }] }]
stop: [{ id: stop, title: Stop, items: [{ id: pain, text: { text: pain, of: 00000000 } }] }]
";

fn read(about: &str, safety: &str) -> Result<Topic, Vec<&'static str>> {
    let find = |path: &str| {
        let text = match path {
            "topic.yaml" => about,
            "signs.yaml" => "signs: []\n",
            "en/safety.yaml" => safety,
            _ => "",
        };
        (!text.is_empty()).then(|| Source::new(path, text))
    };
    let read = Topic::read("knees", &Files::new(&find));
    read.map_err(|findings| findings.iter().map(|finding| finding.code).collect())
}

#[test]
fn mistakes_in_a_pack_are_told() {
    let about = &format!("{ABOUT}languages: [en]\n");
    assert!(read(about, "").is_ok_and(|topic| topic.safety("en").is_none()));
    assert!(read(about, SAFETY).is_ok_and(|topic| topic.safety("en-AU").is_some() && topic.safety("es").is_none()));
    assert_eq!(read("", SAFETY).err(), Some(vec!["T001"]));
    assert_eq!(read(ABOUT, SAFETY).err(), Some(vec!["H011"]));
    assert_eq!(read(&format!("{ABOUT}languages: [../../en]\n"), SAFETY).err(), Some(vec!["T025"]));
    let silent = SAFETY.replace("text: Pain", "emergency: true, text: Pain");
    assert_eq!(read(about, &silent).err(), Some(vec!["T021", "T022"]));
}

#[test]
fn what_is_printed_is_listed_for_approval() {
    let topic = read(&format!("{ABOUT}languages: [en]\n"), SAFETY).expect("a good topic");
    let expected = "topic safety.full[1].items[1].text: Pain
topic safety.full[1].title: Stop
topic safety.stop[1].items[1].text: pain
topic safety.stop[1].title: Stop
topic safety.strip[1].items[1].text: heart
topic safety.strip[1].title: Ask
";
    assert_eq!(topic.printed()["en"], expected);
}

#[test]
fn tables_name_stages_and_contexts_that_are_there() {
    let found = |file: &str, text: &str| -> Vec<&'static str> {
        let find = |path: &str| match path {
            "topic.yaml" => Some(Source::new(path, format!("{ABOUT}languages: [en]\n"))),
            "signs.yaml" => Some(Source::new(path, "signs: []\n")),
            path => (path == file).then(|| Source::new(path, text)),
        };
        let read = Topic::read("knees", &Files::new(&find));
        read.err().into_iter().flatten().map(|finding| finding.code).collect()
    };
    let treatment = |stage: &str| {
        format!("treatments: [{{ name: tape, words: {{ en: [tape] }}, best: {{ {stage}: may-help }} }}]\n")
    };
    assert!(found("treatments.yaml", &treatment("late")).is_empty());
    assert_eq!(found("treatments.yaml", &treatment("alte")), ["T027"]);
    let alone = |stage: &str| {
        format!(
            "not_alone: [{{ words: {{ en: [sleep] }}, with: {{ en: [calm] }}, stages: [{stage}], finding: {{ message: a, because: b, \
             help: c, why: d, standard: e }} }}]\n"
        )
    };
    assert!(found("rules.yaml", &alone("any")).is_empty());
    assert_eq!(found("rules.yaml", &alone("anny")), ["T027"]);
    let avoid = |fine: &str| {
        format!(
            "en: {{ contexts: {{ asked: {{ asked: true }} }}, avoid: [{{ say: sore, phrases: [slipped], fine: {fine} }}] }}\n"
        )
    };
    assert!(found("words.yaml", &avoid("asked")).is_empty());
    assert_eq!(found("words.yaml", &avoid("aksed")), ["T026"]);
    assert_eq!(found("medicines.yaml", "names: { en: [aspirin] }\n"), ["H011"]);
}

/// The places of all scalars of a tree, each with whether it is printed.
fn scalars(node: &yaml::Node, is_printed: bool, found: &mut Vec<(std::ops::Range<usize>, bool)>) {
    match &node.value {
        yaml::Value::Scalar { .. } => found.push((node.span.clone(), is_printed)),
        yaml::Value::Seq(entries) => entries.iter().for_each(|entry| scalars(entry, is_printed, found)),
        yaml::Value::Map(parts) => parts.iter().for_each(|(key, node)| {
            scalars(node, is_printed && !matches!(key.text.as_str(), "id" | "of"), found);
        }),
        yaml::Value::Null | yaml::Value::Invalid => {}
    }
}

/// Whatever is changed in a file that is printed changes what is approved; what an entry is called does not.
#[test]
fn every_printed_value_of_the_pack_is_approved() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("handouts/topics").join(DEFAULT).join("en");
    let mut changed = 0;
    for name in ["safety", "help", "words"] {
        let text = std::fs::read_to_string(folder.join(format!("{name}.yaml"))).expect("a file of the pack");
        let lines = |text: &str| {
            let parsed = yaml::parse(&Source::new(name, text)).ok()?;
            Some(of_topic_file(name, &parsed.root))
        };
        let own = lines(&text).expect("YAML");
        assert!(shipped().printed()["en"].contains(&own), "{name} is not in what is approved");
        let mut found = Vec::new();
        scalars(&yaml::parse(&Source::new(name, text.as_str())).expect("YAML").root, true, &mut found);
        for (span, is_printed) in found {
            let other = format!("{}\"another text\"{}", &text[..span.start], &text[span.end..]);
            let Some(other) = lines(&other) else { continue };
            assert_eq!(other != own, is_printed, "{name}: {}", &text[span]);
            changed += usize::from(is_printed);
        }
    }
    assert!(changed > 200, "only {changed} values were changed");
}
