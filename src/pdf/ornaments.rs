//! Glyphs that complete another one, such as the dots of Arabic letters, as drawings (form XObjects; ISO 32000-1, 8.10).
//!
//! Shown as text they would need a text of their own, and there is none: readers put control characters or replacement
//! characters into words instead.

use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use kurbo::{BezPath, PathEl, Shape as _};
use printpdf::{DictItem, ExternalStream, ExternalXObject, XObject, XObjectId};
use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::raw::TableProvider as _;
use skrifa::{FontRef, GlyphId, MetadataProvider as _};

use crate::text::fonts::Face;

/// The ornaments drawn so far, by face and glyph; `None` for blank ones.
#[derive(Default)]
pub(super) struct Ornaments {
    names: HashMap<(usize, u16), Option<XObjectId>>,
}

impl Ornaments {
    /// The drawing of a glyph, one unit to the font size; a new one is added to `drawings`.
    pub(super) fn name(
        &mut self,
        drawings: &mut BTreeMap<XObjectId, XObject>,
        (index, face): (usize, &Face),
        glyph: u16,
    ) -> Option<XObjectId> {
        let count = self.names.len();
        let name = self.names.entry((index, glyph)).or_insert_with(|| {
            let drawing = draw(face, glyph)?;
            let name = XObjectId(format!("G{}", count + 1));
            drawings.insert(name.clone(), XObject::External(drawing));
            Some(name)
        });
        name.clone()
    }
}

/// A form XObject of a glyph's outline; `None` when the glyph is blank or the face damaged.
fn draw(face: &Face, glyph: u16) -> Option<ExternalXObject> {
    let font = FontRef::new(&face.data).ok()?;
    let mut outline = Outline(BezPath::new());
    let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
    font.outline_glyphs().get(GlyphId::from(glyph))?.draw(settings, &mut outline).ok()?;
    let path = outline.0;
    if path.elements().is_empty() {
        return None;
    }
    let bounds = path.bounding_box().expand();
    let scale = 1.0 / f32::from(font.head().ok()?.units_per_em().max(1));
    let numbers = |values: &[f32]| DictItem::Array(values.iter().map(|&value| DictItem::Real(value)).collect());
    let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
    let corners = [bounds.x0, bounds.y0, bounds.x1, bounds.y1].map(|corner| corner as f32);
    let entries = [
        ("Type", name("XObject")),
        ("Subtype", name("Form")),
        ("BBox", numbers(&corners)),
        ("Matrix", numbers(&[scale, 0.0, 0.0, scale, 0.0, 0.0])),
        ("Resources", DictItem::Dict { map: BTreeMap::new() }),
    ];
    let dict = entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    let stream = ExternalStream { dict, content: operators(&path).into_bytes(), compress: true };
    Some(ExternalXObject { stream, width: None, height: None, dpi: None })
}

/// A path in whole font units, filled.
fn operators(path: &BezPath) -> String {
    let mut text = String::new();
    let mut write = |points: &[kurbo::Point], operator: &str| {
        for point in points {
            let _ = write!(text, "{} {} ", point.x.round(), point.y.round());
        }
        text.push_str(operator);
        text.push('\n');
    };
    let mut last = kurbo::Point::ZERO;
    for element in path.elements() {
        match *element {
            PathEl::MoveTo(to) => write(&[to], "m"),
            PathEl::LineTo(to) => write(&[to], "l"),
            PathEl::QuadTo(control, to) => {
                write(&[last.lerp(control, 2.0 / 3.0), to.lerp(control, 2.0 / 3.0), to], "c");
            }
            PathEl::CurveTo(first, second, to) => write(&[first, second, to], "c"),
            PathEl::ClosePath => write(&[], "h"),
        }
        last = element.end_point().unwrap_or(last);
    }
    text.push('f');
    text
}

/// Collects an outline from the font.
struct Outline(BezPath);

impl OutlinePen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to((f64::from(x), f64::from(y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to((f64::from(x), f64::from(y)));
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.0.quad_to((f64::from(cx), f64::from(cy)), (f64::from(x), f64::from(y)));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let (first, second) = ((f64::from(cx0), f64::from(cy0)), (f64::from(cx1), f64::from(cy1)));
        self.0.curve_to(first, second, (f64::from(x), f64::from(y)));
    }

    fn close(&mut self) {
        self.0.close_path();
    }
}
