//! The display list: what lies where on each page, and what it means. All that `pdf` needs, and nothing of how PDF is written.
//!
//! Every item is either decoration or belongs to one element of the structure tree; an element holds either
//! content or other elements, never both, so that the reading order is the tree's order alone.

use std::sync::Arc;

use kurbo::BezPath;

use crate::art::{Colour, Raster};
pub use crate::compose::document::Meta as Metadata;
use crate::geom::{Pt, Rect, Size};
use crate::text::fonts::Face;

/// A laid-out leaflet.
#[derive(Clone, Debug)]
pub struct Publication {
    /// The sheets' faces in printing order.
    pub pages: Vec<Page>,
    /// What the items mean, in reading order.
    pub tree: StructTree,
    /// Headings to jump to, in reading order.
    pub outline: Vec<OutlineEntry>,
    /// The font faces that glyph runs name by index.
    pub faces: Vec<Arc<Face>>,
    /// Title, author, language and dates.
    pub metadata: Metadata,
}

/// One page.
#[derive(Clone, Debug)]
pub struct Page {
    /// Trimmed size.
    pub size: Size,
    /// What is painted, first at the bottom.
    pub items: Vec<Item>,
}

/// Something painted, its place, and its meaning.
#[derive(Clone, Debug)]
pub struct Item {
    /// The place on the page; ink coordinates are relative to its top left corner.
    pub frame: Rect,
    /// What is painted.
    pub ink: Ink,
    /// What it means.
    pub tag: Tag,
}

/// What is painted.
#[derive(Clone, Debug)]
pub enum Ink {
    /// Glyphs of one face, size and colour on one baseline.
    Glyphs(GlyphRun),
    /// An outline, filled, stroked or both.
    Path(Shape),
    /// A picture made of dots, filling the frame.
    Raster(Arc<Raster>),
}

/// A path with its paint; coordinates in points, `y` down, relative to the item's frame.
#[derive(Clone, Debug)]
pub struct Shape {
    /// The outline.
    pub path: BezPath,
    /// Colour inside, by the non-zero winding rule, or by the even-odd rule when `even_odd` is set.
    pub fill: Option<Colour>,
    /// Whether the even-odd rule decides what is inside.
    pub even_odd: bool,
    /// Line along the outline.
    pub stroke: Option<Stroke>,
}

/// A line's paint. Caps and joins are round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub colour: Colour,
    /// Width of the line.
    pub width: Pt,
    /// Length of dashes and of the gaps between them; solid when `None`.
    pub dash: Option<(Pt, Pt)>,
}

/// Glyphs of one face, size and colour on one baseline, in visual order from left to right.
#[derive(Clone, Debug)]
pub struct GlyphRun {
    /// Index into [`Publication::faces`].
    pub face: usize,
    /// Font size.
    pub size: Pt,
    /// Colour of the glyphs.
    pub colour: Colour,
    /// Left end of the run, relative to the frame's left edge.
    pub x: Pt,
    /// Baseline, relative to the frame's top edge.
    pub baseline: Pt,
    /// The text the glyphs stand for, in logical order.
    pub text: String,
    /// The glyphs.
    pub glyphs: Vec<Glyph>,
    /// Whether the text runs from right to left.
    pub right_to_left: bool,
}

/// One placed glyph.
#[derive(Clone, Debug, PartialEq)]
pub struct Glyph {
    /// Glyph index in the whole (not subset) face.
    pub id: u16,
    /// Distance from the run's left end, in points.
    pub x: f32,
    /// Distance above the baseline, in points.
    pub rise: f32,
    /// Bytes of the run's text that it stands for; empty when an earlier glyph stands for them.
    pub text: std::ops::Range<usize>,
}

/// What an item means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tag {
    /// Decoration, not read aloud.
    Artifact,
    /// Page furniture, such as a running foot; not read aloud.
    Furniture,
    /// Content of an element.
    Element(ElementId),
}

/// Index of an element in its tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ElementId(pub usize);

/// The structure tree (ISO 32000-1, 14.7 and 14.8). Element 0 is the document.
#[derive(Clone, Debug)]
pub struct StructTree {
    /// The elements; children always come after their parent.
    pub elements: Vec<Element>,
}

/// One structure element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element {
    /// What it is.
    pub role: Role,
    /// Its parent; `None` for the document.
    pub parent: Option<ElementId>,
    /// Its children in reading order; empty when it holds content.
    pub children: Vec<ElementId>,
    /// Replacement for what cannot be read aloud.
    pub alt: Option<String>,
    /// The text its content stands for, when glyphs alone do not tell it (right-to-left lines).
    pub actual_text: Option<String>,
    /// BCP 47 tag, where it differs from the document's.
    pub language: Option<String>,
    /// Where a [`Role::Link`] leads.
    pub uri: Option<String>,
}

/// Standard structure types that the program uses (ISO 32000-1, 14.8.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The whole document.
    Document,
    /// A section with its heading.
    Sect,
    /// A generic block.
    Div,
    /// A heading of level 1 to 6.
    H(u8),
    /// A paragraph.
    P,
    /// A list; the flag says whether its labels are numbers.
    L(ListNumbering),
    /// A list item.
    LI,
    /// A list item's label.
    Lbl,
    /// A list item's body.
    LBody,
    /// A stretch of text.
    Span,
    /// An entry in a list of sources, inside a paragraph; set as small print (ISO 32000-1, 14.8.4.4.2).
    BibEntry,
    /// A live link.
    Link,
    /// A picture.
    Figure,
}

/// How list items are labelled (ISO 32000-1, table 347).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListNumbering {
    /// No labels.
    None,
    /// Filled dots.
    Disc,
    /// Squares to tick.
    Square,
    /// 1, 2, 3.
    Decimal,
}

/// A heading to jump to.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlineEntry {
    /// Its words.
    pub title: String,
    /// 1 for the title, 2 for sections.
    pub level: u8,
    /// Index of the page.
    pub page: usize,
    /// Its top edge on that page.
    pub y: Pt,
}

impl StructTree {
    /// A tree that holds only the document.
    #[must_use]
    pub fn new() -> Self {
        Self { elements: vec![Element::new(Role::Document, None)] }
    }

    /// Adds an element as the last child of `parent`.
    pub fn add(&mut self, parent: ElementId, role: Role) -> ElementId {
        let id = ElementId(self.elements.len());
        self.elements.push(Element::new(role, Some(parent)));
        self.elements[parent.0].children.push(id);
        id
    }

    /// The document element.
    pub const ROOT: ElementId = ElementId(0);
}

impl Default for StructTree {
    fn default() -> Self {
        Self::new()
    }
}

impl std::ops::Index<ElementId> for StructTree {
    type Output = Element;
    fn index(&self, id: ElementId) -> &Element {
        &self.elements[id.0]
    }
}

impl std::ops::IndexMut<ElementId> for StructTree {
    fn index_mut(&mut self, id: ElementId) -> &mut Element {
        &mut self.elements[id.0]
    }
}

impl Element {
    fn new(role: Role, parent: Option<ElementId>) -> Self {
        Self { role, parent, children: Vec::new(), alt: None, actual_text: None, language: None, uri: None }
    }
}
