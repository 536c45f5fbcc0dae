use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value as Json;

use super::*;
use crate::diag::Source;
use crate::model::exercise::Exercise;
use crate::model::yaml::{self, Node, Value};
use crate::model::{Format, load, schema};

/// A handout with every part that there is.
const HANDOUT: &str = "title: Move
subtitle: Each day
language: en
topic: backs
stage: any
summary: Move often.
causes:
  title: Why
  intro: It is common.
  picture: standing
  items:
    - { name: Weight, text: Your baby grows., priority: essential, sources: [R1] }
  groups:
    - title: At work
      items: [Sit well.]
prevention: { items: [Stand tall.] }
treatments:
  items:
    - { name: Heat, text: A warm pack., evidence: may-help }
  keep_taking: [Low-dose aspirin]
exercises:
  title: Exercises
  intro: Start slowly.
  picture: walk
  use: [walk]
  also: [swim]
  items: [Breathe.]
more:
  - title: Sleep
    after: causes
    icon: sleep
    intro: Lie on your side.
    picture: standing
    items: [Use a pillow.]
    groups: [{ title: Late, items: [Rest.] }]
questions:
  - { question: Is it normal?, answer: Yes., priority: extra, sources: [R2] }
seek_care:
  title: Help
  emergency: { call: Call now, numbers: [emergency_number], signs: [You cannot pee] }
  same_day:
    call: Call today
    call_without_number: Call now
    numbers: [maternity_line]
    signs: [Any bleeding]
    groups: [{ intro: With a fever, signs: [Chills] }]
  routine: { call: Book, numbers: [phone], signs: [Pain for weeks] }
  add: { routine: [A stiff neck] }
  note: Be quick.
imprint: { version: '1', published: 2026-11-20, review: 2028-11-20, author: Jane }
";

/// An exercise with every part that there is but a picture.
const WALK: &str = "name: Walk
good_for: Your back
stages: [first-trimester]
not_after_week: 40
not_before_week: 4
after_birth_from_week: 0
after_birth_once: your catheter is out
position: standing
start: Stand tall.
steps: [Walk., Turn.]
steps_by_stage: { third-trimester: [Walk slowly.], after-birth: [Walk a little.] }
dose: { sets: 2, reps: 8-10, hold_seconds: 3, seconds: 30, minutes: 10, each_side: true, side: left, times_a_day: 2, days_a_week: 5, note: Slowly. }
dose_by_stage:
  first-trimester: { sets: 3, reps: 4, hold_seconds: 5, seconds: 6, minutes: 7, times_a_day: 8, days_a_week: 2 }
  second-trimester: { each_side: false, side: right, note: Gently. }
limits:
  - { when: sore hip, text: Do less., stages: [after-birth], at_start: true }
instead: swim
stop_if: it hurts.
basis: practice
sources: [R3]
";

const POSES: &str = "picture:
  alt: She walks.
  alt_by_stage: { third-trimester: She walks slowly. }
  show: stacked
  ground: mat
  props: [{ kind: pillow, at: [1, 2], size: [3, 4], turn: 5, layer: before, to: [6, 7] }]
  poses:
    - hip: [0, 80]
      stages: [after-birth]
      view: front
      pale: true
      lean: 1
      bend: 2
      head: 3
      chin: 4
      turn: 5
      toward: 6
      shoulder: [1, 2]
      near_arm: { up: 1, fore: 2, hand: 3, elbow: front, fist: true }
      far_arm: { on: floor, at: 4.5 }
      near_leg: { thigh: 1, shin: 2, foot: 3, knee: [1, 2] }
      far_leg: { sole: 2 }
      on_top: leg
      shoes: true
      face_up: true
      props: [{ kind: ball }]
      arrows: [{ from: [1, 2], to: [3, 4], bow: 5, ring: [6, 7], heads: both, breath: true, bump: 0.5 }]
    - sit: { on: chair, at: 3 }
      near_arm: { wrist: [1, 2] }
      near_leg: { kneel: 3 }
      far_leg: { ankle: [4, 5] }
