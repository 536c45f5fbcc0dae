//! What stands on the pages of a PDF: each run of text with its place, its colour, and the colour that it stands on.
//!
//! Content is followed in the order it is painted in (ISO 32000-1, 8.2); a path that is filled later covers what is under it.

use std::collections::BTreeMap;

use kurbo::{BezPath, Point, Shape as _};
use lopdf::{Dictionary, Document, Object, ObjectId};

use super::reading::{character_map, colour, follow, shown};

/// A run of text that was shown at once.
#[derive(Clone, Debug)]
pub struct Run {
    /// The marked content it belongs to; `None` for an artifact.
    pub mark: Option<i64>,
    /// Its characters.
    pub text: String,
    /// Where its first glyph stands on the baseline, in points from the lower left corner.
    pub start: Point,
    /// Where its last glyph ends.
    pub end: Point,
    /// Its size in points.
    pub size: f64,
    /// Its colour.
    pub ink: String,
    /// The colour of what was painted last under its first glyph.
    pub ground: String,
}

/// A link's area on a page.
#[derive(Clone, Debug)]
pub struct Area {
    /// The structure parent key of its annotation.
    pub key: i64,
    /// Its rectangle.
    pub rect: kurbo::Rect,
}

/// The runs of each page.
pub fn runs(document: &Document) -> Vec<Vec<Run>> {
    document.get_pages().into_values().map(|page| page_runs(document, page)).collect()
}

/// The areas of each page's links.
pub fn areas(document: &Document) -> Vec<Vec<Area>> {
    let of_page = |page: ObjectId| {
        let page = document.get_dictionary(page).expect("a page");
        let annotations = page.get(b"Annots").map(|list| super::reading::list(document, list)).unwrap_or_default();
        let area = |annotation: &Object| {
            let annotation = follow(document, annotation);
            let corners = annotation.get(b"Rect").and_then(Object::as_array).expect("a rectangle");
            let at = |index: usize| f64::from(corners[index].as_float().expect("a number"));
            Area {
                key: annotation.get(b"StructParent").and_then(Object::as_i64).expect("a key"),
                rect: kurbo::Rect::new(at(0), at(1), at(2), at(3)),
            }
        };
        annotations.iter().map(area).collect()
    };
    document.get_pages().into_values().map(of_page).collect()
}

/// A font's characters and widths, by code.
struct Font {
    map: BTreeMap<u16, String>,
    widths: BTreeMap<u16, f64>,
}

impl Font {
    fn of(document: &Document, font: &Dictionary) -> Self {
        let descendants = super::reading::list(document, font.get(b"DescendantFonts").expect("a font of glyphs"));
        let widths = follow(document, &descendants[0]).get(b"W").map(|list| super::reading::list(document, list));
        let mut by_code = BTreeMap::new();
        let entries = widths.unwrap_or_default();
        let mut rest = entries.as_slice();
        // `first [w …]` or `first last w` (ISO 32000-1, 9.7.4.3).
        while let [first, second, ..] = rest {
            let first = u16::try_from(first.as_i64().expect("a code")).expect("a code");
            if let Object::Array(list) = second {
                for (code, width) in (first..).zip(list) {
                    by_code.insert(code, f64::from(width.as_float().expect("a width")));
                }
                rest = &rest[2..];
            } else {
                let last = u16::try_from(second.as_i64().expect("a code")).expect("a code");
                let width = f64::from(rest[2].as_float().expect("a width"));
                by_code.extend((first..=last).map(|code| (code, width)));
                rest = &rest[3..];
            }
        }
        Self { map: character_map(document, font), widths: by_code }
    }

    /// How far a shown string or array moves on, in thousandths of the size.
    fn advance(&self, operand: &Object) -> f64 {
        match operand {
            Object::String(bytes, _) => {
                let code = |pair: &[u8]| u16::from_be_bytes([pair[0], pair[1]]);
                bytes.chunks_exact(2).map(|pair| self.widths.get(&code(pair)).copied().unwrap_or(1000.0)).sum()
            }
            Object::Array(parts) => parts.iter().map(|part| self.advance(part)).sum(),
            number => -f64::from(number.as_float().unwrap_or(0.0)),
        }
    }
}

fn page_runs(document: &Document, page: ObjectId) -> Vec<Run> {
    let fonts = document.get_page_fonts(page).expect("fonts");
    let fonts: BTreeMap<Vec<u8>, Font> =
        fonts.into_iter().map(|(name, font)| (name, Font::of(document, font))).collect();
    let mut painter = Painter::default();
    for operation in document.get_and_decode_page_content(page).expect("content").operations {
        painter.take(&operation.operator, &operation.operands, &fonts);
    }
    painter.runs
}

/// The graphics state, what was painted so far, and the runs.
#[derive(Default)]
struct Painter<'a> {
    fill: String,
    path: BezPath,
    painted: Vec<(BezPath, String)>,
    marks: Vec<Option<i64>>,
    font: Option<&'a Font>,
    size: f64,
    line: Point,
    pen: Point,
    runs: Vec<Run>,
}

impl<'a> Painter<'a> {
    fn take(&mut self, operator: &str, operands: &[Object], fonts: &'a BTreeMap<Vec<u8>, Font>) {
        let number = |index: usize| f64::from(operands[index].as_float().expect("a number"));
        let point = |index: usize| Point::new(number(index), number(index + 1));
        match operator {
            "BMC" => self.marks.push(None),
            "BDC" => {
                let entries = operands[1].as_dict().and_then(|entries| entries.get(b"MCID"));
                self.marks.push(entries.ok().and_then(|mark| mark.as_i64().ok()));
            }
            "EMC" => drop(self.marks.pop()),
            "rg" => self.fill = colour(operands),
            "m" => self.path.move_to(point(0)),
            "l" => self.path.line_to(point(0)),
            "c" => self.path.curve_to(point(0), point(2), point(4)),
            "h" => self.path.close_path(),
            "f" | "f*" | "B" | "B*" => {
                let path = std::mem::take(&mut self.path);
                self.painted.push((path, self.fill.clone()));
            }
            "S" | "n" => drop(std::mem::take(&mut self.path)),
            "BT" => (self.line, self.pen) = (Point::ZERO, Point::ZERO),
            "Tf" => {
                self.font = fonts.get(operands[0].as_name().expect("a name"));
                self.size = number(1);
            }
            "Td" => {
                self.line += point(0).to_vec2();
                self.pen = self.line;
            }
            "Tj" | "TJ" => self.show(&operands[0]),
            // Pictures are placed by a matrix of their own; nothing else is (see `pdf/content.rs`).
            "q" | "Q" | "cm" | "Do" | "w" | "J" | "j" | "d" | "RG" | "ET" | "gs" => {}
            other => panic!("an operator that no page has had so far: {other}"),
        }
    }

    fn show(&mut self, operand: &Object) {
        let font = self.font.expect("a font");
        let end = Point::new(self.pen.x + font.advance(operand) * self.size / 1000.0, self.pen.y);
        let within = Point::new(f64::midpoint(self.pen.x, end.x), self.pen.y + self.size * 0.3);
        let under = self.painted.iter().rev().find(|(path, _)| path.contains(within));
        self.runs.push(Run {
            mark: self.marks.last().copied().flatten(),
            text: shown(operand, &font.map),
            start: self.pen,
            end,
            size: self.size,
            ink: if self.fill.is_empty() { "#000000".to_owned() } else { self.fill.clone() },
            ground: under.map_or_else(|| "#ffffff".to_owned(), |(_, colour)| colour.clone()),
        });
        self.pen = end;
    }
}
