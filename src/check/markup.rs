//! H020: CommonMark that a leaflet cannot print.

use super::{Check, Rule, Subject};
use crate::diag::Finding;
use crate::model::text;

/// What it finds, and how.
pub const RULE: Rule = Rule { explains: &[], check: Check::Handout(check) };

fn check(subject: Subject<'_>, findings: &mut Vec<Finding>) {
    for printed in subject.texts() {
        let Err(unsupported) = text::parse(&printed.value) else { continue };
        for what in unsupported {
            findings.push(
                Finding::error("H020", format!("{} cannot be printed in a leaflet", what.0))
                    .at(&printed.place, "in this text")
                    .help("texts may hold **bold**, [links](https://…) and lists; write plain words for anything else"),
            );
        }
    }
}
