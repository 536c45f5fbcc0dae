//! The display list written down as a tagged PDF 1.7 file that claims PDF/UA-1 and PDF/A-2a.
//!
//! In: a [`Publication`]. Out: the file's bytes. The same publication always gives the same bytes: nothing here reads
//! the clock, files or random numbers. Pages and fonts are written by `printpdf`; what that does not write (tags, XMP,
//! outlines, links, boxes, the file identifier) is added to its `lopdf` document.

mod cache;
mod content;
mod error;
mod file;
mod fonts;
mod glyphs;
mod hash;
mod links;
mod meanings;
pub mod merge;
mod metadata;
mod ornaments;
mod outline;
mod pages;
mod paths;
mod pictures;
mod roles;
mod save;
mod tags;
mod values;

pub use cache::Cache;
pub use error::PdfError;

use lopdf::Document;
use printpdf::{FontId, PdfDocument, PdfFont, PdfPage, PdfSaveOptions, PdfWarnMsg, XObjectMap};

use crate::art::Raster;
use crate::layout::display::{Ink, Page, Publication, Tag};
use fonts::EmbeddedFonts;

/// Writes a publication as PDF.
///
/// # Errors
/// When a face cannot be embedded or lacks a glyph, or when the display list contradicts itself.
pub fn write(publication: &Publication) -> Result<Vec<u8>, PdfError> {
    write_with(publication, &Cache::default())
}

/// Writes a publication as PDF with a cache that several publications share; the bytes are those of [`write`].
///
/// # Errors
/// When a face cannot be embedded or lacks a glyph, or when the display list contradicts itself.
pub fn write_with(publication: &Publication, cache: &Cache) -> Result<Vec<u8>, PdfError> {
    check(publication)?;
    let (fonts, encoded) = fonts::encode(publication, cache)?;
    let content = content::write(publication, &fonts, &encoded);
    let mut document = printed(content.pages, content.pictures, &fonts)?;
    let pages = pages::gather(&mut document)?;
    fonts::complete(&mut document, &fonts)?;
    pages::complete(&mut document, &pages, publication)?;
    let links = links::collect(publication);
    let annotations = links::write(&mut document, &pages, &links, publication)?;
    let tree = tags::write(&mut document, &pages, publication, &content.marks, &annotations);
    let outlines = outline::write(&mut document, &pages, publication);
    metadata::write(&mut document, publication, tree, outlines)?;
    save::save(document, cache).map_err(PdfError::Save)
}

/// Pages, fonts and pictures as `printpdf` writes them.
fn printed(pages: Vec<PdfPage>, pictures: XObjectMap, fonts: &EmbeddedFonts) -> Result<Document, PdfError> {
    let mut pdf = PdfDocument::new("");
    pdf.resources.xobjects = pictures;
    for font in fonts.used() {
        pdf.resources.fonts.map.insert(FontId(font.resource.clone()), PdfFont::new(font.to_printpdf()));
    }
    pdf.pages = pages;
    let options = PdfSaveOptions { optimize: false, subset_fonts: false, secure: false, image_optimization: None };
    let mut warnings: Vec<PdfWarnMsg> = Vec::new();
    let document = pdf.to_lopdf_document(&options, &mut warnings);
    match warnings.into_iter().find(|warning| warning.severity == printpdf::PdfParseErrorSeverity::Error) {
        Some(warning) => Err(PdfError::Content(warning.msg)),
        None => Ok(document),
    }
}

/// Every index of the display list points at something.
fn check(publication: &Publication) -> Result<(), PdfError> {
    for item in publication.pages.iter().flat_map(|page| &page.items) {
        if let Tag::Element(id) = item.tag
            && id.0 >= publication.tree.elements.len()
        {
            return Err(PdfError::Dangling("an element"));
        }
        match &item.ink {
            Ink::Glyphs(run) if run.face >= publication.faces.len() => return Err(PdfError::Dangling("a face")),
            Ink::Glyphs(run) if run.glyphs.iter().any(|glyph| run.text.get(glyph.text.clone()).is_none()) => {
                return Err(PdfError::Dangling("a stretch of text"));
            }
            Ink::Raster(raster) if !is_whole(raster) => return Err(PdfError::Picture),
            _ => {}
        }
    }
    let is_astray = |page: &Page| page.leaves.iter().any(|leaf| leaf.items.end > page.items.len());
    if publication.pages.iter().any(is_astray) {
        return Err(PdfError::Dangling("an item"));
    }
    if publication.outline.iter().any(|entry| entry.page >= publication.pages.len()) {
        return Err(PdfError::Dangling("a page"));
    }
    Ok(())
}

/// A picture has as many dots as its size says, and at least one.
fn is_whole(raster: &Raster) -> bool {
    let dots = raster.width as usize * raster.height as usize;
    dots > 0 && raster.rgb.len() == dots * 3 && raster.alpha.as_ref().is_none_or(|alpha| alpha.len() == dots)
}
