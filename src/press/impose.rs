//! Sheets that are folded: booklet sheets with two pages a side, and leaflets whose pages are panels.

use super::geometry::{Fold, SheetSide};
use super::order::saddle_stitch;
use super::place::{Placement, place};
use crate::geom::{Pt, Size};
use crate::layout::display::Publication;

/// Lays a publication's pages, each half a sheet, on booklet sheets of `sheet` size in printing order.
///
/// Pages touch the fold in the middle and stand at the middle of the sheet's height. When their number is no multiple
/// of four, the last halves stay empty. Bleed comes afterwards, to the sheets ([`super::sheet::with_bleed`]).
#[must_use]
pub fn impose(publication: Publication, sheet: Size, right_to_left: bool) -> Publication {
    let middle = sheet.width / 2.0;
    let sizes: Vec<Size> = publication.pages.iter().map(|page| page.size).collect();
    let half = |number: usize, on_right: bool| {
        let size = sizes.get(number - 1).copied().unwrap_or_default();
        let x = if on_right { middle } else { middle - size.width };
        Placement { page: number - 1, x, y: (sheet.height - size.height) / 2.0 }
    };
    let sides = saddle_stitch(sizes.len(), right_to_left).into_iter();
    let sides: Vec<Vec<Placement>> = sides.map(|side| vec![half(side.left, false), half(side.right, true)]).collect();
    place(publication, &sides, sheet)
}

