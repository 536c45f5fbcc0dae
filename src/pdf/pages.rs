//! What `printpdf` leaves out of pages: boxes, the key into the parent tree, tab order, compact text.

use lopdf::{Document, Object, ObjectId};

use super::values::{name, number};
use super::{PdfError, content};
use crate::layout::display::Publication;

/// Completes every page.
pub(super) fn complete(document: &mut Document, pages: &[ObjectId], publication: &Publication) -> Result<(), PdfError> {
    let failed = |error: lopdf::Error| PdfError::Content(error.to_string());
    for (key, (&id, page)) in (0_i64..).zip(pages.iter().zip(&publication.pages)) {
        let bounds = Object::Array(vec![0.into(), 0.into(), number(page.size.width.0), number(page.size.height.0)]);
        let dictionary = document.get_dictionary_mut(id).map_err(failed)?;
        for boundary in ["MediaBox", "CropBox", "BleedBox", "TrimBox"] {
            dictionary.set(boundary, bounds.clone());
        }
        dictionary.set("StructParents", key);
        dictionary.set("Tabs", name("S"));
        let stream = dictionary.get(b"Contents").and_then(Object::as_reference).map_err(failed)?;
        let stream = document.get_object_mut(stream).and_then(Object::as_stream_mut).map_err(failed)?;
        stream.set_content(content::join_strings(&stream.content));
    }
    Ok(())
}
