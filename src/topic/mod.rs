//! A topic: what is true of all handouts on one subject, read from a pack of YAML files.
//!
//! In come the files of a folder such as `handouts/topics/back-pain-in-pregnancy/`; out goes a [`Topic`], or every mistake
//! in them. The program knows no subject by itself: stages, warning signs, treatments, safety texts, roles and headings are
//! asked of the topic.

pub mod boxes;
pub mod examples;
pub mod explained;
pub mod help;
pub mod medicines;
pub mod names;
mod pack;
pub mod rules;
pub mod safety;
pub mod signs;
mod stale;
pub mod tiers;
pub mod treatments;
pub mod words;

pub use names::{Names, NamesFor};
pub use pack::{About, ContactEntry, Files};
pub use signs::Signs;
pub use tiers::{TierKind, Urgency};

use std::collections::BTreeMap;

use crate::diag::{Finding, Place, has_errors};
use crate::model::approval::of_topic_file;
use crate::model::handout::Stage;
use crate::model::key::Key;
use crate::model::patterns::primary_language;
use crate::model::stages::Stages;
use crate::model::vocabulary::Terms;
use crate::model::{self, Located, yaml};
use boxes::StandardBoxes;
use examples::Examples;
use medicines::Medicines;
use rules::Rules;
use safety::Safety;
use treatments::Treatments;
use words::{WordList, WordLists};

/// The topic of a handout that names none.
pub const DEFAULT: &str = "back-pain-in-pregnancy";

/// A topic, read and checked.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Its name: that of its folder.
    pub name: String,
    /// What `topic.yaml` says.
    pub about: About,
    /// What `signs.yaml` says.
    pub signs: Signs,
    /// What `treatments.yaml` says.
    pub treatments: Treatments,
    /// What `medicines.yaml` says.
    pub medicines: Medicines,
    /// What `rules.yaml` says.
    pub rules: Rules,
    /// What `examples.yaml` says.
    pub examples: Examples,
    /// What `words.yaml` says.
    words: WordLists,
    /// The safety texts of each language that has them.
    safety: BTreeMap<String, Safety>,
    /// All that is printed of it in each language, whatever the country, a value a line, for approvals.
    printed: BTreeMap<String, String>,
    /// Its stages.
    pub stages: Stages,
    /// Its own words in each language that has them.
    names: BTreeMap<String, Names>,
    /// The standard help boxes of each language that has them.
    boxes: BTreeMap<String, StandardBoxes>,
}

impl Topic {
    /// Reads the pack called `name`.
    ///
    /// # Errors
    /// All mistakes in all of its files.
    pub fn read(name: &str, files: &Files<'_>) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let about = files.required::<About>("topic.yaml", &mut findings);
        let Some(about) = about else { return Err(findings) };
        about.check(&mut findings);
        let files = files.with_ids(about.terms());
        let Some(signs) = files.required::<Signs>("signs.yaml", &mut findings) else { return Err(findings) };
        let stages = about.stages();
        let mut printed = BTreeMap::new();
        let safety = files.in_each_language::<Safety>(&about, "safety", &mut printed, &mut findings);
        // What these say is in the texts of the handouts that they complete.
        let names = files.in_each_language(&about, "words", &mut printed, &mut findings);
        let boxes = files.in_each_language(&about, "help", &mut printed, &mut findings);
        let topic = Self {
            name: name.to_owned(),
            about,
            stages,
            signs,
            treatments: files.optional("treatments.yaml", &mut findings).unwrap_or_default(),
            medicines: files.optional("medicines.yaml", &mut findings).unwrap_or_default(),
            rules: files.optional("rules.yaml", &mut findings).unwrap_or_default(),
            examples: files.optional("examples.yaml", &mut findings).unwrap_or_default(),
            words: files.optional("words.yaml", &mut findings).unwrap_or_default(),
            safety,
            printed,
            names,
            boxes,
        };
        topic.words.mistakes(&mut findings);
        topic.check_stages(&mut findings);
        topic.check_ids(&mut findings);
        topic.check_safety(&mut findings);
        if has_errors(&findings) { Err(findings) } else { Ok(topic) }
    }

