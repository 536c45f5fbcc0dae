//! What `printpdf` leaves out of pages: boxes, the key into the parent tree, tab order, compact text.

use lopdf::{Document, Object, ObjectId, Stream};
use printpdf::{PdfDocument, PdfPage};

use super::content::Stretch;
use super::values::{name, upright};
use super::{PdfError, content, form};
use crate::layout::display::Publication;

fn failed(error: lopdf::Error) -> PdfError {
    PdfError::Content(error.to_string())
}

/// A publication's pages and its own pieces, each with its object and with its content, which is not in the document.
pub(super) type Gathered = (Vec<ObjectId>, Vec<(ObjectId, Vec<u8>)>);

/// Puts stretches, which `printpdf` has written as pages each, together into the publication's pages; takes the
/// content of the publication's own pieces out of the document.
pub(super) fn gather(
    document: &mut Document,
    stretches: &[Stretch],
    publication: &Publication,
) -> Result<Gathered, PdfError> {
    let written: Vec<ObjectId> = document.get_pages().into_values().collect();
    let mut pages: Vec<ObjectId> = Vec::with_capacity(publication.pages.len());
    let mut contents: Vec<Vec<Object>> = Vec::with_capacity(publication.pages.len());
    let mut pieces = vec![None; publication.own.len()];
    for (stretch, &id) in stretches.iter().zip(&written) {
        let entry = |key: &[u8]| document.get_dictionary(id)?.get(key)?.as_reference();
        let (stream, resources) = (entry(b"Contents").map_err(failed)?, entry(b"Resources").map_err(failed)?);
        match stretch.piece {
            Some(piece) => pieces[piece] = Some((stream, content_of(document.objects.remove(&stream))?)),
            None => {
                let written = document.get_object_mut(stream).and_then(Object::as_stream_mut).map_err(failed)?;
                written.set_content(content::join_strings(&written.content));
            }
        }
        if pages.len() == stretch.page {
            pages.push(id);
            contents.push(vec![stream.into()]);
        } else {
            contents[stretch.page].push(stream.into());
            document.objects.remove(&id);
            document.objects.remove(&resources);
        }
    }
    for (&page, mut contents) in pages.iter().zip(contents) {
        let contents = if contents.len() == 1 { contents.remove(0) } else { Object::Array(contents) };
        document.get_dictionary_mut(page).map_err(failed)?.set("Contents", contents);
    }
    if let Some(&first) = pages.first() {
        let parent = document.get_dictionary(first).and_then(|page| page.get(b"Parent")?.as_reference());
        let parent = document.get_dictionary_mut(parent.map_err(failed)?).map_err(failed)?;
        parent.set("Count", pages.len() as i64);
        parent.set("Kids", pages.iter().map(|&page| page.into()).collect::<Vec<Object>>());
    }
    let pieces = pieces.into_iter().map(|piece| piece.ok_or(PdfError::Dangling("a piece")));
    Ok((pages, pieces.collect::<Result<_, _>>()?))
}

fn content_of(object: Option<Object>) -> Result<Vec<u8>, PdfError> {
    match object {
        Some(Object::Stream(Stream { content, .. })) => Ok(content::join_strings(&content)),
        _ => Err(PdfError::Dangling("a stretch of a page")),
    }
}

/// The content of a page that shows text of faces which are not in its document, as [`gather`] gives it.
pub(super) fn content_alone(page: PdfPage) -> Result<Vec<u8>, PdfError> {
    let mut pdf = PdfDocument::new("");
    pdf.pages = vec![page];
    let mut document = form::printed(&pdf)?;
    let page = document.get_pages().into_values().next().ok_or(PdfError::Dangling("a page"))?;
    let stream =
        document.get_dictionary(page).and_then(|page| page.get(b"Contents")?.as_reference()).map_err(failed)?;
    content_of(document.objects.remove(&stream))
}

/// Completes every page.
pub(super) fn complete(document: &mut Document, pages: &[ObjectId], publication: &Publication) -> Result<(), PdfError> {
    for (key, (&id, page)) in (0_i64..).zip(pages.iter().zip(&publication.pages)) {
        let dictionary = document.get_dictionary_mut(id).map_err(failed)?;
        // Page boundaries (ISO 32000-1, 14.11.2): what is shown on a screen is the whole sheet, marks and all.
        let sheet = page.size.rect();
        let boundaries = [("MediaBox", sheet), ("CropBox", sheet), ("BleedBox", page.bleed), ("TrimBox", page.trim)];
        for (boundary, rect) in boundaries {
            dictionary.set(boundary, upright(rect, page.size.height));
        }
        dictionary.set("StructParents", key);
        dictionary.set("Tabs", name("S"));
    }
    Ok(())
}
