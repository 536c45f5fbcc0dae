//! The files of a pack, and what `topic.yaml` says.

use std::fmt;
use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;

use super::tiers::TierKind;
use crate::diag::{Finding, Source};
use crate::model::Located;
use crate::model::handout::Stage;
use crate::model::key::Key;
use crate::model::stages::{Belly, StageClock, StageEntry, Stages};
use crate::model::vocabulary::Terms;

/// Finds a file of a pack by its path within the pack's folder, such as `en/safety.yaml`.
pub struct Files<'a> {
    find: &'a dyn Fn(&str) -> Option<Arc<Source>>,
    /// The ids of the topic, once they are known: its other files may name no others.
    ids: Option<Terms>,
}

impl<'a> Files<'a> {
    /// Files that `find` knows.
    #[must_use]
    pub const fn new(find: &'a dyn Fn(&str) -> Option<Arc<Source>>) -> Self {
        Self { find, ids: None }
    }

    /// The same files, which may name the ids of `terms` and no others.
    pub(super) const fn with_ids(&self, terms: Terms) -> Self {
        Self { find: self.find, ids: Some(terms) }
    }

    /// The ids that a file may name; none when any may stand.
    pub(super) const fn ids(&self) -> Option<&Terms> {
        self.ids.as_ref()
    }

    /// The text of a file, if the pack has it.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<Arc<Source>> {
        (self.find)(path)
    }
}

impl fmt::Debug for Files<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Files")
    }
}

/// `topic.yaml`: what the topic is, and the ids that its other files and its handouts name.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct About {
    /// What it is called in lists and messages.
    #[schemars(example = &"Knee pain")]
    pub title: Located<String>,
    /// Its stages, in order. A handout is for one of them, or for `any`.
    #[schemars(length(min = 1))]
    pub stages: Vec<StageEntry>,
    /// The tiers of the help box, the most urgent first.
    #[schemars(length(min = 1))]
    pub tiers: Vec<TierKind>,
    /// The languages that it is written in, each by the name of its folder, such as `en` or `en-US`. The first is the one
    /// that the others are translated from.
    #[schemars(length(min = 1))]
    pub languages: Vec<Located<String>>,
    /// The numbers that a brand may have for it, besides the telephone and the emergency number that every brand has.
    #[serde(default)]
    pub contacts: Vec<ContactEntry>,
    /// The roles that can approve its texts.
    #[schemars(length(min = 1))]
    pub roles: Vec<Located<Key>>,
    /// The roles that must approve each leaflet unless the clinic says otherwise.
    #[schemars(length(min = 1))]
    pub approval: Vec<Located<Key>>,
    /// The belly of the person in drawings for `any`.
    #[serde(default)]
    pub belly: Belly,
    /// The last week of pregnancy in which an exercise may be done flat on the back; exercises may set an earlier one.
    #[schemars(range(min = 0, max = 42))]
    pub on_back_until_week: Option<Located<u8>>,
}

/// A number that a topic needs from brands.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct ContactEntry {
    /// Its id: what brands and tiers call it, and its placeholder in texts.
    pub id: Located<Key>,
    /// Whether somebody answers day and night.
    #[serde(default)]
    pub day_and_night: bool,
}

impl About {
    /// Its stages.
    #[must_use]
    pub fn stages(&self) -> Stages {
        let on_back_until = self.on_back_until_week.as_ref().map(|week| week.value);
        Stages::new(self.stages.clone(), self.belly, on_back_until)
    }

    /// The ids that files of this topic may name.
    #[must_use]
    pub fn terms(&self) -> Terms {
        let keys = |located: &[Located<Key>]| located.iter().map(|key| key.value).collect();
        Terms {
            stages: self.stages.iter().map(|stage| stage.id.value).collect(),
            tiers: self.tiers.iter().map(|tier| tier.id.value).collect(),
            contacts: self.contacts.iter().map(|contact| contact.id.value).collect(),
            roles: keys(&self.roles),
            topics: Vec::new(),
        }
    }

    /// Finds what in the lists of ids contradicts itself.
    pub(super) fn check(&self, findings: &mut Vec<Finding>) {
        let stages: Vec<_> = self.stages.iter().map(|stage| &stage.id).collect();
        let contacts: Vec<_> = self.contacts.iter().map(|contact| &contact.id).collect();
        let tiers = self.tiers.iter().map(|tier| &tier.id).collect();
        for ids in [stages, tiers, contacts, self.roles.iter().collect()] {
            twice(&ids, findings);
        }
        for role in self.approval.iter().filter(|role| self.roles.iter().all(|known| known.value != role.value)) {
            findings.push(
                Finding::error("T003", format!("`{}` is none of the topic's roles", role.value))
                    .at(&role.place, "this role must approve")
                    .help("name it under `roles` too, or take it out here"),
            );
        }
        let taken = |stage: &&StageEntry| stage.id.value == Stage::Any.key();
        if let Some(stage) = self.stages.iter().find(taken) {
            findings.push(
                Finding::error("T002", format!("`{}` cannot be the name of a stage", stage.id.value))
                    .at(&stage.id.place, "it means handouts and exercises that are for every stage"),
            );
        }
        for language in self.languages.iter().filter(|language| !super::is_tag(&language.value)) {
            findings.push(
                Finding::error("T025", format!("`{}` is not the tag of a language", language.value))
                    .at(&language.place, "a tag has letters, digits and hyphens")
                    .help("write it as in `en` or `en-US`"),
            );
        }
        self.ranges(findings);
    }

    /// Stages of one clock follow one another: no week lies in two of them, or in none between the first and the last.
    fn ranges(&self, findings: &mut Vec<Finding>) {
        for (index, stage) in self.stages.iter().enumerate() {
            if stage.clock == StageClock::None {
                if let Some(week) = stage.from.as_ref().or(stage.to.as_ref()) {
                    findings.push(
                        Finding::error("T004", format!("the stage `{}` has weeks and no clock", stage.id.value))
                            .at(&week.place, "nothing tells what is counted")
                            .help("say which: `clock: pregnancy` or `clock: weeks-after-birth`"),
                    );
                }
                continue;
            }
            if stage.first() > stage.last() {
                findings.push(
                    Finding::error("T004", format!("the stage `{}` ends before it begins", stage.id.value))
                        .at(&stage.id.place, format!("it is from week {} to week {}", stage.first(), stage.last())),
                );
            }
            let before = self.stages[..index].iter().rev().find(|other| other.clock == stage.clock);
            let Some(before) = before.filter(|before| u16::from(before.last()) + 1 != u16::from(stage.first())) else {
                continue;
            };
            let gap = if before.last() >= stage.first() { "lies in two stages" } else { "lies in no stage" };
            let week = before.last().saturating_add(1).min(stage.first());
            findings.push(
                Finding::error("T004", format!("week {week} {gap}"))
                    .at(
                        &stage.id.place,
                        format!("the stage before it is `{}`, to week {}", before.id.value, before.last()),
                    )
                    .help(format!("begin with the week after it: `from: {}`", before.last().saturating_add(1))),
            );
        }
    }
}

/// Finds ids that stand twice in one list.
fn twice(ids: &[&Located<Key>], findings: &mut Vec<Finding>) {
    for (index, id) in ids.iter().enumerate() {
        if ids[..index].iter().any(|other| other.value == id.value) {
            findings.push(
                Finding::error("T002", format!("`{}` stands twice", id.value))
                    .at(&id.place, "an id names one thing")
                    .help("give one of them another id"),
            );
        }
    }
}
