//! From meaning to places: a [`Document`] in, a [`Publication`] out, or what does not fit.
//!
//! `measure` cuts blocks into slabs (strips that never split), `flow` fills regions with slabs, `pages` stacks bands
//! on pages. All of it works on logical start and end; pages that run from right to left are mirrored at the very
//! end, and text inside a line is already in visual order by then.

mod cards;
mod choose;
pub mod display;
mod flow;
mod furniture;
pub mod grid;
mod help;
mod masthead;
mod measure;
mod notes;
mod pages;
mod picture;
mod set;
mod slab;
mod style;

use std::fmt;

use crate::compose::Document;
use crate::geom::Paper;
use crate::text::Shaper;
use display::Publication;
use grid::Grid;

/// Something that does not fit where it must.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overflow {
    /// What does not fit: its heading, or its first words.
    pub what: String,
    /// Its first words.
    pub text: String,
    /// By how many points.
    pub points: u32,
}

impl fmt::Display for Overflow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is {} points too long for its page", self.what, self.points)
    }
}

impl std::error::Error for Overflow {}

/// Lays a document out on sheets of `paper`.
///
/// # Errors
/// Names each part that cannot be placed whole; nothing is ever cut.
pub fn lay_out(document: &Document, shaper: &mut Shaper, paper: Paper) -> Result<Publication, Vec<Overflow>> {
    choose::lay_out(document, shaper, Grid::sheet(paper.size()))
}
