//! A topic: what is true of all handouts on one subject, read from a pack of YAML files.
//!
//! In come the files of a folder such as `handouts/topics/back-pain-in-pregnancy/`; out goes a [`Topic`], or every mistake
//! in them. The program knows no subject by itself: stages, warning signs, treatments, safety texts, roles and headings are
//! asked of the topic.

pub mod explained;
mod pack;
pub mod signs;
pub mod tiers;

pub use pack::{About, Files};
pub use signs::Signs;
pub use tiers::{Tier, Urgency};

use crate::diag::{Finding, Place, has_errors};
use crate::model;
use crate::model::key::Key;

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
}

impl Topic {
    /// Reads the pack called `name`.
    ///
    /// # Errors
    /// All mistakes in all of its files.
    pub fn read(name: &str, files: &Files<'_>) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let about = files.required::<About>("topic.yaml", &mut findings);
        let signs = files.required::<Signs>("signs.yaml", &mut findings);
        let (Some(about), Some(signs)) = (about, signs) else { return Err(findings) };
        let topic = Self { name: name.to_owned(), about, signs };
        topic.check_ids(&mut findings);
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
    pub fn tiers(&self) -> &[Tier] {
        &self.about.tiers
    }

    /// The ids of the tiers, the most urgent first.
    #[must_use]
    pub fn tier_ids(&self) -> Vec<Key> {
        self.about.tiers.iter().map(|tier| tier.id.value).collect()
    }
}

impl Files<'_> {
    /// What a file that every pack has holds; a finding where it is missing or wrong.
    fn required<T: model::Format>(&self, path: &str, findings: &mut Vec<Finding>) -> Option<T> {
        let found = self.optional(path, findings);
        if found.is_none() && !has_errors(findings) {
            findings.push(Finding::error("T001", format!("the topic has no file `{path}`")));
        }
        found
    }

    /// What a file that a pack may have holds; findings where it is wrong.
    fn optional<T: model::Format>(&self, path: &str, findings: &mut Vec<Finding>) -> Option<T> {
        let source = self.get(path)?;
        match model::load::<T>(&source) {
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
