//! What is true of a language: its words, dates, lists, doses, plural forms and settings.
//!
//! Files of `languages/` go in ([`Languages::read`]): for each tag `TAG.ftl` with messages in Fluent, and `TAG.yaml` with
//! settings. Out comes a [`Language`] for a handout under a brand. A file for a country (`en-US`) holds only what differs
//! from the language (`en`); a clinic's file holds only what differs from the library's file of the same name.
//!
//! Every message that the program uses is there, with the variables it is given: what is missing, unknown or broken is a
//! finding at its file and line ([`ftl`]). [`messages`] lists them, each as a method of [`Language`].

mod bundle;
mod dates;
mod dose;
mod explained;
mod ftl;
mod lists;
mod messages;
mod one;
mod pack;

mod stale;
mod tag;
#[cfg(test)]
pub(crate) mod tests;
mod values;

use std::fmt;
use std::sync::{Arc, OnceLock};

use crate::diag::{Finding, Source};
use crate::model::Loaded;
use crate::model::day::MonthNames;

pub use bundle::Messages;
pub use explained::EXPLANATIONS;
pub use one::Language;
pub use tag::{SOURCE, country, is_same_language, primary};
pub use values::values;

/// The languages there are. Never empty: English is always among them. Cheap to clone.
#[derive(Clone)]
pub struct Languages {
    all: Arc<[Language]>,
    months: Arc<OnceLock<MonthNames>>,
}

impl fmt::Debug for Languages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.all.iter().map(Language::tag)).finish()
    }
}

impl Languages {
    /// Reads languages from their files: the name of each, such as `en-GB.ftl` or `pl.yaml`, and its text. Where two files
    /// have one name, the later one adds to the earlier one: the clinic's come after the library's.
    ///
    /// # Errors
    /// All that is wrong with them.
    pub fn read(files: &[(String, Arc<Source>)]) -> Result<Loaded<Self>, Vec<Finding>> {
        let Loaded { value: packs, warnings } = pack::read(files)?;
        let all = stale::mark(packs).into_iter().map(|pack| Language(Arc::new(pack))).collect();
        Ok(Loaded { value: Self { all, months: Arc::default() }, warnings })
    }

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
        self.months.get_or_init(|| dates::months(self.iter().map(|language| &**language)))
    }

    /// Messages that were translated from an older English text, a finding a file.
    #[must_use]
    pub fn stale(&self) -> Vec<Finding> {
        stale::findings(&self.english().0, self.iter().map(|language| &*language.0))
    }

    fn english(&self) -> &Language {
        self.all.iter().find(|language| language.tag() == tag::SOURCE).expect("English is among the languages")
    }
}
