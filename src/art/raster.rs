//! PNG and JPEG pictures, decoded within limits and turned upright.

use std::fmt;
use std::io::Cursor;

use image::{DynamicImage, ImageDecoder, ImageError, ImageReader, Limits};

/// A picture of dots, upright, eight bits a channel, without padding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raster {
    /// Dots across.
    pub width: u32,
    /// Dots down.
    pub height: u32,
    /// Red, green and blue of each dot, row by row.
    pub rgb: Vec<u8>,
    /// Opacity of each dot, when any is not opaque.
    pub alpha: Option<Vec<u8>>,
}

/// Why a picture could not be read.
#[derive(Debug)]
pub enum RasterError {
    /// Wider or taller than [`MAX_SIDE`], or too large in memory.
    TooLarge,
    /// Neither PNG nor JPEG.
    UnknownFormat,
    /// Damaged; the text says how.
    Damaged(String),
}

impl fmt::Display for RasterError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => write!(f, "it is larger than {MAX_SIDE} x {MAX_SIDE} dots"),
            Self::UnknownFormat => f.write_str("it is neither a PNG nor a JPEG"),
            Self::Damaged(why) => write!(f, "it is damaged: {why}"),
        }
    }
}

impl std::error::Error for RasterError {}

/// The longest side of a picture, in dots.
pub const MAX_SIDE: u32 = 6000;

/// Decodes a PNG or JPEG, honours its EXIF orientation, and splits off its opacity.
///
/// # Errors
/// When the bytes are no such picture, are damaged, or exceed the limits.
pub fn decode(bytes: &[u8]) -> Result<Raster, RasterError> {
    let mut reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| RasterError::Damaged(error.to_string()))?;
    if reader.format().is_none() {
        return Err(RasterError::UnknownFormat);
    }
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_SIDE);
    limits.max_image_height = Some(MAX_SIDE);
    limits.max_alloc = Some(256 << 20);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(classify)?;
    let orientation = decoder.orientation().map_err(classify)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(classify)?;
    picture.apply_orientation(orientation);
    let rgba = picture.into_rgba8();
    let (width, height) = rgba.dimensions();
    let (mut rgb, mut alpha) = (Vec::new(), Vec::new());
    for pixel in rgba.pixels() {
        rgb.extend_from_slice(&pixel.0[..3]);
        alpha.push(pixel.0[3]);
    }
    let opaque = alpha.iter().all(|&value| value == 255);
    Ok(Raster { width, height, rgb, alpha: (!opaque).then_some(alpha) })
}

fn classify(error: ImageError) -> RasterError {
    match error {
        ImageError::Limits(_) => RasterError::TooLarge,
        ImageError::Unsupported(_) => RasterError::UnknownFormat,
        other => RasterError::Damaged(other.to_string()),
    }
}