    /// Finds ids of tiers that the topic does not have.
    fn check_ids(&self, findings: &mut Vec<Finding>) {
        let known = self.tier_ids();
        let listed = known.iter().map(Key::as_str).collect::<Vec<_>>().join(", ");
        let mut unknown = |tier: Key, place: &Place| {
            if !known.contains(&tier) {
                let finding = Finding::error("T020", format!("the topic has no tier `{tier}`"));
                findings
                    .push(finding.at(place, "tiers are listed in `topic.yaml`").help(format!("use one of: {listed}")));
            }
        };
        for needs in self.tiers().iter().filter_map(|tier| tier.needs.as_ref()) {
            unknown(needs.otherwise.value, &needs.otherwise.place);
        }
        for sign in &self.signs.signs {
            sign.needed.keys().chain(sign.named.keys()).for_each(|tier| unknown(*tier, &sign.name.place));
        }
        self.signs.no_signs.iter().for_each(|wrong| unknown(wrong.tier.value, &wrong.tier.place));
    }

    /// The tiers of the help box, the most urgent first.
    #[must_use]
    pub fn tiers(&self) -> &[TierKind] {
        &self.about.tiers
    }

    /// A tier of the help box by its id.
    #[must_use]
    pub fn tier(&self, id: Key) -> Option<&TierKind> {
        self.about.tiers.iter().find(|tier| tier.id.value == id)
    }

    /// Its own words for a language tag: those of its country, its language, or the language that it is translated from.
    #[must_use]
    pub fn names(&self, tag: &str) -> NamesFor<'_> {
        let source = || self.names.get(&self.about.languages.first()?.value);
        NamesFor { own: self.names.get(tag), base: self.names.get(&primary_language(tag)).or_else(source) }
    }

    /// A stage in English, as messages tell it.
    #[must_use]
    pub fn stage_name(&self, stage: Stage) -> String {
        match stage {
            Stage::Any => "every stage".to_owned(),
            stage => self.names("en").stage(stage),
        }
    }

    /// Finds what the words of a language do not say.
    fn check_names(&self, findings: &mut Vec<Finding>) {
        let nothing = Names::default();
        // A country's folder has only what differs.
        let of_language = |tag: &&Located<String>| is_tag(&tag.value) && primary_language(&tag.value) == tag.value;
        for tag in self.about.languages.iter().filter(of_language) {
            let lines = self.names.get(&tag.value).unwrap_or(&nothing).missing(&self.about);
            if !lines.is_empty() {
                let finding = Finding::error("T005", format!("`{}/words.yaml` lacks words of the topic", tag.value))
                    .at(&tag.place, "a folder for a language has all of them");
                findings.push(lines.iter().fold(finding, |finding, line| finding.help(format!("add to it: `{line}`"))));
            }
        }
    }

    /// What is wrong with the pack as a whole, beyond the shape of its files.
    #[must_use]
    pub fn check(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        self.check_boxes(&mut findings);
        self.check_names(&mut findings);
        findings
    }

    /// The ids of the tiers, the most urgent first.
    #[must_use]
    pub fn tier_ids(&self) -> Vec<Key> {
        self.about.tiers.iter().map(|tier| tier.id.value).collect()
    }

    /// The ids that a handout about it may name.
    #[must_use]
    pub fn terms(&self) -> Terms {
        self.about.terms()
    }

    /// Finds stages that do not exist in the tables of rules: a rule for one would never be asked.
    fn check_stages(&self, findings: &mut Vec<Finding>) {
        let known: Vec<Key> = self.stages.each().chain([Stage::Any]).map(Stage::key).collect();
        let listed = known.iter().map(Key::as_str).collect::<Vec<_>>().join(", ");
        for (stage, place) in self.treatments.stages().chain(self.rules.stages()).chain(self.stages_of_help()) {
            if !known.contains(&stage) {
                findings.push(
                    Finding::error("T027", format!("there is no stage `{stage}`"))
                        .at(place, "a rule for it would never be asked")
                        .help(format!("use one of: {listed}")),
                );
            }
        }
    }

    /// Finds emergencies without their number, and translations that differ from the first language.
    fn check_safety(&self, findings: &mut Vec<Finding>) {
        let source = self.about.languages.first().and_then(|first| self.safety.get(&first.value));
        for own in self.safety.values() {
            own.mistakes(&self.stages, findings);
            if let Some(source) = source {
                own.differences(source, findings);
            }
        }
    }

    /// All that is printed of it, by language without its country, a value a line: what clinicians approve.
    #[must_use]
    pub const fn printed(&self) -> &BTreeMap<String, String> {
        &self.printed
    }

    /// Words to avoid and medical terms for a language tag.
    #[must_use]
    pub fn words(&self, tag: &str) -> Option<&WordList> {
        self.words.of(&primary_language(tag))
    }

    /// The safety texts for a language tag: its own, or else those of its language.
    #[must_use]
    pub fn safety(&self, tag: &str) -> Option<&Safety> {
        in_language(&self.safety, tag)
    }
}

