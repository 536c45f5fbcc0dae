//! Pages as `printpdf` operators: items in paint order, each inside the marked content of its element
//! (ISO 32000-1, 14.7.4.2) or marked as an artifact (14.8.2.2).

use std::collections::BTreeMap;
use std::sync::Arc;

use printpdf::{
    Color, DictItem, FontId, LineCapStyle, LineDashPattern, LineJoinStyle, Op, PdfFontHandle, PdfPage, Point, Rgb,
    XObjectId, XObjectMap, XObjectTransform,
};

use super::fonts::{DRAWN, EmbeddedFonts, EncodedPage};
use super::glyphs;
use super::paths::{self, operator};
use super::pictures::PictureObjects;
use super::roles;
use super::values::{from_hundredths, hundredths};
use crate::art::{Colour, Raster};
use crate::geom::{Pt, Rect, Size};
use crate::layout::display::{ElementId, Glyph, GlyphRun, Ink, Item, Publication, Shape, Stroke, StructTree, Tag};
use crate::text::fonts::Face;

/// All pages' operators, and which element each marked-content sequence belongs to.
pub(super) struct PageContents {
    /// The operators of each page.
    pub(super) pages: Vec<PdfPage>,
    /// The pictures that they name.
    pub(super) pictures: XObjectMap,
    /// For each page, what each marked-content identifier stands for.
    pub(super) marks: Vec<Vec<MarkedSequence>>,
}

/// A marked-content sequence.
#[derive(Clone, Copy)]
pub(super) struct MarkedSequence {
    /// The element that it belongs to.
    pub(super) element: ElementId,
    /// When it is read ([`crate::layout::display::Page::place_of`]).
    pub(super) place: usize,
}

/// Writes all pages.
pub(super) fn write(publication: &Publication, fonts: &EmbeddedFonts, encoded: &[EncodedPage]) -> PageContents {
    let mut pictures = PictureObjects::default();
    let (mut pages, mut marks) = (Vec::new(), Vec::new());
    for (at, (page, runs)) in publication.pages.iter().zip(encoded).enumerate() {
        let mut writer = PageWriter::new(publication, fonts, &mut pictures, page.size.height);
        for (index, (item, codes)) in page.items.iter().zip(runs).enumerate() {
            writer.turn_to(page.place_of(index, at));
            writer.item(item, codes);
        }
        let (ops, page_marks) = writer.end();
        pages.push(on_page(page.size, ops));
        marks.push(page_marks);
    }
    PageContents { pages, pictures: pictures.map, marks }
}

/// Operators on a page of `printpdf`'s.
fn on_page(size: Size, ops: Vec<Op>) -> PdfPage {
    let bounds = printpdf::Rect::from_wh(printpdf::Pt(size.width.0), printpdf::Pt(size.height.0));
    PdfPage { media_box: bounds.clone(), trim_box: bounds.clone(), crop_box: bounds, ops }
}

/// The graphics state as the operators so far have left it, so that nothing is set twice.
#[derive(Default, PartialEq)]
struct Ready {
    fill: Option<Colour>,
    outline: Option<Colour>,
    width: Option<i64>,
    dash: Option<(i64, i64)>,
    round: bool,
    font: Option<(usize, i64)>,
}

/// One page on its way.
struct PageWriter<'a> {
    tree: &'a StructTree,
    faces: &'a [Arc<Face>],
    fonts: &'a EmbeddedFonts,
    pictures: &'a mut PictureObjects,
    height: f32,
    ops: Vec<Op>,
    marks: Vec<MarkedSequence>,
    /// When what follows is read.
    place: usize,
    open: Option<Tag>,
    ready: Ready,
    /// Inside a text object, where its last line started, in hundredths of a point.
    text: Option<(i64, i64)>,
}

impl<'a> PageWriter<'a> {
    fn new(
        publication: &'a Publication,
        fonts: &'a EmbeddedFonts,
        pictures: &'a mut PictureObjects,
        height: Pt,
    ) -> Self {
        Self {
            tree: &publication.tree,
            faces: &publication.faces,
            fonts,
            pictures,
            height: height.0,
            ops: Vec::new(),
            marks: Vec::new(),
            place: 0,
            open: None,
            ready: Ready::default(),
            text: None,
        }
    }

