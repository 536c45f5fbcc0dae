//! What is true of a language: its words, dates, lists, doses, plural forms and settings.
//!
//! Files of `languages/` go in ([`Languages::read`]): for each tag `TAG.ftl` with messages in Fluent, and `TAG.yaml` with
//! settings. Out comes a [`Language`] for a handout under a brand. A file for a country (`en-US`) holds only what differs
//! from the language (`en`); a clinic's file holds only what differs from the library's file of the same name.
//!
//! Every message that the program uses is there, with the variables it is given: what is missing, unknown or broken is a
//! finding at its file and line ([`ftl`]). [`messages`] lists them, each as a method of [`Language`].

mod dates;
mod dose;
mod ftl;
mod lists;
mod messages;
mod pack;

mod stale;
mod tag;
#[cfg(test)]
pub(crate) mod tests;
mod values;
mod words;

use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::diag::Finding;
use crate::model::brand::PaperName;
use crate::model::day::MonthNames;
use crate::model::language::{Direction, FirstDay, LanguageSettings, Readability};

pub use pack::EXPLANATIONS;
pub use tag::{SOURCE, country, is_same_language, primary};
pub use values::values;

use pack::Pack;

/// A language, perhaps as a country writes it: its messages and its settings. Cheap to clone.
#[derive(Clone)]
pub struct Language(Arc<Pack>);

/// The languages there are. Never empty: English is always among them. Cheap to clone.
#[derive(Clone)]
pub struct Languages {
    all: Arc<[Language]>,
    months: Arc<OnceLock<MonthNames>>,
}

impl fmt::Debug for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Language").field(&self.tag()).finish()
    }
}

impl fmt::Debug for Languages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.all.iter().map(Language::tag)).finish()
    }
}

impl Languages {
    /// The language with this tag, or else the language without the country: `es-MX` finds `es`.
    #[must_use]
    pub fn find(&self, tag: &str) -> Option<&Language> {
        let of = |tag: &str| self.all.iter().find(|language| language.tag().eq_ignore_ascii_case(tag));
        of(tag).or_else(|| of(primary(tag)))
    }

    /// The language of a handout written in `handout` under a brand whose locale is `brand`: words, dates and paper are
    /// those of the brand's country, where they are known in this language. For an unknown language, that of the brand,
    /// or English; the check refuses it.
    #[must_use]
    pub fn of(&self, handout: &str, brand: &str) -> &Language {
        let language = primary(handout);
        let own = if is_same_language(handout, brand) { country(brand) } else { country(handout).or(country(brand)) };
        let exact = own.and_then(|country| self.find(&format!("{language}-{country}")));
        exact.or_else(|| self.find(language)).or_else(|| self.find(brand)).unwrap_or_else(|| self.english())
    }

    /// The tags there are, in their order.
    pub fn tags(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(Language::tag)
    }

    /// All languages, in the order of their tags.
    pub fn iter(&self) -> impl Iterator<Item = &Language> {
        self.all.iter()
    }

    /// The names that months have in these languages.
    #[must_use]
    pub fn months(&self) -> &MonthNames {
        self.months.get_or_init(|| dates::months(self.iter()))
    }

    /// Messages that were translated from an older English text, a finding a file.
    #[must_use]
    pub fn stale(&self) -> Vec<Finding> {
        stale::findings(self.english(), self.iter())
    }

    fn english(&self) -> &Language {
        self.all.iter().find(|language| language.tag() == tag::SOURCE).expect("English is among the languages")
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

    /// A number for use within text: from right to left, its groups of digits would change places if they were not
    /// isolated (UAX 9).
    #[must_use]
    pub fn number(&self, number: &str) -> String {
        if self.is_right_to_left() { format!("\u{2066}{number}\u{2069}") } else { number.to_owned() }
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

    /// The words of a message without variables, by its name in the files.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        let plain = messages::MESSAGES.iter().take_while(|message| message.variables.is_empty());
        plain.enumerate().find(|(_, message)| message.name == name).map(|(index, _)| self.plain(index))
    }

    fn settings(&self) -> &LanguageSettings {
        &self.0.settings
    }
}
