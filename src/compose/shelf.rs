//! What handouts draw on besides their own text.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::art::Artwork;
use crate::diag::{Finding, Source};
use crate::language::Language;
use crate::model::approval::{Approved, Basis};
use crate::model::exercise::{Exercise, Library};
use crate::model::handout::{Handout, Stage};
use crate::model::key::Key;
use crate::model::picture::{Picture, Scenes};
use crate::model::sources::Sources;
use crate::model::vocabulary::Vocabulary;
use crate::model::{self, Loaded};
use crate::topic::Topic;

/// The topic; sources, exercises and pictures by id.
#[derive(Clone, Debug)]
pub struct Shelf {
    /// The topic that they are about: that of handouts which name none, or of the one handout that the shelf is for.
    pub topic: Arc<Topic>,
    /// The other topics, by name.
    pub topics: BTreeMap<Key, Arc<Topic>>,
    /// The ids that files may name.
    pub vocabulary: Vocabulary,
    /// The sources that handouts cite.
    pub sources: Sources,
    /// The exercises that handouts use.
    pub exercises: Library,
    /// Pictures that exercises bring as files of their own, by the exercise's id.
    pub images: BTreeMap<String, Artwork>,
    /// Pictures that belong to no exercise, such as `standing`.
    pub scenes: Scenes,
    /// What the clinic has settled and recorded about approvals.
    pub approved: Approved,
    /// The ids of exercises with a text that was translated from an older one, in the language that the shelf is in.
    pub stale: BTreeSet<String>,
}

impl Shelf {
    /// A shelf for a topic with nothing else on it.
    #[must_use]
    pub fn of(topic: Arc<Topic>) -> Self {
        let key = Key::new(&topic.name).ok();
        Self {
            vocabulary: Vocabulary::new(key.map(|key| (key, topic.terms())), &topic.name),
            topic,
            topics: BTreeMap::new(),
            sources: Sources::default(),
            exercises: Library::default(),
            images: BTreeMap::new(),
            scenes: Scenes::default(),
            approved: Approved::default(),
            stale: BTreeSet::new(),
        }
    }

    /// Reads a handout, and has its topic complete it.
    ///
    /// # Errors
    /// All mistakes in the text.
    pub fn read_handout(&self, source: &Arc<Source>) -> Result<Loaded<Handout>, Vec<Finding>> {
        let mut loaded = model::load_handout(source, &self.vocabulary)?;
        self.topic_of(&loaded.value).complete(&mut loaded.value);
        Ok(loaded)
    }

    /// The topic of a handout.
    #[must_use]
    pub fn topic_of(&self, handout: &Handout) -> Arc<Topic> {
        let named = handout.topic.as_ref().filter(|named| named.value != *self.topic.name.as_str());
        let other = named.and_then(|named| self.topics.get(&named.value));
        Arc::clone(other.unwrap_or(&self.topic))
    }

    /// The topic that an exercise is for: the shelf's, or else the first other one that knows its stages.
    #[must_use]
    pub fn topic_for(&self, exercise: &Exercise) -> &Topic {
        let knows = |topic: &&Topic| {
            let known = |stage: Stage| stage == Stage::Any || topic.stages.get(stage).is_some();
            exercise.stages.iter().all(|stage| known(stage.value))
        };
        let mut all = std::iter::once(&*self.topic).chain(self.topics.values().map(|topic| &**topic));
        all.find(knows).unwrap_or(&self.topic)
    }

    /// The shelf for one handout: its topic, and its exercises in its language.
    #[must_use]
    pub fn for_handout(&self, handout: &Handout, language: &Language) -> Cow<'_, Self> {
        let (shelf, topic) = (self.in_language(language), self.topic_of(handout));
        if Arc::ptr_eq(&topic, &shelf.topic) {
            return shelf;
        }
        Cow::Owned(Self { topic, ..shelf.into_owned() })
    }

    /// What the texts of handouts draw on, for approvals.
    #[must_use]
    pub fn basis(&self) -> Basis<'_> {
        Basis {
            exercises: &self.exercises,
            scenes: &self.scenes,
            topic: self.topic.printed(),
            topic_reviews: &self.approved.topic,
        }
    }

    /// The shelf for handouts in a language: exercises have their texts in it, where they have all of them.
    #[must_use]
    pub fn in_language(&self, language: &Language) -> Cow<'_, Self> {
        if language.is_source() {
            return Cow::Borrowed(self);
        }
        let mut shelf = self.clone();
        for (id, exercise) in &mut shelf.exercises {
            let translated = exercise.translated(language.tag());
            if let Some(translated) = translated.filter(|translated| translated.missing.is_empty()) {
                shelf.stale.extend((!translated.stale.is_empty()).then(|| id.clone()));
                *exercise = translated.exercise;
            }
        }
        Cow::Owned(shelf)
    }

    /// Whether a handout in a language prints a text that was translated from a text that has changed since.
    #[must_use]
    pub fn is_stale(&self, handout: &Handout, language: &Language) -> bool {
        let mut ids = handout.exercises.iter().flat_map(|exercises| exercises.ids()).peekable();
        let with_safety = ids.peek().is_some() && self.topic.is_stale(language.tag());
        with_safety || ids.any(|id| self.stale.contains(&id.value))
    }

    /// The picture of an exercise, or else the scene, of a name.
    #[must_use]
    pub fn picture(&self, name: &str) -> Option<&Picture> {
        let of_exercise = self.exercises.get(name).and_then(|exercise| exercise.picture.as_ref());
        of_exercise.or_else(|| self.scenes.get(name))
    }
}
