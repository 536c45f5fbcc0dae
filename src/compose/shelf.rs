//! What handouts draw on besides their own text.

use std::collections::BTreeMap;

use crate::art::Artwork;
use crate::model::approval::Approved;
use crate::model::exercise::Library;
use crate::model::picture::{Picture, Scenes};
use crate::model::sources::Sources;

/// Sources, exercises and pictures by id.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    /// The sources that handouts cite.
    pub sources: Sources,
    /// The exercises that handouts use.
    pub exercises: Library,
    /// Pictures that exercises bring as files of their own, by the exercise's id.
    pub images: BTreeMap<String, Artwork>,
    /// Pictures that belong to no exercise, such as `standing`.
    pub scenes: Scenes,
    /// Texts that clinicians approved, by their hash.
    pub approved: Approved,
}

impl Shelf {
    /// The picture of an exercise, or else the scene, of a name.
    #[must_use]
    pub fn picture(&self, name: &str) -> Option<&Picture> {
        let of_exercise = self.exercises.get(name).and_then(|exercise| exercise.picture.as_ref());
        of_exercise.or_else(|| self.scenes.get(name))
    }
}
