//! H020: markup that a leaflet cannot print.

use super::{Check, Rule, Subject};
use crate::diag::{Example, Explanation, Finding};
use crate::model::text;

/// What it finds, and how.
pub const RULE: Rule = Rule {
    explains: &[Explanation {
        code: "H020",
        title: "markup that a leaflet cannot print",
        meaning: "Texts may hold bold words, links and lists. Headings, pictures, code, rules, quotations and HTML tags \
                      are not printed. Signs that are not plainly markup, as in `3*10` or `<5 kg`, are printed as \
                      they stand.",
        why: "It would be left out or printed as signs. Parts that look like headings and are none mislead a \
                  screen reader.",
        example: Example::Handout {
            bad: "summary: \"# Keep moving\"\n",
            good: "summary: \"**Keep moving**, and learn the warning signs.\"\n",
        },
        standard: "CommonMark 0.31.2, of which paragraphs, strong words, links and lists of two entries or more are read.",
        safety: false,
    }],
    check: Check::Handout(check),
};

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
