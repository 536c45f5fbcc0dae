//! SVG drawings as plain filled and stroked paths.
//!
//! What cannot be drawn so is refused by name, never left out: a logo that loses a part is worse than a message.

use std::collections::BTreeSet;
use std::fmt;

use kurbo::{BezPath, PathEl, Point};
use usvg::tiny_skia_path::PathSegment;
use usvg::{FillRule, Group, Node, Options, Paint, PaintOrder, Path, Transform, Tree, roxmltree};

use super::Colour;
use crate::geom::{Pt, Size};

/// The longest SVG text, in bytes.
pub const MAX_BYTES: usize = 1_000_000;
/// The most path segments in a drawing.
pub const MAX_SEGMENTS: usize = 100_000;

/// A drawing made of paths, in its own units with `y` growing downwards.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// The drawing's own width and height; scale to fit.
    pub size: Size,
    /// What is painted, first at the bottom.
    pub parts: Vec<DrawingPart>,
}

/// One path of a drawing, filled, stroked or both.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawingPart {
    /// The outline, in the drawing's units.
    pub path: BezPath,
    /// Colour inside.
    pub fill: Option<Colour>,
    /// Whether the even-odd rule decides what is inside.
    pub even_odd: bool,
    /// Colour and width of the line along the outline.
    pub stroke: Option<(Colour, Pt)>,
}

/// Why a drawing could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SvgError {
    /// Not SVG, or damaged; the text says how.
    Damaged(String),
    /// It uses what cannot be drawn as plain paths; their names, sorted.
    Unsupported(Vec<String>),
    /// Longer than [`MAX_BYTES`], or with more than [`MAX_SEGMENTS`] path segments.
    TooLarge,
}

impl fmt::Display for SvgError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Damaged(why) => write!(f, "it cannot be read: {why}"),
            Self::Unsupported(names) => write!(f, "it uses what cannot be drawn here: {}", names.join(", ")),
            Self::TooLarge => write!(f, "it is longer than {MAX_BYTES} bytes or {MAX_SEGMENTS} path segments"),
        }
    }
}

impl std::error::Error for SvgError {}

/// Reads a drawing. Nothing but the text is read: no fonts, no linked files.
///
/// # Errors
/// When the text is no SVG, exceeds the limits, or uses more than solid fills and strokes.
pub fn parse(text: &str) -> Result<Drawing, SvgError> {
    if text.len() > MAX_BYTES {
        return Err(SvgError::TooLarge);
    }
    let damaged = |why: String| SvgError::Damaged(why);
    let xml = roxmltree::Document::parse(text).map_err(|error| damaged(error.to_string()))?;
    let mut options = Options::default();
    options.image_href_resolver.resolve_string = Box::new(|_, _| None);
    options.image_href_resolver.resolve_data = Box::new(|_, _, _| None);
    let tree = Tree::from_xmltree(&xml, &options).map_err(|error| damaged(error.to_string()))?;
    let mut reader = Reader { parts: Vec::new(), unsupported: written_elements(&xml), segments: 0 };
    reader.group(tree.root())?;
    if !reader.unsupported.is_empty() {
        return Err(SvgError::Unsupported(reader.unsupported.into_iter().map(str::to_owned).collect()));
    }
    let size = Size { width: Pt(tree.size().width()), height: Pt(tree.size().height()) };
    Ok(Drawing { size, parts: reader.parts })
}

