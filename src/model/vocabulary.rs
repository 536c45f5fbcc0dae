//! The ids that files may name: stages, tiers, contacts and roles of a topic.
//!
//! A type's schema marks where an id of a topic belongs; [`fill`] puts the ids there, so that the schema for editors, the
//! check of a file's shape and its "did you mean" all know them.

use std::collections::BTreeMap;

use schemars::{Schema, json_schema};
use serde_json::{Map, Value, json};

use super::key::Key;

/// The mark on a text that is an id of a topic; its value says of which kind.
pub const MARK: &str = "x-topic";
/// The mark on a map whose keys are ids of a topic; its value says of which kind.
pub const KEYS_MARK: &str = "x-topic-keys";

/// Topics themselves.
pub const TOPICS: &str = "topics";
/// Stages; as a text `any` is one, as a key it is not.
pub const STAGES: &str = "stages";
/// Tiers of warning signs, most urgent first.
pub const TIERS: &str = "tiers";
/// Numbers that a brand has for a topic, besides those that every brand has.
pub const CONTACTS: &str = "contacts";
/// Roles that can approve.
pub const ROLES: &str = "roles";

/// The ids that one file may name, each list in its own order.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Terms {
    /// Stages.
    pub stages: Vec<Key>,
    /// Tiers, most urgent first.
    pub tiers: Vec<Key>,
    /// Contacts.
    pub contacts: Vec<Key>,
    /// Roles.
    pub roles: Vec<Key>,
    /// The topics that there are.
    pub topics: Vec<Key>,
}

/// The ids of every topic that there is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Vocabulary {
    topics: BTreeMap<Key, Terms>,
    /// The topic of a handout that names none.
    usual: Option<Key>,
}

impl Terms {
    /// The ids of a kind.
    fn of(&self, kind: &str) -> &[Key] {
        match kind {
            STAGES => &self.stages,
            TIERS => &self.tiers,
            CONTACTS => &self.contacts,
            ROLES => &self.roles,
            TOPICS => &self.topics,
            _ => &[],
        }
    }

    /// Some ids of the library's topic, for tests.
    #[cfg(test)]
    pub(crate) fn of_tests() -> Self {
        let keys = |ids: &[&str]| ids.iter().map(|id| Key::new(id).expect("an id")).collect();
        Self {
            stages: keys(&["first-trimester", "second-trimester", "third-trimester", "after-birth"]),
            tiers: keys(&["emergency", "same_day", "routine"]),
            contacts: keys(&["maternity_line", "urgent_line"]),
            roles: keys(&["midwife", "obstetrician"]),
            topics: keys(&["back-pain-in-pregnancy"]),
        }
    }

    /// Takes in the ids of `other` that are not there yet.
    fn take_in(&mut self, other: &Self) {
        let lists = [
            (&mut self.stages, &other.stages),
            (&mut self.tiers, &other.tiers),
            (&mut self.contacts, &other.contacts),
            (&mut self.roles, &other.roles),
        ];
        for (own, more) in lists {
            for key in more {
                if !own.contains(key) {
                    own.push(*key);
                }
            }
        }
    }
}

impl Vocabulary {
    /// That of these topics; `usual` is the one of a handout that names none.
    #[must_use]
    pub fn new(topics: impl IntoIterator<Item = (Key, Terms)>, usual: &str) -> Self {
        Self { topics: topics.into_iter().collect(), usual: Key::new(usual).ok() }
    }

    /// What a file of a handout about `topic` may name; all ids where there is no such topic, so that only its name is
    /// found wrong.
    #[must_use]
    pub fn of_topic(&self, topic: Option<&str>) -> Terms {
        let named = topic.map_or(self.usual, |name| Key::new(name).ok());
        match named.and_then(|name| self.topics.get(&name)) {
            Some(terms) => Terms { topics: self.names(), ..terms.clone() },
            None => self.all(),
        }
    }

