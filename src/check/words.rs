//! What rules look for that is written in the program still; packs have [`crate::model::patterns`].

use crate::model::handout::Handout;

pub use crate::model::patterns::{Words, sentences};

/// A language that the rules can read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tongue {
    /// English.
    English,
    /// Spanish.
    Spanish,
}

impl Tongue {
    /// The language of a handout, if the rules can read it.
    pub fn of(handout: &Handout) -> Option<Self> {
        match handout.language.value.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "en" => Some(Self::English),
            "es" => Some(Self::Spanish),
            _ => None,
        }
    }
}

/// What is looked for, in each language that the rules can read; any one of the patterns will do.
#[derive(Clone, Copy, Debug)]
pub struct Patterns {
    /// In English.
    pub english: &'static [&'static str],
    /// In Spanish.
    pub spanish: &'static [&'static str],
}

impl Patterns {
    /// The patterns of one language.
    pub const fn of(&self, tongue: Tongue) -> &'static [&'static str] {
        match tongue {
            Tongue::English => self.english,
            Tongue::Spanish => self.spanish,
        }
    }

    /// Whether one of the patterns is found.
    pub fn find(&self, tongue: Tongue, words: &Words) -> bool {
        words.have_any(self.of(tongue))
    }
}
