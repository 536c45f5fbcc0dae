//! `LANGUAGE/names.yaml`: what a topic is called by in one language: headings, stages, tiers, who answers a number, roles.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::About;
use crate::diag::{Example, Explanation};
use crate::model::handout::Stage;
use crate::model::key::Key;
use crate::model::stages::StageClock;
use crate::model::unit::Unit;
use crate::model::vocabulary::Terms;

/// What is found in them.
pub const EXPLANATIONS: &[Explanation] = &[Explanation {
    code: "T005",
    title: "a word that a topic lacks in a language",
    meaning: "`words.yaml` in the folder of a language says what each stage, contact and role of the topic is called there. \
              A folder for a country, such as `en-US`, has only what differs.",
    why: "Without it a leaflet would print an id, or nothing.",
    example: Example::Words {
        bad: "`topic.yaml` lists the contact `gp_line`, and `en/words.yaml` has no `contacts: { gp_line: … }`.",
        good: "`en/words.yaml` has `contacts: { gp_line: Your GP }`.",
    },
    standard: "House rule.",
    safety: true,
}];

/// `words.yaml`: the topic's own words in one language. `{{…}}` are placeholders as in handouts.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// Headings of sections that say none.
    #[serde(default)]
    pub headings: Headings,
    /// What the stages are called, by their ids.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, StageWords>", extend("x-topic-keys" = "stages"))]
    pub stages: BTreeMap<Key, StageWords>,
    /// From when after birth an exercise may be done; for topics with a stage after birth.
    #[serde(default)]
    pub from_week_after_birth: FromWeek,
    /// What a tier of the help box says to do where a handout does not, by the ids of the tiers.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Unit>", extend("x-topic-keys" = "tiers"))]
    pub tiers: BTreeMap<Key, Unit>,
    /// Who answers a number, by the ids of the contacts.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Unit>", extend("x-topic-keys" = "contacts"))]
    pub contacts: BTreeMap<Key, Unit>,
    /// What the roles are called, by their ids.
    #[serde(default)]
    #[schemars(with = "BTreeMap<String, Unit>", extend("x-topic-keys" = "roles"))]
    pub roles: BTreeMap<Key, Unit>,
}

/// Headings of a handout's sections. Those that a topic does not say are the language's.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Headings {
    /// Over the causes.
    pub causes: Option<Unit>,
    /// Over what helps to prevent it.
    pub prevention: Option<Unit>,
    /// Over the treatments.
    pub treatments: Option<Unit>,
    /// Over the exercises.
    pub exercises: Option<Unit>,
    /// Over the questions.
    pub questions: Option<Unit>,
    /// Over the help box.
    pub seek_care: Option<Unit>,
}

/// What a stage is called.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct StageWords {
    /// Within a sentence, as in “the handout is for weeks 1 to 13”.
    pub name: Option<Unit>,
    /// Before what holds in this stage alone, as in “Weeks 1 to 13: twice a day”.
    pub lead: Option<Unit>,
}

/// From when after birth an exercise may be done.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FromWeek {
    /// From the first day.
    pub day_one: Option<Unit>,
    /// From a later week, `{week}` in it.
    pub week: Option<Unit>,
    /// The same within a sentence about after birth.
    pub within: Option<Unit>,
    /// From when, and what must have happened before: `{from}` and `{once}`.
    pub once: Option<Unit>,
}

/// The words for a language tag: those of its country, and for what they do not say those of its language.
#[derive(Clone, Copy, Debug)]
pub struct NamesFor<'t> {
    pub(super) own: Option<&'t Names>,
    pub(super) base: Option<&'t Names>,
}

impl<'t> NamesFor<'t> {
    fn unit(self, of: impl Fn(&'t Names) -> Option<&'t Unit>) -> Option<&'t Unit> {
        self.own.and_then(&of).or_else(|| self.base.and_then(&of))
    }

    fn find(self, of: impl Fn(&'t Names) -> Option<&'t Unit>) -> Option<&'t str> {
        self.unit(of).map(|unit| unit.text.value.as_str())
    }

