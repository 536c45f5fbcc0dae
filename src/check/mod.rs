//! What is said, before it is laid out: a handout, a brand and the sources in, findings out. One rule a file.

mod coverage;
mod dates;
mod evidence;
mod exercises;
mod help_box;
mod language;
mod markup;
mod placeholders;
pub mod reading;
mod references;
mod sections;

use crate::diag::Finding;
use crate::model::brand::Brand;
use crate::model::exercise::{Exercise, Library};
use crate::model::handout::Handout;
use crate::model::sources::Sources;
use crate::model::{Located, texts};
use crate::text::fonts::FontSet;

/// What the rules look at.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The handout.
    pub handout: &'a Handout,
    /// The brand it is built under.
    pub brand: &'a Brand,
    /// The sources it may cite.
    pub sources: &'a Sources,
    /// The exercises it may use.
    pub exercises: &'a Library,
    /// The faces it is set in.
    pub fonts: &'a FontSet,
}

impl<'a> Subject<'a> {
    /// The exercises that the handout names, as far as they are known; those with a card first.
    pub fn used_exercises(self) -> impl Iterator<Item = &'a Exercise> {
        let ids = self.handout.exercises.iter().flat_map(|exercises| exercises.ids());
        ids.filter_map(move |id| self.exercises.get(&id.value))
    }

    /// All printed texts of the handout and of the exercises that it shows.
    #[must_use]
    pub fn texts(self) -> Vec<&'a Located<String>> {
        let mut printed = texts::of_handout(self.handout);
        printed.extend(self.used_exercises().flat_map(texts::of_exercise));
        printed
    }
}

/// A rule: finds what is wrong with a subject.
type Rule = fn(Subject<'_>, &mut Vec<Finding>);

/// Every rule, in the order of their codes.
const RULES: [Rule; 10] = [
    markup::check,
    placeholders::check,
    references::check,
    evidence::check,
    exercises::check,
    sections::check,
    help_box::check,
    dates::check,
    coverage::check,
    language::check,
];

/// All findings of all rules on a handout under a brand.
#[must_use]
pub fn check(subject: Subject<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in RULES {
        rule(subject, &mut findings);
    }
    findings
}
