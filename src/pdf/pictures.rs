//! Pictures and ornaments that pages name, each written once.

use std::collections::HashMap;
use std::sync::Arc;

use printpdf::{RawImage, RawImageData, RawImageFormat, XObject, XObjectId, XObjectMap};

use super::ornaments::Ornaments;
use crate::art::Raster;
use crate::text::fonts::Face;

/// The pictures written so far; one object for each picture in memory.
#[derive(Default)]
pub(super) struct PictureObjects {
    /// The objects, by the name that pages give them.
    pub(super) map: XObjectMap,
    names: HashMap<*const Raster, XObjectId>,
    ornaments: Ornaments,
}

impl PictureObjects {
    /// A picture, to be placed.
    pub(super) fn raster(&mut self, raster: &Arc<Raster>) -> XObjectId {
        let next = XObjectId(format!("Im{}", self.names.len() + 1));
        let name = self.names.entry(Arc::as_ptr(raster)).or_insert(next).clone();
        self.map.map.entry(name.clone()).or_insert_with(|| XObject::Image(to_printpdf(raster)));
        name
    }

    /// A glyph that completes another one, to be placed; `None` when it is blank.
    pub(super) fn ornament(&mut self, face: (usize, &Face), glyph: u16) -> Option<XObjectId> {
        let name = self.ornaments.name(&mut self.map.map, face, glyph)?;
        Some(name)
    }
}

fn to_printpdf(raster: &Raster) -> RawImage {
    let (pixels, data_format) = match &raster.alpha {
        None => (raster.rgb.clone(), RawImageFormat::RGB8),
        Some(alpha) => {
            let dots = raster.rgb.chunks_exact(3).zip(alpha);
            (dots.flat_map(|(rgb, &alpha)| [rgb[0], rgb[1], rgb[2], alpha]).collect(), RawImageFormat::RGBA8)
        }
    };
    RawImage {
        pixels: RawImageData::U8(pixels),
        width: raster.width as usize,
        height: raster.height as usize,
        data_format,
        tag: Vec::new(),
    }
}
