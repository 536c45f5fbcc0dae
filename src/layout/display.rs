//! The display list: what is painted where on each page, and what it means. It is all that a writer is given, and names no
//! type of any writer.
//!
//! Every item is either decoration or belongs to one element of the structure tree; an element holds either
//! content or other elements, never both, so that the reading order is the tree's order alone.

use std::ops::Range;
use std::sync::Arc;

use kurbo::BezPath;

use crate::art::{Colour, Raster};
pub use crate::compose::document::Meta as Metadata;
use crate::geom::{Pt, Rect, Size};
pub use crate::text::Glyph;
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
    /// Glyph runs on no page. Their glyphs are embedded too, so that documents of one batch have the same faces.
    pub alphabet: Vec<GlyphRun>,
    /// Which edge of the sheets a printer turns them on.
    pub duplex: Duplex,
}

/// How a printer turns sheets that it prints on both sides (ISO 32000-1, table 150).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Duplex {
    /// Like the pages of a book: upright sheets.
    #[default]
    LongEdge,
    /// Like the sheets of a wall calendar: folded and imposed sheets, which lie on their side.
    ShortEdge,
}

/// One page, or one side of a sheet that holds several.
#[derive(Clone, Debug)]
pub struct Page {
    /// Size of the sheet before it is trimmed (the media box; ISO 32000-1, 14.11.2).
    pub size: Size,
    /// What is left after trimming; the whole page when nothing is cut off.
    pub trim: Rect,
    /// The trim extended by the bleed; the trim itself without bleed.
    pub bleed: Rect,
    /// What is painted, first at the bottom.
    pub items: Vec<Item>,
    /// The leaflet's pages that lie on this side of a sheet, when sheets are not in reading order; empty when the
    /// whole page is read between the page before and the page after.
    pub leaves: Vec<Leaf>,
}

/// A page of the leaflet on an imposed sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// Its place among the leaflet's pages in reading order, from 0.
    pub number: usize,
    /// Its items; those of no leaf are decoration.
    pub items: Range<usize>,
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
    pub text: Arc<str>,
    /// The glyphs.
    pub glyphs: Arc<[Glyph]>,
    /// Whether the text runs from right to left.
    pub right_to_left: bool,
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
    /// Whether it is small print, such as an imprint.
    pub small_print: bool,
    /// Whether it is a picture of a QR code.
    pub qr_code: bool,
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
    /// A table.
    Table,
    /// A row of a table.
    TR,
    /// A heading in a table, and what it is the heading of.
    TH(Scope),
    /// A cell of a table.
    TD,
}

/// What a heading in a table is the heading of (ISO 32000-1, table 349).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Its row.
    Row,
    /// Its column.
    Column,
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
    /// The start of its page on a sheet that holds several; `None` leaves a reader's view where it is.
    pub x: Option<Pt>,
}

impl Publication {
    /// Every item in reading order: by page, or by leaf on imposed sheets. With each its place in that order
    /// ([`Page::place_of`]) and the index of its page.
    #[must_use]
    pub fn items_as_read(&self) -> Vec<(usize, usize, &Item)> {
        let mut items: Vec<(usize, usize, &Item)> = Vec::new();
        for (at, page) in self.pages.iter().enumerate() {
            items.extend(page.items.iter().enumerate().map(|(index, item)| (page.place_of(index, at), at, item)));
        }
        items.sort_by_key(|&(place, ..)| place);
        items
    }
}

impl Page {
    /// An empty page that is neither trimmed nor imposed.
    #[must_use]
    pub fn new(size: Size) -> Self {
        Self { size, trim: size.rect(), bleed: size.rect(), items: Vec::new(), leaves: Vec::new() }
    }

    /// When an item is read: the number of its leaf, or `page`, the index of this page, when it is of none.
    #[must_use]
    pub fn place_of(&self, item: usize, page: usize) -> usize {
        self.leaves.iter().find(|leaf| leaf.items.contains(&item)).map_or(page, |leaf| leaf.number)
    }

    /// Moves everything on the page, its boundaries too, right by `dx` and down by `dy`.
    #[must_use]
    pub fn moved(self, dx: Pt, dy: Pt) -> Self {
        let items = self.items.into_iter().map(|item| Item { frame: item.frame.moved(dx, dy), ..item }).collect();
        Self { trim: self.trim.moved(dx, dy), bleed: self.bleed.moved(dx, dy), items, ..self }
    }
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

    /// Where the tree ends now, for [`StructTree::go_back`].
    #[must_use]
    pub const fn mark(&self) -> usize {
        self.elements.len()
    }

    /// Takes out all elements that were added since `mark`.
    pub fn go_back(&mut self, mark: usize) {
        self.elements.truncate(mark);
        for element in &mut self.elements {
            // Children stand in the order in which they were added.
            let kept = element.children.iter().rposition(|child| child.0 < mark).map_or(0, |last| last + 1);
            element.children.truncate(kept);
        }
    }

    /// Whether an element is small print, or lies in some.
    #[must_use]
    pub fn is_small_print(&self, id: ElementId) -> bool {
        let mut next = Some(id);
        while let Some(id) = next {
            let element = &self[id];
            if element.small_print || element.role == Role::BibEntry {
                return true;
            }
            next = element.parent;
        }
        false
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
        Self {
            role,
            parent,
            children: Vec::new(),
            alt: None,
            actual_text: None,
            language: None,
            uri: None,
            small_print: false,
            qr_code: false,
        }
    }
}
