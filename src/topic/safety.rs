//! The safety texts that go with exercises (`LANGUAGE/safety.yaml`): who must not exercise, who asks first, when to stop.
//!
//! They stand in three lengths: the box of a leaflet, the strip of a page of cards, and the stop rules alone. Which lists a
//! stage has is said in the file. An emergency among the entries names the number to call, in every length, and a
//! translation has the lists and entries of the first language.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::diag::{Example, Explanation, Finding};
use crate::model::Located;
use crate::model::handout::Stage;
use crate::model::key::Key;
use crate::model::stages::Stages;
use crate::model::unit::Unit;

/// What stands in a text where the number to call in an emergency is filled in.
const NUMBER: &str = "{{emergency_number}}";

/// `safety.yaml`: the safety texts in one language.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Safety {
    /// The box of a leaflet, list by list, in reading order.
    #[schemars(length(min = 1))]
    pub full: Vec<SafetyList>,
    /// Who must not exercise and who asks first, in a few words each, for a page of cards.
    #[schemars(length(min = 1))]
    pub strip: Vec<SafetyList>,
    /// When to stop and get help, in a few words each, beside the cards.
    #[schemars(length(min = 1))]
    pub stop: Vec<SafetyList>,
}

/// How much of the safety texts is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// The box of a leaflet.
    Full,
    /// The strip of a page of cards.
    Strip,
    /// The stop rules alone.
    Stop,
}

impl Length {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Full, Self::Strip, Self::Stop];

    /// Its name in the file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Strip => "strip",
            Self::Stop => "stop",
        }
    }
}

/// A list under a heading.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SafetyList {
    /// Its id, the same in every language.
    pub id: Located<Key>,
    /// The stages that have it; all of them where nothing is said.
    #[serde(default)]
    pub stages: Vec<Located<Stage>>,
    /// The heading.
    pub title: Unit,
    /// A sentence under it.
    pub intro: Option<Unit>,
    /// The entries.
    #[schemars(length(min = 1))]
    pub items: Vec<SafetyItem>,
    /// A sentence under the entries.
    pub outro: Option<Unit>,
}

/// An entry of a list.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct SafetyItem {
    /// Its id, the same in every language and, for the same danger, in every length.
    pub id: Located<Key>,
    /// The stages that have it; those of its list where nothing is said.
    #[serde(default)]
    pub stages: Vec<Located<Stage>>,
    /// Whether it is an emergency. It then names the number to call, or is in bold above a sentence that does.
    #[serde(default)]
    pub emergency: bool,
    /// What is printed.
    pub text: Unit,
}

/// Whether what has `stages` is for `stage`.
fn is_for(stages: &[Located<Stage>], stage: Stage) -> bool {
    stages.is_empty() || stages.iter().any(|own| own.value == stage)
}

impl SafetyList {
    /// Its entries for a stage.
    pub fn items_in(&self, stage: Stage) -> impl Iterator<Item = &SafetyItem> {
        self.items.iter().filter(move |item| is_for(&item.stages, stage))
    }

    /// All that is printed of it for a stage, in order.
    pub fn texts(&self, stage: Stage) -> impl Iterator<Item = &str> {
        let lead = std::iter::once(&self.title).chain(&self.intro);
        let units = lead.chain(self.items_in(stage).map(|item| &item.text)).chain(&self.outro);
        units.map(|unit| unit.text.value.as_str())
    }

    /// Whether an entry names the number to call: itself, or in bold above a sentence that does.
    fn names_number(&self, item: &SafetyItem) -> bool {
        let text = &item.text.text.value;
        let below = self.outro.as_ref().is_some_and(|outro| outro.text.value.contains(NUMBER));
        text.contains(NUMBER) || text.contains("**") && below
    }
}

impl Safety {
    /// All lists of one length.
    #[must_use]
    pub fn of(&self, length: Length) -> &[SafetyList] {
        match length {
            Length::Full => &self.full,
            Length::Strip => &self.strip,
            Length::Stop => &self.stop,
        }
    }

