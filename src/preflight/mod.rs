//! What is on the pages, before they are written: a publication in, findings out. One rule a file.
//!
//! Printers call this look at finished pages preflight. It sees what nothing before it can: sizes, colours on what
//! lies under them, lengths of lines, distances from the edge, how full pages are.

use crate::diag::{Explanation, Finding};
use crate::layout::display::Publication;
use crate::model::handout::Handout;

/// A rule: what it finds, and what that means.
#[derive(Debug)]
pub struct Rule {
    /// Its codes.
    pub explains: &'static [Explanation],
    /// How it looks.
    pub check: fn(Subject<'_>, &mut Vec<Finding>),
}

/// What the rules look at.
#[derive(Clone, Copy, Debug)]
pub struct Subject<'a> {
    /// The pages.
    pub publication: &'a Publication,
    /// The handout that they are of, to point at.
    pub handout: &'a Handout,
}

/// Every rule, in the order of their codes.
pub const RULES: &[Rule] = &[];

/// All findings of all rules on a publication.
#[must_use]
pub fn check(publication: &Publication, handout: &Handout) -> Vec<Finding> {
    let subject = Subject { publication, handout };
    let mut findings = Vec::new();
    for rule in RULES {
        (rule.check)(subject, &mut findings);
    }
    findings
}
