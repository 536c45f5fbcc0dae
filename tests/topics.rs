//! Every topic of the two source articles has its place in the handouts, or a reason to have none, and no claim that
//! the clinical brief drops is made anywhere.

mod library;

use std::collections::BTreeMap;
use std::path::Path;

use handout::check::reading;
use handout::model::handout::Stage;
use handout::topic::safety::Length;
use library::{HANDOUTS, Library, read};
use schemars::JsonSchema;
use serde::Deserialize;

/// A topic or claim of an article.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Topic {
    /// In our own words.
    topic: String,
    /// What the brief makes of it.
    verdict: Verdict,
    /// Where it is covered, and words that stand there.
    #[serde(default)]
    covered: BTreeMap<String, String>,
    /// Why it is not.
    left_out: Option<String>,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, PartialEq, Eq)]
enum Verdict {
    #[serde(rename = "keep")]
    Keep,
    #[serde(rename = "keep and add")]
    KeepAndAdd,
    #[serde(rename = "reword")]
    Reword,
    #[serde(rename = "correct")]
    Correct,
    #[serde(rename = "drop")]
    Drop,
    #[serde(rename = "add")]
    Add,
}

/// Words of claims that are wrong, unsafe or frightening, and of the brief's list of words to avoid (4B).
const NEVER_SAID: &[&str] = &[
    "abortion",
    "analgesic",
    "bad posture",
    "burden",
    "cure",
    "cures",
    "detox",
    "early findings",
    "excessive",
    "healing power",
    "hereditary",
    "holistic",
    "honeymoon",
    "incompetent",
    "journey",
    "just part of pregnancy",
    "miracle",
    "must never",
    "nervous system",
    "obese",
    "out of alignment",
    "out of place",
    "poor posture",
    "promising",
    "proven",
    "realign",
    "realigned",
    "realigns",
    "regenerative",
    "restore balance",
    "rigors",
    "slipped",
    "stem cells are",
    "symptoms persist",
    "take for granted",
    "unstable pelvis",
    "weak spine",
    "natural backache",
];

/// The texts by the names that topics give them.
fn texts() -> BTreeMap<String, String> {
    let library = Library::read();
    let values = library.values();
    let joined = |blocks: Vec<String>| blocks.join("\n").split_whitespace().collect::<Vec<_>>().join(" ");
    let mut texts = BTreeMap::new();
    for name in HANDOUTS {
        texts.insert(name.to_owned(), joined(reading::blocks(&library.handout(name), &library.exercises, &values)));
    }
    for (id, exercise) in &library.exercises {
        texts.insert(format!("exercises/{id}"), joined(reading::card(exercise, Stage::Any, &values)));
    }
    let safety = library.topic.safety("en").expect("English safety texts");
    let lists = safety.lists(Length::Full, Stage::Any);
    let box_lines = lists.flat_map(|list| list.texts(Stage::Any).map(str::to_owned).collect::<Vec<_>>());
    texts.insert("safety".to_owned(), joined(box_lines.collect()));
    texts
}

fn topics(article: &str) -> BTreeMap<String, Topic> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/topics");
    read(&folder.join(format!("article-{article}.yaml")))
}

#[test]
fn every_topic_is_covered_or_left_out_for_a_reason() {
    let texts = texts();
    let (mut complaints, mut covered, mut left_out) = (Vec::new(), 0, 0);
    for (article, letter, count) in [("a", 'A', 36), ("b", 'B', 34)] {
        let topics = topics(article);
        let missing = (1..=count).map(|number| format!("{letter}{number}")).filter(|id| !topics.contains_key(id));
        complaints.extend(missing.map(|id| format!("{id} is missing")));
        assert_eq!(topics.len(), count, "article {article}");
        for (id, topic) in &topics {
            match (&topic.left_out, topic.covered.is_empty()) {
                (Some(_), true) => left_out += 1,
                (None, false) => covered += 1,
                _ => complaints.push(format!("{id} ({}): say either `covered` or `left_out`", topic.topic)),
            }
            for (place, words) in &topic.covered {
                match texts.get(place) {
                    None => complaints.push(format!("{id}: there is no `{place}`")),
                    Some(text) if !text.contains(words.as_str()) => {
                        complaints.push(format!("{id}: {place} does not say: {words}"));
                    }
                    Some(_) => {}
                }
            }
        }
    }
    println!("{covered} topics covered, {left_out} left out for a reason");
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn dropped_claims_are_made_nowhere() {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
    for (place, text) in texts() {
        let text = text.to_lowercase();
        for words in NEVER_SAID {
            let whole = text.match_indices(words).any(|(at, _)| {
                !is_letter(text[..at].chars().next_back()) && !is_letter(text[at + words.len()..].chars().next())
            });
            assert!(!whole, "{place} says: {words}");
        }
    }
    let dropped = [topics("a"), topics("b")].into_iter().flatten().filter(|(_, topic)| topic.verdict == Verdict::Drop);
    assert_eq!(dropped.count(), 3, "A16, A20 and B31");
}
