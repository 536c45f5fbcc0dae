//! The text that a clinician approves: all that a handout says and draws on, a value a line.
//!
//! Each line has the parts that lead to a value, as the YAML names them, and the value: `causes.items[1].text: …`. It is
//! made by walking what the types serialise to, so a part that is added to a type is in it by itself. A part that is
//! left out has no line, so that a new optional part does not change the text of a handout without it.
//! Two texts are the same only when all values are, in the same order.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use serde::Serialize;
use serde_json::Value;
use unicode_normalization::UnicodeNormalization as _;

use super::{Basis, digest};
use crate::model::handout::Handout;
use crate::model::picture::Picture;
use crate::model::yaml::{Node, Value as Yaml};

/// What every text begins with.
const FIRST_LINE: &str = "approved text of handout, version 2";

/// All that is approved with a handout: its own parts but for the approvals themselves and what `allow` lets stand, which
/// the types do not serialise; the exercises that it names, in full, with their drawings; the pictures of its sections.
/// What is printed of the topic is approved by itself ([`Basis::topic_text`]). Its first line is the version.
#[must_use]
pub fn text(handout: &Handout, basis: Basis<'_>) -> String {
    let mut lines = Lines(format!("{FIRST_LINE}\n"));
    lines.parts("", handout);
    let ids = handout.exercises.iter().flat_map(|shown| shown.ids()).map(|id| id.value.as_str());
    let mut seen = BTreeSet::new();
    for id in ids.filter(|id| seen.insert(*id)) {
        lines.exercise(id, basis);
    }
    let mut seen = BTreeSet::new();
    for name in handout.pictures().map(|name| name.value.as_str()).filter(|name| seen.insert(*name)) {
        let of_exercise = basis.exercises.get(name).and_then(|exercise| exercise.picture.as_ref());
        if let Some(picture) = of_exercise.or_else(|| basis.scenes.get(name)) {
            lines.picture(&format!("picture {name}"), picture);
        }
    }
    lines.0
}

/// The text of a topic that is approved, from its lines.
pub(super) fn with_first_line(lines: &str) -> String {
    format!("{FIRST_LINE}\n{lines}")
}

/// Parts of a topic's files that are not printed: what an entry is called in the files, and what it was translated from.
const NOT_PRINTED: [&str; 2] = ["id", "of"];

/// The lines of a topic's file, a value a line, each after `topic` and the name of the file without its ending.
#[must_use]
pub fn of_topic_file(name: &str, root: &Node) -> String {
    let mut lines = Lines::default();
    lines.node(&format!("topic {name}"), root);
    lines.0
}

/// What has changed between two texts as [`text`] gives them, each line in words; empty when they are the same.
#[must_use]
pub fn changes(before: &str, now: &str) -> Vec<String> {
    let lines = |text: &str| -> Vec<String> { text.lines().map(readable).collect() };
    let (old, new) = (lines(before), lines(now));
    let only_in = |lines: &[String], others: &[String]| -> Vec<String> {
        let others: BTreeSet<&String> = others.iter().collect();
        lines.iter().filter(|line| !others.contains(line)).cloned().collect()
    };
    let mut changes: Vec<String> = only_in(&old, &new).iter().map(|line| format!("gone: {line}")).collect();
    changes.extend(only_in(&new, &old).iter().map(|line| format!("new: {line}")));
    if changes.is_empty() && before != now {
        changes.push("the order of the texts, or how often one stands".to_owned());
    }
    changes
}

/// A line for people: without the numbers of entries, which all move when one is put in.
pub(super) fn readable(line: &str) -> String {
    let (path, value) = line.split_once(": ").unwrap_or((line, ""));
    let mut parts = String::new();
    let mut in_number = false;
    for c in path.chars() {
        match c {
            '[' => in_number = true,
            ']' => in_number = false,
            _ if in_number => {}
            '.' => parts.push_str(", "),
            c => parts.push(c),
        }
    }
    format!("{parts}: {}", value.replace("\\n", " ").replace("\\\\", "\\"))
}