    /// The operators, and what each marked-content identifier stands for.
    fn end(mut self) -> (Vec<Op>, Vec<MarkedSequence>) {
        self.close();
        if self.ready.dash.is_some() {
            self.ops.push(Op::SetLineDashPattern {
                dash: LineDashPattern { offset: 0.0, pattern: std::iter::empty().collect() },
            });
        }
        (self.ops, self.marks)
    }

    /// Goes on at another place in reading order; no marked content reaches over from one to the other.
    fn turn_to(&mut self, place: usize) {
        if std::mem::replace(&mut self.place, place) != place {
            self.close();
        }
    }

    fn item(&mut self, item: &Item, codes: &[u16]) {
        if self.open != Some(item.tag) {
            self.close();
            self.begin(item.tag);
        }
        match &item.ink {
            Ink::Glyphs(run) => self.glyphs(item, run, codes),
            Ink::Path(shape) => self.shape(item, shape),
            Ink::Raster(raster) => self.raster(item, raster),
        }
    }

    /// Begins a marked-content sequence.
    fn begin(&mut self, tag: Tag) {
        let (tag_name, properties) = match tag {
            Tag::Artifact => {
                self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
                self.open = Some(tag);
                return;
            }
            Tag::Furniture => {
                let name = |text: &str| DictItem::Name(text.as_bytes().to_vec());
                ("Artifact", vec![("Type", name("Pagination")), ("Subtype", name("Footer"))])
            }
            Tag::Element(id) => {
                self.marks.push(MarkedSequence { element: id, place: self.place });
                let number = self.marks.len() as i64 - 1;
                (roles::role_name(self.tree[id].role), vec![("MCID", DictItem::Int(number))])
            }
        };
        let map: BTreeMap<String, DictItem> =
            properties.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        let properties = DictItem::Dict { map };
        self.ops.push(Op::BeginMarkedContentWithProperties { tag: tag_name.to_owned(), properties });
        self.open = Some(tag);
    }

