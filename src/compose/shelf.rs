//! What handouts draw on besides their own text.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::art::Artwork;
use crate::model::approval::{Approved, Basis};
use crate::model::exercise::Library;
use crate::model::key::Key;
use crate::model::picture::{Picture, Scenes};
use crate::model::sources::Sources;
use crate::model::vocabulary::Vocabulary;
use crate::topic::Topic;

/// The topic; sources, exercises and pictures by id.
#[derive(Clone, Debug)]
pub struct Shelf {
    /// The topic that they are about.
    pub topic: Arc<Topic>,
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
}

impl Shelf {
    /// A shelf for a topic with nothing else on it.
    #[must_use]
    pub fn of(topic: Arc<Topic>) -> Self {
        let key = Key::new(&topic.name).ok();
        Self {
            vocabulary: Vocabulary::new(key.map(|key| (key, topic.terms())), &topic.name),
            topic,
            sources: Sources::default(),
            exercises: Library::default(),
            images: BTreeMap::new(),
            scenes: Scenes::default(),
            approved: Approved::default(),
        }
    }

    /// What the texts of handouts draw on, for approvals.
    #[must_use]
    pub fn basis(&self) -> Basis<'_> {
        Basis { exercises: &self.exercises, scenes: &self.scenes, topic: self.topic.printed() }
    }

    /// The picture of an exercise, or else the scene, of a name.
    #[must_use]
    pub fn picture(&self, name: &str) -> Option<&Picture> {
        let of_exercise = self.exercises.get(name).and_then(|exercise| exercise.picture.as_ref());
        of_exercise.or_else(|| self.scenes.get(name))
    }
}
