//! What does not fit on its page.

use std::fmt;

use super::kernel::slab::Slab;
use crate::geom::Pt;

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

impl Overflow {
    pub(super) fn of(what: &str, text: &str, by: Pt) -> Self {
        Self { what: what.to_owned(), text: text.to_owned(), points: by.0.ceil().max(1.0) as u32 }
    }

    pub(super) fn of_slab(slab: &Slab, by: Pt) -> Self {
        let text = slab.first_words();
        let what = slab.heading.as_ref().map_or_else(|| format!("“{text}”"), |(title, _)| format!("“{title}”"));
        Self::of(&what, &text, by)
    }
}