    /// A heading.
    #[must_use]
    pub fn heading(self, which: fn(&Headings) -> &Option<Unit>) -> Option<&'t Unit> {
        self.unit(|names| which(&names.headings).as_ref())
    }

    /// A stage within a sentence, or else its id.
    #[must_use]
    pub fn stage(self, stage: Stage) -> String {
        let name = self.find(|names| names.stages.get(&stage.key())?.name.as_ref());
        name.map_or_else(|| stage.to_string(), str::to_owned)
    }

    /// What stands before what holds in a stage alone; its name where the topic says nothing else.
    #[must_use]
    pub fn lead(self, stage: Stage) -> String {
        let lead = self.find(|names| names.stages.get(&stage.key())?.lead.as_ref());
        lead.map_or_else(|| self.stage(stage), str::to_owned)
    }

    /// From when after birth an exercise may be done; nothing where the topic does not say.
    #[must_use]
    pub fn from_week(self, which: fn(&FromWeek) -> &Option<Unit>) -> &'t str {
        self.find(|names| which(&names.from_week_after_birth).as_ref()).unwrap_or_default()
    }

    /// What a tier of the help box says to do.
    #[must_use]
    pub fn call(self, tier: Key) -> Option<&'t Unit> {
        self.unit(|names| names.tiers.get(&tier))
    }

    /// Who answers a number.
    #[must_use]
    pub fn contact(self, contact: Key) -> Option<&'t str> {
        self.find(|names| names.contacts.get(&contact))
    }

    /// What a role is called.
    #[must_use]
    pub fn role(self, role: Key) -> Option<&'t str> {
        self.find(|names| names.roles.get(&role))
    }
}

impl Names {
    /// The lines that a language's words lack; a country's words say only what differs.
    pub(super) fn missing(&self, about: &About) -> Vec<String> {
        let Headings { causes, prevention, treatments, exercises, questions, seek_care } = &self.headings;
        let headings = [
            ("causes", causes),
            ("prevention", prevention),
            ("treatments", treatments),
            ("exercises", exercises),
            ("questions", questions),
            ("seek_care", seek_care),
        ];
        let FromWeek { day_one, week, within, once } = &self.from_week_after_birth;
        let from_week = [("day_one", day_one), ("week", week), ("within", within), ("once", once)];
        let after_birth = about.stages.iter().any(|stage| stage.clock == StageClock::WeeksAfterBirth);
        let unsaid = |phrases: &[(&str, &Option<Unit>)]| -> Vec<String> {
            phrases.iter().filter(|(_, said)| said.is_none()).map(|(name, _)| (*name).to_owned()).collect()
        };
        let unnamed = |ids: Vec<Key>, has: &dyn Fn(&Key) -> bool| -> Vec<String> {
            ids.iter().filter(|id| !has(id)).map(Key::to_string).collect()
        };
        let Terms { stages, tiers, contacts, roles, .. } = about.terms();
        let is_named = |id: &Key| self.stages.get(id).is_some_and(|names| names.name.is_some());
        let parts = [
            ("headings", unsaid(&headings)),
            ("stages", unnamed(stages, &is_named)),
            ("from_week_after_birth", if after_birth { unsaid(&from_week) } else { Vec::new() }),
            ("tiers", unnamed(tiers, &|id| self.tiers.contains_key(id))),
            ("contacts", unnamed(contacts, &|id| self.contacts.contains_key(id))),
            ("roles", unnamed(roles, &|id| self.roles.contains_key(id))),
        ];
        let line = |(part, names): (&str, Vec<String>)| {
            let said = if part == "stages" { "{ name: … }" } else { "…" };
            let entries: Vec<String> = names.iter().map(|name| format!("{name}: {said}")).collect();
            (!entries.is_empty()).then(|| format!("{part}: {{ {} }}", entries.join(", ")))
        };
        parts.into_iter().filter_map(line).collect()
    }
}
