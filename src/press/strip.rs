//! Cards for the wallet on a sheet: strips of panels, one above the other, to be cut out and folded like a concertina.
//!
//! The first half of the panels is the front of a strip, the second half its back, both from top to bottom. Strips stand
//! at the middle of the sheet, so that front and back meet when the sheet is turned over its long edge.

use kurbo::BezPath;

use super::place::{Placement, place};
use crate::art::Colour;
use crate::geom::{Mm, Pt, Rect, Size};
use crate::layout::display::{Duplex, Ink, Item, Page, Publication, Shape, Stroke, Tag};

/// Space between two strips.
const BETWEEN: Pt = Mm(8.0).pt();
/// Length of the ticks where to cut and to fold.
const TICK: Pt = Mm(2.5).pt();
/// Space between a tick and the strip.
const CLEAR: Pt = Mm(0.8).pt();

/// Lays the panels of one card on a sheet as often as it holds the strip. What stands on the first strip is read; its
/// copies are decoration.
#[must_use]
pub fn strips(mut publication: Publication, sheet: Size) -> Publication {
    let count = publication.pages.len();
    let half = count / 2;
    let panel = publication.pages.first().map_or(sheet, |page| page.size);
    let across = ((sheet.width + BETWEEN) / (panel.width + BETWEEN)).floor().max(1.0) as usize;
    let width = panel.width * across as f32 + BETWEEN * (across - 1) as f32;
    let (left, top) = ((sheet.width - width) / 2.0, (sheet.height - panel.height * half as f32) / 2.0);
    let copies: Vec<Page> = (1..across).flat_map(|_| publication.pages.iter().map(silent)).collect();
    publication.pages.extend(copies);
    let x = |strip: usize| left + (panel.width + BETWEEN) * strip as f32;
    let mut sides = vec![Vec::new(), Vec::new()];
    for page in 0..publication.pages.len() {
        let (strip, number) = (page / count, page % count);
        let y = top + panel.height * (number % half) as f32;
        sides[number / half].push(Placement { page, x: x(strip), y });
    }
    let mut placed = place(publication, &sides, sheet);
    placed.duplex = Duplex::LongEdge;
    for page in &mut placed.pages {
        for strip in 0..across {
            page.items.extend(ticks(
                Rect::new(x(strip), top, panel.width, panel.height * half as f32),
                half,
                page.size,
            ));
        }
    }
    placed
}

/// A panel whose text is read elsewhere.
fn silent(page: &Page) -> Page {
    let mut copy = page.clone();
    for item in &mut copy.items {
        if matches!(item.tag, Tag::Element(_)) {
            item.tag = Tag::Artifact;
        }
    }
    copy
}

/// Solid ticks at the strip's corners, where to cut, and dashed ones at its folds.
fn ticks(strip: Rect, panels: usize, sheet: Size) -> [Item; 2] {
    let (mut cut, mut fold) = (BezPath::new(), BezPath::new());
    let line = |path: &mut BezPath, from: (Pt, Pt), to: (Pt, Pt)| {
        path.move_to((f64::from(from.0.0), f64::from(from.1.0)));
        path.line_to((f64::from(to.0.0), f64::from(to.1.0)));
    };
    let across = |path: &mut BezPath, y: Pt| {
        line(path, (strip.x - CLEAR - TICK, y), (strip.x - CLEAR, y));
        line(path, (strip.right() + CLEAR, y), (strip.right() + CLEAR + TICK, y));
    };
    for y in [strip.y, strip.bottom()] {
        across(&mut cut, y);
    }
    for x in [strip.x, strip.right()] {
        line(&mut cut, (x, strip.y - CLEAR - TICK), (x, strip.y - CLEAR));
        line(&mut cut, (x, strip.bottom() + CLEAR), (x, strip.bottom() + CLEAR + TICK));
    }
    for panel in 1..panels {
        across(&mut fold, strip.y + strip.height / panels as f32 * panel as f32);
    }
    let item = |path: BezPath, dash: Option<(Pt, Pt)>| {
        let stroke = Some(Stroke { colour: Colour::BLACK, width: Pt(0.5), dash });
        let ink = Ink::Path(Shape { path, fill: None, even_odd: false, stroke });
        Item { frame: Rect::new(Pt::ZERO, Pt::ZERO, sheet.width, sheet.height), ink, tag: Tag::Artifact }
    };
    [item(cut, None), item(fold, Some((Pt(1.5), Pt(1.5))))]
}
