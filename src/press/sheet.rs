//! Finished pages on larger press sheets, with bleed, crop marks and fold marks; and guides on office sheets.

use kurbo::{PathEl, Point, Shape as _};

use super::geometry::Folds;
use super::marks;
use crate::geom::{Pt, Rect};
use crate::layout::display::{Ink, Item, OutlineEntry, Page, Publication, Shape, Tag};

/// How near the trim's edge decoration counts as touching it.
const TOUCH: f32 = 0.1;

/// Puts every page on a sheet that is larger by [`marks::slug`] on each side.
///
/// Everything moves with the trim. Rectangles of plain colour that touch the trim's edge grow into the bleed, and marks
/// are added for cutting and folding. The trim and bleed boxes are set.
#[must_use]
pub fn with_bleed(publication: Publication, bleed: Pt, folds: &Folds) -> Publication {
    let slug = marks::slug(bleed);
    let move_entry = |entry: OutlineEntry| OutlineEntry { y: entry.y + slug, x: entry.x.map(|x| x + slug), ..entry };
    let outline = publication.outline.into_iter().map(move_entry).collect();
    let pages = publication.pages.into_iter().enumerate();
    let pages = pages.map(|(index, page)| on_press_sheet(page, bleed, folds.of_page(index))).collect();
    Publication { pages, outline, ..publication }
}

/// Adds dotted guides along the folds, for pages that an office printer prints and somebody folds by hand.
#[must_use]
pub fn with_guides(mut publication: Publication, folds: &Folds) -> Publication {
    for (index, page) in publication.pages.iter_mut().enumerate() {
        page.items.extend(marks::fold_guides(page.trim, folds.of_page(index)));
    }
    publication
}

/// One page on its larger sheet.
fn on_press_sheet(mut page: Page, bleed: Pt, folds: &[Pt]) -> Page {
    let slug = marks::slug(bleed);
    page.bleed = page.trim.grown(bleed);
    let (trim, reach) = (page.trim, page.bleed);
    page.items.iter_mut().for_each(|item| extend_to_bleed(item, trim, reach));
    page.size.width += slug * 2.0;
    page.size.height += slug * 2.0;
    let mut page = page.moved(slug, slug);
    page.items.push(marks::crop_marks(page.trim, bleed));
    page.items.extend(marks::fold_marks(page.trim, bleed, folds));
    page
}

/// Moves the edges of a decoration that lie on the trim's edge out to the bleed's, so that no white shows where the
/// cut is a little off. Only upright rectangles of plain colour grow; pictures and content stay as they are.
pub fn extend_to_bleed(item: &mut Item, trim: Rect, bleed: Rect) {
    if matches!(item.tag, Tag::Element(_)) {
        return;
    }
    let Ink::Path(Shape { path, fill: Some(_), stroke: None, .. }) = &mut item.ink else { return };
    let Some(inside) = as_rectangle(path.elements()) else { return };
    let (x, y) = (item.frame.x + Pt(inside.x0 as f32), item.frame.y + Pt(inside.y0 as f32));
    let rect = Rect::new(x, y, Pt(inside.width() as f32), Pt(inside.height() as f32));
    let grown = extended(rect, trim, bleed);
    if grown != rect {
        item.frame = grown;
        let (width, height) = (f64::from(grown.width.0), f64::from(grown.height.0));
        *path = kurbo::Rect::new(0.0, 0.0, width, height).to_path(0.01);
    }
}

/// A rectangle with those edges moved out to the bleed that lie on the trim's.
fn extended(rect: Rect, trim: Rect, bleed: Rect) -> Rect {
    let step = |own: Pt, trim: Pt, bleed: Pt| if (own - trim).0.abs() <= TOUCH { bleed - own } else { Pt::ZERO };
    let (left, top) = (step(rect.x, trim.x, bleed.x), step(rect.y, trim.y, bleed.y));
    let right = step(rect.right(), trim.right(), bleed.right());
    let bottom = step(rect.bottom(), trim.bottom(), bleed.bottom());
    Rect::new(rect.x + left, rect.y + top, rect.width - left + right, rect.height - top + bottom)
}