    /// What a file that serves every topic may name: the ids of the usual topic first, then those of the others.
    #[must_use]
    pub fn all(&self) -> Terms {
        let mut all = Terms { topics: self.names(), ..Terms::default() };
        let usual = self.usual.and_then(|usual| self.topics.get(&usual));
        usual.into_iter().chain(self.topics.values()).for_each(|terms| all.take_in(terms));
        all
    }

    fn names(&self) -> Vec<Key> {
        self.topics.keys().copied().collect()
    }
}

/// The schema of a text that is an id of this kind.
#[must_use]
pub fn one_of(kind: &str) -> Schema {
    json_schema!({ "type": "string", "pattern": super::KEY_PATTERN, MARK: kind })
}

/// Puts the ids of `terms` where the schema has marks, and takes the marks out.
pub fn fill(schema: &mut Value, terms: &Terms) {
    match schema {
        Value::Object(parts) => {
            if let Some(kind) = mark(parts, MARK) {
                let ids = terms.of(&kind).iter().map(Key::as_str);
                let any = (kind == STAGES).then_some("any");
                parts.insert("enum".to_owned(), ids.chain(any).collect());
                parts.shift_remove("pattern");
            }
            if let Some(kind) = mark(parts, KEYS_MARK) {
                fill_keys(parts, terms.of(&kind));
            }
            parts.values_mut().for_each(|part| fill(part, terms));
        }
        Value::Array(parts) => parts.iter_mut().for_each(|part| fill(part, terms)),
        _ => {}
    }
}

/// Takes out the mark of a name, unless it is a part of a format that is called so.
fn mark(parts: &mut Map<String, Value>, name: &str) -> Option<String> {
    let kind = parts.get(name)?.as_str()?.to_owned();
    parts.shift_remove(name);
    Some(kind)
}

/// Gives a map a part for each id, of the form that it has for all keys, and no others.
fn fill_keys(parts: &mut Map<String, Value>, ids: &[Key]) {
    let each = parts.insert("additionalProperties".to_owned(), json!(false)).unwrap_or_else(|| json!({}));
    let properties = parts.entry("properties").or_insert_with(|| json!({}));
    if let Some(properties) = properties.as_object_mut() {
        for id in ids {
            properties.entry(id.as_str()).or_insert_with(|| each.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(ids: &[&str]) -> Vec<Key> {
        ids.iter().map(|id| Key::new(id).expect("an id")).collect()
    }

    fn vocabulary() -> Vocabulary {
        let knee = Terms { stages: keys(&["later"]), contacts: keys(&["gp_line", "shop"]), ..Terms::default() };
        let back = Terms { stages: keys(&["third"]), contacts: keys(&["maternity", "gp_line"]), ..Terms::default() };
        let topics = keys(&["knee", "pack-of-back"]).into_iter().zip([knee, back]);
        Vocabulary::new(topics, "pack-of-back")
    }

    #[test]
    fn a_file_may_name_the_ids_of_its_topic_or_of_all() {
        let vocabulary = vocabulary();
        assert_eq!(vocabulary.of_topic(None).stages, keys(&["third"]));
        assert_eq!(vocabulary.of_topic(Some("knee")).stages, keys(&["later"]));
        assert_eq!(vocabulary.of_topic(Some("knees")).stages, keys(&["third", "later"]));
        assert_eq!(vocabulary.all().contacts, keys(&["maternity", "gp_line", "shop"]));
        assert_eq!(vocabulary.of_topic(None).topics, keys(&["knee", "pack-of-back"]));
    }

    #[test]
    fn marks_give_way_to_ids() {
        let mut schema = json!({ "properties": {
            "stage": one_of(STAGES),
            "contact": {
                "properties": { "phone": { "type": "string" } },
                "additionalProperties": { "type": "string" }, KEYS_MARK: CONTACTS,
            },
        } });
        fill(&mut schema, &vocabulary().of_topic(Some("knee")));
        assert_eq!(schema["properties"]["stage"], json!({ "type": "string", "enum": ["later", "any"] }));
        let text = json!({ "type": "string" });
        assert_eq!(
            schema["properties"]["contact"],
            json!({ "properties": { "phone": text, "gp_line": text, "shop": text }, "additionalProperties": false })
        );
    }
}
