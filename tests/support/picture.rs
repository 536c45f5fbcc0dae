//! Pages as small pictures: enough to see that a page is wrong, small enough to keep. Grey where shapes and places count,
//! larger and in colour where marks and colours do.

use hayro::hayro_interpret::InterpreterSettings;
use hayro::hayro_syntax::Pdf;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder as _, Rgb, RgbImage};

/// Dots an inch of grey pictures.
const RESOLUTION: f32 = 40.0;
/// Dots an inch of pictures in colour.
const COLOUR_RESOLUTION: f32 = 60.0;
/// Steps between no light and all of it, in each channel.
const STEPS: u32 = 7;
/// How far a dot may be off before it counts, one step: renderers round differently from processor to processor.
const NEAR: u8 = 255u8.div_ceil(STEPS as u8);
/// How many dots may be further off.
const STRAY: usize = 8;

/// Each page of a PDF, in grey.
pub fn pages(pdf: &[u8]) -> Vec<RgbImage> {
    rendered(pdf, RESOLUTION, |dot| Rgb([grey(dot); 3]))
}

/// Each page of a PDF, in colour.
pub fn coloured(pdf: &[u8]) -> Vec<RgbImage> {
    rendered(pdf, COLOUR_RESOLUTION, |dot| Rgb(dot.map(|channel| stepped(u32::from(channel)))))
}

fn rendered(pdf: &[u8], resolution: f32, dot: impl Fn([u8; 3]) -> Rgb<u8>) -> Vec<RgbImage> {
    let pdf = Pdf::new(pdf.to_vec()).expect("a readable PDF");
    let (cache, interpreter, settings) =
        (RenderCache::new(), InterpreterSettings::default(), RenderSettings::default());
    let scale = resolution / 72.0;
    let pixmap = PixmapSettings { x_scale: scale, y_scale: scale, bg_color: WHITE };
    let page = |page| {
        let picture = hayro::render(page, &cache, &interpreter, &settings, &pixmap);
        let dots = picture.data().iter().flat_map(|from| dot([from.r, from.g, from.b]).0).collect();
        RgbImage::from_raw(u32::from(picture.width()), u32::from(picture.height()), dots).expect("a full picture")
    };
    pdf.pages().iter().map(page).collect()
}

/// Brightness in steps.
fn grey([r, g, b]: [u8; 3]) -> u8 {
    stepped((u32::from(r) * 299 + u32::from(g) * 587 + u32::from(b) * 114) / 1000)
}

/// The nearest of [`STEPS`] steps.
fn stepped(light: u32) -> u8 {
    let step = (light * STEPS + 127) / 255;
    (step * 255 / STEPS) as u8
}

/// A picture as PNG, in grey where it has no colour.
pub fn png(picture: &RgbImage) -> Vec<u8> {
    let is_grey = picture.pixels().all(|dot| dot.0[0] == dot.0[1] && dot.0[1] == dot.0[2]);
    let greys: Vec<u8> = picture.pixels().map(|dot| dot.0[0]).collect();
    let (dots, kind) = if is_grey {
        (greys.as_slice(), ExtendedColorType::L8)
    } else {
        (picture.as_raw().as_slice(), ExtendedColorType::Rgb8)
    };
    let mut bytes = Vec::new();
    PngEncoder::new_with_quality(&mut bytes, CompressionType::Best, FilterType::NoFilter)
        .write_image(dots, picture.width(), picture.height(), kind)
        .expect("a PNG");
    bytes
}

/// Whether two pictures show the same.
pub fn same(one: &RgbImage, other: &RgbImage) -> bool {
    let far =
        |(one, other): (&Rgb<u8>, &Rgb<u8>)| one.0.iter().zip(&other.0).any(|(one, other)| one.abs_diff(*other) > NEAR);
    one.dimensions() == other.dimensions()
        && one.pixels().zip(other.pixels()).filter(|pair| far(*pair)).count() <= STRAY
}

/// Expected, difference and actual side by side; a missing one is left white.
pub fn side_by_side(expected: Option<&RgbImage>, actual: Option<&RgbImage>) -> RgbImage {
    let width = expected.into_iter().chain(actual).map(RgbImage::width).max().unwrap_or(1);
    let height = expected.into_iter().chain(actual).map(RgbImage::height).max().unwrap_or(1);
    let dot = |picture: Option<&RgbImage>, x, y| {
        picture.and_then(|picture| picture.get_pixel_checked(x, y)).map_or([255; 3], |dot| dot.0)
    };
    RgbImage::from_fn(width * 3, height, |x, y| {
        let inside = x % width;
        let (left, right) = (dot(expected, inside, y), dot(actual, inside, y));
        Rgb(match x / width {
            0 => left,
            1 => [0, 1, 2].map(|channel: usize| 255 - left[channel].abs_diff(right[channel])),
            _ => right,
        })
    })
}