/// What `usvg` drops without a word, found in the text itself.
fn written_elements(xml: &roxmltree::Document<'_>) -> BTreeSet<&'static str> {
    let svg = xml.root_element().tag_name().namespace();
    let elements = xml.descendants().filter(|node| node.is_element() && node.tag_name().namespace() == svg);
    elements
        .filter_map(|node| match node.tag_name().name() {
            "text" => Some("text"),
            "image" => Some("image"),
            "foreignObject" => Some("foreign object"),
            "animate" | "animateMotion" | "animateTransform" | "set" => Some("animation"),
            "script" => Some("script"),
            _ => None,
        })
        .collect()
}

/// The drawing so far.
struct Reader {
    parts: Vec<DrawingPart>,
    unsupported: BTreeSet<&'static str>,
    segments: usize,
}

impl Reader {
    fn group(&mut self, group: &Group) -> Result<(), SvgError> {
        let refused = [
            ("opacity", group.opacity().get() < 1.0),
            ("blend mode", group.blend_mode() != usvg::BlendMode::Normal),
            ("clip path", group.clip_path().is_some()),
            ("mask", group.mask().is_some()),
            ("filter", !group.filters().is_empty()),
        ];
        self.refuse(&refused);
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(group)?,
                Node::Path(path) if path.is_visible() => self.path(path)?,
                Node::Path(_) => {}
                Node::Image(_) => self.refuse(&[("image", true)]),
                Node::Text(_) => self.refuse(&[("text", true)]),
            }
        }
        Ok(())
    }

    fn refuse(&mut self, features: &[(&'static str, bool)]) {
        self.unsupported.extend(features.iter().filter(|(_, used)| *used).map(|(name, _)| *name));
    }

    fn path(&mut self, path: &Path) -> Result<(), SvgError> {
        let transform = path.abs_transform();
        let mut part = DrawingPart { path: BezPath::new(), fill: None, even_odd: false, stroke: None };
        if let Some(fill) = path.fill() {
            self.refuse(&[("opacity", fill.opacity().get() < 1.0)]);
            part.fill = self.colour(fill.paint());
            part.even_odd = fill.rule() == FillRule::EvenOdd;
        }
        if let Some(stroke) = path.stroke() {
            let (first, second) = scales(transform);
            let refused = [
                ("opacity", stroke.opacity().get() < 1.0),
                ("dashes", stroke.dasharray().is_some()),
                ("stroke under a skewing transform", (first - second).abs() > 0.01 * first.max(second)),
            ];
            self.refuse(&refused);
            let width = Pt(stroke.width().get() * (first * second).sqrt());
            part.stroke = self.colour(stroke.paint()).map(|colour| (colour, width));
        }
        part.path = self.outline(path, transform)?;
        let parts = match path.paint_order() {
            PaintOrder::StrokeAndFill if part.fill.is_some() && part.stroke.is_some() => {
                vec![DrawingPart { fill: None, ..part.clone() }, DrawingPart { stroke: None, ..part }]
            }
            _ => vec![part],
        };
        self.parts.extend(parts.into_iter().filter(|part| part.fill.is_some() || part.stroke.is_some()));
        Ok(())
    }

    fn colour(&mut self, paint: &Paint) -> Option<Colour> {
        match paint {
            Paint::Color(colour) => return Some(Colour::new(colour.red, colour.green, colour.blue)),
            Paint::LinearGradient(_) | Paint::RadialGradient(_) => self.refuse(&[("gradient", true)]),
            Paint::Pattern(_) => self.refuse(&[("pattern", true)]),
        }
        None
    }

    fn outline(&mut self, path: &Path, transform: Transform) -> Result<BezPath, SvgError> {
        let place = |point: usvg::tiny_skia_path::Point| {
            let (x, y) = (f64::from(point.x), f64::from(point.y));
            Point::new(
                f64::from(transform.sx) * x + f64::from(transform.kx) * y + f64::from(transform.tx),
                f64::from(transform.ky) * x + f64::from(transform.sy) * y + f64::from(transform.ty),
            )
        };
        let mut outline = BezPath::new();
        for segment in path.data().segments() {
            self.segments += 1;
            if self.segments > MAX_SEGMENTS {
                return Err(SvgError::TooLarge);
            }
            outline.push(match segment {
                PathSegment::MoveTo(to) => PathEl::MoveTo(place(to)),
                PathSegment::LineTo(to) => PathEl::LineTo(place(to)),
                PathSegment::QuadTo(control, to) => PathEl::QuadTo(place(control), place(to)),
                PathSegment::CubicTo(first, second, to) => PathEl::CurveTo(place(first), place(second), place(to)),
                PathSegment::Close => PathEl::ClosePath,
            });
        }
        Ok(outline)
    }
}

/// How much a transform stretches along each of its axes; equal when it keeps shapes.
fn scales(transform: Transform) -> (f32, f32) {
    let Transform { sx, kx, ky, sy, .. } = transform;
    let (sum, difference) = ((sx + sy).hypot(ky - kx), (sx - sy).hypot(ky + kx));
    ((sum + difference) / 2.0, (sum - difference).abs() / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn svg(body: &str) -> String {
        format!(
            "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \
             width='100' height='50'>{body}</svg>"
        )
    }

    fn refused(body: &str) -> Vec<String> {
        match parse(&svg(body)) {
            Err(SvgError::Unsupported(names)) => names,
            other => panic!("{body}: {other:?}"),
        }
    }

    #[test]
    fn shapes_become_paths_in_the_drawings_units() {
        let body = "<g transform='translate(10 5) scale(2)'><rect width='20' height='10' fill='#1f6f78' \
                    stroke='white' stroke-width='1.5'/></g>";
        let drawing = parse(&svg(body)).expect("plain");
        assert_eq!(drawing.size, Size { width: Pt(100.0), height: Pt(50.0) });
        let [part] = drawing.parts.as_slice() else { panic!("{drawing:?}") };
        assert_eq!(part.fill, Some(Colour::new(0x1f, 0x6f, 0x78)));
        assert_eq!(part.stroke, Some((Colour::WHITE, Pt(3.0))));
        use kurbo::Shape as _;
        assert_eq!(part.path.bounding_box(), kurbo::Rect::new(10.0, 5.0, 50.0, 25.0));
    }

    #[test]
    fn the_even_odd_rule_is_kept() {
        let drawing = parse(&svg("<path d='M0 0H9V9H0Z M2 2H5V5H2Z' fill-rule='evenodd'/>")).expect("plain");
        assert!(drawing.parts[0].even_odd);
    }

    #[test]
    fn a_stroke_under_the_fill_stays_under_it() {
        let drawing = parse(&svg("<path d='M0 0H9V9Z' stroke='red' paint-order='stroke'/>")).expect("plain");
        assert!(drawing.parts[0].fill.is_none() && drawing.parts[1].stroke.is_none());
    }

    #[test]
    fn what_is_not_supported_is_named() {
        let gradient =
            "<defs><linearGradient id='g'><stop stop-color='red'/><stop offset='1'/></linearGradient></defs>";
        let rect = "<rect width='9' height='9'";
        assert_eq!(refused(&format!("{gradient}{rect} fill='url(#g)'/>")), ["gradient"]);
        let pattern = format!("<pattern id='p' width='4' height='4'>{rect}/></pattern>");
        assert_eq!(refused(&format!("<defs>{pattern}</defs>{rect} fill='url(#p)'/>")), ["pattern"]);
        assert_eq!(
            refused(&format!("<clipPath id='c'>{rect}/></clipPath>{rect} clip-path='url(#c)'/>")),
            ["clip path"]
        );
        assert_eq!(refused(&format!("<mask id='m'>{rect} fill='white'/></mask>{rect} mask='url(#m)'/>")), ["mask"]);
        let blur = "<filter id='f'><feGaussianBlur stdDeviation='2'/></filter>";
        assert_eq!(refused(&format!("{blur}{rect} filter='url(#f)'/>")), ["filter"]);
        assert_eq!(refused(&format!("{rect} opacity='.5'/>{rect} fill-opacity='.5'/>")), ["opacity"]);
        assert_eq!(refused("<text x='1' y='9'>Clinic</text>"), ["text"]);
        assert_eq!(refused("<image href='logo.png' width='9' height='9'/>"), ["image"]);
        assert_eq!(refused("<path d='M0 0H9' stroke='red' stroke-dasharray='2 1'/>"), ["dashes"]);
    }

    #[test]
    fn damaged_and_oversized_drawings_are_refused() {
        assert!(matches!(parse("<svg"), Err(SvgError::Damaged(_))));
        assert!(matches!(parse("<p/>"), Err(SvgError::Damaged(_))));
        assert_eq!(parse(&" ".repeat(MAX_BYTES + 1)), Err(SvgError::TooLarge));
        let zigzag = format!("<path d='M0 0{}'/>", "h1".repeat(MAX_SEGMENTS));
        assert_eq!(parse(&svg(&zigzag)), Err(SvgError::TooLarge));
    }
}
