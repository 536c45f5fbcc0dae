//! What is said, before it is laid out: a handout, a brand and the sources in, findings out. One rule a file.

mod coverage;
mod dates;
mod evidence;
mod help_box;
mod language;
mod markup;
mod placeholders;
mod references;
mod sections;

use crate::diag::Finding;
use crate::model::brand::Brand;
use crate::model::handout::Handout;
use crate::model::sources::Sources;
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
    /// The faces it is set in.
    pub fonts: &'a FontSet,
}

/// A rule: finds what is wrong with a subject.
type Rule = fn(Subject<'_>, &mut Vec<Finding>);

/// Every rule, in the order of their codes.
const RULES: [Rule; 9] = [
    markup::check,
    placeholders::check,
    references::check,
    evidence::check,
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
