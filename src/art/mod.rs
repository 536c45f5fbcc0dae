//! Pictures before they are placed: colours, icons, SVG logos as paths, PNG and JPEG as dots. Part of the shared ground.

mod artwork;
mod colour;
pub mod icons;
mod raster;
mod svg;

pub use artwork::Artwork;
pub use colour::Colour;
pub use raster::{Raster, RasterError, decode as decode_raster};
pub use svg::{Drawing, DrawingPart, SvgError, parse as parse_svg};
