//! Placing pictures: paths scaled to a frame, or dots that fill it.

use std::sync::Arc;

use kurbo::Affine;

use super::display::{Ink, Item, Shape, Stroke, Tag};
use crate::art::{Artwork, DrawingPart};
use crate::geom::{Pt, Rect, Size};

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