    /// The lists of one length for a stage, in reading order.
    pub fn lists(&self, length: Length, stage: Stage) -> impl Iterator<Item = &SafetyList> {
        self.of(length).iter().filter(move |list| is_for(&list.stages, stage))
    }

    /// What is wrong with the texts by themselves.
    pub(super) fn mistakes(&self, stages: &Stages, findings: &mut Vec<Finding>) {
        for length in Length::ALL {
            let lists = self.of(length);
            twice(lists.iter().map(|list| &list.id), findings);
            for list in lists {
                twice(list.items.iter().map(|item| &item.id), findings);
                let silent = list.items.iter().filter(|item| item.emergency && !list.names_number(item));
                findings.extend(silent.map(|item| {
                    Finding::error("T021", "an emergency does not name the number to call")
                        .at(&item.text.text.place, "nobody is told here whom to call")
                        .help(format!("write `{NUMBER}` in it, or set it in bold and write it in `outro`"))
                }));
            }
        }
        self.emergencies_left_out(stages, findings);
    }

    /// Emergencies that the box tells a stage to stop for, and its stop rules do not.
    fn emergencies_left_out(&self, stages: &Stages, findings: &mut Vec<Finding>) {
        let emergencies = |length: Length, stage: Stage| -> Vec<&Located<Key>> {
            let items = self.lists(length, stage).flat_map(|list| list.items_in(stage));
            items.filter(|item| item.emergency).map(|item| &item.id).collect()
        };
        let mut told: Vec<Key> = Vec::new();
        for stage in stages.each().chain([Stage::Any]) {
            let short = emergencies(Length::Stop, stage);
            for id in emergencies(Length::Full, stage) {
                if !short.iter().any(|other| other.value == id.value) && !told.contains(&id.value) {
                    told.push(id.value);
                    findings.push(
                        Finding::error("T022", format!("the stop rules leave out the emergency `{}`", id.value))
                            .at(&id.place, "`full` has it, and `stop` has not in the same stage")
                            .help("add an entry of the same `id` with `emergency: true` under `stop`"),
                    );
                }
            }
        }
    }

    /// What is wrong with a translation: lists, entries, stages and emergencies are those of `source`.
    pub(super) fn differences(&self, source: &Self, findings: &mut Vec<Finding>) {
        for length in Length::ALL {
            let (own, theirs) = (self.of(length), source.of(length));
            same_ids(length.name(), own.iter().map(|list| &list.id), theirs.iter().map(|list| &list.id), findings);
            for list in own {
                let Some(other) = theirs.iter().find(|other| other.id.value == list.id.value) else { continue };
                let (ids, wanted) = (list.items.iter().map(|item| &item.id), other.items.iter().map(|item| &item.id));
                same_ids(list.id.as_str(), ids, wanted, findings);
                let pairs = list.items.iter().filter_map(|item| {
                    let same = other.items.iter().find(|known| known.id.value == item.id.value)?;
                    let as_there = same_stages(&item.stages, &same.stages) && item.emergency == same.emergency;
                    (!as_there).then_some(&item.id)
                });
                let wrong = (!same_stages(&list.stages, &other.stages)).then_some(&list.id);
                findings.extend(wrong.into_iter().chain(pairs).map(|id| {
                    Finding::error("T023", format!("`{}` is not as in the first language", id.value))
                        .at(&id.place, "its `stages` or its `emergency` differ")
                        .help("copy both from the first language; only the texts are translated")
                }));
            }
        }
    }
}

fn same_stages(own: &[Located<Stage>], other: &[Located<Stage>]) -> bool {
    own.len() == other.len() && own.iter().all(|stage| other.iter().any(|known| known.value == stage.value))
}

