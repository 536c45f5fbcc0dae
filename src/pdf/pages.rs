//! What `printpdf` leaves out of pages: boxes, the key into the parent tree, tab order, compact text.

use lopdf::{Document, Object, ObjectId};

use super::values::{name, upright};
use super::{PdfError, content};
use crate::layout::display::Publication;

fn failed(error: lopdf::Error) -> PdfError {
    PdfError::Content(error.to_string())
}

/// The pages in order, their text made compact.
pub(super) fn gather(document: &mut Document) -> Result<Vec<ObjectId>, PdfError> {
    let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
    for &page in &pages {
        let stream = document.get_dictionary(page).and_then(|page| page.get(b"Contents")?.as_reference());
        let stream = stream.and_then(|id| document.get_object_mut(id)).and_then(Object::as_stream_mut);
        let stream = stream.map_err(failed)?;
        stream.set_content(content::join_strings(&stream.content));
    }
    Ok(pages)
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