";

const SCENE: &str = "alt: She stands.\nposes: [{ hip: [0, 90] }]\n";

/// What an approval covers.
struct Everything {
    handout: Handout,
    exercises: Library,
    scenes: Scenes,
    topic: BTreeMap<String, String>,
}

impl Everything {
    fn text(&self) -> String {
        text(
            &self.handout,
            Basis {
                exercises: &self.exercises,
                scenes: &self.scenes,
                topic: &self.topic,
                topic_reviews: &TopicReviews::default(),
            },
        )
    }
}

fn read<T: Format>(yaml: &str) -> Option<T> {
    load::<T>(&Source::new("test.yaml", yaml)).ok().map(|loaded| loaded.value)
}

fn everything(handout: &str, walk: &str, scene: &str) -> Option<Everything> {
    let swim = "name: Swim\nstages: [any]\nposition: in-water\nstart: Get in.\nsteps: [Swim.]\ndose: { minutes: 5 }\n\
                stop_if: it hurts.\n";
    let exercises = [("walk", walk), ("swim", swim)].map(|(id, yaml)| Some((id.to_owned(), read::<Exercise>(yaml)?)));
    Some(Everything {
        handout: read(handout)?,
        exercises: exercises.into_iter().collect::<Option<_>>()?,
        scenes: [("standing".to_owned(), read(scene)?)].into(),
        topic: [("en".to_owned(), of_topic("text: Stop"))].into(),
    })
}

/// What is approved of a file of a topic.
fn of_topic(yaml: &str) -> String {
    of_topic_file("safety", &yaml::parse(&Source::new("safety.yaml", yaml)).expect("YAML").root)
}

fn walk() -> String {
    format!("{WALK}{POSES}")
}

fn text_of(handout: &str, walk: &str, scene: &str) -> String {
    everything(handout, walk, scene).expect("good files").text()
}

/// The spans of every scalar of a file, and every key.
fn walked(yaml: &str) -> (Vec<std::ops::Range<usize>>, BTreeSet<String>) {
    fn walk(node: &Node, spans: &mut Vec<std::ops::Range<usize>>, keys: &mut BTreeSet<String>) {
        match &node.value {
            Value::Scalar { .. } => spans.push(node.span.clone()),
            Value::Seq(items) => items.iter().for_each(|item| walk(item, spans, keys)),
            Value::Map(entries) => entries.iter().for_each(|(key, value)| {
                keys.insert(key.text.clone());
                walk(value, spans, keys);
            }),
            Value::Null | Value::Invalid => {}
        }
    }
    let (mut spans, mut keys) = (Vec::new(), BTreeSet::new());
    let source: Arc<Source> = Source::new("test.yaml", yaml);
    walk(&yaml::parse(&source).expect("YAML").root, &mut spans, &mut keys);
    (spans, keys)
}

/// Every word that a schema lets choose from.
fn choices(schema: &Json, found: &mut BTreeSet<String>) {
    match schema {
        Json::Object(parts) => {
            let words = parts.get("enum").and_then(Json::as_array).into_iter().flatten().chain(parts.get("const"));
            found.extend(words.filter_map(Json::as_str).map(str::to_owned));
            parts.values().for_each(|part| choices(part, found));
        }
        Json::Array(parts) => parts.iter().for_each(|part| choices(part, found)),
        _ => {}
    }
}

/// Other values that may stand in the place of `text`.
fn others(text: &str, words: &BTreeSet<String>) -> Vec<String> {
    let mut others = vec![format!("\"{} x\"", text.trim_matches(['"', '\''])), "2027-02-03".to_owned()];
    others.extend(text.parse::<f64>().map(|number| (number + 1.0).to_string()));
    others.extend(text.parse::<f64>().map(|number| (number - 1.0).to_string()));
    others.push("7-9".to_owned());
    others.extend(["true", "false"].map(str::to_owned));
    others.extend(words.iter().cloned());
    others.retain(|other| other != text);
    others
}

