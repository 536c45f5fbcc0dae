//! What a rule on pages is, and what it looks at.

use crate::diag::{Explanation, Finding};
use crate::geom::{Mm, Pt};
use crate::language::{self, Language};
use crate::layout::display::Publication;
use crate::model::brand::Brand;
use crate::model::exercise::{Exercise, Library};
use crate::model::handout::Handout;
use crate::model::text::Values;
use crate::topic::Topic;

/// A rule: what it finds, and what that means.
#[derive(Debug)]
pub struct PageRule {
    /// Its codes.
    pub explains: &'static [Explanation],
    /// How it looks.
    pub check: fn(PageSubject<'_>, &mut Vec<Finding>),
}

/// What the rules look at.
#[derive(Clone, Copy, Debug)]
pub struct PageSubject<'a> {
    /// The pages.
    pub publication: &'a Publication,
    /// The handout that they are of: what they must say, and where to point.
    pub handout: &'a Handout,
    /// The brand they are printed under.
    pub brand: &'a Brand,
    /// The exercises that the handout may use.
    pub exercises: &'a Library,
    /// What the handout is about.
    pub topic: &'a Topic,
    /// The language they are in.
    pub language: &'a Language,
    /// What these pages are held to.
    pub limits: Limits,
}

/// What pages of one format are held to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// The least size of body text.
    pub body: Pt,
    /// The least size of page furniture and small print.
    pub small: Pt,
    /// The fewest dots an inch that a picture made of dots is printed with.
    pub dots_per_inch: f32,
    /// The least side of a QR code, its quiet zone included.
    pub code: Pt,
}

/// Side of a QR code on a leaflet, 20 mm.
const CODE_IN_HAND: Pt = Mm(20.0).pt();
/// Side of a QR code on a wall, 40 mm.
const CODE_ON_WALL: Pt = Mm(40.0).pt();

impl Limits {
    /// A leaflet from an office printer: 12 points (UKAAF G003), 10 for small print, 150 dots an inch.
    pub const LEAFLET: Self = Self { body: Pt(12.0), small: Pt(10.0), dots_per_inch: 150.0, code: CODE_IN_HAND };
    /// Large print (UKAAF G003, APH): 18 points, nothing under 16.
    pub const LARGE: Self = Self { body: Pt(18.0), small: Pt(16.0), dots_per_inch: 150.0, code: CODE_IN_HAND };
    /// A poster is read from further away.
    pub const POSTER: Self = Self { code: CODE_ON_WALL, ..Self::LEAFLET };
    /// The wallet card: 10.5 points, for it is held close.
    pub const WALLET: Self = Self { body: Pt(10.5), small: Pt(10.5), dots_per_inch: 150.0, code: CODE_IN_HAND };
}

impl Default for Limits {
    fn default() -> Self {
        Self::LEAFLET
    }
}

impl<'a> PageSubject<'a> {
    /// The exercises that the handout names.
    pub fn used_exercises(self) -> impl Iterator<Item = &'a Exercise> {
        let ids = self.handout.exercises.iter().flat_map(|exercises| exercises.ids());
        ids.filter_map(move |id| self.exercises.get(&id.value))
    }

    /// What placeholders stand for.
    #[must_use]
    pub fn values(self) -> Values {
        language::values(self.brand, self.language)
    }
}
