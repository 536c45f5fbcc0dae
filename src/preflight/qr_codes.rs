//! L011: a QR code that is too small to be read.

use super::reading::items_of;
use super::{PageRule, PageSubject};
use crate::diag::{Example, Explanation, Finding};
use crate::geom::Pt;
use crate::layout::display::Tag;

/// What it finds, and how.
pub const RULE: PageRule = PageRule {
    explains: &[Explanation {
        code: "L011",
        title: "a QR code that is too small",
        meaning: "A QR code under 20 mm on a leaflet, or under 40 mm on a poster, its quiet zone included.",
        why: "A telephone cannot read a small code, or not from where the reader stands.",
        example: Example::Words {
            bad: "A code of 12 mm in the corner of a poster.",
            good: "A code of 22 mm on a folded leaflet, of 40 mm on a poster, with its short address beside it.",
        },
        standard: "ISO/IEC 18004 (quiet zone of 4 modules); usual practice: a tenth of the reading distance.",
        safety: false,
    }],
    check,
};

fn check(subject: PageSubject<'_>, findings: &mut Vec<Finding>) {
    let tree = &subject.publication.tree;
    for (page, item) in items_of(subject.publication) {
        let Tag::Element(id) = item.tag else { continue };
        let side = item.frame.width.min(item.frame.height);
        if !tree[id].qr_code || side.0 >= subject.limits.code.0 - 0.1 {
            continue;
        }
        let millimetres = |length: Pt| (length.0 * 25.4 / 72.0).round();
        let (is, least) = (millimetres(side), millimetres(subject.limits.code));
        findings.push(
            Finding::warning("L011", format!("page {}: the QR code is {is} mm wide", page + 1))
                .at(&subject.handout.title.place, format!("at least {least} mm are needed"))
                .help("give it more room"),
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::display::{Role, StructTree};
    use crate::preflight::Limits;
    use crate::preflight::tests::{Sheet, found_within};

    #[test]
    fn a_code_is_as_large_as_its_reader_is_far() {
        for (side, limits, count) in [
            (62.4, Limits::LEAFLET, 0),
            (40.0, Limits::LEAFLET, 1),
            (62.4, Limits::POSTER, 1),
            (113.4, Limits::POSTER, 0),
        ] {
            let mut sheet = Sheet::new();
            let figure = sheet.publication.tree.add(StructTree::ROOT, Role::Figure);
            sheet.publication.tree[figure].qr_code = true;
            sheet.glyphs((60.0, 60.0), 12.0, "x", Tag::Element(figure));
            let frame = &mut sheet.publication.pages[0].items.last_mut().expect("an item").frame;
            (frame.width, frame.height) = (Pt(side), Pt(side));
            assert_eq!(found_within(&RULE, &sheet.publication, limits).len(), count, "{side}");
        }
    }
}
