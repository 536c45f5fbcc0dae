//! What handouts draw on besides their own text.

use super::exercise::Library;
use super::sources::Sources;

/// Sources and exercises by id.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    /// The sources that handouts cite.
    pub sources: Sources,
    /// The exercises that handouts use.
    pub exercises: Library,
}
