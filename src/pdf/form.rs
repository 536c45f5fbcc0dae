//! A publication written once but for what belongs to one document alone, and filled in for each document.
//!
//! The pieces of their own that a publication names ([`Publication::own`]) are streams at the end of the file; all that
//! comes before them is the same for every document that differs in those pieces only.

use std::io;

use lopdf::{Dictionary, Document, Object, ObjectId};
use printpdf::{FontId, PdfDocument, PdfFont, PdfPage, PdfSaveOptions, PdfWarnMsg};

use super::content::{self, Content};
use super::file::{File, deflated};
use super::fonts::{self, Fonts};
use super::{Kept, PdfError, links, metadata, outline, pages, save, tags};
use crate::geom::Size;
use crate::layout::display::{Item, Piece, Publication, StructTree};

/// A publication in bytes, open where its own pieces go.
pub struct Form {
    file: File,
    root: ObjectId,
    information: ObjectId,
    fonts: Fonts,
    gaps: Vec<Gap>,
    is_shared: bool,
}

/// Where a piece goes.
struct Gap {
    object: ObjectId,
    size: Size,
    /// The first of its marked-content identifiers.
    first_mark: usize,
    /// The element of each, as its number from the first element of the piece's block.
    marks: Vec<usize>,
}

/// A piece of one document: its items, with elements of a tree of their own.
#[derive(Clone, Copy, Debug)]
pub struct Filling<'a> {
    /// What is painted.
    pub items: &'a [Item],
    /// The elements that the items belong to.
    pub tree: &'a StructTree,
    /// The first of them in that tree.
    pub first_element: usize,
}

impl std::fmt::Debug for Form {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Form").field("pieces", &self.gaps.len()).finish_non_exhaustive()
    }
}

impl Form {
    /// Writes a publication as a form; gives the content of its own pieces besides.
    ///
    /// # Errors
    /// When a face cannot be embedded or lacks a glyph, or when the display list contradicts itself.
    pub fn new(publication: &Publication, kept: &Kept) -> Result<(Self, Vec<Vec<u8>>), PdfError> {
        super::check(publication)?;
        let (fonts, encoded, adds_nothing) = fonts::encode(publication, kept)?;
        let mut content = content::write(publication, &fonts, &encoded);
        let has_pictures = content.stretches.iter().any(|stretch| stretch.piece.is_some() && stretch.has_pictures);
        let (contents, pictures) = (std::mem::take(&mut content.contents), std::mem::take(&mut content.pictures));
        let mut document = to_lopdf(contents, pictures, &fonts)?;
        let (pages, pieces) = pages::gather(&mut document, &content.stretches, publication)?;
        fonts::complete(&mut document, &fonts)?;
        pages::complete(&mut document, &pages, publication)?;
        let links = links::collect(publication);
        let annotations = links::write(&mut document, &pages, &links, publication)?;
        let tree = tags::write(&mut document, &pages, publication, &content.marks, &annotations);
        let outlines = outline::write(&mut document, &pages, publication);
        metadata::write(&mut document, publication, tree, outlines)?;
        let reference = |key: &[u8]| document.trailer.get(key).and_then(Object::as_reference);
        let failed = |error: lopdf::Error| PdfError::Content(error.to_string());
        let (root, information) = (reference(b"Root").map_err(failed)?, reference(b"Info").map_err(failed)?);
        let (objects, own): (Vec<ObjectId>, Vec<Vec<u8>>) = pieces.into_iter().unzip();
        let gaps = gaps(publication, &content, &objects);
        let file = save::save(document, kept).map_err(PdfError::Save)?;
        // Where a link can be touched is told outside of its page's content.
        let has_links = |piece: &Piece| {
            publication.tree.elements[piece.elements.clone()].iter().any(|element| element.uri.is_some())
        };
        let is_shared = adds_nothing && !has_pictures && !publication.own.iter().any(has_links);
        Ok((Self { file, root, information, fonts, gaps, is_shared }, own))
    }

