//! Pictures: paths scaled to a frame, or dots that fill it; and the pictures of sections on a tinted ground.

use crate::layout::display::{ElementId, Ink, Item, Role, Shape, Stroke, Tag};
use crate::layout::kernel::set::Setter;
use crate::layout::kernel::shapes::{decoration, filled_box};
use crate::layout::kernel::slab::Slab;
use crate::layout::kernel::style::RADIUS;
use std::sync::Arc;

use kurbo::Affine;

use crate::art::{Artwork, DrawingPart};
use crate::geom::{Pt, Rect, Size};

/// The scale of drawings in sections, about that of those on cards, so that all figures on a page have one size.
const SCALE: f32 = 0.6;
/// The greatest height of a section's picture.
const HIGHEST: Pt = Pt(124.0);
/// The least height of a section's picture, for a clinic's own small drawing.
const LEAST: Pt = Pt(48.0);
/// Space around a section's picture on its ground.
const AROUND: Pt = Pt(8.0);
/// Additional space under a section's picture.
const UNDER: Pt = Pt(4.0);

/// A section's picture in the middle of a tinted ground, kept with what follows.
pub fn set_picture(setter: &mut Setter<'_>, picture: &Artwork, alt: &str, parent: ElementId, width: Pt) -> Slab {
    let element = setter.tree.add(parent, Role::Figure);
    setter.tree[element].alt = Some(alt.to_owned());
    let own = picture_size(picture);
    let fits = ((width - AROUND * 2.0) / own.width).min(setter.grown(HIGHEST) / own.height);
    let scale = match picture {
        Artwork::Vector(_) => fits.min(setter.grid.scale.factor() * SCALE.max(LEAST / own.height)),
        Artwork::Raster(_) => fits,
    };
    let size = Size { width: own.width * scale, height: own.height * scale };
    let ground = Size { width, height: size.height + AROUND * 2.0 };
    let mut slab = Slab { gap: AROUND, height: ground.height + UNDER, keep: true, ..Slab::default() };
    let shape = filled_box(ground, RADIUS, setter.theme.tint);
    slab.items.push(decoration(Rect::new(Pt::ZERO, Pt::ZERO, ground.width, ground.height), shape));
    let frame = Rect::new((width - size.width) / 2.0, AROUND, size.width, size.height);
    slab.items.extend(picture_items(picture, frame, Tag::Element(element)));
    slab
}

/// A picture's own size; only its proportions matter for dots.
#[must_use]
pub fn picture_size(picture: &Artwork) -> Size {
    match picture {
        Artwork::Vector(drawing) => drawing.size,
        Artwork::Raster(raster) => Size { width: Pt(raster.width as f32), height: Pt(raster.height as f32) },
    }
}

/// A picture filling a frame of its own proportions.
#[must_use]
pub fn picture_items(picture: &Artwork, frame: Rect, tag: Tag) -> Vec<Item> {
    match picture {
        Artwork::Raster(raster) => vec![Item { frame, ink: Ink::Raster(Arc::clone(raster)), tag }],
        Artwork::Vector(drawing) => {
            let scale = frame.width / drawing.size.width;
            let place = Affine::scale(f64::from(scale));
            let part = |part: &DrawingPart| {
                let stroke = part.stroke.map(|(colour, width)| Stroke { colour, width: width * scale, dash: None });
                let path = place * part.path.clone();
                let shape = Shape { path, fill: part.fill, even_odd: part.even_odd, stroke };
                Item { frame, ink: Ink::Path(shape), tag }
            };
            drawing.parts.iter().map(part).collect()
        }
    }
}