/// The upright rectangle that a path is, if it is one: four corners, each step level or upright, the first corner
/// said again or not.
fn as_rectangle(path: &[PathEl]) -> Option<kurbo::Rect> {
    let mut corners: Vec<Point> = Vec::with_capacity(5);
    for (index, element) in path.iter().enumerate() {
        match *element {
            PathEl::MoveTo(to) if index == 0 => corners.push(to),
            PathEl::LineTo(to) if index > 0 => corners.push(to),
            PathEl::ClosePath if index + 1 == path.len() => {}
            _ => return None,
        }
    }
    if corners.len() == 5 && corners[0] == corners[4] {
        corners.pop();
    }
    let [a, b, c, d] = corners[..] else { return None };
    let level_first = a.y == b.y && b.x == c.x && c.y == d.y && d.x == a.x;
    let upright_first = a.x == b.x && b.y == c.y && c.x == d.x && d.y == a.y;
    (level_first || upright_first).then(|| kurbo::Rect::from_points(a, c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::art::Colour;
    use crate::geom::Paper;
    use crate::layout::display::ElementId;
    use crate::press::geometry::BLEED;
    use kurbo::BezPath;

    const TRIM: Rect = Rect::new(Pt(0.0), Pt(0.0), Pt(200.0), Pt(100.0));

    fn filled(frame: Rect, path: BezPath, tag: Tag) -> Item {
        let shape = Shape { path, fill: Some(Colour::BLACK), even_odd: false, stroke: None };
        Item { frame, ink: Ink::Path(shape), tag }
    }

    fn block(rect: Rect) -> Item {
        let (width, height) = (f64::from(rect.width.0), f64::from(rect.height.0));
        filled(rect, kurbo::Rect::new(0.0, 0.0, width, height).to_path(0.1), Tag::Artifact)
    }

    /// What an item covers after it has grown, frame and path agreeing.
    fn grown(mut item: Item) -> Rect {
        extend_to_bleed(&mut item, TRIM, TRIM.grown(Pt(8.0)));
        let Ink::Path(shape) = &item.ink else { panic!("a path") };
        let bounds = shape.path.bounding_box();
        assert!((bounds.width() - f64::from(item.frame.width.0)).abs() < 0.01);
        assert!((bounds.height() - f64::from(item.frame.height.0)).abs() < 0.01);
        item.frame
    }

    #[test]
    fn edges_on_the_trim_reach_the_bleed_and_others_stay() {
        let rect = |x: f32, y: f32, width: f32, height: f32| Rect::new(Pt(x), Pt(y), Pt(width), Pt(height));
        let band = rect(0.0, 0.0, 200.0, 30.0);
        assert_eq!(grown(block(band)), rect(-8.0, -8.0, 216.0, 38.0));
        let corner = rect(150.0, 60.0, 50.05, 40.0);
        let (found, expected) = (grown(block(corner)), rect(150.0, 60.0, 58.0, 48.0));
        assert!(found.contains(expected) && expected.contains(found), "{found:?}");
        let inner = rect(0.2, 20.0, 150.0, 30.0);
        assert_eq!(grown(block(inner)), inner);
    }

    #[test]
    fn only_plain_decoration_grows() {
        let content = Item { tag: Tag::Element(ElementId(0)), ..block(TRIM) };
        assert_eq!(grown(content), TRIM);
        let disc =
            filled(TRIM, kurbo::Rect::new(0.0, 0.0, 200.0, 100.0).to_rounded_rect(50.0).to_path(0.1), Tag::Artifact);
        assert_eq!(grown(disc), TRIM);
    }

    #[test]
    fn rectangles_are_known_by_their_corners() {
        let path = |data: &str| BezPath::from_svg(data).expect("a path");
        let expected = Some(kurbo::Rect::new(1.0, 2.0, 5.0, 8.0));
        for data in ["M1 2H5V8H1Z", "M1 2V8H5V2Z", "M5 8H1V2H5V8Z", "M1 2H5V8H1"] {
            assert_eq!(as_rectangle(path(data).elements()), expected, "{data}");
        }
        for data in ["M1 2H5V8Z", "M1 2L5 3V8H1Z", "M1 2H5V8H1ZM2 3H4V5H2Z", "M1 2H5V8H3V6H1Z"] {
            assert_eq!(as_rectangle(path(data).elements()), None, "{data}");
        }
    }

    #[test]
    fn pages_grow_around_their_trim() {
        let mut page = Page::new(Paper::A4.size());
        page.items.push(block(Rect::new(Pt(50.0), Pt(60.0), Pt(70.0), Pt(80.0))));
        let bled = on_press_sheet(page, BLEED, &[Pt(100.0)]);
        let slug = marks::slug(BLEED);
        let (found, expected) = (bled.size.rect(), bled.trim.grown(slug));
        assert!(found.contains(expected) && expected.contains(found), "{found:?}, not {expected:?}");
        assert_eq!((bled.trim.x, bled.trim.width), (slug, Paper::A4.size().width));
        assert!(bled.bleed.contains(bled.trim) && bled.size.rect().contains(bled.bleed));
        assert!((bled.bleed.x - (slug - BLEED)).0.abs() < 0.001);
        assert_eq!(bled.items[0].frame.x, Pt(50.0) + slug);
        assert_eq!(bled.items.len(), 3, "crop and fold marks");
        assert!(bled.items.iter().all(|item| bled.size.rect().contains(item.frame)));
    }
}