/// Lays a publication whose six pages are a folded leaflet's panels, in reading order ([`Fold::panels`]), on the two
/// sides of its sheet.
#[must_use]
pub fn fold(publication: Publication, fold: &Fold, right_to_left: bool) -> Publication {
    let mut sides = vec![Vec::new(), Vec::new()];
    for (page, panel) in fold.panels(right_to_left).into_iter().enumerate() {
        let side = usize::from(panel.side == SheetSide::Inside);
        sides[side].push(Placement { page, x: panel.x, y: Pt::ZERO });
    }
    place(publication, &sides, fold.sheet)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geom::{Mm, Rect};
    use crate::layout::display::{
        Duplex, Element, ElementId, Ink, Item, Metadata, OutlineEntry, Page, Role, Shape, StructTree, Tag,
    };
    use crate::press::geometry::{A4_LANDSCAPE, A4_TRIFOLD, LETTER_LANDSCAPE, half};

    fn booklet(pages: usize, size: Size) -> Publication {
        let mut tree = StructTree::new();
        let paragraph = tree.add(StructTree::ROOT, Role::P);
        let page = |number: usize| {
            let ink = Ink::Path(Shape { path: kurbo::BezPath::new(), fill: None, even_odd: false, stroke: None });
            let frame = Rect::new(Pt(10.0), Pt(20.0), Pt(number as f32), Pt(5.0));
            let mut page = Page::new(size);
            page.items.push(Item { frame, ink, tag: Tag::Element(paragraph) });
            page
        };
        let entry = |page: usize| OutlineEntry { title: page.to_string(), level: 1, page, y: Pt(20.0), x: None };
        Publication {
            pages: (0..pages).map(page).collect(),
            tree,
            outline: (0..pages).map(entry).collect(),
            faces: Vec::new(),
            metadata: Metadata {
                title: String::new(),
                author: String::new(),
                subject: String::new(),
                language: "en".to_owned(),
                timestamp: 0,
                right_to_left: false,
            },
            duplex: Duplex::LongEdge,
            alphabet: Vec::new(),
        }
    }

    /// The item of page `number` (from 1) and the outline's entry for it lie `from_left` from the sheet's left edge.
    fn lies_at(imposed: &Publication, number: usize, side: usize, from_left: Pt) {
        let item = imposed.pages[side].items.iter().find(|item| item.frame.width == Pt((number - 1) as f32));
        let frame = item.expect("the page's item").frame;
        assert!((frame.x - from_left - Pt(10.0)).0.abs() < 0.01, "page {number} at {:?}", frame.x);
        let entry = &imposed.outline[number - 1];
        assert_eq!((entry.page, entry.y), (side, Pt(20.0)), "page {number}");
        assert!(entry.x.is_some_and(|x| (x - from_left).0.abs() < 0.01), "page {number}");
    }

    #[test]
    fn pages_and_headings_lie_on_their_halves() {
        for sheet in [A4_LANDSCAPE, LETTER_LANDSCAPE] {
            let middle = sheet.width / 2.0;
            let left_to_right = impose(booklet(8, half(sheet)), sheet, false);
            assert_eq!(left_to_right.pages.len(), 4);
            assert_eq!(left_to_right.duplex, Duplex::ShortEdge);
            for (number, side, x) in [(1, 0, middle), (8, 0, Pt::ZERO), (2, 1, Pt::ZERO), (6, 2, Pt::ZERO)] {
                lies_at(&left_to_right, number, side, x);
            }
            let right_to_left = impose(booklet(8, half(sheet)), sheet, true);
            for (number, side, x) in [(1, 0, Pt::ZERO), (8, 0, middle), (2, 1, middle), (6, 2, middle)] {
                lies_at(&right_to_left, number, side, x);
            }
        }
    }

    #[test]
    fn items_are_read_in_the_booklets_order_and_the_tree_stays() {
        let before = booklet(12, half(A4_LANDSCAPE));
        let tree: Vec<Element> = before.tree.elements.clone();
        let imposed = impose(before, A4_LANDSCAPE, false);
        assert_eq!(imposed.tree.elements, tree);
        let read = imposed.items_as_read();
        let places: Vec<usize> = read.iter().map(|&(place, ..)| place).collect();
        assert_eq!(places, (0..12).collect::<Vec<_>>());
        assert!(read.iter().all(|(place, _, item)| item.frame.width == Pt(*place as f32)));
        assert!(read.iter().all(|(_, _, item)| item.tag == Tag::Element(ElementId(1))));
    }

    #[test]
    fn missing_pages_stay_empty_and_small_ones_stand_in_the_middle() {
        let small = Size { width: Mm(100.0).pt(), height: Mm(200.0).pt() };
        let imposed = impose(booklet(3, small), A4_LANDSCAPE, false);
        let counts: Vec<usize> = imposed.pages.iter().map(|page| page.items.len()).collect();
        assert_eq!(counts, [1, 2]);
        let last = imposed.pages[1].items.last().expect("page 3").frame;
        assert!((last.x - Mm(148.5).pt() - Pt(10.0)).0.abs() < 0.01);
        assert!((last.y - Mm(5.0).pt() - Pt(20.0)).0.abs() < 0.01);
    }

    #[test]
    fn a_heading_on_no_page_is_still_on_none() {
        let mut before = booklet(2, half(A4_LANDSCAPE));
        before.outline[1].page = 2;
        assert_eq!(impose(before, A4_LANDSCAPE, false).outline[1].page, usize::MAX);
    }

    #[test]
    fn panels_lie_on_both_sides_of_one_sheet() {
        let panel = Size { width: Mm(100.0).pt(), height: Mm(210.0).pt() };
        let folded = fold(booklet(6, panel), &A4_TRIFOLD, false);
        assert_eq!((folded.pages.len(), folded.duplex), (2, Duplex::ShortEdge));
        let places = [(1, 0, 197.0), (2, 1, 0.0), (3, 1, 100.0), (4, 1, 200.0), (5, 0, 0.0), (6, 0, 97.0)];
        for (number, side, x) in places {
            lies_at(&folded, number, side, Mm(x).pt());
        }
        let places: Vec<usize> = folded.items_as_read().iter().map(|&(place, ..)| place).collect();
        assert_eq!(places, [0, 1, 2, 3, 4, 5]);
    }
}