/// What a type of the model serialises to.
fn serialised(value: &impl Serialize) -> Value {
    serde_json::to_value(value).expect("the types of the model have text keys and finite numbers")
}

/// Lines of a text under construction.
#[derive(Default)]
struct Lines(String);

impl Lines {
    /// One line. Composed and decomposed letters are the same (NFC); a line break within a value is written `\n`.
    fn add(&mut self, path: &str, value: &str) {
        let value: String = value.trim().replace('\\', "\\\\").replace('\n', "\\n").nfc().collect();
        let _ = writeln!(self.0, "{path}: {value}");
    }

    /// All parts of a value.
    fn parts(&mut self, path: &str, value: &impl Serialize) {
        self.value(path, &serialised(value));
    }

    fn value(&mut self, path: &str, value: &Value) {
        match value {
            Value::Null => {}
            Value::Bool(said) => self.add(path, if *said { "true" } else { "false" }),
            Value::Number(number) => self.add(path, &number.to_string()),
            Value::String(text) => self.add(path, text),
            // A list that is empty where none could have been left out, such as `numbers: []`.
            Value::Array(values) if values.is_empty() => self.add(path, "none"),
            Value::Array(values) => {
                for (index, value) in values.iter().enumerate() {
                    self.value(&format!("{path}[{}]", index + 1), value);
                }
            }
            Value::Object(parts) => {
                // By name, so that neither the order of a type's parts nor that of a file counts.
                let sorted: BTreeMap<&String, &Value> = parts.iter().collect();
                for (name, value) in sorted {
                    let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    self.value(&path, value);
                }
            }
        }
    }

    fn exercise(&mut self, id: &str, basis: Basis<'_>) {
        let path = format!("exercise {id}");
        let Some(exercise) = basis.exercises.get(id) else { return self.add(&path, "not known") };
        let mut parts = serialised(exercise);
        // The picture has lines of its own.
        parts.as_object_mut().and_then(|parts| parts.remove("picture"));
        self.value(&path, &parts);
        if let Some(picture) = &exercise.picture {
            self.picture(&format!("{path}.picture"), picture);
        }
        // The other exercise is named beside it.
        let other = exercise.instead.as_ref().and_then(|other| basis.exercises.get(&other.value));
        if let Some(other) = other {
            self.add(&format!("{path}.instead.name"), &other.name.value);
        }
    }

    /// What a picture shows in words, and a digest of all that draws it: poses, or the bytes of its file.
    fn picture(&mut self, path: &str, picture: &Picture) {
        self.add(&format!("{path}.alt"), &picture.alt.value);
        self.parts(&format!("{path}.alt_by_stage"), &picture.alt_by_stage);
        let mut drawing = Self::default();
        drawing.parts("", picture);
        let bytes = picture.file_digest.as_deref().unwrap_or("");
        self.add(&format!("{path}.drawing"), &digest(format!("{}{bytes}", drawing.0).as_bytes()));
    }

    /// All that a file of a topic says and that is printed.
    fn node(&mut self, path: &str, node: &Node) {
        match &node.value {
            Yaml::Null | Yaml::Invalid => {}
            Yaml::Scalar { text, .. } => self.add(path, text),
            Yaml::Seq(entries) => {
                for (index, entry) in entries.iter().enumerate() {
                    self.node(&format!("{path}[{}]", index + 1), entry);
                }
            }
            Yaml::Map(parts) => {
                // A text that names its source is written as a map of two parts, and else as a text.
                let is_text = |name: &str| matches!(name, "text" | "of");
                if let Some((_, text)) = parts.iter().find(|(key, _)| key.text == "text")
                    && parts.iter().all(|(key, _)| is_text(&key.text))
                {
                    return self.node(path, text);
                }
                let printed = parts.iter().filter(|(key, _)| !NOT_PRINTED.contains(&key.text.as_str()));
                let sorted: BTreeMap<&str, &Node> = printed.map(|(key, node)| (key.text.as_str(), node)).collect();
                for (name, node) in sorted {
                    self.node(&format!("{path}.{name}"), node);
                }
            }
        }
    }
}