    /// Whether all but the pieces is the same for every document that differs in them only: their glyphs add nothing to
    /// what the others and the alphabet have, and they hold no picture and no link.
    #[must_use]
    pub const fn is_shared(&self) -> bool {
        self.is_shared
    }

    /// The document with these pieces.
    ///
    /// # Errors
    /// When the bytes cannot be put together.
    pub fn filled(&self, pieces: &[Vec<u8>]) -> Result<Vec<u8>, PdfError> {
        self.assemble(pieces).map_err(PdfError::Save)
    }

    fn assemble(&self, pieces: &[Vec<u8>]) -> io::Result<Vec<u8>> {
        let mut file = self.file.clone();
        for (gap, content) in self.gaps.iter().zip(pieces) {
            file.put(gap.object, &deflated(Dictionary::new(), content)?)?;
        }
        file.finish(self.root, self.information)?.ok_or_else(|| io::Error::other("it is too large for a PDF"))
    }

    /// The document with other pieces in the same places. `None` when they do not go into this form: they have other
    /// marked content, or glyphs that its faces do not have.
    ///
    /// # Errors
    /// When the bytes cannot be put together.
    pub fn fill(&self, publication: &Faces, pieces: &[Filling<'_>]) -> Result<Option<Vec<u8>>, PdfError> {
        if !self.is_shared || pieces.len() != self.gaps.len() {
            return Ok(None);
        }
        let mut contents = Vec::with_capacity(pieces.len());
        for (gap, piece) in self.gaps.iter().zip(pieces) {
            let Some(codes) = self.fonts.codes(publication, piece.items)? else { return Ok(None) };
            let written = content::write_piece(
                piece.items,
                (piece.tree, publication),
                (&self.fonts, &codes),
                gap.size,
                gap.first_mark,
            );
            let Some((page, elements)) = written else { return Ok(None) };
            if !elements.iter().map(|id| id.0 - piece.first_element).eq(gap.marks.iter().copied()) {
                return Ok(None);
            }
            contents.push(pages::content_alone(page)?);
        }
        self.filled(&contents).map(Some)
    }
}

/// The faces that items name by index.
pub type Faces = [std::sync::Arc<crate::text::fonts::Face>];

/// Where the pieces go, in their order.
fn gaps(publication: &Publication, content: &Content, objects: &[ObjectId]) -> Vec<Gap> {
    let gap = |(number, (piece, &object)): (usize, (&Piece, &ObjectId))| {
        let stretch = content.stretches.iter().position(|stretch| stretch.piece == Some(number))?;
        let all = &content.marks[piece.page];
        let first_mark = content.stretches[stretch].first_mark;
        let next = content.stretches.get(stretch + 1).filter(|next| next.page == piece.page);
        let marks = &all[first_mark..next.map_or(all.len(), |next| next.first_mark)];
        let marks = marks.iter().map(|mark| mark.element.0 - piece.elements.start).collect();
        Some(Gap { object, size: publication.pages[piece.page].size, first_mark, marks })
    };
    publication.own.iter().zip(objects).enumerate().filter_map(gap).collect()
}

/// Pages, fonts and pictures as `printpdf` writes them.
fn to_lopdf(pages: Vec<PdfPage>, pictures: printpdf::XObjectMap, fonts: &Fonts) -> Result<Document, PdfError> {
    let mut pdf = PdfDocument::new("");
    pdf.resources.xobjects = pictures;
    for font in fonts.used() {
        pdf.resources.fonts.map.insert(FontId(font.resource.clone()), PdfFont::new(font.to_printpdf()));
    }
    pdf.pages = pages;
    printed(&pdf)
}

/// A document as `printpdf` writes it.
pub(super) fn printed(pdf: &PdfDocument) -> Result<Document, PdfError> {
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    let mut warnings: Vec<PdfWarnMsg> = Vec::new();
    let document = pdf.to_lopdf_document(&options, &mut warnings);
    match warnings.into_iter().find(|warning| warning.severity == printpdf::PdfParseErrorSeverity::Error) {
        Some(warning) => Err(PdfError::Content(warning.msg)),
        None => Ok(document),
    }
}