/// Changes every scalar of a file, one at a time, and fails where the approved text stays the same.
fn every_scalar_counts(yaml: &str, text_with: &dyn Fn(&str) -> Option<String>) {
    let mut words = BTreeSet::new();
    choices(&schema::of::<Handout>(), &mut words);
    choices(&schema::of::<Exercise>(), &mut words);
    let approved = text_with(yaml).expect("good files");
    let (spans, _) = walked(yaml);
    assert!(spans.len() > 2);
    for span in spans {
        let old = &yaml[span.clone()];
        let other = |other: String| {
            let changed = format!("{}{other}{}", &yaml[..span.start], &yaml[span.end..]);
            text_with(&changed).map(|text| (other, text))
        };
        let (other, text) = others(old, &words).into_iter().find_map(other).unwrap_or_else(|| panic!("no other {old}"));
        assert_ne!(text, approved, "`{old}` as `{other}` at {}", &yaml[..span.start].lines().count());
    }
}

#[test]
fn every_value_of_a_handout_counts() {
    every_scalar_counts(HANDOUT, &|yaml| Some(everything(yaml, &walk(), SCENE)?.text()));
}

#[test]
fn every_value_of_an_exercise_and_its_drawing_counts() {
    every_scalar_counts(&walk(), &|yaml| Some(everything(HANDOUT, yaml, SCENE)?.text()));
    let image = format!("{WALK}picture: {{ alt: She walks., image: walk.svg }}\n");
    every_scalar_counts(&image, &|yaml| Some(everything(HANDOUT, yaml, SCENE)?.text()));
    every_scalar_counts(SCENE, &|yaml| Some(everything(HANDOUT, &walk(), yaml)?.text()));
}

#[test]
fn the_bytes_of_a_picture_count() {
    let image = format!("{WALK}picture: {{ alt: She walks., image: walk.svg }}\n");
    let with = |bytes: &[u8]| {
        let mut everything = everything(HANDOUT, &image, SCENE).expect("good files");
        let walk = everything.exercises.get_mut("walk").expect("an exercise");
        walk.picture.as_mut().expect("a picture").file_digest = Some(digest(bytes));
        everything.text()
    };
    assert_ne!(with(b"<svg/>"), with(b"<svg />"));
}

/// The files above have every part that there is, so that the walks above leave none out.
#[test]
fn no_part_is_left_out_of_the_walk() {
    let mut keys = walked(HANDOUT).1;
    keys.extend(walked(&walk()).1);
    keys.insert("image".to_owned());
    // What is no part of the approved text: approvals, allowances, and texts in other languages, which take the place of the
    // exercise's own before they are approved.
    let apart = ["allow", "reviewed_by", "texts"];
    let types_apart = ["Review", "Allowance", "ExerciseTexts", "LimitTexts", "Unit"];
    for (schema, of_definition) in [(schema::of::<Handout>(), true), (schema::of::<Exercise>(), true)] {
        let mut types = vec![&schema];
        let definitions = schema["definitions"].as_object().expect("definitions").iter();
        types.extend(definitions.filter(|(name, _)| !types_apart.contains(&name.as_str())).map(|(_, v)| v));
        let mut names = BTreeSet::new();
        for definition in types.iter().filter(|_| of_definition) {
            let long = definition["anyOf"].as_array().into_iter().flatten().chain(std::iter::once(*definition));
            let properties = long.filter_map(|form| form["properties"].as_object());
            names.extend(properties.flat_map(|properties| properties.keys().cloned()));
        }
        assert!(names.len() > 10, "{names:?}");
        let missing: Vec<&String> =
            names.iter().filter(|name| !keys.contains(*name) && !apart.contains(&name.as_str())).collect();
        assert!(missing.is_empty(), "add these to the files of this test: {missing:?}");
    }
}