    /// Ends the open sequence, if any.
    fn close(&mut self) {
        self.end_text();
        if self.open.take().is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn end_text(&mut self) {
        if self.text.take().is_some() {
            self.ops.push(Op::EndTextSection);
        }
    }

    fn fill(&mut self, colour: Colour) {
        if self.ready.fill.replace(colour) != Some(colour) {
            self.ops.push(Op::SetFillColor { col: to_color(colour) });
        }
    }

    fn glyphs(&mut self, item: &Item, run: &GlyphRun, codes: &[u16]) {
        self.fill(run.colour);
        if let Some(first) = codes.iter().position(|&code| code != DRAWN) {
            self.text(item, run, codes, run.glyphs[first].x);
        }
        let drawn = run.glyphs.iter().zip(codes).filter(|(_, code)| **code == DRAWN);
        drawn.for_each(|(glyph, _)| self.ornament(item, run, glyph));
    }

    /// Glyphs that are text; `origin` is the first one's place in the run.
    fn text(&mut self, item: &Item, run: &GlyphRun, codes: &[u16], origin: f32) {
        if self.text.is_none() {
            self.ops.push(Op::StartTextSection);
        }
        let size = hundredths(run.size.0);
        let font = self.fonts.get(run.face);
        if self.ready.font.replace((run.face, size)) != Some((run.face, size)) {
            let handle = PdfFontHandle::External(FontId(font.resource.clone()));
            self.ops.push(Op::SetFont { font: handle, size: printpdf::Pt(from_hundredths(size)) });
        }
        let x = hundredths((item.frame.x + run.x).0 + origin);
        let y = hundredths(self.height - (item.frame.y + run.baseline).0);
        let (last_x, last_y) = self.text.replace((x, y)).unwrap_or((0, 0));
        let step = |distance: i64| printpdf::Pt(from_hundredths(distance));
        self.ops.push(Op::SetTextCursor { pos: Point { x: step(x - last_x), y: step(y - last_y) } });
        glyphs::show(&mut self.ops, font, run, codes, origin);
    }

    /// A glyph that completes another one.
    fn ornament(&mut self, item: &Item, run: &GlyphRun, glyph: &Glyph) {
        let face = (run.face, &*self.faces[run.face]);
        let Some(id) = self.pictures.ornament(face, glyph.id) else { return };
        let size = Pt(round(run.size.0));
        let (x, y) = (item.frame.x + run.x + Pt(glyph.x), item.frame.y + run.baseline - Pt(glyph.rise));
        self.place(id, Rect::new(x, y - size, size, size));
    }

    /// Places a picture or drawing of one by one unit.
    fn place(&mut self, id: XObjectId, frame: Rect) {
        self.end_text();
        let transform = XObjectTransform {
            translate_x: Some(printpdf::Pt(round(frame.x.0))),
            translate_y: Some(printpdf::Pt(round(self.height - frame.bottom().0))),
            scale_x: Some(round(frame.width.0)),
            scale_y: Some(round(frame.height.0)),
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        self.ops.push(Op::UseXobject { id, transform });
    }

    fn shape(&mut self, item: &Item, shape: &Shape) {
        self.end_text();
        let painted = match (shape.fill.is_some(), shape.stroke.is_some(), shape.even_odd) {
            (false, false, _) => return,
            (true, false, false) => "f",
            (true, false, true) => "f*",
            (false, true, _) => "S",
            (true, true, false) => "B",
            (true, true, true) => "B*",
        };
        if shape.path.elements().is_empty() {
            return;
        }
        if let Some(colour) = shape.fill {
            self.fill(colour);
        }
        if let Some(stroke) = shape.stroke {
            self.stroke(stroke);
        }
        paths::append(&mut self.ops, &shape.path, item.frame.x.0, self.height - item.frame.y.0);
        self.ops.push(operator(painted, Vec::new()));
    }

    /// Sets the line's colour, width and dashes where they differ from what is set.
    fn stroke(&mut self, stroke: Stroke) {
        if !std::mem::replace(&mut self.ready.round, true) {
            self.ops.push(Op::SetLineCapStyle { cap: LineCapStyle::Round });
            self.ops.push(Op::SetLineJoinStyle { join: LineJoinStyle::Round });
        }
        if self.ready.outline.replace(stroke.colour) != Some(stroke.colour) {
            self.ops.push(Op::SetOutlineColor { col: to_color(stroke.colour) });
        }
        let width = hundredths(stroke.width.0);
        if self.ready.width.replace(width) != Some(width) {
            self.ops.push(Op::SetOutlineThickness { pt: printpdf::Pt(from_hundredths(width)) });
        }
        let dash = stroke.dash.map(|(on, off)| (hundredths(on.0), hundredths(off.0)));
        if std::mem::replace(&mut self.ready.dash, dash) != dash {
            let pattern = dash.into_iter().flat_map(|(on, off)| [from_hundredths(on), from_hundredths(off)]).collect();
            self.ops.push(Op::SetLineDashPattern { dash: LineDashPattern { offset: 0.0, pattern } });
        }
    }

    fn raster(&mut self, item: &Item, raster: &Arc<Raster>) {
        let id = self.pictures.raster(raster);
        self.place(id, item.frame);
    }
}

/// A length as precise as the file gives it.
fn round(length: f32) -> f32 {
    from_hundredths(hundredths(length))
}

fn to_color(colour: Colour) -> Color {
    let share = |channel: u8| (f32::from(channel) / 255.0 * 1000.0).round() / 1000.0;
    Color::Rgb(Rgb { r: share(colour.r), g: share(colour.g), b: share(colour.b), icc_profile: None })
}

/// Joins the strings that `printpdf` writes for each glyph into one for each stretch without kerning. No other string
/// stands next to a string in our content, and no dictionary next to a dictionary.
pub(super) fn join_strings(content: &[u8]) -> Vec<u8> {
    let mut joined = Vec::with_capacity(content.len());
    for &byte in content {
        if byte == b'<' && joined.last() == Some(&b'>') {
            joined.pop();
        } else {
            joined.push(byte);
        }
    }
    joined
}
