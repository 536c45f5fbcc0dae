//! What `printpdf` leaves out of pages: boxes, the key into the parent tree, tab order, compact text.

use lopdf::{Document, Object, ObjectId};

use super::values::{name, upright};
use super::{PdfError, content};
use crate::layout::display::Publication;

/// Completes every page.
pub(super) fn complete(document: &mut Document, pages: &[ObjectId], publication: &Publication) -> Result<(), PdfError> {
    let failed = |error: lopdf::Error| PdfError::Content(error.to_string());
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
        let stream = dictionary.get(b"Contents").and_then(Object::as_reference).map_err(failed)?;
        let stream = document.get_object_mut(stream).and_then(Object::as_stream_mut).map_err(failed)?;
        stream.set_content(content::join_strings(&stream.content));
    }
    Ok(())
}
