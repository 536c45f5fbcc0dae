//! A handout as its YAML says it. The doc comments here are what an editor shows while a handout is written.
//!
//! What the types serialise to is what a clinician approves ([`super::approval`]): every part but those that are marked
//! `skip_serializing`. A part that is added and has a default other than nothing or `false` is left out where it has it
//! (`skip_serializing_if`), so that approvals of handouts without it do not lapse.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Located;
use super::allowance::Allowance;
use super::approval::Review;
use super::key::Key;
use super::schema::shorthand_text;

pub use evidence::Evidence;
pub use seek_care::{ContactNumber, SeekCare, SignGroup, Tier};
pub use stage::Stage;

mod evidence;
mod seek_care;
mod stage;

/// A patient leaflet.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Handout {
    /// The leaflet's title, for example `Back pain in the third trimester`.
    #[schemars(example = &"Back pain in the third trimester")]
    pub title: Located<String>,
    /// The line under the title, for example `Week 28 to birth`.
    #[schemars(example = &"Week 28 to birth")]
    pub subtitle: Option<Located<String>>,
    /// The language the handout is written in, as a language tag such as `en` or `es`.
    #[schemars(example = &"en")]
    pub language: Located<String>,
    /// The topic it is about, by the name of its folder in `handouts/topics/`; without it, the library's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(extend("x-topic" = "topics"))]
    pub topic: Option<Located<Key>>,
    /// The stage of its topic that it is for, or `any`.
    pub stage: Located<Stage>,
    /// The one main message, in one to three sentences.
    #[schemars(example = &"Back pain is common now and most often gets better after birth.")]
    pub summary: Located<String>,
    /// Why the back hurts.
    pub causes: Option<Section>,
    /// What helps to prevent it, day by day.
    pub prevention: Option<Section>,
    /// What helps when it hurts, each with how good the proof is.
    pub treatments: Option<Section>,
    /// Which exercises it shows.
    pub exercises: Option<Exercises>,
    /// Further sections, each with the place it belongs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<MoreSection>,
    /// Questions and answers.
    pub questions: Option<Vec<Question>>,
    /// When to call for help. Left out, it is the standard help box of the stage, from the topic.
    #[serde(default)]
    pub seek_care: SeekCare,
    /// Version, dates, author and approval.
    pub imprint: Imprint,
    /// Findings of `handout check` that may stand, each with the reason.
    #[serde(default, skip_serializing)]
    pub allow: Vec<Allowance>,
}

/// A section of a handout: items, or groups of items with a title each.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Its heading; without one, the language's own words are used.
    pub title: Option<Located<String>>,
    /// A short paragraph under the heading.
    pub intro: Option<Located<String>>,
    /// The picture under them: `standing`, `sleep-on-side` or an exercise's id. It says itself what it shows.
    #[schemars(example = &"sleep-on-side")]
    pub picture: Option<Located<String>>,
    /// Its items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
    /// Its items in groups, each under a title of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
    /// For `treatments` only: what she must go on taking, such as low-dose aspirin. Printed in a box after the last label.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keep_taking: Vec<Item>,
}

/// Items under a title of their own.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// The group's title.
    #[schemars(example = &"At work")]
    pub title: Located<String>,
    /// Its items.
    pub items: Vec<Item>,
}

/// A section that goes where `after` says.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct MoreSection {
    /// Its heading.
    #[schemars(example = &"Sleep")]
    pub title: Located<String>,
    /// The section it follows.
    pub after: Located<SectionName>,
    /// The picture beside the heading.
    #[serde(default, skip_serializing_if = "MoreIcon::is_info")]
    pub icon: MoreIcon,
    /// A short paragraph under the heading.
    pub intro: Option<Located<String>>,
    /// The picture under them: `standing`, `sleep-on-side` or an exercise's id. It says itself what it shows.
    #[schemars(example = &"sleep-on-side")]
    pub picture: Option<Located<String>>,
    /// Its items.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
    /// Its items in groups, each under a title of its own.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub groups: Vec<Group>,
}

/// A section that others can follow.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, Serialize, PartialEq, Eq, Hash)]
#[serde(rename_all = "kebab-case")]
pub enum SectionName {
    /// After the causes.
    Causes,
    /// After prevention.
    Prevention,
    /// After the treatments.
    Treatments,
    /// After the questions.
    Questions,
}

/// The picture beside a further section's heading.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub enum MoreIcon {
    /// Positions to limit; the section is set in a box.
    Positions,
    /// Sleep.
    Sleep,
    /// Support products.
    Support,
    /// Work and lifting.
    Work,
    /// Mind and mood.
    Mood,
    /// Anything else.
    #[default]
    Info,
}

/// One item: a plain text, or a map with `text` and more.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
#[schemars(transform = shorthand_text)]
pub struct Item {
    /// A short name, printed in bold.
    pub name: Option<Located<String>>,
    /// What is said.
    #[schemars(example = &"Your back muscles work harder.")]
    pub text: Located<String>,
    /// How good the proof is. For treatments, where every item needs it.
    pub evidence: Option<Located<Evidence>>,
    /// What a small format keeps first.
    #[serde(default, skip_serializing_if = "Priority::is_normal")]
    pub priority: Priority,
    /// Ids of the sources in `sources.yaml` that say so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Located<String>>,
}

