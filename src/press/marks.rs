//! Marks for whoever cuts and folds: crop marks and fold marks outside the trim, dotted guides inside it. All of them
//! are decoration. Distances follow printers' custom: marks keep 3 mm from the trim and never lie in the bleed.

use kurbo::BezPath;

use crate::art::Colour;
use crate::geom::{Mm, Pt, Rect};
use crate::layout::display::{Ink, Item, Shape, Stroke, Tag};

/// Length of a mark, 5 mm.
pub const LENGTH: Pt = Mm(5.0).pt();
/// The least distance of a mark from the trim, 3 mm.
const LEAST_DISTANCE: Pt = Mm(3.0).pt();
/// Space between bleed and mark, and between mark and the sheet's edge.
const CLEAR: Pt = Mm(1.0).pt();
/// Width of a mark's line.
const WIDTH: Pt = Pt(0.25);
/// Dash and gap of fold marks.
const DASHES: (Pt, Pt) = (Pt(2.5), Pt(2.0));
/// Dot and gap of fold guides; with round ends a dot is as long as it is wide.
const DOTS: (Pt, Pt) = (Pt(0.1), Pt(4.0));
/// Width and grey of a fold guide, which is faint.
const GUIDE: (Pt, Colour) = (Pt(0.6), Colour::new(0x8a, 0x8a, 0x8a));
/// Width of the strip along the paper's edges that office printers cannot print.
const UNPRINTABLE: Pt = Mm(6.0).pt();

/// Distance from the trim to the marks.
#[must_use]
pub fn distance(bleed: Pt) -> Pt {
    LEAST_DISTANCE.max(bleed + CLEAR)
}

/// What a sheet needs around its trim for bleed and marks (the slug).
#[must_use]
pub fn slug(bleed: Pt) -> Pt {
    distance(bleed) + LENGTH + CLEAR
}

/// Two marks at each corner of the trim, in line with its edges.
#[must_use]
pub fn crop_marks(trim: Rect, bleed: Pt) -> Item {
    let near = distance(bleed);
    let mut lines = Vec::new();
    for y in [trim.y, trim.bottom()] {
        lines.push([(trim.x - near - LENGTH, y), (trim.x - near, y)]);
        lines.push([(trim.right() + near, y), (trim.right() + near + LENGTH, y)]);
    }
    for x in [trim.x, trim.right()] {
        lines.extend(above_and_below(trim, near, x));
    }
    let stroke = Stroke { colour: Colour::BLACK, width: WIDTH, dash: None };
    drawn(trim.grown(near + LENGTH), &lines, stroke)
}

/// Dashed marks above and below the trim where the sheet is folded; `folds` are distances from the trim's left edge.
/// `None` without folds.
#[must_use]
pub fn fold_marks(trim: Rect, bleed: Pt, folds: &[Pt]) -> Option<Item> {
    let near = distance(bleed);
    let lines: Vec<MarkLine> = folds.iter().flat_map(|&fold| above_and_below(trim, near, trim.x + fold)).collect();
    let stroke = Stroke { colour: Colour::BLACK, width: WIDTH, dash: Some(DASHES) };
    (!lines.is_empty()).then(|| drawn(trim.grown(near + LENGTH), &lines, stroke))
}

/// Dotted lines along the folds, for sheets from an office printer, as far as such a printer prints. `None` without
/// folds.
#[must_use]
pub fn fold_guides(trim: Rect, folds: &[Pt]) -> Option<Item> {
    let (top, bottom) = (trim.y + UNPRINTABLE, trim.bottom() - UNPRINTABLE);
    let lines: Vec<MarkLine> = folds.iter().map(|&fold| [(trim.x + fold, top), (trim.x + fold, bottom)]).collect();
    let stroke = Stroke { colour: GUIDE.1, width: GUIDE.0, dash: Some(DOTS) };
    (!lines.is_empty()).then(|| drawn(trim, &lines, stroke))
}

/// A line from one point to another, in page coordinates.
type MarkLine = [(Pt, Pt); 2];

/// Upright marks at `x`, `near` the trim.
fn above_and_below(trim: Rect, near: Pt, x: Pt) -> [MarkLine; 2] {
    let (top, bottom) = (trim.y - near, trim.bottom() + near);
    [[(x, top - LENGTH), (x, top)], [(x, bottom), (x, bottom + LENGTH)]]
}

