//! L006: headings out of order.

use super::place::{of_words, quoted};
use super::reading::Reading;
use super::{PageRule, PageSubject};
use crate::diag::{Example, Explanation, Finding};
use crate::layout::display::{Role, StructTree};

/// What it finds, and how.
pub const RULE: PageRule = PageRule {
    explains: &[Explanation {
        code: "L006",
        title: "headings out of order",
        meaning: "In the order that pages are read aloud, the first heading is not the title, or a heading is more than \
                  one level deeper than the heading before it.",
        why: "People who listen to a leaflet move from heading to heading. A skipped level sounds like a part that is lost.",
        example: Example::Words {
            bad: "The title, then a heading of level 3.",
            good: "The title, a heading of level 2, then one of level 3.",
        },
        standard: "ISO 14289-1, 7.4.2; WCAG 2.1, 1.3.1.",
        safety: false,
    }],
    check,
};

fn check(subject: PageSubject<'_>, findings: &mut Vec<Finding>) {
    let reading = Reading::new(subject.publication);
    let mut before = 0;
    for id in reading.under(StructTree::ROOT) {
        let Role::H(level) = subject.publication.tree[id].role else { continue };
        if level > before + 1 {
            let (text, page) = (reading.text(id), reading.page(id).unwrap_or(1));
            let what = match before {
                0 => "the first heading must be the title, of level 1".to_owned(),
                before => format!("the heading before it is of level {before}"),
            };
            findings.push(
                Finding::error("L006", format!("page {page}: the heading {} is of level {level}", quoted(&text)))
                    .at(of_words(subject, &text), what)
                    .help("no level may be left out; this is a fault of the program, please report it"),
            );
        }
        before = level;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::preflight::tests::{Sheet, found};

    #[test]
    fn no_level_is_skipped() {
        for (levels, count) in
            [(vec![1, 2, 3, 2, 3], 0), (vec![1, 2, 2, 1], 0), (vec![1, 3], 1), (vec![2, 3], 1), (vec![1, 2, 4, 6], 2)]
        {
            let mut sheet = Sheet::new();
            for (row, level) in levels.iter().enumerate() {
                sheet.text(Role::H(*level), (60.0, 60.0 + 30.0 * row as f32), 16.0, "What helps");
            }
            assert_eq!(found(&RULE, &sheet.publication).len(), count, "{levels:?}");
        }
    }
}