#[test]
fn every_printed_part_of_a_topic_counts() {
    const FILE: &str = "full:
  - { id: stop, stages: [any], title: Stop, items: [{ id: a, emergency: true, text: Pain }, { id: b, text: Bleeding }], outro: Call }
";
    let own = of_topic(FILE);
    for (from, to) in [
        ("Stop", "Go"),
        ("Pain", "Ache"),
        ("Call", "Wait"),
        (", outro: Call", ""),
        ("{ id: b, text: Bleeding }", ""),
        ("[any]", "[after-birth]"),
        ("emergency: true", "emergency: false"),
        ("text: Pain }, { id: b, text: Bleeding", "text: Bleeding }, { id: b, text: Pain"),
    ] {
        assert_ne!(of_topic(&FILE.replace(from, to)), own, "{from}");
    }
    // What an entry is called in the files is not printed, nor is what it was translated from.
    for (from, to) in [("id: b", "id: c"), ("title: Stop", "title: { text: Stop, of: 3f9a0c11 }")] {
        assert_eq!(of_topic(&FILE.replace(from, to)), own, "{to}");
    }
    // They are approved by themselves: no line of them is in the text of a handout.
    assert!(!text_of(HANDOUT, &walk(), SCENE).contains("topic "));
}

#[test]
fn how_a_file_is_written_does_not_count() {
    let approved = text_of(HANDOUT, &walk(), SCENE);
    for (from, to) in [
        ("summary: Move often.", "summary: >\n  Move\n  often."),
        ("summary: Move often.", "summary: \"Move often.\" # said so"),
        (
            "prevention: { items: [Stand tall.] }",
            "prevention:\n  items:\n    - text: Stand tall.\n      priority: normal",
        ),
        ("author: Jane", "author: Jane, reviewed_by: []"),
    ] {
        assert_eq!(text_of(&HANDOUT.replace(from, to), &walk(), SCENE), approved, "{to}");
    }
    // A file from a Mac has its accents apart from their letters.
    let with = |name: &str| text_of(&HANDOUT.replace("author: Jane", &format!("author: {name}")), &walk(), SCENE);
    assert_eq!(with("Ren\u{e9}e"), with("Rene\u{301}e"));
    assert_ne!(with("Ren\u{e9}e"), with("Renee"));
}

#[test]
fn where_a_value_stands_counts() {
    let approved = text_of(HANDOUT, &walk(), SCENE);
    for (from, to) in [
        ("[Stand tall.]", "[Stand, tall.]"),
        ("signs: [Any bleeding]", "signs: [Any, bleeding]"),
        ("summary: Move often.", "summary: \"Move\\n\\noften.\""),
        ("summary: Move often.", "summary: 'Move\\n\\noften.'"),
        ("use: [walk]\n  also: [swim]", "use: [walk, swim]"),
        ("numbers: [phone], ", "numbers: [], "),
        ("numbers: [phone], ", ""),
    ] {
        let changed = text_of(&HANDOUT.replace(from, to), &walk(), SCENE);
        assert_ne!(changed, approved, "{to}");
    }
    let [none, unsaid] =
        ["numbers: [], ", ""].map(|to| text_of(&HANDOUT.replace("numbers: [phone], ", to), &walk(), SCENE));
    assert_ne!(none, unsaid, "no numbers are not those that stand there unasked");
    let [line, mark] = ["\"Move\\n\\noften.\"", "'Move\\n\\noften.'"]
        .map(|to| text_of(&HANDOUT.replace("summary: Move often.", &format!("summary: {to}")), &walk(), SCENE));
    assert_ne!(line, mark, "a line break is not a backslash and an n");
}

/// The hash of these files stays what it is for as long as the version does: an approval outlives a new version of the
/// program. Where this fails, the program reads another text out of the same files; if that is meant, [`VERSION`] grows,
/// and the first line of the text with it.
#[test]
fn a_hash_stays_the_same() {
    let text = text_of(HANDOUT, &walk(), SCENE);
    assert_eq!(hash(&text), "v2:99b5835f50d9793dbeece0f62b0a853a033c61466279acb913828c7ac8216f76");
    assert_eq!(hash("a\n"), "v2:87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7");
}