/// What stands for a language tag such as `en-US`, or else for its language, `en`.
fn in_language<'m, T>(texts: &'m BTreeMap<String, T>, tag: &str) -> Option<&'m T> {
    texts.get(tag).or_else(|| texts.get(&primary_language(tag)))
}

/// Whether a text can be the tag of a language, and so the name of its folder.
fn is_tag(text: &str) -> bool {
    text.chars().all(|c: char| c.is_ascii_alphanumeric() || c == '-')
}

impl Files<'_> {
    /// What a file that every pack has holds; a finding where it is missing or wrong.
    fn required<T: model::Format>(&self, path: &str, findings: &mut Vec<Finding>) -> Option<T> {
        let found = self.optional(path, findings);
        if found.is_none() && self.get(path).is_none() {
            findings.push(Finding::error("T001", format!("the topic has no file `{path}`")));
        }
        found
    }

    /// What a file that each language may have holds, by the name of the language. What it says is added to `printed`.
    fn in_each_language<T: model::Format>(
        &self,
        about: &About,
        name: &str,
        printed: &mut BTreeMap<String, String>,
        findings: &mut Vec<Finding>,
    ) -> BTreeMap<String, T> {
        let mut texts = BTreeMap::new();
        for language in &about.languages {
            if !is_tag(&language.value) {
                continue;
            }
            let path = format!("{}/{name}.yaml", language.value);
            let Some(text) = self.optional(&path, findings) else { continue };
            texts.insert(language.value.clone(), text);
            let parsed = self.get(&path).and_then(|source| yaml::parse(&source).ok());
            let base = primary_language(&language.value);
            let name = if base == language.value { name.to_owned() } else { format!("{} {name}", language.value) };
            let lines = parsed.map(|parsed| of_topic_file(&name, &parsed.root)).unwrap_or_default();
            printed.entry(base).or_default().push_str(&lines);
        }
        texts
    }

    /// What a file that a pack may have holds; findings where it is wrong.
    fn optional<T: model::Format>(&self, path: &str, findings: &mut Vec<Finding>) -> Option<T> {
        let source = self.get(path)?;
        let loaded = self.ids().map_or_else(|| model::load::<T>(&source), |ids| model::load_in::<T>(&source, ids));
        match loaded {
            Ok(loaded) => {
                findings.extend(loaded.warnings);
                Some(loaded.value)
            }
            Err(mut errors) => {
                findings.append(&mut errors);
                None
            }
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
