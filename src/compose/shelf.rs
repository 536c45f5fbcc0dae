//! What handouts draw on besides their own text.

use std::collections::BTreeMap;

use crate::art::Artwork;
use crate::model::approval::Approved;
use crate::model::exercise::Library;
use crate::model::picture::Picture;
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
    pub scenes: BTreeMap<String, Picture>,
    /// Texts that clinicians approved, by their hash.
    pub approved: Approved,
}