#[test]
fn changes_are_told_line_by_line() {
    let before = text_of(HANDOUT, &walk(), SCENE);
    let with = |from: &str, to: &str| text_of(&HANDOUT.replace(from, to), &walk(), SCENE);
    let now = with("summary: Move often.", "summary: Rest.");
    assert_eq!(changes(&before, &now), ["gone: summary: Move often.", "new: summary: Rest."]);
    assert!(changes(&now, &now).is_empty());
    assert_eq!(changes("a: 1\nb: 2\n", "b: 2\na: 1\n"), ["the order of the texts, or how often one stands"]);
    // One more at the start moves the others on, which is no change of theirs.
    let more = with("items: [Stand tall.]", "items: [Sit well., Stand tall.]");
    assert_eq!(changes(&before, &more), ["new: prevention, items, text: Sit well."]);
}

fn with_reviews(reviews: &[String]) -> Handout {
    let list = reviews.join(", ");
    read(&HANDOUT.replace("author: Jane }", &format!("author: Jane, reviewed_by: [{list}] }}"))).expect("a handout")
}

fn review(name: &str, role: &str, hash: &str) -> String {
    format!("{{ name: {name}, role: {role}, date: 2026-11-20, hash: '{hash}' }}")
}

#[test]
fn a_leaflet_is_a_draft_until_every_role_has_approved_this_text() {
    let (exercises, scenes, topic, none) = (Library::new(), Scenes::new(), BTreeMap::new(), TopicReviews::default());
    let basis = Basis { exercises: &exercises, scenes: &scenes, topic: &topic, topic_reviews: &none };
    let hash = text_hash(&with_reviews(&[]), basis);
    let roles = Role::USUAL;
    let one = with_reviews(&[review("Ann", "midwife", &hash)]);
    let missing: Vec<&str> = standing(&one, basis, &roles).missing.iter().map(|role| role.id()).collect();
    assert_eq!(missing, ["obstetric-physiotherapist", "obstetrician"]);
    assert!(!standing(&one, basis, &[roles[0]]).is_draft(), "where the clinic asks for a midwife alone");
    let all = [("Ann", "midwife"), ("Bea", "obstetric physiotherapist"), ("Cleo", "obstetrician")];
    let all = all.map(|(name, role)| review(name, role, &hash));
    assert!(!standing(&with_reviews(&all), basis, &roles).is_draft());
    let old =
        with_reviews(&[review("Ann", "midwife", "0000"), review("Bea", "midwife", hash.trim_start_matches("v2:"))]);
    let standing = standing(&old, basis, &roles);
    assert!(standing.is_draft() && standing.valid.is_empty() && standing.lapsed.len() == 2);
}

#[test]
fn one_person_signs_one_role() {
    let (exercises, scenes, topic, none) = (Library::new(), Scenes::new(), BTreeMap::new(), TopicReviews::default());
    let basis = Basis { exercises: &exercises, scenes: &scenes, topic: &topic, topic_reviews: &none };
    let hash = text_hash(&with_reviews(&[]), basis);
    let twice = ["Ann  Example", "ann example"].into_iter().zip(["midwife", "obstetrician"]);
    let twice: Vec<String> = twice.map(|(name, role)| review(name, role, &hash)).collect();
    let handout = with_reviews(&twice);
    let standing = standing(&handout, basis, &[Role::USUAL[0], Role::USUAL[2]]);
    assert_eq!((standing.valid.len(), standing.again.len()), (1, 1));
    assert_eq!(standing.missing, [Role::USUAL[2]]);
    // The same role twice is the same person's word, said again.
    assert!(is_same_person("Ren\u{e9}e  Roe", "rene\u{301}e roe") && !is_same_person("Ann", "Anne"));
}