/// Lines as one decoration.
fn drawn(frame: Rect, lines: &[MarkLine], stroke: Stroke) -> Item {
    let inside = |(x, y): (Pt, Pt)| (f64::from((x - frame.x).0), f64::from((y - frame.y).0));
    let mut path = BezPath::new();
    for &[from, to] in lines {
        path.move_to(inside(from));
        path.line_to(inside(to));
    }
    let shape = Shape { path, fill: None, even_odd: false, stroke: Some(stroke) };
    Item { frame, ink: Ink::Path(shape), tag: Tag::Artifact }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::press::geometry::{A4_TRIFOLD, BLEED, BLEED_INCH};
    use kurbo::{PathEl, Shape as _};

    const TRIM: Rect = Rect::new(Pt(100.0), Pt(50.0), Pt(800.0), Pt(600.0));

    /// Both ends of each line, in page coordinates.
    fn lines(item: &Item) -> Vec<[(f64, f64); 2]> {
        let Ink::Path(shape) = &item.ink else { panic!("a path") };
        assert_eq!(item.tag, Tag::Artifact);
        let (dx, dy) = (f64::from(item.frame.x.0), f64::from(item.frame.y.0));
        let ends: Vec<(f64, f64)> = shape
            .path
            .elements()
            .iter()
            .map(|element| match element {
                PathEl::MoveTo(to) | PathEl::LineTo(to) => (to.x + dx, to.y + dy),
                other => panic!("{other:?}"),
            })
            .collect();
        ends.chunks(2).map(|pair| [pair[0], pair[1]]).collect()
    }

    /// How far a line stays from a rectangle.
    fn distance_to(line: [(f64, f64); 2], rect: Rect) -> f64 {
        let rect = kurbo::Rect::new(rect.x.0.into(), rect.y.0.into(), rect.right().0.into(), rect.bottom().0.into());
        let [from, to] = line;
        let bounds = kurbo::Line::new(from, to).bounding_box();
        let across = (rect.x0 - bounds.x1).max(bounds.x0 - rect.x1);
        across.max(rect.y0 - bounds.y1).max(bounds.y0 - rect.y1)
    }

    #[test]
    fn marks_are_5_mm_long_and_keep_clear_of_trim_bleed_and_edge() {
        let mm = f64::from(Mm(1.0).pt().0);
        for bleed in [Pt::ZERO, BLEED, BLEED_INCH] {
            let folds = A4_TRIFOLD.folds(false).outside;
            let marks = [Some(crop_marks(TRIM, bleed)), fold_marks(TRIM, bleed, &folds)];
            let all: Vec<_> = marks.iter().flatten().flat_map(lines).collect();
            assert_eq!(all.len(), 8 + 4);
            for line in all {
                let [from, to] = line;
                assert!(((to.0 - from.0).hypot(to.1 - from.1) - 5.0 * mm).abs() < 0.01);
                assert!(distance_to(line, TRIM) >= 3.0 * mm - 0.01);
                assert!(distance_to(line, TRIM.grown(bleed)) >= 0.9 * mm);
                let sheet = TRIM.grown(slug(bleed));
                let on_sheet = |(x, y): (f64, f64)| {
                    let point = Rect::new(Pt(x as f32), Pt(y as f32), Pt::ZERO, Pt::ZERO);
                    sheet.contains(point.grown(Pt(1.0)))
                };
                assert!(on_sheet(from) && on_sheet(to));
            }
        }
    }

    #[test]
    fn crop_marks_stand_in_line_with_the_trim() {
        let on_edge = |line: &[(f64, f64); 2]| {
            let [from, to] = *line;
            let upright = from.0 == to.0 && [100.0, 900.0].iter().any(|x| (from.0 - x).abs() < 0.001);
            let level = from.1 == to.1 && [50.0, 650.0].iter().any(|y| (from.1 - y).abs() < 0.001);
            upright || level
        };
        assert!(lines(&crop_marks(TRIM, BLEED)).iter().all(on_edge));
    }

    #[test]
    fn guides_stay_where_office_printers_print() {
        let guides = fold_guides(TRIM, &[Pt(200.0)]).expect("a guide");
        let [(x, top), (_, bottom)] = lines(&guides)[0];
        assert!((x - 300.0).abs() < 0.001);
        assert!(top >= 50.0 + 17.0 && bottom <= 650.0 - 17.0);
    }

    #[test]
    fn without_folds_there_is_nothing_to_mark() {
        assert!(fold_guides(TRIM, &[]).is_none() && fold_marks(TRIM, BLEED, &[]).is_none());
    }
}
