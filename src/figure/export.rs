//! A drawing as a file of its own: SVG text, or a PNG.

use std::fmt;
use std::fmt::Write as _;

use kurbo::{PathEl, Point};
use tiny_skia::{FillRule, LineCap, LineJoin, Paint, PathBuilder, Pixmap, Stroke, Transform};

use super::Figure;
use crate::art::Colour;

/// The widest PNG, in dots.
pub const MAX_WIDTH: u32 = 8000;

/// A PNG could not be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    /// The width is 0 or more than [`MAX_WIDTH`], or the drawing is empty.
    Size,
    /// The PNG could not be encoded; the text says how.
    Encoding(String),
}

impl fmt::Display for ExportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Size => write!(f, "a picture can be 1 to {MAX_WIDTH} dots wide, and must show something"),
            Self::Encoding(why) => write!(f, "the picture could not be written: {why}"),
        }
    }
}

impl std::error::Error for ExportError {}

/// The drawing as SVG: the same bytes for the same drawing, coordinates to a tenth of a unit, its words as title.
#[must_use]
pub fn to_svg(figure: &Figure) -> String {
    let (width, height) = (f64::from(figure.size.width.0), f64::from(figure.size.height.0));
    let mut svg = String::new();
    let (w, h) = (tenths(width), tenths(height));
    svg.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" ");
    // Writing to a string cannot fail.
    let _ = writeln!(svg, "width=\"{w}\" height=\"{h}\" viewBox=\"0 0 {w} {h}\">");
    let _ = writeln!(svg, "<title>{}</title>", escaped(&figure.alt));
    svg.push_str("<g stroke-linecap=\"round\" stroke-linejoin=\"round\">\n");
    for part in &figure.parts {
        let fill = part.fill.map_or_else(|| "none".to_owned(), |fill| fill.to_string());
        let _ = write!(svg, "<path fill=\"{fill}\"");
        if part.even_odd {
            svg.push_str(" fill-rule=\"evenodd\"");
        }
        if let Some((colour, width)) = part.stroke {
            let _ = write!(svg, " stroke=\"{colour}\" stroke-width=\"{}\"", tenths(f64::from(width.0)));
        }
        let _ = writeln!(svg, " d=\"{}\"/>", path_data(part.path.elements()));
    }
    svg.push_str("</g>\n</svg>\n");
    svg
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// Path data with absolute coordinates, to a tenth of a unit.
#[must_use]
pub fn path_data(elements: &[PathEl]) -> String {
    let mut data = String::new();
    for element in elements {
        let (letter, points): (char, Vec<Point>) = match *element {
            PathEl::MoveTo(to) => ('M', vec![to]),
            PathEl::LineTo(to) => ('L', vec![to]),
            PathEl::QuadTo(control, to) => ('Q', vec![control, to]),
            PathEl::CurveTo(first, second, to) => ('C', vec![first, second, to]),
            PathEl::ClosePath => ('Z', Vec::new()),
        };
        data.push(letter);
        let numbers: Vec<String> = points.iter().flat_map(|point| [tenths(point.x), tenths(point.y)]).collect();
        data.push_str(&numbers.join(" "));
    }
    data
}

/// A number to one decimal, without a needless zero or sign.
fn tenths(number: f64) -> String {
    let text = format!("{:.1}", number);
    let text = text.strip_suffix(".0").unwrap_or(&text);
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// The drawing as a PNG of that width, its background transparent.
///
/// # Errors
/// When the width is 0 or too large, or the drawing is empty.
pub fn to_png(figure: &Figure, width_px: u32) -> Result<Vec<u8>, ExportError> {
    if !(1..=MAX_WIDTH).contains(&width_px) || figure.size.width.0 <= 0.0 {
        return Err(ExportError::Size);
    }
    let scale = width_px as f32 / figure.size.width.0;
    let height_px = (figure.size.height.0 * scale).ceil().clamp(1.0, 4.0 * MAX_WIDTH as f32) as u32;
    let mut pixmap = Pixmap::new(width_px, height_px).ok_or(ExportError::Size)?;
    paint(&mut pixmap, figure, Transform::from_scale(scale, scale));
    pixmap.encode_png().map_err(|error| ExportError::Encoding(error.to_string()))
}

/// Paints the drawing on `pixmap`.
pub fn paint(pixmap: &mut Pixmap, figure: &Figure, place: Transform) {
    for part in &figure.parts {
        let Some(path) = outline(part.path.elements()) else { continue };
        if let Some(fill) = part.fill {
            let rule = if part.even_odd { FillRule::EvenOdd } else { FillRule::Winding };
            pixmap.fill_path(&path, &solid(fill), rule, place, None);
        }
        if let Some((colour, width)) = part.stroke {
            let (line_cap, line_join) = (LineCap::Round, LineJoin::Round);
            let stroke = Stroke { width: width.0, line_cap, line_join, ..Stroke::default() };
            pixmap.stroke_path(&path, &solid(colour), &stroke, place, None);
        }
    }
}

fn solid(colour: Colour) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color_rgba8(colour.r, colour.g, colour.b, 255);
    paint
}

fn outline(elements: &[PathEl]) -> Option<tiny_skia::Path> {
    let mut path = PathBuilder::new();
    for element in elements {
        match *element {
            PathEl::MoveTo(p) => path.move_to(p.x as f32, p.y as f32),
            PathEl::LineTo(p) => path.line_to(p.x as f32, p.y as f32),
            PathEl::QuadTo(a, p) => path.quad_to(a.x as f32, a.y as f32, p.x as f32, p.y as f32),
            PathEl::CurveTo(a, b, p) => {
                path.cubic_to(a.x as f32, a.y as f32, b.x as f32, b.y as f32, p.x as f32, p.y as f32);
            }
            PathEl::ClosePath => path.close(),
        }
    }
    path.finish()
}
