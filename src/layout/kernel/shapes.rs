//! Shapes that blocks are drawn with: boxes, rules, dots and icons.

use crate::layout::display::{Ink, Item, Shape, Stroke, Tag};
use kurbo::{Affine, BezPath, Circle, Shape as _};

use crate::art::Colour;
use crate::art::icons::Icon;
use crate::geom::{Pt, Rect, Size};

/// A shape that fills its frame with one colour, corners rounded by `radius`.
#[must_use]
pub fn filled_box(size: Size, radius: f64, fill: Colour) -> Shape {
    box_shape(size, radius, Some(fill), None)
}

/// A rounded box with fill, outline or both; the outline lies inside the frame.
#[must_use]
pub fn box_shape(size: Size, radius: f64, fill: Option<Colour>, stroke: Option<Stroke>) -> Shape {
    let inset = stroke.map_or(0.0, |stroke| f64::from(stroke.width.0) / 2.0);
    let (width, height) = (f64::from(size.width.0), f64::from(size.height.0));
    let rect = kurbo::Rect::new(inset, inset, width - inset, height - inset);
    // Square corners stay a plain rectangle, which `press` can extend into the bleed.
    let path = if radius > 0.0 { rect.to_rounded_rect(radius).to_path(0.01) } else { rect.to_path(0.01) };
    Shape { path, fill, even_odd: false, stroke }
}

/// A straight solid line across its frame, at half its height.
#[must_use]
pub fn rule(size: Size, colour: Colour, width: Pt) -> Shape {
    let y = f64::from(size.height.0) / 2.0;
    let mut path = BezPath::new();
    path.move_to((0.0, y));
    path.line_to((f64::from(size.width.0), y));
    Shape { path, fill: None, even_odd: false, stroke: Some(Stroke { colour, width, dash: None }) }
}

/// An icon of `size` points at a place, as decoration: the words beside it say the same.
#[must_use]
pub fn icon(icon: Icon, x: Pt, y: Pt, size: Pt, colour: Colour) -> Vec<Item> {
    let scale = f64::from(size.0) / 24.0;
    let frame = Rect::new(x, y, size, size);
    let path = |data: &str| {
        let path = BezPath::from_svg(data).expect("icons are checked by their tests");
        Affine::scale(scale) * path
    };
    let paths = icon.paths();
    let mut items = Vec::new();
    if !paths.fill.is_empty() {
        let shape = Shape { path: path(paths.fill), fill: Some(colour), even_odd: true, stroke: None };
        items.push(Item { frame, ink: Ink::Path(shape), tag: Tag::Artifact });
    }
    if !paths.stroke.is_empty() {
        let stroke = Stroke { colour, width: size * (2.0 / 24.0), dash: None };
        let shape = Shape { path: path(paths.stroke), fill: None, even_odd: false, stroke: Some(stroke) };
        items.push(Item { frame, ink: Ink::Path(shape), tag: Tag::Artifact });
    }
    items
}

/// An item of decoration.
#[must_use]
pub fn decoration(frame: Rect, shape: Shape) -> Item {
    Item { frame, ink: Ink::Path(shape), tag: Tag::Artifact }
}

/// A dot centred at the given place, `factor` times the size used beside running text.
pub fn dot(radius_at: Pt, y: Pt, colour: Colour, factor: f32) -> crate::layout::display::Item {
    let radius = 2.2 * f64::from(factor);
    let path: BezPath = Circle::new((radius, radius), radius).to_path(0.01);
    let shape = Shape { path, fill: Some(colour), even_odd: false, stroke: None };
    let side = Pt(radius as f32 * 2.0);
    decoration(Rect::new(radius_at - side / 2.0, y - side / 2.0, side, side), shape)
}
