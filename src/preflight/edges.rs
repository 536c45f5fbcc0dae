//! L009: text or a picture that office printers would cut off.

use kurbo::Shape as _;

use super::place::of_words;
use super::reading::{around, items_of};
use super::{PageRule, PageSubject};
use crate::diag::{Example, Explanation, Finding};
use crate::geom::{Mm, Pt, Rect, Size};
use crate::layout::display::{Ink, Item, Tag};

/// The strip that office printers leave white.
const STRIP: Mm = Mm(6.0);

/// What it finds, and how.
pub const RULE: PageRule = PageRule {
    explains: &[Explanation {
        code: "L009",
        title: "text or a picture too near the paper's edge",
        meaning: "Text, a picture or a part of the page foot nearer than 6 mm to the edge of the paper. Coloured ground \
                  and other decoration may reach further.",
        why: "Office printers cannot print the outer 4 to 5 mm of a sheet: the words there are lost.",
        example: Example::Words {
            bad: "A page number 3 mm above the lower edge.",
            good: "The same page number 10 mm above it.",
        },
        standard: "House rule: 6 mm, from the 4 to 5 mm that office printers leave white.",
        safety: false,
    }],
    check,
};

fn check(subject: PageSubject<'_>, findings: &mut Vec<Finding>) {
    let mut told = None;
    for (page, item) in items_of(subject.publication) {
        if told == Some(page) {
            continue;
        }
        let Some(bounds) = bounds(item) else { continue };
        let nearest = distance(bounds, subject.publication.pages[page].size);
        if nearest.0 >= STRIP.pt().0 - 0.05 {
            continue;
        }
        told = Some(page);
        let (text, words) = around(subject.publication, item);
        let what = if matches!(item.ink, Ink::Glyphs(_)) { words } else { "a picture".to_owned() };
        let millimetres = nearest.0 * 25.4 / 72.0;
        let how_near = if millimetres < 0.0 {
            "reaches over the paper's edge".to_owned()
        } else {
            format!("stands {millimetres:.1} mm from the paper's edge")
        };
        findings.push(
            Finding::error("L009", format!("page {}: {what} {how_near}", page + 1))
                .at(of_words(subject, &text), "office printers leave the outer 6 mm white")
                .help("shorten the longest word or line here; if there is none, please report this as a fault"),
        );
    }
}

/// The part of the page that must be printed for an item to be whole; nothing for decoration.
fn bounds(item: &Item) -> Option<Rect> {
    match &item.ink {
        Ink::Glyphs(run) if run.text.trim().is_empty() => None,
        // The frame holds the whole line; letters fill less of it. A space at its end is not seen.
        Ink::Glyphs(run) => {
            let top = item.frame.y + (run.baseline - run.size).max(Pt::ZERO);
            let bottom = item.frame.y + run.baseline + run.size * 0.2;
            let spaces = run.text.len() - run.text.trim_end().len();
            let width = item.frame.width - run.size * (0.2 * spaces as f32);
            Some(Rect::new(item.frame.x + run.x, top, width, bottom - top))
        }
        Ink::Raster(_) => Some(item.frame),
        Ink::Path(_) if item.tag == Tag::Artifact => None,
        Ink::Path(shape) => {
            let stroke = shape.stroke.map_or(0.0, |stroke| f64::from(stroke.width.0) / 2.0);
            let painted = shape.path.bounding_box().inflate(stroke, stroke);
            let (x, y) = (Pt(painted.x0 as f32), Pt(painted.y0 as f32));
            let (width, height) = (Pt(painted.width() as f32), Pt(painted.height() as f32));
            Some(Rect::new(item.frame.x + x, item.frame.y + y, width, height))
        }
    }
}

/// The distance of a rectangle from the nearest edge of its page; negative beyond it.
fn distance(bounds: Rect, page: Size) -> Pt {
    bounds.x.min(bounds.y).min(page.width - bounds.right()).min(page.height - bounds.bottom())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::display::{Role, StructTree};
    use crate::preflight::tests::{Sheet, found};

    #[test]
    fn text_keeps_away_from_the_edge() {
        let cases = [((60.0, 60.0), 0), ((17.1, 60.0), 0), ((16.0, 60.0), 1), ((60.0, 830.0), 1), ((560.0, 60.0), 1)];
        for (place, count) in cases {
            let mut sheet = Sheet::new();
            sheet.text(Role::P, place, 12.0, "It makes pain milder.");
            sheet.text(Role::P, place, 12.0, "Once more.");
            let findings = found(&RULE, &sheet.publication);
            assert_eq!(findings.len(), count, "{place:?}: {findings:?}");
        }
    }

    #[test]
    fn decoration_may_reach_out_and_pictures_may_not() {
        let mut sheet = Sheet::new();
        sheet.ground((0.0, 0.0, 595.0, 200.0), crate::art::Colour::BLACK);
        assert!(found(&RULE, &sheet.publication).is_empty());
        let figure = sheet.publication.tree.add(StructTree::ROOT, Role::Figure);
        sheet.picture((5.0, 60.0, 100.0, 100.0), 300, Tag::Element(figure));
        assert_eq!(found(&RULE, &sheet.publication).len(), 1);
    }
}
