//! Pictures before they are placed: colours, icons, QR codes, SVG logos as paths, PNG and JPEG as dots. Part of the shared ground.

mod artwork;
mod colour;
pub mod icons;
pub mod qr;
mod raster;
mod svg;

pub use artwork::Artwork;
pub use colour::Colour;
pub use qr::{Qr, qr};
pub use raster::{Raster, RasterError, decode as decode_raster};
pub use svg::{Drawing, DrawingPart, SvgError, parse as parse_svg};