#[test]
fn a_role_that_is_not_on_the_list_is_an_error() {
    for role in ["Senior midwife", "midwi", "non-obstetrician", "veterinary physiotherapist"] {
        let yaml =
            HANDOUT.replace("author: Jane }", &format!("author: Jane, reviewed_by: [{}] }}", review("Ann", role, "x")));
        assert!(read::<Handout>(&yaml).is_none(), "{role}");
    }
}

#[test]
fn the_clinic_goes_before_the_brand_and_the_brand_before_the_usual_roles() {
    let brand = |more: &str| -> Brand {
        read(&format!(
            "name: Hill\nlocale: en-GB\ncolors: {{ primary: '#1f6f78', accent: '#b84a33' }}\ncontact: {{ phone: '1', \
             emergency_number: '999' }}\n{more}"
        ))
        .expect("a brand")
    };
    let policy = |roles: &str| Approved { policy: read(&format!("approval: [{roles}]\n")), ..Approved::default() };
    let ids =
        |approved: &Approved, brand: &Brand| -> Vec<&str> { approved.roles(brand).iter().map(|r| r.id()).collect() };
    let (plain, own) = (brand(""), brand("approval: [pharmacist, midwife, pharmacist]\n"));
    assert_eq!(ids(&Approved::default(), &plain), ["midwife", "obstetric-physiotherapist", "obstetrician"]);
    assert_eq!(ids(&Approved::default(), &own), ["pharmacist", "midwife"]);
    assert_eq!(ids(&policy("obstetrician"), &own), ["obstetrician"]);
    assert!(read::<Policy>("approval: []\n").is_none() && read::<Policy>("approval: [doctor]\n").is_none());
    assert!(read::<Policy>("{}\n").is_none() && read::<Policy>("roles: [midwife]\n").is_none());
}

#[test]
fn a_sheet_is_covered_by_what_its_leaflet_shows() {
    let handout = with_reviews(&[]);
    assert_eq!(beyond(&handout, ["walk", "swim"]), Beyond::default());
    assert_eq!(beyond(&handout, ["walk", "bridge"]), Beyond { exercises: vec!["bridge".to_owned()] });
}

/// A leaflet is a draft until the topic's texts are approved too, and again when one of them changes.
#[test]
fn the_topics_texts_are_approved_once_for_all_leaflets() {
    let (exercises, scenes) = (Library::new(), Scenes::new());
    let topic: BTreeMap<String, String> = [("en".to_owned(), of_topic("stop: { title: Stop }"))].into();
    let none = TopicReviews::default();
    let basis = Basis { exercises: &exercises, scenes: &scenes, topic: &topic, topic_reviews: &none };
    let roles = [Role::USUAL[0]];
    let handout = with_reviews(&[review("Ann", "midwife", &text_hash(&with_reviews(&[]), basis))]);
    let alone = standing(&handout, basis, &roles);
    assert!(alone.missing.is_empty() && alone.topic_missing == roles && alone.is_draft());
    let hash = hash(&basis.topic_text("en-US").expect("a text"));
    let approved: TopicReviews = read(&format!("en: [{}]\n", review("Bea", "midwife", &hash))).expect("approvals");
    let basis = Basis { topic_reviews: &approved, ..basis };
    assert!(!standing(&handout, basis, &roles).is_draft());
    assert_eq!(topic_standing("en", basis, &Role::USUAL).missing, Role::USUAL[1..]);
    // In another language nothing is printed of the topic, and nothing is missing.
    assert!(basis.topic_text("ar").is_none() && topic_standing("ar", basis, &roles).missing.is_empty());
    for changed in ["stop: { title: Halt }", "stop: { title: Stop, intro: Now }", "stop: { titles: Stop }"] {
        let topic: BTreeMap<String, String> = [("en".to_owned(), of_topic(changed))].into();
        let basis = Basis { topic: &topic, ..basis };
        let lapsed = topic_standing("en", basis, &roles);
        assert!(lapsed.missing == roles && lapsed.lapsed.len() == 1, "{changed}");
        assert!(standing(&handout, basis, &roles).is_draft(), "{changed}");
    }
}
