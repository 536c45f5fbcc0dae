//! L008: a page that is almost empty.

use super::help_box;
use super::reading::Reading;
use super::{PageRule, PageSubject};
use crate::diag::{Example, Explanation, Finding};
use crate::layout::display::{Page, Tag};

/// The least share of a page that must be filled. The layout itself aims at two thirds.
const LEAST: f32 = 0.4;

/// What it finds, and how.
pub const RULE: PageRule = PageRule {
    explains: &[Explanation {
        code: "L008",
        title: "a page that is almost empty",
        meaning: "The lowest thing on a page, the page foot left out, stands less than 40 % of the way down to the foot. \
                  The last page and the page of the help box are left out.",
        why: "It wastes paper, and readers think that the leaflet ends there.",
        example: Example::Words {
            bad: "A fourth page with two lines on it, and the help box on the fifth.",
            good: "Three full pages, and the help box on the fourth.",
        },
        standard: "House rule.",
        safety: false,
    }],
    check,
};

fn check(subject: PageSubject<'_>, findings: &mut Vec<Finding>) {
    let pages = &subject.publication.pages;
    let help = help_page(subject);
    for (index, page) in pages.iter().enumerate().take(pages.len().saturating_sub(1)) {
        let filled = filled(page);
        if filled >= LEAST || help == Some(index) {
            continue;
        }
        let percent = (filled * 100.0).floor();
        findings.push(
            Finding::warning("L008", format!("page {}: only {percent:.0} % of the page is filled", index + 1))
                .at(&subject.handout.title.place, "this leaflet has an almost empty page")
                .help("shorten a text on the page before, or say a little more"),
        );
    }
}

/// The index of the page that the help box stands on.
fn help_page(subject: PageSubject<'_>) -> Option<usize> {
    let reading = Reading::new(subject.publication);
    help_box::section(subject, &reading).and_then(|section| reading.page(section)).map(|page| page - 1)
}

/// How far down to its foot a page is filled, 0 to 1.
fn filled(page: &Page) -> f32 {
    let (foot, content): (Vec<_>, Vec<_>) = page.items.iter().partition(|item| item.tag == Tag::Furniture);
    let end = foot.iter().map(|item| item.frame.y).fold(page.size.height, crate::geom::Pt::min);
    let lowest = content.iter().map(|item| item.frame.bottom()).fold(crate::geom::Pt::ZERO, crate::geom::Pt::max);
    lowest / end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::display::Role;
    use crate::preflight::tests::{Sheet, found};

    #[test]
    fn pages_but_the_last_are_filled() {
        for (lowest, count) in [(700.0, 0), (330.0, 0), (200.0, 1), (60.0, 1)] {
            let mut sheet = Sheet::new();
            sheet.text(Role::P, (60.0, lowest), 12.0, "It makes pain milder.");
            sheet.glyphs((60.0, 800.0), 10.0, "1 of 2", Tag::Furniture);
            assert!(found(&RULE, &sheet.publication).is_empty(), "the last page");
            sheet.page();
            let findings = found(&RULE, &sheet.publication);
            assert_eq!(findings.len(), count, "{lowest}: {findings:?}");
        }
    }

    #[test]
    fn a_page_with_nothing_on_it_is_found() {
        let mut sheet = Sheet::new();
        sheet.page();
        assert_eq!(found(&RULE, &sheet.publication)[0].message, "page 1: only 0 % of the page is filled");
    }
}
