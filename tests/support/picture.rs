//! Pages as small grey pictures: enough to see that a page is wrong, small enough to keep.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, GrayImage, ImageEncoder as _, Luma};

/// Dots an inch.
const RESOLUTION: f32 = 40.0;
/// Steps between black and white.
const STEPS: u32 = 7;
/// How far a dot may be off before it counts, one step: renderers round differently from processor to processor.
const NEAR: u8 = 255u8.div_ceil(STEPS as u8);
/// How many dots may be further off.
const STRAY: usize = 8;

/// Each page of a PDF.
pub fn pages(pdf: &[u8]) -> Vec<GrayImage> {
    let pdf = Pdf::new(pdf.to_vec()).expect("a readable PDF");
    let (cache, interpreter, settings) =
        (RenderCache::new(), InterpreterSettings::default(), RenderSettings::default());
    let scale = RESOLUTION / 72.0;
    let pixmap = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let page = |page| {
        let picture = hayro::render(page, &cache, &interpreter, &settings, &pixmap);
        let dots = picture.data().iter().map(|dot| grey([dot.r, dot.g, dot.b])).collect();
        GrayImage::from_raw(u32::from(picture.width()), u32::from(picture.height()), dots).expect("a full picture")
    };
    pdf.pages().iter().map(page).collect()
}

/// Brightness in eight steps.
fn grey([r, g, b]: [u8; 3]) -> u8 {
    let brightness = (u32::from(r) * 299 + u32::from(g) * 587 + u32::from(b) * 114) / 1000;
    let step = (brightness * STEPS + 127) / 255;
    (step * 255 / STEPS) as u8
}

/// A picture as PNG.
pub fn png(picture: &GrayImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::NoFilter)
        .write_image(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::L8)
        .expect("a PNG");
    bytes
}

/// Whether two pictures show the same.
pub fn same(one: &GrayImage, other: &GrayImage) -> bool {
    let far = |(one, other): (&Luma<u8>, &Luma<u8>)| one.0[0].abs_diff(other.0[0]) > NEAR;
    one.dimensions() == other.dimensions()
        && one.pixels().zip(other.pixels()).filter(|pair| far(*pair)).count() <= STRAY
}

/// Expected, difference and actual side by side; a missing one is left white.
pub fn side_by_side(expected: Option<&GrayImage>, actual: Option<&GrayImage>) -> GrayImage {
    let width = expected.into_iter().chain(actual).map(GrayImage::width).max().unwrap_or(1);
    let height = expected.into_iter().chain(actual).map(GrayImage::height).max().unwrap_or(1);
    let dot = |picture: Option<&GrayImage>, x, y| {
        picture.and_then(|picture| picture.get_pixel_checked(x, y)).map_or(255, |dot| dot.0[0])
    };
    GrayImage::from_fn(width * 3, height, |x, y| {
        let inside = x % width;
        let (left, right) = (dot(expected, inside, y), dot(actual, inside, y));
        Luma([match x / width {
            0 => left,
            1 => 255 - left.abs_diff(right),
            _ => right,
        }])
    })
}
