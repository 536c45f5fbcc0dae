//! A picture of either kind.

use std::sync::Arc;

use super::{Drawing, Raster, RasterError, decode_raster, parse_svg};

/// A logo or a picture, as paths or as dots.
#[derive(Clone, Debug)]
pub enum Artwork {
    /// From an SVG.
    Vector(Arc<Drawing>),
    /// From a PNG or JPEG.
    Raster(Arc<Raster>),
}

impl Artwork {
    /// Reads a picture from a file's bytes; what is neither a PNG nor a JPEG is read as SVG.
    ///
    /// # Errors
    /// Says in plain words why the file cannot be used.
    pub fn read(bytes: &[u8]) -> Result<Self, String> {
        match decode_raster(bytes) {
            Ok(raster) => return Ok(Self::Raster(Arc::new(raster))),
            Err(RasterError::UnknownFormat) => {}
            Err(error) => return Err(error.to_string()),
        }
        let text = std::str::from_utf8(bytes).map_err(|_| "it is neither SVG, PNG nor JPEG".to_owned())?;
        parse_svg(text).map(|drawing| Self::Vector(Arc::new(drawing))).map_err(|error| error.to_string())
    }
}
