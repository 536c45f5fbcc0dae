//! A topic: what is true of all handouts on one subject, read from a pack of YAML files.
//!
//! In come the files of a folder such as `handouts/topics/back-pain-in-pregnancy/`; out goes a [`Topic`], or every mistake
//! in them. The program knows no subject by itself: stages, warning signs, treatments, safety texts, roles and headings are
//! asked of the topic.

pub mod explained;
mod pack;

pub use pack::{About, Files};

use crate::diag::{Finding, has_errors};
use crate::model;

/// The topic of a handout that names none.
pub const DEFAULT: &str = "back-pain-in-pregnancy";

/// A topic, read and checked.
#[derive(Clone, Debug)]
pub struct Topic {
    /// Its name: that of its folder.
    pub name: String,
    /// What `topic.yaml` says.
    pub about: About,
}

impl Topic {
    /// Reads the pack called `name`.
    ///
    /// # Errors
    /// All mistakes in all of its files.
    pub fn read(name: &str, files: &Files<'_>) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let about = files.required::<About>("topic.yaml", &mut findings);
        match about {
            Some(about) if !has_errors(&findings) => Ok(Self { name: name.to_owned(), about }),
            _ => Err(findings),
        }
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