/// Tells of ids that stand twice.
fn twice<'a>(ids: impl Iterator<Item = &'a Located<Key>>, findings: &mut Vec<Finding>) {
    let mut seen: Vec<Key> = Vec::new();
    for id in ids {
        if seen.contains(&id.value) {
            findings.push(
                Finding::error("T024", format!("the id `{}` stands twice", id.value))
                    .at(&id.place, "it stands above")
                    .help("give each entry an id of its own"),
            );
        }
        seen.push(id.value);
    }
}

/// Tells of ids that a translation lacks or has besides, or has in another order.
fn same_ids<'a>(
    name: &str,
    own: impl Iterator<Item = &'a Located<Key>>,
    wanted: impl Iterator<Item = &'a Located<Key>>,
    findings: &mut Vec<Finding>,
) {
    let (own, wanted): (Vec<_>, Vec<_>) = (own.collect(), wanted.map(|id| id.value).collect());
    if own.iter().map(|id| id.value).eq(wanted.iter().copied()) {
        return;
    }
    let Some(first) = own.first() else { return };
    let listed: Vec<&str> = wanted.iter().map(Key::as_str).collect();
    findings.push(
        Finding::error("T023", format!("the entries of `{name}` are not those of the first language"))
            .at(&first.place, "this is the first of them")
            .help(format!("they are, in this order: {}", listed.join(", "))),
    );
}

/// What the codes of safety texts mean, and those of what is translated.
pub const EXPLANATIONS: &[Explanation] = &[
    Explanation {
        code: "T021",
        title: "an emergency without the number to call",
        meaning: "An entry of `safety.yaml` says `emergency: true`, and does not name `{{emergency_number}}`; nor is it in \
                  bold above an `outro` that does.",
        why: "Whoever has to stop and get help must not search another page for the number.",
        example: Example::Words {
            bad: "- { id: pain, emergency: true, text: Very bad pain }",
            good: "- { id: pain, emergency: true, text: \"Very bad pain: call {{emergency_number}}\" }",
        },
        standard: "House rule: an emergency names its number wherever it is told.",
        safety: true,
    },
    Explanation {
        code: "T022",
        title: "an emergency that the stop rules leave out",
        meaning: "The box of a stage (`full`) has an emergency, and the stop rules of the same stage (`stop`) have none of \
                  the same `id`.",
        why: "What is shorter must not be weaker: a page of cards prints the stop rules alone.",
        example: Example::Words {
            bad: "`full` has the emergency `pain`, and `stop` has no such entry.",
            good: "Both have it, each in its own words.",
        },
        standard: "House rule.",
        safety: true,
    },
    Explanation {
        code: "T023",
        title: "a translation with other lists",
        meaning: "The safety texts of a language have other lists or entries than those of the topic's first language, or \
                  the same ones for other stages, or not the same emergencies.",
        why: "A patient must not miss a warning because of the language she reads.",
        example: Example::Words {
            bad: "`es/safety.yaml` lacks the entry `calf`.",
            good: "Both files have the same entries in the same order, and differ in their texts.",
        },
        standard: "House rule.",
        safety: true,
    },
    Explanation {
        code: "T024",
        title: "an id that stands twice",
        meaning: "Two entries of one list in a topic's file have the same `id`.",
        why: "A translation, and a shorter text, are held against the entry of the same id.",
        example: Example::Words { bad: "Two entries `pain` in one list.", good: "`sharp-pain` and `mild-pain`." },
        standard: "House rule.",
        safety: true,
    },
    Explanation {
        code: "T025",
        title: "a language that is not a tag",
        meaning: "An entry of `languages` in `topic.yaml` has other characters than letters, digits and hyphens.",
        why: "It is the name of a folder, and the language that a screen reader speaks.",
        example: Example::Words { bad: "languages: [english (uk)]", good: "languages: [en, en-GB]" },
        standard: "BCP 47 for language tags.",
        safety: true,
    },
];

#[cfg(test)]
mod tests;