/// What a small format keeps first.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "kebab-case")]
pub enum Priority {
    /// Kept in every format.
    Essential,
    /// Kept where it fits.
    #[default]
    Normal,
    /// The first to be left out.
    Extra,
}

/// Which exercises a handout shows; the safety box is printed with them, always.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Exercises {
    /// Its heading; without one, the language's own words are used.
    pub title: Option<Located<String>>,
    /// A short paragraph under the heading.
    pub intro: Option<Located<String>>,
    /// The picture under them: `standing`, `sleep-on-side` or an exercise's id. It says itself what it shows.
    #[schemars(example = &"sleep-on-side")]
    pub picture: Option<Located<String>>,
    /// Ids of the exercises that get a card, such as `pelvic-tilt`.
    #[serde(rename = "use", default, skip_serializing_if = "Vec::is_empty")]
    pub cards: Vec<Located<String>>,
    /// Ids of exercises that are named, without a card.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Located<String>>,
    /// Tips for this stage.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Item>,
}

/// A question and its answer.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// The question as a patient asks it.
    #[schemars(example = &"Is back pain normal in pregnancy?")]
    pub question: Located<String>,
    /// The answer.
    #[schemars(example = &"Yes. It is common.")]
    pub answer: Located<String>,
    /// What a small format keeps first.
    #[serde(default, skip_serializing_if = "Priority::is_normal")]
    pub priority: Priority,
    /// Ids of the sources in `sources.yaml` that say so.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Located<String>>,
}

/// Who says so, since when, and until when.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Imprint {
    /// The version, in quotes, such as `"1.0"`.
    #[schemars(example = &"1.0")]
    pub version: Located<String>,
    /// The day it was published or last checked, as 2026-11-20.
    #[schemars(with = "String", regex(pattern = super::DATE_PATTERN))]
    #[schemars(example = &"2026-11-20")]
    pub published: Located<String>,
    /// The day it must be reviewed by, as 2028-11-20; three years on at most.
    #[schemars(with = "String", regex(pattern = super::DATE_PATTERN))]
    #[schemars(example = &"2028-11-20")]
    pub review: Located<String>,
    /// Who wrote it.
    #[schemars(example = &"Jane Doe, physiotherapist")]
    pub author: Located<String>,
    /// Clinicians who approved exactly this text; until all have who must, the leaflet is a draft.
    #[serde(default, skip_serializing)]
    pub reviewed_by: Vec<Review>,
}

impl Priority {
    /// Whether it is what an item has that says nothing of it.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    fn is_normal(&self) -> bool {
        *self == Self::Normal
    }
}

impl MoreIcon {
    /// Whether it is what a section has that says nothing of it.
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
    fn is_info(&self) -> bool {
        *self == Self::Info
    }
}

impl Section {
    /// All its items, grouped or not, and what to keep taking.
    pub fn all_items(&self) -> impl Iterator<Item = &Item> {
        self.labelled().chain(&self.keep_taking)
    }

    /// Its items, grouped or not, without what to keep taking: those that have an evidence label among treatments.
    pub fn labelled(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().chain(self.groups.iter().flat_map(|group| &group.items))
    }
}

impl Exercises {
    /// The ids of all its exercises, those with a card first.
    pub fn ids(&self) -> impl Iterator<Item = &Located<String>> {
        self.cards.iter().chain(&self.also)
    }
}

impl MoreSection {
    /// All its items, grouped or not.
    pub fn all_items(&self) -> impl Iterator<Item = &Item> {
        self.items.iter().chain(self.groups.iter().flat_map(|group| &group.items))
    }
}

impl Handout {
    /// Every item, warning signs included, in reading order.
    pub fn all_items(&self) -> impl Iterator<Item = &Item> {
        let sections = [&self.causes, &self.prevention, &self.treatments].into_iter().flatten();
        let tips = self.exercises.iter().flat_map(|exercises| &exercises.items);
        let more = self.more.iter().flat_map(MoreSection::all_items);
        sections.flat_map(Section::all_items).chain(tips).chain(more).chain(self.seek_care.all_signs())
    }

    /// The names of the pictures of its sections.
    pub fn pictures(&self) -> impl Iterator<Item = &Located<String>> {
        let sections = [&self.causes, &self.prevention, &self.treatments].into_iter().flatten();
        let shown = sections.map(|section| &section.picture).chain(self.exercises.iter().map(|shown| &shown.picture));
        shown.chain(self.more.iter().map(|more| &more.picture)).flatten()
    }

    /// The ids of all sources that it cites, as often as it does.
    pub fn cited(&self) -> impl Iterator<Item = &Located<String>> {
        let questions = self.questions.iter().flatten().flat_map(|question| &question.sources);
        self.all_items().flat_map(|item| &item.sources).chain(questions)
    }
}
