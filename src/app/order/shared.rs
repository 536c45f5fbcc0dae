//! What sheets of one handout share: made for one and used for the next. It changes no sheet.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Mutex, OnceLock, PoisonError};

use crate::compose::branding::Branding;
use crate::compose::pictures::{self, Drawings, Pictures};
use crate::compose::shelf::Shelf;
use crate::diag::Finding;
use crate::language::Language;
use crate::model::brand::Brand;
use crate::model::handout::Handout;
use crate::pdf;
use crate::text::fonts::FontSet;
use crate::text::{Shaper, alphabet};

/// What sheets of one handout under one brand share.
#[derive(Default)]
pub struct Shared {
    /// Shapers that nobody uses just now, with what they have shaped.
    shapers: Mutex<Vec<Shaper>>,
    drawings: Drawings,
    /// Characters whose glyphs the faces of every personal sheet have.
    alphabet: OnceLock<String>,
    /// What their files have in common.
    pub cache: pdf::Cache,
    /// What the handout draws on in its language, where that is not the one it is written in.
    translated: Option<Shelf>,
}

impl Shared {
    /// What sheets share that draw on `shelf`, which is in the language of their handout.
    pub fn of(shelf: Cow<'_, Shelf>) -> Self {
        let translated = match shelf {
            Cow::Borrowed(_) => None,
            Cow::Owned(translated) => Some(translated),
        };
        Self { translated, ..Self::default() }
    }

    /// What the handout draws on in its language; `shelf` is what that was made from.
    pub fn shelf<'s>(&'s self, shelf: &'s Shelf) -> &'s Shelf {
        self.translated.as_ref().unwrap_or(shelf)
    }

    /// Does something with a shaper of the brand's fonts, for the language of the handout.
    pub fn shape<T>(&self, branding: &Branding, language: &Language, act: impl FnOnce(&mut Shaper) -> T) -> T {
        let waiting = || self.shapers.lock().unwrap_or_else(PoisonError::into_inner);
        let free = waiting().pop();
        let mut shaper =
            free.unwrap_or_else(|| Shaper::new(branding.fonts.clone(), language.family(), language.is_right_to_left()));
        let done = act(&mut shaper);
        waiting().push(shaper);
        done
    }

    /// The characters whose glyphs the faces of every personal sheet have.
    pub fn alphabet(&self, brand: &Brand, fonts: &FontSet) -> &str {
        self.alphabet.get_or_init(|| alphabet::of(brand, fonts))
    }

    /// The pictures of a handout.
    ///
    /// # Errors
    /// What cannot be drawn.
    pub fn pictures(&self, handout: &Handout, branding: &Branding, shelf: &Shelf) -> Result<Pictures, Vec<Finding>> {
        pictures::prepare(handout, branding, shelf, &self.drawings)
    }
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shared")
    }
}
