//! One language: its settings and its messages.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use super::bundle::Messages;
use super::pack::Pack;
use super::tag::{self, country, primary};
use crate::model::brand::PaperName;
use crate::model::language::{Direction, FirstDay, LanguageSettings, Readability};

/// A language, perhaps as a country writes it: its messages and its settings. Cheap to clone.
#[derive(Clone)]
pub struct Language(pub(super) Arc<Pack>);

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Language").field(&self.tag()).finish()
    }
}

/// A language says its messages.
impl Deref for Language {
    type Target = Messages;

    fn deref(&self) -> &Messages {
        self.0.messages()
    }
}

impl Language {
    /// Its BCP 47 tag, such as `en-GB`.
    #[must_use]
    pub fn tag(&self) -> &str {
        &self.0.tag
    }

    /// Its tag without the country, such as `en`.
    #[must_use]
    pub fn primary(&self) -> &str {
        primary(self.tag())
    }

    /// What it is called in English.
    #[must_use]
    pub fn name(&self) -> &str {
        self.settings().name.as_ref().map_or(self.tag(), |name| &name.value)
    }

    /// Whether texts are written in it first: what other languages translate.
    #[must_use]
    pub fn is_source(&self) -> bool {
        self.primary() == tag::SOURCE
    }

    /// Whether its words are a draft, or some were translated from an older English text: every page in it says so.
    #[must_use]
    pub fn is_draft(&self) -> bool {
        self.settings().draft.unwrap_or(false) || self.0.is_stale
    }

    /// Whether text and columns run from right to left.
    #[must_use]
    pub fn is_right_to_left(&self) -> bool {
        self.settings().direction == Some(Direction::RightToLeft)
    }

    /// The typeface of its script, where the usual ones do not have it.
    #[must_use]
    pub fn family(&self) -> Option<&str> {
        self.settings().family.as_ref().map(|family| family.value.as_str())
    }

    /// The paper that is customary there.
    #[must_use]
    pub fn paper(&self) -> PaperName {
        self.settings().paper.unwrap_or(PaperName::A4)
    }

    /// The country whose telephone numbers are meant: two capitals.
    #[must_use]
    pub fn country(&self) -> Option<&str> {
        country(self.tag()).or(self.settings().country.as_ref().map(|country| country.value.as_str()))
    }

    /// How hard a text in it may be to read.
    #[must_use]
    pub fn readability(&self) -> Option<&Readability> {
        self.settings().readability.as_ref()
    }

    /// The short names of the days, in the order of the week.
    #[must_use]
    pub fn short_days(&self) -> [&str; 7] {
        let mut days = [
            self.monday_short(),
            self.tuesday_short(),
            self.wednesday_short(),
            self.thursday_short(),
            self.friday_short(),
            self.saturday_short(),
            self.sunday_short(),
        ];
        days.rotate_right(match self.settings().week_starts.unwrap_or_default() {
            FirstDay::Monday => 0,
            FirstDay::Sunday => 1,
            FirstDay::Saturday => 2,
        });
        days
    }

    /// The names of the days, Monday first.
    #[must_use]
    pub fn day_names(&self) -> [&str; 7] {
        [
            self.monday(),
            self.tuesday(),
            self.wednesday(),
            self.thursday(),
            self.friday(),
            self.saturday(),
            self.sunday(),
        ]
    }

    pub(super) fn settings(&self) -> &LanguageSettings {
        &self.0.settings
    }
}
