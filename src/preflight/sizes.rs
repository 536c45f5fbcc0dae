//! L002: text that is too small.

use super::place::of_words;
use super::reading::{around, runs_of};
use super::{PageRule, PageSubject};
use crate::diag::{Example, Explanation, Finding};
use crate::geom::Pt;
use crate::layout::display::Tag;

/// What it finds, and how.
pub const RULE: PageRule = PageRule {
    explains: &[Explanation {
        code: "L002",
        title: "text that is too small",
        meaning: "Body text, headings and help box under 12 points, or the page foot and the list of sources under 10 \
                  points, on a finished page. Every size is told once, with its first page.",
        why: "Many readers are tired, unwell, or read in poor light. Below 12 points a good part of them give up.",
        example: Example::Words {
            bad: "A leaflet whose treatments are set at 11 points to save a page.",
            good: "All running text at 12 points; only the sources and the page foot at 10.",
        },
        standard: "UKAAF G003 Clear Print: at least 12 points, ideally 14.",
        safety: false,
    }],
    check,
};

fn check(subject: PageSubject<'_>, findings: &mut Vec<Finding>) {
    let publication = subject.publication;
    let mut seen: Vec<(Pt, bool)> = Vec::new();
    for (page, item, run) in runs_of(publication) {
        let is_small_print = match item.tag {
            Tag::Furniture | Tag::Artifact => true,
            Tag::Element(id) => publication.tree.is_small_print(id),
        };
        let least = if is_small_print { subject.limits.small } else { subject.limits.body };
        if run.size.0 >= least.0 - 0.01 || seen.contains(&(run.size, is_small_print)) {
            continue;
        }
        seen.push((run.size, is_small_print));
        let (text, words) = around(publication, item);
        let kind = if is_small_print { "small print" } else { "text" };
        findings.push(
            Finding::error("L002", format!("page {}: {kind} of {} points: {words}", page + 1, run.size.0))
                .at(of_words(subject, &text), format!("{kind} needs at least {} points", least.0))
                .help("give the text more room, or say less; never make the letters smaller"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::display::{Role, StructTree};
    use crate::preflight::Limits;
    use crate::preflight::tests::{Sheet, found};

    #[test]
    fn body_text_needs_twelve_points() {
        for (size, count) in [(12.0, 0), (14.0, 0), (11.9, 1), (9.0, 1)] {
            let mut sheet = Sheet::new();
            sheet.text(Role::P, (60.0, 60.0), size, "It makes pain milder.");
            sheet.text(Role::P, (60.0, 80.0), size, "Once more.");
            let findings = found(&RULE, &sheet.publication);
            assert_eq!(findings.len(), count, "{size}: {findings:?}");
            assert!(findings.iter().all(|finding| finding.message.starts_with("page 1: text of ")));
        }
    }

    #[test]
    fn small_print_needs_ten_points() {
        for (size, count) in [(10.0, 0), (9.5, 2)] {
            let mut sheet = Sheet::new();
            let paragraph = sheet.publication.tree.add(StructTree::ROOT, Role::P);
            let entry = sheet.publication.tree.add(paragraph, Role::BibEntry);
            let link = sheet.publication.tree.add(entry, Role::Link);
            sheet.glyphs((60.0, 60.0), size, "Back pain in pregnancy", Tag::Element(link));
            sheet.glyphs((60.0, 60.0), size + 0.2, "1 of 2", Tag::Furniture);
            assert_eq!(found(&RULE, &sheet.publication).len(), count, "{size}");
        }
    }

    #[test]
    fn large_print_asks_for_more() {
        let mut sheet = Sheet::new();
        sheet.text(Role::P, (60.0, 60.0), 16.0, "It makes pain milder.");
        let limits = Limits { body: Pt(18.0), small: Pt(16.0), ..Limits::LEAFLET };
        assert_eq!(crate::preflight::tests::found_within(&RULE, &sheet.publication, limits).len(), 1);
    }
}
